"""Fields that entries take over from others: `crossref`, `xdata`, and sets.

Biblatex manual 2.4.1 (cross-references), 3.15.6 (xdata, whole and field by field) and Appendix B (which field becomes
which).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from citekit.bibtex.names import split_list
from citekit.bibtex.reader import BibEntry, BibField
from citekit.report import Notice, Severity

__all__ = ["inherit"]

NEVER_INHERITED: Final = frozenset(
    """
    ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring
    relatedtype shorthand shorthandintro sortkey key groups file pdf owner timestamp
    """.split()
)
"""Biblatex's own list (manual, appendix B), and what describes one entry of a database rather than a work."""
_ALIASES: Final = (
    ("location", "address"), ("annotation", "annote"), ("eprinttype", "archiveprefix"), ("journaltitle", "journal"),
    ("eprintclass", "primaryclass"), ("institution", "school"), ("langid", "hyphenation"), ("date", "year"),
)  # fmt: skip
"""Biblatex manual 2.2.5: two names of one field; and a date is whole or a year with its month."""
_OTHER_NAME: Final[Mapping[str, str]] = dict([*_ALIASES, *((old, new) for new, old in _ALIASES)]) | {
    "month": "date",
    "day": "date",
}
_SHORT_FORMS: Final = frozenset(("shorttitle", "sorttitle", "indextitle", "indexsorttitle"))
"""What is short for a title goes nowhere where the title changes its place."""

_PARTS: Final = "inbook bookinbook suppbook incollection suppcollection inreference inproceedings conference".split()
_WHOLE_TO_PART: Final = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_MAIN_TO_PART: Final = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_PERIODICAL_TO_ARTICLE: Final = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_BOOK_AUTHOR: Final = frozenset(("inbook", "bookinbook", "suppbook"))
XDATA: Final = "xdata"
_XDATA_FIELD: Final = re.compile(r"xdata\s*=\s*(\S+)-([a-z]+)(?:-([1-9]\d{0,3}))?", re.IGNORECASE)
SET: Final = "set"


def inherit(entries: Sequence[BibEntry]) -> tuple[list[BibEntry], list[Notice]]:
    """The entries with what they take over; `@xdata` entries, which only give, are left out.

    Own fields always win. A reference to nothing and a circle of references become notices.
    """
    by_key = {entry.key: entry for entry in entries}
    # BibTeX finds a cross-referenced key whatever its capitals.
    folded = {entry.key.casefold(): entry.key for entry in reversed(entries)}
    for entry in entries:
        if "ids" in entry.fields:
            for alias in entry.value("ids").split(","):
                folded.setdefault(alias.strip().casefold(), entry.key)
    notices: list[Notice] = []
    complete: dict[str, BibEntry] = {}
    if any(entry.type == XDATA for entry in entries):
        entries = [_with_xdata_fields(entry, by_key, notices) for entry in entries]
        by_key = {entry.key: entry for entry in entries}
    for entry in entries:
        if "crossref" in entry.fields or XDATA in entry.fields or entry.type == SET:
            _complete(entry.key, by_key, folded, complete, notices)
    whole = [complete.get(entry.key, entry) for entry in entries if entry.type != XDATA]
    return whole, notices


def _with_xdata_fields(entry: BibEntry, by_key: Mapping[str, BibEntry], notices: list[Notice]) -> BibEntry:
    """The entry with the single fields, or members of lists, that it takes from others: `xdata=key-author-2`."""
    fields = dict(entry.fields)
    for name, field in entry.fields.items():
        if "xdata" in field.value and name != XDATA:
            parts = [_xdata_field(part, entry, name, by_key, notices) for part in split_list(field.value)]
            fields[name] = replace(field, value=" and ".join(parts)) if parts != [field.value] else field
    return replace(entry, fields=fields)


def _xdata_field(part: str, entry: BibEntry, name: str, by_key: Mapping[str, BibEntry], notices: list[Notice]) -> str:
    """The value that a reference stands for, through any number of references in between."""
    followed: set[str] = set()
    while match := _XDATA_FIELD.fullmatch(part):
        if part in followed:
            _tell(notices, "circular-crossref", f"{part!r} leads back to itself", entry, name)
            return part
        followed.add(part)
        giver = by_key.get(match[1])
        value = giver.value(match[2].lower()) if giver is not None and giver.type == XDATA else ""
        members = split_list(value) if match[3] else [value]
        if not value or len(members) < int(match[3] or 1):
            _tell(notices, "missing-crossref", f"{part!r} is not a field of this file's @xdata", entry, name)
            return part
        part = members[int(match[3] or 1) - 1]
    return part


