"""BibTeX source to entries: every block accounted for, every field with its place.

`blocks.py` finds the blocks, `scanner.py` reads each one, and here macros are resolved, repeated keys
and fields are reported, and what cannot be read becomes a notice of severity error while its neighbours survive.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from citekit.bibtex.blocks import OTHER_KINDS, BlockKind, Lines, SourceBlock, find_blocks
from citekit.bibtex.jabref import GroupTree, read_group_tree
from citekit.bibtex.macros import Macros
from citekit.bibtex.preamble import Command, defined_commands, expand_commands
from citekit.bibtex.quick import QuickEntry
from citekit.bibtex.scanner import Piece, ScanError, ScannedEntry, salvage_entry, scan_entry, scan_preamble
from citekit.bibtex.source import hide_comments, normalize_lines
from citekit.errors import NOWHERE, Location
from citekit.report import Notice, Report, Severity

__all__ = ["BibEntry", "BibField", "BibSource", "Duplicates", "read_entries"]

_BLOCK_OPENING: Final = re.compile(r"@\s*(\w*)\s*[{(]")
_ENTRY_TYPE: Final = re.compile(r"[a-z][\w-]*", re.IGNORECASE)
_BLOCK_LINE: Final = re.compile(r"^[ \t]*(@\w+)[ \t]*[{(]", re.MULTILINE)
_LOST_FIELDS: Final = re.compile(r"\s*,?\s*[A-Za-z][\w-]*\s*=\s*[{\"\d]")
_LOST_BLOCK: Final = re.compile(r"@\s*[\w-]+\s*[{(]|^[ \t]*@(?!(?i:comment)\b)[A-Za-z]\w*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BibField:
    """A field's value as LaTeX source, macros and `#` resolved, and where the field's name stands."""

    value: str
    offset: int = field(default=0, compare=False)
    lines: Lines | None = field(default=None, compare=False, repr=False)

    @property
    def location(self) -> Location:
        """The line and column of the field's name; counted when they are asked for, which is seldom."""
        return self.lines.location(self.offset) if self.lines is not None else NOWHERE


@dataclass(frozen=True, slots=True)
class BibEntry:
    """One `@type{key, …}` block; type and field names are in small letters, `raw` is the block as it stands."""

    type: str
    key: str
    fields: Mapping[str, BibField] = field(default_factory=dict)
    location: Location = field(default=NOWHERE, compare=False)
    raw: str = field(default="", compare=False)

    def value(self, name: str) -> str:
        """A field's value, or the empty string."""
        found = self.fields.get(name)
        return found.value if found else ""


@dataclass(slots=True)
class BibSource:
    """What a BibTeX file holds: entries, macros and LaTeX commands by name, preambles, and what there is to tell."""

    entries: list[BibEntry] = field(default_factory=list)
    macros: dict[str, str] = field(default_factory=dict)
    commands: dict[str, Command] = field(default_factory=dict)
    preambles: list[str] = field(default_factory=list)
    report: Report = field(default_factory=Report)
    groups: GroupTree = field(default_factory=GroupTree)


class Duplicates:
    """The keys seen so far, each with its line, and the number that the next copy of a key gets.

    Of a file that is read in stretches these are all that is kept, so they are kept small.
    """

    __slots__ = ("_lines", "_next")

    def __init__(self) -> None:
        self._lines: dict[str, int] = {}
        self._next: dict[str, int] = {}

    def add(self, key: str, line: int) -> int:
        """Take a key; where it was taken before, the line of its first entry, else 0."""
        if key in self._lines:
            return self._lines[key]
        self._lines[key] = line
        return 0

    def rename(self, key: str, line: int) -> str:
        """A key of its own for another entry with a key that is taken."""
        number = self._next.get(key, 2)
        while f"{key}-{number}" in self._lines:
            number += 1
        self._next[key] = number + 1
        self._lines[f"{key}-{number}"] = line
        return f"{key}-{number}"


def read_entries(
    text: str,
    file: str = "",
    *,
    first_line: int = 1,
    macros: Mapping[str, str] | None = None,
    commands: Mapping[str, Command] | None = None,
    duplicates: Duplicates | None = None,
) -> BibSource:
    """Read BibTeX source; broken blocks become notices of severity error and never stop the reading.

    `macros` (from files of strings) and `commands` are known beforehand; the source's own win. `first_line` and
    `duplicates` are for a source that is one stretch of a longer one.

    >>> source = read_entries('@book{a, title = {Essais} # " I", year = 1580}')
    >>> source.entries[0].value("title")
    'Essais I'
    """
    source = _Reader(normalize_lines(text), file, first_line, macros or {}, duplicates or Duplicates()).read()
    if commands or source.preambles:
        source.commands = {**(commands or {}), **defined_commands(source.preambles)}
        if source.commands:
            source.entries = [_expanded(entry, source.commands) for entry in source.entries]
    return source


