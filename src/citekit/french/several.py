"""Several names typed as one: `JUAN Maïté ; LAVILLE Jean-Louis`, `Rizzolati Giacomo et Sinigaglia Corrado`.

BibTeX parts names by `and` only, so what French puts between them becomes part of a name. Who is who among the parts
is for a reader to say: every such list is a proposal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citekit.french.corporate import is_body
from citekit.french.names import INITIALS, could_be_given, is_given_name, order_name, read_in_order
from citekit.french.rule import Edit, Example, Rule
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import NAME_VARIABLES
from citekit.report import Mode, Notice

__all__ = ["RULES", "part_names"]

_BETWEEN: Final = re.compile(r"\s*;\s*|\s+(?:et|&)\s+")
_CAPITALS: Final = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'\u2019-]{2,}")
_MOST_WORDS: Final = 4


def part_names(name: Name) -> tuple[Name, ...]:
    """The people in one name, where all its parts read as people's names; otherwise the name itself.

    >>> [str(one) for one in part_names(Name(given="Giacomo Rizzolati et Corrado", family="Sinigaglia"))]
    ['Giacomo Rizzolati', 'Corrado Sinigaglia']
    >>> len(part_names(Name(literal="Recherches et éditions")))
    1
    """
    if name.literal:
        return (name,)
    # `JUAN Maïté, LAVILLE Jean-Louis`: with one comma or two BibTeX reads a surname, a suffix and a given name.
    in_order = [part for part in (name.family, name.suffix, name.given) if part]
    if len(in_order) > 1 and all(_is_headed(part) for part in in_order):
        return tuple(order_name(read_in_order(part)) for part in in_order)
    parts = _BETWEEN.split(str(name))
    if len(parts) < 2 or name.suffix or not all(_is_person(part) for part in parts):
        return (name,)
    return tuple(order_name(read_in_order(part)) for part in parts)


def _is_headed(text: str) -> bool:
    """A surname in capitals and a given name or initials behind it."""
    first, _, rest = text.partition(" ")
    return bool(_CAPITALS.fullmatch(first) and rest) and all(
        is_given_name(word) or INITIALS.fullmatch(word) for word in rest.split()
    )


def _is_person(text: str) -> bool:
    words_of_it = text.split()
    if not 2 <= len(words_of_it) <= _MOST_WORDS or is_body(text):
        return False
    return _is_headed(text) or could_be_given(words_of_it)


def _propose(item: Item) -> Iterator[Edit | Notice]:
    for variable in sorted(NAME_VARIABLES):
        names = item.names(variable)
        parted = tuple(one for name in names for one in part_names(name))
        if len(parted) > len(names):
            yield Edit(variable, parted)


RULES: Final = (
    Rule(
        id="name-several",
        code="N2C",
        family="names",
        summary_en="Several people typed as one name, with “;”, “et”, “&” or commas between them, are proposed apart.",
        summary_fr="Plusieurs personnes saisies en un seul nom (« ; », « et », « & », virgules) : séparation proposée.",
        mode=Mode.ASK,
        source="BibTeX: names are parted by and; measured: 7 of 2,321 French entries",
        examples=(
            Example(
                "author",
                (Name(given="Giacomo Rizzolati", dropping_particle="et", family="Corrado Sinigaglia"),),
                (Name(given="Giacomo", family="Rizzolati"), Name(given="Corrado", family="Sinigaglia")),
            ),
            Example(
                "author",
                (Name(given="JUAN Maïté ; LAVILLE", family="Jean-Louis"),),
                (Name(given="Maïté", family="Juan"), Name(given="Jean-Louis", family="Laville")),
            ),
            Example(
                "author",
                (Name(family="JUILLARD M.", given="PLANCHET F."),),
                (Name(given="M.", family="Juillard"), Name(given="F.", family="Planchet")),
            ),
            Example(
                "author",
                (Name(given="Presses et", family="éditions"),),
                (Name(given="Presses et", family="éditions"),),
            ),
        ),
        apply=_propose,
        needs_french=False,
    ),
)
