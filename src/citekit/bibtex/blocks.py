"""BibTeX source to blocks with their extent: entries, macros, preambles, and stretches of other text.

bibtexparser's splitter finds where blocks begin and recovers at the next block when one is broken. It reports lines
only, so the extent of each block is found again in the source, in order, in one pass.
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

from citekit.errors import Location

__all__ = ["BlockKind", "Lines", "SourceBlock", "find_blocks"]

# bibtexparser logs what it cannot read; the same is told by our notices, with its place.
logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)

BLOCK_START: Final = "@"
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
    """A stretch of the source. A failed block reaches to the next one, so that it can be read again."""

    kind: BlockKind
    start: int
    end: int


class Lines:
    """Turns offsets in a text into lines and columns."""

    __slots__ = ("_file", "_starts")

    def __init__(self, text: str, file: str) -> None:
        self._file = file
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
        return Location(self._file, line, offset - self._starts[line - 1] + 1)


def find_blocks(text: str) -> list[SourceBlock]:
    """Every block of the source in order.

    >>> [block.kind.value for block in find_blocks("@string{a = 1} @book{b, title = {x}}")]
    ['string', 'entry']
    """
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
        blocks.append(SourceBlock(kind, start, end))
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
