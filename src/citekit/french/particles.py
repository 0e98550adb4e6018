"""Particles: `de` and `d'` go with the given name, `du des le la les l'` stay at the head of the family name.

AFNOR NF Z44-001 and the heading rules of French libraries: Certeau (Michel de), but Le Goff (Jacques), Du Bellay
(Joachim), La Fontaine (Jean de). In CSL's words the first are dropping particles and the second part of the family name
(CSL 1.0.2, "demote-non-dropping-particle"). Foreign particles stay where they were typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from citekit.french.corporate import is_body
from citekit.french.names import INITIALS, is_given_name
from citekit.french.rule import Edit, Example, Rule
from citekit.french.tables import load_table, words
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import NAME_VARIABLES
from citekit.report import Mode, Notice

__all__ = ["RULES", "place_particles"]

_TABLE: Final = load_table("particles")
_REJECTED: Final = words(_TABLE["rejected"])
_KEPT: Final = words(_TABLE["kept"])
_DOUBTFUL: Final = words(_TABLE["doubtful"])
_FOREIGN: Final = frozenset(_TABLE["foreign"])
_APOSTROPHES: Final = "'\u2019"
_ELIDED: Final = re.compile(rf"(d[{_APOSTROPHES}])(?=[^\W\d_a-zß-öø-ÿ])")
_TAIL: Final = re.compile(
    rf"^(?P<given>\S.*?)\s+(?P<particle>(?:{'|'.join(sorted(_FOREIGN, key=len, reverse=True))}|de|d[{_APOSTROPHES}]))$"
)
# `Fontaine, Jean de la`, `Bellay, Joachim du`, `Pollotec, Yann Le`.
_KEPT_TAIL: Final = re.compile(
    rf"^(?P<given>\S.*?)\s+(?:(?P<rejected>de)\s+)?(?P<kept>(?:{'|'.join(sorted(_KEPT))}|[ld][{_APOSTROPHES}]))$",
    re.IGNORECASE,
)
# `Saint-Ours (de), Édouard`: the heading of a catalogue.
_IN_BRACKETS: Final = re.compile(r"^(?P<family>\S[^()]*?)\s*\((?P<particle>[^()]{1,7})\)$")


def place_particles(name: Name) -> Name:
    """A name whose French particles stand where French libraries want them; any other name as it is.

    >>> name = place_particles(Name(family="Certeau", given="Michel de"))
    >>> name.family, name.given, name.dropping_particle
    ('Certeau', 'Michel', 'de')
    >>> place_particles(Name(family="Pollotec", given="Yann Le")).family
    'Le Pollotec'
    """
    found = _placed(name)
    return found[0] if found and found[1] is Mode.AUTO else name


def _placed(name: Name) -> tuple[Name, Mode] | None:
    """The name with its particles in their places, and how sure that is."""
    if name.literal or not name.given or not name.family or is_body(str(name)):
        return None
    # Capitals that are left by now are doubtful; who they are has to be settled first.
    if any(word.isupper() and not INITIALS.fullmatch(word) for word in f"{name.given} {name.family}".split()):
        return None
    if name.non_dropping_particle:
        # Better BibTeX writes `useprefix=true` for whatever Zotero found in front of a surname.
        is_rejected = name.non_dropping_particle in _REJECTED and not name.dropping_particle
        placed = replace(name, dropping_particle=name.non_dropping_particle, non_dropping_particle="")
        return (placed, Mode.ASK) if is_rejected else None
    if name.dropping_particle:
        return _split_article(name)
    if match := _ELIDED.match(name.family):
        return replace(name, family=name.family[match.end() :], dropping_particle=match[1]), _sure(name.given)
    if match := _IN_BRACKETS.match(name.family):
        heading = replace(name, family=match["family"], given=f"{name.given} {match['particle']}")
        # `Collectif de Lyon` is nobody with a particle.
        return None if is_body(str(heading)) else _from_given(heading)
    return _from_given(name)


def _split_article(name: Name) -> tuple[Name, Mode] | None:
    """`de la` is a rejected `de` and a kept `La`; `du`, `des`, `le` are kept whole."""
    particles = name.dropping_particle.split()
    rejected = [word for word in particles[:1] if word in _REJECTED]
    kept = particles[len(rejected) :]
    if not kept or len(kept) > 1 or kept[0] not in _KEPT:
        return None
    return _with_article(name, " ".join(rejected), kept[0])


def _with_article(name: Name, rejected: str, kept: str) -> tuple[Name, Mode] | None:
    # `Défenseur des droits`: no surname begins with a small letter.
    if not name.family[:1].isupper():
        return None
    article = kept[:1].upper() + kept[1:].lower()
    gap = "" if article[-1] in _APOSTROPHES else " "
    return replace(name, dropping_particle=rejected, family=f"{article}{gap}{name.family}"), _sure(name.given)


def _from_given(name: Name) -> tuple[Name, Mode] | None:
    """What stands at the end of the given name: `Michel de` has a rejected particle, `Yann Le` a kept one."""
    if match := _TAIL.match(name.given):
        return replace(name, given=match["given"], dropping_particle=match["particle"]), Mode.AUTO
    if match := _KEPT_TAIL.match(name.given):
        return _with_article(replace(name, given=match["given"]), (match["rejected"] or "").lower(), match["kept"])
    *given, last = name.given.split()
    if not given or last.casefold() not in _DOUBTFUL or last[:1].islower():
        return None
    # `Van`, `El`, `De` in capitals may be a second given name, or be read either way.
    return replace(name, given=" ".join(given), family=f"{last} {name.family}"), Mode.ASK


def _sure(given: str) -> Mode:
    """Only a known given name, or initials, tell a person from a body and from a compound surname."""
    known = all(is_given_name(word) or INITIALS.fullmatch(word) for word in given.split())
    return Mode.AUTO if known else Mode.ASK


def _place(item: Item) -> Iterator[Edit | Notice]:
    for variable in sorted(NAME_VARIABLES):
        names = item.names(variable)
        pairs = [(name, _placed(name)) for name in names]
        done = tuple(found[0] if found and found[1] is Mode.AUTO else name for name, found in pairs)
        asked = tuple(found[0] if found else name for name, found in pairs)
        if done != names:
            yield Edit(variable, done)
        if asked != done:
            yield Edit(variable, asked, mode=Mode.ASK)


def _unbrace(item: Item) -> Iterator[Edit | Notice]:
    for variable in sorted(NAME_VARIABLES):
        names = item.names(variable)
        asked = tuple(_as_person(name) for name in names)
        if asked != names:
            yield Edit(variable, asked)


def _as_person(name: Name) -> Name:
    """`{Benjamin Walter}`: two or three words of which one is a known given name, none a body's."""
    parts = name.literal.split()
    if len(parts) not in (2, 3) or is_body(name.literal) or not all(re.fullmatch(r"[\w'.-]+", part) for part in parts):
        return name
    if not all(part[:1].isupper() and any(c.islower() for c in part) for part in parts):
        return name
    if is_given_name(parts[0]):
        return Name(given=parts[0], family=" ".join(parts[1:]))
    if len(parts) == 2 and is_given_name(parts[1]):
        return Name(given=parts[1], family=parts[0])
    return name


