"""Bytes to BibTeX source text: encodings, line ends, and the text that readers must not see.

UTF-8 is expected; UTF-16 is known by its byte order mark or its null bytes, and anything else is read in the encoding
that JabRef and BibDesk name at the head of a file, or as Windows-1252, which is what older French programs wrote.
Every step keeps the number of lines, so that places stay true.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from citekit.errors import InputError, Location
from citekit.report import Notice, Severity

__all__ = [
    "BYTE_ORDER_MARK",
    "CP1252",
    "declared_encoding",
    "decode_bytes",
    "encoding_of",
    "hide_comments",
    "not_utf8",
    "read_file",
    "wide_encoding",
]

BYTE_ORDER_MARK: Final = "\ufeff"
UNDEFINED: Final = "\ufffd"
CP1252: Final = "cp1252"
_HEAD: Final = 2000
# "% Encoding: MacRoman" of JabRef, "%% Saved with string encoding Western (Mac OS Roman)" of BibDesk.
_DECLARED: Final = re.compile(rb"^%+[^\n\r]*?\bencoding:?[ \t]+(?:Western \()?([\w -]+)", re.IGNORECASE | re.MULTILINE)

# Each looks for its "@" first, which few characters are, and only then whether its line begins with it.
_COMMENT_BLOCK: Final = re.compile(r"@[ \t]*comment\b[ \t]*(?=[{(])", re.IGNORECASE)
_DETACHED: Final = re.compile(r"@(?:\s+\w+\s*|\w+\s+)[{(]")
# Few files have one: the line ends are looked through for it, which are found faster than beginnings of lines.
_COMMENTED_LINE: Final = re.compile(r"\n[ \t]*%[^\n]*@[ \t]*\w+[ \t]*[{(]")
# With the lines behind its first: their braces would close a block that is open.
_COMMENTED_ENTRY: Final = re.compile(r"^[ \t]*%[^\n]*@[ \t]*\w+[ \t]*[{(][^\n]*+(?:\n[ \t]*+%[^\n]*+)*+$", re.MULTILINE)
_DETACHED_START: Final = re.compile(
    r"^([ \t]*@)(?=\s*\w+\s+[{(]|\s+\w+\s*[{(])(\s*)(\w+)(\s*)([{(])(?=\s*[^\s,={}\"]*\s*,)", re.MULTILINE
)
_BRACE: Final = re.compile(r"(?<!\\)[{}]")
_NOT_LINE_END: Final = re.compile(r"[^\n]")


def read_file(name: str) -> tuple[str, list[Notice]]:
    """The text of a file, with notices about its encoding.

    Raises `InputError` where the file is missing, a directory, or may not be read.
    """
    place = Location(name)
    try:
        data = Path(name).read_bytes()
    except FileNotFoundError as error:
        raise InputError("there is no such file", place, "check the path") from error
    except IsADirectoryError as error:
        raise InputError("this is a directory, not a BibTeX file", place, "name one .bib file in it") from error
    except OSError as error:
        raise InputError(f"the file cannot be read ({error.strerror})", place, "check its permissions") from error
    return decode_bytes(data, name)


def decode_bytes(data: bytes, file: str = "") -> tuple[str, list[Notice]]:
    """The text of some bytes: UTF-16, UTF-8, else what the file declares or Windows-1252, with a notice.

    >>> decode_bytes("été".encode("cp1252"))[0]
    'été'
    """
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace").removeprefix(BYTE_ORDER_MARK), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
    declared = declared_encoding(data)
    text = data.decode(declared or CP1252, errors="replace")
    lost = text.count(UNDEFINED)
    extra = f" ({lost} bytes mean nothing there either)" if lost else ""
    return text, [not_utf8(declared or CP1252, Location(file, line, column), extra)]


def not_utf8(encoding: str, place: Location, extra: str = "") -> Notice:
    """The notice of a file that is not UTF-8."""
    name = "Windows-1252" if encoding == CP1252 else encoding
    message = f"the file is not UTF-8; it was read as {name}{extra}"
    return Notice("not-utf8", message, place, Severity.WARNING, "save the file as UTF-8")


def encoding_of(data: bytes) -> str:
    """The encoding that `decode_bytes` reads some bytes in, with its byte order mark as a character.

    >>> encoding_of("été".encode("cp1252")), encoding_of("@misc{a}".encode("utf-16-be"))
    ('cp1252', 'utf-16-be')
    """
    wide = wide_encoding(data)
    if wide:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return declared_encoding(data) or CP1252
    return "utf-8"


def wide_encoding(data: bytes) -> str:
    """UTF-16, told by its mark, or by a null byte beside most of the letters of its head; else nothing."""
    even, odd = data[0:_HEAD:2], data[1:_HEAD:2]
    if data.startswith(codecs.BOM_UTF16_LE) or (odd.count(0) * 2 > len(odd) and not even.count(0)):
        return "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE) or (even.count(0) * 2 > len(even) and not odd.count(0)):
        return "utf-16-be"
    return ""


def declared_encoding(data: bytes) -> str:
    """The encoding of one byte a letter that a file names at its head, where Python knows it; else nothing."""
    match = _DECLARED.search(data, 0, _HEAD)
    name = match[1].decode("ascii").strip().lower().replace(" os ", "-").replace(" ", "-") if match else ""
    try:
        found = codecs.lookup(name.removeprefix("x-")).name
    except LookupError:
        return ""
    return found if found.startswith(("cp", "iso8859", "mac", "koi8")) else ""


def normalize_lines(text: str) -> str:
    """The text without byte order mark, each line ended by a line feed."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def hide_comments(text: str) -> str:
    """Blank what biber takes for a comment: `@comment{…}` with all it holds, and entries behind a `%`.

    Each character becomes a space, so that no place moves. A block type that stands apart from its `@` or from its
    brace is moved next to both, over the same characters.

    >>> hide_comments("@comment{@book{a,}}|").strip()
    '|'
    """
    if "@" not in text:
        return text
    if "%" in text and (text.lstrip(" \t").startswith("%") or _COMMENTED_LINE.search(text)):
        text = _COMMENTED_ENTRY.sub(_blank, text)
    if _DETACHED.search(text):
        text = _DETACHED_START.sub(r"\1\3\5\2\4", text)
    pieces: list[str] = []
    done = 0
    groups = _Groups(text)
    for match in _COMMENT_BLOCK.finditer(text):
        if match.start() < done or not _begins_line(text, match.start()):
            continue
        end = _comment_end(text, match.end(), groups)
        pieces += (text[done : match.start()], _NOT_LINE_END.sub(" ", text[match.start() : end]))
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _begins_line(text: str, position: int) -> bool:
    """Whether nothing but spaces stands before a place in its line."""
    while position and text[position - 1] in " \t":
        position -= 1
    return not position or text[position - 1] == "\n"


