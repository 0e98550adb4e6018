"""COinS: items hidden in a web page, as spans that Zotero's and other browser extensions find.

OpenURL 1.0 (ANSI/NISO Z39.88-2004) context objects in key-value form, with the keys of the metadata formats `book`,
`journal`, `dc`, `dissertation` and `patent` and no others. What Zotero makes of a key is why names are written family
first, and addresses and DOIs as `rft_id`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final
from urllib.parse import quote

from citekit.export.loss import KEPT, TAGS, Loss, beside_fields, notices_of
from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_text import plain
from citekit.export.zotero_work import Creator, ZoteroItem
from citekit.items.item import Item
from citekit.report import Notice

__all__ = ["to_coins"]

_FORMATS: Final[Mapping[str, tuple[str, str, str]]] = {
    # Zotero                 format          genre         read back as
    "book": ("book", "book", "book"),
    "bookSection": ("book", "bookitem", "bookSection"),
    "conferencePaper": ("book", "proceeding", "conferencePaper"),
    "dictionaryEntry": ("book", "bookitem", "bookSection"),
    "encyclopediaArticle": ("book", "bookitem", "bookSection"),
    "journalArticle": ("journal", "article", "journalArticle"),
    "magazineArticle": ("journal", "article", "journalArticle"),
    "newspaperArticle": ("journal", "article", "journalArticle"),
    "patent": ("patent", "", "patent"),
    "report": ("book", "report", "report"),
    "thesis": ("dissertation", "", "thesis"),
}
_COMMON: Final[Mapping[str, str]] = {
    "volume": "volume", "issue": "issue", "pages": "pages", "ISSN": "issn", "ISBN": "isbn", "date": "date",
}  # fmt: skip
_BOOK: Final[Mapping[str, str]] = {
    "ISSN": "issn", "ISBN": "isbn", "date": "date", "publisher": "pub", "place": "place", "edition": "edition",
    "numPages": "tpages",
}  # fmt: skip
_KEYS: Final[Mapping[str, Mapping[str, str]]] = {
    # format or genre   base field of Zotero: key
    "book": {"title": "btitle", "series": "series", **_BOOK},
    "bookitem": {"title": "atitle", "publicationTitle": "btitle", "series": "series", "pages": "pages", **_BOOK},
    "proceeding": {"title": "atitle", "publicationTitle": "btitle", "series": "series", "pages": "pages", **_BOOK},
    "report": {"title": "btitle", "seriesTitle": "series", "pages": "pages", **_BOOK},
    "article": {"title": "atitle", "publicationTitle": "jtitle", "journalAbbreviation": "stitle", **_COMMON},
    "dissertation": {
        "title": "title", "publisher": "inst", "type": "degree", "numPages": "tpages", "ISBN": "isbn", "date": "date",
    },
    "patent": {"title": "title", "number": "number", "assignee": "assignee", "date": "date"},
    "dc": {
        "title": "title", "publisher": "publisher", "date": "date", "language": "language",
        "abstractNote": "description", "publicationTitle": "source", "rights": "rights",
    },
}  # fmt: skip
_EDGES: Final = " \u00a0.,/[]:\t"
"""What Zotero takes off both ends of a name."""
_WORD: Final = re.compile(r"[A-Z]\.|(?![A-Z]$)[^.,\u060c]+")
"""A word of a given name that Zotero leaves alone: it sets a point behind single capitals, and takes any other away."""
_INITIALS: Final = re.compile(r"[A-Z]{1,3}")
_SPACE: Final = "info:ofi/fmt:kev:mtx:"
_IDENTIFIED: Final = ("DOI", "url")


def to_coins(items: Sequence[Item]) -> tuple[str, list[Notice]]:
    """One span a line for each item, and notices of what COinS has no key for.

    >>> to_coins([Item("a", "webpage", {"title": "Essais & co"})])[0][-42:]
    '&amp;rft.title=Essais%20%26%20co"></span>\\n'
    """
    notices: list[Notice] = []
    lines: list[str] = []
    for item in items:
        work, found = to_zotero(item)
        pairs = [(key, value) for key, value in _pairs(work) if value]
        query = "&".join(f"{key}={quote(value, safe='')}" for key, value in pairs)
        lines.append(f'<span class="Z3988" title="{escape(query)}"></span>\n')
        notices += [notice for notice in found if notice.rule != KEPT]
        notices += notices_of(item, "COinS", _losses(work))
    return "".join(lines), notices


def _format(work: ZoteroItem) -> tuple[str, str, str]:
    """The metadata format, the genre, and the type that Zotero will read."""
    return _FORMATS.get(work.type, ("dc", "", work.type))


def _keys(work: ZoteroItem) -> Mapping[str, str]:
    """The key of each field, by the field's own name in the type."""
    name, genre, reads_as = _format(work)
    own, read = zotero_types()[work.type].fields, zotero_types()[reads_as].fields
    return {own[base]: key for base, key in _KEYS[genre or name].items() if base in own and base in read}


