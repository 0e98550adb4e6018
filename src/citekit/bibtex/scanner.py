"""One block of BibTeX source to its key and fields, each field with its place.

The grammar is that of btparse (biber) with BibTeX's liberties: values in braces, in quotes, as numbers and as macro
names, joined by `#`; `%` comments between fields. A comma that is missing between two fields is put back and
reported. What cannot be read ends the scan with a `ScanError`; `salvage_entry` reads what can be read all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

__all__ = [
    "Piece",
    "ScanError",
    "ScannedEntry",
    "ScannedField",
    "salvage_entry",
    "scan_comment",
    "scan_entry",
    "scan_preamble",
]

PieceKind: TypeAlias = Literal["braces", "quotes", "number", "macro"]

_SPACE: Final = re.compile(r"\s*(?:%[^\n]*\s*)*")
_KEY: Final = re.compile(r"[^,={}\"\n]*")
_FIELD_NAME: Final = re.compile(r"[^\s,={}()\"#%]+(?:[ \t]+[^\s,={}()\"#%]+)*")
_BARE: Final = re.compile(r"[^\s,{}()\"#%=]+")
_PARENTHESIS: Final = re.compile(r"[()]")
_NESTING: Final = re.compile(r"[{}]")
_NESTING_UNESCAPED: Final = re.compile(r"(?<!\\)[{}]")
_NESTING_IN_QUOTES: Final = re.compile(r"[{}\"]")
_NESTING_IN_QUOTES_UNESCAPED: Final = re.compile(r"(?<!\\)[{}]|\"")
# Where a broken field surely ends, and what is there of it.
_NEXT_FIELD: Final = re.compile(
    r"\n[ \t]*[A-Za-z][\w:+.-]*[ \t]*=[ \t]*[{\"\w]|,[ \t]*[A-Za-z][\w:+.-]*[ \t]*=[ \t]*[{\"\d]"
)
_STRAY: Final = re.compile(r"[^\s,={}()\"#%][^,={}\"]*(?=,)")
_TORN_FIELD: Final = re.compile(r"([^\s,={}()\"#%]++)\s*+=\s*+(.*)", re.DOTALL)
_MOST_ERRORS: Final = 8


# Pieces and scanned fields live for a moment and in great numbers: a frozen class would take three times as long.
@dataclass(slots=True)
class Piece:
    """One of the parts that `#` joins to a value."""

    kind: PieceKind
    text: str
    offset: int


@dataclass(slots=True)
class ScannedField:
    """A field as it stands: its name in small letters, its pieces, and where the name begins."""

    name: str
    pieces: tuple[Piece, ...]
    offset: int
    has_comma_before: bool = True


@dataclass(frozen=True, slots=True)
class ScannedEntry:
    """A block's type, key and fields; offsets count from where the text that was scanned begins."""

    type: str
    key: str
    fields: tuple[ScannedField, ...]
    end: int
    has_comma_after_key: bool = True


