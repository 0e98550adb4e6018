"""BibTeX source to blocks with their extent: entries, macros, preambles, and stretches of other text.

Well-formed entries are read on the spot: nine in ten by `quick.py`, the others by `scanner.py`. A block that is broken
ends where the next one begins, so that it costs no other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from itertools import accumulate
from typing import Final

from citekit.bibtex.quick import QuickEntry, match_entry
from citekit.bibtex.scanner import ScanError, ScannedEntry, scan_comment, scan_entry, scan_preamble
from citekit.errors import Location

__all__ = ["OTHER_KINDS", "BlockKind", "Lines", "SourceBlock", "find_blocks"]

_BLOCK_MARK: Final = re.compile(r"@\w*[ \t]*(?=[{(])")
_LINE_MARK: Final = re.compile(r"^[ \t]*(?=@\w*[ \t]*[{(])", re.MULTILINE)
_MOST_BLOCKS_INSIDE: Final = 5


class BlockKind(Enum):
    """What a block is; `FAILED` is one without an end."""

    ENTRY = "entry"
    MACRO = "string"
    PREAMBLE = "preamble"
    COMMENT = "comment"
    TEXT = "text"
    FAILED = "failed"


OTHER_KINDS: Final[Mapping[str, BlockKind]] = {
    "comment": BlockKind.COMMENT,
    "preamble": BlockKind.PREAMBLE,
    "string": BlockKind.MACRO,
}


@dataclass(slots=True)
class SourceBlock:
    """A stretch of the source; a failed block reaches to the next one. `scanned` or `quick` is what it holds."""

    kind: BlockKind
    start: int
    end: int
    scanned: ScannedEntry | None = None
    has_blocks_inside: bool = False
    quick: QuickEntry | None = None


class Lines:
    """Turns offsets in a text into lines and columns; the text may begin at a later line of its file."""

    __slots__ = ("_file", "_first_line", "_starts")

    def __init__(self, text: str, file: str, first_line: int = 1) -> None:
        self._file = file
        self._first_line = first_line
        self._starts = [0, *accumulate([len(line) + 1 for line in text.split("\n")])]

    def location(self, offset: int) -> Location:
        """The place of an offset.

        >>> str(Lines("ab\\ncd", "x.bib").location(4))
        'x.bib:2:2'
        """
        line = bisect_right(self._starts, offset)
        return Location(self._file, line + self._first_line - 1, offset - self._starts[line - 1] + 1)


def find_blocks(text: str) -> list[SourceBlock]:
    """Every block of the source in order.

    >>> [block.kind.value for block in find_blocks("@string{a = 1} @book{b, title = {x}}")]
    ['string', 'entry']
    """
    blocks: list[SourceBlock] = []
    position = stretch_end = broken_until = 0
    while True:
        mark = _BLOCK_MARK.search(text, position)
        _add_text(blocks, text, position, mark.start() if mark else len(text))
        if mark is None:
            return blocks
        quick = match_entry(text, mark.start())
        if quick is not None:
            blocks.append(SourceBlock(BlockKind.ENTRY, mark.start(), quick.end, quick=quick))
            position = quick.end
            continue
        # A broken block ends where the next begins in a line of its own, so no more than that is looked at.
        if mark.start() >= stretch_end:
            following = _LINE_MARK.search(text, mark.end())
            stretch_end = following.start() if following else len(text)
        # Behind a broken block in the same stretch nothing is sure but where the next one begins.
        is_sure = mark.start() >= broken_until
        block = _whole_block(text, mark, stretch_end if is_sure else _next_mark(text, mark.end(), stretch_end))
        if block is None and is_sure:
            block = _grown_block(text, mark, stretch_end)
        if block is None:
            broken_until = stretch_end
            block = SourceBlock(BlockKind.FAILED, mark.start(), _next_mark(text, mark.end(), stretch_end))
        blocks.append(block)
        position = block.end


def _next_mark(text: str, start: int, end: int) -> int:
    mark = _BLOCK_MARK.search(text, start, end)
    return mark.start() if mark else end


def _whole_block(text: str, mark: re.Match[str], end: int) -> SourceBlock | None:
    """The block that begins at a mark, or `None` where it does not end before `end`."""
    start, block_type = mark.start(), mark[0][1:].strip().lower()
    kind = OTHER_KINDS.get(block_type, BlockKind.ENTRY)
    try:
        if kind is BlockKind.COMMENT:
            return SourceBlock(kind, start, scan_comment(text, mark.end(), end))
        if kind is BlockKind.PREAMBLE:
            return SourceBlock(kind, start, scan_preamble(text, mark.end(), end)[1])
        scanned = scan_entry(text, start, end, are_escaped_braces_text=True)
    except ScanError:
        return None
    return SourceBlock(kind, start, scanned.end, scanned)


def _grown_block(text: str, mark: re.Match[str], end: int) -> SourceBlock | None:
    """An entry whose values hold lines that look like blocks, where its braces balance all the same.

    One that lacks a brace does not come to an end like this: the next block stands where a field should.
    """
    for _ in range(_MOST_BLOCKS_INSIDE):
        following = _LINE_MARK.search(text, end + 1)
        end = following.start() if following else len(text)
        block = _whole_block(text, mark, end)
        if block is not None:
            return replace(block, has_blocks_inside=True) if block.kind is BlockKind.ENTRY else None
        if following is None:
            return None
    return None


def _add_text(blocks: list[SourceBlock], text: str, start: int, end: int) -> None:
    """Add what stands between two blocks, unless it is blank."""
    between = text[start:end]
    stripped = between.strip()
    if stripped:
        start += len(between) - len(between.lstrip())
        blocks.append(SourceBlock(BlockKind.TEXT, start, start + len(stripped)))
