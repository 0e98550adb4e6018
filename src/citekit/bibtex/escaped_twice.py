r"""Accents that a program escaped a second time: `Universit\{\textbackslash{}'e\}` prints `Universit{\'e}`.

Some databases escape text that was LaTeX already, and others the apostrophes of a string (`l\textbackslash'eau`). Only
what can mean nothing else is mended: letters with their accent in braces, apostrophes of French elisions, signs that
have a backslash in LaTeX only, letters of formulas, and guarding braces around abbreviations (`\{DATE\}`) and titles.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from citekit.bibtex.latex_tables import ACCENTS, MATH_TEXT
from citekit.bibtex.verbatim import matching_brace

__all__ = ["undo_second_escape"]

_ACCENTED: Final = re.compile(r"\{\\([`'^\"~=.])\s*(?:\{([A-Za-z])\}|\\?([A-Za-z]))\}")
_LETTER: Final = re.compile(r"\{([^\W\d_a-zA-Z])\}")
# What an escape of LaTeX's prints has no backslash, and no abbreviation stands in printed braces.
_SYMBOL: Final = re.compile(r"\\([A-Za-z]{2,})(?![A-Za-z])")
_CEDILLA: Final = re.compile(r"(?<=[a-z])\\c([cC])(?=[a-z])")
_SIGN: Final = re.compile(r"\\([&%#$])")
_GUARDED: Final = re.compile(r"\{([A-Z][A-Z0-9-]+)\}")
_ELISION: Final = re.compile(r"\b([cdjlmnst]|aujourd|(?:jus|lors|puis|quoi)?qu)\\'(?=[^\W\d_])", re.IGNORECASE)


def undo_second_escape(text: str) -> str:
    r"""Decoded text whose accents were escaped once too often, with its letters.

    >>> undo_second_escape("Arch{\\'e}ovision et ch{â}teaux"), undo_second_escape("l\\'eau")
    ('Archéovision et châteaux', "l'eau")
    >>> undo_second_escape("{1, 2}, \\alpha, \\foo")
    '{1, 2}, α, \\foo'
    """
    if "\\" in text:
        text = _CEDILLA.sub(lambda match: {"c": "ç", "C": "Ç"}[match[1]], _SYMBOL.sub(_symbol, text))
        text = _SIGN.sub(r"\1", _ELISION.sub(r"\1'", _ACCENTED.sub(_letter, text)))
    if text.startswith("{") and text.endswith("}") and matching_brace(text, 0) == len(text) - 1:
        # Guards of a whole title.
        text = text[1:-1]
    return _GUARDED.sub(r"\1", _LETTER.sub(r"\1", text)) if "{" in text else text


def _symbol(match: re.Match[str]) -> str:
    """A letter or sign of a formula; other words stay as they are."""
    text = MATH_TEXT.get(match[1], "")
    return text if len(text) == 1 and not text.isascii() else match[0]


def _letter(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", (match[2] or match[3]) + ACCENTS[match[1]])