def _complete(
    key: str,
    by_key: Mapping[str, BibEntry],
    folded: Mapping[str, str],
    complete: dict[str, BibEntry],
    notices: list[Notice],
) -> None:
    """Complete an entry after those that it refers to; a stack, so that a long chain is no danger."""
    pending = [key]
    opened = {key}
    while pending:
        top = pending[-1]
        entry = by_key[top]
        if top in complete:
            pending.pop()
            continue
        references = [(name, _found(parent, by_key, folded), parent) for name, parent in _references(entry)]
        waiting = [parent for _, parent, _ in references if parent and parent not in complete and parent not in opened]
        if waiting:
            pending += waiting
            opened.update(waiting)
            continue
        parents: list[tuple[str, BibEntry]] = []
        for name, parent, given in references:
            if not parent:
                _tell(notices, "missing-crossref", f"{given!r} is not a key of this file", entry, name)
            elif parent not in complete:
                _tell(notices, "circular-crossref", f"{given!r} leads back to this entry", entry, name)
            else:
                parents.append((name, complete[parent]))
        complete[top] = _merged(entry, parents)
        pending.pop()


def _found(key: str, by_key: Mapping[str, BibEntry], folded: Mapping[str, str]) -> str:
    return key if key in by_key else folded.get(key.casefold(), "")


def _references(entry: BibEntry) -> list[tuple[str, str]]:
    found = [(XDATA, key.strip()) for key in entry.value(XDATA).split(",") if key.strip()]
    crossref = entry.value("crossref").strip()
    if crossref:
        found.append(("crossref", crossref))
    if entry.type == SET:
        # Biblatex manual 3.13.5: a set takes what it says of itself from its first member.
        found += [("entryset", key.strip()) for key in entry.value("entryset").split(",")[:1] if key.strip()]
    return found


def _merged(entry: BibEntry, parents: list[tuple[str, BibEntry]]) -> BibEntry:
    fields: dict[str, BibField] = dict(entry.fields)
    for field_name, parent in parents:
        given = _handed_down(parent, entry.type) if field_name == "crossref" else dict(parent.fields)
        own = frozenset(fields)
        for name, value in given.items():
            if name not in own and _OTHER_NAME.get(name) not in own:
                fields[name] = value
        if field_name == "entryset":
            entry = replace(entry, type=parent.type)
    return replace(entry, fields=fields)


def _handed_down(parent: BibEntry, child_type: str) -> dict[str, BibField]:
    """What a cross-referenced entry gives, under the names that it has in the child."""
    renamed = _renaming(parent.type, child_type)
    given: dict[str, BibField] = {}
    for name, value in parent.fields.items():
        if name in renamed:
            given[renamed[name]] = value
        elif name not in NEVER_INHERITED and not (renamed and name in _SHORT_FORMS):
            given[name] = value
    is_volume = child_type == "book" and parent.type == "mvbook"
    if (child_type in _BOOK_AUTHOR or is_volume) and "author" in parent.fields:
        given.setdefault("bookauthor", parent.fields["author"])
    # BibTeX's old practice: the parent has a booktitle of its own beside its title.
    if "booktitle" in parent.fields and "title" in renamed:
        given["booktitle"] = parent.fields["booktitle"]
    return given


def _renaming(parent_type: str, child_type: str) -> Mapping[str, str]:
    if parent_type == "periodical":
        return _PERIODICAL_TO_ARTICLE
    if child_type in _PARTS:
        return _MAIN_TO_PART if parent_type.startswith("mv") else _WHOLE_TO_PART
    return _MAIN_TO_PART if parent_type.startswith("mv") else {}


def _tell(notices: list[Notice], rule: str, message: str, entry: BibEntry, field_name: str) -> None:
    location = entry.fields[field_name].location
    notices.append(Notice(rule, message, location, Severity.WARNING, "mend the key, or take the field out"))
