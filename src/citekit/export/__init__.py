"""Items out, in the formats of other programs, and back from some of them."""

from citekit.export.formats import FORMATS, READERS, export, losses

__all__ = ["FORMATS", "READERS", "export", "losses"]
