"""What a style is compiled to: the layouts as executable nodes, the sort keys and the options.

A `Program` prepares items and settles what its nodes wrote; whole citations and bibliographies are a `Document`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from citekit.csl.compile import compile_children, compile_element
from citekit.csl.elements.narrowed import NarrowedNode
from citekit.csl.elements.node import EMPTY, Node, SequenceNode, StyledNode, styled
from citekit.csl.known_names import KnownNames
from citekit.csl.locale import Locale
from citekit.csl.prepared import Abbreviate, PreparedItem
from citekit.csl.scope import Scope, inherit
from citekit.csl.shapes import Shapes
from citekit.csl.sorting import CompiledKey, compile_sort
from citekit.csl.style import NO_AFFIXES, NO_FORMATTING, Bibliography, Layout, StyleSource
from citekit.csl.usage import uses_year_suffix
from citekit.items.item import Item
from citekit.report import Notice
from citekit.text.collation import Collator
from citekit.text.punctuation import Quotes, settle
from citekit.text.tokens import DISPLAY, Tokens, mark
from citekit.text.typography import STORED, Typography

__all__ = ["Program"]


class Program:
    """A style compiled for a locale; see the module.

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
        self.typography = typography_of(spaces, locale)
        self.french_order = locale.language == "fr" if french_order is None else french_order
        self.collator = Collator(locale.tag)
        self.quotes = Quotes(*locale.quotes)
        self._shapes = Shapes()
        self._names = KnownNames()
        self.explicit_year_suffix = uses_year_suffix(source)
        citation = source.citation
        self.citation_scope = self._scope("citation")
        self.citation_node = NarrowedNode(compile_children(citation.layout.children, self.citation_scope))
        self.citation_keys: tuple[CompiledKey, ...] = compile_sort(citation.sort, self.citation_scope)
        self.bibliography_scope = self._scope("bibliography")
        bibliography = source.bibliography
        self.bibliography_node = NarrowedNode(EMPTY)
        self.bibliography_keys: tuple[CompiledKey, ...] = ()
        if bibliography is not None:
            self.bibliography_node = NarrowedNode(_compile_entry(bibliography, self.bibliography_scope))
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
    def authorless_node(self) -> NarrowedNode:
        """The citation layout for cites that leave out the names they begin with; compiled when first asked for."""
        layout = self.source.citation.layout
        return NarrowedNode(compile_children(layout.children, self._scope("citation", hides_author=True)))

    @cached_property
    def nameless_entry_node(self) -> NarrowedNode:
        """The bibliography layout for entries that leave out the names they begin with."""
        bibliography = self.source.bibliography
        if bibliography is None:
            return NarrowedNode(EMPTY)
        return NarrowedNode(_compile_entry(bibliography, self._scope("bibliography", hides_author=True)))

    @cached_property
    def name(self) -> str:
        """The style's title."""
        return self.source.info.title

    def prepare(self, item: Item, abbreviate: Abbreviate | None = None) -> PreparedItem:
        """The item made ready for rendering by this style."""
        return PreparedItem(item, self.locale.language == "en", abbreviate, self._shapes, self.typography, self._names)

    def unknown_item(self, item_id: str) -> PreparedItem:
        """An item of which nothing is known but its id, for a cite that points at nothing."""
        return self.prepare(Item(item_id))

    def settle(self, tokens: Tokens) -> Tokens:
        """Mend punctuation, quotes and nested formatting, so that a writer can take the tokens."""
        typography = self.typography
        if typography is None:
            return settle(tokens, self.quotes, self.locale.punctuation_in_quote)
        return typography.settled(settle(tokens, typography.quotes(self.quotes), self.locale.punctuation_in_quote))


def typography_of(spaces: str, locale: Locale) -> Typography | None:
    """How a kind of spaces is set in a locale; `None` where spaces stay as they are stored."""
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
