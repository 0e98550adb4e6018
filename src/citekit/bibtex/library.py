"""Items from a library that bibtexparser has parsed, after whatever its middlewares made of it.

Programs that work with bibtexparser need not write a file for citekit. Each block is spelled out again on the line on
which it began, so that notices point there; a block that bibtexparser gave up is handed over as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from citekit.bibtex.load import parse_bibtex
from citekit.errors import UsageError
from citekit.items.item import Item
from citekit.report import Report

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry

__all__ = ["read_library"]


def read_library(library: Library, *, file: str = "", sentence_case: bool = True) -> tuple[list[Item], Report]:
    """The items of a `bibtexparser.Library` and a report, as `read_bibtex` gives them.

    Values may be as any middleware of bibtexparser leaves them: names as one text, in a list, or in parts. `file` is
    the name that places are reported under; lines are those of the text that bibtexparser parsed. Raises `UsageError`
    for a value of a kind that no middleware makes.

    >>> import bibtexparser
    >>> items, report = read_library(bibtexparser.parse_string("@book{a, author = {Sand, George}, year = 1832}"))
    >>> str(items[0].names("author")[0]), items[0].date("issued").iso()
    ('George Sand', '1832')
    """
    lines: list[str] = []
    for start, text in _blocks(library):
        # A block that grew over the lines of the next pushes it down; all others stay where they were.
        lines += [""] * (start - len(lines))
        lines += text.split("\n")
    return parse_bibtex("\n".join(lines), file, sentence_case=sentence_case)


def _blocks(library: Library) -> Iterator[tuple[int, str]]:
    """Each block that says something, with its line from 0 on."""
    from bibtexparser.model import DuplicateBlockKeyBlock, Entry, ParsingFailedBlock, Preamble, String

    for block in library.blocks:
        inner: Block | None = block
        if isinstance(block, DuplicateBlockKeyBlock):
            # Our own reader keeps both entries, and says so.
            inner = block.ignore_error_block
        if isinstance(inner, Entry):
            yield inner.start_line or 0, _entry(inner)
        elif isinstance(inner, String):
            yield inner.start_line or 0, f"@string{{{inner.key} = {{{inner.value}}}}}"
        elif isinstance(inner, Preamble):
            yield inner.start_line or 0, f"@preamble{{{{{inner.value}}}}}"
        elif isinstance(inner, ParsingFailedBlock):
            yield inner.start_line or 0, inner.raw or ""


def _entry(entry: Entry) -> str:
    fields = "".join([f", {field.key} = {{{_text(field.value, entry.key)}}}" for field in entry.fields])
    return f"@{entry.entry_type}{{{entry.key}{fields}}}"


def _text(value: Any, key: str) -> str:
    """A value in BibTeX's spelling; middlewares leave texts, numbers, and names in lists or in parts."""
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, list):
        return " and ".join([_text(one, key) for one in value])
    if hasattr(value, "merge_last_name_first"):
        return str(value.merge_last_name_first)
    kind = type(value).__name__
    raise UsageError(f"entry {key!r} holds a value of type {kind}", remedy="leave values as text, or names in parts")
