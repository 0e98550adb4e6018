"""Titles: one separator between title and subtitle, no final full stop; dashes and lost accents are only proposed.

ISBD and AFNOR Z 44-005 set ` : ` between a title and its subtitle. Titles are never recased here.
"""

from __future__ import annotations

import re
from typing import Final

from citekit.french.folding import without_accents
from citekit.french.languages import is_french_text
from citekit.french.rule import Example, Rule, on_strings
from citekit.french.tables import load_table, words
from citekit.report import Mode

__all__ = [
    "RULES",
    "accent_capitals",
    "drop_final_stop",
    "ends_in_abbreviation",
    "join_subtitle",
    "propose_dash_subtitle",
]

NBSP: Final = "\u00a0"
_WORDINGS: Final = load_table("responsibility")
_ABBREVIATIONS: Final = words(load_table("abbreviations")["before_stop"])
_TABLE: Final = load_table("capitals")
# The first letter without its accent: `Ecole` for `École`.
_CAPITALS: Final = {without_accents(word[0]) + word[1:]: word for word in words(_TABLE["words"])} | {
    # All accents lost: `Egalite`, `Element`.
    without_accents(word): word
    for word in words(_TABLE["words"])
}
_STOP_CAPITAL: Final = re.compile(r"\.\s+(?=(?:<span class=\"nocase\">)?[«\"\u201c]?\s?[^\W\d_a-zà-öø-ÿœ])")
_LAST_WORD: Final = re.compile(r"[\w.\u2019'-]+$")
_NOT_FRENCH: Final = re.compile(r"(?![A-Za-zàâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ])[^\W\d_]")
_ENDS_WHOLE: Final = re.compile(r"(?:(?<![\w.])\d{3,4}|(?<= )(?:[IVX]{2,5}|[A-Z]{3,}))$")
_DASH: Final = re.compile(r"\s+[-\u2013\u2014]\s+")
_NOCASE: Final = re.compile(r"<span class=\"nocase\">|</span>")
_ROMAN: Final = re.compile(r"[IVXLCDM]+")
_NUMBERED: Final = re.compile(
    r"\b(?:tome|vol|volume|livre|partie|chapitre|chap|section|annexe|n°|no|t|série|fascicule|cahier|acte|article|loi)\b",
    re.IGNORECASE,
)
_RESPONSIBILITY: Final = re.compile(r"\s/\s")
# What introduces the people who made a book, and heads that say what a text is: neither side is a subtitle.
_BY_WHOM: Final = re.compile(rf"(?:{'|'.join(_WORDINGS['by_whom'])})", re.IGNORECASE)
_HEAD: Final = re.compile(rf"(?:{'|'.join(_WORDINGS['heads'])})(?:\s+de\s.*)?", re.IGNORECASE)
_FIRST_A: Final = re.compile(rf"(?:(?<=[.:?!\u2026]\s)|^)A(?= (?:{'|'.join(_TABLE['after_a'])})(?!\w)| l['\u2019])")
_CAPITAL_WORD: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(_CAPITALS)})(?!\w)")


def ends_in_abbreviation(text: str) -> bool:
    """Whether a full stop after this text belongs to an abbreviation, an initial or a number."""
    match = _LAST_WORD.search(text)
    if match is None:
        return True
    word = match[0].rstrip(".")
    tail = re.split(r"[\u2019'-]", word)[-1]
    bare = word.casefold()
    return (
        len(tail) <= 1
        or "." in word
        or tail.isdigit()
        or bool(_ROMAN.fullmatch(word))
        or bare in _ABBREVIATIONS
        or tail.casefold() in _ABBREVIATIONS
        or not re.search(r"[aeiouyàâäéèêëîïôöùûüœ]", bare)
    )


def join_subtitle(text: str) -> str:
    """` : ` for the only full stop between a title and its subtitle, where nothing else can be meant.

    >>> join_subtitle("Innover dans les politiques sociales. Pratiques du changement") == (
    ...     "Innover dans les politiques sociales\\u00a0: Pratiques du changement")
    True
    >>> join_subtitle("La vie de J. Dupont")
    'La vie de J. Dupont'
    """
    places = list(_STOP_CAPITAL.finditer(text))
    if len(places) != 1:
        return text
    before, after = text[: places[0].start()], text[places[0].end() :]
    # Words whose capitals are protected are words like others, unless the protection spans the stop itself.
    if before.count("<span") != before.count("</span>"):
        return text
    left, right = _NOCASE.sub("", before), _NOCASE.sub("", after)
    return f"{before}{NBSP}: {after}" if _is_title_and_subtitle(left, right) else text


def _is_title_and_subtitle(left: str, right: str) -> bool:
    """Whether the texts around a full stop can be nothing but a title and its subtitle."""
    text = f"{left}. {right}"
    if re.search(r"[:;?!\u2026=<>]|\.\.\.", text) or _DASH.search(text) or _RESPONSIBILITY.search(text):
        return False
    # One word before the stop is a heading or an abbreviation; a second stop further on means sentences.
    if len(left.split()) < 2 or len(right.split()) < 2 or "." in left or "." in right.rstrip("."):
        return False
    if _HEAD.fullmatch(left) or _BY_WHOM.match(right):
        return False
    # Behind the full stop may stand the title in the language of the work: `… Tanqīḥ al-abḥāṯ`.
    if _NOT_FRENCH.search(right):
        return False
    if left.count("«") != left.count("»") or left.count("(") != left.count(")"):
        return False
    return not (ends_in_abbreviation(left) or _NUMBERED.search(left) or _NUMBERED.match(right))


