"""Statements behind a title: ` / ` and who made the work, ` = ` and the title in another language.

ISBD, area 1, sets both behind the title, and catalogues export them with it. A slash may also join equals (`Abuser /
Forcer / Violer`), so nothing goes by itself but the names that the item gives anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citekit.french.folding import folded
from citekit.french.languages import look_for_french
from citekit.french.rule import Edit, Example, Rule
from citekit.french.tables import load_table
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import NAME_VARIABLES
from citekit.report import Mode, Notice

__all__ = ["RULES"]

NBSP: Final = "\u00a0"
_WORDINGS: Final = load_table("responsibility")
_SLASH: Final = re.compile(r"\s+/\s+")
_EQUALS: Final = re.compile(r"\s+=\s+")
_BY_WHOM: Final = re.compile(rf"(?:{'|'.join(_WORDINGS['by_whom'])})", re.IGNORECASE)
_BETWEEN_NAMES: Final = re.compile(r"\s*(?:[,;&]|\bet\b|\band\b|\bpar\b|\.\.\.|\u2026|\[|\])\s*", re.IGNORECASE)
_FEWEST_WORDS: Final = 3


def _forms(name: Name) -> set[str]:
    """A name as a title page gives it: in reading order, or the surname first."""
    forward = folded(str(name))
    backward = folded(f"{name.dropping_particle} {name.non_dropping_particle} {name.family} {name.given}")
    return {form for form in (forward, backward) if form}


def _names_of(item: Item) -> set[str]:
    return {form for variable in NAME_VARIABLES for name in item.names(variable) for form in _forms(name)}


def _after_slash(item: Item) -> Iterator[Edit | Notice]:
    given = item.text("title")
    parts = _SLASH.split(given)
    if len(parts) != 2 or not all(part.strip() for part in parts):
        return
    title, rest = parts
    people = [folded(one) for one in _BETWEEN_NAMES.split(rest.rstrip("."))]
    people = [one for one in people if one]
    kept = {"title-as-given": given}
    if people and set(people) <= _names_of(item):
        yield Edit("title", title, keep=kept)
    elif _BY_WHOM.match(rest):
        yield Edit("title", title, keep=kept, mode=Mode.ASK)
    elif _is_subtitle(title, rest):
        yield Edit("title", f"{title}{NBSP}: {rest}", mode=Mode.ASK)


def _is_subtitle(title: str, rest: str) -> bool:
    """Whether the words behind a slash may be a subtitle: several of them, in the language of the title."""
    is_long = min(len(title.split()), len(rest.split())) >= _FEWEST_WORDS
    # `(mi-XVIe / mi-XVIIe siècle)`: a slash inside brackets joins what they hold.
    if title.count("(") != title.count(")") or title.count("«") != title.count("»"):
        return False
    return is_long and ":" not in f"{title}{rest}" and not look_for_french(rest).is_foreign


def _parallel(item: Item) -> Iterator[Edit | Notice]:
    given = item.text("title")
    parts = _EQUALS.split(given)
    # An equation has a sign or a figure about its equals sign; a title in another language has words.
    if len(parts) != 2 or not all(len(part.split()) > 1 and not re.search(r"[+*^<>\d]", part) for part in parts):
        return
    yield Edit("title", parts[0], keep={"title-parallel": parts[1]})


RULES: Final = (
    Rule(
        id="title-statement",
        code="S1C",
        family="titles",
        summary_en="“ / ” and the names that the item gives anyway leave the title; another statement is asked for.",
        summary_fr="« / » et des noms que la notice donne déjà quittent le titre ; une autre mention est demandée.",
        mode=Mode.AUTO,
        source="ISBD, area 1 (statement of responsibility)",
        examples=(
            Example(
                "title",
                "Le canal de la Brume / Paul Roux",
                "Le canal de la Brume",
                beside={"author": (Name(family="Roux", given="Paul"),)},
            ),
            Example("title", "Contes du Forez / réunis par Jeanne Roux", "Contes du Forez"),
            Example("title", "Punir / Guérir / Surveiller", "Punir / Guérir / Surveiller"),
        ),
        apply=_after_slash,
    ),
    Rule(
        id="title-parallel",
        code="S1D",
        family="titles",
        summary_en="“ = ” and the title in another language: leaving it out is proposed; it is kept beside.",
        summary_fr="« = » et le titre dans une autre langue : l'omettre est proposé ; il est gardé à part.",
        mode=Mode.ASK,
        source="ISBD, area 1 (parallel title)",
        examples=(
            Example("title", "Le canal de la Brume = The fog canal", "Le canal de la Brume"),
            Example("title", "Le cas n = 3", "Le cas n = 3"),
        ),
        apply=_parallel,
    ),
)
