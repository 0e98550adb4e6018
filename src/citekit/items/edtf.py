"""Dates written in EDTF, the Extended Date/Time Format: levels 0 and 1, and of level 2 what CSL can hold.

ISO 8601-2:2019, as the Library of Congress publishes it ("EDTF Specification"); CSL-JSON allows it since schema 1.0.2.
EDTF has a year 0 (1 BC) and CSL has none, so years up to 0 move down by one on the way in.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Final

from citekit.items.date import Date, DatePoint

__all__ = ["days_in_month", "parse_edtf"]

_POINT: Final = re.compile(
    r"(?P<year>-?[0-9]{4}|-?[0-9]{1,3}[Xxu]{1,3}|Y-?[0-9]{5,9})"
    r"(?:-(?P<month>[0-9]{2}|XX|xx|uu)(?:-(?P<day>[0-9]{2}|XX|xx|uu))?)?"
    r"(?:T[0-9]{2}(?::[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
    r"(?P<mark>[~?%]?)"
)
_OPEN: Final = frozenset({"..", "open"})
_UNKNOWN: Final = frozenset({"", "unknown"})
# Level 2 tells the seasons of the northern hemisphere (25 to 28) from those of the southern (29 to 32).
_SEASONS: Final = {first + one: 1 + one for first in (21, 25, 29) for one in range(4)}
_MONTHS: Final = {
    **{33 + one: (1 + 3 * one, 3 + 3 * one) for one in range(4)},
    **{37 + one: (1 + 4 * one, 4 + 4 * one) for one in range(3)},
    **{40 + one: (1 + 6 * one, 6 + 6 * one) for one in range(2)},
}
"""Quarters, quadrimesters and semesters, with their first and last month."""
_NOT_SAID: Final = frozenset({"", "XX", "xx", "uu"})
_PART_MARKS: Final = re.compile(r"(?<![0-9Xu])[~?%](?=[0-9XY-])|[~?%](?=-)")
# Years that follow each other, or all up to one or from one on; CSL has no word for other sets.
_SET: Final = re.compile(r"[\[{]\s*(?P<first>[^\s.,]*)\s*\.\.\s*(?P<last>[^\s.,]*)\s*[\]}]")


@dataclass(frozen=True, slots=True)
class _Span:
    """One side of an interval: `last` differs from `first` where digits are left open ("201X")."""

    first: DatePoint
    last: DatePoint
    is_circa: bool


def parse_edtf(text: str) -> Date | None:
    """The date or interval that EDTF text says, or `None` where the text is not EDTF.

    Times of day are dropped, approximate and uncertain dates become `is_circa`, and years with open digits become
    the range of years they allow. An interval without a known end ("1998/") counts as open.

    >>> parse_edtf("2020-05-03")
    Date(start=DatePoint(year=2020, month=5, day=3, season=0), end=None, is_open=False, is_circa=False, literal='')
    >>> parse_edtf("1998/2003~").iso(), parse_edtf("201X").iso(), parse_edtf("May 2020")
    ('1998~/2003~', '2010/2019', None)
    """
    text = text.strip()
    if text.startswith(("[", "{")):
        one_of = _SET.fullmatch(text)
        return _parse_interval(one_of["first"] or "..", one_of["last"] or "..") if one_of else None
    first, slash, second = text.partition("/")
    if not slash:
        span = _parse_side(first)
        if span is None:
            return None
        end = span.last if span.last != span.first else None
        return Date(span.first, end, is_circa=span.is_circa)
    return _parse_interval(first.strip(), second.strip())


def _parse_interval(first: str, second: str) -> Date | None:
    """The interval between two sides, either of which may be open or unknown, but not both."""
    start = _parse_side(first)
    end = _parse_side(second)
    if start is None and (end is None or first not in _OPEN | _UNKNOWN):
        return None
    if end is None:
        if second not in _OPEN | _UNKNOWN or start is None:
            return None
        return Date(start.first, is_open=True, is_circa=start.is_circa)
    if start is None:
        return Date(None, end.last, is_circa=end.is_circa)
    return Date(start.first, end.last, is_circa=start.is_circa or end.is_circa)


def _parse_side(text: str) -> _Span | None:
    """One date to the day, month, season, quarter or year."""
    match = _POINT.fullmatch(text)
    is_partly_circa = False
    if match is None:
        # Level 2 marks single parts, CSL only whole dates.
        whole = _PART_MARKS.sub("", text)
        match = _POINT.fullmatch(whole)
        if match is None:
            return None
        is_partly_circa = whole != text
    is_circa = bool(match["mark"]) or is_partly_circa
    month, day = match["month"] or "", match["day"] or ""
    years = _years(match["year"])
    if years is None:
        return None
    low, high = years
    if low != high:
        # Which month of which year is not said, so a month or day would say nothing.
        return _Span(DatePoint(low), DatePoint(high), is_circa) if month in _NOT_SAID and day in _NOT_SAID else None
    return _within_year(low, month, day, is_circa)


def _years(text: str) -> tuple[int, int] | None:
    """The first and last year that a year with open digits may be, both as CSL counts them."""
    digits = text.removeprefix("Y")
    if digits == "-0000":
        return None
    sign = -1 if digits.startswith("-") else 1
    digits = digits.removeprefix("-")
    if len(digits) < 4:
        return None
    low = int(re.sub("[Xxu]", "0", digits))
    high = int(re.sub("[Xxu]", "9", digits))
    if sign < 0:
        low, high = -high, -low
    return _without_year_zero(low), _without_year_zero(high)


def _without_year_zero(year: int) -> int:
    return year - 1 if year <= 0 else year


def _within_year(year: int, month_text: str, day_text: str, is_circa: bool) -> _Span | None:
    if month_text in _NOT_SAID:
        point = DatePoint(year)
        return _Span(point, point, is_circa) if day_text in _NOT_SAID else None
    month = int(month_text)
    if not day_text and month in _SEASONS:
        point = DatePoint(year, season=_SEASONS[month])
        return _Span(point, point, is_circa)
    if not day_text and month in _MONTHS:
        first, last = _MONTHS[month]
        return _Span(DatePoint(year, first), DatePoint(year, last), is_circa)
    day = 0 if day_text in _NOT_SAID else int(day_text)
    if not 1 <= month <= 12 or (day_text not in _NOT_SAID and not 1 <= day <= days_in_month(year, month)):
        return None
    point = DatePoint(year, month, day)
    return _Span(point, point, is_circa)


def days_in_month(year: int, month: int) -> int:
    """How many days a month has in the proleptic Gregorian calendar; `year` as CSL counts it.

    >>> days_in_month(2020, 2), days_in_month(2021, 2), days_in_month(-1, 2)
    (29, 28, 29)
    """
    astronomical = year + 1 if year < 0 else year
    # Every 400 years the calendar repeats, and `calendar` wants a year after 0.
    return calendar.monthrange(astronomical % 400 + 400, month)[1]
