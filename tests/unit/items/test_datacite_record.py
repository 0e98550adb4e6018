import json

from citekit.items.csl_json import read_csl_json
from citekit.items.datacite_record import record_of_datacite
from citekit.items.date import Date, DatePoint
from citekit.items.name import Name

NBSP = "\u00a0"
ATTRIBUTES = {
    "doi": "10.5281/zenodo.1",
    "creators": [
        {"name": "Juan, Maïté", "nameType": "Personal", "givenName": "Maïté", "familyName": "Juan"},
        {"name": "INSEE", "nameType": "Organizational"},
        {"name": "Sand, George"},
    ],
    "titles": [
        {"title": "Des communs"},
        {"title": "une enquête", "titleType": "Subtitle"},
        {"title": "Commons", "titleType": "TranslatedTitle"},
    ],
    "publisher": {"name": "Zenodo"},
    "container": {
        "title": "Revue", "volume": "4", "firstPage": "1", "lastPage": "9", "identifier": "1234-5679",
        "identifierType": "ISSN",
    },
    "publicationYear": 2020,
    "dates": [{"date": "2020-05-03", "dateType": "Issued"}, {"date": "2019", "dateType": "Created"}],
    "subjects": [{"subject": "communs"}, {"subject": "rives"}],
    "contributors": [
        {"name": "Thou, Paul", "contributorType": "Editor"}, {"name": "CNRS", "contributorType": "HostingInstitution"},
    ],
    "language": "fr",
    "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Corpus"},
    "version": "1.2",
    "rightsList": [{"rights": "CC BY", "rightsUri": "https://example.org/by"}],
    "descriptions": [{"description": "<p>Un texte</p>", "descriptionType": "Abstract"}],
    "url": "https://example.org/1",
    "viewCount": 3,
}  # fmt: skip


def test_an_answer_of_the_rest_interface_is_read() -> None:
    text = json.dumps({"data": {"id": "10.5281/zenodo.1", "type": "dois", "attributes": ATTRIBUTES}})
    [item], _ = read_csl_json(text)
    assert (item.id, item.type, item.text("title")) == (
        "10.5281/zenodo.1",
        "dataset",
        f"Des communs{NBSP}: une enquête",
    )
    assert item.names("author") == (
        Name("Juan", "Maïté"), Name(literal="INSEE", is_institution=True), Name("Sand", "George"),
    )  # fmt: skip
    assert (item.names("editor"), item.date("issued")) == ((Name("Thou", "Paul"),), Date(DatePoint(2020, 5, 3)))
    assert {name: item.text(name) for name in ("publisher", "container-title", "volume", "page", "ISSN", "URL")} == {
        "publisher": "Zenodo",
        "container-title": "Revue",
        "volume": "4",
        "page": "1-9",
        "ISSN": "1234-5679",
        "URL": "https://example.org/1",
    }
    assert (item.text("genre"), item.text("version"), item.text("abstract")) == ("Corpus", "1.2", "Un texte")
    assert item.tags == ("communs", "rives")
    assert sorted(item.custom) == ["contributors", "titles"]


def test_a_list_of_answers_and_the_attributes_alone_are_read() -> None:
    items, _ = read_csl_json(
        json.dumps({"data": [{"attributes": ATTRIBUTES}, {"attributes": ATTRIBUTES | {"doi": "b"}}]})
    )
    assert [item.id for item in items] == ["10.5281/zenodo.1", "b"]
    assert read_csl_json(json.dumps(ATTRIBUTES))[0] == items[:1]


def test_what_is_missing_or_mistyped_is_no_error() -> None:
    record = record_of_datacite({"titles": ["x", None], "creators": "Sand", "publicationYear": "2020", "types": []})
    assert record == {"type": "document", "issued": {"raw": "2020"}}
