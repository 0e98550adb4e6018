"""Kinds of works."""

import pytest

from citekit.items.date import Date, DatePoint


def test_a_miscellany_with_an_address_is_a_page(normalized):
    item, _ = normalized("document", title="Le point sur les musées", URL="https://www.culture.gouv.fr/musees")
    assert item.type == "webpage"


def test_what_may_be_more_than_a_page_is_only_asked_for(normalized):
    for address in ("https://a.fr/guide.pdf", "https://hal.science/hal-03739948", "https://www.iso.org/standard/1"):
        item, report = normalized("document", title="Le guide des musées", URL=address)
        assert item.type == "document"
        assert [change.rule for change in report.changes] == ["kind-webpage"]


def test_a_miscellany_with_a_doi_stays_one(normalized):
    item, report = normalized("document", title="Le guide", URL="https://a.fr/b", DOI="10.4171/083")
    assert item.type == "document"
    assert report.changes == []


@pytest.mark.parametrize(
    ("publisher", "year", "genre"),
    [
        ("Université Laval", 2014, "Mémoire de maîtrise"),
        ("Université du Québec à Rimouski", 1998, "Mémoire de maîtrise"),
        ("École nationale des chartes", 2014, "Mémoire de master"),
        ("Université d'Ottawa", 2014, "Master’s thesis"),
        ("Université de Nantes", 1998, "Master’s thesis"),
    ],
)
def test_a_masters_thesis_is_a_maitrise_in_quebec_and_a_master_in_france_since_the_reform(
    normalized, publisher, year, genre
):
    item, _ = normalized("thesis", genre="Master’s thesis", publisher=publisher, issued=Date(DatePoint(year)))
    assert item.text("genre") == genre


def test_the_word_that_the_reader_puts_for_a_technical_report_is_french_in_a_french_item(normalized):
    assert normalized("report", genre="technical report")[0].text("genre") == "rapport technique"
    assert normalized("report", genre="technical report", language="en")[0].text("genre") == "technical report"


def test_an_article_without_a_journal_is_noticed(normalized):
    _, report = normalized("article-journal", title="Le point", DOI="10.4171/083")
    assert [notice.rule for notice in report.notices] == ["article-without-journal"]


def test_the_name_of_a_degree_has_the_apostrophe_that_typography_gives_it(normalized):
    item, report = normalized("thesis", genre="mémoire de fin d'études")
    assert item.text("genre") == "Mémoire de fin d\u2019études"
    assert [change.rule for change in report.changes] == ["thesis-genre"]


def test_a_note_that_names_a_degree_makes_a_thesis(normalized):
    item, _ = normalized("manuscript", note="Mémoire de master.")
    assert (item.type, item.text("genre"), item.text("note")) == ("thesis", "Mémoire de master", "")


def test_a_degree_with_its_university_in_a_note_is_asked_for(normalized):
    item, report = normalized("manuscript", note="Mémoire de master, Université Lyon 2")
    assert item.type == "manuscript"
    assert [(change.field, change.after) for change in report.changes if change.rule == "kind-thesis"] == [
        ("type", "thesis"),
        ("genre", "Mémoire de master"),
        ("publisher", "Université Lyon 2"),
        ("note", ""),
    ]


def test_a_note_that_says_more_than_a_degree_changes_nothing(normalized):
    item, report = normalized("book", note="Thèse de doctorat, remaniée")
    assert item.type == "book"
    assert not [change for change in report.changes if change.rule == "kind-thesis"]
