"""RIS read: files of Zotero and of other programs, and those that citekit wrote.

RIS specification (2011); both the tags of 2001 (T1, Y1, JF …) and those of 2011. A line that begins with no tag goes on
from the line before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from citekit.errors import InputError, Location
from citekit.export.attachments import derived_attachments
from citekit.export.ris_tables import DEFAULT_TYPE, EXTRA_TAG, TYPES_READ, fields_of_tags, roles_of_tags
from citekit.export.zotero_reading import from_zotero, with_own_ids
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_work import LINKED_FILE, Attachment, Creator, ZoteroItem
from citekit.items.item import Item
from citekit.report import Notice, Report, Severity

__all__ = ["read_ris"]

_LINE: Final = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?")
_LABELLED: Final = re.compile(r"([^:]+): (.+)")
_DATE: Final = re.compile(r"(\d{4})/(\d{1,2})?/?(\d{1,2})?/?")
_FILES: Final = {"L1": "application/pdf", "L2": "text/html", "L4": "application/octet-stream"}


@dataclass(slots=True)
class _Entry:
    """The lines between TY and ER, with the number of the first."""

    line: int
    lines: list[tuple[str, str]] = field(default_factory=list)


def read_ris(text: str, file: str = "") -> tuple[list[Item], Report]:
    """The items of an RIS file; raises `InputError` where no line of it is RIS.

    >>> items, report = read_ris("TY  - BOOK\\nAU  - Juan, Maïté\\nTI  - Essais\\nPY  - 2020\\nER  - \\n")
    >>> items[0].id, items[0].text("title"), len(report)
    ('juan2020', 'Essais', 0)
    """
    report = Report()
    items = [_item(entry, report, file) for entry in _entries(text, report, file)]
    if not items:
        raise InputError("this is not RIS: no line begins with 'TY  - '", Location(file, 1), "check the file's format")
    return with_own_ids(items), report


def _entries(text: str, report: Report, file: str) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        match = _LINE.fullmatch(line.rstrip()) or _LINE.fullmatch(line)
        if match is None:
            if entry is not None and entry.lines and line.strip():
                tag, before = entry.lines[-1]
                entry.lines[-1] = (tag, f"{before} {line.strip()}")
            elif line.strip():
                message = f"{line.strip()[:40]!r} stands outside of any entry and is not kept"
                report.add(Notice("outside-entry", message, Location(file, number), Severity.ERROR))
            continue
        tag, value = match[1], (match[2] or "").strip()
        if tag == "TY":
            if entry is not None:
                report.add(Notice("unclosed-entry", "the entry has no ER", Location(file, entry.line)))
                yield entry
            entry = _Entry(number, [(tag, value)])
        elif entry is None:
            message = f"the tag {tag} stands outside of any entry and is not kept"
            report.add(Notice("outside-entry", message, Location(file, number), Severity.ERROR, "begin with TY"))
        elif tag == "ER":
            yield entry
            entry = None
        elif value:
            entry.lines.append((tag, value))
    if entry is not None:
        report.add(Notice("unclosed-entry", "the last entry has no ER", Location(file, entry.line)))
        yield entry


def _item(entry: _Entry, report: Report, file: str) -> Item:
    place = Location(file, entry.line)
    ris_type = entry.lines[0][1].upper()
    extras = [value for tag, value in entry.lines if tag == EXTRA_TAG]
    said = next((value[6:] for value in extras if value.startswith("Type: ")), "")
    type_name = said if said in zotero_types() else TYPES_READ.get(ris_type, "document" if ris_type == "GEN" else "")
    if not type_name:
        report.add(Notice("unknown-type", f"RIS has no type {ris_type!r}; read as {DEFAULT_TYPE!r}", place))
        type_name = DEFAULT_TYPE
    work = ZoteroItem(type_name)
    tags: list[str] = []
    fields, roles = fields_of_tags(type_name), roles_of_tags(type_name)
    for tag, value in entry.lines[1:]:
        if tag in roles:
            work.creators.append(_person(roles[tag], value))
        elif tag == "KW":
            tags.append(value)
        elif tag in ("N1", "RN"):
            work.notes.append(value if value.startswith("<") else f"<p>{value}</p>")
        elif tag in _FILES:
            work.attachments.append(Attachment(value.rpartition("/")[2], "", value, _FILES[tag], LINKED_FILE))
        elif tag == "EP" and "pages" in fields.values():
            start = work.fields.get("pages", "")
            work.fields["pages"] = f"{start}-{value}" if start and "-" not in start else start or value
        elif tag == "ID":
            work.fields.setdefault("citationKey", value)
        elif tag in fields and fields[tag] not in work.fields:
            work.fields[fields[tag]] = _dashed(value) if tag in ("DA", "PY", "Y1", "Y2") else value
        elif tag == EXTRA_TAG:
            _take_labelled(work, value, said)
        elif tag in fields and (work.fields[fields[tag]].startswith(value) or tag in ("PY", "Y1")):
            pass  # PY says again the year of DA
        else:
            work.extra.append(f"ris-{tag.lower()}: {value}")
            report.add(Notice("kept-in-custom", f"the tag {tag} has no place in a {type_name}; kept as custom", place))
    work.tags = tuple(tags)
    order = {own: i for i, own in enumerate(zotero_types()[type_name].fields.values())}
    work.fields = dict(sorted(work.fields.items(), key=lambda pair: order.get(pair[0], -1)))
    # RIS has links only as the URL itself, so those that it would make are taken as given.
    bare = from_zotero(ZoteroItem(type_name, dict(work.fields)))
    work.attachments[:0] = derived_attachments(bare)
    return from_zotero(work, place)


def _take_labelled(work: ZoteroItem, value: str, said: str) -> None:
    """A line of Extra: the field or role that its label names, or a line that is kept."""
    match = _LABELLED.fullmatch(value)
    key = match[1].replace(" ", "").casefold() if match else ""
    type_ = zotero_types()[work.type]
    own = {name.casefold(): name for name in type_.fields.values() if name != "type"}.get(key, "")
    if key == "genre" and "type" in type_.fields:
        own = type_.fields["type"]
    role = {name.casefold(): name for name in type_.creators}.get(key, "")
    if match and own and own != "extra" and own not in work.fields:
        work.fields[own] = match[2]
    elif match and role:
        surname, _, given = match[2].partition("||")
        work.creators.append(Creator(role, surname.strip(), given.strip()))
    elif value != f"Type: {said}" or said not in zotero_types():
        work.extra.append(value)


def _person(role: str, value: str) -> Creator:
    surname, _, given = value.partition(",")
    # A third part is the suffix: "King, Martin Luther, Jr.".
    return Creator(role, surname.strip(), given.strip())


def _dashed(text: str) -> str:
    """A date in ISO's form: `2020/05/03/` becomes `2020-05-03`; text behind the last slash is kept."""
    match = _DATE.fullmatch(text)
    if match is None:
        return text
    parts: Iterable[str] = (part.zfill(2) for part in match.groups() if part)
    return "-".join(parts)
