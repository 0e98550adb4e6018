"""Items of one shape: of the same type, with values in the same variables.

Most of a style asks what an item has and prints nothing for what it lacks. For items of one shape these answers are
always the same, so the nodes of a style are narrowed to a shape once: conditions on types and variables are decided,
and what calls only variables that are not there is left out (`citekit.csl.elements.narrowed`). Bibliographies have few
shapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from citekit.csl.cite import CITE_VARIABLES

__all__ = ["Shape", "Shapes"]

_SOURCES: Final[Mapping[str, str]] = {
    "event": "event-title",
    "event-title": "event",
    "page-first": "page",
    "title-short": "shortTitle",
    "container-title-short": "journalAbbreviation",
}
"""Variables that can be had from another one; whether they can depends on its value."""

MOST_SHAPES: Final = 256
"""How many shapes a style keeps; with more, it begins anew."""


class Shape:
    """The type of an item and the variables in which it has a value. There is one for each: compared by identity.

    `bare` is the same for cites without a locator, which are all those of bibliographies and most others.
    """

    __slots__ = ("_is_bare", "_present", "bare", "type")

    def __init__(self, item_type: str, present: frozenset[str], is_bare: bool = False) -> None:
        self.type = item_type
        self._present = present
        self._is_bare = is_bare
        self.bare: Shape = self if is_bare else Shape(item_type, present, is_bare=True)

    def has(self, variable: str) -> bool | None:
        """Whether these items have the variable; `None` where it is the single item or cite that decides."""
        if variable in CITE_VARIABLES:
            return False if self._is_bare and variable == "locator" else None
        if variable in self._present:
            return True
        source = _SOURCES.get(variable)
        return None if source is not None and source in self._present else False


class Shapes:
    """The shapes that a style has met."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[tuple[str, frozenset[str]], Shape] = {}

    def of(self, item_type: str, present: Iterable[str]) -> Shape:
        """The shape of items of a type with values in these variables."""
        key = (item_type, frozenset(present))
        shape = self._known.get(key)
        if shape is None:
            if len(self._known) >= MOST_SHAPES:
                self._known.clear()
            shape = self._known[key] = Shape(*key)
        return shape
