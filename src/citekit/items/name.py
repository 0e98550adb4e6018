"""Names of people and bodies, in CSL's parts.

CSL 1.0.2 specification, "Name-part Order" and "Name Variables"; CSL-JSON schema, `name-variable`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["OTHERS", "Name"]


@dataclass(frozen=True, slots=True)
class Name:
    """One name: a person in parts, or a body (or anything not to be taken apart) in `literal`.

    >>> str(Name(family="Gaulle", given="Charles", non_dropping_particle="de"))
    'Charles de Gaulle'
    """

    family: str = ""
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static_ordering: bool = False
    is_institution: bool = False
    """Set on a body whose `literal` may not be split or inverted; every literal is printed as it stands."""

    parse_names: bool = True
    """Whether particles may be looked for in `family` and `given` when none is given apart."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be printed."""
        return not (self.family or self.given or self.literal)

    def __str__(self) -> str:
        if self.literal:
            return self.literal
        parts = (self.given, self.dropping_particle, self.non_dropping_particle, self.family, self.suffix)
        return " ".join(part for part in parts if part)


OTHERS: Final = Name(literal="others", is_institution=True)
"""Stands at the end of a list for those that it leaves out (BibTeX's "and others"); styles print their "et al."."""