def _blank(match: re.Match[str]) -> str:
    return _NOT_LINE_END.sub(" ", match[0])


def _comment_end(text: str, start: int, groups: _Groups) -> int:
    """Where a comment block ends; one that never closes hides its own line only."""
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    if text[start] == "(":
        close = text.find(")", start, line_end)
        return line_end if close < 0 else close + 1
    return groups.end(start) or line_end


class _Groups:
    """Where groups in braces end; after one that never does, all are found in one pass, so that they cost no more."""

    __slots__ = ("_ends", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends: dict[int, int] | None = None

    def end(self, start: int) -> int:
        """Behind the brace that closes the one at `start`; 0 where none does."""
        if self._ends is None:
            end = self._find(start)
            if end:
                return end
            self._ends = self._find_all(start)
        return self._ends.get(start, 0)

    def _find(self, start: int) -> int:
        depth = 0
        for brace in _BRACE.finditer(self._text, start):
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                return brace.end()
        return 0

    def _find_all(self, start: int) -> dict[int, int]:
        ends: dict[int, int] = {}
        opened: list[int] = []
        for brace in _BRACE.finditer(self._text, start):
            if brace[0] == "{":
                opened.append(brace.start())
            elif opened:
                ends[opened.pop()] = brace.end()
        return ends
