"""The first bibliography as items: what our reader makes of the file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from citekit.bibtex import read_bibtex
from citekit.items import Item
from citekit.report import Report, Severity

BIB = Path(__file__).resolve().parents[3] / "bib" / "inset_webinar_2021.bib"

SECTIONS = {
    "VIDEO": 1,
    "GUIDES": 3,
    "OUVRAGES": 5,
    "ARTICLES/Réflexion-Théorie": 7,
    "ARTICLES/Expériences": 14,
    "SITES": 7,
}


@pytest.fixture(scope="module")
def reading() -> tuple[list[Item], Report]:
    return read_bibtex(BIB)


@pytest.fixture(scope="module")
def items(reading: tuple[list[Item], Report]) -> dict[str, Item]:
    return {item.id: item for item in reading[0]}


def test_the_reader_makes_37_items_in_order_and_loses_nothing(reading: tuple[list[Item], Report]):
    read, report = reading
    assert len(read) == 37
    assert (read[0].id, read[4].id, read[-1].id) == ("reseaualliances2017", "juan2020", "impact-tank")
    assert [notice for notice in report.notices if notice.severity is Severity.ERROR] == []


def test_items_belong_to_the_sections_of_the_list(items: dict[str, Item]):
    assert Counter(item.groups for item in items.values()) == {(path,): count for path, count in SECTIONS.items()}


def test_items_have_the_types_of_csl(items: dict[str, Item]):
    assert Counter(item.type for item in items.values()) == {
        "motion_picture": 1,
        "report": 3,
        "book": 5,
        "article-journal": 3,
        "article-magazine": 15,
        "article-newspaper": 2,
        "webpage": 8,
    }


def test_bodies_are_authors_in_one_piece(items: dict[str, Item]):
    bodies = {name.literal for item in items.values() for name in item.names("author") if name.literal}
    assert bodies == {
        "Réseau Alliances",
        "Avise",
        "UNCCAS",
        "ODAS - Observatoire national de l'action sociale décentralisée",
    }


def test_the_second_address_of_a_work_is_kept(items: dict[str, Item]):
    item = items["odas2020-labau"]
    assert item.text("URL") == "https://www.odas.net/actualites/innovation-pour-lautonomie-lodas-lance-le-labau"
    assert "https://odas.labau.org/" in item.text("note")
    assert item.text("container-title") == "Odas.net"


def test_what_the_cataloguer_adds_is_not_printed_but_kept(items: dict[str, Item]):
    assert items["riposte"].custom["titlesource"] == "restitué d'après l'annotation"
    assert items["horizons2020-lorient"].custom["urltarget"] == "ressource décrite par l'annotation"


def test_a_subtitle_of_its_own_line_follows_the_title(items: dict[str, Item]):
    # Which space stands before the colon that joins them is the reader's choice.
    assert items["avise2020"].text("title").replace("\u00a0", " ") == (
        "Mode d'emploi : Économie Sociale et Solidaire & ruralités : Repérer et accompagner"
        " les innovations sociales rurales pour réinventer l'économie de proximité"
    )


def test_paragraphs_of_an_annotation_stay_apart(items: dict[str, Item]):
    assert [part[:22] for part in items["juan2020"].text("abstract").split("\n\n")] == [
        "L'innovation sociale e",
        "Dans ces dynamiques de",
    ]
    assert items["sbaraglia2020"].text("abstract").split("\n\n") == [
        "Plan de l'article :",
        "- Politiques sociales et individualisation du risque",
        "- Une nouvelle voie : l'investissement social",
        "- Les labs : acteurs de l'innovation",
    ]
