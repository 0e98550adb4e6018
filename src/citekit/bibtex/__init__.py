"""BibTeX and BibLaTeX files to items.

The public names are loaded on first use (PEP 562): who only decodes bytes pays for no reader.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from citekit.bibtex.convert import convert_entry
    from citekit.bibtex.library import read_library
    from citekit.bibtex.load import parse_bibtex, read_bibtex
    from citekit.bibtex.reader import BibEntry, BibField, read_entries
    from citekit.bibtex.stream import iter_bibtex

__all__ = [
    "BibEntry",
    "BibField",
    "convert_entry",
    "iter_bibtex",
    "parse_bibtex",
    "read_bibtex",
    "read_entries",
    "read_library",
]

_HOMES = {
    "BibEntry": "citekit.bibtex.reader",
    "BibField": "citekit.bibtex.reader",
    "convert_entry": "citekit.bibtex.convert",
    "iter_bibtex": "citekit.bibtex.stream",
    "parse_bibtex": "citekit.bibtex.load",
    "read_bibtex": "citekit.bibtex.load",
    "read_entries": "citekit.bibtex.reader",
    "read_library": "citekit.bibtex.library",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'citekit.bibtex' has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value