class ScanError(Exception):
    """The block does not follow the grammar; `offset` is where it departs from it."""

    def __init__(self, message: str, offset: int, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.remedy = remedy


def scan_entry(text: str, start: int, end: int, *, are_escaped_braces_text: bool) -> ScannedEntry:
    r"""Read the entry that begins at `start` (on its `@`) and ends before `end`.

    BibTeX counts every brace; people take `\{` for text. The caller says which it is.

    >>> entry = scan_entry('@Book(a1, title = "Es" # {sais} year = 1580)', 0, 44, are_escaped_braces_text=True)
    >>> entry.type, entry.key, [(f.name, [p.text for p in f.pieces]) for f in entry.fields]
    ('book', 'a1', [('title', ['Es', 'sais']), ('year', ['1580'])])
    """
    opening = _opening(text, start, end)
    closing = "}" if text[opening] == "{" else ")"
    position = _skip(text, opening + 1, end)
    key, position, has_comma = _scan_key(text, position, end, closing)
    fields: list[ScannedField] = []
    comma = has_comma
    while True:
        position = _skip(text, position, end)
        if position >= end:
            raise ScanError(f"the entry has no closing {closing!r}", start, f"add {closing!r} where the entry ends")
        char = text[position]
        if char == closing:
            return ScannedEntry(text[start + 1 : opening].strip().lower(), key, tuple(fields), position + 1, has_comma)
        if char == ",":
            comma = True
            position += 1
            continue
        field, position = _scan_field(text, position, end, closing, comma or not fields, are_escaped_braces_text)
        fields.append(field)
        comma = False


def salvage_entry(text: str, start: int, end: int) -> tuple[ScannedEntry, list[ScanError]] | None:
    r"""What can be read of a broken entry that ends before `end`, and what is wrong; `None` where no field can.

    A field that cannot be read ends where the next one begins a line, a wrong or missing sign at the end is put right.

    >>> text = "@book(a, title = {Es{sais\n year = 1580}"
    >>> entry, errors = salvage_entry(text, 0, len(text)) or (None, [])
    >>> [(f.name, f.pieces[0].text) for f in entry.fields], [error.offset for error in errors]
    ([('title', 'Es{sais'), ('year', '1580')], [17, 38])
    """
    errors: list[ScanError] = []
    try:
        opening = _opening(text, start, end)
        closing = "}" if text[opening] == "{" else ")"
        key, position, has_comma = _scan_key(text, _skip(text, opening + 1, end), end, closing)
    except ScanError:
        return None
    fields: list[ScannedField] = []
    following = _NEXT_FIELD.search(text, position, end)
    while True:
        position = _skip_commas(text, position, end)
        if position >= end:
            if not errors:
                errors.append(ScanError(f"the entry has no closing {closing!r}", start, f"add {closing!r} at its end"))
            break
        if text[position] in ")}":
            if text[position] != closing:
                message = f"{text[position]!r} closes what {text[opening]!r} opens"
                errors.append(ScanError(message, position, f"write {closing!r}"))
            position += 1
            break
        if following and following.start() <= position:
            following = _NEXT_FIELD.search(text, position + 1, end)
        stop = following.start() if following and len(errors) < _MOST_ERRORS else end
        try:
            field, after = _scan_field(text, position, end, closing, True, are_escaped_braces_text=True)
            if after > stop:
                raise ScanError("a value is opened here and never closed", position, "close it with '}'")
            fields.append(field)
            position = after
        except ScanError as error:
            errors.append(error)
            stray = _STRAY.match(text, position, stop)
            fields += [] if stray else _torn_field(text, position, stop)
            position = stray.end() if stray else stop
    if not any(field.pieces for field in fields):
        return None
    return ScannedEntry(text[start + 1 : opening].strip().lower(), key, tuple(fields), position, has_comma), errors


def _torn_field(text: str, start: int, end: int) -> list[ScannedField]:
    """The field of a name and a value that are there, without the signs around the value."""
    match = _TORN_FIELD.match(text, start, end)
    value = match[2].strip(' \t\n,{}()"') if match else ""
    return [ScannedField(match[1].lower(), (Piece("braces", value, match.start(2)),), start)] if match and value else []


def _skip_commas(text: str, position: int, end: int) -> int:
    while True:
        position = _skip(text, position, end)
        if position >= end or text[position] != ",":
            return position
        position += 1


def scan_value(text: str, start: int, end: int, *, are_escaped_braces_text: bool) -> tuple[tuple[Piece, ...], int]:
    """Read the value at `start`: its pieces, and where it ends.

    >>> scan_value("{Essais} # suffix,", 0, 18, are_escaped_braces_text=True)[0][1].text
    'suffix'
    """
    pieces: list[Piece] = []
    position = start
    while True:
        position = _skip(text, position, end)
        piece, position = _scan_piece(text, position, end, are_escaped_braces_text)
        pieces.append(piece)
        after = _skip(text, position, end)
        if after >= end or text[after] != "#":
            return tuple(pieces), position
        position = after + 1


def scan_preamble(text: str, opening: int, end: int) -> tuple[tuple[Piece, ...], int]:
    """Read the preamble that opens at `opening`: its pieces, and where it ends."""
    pieces, position = scan_value(text, opening + 1, end, are_escaped_braces_text=True)
    close = _skip(text, position, end)
    closing = "}" if text[opening] == "{" else ")"
    if not text.startswith(closing, close, end):
        raise ScanError(f"the preamble has no closing {closing!r}", opening, f"add {closing!r} where the preamble ends")
    return pieces, close + 1


def scan_comment(text: str, opening: int, end: int) -> int:
    """Where the comment that opens at `opening` ends."""
    if text[opening] == "{":
        return _closing_brace(text, opening, end, are_escaped_braces_text=True) + 1
    close = text.find(")", opening, end)
    if close < 0:
        raise ScanError("the comment has no closing ')'", opening, "add ')' where the comment ends")
    return close + 1


def _skip(text: str, position: int, end: int) -> int:
    match = _SPACE.match(text, position, end)
    return match.end() if match else position


def _opening(text: str, start: int, end: int) -> int:
    """Where the block opens: its first brace or parenthesis."""
    for position in range(start, end):
        if text[position] in "{(":
            return position
    raise ScanError("the block has no opening brace", start, "write @type{key, …}")


def _scan_key(text: str, position: int, end: int, closing: str) -> tuple[str, int, bool]:
    """The citation key, which may be missing, and whether a comma follows it."""
    match = _KEY.match(text, position, end)
    key_end = match.end() if match else position
    if closing == ")":
        key_end = _closing_parenthesis(text, position, key_end)
    after = _skip(text, key_end, end)
    if after < end and text[after] == "=":
        # `@book{title = …` has no key, `@book{key title = …` no comma: the last word is the field's name.
        words = text[position:key_end].split()
        if len(words) < 2:
            return "", position, True
        name_start = text.rindex(words[-1], position, key_end)
        return text[position:name_start].strip(), name_start, False
    if after < end and text[after] not in ("," + closing):
        if text[key_end : key_end + 1] == "\n" and _FIELD_NAME.match(text, after, end):
            return text[position:key_end].strip(), after, False
        raise ScanError(
            f"{text[after]!r} stands where the comma after the citation key should",
            after,
            "write @type{key, …}, with no braces or quotes in the key",
        )
    return text[position:key_end].strip(), after, True


def _closing_parenthesis(text: str, start: int, end: int) -> int:
    """The first parenthesis that closes none of the key's own, as those in "@book(a(1), …)"."""
    depth = 0
    for match in _PARENTHESIS.finditer(text, start, end):
        depth += 1 if match[0] == "(" else -1
        if depth < 0:
            return match.start()
    return end


def _scan_field(
    text: str, position: int, end: int, closing: str, has_comma: bool, are_escaped_braces_text: bool
) -> tuple[ScannedField, int]:
    match = _FIELD_NAME.match(text, position, end)
    if match is None:
        raise ScanError(f"{text[position]!r} stands where a field name should", position, "write name = {value},")
    equals = _skip(text, match.end(), end)
    if equals >= end or text[equals] != "=":
        raise ScanError(f"the field {match[0]!r} has no '='", position, f"write {match[0]} = {{value}}, or take it out")
    value_start = _skip(text, equals + 1, end)
    if value_start < end and text[value_start] in ("," + closing):
        return ScannedField(match[0].lower(), (), position, has_comma), value_start
    pieces, value_end = scan_value(text, value_start, end, are_escaped_braces_text=are_escaped_braces_text)
    return ScannedField(match[0].lower(), pieces, position, has_comma), value_end


def _scan_piece(text: str, position: int, end: int, are_escaped_braces_text: bool) -> tuple[Piece, int]:
    char = text[position] if position < end else ""
    if char == "{":
        close = _closing_brace(text, position, end, are_escaped_braces_text)
        return Piece("braces", text[position + 1 : close], position + 1), close + 1
    if char == '"':
        close = _closing_quote(text, position, end, are_escaped_braces_text)
        return Piece("quotes", text[position + 1 : close], position + 1), close + 1
    match = _BARE.match(text, position, end)
    if match is None:
        raise ScanError("a value is missing", position, "write name = {value},")
    return Piece("number" if match[0].isdigit() else "macro", match[0], position), match.end()


def _closing_brace(text: str, start: int, end: int, are_escaped_braces_text: bool) -> int:
    pattern = _NESTING_UNESCAPED if are_escaped_braces_text else _NESTING
    depth = 0
    for match in pattern.finditer(text, start, end):
        if match[0] == "{":
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                return match.start()
    raise ScanError("a brace is opened here and never closed", start, "close it with '}'")


def _closing_quote(text: str, start: int, end: int, are_escaped_braces_text: bool) -> int:
    """The quote that ends a value: the first outside braces (BibTeX knows no escaped quote)."""
    pattern = _NESTING_IN_QUOTES_UNESCAPED if are_escaped_braces_text else _NESTING_IN_QUOTES
    depth = 0
    for match in pattern.finditer(text, start + 1, end):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if depth < 0:
                raise ScanError("a brace is closed here that was never opened", match.start(), "take the '}' out")
        elif depth == 0 and not (text[match.start() - 1] == "\\" and _continues_value(text, match.end(), end)):
            return match.start()
    raise ScanError("a quotation mark is opened here and never closed", start, "close it with '\"'")


def _continues_value(text: str, position: int, end: int) -> bool:
    """Whether a quote behind a backslash is inside the value: no comma, `#` or end of the entry follows it."""
    after = _skip(text, position, end)
    return after < end and text[after] not in ",#})"
