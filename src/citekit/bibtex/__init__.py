"""BibTeX and BibLaTeX files to items."""

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
