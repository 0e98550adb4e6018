"""Sending to a Zotero library, against a stand-in that refuses what Zotero's schema refuses."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from citekit.bibtex import read_bibtex
from citekit.errors import UsageError
from citekit.export.zotero_schema import zotero_types
from citekit.items.item import Item
from citekit.zotero.client import open_library
from citekit.zotero.library import Json, plan_push, push

ROOT = Path(__file__).parents[3]
COMMON = {"itemType", "creators", "tags", "collections", "key", "version"}


def check(data: Json) -> None:
    """What Zotero's API refuses: unknown types, fields that a type does not have, roles that it does not have."""
    if data["itemType"] in ("note", "attachment"):
        assert data["parentItem"]
        return
    type_ = zotero_types()[data["itemType"]]
    assert set(data) - COMMON <= set(type_.fields.values())
    for creator in data["creators"]:
        assert creator["creatorType"] in type_.creators
        assert set(creator) - {"creatorType"} in ({"name"}, {"lastName", "firstName"})


class StandIn:
    """A library in memory, spoken to as pyzotero is."""

    def __init__(self) -> None:
        self.stored: dict[str, Json] = {}
        self.folders: dict[str, Json] = {}
        self.requests = 0
        self.numbers = count(1)

    def everything(self, answer: list[Json]) -> list[Json]:
        return answer

    def top(self) -> list[Json]:
        return [{"data": data} for data in self.stored.values() if "parentItem" not in data]

    def collections(self) -> list[Json]:
        return [{"data": data} for data in self.folders.values()]

    def _keep(self, place: dict[str, Json], things: Sequence[Json]) -> Json:
        self.requests += 1
        assert 0 < len(things) <= 50
        answer: Json = {"success": {}}
        for i, data in enumerate(things):
            key = f"KEY{next(self.numbers)}"
            place[key] = {**data, "key": key, "version": 1}
            answer["success"][str(i)] = key
        return answer

    def create_items(self, items: Sequence[Json]) -> Json:
        for data in items:
            check(data)
        return self._keep(self.stored, items)

    def create_collections(self, collections: Sequence[Json]) -> Json:
        return self._keep(self.folders, collections)

    def update_items(self, items: Sequence[Json]) -> None:
        self.requests += 1
        for data in items:
            assert data["version"] == self.stored[data["key"]]["version"]
            self.stored[data["key"]] |= data
            check(self.stored[data["key"]])


def items() -> list[Item]:
    return read_bibtex(ROOT / "bib" / "inset_webinar_2021.bib")[0]


def test_a_plan_sends_nothing() -> None:
    client = StandIn()
    plan = plan_push(items(), open_library(client))
    assert str(plan) == "37 to create, 0 to update, 0 unchanged, 7 collections to create"
    assert client.requests == 0


def test_sending_makes_items_notes_and_nested_collections_and_sending_again_nothing() -> None:
    client = StandIn()
    library = open_library(client)
    push(plan_push(items(), library), library)
    works = [data for data in client.stored.values() if "parentItem" not in data]
    assert len(works) == 37
    assert len([data for data in client.stored.values() if data["itemType"] == "note"]) == 33
    names = {data["key"]: data["name"] for data in client.folders.values()}
    inner = [data["name"] for data in client.folders.values() if names.get(data["parentCollection"]) == "ARTICLES"]
    assert sorted(inner) == ["Expériences", "Réflexion-Théorie"]
    assert all(work["collections"] for work in works)
    again = plan_push(items(), library)
    assert (again.create, again.update, len(again.unchanged), again.collections) == ([], [], 37, [])


def test_only_what_differs_is_updated_and_what_the_library_knows_besides_stays() -> None:
    client = StandIn()
    library = open_library(client)
    first = Item("a", "book", {"title": "Essais"}, tags=("x",))
    push(plan_push([first], library), library)
    [key] = client.stored
    client.stored[key] |= {"rights": "CC BY", "tags": [{"tag": "x"}, {"tag": "own"}]}
    plan = plan_push([Item("a", "book", {"title": "Essais, II"}, tags=("x", "y"), groups=("G",))], library)
    assert plan.update == [
        {
            "key": key, "version": 1, "citationKey": "a", "title": "Essais, II",
            "tags": [{"tag": "x"}, {"tag": "own"}, {"tag": "y"}], "collections": [],
        }
    ]  # fmt: skip
    push(plan, library)
    assert client.stored[key]["rights"] == "CC BY"
    assert client.stored[key]["collections"] == list(client.folders)


def test_files_are_not_sent_and_that_is_told() -> None:
    plan = plan_push([Item("a", "book", custom={"file": "docs/a.pdf"})], open_library(StandIn()))
    assert [notice.message for notice in plan.notices] == ["a: the file 'docs/a.pdf' is not sent"]


def test_a_missing_key_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZOTERO_API_KEY", raising=False)
    with pytest.raises(UsageError, match="ZOTERO_API_KEY is not set; set ZOTERO_API_KEY"):
        open_library()


def test_without_network_the_error_says_so() -> None:
    class Offline(StandIn):
        def top(self) -> Any:
            raise ConnectionError("no route to host")

    with pytest.raises(UsageError, match="Zotero cannot be reached or refused: no route to host; check the network"):
        plan_push([], open_library(Offline()))
