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

    __slots__ = ("_changed", "_families", "_keeps_particle", "_known", "_only_first", "_only_initials", "version")

    def __init__(self, style: StyleSource) -> None:
        rule = style.citation.givenname_disambiguation_rule
        self._only_initials = rule.endswith("-with-initials")
        self._only_first = rule.startswith("primary-name")
        self._keeps_particle = style.demote_non_dropping_particle == "never"
        self._known: dict[KnownName, tuple[str, str, str]] = {}
        self._families: dict[str, dict[str, dict[str, int]]] = {}
        """How often each given name is there, by family name and initials."""

        self._changed: set[str] = set()
        self.version = 0
        """Another one whenever other names are there."""

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

    def knows(self, name: NamePlace) -> bool:
        """Whether the name is there."""
        return name.given in self._families.get(name.family, {}).get(name.initials, ())

    def add(self, name: NamePlace) -> None:
        """Register a name, once more where it is there already."""
        by_initials = self._families.setdefault(name.family, {})
        known = by_initials.setdefault(name.initials, {})
        count = known[name.given] = known.get(name.given, 0) + 1
        if count == 1:
            self._note(name, len(by_initials if len(known) == 1 else known) == 2)

    def discard(self, name: NamePlace) -> None:
        """Take a name out as often as it was registered, and it is gone."""
        by_initials = self._families[name.family]
        known = by_initials[name.initials]
        known[name.given] -= 1
        if known[name.given]:
            return
        del known[name.given]
        if not known:
            del by_initials[name.initials]
            if not by_initials:
                del self._families[name.family]
        self._note(name, len(known or by_initials) == 1)

    def _note(self, name: NamePlace, changes_others: bool) -> None:
        self.version += 1
        if changes_others:
            self._changed.add(name.family)

    def clear(self) -> None:
        """Take all names out."""
        self._families.clear()
        self._changed.clear()
        self.version += 1

    def take_changed(self) -> set[str]:
        """The family names that have become more ambiguous since this was asked last, or less so."""
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
