"""The CSL engine: styles, citations, bibliographies. Knows nothing of BibTeX or of French metadata."""

from citekit.csl.bibliography_entry import BibliographyEntry
from citekit.csl.cite import Citation, Cite, Position
from citekit.csl.compiled_style import Style, load_style
from citekit.csl.document import Document
from citekit.csl.library import available_locales, search_styles

__all__ = [
    "BibliographyEntry",
    "Citation",
    "Cite",
    "Document",
    "Position",
    "Style",
    "available_locales",
    "load_style",
    "search_styles",
]
