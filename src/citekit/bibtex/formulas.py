r"""What a formula needs when it becomes a line of text: functions that stand apart, and parentheses that LaTeX draws.

"n \log n" keeps its spaces, and `\frac{a+b}{c}` is "(a+b)/c" on one line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["FUNCTIONS", "OPERAND", "ROOTS", "is_name_behind", "operand"]

_SAME: Final = (
    "arccos arccosh arcosh arcsin arcsinh arctan arctanh arg arsinh artanh cos cosh cot coth csc deg det dim exp gcd"
    " hom inf ker lg lim ln log max min Pr sec sin sinh sup tan tanh"
).split()

FUNCTIONS: Final[Mapping[str, str]] = {
    **{name: name for name in _SAME},
    "injlim": "inj lim", "liminf": "lim inf", "limsup": "lim sup", "projlim": "proj lim",
    "varinjlim": "lim", "varliminf": "lim inf", "varlimsup": "lim sup", "varprojlim": "lim",
}  # fmt: skip
"""The commands of LaTeX and amsmath that set the name of a function upright, with space around it."""

OPERAND: Final = "operand"
"""What the second part of a fraction and what is under a root wait as; no command of LaTeX's."""

ROOTS: Final[Mapping[str, str]] = {"": "√", "2": "√", "3": "∛", "4": "∜"}
"""The signs of roots, by their index."""

_COMPOUND: Final = re.compile(r"[\w)>][ ]?(?:[+−±∓·×/–-]|<(?!/?(?:i|b|su[bp]|sc)>))|[\w)] [\w(]")
_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# Delimiters come with the space that they want.
_NAME: Final = re.compile(r"[A-Za-z0-9]|\\(?!(?:left|right|limits|nolimits|[bB]igg?)(?![a-z]{3}))[A-Za-z]")


def operand(text: str) -> str:
    """A part of a fraction, or what is under a root, in parentheses where it is more than one thing.

    >>> operand("a+b"), operand("2x"), operand("(a+b)"), operand("x<sub>1</sub>")
    ('(a+b)', '2x', '(a+b)', 'x<sub>1</sub>')
    """
    return f"({text})" if _COMPOUND.search(_BRACKETED.sub("", text)) else text


def is_name_behind(source: str, position: int) -> bool:
    r"""Whether a letter, a figure, or a command that prints one stands at a position in a formula."""
    return _NAME.match(source, position) is not None
