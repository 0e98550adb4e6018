"""A handout as plain text: 80 columns, headings underlined, annotations indented.

Lines break at ordinary spaces only, so what a no-break space holds together stays together, and addresses stay whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import TextWrapper
from typing import Final

from citekit.handout.annotation import BulletList
from citekit.handout.outline import HandoutEntry, Outline, Section
from citekit.handout.words import words_for
from citekit.text.tokens import Tokens
from citekit.text.writers import writer

__all__ = ["WIDTH", "write_plain"]

WIDTH: Final = 80
_INDENT: Final = "    "
_UNDERLINES: Final = "=-~"


def write_plain(outline: Outline) -> str:
    """The whole text, with a line end at its end."""
    settings = outline.settings
    title = settings.title or settings.heading or words_for(outline.lang).bibliography
    heading = "" if settings.heading == title else settings.heading
    block = [_wrapped(text) for text in (settings.kind, title, settings.date, heading) if text]
    paragraphs = ["\n\n".join(block) + "\n" + "=" * WIDTH]
    paragraphs += _entries(outline.entries, outline.hanging_indent)
    for section in outline.walk():
        paragraphs.append(_heading(section))
        paragraphs += _entries(section.entries, outline.hanging_indent)
    return "\n\n".join(paragraphs) + "\n"


def _heading(section: Section) -> str:
    text = _wrapped(section.heading)
    longest = max(map(len, text.split("\n")))
    line = _UNDERLINES[min(section.level, len(_UNDERLINES)) - 1]
    return f"\n{text}\n{line * longest}"


def _entries(entries: Iterable[HandoutEntry], hanging_indent: bool) -> Iterable[str]:
    for entry in entries:
        lines = [_wrapped(_rich(entry.tokens), rest=_INDENT if hanging_indent else "")]
        lines += [(_INDENT if hanging_indent else "") + _rich(link) for link in entry.links]
        yield "\n".join(lines)
        for block in entry.annotation:
            if isinstance(block, BulletList):
                points = [_wrapped(_rich(point), f"{_INDENT}- ", f"{_INDENT}  ") for point in block.points]
                yield "\n".join(points)
            else:
                yield _wrapped(_rich(block.tokens), _INDENT, _INDENT)


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    """Text folded at spaces; the lines that it has already stay apart."""
    wrapper = TextWrapper(
        width=WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    folded: list[str] = []
    for line in text.split("\n"):
        folded += wrapper.wrap(line) or [""]
        wrapper.initial_indent = rest
    return "\n".join(folded)


def _rich(tokens: Tokens) -> str:
    lines = writer("text").write(tokens).split("\n")
    return "\n".join([line.strip(" ") for line in lines if line.strip(" ")])
