"""`cs:date-part` for one point in time: the year with its era, the month or season, the day.

CSL 1.0.2 specification, "Date-part", "AD and BC", "Seasons".
"""

from __future__ import annotations

from typing import Final

from citekit.csl.elements.node import NOTHING, WROTE, Node
from citekit.csl.scope import Scope
from citekit.csl.state import CiteState
from citekit.csl.style import NO_FORMATTING, DatePart
from citekit.text.tokens import FIELD, Tokens, mark

__all__ = ["FIRST_YEAR_WITHOUT_ERA", "PART_NODES", "YEAR_FIELD", "Era"]

YEAR_FIELD: Final = mark(FIELD, "year")

FIRST_YEAR_WITHOUT_ERA: Final = 500
"""CSL 1.0.2, "AD and BC", has the term with all years of less than four digits, and the reference before this one."""


class Era:
    """The terms for years before Christ and early years."""

    __slots__ = ("ad", "bc", "is_outside")

    def __init__(self, part: DatePart, scope: Scope) -> None:
        self.ad = (scope.locale.term("ad") or "") if part.form != "short" else ""
        self.bc = scope.locale.term("bc") or ""
        self.is_outside = bool(part.affixes.suffix) or part.formatting != NO_FORMATTING
        """Whether it stands behind affixes and formatting, as in the reference: they are the year's own."""

    def of(self, cite: CiteState) -> str:
        """What stands behind the year that is being printed."""
        year = cite.point.year
        if cite.hides_era or year >= FIRST_YEAR_WITHOUT_ERA or not year:
            return ""
        return self.bc if year < 0 else self.ad


class YearNode(Node):
    """The year, with its era where that stands right behind it, and the year-suffix after it."""

    __slots__ = ("era", "is_short", "marks_fields")

    def __init__(self, part: DatePart, scope: Scope) -> None:
        self.marks_fields = scope.marks_fields
        self.is_short = part.form == "short"
        self.era = Era(part, scope)

    def render(self, cite: CiteState, out: Tokens) -> int:
        year = cite.point.year
        if not year:
            return NOTHING
        text = str(abs(year))
        if self.is_short and len(text) == 4:
            text = text[2:]
        era = "" if year >= FIRST_YEAR_WITHOUT_ERA or self.era.is_outside else self.era.of(cite)
        # A year-suffix looks for the year too.
        marks_field = self.marks_fields or cite.disambiguation.year_suffix
        if marks_field:
            out.append(YEAR_FIELD)
        out.append(text)
        if era:
            out.append(era)
        if marks_field:
            out.append(YEAR_FIELD.partner)
        return WROTE


class MonthNode(Node):
    """The month, or the season in its place."""

    __slots__ = ("form", "months", "seasons")

    def __init__(self, part: DatePart, scope: Scope) -> None:
        self.form = part.form or "long"
        term_form = self.form if self.form in ("long", "short") else "long"
        self.months = tuple([scope.locale.term(f"month-{i:02d}", term_form) or "" for i in range(1, 13)])
        self.seasons = tuple([scope.locale.term(f"season-{i:02d}", term_form) or "" for i in range(1, 5)])

    def render(self, cite: CiteState, out: Tokens) -> int:
        point = cite.point
        if point.month:
            if self.form == "numeric":
                out.append(str(point.month))
            elif self.form == "numeric-leading-zeros":
                out.append(f"{point.month:02d}")
            else:
                text = self.months[point.month - 1] if point.month <= 12 else ""
                if not text:
                    return NOTHING
                out.append(text)
            return WROTE
        if point.season and point.season <= 4:
            text = self.seasons[point.season - 1]
            if text:
                out.append(text)
                return WROTE
        return NOTHING


class DayNode(Node):
    """The day of the month."""

    __slots__ = ("form", "locale", "only_first")

    def __init__(self, part: DatePart, scope: Scope) -> None:
        self.form = part.form or "numeric"
        self.locale = scope.locale
        self.only_first = scope.locale.limit_day_ordinals_to_day_1

    def render(self, cite: CiteState, out: Tokens) -> int:
        day = cite.point.day
        if not day:
            return NOTHING
        if self.form == "numeric-leading-zeros":
            out.append(f"{day:02d}")
        elif self.form == "ordinal" and (day == 1 or not self.only_first):
            month = cite.point.month
            gender = self.locale.gender(f"month-{month:02d}") if month else ""
            out.append(self.locale.ordinal(day, gender))
        else:
            out.append(str(day))
        return WROTE


PART_NODES: Final = {"year": YearNode, "month": MonthNode, "day": DayNode}
