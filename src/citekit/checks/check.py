"""A BibTeX source to findings: what the reader says of it, and what its fields say on a closer look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from citekit.bibtex.blocks import BlockKind, Lines, SourceBlock, find_blocks
from citekit.bibtex.convert import DOI_ADDRESS
from citekit.bibtex.latex import decode_plain
from citekit.bibtex.load import parse_bibtex
from citekit.bibtex.scanner import Piece, ScanError, ScannedEntry, ScannedField, scan_entry
from citekit.bibtex.source import hide_comments, normalize_lines
from citekit.bibtex.tables import NAME_FIELDS, VERBATIM_FIELDS
from citekit.checks.finding import Finding, Fix
from citekit.checks.identifiers import is_doi, is_isbn, is_issn
from citekit.checks.rules import KNOWN_FIELDS, REQUIRED_FIELDS
from citekit.errors import Location
from citekit.items.item import Item
from citekit.report import Notice, Severity

__all__ = ["check_source"]

_BARE: Final = re.compile(r"(?<!\\)[&%]")
# Fields that LaTeX never sets: what they hold stops nothing.
_NEVER_SET: Final = frozenset(
    """
    keywords groups abstract annotation annote comment sortkey sortname sorttitle sortshorthand sortyear presort
    indexsorttitle
    """.split()
)
_DOLLAR: Final = re.compile(r"(?<!\\)\$")
_PAGES: Final = re.compile(r"\s*(\d{1,18})\s*[-–—]+\s*(\d{1,18})\s*")
_YEAR: Final = re.compile(r"\d{4}")
# "Direction des Études et des Statistiques" is one body: a name begins with a capital.
_NAME_SEPARATOR: Final = re.compile(r"\s+(?:&|\\&|et|und|y)\s+(?=[^\W\d_])(?![a-zà-ÿ])|;|\b[Ee]t al\b")
_WORDS: Final = re.compile(r"\w+")
_MACRO: Final = re.compile(r"@\s*string\b", re.IGNORECASE)
_NUMBER_SEPARATOR: Final = re.compile(r"[,;/]|\band\b|\s{2,}|\n")
# What people write beside a number: "(br.)", "ISBN:", "Print 0143-5671 Online: 1475-5890".
_BESIDE_NUMBERS: Final = re.compile(r"\([^)]*\)|[{}:]|\b[^\W\d_]{2,}\b\.?")
_NAME_LISTS: Final = frozenset(NAME_FIELDS) | {"editor", "editora", "editorb", "editorc"}
_OPTIONAL_PREFIXES: Final = ("opt", "alt")
"""Emacs's marks of fields that wait for a value."""
_OWN_PREFIXES: Final = ("bdsk-", "mendeley-", "x-", "__", *_OPTIONAL_PREFIXES, "csl-", "custom-")
"""Fields that programs mark as theirs."""
_EARLIEST, _LATEST = 1000, 2100
_GIVES: Final = frozenset(("xdata", "set"))
_INHERITS: Final = frozenset(("crossref", "xdata", "entryset"))


@dataclass(frozen=True, slots=True)
class _Place:
    """One field of one entry, under examination."""

    entry: ScannedEntry
    field: ScannedField
    lines: Lines

    @property
    def piece(self) -> Piece:
        return self.field.pieces[0]

    @property
    def value(self) -> str:
        return "".join([piece.text for piece in self.field.pieces])

    def finding(
        self, rule: str, message: str, severity: Severity, remedy: str = "", *, at: int = -1, fix: Fix | None = None
    ) -> Finding:
        offset = self.field.offset if at < 0 else at
        return Finding(Notice(rule, message, self.lines.location(offset), severity, remedy), fix)


def check_source(text: str, file: str = "") -> list[Finding]:
    """Everything worth telling about a BibTeX source, in the order of its lines.

    >>> [finding.notice.rule for finding in check_source("@book{a, title = {T & U}, author = {A}, year = 2020}")]
    ['bare-ampersand']
    """
    text = normalize_lines(text)
    items, report = parse_bibtex(text, file)
    findings = [Finding(notice) for notice in report.notices]
    lines = Lines(text, file)
    source = hide_comments(text)
    with_doi: set[Location] = set()
    for block in find_blocks(source):
        entry = _scanned(source, block)
        if entry is not None:
            findings += _check_entry(entry, block.start, lines)
            if any(field.name == "doi" for field in entry.fields):
                with_doi.add(lines.location(block.start))
    findings += _duplicate_works(items, with_doi)
    return sorted(findings, key=lambda one: (one.notice.location.line, one.notice.location.column))


