"""RIS: one tag a line, understood by nearly every program for references.

RIS specification (2011). What has no tag of its own is written as `M2  - Label: value`: Zotero puts such lines into
Extra and from there into the field of that name, and citekit reads them back; other programs show them as notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from citekit.export.loss import FILES, KEPT, NOTES, TAGS, Loss, beside_fields, notices_of
from citekit.export.ris_tables import EXTRA_TAG, TAG_SEPARATOR, TYPES, roles_of_tags, tags_of_fields
from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_work import Creator, ZoteroItem
from citekit.items.item import Item
from citekit.report import Notice

__all__ = ["field_label", "to_ris"]

_WORDS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ISO_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


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
        lines += [f"{tag}  - {_on_one_line(text)}" for tag, text in _lines(work)]
        lines += ["ER  - ", ""]
    return "".join(line + "\r\n" for line in lines), notices


def field_label(name: str) -> str:
    """A field's or a role's name as Zotero shows it and reads it back from Extra.

    The field "type" goes by its CSL name, since "Type:" would change the type of the item.

    >>> field_label("citationKey"), field_label("PMID")
    ('Citation Key', 'PMID')
    """
    return "genre" if name == "type" else _WORDS.sub(" ", name[:1].upper() + name[1:])


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
        if own in tags:
            yield tags[own], _slashed(text) if tags[own] in ("DA", "Y2") else text
        else:
            later.append(f"{field_label(own)}: {text}")
    for creator in work.creators:
        if creator.role not in roles:
            given = f" || {creator.given}" if creator.given else ""
            later.append(f"{field_label(creator.role)}: {creator.surname}{given}")
    for tag in (*work.tags, *work.automatic_tags):
        yield "KW", tag
    for note in work.notes:
        yield "N1", note
    for attachment in work.attachments:
        if attachment.path:
            yield {"application/pdf": "L1", "text/html": "L2"}.get(attachment.mime_type, "L4"), attachment.path
    for line in (*later, *work.extra):
        yield EXTRA_TAG, line


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


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
        if creator.role in tagged and not creator.given and "," in creator.surname:
            yield Loss(creator.role, f"programs will part the body {creator.surname!r} at its comma", is_changed=True)
        elif creator.role in tagged and ";" in creator.surname + creator.given:
            yield Loss(creator.role, "programs will part a name at its semicolon", is_changed=True)
    for own, text in work.fields.items():
        if _on_one_line(text) != text:
            yield Loss(own, "line breaks become spaces", is_changed=True)
    if any(_on_one_line(note) != note for note in work.notes):
        yield Loss(NOTES, "line breaks become spaces", is_changed=True)
    if any(TAG_SEPARATOR.search(tag) for tag in (*work.tags, *work.automatic_tags)):
        yield Loss(TAGS, "programs will part a tag at its semicolon", is_changed=True)
    yield from beside_fields(work, {TAGS: True, NOTES: True, FILES: True})