def _expanded(entry: BibEntry, commands: Mapping[str, Command]) -> BibEntry:
    fields = {name: replace(one, value=expand_commands(one.value, commands)) for name, one in entry.fields.items()}
    return replace(entry, fields=fields)


class _Reader:
    """One pass over one source; lives as long as the reading."""

    __slots__ = ("_duplicates", "_known_macros", "_lines", "_raw_text", "_source", "_text")

    def __init__(
        self, text: str, file: str, first_line: int, macros: Mapping[str, str], duplicates: Duplicates
    ) -> None:
        self._raw_text = text
        self._text = hide_comments(text)
        self._lines = Lines(text, file, first_line)
        self._source = BibSource()
        self._known_macros = macros
        self._duplicates = duplicates

    def read(self) -> BibSource:
        blocks = find_blocks(self._text)
        # Macros are read first: a file may use one above the line that defines it.
        macros = Macros(self.tell, self._known_macros)
        for block in blocks:
            if self._kind(block) is BlockKind.MACRO:
                self._read_macro(block, macros)
        self._source.macros = macros.resolve_all()
        self._source.groups = read_group_tree(self._raw_text)
        for block, before in zip(blocks, [None, *blocks], strict=False):
            self._read_block(block, before, macros)
        self._source.report.notices.sort(key=lambda notice: (notice.location.line, notice.location.column))
        return self._source

    def tell(self, rule: str, message: str, offset: int, severity: Severity, remedy: str = "") -> None:
        """Add a notice about a place in the source."""
        self._source.report.add(Notice(rule, message, self._lines.location(offset), severity, remedy))

    def _kind(self, block: SourceBlock) -> BlockKind:
        """What a block is, or was meant to be."""
        if block.kind is not BlockKind.FAILED:
            return block.kind
        opening = _BLOCK_OPENING.match(self._text, block.start)
        return OTHER_KINDS.get(opening[1].lower(), BlockKind.ENTRY) if opening else BlockKind.ENTRY

    def _read_block(self, block: SourceBlock, before: SourceBlock | None, macros: Macros) -> None:
        kind = self._kind(block)
        if kind is BlockKind.ENTRY:
            self._read_entry(block, macros)
        elif kind is BlockKind.TEXT:
            self._check_text(block, before)
        elif kind is BlockKind.PREAMBLE:
            self._read_preamble(block, macros)

    def _read_macro(self, block: SourceBlock, macros: Macros) -> None:
        """`@string{name = value}`, several of them with commas in between."""
        try:
            scanned = block.scanned or self._scan(block)
        except ScanError as error:
            self._tell_broken("macro definition", error)
            return
        for one in scanned.fields:
            macros.define(one.name, one.pieces, one.offset)

    def _read_preamble(self, block: SourceBlock, macros: Macros) -> None:
        opening = _BLOCK_OPENING.match(self._text, block.start)
        try:
            if opening is None:
                raise ScanError("the preamble has no opening brace", block.start)
            pieces, _ = scan_preamble(self._text, opening.end() - 1, block.end)
        except ScanError as error:
            self._tell_broken("preamble", error)
            return
        self._source.preambles.append(macros.join(pieces))

    def _check_text(self, block: SourceBlock, before: SourceBlock | None) -> None:
        """Text between blocks is a comment, unless it looks like something that was meant to be read."""
        text = self._text[block.start : block.end]
        if before is not None and before.kind is BlockKind.ENTRY and _LOST_FIELDS.match(text):
            self.tell(
                "fields-after-entry",
                "these fields stand behind the end of their entry and are not read",
                block.start,
                Severity.ERROR,
                "take out the '}' too many that ends the entry above",
            )
            return
        for match in _LOST_BLOCK.finditer(text):
            self.tell(
                "broken-entry",
                f"{match[0].strip()!r} is not the beginning of an entry; what follows is not read",
                block.start + match.start(),
                Severity.ERROR,
                "write @type{key, …} with a type of letters only",
            )

    def _read_entry(self, block: SourceBlock, macros: Macros) -> None:
        if block.quick is not None:
            self._source.entries.append(self._quick_entry(block.quick, block, macros))
            return
        try:
            scanned = block.scanned or self._scan(block)
        except ScanError as error:
            found = self._salvaged(block)
            if found is None:
                key = re.compile(r"@[^{(]*[{(]\s*([^\s,={}\"]*)").match(self._text, block.start)
                self._tell_broken(f"entry {key[1]!r}" if key and key[1] else "entry", error)
                return
            scanned = found
        if not _ENTRY_TYPE.fullmatch(scanned.type):
            self.tell("broken-entry", "an entry has no type", block.start, Severity.ERROR, "write @type{key, …}")
            return
        self._source.entries.append(self._entry(scanned, block, macros))
        if block.has_blocks_inside:
            self._tell_blocks_inside(scanned.key, block)
        rest = self._text[scanned.end : block.end]
        if block.kind is BlockKind.FAILED and rest.strip():
            self._check_text(SourceBlock(BlockKind.TEXT, scanned.end, block.end), _AN_ENTRY)

    def _tell_blocks_inside(self, key: str, block: SourceBlock) -> None:
        for match in _BLOCK_LINE.finditer(self._text, block.start + 1, block.end):
            self.tell(
                "entry-in-value",
                f"{match[1]!r} stands inside a value of {key!r} and is read as text",
                match.start(1),
                Severity.INFO,
                "if it is an entry, close the value above it",
            )

    def _scan(self, block: SourceBlock) -> ScannedEntry:
        """Scan with `\\{` as text; where that fails, with every brace counted, as BibTeX itself does."""
        try:
            return scan_entry(self._text, block.start, block.end, are_escaped_braces_text=True)
        except ScanError as error:
            try:
                return scan_entry(self._text, block.start, block.end, are_escaped_braces_text=False)
            except ScanError:
                raise error from None

    def _salvaged(self, block: SourceBlock) -> ScannedEntry | None:
        """What can be read of a broken entry; what is wrong with it is told."""
        found = salvage_entry(self._text, block.start, block.end)
        if found is None or not _ENTRY_TYPE.fullmatch(found[0].type):
            return None
        for error in found[1]:
            message = f"entry {found[0].key!r} is read as far as it goes: {error.message}"
            self.tell("torn-entry", message, error.offset, Severity.ERROR, error.remedy)
        return found[0]

    def _quick_entry(self, quick: QuickEntry, block: SourceBlock, macros: Macros) -> BibEntry:
        lines = self._lines
        fields: dict[str, BibField] = {}
        for match in quick.fields:
            name, value, quotes, number, macro = match.groups()
            if macro:
                value = macros.join((Piece("macro", macro, match.start(5)),))
            elif value is None:
                value = number or quotes
            fields[name.lower()] = BibField(value, match.start(1), lines)
        if len(fields) < len(quick.fields):
            return self._entry(quick.scanned(), block, macros)
        location = lines.location(block.start)
        key = self._unique_key(quick.key, location, block.start)
        return BibEntry(quick.type, key, fields, location, self._raw_text[block.start : quick.end])

    def _entry(self, scanned: ScannedEntry, block: SourceBlock, macros: Macros) -> BibEntry:
        location = self._lines.location(block.start)
        if not scanned.has_comma_after_key:
            self._tell_missing_comma("the citation key", block.start)
        fields: dict[str, BibField] = {}
        copies: dict[str, int] = {}
        for one in scanned.fields:
            if not one.has_comma_before:
                self._tell_missing_comma(f"the field before {one.name!r}", one.offset)
            value = macros.join(one.pieces)
            name = one.name
            if one.name in fields:
                copies[one.name] = copies.get(one.name, 1) + 1
                name = _unused_name(one.name, fields, copies[one.name])
                self.tell(
                    "duplicate-field",
                    f"{one.name!r} is given again; the first is used and this one is kept as {name!r}",
                    one.offset,
                    Severity.WARNING,
                    "keep one of them",
                )
            fields[name] = BibField(value, one.offset, self._lines)
        key = self._unique_key(scanned.key, location, block.start)
        return BibEntry(scanned.type, key, fields, location, self._raw_text[block.start : scanned.end])

    def _unique_key(self, key: str, location: Location, offset: int) -> str:
        if not key:
            self.tell("no-key", "the entry has no citation key", offset, Severity.WARNING, "write @type{key, …}")
            key = f"entry-{location.line}"
        # BibTeX compares keys without regard to capitals only when it finds duplicates; biber and we with regard.
        first_line = self._duplicates.add(key, location.line)
        if not first_line:
            return key
        renamed = self._duplicates.rename(key, location.line)
        self.tell(
            "duplicate-key",
            f"the key {key!r} is already used in line {first_line}; this entry is now {renamed!r}",
            offset,
            Severity.WARNING,
            "give one of them another key",
        )
        return renamed

    def _tell_missing_comma(self, what: str, offset: int) -> None:
        self.tell("missing-comma", f"there is no comma after {what}", offset, Severity.WARNING, "add it")

    def _tell_broken(self, what: str, error: ScanError) -> None:
        self.tell("broken-entry", f"{what} is not read: {error.message}", error.offset, Severity.ERROR, error.remedy)


def _unused_name(name: str, used: Mapping[str, object], number: int) -> str:
    while f"{name}-{number}" in used:
        number += 1
    return f"{name}-{number}"


_AN_ENTRY: Final = SourceBlock(BlockKind.ENTRY, 0, 0)