def _scanned(source: str, block: SourceBlock) -> ScannedEntry | None:
    """The block as an entry; what cannot be scanned was told by the reader."""
    if block.kind not in (BlockKind.ENTRY, BlockKind.FAILED) or _MACRO.match(source, block.start):
        return None
    if block.quick is not None:
        return block.quick.scanned()
    if block.scanned is not None:
        return block.scanned
    try:
        return scan_entry(source, block.start, block.end, are_escaped_braces_text=True)
    except ScanError:
        return None


def _check_entry(entry: ScannedEntry, start: int, lines: Lines) -> Iterator[Finding]:
    names = {field.name for field in entry.fields if any(piece.text.strip() for piece in field.pieces)}
    if not _INHERITS & names and entry.type not in _GIVES:
        for wanted in REQUIRED_FIELDS.get(entry.type, ()):
            if not names.intersection(wanted.split("|")):
                elements = " or ".join(name for name in wanted.split("|") if name != "pubstate")
                message = f"@{entry.type} {entry.key!r} has no {elements}"
                yield Finding(Notice("missing-field", message, lines.location(start), remedy="add it"))
    for field in entry.fields:
        place = _Place(entry, field, lines)
        yield from _check_name(place)
        if not place.value.strip():
            if field.name.startswith(_OPTIONAL_PREFIXES):
                continue
            yield place.finding("empty-field", f"{field.name!r} has no value", Severity.INFO, "take it out")
            continue
        check = _FIELD_CHECKS.get(field.name)
        if check is not None:
            yield from check(place)
        elif field.name in _NAME_LISTS:
            yield from _check_names(place)
        if field.name not in VERBATIM_FIELDS and field.name not in _NEVER_SET:
            yield from _check_latex(place)


def _check_name(place: _Place) -> Iterator[Finding]:
    name = place.field.name
    if name in KNOWN_FIELDS or name.startswith(_OWN_PREFIXES):
        return
    near = get_close_matches(name, KNOWN_FIELDS, n=1, cutoff=0.8)
    if near:
        message = f"{name!r} is not a field of BibTeX or biblatex; it is kept as custom data"
        yield place.finding("unknown-field", message, Severity.WARNING, f"did you mean {near[0]!r}?")
    else:
        yield place.finding("unknown-field", f"{name!r} is kept as custom data", Severity.INFO)


def _check_latex(place: _Place) -> Iterator[Finding]:
    """Signs that stop LaTeX: they are read, but the file cannot be used with LaTeX as it is."""
    dollars = 0
    for piece in place.field.pieces:
        if piece.kind in ("number", "macro"):
            continue
        dollars += len(_DOLLAR.findall(piece.text))
        if "\\url" in piece.text or "\\href" in piece.text or "http" in piece.text:
            continue
        for match in _BARE.finditer(piece.text):
            at = piece.offset + match.start()
            rule, sign = ("bare-ampersand", "&") if match[0] == "&" else ("bare-percent", "%")
            fix = Fix(at, at + 1, "\\" + sign)
            message = f"{sign!r} in {place.field.name!r} is not escaped"
            yield place.finding(rule, message, Severity.WARNING, f"write \\{sign}", at=at, fix=fix)
    if dollars % 2:
        message = f"{place.field.name!r} has a dollar sign without its partner"
        yield place.finding(
            "unbalanced-math", message, Severity.WARNING, "write \\$ for the sign, or close the formula"
        )


def _check_doi(place: _Place) -> Iterator[Finding]:
    text = place.value.strip()
    address = DOI_ADDRESS.match(text)
    doi = decode_plain(text[address.end() :] if address else text)
    if not is_doi(doi):
        yield place.finding("broken-doi", f"{text!r} is not a DOI", Severity.WARNING, "a DOI is 10.…/…")
    elif address:
        piece = place.piece
        start = piece.offset + len(piece.text) - len(piece.text.lstrip())
        fix = Fix(start, start + address.end(), "") if len(place.field.pieces) == 1 else None
        yield place.finding(
            "doi-as-address", "the DOI is written as an address", Severity.INFO, f"write {doi}", fix=fix
        )


def _check_isbn(place: _Place) -> Iterator[Finding]:
    for one in _wrong_numbers(place.value, is_isbn):
        if is_issn(one):
            yield place.finding("broken-isbn", f"{one!r} is an ISSN", Severity.WARNING, "write it in issn")
        else:
            message = f"{one!r} is not an ISBN: its check digit or its length is wrong"
            yield place.finding("broken-isbn", message, Severity.WARNING, "compare it with the book")


