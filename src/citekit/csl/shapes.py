"""Items of one shape: of the same type, with values in the same variables.

Most of a style asks what an item has and prints nothing for what it lacks. For items of one shape these answers are
always the same, so the nodes of a style are narrowed to a shape once: conditions on types and variables are decided,
and what calls only variables that are not there is left out. Bibliographies have few shapes, and a node is narrowed to
one only after it was rendered for it a few times.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from citekit.csl.cite import CITE_VARIABLES

if TYPE_CHECKING:
    from citekit.csl.elements.node import Node
    from citekit.csl.prepared import PreparedItem

__all__ = ["Shape", "Shapes"]

_SOURCES: Final[Mapping[str, str]] = {
    "event": "event-title",
    "event-title": "event",
    "page-first": "page",
    "title-short": "shortTitle",
    "container-title-short": "journalAbbreviation",
}
"""Variables that can be had from another one; whether they can depends on its value."""

# Narrowing costs about as much as rendering a few items with the style as it is.
_PATIENCE: Final = 4
_MOST_SHAPES: Final = 256


class Shape:
    """The type of an item and the variables in which it has a value, and the nodes narrowed to them."""

    __slots__ = ("_asked", "_narrowed", "_parts", "_present", "type")

    def __init__(self, item_type: str, present: frozenset[str]) -> None:
        self.type = item_type
        self._present = present
        self._asked: dict[Node, int] = {}
        self._narrowed: dict[Node, Node] = {}
        self._parts: dict[Node, Node] = {}

    def has(self, variable: str) -> bool | None:
        """Whether these items have the variable; `None` where it is the single item or cite that decides."""
        if variable in CITE_VARIABLES:
            return None
        if variable in self._present:
            return True
        source = _SOURCES.get(variable)
        return None if source is not None and source in self._present else False

    def node(self, node: Node) -> Node:
        """A whole layout or sort key for items of this shape: narrowed when it is worth it, else as it is."""
        found = self._narrowed.get(node)
        if found is not None:
            return found
        asked = self._asked[node] = self._asked.get(node, 0) + 1
        if asked < _PATIENCE:
            return node
        narrowed = self._narrowed[node] = self.part(node)
        # Macros are called from several places in one layout, seldom from two layouts: nodes belong to a scope.
        self._parts.clear()
        return narrowed

    def part(self, node: Node) -> Node:
        """A part of what is being narrowed; a macro that is called twice is narrowed once."""
        found = self._parts.get(node)
        if found is None:
            found = self._parts[node] = node.narrow(self)
        return found


class Shapes:
    """The shapes that a style has met."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[tuple[str, frozenset[str]], Shape] = {}

    def of(self, item: PreparedItem) -> Shape:
        """The shape of an item."""
        key = (item.type, item.present)
        shape = self._known.get(key)
        if shape is None:
            if len(self._known) >= _MOST_SHAPES:
                self._known.clear()
            shape = self._known[key] = Shape(*key)
        return shape
