"""Exit codes, and how errors and notices are told on standard error.

One line each, `file:line:column: error: what happened; what would mend it`, which editors and `grep` understand.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Final

import click

from citekit.errors import NOWHERE, CitekitError, InputError, StyleError
from citekit.report import Notice, Severity

__all__ = ["ExitCode", "Voice", "exit_code", "tell_error"]


class ExitCode(IntEnum):
    """What a shell is told: 1 is for findings, so that 0 means that there is nothing to look at."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    STYLE = 4


# A class that is not here counts as its nearest ancestor; the root is a wrong use.
_CODES: Final[tuple[tuple[type[CitekitError], ExitCode], ...]] = (
    (InputError, ExitCode.INPUT),
    (StyleError, ExitCode.STYLE),
    (CitekitError, ExitCode.USAGE),
)
_COLORS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
# What a file holds must not steer the terminal that shows it; a message is one line.
_CONTROLS: Final = {code: " " if code in (9, 10, 13) else "\ufffd" for code in (*range(32), *range(127, 160))}


def exit_code(error: CitekitError) -> ExitCode:
    """The exit code for an error.

    >>> exit_code(StyleError("no such style")).name
    'STYLE'
    """
    return next(code for kind, code in _CODES if isinstance(error, kind))


def tell_error(error: CitekitError) -> None:
    """Print an error to standard error."""
    place = "" if error.location == NOWHERE else f"{error.location}: "
    remedy = f"; {error.remedy}" if error.remedy else ""
    label = click.style("error:", fg="red", bold=True)
    click.echo(f"{_one_line(place)}{label} {_one_line(error.message + remedy)}", err=True)


class Voice:
    """What a command says besides its output; it remembers whether something was lost."""

    __slots__ = ("_lowest", "has_errors")

    def __init__(self, quiet: bool, verbose: bool) -> None:
        hidden = {Severity.INFO, Severity.WARNING} if quiet else set() if verbose else {Severity.INFO}
        self._lowest = frozenset(Severity) - hidden
        self.has_errors = False

    def tell(self, notices: Iterable[Notice]) -> None:
        """Print notices to standard error; those that say something was lost are never hidden."""
        for notice in notices:
            if notice.severity is Severity.ERROR:
                self.has_errors = True
            if notice.severity in self._lowest:
                place = "" if notice.location == NOWHERE else f"{notice.location}: "
                remedy = f"; {notice.remedy}" if notice.remedy else ""
                label = click.style(f"{notice.severity.value}:", fg=_COLORS[notice.severity], bold=True)
                text = _one_line(f"{notice.message}{remedy} [{notice.rule}]")
                click.echo(f"{_one_line(place)}{label} {text}", err=True)

    def leave(self) -> None:
        """End the command with 1 where something was lost on the way."""
        if self.has_errors:
            click.get_current_context().exit(ExitCode.FINDINGS)


def _one_line(text: str) -> str:
    return text.translate(_CONTROLS)
