"""The cites of a document that look the same, kept from one edit to the next, and what tells them apart.

CSL 1.0.2, "Disambiguation". Rules other than by-cite first tell *names* apart over the whole document; after that,
items whose cites look the same are a bucket that is searched (`citekit.csl.disambiguation`). An item that comes in
changes the looks of those alone whose names it makes ambiguous, so only these are looked at again, and one that goes
those of the items whose names it leaves alone. What tells a bucket apart is remembered: it is found by a search that
knows of nothing but the items of the bucket and of the register of given names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from citekit.csl.disambiguation import Bucket, BucketSearch, Expansions
from citekit.csl.given_names import GivenNameRegister, NamePlace
from citekit.csl.looks import Looks
from citekit.csl.prepared import PreparedItem
from citekit.csl.program import Program
from citekit.csl.state import PLAIN, Disambiguation

__all__ = ["Ambiguities"]

# How many searches are remembered for each bucket that there is.
_MOST_SOLVED: Final = 4


class Ambiguities:
    """The items of a document by the text of their cites."""

    __slots__ = (
        "_adds_anything",
        "_bearers",
        "_clashes",
        "_expanded",
        "_expansions",
        "_looks",
        "_register",
        "_same",
        "_solved",
        "_solved_under",
        "_style",
        "_texts",
    )

    def __init__(self, style: Program) -> None:
        self._style = style
        citation = style.source.citation
        self._adds_anything = (
            citation.disambiguate_add_names
            or citation.disambiguate_add_givenname
            or citation.disambiguate_add_year_suffix
            or "disambiguate" in style.citation_scope.facts
        )
        tells_names = citation.disambiguate_add_givenname and citation.givenname_disambiguation_rule != "by-cite"
        self._register = GivenNameRegister(style.source) if tells_names else None
        self._looks = Looks(style, self._register)
        self._expansions = Expansions(self._register, self._looks)
        self._solved: dict[Bucket, list[Disambiguation]] = {}
        """What told the items of a bucket apart, as long as no search has brought other names to light."""

        self._solved_under = 0
        """The version of the register of given names at that time."""

        self._forget()

    def told_apart(self, items: Sequence[PreparedItem]) -> dict[str, Disambiguation]:
        """What makes the cite of each item unambiguous; items that need nothing are not in the result.

        `items` come in bibliography order, which is the order of year-suffixes.
        """
        if not self._adds_anything:
            return {}
        self._take(items)
        found = self._expanded.copy()
        if self._clashes:
            self._solve({item.id: place for place, item in enumerate(items)}, found)
        return found

    def _solve(self, order: dict[str, int], found: dict[str, Disambiguation]) -> None:
        """Tell apart the items whose cites look the same; `order` gives the place of each item."""

        def place(item: PreparedItem) -> int:
            return order[item.id]

        buckets = [tuple(sorted(self._same[text].values(), key=place)) for text in self._clashes]
        buckets.sort(key=lambda bucket: place(bucket[0]))
        register = self._register
        if register is not None and register.version != self._solved_under:
            self._solved.clear()
        unsolved = [bucket for bucket in buckets if bucket not in self._solved]
        search = self._searched(unsolved, order)
        if register is not None and search.registered:
            # More names that are shown tell those of other items apart too, in buckets that come later as well.
            if len(unsolved) < len(buckets):
                self._solved.clear()
                self._unregister(search.registered)
                search = self._searched(buckets, order)
            for item in self._bearing(register.take_changed()):
                _put(found, item.id, self._expansions.of(item))
        for bucket in buckets:
            told = self._solved.get(bucket)
            if told is None:
                told = search.found(bucket)
                if not search.registered:
                    self._solved[bucket] = told
            for item, disambiguation in zip(bucket, told, strict=True):
                _put(found, item.id, disambiguation)
        # In another order of items the search may show others.
        self._unregister(search.registered)
        self._solved_under = register.version if register is not None else 0
        if len(self._solved) > _MOST_SOLVED * len(buckets):
            self._solved = {bucket: self._solved[bucket] for bucket in buckets if bucket in self._solved}

    def _searched(self, buckets: Sequence[Bucket], order: dict[str, int]) -> BucketSearch:
        search = BucketSearch(self._style, self._register, self._looks, self._expansions, order)
        for bucket in buckets:
            search.solve(bucket)
        return search

    def _unregister(self, places: Sequence[NamePlace]) -> None:
        if self._register is not None and places:
            for place in places:
                self._register.discard(place)
            self._register.take_changed()

    def _take(self, items: Sequence[PreparedItem]) -> None:
        """Know these items and no others."""
        wanted = {item.id for item in items}
        gone = [item_id for item_id in self._texts if item_id not in wanted]
        if len(gone) > len(items):
            self._forget()
            gone.clear()
        new = [item for item in items if item.id not in self._texts]
        for item_id in gone:
            self._let_go(self._same[self._texts[item_id]][item_id])
        changed: list[PreparedItem] = []
        if self._register is not None:
            for item in new:
                for place in self._looks.of(item).places:
                    self._register.add(place)
            changed = self._bearing(self._register.take_changed())
            for item in new:
                for place in self._looks.of(item).places:
                    self._bearers.setdefault(place.family, {})[item.id] = item
        for item in changed:
            self._take_away(item)
        for item in (*changed, *new):
            self._put_down(item)

    def _let_go(self, item: PreparedItem) -> None:
        """Forget an item, but for what its cite looks like."""
        self._take_away(item)
        self._expanded.pop(item.id, None)
        if self._register is not None:
            for place in self._looks.of(item).places:
                self._register.discard(place)
                self._bearers[place.family].pop(item.id, None)

    def _bearing(self, families: Iterable[str]) -> list[PreparedItem]:
        """The items whose cites show one of these family names."""
        found: dict[str, PreparedItem] = {}
        for family in families:
            found.update(self._bearers.get(family, {}))
        return list(found.values())

    def _put_down(self, item: PreparedItem) -> None:
        expansion = self._expansions.of(item)
        _put(self._expanded, item.id, expansion)
        text = self._texts[item.id] = self._looks.of(item, expansion).text
        same = self._same.get(text)
        if same is None:
            self._same[text] = {item.id: item}
            return
        same[item.id] = item
        if text:
            # Cites that print nothing are not ambiguous.
            self._clashes.add(text)

    def _take_away(self, item: PreparedItem) -> None:
        text = self._texts.pop(item.id)
        same = self._same[text]
        del same[item.id]
        if len(same) < 2:
            self._clashes.discard(text)
        if not same:
            del self._same[text]

    def _forget(self) -> None:
        """Begin anew, but for what cites look like."""
        self._texts: dict[str, str] = {}
        """The text of each cite, names told apart."""

        self._same: dict[str, dict[str, PreparedItem]] = {}
        """The items whose cites have a text."""

        self._clashes: set[str] = set()
        """The texts that several items have."""

        self._expanded: dict[str, Disambiguation] = {}
        """The given names that an item needs over the whole document."""

        self._bearers: dict[str, dict[str, PreparedItem]] = {}
        """The items whose cites show a family name."""

        if self._register is not None:
            self._register.clear()


def _put(found: dict[str, Disambiguation], item_id: str, disambiguation: Disambiguation) -> None:
    """Keep what an item needs, or nothing where it needs nothing."""
    if disambiguation is PLAIN:
        found.pop(item_id, None)
    else:
        found[item_id] = disambiguation
