"""CSL-JSON as Zotero reads it."""

import json
from typing import Any

import pytest

from citekit.export import export, losses
from citekit.export.zotero_reading import from_zotero
from citekit.export.zotero_work import Creator, ZoteroItem
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import ITEM_TYPES


def written(item: Item) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(export([item], "csl-json-zotero")[0])[0]
    return data


def test_software_is_never_written_since_zotero_would_refuse_the_file() -> None:
    data = written(Item("a", "software", {"title": "citekit"}))
    assert (data["type"], data["note"]) == ("document", "Type: computerProgram")


def test_particles_and_suffixes_are_folded_into_the_two_parts_that_zotero_keeps() -> None:
    name = Name("Alembert", "Jean", non_dropping_particle="d'", suffix="fils")
    assert written(Item("a", "book", {"author": (name, Name(literal="INSET"))}))["author"] == [
        {"family": "d'Alembert", "given": "Jean, fils"},
        {"literal": "INSET"},
    ]


def test_dates_are_raw_and_the_key_has_its_own_place() -> None:
    data = written(Item("a", "book", {"issued": Date(DatePoint(2020, 7))}, custom={"shelf": "B 12"}))
    assert (data["issued"], data["citation-key"]) == ({"raw": "2020-07"}, "a")
    assert data["note"] == "shelf: B 12"
    assert "custom" not in data


def test_fields_without_a_variable_go_to_extra_under_zoteros_labels() -> None:
    item = Item("a", "article-journal", {"license": "CC BY"}, custom={"seriesText": "Hors série"})
    assert (written(item)["note"], written(item)["license"]) == ("Series Text: Hors série", "CC BY")


def test_tags_notes_and_collections_are_told_as_lost() -> None:
    item = Item("a", "book", {"annote": "x", "keyword": "b"}, tags=("b",), groups=("G",))
    assert [notice.message for notice in losses(export([item], "csl-json-zotero")[1])] == [
        "a: CSL-JSON for Zotero cannot hold tags (b)",
        "a: CSL-JSON for Zotero cannot hold notes (child notes)",
        "a: CSL-JSON for Zotero cannot hold collections (G)",
        "a: CSL-JSON for Zotero cannot hold annote",
    ]


def test_people_and_fields_that_csl_has_no_place_for_go_to_extra() -> None:
    work = ZoteroItem("case", {"caseName": "Dreyfus"}, [Creator("counsel", "Labori", "Fernand")])
    assert written(from_zotero(work))["note"] == "Counsel: Labori || Fernand"
    program = ZoteroItem("computerProgram", {"title": "citekit", "system": "Linux"})
    assert written(from_zotero(program))["note"] == "Type: computerProgram\nSystem: Linux"


@pytest.mark.parametrize("item_type", sorted(ITEM_TYPES))
def test_no_type_is_ever_written_as_software(item_type: str) -> None:
    assert written(Item("a", item_type))["type"] != "software"


def test_the_time_of_day_of_the_access_is_told_as_lost() -> None:
    item = from_zotero(ZoteroItem("book", {"accessDate": "2021-01-05T08:30:00Z", "citationKey": "a"}))
    assert "a: CSL-JSON for Zotero changes accessDate (Zotero reads the day only)" in [
        notice.message for notice in export([item], "csl-json-zotero")[1]
    ]
