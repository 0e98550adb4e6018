"""Formatting inside formatting."""

from __future__ import annotations

import pytest

from citekit.text.flipflop import takes_font_style, undoing_marks, value_inside
from citekit.text.tokens import mark


@pytest.mark.parametrize(
    ("kind", "value", "before", "printed"),
    [
        ("font-style", "italic", "", "italic"),
        ("font-style", "italic", "italic", "normal"),
        ("font-style", "italic", "normal", "italic"),
        ("font-style", "normal", "italic", "normal"),
        ("font-style", "normal", "normal", ""),
        ("font-weight", "normal", "", ""),
        ("text-decoration", "underline", "underline", "none"),
        ("vertical-align", "sup", "sup", "sup"),
        ("vertical-align", "baseline", "sup", "baseline"),
    ],
)
def test_what_is_printed_depends_on_the_formatting_around(kind: str, value: str, before: str, printed: str) -> None:
    assert value_inside(kind, value, before) == printed


def test_only_the_formatting_in_force_is_undone() -> None:
    assert undoing_marks({"font-style": "italic", "font-weight": "normal"}) == (mark("font-style", "normal"),)


@pytest.mark.parametrize(
    ("text", "slants"), [("Essais", True), ("\u00c9t\u00e9", True), ("\u6c11\u6cd5", False), (", ", False)]
)
def test_some_scripts_have_no_italics(text: str, slants: bool) -> None:
    assert takes_font_style(text) is slants
