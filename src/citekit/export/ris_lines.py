"""The lines of an RIS file gathered into entries, each value with the line on which it begins.

RIS specification (2011), "Reference structure": `TG  - value`, TY first, ER last. Programs leave out blanks, indent,
break values over lines, and forget ER, so all of that is read; what stands in no entry is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from citekit.errors import Location
from citekit.report import Notice, Report, Severity

__all__ = ["RisEntry", "RisLine", "read_entries"]

# One blank before the dash is enough only where another stands behind it: "AB -soluble" goes on with a text.
_TAGGED: Final = re.compile(
    r"\s{0,3}([A-Z][A-Z0-9])(?:[ \t\u00a0]{2,4}-|[ \t\u00a0]-(?=[ \t\u00a0]|$))[ \t\u00a0]?(.*)"
)
_LAST: Final = re.compile(r"\s{0,3}ER\s*-?\s*")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_TYPE: Final = re.compile(r"\s{0,3}TY\s*-\s*(\w*)\s*")


@dataclass(slots=True)
class RisLine:
    """A tag with its value; `value` holds a line feed where the file broke it."""

    tag: str
    value: str
    line: int


@dataclass(slots=True)
class RisEntry:
    """The lines between TY and ER."""

    type: str
    line: int
    lines: list[RisLine] = field(default_factory=list)


def read_entries(text: str, report: Report, file: str) -> Iterator[RisEntry]:
    """The entries of a file one by one; what is odd about their lines goes into the report."""
    entry: RisEntry | None = None
    for number, raw in enumerate(_LINE_END.split(text.removeprefix("\ufeff")), start=1):
        opening = _TYPE.fullmatch(raw)
        match = _TAGGED.fullmatch(raw)
        if opening is not None:
            if entry is not None:
                report.add(Notice("unclosed-entry", "the entry has no ER", Location(file, entry.line)))
                yield entry
            entry = RisEntry(opening[1].upper(), number)
        elif entry is None:
            _tell_outside(raw, number, report, file)
        elif _LAST.fullmatch(raw) is not None or (match is not None and match[1] == "ER"):
            yield entry
            entry = None
        elif match is not None:
            value = match[2].strip()
            # An empty tag is kept until the entry ends: its value may begin on the next line.
            entry.lines.append(RisLine(match[1], value, number))
        elif raw.strip() and entry.lines:
            last = entry.lines[-1]
            last.value = f"{last.value}\n{raw.strip()}" if last.value else raw.strip()
        elif raw.strip():
            _tell_outside(raw, number, report, file)
    if entry is not None:
        report.add(Notice("unclosed-entry", "the last entry has no ER", Location(file, entry.line)))
        yield entry


def _tell_outside(raw: str, number: int, report: Report, file: str) -> None:
    text = raw.strip()
    if text and _LAST.fullmatch(raw) is None:
        message = f"{text[:40]!r} stands outside of any entry and is not kept"
        report.add(Notice("outside-entry", message, Location(file, number), Severity.ERROR, "begin an entry with TY"))
