"""A whole layout or sort key, with what it is narrowed to for each shape of items that it has rendered a few times."""

from __future__ import annotations

from typing import Final

from citekit.csl.elements.node import Narrowing, Node
from citekit.csl.shapes import MOST_SHAPES, Shape

__all__ = ["NarrowedNode"]

# Narrowing costs about as much as rendering a few items with the style as it is.
_PATIENCE: Final = 4


class NarrowedNode:
    """A node that is asked for by the shape of the item that it is to render."""

    __slots__ = ("_asked", "_narrowed", "whole")

    def __init__(self, whole: Node) -> None:
        self.whole = whole
        self._asked: dict[Shape, int] = {}
        self._narrowed: dict[Shape, Node] = {}

    def of(self, shape: Shape) -> Node:
        """The node for items of a shape: narrowed when it is worth it, else as it is."""
        found = self._narrowed.get(shape)
        if found is not None:
            return found
        if len(self._asked) >= MOST_SHAPES:
            self._asked.clear()
            self._narrowed.clear()
        asked = self._asked[shape] = self._asked.get(shape, 0) + 1
        if asked < _PATIENCE:
            return self.whole
        narrowed = self._narrowed[shape] = Narrowing(shape).part(self.whole)
        return narrowed
