"""Items from and to CSL-JSON."""

import json
from pathlib import Path

import jsonschema
import pytest

from citekit.errors import InputError, Location
from citekit.items.csl_json import item_from_csl_json, item_to_csl_json, read_csl_json, write_csl_json
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, TEXT_VARIABLES

SCHEMA = json.loads((Path(__file__).parents[2] / "data" / "csl-schema" / "csl-data.json").read_text(encoding="utf-8"))


def test_capitals_in_a_type_do_not_matter() -> None:
    [item], report = read_csl_json('[{"id": "a", "type": "Article-Journal"}]')
    assert (item.type, len(report)) == ("article-journal", 0)


def test_an_item_is_read_with_typed_values() -> None:
    items, report = read_csl_json(
        '[{"id": "a", "type": "book", "title": "Essais", "volume": 2, "author": [{"family": "Juan"}],'
        ' "issued": {"date-parts": [[2020]]}}]'
    )
    variables = {"title": "Essais", "volume": "2", "author": (Name("Juan"),), "issued": Date(DatePoint(2020))}
    assert items == [Item("a", "book", variables)]
    assert len(report) == 0


def test_numbers_serve_as_ids() -> None:
    assert item_from_csl_json({"id": 7, "type": "book"})[0].id == "7"


def test_an_item_without_id_is_named_by_its_position_and_told() -> None:
    items, report = read_csl_json('[{"type": "book"}, {"type": "book"}]', "refs.json")
    assert [item.id for item in items] == ["item-1", "item-2"]
    assert str(report.notices[1]) == (
        'refs.json:1: warning: item-2: the item has no id, one was made from its position; add an "id" [missing-id]'
    )


def test_a_missing_type_stays_empty_and_is_told() -> None:
    item, notices = item_from_csl_json({"id": "a"})
    assert item.type == ""
    assert [notice.rule for notice in notices] == ["missing-type"]


def test_the_types_of_crossref_are_translated() -> None:
    item, notices = item_from_csl_json({"id": "a", "type": "journal-article"})
    assert (item.type, notices[0].rule) == ("article-journal", "foreign-type")


def test_an_unknown_type_is_kept_and_told() -> None:
    item, notices = item_from_csl_json({"id": "a", "type": "hologram"})
    assert (item.type, notices[0].rule) == ("hologram", "unknown-type")


def test_unknown_keys_are_kept_as_custom_data() -> None:
    item, notices = item_from_csl_json({"id": "a", "type": "book", "shelf": ["B", 12], "rank": {"x": 1}})
    assert item.custom == {"shelf": "B, 12", "rank": '{"x": 1}'}
    assert [notice.rule for notice in notices] == ["unknown-variable", "unknown-variable"]


def test_older_spellings_give_way_to_the_standards_names() -> None:
    data = {"id": "a", "type": "book", "shortTitle": "E.", "title-short": "Ess.", "journalAbbreviation": "J."}
    item, _ = item_from_csl_json(data)
    assert item.variables == {"title-short": "Ess.", "container-title-short": "J."}
    assert item.custom == {"shortTitle": "E."}


def test_keywords_are_also_tags() -> None:
    item, _ = item_from_csl_json({"id": "a", "type": "book", "keyword": "santé, social; innovation, santé"})
    assert item.tags == ("santé", "social", "innovation")
    assert item.text("keyword") == "santé, social; innovation, santé"


@pytest.mark.parametrize("value", [None, "", [], {}])
def test_empty_values_are_passed_over(value: object) -> None:
    item, notices = item_from_csl_json({"id": "a", "type": "book", "title": value, "author": value, "issued": value})
    assert (item.variables, notices) == ({}, [])


def test_a_date_without_a_year_is_kept_as_custom_data_and_told() -> None:
    item, notices = item_from_csl_json({"id": "a", "type": "book", "issued": {"date-parts": [[]]}})
    assert item.custom == {"issued": '{"date-parts": [[]]}'}
    assert [notice.message for notice in notices] == ["a: issued has no year"]


def test_of_two_items_with_one_id_the_last_wins_and_it_is_told() -> None:
    text = '[{"id": "a", "type": "book"},\n {"id": "b", "type": "book"},\n {"id": "a", "type": "map"}]'
    items, report = read_csl_json(text)
    assert [(item.id, item.type) for item in items] == [("a", "map"), ("b", "book")]
    assert [(notice.rule, notice.location.line) for notice in report.notices] == [("duplicate-id", 3)]


def test_items_know_their_lines() -> None:
    items, _ = read_csl_json(
        '\ufeff[\n  {"id": "a",\n   "type": "book"},\n\n  {"id": "b", "type": "book"}]', "refs.json"
    )
    assert [item.location for item in items] == [Location("refs.json", 2), Location("refs.json", 5)]


