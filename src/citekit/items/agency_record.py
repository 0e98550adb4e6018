"""Records of DOI registration agencies brought into the shape of CSL-JSON.

What Crossref and DataCite deliver as `application/vnd.citationstyles.csl+json` is their own record with CSL's words in
it (Crossref REST API, "API JSON format"; DataCite, "Content negotiation"): lists for text, types of their own, JATS
in abstracts, organisations under `name`, dates of each medium, and much about the record itself.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Final

from citekit.items.variables import NAME_VARIABLES

__all__ = ["AGENCY_TYPES", "standard_record"]

AGENCY_TYPES: Final[Mapping[str, str]] = {
    # Crossref, DataCite       CSL
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "book-series": "book",
    "book-set": "book",
    "book-track": "chapter",
    "component": "document",
    "database": "dataset",
    "dissertation": "thesis",
    "edited-book": "book",
    "grant": "document",
    "journal": "periodical",
    "journal-article": "article-journal",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
    "monograph": "book",
    "other": "document",
    "peer-review": "review",
    "posted-content": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "proceedings-series": "book",
    "reference-book": "book",
    "reference-entry": "entry",
    "report-component": "report",
    "report-series": "report",
    "standard-series": "standard",
}
"""Types that are not CSL's, and the nearest that is."""

_CROSSREF: Final = frozenset({"content-domain", "deposited", "indexed", "is-referenced-by-count", "reference-count"})
"""Keys that only a record of Crossref has."""
_ABOUT_THE_RECORD: Final = frozenset(
    """
    assertion content-created content-domain content-updated created deposited indexed is-referenced-by-count
    isbn-type issn-type issue-title journal-issue link member prefix published published-online published-other
    published-print posted reference reference-count references-count resource score update-policy
    """.split()
)
"""What tells of the record, or says again in another way what is taken."""
_RENAMED: Final[Mapping[str, str]] = {
    # Crossref, DataCite     CSL
    "article-number": "number",
    "categories": "keyword",
    "copyright": "license",
    "degree": "genre",
    "edition-number": "edition",
    "publisher-location": "publisher-place",
    "short-container-title": "container-title-short",
    "short-title": "title-short",
    "subject": "keyword",
}
_PUBLISHED: Final = ("published", "published-print", "published-online", "published-other", "posted")
_ONE_OF_LIST: Final = frozenset(
    "container-title container-title-short genre original-title publisher-place title title-short".split()
)
"""Variables of which the first member of a list is the one to print; the others say it in other words."""
_JOINED_LIST: Final = frozenset({"ISBN", "ISSN", "archive", "keyword"})
_HOSTED: Final = frozenset({"chapter", "paper-conference", "entry", "book-chapter", "proceedings-article"})
_ABOUT_THE_NAME: Final = frozenset({"affiliation", "authenticated-orcid", "ORCID", "prefix", "role"})
_NOT_ABOUT_ANYONE: Final = frozenset({"sequence"})
_NOT_OF_NAMES: Final = _ABOUT_THE_NAME | _NOT_ABOUT_ANYONE | {"name"}

_ISBN_ADDRESS: Final = re.compile(r"^https?://id\.crossref\.org/is[bs]n/")
_DOI_ADDRESS: Final = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)", re.IGNORECASE)
_JATS_HEADING: Final = re.compile(r"^\s*<(?:jats:)?title>\s*(?:abstract|résumé|summary)\s*</(?:jats:)?title>", re.I)
_BLOCK_END: Final = re.compile(r"</(?:jats:)?(?:p|title|sec|list-item)\s*>", re.IGNORECASE)
_TAG: Final = re.compile(r"<(/?)(?:jats:|mml:)?([A-Za-z][\w.-]*)(?:\s[^<>]*)?/?>")
_FOREIGN_TAG: Final = re.compile(r"</?(?:jats|mml):|</(em|strong|scp|p|title|italic|bold)>")
_NO_MARKUP: Final = frozenset({"URL", "citation-key", "id"})
"""Values that mean themselves, whatever signs they hold."""

_CSL_TAGS: Final[Mapping[str, str]] = {
    # JATS, HTML  CSL
    "b": "b",
    "bold": "b",
    "em": "i",
    "i": "i",
    "italic": "i",
    "sc": "sc",
    "scp": "sc",
    "strong": "b",
    "sub": "sub",
    "sup": "sup",
}
NBSP: Final = "\u00a0"
_BLANKS: Final = re.compile(r"[ \t\r\n]+")


