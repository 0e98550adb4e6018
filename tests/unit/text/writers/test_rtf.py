"""The RTF writer."""

from __future__ import annotations

import pytest

from citekit.text.tokens import mark
from citekit.text.writers import writer

RTF = writer("rtf")


def test_control_characters_are_escaped() -> None:
    assert RTF.write(["a\\b {c}"]) == "a\\\\b \\{c\\}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u00e9", "\\u233?"),
        ("\u00a0", "\\u160?"),
        ("\ufb01", "\\u-1279?"),
        ("\U0001f600", "\\u-10179?\\u-8704?"),
        ("27\u1d49", "27{\\super e}"),
        ("a\tb\nc", "a\\tab b\\line c"),
    ],
)
def test_characters_beyond_ascii_are_signed_sixteen_bit_numbers(text: str, expected: str) -> None:
    assert RTF.write([text]) == expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("font-style", "italic", "{\\i x}"),
        ("font-style", "normal", "{\\i0 x}"),
        ("font-weight", "bold", "{\\b x}"),
        ("font-variant", "small-caps", "{\\scaps x}"),
        ("text-decoration", "underline", "{\\ul x}"),
        ("vertical-align", "sup", "{\\super x}"),
        ("vertical-align", "sub", "{\\sub x}"),
        ("display", "left-margin", "x\\tab "),
    ],
)
def test_marks_become_groups_with_control_words(kind: str, value: str, expected: str) -> None:
    one = mark(kind, value)
    assert RTF.write([one, "x", one.partner]) == expected


def test_links_are_hyperlink_fields() -> None:
    link = mark("link", 'https://e.org/\u00e9?a={1}&b="2"\\')
    assert RTF.write([link, "x", link.partner]) == (
        '{\\field{\\*\\fldinst{HYPERLINK "https://e.org/%C3%A9?a=%7B1%7D&b=%222%22%5C"}}{\\fldrslt{x}}}'
    )


def test_braces_balance_around_an_unsafe_link() -> None:
    link = mark("link", "javascript:x")
    assert RTF.write([link, "x", link.partner]) == "x"
