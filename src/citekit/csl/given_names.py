"""Telling names apart over a whole document: which given names must be shown for whom.

CSL 1.0.2, "givenname-disambiguation-rule", every rule but by-cite: each ambiguous name is expanded until it differs
from the others with the same family name. Names that differ in nothing are one person.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from citekit.csl.initials import initialize
from citekit.csl.style import StyleSource
from citekit.items.name import Name

__all__ = ["GivenNameRegister"]

_INITIALS: Final = 1
_FULL: Final = 2


class GivenNameRegister:
    """The names of a document by family name, initials and given name."""

    __slots__ = ("_families", "_keeps_particle", "_known", "_only_first", "_only_initials")

    def __init__(self, style: StyleSource) -> None:
        rule = style.citation.givenname_disambiguation_rule
        self._only_initials = rule.endswith("-with-initials")
        self._only_first = rule.startswith("primary-name")
        self._keeps_particle = style.demote_non_dropping_particle == "never"
        self._known: dict[Name, tuple[str, str, str]] = {}
        self._families: dict[str, dict[str, set[str]]] = {}

    def add(self, names: Sequence[Name]) -> None:
        """Register the names of one list."""
        for name in names[:1] if self._only_first else names:
            if name.family:
                family, initials, given = self._keys(name)
                if given:
                    self._families.setdefault(family, {}).setdefault(initials, set()).add(given)

    def level(self, name: Name, index: int) -> int:
        """The level at which the name at this place of its list is unambiguous: 0, 1 for initials, 2 for in full."""
        if not name.family or (self._only_first and index):
            return 0
        family, initials, given = self._keys(name)
        by_initials = self._families.get(family)
        if by_initials is None or given not in by_initials.get(initials, ()):
            return 0
        if self._only_initials:
            return _INITIALS if len(by_initials) > 1 else 0
        if len(by_initials[initials]) > 1:
            return _FULL
        return _INITIALS if len(by_initials) > 1 else 0

    def _keys(self, name: Name) -> tuple[str, str, str]:
        keys = self._known.get(name)
        if keys is None:
            keys = self._known[name] = self._made_keys(name)
        return keys

    def _made_keys(self, name: Name) -> tuple[str, str, str]:
        family = name.family.replace(".", " ").strip()
        if self._keeps_particle and name.non_dropping_particle:
            family = f"{family} {name.non_dropping_particle}"
        given = " ".join(name.given.replace(".", " ").split())
        return family, initialize(given, "", True), given
