"""`cs:group` (CSL 1.0.2, "Group")."""

from __future__ import annotations

from citekit.csl.elements.node import CALLED, FOUND, WROTE, Node, WrappingNode
from citekit.csl.state import CiteState
from citekit.text.tokens import Tokens

__all__ = ["GroupNode", "grouped"]


class GroupNode(WrappingNode):
    """Writes its content unless it called variables and found none."""

    __slots__ = ()

    is_grouped = True

    def __init__(self, body: Node) -> None:
        self.body = body

    def render(self, cite: CiteState, out: Tokens) -> int:
        start = len(out)
        starts_sentence = cite.starts_sentence
        status = self.body.render(cite, out)
        if status & (CALLED | FOUND) == CALLED:
            del out[start:]
            # A term that is taken back has begun no sentence.
            cite.starts_sentence = starts_sentence
            return CALLED
        # A group that wrote something counts as a found variable for the group around it.
        return status | CALLED | FOUND if status & WROTE else status

    def around(self, body: Node) -> Node:
        return grouped(body)


def grouped(body: Node) -> Node:
    """The node as a group, which it may be already."""
    return body if body.is_grouped else GroupNode(body)
