"""Dates: French and numeric wordings to points in time; no date, uncertain dates, ranges, dates to come.

Figures are day first, as French writes them. EDTF (ISO 8601-2) names what is meant; CSL-JSON keeps it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from citekit.french.languages import is_french
from citekit.french.rule import Edit, Example, Rule
from citekit.french.tables import load_table
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.variables import DATE_VARIABLES
from citekit.report import Mode, Notice

__all__ = ["RULES", "parse_french_date"]

_TABLE: Final = load_table("months")
_MONTHS: Final = {name: int(number) for number, names in _TABLE["months"].items() for name in names}
_SEASONS: Final = {name: int(number) for number, names in _TABLE["seasons"].items() for name in names}
_UNDATED: Final = frozenset(_TABLE["markers"]["undated"])
_STATUS: Final = tuple(_TABLE["markers"]["status"])

_MONTH: Final = r"(?:" + "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True)) + r")\.?"
_SEASON: Final = "|".join(_SEASONS)
_DAY: Final = r"\d{1,2}(?:er)?"
_DASH: Final = r"\s*[-\u2013\u2014/]+\s*"
_TO: Final = rf"(?:{_DASH}|\s+(?:au|à|et)\s+)"
_YEAR: Final = r"\d{4}"

_SLASHES: Final = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2({_YEAR})")
_MONTH_SLASH: Final = re.compile(rf"(\d{{1,2}})/({_YEAR})")
_WORDS: Final = re.compile(rf"(?:({_DAY})\s+)?({_MONTH})\s+({_YEAR})")
_DAYS: Final = re.compile(rf"({_DAY}){_TO}({_DAY})\s+({_MONTH})\s+({_YEAR})")
_MONTHS_RANGE: Final = re.compile(rf"(?:({_DAY})\s+)?({_MONTH}){_TO}(?:({_DAY})\s+)?({_MONTH})\s+({_YEAR})")
_SEASON_YEAR: Final = re.compile(rf"({_SEASON})\s+({_YEAR})")
_QUARTER: Final = re.compile(rf"([1-4])(?:er|e|ème|eme|nd)?\s*trim(?:estre|\.)?\s+({_YEAR})")
_YEARS: Final = re.compile(rf"({_YEAR}){_DASH}({_YEAR}|\d{{2}})")
_CIRCA: Final = re.compile(rf"(?:{'|'.join(re.escape(mark) for mark in _TABLE['markers']['circa'])})\s*({_YEAR})")
_DOUBTED: Final = re.compile(rf"\[?({_YEAR})\s*(?:\?|\(\?\))\]?")
_BRACKETED: Final = re.compile(rf"\[({_YEAR})\]")
_REPRINT: Final = re.compile(rf"({_YEAR})\s*\[({_YEAR})\]")
# What catalogues write before the year of a copyright, of the legal deposit, of the printing.
_IMPRINT: Final = re.compile(rf"\[?(?:{'|'.join(_TABLE['markers']['imprint'])})\s*({_YEAR})\]?", re.IGNORECASE)
_REPRINTED: Final = re.compile(rf"({_YEAR})\s*[,;(]\s*réimpr(?:\.|ession)?\)?", re.IGNORECASE)
_SHORT_YEAR: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{2}")
_LEADING: Final = re.compile(r"^(?:le|du|en|depuis le)\s+")
_FIGURES: Final = re.compile(r"[\d/.\s]+")


def _point(year: str, month: str = "", day: str = "") -> DatePoint | None:
    """A point in time that the calendar knows, from figures or a month's name."""
    month_number = 0 if not month else int(month) if month.isdigit() else _MONTHS.get(month.rstrip("."), 0)
    day_number = int(day.removesuffix("er")) if day else 0
    if month and not 1 <= month_number <= 12:
        return None
    if day and not 1 <= day_number <= calendar.monthrange(int(year) or 4, month_number)[1]:
        return None
    return DatePoint(int(year), month_number, day_number)


def _single(point: DatePoint | None) -> Date | None:
    return Date(point) if point else None


def _range(start: DatePoint | None, end: DatePoint | None) -> Date | None:
    """A range whose end does not come before its start."""
    if start is None or end is None:
        return None
    ordered = (start.year, start.month, start.day) < (end.year, end.month, end.day)
    return Date(start, end) if ordered else None


