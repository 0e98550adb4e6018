"""Large files entry by entry: a stretch of the source at a time, in memory that does not grow with the file.

A stretch ends where a block begins in a line of its own. What entries need of each other (macros, and the parents of
`crossref` and `xdata`) is gathered in a first pass, which keeps only that.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from citekit.bibtex.convert import convert_entry
from citekit.bibtex.inheritance import XDATA, inherit
from citekit.bibtex.preamble import Command
from citekit.bibtex.reader import BibEntry, Duplicates, read_entries
from citekit.bibtex.source import CP1252, declared_encoding, not_utf8, wide_encoding
from citekit.errors import InputError, Location
from citekit.items.item import Item
from citekit.report import Notice

__all__ = ["iter_bibtex"]

CHUNK_SIZE: Final = 1 << 20
_LINE_MARK: Final = re.compile(r"^[ \t]*@\w+[ \t]*[{(]", re.MULTILINE)
_REFERENCES: Final = re.compile(r"\b(?:crossref|xdata|entryset)\s*=\s*[{\"]([^{}\"]*)", re.IGNORECASE)
_XDATA_FIELD: Final = re.compile(r"\bxdata\s*=\s*([^\s{}\"=,]+)-[a-z]+\b", re.IGNORECASE)
_DEFINITIONS: Final = re.compile(r"@\s*(?:string|preamble)\b", re.IGNORECASE)


def iter_bibtex(
    path: str | os.PathLike[str],
    *,
    on_notice: Callable[[Notice], object] | None = None,
    sentence_case: bool = True,
) -> Iterator[Item]:
    """Read a BibTeX file item by item, in the order of the file.

    Gives what `read_bibtex` gives, in bounded memory: a stretch of the file, its macros, the keys seen, and the entries
    that others refer to. Each notice goes to `on_notice`. Raises `InputError` where the file cannot be read.
    """
    tell = on_notice or _ignore
    name = os.fspath(path)
    encoding = _encoding(name, tell)
    macros, commands, parents = _shared(name, encoding)
    duplicates = Duplicates()
    for text, line in _stretches(name, encoding):
        source = read_entries(text, name, first_line=line, macros=macros, commands=commands, duplicates=duplicates)
        for notice in source.report.notices:
            tell(notice)
        own = {entry.key for entry in source.entries}
        entries, notices = inherit([*source.entries, *(entry for key, entry in parents.items() if key not in own)])
        for notice in notices:
            if line <= notice.location.line:
                tell(notice)
        for entry in entries:
            if entry.key in own:
                item, notices = convert_entry(entry, sentence_case=sentence_case)
                for notice in notices:
                    tell(notice)
                yield item


def _ignore(notice: Notice) -> None:
    """What becomes of notices that nobody wants."""


def _encoding(name: str, tell: Callable[[Notice], object]) -> str:
    """UTF-16, UTF-8 where all of the file is, else what the file declares, or Windows-1252."""
    head = b""
    decoder = codecs.getincrementaldecoder("utf-8")()
    line = 1
    try:
        with Path(name).open("rb") as stream:
            while chunk := stream.read(CHUNK_SIZE):
                if not head:
                    head = chunk
                    wide = wide_encoding(head)
                    if wide:
                        return "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else wide
                decoder.decode(chunk)
                line += chunk.count(b"\n")
            decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        # The decoder may have kept bytes of the chunk before, which hold no line feed.
        place = Location(name, line + error.object.count(b"\n", 0, error.start))
        encoding = declared_encoding(head) or CP1252
        tell(not_utf8(encoding, place))
        return encoding
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror}", Location(name), "check the path") from error
    return "utf-8-sig"


def _stretches(name: str, encoding: str) -> Iterator[tuple[str, int]]:
    """Stretches of the source that begin with a block, each with the number of its first line."""
    line = 1
    rest = ""
    with Path(name).open(encoding=encoding, errors="replace") as stream:
        while chunk := stream.read(CHUNK_SIZE):
            rest += chunk
            marks = [match.start() for match in _LINE_MARK.finditer(rest, max(0, len(rest) - CHUNK_SIZE // 2))]
            cut = marks[-1] if marks else 0
            if cut:
                yield rest[:cut], line
                line += rest.count("\n", 0, cut)
                rest = rest[cut:]
    if rest:
        yield rest, line


def _shared(name: str, encoding: str) -> tuple[dict[str, str], dict[str, Command], dict[str, BibEntry]]:
    """The macros of the file, the commands that its preambles define, and the entries that others refer to."""
    macros: dict[str, str] = {}
    commands: dict[str, Command] = {}
    wanted: set[str] = set()
    for text, _ in _stretches(name, encoding):
        for match in _REFERENCES.finditer(text):
            wanted.update(key.strip().casefold() for key in match[1].split(","))
        wanted.update(match[1].casefold() for match in _XDATA_FIELD.finditer(text))
        if _DEFINITIONS.search(text):
            source = read_entries(text, macros=macros)
            macros |= source.macros
            commands |= source.commands
    parents: dict[str, BibEntry] = {}
    wanted.discard("")
    while wanted:
        found: dict[str, BibEntry] = {}
        for text, line in _stretches(name, encoding):
            for entry in read_entries(text, name, first_line=line, macros=macros, commands=commands).entries:
                if entry.key not in parents and not wanted.isdisjoint(_keys(entry)):
                    found[entry.key] = entry
        parents |= found
        given = {key.strip().casefold() for entry in found.values() for field in ("crossref", XDATA)
                 for key in entry.value(field).split(",")}  # fmt: skip
        wanted = given - {key.casefold() for key in parents} - {""} if found else set()
    return macros, commands, parents


def _keys(entry: BibEntry) -> Iterator[str]:
    """The key of an entry and its other ones, in small letters."""
    yield entry.key.casefold()
    for alias in entry.value("ids").split(","):
        yield alias.strip().casefold()
