"""citekit: BibTeX with French metadata in; CSL bibliographies, handouts and Zotero exports out.

The public names, re-exported. They are loaded on first use (PEP 562), so that importing citekit costs next to
nothing and a program pays only for the layers that it calls.
"""

from __future__ import annotations

from importlib import import_module

# Type checkers take it for true; the module of that name would be all that importing citekit costs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from citekit.api import format
    from citekit.bibtex import iter_bibtex, read_bibtex
    from citekit.csl import Citation, Cite, Document, Style, load_style
    from citekit.errors import CitekitError, InputError, Location, StyleError, UsageError
    from citekit.french import normalize
    from citekit.items import Date, DatePoint, Item, Name
    from citekit.report import Change, Mode, Notice, Report, Severity

__version__ = "0.1.0"

__all__ = [
    "Change",
    "Citation",
    "Cite",
    "CitekitError",
    "Date",
    "DatePoint",
    "Document",
    "InputError",
    "Item",
    "Location",
    "Mode",
    "Name",
    "Notice",
    "Report",
    "Severity",
    "Style",
    "StyleError",
    "UsageError",
    "__version__",
    "format",
    "iter_bibtex",
    "load_style",
    "normalize",
    "read_bibtex",
]

_HOMES = {
    "Change": "citekit.report",
    "Citation": "citekit.csl",
    "Cite": "citekit.csl",
    "CitekitError": "citekit.errors",
    "Date": "citekit.items",
    "DatePoint": "citekit.items",
    "Document": "citekit.csl",
    "InputError": "citekit.errors",
    "Item": "citekit.items",
    "Location": "citekit.errors",
    "Mode": "citekit.report",
    "Name": "citekit.items",
    "Notice": "citekit.report",
    "Report": "citekit.report",
    "Severity": "citekit.report",
    "Style": "citekit.csl",
    "StyleError": "citekit.errors",
    "UsageError": "citekit.errors",
    "format": "citekit.api",
    "iter_bibtex": "citekit.bibtex",
    "load_style": "citekit.csl",
    "normalize": "citekit.french",
    "read_bibtex": "citekit.bibtex",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'citekit' has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
