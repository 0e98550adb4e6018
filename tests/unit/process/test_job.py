"""Jobs as programs send them: what is loose is read, and told."""

from __future__ import annotations

import pytest

from citekit.csl import Citation, Cite
from citekit.errors import InputError, UsageError
from citekit.process.job import read_job


def job(**fields: object):
    return read_job({"style": "apa", **fields})


def rules(read) -> list[str]:
    return [notice.rule for notice in read.notices]


def cite(**fields: object) -> tuple[Cite, list[str]]:
    read = job(citations=[{"citationItems": [fields]}])
    return read.citations[0].cites[0], rules(read)


def test_a_whole_job_is_read_without_notices():
    read = job(
        locale="fr-FR",
        items=[{"id": "a", "type": "book", "title": "A"}],
        citations=[
            {
                "citationID": "one",
                "citationItems": [
                    {
                        "id": "a",
                        "locator": "12",
                        "label": "chapter",
                        "prefix": "see ",
                        "suffix": ".",
                        "author-only": True,
                    }
                ],
                "properties": {"noteIndex": 3, "mode": "composite", "infix": "has"},
            }
        ],
        uncited=["a"],
        output="rtf",
        options={"links": True},
    )
    expected = Cite("a", "12", "chapter", "see ", ".", author_only=True)
    assert read.citations == [Citation("one", (expected,), 3, "composite", "has")]
    assert (read.style, read.locale, read.output, read.links, read.uncited) == ("apa", "fr-FR", "rtf", True, ["a"])
    assert [item.text("title") for item in read.items] == ["A"]
    assert read.notices == []


def test_a_job_that_names_only_a_style_is_a_job():
    read = job()
    assert (read.locale, read.items, read.citations, read.output, read.links) == (None, [], [], "html", False)
    assert read.uncited is True


@pytest.mark.parametrize(("data", "kind"), [(None, "null"), ([], "a list"), ("apa", "a string"), (3, "a number")])
def test_what_is_no_object_is_no_job(data, kind):
    with pytest.raises(InputError, match=f"not {kind}"):
        read_job(data)


@pytest.mark.parametrize("style", [None, "", "  ", 3, ["apa"]])
def test_a_job_without_a_style_is_an_error(style):
    with pytest.raises(UsageError, match="names no style"):
        read_job({"style": style})


def test_an_unknown_output_is_an_error_that_names_the_known_ones():
    with pytest.raises(UsageError, match="use one of html, rtf, text"):
        job(output="pdf")


def test_numbers_are_read_as_strings():
    assert cite(id=7, locator=12, prefix=1)[0] == Cite("7", "12", prefix="1")


@pytest.mark.parametrize(("value", "flag"), [(True, True), (1, True), ("true", True), (0, False), ("", False)])
def test_flags_are_read_in_every_spelling(value, flag):
    found, told = cite(id="a", **{"suppress-author": value})
    assert found.suppress_author is flag
    assert told == []


def test_a_flag_that_is_neither_true_nor_false_is_told():
    assert cite(id="a", **{"author-only": "perhaps"}) == (Cite("a"), ["mistyped-value"])


def test_a_label_that_is_no_locator_is_told():
    assert cite(id="a", label="shelf")[1] == ["unknown-label"]
    assert cite(id="a", label="sub verbo")[1] == cite(id="a", label="sub-verbo")[1] == []


def test_a_cite_without_an_id_is_lost_and_told():
    read = job(citations=[{"citationItems": [{"locator": "3"}, {"id": "a"}]}])
    assert read.citations[0].cites == (Cite("a"),)
    assert rules(read) == ["missing-id"]


@pytest.mark.parametrize("citations", [[["a"]], [[{"id": "a"}]], ["a"], [{"citationItems": ["a"], "properties": None}]])
def test_short_forms_of_a_citation_are_understood(citations):
    read = job(citations=citations)
    assert read.citations == [Citation("citation-1", (Cite("a"),))]
    assert read.notices == []


@pytest.mark.parametrize(("value", "note"), [(4, 4), ("4", 4), (4.0, 4), (None, 0), ("", 0)])
def test_note_numbers_may_be_strings(value, note):
    read = job(citations=[{"citationItems": [], "properties": {"noteIndex": value}}])
    assert read.citations[0].note_index == note
    assert read.notices == []


@pytest.mark.parametrize("value", [-1, "iv", [1], float("inf")])
def test_what_is_no_note_number_is_told(value):
    read = job(citations=[{"citationItems": [], "properties": {"noteIndex": value}}])
    assert read.citations[0].note_index == 0
    assert rules(read) == ["mistyped-value"]


def test_an_unknown_mode_is_told_and_ignored():
    read = job(citations=[{"citationItems": ["a"], "properties": {"mode": "loud"}}])
    assert read.citations[0].mode == ""
    assert rules(read) == ["unknown-mode"]


def test_citations_with_the_same_id_are_kept_apart_and_answered_under_it():
    read = job(citations=[{"citationID": "x", "citationItems": ["a"]}, {"citationID": "x", "citationItems": ["b"]}])
    assert [citation.id for citation in read.citations] == ["x", "x'"]
    assert read.citation_ids == ["x", "x"]
    assert rules(read) == ["duplicate-id"]


def test_of_two_items_with_the_same_id_the_last_is_kept():
    read = job(items=[{"id": "a", "type": "book", "title": "old"}, {"id": "a", "type": "book", "title": "new"}])
    assert [item.text("title") for item in read.items] == ["new"]
    assert rules(read) == ["duplicate-id"]


def test_items_may_come_by_their_ids():
    read = job(items={"a": {"type": "book", "title": "A"}})
    assert [(item.id, item.text("title")) for item in read.items] == [("a", "A")]


def test_what_is_no_item_is_told():
    assert rules(job(items=["a", None])) == ["not-an-item", "not-an-item"]
    assert rules(job(items="a")) == ["mistyped-value"]


def test_variables_in_the_note_of_an_item_are_read():
    (item,) = job(items=[{"id": "a", "type": "book", "note": "original-date: 1580"}]).items
    assert item.date("original-date").iso() == "1580"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"citations": ["a"]}, ()),
        ({"citations": ["a"], "uncited": True}, True),
        ({"uncited": False}, ()),
        ({"uncited": []}, []),
        ({"uncited": [1, "b"]}, ["1", "b"]),
        ({"uncited": "b"}, ["b"]),
    ],
)
def test_all_items_are_listed_by_default_when_nothing_is_cited(fields, expected):
    assert job(**fields).uncited == expected


def test_words_that_nobody_knows_are_told():
    read = job(style_name="x", options={"link": True}, citations=[{"citationItems": [], "note": 1}])
    assert [notice.message for notice in read.notices] == [
        "the job: 'style_name' is not known",
        "citation 1: 'note' is not known",
        "options: 'link' is not known",
    ]
