"""Dates as Zotero holds them: free text, often ISO; the date of access with a time of day, in SQL's form or ISO's."""

from __future__ import annotations

import re
from typing import Final

from citekit.items.date import Date
from citekit.items.edtf import parse_edtf
from citekit.items.raw_date import parse_raw_date

__all__ = ["is_access_date", "iso_time", "read_zotero_date"]

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_SQL_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)")
_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")


def read_zotero_date(text: str) -> Date:
    """The date in a date field, to the day; what is no date is a literal.

    >>> read_zotero_date("2021-01-05 08:30:00").iso(), read_zotero_date("sans date").literal
    ('2021-01-05', 'sans date')
    """
    match = _TIME.fullmatch(text.strip())
    bare = match[1] if match else text
    return parse_edtf(bare) or parse_raw_date(bare)


def is_access_date(text: str) -> bool:
    """Whether Zotero takes the text for a date of access: a day, with or without a time.

    >>> is_access_date("2021-01-05"), is_access_date("2021-01-05T08:30:00Z"), is_access_date("2021-01")
    (True, True, False)
    """
    return _DAY.fullmatch(text.strip()) is not None or _TIME.fullmatch(text.strip()) is not None


def iso_time(text: str) -> str:
    """A date of access in ISO's form; Zotero writes universal time into files as its database has it.

    >>> iso_time("2021-01-05 08:30:00"), iso_time("2021-01-05")
    ('2021-01-05T08:30:00Z', '2021-01-05')
    """
    return _SQL_TIME.sub(r"\1T\2Z", text)
