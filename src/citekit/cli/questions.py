"""Questions put to the user: each proposal of a French rule, shown as a word diff, accepted or declined.

An answer may hold for all proposals of the same rule, or end the questions; what is not accepted stays a proposal.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import click

from citekit.cli.diff import visible, word_diff
from citekit.report import Change

if TYPE_CHECKING:
    from citekit.french import Rule

__all__ = ["Questions"]

_CHOICES: Final = ("y", "n", "a", "s", "q")
_PROMPT: Final = "  accept? yes, no, all of this rule, skip this rule, quit asking"


class Questions:
    """Asks, and remembers the answers that hold for more than one proposal."""

    __slots__ = ("_has_quit", "_rules", "_standing")

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        self._standing: dict[str, bool] = {}
        self._has_quit = False

    def decide(self, changes: Sequence[Change]) -> bool:
        """Whether the user accepts changes that belong together."""
        if self._has_quit or not changes:
            return False
        rule = changes[0].rule
        if rule in self._standing:
            return self._standing[rule]
        color = sys.stderr.isatty()
        for change in changes:
            diff = word_diff(change.before, change.after, color=color)
            click.echo(f"{visible(change.key)}.{change.field}: {diff}", err=True)
        click.echo(f"  {rule}: {self._rules[rule].summary_en}", err=True)
        answer = click.prompt(_PROMPT, type=click.Choice(_CHOICES), default="n", err=True)
        if answer in ("a", "s"):
            self._standing[rule] = answer == "a"
        self._has_quit = answer == "q"
        return answer in ("y", "a")
