"""Entries to items: types, titles, names, dates, numbers and addresses, driven by the tables.

Every field of an entry ends in a variable, a tag, a group, `custom`, or a notice.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import unquote

from citekit.bibtex.entry_dates import parsed_date, take_dates
from citekit.bibtex.fields import LANGUAGE_FIELDS, Fields, language_tag
from citekit.bibtex.languages import LANGUAGE_OPTIONS
from citekit.bibtex.latex_output import strip_tags
from citekit.bibtex.literal_lists import literal_list
from citekit.bibtex.names import split_list
from citekit.bibtex.reader import BibEntry
from citekit.bibtex.strings import TYPE_STRINGS, bib_string, series_text
from citekit.bibtex.tables import (
    ARTICLES,
    BOOKS,
    COMMON_FIELDS,
    EDITOR_FIELDS,
    EDITOR_TYPES,
    ENTRY_TYPES,
    EPRINT_ADDRESSES,
    NAME_FIELDS,
    NUMBERED_IN_SERIES,
    SECOND_EDITOR,
    SUBTYPES,
)
from citekit.bibtex.titles import take_titles, with_addon
from citekit.bibtex.verbatim import decode_verbatim
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES
from citekit.report import Notice, Severity

__all__ = ["DOI_ADDRESS", "convert_entry"]

BIBDESK_ADDRESS: Final = "bdsk-url-1"
CSL_PREFIX: Final = "csl-"
CUSTOM_PREFIX: Final = "custom-"
_NAME_VARIABLES: Final = {name: name for name in (*NAME_VARIABLES, *EDITOR_FIELDS)} | dict(NAME_FIELDS)
_CONFERENCES: Final = frozenset(("inproceedings", "conference", "proceedings"))
_ORIGINAL_LISTS: Final = {"origpublisher": "original-publisher", "origlocation": "original-publisher-place"}
_OWN_PREFIXES: Final = (CSL_PREFIX, CUSTOM_PREFIX)
FALLBACK_TYPE: Final = "document"
# Publishers and libraries have resolvers of their own: doi.acm.org, doi-org.proxy.univ.fr.
DOI_ADDRESS: Final = re.compile(
    r"^\s*(?:https?://)?(?:(?:dx\.)?doi\.org/|(?:[\w-]+\.)*doi[.-][\w.-]+/(?=10\.))|^\s*doi:\s*", re.IGNORECASE
)
_ARXIV: Final = re.compile(r"^arxiv:\s*", re.IGNORECASE)
# A run of spaces is looked at once: from its beginning, and never given back.
_DASHES: Final = re.compile(r"(?<!\s)\s*+(?:-*[–—‐‑−][–—‐‑−-]*+|--++)\s*+")
_URL_ONLY: Final = re.compile(r"(?:(?:https?|ftp)://|www\.)\S++")
_KEYWORD_SEPARATOR: Final = re.compile(r"(?<!\s)\s*+[,;][\s,;]*+")
# biblatex's name, the one that people write, and calibre's.
_KEYWORD_FIELDS: Final = ("keywords", "keyword", "tags")
_GROUP_SEPARATOR: Final = re.compile(r"(?<!\s)\s*+,[\s,]*+")


def convert_entry(entry: BibEntry, *, sentence_case: bool = True) -> tuple[Item, list[Notice]]:
    """The item that an entry describes, and what there is to tell about it.

    `sentence_case` recases English titles, which BibTeX writes in title case and CSL in sentence case.

    >>> from citekit.bibtex.reader import read_entries
    >>> source = read_entries("@book{a, author = {Sand, George}, title = {Indiana}, year = 1832}")
    >>> item, _ = convert_entry(source.entries[0])
    >>> item.type, str(item.names("author")[0]), item.date("issued").iso()
    ('book', 'George Sand', '1832')
    """
    fields = Fields(entry, sentence_case=sentence_case)
    item_type = _take_type(fields)
    for step in _STEPS:
        step(fields)
    tags = _take_keywords(fields)
    groups = _split_commas(fields, "groups", _GROUP_SEPARATOR)
    fields.keep_rest()
    _take_links(fields)
    item = Item(entry.key, item_type, fields.variables, tags, groups, fields.custom, entry.location)
    return item, fields.notices


def _take_type(fields: Fields) -> str:
    entry_type = fields.entry.type
    item_type, type_string = ENTRY_TYPES.get(entry_type, ("", ""))
    if not item_type:
        fields.notices.append(
            Notice(
                "unknown-type",
                f"@{entry_type} is not an entry type of BibTeX or biblatex; it is read as @misc",
                fields.entry.location,
                Severity.WARNING,
                "choose a type of biblatex's",
            )
        )
        item_type = FALLBACK_TYPE
        fields.custom["entrytype"] = entry_type
    subtype = fields.entry.value("entrysubtype").strip()
    if subtype and ((entry_type, subtype.lower()) in SUBTYPES or (entry_type == "misc" and subtype in ITEM_TYPES)):
        fields.take("entrysubtype")
        item_type = SUBTYPES.get((entry_type, subtype.lower()), subtype)
    elif entry_type == "unpublished" and any(map(fields.has, ("eventdate", "eventtitle", "venue"))):
        item_type = "speech"
    _take_genre(fields, type_string)
    return item_type


def _take_genre(fields: Fields, type_string: str) -> None:
    """`type` as the genre: one of biblatex's strings, in the entry's language, or text."""
    if fields.has("type"):
        text = fields.text("type")
        type_string = text if text.lower() in TYPE_STRINGS else ""
        if not type_string:
            fields.set("genre", text, "type")
            return
    elif "type" in fields.entry.fields:
        # Given and empty: the entry's type says nothing about the genre.
        return
    if type_string:
        fields.set("genre", bib_string(type_string, fields.language), "type")


def _take_language(fields: Fields) -> None:
    for name in LANGUAGE_FIELDS:
        if fields.has(name):
            # Biblatex's `language` is a list, CSL's one language; the names of the others stay readable.
            tag = language_tag(fields.text(name))
            if name == "language" and " and " in tag:
                tag = language_tag(fields.decoded(name, split_list(fields.raw(name))[0]).text)
                fields.keep(name)
            if "langidopts" in fields.entry.fields and (tag, _options(fields)) in LANGUAGE_OPTIONS:
                tag = fields.language
                fields.take("langidopts")
            fields.set("language", tag, name)


def _options(fields: Fields) -> str:
    return fields.entry.value("langidopts").replace(" ", "").lower()


def _take_names(fields: Fields) -> None:
    found: dict[str, tuple[Name, ...]] = {}
    for name in fields.entry.fields:
        variable = _NAME_VARIABLES.get(name)
        if variable is None:
            continue
        if name in EDITOR_FIELDS:
            variable = _editor_variable(fields, name)
        if fields.has(name):
            names = fields.names(name).names
            if variable in found:
                # Two fields may name one person for one variable; within a field the cataloguer's count holds.
                others = frozenset(found[variable])
                names = tuple([person for person in names if person not in others])
            found[variable] = found.get(variable, ()) + names
            if variable == "contributor" and name != variable:
                # CSL has one word for every helper; which help it was stays readable.
                fields.custom[name] = strip_tags(fields.decoded(name, fields.entry.value(name)).text)
    for variable, names in found.items():
        if names:
            fields.variables[variable] = names


def _editor_variable(fields: Fields, name: str) -> str:
    type_field = f"{name}type"
    kind = fields.entry.value(type_field).strip().lower()
    variable = EDITOR_TYPES.get(kind) or NAME_FIELDS.get(kind)
    if variable is None:
        fields.tell("unknown-editor-type", f"{kind!r} is not a kind of editor; it is read as editor", type_field)
        return "editor"
    if name != "editor" and variable == "editor":
        variable = SECOND_EDITOR
    elif name == "editor" and variable == "contributor":
        # CSL has no word for a redactor or a reviser; the first of the editors' fields is what styles look for.
        return "editor"
    if variable != "contributor" or not kind:
        fields.take(type_field)
    return variable


def _take_numbers(fields: Fields) -> None:
    """`number`, `issue`, `series`: what they mean depends on the entry type."""
    entry_type = fields.entry.type
    if fields.has("series"):
        fields.set("collection-title", series_text(fields.text("series"), fields.language), "series")
    if entry_type in ARTICLES:
        # biblatex: number counts the issues, issue names one ("Spring").
        parts = [_number(fields.text(name)) for name in ("number", "issue") if fields.has(name)]
        fields.set("issue", ", ".join(dict.fromkeys(parts)), "issue")
    elif fields.has("number"):
        # Biblatex manual 2.2.2, `number`: that of a book in a series; manuals and booklets are numbered themselves.
        is_in_series = entry_type in NUMBERED_IN_SERIES or (
            entry_type in BOOKS and "collection-title" in fields.variables
        )
        fields.set("collection-number" if is_in_series else "number", _number(fields.text("number")), "number")
    if fields.has("issue"):
        fields.set("issue", _number(fields.text("issue")), "issue")
    if fields.has("volume") and fields.has("part"):
        # "Vol. 7.2": the part of a volume is printed behind its number (biblatex manual 2.2.2, `part`).
        fields.set("volume", f"{_number(fields.text('volume'))}.{_number(fields.text('part'))}", "volume")


def _number(text: str) -> str:
    return text if text.isalnum() else _DASHES.sub("-", text)


def _take_common(fields: Fields) -> None:
    if fields.has("eventtitleaddon") and fields.has("eventtitle"):
        fields.set("event-title", with_addon(fields.text("eventtitle"), fields.text("eventtitleaddon")), "eventtitle")
    for name in fields.entry.fields:
        variable = COMMON_FIELDS.get(name)
        if variable and fields.has(name):
            text = fields.text(name)
            if variable == "status":
                text = bib_string(text, fields.language)
            elif variable == "number-of-pages" and text == "0":
                # The American Physical Society's files: the number is not known.
                fields.keep(name)
                continue
            fields.set(variable, _number(text) if variable in NUMBER_VARIABLES else text, name)


def _take_publisher(fields: Fields) -> None:
    """Whoever publishes: publisher, school, institution, organization, joined as pandoc joins them."""
    howpublished = fields.peek("howpublished")
    if howpublished and fields.entry.value("howpublished").lstrip().startswith("http"):
        # Typed without \url, an address still has no accents: `\~nicaud` is no ñ.
        howpublished = decode_verbatim(fields.entry.value("howpublished"))
    if howpublished and _URL_ONLY.fullmatch(howpublished):
        fields.raw("howpublished")
        fields.set("URL", howpublished.rstrip(". "), "howpublished")
    names = ("school", "university", "institution", "organization", "howpublished", "publisher")
    _set_list(fields, "publisher", [name for name in names if fields.has(name)])
    places = [name for name in ("location", "address") if fields.has(name)]
    if fields.entry.type == "patent" and fields.has("location"):
        _set_list(fields, "jurisdiction", ["location"])
        places = places[1:]
    if len(places) > 1 and fields.entry.type in _CONFERENCES and not fields.has("venue"):
        # ACM's digital library: `location` is where people met, `address` where the publisher is.
        _set_list(fields, "event-place", places[:1])
        places = places[1:]
    _set_list(fields, "publisher-place", places)
    for name, variable in _ORIGINAL_LISTS.items():
        if fields.has(name):
            _set_list(fields, variable, [name])


def _set_list(fields: Fields, variable: str, names: list[str]) -> None:
    """Fill a variable with the members of literal lists, each once."""
    parts: dict[str, None] = {}
    for name in names:
        # `howpublished` is text in biblatex too.
        holds_bodies = "publisher" in variable and "place" not in variable
        members = (
            [fields.raw(name)] if name == "howpublished" else literal_list(fields.raw(name), holds_bodies=holds_bodies)
        )
        for part in members:
            text = bib_string(fields.decoded(name, part).text, fields.language)
            if text:
                parts[text] = None
    if parts:
        fields.set(variable, "; ".join(parts), names[0])


def _doi(text: str) -> str:
    """A DOI without the address in front of it, and without the escapes of one."""
    doi = DOI_ADDRESS.sub("", text)
    return unquote(doi) if "/" not in doi and "%2f" in doi.lower() else doi


def _take_addresses(fields: Fields) -> None:
    # Biblatex's options that keep an address from being printed; a web page is nothing without its own.
    hidden = fields.entry.value("options").replace(" ", "").split(",") if "options" in fields.entry.fields else []
    if fields.has("doi") and "doi=false" not in hidden:
        fields.set("DOI", _doi(fields.text("doi")), "doi")
    if fields.has("url") and ("url=false" not in hidden or fields.entry.type == "online"):
        fields.set("URL", fields.text("url"), "url")
    if fields.has("eprint"):
        _take_eprint(fields)
    if fields.has(BIBDESK_ADDRESS) and not {"URL", "DOI"} & fields.variables.keys():
        # BibDesk gives the addresses that it knows numbers; the other ones stay as they are.
        fields.set("URL", fields.text(BIBDESK_ADDRESS), BIBDESK_ADDRESS)
    if fields.has("hal_id") and "URL" not in fields.variables:
        # HAL's own export; the version is part of the address.
        version = decode_verbatim(fields.entry.value("hal_version"))
        fields.variables["URL"] = EPRINT_ADDRESSES["hal"] + decode_verbatim(fields.entry.value("hal_id")) + version


def _take_eprint(fields: Fields) -> None:
    """An eprint's address where its archive is known; the identifier itself is kept as custom."""
    archive = (fields.entry.value("eprinttype") or fields.entry.value("archiveprefix")).strip().lower()
    identifier = decode_verbatim(fields.entry.value("eprint"))
    bare = _ARXIV.sub("", identifier)
    if archive == "arxiv" or (bare != identifier and not archive):
        archive, identifier = "arxiv", bare
    address = EPRINT_ADDRESSES.get(archive)
    if archive == "doi":
        fields.set("DOI", _doi(identifier), "eprint")
    elif archive == "pmc" and not fields.has("pmcid"):
        fields.set("PMCID", identifier, "eprint")
    elif archive in ("pubmed", "pmid") and identifier.isdecimal() and not fields.has("pmid"):
        fields.set("PMID", identifier, "eprint")
    if address and "URL" not in fields.variables:
        fields.variables["URL"] = identifier if identifier.startswith("http") else address + identifier


