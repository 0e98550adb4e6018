"""The cites of a document that look the same, kept from one edit to the next, and what tells them apart.

CSL 1.0.2, "Disambiguation". Rules other than by-cite first tell *names* apart over the whole document; after that,
items whose cites look the same are a bucket that is searched (`citekit.csl.disambiguation`). An item that comes in
changes the looks of those alone whose names it makes ambiguous, so only these are looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citekit.csl.disambiguation import BucketSearch, Expansions
from citekit.csl.given_names import GivenNameRegister
from citekit.csl.looks import Looks
from citekit.csl.prepared import PreparedItem
from citekit.csl.program import Program
from citekit.csl.state import PLAIN, Disambiguation

__all__ = ["Ambiguities"]


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
        buckets = [sorted(self._same[text].values(), key=lambda item: order[item.id]) for text in self._clashes]
        buckets.sort(key=lambda bucket: order[bucket[0].id])
        search = BucketSearch(self._style, self._register, self._looks, self._expansions, order)
        for bucket in buckets:
            search.solve(bucket)
        register = self._register
        if register is not None:
            # More names that are shown tell those of other items apart too.
            for item in self._bearing(register.take_changed()):
                _put(found, item.id, self._expansions.of(item))
        for item_id, disambiguation in search.found():
            _put(found, item_id, disambiguation)
        if register is not None:
            # In another order of items the search may show others.
            for place in search.registered:
                register.discard(place)

    def _take(self, items: Sequence[PreparedItem]) -> None:
        """Know these items and no others."""
        new = [item for item in items if item.id not in self._texts]
        if len(self._texts) + len(new) > len(items):
            self._forget()
            new = list(items)
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
