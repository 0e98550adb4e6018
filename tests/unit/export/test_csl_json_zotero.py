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


def test_a_date_of_access_with_a_time_goes_by_extra_since_zotero_cuts_it_from_the_variable() -> None:
    data = written(from_zotero(ZoteroItem("book", {"accessDate": "2021-01-05T08:30:00Z", "citationKey": "a"})))
    assert (data["note"], data.get("accessed")) == ("Access Date:\u00a02021-01-05T08:30:00Z", None)
    day = written(from_zotero(ZoteroItem("book", {"accessDate": "2021-01-05", "citationKey": "a"})))
    assert (day.get("note"), day["accessed"]) == (None, {"raw": "2021-01-05"})


def test_a_colon_in_a_line_of_extra_does_not_hide_its_key_from_zotero() -> None:
    program = ZoteroItem("computerProgram", {"title": "citekit", "system": "Linux: 6"})
    assert written(from_zotero(program))["note"] == "Type: computerProgram\nSystem:\u00a0Linux: 6"


def test_people_whose_role_a_type_lacks_are_lines_of_extra_and_no_authors() -> None:
    item = Item("a", "webpage", {"author": (Name("Juan", "M."),), "editor": (Name("Dupont", "A."),)})
    data = written(item)
    assert (data["author"], data.get("editor")) == ([{"family": "Juan", "given": "M."}], None)
    assert data["note"] == "editor: Dupont || A."


def test_a_type_that_zotero_lacks_is_written_as_the_one_that_it_becomes() -> None:
    data = written(Item("a", "review", {"title": "T", "container-title": "Esprit"}))
    assert (data["type"], data["container-title"], data["note"]) == ("article-journal", "Esprit", "Type: review")


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (ZoteroItem("videoRecording", {"title": "T", "ISBN": "1"}), None),
        (ZoteroItem("videoRecording", {"title": "T"}), "Type: videoRecording"),
        (ZoteroItem("tvBroadcast", {"programTitle": "P"}), None),
        (ZoteroItem("podcast", {"seriesTitle": "S"}), None),
        (ZoteroItem("radioBroadcast", {"programTitle": "P"}), "Type: radioBroadcast"),
    ],
)
def test_a_type_is_told_only_where_zotero_would_take_the_item_for_another(
    work: ZoteroItem, expected: str | None
) -> None:
    assert written(from_zotero(work)).get("note") == expected


def test_small_capitals_are_written_as_zotero_writes_them() -> None:
    title = written(Item("a", "book", {"title": "Le <sc>xix</sc> siècle"}))["title"]
    assert title == 'Le <span style="font-variant:small-caps;">xix</span> siècle'


def test_a_role_that_no_variable_brings_is_told_as_changed() -> None:
    work = ZoteroItem("case", {"caseName": "Dreyfus", "citationKey": "a"}, [Creator("counsel", "Labori", "Fernand")])
    assert [notice.message for notice in losses(export([from_zotero(work)], "csl-json-zotero")[1])] == [
        "a: CSL-JSON for Zotero changes counsel (Zotero leaves it a line of Extra)"
    ]
