"""Oddities that nobody but a reader can mend: lost characters, unbalanced guillemets, four full stops, dates at odds.

These rules change nothing; what they find is a notice with what would mend it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from citekit.french.rule import PROSE_VARIABLES, TITLE_LIKE, Apply, Edit, Example, Rule
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.variables import NAME_VARIABLES
from citekit.report import Mode, Notice

__all__ = ["RULES", "has_lost_characters", "has_unbalanced_quotes"]

REPLACEMENT: Final = "\ufffd"
_QUESTION_MARKS: Final = re.compile(r"(?<=[^\W\d_])\?\?(?=[^\W\d_])")
_MOJIBAKE: Final = re.compile(r"\u00c3[\u0080-\u00bf\u2030\u2039]|\u00e2\u20ac")
# č and ŕ stand for à where a Western text was read as a Central European one.
_CENTRAL_EUROPE: Final = re.compile(r"(?<!\w)[\u010d\u0155] (?=[a-z])")
# No language of Latin letters that a French title quotes has these; an accent went to the wrong letter (`dṕendances`).
_MISPLACED: Final = re.compile("[\u1e54\u1e55\u1e3e\u1e3f]")
_FOUR_STOPS: Final = re.compile(r"(?<!\.)\.{4,}(?!\.)")
_TEXTS: Final = (*TITLE_LIKE, *PROSE_VARIABLES, "publisher")


def has_lost_characters(text: str) -> bool:
    """Whether an accent was lost on the way: U+FFFD, `ma??triser`, `Ã©`, `č propos`.

    >>> has_lost_characters("ma??triser l'eau"), has_lost_characters("Quoi ?? Non")
    (True, False)
    """
    return REPLACEMENT in text or any(p.search(text) for p in (_QUESTION_MARKS, _MOJIBAKE, _CENTRAL_EUROPE, _MISPLACED))


def has_unbalanced_quotes(text: str) -> bool:
    """Whether a quotation mark that is opened is not closed.

    >>> has_unbalanced_quotes("Le « cas Lyon"), has_unbalanced_quotes("Écran de 5\\"")
    (True, False)
    """
    return text.count("«") != text.count("»") or text.count("\u201c") > text.count("\u201d")


def _noticing(finds: Callable[[str], bool], rule: str, what: str, remedy: str) -> Apply:
    def apply(item: Item) -> Iterator[Edit | Notice]:
        for variable in _TEXTS:
            text = item.text(variable)
            if text and finds(text):
                yield Notice(rule, f"{what} in {variable}: {text[:80]!r}", item.location, remedy=remedy)

    return apply


def _lost_characters(item: Item) -> Iterator[Edit | Notice]:
    what, remedy = "a character was lost", "type the word again with its accents"
    yield from _noticing(has_lost_characters, "text-lost-characters", what, remedy)(item)
    for variable in sorted(NAME_VARIABLES):
        for name in item.names(variable):
            if has_lost_characters(str(name)):
                message = f"{what} in {variable}: {str(name)!r}"
                yield Notice("text-lost-characters", message, item.location, remedy=remedy)


def _dates_at_odds(item: Item) -> Iterator[Edit | Notice]:
    issued = item.date("issued")
    year = item.custom.get("year", "").strip()
    if issued and issued.start and re.fullmatch(r"\d{4}", year) and int(year) != issued.start.year:
        message = f"date says {issued.iso()}, year says {year}"
        yield Notice("date-at-odds", message, item.location, remedy="keep the right one")


def _false_precision(item: Item) -> Iterator[Edit | Notice]:
    issued = item.date("issued")
    if issued is None or issued.start is None or issued.end is not None or issued.is_circa:
        return
    start = issued.start
    # A newspaper or a web page of New Year's Day has one.
    if (start.month, start.day) == (1, 1) and not item.type.startswith(("webpage", "post", "article-newspaper")):
        yield Edit("issued", Date(DatePoint(start.year)))


_SOURCE: Final = "measured: see the irregularities of real files"

RULES: Final = (
    Rule(
        id="date-first-january",
        code="D5",
        family="oddities",
        summary_en="The first of January is often the false precision of an export: the year alone is proposed.",
        summary_fr="Le 1er janvier est souvent la fausse précision d'un export : l'année seule est proposée.",
        mode=Mode.ASK,
        source="exports of Cairn and HAL through Zotero",
        examples=(
            Example("issued", Date(DatePoint(2019, 1, 1)), Date(DatePoint(2019))),
            Example("issued", Date(DatePoint(2019, 1)), Date(DatePoint(2019, 1))),
        ),
        apply=_false_precision,
    ),
    Rule(
        id="date-at-odds",
        code="D1",
        family="oddities",
        summary_en="A date and a year that differ are noticed; the date is kept.",
        summary_fr="Une date et une année qui diffèrent sont signalées ; la date est gardée.",
        mode=Mode.NEVER,
        source="biblatex manual, 2.3.8: date before year",
        examples=(Example("issued", Date(DatePoint(2019)), Date(DatePoint(2019))),),
        apply=_dates_at_odds,
        needs_french=False,
    ),
    Rule(
        id="text-lost-characters",
        code="T5B",
        family="oddities",
        summary_en="Characters lost on the way (U+FFFD, “ma??triser”) are noticed.",
        summary_fr="Les caractères perdus en route (U+FFFD, « ma??triser ») sont signalés.",
        mode=Mode.NEVER,
        source=_SOURCE,
        examples=(Example("title", "ma??triser", "ma??triser"),),
        apply=_lost_characters,
    ),
    Rule(
        id="typography-unbalanced",
        code="T8B",
        family="oddities",
        summary_en="Quotation marks that are opened and not closed are noticed.",
        summary_fr="Des guillemets ouverts et non fermés sont signalés.",
        mode=Mode.NEVER,
        source=_SOURCE,
        examples=(Example("title", "Le «\u00a0cas Lyon", "Le «\u00a0cas Lyon"),),
        apply=_noticing(
            has_unbalanced_quotes, "typography-unbalanced", "a quotation mark has no partner", "close or open it"
        ),
    ),
    Rule(
        id="typography-four-stops",
        code="G2B",
        family="oddities",
        summary_en="Four full stops or more are noticed: an ellipsis has three.",
        summary_fr="Quatre points ou plus sont signalés : les points de suspension sont trois.",
        mode=Mode.NEVER,
        source="Lexique des règles typographiques en usage à l'Imprimerie nationale, Points de suspension",
        examples=(Example("title", "Et puis....", "Et puis...."),),
        apply=_noticing(
            lambda text: bool(_FOUR_STOPS.search(text)),
            "typography-four-stops",
            "four full stops or more",
            "write an ellipsis",
        ),
    ),
)
