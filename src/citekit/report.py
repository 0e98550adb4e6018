"""Notices and changes: what a user is told while the work goes on.

A `Notice` is an oddity with its place; a `Change` is one thing that a normalisation rule did to one variable.
A `Report` gathers both in the order in which they were met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from citekit.errors import NOWHERE, Location

__all__ = ["Change", "Mode", "Notice", "Report", "Severity"]


class Severity(Enum):
    """How much a notice matters; an error is something that could not be kept or shown."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Mode(Enum):
    """When a normalisation rule is applied: by itself, on request, or never."""

    AUTO = "auto"
    ASK = "ask"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth telling the user: `rule` is a stable kebab-case id, `remedy` what would mend it.

    >>> print(Notice("unknown-month", "'brumaire' is not a month", Location("refs.bib", 4, 9)))
    refs.bib:4:9: warning: 'brumaire' is not a month [unknown-month]
    """

    rule: str
    message: str
    location: Location = NOWHERE
    severity: Severity = Severity.WARNING
    remedy: str = ""

    def __str__(self) -> str:
        place = "" if self.location == NOWHERE else f"{self.location}: "
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.severity.value}: {self.message}{remedy} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Change:
    """What one rule did to one variable of one item; `before` and `after` are readable text, not data.

    With mode `ASK` the change is proposed, not applied.
    """

    key: str
    field: str
    before: str
    after: str
    rule: str
    mode: Mode = Mode.AUTO
    location: Location = NOWHERE

    def __str__(self) -> str:
        place = "" if self.location == NOWHERE else f"{self.location}: "
        return f"{place}{self.key}.{self.field}: {self.before!r} -> {self.after!r} [{self.rule}]"


@dataclass(slots=True)
class Report:
    """Notices and changes in the order in which they were met."""

    notices: list[Notice] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def add(self, *found: Notice | Change) -> None:
        """Append notices and changes to their lists."""
        for one in found:
            if isinstance(one, Notice):
                self.notices.append(one)
            else:
                self.changes.append(one)

    def extend(self, found: Report | Iterable[Notice | Change]) -> None:
        """Append everything that another report or iterable holds."""
        self.add(*found)

    def __iter__(self) -> Iterator[Notice | Change]:
        yield from self.notices
        yield from self.changes

    def __len__(self) -> int:
        return len(self.notices) + len(self.changes)

    @property
    def errors(self) -> list[Notice]:
        """The notices that say something was lost."""
        return [notice for notice in self.notices if notice.severity is Severity.ERROR]
