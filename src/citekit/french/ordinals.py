"""Ordinals: `27ème`, `XIXe`, `1er` with their ending as a superscript, in the short form that French printers use.

Lexique des règles typographiques en usage à l'Imprimerie nationale, "Abréviations": 1er, 1re, 2e, 3e; never 2ème.
"""

from __future__ import annotations

import re
from typing import Final

from citekit.french.languages import is_french_text
from citekit.french.masking import outside_protected
from citekit.french.rule import PROSE_VARIABLES, TITLE_LIKE, Example, Rule, on_strings
from citekit.french.tables import load_table
from citekit.report import Mode

__all__ = ["RULES", "bind_century", "fix_ordinals"]

NBSP: Final = "\u00a0"

_SUPERSCRIPT_TAGS: Final = re.compile(
    r"(?<![\w.,/-])(?P<number>\d{1,3}|[IVXLC]{1,7})(?:\s?<sup>\s*(?P<tagged>[^<>\s]{1,5})\s*</sup>|(?P<letter>ᵉʳ|ʳᵉ|ᵉ)|\^\{?(?P<caret>[^\W\d_]{1,5})\}?)(?!\w)"
)
_LONG: Final = re.compile(
    r"(?:(?<![\w.,/-])|(?<=[IVXLC]-))(?P<number>\d{1,3}|[IVXLC]{1,7})(?P<ending>i?[èeé]mes?)(?![\w/])"
)
_SHORT: Final = re.compile(
    r"(?<![\w.,/#=])(?P<number>\d{1,3}|[IVXLC]{1,7})(?P<ending>er|ère|ere|re|e)(?![\w/'\u2019<]|\.\w)"
)
# `XIX e siècle`: the letter was set apart, or was raised once.
_APART: Final = re.compile(r"(?<![\w.,/-])(?P<number>\d{1,3}|[IVXLC]{2,7}) (?P<ending>e|ème|eme) (?=siècles?\b|année)")
# `XIX° siècle`: the degree sign stands in for the raised letter; before another word it may be a degree.
_DEGREE: Final = re.compile(
    r"(?<![\w.,/])(?P<number>\d{1,2}|[IVXLC]{1,7})[\u00b0\u00ba](?=(?:\s*(?:et|au|[-\u2013/])\s*[IVXLC]+(?:e|\u00b0|\u00ba))?\s+siècles?\b)"
)
_ROMAN: Final = re.compile(r"(?=.)(?:XC|XL|L?X{0,3}|C{1,3}(?:XC|XL|L?X{0,3}))(?:IX|IV|V?I{0,3})")
_MONTH: Final = "|".join(name for names in load_table("months")["months"].values() for name in names if len(name) > 3)
_THEN_MONTH: Final = re.compile(rf"(?:\s*(?:-|--|\u2013|au|et)\s*\d{{1,2}})?\s+(?:{_MONTH})\b", re.IGNORECASE)
# `Ve`, `Xe`, `Ie` alone may be something else; these words after them leave no doubt.
_AFTER_ONE_LETTER: Final = re.compile(
    r"\s*(?:[Ss]iècles?|[Rr]épublique|[Cc]ongrès|arrondissement|[-\u2013/]"
    r"|,\s+(?=[IVXL]+(?:e|<))|(?:et|au|à|ou|et au)\s+(?:le\s+)?[IVXL]+<?)"
)


def _is_roman(number: str) -> bool:
    return bool(_ROMAN.fullmatch(number))


def _ending(number: str, ending: str) -> str:
    """`er` and `re` go with one only; everything else is `e`, `es` in the plural.

    The empty string where number and ending contradict each other.
    """
    is_one = number in ("1", "I")
    if ending in ("er", "ᵉʳ"):
        return "er" if is_one else ""
    if ending in ("re", "ère", "ere", "ʳᵉ"):
        return "re" if is_one else ""
    if is_one:
        return ""
    return "es" if ending.endswith("s") else "e"


def _replaced(match: re.Match[str], ending: str) -> str:
    number = match["number"]
    if not (number.isdigit() or _is_roman(number)):
        return match[0]
    after = match.string[match.end() :]
    # The first day of a month is a date, and dates are the business of the style.
    if number == "1" and _THEN_MONTH.match(after):
        return match[0]
    mended = _ending(number, ending)
    return f"{number}<sup>{mended}</sup>" if mended else match[0]


