r"""The alphabets of formulas, as Unicode has them: `\mathbb{R}` is "ℝ", `\mathcal{O}` is "𝒪".

Unicode 15, "Mathematical Alphanumeric Symbols"; the letters that were there before keep their older places.
"""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Mapping
from typing import Final

__all__ = ["MATH_LETTERS"]

_ALPHABETS: Final[Mapping[str, tuple[str, ...]]] = {
    #  command     names of the alphabet in Unicode, new and old
    "mathbb": ("MATHEMATICAL DOUBLE-STRUCK", "DOUBLE-STRUCK"),
    "mathcal": ("MATHEMATICAL SCRIPT", "SCRIPT"),
    "mathscr": ("MATHEMATICAL SCRIPT", "SCRIPT"),
    "mathfrak": ("MATHEMATICAL FRAKTUR", "BLACK-LETTER"),
}


def _letter(char: str, alphabets: tuple[str, ...]) -> str:
    """A letter in the first of some alphabets that has it."""
    case = "CAPITAL" if char.isupper() else "SMALL"
    for alphabet in alphabets:
        try:
            return unicodedata.lookup(f"{alphabet} {case} {char.upper()}")
        except KeyError:
            continue
    return char


# The same letters in amsfonts, dsfont and bbm.
_BOARDS: Final = ("Bbb", "mathds", "mathbbm")
_LETTERS: Final = {
    command: {ord(char): _letter(char, alphabets) for char in string.ascii_letters}
    for command, alphabets in _ALPHABETS.items()
}
MATH_LETTERS: Final[Mapping[str, Mapping[int, str]]] = _LETTERS | dict.fromkeys(_BOARDS, _LETTERS["mathbb"])
"""The letters that a command changes, and what they become."""
