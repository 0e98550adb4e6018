"""Fields that entries take over from others: `crossref` and `xdata`.

Biblatex manual 2.4.1 (cross-references), 3.13.6 (xdata) and Appendix B (which field becomes which).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from citekit.bibtex.reader import BibEntry, BibField
from citekit.report import Notice, Severity

__all__ = ["inherit"]

NEVER_INHERITED: Final = frozenset(
    """
    ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring
    relatedtype shorthand shorthandintro sortkey langid keywords groups abstract annotation annote file note doi url
    urldate eprint title shorttitle
    """.split()
)
"""A part has its own title, notes and address; the rest of its book is its own too."""

_PARTS: Final = "inbook bookinbook suppbook incollection suppcollection inreference inproceedings conference".split()
_WHOLE_TO_PART: Final = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_MAIN_TO_PART: Final = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_PERIODICAL_TO_ARTICLE: Final = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_BOOK_AUTHOR: Final = frozenset(("inbook", "bookinbook", "suppbook"))
XDATA: Final = "xdata"


def inherit(entries: Sequence[BibEntry]) -> tuple[list[BibEntry], list[Notice]]:
    """The entries with what they take over; `@xdata` entries, which only give, are left out.

    Own fields always win. A reference to nothing and a circle of references become notices.
    """
    by_key = {entry.key: entry for entry in entries}
    # BibTeX finds a cross-referenced key whatever its capitals.
    folded = {entry.key.casefold(): entry.key for entry in reversed(entries)}
    notices: list[Notice] = []
    complete: dict[str, BibEntry] = {}
    for entry in entries:
        if "crossref" in entry.fields or XDATA in entry.fields:
            _complete(entry.key, by_key, folded, complete, notices)
    whole = [complete.get(entry.key, entry) for entry in entries if entry.type != XDATA]
    return whole, notices


def _complete(
    key: str,
    by_key: Mapping[str, BibEntry],
    folded: Mapping[str, str],
    complete: dict[str, BibEntry],
    notices: list[Notice],
) -> None:
    """Complete an entry after those that it refers to; a stack, so that a long chain is no danger."""
    pending = [key]
    while pending:
        top = pending[-1]
        entry = by_key[top]
        if top in complete:
            pending.pop()
            continue
        parents = []
        for field_name, parent_key in _references(entry):
            parent = parent_key if parent_key in by_key else folded.get(parent_key.casefold(), "")
            if not parent:
                _tell(notices, "missing-crossref", f"{parent_key!r} is not a key of this file", entry, field_name)
            elif parent in pending and parent not in complete:
                _tell(notices, "circular-crossref", f"{parent_key!r} leads back to this entry", entry, field_name)
            else:
                parents.append((field_name, parent))
        waiting = [parent for _, parent in parents if parent not in complete]
        if waiting:
            pending += waiting
            # What was just told is told again when this entry's turn comes; so take it back now.
            _forget(notices, entry)
            continue
        complete[top] = _merged(entry, [(name, complete[parent]) for name, parent in parents])
        pending.pop()


def _references(entry: BibEntry) -> list[tuple[str, str]]:
    found = [(XDATA, key.strip()) for key in entry.value(XDATA).split(",") if key.strip()]
    crossref = entry.value("crossref").strip()
    return [*found, ("crossref", crossref)] if crossref else found


def _merged(entry: BibEntry, parents: list[tuple[str, BibEntry]]) -> BibEntry:
    fields: dict[str, BibField] = dict(entry.fields)
    for field_name, parent in parents:
        given = dict(parent.fields) if field_name == XDATA else _handed_down(parent, entry.type)
        for name, value in given.items():
            fields.setdefault(name, value)
    return replace(entry, fields=fields)


def _handed_down(parent: BibEntry, child_type: str) -> dict[str, BibField]:
    """What a cross-referenced entry gives, under the names that it has in the child."""
    renamed = _renaming(parent.type, child_type)
    given: dict[str, BibField] = {}
    for name, value in parent.fields.items():
        if name in renamed:
            given[renamed[name]] = value
        elif name not in NEVER_INHERITED:
            given[name] = value
    if child_type in _BOOK_AUTHOR and "author" in parent.fields:
        given.setdefault("bookauthor", parent.fields["author"])
    elif child_type in _PARTS:
        given.pop("author", None)
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


def _forget(notices: list[Notice], entry: BibEntry) -> None:
    own = {value.location for value in entry.fields.values()}
    notices[:] = [notice for notice in notices if notice.location not in own]
