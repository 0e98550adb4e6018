"""The item: one work being cited, in CSL's terms.

An item is immutable and equal to another when their contents are. Its variables are already typed: strings
(rich text in CSL's markup), tuples of `Name`, or `Date`. Which name has which type: `variables.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

from citekit.errors import NOWHERE, Location
from citekit.items.date import Date
from citekit.items.name import Name

__all__ = ["Item", "Value"]

Value: TypeAlias = str | tuple[Name, ...] | Date
"""What a variable holds. Strings may carry CSL's markup: `<i> <b> <sup> <sub> <sc>`, `<span class="nocase">`."""

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Item:
    """One work being cited.

    `variables` maps CSL variable names to typed values and never holds empty ones. `tags` are keywords one by one,
    `groups` the paths ("ARTICLES/Expériences") of the collections that hold the item, in their order; `custom` keeps
    what the source said and CSL has no variable for. `location` is where the source of the item begins.
    """

    id: str
    type: str = "document"
    variables: Mapping[str, Value] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    custom: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    location: Location = field(default=NOWHERE, compare=False)

    def text(self, variable: str) -> str:
        """The string in a variable, or the empty string.

        >>> Item("a", "book", {"title": "Essais"}).text("title")
        'Essais'
        """
        value = self.variables.get(variable, "")
        return value if isinstance(value, str) else ""

    def names(self, variable: str) -> tuple[Name, ...]:
        """The names in a variable, or none."""
        value = self.variables.get(variable, ())
        return value if isinstance(value, tuple) else ()

    def date(self, variable: str) -> Date | None:
        """The date in a variable, or `None`."""
        value = self.variables.get(variable)
        return value if isinstance(value, Date) else None

    @property
    def language(self) -> str:
        """The item's own language as a BCP 47 tag, or the empty string where it is not known."""
        return self.text("language")

    def with_variables(self, changes: Mapping[str, Value | None]) -> Item:
        """A copy with some variables set; `None`, empty strings and empty tuples take a variable away.

        >>> Item("a", "book", {"title": "Essais", "issue": "n° 3"}).with_variables({"issue": "3"}).variables
        {'title': 'Essais', 'issue': '3'}
        """
        variables = dict(self.variables)
        for name, value in changes.items():
            if value is None or value in ("", ()) or (isinstance(value, Date) and value.is_empty):
                variables.pop(name, None)
            else:
                variables[name] = value
        return replace(self, variables=variables)
