"""A finding, and the edit that would mend it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from citekit.bibtex.source import BYTE_ORDER_MARK
from citekit.report import Notice

__all__ = ["Finding", "Fix", "apply_fixes", "apply_fixes_to_bytes"]


@dataclass(frozen=True, slots=True)
class Fix:
    """Replace the text from `start` to `end` (offsets in the source with line feeds for line ends)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, with its place and severity, and the safe edit that mends it, if there is one."""

    notice: Notice
    fix: Fix | None = None


def apply_fixes_to_bytes(data: bytes, encoding: str, findings: Iterable[Finding]) -> tuple[bytes, int]:
    """The bytes of a file with every fix made, and how many; its encoding and its line ends stay as they are.

    Nothing is done where the bytes would not come back the same.

    >>> from citekit.report import Notice
    >>> fix = Finding(Notice("bare-ampersand", ""), Fix(4, 5, r"\\&"))
    >>> apply_fixes_to_bytes("à\\r\\nb & c".encode("cp1252"), "cp1252", [fix])
    (b'\\xe0\\r\\nb \\\\& c', 1)
    """
    text = data.decode(encoding, errors="replace")
    if text.encode(encoding, errors="replace") != data:
        return data, 0
    mark = text.startswith(BYTE_ORDER_MARK)
    # Where a line feed stood for two signs, every offset behind it is one more.
    line_ends = [match.start() - i - mark for i, match in enumerate(re.finditer("\r\n", text))]

    def place(offset: int) -> int:
        return offset + bisect_left(line_ends, offset) + mark

    moved = [
        Finding(finding.notice, Fix(place(finding.fix.start), place(finding.fix.end), finding.fix.text))
        for finding in findings
        if finding.fix
    ]
    mended, count = apply_fixes(text, moved)
    return mended.encode(encoding), count


def apply_fixes(text: str, findings: Iterable[Finding]) -> tuple[str, int]:
    """The source with every fix made, and how many there were; of two that overlap, the first is made.

    >>> from citekit.report import Notice
    >>> apply_fixes("a & b", [Finding(Notice("bare-ampersand", ""), Fix(2, 3, r"\\&"))])
    ('a \\\\& b', 1)
    """
    pieces: list[str] = []
    done = count = 0
    for fix in sorted({finding.fix for finding in findings if finding.fix}, key=lambda fix: (fix.start, fix.end)):
        if fix.start >= done:
            pieces += (text[done : fix.start], fix.text)
            done = fix.end
            count += 1
    return "".join([*pieces, text[done:]]), count
