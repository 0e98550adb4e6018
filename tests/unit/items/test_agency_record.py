"""Records of Crossref and DataCite, read through the reader of CSL-JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from citekit.items.csl_json import item_from_csl_json, read_csl_json
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.report import Severity

CROSSREF: dict[str, Any] = {
    "indexed": {"date-parts": [[2024, 2, 1]], "date-time": "2024-02-01T10:00:00Z", "timestamp": 1706781600000},
    "reference-count": 2,
    "publisher": "Presses du Rivage",
    "issue": "3",
    "license": [{"start": {"date-parts": [[2020, 5, 1]]}, "content-version": "vor", "delay-in-days": 0,
                 "URL": "https://creativecommons.org/licenses/by/4.0/"}],
    "content-domain": {"domain": [], "crossmark-restriction": False},
    "short-container-title": ["Rev. Rivage"],
    "published-print": {"date-parts": [[2020, 5]]},
    "published-online": {"date-parts": [[2020, 4, 28]]},
    "issued": {"date-parts": [[2020, 4, 28]]},
    "abstract": "<jats:title>Abstract</jats:title><jats:p>Les <jats:italic>communs</jats:italic>.</jats:p>\n"
                "          <jats:p>H<jats:sub>2</jats:sub>O &amp; sel.</jats:p>",
    "DOI": "10.5555/rivage.7",
    "type": "journal-article",
    "created": {"date-parts": [[2020, 4, 1]]},
    "page": None,
    "article-number": "e7",
    "source": "Crossref",
    "title": ["Science &amp; rivages"],
    "subtitle": ["Une\n          enquête"],
    "original-title": [],
    "prefix": "10.5555",
    "author": [
        {"ORCID": "http://orcid.org/0000-0002-1825-0097", "authenticated-orcid": False, "given": "Maïté",
         "family": "Juan", "sequence": "first", "affiliation": [{"name": "Université du Rivage"}]},
        {"given": None, "family": "Thou", "sequence": "additional", "affiliation": []},
        {"name": "Groupe Rivage", "sequence": "additional", "affiliation": []},
    ],
    "member": "1",
    "container-title": ["Revue du rivage"],
    "reference": [{"key": "r1", "unstructured": "…"}],
    "subject": ["Sociology", "Law"],
    "score": 1,
    "ISSN": ["1234-5679", "2345-6780"],
    "issn-type": [{"value": "1234-5679", "type": "print"}],
    "URL": "http://dx.doi.org/10.5555/rivage.7",
    "subtype": "",
}  # fmt: skip


def read(**data: object) -> Item:
    """The item of a record, at most with small oddities."""
    item, notices = item_from_csl_json({"id": "a", "type": "book", **data})
    assert [str(notice) for notice in notices if notice.severity is not Severity.INFO] == []
    return item


def test_an_article_of_crossref_is_read_whole() -> None:
    item, notices = item_from_csl_json(CROSSREF)
    assert (item.id, item.type) == ("10.5555/rivage.7", "article-journal")
    assert item.variables == {
        "publisher": "Presses du Rivage",
        "issue": "3",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "container-title-short": "Rev. Rivage",
        "issued": Date(DatePoint(2020, 4, 28)),
        "abstract": "Les <i>communs</i>. H<sub>2</sub>O & sel.",
        "DOI": "10.5555/rivage.7",
        "number": "e7",
        "source": "Crossref",
        "title": "Science & rivages: Une enquête",
        "author": (
            Name("Juan", "Maïté"), Name("Thou"), Name(literal="Groupe Rivage", is_institution=True),
        ),
        "container-title": "Revue du rivage",
        "keyword": "Sociology, Law",
        "ISSN": "1234-5679, 2345-6780",
        "URL": "http://dx.doi.org/10.5555/rivage.7",
    }  # fmt: skip
    assert item.tags == ("Sociology", "Law")
    assert json.loads(item.custom["author-details"]) == [
        {"family": "Juan", "given": "Maïté", "ORCID": "http://orcid.org/0000-0002-1825-0097",
         "affiliation": [{"name": "Université du Rivage"}]}
    ]  # fmt: skip
    assert {notice.severity for notice in notices} == {Severity.INFO}
    assert {notice.rule for notice in notices} == {"agency-record", "foreign-type", "missing-id"}


def test_what_tells_of_the_record_is_left_out_and_named_once() -> None:
    _, notices = item_from_csl_json(CROSSREF)
    [left] = [notice.message for notice in notices if "left out" in notice.message]
    assert left.startswith("10.5555/rivage.7: what tells of the record itself is left out: content-domain, created,")


def test_an_answer_of_the_rest_interface_is_unwrapped() -> None:
    for message in (CROSSREF, {"items": [CROSSREF], "total-results": 1}):
        items, _ = read_csl_json(json.dumps({"status": "ok", "message-type": "work", "message": message}))
        assert [item.id for item in items] == ["10.5555/rivage.7"]


@pytest.mark.parametrize(
    ("agency", "csl"),
    [
        ("book-chapter", "chapter"), ("posted-content", "article"), ("proceedings-article", "paper-conference"),
        ("dissertation", "thesis"), ("database", "dataset"), ("other", "document"), ("monograph", "book"),
        ("reference-entry", "entry"), ("peer-review", "review"), ("journal-issue", "periodical"),
    ],
)  # fmt: skip
def test_types_of_the_agencies_become_types_of_csl(agency: str, csl: str) -> None:
    assert read(type=agency).type == csl


def test_a_date_without_a_year_gives_way_to_that_of_a_medium() -> None:
    item = read(**{"issued": {"date-parts": [[None]]}, "published-online": {"date-parts": [["2018", "5"]]}})
    assert item.variables == {"issued": Date(DatePoint(2018, 5))}


def test_a_date_that_says_nothing_anywhere_is_told() -> None:
    item, notices = item_from_csl_json({"id": "a", "type": "book", "issued": {"date-parts": [[None]]}})
    assert item.variables == {}
    assert [notice.message for notice in notices] == ["a: issued has no year"]


def test_of_two_titles_around_a_chapter_the_first_is_the_series() -> None:
    item = read(type="book-chapter", **{"container-title": ["Lecture Notes", "Rivages 2020"]})
    assert (item.text("collection-title"), item.text("container-title")) == ("Lecture Notes", "Rivages 2020")


def test_of_several_titles_the_first_is_taken_and_the_others_are_kept() -> None:
    item = read(title=["Rivages", "Shores"])
    assert (item.text("title"), item.custom["title"]) == ("Rivages", "Shores")


def test_a_subtitle_that_the_title_has_already_is_not_added() -> None:
    assert read(title="Rivages: une enquête", subtitle=["Une enquête"]).text("title") == "Rivages: une enquête"
    assert read(title="Rivages ?", subtitle=["Une enquête"]).text("title") == "Rivages ? Une enquête"


def test_a_conference_is_taken_apart() -> None:
    item = read(event={"name": "Rivages 2020", "location": "Nantes", "acronym": "R20"})
    assert item.variables == {"event-title": "Rivages 2020", "event-place": "Nantes"}
    assert item.custom["event"] == '{"acronym": "R20"}'


def test_the_holder_of_a_preprint_publishes_it_where_no_one_else_does() -> None:
    holder = [{"name": "arRivage", "acronym": ["AR"]}]
    assert read(institution=holder).text("publisher") == "arRivage"


def test_isbns_lose_the_address_before_them() -> None:
    item = read(ISBN=["http://id.crossref.org/isbn/9782070360024", "9782070360024"])
    assert item.text("ISBN") == "9782070360024"


def test_mathematics_and_html_in_titles_become_markup() -> None:
    title = "La <mml:math><mml:mi>x</mml:mi></mml:math> de <em>Zea</em> <scp>mays</scp>"
    assert read(title=[title]).text("title") == "La x de <i>Zea</i> <sc>mays</sc>"


def test_csl_markup_alone_stays_untouched() -> None:
    title = 'La <span class="nocase">Vie</span>  <i>de</i> &amp; <x>'
    assert read(title=title).text("title") == title


def test_a_doi_elsewhere_stays_as_it_is_written() -> None:
    assert read(DOI="https://doi.org/10.5555/a").text("DOI") == "https://doi.org/10.5555/a"


def test_a_record_of_datacite_is_read() -> None:
    item = read(
        id="https://doi.org/10.5281/zenodo.7", type="dataset", categories=["Rivages", "Sel"],
        author=[{"literal": "INSET"}, {"family": "Juan", "given": "Maïté", "affiliation": ["Rivage"]}],
        issued={"date-parts": [["2018", "5"]]}, abstract="<p>Les <b>sels</b>.</p>", DOI="https://doi.org/10.5281/ZENODO.7",
        publisher="Zenodo", title="Sels", copyright="Creative Commons Attribution", version=2, contributor=[],
    )  # fmt: skip
    assert (item.id, item.tags) == ("https://doi.org/10.5281/zenodo.7", ("Rivages", "Sel"))
    assert item.variables == {
        "author": (Name(literal="INSET", is_institution=True), Name("Juan", "Maïté")),
        "issued": Date(DatePoint(2018, 5)),
        "abstract": "Les <b>sels</b>.",
        "DOI": "10.5281/ZENODO.7",
        "publisher": "Zenodo",
        "title": "Sels",
        "version": "2",
        "license": "Creative Commons Attribution",
        "keyword": "Rivages, Sel",
    }


RUBBISH: tuple[object, ...] = (
    None, [], {}, "", 0, True, 1.5, [None], [[]], [[None]], [{}], {"date-parts": None}, {"date-parts": [None]},
    [1, "a"], {"name": 1}, [{"name": {}}], [{"family": None, "given": []}], {"message": 1}, [["a"], {"b": 1}],
)  # fmt: skip


@pytest.mark.parametrize("key", sorted({*CROSSREF, "event", "institution", "degree", "edition-number", "editor", "id"}))
def test_nothing_that_stands_under_a_key_is_raised(key: str) -> None:
    for value in RUBBISH:
        item, _ = item_from_csl_json({**CROSSREF, key: value})
        assert item.id


def test_a_key_that_looks_like_a_tag_stays_a_key() -> None:
    [first, second], _ = read_csl_json('[{"id": "<p>", "type": "book"}, {"id": "a", "citation-key": "<em>"}]')
    assert (first.id, second.id, second.text("citation-key")) == ("<p>", "a", "<em>")


@pytest.mark.parametrize("title", ["The <p> element", "<em>", "</p> and its end tag", "<p"])
def test_a_tag_that_nothing_opens_or_closes_is_text(title: str) -> None:
    item, _ = item_from_csl_json({"id": "a", "type": "book", "title": title})
    assert item.text("title") == title
