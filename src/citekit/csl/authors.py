"""Cites without their author, and the author alone: `suppress-author` and `author-only`.

Both are properties of cites in CSL-JSON, not of styles, and the CSL specification leaves them to the processor. Here
they mean what they mean in citeproc-js: the author is what the first `cs:names` prints, substitutes included, as long
as nothing but a citation number comes before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from citekit.csl.citations import CITATION_NUMBER, DATE, NAMES, field_span
from citekit.csl.elements.node import CALLED, WROTE, Node, WrappingNode
from citekit.csl.state import CiteState
from citekit.text.tokens import Mark, Token, Tokens, has_letters_or_digits

__all__ = ["AuthorlessState", "LeadingNamesNode", "author_of"]

_NUMBER_END: Final = CITATION_NUMBER.partner


@dataclass(slots=True)
class AuthorlessState(CiteState):
    """A cite that is rendered without the names that it begins with."""

    hidden: Tokens | None = None
    """What was left out: cites are grouped and collapsed by their names even where these are not printed."""

    is_hiding: bool = False


class LeadingNamesNode(WrappingNode):
    """A `cs:names` that an authorless cite leaves out where the cite begins with it.

    To the groups around it, its variables are empty: what is set off from the names goes with them.
    """

    __slots__ = ()

    def __init__(self, body: Node) -> None:
        self.body = body

    def render(self, cite: CiteState, out: Tokens) -> int:
        """Append nothing, or what `cs:names` appends."""
        if not isinstance(cite, AuthorlessState) or cite.is_hiding or cite.hidden is not None or _says_something(out):
            return self.body.render(cite, out)
        # Names inside a substitute are part of what is hidden.
        cite.is_hiding = True
        hidden: Tokens = []
        status = self.body.render(cite, hidden)
        cite.is_hiding = False
        if not status & WROTE:
            return status
        cite.hidden = hidden
        return CALLED


def _says_something(tokens: Tokens) -> bool:
    """Whether there is text besides a citation number and punctuation."""
    in_number = False
    for token in tokens:
        if isinstance(token, Mark):
            if token is CITATION_NUMBER:
                in_number = True
            elif token is _NUMBER_END:
                in_number = False
        elif not in_number and has_letters_or_digits(token):
            return True
    return False


def author_of(tokens: Tokens) -> Tokens:
    """The author alone, without formatting, or nothing where the cite prints none.

    Where a cite begins with its date, having no names and no title in their place, that is what it is known by.
    """
    span = field_span(tokens, NAMES)
    if span is None or _says_something(tokens[: span[0]]):
        date = field_span(tokens, DATE)
        if date is not None and not _says_something(tokens[: date[0]]):
            span = date
    if span is None:
        return []
    pieces: list[Token] = [token for token in tokens[span[0] : span[1]] if isinstance(token, str)]
    return pieces
