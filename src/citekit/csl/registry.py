"""What a document decides for its items: which are listed, in which order, under which numbers, and how told apart.

Everything follows from the ids in the order in which they came up, and from nothing else: not from positions, notes or
locators. The facts are computed anew when these ids change; sort keys are kept per item, so that a change of order
costs a sort and no rendering.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citekit.csl.ambiguities import Ambiguities
from citekit.csl.cite import BARE_CITE, Position
from citekit.csl.consulted import sorts_by_number
from citekit.csl.elements.name_list import EXPANDED_NAMES
from citekit.csl.kept_order import KeptOrder
from citekit.csl.prepared import PreparedItem
from citekit.csl.program import Program
from citekit.csl.sorting import CompiledKey, KeyValue, sorted_groups
from citekit.csl.state import PLAIN, CiteState, Disambiguation

__all__ = ["Facts", "Registry"]

Ids = tuple[str, ...]


class Facts:
    """What holds for the items of a document until other items are listed."""

    __slots__ = ("disambiguations", "numbers", "order", "registered")

    def __init__(
        self, registered: Ids, order: Ids, numbers: Mapping[str, int], disambiguations: Mapping[str, Disambiguation]
    ) -> None:
        self.registered = registered
        """Listed items as they came up: cited ones first."""

        self.order = order
        """Listed items in the order of the bibliography."""

        self.numbers = numbers
        self.disambiguations = disambiguations


class Registry:
    """Computes facts, and remembers the last ones and every sort key."""

    __slots__ = (
        "_ambiguities",
        "_by_cite",
        "_expands_keys",
        "_facts",
        "_items",
        "_keys",
        "_orders",
        "_style",
        "_told",
        "_uses_numbers",
        "_values",
    )

    def __init__(self, style: Program, items: Mapping[str, PreparedItem]) -> None:
        self._style = style
        self._items = items
        self._facts: Facts | None = None
        self._ambiguities = Ambiguities(style)
        self._told: dict[bool, tuple[Ids, Mapping[str, Disambiguation]]] = {}
        """How items were told apart last: in their first order (`False`), and sorted with given names (`True`)."""

        self._keys = style.bibliography_keys
        self._by_cite = style.source.citation.givenname_disambiguation_rule == "by-cite"
        self._uses_numbers = sorts_by_number(style.source)
        self._expands_keys = self._uses_numbers or EXPANDED_NAMES in style.bibliography_scope.facts
        self._values: dict[CompiledKey, dict[object, KeyValue]] = {key: {} for key in self._keys}
        """The value of each sort key for each item, in each state of disambiguation and under each number."""

        self._orders = {is_expanded: KeptOrder(self._keys) for is_expanded in (False, True)}

    def facts(self, registered: Ids) -> Facts:
        """The facts for the items with these ids."""
        if self._facts is None or self._facts.registered != registered:
            self._facts = self._computed(registered)
        return self._facts

    def _computed(self, registered: Ids) -> Facts:
        # Sort keys may ask for numbers, which before sorting are those of the order in which items came up.
        order = self._sorted(registered, registered, {}, is_expanded=False)
        disambiguations = self._told_apart(order, is_expanded=False)
        expansions = self._expansions(disambiguations)
        if expansions:
            expanded = self._sorted(registered, order, expansions, is_expanded=True)
            if expanded != order:
                order = expanded
                disambiguations = self._told_apart(order, is_expanded=True)
        return Facts(registered, order, _numbered(order), disambiguations)

    def _told_apart(self, order: Ids, *, is_expanded: bool) -> Mapping[str, Disambiguation]:
        told = self._told.get(is_expanded)
        if told is None or told[0] != order:
            found = self._ambiguities.told_apart([self._items[item_id] for item_id in order])
            told = self._told[is_expanded] = (order, found)
        return told[1]

    def _expansions(self, disambiguations: Mapping[str, Disambiguation]) -> dict[str, Disambiguation]:
        """What of the disambiguations sort keys show.

        Names that a style tells apart over the whole document are sorted as they are printed (CSL 1.0.2,
        "givenname-disambiguation-rule"). What only one cite needs, and a year-suffix, which follows from the order,
        changes no sort key.
        """
        if self._by_cite or not self._expands_keys:
            return {}
        return {item_id: _names_in_full(one) for item_id, one in disambiguations.items() if one.given}

    def _sorted(
        self, ids: Ids, numbered: Ids, disambiguations: Mapping[str, Disambiguation], *, is_expanded: bool
    ) -> Ids:
        """The ids in the order of the sort keys; `numbered` are the same ids in the order of their numbers."""
        if not self._keys:
            return ids
        if not self._uses_numbers:
            return self._orders[is_expanded].of(ids, disambiguations, self._value)
        numbers = _numbered(numbered)

        def value(key: CompiledKey, item_id: str) -> KeyValue:
            return self._value(key, item_id, disambiguations.get(item_id, PLAIN), numbers[item_id])

        return tuple([item_id for group in sorted_groups(ids, self._keys, value) for item_id in group])

    def _value(self, key: CompiledKey, item_id: str, disambiguation: Disambiguation, number: int = 0) -> KeyValue:
        known = self._values[key]
        what = item_id if not number and disambiguation is PLAIN else (item_id, disambiguation, number)
        found = known.get(what)
        if found is None:
            state = CiteState(self._items[item_id], BARE_CITE, Position.NOWHERE, False, number, 0, disambiguation)
            found = known[what] = key.value(state, self._style.collator)
        return found


def _names_in_full(disambiguation: Disambiguation) -> Disambiguation:
    """The given names of a disambiguation and nothing else."""
    one = disambiguation
    return Disambiguation(given=one.given) if one.names or one.condition or one.year_suffix else one


def _numbered(ids: Sequence[str]) -> dict[str, int]:
    return {item_id: number for number, item_id in enumerate(ids, start=1)}
