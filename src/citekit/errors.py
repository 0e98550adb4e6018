"""Errors, and the places they point at.

One root, `CitekitError`; one class for each thing a caller may want to catch. Every error carries what happened,
where, and what would mend it. What does not stop the work is a notice (`report.py`), not an error.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NOWHERE", "CitekitError", "InputError", "Location", "StyleError", "UsageError"]


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file: lines and columns count from 1, 0 means unknown.

    >>> str(Location("refs.bib", 12, 3))
    'refs.bib:12:3'
    """

    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file or "<input>"]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


NOWHERE = Location()


class CitekitError(Exception):
    """The root of everything that citekit raises on purpose."""

    def __init__(self, message: str, location: Location = NOWHERE, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.location = location
        self.remedy = remedy

    def __str__(self) -> str:
        text = self.message if self.location == NOWHERE else f"{self.location}: {self.message}"
        return f"{text}; {self.remedy}" if self.remedy else text


class InputError(CitekitError):
    """A bibliography cannot be read at all: missing, a directory, not what its name says."""


class StyleError(CitekitError):
    """A style or a locale cannot be found, is not CSL, or contradicts the CSL 1.0.2 schema."""


class UsageError(CitekitError):
    """A call asks for something that does not exist: an unknown output, rule, key or option."""
