"""Cites without their author, and the author alone: `suppress-author` and `author-only`.

Both are properties of cites in CSL-JSON, not of styles, and the CSL specification leaves them to the processor. Here
they mean what they mean in citeproc-js: the author is what the first `cs:names` prints, substitutes included, as long
as nothing but a citation number comes before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from citekit.csl.citations import CITATION_NUMBER, DATE, NAME_LIST, NAMES, field_span
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
    keeps_terms: bool = True
    """Whether a term that stands in for names ("Anon.") stays: the sentence around the cite has not named it."""

    has_met_names: bool = False


class LeadingNamesNode(WrappingNode):
    """A `cs:names` that an authorless cite leaves out where the cite begins with it.

    To the groups around it, its variables are empty: what is set off from the names goes with them.
    """

    __slots__ = ()

    def __init__(self, body: Node) -> None:
        self.body = body

    def render(self, cite: CiteState, out: Tokens) -> int:
        """Append nothing, or what `cs:names` appends."""
        if not isinstance(cite, AuthorlessState) or cite.is_hiding or cite.has_met_names or _says_something(out):
            return self.body.render(cite, out)
        # Names inside a substitute are part of what is hidden.
        cite.is_hiding = True
        had_text, cite.wrote_text = cite.wrote_text, False
        hidden: Tokens = []
        status = self.body.render(cite, hidden)
        cite.is_hiding = False
        is_term = not cite.wrote_text and NAME_LIST not in hidden
        cite.wrote_text |= had_text
        if not status & WROTE:
            return status
        cite.has_met_names = True
        if is_term and cite.keeps_terms:
            out += hidden
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


def author_of(tokens: Tokens, has_text: bool) -> Tokens:
    """The author alone, without formatting, or nothing where the cite prints none.

    Where a cite has a date, but no names and no title in their place (`has_text`), the date is what it is known by.
    """
    span = field_span(tokens, NAMES)
    if span is None or _says_something(tokens[: span[0]]):
        date = field_span(tokens, DATE)
        if date is not None and not (has_text and _says_something(tokens[: date[0]])):
            span = date
    if span is None:
        return []
    pieces: list[Token] = [token for token in tokens[span[0] : span[1]] if isinstance(token, str)]
    return pieces
