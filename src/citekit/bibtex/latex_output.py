"""What LaTeX commands make of their arguments, as CSL rich text; and the last touches to a decoded text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from citekit.bibtex.formulas import OPERAND, operand
from citekit.bibtex.latex_tables import ACCENTS, FRACTIONS, NBSP
from citekit.bibtex.localisation import BIBSTRINGS, localised
from citekit.bibtex.math_letters import MATH_LETTERS

__all__ = [
    "BRACKETED",
    "FRENCH_QUOTES",
    "QUOTED",
    "TEXT_CHANGES",
    "apply_command",
    "close_quotes",
    "compose",
    "csl_tags",
    "quotation_marks",
    "strip_tags",
    "tidy",
]

_TAG: Final = re.compile(r"</?(?:i|b|sup|sub|sc)>|<span class=\"nocase\">|</span>")
# How many levels of quotation each opens: the starred one begins with the inner marks.
QUOTED: Final = {"enquote": 1, "textquote": 1, "mkbibquote": 1, "enquote*": 2}
FRENCH_QUOTES: Final = ("«" + NBSP, NBSP + "»")
_DOUBLE_QUOTES: Final = ("“", "”")
_SINGLE_QUOTES: Final = ("‘", "’")
BRACKETED: Final = {
    "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
    "frquote": FRENCH_QUOTES,
    "pmod": (" (mod ", ")"),
    "abs": ("|", "|"),
    "norm": ("‖", "‖"),
    "bra": ("⟨", "|"),
    "ket": ("|", "⟩"),
    "braket": ("⟨", "⟩"),
}
_CASE_CHANGES: Final[Mapping[str, Callable[[str], str]]] = {
    "MakeUppercase": str.upper,
    "MakeTextUppercase": str.upper,
    "uppercase": str.upper,
    "MakeLowercase": str.lower,
    "MakeTextLowercase": str.lower,
    "lowercase": str.lower,
}
_CHEMISTRY: Final = ("ce", "ch")
TEXT_CHANGES: Final = frozenset(
    (*ACCENTS, *FRACTIONS, *BRACKETED, *MATH_LETTERS, *_CASE_CHANGES, *_CHEMISTRY, OPERAND, *BIBSTRINGS, "overline")
)
"""The commands that make something else of their argument; what the others are given stays as it is."""


def apply_command(command: str, text: str, language: str) -> str:
    """What a command makes of its argument, in a text of some language.

    >>> apply_command("uppercase", "ici", ""), apply_command("mkbibparens", "mot", "en")
    ('ICI', '(mot)')
    """
    if command == "overline":
        return "".join(char + ACCENTS[command] if char.isalnum() else char for char in strip_tags(text))
    if command in ACCENTS:
        return _accented(ACCENTS[command], text, command)
    if command in BRACKETED:
        opening, closing = BRACKETED[command]
        return opening + text + closing
    if command in MATH_LETTERS:
        return text.translate(MATH_LETTERS[command])
    if command in FRACTIONS:
        return operand(text) + "/"
    if command == OPERAND:
        return operand(text)
    if command in _CHEMISTRY:
        return _chemical(text)
    if command in BIBSTRINGS:
        return localised(command, text, language)
    change_case = _CASE_CHANGES.get(command)
    return change_case(text) if change_case else text


_CHARGE: Final = re.compile(r"\^(\d*[+-])")
_COUNT: Final = re.compile(r"(?<=[A-Za-z)\]])\d+")


def _chemical(text: str) -> str:
    r"""A formula of mhchem's `\ce{…}`: figures behind elements are lowered, charges raised.

    >>> _chemical("SO4^2-")
    'SO<sub>4</sub><sup>2-</sup>'
    """
    if "<" in text:
        return text
    return _COUNT.sub(r"<sub>\g<0></sub>", _CHARGE.sub(r"<sup>\1</sup>", text)).replace("->", "→")


def quotation_marks(level: int, language: str) -> tuple[str, str]:
    r"""The marks of a quotation, outer and inner ones by turns, as csquotes sets them.

    >>> quotation_marks(1, "fr"), quotation_marks(2, "fr"), quotation_marks(2, "en")
    (('«\xa0', '\xa0»'), ('“', '”'), ('‘', '’'))
    """
    outer, inner = (FRENCH_QUOTES, _DOUBLE_QUOTES) if language.startswith("fr") else (_DOUBLE_QUOTES, _SINGLE_QUOTES)
    return outer if level % 2 else inner


_OPENED_QUOTE: Final = re.compile(r"‘([^‘’']*(?:'(?=\w)[^‘’']*)*)(?<=\S)'(?!\w)")


def close_quotes(text: str) -> str:
    """The closing marks of single quotations, which LaTeX writes as apostrophes.

    >>> close_quotes("a ‘mot' and don't")
    "a ‘mot’ and don't"
    """
    return _OPENED_QUOTE.sub(r"‘\1’", text)


_CSL_TAGS: Final = {"em": "i", "italic": "i", "strong": "b", "bold": "b"}


def csl_tags(text: str) -> str:
    """The tags for emphasis of HTML and of journals' XML as CSL's, which mean the same; Zotero's users type both.

    >>> csl_tags("le <em>Kitab</em>")
    'le <i>Kitab</i>'
    """
    if "</" in text:
        for html, csl in _CSL_TAGS.items():
            opening, closing = f"<{html}>", f"</{html}>"
            if closing in text and text.count(opening) == text.count(closing):
                text = text.replace(opening, f"<{csl}>").replace(closing, f"</{csl}>")
    return text


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


_MARKS: Final = re.compile(r"[\u0300-\U0010ffff](?<![\w\s])[^\w\s\x00-\u02ff]{29}(?=[^\w\s\x00-\u02ff])")
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
    if _is_tidy(text):
        return text
    if keeps_paragraphs and "\n" in text:
        paragraphs = [tidy(paragraph, keeps_paragraphs=False) for paragraph in text.split("\n\n")]
        return "\n\n".join([paragraph for paragraph in paragraphs if paragraph])
    return _WIDE_GAP.sub(" ", text.strip(_BLANKS))


def _is_tidy(text: str) -> bool:
    # Nearly every text is; substring searches say so several times as fast as an expression.
    if "  " in text or text.strip(_BLANKS) != text:
        return False
    return text.isprintable() or not ("\n" in text or "\t" in text or "\r" in text or "\f" in text or "\v" in text)
