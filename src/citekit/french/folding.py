"""Texts compared without what their forms differ in: accents, capitals, the marks between words."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["folded", "without_accents"]

_WORDS: Final = re.compile(r"[^\W_]+")


def without_accents(text: str) -> str:
    """A text whose letters have no accents.

    >>> without_accents("Égalité")
    'Egalite'
    """
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def folded(text: str) -> str:
    """The words of a text in small letters without accents, parted by one blank.

    >>> folded("Université de Paris I - Panthéon-Sorbonne")
    'universite de paris i pantheon sorbonne'
    """
    return " ".join(_WORDS.findall(without_accents(text.casefold())))