def _pairs(work: ZoteroItem) -> Iterator[tuple[str, str]]:
    name, genre, _ = _format(work)
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", _SPACE + name
    if genre:
        yield "rft.genre", genre
    elif name == "dc":
        yield "rft.type", work.type
    yield from _people(work, name)
    if "DOI" in work.fields:
        yield "rft_id", "info:doi/" + work.fields["DOI"]
    if "url" in work.fields:
        yield "rft_id", work.fields["url"]
    if name == "dc":
        for field in ("ISBN", "ISSN"):
            if field in work.fields:
                yield "rft.identifier", f"{field} {work.fields[field]}"
        for tag in (*work.tags, *work.automatic_tags):
            yield "rft.subject", tag
    for own, key in _keys(work).items():
        yield f"rft.{key}", plain(work.fields.get(own, ""))


def _people(work: ZoteroItem, name: str) -> Iterator[tuple[str, str]]:
    """The authors, family name first; in Dublin Core the contributors too."""
    key = {"dc": "creator", "patent": "inventor"}.get(name, "au")
    first = work.creators[0] if work.creators else None
    is_apart = key == "au" and first and first.given and first.role == zotero_types()[work.type].creators[0]
    if first and is_apart:
        yield "rft.aulast", first.surname
        yield "rft.aufirst", first.given
    for creator in work.creators:
        # Two spellings of one name would be two people to Zotero.
        if creator is first and is_apart and not _is_kept(creator):
            continue
        if creator.role == zotero_types()[work.type].creators[0]:
            is_body = key == "au" and not creator.given
            yield ("rft.aucorp", creator.surname) if is_body else (f"rft.{key}", _inverted(creator))
        elif name == "dc" and creator.role == "contributor":
            yield "rft.contributor", _inverted(creator)


def _inverted(creator: Creator) -> str:
    """The name, family first; a comma behind the words of a body, whose last would be taken for the family name."""
    if creator.given:
        return f"{creator.surname}, {creator.given}"
    return f"{creator.surname}," if " " in creator.surname and "," not in creator.surname else creator.surname


def _is_kept(creator: Creator) -> bool:
    """Whether Zotero reads the very name from its inverted form.

    >>> [_is_kept(Creator("author", "Juan", given)) for given in ("Maïté", "J.-P.", "JP", "J", "Martin, Jr.")]
    [True, True, False, False, False]
    """
    if "," in creator.surname or creator.surname.strip(_EDGES) != creator.surname:
        return False
    if not creator.given:
        return True
    words = re.split("[ -]", creator.given)
    return all(_WORD.fullmatch(word) for word in words) and _INITIALS.fullmatch(creator.given) is None


def _losses(work: ZoteroItem) -> Iterator[Loss]:
    """What COinS cannot say of an item."""
    name, _, reads_as = _format(work)
    if reads_as != work.type:
        yield Loss("type", f"read as {reads_as}", is_changed=True)
    identified = (*_IDENTIFIED, "ISBN", "ISSN") if name == "dc" else _IDENTIFIED
    keys = _keys(work)
    has_parts = "atitle" in keys.values()
    for own, text in work.fields.items():
        if own not in keys and own not in identified:
            yield Loss(own)
        elif own not in zotero_types()[reads_as].fields.values():
            yield Loss(own, f"read under its name in a {reads_as}", is_changed=True)
        elif keys.get(own) == "btitle" and has_parts and "title" not in work.fields:
            yield Loss(own, "taken for the title, of which there is none", is_changed=True)
        elif own in keys and plain(text) != text:
            yield Loss(own, "without its markup", is_changed=True)
    roles = {zotero_types()[work.type].creators[0], *(("contributor",) if name == "dc" else ())}
    for role in dict.fromkeys(creator.role for creator in work.creators):
        if role not in roles:
            yield Loss(role)
    is_au = name not in ("dc", "patent")
    for i, creator in enumerate(work.creators):
        # The first author stands apart, in two keys, and bodies have a key of their own.
        is_exact = is_au and (i == 0 or not creator.given)
        if creator.role in roles and not is_exact and not _is_kept(creator):
            yield Loss(creator.role, f"Zotero reads the name {_inverted(creator)!r} in its own way", is_changed=True)
    if "url" in work.fields and not work.fields["url"].startswith(("http://", "https://")):
        yield Loss("url", "no address of the web")
    if work.extra:
        yield Loss("extra", "; ".join(work.extra))
    yield from beside_fields(work, {TAGS: name == "dc"})
