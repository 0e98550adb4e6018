"""Roles, dates and non-names: `(dir.)`, `Auteur du texte`, `(1925-2005)` out of names; `collectif` is no author.

Library catalogues glue the function and the dates of a person to the name; CSL has variables for the one and no use
for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from citekit.french.names import read_in_order
from citekit.french.rule import Edit, Example, Rule, readable, readable_name
from citekit.french.tables import load_table, words
from citekit.items.item import Item
from citekit.items.name import OTHERS, Name
from citekit.items.variables import NAME_VARIABLES
from citekit.report import Mode, Notice

__all__ = ["RULES", "is_nobody", "strip_life_dates"]

_TABLE: Final = load_table("roles")
_EDITING: Final = re.compile(
    rf"\s*(?:\((?:{'|'.join(_TABLE['bracketed']['editor'])})\.?\)|(?<=\s)(?:dir|éd|eds|coord)\.)\s*$", re.IGNORECASE
)
_UNDER: Final = re.compile(r"sous la dir(?:\.|ection)\s+(?:de\s+|d['\u2019]\s?)", re.IGNORECASE)
_CATALOGUE: Final[dict[str, str]] = {
    word: variable for variable, names in _TABLE["catalogue"].items() for word in names
}
_CATALOGUE_ROLE: Final = re.compile(rf"(?:(?<=\))\.)?\s+(?P<role>{'|'.join(_CATALOGUE)})\s*$")
# `(trad.)`, `(préf.)`; those who edit are looked for apart, because their word may mean all names before it.
_BRACKETED: Final = {
    variable: re.compile(rf"\s*\((?:{'|'.join(wordings)})\.?\)\s*$", re.IGNORECASE)
    for variable, wordings in _TABLE["bracketed"].items()
    if variable != "editor"
}
_WRITING: Final = re.compile(r"\s*(?:Auteur du texte|Auteure du texte)\s*$")
_LIFE_DATES: Final = re.compile(r"\s*\(\d{4}\s*[-\u2013]\s*(?:\d{4}|\.{2,4})?\s*\)\s*$")
_NOBODY: Final = words([*_TABLE["nobody"]])
_OTHERS: Final = words([*_TABLE["others"]])
_AND_OTHERS: Final = re.compile(r",?\s+(?:(?:et|&)\.?\s+(?:al|alii|coll|autres)|[ei]t alii)\.?$", re.IGNORECASE)
_PARTS_OF_BOOKS: Final = ("chapter", "article", "entry", "paper", "review", "post")


def strip_life_dates(text: str) -> str:
    """A name's part without the years of a life.

    >>> strip_life_dates("Philippe (1941-2020)"), strip_life_dates("Philippe")
    ('Philippe', 'Philippe')
    """
    return _LIFE_DATES.sub("", text)


def is_nobody(name: Name) -> bool:
    """Whether a name says that there is no named author."""
    return str(name).strip().casefold() in _NOBODY


def _without(name: Name, pattern: re.Pattern[str]) -> Name:
    """The name with all that a pattern finds at the end of its parts taken out, never leaving it empty."""
    once = _without_last(name, pattern)
    return once if once == name else _without(once, pattern)


def _without_last(name: Name, pattern: re.Pattern[str]) -> Name:
    mended = replace(
        name,
        family=pattern.sub("", name.family),
        given=pattern.sub("", name.given),
        literal=pattern.sub("", name.literal),
    )
    if mended != name and not mended.is_empty and (mended.family or not name.family):
        return mended
    # `Pierre Mounier (dir.)`: without a comma, what stands last was read as the surname, or lies across the parts.
    bare = pattern.sub("", str(name)).strip()
    return read_in_order(bare) if bare and bare != str(name) else name


def _clean_names(item: Item) -> Iterator[Edit | Notice]:
    for variable in sorted(NAME_VARIABLES):
        names = item.names(variable)
        mended = tuple(_without(_catalogue_author(name), _LIFE_DATES) for name in names)
        if mended != names:
            yield Edit(
                variable, mended, keep={f"{variable}-as-given": " ; ".join(readable_name(name) for name in names)}
            )


def _catalogue_author(name: Name) -> Name:
    """`Musée d'art, texte Auteur du` read by BibTeX, and `Claude Auteur du texte`, without the catalogue's wording."""
    if name.family == "texte" and name.given.endswith("Auteur du"):
        return Name(literal=name.given.removesuffix("Auteur du").strip(), is_institution=True)
    return _without(name, _WRITING)