def _take_links(fields: Fields) -> None:
    r"""The addresses of `\href` in any field: the work's own where it has none, else kept as custom."""
    if not fields.links:
        return
    links = [link for link in dict.fromkeys(fields.links) if link != fields.variables.get("URL")]
    if links and "URL" not in fields.variables and "howpublished" in fields.entry.fields:
        fields.variables["URL"] = links.pop(0)
    if links:
        fields.custom["links"] = " ".join(links)


def _take_notes(fields: Fields) -> None:
    notes = [fields.text(name) for name in ("note", "addendum") if fields.has(name)]
    if notes:
        fields.set("note", ". ".join([*(note.rstrip(".") for note in notes[:-1]), *notes[-1:]]), "note")


def _take_own(fields: Fields) -> None:
    """Fields that name a CSL variable themselves, as `csl-archive`; and those that never mean one, `custom-volume`."""
    for name in fields.entry.fields:
        if not name.startswith(_OWN_PREFIXES) or not fields.has(name):
            continue
        variable = name.removeprefix(CSL_PREFIX)
        if variable == name:
            fields.custom[fields.spelling(name).removeprefix(CUSTOM_PREFIX)] = fields.text(name)
        elif variable in NAME_VARIABLES:
            fields.set(variable, fields.names(name).names, name)
        elif variable in DATE_VARIABLES:
            fields.set(variable, parsed_date(fields.text(name)), name)
        elif variable.upper() in TEXT_VARIABLES:
            fields.set(variable.upper(), fields.text(name), name)
        elif variable in TEXT_VARIABLES:
            fields.set(variable, fields.text(name), name)


def _take_keywords(fields: Fields) -> tuple[str, ...]:
    names = [name for name in _KEYWORD_FIELDS if name in fields.entry.fields]
    if not names:
        return ()
    found = [tag for name in names for tag in _split_commas(fields, name, _KEYWORD_SEPARATOR)]
    tags = tuple(dict.fromkeys(found))
    fields.set("keyword", ", ".join(tags), "keywords")
    return tags


def _split_commas(fields: Fields, name: str, separator: re.Pattern[str]) -> tuple[str, ...]:
    text = fields.text(name)
    return tuple(dict.fromkeys([part for part in separator.split(text) if part])) if text else ()


_STEPS: Final[tuple[Callable[[Fields], None], ...]] = (
    _take_language,
    _take_own,
    take_titles,
    _take_names,
    take_dates,
    _take_numbers,
    _take_addresses,
    _take_publisher,
    _take_common,
    _take_notes,
)
"""In this order: a variable that two fields could fill is filled by the first."""