def parse_french_date(text: str) -> Date | None:
    """The date that a French or numeric wording gives, or `None`; figures are read day first.

    >>> [parse_french_date(text).iso() for text in ("18/12/2020", "12/2020", "1er mars 2020", "mars-avril 2020")]
    ['2020-12-18', '2020-12', '2020-03-01', '2020-03/2020-04']
    >>> parse_french_date("31/02/2020") is None, parse_french_date("05/05/20") is None
    (True, True)
    """
    # calendar.monthrange accepts years 1 to 9999 only.
    plain = _LEADING.sub("", " ".join(text.replace("<sup>", "").replace("</sup>", "").split()).casefold())
    if "0000" in plain:
        return None
    if match := _SLASHES.fullmatch(plain):
        return _single(_point(match[4], match[3], match[1]))
    if match := _MONTH_SLASH.fullmatch(plain):
        return _single(_point(match[2], match[1]))
    if match := _WORDS.fullmatch(plain):
        return _single(_point(match[3], match[2], match[1] or ""))
    if match := _DAYS.fullmatch(plain):
        return _range(_point(match[4], match[3], match[1]), _point(match[4], match[3], match[2]))
    if match := _MONTHS_RANGE.fullmatch(plain):
        return _range(_point(match[5], match[2], match[1] or ""), _point(match[5], match[4], match[3] or ""))
    if match := _SEASON_YEAR.fullmatch(plain):
        return Date(DatePoint(int(match[2]), season=_SEASONS[match[1]]))
    if match := _QUARTER.fullmatch(plain):
        # EDTF counts quarters from 33; CSL has none, so a quarter is its three months.
        first = 3 * int(match[1]) - 2
        return Date(DatePoint(int(match[2]), first), DatePoint(int(match[2]), first + 2))
    return _parse_years(plain)


def _parse_years(plain: str) -> Date | None:
    if match := _YEARS.fullmatch(plain):
        # `1972--73` abbreviates the second year; `2020-05` is ISO and not ours.
        end = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
        return _range(_point(match[1]), _point(end)) if len(match[2]) == 4 or int(match[2]) > 12 else None
    if match := _CIRCA.fullmatch(plain) or _DOUBTED.fullmatch(plain):
        return Date(DatePoint(int(match[1])), is_circa=True)
    if match := _BRACKETED.fullmatch(plain):
        return Date(DatePoint(int(match[1])), is_circa=True)
    return None


def _literal_dates(item: Item) -> Iterator[tuple[str, str, Date]]:
    for variable in sorted(DATE_VARIABLES):
        date = item.date(variable)
        if date is not None and date.start is None and date.literal:
            yield variable, date.literal, date


def _normalize_dates(item: Item) -> Iterator[Edit | Notice]:
    for variable, literal, _ in _literal_dates(item):
        parsed = parse_french_date(literal)
        if parsed is not None:
            yield Edit(variable, parsed, mode=Mode.AUTO if _is_day_first(item, literal) else Mode.ASK)
        elif match := _IMPRINT.fullmatch(literal.strip()):
            yield Edit(variable, Date(DatePoint(int(match[1]))), keep={f"{variable}-as-given": literal})
        elif match := _REPRINTED.fullmatch(literal.strip()):
            date = Date(DatePoint(int(match[1])))
            yield Edit(variable, date, mode=Mode.ASK, keep={f"{variable}-as-given": literal})
        elif _SHORT_YEAR.fullmatch(literal.strip()):
            day, month, year = literal.strip().split("/")
            guess = parse_french_date(f"{day}/{month}/{'20' if int(year) < 30 else '19'}{year}")
            if guess is not None:
                yield Edit(variable, guess, mode=Mode.ASK)
        elif _FIGURES.fullmatch(literal) and ("/" in literal or "." in literal):
            yield Notice(
                "date-impossible",
                f"{literal!r} in {variable} is not a date of the calendar",
                item.location,
                remedy="write it as YYYY-MM-DD",
            )


def _is_day_first(item: Item, literal: str) -> bool:
    """Whether figures can be read in one way: outside French `8/2/2020` may be the second of August."""
    match = _SLASHES.fullmatch(literal.strip())
    return match is None or int(match[1]) > 12 or match[1] == match[3] or is_french(item)


def _complete_with_month(item: Item) -> Iterator[Edit | Notice]:
    """`month = {27 mai au 2 juin}`: what BibTeX's month says beside the year, where the year alone was read."""
    month, issued = item.custom.get("month", ""), item.date("issued")
    if not month or issued is None or issued.start is None or issued.end is not None or issued.start.month:
        return
    year = issued.start.year
    found = parse_french_date(month if re.search(rf"(?<!\d){year}$", month) else f"{month} {year}")
    if found is not None and found.start is not None and found.start.year == year and not issued.is_circa:
        yield Edit("issued", found)


