"""Loose text dates, as CSL-JSON's `raw` and hand-typed fields hold them.

CSL-JSON schema, `date-variable` › `raw`. There is no grammar for these: words in English and French, numbers with
dashes, slashes (month first) and dots (day first), ranges, "circa" and BC. What cannot be read stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from citekit.items.date import Date, DatePoint
from citekit.items.edtf import days_in_month, parse_edtf
from citekit.items.month_names import month_of_name, season_of_name

__all__ = ["parse_raw_date"]

_CIRCA: Final = frozenset({"?", "~", "c", "ca", "circa", "cir", "approximately", "about", "vers", "environ"})
_BEFORE_CHRIST: Final = frozenset({"bc", "bce"})
_AFTER_CHRIST: Final = frozenset({"ad", "ce"})
_IGNORED: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday of de le the , .".split())
_LONGEST: Final = 120
"""Longer text is prose; trying to cut it at every dash would take for ever."""
_TIME: Final = re.compile(r"(?:T|\s+)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?\s*(?:Z|[+-][0-9]{2}:?[0-9]{2})?$")
_ABBREVIATED: Final = re.compile(r"(?<=[^\W\d_])\.")
_WORDS: Final = re.compile(
    r"(?P<numeric>[0-9]{1,4}([-/.])[0-9]{1,2}\2[0-9]{1,4}|[0-9]{4}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{4})(?![0-9])"
    r"|(?P<number>[0-9]{1,9})(?:st|nd|rd|th|er)?(?![0-9])"
    r"|(?P<word>[^\W\d_]+)|(?P<sign>[?~,.])|(?P<space>\s+)"
)
_SPACED_DASH: Final = re.compile(r"\s+[-\u2013\u2014]\s+|\s*[\u2013\u2014]\s*|\s+(?:to|au)\s+")
_COMPACT: Final = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})")
_SHORT_YEAR_RANGE: Final = re.compile(r"([0-9]{2})([0-9]{2})\s*[-/\u2013]\s*([0-9]{2})")


@dataclass(frozen=True, slots=True)
class _Partial:
    """One side of a range, of which parts may be missing (0)."""

    year: int = 0
    month: int = 0
    day: int = 0
    season: int = 0
    is_circa: bool = False


def parse_raw_date(text: str) -> Date:
    """The date that loose text says; text that is no date, or is in double quotes, becomes the literal.

    >>> parse_raw_date("Spring 1999 - Summer 2001").iso()
    '1999-21/2001-22'
    >>> parse_raw_date("ca. 1950").iso(), parse_raw_date("44 B.C.").start, parse_raw_date("10 Jan 2001").iso()
    ('1950~', DatePoint(year=-44, month=0, day=0, season=0), '2001-01-10')
    >>> parse_raw_date("Bogus Date")
    Date(start=None, end=None, is_open=False, is_circa=False, literal='Bogus Date')
    """
    stripped = text.strip()
    if not stripped:
        return Date()
    if len(stripped) > 1 and stripped[0] == stripped[-1] == '"':
        return Date(literal=stripped[1:-1])
    if len(stripped) > _LONGEST:
        return Date(literal=stripped)
    plain = _TIME.sub("", stripped)
    compact = _COMPACT.fullmatch(plain)
    if compact is not None:
        plain = "-".join(compact.groups())
    return (
        parse_edtf(stripped if compact is None else plain)
        or _parse_short_year_range(plain)
        or _parse_range(plain)
        or Date(literal=stripped)
    )


def _parse_short_year_range(text: str) -> Date | None:
    """`1998-99` and `1998/99`, where the second year drops its century; `1998-05` is a month, read before this."""
    match = _SHORT_YEAR_RANGE.fullmatch(text)
    if match is None or int(match[3]) <= max(int(match[2]), 12):
        return None
    return Date(DatePoint(int(match[1] + match[2])), DatePoint(int(match[1] + match[3])))


def _parse_range(text: str) -> Date | None:
    """The first way to read the text: as one date, else cut at a dash or a slash into two."""
    # Up to three digits alone are a year: nobody writes a date as a lone day.
    if text.removeprefix("-").isdecimal() and len(text) < 5:
        return _settled(_Partial(year=int(text)), None)
    single = _parse_side(text)
    if single is not None:
        return _settled(single, None)
    for cut in (*_SPACED_DASH.finditer(text), *re.finditer("/", text), *re.finditer("[-_]", text)):
        first, second = text[: cut.start()].strip(), text[cut.end() :].strip()
        start = _parse_side(first)
        if start is not None and not second:
            settled = _settled(start, None)
            return replace(settled, is_open=True) if settled else None
        end = _parse_side(second)
        if start is not None and end is not None:
            date = _settled(*_completed(start, end))
            if date is not None:
                return date
    return None


def _completed(start: _Partial, end: _Partial) -> tuple[_Partial, _Partial]:
    """Both sides with what they share: "10-12 May 2001" gives the month and year to its first side."""
    month_less = not start.month and not start.season and bool(start.day)
    start = replace(
        start,
        year=start.year or end.year,
        month=end.month if month_less else start.month,
    )
    is_day_only = bool(end.day) and not end.month and not end.season
    return start, replace(end, year=end.year or start.year, month=start.month if is_day_only else end.month)


def _settled(start: _Partial, end: _Partial | None) -> Date | None:
    """A date of complete sides, or `None` where a side makes no sense: without a year, or a day without a month."""
    first = _point(start)
    last = _point(end) if end is not None else None
    if first is None or (end is not None and last is None):
        return None
    return Date(first, last, is_circa=start.is_circa or (end is not None and end.is_circa))


def _point(partial: _Partial) -> DatePoint | None:
    if not partial.year or partial.month > 12 or (partial.day and not partial.month):
        return None
    if partial.day and partial.day > days_in_month(partial.year, partial.month):
        return None
    return DatePoint(partial.year, partial.month, partial.day, 0 if partial.month else partial.season)


def _parse_side(text: str) -> _Partial | None:
    """One side, read word by word; `None` as soon as a word is not understood or says a thing twice."""
    side = _Partial()
    numbers: list[int] = []
    position = 0
    text = _ABBREVIATED.sub("", text.replace("B.C.E", "BCE"))
    while position < len(text):
        match = _WORDS.match(text, position)
        if match is None:
            return None
        position = match.end()
        if match["space"] is not None:
            continue
        if match["numeric"] is not None:
            read = _parse_numeric(match["numeric"]) if not side.year else None
            if read is None:
                return None
            side = replace(read, is_circa=side.is_circa)
        elif match["number"] is not None:
            numbers.append(int(match["number"]))
            # Four digits can only be a year, wherever they stand.
            if len(match["number"]) == 4 and not side.year:
                side = replace(side, year=numbers.pop())
        else:
            read = _with_word(side, (match["word"] or match["sign"]).casefold(), numbers)
            if read is None:
                return None
            side = read
    return _with_numbers(side, numbers)


def _with_word(side: _Partial, word: str, numbers: list[int]) -> _Partial | None:
    """The side after one more word; eras take the number before them for a year."""
    if word in _CIRCA:
        return replace(side, is_circa=True)
    if word in _BEFORE_CHRIST or word in _AFTER_CHRIST:
        year = side.year or (numbers.pop() if numbers else 0)
        return replace(side, year=-year if word in _BEFORE_CHRIST else year) if year else None
    month = month_of_name(word)
    if month and not side.month:
        return replace(side, month=month)
    season = season_of_name(word)
    if season and not side.season:
        return replace(side, season=season)
    return side if word in _IGNORED else None


def _with_numbers(side: _Partial, numbers: list[int]) -> _Partial | None:
    """The side with its bare number placed: the day where it can be one, else the year."""
    if len(numbers) > 1:
        return None
    if not numbers:
        return side
    number = numbers[0]
    if number > 31:
        return replace(side, year=number) if not side.year and number < 10000 else None
    if side.day or not number:
        return None
    return replace(side, day=number)


def _parse_numeric(text: str) -> _Partial | None:
    """Numbers with separators: year first, or year last with the month first (slash, dash) or the day first (dot)."""
    parts = [int(part) for part in re.split("[-/.]", text)]
    is_year_first = len(re.split("[-/.]", text)[0]) == 4
    if is_year_first:
        return _Partial(parts[0], parts[1], parts[2] if len(parts) > 2 else 0)
    *rest, year = parts
    if year < 100:
        return None
    if len(rest) == 1:
        return _Partial(year, rest[0])
    month, day = (rest[1], rest[0]) if "." in text or rest[0] > 12 else (rest[0], rest[1])
    return _Partial(year, month, day)