RULES: Final = (
    Rule(
        id="name-particle",
        code="N6",
        family="names",
        summary_en="de and d' go with the given name; du, des, le, la, les stay at the head of the family name.",
        summary_fr="de et d' se rejettent après le prénom ; du, des, le, la, les restent en tête du nom.",
        mode=Mode.AUTO,
        source="AFNOR NF Z44-001; CSL 1.0.2, demote-non-dropping-particle",
        examples=(
            Example(
                "author",
                (Name(family="Certeau", given="Michel de"),),
                (Name(family="Certeau", given="Michel", dropping_particle="de"),),
            ),
            Example("author", (Name(family="Pollotec", given="Yann Le"),), (Name(family="Le Pollotec", given="Yann"),)),
            Example(
                "author",
                (Name(family="Fontaine", given="Jean", dropping_particle="de la"),),
                (Name(family="La Fontaine", given="Jean", dropping_particle="de"),),
            ),
            Example(
                "author",
                (Name(family="Fontaine", given="Jean de la"),),
                (Name(family="La Fontaine", given="Jean", dropping_particle="de"),),
            ),
            Example(
                "author",
                (Name(family="Saint-Ours (de)", given="Édouard"),),
                (Name(family="Saint-Ours", given="Édouard", dropping_particle="de"),),
            ),
            Example(
                "author",
                (Name(family="Bellay", given="Joachim", dropping_particle="du"),),
                (Name(family="Du Bellay", given="Joachim"),),
            ),
            Example(
                "author",
                (Name(family="d'Aboville", given="Gérard"),),
                (Name(family="Aboville", given="Gérard", dropping_particle="d'"),),
            ),
            Example(
                "author", (Name(family="De Quincey", given="Thomas"),), (Name(family="De Quincey", given="Thomas"),)
            ),
        ),
        apply=_place,
    ),
    Rule(
        id="name-braced-person",
        code="N5",
        family="names",
        summary_en="A person typed in braces, as bodies are, may be a person: given and family name are proposed.",
        summary_fr="Une personne saisie entre accolades, comme une collectivité : nom et prénom sont proposés.",
        mode=Mode.ASK,
        source="measured: 13 of 70 braced names are people's",
        examples=(
            Example(
                "author",
                (Name(literal="Benjamin Walter", is_institution=True),),
                (Name(given="Benjamin", family="Walter"),),
            ),
            Example("author", (Name(literal="Ministère de la Culture"),), (Name(literal="Ministère de la Culture"),)),
        ),
        apply=_unbrace,
        needs_french=False,
    ),
)
