"""Strings of a settled stream made one."""

from __future__ import annotations

from citekit.text.joining import joined, space_before_block
from citekit.text.tokens import mark

ITALIC = mark("font-style", "italic")


def test_neighbouring_strings_become_one() -> None:
    assert joined(["a", "b", ITALIC, "c", "", ITALIC.partner]) == ["ab", ITALIC, "c", ITALIC.partner]


def test_two_spaces_that_meet_stay_two_strings() -> None:
    assert joined(["a. ", " b", "c"]) == ["a. ", " bc"]
    assert joined(["a.  b", "c"]) == ["a.  bc"]


def test_the_space_of_a_first_block_stands_before_it() -> None:
    block = mark("display", "block")
    assert space_before_block([block, " a", block.partner]) == [" ", block, "a", block.partner]
