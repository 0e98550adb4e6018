"""CSL-JSON as Zotero reads it."""

import json
from typing import Any

from citekit.export import export, losses
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name


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
        "a: Zotero does not read annote from CSL-JSON",
        "a: Zotero reads no tags from CSL-JSON",
        "a: Zotero reads no collections from CSL-JSON",
    ]
