"""What LaTeX commands make of their arguments, as CSL rich text; and the last touches to a decoded text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from citekit.bibtex.latex_tables import ACCENTS, FRACTIONS, NBSP
from citekit.bibtex.strings import bib_string

__all__ = ["BRACKETED", "FRENCH_QUOTES", "QUOTED", "TEXT_CHANGES", "apply_command", "compose", "strip_tags", "tidy"]

_TAG: Final = re.compile(r"</?(?:i|b|sup|sub|sc)>|<span class=\"nocase\">|</span>")
QUOTED: Final = {"enquote": ("“", "”"), "textquote": ("“", "”"), "mkbibquote": ("“", "”"), "enquote*": ("‘", "’")}
FRENCH_QUOTES: Final = ("«" + NBSP, NBSP + "»")
BRACKETED: Final = {"mkbibparens": ("(", ")"), "mkbibbrackets": ("[", "]")}
_CASE_CHANGES: Final[Mapping[str, Callable[[str], str]]] = {
    "MakeUppercase": str.upper,
    "MakeTextUppercase": str.upper,
    "uppercase": str.upper,
    "MakeLowercase": str.lower,
    "MakeTextLowercase": str.lower,
    "lowercase": str.lower,
}
TEXT_CHANGES: Final = frozenset((*ACCENTS, *FRACTIONS, *QUOTED, *BRACKETED, *_CASE_CHANGES, "overline", "bibstring"))
"""The commands that make something else of their argument; what the others are given stays as it is."""


def apply_command(command: str, text: str, language: str) -> str:
    """What a command makes of its argument, in a text of some language.

    >>> apply_command("uppercase", "ici", ""), apply_command("enquote", "mot", "en")
    ('ICI', '“mot”')
    """
    if command == "overline":
        return "".join(char + ACCENTS[command] if char.isalnum() else char for char in strip_tags(text))
    if command in ACCENTS:
        return _accented(ACCENTS[command], text, command)
    if command in BRACKETED:
        opening, closing = BRACKETED[command]
        return opening + text + closing
    if command in QUOTED:
        is_french = language.startswith("fr") and command != "enquote*"
        opening, closing = FRENCH_QUOTES if is_french else QUOTED[command]
        return opening + text.strip() + closing
    if command in FRACTIONS:
        return text + "/"
    if command == "bibstring":
        return bib_string(text, language)
    change_case = _CASE_CHANGES.get(command)
    return change_case(text) if change_case else text


def strip_tags(text: str) -> str:
    """Rich text without its tags."""
    return _TAG.sub("", text) if "<" in text else text


MOST_ACCENTS: Final = 8
_STANDING_ALONE: Final = {"~": "~", "^": "^", "'": "´", "`": "`", '"': "¨", "=": "¯", ".": "˙", "c": "¸", "v": "ˇ"}


def _accented(combining: str, text: str, command: str) -> str:
    """The text with the combining character behind its first letter."""
    start = 0
    while text.startswith("<", start) and ">" in text[start:]:
        start = text.index(">", start) + 1
    if start >= len(text) or text[start].isspace():
        return _STANDING_ALONE.get(command, "") + text
    end = start + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    if end - start > MOST_ACCENTS:
        # Nobody writes this; piling on without end would take quadratic time.
        return text
    # The dot of i and j gives way to an accent above, which Unicode's dotted letters know by themselves.
    base = {"ı": "i", "ȷ": "j"}.get(text[start], text[start])
    return unicodedata.normalize("NFC", text[:start] + base + text[start + 1 : end] + combining) + text[end:]


_MARKS: Final = re.compile(r"[^\w\s\x00-\u02ff]{30}(?=[^\w\s\x00-\u02ff])")
_GRAPHEME_JOINER: Final = "\u034f"
_SHORT: Final = 1000


def compose(text: str) -> str:
    """The text in normal form C; marks piled up without end get a joiner in between.

    Unicode's UAX 15, "Stream-Safe Text Format": sorting a pile of marks takes quadratic time.
    """
    if len(text) > _SHORT:
        text = _MARKS.sub(_with_joiner, text)
    return unicodedata.normalize("NFC", text)


def _with_joiner(match: re.Match[str]) -> str:
    return match[0] + _GRAPHEME_JOINER if all(map(unicodedata.combining, match[0])) else match[0]


_BLANKS: Final = " \t\n\r\f\v"
_WIDE_GAP: Final = re.compile(r"[\t\n\r\f\v][ \t\n\r\f\v]*+| [ \t\n\r\f\v]++")


def tidy(text: str, keeps_paragraphs: bool) -> str:
    """Single spaces between words, none at the ends; no-break spaces belong to the words."""
    if keeps_paragraphs and "\n" in text:
        paragraphs = [tidy(paragraph, keeps_paragraphs=False) for paragraph in text.split("\n\n")]
        return "\n\n".join([paragraph for paragraph in paragraphs if paragraph])
    return _WIDE_GAP.sub(" ", text.strip(_BLANKS))
