"""The state of one cite: variables, and those that a substitute has printed."""

from __future__ import annotations

import pytest

from citekit.csl import Cite
from citekit.csl.prepared import PreparedItem
from citekit.csl.state import CiteState, Disambiguation, year_suffix_letters


@pytest.mark.parametrize(
    ("number", "letters"),
    [(0, ""), (1, "a"), (2, "b"), (26, "z"), (27, "aa"), (28, "ab"), (52, "az"), (53, "ba"), (702, "zz"), (703, "aaa")],
)
def test_year_suffixes_go_on_after_z(number, letters):
    assert year_suffix_letters(number) == letters


def test_year_suffixes_are_all_different():
    assert len({year_suffix_letters(number) for number in range(1, 2000)}) == 1999


def test_a_suppressed_variable_is_empty_whatever_it_holds(item, state):
    cite = state(item(title="T", author="Doe", issued=2020, volume="3"))
    cite.suppressed |= {"title", "author", "issued", "volume"}
    assert cite.text("title") == ""
    assert cite.tokens("title") == ()
    assert cite.names("author") == ()
    assert cite.date("issued") is None
    assert cite.number("volume") is None


def test_while_a_substitute_is_tried_the_variables_that_it_prints_are_recorded(item, state):
    cite = state(item(title="T", author="Doe", issued=2020, volume="3"))
    cite.recording = set()
    cite.tokens("title")
    cite.date("issued")
    cite.number("volume")
    cite.names("author")
    cite.text("note")
    assert cite.recording == {"title", "issued", "volume", "author"}


def test_a_condition_records_nothing(item, state):
    cite = state(item(title="T"))
    cite.recording = set()
    assert cite.has("title")
    assert cite.recording == set()


def test_variables_of_the_cite_come_from_the_cite_and_the_document(item):
    prepared = PreparedItem(item(locator="of the item", issued=1999, author="Dolittle"), True)
    cite = CiteState(
        prepared,
        Cite("work", locator=" 12 "),
        citation_number=7,
        first_note=3,
        disambiguation=Disambiguation(year_suffix=2),
    )
    assert cite.text("locator") == "12"
    assert cite.text("citation-number") == "7"
    assert cite.text("first-reference-note-number") == "3"
    assert cite.text("year-suffix") == "b"
    assert cite.text("citation-label") == "Doli99b"


def test_numbers_that_the_document_has_not_given_are_empty(state):
    assert [state().text(one) for one in ("citation-number", "first-reference-note-number", "year-suffix")] == [""] * 3


def test_two_cites_of_one_item_share_no_state(item):
    prepared = PreparedItem(item(title="T"), True)
    first, second = CiteState(prepared, Cite("work")), CiteState(prepared, Cite("work"))
    first.suppressed |= {"title"}
    assert second.text("title") == "T"
