"""A finding, and the edit that would mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from citekit.report import Notice

__all__ = ["Finding", "Fix", "apply_fixes"]


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
