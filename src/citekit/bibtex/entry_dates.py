"""The dates of an entry: biblatex's date fields, the years, months and days from before them, and years of reprints."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from citekit.bibtex.dates import date_from_parts, parse_date, reprint_years
from citekit.bibtex.fields import Fields
from citekit.bibtex.latex import decode_plain
from citekit.bibtex.strings import bib_string
from citekit.bibtex.tables import DATE_FIELDS, YEAR_FIELDS
from citekit.items.date import Date, DatePoint

__all__ = ["parsed_date", "take_dates"]

ACCESS_TIME: Final = "accessDate"
_TIME: Final = re.compile(r"\d[T ]\d\d?:\d\d")
NBSP: Final = "\u00a0"
FORTHCOMING: Final = "forthcoming"


def take_dates(fields: Fields) -> None:
    """Take every date field of an entry."""
    for name, variable in DATE_FIELDS.items():
        if fields.has(name):
            text = fields.text(name)
            if variable == "issued":
                text = _without_first_year(fields, text, name)
            _set_date(fields, variable, name, parsed_date(text))
            if variable == "accessed" and _TIME.search(text):
                # CSL's dates have no time of day; Zotero's date of access has.
                fields.custom[ACCESS_TIME] = text.replace(NBSP, "~")
    for name, variable in YEAR_FIELDS.items():
        if fields.has(name) and variable not in fields.variables:
            prefix = name.removesuffix("year")
            date, _ = date_from_parts(fields.text(name), fields.text(f"{prefix}month"), fields.text(f"{prefix}day"))
            _set_date(fields, variable, name, _with_end(fields, date, prefix))
    _take_year(fields)


def parsed_date(text: str) -> Date:
    """The date of a field that LaTeX was decoded in, where `~` has become a space."""
    date = parse_date(text.replace(NBSP, "~"))
    # "1723~" is EDTF, whose sign LaTeX makes a no-break space; in text that is no date it is one.
    return Date(literal=text) if date.literal else date


def _take_year(fields: Fields) -> None:
    """`year`, `month`, `day`, unless `date` says it all."""
    issued = fields.variables.get("issued")
    if isinstance(issued, Date):
        start = issued.start
        year, _ = date_from_parts(fields.entry.value("year").strip(), "", "")
        if fields.has("year") and start is not None and year.start is not None and year.start.year == start.year:
            fields.take(*("year", "month", "day") if start.month else ("year",))
        return
    if not fields.has("year"):
        return
    text = _without_first_year(fields, fields.text("year"), "year")
    date, unused = date_from_parts(text, fields.text("month"), fields.text("day"))
    _set_date(fields, "issued", "year", _with_end(fields, date, ""))
    for name in unused:
        fields.tell(
            "unread-date", f"{name} {fields.text(name)!r} cannot be joined to the year; it is kept as custom", name
        )
        fields.keep(name)


def _without_first_year(fields: Fields, text: str, name: str) -> str:
    """The year of the edition, where a field has that of the first one beside it: "[1929] 2004"."""
    years = reprint_years(text)
    if years is None:
        return text
    if not fields.has("origyear"):
        fields.set("original-date", parsed_date(years[0]), name)
    return years[1]


def _with_end(fields: Fields, date: Date, prefix: str) -> Date:
    """The date up to `endyear`, `endmonth` and `endday`, which biblatex had before its date fields."""
    if not fields.has(f"{prefix}endyear") or date.start is None or date.end is not None:
        return date
    names = [f"{prefix}end{part}" for part in ("year", "month", "day")]
    end, unused = date_from_parts(*(decode_plain(fields.entry.value(name)) for name in names))
    if unused or end.start is None or end.end is not None or _ymd(end.start) <= _ymd(date.start):
        return date
    fields.take(*names)
    return replace(date, end=end.start)


def _ymd(point: DatePoint) -> tuple[int, int, int]:
    return point.year, point.month, point.day


def _set_date(fields: Fields, variable: str, name: str, date: Date) -> None:
    if date.is_empty:
        return
    if date.literal:
        if date.literal.strip().lower() == FORTHCOMING and variable == "issued" and not fields.has("pubstate"):
            fields.set("status", bib_string(FORTHCOMING, fields.language), name)
        fields.tell(
            "unread-date",
            f"{date.literal!r} is not a date in EDTF; it is kept as it stands",
            name,
            remedy="write yyyy-mm-dd",
        )
    fields.set(variable, date, name)
