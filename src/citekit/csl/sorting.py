"""Sorting cites and bibliography entries by the keys of `cs:sort` (CSL 1.0.2, "Sorting").

Each key is a compiled node whose output is the key's text. Items without a key go last in both directions. Accents and
capitals count only where all keys have the same letters, so that "Dupre" and "Dupré" are one author to the date that
follows. Ties keep the order in which the items came.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, TypeAlias, TypeVar

from citekit.csl.compile import compile_macro
from citekit.csl.elements.date import DateSortNode
from citekit.csl.elements.names import compile_names
from citekit.csl.elements.narrowed import NarrowedNode
from citekit.csl.elements.node import Node
from citekit.csl.elements.number import NumberSortNode
from citekit.csl.elements.text import sort_text
from citekit.csl.scope import Scope
from citekit.csl.state import CiteState
from citekit.csl.style import NameElement, NameOptions, Names, Sort, SortKey
from citekit.items.variables import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES
from citekit.text.collation import Collator
from citekit.text.tokens import Tokens, plain_text

__all__ = ["CompiledKey", "KeyValue", "compare_by_keys", "compile_sort", "sorted_groups"]

_ALL_PARTS: Final = frozenset({"year", "month", "day"})

KeyValue: TypeAlias = tuple[Hashable, ...]
"""What a sort key comes to for one row: its letters, accents and case; nothing where it has none."""

NO_VALUE: Final[KeyValue] = ()

_FIRST: Final = itemgetter(0)
_STRENGTHS: Final = 3
"""Letters, accents, case."""

T = TypeVar("T")


class CompiledKey:
    """One sort key: the node that writes it, and the direction."""

    __slots__ = ("is_descending", "node", "variable")

    def __init__(self, node: Node, is_descending: bool, variable: str) -> None:
        self.node = NarrowedNode(node)
        self.is_descending = is_descending
        self.variable = variable

    def text(self, cite: CiteState) -> str:
        """The text of the key, empty where the item has none."""
        out: Tokens = []
        self.node.of(cite.shape).render(cite, out)
        return plain_text(out)

    def value(self, cite: CiteState, collator: Collator) -> KeyValue:
        """The key as it is compared: its letters, then its accents, then its case."""
        text = self.text(cite).rstrip()
        return collator.key(text) if text else NO_VALUE


def compile_sort(sort: Sort | None, scope: Scope) -> tuple[CompiledKey, ...]:
    """The keys of a `cs:sort`, none where there is no sort."""
    if sort is None:
        return ()
    return tuple([CompiledKey(_key_node(key, scope), key.descending, key.variable) for key in sort.keys])


def _key_node(key: SortKey, scope: Scope) -> Node:
    sorting = scope.for_sorting(key)
    if key.macro:
        node = compile_macro(key.macro, sorting)
    elif key.variable in NAME_VARIABLES:
        # CSL 1.0.2, "Sorting Variables": the long form, every name inverted, abbreviated as names around it are.
        names = Names((key.variable,), name=NameElement(NameOptions(form="long")))
        node = compile_names(names, sorting, _no_substitute)
    elif key.variable in DATE_VARIABLES:
        node = DateSortNode(key.variable, _ALL_PARTS)
    elif key.variable in NUMBER_VARIABLES:
        node = NumberSortNode(key.variable)
    else:
        node = sort_text(key.variable, "long", sorting)
    scope.facts |= sorting.facts
    return node


def _no_substitute(element: object, scope: Scope) -> Node:
    raise AssertionError("a sort key on a variable has no substitute")


def compare_by_keys(
    one: T, other: T, keys: tuple[CompiledKey, ...], value: Callable[[CompiledKey, T], KeyValue]
) -> int:
    """Whether one row comes before the other (-1) or after it (1), or no key tells them apart (0)."""
    for strength in range(_STRENGTHS):
        for key in keys:
            first, second = value(key, one), value(key, other)
            if first and second:
                mine: Any = first[strength]
                theirs: Any = second[strength]
                if mine != theirs:
                    return 1 if (mine < theirs) == key.is_descending else -1
            elif first or second:
                return -1 if first else 1
    return 0


def sorted_groups(
    rows: Sequence[T], keys: tuple[CompiledKey, ...], value: Callable[[CompiledKey, T], KeyValue]
) -> list[list[T]]:
    """The rows in order, those that no key tells apart together. A key is asked only where those before it tie."""
    done: list[list[T]] = []
    waiting: list[tuple[int, list[T]]] = [(0, list(rows))]
    while waiting:
        level, group = waiting.pop()
        if len(group) < 2 or level == _STRENGTHS * len(keys):
            if group:
                done.append(group)
            continue
        strength, number = divmod(level, len(keys))
        groups = _grouped(group, keys[number], value, strength)
        # Last in, first out: what sorts last is put down first.
        waiting += [(level + 1, one) for one in reversed(groups)]
    return done


def _grouped(
    rows: list[T], key: CompiledKey, value: Callable[[CompiledKey, T], KeyValue], strength: int
) -> list[list[T]]:
    """The rows grouped by one key, the groups in its order; rows without the key come last in both directions."""
    with_key: list[tuple[Any, T]] = []
    without: list[T] = []
    for row in rows:
        found = value(key, row)
        if found:
            with_key.append((found[strength], row))
        else:
            without.append(row)
    with_key.sort(key=_FIRST, reverse=key.is_descending)
    groups = [[row for _, row in same] for _, same in groupby(with_key, key=_FIRST)]
    if without:
        groups.append(without)
    return groups
