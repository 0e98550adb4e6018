"""Laws of items: what is written is read back equal, and no input makes a reader raise."""

import json
import re
from contextlib import suppress
from pathlib import Path

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from citekit.errors import InputError
from citekit.export import export
from citekit.export.ris_reader import read_ris
from citekit.items.csl_json import item_from_csl_json, read_csl_json, write_csl_json
from citekit.items.csl_yaml import read_csl_yaml, write_csl_yaml
from citekit.items.date import Date, DatePoint
from citekit.items.edtf import days_in_month, parse_edtf
from citekit.items.item import Item
from citekit.items.markdown import markdown_from_markup, markup_from_markdown
from citekit.items.name import Name
from citekit.items.note import unpack_note
from citekit.items.number import parse_number
from citekit.items.raw_date import parse_raw_date
from citekit.items.variables import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, TEXT_VARIABLES

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "csl-schema" / "csl-data.json").read_text(encoding="utf-8"))

_CONTROLS = re.compile(r"(?<!\\)(?:\\\\)*\\(?:u00[0189][0-9a-f]|u007f|ufeff|ufff[ef]|[bfnrt])|\x7f")
texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)
years = st.integers(-9000, 9999).filter(bool)


@st.composite
def points(draw: st.DrawFn) -> DatePoint:
    year = draw(years)
    kind = draw(st.sampled_from(["year", "season", "month", "day"]))
    if kind == "year":
        return DatePoint(year)
    if kind == "season":
        return DatePoint(year, season=draw(st.integers(1, 4)))
    month = draw(st.integers(1, 12))
    return DatePoint(year, month, draw(st.integers(1, days_in_month(year, month))) if kind == "day" else 0)


@st.composite
def dates(draw: st.DrawFn) -> Date:
    start, end, is_circa = draw(points()), draw(points()), draw(st.booleans())
    kind = draw(st.sampled_from(["single", "range", "open", "end"]))
    if kind == "range" and start != end:
        return Date(start, end, is_circa=is_circa)
    if kind == "end":
        return Date(None, end, is_circa=is_circa)
    return Date(start, is_open=kind == "open", is_circa=is_circa)


def literals() -> st.SearchStrategy[Date]:
    return texts.map(lambda text: Date(literal=text))


@st.composite
def names(draw: st.DrawFn) -> Name:
    if draw(st.booleans()):
        return Name(literal=draw(texts), is_institution=True)
    part = st.one_of(st.just(""), texts)
    return Name(
        draw(texts), draw(part), draw(part), draw(part), draw(part), "", draw(st.booleans()), draw(st.booleans()),
        False, draw(st.booleans()),
    )  # fmt: skip


@st.composite
def items(draw: st.DrawFn) -> Item:
    variables = (
        draw(st.dictionaries(st.sampled_from(sorted(TEXT_VARIABLES)), texts, max_size=6))
        | draw(st.dictionaries(st.sampled_from(sorted(DATE_VARIABLES)), dates() | literals(), max_size=2))
        | draw(
            st.dictionaries(
                st.sampled_from(sorted(NAME_VARIABLES)),
                st.lists(names(), min_size=1, max_size=3).map(tuple),
                max_size=2,
            )
        )
    )
    words = st.lists(texts, max_size=3).map(tuple)
    keys = texts.filter(lambda key: key != "citekit")
    return Item(
        draw(texts), draw(st.sampled_from(sorted(ITEM_TYPES)) | texts), variables, draw(words), draw(words),
        draw(st.dictionaries(keys, texts, max_size=2)),
    )  # fmt: skip


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
json_keys = st.sampled_from(sorted(TEXT_VARIABLES | DATE_VARIABLES | NAME_VARIABLES | {"id", "type", "custom"}))
date_like = st.fixed_dictionaries({}, optional=dict.fromkeys(("date-parts", "season", "circa", "raw"), json_values))
name_like = st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(("family", "given", "literal"), json_values)))


@given(dates())
def test_a_date_written_as_edtf_is_read_back_equal(date: Date) -> None:
    assert parse_edtf(date.iso()) == date
    assert parse_raw_date(date.iso()) == date


@given(st.lists(items(), max_size=3, unique_by=lambda item: item.id))
@settings(max_examples=60)
def test_items_written_as_csl_json_are_valid_and_read_back_equal(some: list[Item]) -> None:
    text = write_csl_json(some)
    jsonschema.validate(json.loads(text), SCHEMA)
    assert read_csl_json(text)[0] == some


@given(st.text("ab1 -.*_^~[](){}<>/\\\\`&;#:@$'\"\u00e9\n", max_size=30))
def test_any_text_survives_markdown(text: str) -> None:
    assert markup_from_markdown(markdown_from_markup(text)) == text


@given(st.lists(items(), max_size=3, unique_by=lambda item: item.id))
@settings(max_examples=60)
def test_items_written_as_csl_yaml_are_read_back_as_csl_json_is(some: list[Item]) -> None:
    # YAML has no control characters, and lines at the end of a text are its own.
    escaped = json.dumps(json.loads(write_csl_json(some)))
    plain, _ = read_csl_json(_CONTROLS.sub("?", escaped))
    assert read_csl_yaml(write_csl_yaml(plain))[0] == plain


@given(st.dictionaries(json_keys, json_values | date_like | name_like, max_size=6))
def test_no_object_makes_the_reader_raise(data: dict[str, object]) -> None:
    item, _ = item_from_csl_json(data)
    assert item.id
    assert all(value for value in item.variables.values())
    write_csl_json([unpack_note(item)]).encode("utf-8")


@given(st.text())
def test_no_text_makes_the_reader_raise_anything_but_an_input_error(text: str) -> None:
    with suppress(InputError):
        read_csl_json(text)


@given(st.text() | st.text("-:[]{}&*!|>'\"%#@,?ab \n~<", max_size=60))
def test_no_text_makes_the_reader_of_yaml_raise_anything_but_an_input_error(text: str) -> None:
    with suppress(InputError):
        read_csl_yaml(text)


@given(st.lists(st.from_regex(r"([A-Z][A-Z0-9] {0,3}- ?)?[0-9A-Za-z ,;:/.&<>-]{0,20}", fullmatch=True), max_size=12))
def test_no_lines_make_the_reader_of_ris_raise(lines: list[str]) -> None:
    items_read, _ = read_ris("\n".join(["TY  - JOUR", *lines]))
    assert items_read


@given(st.text() | st.from_regex(r"[0-9A-Za-z ,.?~/&\\-]{0,30}"))
def test_dates_and_numbers_are_read_from_any_text(text: str) -> None:
    date = parse_raw_date(text)
    assert date.literal or date.start or date.end or not text.replace('"', "").strip()
    number = parse_number(text)
    assert number.text == text
    assert number.parts
    assert number.is_numeric or not number.is_plural


@given(st.lists(items(), max_size=3))
@settings(max_examples=60)
def test_any_items_make_well_formed_zotero_rdf(some: list[Item]) -> None:
    text, _ = export(some, "zotero-rdf")
    root = etree.fromstring(text.encode("utf-8"))
    kinds = [child.tag.rpartition("}")[2] for child in root]
    assert kinds.count("Description") == len(some)
