"""RIS read: files of Zotero and of other programs, and those that citekit wrote.

RIS specification (2011); both the tags of 2001 (T1, Y1, JF …) and those of 2011. A line that begins with no tag goes on
from the line before. What programs do with the tags is what Zotero's reading of RIS and their own files show.
"""

from __future__ import annotations

import html
import re
from typing import Final

from citekit.errors import InputError, Location
from citekit.export.attachments import derived_attachments
from citekit.export.ris_lines import RisEntry, RisLine, read_entries
from citekit.export.ris_tables import (
    DEFAULT_TYPE,
    EXTRA_TAG,
    LABELS_OF_NOTES,
    TAG_SEPARATOR,
    TYPES_READ,
    fields_of_tags,
    roles_of_tags,
)
from citekit.export.zotero_dates import iso_time, read_zotero_date
from citekit.export.zotero_reading import from_zotero, with_own_ids
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_text import on_one_line
from citekit.export.zotero_work import LINKED_FILE, LINKED_URL, Attachment, Creator, ZoteroItem
from citekit.items.item import Item
from citekit.report import Notice, Report, Severity

__all__ = ["read_ris"]

_LABELLED: Final = re.compile(r"([^:]+):\s+(.+)")
_DATE: Final = re.compile(r"(\d{4})(?:/(\d{0,2})(?:/(\d{0,2})(?:/(.*))?)?)?")
_YEAR_AND_MONTH: Final = re.compile(r"(\d{4})/([^\W\d]+)/*")
_JSTOR_DATE: Final = re.compile(r"Full publication date: (.+)")
_PUBMED_NUMBER: Final = re.compile(r"(\d+) ?\[pmid\]|(PMC\d+)(?: ?\[pmcid\])?", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b\d{4}\b")
_DOI_ADDRESS: Final = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_DOI: Final = re.compile(r"10\.\d{4,}/\S+")
_ENTITY: Final = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[0-9A-Fa-f]{2,4});")
_ADDRESS: Final = re.compile(r"https?://", re.IGNORECASE)
_NEXT_ADDRESS: Final = re.compile(r"\s*[;\s]\s*(?=https?://)", re.IGNORECASE)
_PUBMED: Final = "PM:"

_FILES: Final = {"L1": "application/pdf", "L2": "text/html", "L3": "", "L4": "application/octet-stream"}
_NOTES: Final = frozenset({"N1", "RN"})
_DATES: Final = frozenset({"DA", "PY", "Y1", "Y2"})
_DATES_OF_ISSUE: Final = ("DA", "PY", "Y1")
"""In their order of trust: the tag of 2001 is believed last."""
_LINES_MATTER: Final = frozenset({"KW", "UR", *_FILES, *_NOTES})
_SHORT_TITLES: Final = frozenset({"J2", "JA", "JO"})
_SEVERAL: Final = frozenset({"ISBN", "ISSN"})
_PLACELESS: Final = frozenset(
    "AD AV C1 C2 C3 C4 C5 C6 C7 C8 CA CR EP H1 H2 LB LK M1 M3 OP RI RP TA TT U1 U2 U3 U4 U5".split()
)
"""Tags of the specification and of common programs that few types have a field for."""


def read_ris(text: str, file: str = "") -> tuple[list[Item], Report]:
    """The items of an RIS file; raises `InputError` where no line of it is RIS.

    >>> items, report = read_ris("TY  - BOOK\\nAU  - Juan, Maïté\\nTI  - Essais\\nPY  - 2020\\nER  - \\n")
    >>> items[0].id, items[0].text("title"), len(report)
    ('juan2020', 'Essais', 0)
    """
    report = Report()
    items = [_Reading(entry, report, file).item() for entry in read_entries(text, report, file)]
    if not items:
        raise InputError("this is not RIS: no line begins with 'TY  - '", Location(file, 1), "check the file's format")
    return with_own_ids(items), report


