"""A compiled style: what `load_style` gives, immutable and reusable.

A `Style` renders items on its own (`bibliography`, `cite`); a `Document` uses the same program for citations in
sequence.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from pathlib import Path

from citekit.csl.bibliography_entry import BibliographyEntry
from citekit.csl.cite import Cite
from citekit.csl.document import Document
from citekit.csl.library import find_locale, find_style
from citekit.csl.program import Program, typography_of
from citekit.csl.style import StyleSource
from citekit.csl.usage import unknown_terms
from citekit.items.item import Item
from citekit.text.typography import STORED

__all__ = ["Style", "load_style"]


class Style(Program):
    """A style compiled for a locale. Immutable: share it, reuse it, render any number of documents with it.

    `spaces` is a kind of spaces (`citekit.text.typography.SPACES`), or "stored". `french_order` files titles without
    the article that they begin with, and particles as French libraries do; `None`: where the locale is French.
    """

    def with_spaces(self, spaces: str) -> Style:
        """The same style with another kind of spaces, not compiled anew. Raises `UsageError` for an unknown kind."""
        other = copy.copy(self)
        other.spaces = spaces
        other.typography = typography_of(spaces, self.locale)
        return other

    def bibliography(self, items: Sequence[Item], *, sort: bool = True) -> list[BibliographyEntry]:
        """The bibliography of the items; with `sort=False` in their own order."""
        return Document(self, items).bibliography(sort=sort)

    def cite(self, items: Sequence[Item], cites: Sequence[Cite] | None = None, *, output: str = "html") -> str:
        """One citation of the items, outside any document; `cites` give locators, prefixes and suffixes."""
        document = Document(self, items)
        return document.cite(cites if cites is not None else [Cite(item.id) for item in items], output=output)


def load_style(
    style: str | Path | StyleSource,
    locale: str | None = None,
    *,
    spaces: str = STORED,
    french_order: bool | None = None,
) -> Style:
    """Find a style by name, id, path or XML text, and compile it for a locale (default: the style's own, else en-US).

    `spaces` chooses the spaces of French typography: "lexique", "nbsp", "nnbsp", "ascii", or "stored" (as they are).
    `french_order` files titles without the article that they begin with, and particles as French libraries do (default:
    where the locale is French).

    Raises `StyleError` when there is no such style or it is not valid CSL, `UsageError` for an unknown kind of spaces.
    An unknown locale falls back to en-US and leaves a notice in `Style.notices`.

    >>> load_style("apa", locale="fr-FR").locale.tag
    'fr-FR'
    """
    source, notices = (style, []) if isinstance(style, StyleSource) else find_style(str(style))
    built, found = find_locale(locale or source.default_locale or "en-US", source.locales)
    found = [*notices, *found, *unknown_terms(source, built)]
    return Style(source, built, found, spaces=spaces, french_order=french_order)
