"""`cs:date`: explicit and localised dates, ranges, seasons, years before Christ, literal dates.

CSL 1.0.2 specification, "Date", "Date-part", "Date Ranges", "AD and BC", "Seasons", "Approximate Dates". The parts and
their formats are settled when the style is compiled; a range prints the parts that differ twice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeAlias

from citekit.csl.elements.date_parts import FIRST_YEAR_WITHOUT_ERA, PART_NODES, YEAR_FIELD, Era
from citekit.csl.elements.node import CALLED, EMPTY, FOUND, NOTHING, WROTE, Node, ValueNode, styled
from citekit.csl.scope import Scope
from citekit.csl.state import CiteState
from citekit.csl.style import NO_AFFIXES, NO_FORMATTING, DateElement, DatePart
from citekit.items.date import Date, DatePoint
from citekit.text.markup import parse_markup
from citekit.text.tokens import FIELD, Tokens, mark

__all__ = ["DATE_FIELD", "YEAR_FIELD", "YEAR_SUFFIX_FIELD", "compile_date"]

EN_DASH: Final = "\u2013"
DATE_FIELD: Final = mark(FIELD, "date")
YEAR_SUFFIX_FIELD: Final = mark(FIELD, "year-suffix")

# Years are shifted in sort keys so that years before Christ come first and every key has the same length.
_YEAR_SHIFT: Final = 100_000

_RANKS: Final = {"year": 0, "month": 1, "day": 2}


class DateWordsNode(Node):
    """The words of a date that is only words."""

    __slots__ = ("variable",)

    def __init__(self, variable: str) -> None:
        self.variable = variable

    def render(self, cite: CiteState, out: Tokens) -> int:
        date = cite.date(self.variable)
        if date is None or not date.literal:
            return NOTHING
        out += parse_markup(date.literal)
        return WROTE


CompiledPart: TypeAlias = tuple[DatePart, Node]
"""A date-part with the node that prints it for the point in `CiteState.point`."""


class DateNode(ValueNode):
    """`cs:date` without its affixes and formatting."""

    __slots__ = ("delimiter", "era", "explicit_suffix", "marks_fields", "parts", "words")

    def __init__(
        self, variable: str, parts: tuple[CompiledPart, ...], words: Node, delimiter: str, scope: Scope
    ) -> None:
        self.variable = variable
        self.parts = parts
        eras = [era for part, _ in parts if part.name == "year" and (era := Era(part, scope)).is_outside]
        self.era = eras[0] if eras else None
        self.words = words
        """What prints a date that is only words: they take the place of the year."""
        self.delimiter = delimiter
        self.explicit_suffix = "explicit-year-suffix" in scope.facts
        self.marks_fields = scope.marks_fields

    def render(self, cite: CiteState, out: Tokens) -> int:
        if cite.seeks_clashes and self.variable == "accessed":
            # Dates of access tell nothing apart: they differ for one and the same work.
            return CALLED
        date = cite.date(self.variable)
        if date is None:
            return CALLED
        start = len(out)
        if self.marks_fields:
            out.append(DATE_FIELD)
        if date.literal:
            wrote = bool(self.words.render(cite, out) & WROTE)
            if wrote:
                self._year_suffix(cite, out)
        elif date.start is not None and date.end is None and not date.is_open:
            wrote = self._render_parts(self.parts, date.start, cite, out)
        else:
            wrote = self._render_date(date, cite, out)
        if self.marks_fields:
            out.append(DATE_FIELD.partner)
        if not wrote:
            del out[start:]
            # A date without the parts asked for is a date all the same, so the group around it is not empty.
            return CALLED
        return CALLED | FOUND | WROTE

    def _render_date(self, date: Date, cite: CiteState, out: Tokens) -> bool:
        first, last = date.start, date.end
        if first is None:
            first = last
            last = None
        if first is None:
            return False
        if last is None or last == first:
            wrote = self._render_parts(self.parts, first, cite, out)
            if date.is_open and wrote:
                out.append(self._range_delimiter("year"))
            return wrote
        return self._render_range(first, last, cite, out)

    def _render_range(self, first: DatePoint, last: DatePoint, cite: CiteState, out: Tokens) -> bool:
        largest = _largest_difference(first, last)
        parts = self.parts
        ranks = [_RANKS[part.name] for part, _ in parts]
        differing = [i for i, rank in enumerate(ranks) if rank >= _RANKS[largest]]
        if not any([_shown(first, parts[i][0].name) != _shown(last, parts[i][0].name) for i in differing]):
            # The parts that differ are not rendered: what is left is a single date.
            return self._render_parts(parts, first, cite, out)
        begin, end = differing[0], differing[-1] + 1
        wrote = self._render_parts(parts[:begin], first, cite, out)
        if wrote and self.delimiter:
            out.append(self.delimiter)
        # At the join of the range the affixes that face the delimiter are left out.
        left = len(out)
        cite.hides_era = _have_one_era(first, last)
        wrote_left = self._render_parts(parts[begin:end], first, cite, out, trim="suffix")
        cite.hides_era = False
        if wrote_left:
            out.append(self._range_delimiter(largest))
        wrote_right = self._render_parts(parts[begin:end], last, cite, out, trim="prefix" if wrote_left else "")
        if not wrote_right:
            del out[left:]
            wrote_left = self._render_parts(parts[begin:end], first, cite, out)
        wrote = wrote or wrote_left or wrote_right
        tail = len(out)
        if wrote and self.delimiter and end < len(parts):
            out.append(self.delimiter)
        if self._render_parts(parts[end:], last, cite, out):
            return True
        del out[tail:]
        return wrote

    def _range_delimiter(self, largest: str) -> str:
        for part, _ in self.parts:
            if part.name == largest:
                # Without anything between them, two years would be read as one number.
                return part.range_delimiter or EN_DASH
        return EN_DASH

    def _render_parts(
        self,
        parts: tuple[CompiledPart, ...],
        point: DatePoint,
        cite: CiteState,
        out: Tokens,
        trim: str = "",
    ) -> bool:
        """Append the parts of a point; `trim` is the affix that is left out where two points of a range meet."""
        wrote = False
        cite.point = point
        if len(parts) == 1 and not trim:
            part, node = parts[0]
            wrote = bool(node.render(cite, out) & WROTE)
            if wrote and part.name == "year" and (self.era is not None or cite.disambiguation.year_suffix):
                self._after_year(cite, out)
            return wrote
        written: list[tuple[DatePart, int, int]] = []
        for part, node in parts:
            start = len(out)
            if wrote and self.delimiter:
                out.append(self.delimiter)
            body = len(out)
            if not node.render(cite, out) & WROTE:
                del out[start:]
                continue
            end = len(out)
            if part.name == "year" and (self.era is not None or cite.disambiguation.year_suffix):
                # The year-suffix of a range stands at its end.
                self._after_year(cite, out, takes_suffix=trim != "suffix")
            if trim:
                written.append((part, body, end))
            wrote = True
        if written:
            _trim_affix(out, written, trim)
        return wrote

    def _after_year(self, cite: CiteState, out: Tokens, takes_suffix: bool = True) -> None:
        """What follows a year: the year-suffix, and the era where it stands outside the date-part."""
        if takes_suffix and cite.disambiguation.year_suffix:
            self._year_suffix_after(cite, out)
        era = self.era.of(cite) if self.era is not None else ""
        if era:
            out.append(era)

    def _year_suffix_after(self, cite: CiteState, out: Tokens) -> None:
        """Set the year-suffix right after the year, inside the affixes of the date-part."""
        if cite.wrote_year_suffix or self.explicit_suffix:
            return
        closing = len(out) - 1
        while closing >= 0 and out[closing] is not YEAR_FIELD.partner:
            closing -= 1
        tail = out[closing + 1 :]
        del out[closing + 1 :]
        self._year_suffix(cite, out)
        out += tail

    def _year_suffix(self, cite: CiteState, out: Tokens) -> None:
        if not cite.disambiguation.year_suffix or cite.wrote_year_suffix or self.explicit_suffix:
            return
        cite.wrote_year_suffix = True
        out.append(YEAR_SUFFIX_FIELD)
        out.append(cite.year_suffix)
        out.append(YEAR_SUFFIX_FIELD.partner)


def _trim_affix(out: Tokens, written: list[tuple[DatePart, int, int]], trim: str) -> None:
    """Take the suffix of the last part, or the prefix of the first, off the output."""
    if trim == "suffix":
        part, _, end = written[-1]
        if part.affixes.suffix and out[end - 1] == part.affixes.suffix:
            del out[end - 1]
    else:
        part, start, _ = written[0]
        if part.affixes.prefix and out[start] == part.affixes.prefix:
            del out[start]


def _have_one_era(first: DatePoint, last: DatePoint) -> bool:
    """Whether the era of the last year of a range, if it prints one, is that of the first: "100-50 BC"."""
    return (first.year < 0) == (last.year < 0) and last.year < FIRST_YEAR_WITHOUT_ERA


def _shown(point: DatePoint, name: str) -> int:
    """What a date-part prints of a point; a season takes the place of the month."""
    if name == "year":
        return point.year
    return point.day if name == "day" else point.month or -point.season


def _largest_difference(first: DatePoint, last: DatePoint) -> str:
    if first.year != last.year:
        return "year"
    if bool(first.day) != bool(last.day) or bool(first.month or first.season) != bool(last.month or last.season):
        # "May 2008" to "May 7, 2008": one is less exact, so neither can borrow parts from the other.
        return "year"
    if first.month != last.month or first.season != last.season:
        return "month"
    return "day"


class DateSortNode(ValueNode):
    """A date as a sort key: digits of fixed length, zeros for parts that are missing or not rendered."""

    __slots__ = ("has_day", "has_month", "has_year")

    def __init__(self, variable: str, names: frozenset[str]) -> None:
        self.variable = variable
        self.has_year = "year" in names
        self.has_month = "month" in names
        self.has_day = "day" in names

    def render(self, cite: CiteState, out: Tokens) -> int:
        date = cite.date(self.variable)
        if date is None:
            return CALLED
        if date.start is None:
            # The key has digits only (CSL 1.0.2, "Sorting Variables"): words alone ("in press") give none.
            return CALLED | FOUND
        out.append(self._key(date, date.start))
        return CALLED | FOUND | WROTE

    def _key(self, date: Date, start: DatePoint) -> str:
        key = self._point_key(start)
        if date.end is not None:
            # A space, so that the collator does not read both dates as one great number.
            key += " " + self._point_key(date.end)
        elif date.is_open:
            key += " 9"
        return key

    def _point_key(self, point: DatePoint) -> str:
        # Every key is of one length: a macro may render the day of one item and only the year of another.
        year = f"{point.year + _YEAR_SHIFT:06d}" if self.has_year else "000000"
        month = f"{point.month:02d}" if self.has_month else "00"
        day = f"{point.day:02d}" if self.has_day else "00"
        return year + month + day


_SHOWN: Final = {
    "year": frozenset({"year"}),
    "year-month": frozenset({"year", "month"}),
    "year-month-day": frozenset({"year", "month", "day"}),
}


def compile_date(element: DateElement, scope: Scope) -> Node:
    """The node of `cs:date`: localised where `form` is set, explicit otherwise."""
    localised = scope.locale.date_format(element.form) if element.form else None
    parts = _localised_parts(element, localised) if localised is not None else element.parts
    if scope.is_sorting:
        return DateSortNode(element.variable, frozenset([part.name for part in parts]))
    compiled = tuple([_compile_part(part, scope) for part in parts])
    if not compiled and not element.form:
        return EMPTY
    delimiter = localised.delimiter if localised is not None else element.delimiter
    years = [part for part in parts if part.name == "year"]
    words = _styled_part(DateWordsNode(element.variable), years[0]) if years else EMPTY
    node: Node = DateNode(element.variable, compiled, words, delimiter, scope)
    affixes = element.affixes
    if localised is not None:
        node = styled(node, NO_AFFIXES, localised.formatting, text_case=localised.text_case)
    return styled(node, affixes, element.formatting, scope.block(element.display), text_case=element.text_case)


def _localised_parts(element: DateElement, localised: DateElement) -> tuple[DatePart, ...]:
    """The locale's parts that are shown, with the style's own formatting and forms over the locale's."""
    shown = _SHOWN[element.date_parts]
    own = {part.name: part for part in element.parts}
    parts = []
    for part in localised.parts:
        if part.name not in shown:
            continue
        over = own.get(part.name)
        if over is not None:
            part = replace(
                part,
                form=over.form or part.form,
                range_delimiter=over.range_delimiter if over.range_delimiter is not None else part.range_delimiter,
                formatting=over.formatting if over.formatting != NO_FORMATTING else part.formatting,
                text_case=over.text_case or part.text_case,
                strip_periods=over.strip_periods or part.strip_periods,
            )
        parts.append(part)
    return tuple(parts)


def _compile_part(part: DatePart, scope: Scope) -> CompiledPart:
    return part, _styled_part(PART_NODES[part.name](part, scope), part)


def _styled_part(node: Node, part: DatePart) -> Node:
    return styled(node, part.affixes, part.formatting, text_case=part.text_case, strips_periods=part.strip_periods)
