"""Positions of cites: first, subsequent, ibid, ibid-with-locator, near-note (CSL 1.0.2, "Choose" › position)."""

from __future__ import annotations

import pytest

from citekit.csl import Citation, Cite, Position
from citekit.csl.positions import place_cites

FIRST, SUBSEQUENT, IBID, WITH_LOCATOR = (
    Position.FIRST,
    Position.SUBSEQUENT,
    Position.IBID,
    Position.IBID_WITH_LOCATOR,
)


def notes(*cites: str) -> list[Citation]:
    """One note for each argument; its cites are words, a locator after a colon: "a b:12"."""
    citations = []
    for number, words in enumerate(cites, start=1):
        found = []
        for word in words.split():
            item_id, _, locator = word.partition(":")
            found.append(Cite(item_id, locator=locator))
        citations.append(Citation(f"c{number}", tuple(found), number))
    return citations


def positions(*cites: str) -> list[list[Position]]:
    return [[one.position for one in row] for row in place_cites(notes(*cites), 5)]


def test_the_first_cite_of_an_item_is_first_and_later_ones_are_subsequent():
    assert positions("a", "b", "a") == [[FIRST], [FIRST], [SUBSEQUENT]]


def test_a_cite_right_after_a_citation_of_the_same_item_alone_is_ibid():
    assert positions("a", "a") == [[FIRST], [IBID]]


def test_a_cite_right_after_another_in_the_same_citation_is_ibid():
    assert positions("a a b a") == [[FIRST, IBID, FIRST, SUBSEQUENT]]


def test_a_citation_of_several_cites_is_not_repeated_by_ibid():
    assert positions("b a", "a") == [[FIRST, FIRST], [SUBSEQUENT]]


def test_only_the_first_cite_of_a_citation_looks_at_the_citation_before():
    assert positions("a", "b a") == [[FIRST], [FIRST, SUBSEQUENT]]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a", "a", IBID),
        ("a", "a:12", WITH_LOCATOR),
        ("a:12", "a:12", IBID),
        ("a:12", "a:15", WITH_LOCATOR),
        ("a:12", "a", SUBSEQUENT),
    ],
)
def test_locators_decide_between_ibid_and_ibid_with_locator(before, after, expected):
    assert positions(before, after)[1] == [expected]
    assert positions(f"{before} {after}")[0][1] == expected


def test_the_same_locator_of_another_kind_is_another_locator():
    citations = [
        Citation("1", (Cite("a", locator="3", label="chapter"),), 1),
        Citation("2", (Cite("a", locator="3"),), 2),
        Citation("3", (Cite("a", locator="3", label="page"),), 3),
    ]
    rows = place_cites(citations, 5)
    assert [row[0].position for row in rows] == [FIRST, WITH_LOCATOR, IBID]


def test_two_citations_in_one_note_spoil_ibid_for_the_next_note():
    citations = [Citation("1", (Cite("a"),), 1), Citation("2", (Cite("b"),), 1), Citation("3", (Cite("b"),), 2)]
    assert place_cites(citations, 5)[2][0].position is SUBSEQUENT


def test_a_second_citation_in_the_same_note_can_be_ibid():
    citations = [Citation("1", (Cite("a"),), 1), Citation("2", (Cite("a"),), 1)]
    assert place_cites(citations, 5)[1][0].position is IBID


def test_running_text_has_positions_too():
    citations = [Citation("1", (Cite("a"),)), Citation("2", (Cite("a"),)), Citation("3", (Cite("b"),))]
    assert [row[0].position for row in place_cites(citations, 5)] == [FIRST, IBID, FIRST]


def test_a_citation_of_several_cites_in_running_text_is_not_repeated_by_ibid():
    citations = [Citation("1", (Cite("b"), Cite("a"))), Citation("2", (Cite("a"),))]
    assert place_cites(citations, 5)[1][0].position is SUBSEQUENT


def test_a_citation_in_running_text_does_not_part_two_notes():
    citations = [Citation("1", (Cite("a"),), 1), Citation("2", (Cite("b"),)), Citation("3", (Cite("a"),), 2)]
    assert place_cites(citations, 5)[2][0].position is IBID


@pytest.mark.parametrize(
    ("distance", "between", "expected"), [(5, 4, True), (5, 5, False), (1, 0, True), (1, 1, False), (0, 0, False)]
)
def test_a_note_is_near_up_to_the_distance_that_the_style_sets(distance, between, expected):
    citations = notes("a", *["b"] * between, "a")
    assert place_cites(citations, distance)[-1][0].near_note is expected


def test_nearness_is_counted_from_the_latest_cite_of_the_item():
    rows = place_cites(notes("a", "b", "b", "a", "b", "b", "a"), 3)
    assert [rows[i][0].near_note for i in (3, 6)] == [True, True]


def test_a_first_cite_is_not_near():
    assert place_cites(notes("a"), 5)[0][0].near_note is False


def test_later_cites_know_the_note_of_the_first():
    rows = place_cites(notes("b", "a", "a", "b"), 5)
    assert [row[0].first_note for row in rows] == [0, 0, 2, 1]


def test_a_position_given_on_the_cite_overrides_what_was_found():
    given = Citation("1", (Cite("a", position=SUBSEQUENT, near_note=True),), 1)
    (row,) = place_cites([given], 5)
    assert (row[0].position, row[0].near_note) == (SUBSEQUENT, True)


def test_without_citations_there_is_nothing_to_place():
    assert place_cites([], 5) == []


def test_placing_again_after_an_edit_starts_afresh():
    citations = notes("a", "a")
    place_cites(citations, 5)
    assert place_cites(citations[1:], 5)[0][0].position is FIRST


def test_a_note_without_citations_in_between_parts_ibid_from_what_it_would_repeat():
    citations = [Citation("1", (Cite("a"),), 1), Citation("2", (Cite("a"),), 3)]
    assert place_cites(citations, 5)[1][0].position is SUBSEQUENT


def test_notes_that_are_numbered_anew_begin_a_chapter_in_which_everything_is_first_again():
    citations = [Citation("1", (Cite("a"),), 1), Citation("2", (Cite("a"),), 2), Citation("3", (Cite("a"),), 1)]
    rows = place_cites(citations, 5)
    assert [row[0].position for row in rows] == [FIRST, IBID, FIRST]


def test_notes_and_running_text_are_placed_apart():
    citations = [Citation("1", (Cite("a"),), 1), Citation("2", (Cite("a"),)), Citation("3", (Cite("a"),))]
    rows = place_cites(citations, 5)
    assert [row[0].position for row in rows] == [FIRST, FIRST, IBID]
    assert rows[2][0].first_note == 0


def test_a_note_does_not_refer_to_itself():
    citations = [Citation("1", (Cite("a"), Cite("b"), Cite("a")), 4), Citation("2", (Cite("b"),), 5)]
    rows = place_cites(citations, 5)
    assert [one.first_note for one in rows[0]] == [0, 0, 0]
    assert rows[1][0].first_note == 4


def test_an_author_named_in_the_text_is_no_cite_that_others_follow():
    citations = [
        Citation("1", (Cite("a"),), mode="author-only"),
        Citation("2", (Cite("a"),)),
        Citation("3", (Cite("b"),), mode="author-only"),
        Citation("4", (Cite("a"),)),
    ]
    assert [row[0].position for row in place_cites(citations, 5)] == [FIRST, FIRST, FIRST, IBID]
