"""Items made ready for rendering."""

from __future__ import annotations

import pytest

from citekit.csl.prepared import PreparedItem, first_page
from citekit.items import Date, Name
from citekit.items.number import parse_number


def test_the_language_of_the_item_decides_and_else_that_of_the_style(item):
    assert PreparedItem(item(), True).is_english
    assert not PreparedItem(item(), False).is_english
    assert PreparedItem(item(language="en-GB"), False).is_english
    assert not PreparedItem(item(language="fr"), True).is_english


@pytest.mark.parametrize(
    ("page", "first"),
    [("22-45, 48", "22"), ("22\u201345", "22"), ("5, 9", "5"), ("5 & 9", "5"), ("S12", "S12"), ("45 ff.", "45 ff.")],
)
def test_the_first_page_ends_at_the_first_delimiter(page, first):
    assert first_page(parse_number(page)) == first


def test_page_first_comes_from_page_unless_it_is_given(item):
    assert PreparedItem(item(page="22-45"), True).text("page-first") == "22"
    assert PreparedItem(item(page="22-45", page_first="21"), True).text("page-first") == "21"
    assert PreparedItem(item(), True).text("page-first") == ""
    assert PreparedItem(item(page="pp. 22-45"), True).text("page-first") == "22"


def test_a_number_leaves_out_the_label_of_its_own_variable(item):
    number = PreparedItem(item(volume="vol. 5", issue="vol. 5"), True).number
    assert number("volume") == parse_number("5")
    assert number("issue") == parse_number("vol. 5")


@pytest.mark.parametrize(("given", "asked"), [("event", "event-title"), ("event-title", "event")])
def test_event_and_event_title_are_one_variable(item, given, asked):
    assert PreparedItem(item(**{given: "Congress"}), True).text(asked) == "Congress"


@pytest.mark.parametrize("variable", ["URL", "DOI", "ISBN", "citation-key"])
def test_addresses_and_identifiers_hold_no_markup(item, variable):
    verbatim = "10.1/<i>x</i>'y'"
    assert PreparedItem(item(**{variable: verbatim}), True).tokens(variable) == (verbatim,)


def test_other_text_is_rich(item):
    tokens = PreparedItem(item(title="Sur <i>Emma</i>"), True).tokens("title")
    assert [one for one in tokens if isinstance(one, str)] == ["Sur ", "Emma"]
    assert [(one.kind, one.value) for one in tokens if not isinstance(one, str)] == [("font-style", "italic")] * 2


def test_values_are_parsed_once(item):
    prepared = PreparedItem(item(title="T", volume="3", author="Doe, Jane"), True)
    assert prepared.tokens("title") is prepared.tokens("title")
    assert prepared.number("volume") is prepared.number("volume")
    assert prepared.names("author") is prepared.names("author")


def test_the_short_form_is_an_abbreviation_then_a_short_variable_then_the_long_form(item):
    def abbreviate(variable: str, value: str) -> str:
        return "JT" if value == "Journal of Tests" else ""

    known = PreparedItem(item(container_title="Journal of Tests", container_title_short="J. Tests"), True, abbreviate)
    other = PreparedItem(item(container_title="Acta", container_title_short="A."), True, abbreviate)
    alone = PreparedItem(item(container_title="Acta"), True, abbreviate)
    assert [one.tokens("container-title", "short") for one in (known, other, alone)] == [("JT",), ("A.",), ("Acta",)]


def test_names_have_their_particles_told_apart_and_empty_ones_left_out(item):
    prepared = PreparedItem(item(author=(Name(family="van Gogh", given="Vincent"), Name())), True)
    (name,) = prepared.names("author")
    assert (name.non_dropping_particle, name.family) == ("van", "Gogh")


def test_an_empty_date_is_no_date(item):
    prepared = PreparedItem(item(issued=Date()), True)
    assert prepared.date("issued") is None
    assert not prepared.has("issued")


def test_a_variable_of_another_kind_is_empty(item):
    prepared = PreparedItem(item(author="Doe", issued=2020), True)
    assert prepared.text("author") == ""
    assert prepared.text("issued") == ""
    assert prepared.names("title") == ()


def test_has_asks_for_a_value_of_any_kind(item):
    prepared = PreparedItem(item(title="T", author="Doe", issued=2020), True)
    assert [prepared.has(one) for one in ("title", "author", "issued", "note", "editor", "accessed")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


def test_the_citation_label_of_the_item_comes_before_one_that_is_made(item):
    assert PreparedItem(item(citation_label="XYZ", author="Doe"), True).citation_label == "XYZ"
    assert PreparedItem(item(author="Doe", issued=2020), True).citation_label == "Doe20"
