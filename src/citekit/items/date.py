"""Dates as CSL knows them: one or two points in time, each to the year, month, day or season.

CSL 1.0.2 specification, "Date Ranges", "Approximate Dates", "Seasons"; EDTF (ISO 8601-2) levels 0 and 1 on input.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["Date", "DatePoint"]


_LAST_PLAIN_YEAR: Final = 9999


@dataclass(frozen=True, slots=True)
class DatePoint:
    """A point in time. `month` is 1-12, `day` 1-31, `season` 1-4 (spring first); 0 is not given.

    A negative `year` counts years before Christ (-44 is 44 BC), as in CSL-JSON. There is no year 0, so a point whose
    year is 0 is none, and a date of such points is empty.
    """

    year: int
    month: int = 0
    day: int = 0
    season: int = 0

    def iso(self) -> str:
        """The point in EDTF: `2020`, `2020-05`, `2020-05-03`, `2020-21` for spring.

        >>> DatePoint(2020, 5).iso(), DatePoint(-44, 3, 15).iso(), DatePoint(1999, season=1).iso()
        ('2020-05', '-0043-03-15', '1999-21')
        """
        # EDTF counts a year 0; CSL-JSON does not: 1 BC is -1 there and 0000 here.
        year = self.year + 1 if self.year < 0 else self.year
        text = f"-{-year:04d}" if year < 0 else f"{year:04d}"
        if abs(year) > _LAST_PLAIN_YEAR:
            # EDTF level 1: years of more than four digits are marked as such.
            text = "Y" + text
        if self.season:
            return f"{text}-{20 + self.season}"
        if self.month:
            text += f"-{self.month:02d}"
            if self.day:
                text += f"-{self.day:02d}"
        return text


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a range of dates; `literal` holds what could not be understood and is printed as it stands.

    `end` closes a range, `is_open` says that the range goes on ("1998-"). `is_circa` covers approximate ("~")
    and uncertain ("?") dates, which CSL does not tell apart. `raw` keeps the source's text where it matters.
    """

    start: DatePoint | None = None
    end: DatePoint | None = None
    is_open: bool = False
    is_circa: bool = False
    literal: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the date says nothing at all."""
        return not (self.literal or (self.start and self.start.year) or (self.end and self.end.year))

    def iso(self) -> str:
        """The date in EDTF, or the literal where there is no date.

        >>> Date(DatePoint(1998), DatePoint(2003), is_circa=True).iso()
        '1998~/2003~'
        """
        if self.start is None and self.end is None:
            return self.literal
        mark = "~" if self.is_circa else ""
        start = self.start.iso() + mark if self.start else ""
        if self.end is not None:
            return f"{start}/{self.end.iso()}{mark}"
        return f"{start}/.." if self.is_open else start
