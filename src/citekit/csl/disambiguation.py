"""Disambiguation: a pure search inside each bucket of items whose cites look the same.

CSL 1.0.2, "Disambiguation". The methods are tried in the specification's order: given names, more names, the
disambiguate condition, a year-suffix. Rules other than by-cite first tell *names* apart over the whole document. A
bucket is then refined step by step: a step that splits it is kept for its members, one that does not is dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from citekit.csl.cite import BARE_CITE, Position
from citekit.csl.given_names import GivenNameRegister, NamePlace
from citekit.csl.prepared import PreparedItem
from citekit.csl.state import PLAIN, CiteState, Disambiguation, ShownNames
from citekit.text.tokens import Tokens, plain_text

if TYPE_CHECKING:
    from citekit.csl.program import Program

__all__ = ["Looks", "disambiguate"]

_FULL: Final = 2

Step = tuple[str, int, int, int]
"""What one step adds: ("names", names element, count, 0) or ("given", names element, name, level)."""


@dataclass(slots=True)
class _Draft:
    """A disambiguation while it is being searched; `frozen` makes the value that is kept."""

    names: dict[int, int] = field(default_factory=dict)
    given: dict[tuple[int, int], int] = field(default_factory=dict)
    condition: int = 0

    def copy(self) -> _Draft:
        return _Draft(dict(self.names), dict(self.given), self.condition)

    def apply(self, step: Step) -> None:
        kind, element, number, level = step
        if kind == "names":
            self.names[element] = max(self.names.get(element, 0), number)
        else:
            self.given[element, number] = max(self.given.get((element, number), 0), level)

    def frozen(self) -> Disambiguation:
        if not (self.names or self.given or self.condition):
            return PLAIN
        return Disambiguation(tuple(self.names.items()), tuple(self.given.items()), self.condition)


@dataclass(frozen=True, slots=True)
class _Look:
    """How the cite of an item looks: its text, what its names elements show, the conditions consulted."""

    text: str
    names: tuple[ShownNames, ...]
    places: tuple[NamePlace, ...]
    """The names that the register of given names speaks of; none where there is no register."""

    conditions: int


GivenLevels: TypeAlias = tuple[tuple[tuple[int, int], int], ...]

Looks: TypeAlias = dict[PreparedItem | tuple[PreparedItem, Disambiguation], _Look]
"""What cites look like as they are, and under a disambiguation. It depends on nothing else, so a document keeps it."""


def disambiguate(
    style: Program, items: Sequence[PreparedItem], looks: Looks | None = None
) -> dict[str, Disambiguation]:
    """What makes the cite of each item unambiguous; items that need nothing are not in the result.

    `items` come in bibliography order, which is the order of year-suffixes. `looks` remembers rendered cites; it
    belongs to the caller, for as long as the items live.
    """
    citation = style.source.citation
    adds_anything = (
        citation.disambiguate_add_names
        or citation.disambiguate_add_givenname
        or citation.disambiguate_add_year_suffix
        or "disambiguate" in style.citation_scope.facts
    )
    if not adds_anything or not items:
        return {}
    return _Search(style, items, {} if looks is None else looks).run()


class _Search:
    """One run over all items of a document."""

    __slots__ = (
        "_by_levels",
        "_citation",
        "_is_by_cite",
        "_items",
        "_looks",
        "_order",
        "_register",
        "_settled",
        "_style",
    )

    def __init__(self, style: Program, items: Sequence[PreparedItem], looks: Looks) -> None:
        self._style = style
        self._looks = looks
        self._items = items
        self._order = {item.id: i for i, item in enumerate(items)}
        self._citation = style.source.citation
        self._is_by_cite = self._citation.givenname_disambiguation_rule == "by-cite"
        self._by_levels: dict[GivenLevels, Disambiguation] = {}
        self._settled: dict[str, tuple[_Draft, int]] = {}
        """The draft and the year-suffix of every item that is done with."""

        self._register: GivenNameRegister | None = None

    def run(self) -> dict[str, Disambiguation]:
        if self._citation.disambiguate_add_givenname and not self._is_by_cite:
            # Every name that the cites show, for telling names apart over the whole document.
            register = self._register = GivenNameRegister(self._style.source)
            for item in self._items:
                register.add(self._rendered(item, PLAIN).places)
        nothing = _Draft()
        looks = {item.id: self._look(item, nothing) for item in self._items}
        buckets: dict[str, list[PreparedItem]] = {}
        for item in self._items:
            buckets.setdefault(looks[item.id].text, []).append(item)
        for text, bucket in buckets.items():
            if len(bucket) > 1 and text:
                self._solve_names(bucket, _Draft(), _Draft(), list(self._steps(bucket, looks)))
            elif self._register is not None:
                self._settle(bucket, nothing)
        by_id = {item.id: item for item in self._items}
        found = {}
        for item_id, (draft, year_suffix) in self._settled.items():
            # Given names are looked up last: names that were added on the way tell others apart too.
            disambiguation = self._expanded(by_id[item_id], draft, year_suffix)
            if disambiguation is not PLAIN:
                found[item_id] = disambiguation
        return found

    def _rendered(self, item: PreparedItem, disambiguation: Disambiguation) -> _Look:
        """The cite of an item under a disambiguation, rendered once and remembered."""
        key = item if disambiguation is PLAIN else (item, disambiguation)
        look = self._looks.get(key)
        if look is None:
            # The most ambiguous form of a cite is a later one: fewer names, less of what was said already.
            state = CiteState(
                item,
                BARE_CITE,
                Position.SUBSEQUENT,
                near_note=True,
                disambiguation=disambiguation,
                seeks_clashes=True,
            )
            state.shown_names = []
            out: Tokens = []
            self._style.citation_node.of(state.shape).render(state, out)
            places = self._register.places(state.shown_names) if self._register is not None else ()
            look = self._looks[key] = _Look(plain_text(out), tuple(state.shown_names), places, state.conditions_met)
        return look

    def _expanded(self, item: PreparedItem, draft: _Draft, year_suffix: int = 0) -> Disambiguation:
        """The draft with the levels that the names of the item need over the whole document."""
        disambiguation = draft.frozen()
        register = self._register
        if register is not None:
            levels = []
            for name in self._rendered(item, disambiguation).places:
                level = register.level(name)
                if level:
                    levels.append(((name.element, name.place), level))
            if levels and disambiguation is PLAIN:
                disambiguation = self._whole(tuple(levels))
            elif levels:
                complete = draft.copy()
                for (element, place), level in levels:
                    complete.apply(("given", element, place, level))
                disambiguation = complete.frozen()
        return replace(disambiguation, year_suffix=year_suffix) if year_suffix else disambiguation

    def _whole(self, levels: GivenLevels) -> Disambiguation:
        """Given names alone, which is what most cites need: the same object for the same levels."""
        found = self._by_levels.get(levels)
        if found is None:
            found = self._by_levels[levels] = Disambiguation(given=levels)
        return found

    def _look(self, item: PreparedItem, draft: _Draft) -> _Look:
        return self._rendered(item, self._expanded(item, draft))

    def _steps(self, bucket: list[PreparedItem], looks: Mapping[str, _Look]) -> Iterator[Step]:
        """What can be added, in order: the given names shown, then one name more and its given name, and so on."""
        expands = self._citation.disambiguate_add_givenname and self._is_by_cite
        adds = self._citation.disambiguate_add_names
        elements = max(len(looks[item.id].names) for item in bucket)
        for element in range(elements):
            lists = [looks[item.id].names[element] for item in bucket if element < len(looks[item.id].names)]
            shown = max(len(one.names) for one in lists)
            total = max(one.total for one in lists)
            if expands:
                for i in range(shown):
                    yield ("given", element, i, 1)
                    yield ("given", element, i, _FULL)
            if adds:
                for i in range(shown, total):
                    yield ("names", element, i + 1, 0)
                    if expands:
                        yield ("given", element, i, 1)
                        yield ("given", element, i, _FULL)

    def _partition(self, bucket: list[PreparedItem], draft: _Draft) -> list[list[PreparedItem]]:
        if self._register is not None:
            for item in bucket:
                self._register.add(self._rendered(item, draft.frozen()).places)
        classes: dict[str, list[PreparedItem]] = {}
        for item in bucket:
            classes.setdefault(self._look(item, draft).text, []).append(item)
        return list(classes.values())

    def _solve_names(self, bucket: list[PreparedItem], tried: _Draft, kept: _Draft, steps: list[Step]) -> None:
        """Refine a bucket by names; `tried` has every step so far, `kept` those that split it."""
        for i, step in enumerate(steps):
            tried.apply(step)
            classes = self._partition(bucket, tried)
            if len(classes) == 1:
                continue
            kept = kept.copy()
            if step[0] == "given" and step[2] in _added(steps[: i + 1], step[1]):
                # A given name helps only where its name is shown.
                kept.apply(("names", step[1], step[2] + 1, 0))
            kept.apply(step)
            for members in classes:
                if len(members) == 1:
                    self._settle(members, kept)
                else:
                    self._solve_names(members, tried.copy(), kept.copy(), steps[i + 1 :])
            return
        self._solve_condition(bucket, kept)

    def _solve_condition(self, bucket: list[PreparedItem], kept: _Draft, condition: int = 1) -> None:
        """Refine a bucket by rendering one more `disambiguate` condition as true."""
        draft = kept.copy()
        draft.condition = condition
        most = max(self._look(item, draft).conditions for item in bucket)
        if condition > most:
            self._solve_year_suffix(bucket, kept)
            return
        classes = self._partition(bucket, draft)
        if len(classes) == 1:
            self._solve_condition_further(bucket, kept, condition, most)
            return
        for members in classes:
            if len(members) == 1:
                self._settle(members, draft)
            else:
                self._solve_condition(members, draft, condition + 1)

    def _solve_condition_further(self, bucket: list[PreparedItem], kept: _Draft, condition: int, most: int) -> None:
        if condition < most:
            self._solve_condition(bucket, kept, condition + 1)
            return
        self._solve_year_suffix(bucket, kept)

    def _solve_year_suffix(self, bucket: list[PreparedItem], kept: _Draft) -> None:
        if not self._citation.disambiguate_add_year_suffix:
            self._settle(bucket, kept)
            return
        ordered = sorted(bucket, key=self._place)
        for number, item in enumerate(ordered, start=1):
            self._settled[item.id] = (kept, number)

    def _place(self, item: PreparedItem) -> int:
        return self._order[item.id]

    def _settle(self, bucket: list[PreparedItem], draft: _Draft) -> None:
        for item in bucket:
            self._settled[item.id] = (draft, 0)


def _added(steps: Sequence[Step], element: int) -> set[int]:
    """The indexes of names that were hidden at first."""
    return {step[2] - 1 for step in steps if step[0] == "names" and step[1] == element}
