"""Items out, in the formats of other programs."""

from citekit.export.formats import FORMATS, export

__all__ = ["FORMATS", "export"]
