"""BibTeX source to blocks with their extent: entries, macros, preambles, and stretches of other text.

Well-formed entries are read on the spot (`quick.py`). Everything else is split by bibtexparser, which recovers at the
next block when one is broken; it reports lines only, so the extent of each block is found again in the source.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final

from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
    Preamble,
    String,
)
from bibtexparser.splitter import Splitter

from citekit.bibtex.quick import quick_entry
from citekit.bibtex.scanner import ScannedEntry
from citekit.errors import Location

__all__ = ["BlockKind", "Lines", "SourceBlock", "find_blocks"]

# bibtexparser logs what it cannot read; the same is told by our notices, with its place.
logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)

BLOCK_START: Final = "@"
_BLOCK_MARK: Final = re.compile(r"@\w*[ \t]*(?=[{(])")
_LINE_MARK: Final = re.compile(r"^[ \t]*(?=@\w*[ \t]*[{(])", re.MULTILINE)
_COMMENT: Final = re.compile(r"@comment\b", re.IGNORECASE)


class BlockKind(Enum):
    """What a block is; `FAILED` is one that the splitter gave up."""

    ENTRY = "entry"
    MACRO = "string"
    PREAMBLE = "preamble"
    COMMENT = "comment"
    TEXT = "text"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A stretch of the source; a failed block reaches to the next one. `scanned` is what an easy entry holds."""

    kind: BlockKind
    start: int
    end: int
    scanned: ScannedEntry | None = None


class Lines:
    """Turns offsets in a text into lines and columns; the text may begin at a later line of its file."""

    __slots__ = ("_file", "_first_line", "_starts")

    def __init__(self, text: str, file: str, first_line: int = 1) -> None:
        self._file = file
        self._first_line = first_line
        self._starts = [0]
        position = text.find("\n")
        while position >= 0:
            self._starts.append(position + 1)
            position = text.find("\n", position + 1)

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
    position = 0
    while True:
        mark = _BLOCK_MARK.search(text, position)
        _add_text(blocks, text, position, mark.start() if mark else len(text))
        if mark is None:
            return blocks
        scanned = quick_entry(text, mark.start())
        if scanned is not None:
            blocks.append(SourceBlock(BlockKind.ENTRY, mark.start(), scanned.end, scanned))
            position = scanned.end
            continue
        # A broken block ends where the next begins in a line of its own, so no more than that is looked at.
        following = _LINE_MARK.search(text, mark.end())
        end = following.start() if following else len(text)
        blocks += _split_blocks(text[mark.start() : end], mark.start())
        position = end


def _add_text(blocks: list[SourceBlock], text: str, start: int, end: int) -> None:
    """Add what stands between two blocks, unless it is blank."""
    between = text[start:end]
    stripped = between.strip()
    if stripped:
        start += len(between) - len(between.lstrip())
        blocks.append(SourceBlock(BlockKind.TEXT, start, start + len(stripped)))


def _split_blocks(text: str, offset: int) -> list[SourceBlock]:
    """The blocks that bibtexparser finds in a stretch of the source that begins at `offset`."""
    found: list[tuple[BlockKind, int, int]] = []
    position = 0
    for block in Splitter(text).split().blocks:
        raw = block.raw or ""
        start = text.find(raw, position) if raw else -1
        if start < 0:
            # Only text that the splitter trimmed can escape us; the block start itself never does.
            start = text.find(BLOCK_START, position)
            raw = raw[:1]
        found.append((_kind(block), start, start + len(raw)))
        position = start + len(raw)
    bounds = [start for kind, start, _ in found if kind is not BlockKind.TEXT] + [len(text)]
    next_start = dict(pairwise(bounds))
    # What follows a failed block up to the next is part of it, not text between blocks.
    blocks: list[SourceBlock] = []
    covered = 0
    for kind, start, end in found:
        if kind is BlockKind.TEXT and start < covered:
            continue
        if kind is BlockKind.FAILED:
            end = covered = next_start[start]
        blocks.append(SourceBlock(kind, start + offset, end + offset))
    return blocks


def _kind(block: Block) -> BlockKind:
    if isinstance(block, DuplicateFieldKeyBlock | DuplicateBlockKeyBlock):
        inner = block.ignore_error_block
        return _kind(inner) if inner is not None else BlockKind.FAILED
    if isinstance(block, ParsingFailedBlock):
        return BlockKind.FAILED
    if isinstance(block, String):
        return BlockKind.MACRO
    if isinstance(block, Preamble):
        return BlockKind.PREAMBLE
    if isinstance(block, ExplicitComment):
        # bibtexparser takes every type that begins with "comment" for one, so @commentary too.
        return BlockKind.COMMENT if _COMMENT.match(block.raw or "") else BlockKind.FAILED
    if isinstance(block, ImplicitComment):
        return BlockKind.TEXT
    return BlockKind.ENTRY