def _drop_undated(item: Item) -> Iterator[Edit | Notice]:
    for variable, literal, _ in _literal_dates(item):
        if literal.strip().casefold() in _UNDATED:
            # Styles print their own "[sans date]" where no date is given.
            yield Edit(variable, None, keep={f"{variable}-as-given": literal})


def _status_out_of_date(item: Item) -> Iterator[Edit | Notice]:
    for variable, literal, date in _literal_dates(item):
        plain = literal.strip()
        for status in _STATUS:
            if variable != "issued" or not plain.casefold().strip("[]() ").endswith(status) or item.text("status"):
                continue
            year = plain.strip("[]() ")[: -len(status)].strip(" ,;[(")
            if year and not (year.isdigit() and len(year) == 4):
                continue
            yield Edit("status", status)
            yield Edit(variable, replace(date, start=DatePoint(int(year)), literal="") if year else None)
            return


def _split_reprint(item: Item) -> Iterator[Edit | Notice]:
    for variable, literal, _ in _literal_dates(item):
        match = _REPRINT.fullmatch(literal.strip())
        if match and variable == "issued" and item.date("original-date") is None and int(match[2]) < int(match[1]):
            yield Edit("original-date", Date(DatePoint(int(match[2]))))
            yield Edit(variable, Date(DatePoint(int(match[1]))))


def _normalize(item: Item) -> Iterator[Edit | Notice]:
    yield from _normalize_dates(item)
    yield from _complete_with_month(item)


RULES: Final = (
    Rule(
        id="date-undated",
        code="D4A",
        family="dates",
        summary_en="“s. d.” and its like are no date; the style says that there is none.",
        summary_fr="« s. d. » et ses variantes ne sont pas une date ; le style dit qu'il n'y en a pas.",
        mode=Mode.AUTO,
        source="CSL term no-date; AFNOR Z 44-005",
        examples=(Example("issued", Date(literal="s. d."), None),),
        apply=_drop_undated,
        needs_french=False,
    ),
    Rule(
        id="date-status",
        code="D4B",
        family="dates",
        summary_en="“à paraître”, “sous presse” and their like go from the date to the status.",
        summary_fr="« à paraître », « sous presse » et leurs pareils passent de la date au statut.",
        mode=Mode.AUTO,
        source="CSL 1.0.2, variable status",
        examples=(Example("issued", Date(literal="2016 [à paraître]"), Date(DatePoint(2016))),),
        apply=_status_out_of_date,
        needs_french=False,
    ),
    Rule(
        id="date-original",
        code="D4C",
        family="dates",
        summary_en="The year in brackets after a later year is that of the original edition.",
        summary_fr="L'année entre crochets après une année plus récente est celle de l'édition originale.",
        mode=Mode.AUTO,
        source="biblatex origdate; CSL 1.0.2, variable original-date",
        examples=(Example("issued", Date(literal="1995 [1658]"), Date(DatePoint(1995))),),
        apply=_split_reprint,
        needs_french=False,
    ),
    Rule(
        id="date-numeric",
        code="D3",
        family="dates",
        summary_en=(
            "Dates in figures (day first) or in French words become dates of the calendar; two-figure years are "
            "asked for."
        ),
        summary_fr=(
            "Les dates en chiffres (jour d'abord) ou en toutes lettres deviennent des dates ; les années à deux "
            "chiffres sont demandées."
        ),
        mode=Mode.AUTO,
        source="ISO 8601; EDTF (ISO 8601-2) for ranges, seasons and approximate dates",
        examples=(
            Example("issued", Date(literal="18/12/2020"), Date(DatePoint(2020, 12, 18))),
            Example("issued", Date(literal="12/2020"), Date(DatePoint(2020, 12))),
            Example("issued", Date(literal="1er mars 2020"), Date(DatePoint(2020, 3, 1))),
            Example("issued", Date(literal="le 15 Mai 2006"), Date(DatePoint(2006, 5, 15))),
            Example("issued", Date(literal="avril-juin 2021"), Date(DatePoint(2021, 4), DatePoint(2021, 6))),
            Example("issued", Date(literal="Printemps 1998"), Date(DatePoint(1998, season=1))),
            Example("issued", Date(literal="2e trimestre 2019"), Date(DatePoint(2019, 4), DatePoint(2019, 6))),
            Example("issued", Date(literal="ca. 1890"), Date(DatePoint(1890), is_circa=True)),
            Example("issued", Date(literal="18-12-2020"), Date(DatePoint(2020, 12, 18))),
            Example("issued", Date(literal="DL 2005"), Date(DatePoint(2005))),
            Example("issued", Date(literal="31/02/2020"), Date(literal="31/02/2020")),
        ),
        apply=_normalize,
        needs_french=False,
    ),
)
