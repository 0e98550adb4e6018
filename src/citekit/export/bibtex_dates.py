"""Dates as fields of BibTeX and biblatex, such that LaTeX prints them.

Biblatex manual 2.3.8: a date field that is no EDTF is dropped by biber, whereas `year` is printed as it stands. Classic
BibTeX has `year` and `month` only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from citekit.export.bibtex_tables import DATE_FIELDS
from citekit.export.latex_text import verbatim_text
from citekit.items.date import Date

__all__ = ["date_fields"]

_FIRST_PLAIN_YEAR: Final = 1000
_LAST_PLAIN_YEAR: Final = 9999


def date_fields(variable: str, date: Date, escape: Callable[[str], str], *, is_biblatex: bool) -> dict[str, str]:
    """The fields that hold the date of a variable; `escape` makes LaTeX of text.

    >>> from citekit.items.date import DatePoint
    >>> date_fields("issued", Date(DatePoint(2020, 5)), str, is_biblatex=False)
    {'year': '2020', 'month': '5'}
    >>> date_fields("issued", Date(literal="s. d."), str, is_biblatex=True)
    {'year': 's. d.'}
    """
    name = DATE_FIELDS.get(variable, f"csl-{variable}")
    if date.literal:
        if variable == "issued":
            return {"year": escape(date.literal)}
        return {name: verbatim_text(date.literal) if name == "urldate" else escape(date.literal)}
    return (_year_fields(date) if variable == "issued" and not is_biblatex else {}) or {name: date.iso()}


def _year_fields(date: Date) -> dict[str, str]:
    """The date as `year`, `month` and `day`; nothing where it is more than that."""
    start, end = date.start, date.end
    if start is None or start.season or not _FIRST_PLAIN_YEAR <= start.year <= _LAST_PLAIN_YEAR:
        return {}
    year = str(start.year)
    if not (end or date.is_open or date.is_circa):
        parts = {"year": year, "month": str(start.month or ""), "day": str(start.day or "")}
        return {name: text for name, text in parts.items() if text}
    if start.month or (end and (end.month or end.season or not start.year < end.year <= _LAST_PLAIN_YEAR)):
        return {}
    if date.is_circa:
        return {} if end or date.is_open else {"year": f"c. {year}"}
    return {"year": f"{year}--{end.year}" if end else f"{year}--"}
