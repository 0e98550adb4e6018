"""The plain text writer, and finding writers by name."""

from __future__ import annotations

import pytest

from citekit.errors import UsageError
from citekit.text.tokens import mark
from citekit.text.writers import writer


def test_marks_vanish_from_plain_text() -> None:
    italic = mark("font-style", "italic")
    assert writer("text").write([italic, "a < b", italic.partner, " 27\u1d49"]) == "a < b 27\u1d49"


def test_blocks_become_lines() -> None:
    block = mark("display", "block")
    assert writer("text").write(["a", block, "b", block.partner, "c"]) == "a\nb\nc"


def test_blocks_that_follow_each_other_leave_no_empty_line() -> None:
    block = mark("display", "block")
    assert writer("text").write(["a", block, "b", block.partner, block, "c", block.partner]) == "a\nb\nc"
    assert writer("rtf").write(["a", block, "b", block.partner, block, "c", block.partner]) == "a\\line\nb\\line\nc"


def test_text_after_a_block_begins_a_line() -> None:
    margin, inline = mark("display", "left-margin"), mark("display", "right-inline")
    tokens = [margin, "1. ", margin.partner, inline, "Essais", inline.partner, "Annotation"]
    assert writer("text").write(tokens) == "1. Essais\nAnnotation"


def test_white_space_after_a_block_begins_no_line() -> None:
    block = mark("display", "block")
    assert writer("text").write([block, "a", block.partner, " "]) == "a"


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"unknown output format 'pdf'; use one of html, rtf, text"):
        writer("pdf")
