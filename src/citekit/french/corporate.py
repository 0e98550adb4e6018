"""Bodies: names that BibTeX's rules took apart as if they were people are put together again as one literal.

A keyword decides only as the first word (`Ministère de …`, `Institut des …`): anywhere else it may be a surname.
Known acronyms are bodies; other single words in capitals are only proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citekit.french.rule import Edit, Example, Rule
from citekit.french.tables import load_table, words
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import NAME_VARIABLES
from citekit.report import Mode, Notice

__all__ = ["RULES", "as_body", "is_acronym", "is_body"]

_TABLE: Final = load_table("corporate")
_KEYWORDS: Final = words(_TABLE["keywords"])
_DOUBTFUL: Final = words(_TABLE["doubtful"])
_RANKS: Final = frozenset(_TABLE["ranks"])
_LINKS: Final = words(_TABLE["links"])
_PLACES: Final = words(_TABLE["countries"])
_ACRONYMS: Final = words(load_table("acronyms")["acronyms"])
_ELIDED: Final = re.compile(r"^(d|l)['\u2019]", re.IGNORECASE)
_NEWSPAPERS: Final = frozenset(title.casefold() for title in load_table("journals")["with_article"])
_ARTICLES: Final = frozenset({"Le", "La", "Les"})
_FEMININE: Final = words(_TABLE["feminine"])
_ENGLISH: Final = words(_TABLE["english"])
_CONTINUES: Final = re.compile(r"(?:de la|de l['\u2019]|du|des|d['\u2019]|et)\b", re.IGNORECASE)
_CAPITALS: Final = re.compile(r"(?=.*[A-ZÀ-ÖØ-Þ])[A-ZÀ-ÖØ-Þ0-9&.-]{2,}")


def is_acronym(word: str) -> bool:
    """Whether a word is the known acronym of a body, with or without points.

    >>> is_acronym("C.N.R.S."), is_acronym("DUPONT")
    (True, False)
    """
    return word.replace(".", "") in _ACRONYMS and word == word.upper()


def is_body(text: str) -> bool:
    """Whether a full name, in reading order, is evidently a body's.

    >>> [is_body(name) for name in ("Ministère de la Culture", "Institut National", "Dominique Conseil", "France Gall")]
    [True, True, False, False]
    >>> is_body("Haute Autorité de santé"), is_body("Chambre d'agriculture"), is_body("Marie Chambre")
    (True, True, False)
    """
    parts = text.split()
    if len(parts) < 2:
        return False
    first, second = parts[0].casefold(), parts[1].casefold()
    if first in _RANKS:
        return second in _KEYWORDS - _DOUBTFUL and len(parts) > 2
    if first not in _KEYWORDS:
        return False
    if first in _DOUBTFUL:
        return second in _LINKS or bool(_ELIDED.match(second))
    return True


def as_body(name: Name) -> Name:
    """The name as one literal, its parts in reading order."""
    return Name(literal=str(name), is_institution=True)


def _decide(name: Name) -> tuple[Name, Mode] | None:
    if name.literal or name.is_empty:
        return None
    full = str(name)
    if _is_listed_body(name):
        return Name(literal=f"{name.family}, {name.given}", is_institution=True), Mode.AUTO
    if name.given in _ARTICLES and full.casefold() in _NEWSPAPERS:
        # The author `Le Monde`: nobody is called Le by his given name.
        return as_body(name), Mode.AUTO
    if _is_english(name):
        return Name(literal=f"{name.family} {name.given}", is_institution=True), Mode.AUTO
    if is_body(full):
        return as_body(name), Mode.AUTO if _reads_on(name) else Mode.ASK
    if not name.given and name.family == full and _CAPITALS.fullmatch(full):
        return as_body(name), Mode.AUTO if is_acronym(full) else Mode.ASK
    return None


def _is_english(name: Name) -> bool:
    """`European, Commission`: what is feminine in French has no masculine adjective, so its name is English."""
    return (
        name.given.casefold() in _FEMININE
        and name.family.casefold() in _ENGLISH
        and not (name.dropping_particle or name.non_dropping_particle)
    )


def _is_listed_body(name: Name) -> bool:
    """`MINISTÈRE DES FORÊTS, DE LA FAUNE ET DES PARCS`: a comma of the name was read as the one before a given name."""
    first = name.family.split()[0].casefold() if name.family else ""
    if first not in _KEYWORDS or first in _DOUBTFUL or len(name.family.split()) < 2 or name.dropping_particle:
        return False
    return bool(_CONTINUES.match(name.given))


def _reads_on(name: Name) -> bool:
    """Whether the parts of a body's name, joined, read as one: `Institut des` + `actuaires`.

    A comma may have put anything behind: an acronym (`BNF, Bibliothèque nationale de France`), a country
    (`France, Ministère de la culture`), a part of the body (`Université de Lyon, Institut de biologie`).
    """
    given, family = name.given.split(), name.family.split()
    first = family[0].casefold() if family else ""
    if _CAPITALS.fullmatch(name.family) and len(given) > 1:
        return False
    # Only a comma leaves two words as a surname, unless a particle stands before them.
    is_divided = len(family) > 1 and len(given) > 1 and not (name.dropping_particle or name.non_dropping_particle)
    if is_divided and given[-1].casefold() not in _LINKS and first not in _LINKS:
        return False
    return not (first in _PLACES and len(given) > 2 and given[-1].casefold() not in _LINKS)


def _normalize_bodies(item: Item) -> Iterator[Edit | Notice]:
    for variable in sorted(NAME_VARIABLES):
        names = item.names(variable)
        decisions = [_decide(name) for name in names]
        done = tuple(
            found[0] if found and found[1] is Mode.AUTO else name for name, found in zip(names, decisions, strict=True)
        )
        if done != names:
            yield Edit(variable, done)
        asked = tuple(found[0] if found else name for name, found in zip(names, decisions, strict=True))
        if asked != done:
            yield Edit(variable, asked, mode=Mode.ASK)


RULES: Final = (
    Rule(
        id="name-body",
        code="N3",
        family="names",
        summary_en=(
            "Ministries, universities, associations and known acronyms are bodies, not people with a given name."
        ),
        summary_fr=(
            "Ministères, universités, associations et sigles connus sont des collectivités, non des personnes à prénom."
        ),
        mode=Mode.AUTO,
        source="IdRef and data.bnf.fr headings of corporate bodies; CSL literal names",
        examples=(
            Example(
                "author",
                (Name(given="Institut des", family="actuaires"),),
                (Name(literal="Institut des actuaires", is_institution=True),),
            ),
            Example(
                "author",
                (Name(given="Institut", family="National"),),
                (Name(literal="Institut National", is_institution=True),),
            ),
            Example(
                "author",
                (Name(family="Ministère des Forêts", given="de la Faune et des Parcs"),),
                (Name(literal="Ministère des Forêts, de la Faune et des Parcs", is_institution=True),),
            ),
            Example(
                "author",
                (Name(given="Commission", family="European"),),
                (Name(literal="European Commission", is_institution=True),),
            ),
            Example("author", (Name(family="CNSA"),), (Name(literal="CNSA", is_institution=True),)),
            Example(
                "author", (Name(given="Dominique", family="Conseil"),), (Name(given="Dominique", family="Conseil"),)
            ),
        ),
        apply=_normalize_bodies,
        needs_french=False,
    ),
)
