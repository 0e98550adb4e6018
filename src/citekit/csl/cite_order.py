"""The order of the cites in a citation: the keys of its `cs:sort`, and the names by which cites are grouped.

CSL 1.0.2, "Sorting" and "Cite Grouping". Cites are put in order before their positions are found: an "ibid." points at
the cite that is printed before it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from citekit.csl.citations import NAME_LIST, NAMES, field_span, groups_cites
from citekit.csl.cite import Citation, Cite, Position
from citekit.csl.elements.node import EMPTY
from citekit.csl.positions import FIRST_PLACE, Placement
from citekit.csl.program import Program
from citekit.csl.sorting import CompiledKey, KeyValue, sorted_groups
from citekit.csl.state import CiteState
from citekit.text.tokens import Tokens, plain_text

__all__ = ["CiteSorter", "StateOf"]

StateOf = Callable[[Cite, Placement], CiteState | None]
"""The state of a cite, or `None` where there is no item with its id."""


class _NamesKey(CompiledKey):
    """The names that a later cite of the item prints, without those that only this cite needs.

    Where cites are grouped by their names, groups that the first key leaves open come in the order of these.
    """

    __slots__ = ()

    def __init__(self, style: Program, is_descending: bool) -> None:
        super().__init__(EMPTY, is_descending, "")
        self.node = style.citation_node

    def text(self, cite: CiteState) -> str:
        cite.position = Position.SUBSEQUENT
        out: Tokens = []
        self.node.of(cite.shape).render(cite, out)
        span = field_span(out, NAMES)
        if span is None or NAME_LIST not in out[span[0] : span[1]]:
            return ""
        # Letter by letter: the space after an initial does not count.
        return "".join(plain_text(tuple(out[span[0] : span[1]])).split())


class CiteSorter:
    """Puts the cites of citations in a style's order."""

    __slots__ = ("_collator", "_keys", "_rule", "_state_of", "_style")

    def __init__(self, style: Program, state_of: StateOf) -> None:
        citation = style.source.citation
        self._style = style
        self._state_of = state_of
        self._collator = style.collator
        self._rule = citation.givenname_disambiguation_rule
        self._keys = style.citation_keys
        if self._keys and groups_cites(citation) and style.source.style_class != "note":
            first, *others = self._keys
            self._keys = (first, _NamesKey(style, first.is_descending), *others)

    @property
    def has_keys(self) -> bool:
        """Whether the style sorts cites at all."""
        return bool(self._keys)

    def sorted(self, citation: Citation) -> Citation:
        """The citation with its cites in order."""
        if not self._keys or len(citation.cites) < 2:
            return citation
        groups = sorted_groups(citation.cites, self._keys, self._value)
        return replace(citation, cites=tuple([cite for group in groups for cite in group]))

    def _value(self, key: CompiledKey, cite: Cite) -> KeyValue:
        state = self._state_of(cite, FIRST_PLACE)
        if state is None:
            # A cite of nothing has no key, and so comes last.
            state = CiteState(self._style.unknown_item(cite.id), cite)
        shows_given = isinstance(key, _NamesKey) or self._rule != "by-cite"
        state.disambiguation = state.disambiguation.in_sort_keys(shows_given)
        return key.value(state, self._collator)