class _Reading:
    """One entry on its way to an item."""

    __slots__ = (
        "_entry",
        "_fields",
        "_file",
        "_has_issue",
        "_has_journal",
        "_last_page",
        "_report",
        "_roles",
        "_said",
        "_tags",
        "_work",
    )

    def __init__(self, entry: RisEntry, report: Report, file: str) -> None:
        self._entry = entry
        self._report = report
        self._file = file
        extras = [one.value for one in entry.lines if one.tag == EXTRA_TAG]
        said = next((value[6:] for value in extras if value.startswith("Type: ")), "")
        self._said = said if said in zotero_types() else ""
        self._work = ZoteroItem(self._said or self._type_name())
        self._fields = fields_of_tags(self._work.type)
        self._roles = roles_of_tags(self._work.type)
        self._has_issue = any(one.tag == "IS" and one.value for one in entry.lines)
        self._has_journal = any(one.tag in ("T2", "JF") and one.value for one in entry.lines)
        self._last_page = ""
        self._tags: list[str] = []

    def item(self) -> Item:
        """The item that the entry is."""
        self._take_dates()
        for one in self._entry.lines:
            if one.value and one.tag not in _DATES_OF_ISSUE:
                self._take(one.tag, _value(one), one)
        self._settle()
        work = self._work
        work.tags = tuple(dict.fromkeys(self._tags))
        order = {own: i for i, own in enumerate(zotero_types()[work.type].fields.values())}
        work.fields = dict(sorted(work.fields.items(), key=lambda pair: order.get(pair[0], -1)))
        # RIS has links only as the URL itself, so those that it would make are taken as given.
        bare = from_zotero(ZoteroItem(work.type, dict(work.fields)))
        work.attachments[:0] = derived_attachments(bare)
        return from_zotero(work, Location(self._file, self._entry.line))

    def _type_name(self) -> str:
        known = TYPES_READ.get(self._entry.type, "")
        if known:
            return known
        place = Location(self._file, self._entry.line)
        message = f"RIS has no type {self._entry.type!r}; read as {DEFAULT_TYPE!r}"
        self._report.add(Notice("unknown-type", message, place))
        return DEFAULT_TYPE

    def _take(self, tag: str, value: str, line: RisLine) -> None:
        work = self._work
        own = self._field(tag, value)
        if tag in self._roles:
            work.creators += [_person(self._roles[tag], one) for one in value.split(";") if one.strip()]
        elif tag == "KW":
            self._tags += [one for one in TAG_SEPARATOR.split(value) if one]
        elif tag in _NOTES and not self._take_labelled_note(value):
            work.notes.append(value if value.startswith("<") else f"<p>{value.replace(chr(10), '<br/>')}</p>")
        elif tag in _NOTES:
            pass
        elif tag in _FILES:
            work.attachments += [_attachment(one.strip(), _FILES[tag]) for one in value.split("\n") if one.strip()]
        elif tag == "UR":
            self._take_addresses(value, line)
        elif tag == "EP" and "pages" in zotero_types()[work.type].fields:
            self._last_page = self._last_page or value
        elif tag == "ID":
            work.fields.setdefault("citationKey", value)
        elif own and own not in work.fields:
            text = _dashed(value) if tag in _DATES else _DOI_ADDRESS.sub("", value) if own == "DOI" else value
            work.fields[own] = iso_time(text) if own == "accessDate" else text
        elif own in _SEVERAL:
            if value not in work.fields[own].split(", "):
                work.fields[own] += f", {value}"
        elif match := _PUBMED_NUMBER.fullmatch(value):
            work.extra.append(f"PMID: {match[1]}" if match[1] else f"PMCID: {match[2]}")
        elif tag == "SE" and work.type == "bookSection":
            # EndNote's chapter, which Zotero's sections of books do not have.
            work.extra.append(f"chapter-number: {value}")
        elif tag == EXTRA_TAG:
            _take_labelled(work, value, self._said)
        elif not own or value not in work.fields[own]:
            self._keep(tag, value, line)

    def _field(self, tag: str, value: str) -> str:
        """The field that a tag means in this entry, or the empty string."""
        if tag in ("JO", "JA") and self._has_journal and "J2" in self._fields:
            return self._fields["J2"]
        if tag == "M1" and self._has_issue and self._work.type == DEFAULT_TYPE:
            return ""
        own = self._fields.get(tag, "")
        if not own and tag == "M3" and _DOI.search(value):
            return self._fields.get("DO", "")
        return own

    def _take_labelled_note(self, value: str) -> bool:
        """Whether a note is a field under its label ("Call Number: 306 GRI"), which is taken then."""
        label, _, text = value.partition(": ")
        own = zotero_types()[self._work.type].fields.get(LABELS_OF_NOTES.get(label, ""), "")
        return bool(own and text and "\n" not in text and self._work.fields.setdefault(own, text) == text)

    def _take_addresses(self, value: str, line: RisLine) -> None:
        first, *others = _NEXT_ADDRESS.split(value)
        own = self._fields.get("UR", "")
        if first.startswith(_PUBMED):
            self._work.extra.append(f"PMID: {first.removeprefix(_PUBMED)}")
        elif own and own not in self._work.fields:
            self._work.fields[own] = first
        else:
            others.insert(0, first)
        self._work.attachments += [_attachment(one, "") for one in others if one != self._work.fields.get(own)]

    def _take_dates(self) -> None:
        """The fullest of DA, Y1 and PY; a day and month without a year take that of the others."""
        for one in self._entry.lines:
            match = _JSTOR_DATE.fullmatch(one.value) if one.tag == "C1" else None
            if match and not read_zotero_date(match[1]).literal:
                one.tag, one.value = "DA", match[1]
        values = {one.tag: _value(one) for one in reversed(self._entry.lines) if one.tag in _DATES and one.value}
        year = next((match[0] for tag in ("PY", "Y1") if (match := _YEAR.search(values.get(tag, "")))), "")
        own = self._fields.get("DA", "")
        for one in sorted(self._entry.lines, key=lambda one: one.tag):  # which is their order of trust
            if one.tag not in _DATES_OF_ISSUE or not one.value:
                continue
            if not own:
                self._keep(one.tag, _value(one), one)
                continue
            text = _dashed(_value(one))
            if one.tag == "DA" and year and not _YEAR.search(text) and text.strip():
                text = f"{text} {year}"
            known = self._work.fields.get(own, "")
            if not known or (known in text and len(text) > len(known)):
                self._work.fields[own] = text
            elif text not in known:
                self._keep(one.tag, _value(one), one)

    def _keep(self, tag: str, value: str, line: RisLine) -> None:
        self._work.extra.append(f"ris-{tag.lower()}: {on_one_line(value)}")
        message = f"the tag {tag} has no place in a {self._work.type}; kept as custom"
        severity = Severity.INFO if tag in _PLACELESS or tag in self._fields else Severity.WARNING
        self._report.add(Notice("kept-in-custom", message, Location(self._file, line.line), severity))

    def _settle(self) -> None:
        """What only shows when the whole entry has been read."""
        fields = self._work.fields
        start = fields.get("pages", "")
        if self._last_page and "-" not in start and start != self._last_page:
            fields["pages"] = f"{start}-{self._last_page}" if start else self._last_page
        journal, short = self._fields.get("T2", ""), self._fields.get("J2", "")
        is_tagged = any(one.tag in _SHORT_TITLES for one in self._entry.lines)
        if journal and short and self._work.type == DEFAULT_TYPE and short in fields and is_tagged:
            # Some sites give the abbreviation alone.
            fields.setdefault(journal, fields[short])
            if fields[short] == fields[journal] and self._has_journal:
                del fields[short]