def _short(match: re.Match[str]) -> str:
    number = match["number"]
    if (
        len(number) == 1
        and not number.isdigit()
        and match["ending"] != "er"
        and not (number in "IVX" and _AFTER_ONE_LETTER.match(match.string, match.end()))
    ):
        return match[0]
    return _replaced(match, match["ending"])


def _tagged(match: re.Match[str]) -> str:
    ending = match["tagged"] or match["letter"] or match["caret"]
    known = ending in (
        "e",
        "è",
        "ème",
        "eme",
        "éme",
        "ième",
        "ieme",
        "er",
        "re",
        "ère",
        "ere",
        "ᵉ",
        "ᵉʳ",
        "ʳᵉ",
        "es",
        "èmes",
        "emes",
    )
    return _replaced(match, ending) if known else match[0]


@outside_protected
def _fix_inline(text: str) -> str:
    text = _APART.sub(lambda match: f"{_replaced(match, match['ending'])} ", text)
    text = _DEGREE.sub(lambda match: _replaced(match, "e"), text)
    text = _LONG.sub(lambda match: _replaced(match, match["ending"]), text)
    return _SHORT.sub(_short, text)


def fix_ordinals(text: str) -> str:
    """Ordinals in figures with a superscript ending: `e`, or `er` and `re` for one.

    >>> fix_ordinals("La 27ème Région, XIXe siècle, 1er congrès, 27<sup>ème</sup>")
    'La 27<sup>e</sup> Région, XIX<sup>e</sup> siècle, 1<sup>er</sup> congrès, 27<sup>e</sup>'
    >>> fix_ordinals("XVI\u00b0 siècle, 20\u00b0 à l'ombre")
    "XVI<sup>e</sup> siècle, 20\u00b0 à l'ombre"
    >>> fix_ordinals("le 1er mars 2020, Le De Ce, 2nde, la27eregion.fr")
    'le 1er mars 2020, Le De Ce, 2nde, la27eregion.fr'
    """
    return _fix_inline(_SUPERSCRIPT_TAGS.sub(_tagged, text))


_CENTURY: Final = re.compile(r"(?<=</sup>) +(?=siècles?\b|s\.)")


def bind_century(text: str) -> str:
    """A no-break space between the ordinal of a century and its word.

    >>> bind_century("XIX<sup>e</sup> siècle") == "XIX<sup>e</sup>\\u00a0siècle"
    True
    """
    return _CENTURY.sub(NBSP, text)


RULES: Final = (
    Rule(
        id="ordinal-superscript",
        code="O1",
        family="ordinals",
        summary_en="Ordinals in figures take the short ending as a superscript: 27e, 1er, 1re.",
        summary_fr="Les ordinaux en chiffres prennent la terminaison courte en exposant : 27e, 1er, 1re.",
        mode=Mode.AUTO,
        source="Lexique des règles typographiques en usage à l'Imprimerie nationale, Abréviations",
        examples=(
            Example("title", "La 27ème Région", "La 27<sup>e</sup> Région"),
            Example("title", "La 27<sup>ème</sup> Région", "La 27<sup>e</sup> Région"),
            Example("title", "La 27^{ème} Région", "La 27<sup>e</sup> Région"),
            Example("title", "Le XIXème siècle", "Le XIX<sup>e</sup> siècle"),
            Example("title", "Les XIX-XXIème siècles", "Les XIX-XXI<sup>e</sup> siècles"),
            Example("title", "François Ier", "François I<sup>er</sup>"),
            Example("title", "La ville au XIX e siècle", "La ville au XIX<sup>e</sup> siècle"),
            Example("title", "Les 14èmes journées", "Les 14<sup>es</sup> journées"),
            Example("title", "La Ve République", "La V<sup>e</sup> République"),
            Example("title", "Journées du 1er juillet 2010", "Journées du 1er juillet 2010"),
        ),
        apply=on_strings((*TITLE_LIKE, *PROSE_VARIABLES), fix_ordinals, is_french_text),
    ),
    Rule(
        id="ordinal-century",
        code="O2",
        family="ordinals",
        summary_en="A no-break space binds the number of a century to its word; Roman numerals keep their capitals.",
        summary_fr="Une espace insécable lie le numéro d'un siècle à son mot ; les chiffres romains ne changent pas.",
        mode=Mode.AUTO,
        source="Lexique des règles typographiques en usage à l'Imprimerie nationale, Siècles",
        examples=(Example("title", "Le XIX<sup>e</sup> siècle", f"Le XIX<sup>e</sup>{NBSP}siècle"),),
        apply=on_strings((*TITLE_LIKE, *PROSE_VARIABLES), bind_century, is_french_text),
    ),
)
