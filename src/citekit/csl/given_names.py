"""Telling names apart over a whole document: which given names must be shown for whom.

CSL 1.0.2, "givenname-disambiguation-rule", every rule but by-cite: each ambiguous name is expanded until it differs
from the others with the same family name. Names that differ in nothing are one person.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from citekit.csl.initials import initialize
from citekit.csl.known_names import KnownName
from citekit.csl.state import ShownNames
from citekit.csl.style import StyleSource

__all__ = ["GivenNameRegister", "NamePlace"]

_INITIALS: Final = 1
_FULL: Final = 2


class NamePlace(NamedTuple):
    """Where a cite shows a name that can be expanded, and what there is to compare of the name."""

    element: int
    place: int
    family: str
    initials: str
    given: str


class GivenNameRegister:
    """The names of a document by family name, initials and given name."""

    __slots__ = ("_changed", "_families", "_keeps_particle", "_known", "_only_first", "_only_initials")

    def __init__(self, style: StyleSource) -> None:
        rule = style.citation.givenname_disambiguation_rule
        self._only_initials = rule.endswith("-with-initials")
        self._only_first = rule.startswith("primary-name")
        self._keeps_particle = style.demote_non_dropping_particle == "never"
        self._known: dict[KnownName, tuple[str, str, str]] = {}
        self._families: dict[str, dict[str, set[str]]] = {}
        self._changed: set[str] = set()

    def places(self, lists: Iterable[ShownNames]) -> tuple[NamePlace, ...]:
        """The names shown by a cite that the style's rule speaks of. They depend on the style alone."""
        found = []
        for element, shown in enumerate(lists):
            for place, name in enumerate(shown.names[:1] if self._only_first else shown.names):
                if name.family:
                    family, initials, given = self._keys(name)
                    if given:
                        found.append(NamePlace(element, place, family, initials, given))
        return tuple(found)

    def add(self, name: NamePlace) -> bool:
        """Register a name; whether it was not there yet."""
        by_initials = self._families.get(name.family)
        if by_initials is None:
            self._families[name.family] = {name.initials: {name.given}}
            return True
        known = by_initials.get(name.initials)
        if known is None:
            if len(by_initials) == 1:
                self._changed.add(name.family)
            by_initials[name.initials] = {name.given}
            return True
        if name.given in known:
            return False
        if len(known) == 1:
            self._changed.add(name.family)
        known.add(name.given)
        return True

    def discard(self, name: NamePlace) -> None:
        """Take a name out again."""
        by_initials = self._families[name.family]
        known = by_initials[name.initials]
        known.discard(name.given)
        if not known:
            del by_initials[name.initials]
            if not by_initials:
                del self._families[name.family]

    def clear(self) -> None:
        """Take all names out."""
        self._families.clear()
        self._changed.clear()

    def take_changed(self) -> set[str]:
        """The family names that have become ambiguous since this was asked last, or more so."""
        changed = self._changed
        self._changed = set()
        return changed

    def level(self, name: NamePlace) -> int:
        """The level at which the name is unambiguous: 0 as the style has it, 1 for initials, 2 for in full."""
        by_initials = self._families.get(name.family)
        if by_initials is None:
            return 0
        known = by_initials.get(name.initials)
        if known is None or name.given not in known:
            return 0
        if len(known) > 1 and not self._only_initials:
            return _FULL
        return _INITIALS if len(by_initials) > 1 else 0

    def _keys(self, name: KnownName) -> tuple[str, str, str]:
        keys = self._known.get(name)
        if keys is None:
            keys = self._known[name] = self._made_keys(name)
        return keys

    def _made_keys(self, name: KnownName) -> tuple[str, str, str]:
        family = name.family.replace(".", " ").strip()
        if self._keeps_particle and name.non_dropping_particle:
            family = f"{family} {name.non_dropping_particle}"
        given = " ".join(name.given.replace(".", " ").split())
        return family, initialize(given, "", True), given
