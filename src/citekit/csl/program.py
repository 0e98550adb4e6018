"""A compiled style: what `load_style` gives, immutable and reusable.

A `Style` holds the layouts as executable nodes, the sort keys and the options. It renders items on its own
(`bibliography`, `cite`); a `Document` uses the same pieces for citations in sequence.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from citekit.csl.cite import Cite
from citekit.csl.compile import compile_children, compile_element
from citekit.csl.elements.node import EMPTY, Node, SequenceNode, StyledNode, styled
from citekit.csl.library import find_locale, find_style
from citekit.csl.locale import Locale
from citekit.csl.prepared import Abbreviate, PreparedItem
from citekit.csl.scope import Scope, inherit
from citekit.csl.shapes import Shapes
from citekit.csl.sorting import CompiledKey, compile_sort
from citekit.csl.style import NO_AFFIXES, NO_FORMATTING, Bibliography, Layout, StyleSource
from citekit.csl.usage import unknown_terms, uses_year_suffix
from citekit.items.item import Item
from citekit.report import Notice
from citekit.text.collation import Collator
from citekit.text.punctuation import Quotes, settle
from citekit.text.tokens import DISPLAY, Tokens, mark
from citekit.text.typography import STORED, Typography
from citekit.text.writers import writer

__all__ = ["BibliographyEntry", "Style", "load_style"]


class BibliographyEntry:
    """One rendered line of the bibliography: rich text, written as HTML, RTF or plain text when asked for."""

    __slots__ = ("id", "tokens")

    def __init__(self, item_id: str, tokens: Tokens) -> None:
        self.id = item_id
        self.tokens = tokens
        """Settled tokens, as the writers of `citekit.text.writers` take them."""

    @property
    def html(self) -> str:
        """What stands inside `<div class="csl-entry">`."""
        return writer("html").write(self.tokens)

    @property
    def rtf(self) -> str:
        """A fragment of RTF, without the document around it."""
        return writer("rtf").write(self.tokens)

    @property
    def text(self) -> str:
        """Plain text."""
        return writer("text").write(self.tokens)

    def __repr__(self) -> str:
        return f"<BibliographyEntry {self.id}: {self.text}>"


class Style:
    """A style compiled for a locale. Immutable: share it, reuse it, render any number of documents with it.

    `spaces` is a kind of spaces (`citekit.text.typography.SPACES`), or "stored". `french_order` files titles without
    the article that they begin with, and particles as French libraries do; `None`: where the locale is French.
    """

    def __init__(
        self,
        source: StyleSource,
        locale: Locale,
        notices: Sequence[Notice] = (),
        *,
        spaces: str = STORED,
        french_order: bool | None = None,
    ) -> None:
        self.source = source
        self.locale = locale
        self.notices: tuple[Notice, ...] = tuple(notices)
        self.spaces = spaces
        self.typography = _typography(spaces, locale)
        self.french_order = locale.language == "fr" if french_order is None else french_order
        self.collator = Collator(locale.tag)
        self.quotes = Quotes(*locale.quotes)
        self._shapes = Shapes()
        self.explicit_year_suffix = uses_year_suffix(source)
        citation = source.citation
        self.citation_scope = self._scope("citation")
        self.citation_node: Node = compile_children(citation.layout.children, self.citation_scope)
        self.citation_keys: tuple[CompiledKey, ...] = compile_sort(citation.sort, self.citation_scope)
        self.bibliography_scope = self._scope("bibliography")
        bibliography = source.bibliography
        self.bibliography_node: Node = EMPTY
        self.bibliography_keys: tuple[CompiledKey, ...] = ()
        if bibliography is not None:
            self.bibliography_node = _compile_entry(bibliography, self.bibliography_scope)
            self.bibliography_keys = compile_sort(bibliography.sort, self.bibliography_scope)

    def _scope(self, area: str, hides_author: bool = False) -> Scope:
        source = self.source
        section = source.citation if area == "citation" else source.bibliography
        options = inherit(source.options, section.options) if section is not None else source.options
        scope = Scope(source, self.locale, area, options, hides_author=hides_author, french_order=self.french_order)
        if self.explicit_year_suffix:
            scope.facts.add("explicit-year-suffix")
        return scope

    @cached_property
    def authorless_node(self) -> Node:
        """The citation layout for cites that leave out the names they begin with; compiled when first asked for."""
        return compile_children(self.source.citation.layout.children, self._scope("citation", hides_author=True))

    @cached_property
    def name(self) -> str:
        """The style's title."""
        return self.source.info.title

    def prepare(self, item: Item, abbreviate: Abbreviate | None = None) -> PreparedItem:
        """The item made ready for rendering by this style."""
        return PreparedItem(item, self.locale.language == "en", abbreviate, self._shapes, self.typography)

    def unknown_item(self, item_id: str) -> PreparedItem:
        """An item of which nothing is known but its id, for a cite that points at nothing."""
        return self.prepare(Item(item_id))

    def settle(self, tokens: Tokens) -> Tokens:
        """Mend punctuation, quotes and nested formatting, so that a writer can take the tokens."""
        typography = self.typography
        if typography is None:
            return settle(tokens, self.quotes, self.locale.punctuation_in_quote)
        return typography.settled(settle(tokens, typography.quotes(self.quotes), self.locale.punctuation_in_quote))

    def with_spaces(self, spaces: str) -> Style:
        """The same style with another kind of spaces, not compiled anew. Raises `UsageError` for an unknown kind."""
        other = copy.copy(self)
        other.spaces = spaces
        other.typography = _typography(spaces, self.locale)
        return other

    def bibliography(self, items: Sequence[Item], *, sort: bool = True) -> list[BibliographyEntry]:
        """The bibliography of the items; with `sort=False` in their own order."""
        from citekit.csl.document import Document

        return Document(self, items).bibliography(sort=sort)

    def cite(self, items: Sequence[Item], cites: Sequence[Cite] | None = None, *, output: str = "html") -> str:
        """One citation of the items, outside any document; `cites` give locators, prefixes and suffixes."""
        from citekit.csl.document import Document

        document = Document(self, items)
        return document.cite(cites if cites is not None else [Cite(item.id) for item in items], output=output)


def _typography(spaces: str, locale: Locale) -> Typography | None:
    return None if spaces == STORED else Typography(spaces, locale.tag)


def _compile_entry(bibliography: Bibliography, scope: Scope) -> Node:
    """The layout of a bibliography entry; second-field-align sets its first field apart."""
    layout = bibliography.layout
    if not bibliography.second_field_align or not layout.children:
        return layout_node(compile_children(layout.children, scope), layout)
    first, *rest = layout.children
    margin = _block(compile_element(first, scope), "left-margin")
    # The suffix of the layout closes the text, so it stands inside the second block.
    inline = _block(layout_node(compile_children(tuple(rest), scope), layout), "right-inline")
    return SequenceNode((margin, inline), "")


def _block(node: Node, display: str) -> Node:
    return StyledNode(node, NO_AFFIXES, (), mark(DISPLAY, display), "", False) if node is not EMPTY else EMPTY


def layout_node(node: Node, layout: Layout) -> Node:
    """The layout with its affixes, which stand inside its formatting (CSL 1.0.2, "Affixes")."""
    inner = styled(node, layout.affixes, NO_FORMATTING)
    return styled(inner, NO_AFFIXES, layout.formatting)


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
