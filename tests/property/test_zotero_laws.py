"""Laws of the exchange with Zotero, over generated items of every type."""

import runpy
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.export import FORMATS, READERS, export
from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_reading import from_zotero
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_work import Creator, ZoteroItem
from citekit.items.csl_json import read_csl_json
from citekit.items.item import Item

MATRIX = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "format_matrix.py"))

# Reading BibTeX composes letters and their accents, so texts are given composed.
words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12).map(
    lambda word: normalize("NFC", word)
)
lines = st.lists(words, min_size=1, max_size=3).map(" ".join)

days = st.dates().map(str)
times = st.datetimes().map(lambda time: f"{time:%Y-%m-%d}T{time:%H:%M:%S}Z".rjust(20, "0"))


@st.composite
def works(draw: st.DrawFn) -> ZoteroItem:
    type_ = zotero_types()[draw(st.sampled_from(sorted(zotero_types())))]
    names = [own for own in type_.fields.values() if own not in ("extra", "citationKey")]
    chosen = draw(st.sets(st.sampled_from(names), max_size=8))
    fields = {own: draw(lines) for own in type_.fields.values() if own in chosen}
    fields["citationKey"] = draw(words)
    if fields.get("seriesTitle", "") == fields.get("series"):
        # One text in both is one title of a series to CSL.
        del fields["seriesTitle"]
    if "accessDate" in fields:
        # Zotero takes no other.
        fields["accessDate"] = draw(days | times)
    roles = list(type_.creators)
    plain = words.filter(lambda word: "|" not in word and "," not in word)
    people = st.builds(Creator, st.sampled_from(roles), plain, st.just("") | plain)
    tags = st.lists(words, max_size=3, unique=True).map(tuple)
    groups = st.lists(words.filter(lambda word: "/" not in word), max_size=2, unique=True).map(tuple)
    return ZoteroItem(
        type_.name, fields, draw(st.lists(people, max_size=3, unique=True)), draw(tags), draw(tags),
        draw(st.lists(words, max_size=3)), [], [], draw(groups),
    )  # fmt: skip


@given(works())
@settings(max_examples=150)
def test_what_zotero_gives_it_gets_back(work: ZoteroItem) -> None:
    again, _ = to_zotero(from_zotero(work))
    assert (again.type, again.fields, again.notes) == (work.type, dict(sorted_fields(work)), work.notes)
    assert sorted(again.creators, key=repr) == sorted(work.creators, key=repr)
    assert (again.tags, again.automatic_tags, again.groups) == (work.tags, work.automatic_tags, work.groups)


def sorted_fields(work: ZoteroItem) -> list[tuple[str, str]]:
    order = list(zotero_types()[work.type].fields.values())
    return sorted(work.fields.items(), key=lambda pair: order.index(pair[0]))


def in_collections(item: Item) -> Item:
    """The item with its groups sorted: an item is in collections, and it is these that have an order."""
    return replace(item, groups=tuple(sorted(item.groups)))


@given(st.lists(works(), max_size=3, unique_by=lambda work: work.fields["citationKey"]))
@settings(max_examples=80)
def test_a_library_written_and_read_is_the_same(some: list[ZoteroItem]) -> None:
    items = [from_zotero(work) for work in some]
    if items:
        again = READERS["zotero-rdf"](export(items, "zotero-rdf")[0], "")[0]
        assert [in_collections(item) for item in again] == [in_collections(item) for item in items]
    assert read_csl_json(export(items, "csl-json")[0])[0] == items


@given(works())
@settings(max_examples=100)
def test_ris_brings_back_the_type_and_every_field_of_one_line(work: ZoteroItem) -> None:
    item = from_zotero(work)
    [again], _ = READERS["ris"](export([item], "ris")[0], "")
    back, _ = to_zotero(again)
    assert (back.type, back.fields["citationKey"]) == (work.type, work.fields["citationKey"])
    assert {own: text for own, text in back.fields.items() if "ate" not in own} == {
        own: text for own, text in work.fields.items() if "ate" not in own
    }


@pytest.mark.parametrize("form", sorted(FORMATS))
@given(works())
@settings(max_examples=200, deadline=None)
def test_what_is_not_told_as_lost_comes_back(form: str, work: ZoteroItem) -> None:
    assert MATRIX["lost"](work, form) - MATRIX["told"](work, form) == set()
