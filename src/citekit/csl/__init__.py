"""The CSL engine: styles, citations, bibliographies. Knows nothing of BibTeX or of French metadata."""

from citekit.csl.cite import Citation, Cite, Position
from citekit.csl.document import Document
from citekit.csl.library import available_locales, search_styles
from citekit.csl.program import BibliographyEntry, Style, load_style

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