def _role(name: Name) -> tuple[str, Name] | None:
    """The variable of the role that is typed with a name, and the name without it."""
    if match := _CATALOGUE_ROLE.search(name.literal or name.given):
        bare = _without(name, _CATALOGUE_ROLE)
        return (_CATALOGUE[match["role"]], bare) if bare != name else None
    for variable, pattern in _BRACKETED.items():
        bare = _without(name, pattern)
        if bare != name:
            return variable, bare
    return None


def _move_roles(item: Item) -> Iterator[Edit | Notice]:
    """`Jean Préfacier`, as catalogues export it: each name goes to the variable of its role."""
    left: list[Name] = []
    moved: dict[str, list[Name]] = {}
    for name in item.names("author"):
        if found := _role(name):
            moved.setdefault(found[0], []).append(found[1])
        else:
            left.append(name)
    for count, (variable, names) in enumerate(moved.items()):
        known = item.names(variable)
        new = [name for name in names if name not in known]
        yield Edit(variable, (*known, *new), is_continued=count > 0)
    if moved:
        yield Edit("author", tuple(left) or None, keep=_as_given(item, "author"), is_continued=True)


def _as_given(item: Item, variable: str) -> dict[str, str]:
    """What is kept beside, where a rule takes words out of names."""
    return {f"{variable}-as-given": readable(item.names(variable))}


def _directed(name: Name) -> Name | None:
    """The person behind `sous la direction de`, read as BibTeX reads a name in direct order."""
    full = str(name)
    match = _UNDER.match(full)
    if match is None or name.suffix:
        return None
    return read_in_order(full[match.end() :])


def _move_directors(item: Item) -> Iterator[Edit | Notice]:
    """`sous la direction de Jean Dupont and Paul Durand`: the words stand before the first name and mean them all."""
    authors = item.names("author")
    first = _directed(authors[0]) if authors else None
    if first is not None and not item.names("editor"):
        yield Edit("editor", (first, *authors[1:]))
        yield Edit("author", None, keep=_as_given(item, "author"), is_continued=True)


def _move(item: Item) -> Iterator[Edit | Notice]:
    for find in (_clean_editors, _move_editors, _move_directors, _move_roles):
        edits = list(find(item))
        yield from edits
        if edits:
            # The next pass would look at names that have gone.
            return


def _clean_editors(item: Item) -> Iterator[Edit | Notice]:
    """`(dir.)` behind the name of an editor says what the variable says."""
    editors = item.names("editor")
    cleaned = tuple(_without(name, _EDITING) for name in editors)
    if cleaned != editors:
        yield Edit("editor", cleaned, keep=_as_given(item, "editor"))


def _move_editors(item: Item) -> Iterator[Edit | Notice]:
    authors = item.names("author")
    cleaned = tuple(_without(name, _EDITING) for name in authors)
    if cleaned == authors:
        return
    marked = [old != new for old, new in zip(authors, cleaned, strict=True)]
    # The word behind the last of several names usually means them all, but not always.
    sure = all(marked) and not item.names("editor") and not item.type.startswith(_PARTS_OF_BOOKS)
    mode = Mode.AUTO if sure else Mode.ASK
    editors = tuple(
        new for new, is_marked in zip(cleaned, marked, strict=True) if is_marked and new not in item.names("editor")
    )
    others = tuple(new for new, is_marked in zip(cleaned, marked, strict=True) if not is_marked)
    yield Edit("editor", (*item.names("editor"), *editors), mode=mode)
    yield Edit("author", others or None, mode=mode, keep=_as_given(item, "author"), is_continued=True)


def _drop_nobody(item: Item) -> Iterator[Edit | Notice]:
    for variable in ("author", "editor"):
        names = item.names(variable)
        if names and all(is_nobody(name) for name in names):
            yield Edit(variable, None, keep={f"{variable}-as-given": " ; ".join(str(name) for name in names)})


