"""Records of DataCite's REST API and of its own JSON brought into the shape of CSL-JSON.

DataCite Metadata Schema 4.5 (properties 1 to 20), DataCite REST API ("dois": `data.attributes`), and
`application/vnd.datacite.datacite+json`, which is the attributes alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

__all__ = ["datacite_attributes", "is_datacite_record", "record_of_datacite"]

_TYPES: Final[Mapping[str, str]] = {
    # resourceTypeGeneral          CSL
    "Audiovisual": "motion_picture",
    "Book": "book",
    "BookChapter": "chapter",
    "Collection": "collection",
    "ComputationalNotebook": "software",
    "ConferencePaper": "paper-conference",
    "ConferenceProceeding": "book",
    "DataPaper": "article-journal",
    "Dataset": "dataset",
    "Dissertation": "thesis",
    "Event": "event",
    "Image": "graphic",
    "Journal": "periodical",
    "JournalArticle": "article-journal",
    "PeerReview": "review",
    "Preprint": "article",
    "Report": "report",
    "Software": "software",
    "Sound": "song",
    "Standard": "standard",
    "Text": "document",
}
_ROLES: Final[Mapping[str, str]] = {"Editor": "editor", "Producer": "producer", "Translator": "translator"}
_DATES: Final[Mapping[str, str]] = {"Issued": "issued", "Available": "available-date", "Submitted": "submitted"}
_SUBTITLE: Final = "Subtitle"
_ABSTRACT: Final = "Abstract"
_ABOUT_THE_RECORD: Final = frozenset(
    """
    citationCount citationsOverTime contentUrl created downloadCount downloadsOverTime identifiers isActive
    metadataVersion partCount partOfCount prefix published reason registered schemaVersion source state suffix updated
    versionCount versionOfCount viewCount viewsOverTime xml
    """.split()
)


def is_datacite_record(data: Mapping[str, object]) -> bool:
    """Whether an object is a record in DataCite's own words.

    >>> is_datacite_record({"titles": [], "creators": []}), is_datacite_record({"title": "Essais"})
    (True, False)
    """
    data = datacite_attributes(data)
    return "titles" in data and ("creators" in data or "publicationYear" in data)


def datacite_attributes(data: Mapping[str, object]) -> Mapping[str, object]:
    """The attributes of a resource of the REST API, or the object itself."""
    attributes = data.get("attributes")
    return attributes if isinstance(attributes, Mapping) else data


def record_of_datacite(data: Mapping[str, object]) -> dict[str, object]:
    """The record as CSL-JSON; what CSL has no place for is under `custom`.

    >>> record = record_of_datacite({"doi": "10.1/x", "titles": [{"title": "Essais"}], "publicationYear": 2020,
    ...     "creators": [{"name": "Sand, G."}], "types": {"resourceTypeGeneral": "Dataset"}})
    >>> record["id"], record["type"], record["title"], record["author"]
    ('10.1/x', 'dataset', ['Essais'], [{'family': 'Sand', 'given': 'G.'}])
    """
    data = datacite_attributes(data)
    types = _mapping(data.get("types"))
    general = _text(types.get("resourceTypeGeneral"))
    record: dict[str, object] = {
        "id": data.get("doi") or data.get("id"),
        "type": _TYPES.get(general) or _text(types.get("citeproc")) or "document",
        "DOI": data.get("doi"),
        "URL": data.get("url"),
        "genre": types.get("resourceType"),
        "language": data.get("language"),
        "version": data.get("version"),
        "publisher": _text(data.get("publisher")) or _mapping(data.get("publisher")).get("name"),
        "keyword": ", ".join(_texts(data.get("subjects"), "subject")),
        "license": ", ".join(_texts(data.get("rightsList"), "rightsUri") or _texts(data.get("rightsList"), "rights")),
        "author": [_name(one) for one in _mappings(data.get("creators"))],
    }
    custom: dict[str, object] = {}
    _take_titles(data, record, custom)
    _take_contributors(data, record, custom)
    _take_descriptions(data, record, custom)
    _take_dates(data, record)
    _take_container(_mapping(data.get("container")), record)
    known = {"doi", "id", "url", "language", "version", "publisher", "subjects", "rightsList", "creators", "titles"}
    known |= {"types", "contributors", "descriptions", "dates", "publicationYear", "container"} | _ABOUT_THE_RECORD
    custom |= {key: value for key, value in data.items() if key not in known and value}
    record = {key: value for key, value in record.items() if value}
    custom = {key: value for key, value in custom.items() if value}
    if custom:
        record["custom"] = {key: value if isinstance(value, str) else _json(value) for key, value in custom.items()}
    return record


def _take_titles(data: Mapping[str, object], record: dict[str, object], custom: dict[str, object]) -> None:
    titles = _mappings(data.get("titles"))
    main = [one for one in titles if not one.get("titleType")]
    record["title"] = [_text(one.get("title")) for one in main[:1]]
    record["subtitle"] = [_text(one.get("title")) for one in titles if one.get("titleType") == _SUBTITLE]
    custom["titles"] = [one for one in titles if one not in main[:1] and one.get("titleType") != _SUBTITLE]


def _take_contributors(data: Mapping[str, object], record: dict[str, object], custom: dict[str, object]) -> None:
    contributors = _mappings(data.get("contributors"))
    for role, variable in _ROLES.items():
        record[variable] = [_name(one) for one in contributors if one.get("contributorType") == role]
    custom["contributors"] = [one for one in contributors if one.get("contributorType") not in _ROLES]


def _take_descriptions(data: Mapping[str, object], record: dict[str, object], custom: dict[str, object]) -> None:
    descriptions = _mappings(data.get("descriptions"))
    abstracts = [one for one in descriptions if one.get("descriptionType") == _ABSTRACT]
    record["abstract"] = next((_text(one.get("description")) for one in abstracts), "")
    custom["descriptions"] = [one for one in descriptions if one not in abstracts[:1]]


def _take_dates(data: Mapping[str, object], record: dict[str, object]) -> None:
    for one in _mappings(data.get("dates")):
        variable = _DATES.get(_text(one.get("dateType")), "")
        if variable and one.get("date"):
            record.setdefault(variable, {"raw": _text(one.get("date"))})
    year = data.get("publicationYear")
    if year:
        record.setdefault("issued", {"raw": str(year)})


def _take_container(container: Mapping[str, object], record: dict[str, object]) -> None:
    record["container-title"] = container.get("title")
    record["volume"] = container.get("volume")
    record["issue"] = container.get("issue")
    pages = [_text(container.get(key)) for key in ("firstPage", "lastPage")]
    record["page"] = "-".join(dict.fromkeys(page for page in pages if page))
    identifier = _text(container.get("identifierType"))
    if identifier in ("ISSN", "ISBN"):
        record[identifier] = container.get("identifier")


def _name(one: Mapping[str, object]) -> dict[str, object]:
    """A name in CSL's parts; a body is told by its type, and a person's name has a comma."""
    family, given, whole = (_text(one.get(key)) for key in ("familyName", "givenName", "name"))
    if one.get("nameType") == "Organizational" or not (family or "," in whole):
        return {"literal": whole or given}
    if not family:
        family, _, given = (part.strip() for part in whole.partition(","))
    return {"family": family, "given": given} if given else {"family": family}


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _texts(value: object, key: str) -> list[str]:
    return list(dict.fromkeys(text for one in _mappings(value) if (text := _text(one.get(key)))))


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: object) -> list[Mapping[str, object]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