def test_a_member_that_is_no_object_is_told_and_the_others_are_read() -> None:
    items, report = read_csl_json('[7, {"id": "a", "type": "book"}]')
    assert [item.id for item in items] == ["a"]
    assert [notice.rule for notice in report.errors] == ["not-an-item"]


@pytest.mark.parametrize("text", ['{"id": "a", "type": "book"}', '{"items": [{"id": "a", "type": "book"}]}'])
def test_one_item_and_an_object_with_items_are_read(text: str) -> None:
    assert read_csl_json(text)[0] == [Item("a", "book")]


def test_an_empty_list_has_no_items() -> None:
    assert read_csl_json(" [ ] ")[0] == []


def test_what_is_not_json_is_an_error_with_its_place() -> None:
    with pytest.raises(InputError, match="refs.json:2:8: this is not JSON") as caught:
        read_csl_json('[\n{"id": }]', "refs.json")
    assert caught.value.remedy == "check the file with a JSON editor"


@pytest.mark.parametrize("text", ["", "[" * 100_000, "7", '"a"', "[1" + "0" * 5000 + "]"])
def test_json_that_holds_no_items_is_an_error(text: str) -> None:
    with pytest.raises(InputError):
        read_csl_json(text)


def test_every_type_and_variable_is_written_valid_against_the_schema() -> None:
    variables = (
        dict.fromkeys(TEXT_VARIABLES, "7")
        | {name: (Name("Juan", "Maïté"), Name(literal="INSET", is_institution=True)) for name in NAME_VARIABLES}
        | {name: Date(DatePoint(1999, season=1)) for name in DATE_VARIABLES}
    )
    items = [Item(f"a{i}", kind, variables) for i, kind in enumerate([*sorted(ITEM_TYPES), "hologram", ""])]
    text = write_csl_json(items)
    jsonschema.validate(json.loads(text), SCHEMA)
    assert read_csl_json(text)[0] == items


def test_what_the_schema_has_no_place_for_comes_back_from_custom() -> None:
    item = Item(
        "a",
        "hologram",
        {"license": "CC0", "editor-translator": (Name("Juan"),), "collection-title-short": "C."},
        tags=("a, b", "c"),
        groups=("ARTICLES/Expériences",),
        custom={"shelf": "B 12"},
    )
    data = item_to_csl_json(item)
    jsonschema.validate([data], SCHEMA)
    assert item_from_csl_json(data) == (item, [])


def test_variables_are_written_under_the_names_of_the_schema() -> None:
    data = item_to_csl_json(Item("a", "book", {"part-number": "2", "printing-number": "3", "supplement-number": "4"}))
    assert data == {"id": "a", "type": "book", "part": "2", "printing": "3", "supplement": "4"}


def test_the_file_keeps_accents_readable_and_ends_in_a_newline() -> None:
    assert write_csl_json([Item("a", "book", {"title": "Évaluer"})]).splitlines()[4] == '    "title": "Évaluer"'
    assert write_csl_json([]) == "[]\n"


def test_the_time_of_access_is_kept_beside_the_date() -> None:
    [item], _ = read_csl_json('[{"id": "a", "type": "book", "accessed": {"raw": "2021-01-05T08:30:00Z"}}]')
    assert item.custom == {"accessDate": "2021-01-05T08:30:00Z"}
    assert item.date("accessed") == Date(DatePoint(2021, 1, 5))


def test_items_under_their_ids_are_read_as_a_list() -> None:
    text = '{\n"a": {"type": "book", "title": "Indiana"},\n"b": {"id": "c", "type": "book"}\n}'
    items, report = read_csl_json(text, "x.json")
    assert [(item.id, item.text("title"), str(item.location)) for item in items] == [
        ("a", "Indiana", "x.json:2"),
        ("c", "", "x.json:3"),
    ]
    assert len(report) == 0


def test_one_item_with_only_dates_is_no_table_of_items() -> None:
    items, _ = read_csl_json('{"issued": {"date-parts": [[1832]]}}')
    assert [item.id for item in items] == ["item-1"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"total": 1,\n"items":\n[\n{"id": "a"}]}', 4),
        ('{"message-type": "work-list",\n"message": {"items": [\n\n{"id": "a"}]}}', 4),
        ('{\n"message-type": "work",\n"message":\n{"id": "a"}}', 4),
        ('{\n"data": {"titles": [], "creators": []}}', 2),
        ('\n\n{"id": "a"}', 3),
    ],
)
def test_notices_point_at_the_line_of_a_wrapped_item(text: str, line: int) -> None:
    _, report = read_csl_json(text)
    assert {notice.location.line for notice in report.notices if notice.location} == {line}