def _check_issn(place: _Place) -> Iterator[Finding]:
    for one in _wrong_numbers(place.value, is_issn):
        if is_isbn(one):
            yield place.finding("broken-issn", f"{one!r} is an ISBN", Severity.WARNING, "write it in isbn")
        else:
            message = f"{one!r} is not an ISSN: its check digit or its length is wrong"
            yield place.finding("broken-issn", message, Severity.WARNING, "compare it with the journal")


def _wrong_numbers(value: str, is_right: Callable[[str], bool]) -> Iterator[str]:
    """The numbers in a value that are not right ones: apart by signs, or by spaces where none has spaces inside."""
    text = _BESIDE_NUMBERS.sub(" ", decode_plain(value) if "\\" in value else value)
    if not any(char.isdigit() for char in text):
        yield value.strip()
        return
    for part in _NUMBER_SEPARATOR.split(text):
        if part.strip() and not is_right(part):
            words = part.split()
            yield from [word for word in words if not is_right(word)] if any(map(is_right, words)) else [part.strip()]


def _check_pages(place: _Place) -> Iterator[Finding]:
    match = _PAGES.fullmatch(place.value)
    # "1234-56" is short for 1234-1256, not a range that runs backwards.
    if match and len(match[1]) <= len(match[2]) and int(match[1]) > int(match[2]):
        message = f"the pages {place.value.strip()!r} end before they begin"
        yield place.finding("reversed-pages", message, Severity.WARNING, "turn the numbers round, or correct them")


def _check_year(place: _Place) -> Iterator[Finding]:
    for match in _YEAR.finditer(place.value[:9]):
        if not _EARLIEST <= int(match[0]) <= _LATEST:
            yield place.finding("unlikely-year", f"{match[0]} is an unlikely year", Severity.WARNING, "correct it")


def _check_names(place: _Place) -> Iterator[Finding]:
    match = _NAME_SEPARATOR.search(_outside_braces(place.value))
    if match:
        message = f"{match[0].strip()!r} does not part names in {place.field.name!r}"
        remedy = "write 'Family, Given and Family, Given', and braces around the name of a body"
        yield place.finding("name-separator", message, Severity.WARNING, remedy)


def _outside_braces(text: str) -> str:
    """What stands in no braces at all."""
    depth = 0
    kept: list[str] = []
    for char in text:
        depth = max(0, depth + (char == "{") - (char == "}"))
        if not depth and char != "}":
            kept.append(char)
    return "".join(kept)


_FIELD_CHECKS: Final[Mapping[str, Callable[[_Place], Iterator[Finding]]]] = {
    "date": _check_year,
    "doi": _check_doi,
    "isbn": _check_isbn,
    "issn": _check_issn,
    "pages": _check_pages,
    "year": _check_year,
}


_PARTS: Final = frozenset(("chapter", "entry-encyclopedia", "entry-dictionary"))


def _duplicate_works(items: list[Item], with_doi: Set[Location]) -> Iterator[Finding]:
    """Entries with one DOI, or with one title, year, volume and first author; `with_doi` state their own."""
    by_key = {item.id.casefold(): item for item in items}
    seen: dict[tuple[str, ...], Item] = {}
    for item in items:
        if "entryset" in item.custom:
            # A set says what its first member says.
            continue
        whole = by_key.get(item.custom.get("crossref", "").casefold())
        doi = _own_doi(item, whole.text("DOI") if whole else "", is_stated=item.location in with_doi)
        for mark in _marks(item, doi):
            first = seen.setdefault(mark, item)
            if first is not item and not _is_related(first, item) and not _is_related(item, first):
                message = f"{item.id!r} seems to be the same work as {first.id!r} in line {first.location.line}"
                yield Finding(Notice("duplicate-work", message, item.location, remedy="keep one of them"))
                break


def _is_related(item: Item, other: Item) -> bool:
    """Whether an entry names another as a work that is related to it."""
    return other.id in [key.strip() for key in item.custom.get("related", "").split(",")]


def _own_doi(item: Item, whole: str, *, is_stated: bool) -> str:
    """The DOI of the work itself: a part may have that of the whole, through its crossref or by hand."""
    doi = item.text("DOI").lower()
    if "crossref" in item.custom:
        return doi if is_stated and doi != whole.lower() else ""
    return "" if item.type in _PARTS else doi


def _marks(item: Item, doi: str) -> Iterator[tuple[str, ...]]:
    if doi:
        yield ("doi", doi)
    title = " ".join(_WORDS.findall(item.text("title").lower()))
    names = item.names("author") or item.names("editor")
    date = item.date("issued")
    if title and names and date is not None:
        numbers = [item.text(name) for name in ("volume", "issue", "page", "volume-title", "container-title")]
        yield (item.type, title, str(names[0]).lower(), date.iso(), *numbers)
