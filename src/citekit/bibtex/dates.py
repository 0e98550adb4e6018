"""Dates of BibTeX entries: biblatex's EDTF fields, and BibTeX's year, month and day.

Biblatex manual 2.3.8 ("Date and Time Specifications"); EDTF (ISO 8601-2) levels 0 and 1. Text that is no date in
these terms is kept whole as a literal; loose French dates are understood later, by rules that say so.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import Final

from citekit.items.date import Date, DatePoint
from citekit.items.edtf import days_in_month, parse_edtf
from citekit.items.month_names import month_of_name, season_of_name
from citekit.items.raw_date import parse_raw_date

__all__ = ["date_from_parts", "month_number", "parse_date", "reprint_years"]

_EDTF_SEASON: Final = 20
_MOST_DIGITS: Final = 4
_MONTHS_OF_YEAR: Final = 12

# Days that every month has.
_SURE_DAY: Final = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])")
_YEARS: Final = re.compile(r"(\d{4})\s*(?:-{1,3}|–|—|/)\s*(\d{4})")
_SHORT_YEARS: Final = re.compile(r"(\d{2})(\d{2})\s*(?:-{1,3}|–|—|/)\s*(\d{2})")
_FOREIGN_DIGIT: Final = re.compile(r"[^\W\D0-9]")
# What is left of a sentence or of a reference behind a year.
_PUNCTUATED_YEAR: Final = re.compile(r"(\d{4})\s*[.,;)\]]+")
_OPEN_YEAR: Final = re.compile(r"(\d{4})\s*(?:-{1,3}|–|—)")
_CIRCA: Final = re.compile(r"(?:ca?\.?|circa|vers|env\.?)\s*(\d{3,4})|(\d{3,4})\s*\(\?\)", re.IGNORECASE)
_BARE_YEAR: Final = re.compile(r"-?\d{1,4}")
# In a catalogue, brackets hold what the title page does not say.
_SUPPLIED: Final = re.compile(r"\[(\d{4})\]")
_REPRINT: Final = re.compile(r"[\[(](\d{4})[\])]\s*(\d{4})|(\d{4})\s*[\[(](\d{4})[\])]")
_JESUS_CHRIST: Final = r"J\.?\s?-?\s?-?C\.?"
_YEAR_OF_ERA: Final = re.compile(
    r"(?P<ad>A\.?D\.?\s*)?(?P<year>\d{1,4})(?:-(?P<month>\d\d))?\s*"
    rf"(?:(?P<before>B\.?\s?C\.?(?:\s?E\.?)?|av(?:ant|\.)\s*{_JESUS_CHRIST})"
    rf"|(?P<after>A\.?\s?D\.?|C\.?\s?E\.?|ap(?:rès|r?\.)\s*{_JESUS_CHRIST}))?",
    re.IGNORECASE,
)
_MONTH_AND_YEAR: Final = re.compile(r"(?:(?P<day>\d{1,2})\.)?(?P<month>\d{1,2})(?(day)\.|[-/.])(?P<year>\d{4})")
_SPACED_HYPHEN: Final = re.compile(r"(?<=\d) ?- ?(?=\d\d(?!\d))")
_ORDINAL: Final = r"(?:st|nd|rd|th|er)?"
_MONTH_AND_DAY: Final = re.compile(
    rf"(?P<day1>\d{{1,2}}){_ORDINAL}\.?\s*(?P<month1>[^\W\d]+)\.?|(?P<month2>[^\W\d]+)\.?,?\s*(?P<day2>\d{{1,2}}){_ORDINAL}",
    re.IGNORECASE,
)
# Words and four digits, or the year before the month: what is neither, as 5/4/2001, may mean two days.
_WRITTEN_DATE: Final = re.compile(r"(?=.*[^\W\d_]{3})(?=.*\d{4}).*|\d{4}([-/.])\d{1,2}\1\d{1,2}(?:[ T].*)?", re.DOTALL)
_ACCESS_WORDS: Final = re.compile(
    r"(?:(?:last\s+)?(?:accessed|visited|checked|retrieved)|consulté|vu|lu)(?:\s+(?:le|on))?\s*:?\s*", re.IGNORECASE
)
_EDTF_MARKS: Final = re.compile(r"\?~|~\?")
_LONG_YEAR: Final = re.compile(r"y(?=-?\d{5})")
_SHORT_NEGATIVE: Final = re.compile(r"(?<![\d-])-(\d{1,3})(?![\dXu])")
_MONTHS: Final = re.compile(r"([^\W\d]+|\d{1,2})\.?\s*(?:-{1,3}|–|—|/)\s*([^\W\d]+|\d{1,2})\.?")
_DAYS_AND_MONTH: Final = re.compile(
    r"(?P<days1>\d{1,2}\s*(?:-{1,3}|–|—|/|au|to)\s*\d{1,2})\s+(?P<month1>[^\W\d]+\.?)"
    r"|(?P<month2>[^\W\d]+\.?)\s+(?P<days2>\d{1,2}\s*(?:-{1,3}|–|—|/|au|to)\s*\d{1,2})"
)
_DAYS: Final = re.compile(r"(\d{1,2})\s*(?:-{1,3}|–|—|/|au|to)\s*(\d{1,2})")
_DAY_TO_DAY: Final = re.compile(r"(\d{1,2} [^\W\d]+\.?) ?(?:-{1,3}|–|—|/|au|to) ?(\d{1,2} [^\W\d]+\.?)")


# A library's dates are few hundreds of years and days.
@lru_cache(maxsize=512)
def parse_date(text: str) -> Date:
    """The date in a date field or a year; a literal where it is neither EDTF nor written out nor a range of years.

    >>> parse_date("1998-05/2003").iso(), parse_date("2004--2005").iso(), parse_date("27/11/2020").literal
    ('1998-05/2003', '2004/2005', '27/11/2020')
    >>> parse_date("3rd May 1998").iso(), parse_date("2011/7/29").iso(), parse_date("1723?~").iso()
    ('1998-05-03', '2011-07-29', '1723~')
    """
    given = text = text.strip()
    if not text.isascii():
        # Biber reads the digits of every script; so does all that follows, once they are ours.
        text = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    # Nearly all dates are one of these two, and need no more than a look.
    if len(text) == 4 and text.isdecimal() and text[0] in "12":
        return Date(DatePoint(int(text)))
    match = _SURE_DAY.fullmatch(text)
    if match:
        return Date(DatePoint(int(match[1]), int(match[2]), int(match[3])))
    # EDTF's draft wrote "?~" for "%" and "y" for "Y"; people write years before Christ in their own width.
    edtf = _SPACED_HYPHEN.sub("-", _EDTF_MARKS.sub("%", text))
    found = parse_edtf(_LONG_YEAR.sub("Y", _SHORT_NEGATIVE.sub(_padded_year, edtf)))
    if found is None:
        found = _written_date(text)
    if found is not None:
        return found
    if _BARE_YEAR.fullmatch(text) and int(text) > 0:
        return Date(DatePoint(int(text)))
    match = _YEARS.fullmatch(text)
    if match and int(match[1]) <= int(match[2]):
        return Date(DatePoint(int(match[1])), DatePoint(int(match[2])))
    match = _SHORT_YEARS.fullmatch(text)
    # "1998-03" is March in EDTF and came back above; "1998--99" can only be two years.
    if match and int(match[2]) < int(match[3]):
        return Date(DatePoint(int(match[1] + match[2])), DatePoint(int(match[1] + match[3])))
    match = _PUNCTUATED_YEAR.fullmatch(text)
    if match:
        return Date(DatePoint(int(match[1])))
    match = _OPEN_YEAR.fullmatch(text)
    if match:
        return Date(DatePoint(int(match[1])), is_open=True)
    match = _CIRCA.fullmatch(text) or _SUPPLIED.fullmatch(text)
    if match:
        return Date(DatePoint(int(match[match.lastindex or 1])), is_circa=True)
    return _era(text) or _figures(text) or Date(literal=given)


def _era(text: str) -> Date | None:
    """Years before or after Christ, in words: "44 BC", "44 av. J.-C.", "30 BC/5 AD"."""
    points = [_year_of_era(part) for part in text.split("/", 1)]
    start, end = points[0], points[-1]
    if start is None or end is None or (len(points) > 1 and start.year >= end.year):
        return None
    return Date(start, end if len(points) > 1 else None)


def _year_of_era(text: str) -> DatePoint | None:
    match = _YEAR_OF_ERA.fullmatch(text.strip())
    if match is None or (match["ad"] and match["before"]) or not any((match["ad"], match["before"], match["after"])):
        return None
    year, month = int(match["year"]), int(match["month"] or 0)
    return DatePoint(-year if match["before"] else year, month) if year and month <= _MONTHS_OF_YEAR else None


def _figures(text: str) -> Date | None:
    """A month and its year ("9/2015"); with a day too where dots part them, as those who write dots put days first."""
    match = _MONTH_AND_YEAR.fullmatch(text)
    if match is None:
        return None
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"] or 1)
    if not (year and 1 <= month <= _MONTHS_OF_YEAR and 1 <= day <= days_in_month(year, month)):
        return None
    return Date(DatePoint(year, month, day if match["day"] else 0))


def reprint_years(text: str) -> tuple[str, str] | None:
    """The years of the first edition and of the one at hand, where a text has both: the earlier one came first.

    >>> reprint_years("[1929] 2004"), reprint_years("2004")
    (('1929', '2004'), None)
    """
    match = _REPRINT.fullmatch(text.strip()) if "[" in text or "(" in text else None
    if match is None:
        return None
    first, second = sorted(year for year in match.groups() if year)
    return (first, second) if first < second else None


def _padded_year(match: re.Match[str]) -> str:
    return f"-{match[1]:0>4}"


def _written_date(text: str) -> Date | None:
    """A date in words ("29 November 2011") or with its year first ("2011/7/29"); `None` where it may mean another."""
    text = _ACCESS_WORDS.sub("", " ".join(text.split()), count=1)
    if not _WRITTEN_DATE.fullmatch(text):
        return None
    found = parse_raw_date(text)
    return None if found.literal else found


@lru_cache(maxsize=512)
def date_from_parts(year: str, month: str, day: str) -> tuple[Date, tuple[str, ...]]:
    """The date in `year`, `month` and `day` fields, and the names of the fields that could not be used.

    >>> date_from_parts("2021", "févr.", "3")[0].iso(), date_from_parts("2021", "brumaire", "")[1]
    ('2021-02-03', ('month',))
    >>> date_from_parts("2019", "September~15", "")[0].iso(), date_from_parts("2021", "avril-juin", "")[0].iso()
    ('2019-09-15', '2021-04/2021-06')
    """
    date = parse_date(year)
    asked = tuple(name for name, value in (("month", month), ("day", day)) if value)
    if not asked:
        return date, ()
    start = date.start
    if start is not None and date.end is not None and not day:
        return _with_months(date, month)
    if start is None or date.end is not None or start.month or start.season:
        return date, asked
    whole = _written_date(month) if str(start.year) in month and not day else None
    if whole is not None and whole.start is not None and whole.start.year == start.year:
        # The month field holds it all: "20 décembre 2017".
        return replace(whole, is_circa=date.is_circa), ()
    points, unused = _points(start.year, month, day)
    if not points:
        return date, asked
    return replace(date, start=points[0], end=points[1] if len(points) > 1 else None), unused


def _with_months(date: Date, month: str) -> tuple[Date, tuple[str, ...]]:
    """A range of years with the month of each of its ends: 1999--2000 and "December--January"."""
    match = _MONTHS.fullmatch(month.strip())
    months = (month_number(match[1]), month_number(match[2])) if match else (0, 0)
    start, end = date.start, date.end
    if start is None or end is None or not all(months) or any((start.month, start.season, end.month, end.season)):
        return date, ("month",)
    return replace(date, start=replace(start, month=months[0]), end=replace(end, month=months[1])), ()


def _points(year: int, month: str, day: str) -> tuple[tuple[DatePoint, ...], tuple[str, ...]]:
    """One point, or the two ends of a range, within a year."""
    month = month.removesuffix(str(year)).rstrip(" ,~\u00a0") or month
    season = season_of_name(month)
    if season or 21 <= _small_number(month) <= 24:
        point = DatePoint(year, season=season or int(month) - _EDTF_SEASON)
        return (point,), ("day",) if day else ()
    match = _MONTHS.fullmatch(month.strip())
    if match:
        first, last = month_number(match[1]), month_number(match[2])
        if first and last and first < last:
            return (DatePoint(year, first), DatePoint(year, last)), ("day",) if day else ()
    match = _DAYS_AND_MONTH.fullmatch(month.replace("~", " ").replace("\u00a0", " ").strip())
    if match and not day:
        month, day = match["month1"] or match["month2"], match["days1"] or match["days2"]
    match = _DAY_TO_DAY.fullmatch(" ".join(month.replace("~", " ").split()))
    if match and not day:
        ends = tuple([point for part in match.groups() for point in _points(year, part, "")[0]])
        if len(ends) == 2 and (ends[0].month, ends[0].day) < (ends[1].month, ends[1].day):
            return ends, ()
    number, own_day = _month_and_day(month)
    if not number:
        return (), ()
    match = _DAYS.fullmatch(day.strip())
    if match and 1 <= int(match[1]) < int(match[2]) <= days_in_month(year, number):
        return (DatePoint(year, number, int(match[1])), DatePoint(year, number, int(match[2]))), ()
    text = day.strip() or own_day
    if not text:
        return (DatePoint(year, number),), ()
    if 1 <= _small_number(text) <= days_in_month(year, number):
        return (DatePoint(year, number, _small_number(text)),), ()
    return (DatePoint(year, number),), ("day" if day.strip() else "month",)


def _month_and_day(month: str) -> tuple[int, str]:
    """A month field that may hold a day too: "27 mai", "September 15"."""
    text = " ".join(month.replace("~", " ").split())
    number = month_number(text)
    if number:
        return number, ""
    match = _MONTH_AND_DAY.fullmatch(text)
    if match is None:
        return 0, ""
    return month_number(match["month1"] or match["month2"]), match["day1"] or match["day2"]


def month_number(text: str) -> int:
    """1 to 12 for a month in digits, English or French, whole or cut to three letters and more; else 0.

    >>> month_number("févr."), month_number("Sept"), month_number("07"), month_number("jui")
    (2, 9, 7, 0)
    """
    digits = text.strip().rstrip(".")
    if digits.isdecimal():
        return _small_number(digits) if _small_number(digits) <= _MONTHS_OF_YEAR else 0
    return month_of_name(text)


def _small_number(text: str) -> int:
    """The number that a few digits give, else 0; Python refuses to read very long ones, and "²" at all."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else 0
