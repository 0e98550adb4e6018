"""Annotations: the abstract of an item as paragraphs and lists of rich text.

A blank line begins a new paragraph; a line that opens with a dash or a bullet is one point of a list. Other line ends
are spaces, as in BibTeX sources, where values are folded to the width of the screen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from citekit.handout.links import link_addresses
from citekit.text.markup import parse_markup
from citekit.text.punctuation import Quotes, settle
from citekit.text.tokens import Tokens

__all__ = ["Block", "BulletList", "Paragraph", "read_annotation", "rich_text"]

_BLANK_LINES: Final = re.compile(r"\n[ \t\r]*\n\s*")
_BLANKS: Final = re.compile(r"[ \t]{2,}")
_BULLETS: Final = ("- ", "\u2013 ", "\u2022 ", "* ", "-\u00a0", "\u2013\u00a0", "\u2022\u00a0")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, settled and with its links."""

    tokens: Tokens


@dataclass(frozen=True, slots=True)
class BulletList:
    """The points of one list, in their order."""

    points: tuple[Tokens, ...]


Block: TypeAlias = Paragraph | BulletList


Finish: TypeAlias = Callable[[Tokens], Tokens]
"""What is done to settled tokens before they get their links, such as choosing their spaces."""


def read_annotation(text: str, quotes: Quotes, finish: Finish = list) -> tuple[Block, ...]:
    """The paragraphs and lists of an annotation in CSL's markup.

    >>> from citekit.text.tokens import plain_text
    >>> blocks = read_annotation("Plan :\\n- Politiques\\n- Labs", Quotes("«", "»", "“", "”"))
    >>> [type(block).__name__ for block in blocks]
    ['Paragraph', 'BulletList']
    """
    blocks: list[Block] = []
    for part in _BLANK_LINES.split(text.replace("\r\n", "\n").strip()):
        for block in _blocks_of(part.splitlines(), quotes, finish):
            last = blocks[-1] if blocks else None
            if isinstance(block, BulletList) and isinstance(last, BulletList):
                # Points with blank lines between them are still one list.
                blocks[-1] = BulletList((*last.points, *block.points))
            else:
                blocks.append(block)
    return tuple(blocks)


def _blocks_of(lines: list[str], quotes: Quotes, finish: Finish) -> list[Block]:
    prose: list[str] = []
    points: list[str] = []
    for line in lines:
        text = _BLANKS.sub(" ", line.strip())
        if text.startswith(_BULLETS):
            points.append(text[2:].strip())
        elif points:
            # Nothing tells a folded line from a sentence after the list; a blank line would.
            points[-1] += f" {text}"
        else:
            prose.append(text)
    blocks: list[Block] = []
    if any(prose):
        blocks.append(Paragraph(rich_text(" ".join(prose), quotes, finish)))
    if points:
        blocks.append(BulletList(tuple(rich_text(point, quotes, finish) for point in points)))
    return blocks


def rich_text(text: str, quotes: Quotes, finish: Finish = list) -> Tokens:
    """Text in CSL's markup as settled tokens with links."""
    return link_addresses(finish(settle(list(parse_markup(text)), quotes, False)))
