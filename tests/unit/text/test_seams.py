"""The tables of what meets what, and stripping periods."""

from __future__ import annotations

from citekit.text.seams import MENDED, MERGES, SWAPS_IN, SWAPS_OUT, strip_periods
from citekit.text.tokens import Token, mark

ITALIC = mark("font-style", "italic")


def test_every_merge_begins_with_something_that_is_mended() -> None:
    assert {pair[1] for pair in MERGES} <= MENDED


def test_only_the_comma_moves_both_ways() -> None:
    assert {","} == SWAPS_IN & SWAPS_OUT


def test_strip_periods_spares_addresses() -> None:
    tokens: list[Token] = ["Am. L.J.", ITALIC, "see example.org", ITALIC.partner, "Ph.D. diss."]
    strip_periods(tokens, 1)
    assert tokens == ["Am. L.J.", ITALIC, "see example.org", ITALIC.partner, "PhD diss"]
