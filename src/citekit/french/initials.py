"""Initials typed without a blank before the surname: `A.Farge`, which BibTeX reads as one word.

Only a name of a single word is taken apart, and only where the stops are those of initials: `A.Farge`, `J.-P.Durand`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from citekit.french.rule import Edit, Example, Rule
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import NAME_VARIABLES
from citekit.report import Mode, Notice

__all__ = ["RULES", "part_initials"]

# A surname has a small letter, or at least four capitals: `I.N.SEE` is an acronym.
_GLUED: Final = re.compile(
    r"(?P<given>(?:[A-ZÀ-Þ]\.-?){1,3})(?P<family>[A-ZÀ-Þ](?:[^\W\d_]*[a-zß-ÿ][^\W\d_]*|[A-ZÀ-Þ]{3,})(?:[-'\u2019][^\W\d_]+)*)"
)


def part_initials(name: Name) -> Name:
    """A name whose initials are glued to its surname, taken apart; any other name as it is.

    >>> part_initials(Name(family="A.Farge")) == Name(family="Farge", given="A.")
    True
    """
    if name.literal or name.given or name.dropping_particle or name.non_dropping_particle:
        return name
    match = _GLUED.fullmatch(name.family)
    # The initials of a compound name are joined, never the last one to the surname.
    if match is None or match["given"].endswith("-"):
        return name
    return replace(name, family=match["family"], given=match["given"])


def _normalize(item: Item) -> Iterator[Edit | Notice]:
    for variable in sorted(NAME_VARIABLES):
        names = item.names(variable)
        parted = tuple(part_initials(name) for name in names)
        if parted != names:
            # `V.Laarhoven` may be short for `van`.
            is_sure = all(new.given != "V." or new == old for old, new in zip(names, parted, strict=True))
            yield Edit(variable, parted, mode=Mode.AUTO if is_sure else Mode.ASK)


RULES: Final = (
    Rule(
        id="name-initials",
        code="N2B",
        family="names",
        summary_en="“A.Farge”, typed without a blank, is an initial and a surname.",
        summary_fr="« A.Farge », saisi sans espace, est une initiale et un nom de famille.",
        mode=Mode.AUTO,
        source="AFNOR Z 44-061 (personal name headings); BibTeX parts names at blanks only",
        examples=(
            Example("author", (Name(family="A.Farge"),), (Name(family="Farge", given="A."),)),
            Example("author", (Name(family="J.-P.Durand"),), (Name(family="Durand", given="J.-P."),)),
            Example("author", (Name(family="I.N.S.E.E."),), (Name(family="I.N.S.E.E."),)),
            Example("author", (Name(family="Tela-Botanica"),), (Name(family="Tela-Botanica"),)),
        ),
        apply=_normalize,
        needs_french=False,
    ),
)
