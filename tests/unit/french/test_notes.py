"""Dumps of programs and dates of consultation in notes."""

import pytest

from citekit.items.date import Date, DatePoint


def test_a_dump_fills_what_is_empty_and_is_kept(normalized):
    item, _ = normalized(note="Place: Paris Publisher: Éditions du Cerf ISBN: 978-2-07-036822-8")
    assert (item.text("publisher-place"), item.text("publisher")) == ("Paris", "Éditions du Cerf")
    assert item.text("ISBN") == "978-2-07-036822-8"
    assert item.text("note") == ""
    assert item.custom["note-as-given"].startswith("Place: Paris")


def test_what_is_there_already_is_not_replaced(normalized):
    item, _ = normalized(note="Publisher: Persée", publisher="Belin")
    assert item.text("publisher") == "Belin"


def test_an_issue_number_goes_to_articles_only(normalized):
    article, _ = normalized("article-journal", note="Number: 3")
    book, _ = normalized("book", note="Number: 3")
    assert (article.text("issue"), book.text("issue")) == ("3", "")


def test_a_note_for_readers_is_left(normalized):
    for note in ("Voir aussi Place: Paris", "Actes du colloque : Lyon", "Publisher: avec un point ; et autre chose"):
        item, _ = normalized(note=note)
        assert item.text("note").replace("\u00a0", " ").replace("\u202f", " ") == note


def test_a_value_of_the_wrong_form_keeps_the_whole_note(normalized):
    item, _ = normalized(note="ISBN: 2690-3733")
    assert (item.text("note"), item.text("ISBN")) == ("ISBN: 2690-3733", "")


def test_a_date_of_consultation_leaves_the_note(normalized):
    item, _ = normalized(note="consulté en ligne le 3 mai 2016")
    assert (item.date("accessed"), item.text("note")) == (Date(DatePoint(2016, 5, 3)), "")


def test_a_date_of_consultation_that_is_known_is_not_replaced(normalized):
    known = Date(DatePoint(2020))
    item, _ = normalized(note="consulté le 3 mai 2016", accessed=known)
    assert (item.date("accessed"), item.text("note")) == (known, "consulté le 3 mai 2016")


def test_a_note_that_repeats_the_address_goes(normalized):
    item, report = normalized("webpage", note="https://a.fr/b", URL="https://a.fr/b")
    assert (item.text("note"), item.text("URL")) == ("", "https://a.fr/b")
    assert [(change.rule, change.field) for change in report.changes] == [("note-address", "note")]


def test_a_note_with_an_address_and_more_stays(normalized):
    item, _ = normalized(note="En ligne : https://a.fr/b, avec un index")
    assert (item.text("note"), item.text("URL")) == ("En ligne\u00a0: https://a.fr/b, avec un index", "")


def test_what_better_bibtex_assigns_is_a_key_too(normalized):
    item, _ = normalized(note="tex.ids= sainteCroix2016 ISSN: 1151-9363")
    assert (item.text("note"), item.text("ISSN")) == ("", "1151-9363")


def test_the_number_of_pages_of_a_dump_is_taken(normalized):
    item, _ = normalized(note="Num Pages: 341 Repository: Amazon")
    assert (item.text("number-of-pages"), item.text("source")) == ("341", "Amazon")


def test_a_dump_with_more_than_its_keys_promise_stays(normalized):
    note = "tex.ids= sainteCroix2016 type: Texte remanié"
    assert normalized(note=note)[0].text("note").replace("\u00a0", " ").startswith("tex.ids= sainteCroix2016 type")


@pytest.mark.parametrize(
    "note",
    [
        "https://a.fr/b (consulté le 3 mai 2016)",
        "Disponible sur https://a.fr/b, consulté le 03/05/2016",
        "https://a.fr/b. Accessed: 2016-05-03",
    ],
)
def test_an_address_with_the_day_when_it_was_seen_is_both(normalized, note):
    item, _ = normalized("webpage", note=note)
    assert (item.text("URL"), item.date("accessed")) == ("https://a.fr/b", Date(DatePoint(2016, 5, 3)))
    assert (item.text("note"), item.custom["note-as-given"]) == ("", note)


def test_howpublished_that_is_an_address_and_a_day_is_no_publisher(normalized):
    item, _ = normalized("document", title="Les rues", publisher="https://a.fr/b, consulté le 3 mai 2016")
    assert (item.text("publisher"), item.text("URL"), item.type) == ("", "https://a.fr/b", "webpage")


def test_an_address_with_another_day_than_the_one_given_stays(normalized):
    note = "https://a.fr/b (consulté le 3 mai 2016)"
    item, _ = normalized("webpage", note=note, accessed=Date(DatePoint(2017)))
    assert item.text("note") == note


def test_a_doi_in_a_note_is_the_doi_unless_there_is_another(normalized):
    assert normalized(note="doi:10.1016/j.x.1")[0].text("DOI") == "10.1016/j.x.1"
    item, _ = normalized(note="doi:10.1016/j.x.1", DOI="10.4000/y")
    assert (item.text("note"), item.text("DOI")) == ("doi:10.1016/j.x.1", "10.4000/y")
