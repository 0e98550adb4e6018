"""What a document decides for its items: which are listed, in which order, under which numbers, and how told apart.

Everything follows from the ids in the order in which they came up, and from nothing else: not from positions, notes or
locators. The facts are computed anew when these ids change; sort keys are kept per item, so that a change of order
costs a sort and no rendering.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from citekit.csl.cite import BARE_CITE, Position
from citekit.csl.consulted import sorts_by_number
from citekit.csl.disambiguation import Looks, disambiguate
from citekit.csl.prepared import PreparedItem
from citekit.csl.program import Program
from citekit.csl.sorting import CompiledKey, KeyValue, sorted_groups
from citekit.csl.state import PLAIN, CiteState, Disambiguation
from citekit.text.collation import CollationKey, Collator

__all__ = ["Facts", "Registry"]

Ids = tuple[str, ...]
_NO_DISAMBIGUATIONS: Final[Mapping[str, Disambiguation]] = {}


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
        "_collator",
        "_facts",
        "_items",
        "_keys",
        "_looks",
        "_ranked",
        "_style",
        "_told",
        "_uses_numbers",
        "_values",
    )

    def __init__(self, style: Program, items: Mapping[str, PreparedItem]) -> None:
        self._style = style
        self._items = items
        self._facts: Facts | None = None
        self._told: dict[bool, _ToldApart] = {}
        """How items were told apart last, in their first order (`False`) and with given names expanded (`True`)."""

        self._looks: Looks = {}
        self._uses_numbers = sorts_by_number(style.source)
        self._keys = style.bibliography_keys
        self._values: dict[CompiledKey, dict[object, KeyValue]] = {key: {} for key in self._keys}
        """The value of each sort key for each item, in each state of disambiguation and under each number."""

        self._collator = _RememberingCollator(style.locale.tag)
        self._ranked: dict[bool, _Ranks] = {}
        """The last places before disambiguation (`False`) and after it."""

    def facts(self, registered: Ids) -> Facts:
        """The facts for the items with these ids."""
        if self._facts is None or self._facts.registered != registered:
            self._facts = self._computed(registered)
        return self._facts

    def _computed(self, registered: Ids) -> Facts:
        # Sort keys may ask for numbers, which before sorting are those of the order in which items came up.
        order = self._sorted(registered, _numbered(registered), _NO_DISAMBIGUATIONS)
        told = self._told_apart(order, is_expanded=False)
        if told.expansions:
            expanded = self._sorted(registered, _numbered(order), told.expansions)
            if expanded != order:
                order = expanded
                told = self._told_apart(order, is_expanded=True)
        return Facts(registered, order, _numbered(order), told.disambiguations)

    def _told_apart(self, order: Ids, *, is_expanded: bool) -> _ToldApart:
        told = self._told.get(is_expanded)
        if told is None or told.order != order:
            items = [self._items[item_id] for item_id in order]
            rule = self._style.source.citation.givenname_disambiguation_rule
            told = _ToldApart(order, disambiguate(self._style, items, self._looks), rule)
            self._told[is_expanded] = told
        return told

    def _sorted(
        self, registered: Ids, numbers: Mapping[str, int], disambiguations: Mapping[str, Disambiguation]
    ) -> Ids:
        if not self._keys:
            return registered
        is_told_apart = disambiguations is not _NO_DISAMBIGUATIONS
        if not self._uses_numbers:
            # The same items told apart in the same way have the same keys: only ties go by the order they came in.
            ranks = self._ranked.get(is_told_apart)
            if ranks is not None and ranks.hold_for(registered, disambiguations):
                return tuple(sorted(registered, key=ranks.places.__getitem__))

        def value(key: CompiledKey, item_id: str) -> KeyValue:
            number = numbers[item_id] if self._uses_numbers else 0
            disambiguation = disambiguations.get(item_id, PLAIN)
            known = self._values[key]
            what = item_id if not number and disambiguation is PLAIN else (item_id, disambiguation, number)
            found = known.get(what)
            if found is None:
                found = known[what] = key.value(self._state(item_id, number, disambiguation), self._collator)
            return found

        groups = sorted_groups(registered, self._keys, value)
        if not self._uses_numbers:
            places = {item_id: place for place, group in enumerate(groups) for item_id in group}
            self._ranked[is_told_apart] = _Ranks(places, disambiguations)
        return tuple([item_id for group in groups for item_id in group])

    def _state(self, item_id: str, number: int, disambiguation: Disambiguation) -> CiteState:
        return CiteState(
            self._items[item_id],
            BARE_CITE,
            Position.NOWHERE,
            citation_number=number,
            disambiguation=disambiguation,
        )


class _ToldApart:
    """What tells items apart that come in this order, and what of it their sort keys show.

    Names that a style tells apart over the whole document are sorted as they are printed (CSL 1.0.2,
    "givenname-disambiguation-rule"). What only one cite needs, and a year-suffix, which follows from the order, changes
    no sort key.
    """

    __slots__ = ("disambiguations", "expansions", "order")

    def __init__(self, order: Ids, disambiguations: Mapping[str, Disambiguation], rule: str) -> None:
        self.order = order
        self.disambiguations = disambiguations
        self.expansions: Mapping[str, Disambiguation] = (
            {}
            if rule == "by-cite"
            else {item_id: _names_in_full(one) for item_id, one in disambiguations.items() if one.given}
        )


def _names_in_full(disambiguation: Disambiguation) -> Disambiguation:
    """The given names of a disambiguation and nothing else."""
    one = disambiguation
    return Disambiguation(given=one.given) if one.names or one.condition or one.year_suffix else one


class _Ranks:
    """The place of each item in a sorted bibliography, the same for items that nothing tells apart."""

    __slots__ = ("_disambiguations", "places")

    def __init__(self, places: Mapping[str, int], disambiguations: Mapping[str, Disambiguation]) -> None:
        self.places = places
        self._disambiguations = disambiguations

    def hold_for(self, ids: Ids, disambiguations: Mapping[str, Disambiguation]) -> bool:
        """Whether these items have the places known here."""
        return (
            disambiguations is self._disambiguations and len(ids) == len(self.places) and self.places.keys() >= {*ids}
        )


def _numbered(ids: Sequence[str]) -> dict[str, int]:
    return {item_id: number for number, item_id in enumerate(ids, start=1)}


class _RememberingCollator(Collator):
    """A collator for a document, which sorts the same texts again and again."""

    __slots__ = ("_known",)

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self._known: dict[str, CollationKey] = {}

    def key(self, text: str) -> CollationKey:
        """A value that sorts where `text` belongs."""
        key = self._known.get(text)
        if key is None:
            key = self._known[text] = super().key(text)
        return key
