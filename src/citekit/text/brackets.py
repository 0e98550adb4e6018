"""Parentheses within parentheses, which a note turns into brackets: "(Paris: Press, [1999])".

Only those that a style or a user sets around text count; those in the text of an item stay as they are. The
specification is silent, typographers are not, and citeproc-js does so in notes.
"""

from __future__ import annotations

import re
from typing import Final

from citekit.text.tokens import Tokens

__all__ = ["Parenthesis", "alternate_brackets", "marked"]

_PARENTHESES: Final = re.compile(r"[()]")


class Parenthesis(str):
    """A piece of output with parentheses that somebody has set around text."""

    __slots__ = ()


def marked(affix: str) -> str:
    """The affix, told apart from text where it has parentheses."""
    return Parenthesis(affix) if "(" in affix or ")" in affix else affix


def alternate_brackets(tokens: Tokens) -> None:
    """Make the parentheses inside others brackets, level by level, in place."""
    depth = 0

    def turned(found: re.Match[str]) -> str:
        nonlocal depth
        if found[0] == "(":
            depth += 1
            return "(" if depth % 2 else "["
        # One that closes nothing ("1)") stays.
        depth = max(depth - 1, 0)
        return "]" if depth % 2 else ")"

    for i, token in enumerate(tokens):
        if isinstance(token, Parenthesis):
            tokens[i] = _PARENTHESES.sub(turned, token)
