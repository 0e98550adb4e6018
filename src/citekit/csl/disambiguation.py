"""Disambiguation: a pure search inside one bucket of items whose cites look the same.

CSL 1.0.2, "Disambiguation". The methods are tried in the specification's order: given names, more names, the
disambiguate condition, a year-suffix. A bucket is refined step by step: a step that splits it is kept for its members,
one that does not is dropped. Which items are in a bucket: `citekit.csl.ambiguities`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from citekit.csl.given_names import GivenNameRegister, NamePlace
from citekit.csl.looks import Look, Looks
from citekit.csl.prepared import PreparedItem
from citekit.csl.program import Program
from citekit.csl.state import PLAIN, Disambiguation

__all__ = ["Bucket", "BucketSearch", "Expansions"]

Bucket: TypeAlias = tuple[PreparedItem, ...]
"""Items whose cites look the same, in the order of the bibliography."""

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


GivenLevel = tuple[tuple[int, int], int]
GivenLevels = tuple[GivenLevel, ...]


class Expansions:
    """The given names that cites need over the whole document (every givenname-disambiguation-rule but by-cite)."""

    __slots__ = ("_by_levels", "_looks", "_register")

    def __init__(self, register: GivenNameRegister | None, looks: Looks) -> None:
        self._register = register
        self._looks = looks
        self._by_levels: dict[GivenLevels, Disambiguation] = {}

    def of(self, item: PreparedItem, disambiguation: Disambiguation = PLAIN) -> Disambiguation:
        """A disambiguation of an item with the levels that its names need."""
        register = self._register
        if register is None:
            return disambiguation
        levels: list[GivenLevel] = []
        for name in self._looks.of(item, disambiguation).places:
            level = register.level(name)
            if level:
                levels.append(((name.element, name.place), level))
        if not levels:
            return disambiguation
        if disambiguation is PLAIN:
            return self._alone(tuple(levels))
        complete = dict(disambiguation.given)
        for place, level in levels:
            complete[place] = max(complete.get(place, 0), level)
        return replace(disambiguation, given=tuple(complete.items()))

    def _alone(self, levels: GivenLevels) -> Disambiguation:
        """Given names alone, which is what most cites need: the same object for the same levels."""
        found = self._by_levels.get(levels)
        if found is None:
            found = self._by_levels[levels] = Disambiguation(given=levels)
        return found


class BucketSearch:
    """One run over the buckets of a document, one after the other."""

    __slots__ = (
        "_citation",
        "_expansions",
        "_has_conditions",
        "_is_by_cite",
        "_looks",
        "_order",
        "_register",
        "_settled",
        "registered",
    )

    def __init__(
        self,
        style: Program,
        register: GivenNameRegister | None,
        looks: Looks,
        expansions: Expansions,
        order: Mapping[str, int],
    ) -> None:
        citation = self._citation = style.source.citation
        self._has_conditions = "disambiguate" in style.citation_scope.facts
        self._is_by_cite = citation.givenname_disambiguation_rule == "by-cite"
        self._register = register
        self._looks = looks
        self._expansions = expansions
        self._order = order
        self._settled: dict[PreparedItem, tuple[_Draft, int]] = {}
        """The draft and the year-suffix of every item that is done with."""

        self.registered: list[NamePlace] = []
        """Names that the search has added to the register, in their order: those that more names brought to light."""

    def solve(self, bucket: Bucket) -> None:
        """Tell the items of one bucket apart."""
        looks = self._looks_of(bucket, PLAIN)
        self._solve_names(list(bucket), _Draft(), _Draft(), list(self._steps(looks)))

    def found(self, bucket: Bucket) -> list[Disambiguation]:
        """What makes the cite of each item of a bucket unambiguous, once all buckets are solved."""
        found = []
        for item in bucket:
            draft, year_suffix = self._settled[item]
            # Given names are looked up last: names that were added on the way tell others apart too.
            disambiguation = self._expansions.of(item, draft.frozen())
            found.append(replace(disambiguation, year_suffix=year_suffix) if year_suffix else disambiguation)
        return found

    def _looks_of(self, bucket: Sequence[PreparedItem], disambiguation: Disambiguation) -> list[Look]:
        """The cites of a bucket under a disambiguation."""
        look = self._looks.of
        if self._register is None:
            return [look(item, disambiguation) for item in bucket]
        expanded = self._expansions.of
        return [look(item, expanded(item, disambiguation)) for item in bucket]

    def _steps(self, looks: list[Look]) -> Iterator[Step]:
        """What can be added, in order: the given names shown, then one name more and its given name, and so on."""
        expands = self._citation.disambiguate_add_givenname and self._is_by_cite
        adds = self._citation.disambiguate_add_names
        elements = max(len(look.names) for look in looks)
        for element in range(elements):
            lists = [look.names[element] for look in looks if element < len(look.names)]
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
        disambiguation = draft.frozen()
        if self._register is not None:
            for item in bucket:
                for place in self._looks.of(item, disambiguation).places:
                    if not self._register.knows(place):
                        self._register.add(place)
                        self.registered.append(place)
        classes: dict[str, list[PreparedItem]] = {}
        for item, look in zip(bucket, self._looks_of(bucket, disambiguation), strict=True):
            classes.setdefault(look.text, []).append(item)
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
        if not self._has_conditions:
            self._solve_year_suffix(bucket, kept)
            return
        draft = kept.copy()
        draft.condition = condition
        most = max([look.conditions for look in self._looks_of(bucket, draft.frozen())])
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
            self._settled[item] = (kept, number)

    def _place(self, item: PreparedItem) -> int:
        return self._order[item.id]

    def _settle(self, bucket: list[PreparedItem], draft: _Draft) -> None:
        for item in bucket:
            self._settled[item] = (draft, 0)


def _added(steps: Sequence[Step], element: int) -> set[int]:
    """The indexes of names that were hidden at first."""
    return {step[2] - 1 for step in steps if step[0] == "names" and step[1] == element}
