"""Words: the ligature œ from a closed list, composed accents, invisible characters taken out.

Dictionnaire de l'Académie française for œ; Unicode Standard Annex 15 for composed forms.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from citekit.french.languages import is_french_text
from citekit.french.masking import outside_protected
from citekit.french.rule import PROSE_VARIABLES, TITLE_LIKE, Example, Rule, on_strings
from citekit.french.tables import load_table
from citekit.report import Mode

__all__ = ["RULES", "compose_accents", "join_oe"]

SOFT_HYPHEN: Final = "\u00ad"
ZERO_WIDTH: Final = "\u200b\ufeff"
COMBINING_ACUTE: Final = "\u0301"

ACUTE: Final = "\u00b4"
# PDF files set an accent before its letter, and sometimes behind it; a capital begins its word.
_ACUTE_CAPITAL: Final = re.compile(rf"(?<![^\W\d_]){ACUTE}([EAIOU])")
_ACUTE_E: Final = re.compile(rf"(?P<before>[^\W\d_]*){ACUTE}e|e{ACUTE}(?=[bcdfghjklmnpqrstvwxz])")
_ELISIONS: Final = frozenset(load_table("elisions")["before"])
_STEMS: Final = "|".join(sorted(load_table("oe_words")["stems"], key=len, reverse=True))
_OE_WORD: Final = re.compile(rf"(?<!\w)(?:{_STEMS})\w*", re.IGNORECASE)
_OE: Final = re.compile("oe", re.IGNORECASE)
_SOFT_BEFORE_CAPITAL: Final = re.compile(rf"(?<=[a-zà-ÿ]){SOFT_HYPHEN}(?=[A-ZÀ-Þ])")
_INVISIBLE: Final = str.maketrans("", "", SOFT_HYPHEN + ZERO_WIDTH)


@outside_protected
def join_oe(text: str) -> str:
    """œ in the words of a closed list, never elsewhere: `coefficient`, `moelle` and names keep their letters.

    >>> join_oe("Mise en oeuvre, Chef-d'oeuvre, COEUR, coexister, Goethe")
    "Mise en œuvre, Chef-d'œuvre, CŒUR, coexister, Goethe"
    """
    return _OE_WORD.sub(lambda word: _OE.sub(lambda pair: "œ" if pair[0][0] == "o" else "Œ", word[0], count=1), text)


def compose_accents(text: str) -> str:
    """Accents composed with their letters (NFC), soft hyphens and zero-width spaces taken out.

    >>> compose_accents("me\\u0301moire") == "m\\u00e9moire"
    True
    >>> compose_accents("Bandes lat\\u00b4erales"), compose_accents("L\\u00b4Etat") == "L\\u00b4Etat"
    ('Bandes latérales', True)
    """
    # `Jean-Marie` copied from a page where its hyphen was a soft one; elsewhere a soft hyphen only divides a word.
    plain = _SOFT_BEFORE_CAPITAL.sub("-", text).translate(_INVISIBLE)
    if ACUTE in plain:
        plain = _ACUTE_CAPITAL.sub(lambda match: match[1] + COMBINING_ACUTE, plain)
        # `l\u00b4eau` has an apostrophe, `lat\u00b4erales` can have none; a text that has one such accent has others.
        if any((match["before"] or "ee").casefold() not in _ELISIONS for match in _ACUTE_E.finditer(plain)):
            plain = _ACUTE_E.sub(lambda match: f"{match['before'] or ''}e{COMBINING_ACUTE}", plain)
    return unicodedata.normalize("NFC", plain)


_COMPOSED: Final = (
    *TITLE_LIKE,
    *PROSE_VARIABLES,
    "publisher",
    "publisher-place",
    "event-place",
    "archive",
    "authority",
)

RULES: Final = (
    Rule(
        id="text-composed",
        code="T5",
        family="words",
        summary_en="Accents are composed with their letters; soft hyphens and zero-width spaces go.",
        summary_fr=(
            "Les accents sont composés avec leurs lettres ; les traits d'union conditionnels et espaces de "
            "largeur nulle partent."
        ),
        mode=Mode.AUTO,
        source="Unicode Standard Annex 15 (NFC)",
        examples=(Example("title", f"Me{COMBINING_ACUTE}moire{SOFT_HYPHEN}s", "Mémoires"),),
        apply=on_strings(_COMPOSED, compose_accents),
    ),
    Rule(
        id="ligature-oe",
        code="G3",
        family="words",
        summary_en="oe becomes œ in the words of a closed list.",
        summary_fr="oe devient œ dans les mots d'une liste fermée.",
        mode=Mode.AUTO,
        source="Dictionnaire de l'Académie française, 9e édition",
        examples=(
            Example("title", "La mise en oeuvre d'un choeur", "La mise en œuvre d'un chœur"),
            Example("title", "Moelle, poêle et coefficient", "Moelle, poêle et coefficient"),
        ),
        apply=on_strings((*TITLE_LIKE, *PROSE_VARIABLES), join_oe, is_french_text),
    ),
)
