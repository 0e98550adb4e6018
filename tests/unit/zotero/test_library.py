"""Sending to a Zotero library, through pyzotero, to a stand-in that refuses what Zotero refuses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from citekit.bibtex import read_bibtex
from citekit.errors import UsageError
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.zotero import open_library, plan_push, push
from citekit.zotero.library import Json, Sent

ROOT = Path(__file__).parents[3]


def items() -> list[Item]:
    return read_bibtex(ROOT / "bib" / "inset_webinar_2021.bib")[0]


def sent(*some: Item) -> list[str]:
    """Send items to the library of the environment; what was told is returned."""
    library = open_library()
    return [str(notice) for notice in push(plan_push(some, library), library)]


def test_a_plan_sends_nothing(zotero: Any) -> None:
    plan = plan_push(items(), open_library())
    assert str(plan) == "37 to create, 0 to update, 0 unchanged, 7 collections to create"
    assert zotero.writes == []


def test_sending_makes_items_notes_and_nested_collections_and_sending_again_nothing(zotero: Any) -> None:
    assert sent(*items()) == []
    assert len(zotero.works()) == 37
    assert len([data for data in zotero.items.values() if data["itemType"] == "note"]) == 33
    names = {data["key"]: data["name"] for data in zotero.folders.values()}
    inner = [data["name"] for data in zotero.folders.values() if names.get(data["parentCollection"]) == "ARTICLES"]
    assert sorted(inner) == ["Expériences", "Réflexion-Théorie"]
    assert all(work["collections"] for work in zotero.works())
    again = plan_push(items(), open_library())
    assert (again.create, again.update, len(again.unchanged), again.collections) == ([], [], 37, [])


def test_more_than_fifty_items_go_in_several_requests_and_are_found_on_several_pages(zotero: Any) -> None:
    many = [Item(f"k{i}", "book", {"title": f"Essais, {i}"}) for i in range(130)]
    assert sent(*many) == []
    assert [count for _, count in zotero.writes] == [50, 50, 30]
    assert len(plan_push(many, open_library()).unchanged) == 130


def test_only_what_differs_is_updated_and_what_the_library_knows_besides_stays(zotero: Any) -> None:
    sent(Item("a", "book", {"title": "Essais"}, tags=("x",)))
    [key] = zotero.items
    zotero.items[key] |= {"rights": "CC BY", "tags": [{"tag": "x"}, {"tag": "own"}]}
    changed = Item("a", "book", {"title": "Essais, II"}, tags=("x", "y"), groups=("G",))
    library = open_library()
    plan = plan_push([changed], library)
    assert plan.update == [
        {
            "key": key, "version": 2, "citationKey": "a", "title": "Essais, II",
            "tags": [{"tag": "x"}, {"tag": "own"}, {"tag": "y"}], "collections": [],
        }
    ]  # fmt: skip
    assert push(plan, library) == []
    assert (zotero.items[key]["title"], zotero.items[key]["rights"]) == ("Essais, II", "CC BY")
    assert zotero.items[key]["collections"] == list(zotero.folders)


def test_a_work_whose_key_stands_in_extra_is_known(zotero: Any) -> None:
    sent(Item("a", "book", {"title": "Essais"}))
    [data] = zotero.works()
    data["extra"] = "PMID: 9\nCitation Key: a"
    del data["citationKey"]
    plan = plan_push([Item("a", "book", {"title": "Essais"})], open_library())
    assert (len(plan.create), [change.keys() for change in plan.update]) == (0, [{"key", "version", "citationKey"}])


def test_of_two_items_with_one_key_the_first_is_sent_and_the_other_told(zotero: Any) -> None:
    twice = (Item("a", "book", {"title": "Essais"}), Item("a", "book", {"title": "Autres"}))
    plan = plan_push(twice, open_library())
    assert [data["title"] for data in plan.create] == ["Essais"]
    assert [str(notice) for notice in plan.notices] == [
        "error: a: another item has this key too; only the first of them is sent; give it its own key [duplicate-key]"
    ]


def test_a_time_of_access_that_comes_back_in_another_form_is_no_change(zotero: Any) -> None:
    item = Item("a", "webpage", {"title": "Rives", "accessed": Date(DatePoint(2021, 1, 5)), "URL": "https://a.org"},
                custom={"accessDate": "2021-01-05 08:30:00"})  # fmt: skip
    sent(item)
    assert zotero.works()[0]["accessDate"] == "2021-01-05T08:30:00Z"
    assert plan_push([item], open_library()).unchanged == ["a"]


def test_a_change_that_someone_else_made_in_between_is_not_overwritten_and_told(zotero: Any) -> None:
    sent(Item("a", "book", {"title": "Essais"}), Item("b", "book", {"title": "Rives"}))
    library = open_library()
    plan = plan_push([Item("a", "book", {"title": "X"}), Item("b", "book", {"title": "Y"})], library)
    first = zotero.works()[0]
    first["version"] += 5
    assert [str(notice) for notice in push(plan, library)] == [
        "error: a: Zotero refused it: Item has been modified since specified version [refused]"
    ]
    assert [work["title"] for work in zotero.works()] == ["Essais", "Y"]


def test_an_item_that_zotero_refuses_does_not_keep_the_others_out(zotero: Any) -> None:
    class Careless:
        """A library whose first item has lost its type on the way."""

        def __init__(self) -> None:
            self.library = open_library()

        def __getattr__(self, name: str) -> Any:
            return getattr(self.library, name)

        def create_items(self, some: Sequence[Json]) -> Sequence[Sent]:
            return self.library.create_items(
                [{**one, "itemType": "x"} if i == 0 else one for i, one in enumerate(some)]
            )

    library = Careless()
    works = [Item("a", "book", {"note": "Un"}), Item("b", "book", {"title": "Rives"})]
    assert [str(notice) for notice in push(plan_push(works, library), library)] == [
        "error: a: Zotero refused it: 'x' is not a valid itemType [refused]"
    ]
    assert [work["citationKey"] for work in zotero.works()] == ["b"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_server_that_asks_to_wait_is_waited_for(zotero: Any, method: str) -> None:
    zotero.faults.append((method, 429, {"Retry_After": "1"}))
    assert sent(Item("a", "book", {"title": "Essais"})) == []
    assert [work["title"] for work in zotero.works()] == ["Essais"]


@pytest.mark.parametrize(
    ("method", "status", "message"),
    [
        ("GET", 403, "Zotero refused: the key may not do this; give it access to the library at zotero.org"),
        ("POST", 403, "Zotero refused: the key may not do this"),
        ("POST", 412, "Zotero refused: the library has changed in the meantime; run the command again"),
        ("POST", 428, "Zotero refused: Zotero misses the version"),
        ("POST", 413, "Zotero refused: an item is too large"),
        ("GET", 503, "Zotero cannot be reached or refused: .*503"),
    ],
)
def test_each_refusal_says_what_would_mend_it(zotero: Any, method: str, status: int, message: str) -> None:
    zotero.faults.append((method, status, {}))
    with pytest.raises(UsageError, match=message):
        sent(Item("a", "book", {"title": "Essais"}))
    assert zotero.works() == []


def test_a_library_that_there_is_not_is_a_clear_error(zotero: Any) -> None:
    with pytest.raises(UsageError, match="there is no such library"):
        plan_push([], open_library(library="group:9"))


def test_files_are_not_sent_and_that_is_told(zotero: Any) -> None:
    plan = plan_push([Item("a", "book", custom={"file": "docs/a.pdf"})], open_library())
    assert [notice.message for notice in plan.notices] == ["a: the file 'docs/a.pdf' is not sent"]


def test_a_missing_key_and_a_missing_library_are_clear_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZOTERO_API_KEY", raising=False)
    monkeypatch.delenv("ZOTERO_LIBRARY", raising=False)
    with pytest.raises(UsageError, match="ZOTERO_API_KEY is not set; set ZOTERO_API_KEY"):
        open_library(library="user:123")
    monkeypatch.setenv("ZOTERO_API_KEY", "x")
    with pytest.raises(UsageError, match="no library is named; name it as user:123 or group:456"):
        open_library()
    with pytest.raises(UsageError, match="'mine' names no library"):
        open_library(library="mine")


def test_without_pyzotero_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZOTERO_API_KEY", "x")
    monkeypatch.setitem(__import__("sys").modules, "pyzotero.zotero", None)
    with pytest.raises(UsageError, match="pyzotero is not installed; pip install 'citekit-csl\\[zotero\\]'"):
        open_library(library="user:123")


def test_without_network_the_error_says_so(zotero: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZOTERO_API_URL", "http://127.0.0.1:9")
    with pytest.raises(UsageError, match="Zotero cannot be reached or refused: .*; check the network"):
        plan_push([], open_library())
