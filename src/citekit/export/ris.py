"""RIS: one tag a line, understood by nearly every program for references.

RIS specification (2011). What has no tag of its own is written as `M2  - Label: value`: Zotero puts such lines into
Extra and from there into the field of that name, and citekit reads them back; other programs show them as notes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import Final

from citekit.export.labels import labelled, labelled_person
from citekit.export.loss import FILES, KEPT, NOTES, TAGS, Loss, beside_fields, notices_of
from citekit.export.ris_tables import EXTRA_TAG, TAG_SEPARATOR, TYPES, roles_of_tags, tags_of_fields
from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_text import on_one_line
from citekit.export.zotero_work import Creator, ZoteroItem
from citekit.items.item import Item
from citekit.report import Notice

__all__ = ["to_ris"]

_ISO_DAY: Final = re.compile(r"([1-9]\d{3})(?:-(\d\d))?(?:-(\d\d))?")
_ISO_TIME: Final = re.compile(r"([1-9]\d{3}-\d\d-\d\d)T((?:0[1-9]|1[1-9]|2[1-3]):\d\d:\d\d)Z")
"""A time that Zotero reads: it finds no hours that end in nought."""
_YEAR: Final = re.compile(r"\b\d{4}\b", re.ASCII)
_DOI: Final = re.compile(r"10(?:\.\d{4,})?/(?:(?!%3C)\S)*[^\s.,]")
_TAG: Final = re.compile(r"<[/!?A-Za-z]")
_DATE_FIELDS: Final = frozenset({"date", "dateDecided", "dateEnacted", "filingDate", "issueDate"})
_UNESCAPED: Final = frozenset({"AB", "N1"})
"""Tags whose entities Zotero leaves as they are."""


def to_ris(items: Sequence[Item]) -> tuple[str, list[Notice]]:
    """The items as RIS, and notices of what it cannot hold.

    >>> print(to_ris([Item("a", "book", {"title": "Essais", "publisher": "Millanges"})])[0].replace("\\r", ""), end="")
    TY  - BOOK
    TI  - Essais
    PB  - Millanges
    M2  - Citation Key: a
    ER  -
    <BLANKLINE>
    """
    notices: list[Notice] = []
    lines: list[str] = []
    for item in items:
        work, found = to_zotero(item)
        notices += [notice for notice in found if notice.rule != KEPT]
        notices += notices_of(item, "RIS", _losses(work))
        lines += [f"{tag}  - {_written(tag, text)}" for tag, text in _lines(work)]
        lines += ["ER  - ", ""]
    return "".join(line + "\r\n" for line in lines), notices


def _lines(work: ZoteroItem) -> Iterator[tuple[str, str]]:
    """Tags with their text, the type first."""
    ris_type, is_same = TYPES[work.type]
    yield "TY", ris_type
    tags, roles = (
        tags_of_fields(work.type),
        {role: tag for tag, role in roles_of_tags(work.type).items() if tag != "A1"},
    )
    for creator in work.creators:
        if creator.role in roles:
            yield roles[creator.role], _person(creator)
    later: list[str] = [] if is_same else [f"Type: {work.type}"]
    for own, text in work.fields.items():
        # Programs take an abbreviation that stands alone for the journal.
        is_alone = own == "journalAbbreviation" and "publicationTitle" not in work.fields
        tagged = _tagged(own, text) if own in tags and not is_alone else None
        if tagged is None:
            later.append(labelled(own, text))
        else:
            yield tags[own], tagged
    for creator in work.creators:
        if creator.role not in roles:
            later.append(labelled_person(creator.role, creator.surname, creator.given))
    for tag in (*work.tags, *work.automatic_tags):
        yield "KW", tag
    for note in work.notes:
        yield "N1", note
    for attachment in work.attachments:
        if attachment.path:
            yield {"application/pdf": "L1", "text/html": "L2"}.get(attachment.mime_type, "L4"), attachment.path
    for line in (*later, *work.extra):
        yield EXTRA_TAG, line


def _tagged(own: str, text: str) -> str | None:
    """A field's text as its tag has it, or `None` where programs would read something else from that tag.

    Dates have slashes, as the specification has it. Of one without a year Zotero keeps a single word, of years before
    1000 it drops the noughts, and it takes only what looks like a DOI for one.
    """
    if own == "DOI":
        return text if _DOI.fullmatch(text) else None
    if own == "accessDate":
        match = _ISO_TIME.fullmatch(text)
        return f"{_slashed(match[1])}{match[2]}" if match else _slashed(text) if _ISO_DAY.fullmatch(text) else None
    if own in _DATE_FIELDS:
        is_read = _YEAR.search(text) is not None and not text.startswith("0")
        return None if not is_read else text if own == "filingDate" else _slashed(text)
    return text


def _written(tag: str, text: str) -> str:
    """The text on one line; markup and what looks like an entity as entities, since readers undo those."""
    text = on_one_line(text)
    if tag not in _UNESCAPED and (_TAG.search(text) or html.unescape(text) != text):
        return html.escape(text, quote=False)
    return text


def _person(creator: Creator) -> str:
    return f"{creator.surname}, {creator.given}" if creator.given else creator.surname


def _slashed(text: str) -> str:
    """A date with slashes, as the specification has it; what is no plain date stays."""
    match = _ISO_DAY.fullmatch(text)
    return "/".join(part or "" for part in (*match.groups(), "")) if match and match[2] else text


def _losses(work: ZoteroItem) -> Iterator[Loss]:
    """What RIS cannot say of an item."""
    tagged = roles_of_tags(work.type).values()
    for creator in work.creators:
        if creator.role not in tagged:
            yield Loss(creator.role, "programs show the line of M2 as a note", is_changed=True)
    for creator in work.creators:
        if creator.role in tagged and "," in creator.surname:
            yield Loss(creator.role, f"programs will part {creator.surname!r} at its comma", is_changed=True)
        elif creator.role in tagged and ";" in creator.surname + creator.given:
            yield Loss(creator.role, "programs will part a name at its semicolon", is_changed=True)
    if "type" in work.fields and "type" not in tags_of_fields(work.type):
        yield Loss("type", "programs show the line of M2 as a note", is_changed=True)
    for own, text in work.fields.items():
        if on_one_line(text) != text:
            yield Loss(own, "line breaks become spaces", is_changed=True)
    if any(on_one_line(note) != note for note in work.notes):
        yield Loss(NOTES, "line breaks become spaces", is_changed=True)
    tags = (*work.tags, *work.automatic_tags)
    if any(TAG_SEPARATOR.search(tag) for tag in tags):
        yield Loss(TAGS, "programs will part a tag at its semicolon", is_changed=True)
    elif any(on_one_line(tag) != tag for tag in tags):
        yield Loss(TAGS, "blanks become single spaces", is_changed=True)
    elif len(tags) == 1 and "," in tags[0]:
        yield Loss(TAGS, "Zotero parts a tag that stands alone at its comma", is_changed=True)
    yield from beside_fields(work, {TAGS: True, NOTES: True, FILES: True})
