"""Executable nodes: what a style is compiled to, and the contract that every one of them keeps.

A node has one method, `render(cite, out) -> int`. It appends tokens to `out` and returns three bits: `CALLED`, a
variable was asked for; `FOUND`, it had a value; `WROTE`, tokens were appended. A node only appends; one that changes
its mind cuts `out` back to where it started.

`narrow(narrowing) -> Node` gives the same node for items of one shape only (see `citekit.csl.shapes`): what it renders
for them, bits included, is the same, and what they cannot have is left out.
"""

from __future__ import annotations

from copy import copy
from typing import Final

from citekit.csl.shapes import Shape
from citekit.csl.state import CiteState
from citekit.csl.style import NO_FORMATTING, Affixes, Formatting
from citekit.text.case import apply_case
from citekit.text.punctuation import strip_periods
from citekit.text.tokens import DISPLAY, FIXED, QUOTE, Mark, Token, Tokens, mark

__all__ = [
    "CALLED",
    "EMPTY",
    "FOUND",
    "MISSING",
    "NOTHING",
    "SUBSTITUTED",
    "WROTE",
    "EmptyNode",
    "FirstNode",
    "LiteralNode",
    "MissingNode",
    "Narrowing",
    "Node",
    "SequenceNode",
    "StyledNode",
    "ValueNode",
    "WrappingNode",
    "formatting_marks",
    "styled",
]

NOTHING: Final = 0
CALLED: Final = 1
FOUND: Final = 2
WROTE: Final = 4
SUBSTITUTED: Final = 8
"""With `WROTE`, from the inside of a `cs:names` to the affixes around it only: a substitute stands for the names."""


class Node:
    """Something that renders a part of one cite."""

    __slots__ = ()

    is_grouped = False
    """Whether a `cs:group` around it would change nothing: it never writes without having found a variable."""

    def render(self, cite: CiteState, out: Tokens) -> int:
        """Append to `out` and say what happened; see the module."""
        raise AssertionError(f"{type(self).__name__} does not render")

    def narrow(self, narrowing: Narrowing) -> Node:
        """This node for items of one shape."""
        return self


class Narrowing:
    """The shape that a layout is being narrowed to, and the parts that have been; one called twice is narrowed once."""

    __slots__ = ("_parts", "shape")

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self._parts: dict[Node, Node] = {}

    def part(self, node: Node) -> Node:
        """A part of the layout for items of the shape."""
        found = self._parts.get(node)
        if found is None:
            found = self._parts[node] = node.narrow(self)
        return found


class EmptyNode(Node):
    """Writes nothing: an element without content, or a term that no locale defines."""

    __slots__ = ()

    def render(self, cite: CiteState, out: Tokens) -> int:
        return NOTHING


EMPTY: Final = EmptyNode()


class MissingNode(Node):
    """Asks for variables that items of a shape do not have."""

    __slots__ = ()

    is_grouped = True

    def render(self, cite: CiteState, out: Tokens) -> int:
        return CALLED


MISSING: Final = MissingNode()


class ValueNode(Node):
    """Writes the value of one variable."""

    __slots__ = ("variable",)

    is_grouped = True

    variable: str

    def narrow(self, narrowing: Narrowing) -> Node:
        return MISSING if narrowing.shape.has(self.variable) is False else self


class WrappingNode(Node):
    """Writes what another node writes with something around it, and nothing where that writes nothing."""

    __slots__ = ("body",)

    body: Node

    def narrow(self, narrowing: Narrowing) -> Node:
        body = narrowing.part(self.body)
        if body is EMPTY or body is MISSING:
            return body
        return self if body is self.body else self.around(body)

    def around(self, body: Node) -> Node:
        """The same around another node."""
        narrowed = copy(self)
        narrowed.body = body
        return narrowed