def _value(line: RisLine) -> str:
    value = line.value if line.tag in _LINES_MATTER else on_one_line(line.value)
    if "&" in value and line.tag not in _NOTES:
        return _ENTITY.sub(lambda match: html.unescape(match[0]), value)
    return value


def _attachment(where: str, mime_type: str) -> Attachment:
    """A file, or the address of one."""
    title = where.rstrip("/").rpartition("/")[2]
    if _ADDRESS.match(where):
        return Attachment(title, where, "", mime_type, LINKED_URL)
    return Attachment(title, "", where, mime_type or "application/octet-stream", LINKED_FILE)


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
    elif value != f"Type: {said}" or not said:
        work.extra.append(value)


def _person(role: str, value: str) -> Creator:
    surname, _, given = value.partition(",")
    # A third part is the suffix: "King, Martin Luther, Jr.".
    return Creator(role, surname.strip(), given.strip())


def _dashed(text: str) -> str:
    """A date in ISO's form: `2020/05/03/` becomes `2020-05-03`, `2020///Spring` "Spring 2020"."""
    match = _YEAR_AND_MONTH.fullmatch(text.strip())
    if match:
        return f"{match[2]} {match[1]}"
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return text
    year, month, day, other = (part or "" for part in match.groups())
    parts = [year]
    for part in (month, day):
        if not part.strip("0"):
            break
        parts.append(part.zfill(2))
    date = "-".join(parts)
    if not other.strip():
        return date
    return f"{other.strip()} {year}" if len(parts) == 1 else f"{date} {other.strip()}" if ":" in other else date