def _mark_others(item: Item) -> Iterator[Edit | Notice]:
    for variable in sorted(NAME_VARIABLES):
        names = item.names(variable)
        kept = tuple(name for name in names if str(name).strip().casefold() not in _OTHERS)
        # `Dupont, Jean et al.`
        kept = (*kept[:-1], _without(kept[-1], _AND_OTHERS)) if kept else ()
        marked = (*kept, OTHERS)
        if not kept and names:
            # Nobody is named at all.
            yield Edit(variable, None, keep=_as_given(item, variable))
        elif kept != names and marked != names:
            yield Edit(variable, marked)


RULES: Final = (
    Rule(
        id="name-role",
        code="N8",
        family="names",
        summary_en=(
            "(dir.), (éd.) behind every author makes them editors, otherwise it is asked; “Préfacier” is a role too."
        ),
        summary_fr=(
            "(dir.), (éd.) après chaque auteur en fait des directeurs, sinon question ; « Préfacier » est un rôle."
        ),
        mode=Mode.AUTO,
        source="CSL 1.0.2, variable editor; AFNOR Z 44-059",
        examples=(
            Example("author", (Name(family="Mounier (dir.)", given="Pierre"),), None),
            Example("author", (Name(family="(dir.)", given="Pierre Mounier"),), None),
            Example(
                "editor", (Name(family="Mounier", given="Pierre (dir.)"),), (Name(family="Mounier", given="Pierre"),)
            ),
            Example("author", (Name(family="Jean Dupont", dropping_particle="sous la direction de"),), None),
            Example("author", (Name(family="Roux", given="Anne (trad.)"),), None),
            Example(
                "author",
                (Name(family="Dupont", given="Jean"), Name(family="Durand", given="Paul Préfacier")),
                (Name(family="Dupont", given="Jean"),),
            ),
        ),
        apply=_move,
        needs_french=False,
    ),
    Rule(
        id="name-dates",
        code="N8B",
        family="names",
        summary_en="Years of life and “Auteur du texte” go out of names.",
        summary_fr="Les dates de vie et « Auteur du texte » sortent des noms.",
        mode=Mode.AUTO,
        source="BnF and Gallica exports; IdRef headings",
        examples=(
            Example(
                "author",
                (Name(family="Meillassoux", given="Claude (1925-2005) Auteur du texte"),),
                (Name(family="Meillassoux", given="Claude"),),
            ),
            Example(
                "author",
                (Name(family="Lécrivain", given="Philippe (1941-2020)"),),
                (Name(family="Lécrivain", given="Philippe"),),
            ),
        ),
        apply=_clean_names,
        needs_french=False,
    ),
    Rule(
        id="name-nobody",
        code="N9",
        family="names",
        summary_en="“Collectif”, “anonyme”, “s.n.” are no author; the word is kept beside.",
        summary_fr="« Collectif », « anonyme », « s.n. » ne sont pas des auteurs ; le mot est gardé à part.",
        mode=Mode.AUTO,
        source="AFNOR Z 44-059: a work of no named author is entered under its title",
        examples=(Example("author", (Name(family="Collectif"),), None),),
        apply=_drop_nobody,
        needs_french=False,
    ),
    Rule(
        id="name-others",
        code="N9B",
        family="names",
        summary_en="“et al.”, “et coll.” typed as a name stands for the others, as BibTeX's “and others” does.",
        summary_fr="« et al. », « et coll. » saisis comme un nom valent pour les autres : « and others » en BibTeX.",
        mode=Mode.AUTO,
        source="BibTeX: and others; CSL: the style abbreviates lists of names",
        examples=(
            Example(
                "author",
                (Name(family="Dupont", given="Jean"), Name(family="al.")),
                (Name(family="Dupont", given="Jean"), OTHERS),
            ),
            Example(
                "author",
                (Name(family="Dupont", given="Jean et al."),),
                (Name(family="Dupont", given="Jean"), OTHERS),
            ),
            Example("author", (Name(family="Al", given="Jean"),), (Name(family="Al", given="Jean"),)),
        ),
        apply=_mark_others,
        needs_french=False,
    ),
)
