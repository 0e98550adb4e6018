"""The items of a document in the order of its sort keys, kept from one edit to the next.

An item that comes in is put in its place among the others by halving; sorting all of them anew would ask each for its
keys again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from citekit.csl.sorting import CompiledKey, KeyValue, compare_by_keys, sorted_groups
from citekit.csl.state import PLAIN, Disambiguation

__all__ = ["KeptOrder"]

ValueOf = Callable[[CompiledKey, str, Disambiguation], KeyValue]
"""The value of a sort key for the item with an id, under a disambiguation."""

# With more changes than one item in so many, sorting is cheaper than putting each in its place.
_FEW: Final = 8


class KeptOrder:
    """Ids in the order of sort keys, those that no key tells apart together."""

    __slots__ = ("_groups", "_keys", "_standing")

    def __init__(self, keys: tuple[CompiledKey, ...]) -> None:
        self._keys = keys
        self._groups: list[list[str]] = []
        self._standing: dict[str, Disambiguation] = {}
        """Under which disambiguation each item stands where it stands."""

    def of(
        self, ids: Sequence[str], disambiguations: Mapping[str, Disambiguation], value_of: ValueOf
    ) -> tuple[str, ...]:
        """The items with these ids in order; what no key tells apart keeps the order given."""

        def value(key: CompiledKey, item_id: str) -> KeyValue:
            return value_of(key, item_id, wanted[item_id])

        standing = self._standing
        wanted = dict.fromkeys(ids, PLAIN)
        if disambiguations:
            wanted.update(disambiguations)
        gone = {item_id for item_id, one in standing.items() if (now := wanted.get(item_id)) is not one and now != one}
        new = [item_id for item_id in ids if item_id not in standing or item_id in gone]
        self._standing = wanted
        if (len(gone) + len(new)) * _FEW > len(ids):
            self._groups = sorted_groups(ids, self._keys, value)
        else:
            if gone:
                left = [[one for one in group if one not in gone] for group in self._groups]
                self._groups = [group for group in left if group]
            for item_id in new:
                self._put_down(item_id, value)
        return self._in_order(ids)

    def _put_down(self, item_id: str, value: Callable[[CompiledKey, str], KeyValue]) -> None:
        groups = self._groups
        low, high = 0, len(groups)
        while low < high:
            middle = (low + high) // 2
            place = compare_by_keys(item_id, groups[middle][0], self._keys, value)
            if not place:
                groups[middle].append(item_id)
                return
            if place < 0:
                high = middle
            else:
                low = middle + 1
        groups.insert(low, [item_id])

    def _in_order(self, ids: Sequence[str]) -> tuple[str, ...]:
        groups = self._groups
        if len(groups) < len(ids):
            places = {item_id: place for place, item_id in enumerate(ids)}
            for group in groups:
                if len(group) > 1:
                    group.sort(key=places.__getitem__)
        return tuple([item_id for group in groups for item_id in group])
