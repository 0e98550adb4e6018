"""Months and seasons by their English and French names, whole or cut short."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["month_of_name", "season_of_name"]

_MONTHS: Final = (
    ("january", "janvier"),
    ("february", "fevrier"),
    ("march", "mars"),
    ("april", "avril"),
    ("may", "mai"),
    ("june", "juin"),
    ("july", "juillet"),
    ("august", "aout"),
    ("september", "septembre"),
    ("october", "octobre"),
    ("november", "novembre"),
    ("december", "decembre"),
)
_SEASONS: Final = (
    ("spring", "printemps"),
    ("summer", "ete"),
    ("autumn", "fall", "automne"),
    ("winter", "hiver"),
)
_LEAST_LETTERS: Final = 3
"""What two letters begin is a guess, even where one month alone begins so."""


def month_of_name(name: str) -> int:
    """1 to 12 for the one month that the name, or at least three letters of it, begins; else 0.

    >>> month_of_name("févr."), month_of_name("Sept"), month_of_name("jui")
    (2, 9, 0)
    """
    return _begun(name, _MONTHS)


def season_of_name(name: str) -> int:
    """1 (spring) to 4 (winter), as CSL counts them, for the one season that the name begins; else 0.

    >>> season_of_name("Été"), season_of_name("fall"), season_of_name("monsoon")
    (2, 3, 0)
    """
    return _begun(name, _SEASONS)


def _begun(name: str, names: tuple[tuple[str, ...], ...]) -> int:
    """Which of the names, counted from 1, the word begins; 0 for none or several."""
    decomposed = unicodedata.normalize("NFD", name.strip().rstrip(".").casefold())
    word = "".join(char for char in decomposed if not unicodedata.combining(char))
    if len(word) < _LEAST_LETTERS:
        return 0
    found = [number for number, forms in enumerate(names, 1) if any(form.startswith(word) for form in forms)]
    return found[0] if len(found) == 1 else 0