def standard_record(data: Mapping[str, object]) -> tuple[dict[str, object], dict[str, str], list[tuple[str, str]]]:
    """The record in CSL's shape; what CSL has no place for; keys with what a user may want to know of them.

    >>> standard_record({"title": ["Essais"], "subtitle": ["Livre I"], "ISSN": ["1234-5678"]})[0]
    {'title': 'Essais: Livre I', 'ISSN': '1234-5678'}
    """
    reading = _Reading(data)
    reading.read()
    return reading.data, reading.custom, reading.told


class _Reading:
    """One record on its way into CSL's shape."""

    __slots__ = ("custom", "data", "is_agency", "is_crossref", "told")

    def __init__(self, data: Mapping[str, object]) -> None:
        self.data = dict(data)
        self.custom: dict[str, str] = {}
        self.told: list[tuple[str, str]] = []
        self.is_crossref = not _CROSSREF.isdisjoint(data)
        # DataCite's records are CSL-JSON but for a few things; their ids are the addresses of their DOIs.
        self.is_agency = self.is_crossref or bool(_DOI_ADDRESS.match(str(data.get("id", ""))))

    def read(self) -> None:
        self._date()
        self._event()
        self._licences()
        self._institution()
        self._rename()
        self._hosts()
        self._lists()
        self._subtitle()
        for key in NAME_VARIABLES & self.data.keys():
            self._names(key)
        for key, value in self.data.items():
            if isinstance(value, str) and (self.is_agency or "<" in value):
                self.data[key] = self._text(key, value)
        if self.is_crossref:
            self._leave_out()

    def _date(self) -> None:
        """A record that leaves `issued` without a year says it for one of the media."""
        if _has_year(self.data.get("issued")):
            return
        dated = next((key for key in _PUBLISHED if _has_year(self.data.get(key))), "")
        if dated:
            self.data["issued"] = self.data[dated]
            if not self.is_crossref:
                self.data.pop(dated)

    def _event(self) -> None:
        event = self.data.get("event")
        if not isinstance(event, Mapping):
            return
        del self.data["event"]
        for part, variable in (("name", "event-title"), ("location", "event-place")):
            if isinstance(event.get(part), str):
                self.data.setdefault(variable, event[part])
        rest = {part: value for part, value in event.items() if part not in ("name", "location") and value}
        self._keep("event", rest)

    def _licences(self) -> None:
        licences = self.data.get("license")
        if isinstance(licences, list) and all(isinstance(one, Mapping) for one in licences):
            urls = [str(one["URL"]) for one in licences if isinstance(one.get("URL"), str)]
            self.data["license"] = ", ".join(dict.fromkeys(urls))

    def _institution(self) -> None:
        """Who holds a preprint or a thesis publishes it, where no one else is said to."""
        holders = self.data.get("institution")
        one = holders[0] if isinstance(holders, list) and holders else holders
        if isinstance(one, Mapping) and isinstance(one.get("name"), str) and not self.data.get("publisher"):
            self.data["publisher"] = one["name"]
            del self.data["institution"]

    def _rename(self) -> None:
        for key in [key for key in _RENAMED if key in self.data]:
            variable = _RENAMED[key]
            if not (variable == "number" and self.data.get("page")):
                value = self.data.pop(key)
                if not self.data.get(variable):
                    self.data[variable] = value
                elif value:
                    self._keep(key, value)

    def _hosts(self) -> None:
        """Of two titles that hold a chapter, the first is that of the series."""
        titles = self.data.get("container-title")
        if not isinstance(titles, list) or len(titles) != 2 or self.data.get("type") not in _HOSTED:
            return
        if not self.data.get("collection-title"):
            self.data["collection-title"], self.data["container-title"] = titles
            self.told.append(("container-title", "names a series and a book; the series is the collection-title"))

    def _lists(self) -> None:
        for key in _ONE_OF_LIST & self.data.keys():
            texts = _texts(self.data[key])
            if texts is None:
                continue
            self.data[key] = texts[0] if texts else ""
            if len(texts) > 1:
                self.custom[key] = "; ".join(texts[1:])
                self.told.append((key, "has more than one text; the first is taken, the others are custom data"))
        for key in _JOINED_LIST & self.data.keys():
            texts = _texts(self.data[key])
            if texts is not None:
                self.data[key] = ", ".join(dict.fromkeys(_ISBN_ADDRESS.sub("", text) for text in texts))

    def _subtitle(self) -> None:
        if "subtitle" not in self.data:
            return
        value = self.data.pop("subtitle")
        texts = [value] if isinstance(value, str) else _texts(value) or []
        title = self.data.get("title")
        subtitle = ": ".join(text for text in texts if text)
        if not isinstance(title, str) or not title:
            self.data["title"] = subtitle
        elif subtitle and subtitle.casefold() not in title.casefold():
            colon = "" if title.endswith(("?", "!", ":")) else f"{NBSP}:" if self._is_french() else ":"
            self.data["title"] = f"{title}{colon} {subtitle}"

    def _is_french(self) -> bool:
        return str(self.data.get("language", "")).casefold().startswith("fr")

    def _names(self, key: str) -> None:
        """Names in CSL's parts: bodies stand under `name`, and much else stands beside the parts."""
        names = self.data[key]
        if not isinstance(names, list) or not any(
            isinstance(one, Mapping) and not _NOT_OF_NAMES.isdisjoint(one) for one in names
        ):
            return
        kept: list[object] = []
        aside: list[object] = []
        for one in names:
            if not isinstance(one, Mapping):
                kept.append(one)
                continue
            name = {part: value for part, value in one.items() if part not in _ABOUT_THE_NAME | _NOT_ABOUT_ANYONE}
            body = name.pop("name", "")
            if isinstance(body, str) and body and not (name.get("family") or name.get("literal")):
                name["literal"] = body
            kept.append(name)
            said = {part: one[part] for part in sorted(_ABOUT_THE_NAME & one.keys()) if one[part]}
            if said:
                aside.append({**{part: name[part] for part in ("family", "given", "literal") if part in name}, **said})
        self.data[key] = kept
        self._keep(f"{key}-details", aside)

    def _text(self, key: str, text: str) -> str:
        if key == "DOI":
            # Elsewhere a DOI stays as it is written, since a style may print it so.
            return _DOI_ADDRESS.sub("", text) if self.is_agency else text
        if key in _NO_MARKUP:
            return text
        if "<" in text and key != "keyword" and _has_foreign_tags(text):
            text = _without_foreign_tags(text)
        elif self.is_crossref:
            text = _BLANKS.sub(" ", text).strip()
        return html.unescape(text) if self.is_crossref and "&" in text else text

    def _leave_out(self) -> None:
        left = sorted(_ABOUT_THE_RECORD & self.data.keys())
        for key in left:
            del self.data[key]
        if left:
            self.told.append(("", f"what tells of the record itself is left out: {', '.join(left)}"))

    def _keep(self, key: str, value: object) -> None:
        if value:
            self.custom[key] = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _has_year(value: object) -> bool:
    """Whether a date says anything; records leave `[[null]]` where nothing is known."""
    if not isinstance(value, Mapping):
        return bool(value)
    parts = value.get("date-parts")
    if parts is None:
        return bool(value)
    first = parts[0] if isinstance(parts, list) and parts else None
    year = first[0] if isinstance(first, list) and first else first
    # A literal, a raw date or a season stands beside the parts.
    return year not in (None, "", []) or any(value.get(key) for key in ("literal", "raw", "season"))


def _texts(value: object) -> list[str] | None:
    """The members of a list of strings that say something, or `None` where the value is no such list."""
    if not isinstance(value, list) or not all(one is None or isinstance(one, str) for one in value):
        return None
    return [one for one in value if one]


def _has_foreign_tags(text: str) -> bool:
    """Whether JATS, MathML or HTML stands in a text; a tag of HTML that nothing opens or closes may be spoken of."""
    names = {tag[1] for tag in _FOREIGN_TAG.finditer(text)}
    return any(not name or f"<{name}>" in text for name in names)


def _without_foreign_tags(text: str) -> str:
    """Text with JATS, MathML and HTML brought to CSL's markup; paragraphs stay apart by a blank."""
    text = _BLOCK_END.sub(lambda match: f"{match[0]} ", _JATS_HEADING.sub("", text))
    return _BLANKS.sub(" ", _TAG.sub(_csl_tag, text)).strip()


_KEPT_TAGS: Final = frozenset({"span"})


def _csl_tag(match: re.Match[str]) -> str:
    name = match[2].casefold()
    if name in _KEPT_TAGS:
        return match[0]
    tag = _CSL_TAGS.get(name, "")
    return f"<{match[1]}{tag}>" if tag else ""
