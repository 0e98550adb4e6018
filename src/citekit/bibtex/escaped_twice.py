r"""Accents that a program escaped a second time: `Universit\{\textbackslash{}'e\}` prints `Universit{\'e}`.

Some databases escape text that was LaTeX already, and others the apostrophes of a string (`l\textbackslash'eau`). Only
what can mean nothing else is mended: letters with their accent in braces, apostrophes of French elisions, signs that
have a backslash in LaTeX only, letters of formulas, and guarding braces around abbreviations (`\{DATE\}`) and titles;
formulas in dollar signs and commands with their arguments in braces, which the decoder reads once more; line ends of
Mendeley's (`0031-9007\textbackslash{}r1079-7114`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from citekit.bibtex.latex_tables import ACCENTS, COMMAND_TEXT, DECLARATIONS, FRACTIONS, KEPT, MATH_TEXT, TAGS
from citekit.bibtex.verbatim import matching_brace

__all__ = ["twice_escaped", "undo_second_escape"]

_ACCENTED: Final = re.compile(r"\{\\([`'^\"~=.])\s*(?:\{([A-Za-z])\}|\\?([A-Za-z]))\}")
_LETTER: Final = re.compile(r"\{([^\W\d_a-zA-Z])\}")
# What an escape of LaTeX's prints has no backslash, and no abbreviation stands in printed braces.
_SYMBOL: Final = re.compile(r"\\([A-Za-z]{2,})(?![A-Za-z])")
_CEDILLA: Final = re.compile(r"(?<=[a-z])\\c([cC])(?=[a-z])")
_SIGN: Final = re.compile(r"\\([&%#$])")
_GUARDED: Final = re.compile(r'\{((?:<span class="nocase">)?[A-Z][A-Z0-9-]+(?:</span>)?)\}')
_ELISION: Final = re.compile(r"\b([cdjlmnst]|aujourd|(?:jus|lors|puis|quoi)?qu)\\'(?=[^\W\d_])", re.IGNORECASE)
_JOINED_LETTER: Final = re.compile(r"\\(aa|AA|ae|AE|oe|OE|ss) ?(?=[a-z])")
_LINE_END: Final = re.compile(r"(?<![a-z\\])\\[rn](?=[A-Z0-9(])")
_BEGIN: Final = re.compile(r"[$\\{]")
# Pandoc's rule for dollars: no space within (but before a command), no digit behind.
_FORMULA: Final = re.compile(
    r"\$\$[^$\\]{0,500}\\[A-Za-z][^$]{0,1000}\$\$|\$(?! [^\\])[^$\\]{0,500}\\[A-Za-z][^$]{0,1000}(?<! )\$(?!\d)"
)
_COMMAND: Final = re.compile(r"(\{)?\\([A-Za-z]+)\s?")
_WITH_ARGUMENT: Final = frozenset([*TAGS, *FRACTIONS, *KEPT, "sqrt", "begin", "end"])


def twice_escaped(text: str) -> Iterator[tuple[int, int]]:
    r"""Where decoded text still holds formulas, commands with their arguments, and groups with a font.

    >>> [*twice_escaped("by $1-\\frac{1}{M}$ or \\emph {b}{c}, \\foo{d}")]
    [(3, 18), (22, 34)]
    """
    position = 0
    while match := _BEGIN.search(text, position):
        end = _end_of_source(text, match.start())
        if end > len(text):  # A brace that is never closed: nothing behind it is sure.
            return
        # Tags that only begin or end within would be torn.
        if end and text.count("<", match.start(), end) == 2 * text.count("</", match.start(), end):
            yield match.start(), end
        position = end or match.end()


def _end_of_source(text: str, start: int) -> int:
    """Where LaTeX that begins at a place ends: 0 where there is none, beyond the text where a brace stays open."""
    if text[start] == "$":
        formula = _FORMULA.match(text, start)
        return formula.end() if formula else 0
    command = _COMMAND.match(text, start)
    if command is None:
        return 0
    if command[1]:
        return matching_brace(text, start) + 1 if command[2] in DECLARATIONS else 0
    end = command.end()
    if command[2] not in _WITH_ARGUMENT or not text.startswith("{", end):
        return 0
    while text.startswith("{", end):
        end = matching_brace(text, end) + 1
    return end


def undo_second_escape(text: str) -> str:
    r"""Decoded text whose accents were escaped once too often, with its letters.

    >>> undo_second_escape("Arch{\\'e}ovision et ch{â}teaux"), undo_second_escape("l\\'eau")
    ('Archéovision et châteaux', "l'eau")
    >>> undo_second_escape("{1, 2}, \\alpha, \\foo")
    '{1, 2}, α, \\foo'
    """
    if "\\" in text:
        text = _LINE_END.sub(" ", _JOINED_LETTER.sub(lambda match: COMMAND_TEXT[match[1]], text))
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