class LiteralNode(Node):
    """Writes the same text for every cite: a term or a value."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def render(self, cite: CiteState, out: Tokens) -> int:
        out.append(self.text)
        return WROTE


class SequenceNode(Node):
    """Writes its children one after the other, with a delimiter between those that write something."""

    __slots__ = ("children", "delimiter", "is_grouped", "status")

    def __init__(self, children: tuple[Node, ...], delimiter: str, status: int = NOTHING) -> None:
        self.children = children
        self.is_grouped = all([child.is_grouped for child in children])
        self.delimiter = delimiter
        self.status = status
        """`CALLED` where children that asked for variables in vain have been left out."""

    def render(self, cite: CiteState, out: Tokens) -> int:
        status = self.status
        delimiter = self.delimiter
        if not delimiter:
            for child in self.children:
                status |= child.render(cite, out)
            return status
        for child in self.children:
            if status & WROTE:
                out.append(delimiter)
                found = child.render(cite, out)
                if not found & WROTE:
                    out.pop()
                status |= found
            else:
                status |= child.render(cite, out)
        return status

    def narrow(self, narrowing: Narrowing) -> Node:
        status = self.status
        children: list[Node] = []
        for child in self.children:
            narrowed = narrowing.part(child)
            if narrowed is MISSING:
                status |= CALLED
            elif isinstance(narrowed, SequenceNode) and narrowed.delimiter == self.delimiter:
                status |= narrowed.status
                children += narrowed.children
            elif narrowed is not EMPTY:
                children.append(narrowed)
        if not children:
            return MISSING if status else EMPTY
        if len(children) == 1 and not status:
            return children[0]
        return SequenceNode(tuple(children), self.delimiter, status)


class FirstNode(Node):
    """Writes the first of its children that has anything to write."""

    __slots__ = ("children", "is_grouped")

    def __init__(self, children: tuple[Node, ...]) -> None:
        self.children = children
        self.is_grouped = all([child.is_grouped for child in children])

    def render(self, cite: CiteState, out: Tokens) -> int:
        status = NOTHING
        for child in self.children:
            start = len(out)
            status |= child.render(cite, out)
            if status & WROTE:
                return status
            del out[start:]
        return status

    def narrow(self, narrowing: Narrowing) -> Node:
        parts = [narrowing.part(child) for child in self.children]
        children = tuple([one for one in parts if one is not EMPTY and one is not MISSING])
        if not children:
            return MISSING if any([one is MISSING for one in parts]) else EMPTY
        return children[0] if len(children) == 1 else FirstNode(children)


class StyledNode(WrappingNode):
    """Puts affixes, formatting, quotes, a display block, text-case and strip-periods around another node.

    Affixes stand outside formatting and quotes (CSL 1.0.2, "Affixes"); display stands outside everything.
    """

    __slots__ = ("after", "before", "changes_text", "display", "is_grouped", "strips_periods", "text_case")

    def __init__(
        self,
        body: Node,
        affixes: Affixes,
        opening: tuple[Mark, ...],
        display: Mark | None,
        text_case: str,
        strips_periods: bool,
    ) -> None:
        self.body = body
        self.is_grouped = body.is_grouped
        self.display = display
        self.text_case = text_case
        self.strips_periods = strips_periods
        self.changes_text = bool(text_case) or strips_periods
        prefix = (affixes.prefix,) if affixes.prefix else ()
        suffix = (affixes.suffix,) if affixes.suffix else ()
        closing = tuple([one.partner for one in reversed(opening)])
        self.before: tuple[Token, ...] = (*prefix, *opening)
        self.after: tuple[Token, ...] = (*closing, *suffix)
        if display is not None:
            self.before = (display, *self.before)
            self.after = (*self.after, display.partner)

    def around(self, body: Node) -> Node:
        narrowed = copy(self)
        narrowed.body = body
        narrowed.is_grouped = body.is_grouped
        return narrowed

    def render(self, cite: CiteState, out: Tokens) -> int:
        start = len(out)
        out += self.before
        status = self.body.render(cite, out)
        if not status & WROTE:
            del out[start:]
            return status
        if status & SUBSTITUTED:
            # Affixes and formatting of cs:names are for names; what stands in for them has its own.
            content = start + len(self.before)
            del out[start if self.display is None else start + 1 : content]
            if self.display is not None:
                out.append(self.display.partner)
            return status & ~SUBSTITUTED
        if self.changes_text:
            content = start + len(self.before)
            if self.text_case:
                apply_case(out, content, self.text_case, cite.item.is_english, cite.item.language)
            # After the case, because a period before a small letter stays: "n.d." in capitals is "ND".
            if self.strips_periods:
                strip_periods(out, content)
        out += self.after
        return status


def formatting_marks(formatting: Formatting) -> tuple[Mark, ...]:
    """The opening marks of a formatting, outermost first."""
    if formatting == NO_FORMATTING:
        return ()
    # Font style is the innermost, as in the reference output of the test suite.
    pairs = (
        ("vertical-align", formatting.vertical_align),
        ("text-decoration", formatting.text_decoration),
        ("font-weight", formatting.font_weight),
        ("font-variant", formatting.font_variant),
        ("font-style", formatting.font_style),
    )
    return tuple([mark(kind, FIXED + value) for kind, value in pairs if value])


def styled(
    body: Node,
    affixes: Affixes,
    formatting: Formatting,
    display: str = "",
    quotes: bool = False,
    text_case: str = "",
    strips_periods: bool = False,
) -> Node:
    """`body` with affixes and formatting around it, or `body` itself where there are none."""
    if body is EMPTY:
        return EMPTY
    opening = formatting_marks(formatting)
    if quotes:
        opening = (mark(QUOTE), *opening)
    if not (affixes or opening or display or text_case or strips_periods):
        return body
    block = mark(DISPLAY, display) if display else None
    return StyledNode(body, affixes, opening, block, text_case, strips_periods)
