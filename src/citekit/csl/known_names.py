"""The names of a style's items, particles told apart: equal names are one object.

Names recur within a bibliography, and what a style makes of one is remembered by name. A hash over ten parts costs more
than the rest of such a look-up, so equal names are made one on intake and known by identity from then on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, Final, TypeAlias

from citekit.csl.particles import split_name
from citekit.items.name import Name

__all__ = ["KnownName", "KnownNames"]

Parts: TypeAlias = tuple[Any, ...]
_PARTS: Final[Callable[[Name], Parts]] = attrgetter(*[one.name for one in fields(Name)])


class KnownName(Name):
    """A name that equals itself alone; `KnownNames` makes it."""

    __slots__ = ()

    __eq__ = object.__eq__
    __hash__ = object.__hash__


class KnownNames:
    """The names that a style has met, by their parts as they came and as they were taken apart."""

    __slots__ = ("_by_source", "_taken_apart")

    def __init__(self) -> None:
        self._by_source: dict[Parts, KnownName] = {}
        self._taken_apart: dict[Parts, KnownName] = {}

    def of(self, names: tuple[Name, ...]) -> tuple[KnownName, ...]:
        """The names that would print something."""
        by_source = self._by_source
        found = []
        for name in names:
            # A tuple of strings is hashed and compared faster than a name.
            parts = _PARTS(name)
            known = by_source.get(parts)
            if known is None:
                if name.is_empty:
                    continue
                known = by_source[parts] = self._met(name)
            found.append(known)
        return tuple(found)

    def _met(self, name: Name) -> KnownName:
        parts = _PARTS(split_name(name))
        known = self._taken_apart.get(parts)
        if known is None:
            known = self._taken_apart[parts] = KnownName(*parts)
        return known