def drop_final_stop(text: str) -> str:
    """The title without its final full stop, unless that belongs to an abbreviation or an ellipsis.

    >>> drop_final_stop("Le temps des pionniers."), drop_final_stop("Lyon, Paris, etc."), drop_final_stop("Et puis...")
    ('Le temps des pionniers', 'Lyon, Paris, etc.', 'Et puis...')
    """
    stripped = text.rstrip()
    if not stripped.endswith(".") or stripped.endswith(".."):
        return text
    kept = stripped[:-1]
    # Behind a year, an acronym or the number of a king there is no abbreviation.
    return kept if _ENDS_WHOLE.search(kept) or not ends_in_abbreviation(kept) else text


def propose_dash_subtitle(text: str) -> str:
    """` : ` for the only spaced dash of a title that has no colon: a proposal, for a dash may join equals."""
    if ":" in text or len(_DASH.findall(text)) != 1:
        return text
    left, right = _DASH.split(text)
    if len(left.split()) < 2 or len(right.split()) < 2 or left[-1].isdigit() or right[0].isdigit():
        return text
    return f"{left}{NBSP}: {right}"


def accent_capitals(text: str) -> str:
    """Capitals with the accent that a closed list of words requires, and `À` where it begins a title.

    >>> accent_capitals("Ecole et Etat"), accent_capitals("A propos de l'enfance"), accent_capitals("A. Dupont a vu")
    ('École et État', "À propos de l'enfance", 'A. Dupont a vu')
    """
    text = _FIRST_A.sub("À", text)
    return _CAPITAL_WORD.sub(lambda match: _CAPITALS[match[0]], text)


_TITLES: Final = ("title", "volume-title", "part-title", "original-title", "reviewed-title")

RULES: Final = (
    Rule(
        id="title-final-stop",
        code="G1",
        family="titles",
        summary_en="A title loses its final full stop, unless it ends an abbreviation.",
        summary_fr="Un titre perd son point final, sauf celui d'une abréviation.",
        mode=Mode.AUTO,
        source="AFNOR Z 44-005; CSL styles set the punctuation after a title",
        examples=(
            Example(
                "title",
                "Humanités numériques en France : le temps des pionniers.",
                "Humanités numériques en France : le temps des pionniers",
            ),
            Example("title", "Villes, bourgs, etc.", "Villes, bourgs, etc."),
            Example("title", "Avant J.-C.", "Avant J.-C."),
            Example("title", "Communication et langages, n° 105, 1995.", "Communication et langages, n° 105, 1995"),
        ),
        apply=on_strings(_TITLES, drop_final_stop, is_french_text),
    ),
    Rule(
        id="title-subtitle",
        code="S1",
        family="titles",
        summary_en=(
            "The one full stop between a title and its subtitle becomes a colon, where nothing else can be meant."
        ),
        summary_fr=(
            "Le seul point entre un titre et son sous-titre devient un deux-points, quand rien d'autre ne peut "
            "être entendu."
        ),
        mode=Mode.AUTO,
        source="AFNOR Z 44-005; ISBD, area 1",
        examples=(
            Example(
                "title",
                "Innover dans les politiques sociales. Pratiques du changement",
                f"Innover dans les politiques sociales{NBSP}: Pratiques du changement",
            ),
            Example("title", "Lettres de J. Dupont", "Lettres de J. Dupont"),
            Example("title", "Choisir son école ? Le cas. Les lieux", "Choisir son école ? Le cas. Les lieux"),
        ),
        apply=on_strings(_TITLES, join_subtitle, is_french_text),
    ),
    Rule(
        id="title-dash",
        code="S1B",
        family="titles",
        summary_en="A spaced dash may stand between title and subtitle: a colon is proposed.",
        summary_fr="Un tiret espacé peut séparer titre et sous-titre : un deux-points est proposé.",
        mode=Mode.ASK,
        source="measured: 180 titles, of which some join equals or give a site's name",
        examples=(
            Example(
                "title",
                "Solidarité et innovation sociale - Recueil d'initiatives",
                f"Solidarité et innovation sociale{NBSP}: Recueil d'initiatives",
            ),
        ),
        apply=on_strings(("title",), propose_dash_subtitle, is_french_text),
    ),
    Rule(
        id="title-capital-accent",
        code="G4",
        family="titles",
        summary_en="A capital that lost its accent in a well-known word: the accented word is proposed.",
        summary_fr="Une capitale qui a perdu son accent dans un mot connu : le mot accentué est proposé.",
        mode=Mode.ASK,
        source="Lexique des règles typographiques en usage à l'Imprimerie nationale, Majuscules",
        examples=(
            Example("title", "Ecole et Etat", "École et État"),
            Example("title", "Egalite des chances", "Égalité des chances"),
            Example("title", "A propos de l'enfance", "À propos de l'enfance"),
        ),
        apply=on_strings((*_TITLES, "container-title", "collection-title"), accent_capitals, is_french_text),
    ),
)
