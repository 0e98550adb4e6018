"""The handout style at work: the layout of the printed list, kind by kind, made regular."""

from __future__ import annotations

import re

import pytest

from citekit.csl import load_style
from citekit.items import Date, DatePoint, Item, Name

NBSP = "\u00a0"
NARROW_NBSP = "\u202f"

JUAN = (
    Name(family="Juan", given="Maïté"),
    Name(family="Laville", given="Jean-Louis"),
    Name(family="Subirats", given="Joan"),
)


def body(name: str) -> tuple[Name, ...]:
    return (Name(literal=name, is_institution=True),)


def issued(*parts: int) -> Date:
    return Date(DatePoint(*parts))


def lines(item: Item) -> list[str]:
    """The lines of one rendered entry, as plain text."""
    (entry,) = load_style("inset-handout").bibliography([item])
    return [line.strip(" ") for line in entry.text.strip().split("\n") if line.strip()]


WORKS = {
    "a book": (
        Item(
            "juan2020",
            "book",
            {
                "title": f"Du social business à l’économie solidaire{NBSP}: Critique de l’innovation sociale",
                "author": JUAN,
                "publisher": "Eres",
                "issued": issued(2020),
                "number-of-pages": "331",
            },
        ),
        [
            f"Du social business à l’économie solidaire{NBSP}: Critique de l’innovation sociale"
            f" / JUAN Maïté, LAVILLE Jean-Louis, SUBIRATS Joan, Eres, 2020, 331{NBSP}p."
        ],
    ),
    "a guide of a body, which keeps its capitals": (
        Item(
            "avise2020",
            "report",
            {
                "title": "Mode d’emploi",
                "author": body("Avise"),
                "issued": issued(2020, 9),
                "number-of-pages": "32",
                "URL": "https://www.avise.org/ressources/mode-demploi-ess-et-ruralites",
            },
        ),
        [
            f"Mode d’emploi, Avise, 09/2020, 32{NBSP}p.",
            "https://www.avise.org/ressources/mode-demploi-ess-et-ruralites",
        ],
    ),
    "a film whose title asks": (
        Item(
            "reseaualliances2017",
            "motion_picture",
            {
                "title": f"C’est quoi l’innovation sociale{NARROW_NBSP}?",
                "author": body("Réseau Alliances"),
                "issued": issued(2017),
                "dimensions": "03.30 mn",
            },
        ),
        [f"C’est quoi l’innovation sociale{NARROW_NBSP}? / Réseau Alliances, 2017, 03.30 mn"],
    ),
    "an article of the press, to the day": (
        Item(
            "ash2020-creer",
            "article-magazine",
            {
                "title": "Créer au service de l’utilisateur",
                "container-title": "Actualités sociales hebdomadaires",
                "issued": issued(2020, 11, 27),
                "issue": "3186",
                "page": "32-34",
            },
        ),
        [
            "Créer au service de l’utilisateur",
            f"Actualités sociales hebdomadaires, 27/11/2020, n°{NBSP}3186, p.{NBSP}32-34",
        ],
    ),
    "an article as it was typed": (
        Item(
            "rullac2019",
            "article-journal",
            {
                "title": "L’innovation en travail social",
                "author": (Name(family="Rullac", given="Stéphane"),),
                "container-title": "Revue suisse de travail social",
                "issued": Date(literal="2019"),
                "issue": "n° 25",
                "page": "p. 139-156",
                "URL": "http://doi.org/10.5169/seals-855362",
            },
        ),
        [
            "L’innovation en travail social / RULLAC Stéphane",
            f"Revue suisse de travail social, 2019, n° 25, p.{NBSP}139-156",
            "http://doi.org/10.5169/seals-855362",
        ],
    ),
    "an article with an identifier, which takes the place of the address": (
        Item(
            "rullac2019",
            "article-journal",
            {
                "title": "L’innovation en travail social",
                "container-title": "Revue suisse de travail social",
                "issued": issued(2019),
                "DOI": "10.5169/seals-855362",
                "URL": "http://doi.org/10.5169/seals-855362",
            },
        ),
        [
            "L’innovation en travail social",
            "Revue suisse de travail social, 2019",
            "https://doi.org/10.5169/seals-855362",
        ],
    ),
    "a page with two addresses": (
        Item(
            "odas2020-labau",
            "webpage",
            {
                "title": "L’Odas lance le Lab’au",
                "container-title": "Odas.net",
                "issued": issued(2020, 2),
                "URL": "https://www.odas.net/actualites",
                "note": "https://odas.labau.org/",
            },
        ),
        ["L’Odas lance le Lab’au", "Odas.net, 02/2020", "https://www.odas.net/actualites", "https://odas.labau.org/"],
    ),
    "a site": (
        Item("avise", "webpage", {"title": "Avise", "URL": "http://www.avise.org/"}),
        ["Avise", "http://www.avise.org/"],
    ),
}


@pytest.mark.parametrize("kind", WORKS)
def test_a_kind_of_work_is_laid_out_as_in_the_printed_list(kind: str):
    item, expected = WORKS[kind]
    assert lines(item) == expected


def test_titles_are_bold_and_journals_italic():
    item, _ = WORKS["an article of the press, to the day"]
    (entry,) = load_style("inset-handout").bibliography([item])
    assert re.search(r"<b>Créer au service de l’utilisateur</b>", entry.html)
    assert "<i>Actualités sociales hebdomadaires</i>" in entry.html


def test_works_keep_the_order_in_which_they_are_given():
    items = [item for item, _ in WORKS.values()][:4]
    entries = load_style("inset-handout").bibliography(items)
    assert [entry.id for entry in entries] == [item.id for item in items]


def test_a_citation_names_people_in_capitals_and_bodies_as_they_write_themselves():
    items = [WORKS["a book"][0], WORKS["a guide of a body, which keeps its capitals"][0]]
    assert load_style("inset-handout").cite(items, output="text") == (
        f"(JUAN, LAVILLE et SUBIRATS, 2020{NARROW_NBSP}; Avise, 2020)"
    )
