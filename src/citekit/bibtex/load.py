"""From a file, a stream or text to items and a report: the way through the other modules."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TextIO

from citekit.bibtex.convert import convert_entry
from citekit.bibtex.inheritance import inherit
from citekit.bibtex.reader import read_entries
from citekit.bibtex.source import read_file
from citekit.errors import Location
from citekit.items.item import Item
from citekit.report import Notice, Report, Severity

__all__ = ["parse_bibtex", "read_bibtex"]


def read_bibtex(
    source: str | os.PathLike[str] | TextIO,
    *,
    file: str | None = None,
    strings: Sequence[str | os.PathLike[str]] = (),
    sentence_case: bool = True,
) -> tuple[list[Item], Report]:
    """Read a BibTeX file, given by its path or as an open text stream, to items and a report.

    `file` is the name that places are reported under; the path or the stream's own name without it. `strings` are
    files whose `@string` definitions the source uses. `sentence_case` recases English titles from BibTeX's title case
    to CSL's sentence case. Raises `InputError` where a file is missing, is a directory, or may not be read.
    """
    macros, told = _read_macros(strings)
    if isinstance(source, str | os.PathLike):
        name = os.fspath(source)
        text, notices = read_file(name)
    else:
        stream_name = getattr(source, "name", "")
        name = stream_name if isinstance(stream_name, str) else ""
        text, notices = source.read(), []
    items, report = parse_bibtex(text, name if file is None else file, macros=macros, sentence_case=sentence_case)
    report.notices[:0] = [*told, *notices]
    return items, report


def _read_macros(files: Sequence[str | os.PathLike[str]]) -> tuple[dict[str, str], list[Notice]]:
    """The macros that some files define, the last definition of a name winning."""
    macros: dict[str, str] = {}
    told: list[Notice] = []
    for file in files:
        name = os.fspath(file)
        text, notices = read_file(name)
        found = read_entries(text, name, macros=macros)
        macros |= found.macros
        told += [*notices, *found.report.notices]
    return macros, told


def parse_bibtex(
    text: str, file: str = "", *, macros: Mapping[str, str] | None = None, sentence_case: bool = True
) -> tuple[list[Item], Report]:
    r"""Read BibTeX source to items, in the order of the source, and a report.

    Nothing is raised: a broken entry is a notice of severity error with its place, and its neighbours survive.

    >>> items, report = parse_bibtex(r"@book{a, title = {{\'E}mile}, author = {Rousseau, Jean-Jacques}, year = 1762}")
    >>> items[0].text("title"), len(report)
    ('Émile', 0)
    """
    source = read_entries(text, file, macros=macros)
    report = source.report
    if not text.strip("\ufeff \t\r\n"):
        report.add(Notice("empty-file", "there is nothing to read", Location(file), Severity.WARNING))
    elif not source.entries and not report.errors:
        report.add(
            Notice("no-entries", "there is no entry in this text", Location(file), remedy="is it a BibTeX file?")
        )
    entries, notices = inherit(source.entries)
    report.extend(notices)
    items: list[Item] = []
    for entry in entries:
        item, told = convert_entry(entry, sentence_case=sentence_case)
        if source.groups.paths:
            item = replace(item, groups=source.groups.groups_of(entry.key, item.groups))
        items.append(item)
        report.notices += told
    return items, report
