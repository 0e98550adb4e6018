"""Parentheses within parentheses."""

from __future__ import annotations

import pytest

from citekit.text.brackets import alternate_brackets, marked
from citekit.text.tokens import Tokens


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["(", "Paris, ", "(", "1999", ")", ")"], "(Paris, [1999])"),
        (["(", "a ", "(", "b ", "(", "c", ")", ")", ")."], "(a [b (c)])."),
        (["(", "a", ") (", "b", ")"], "(a) (b)"),
        (["1", ") ", "(", "a", ")"], "1) (a)"),
    ],
)
def test_parentheses_inside_others_are_brackets_level_by_level(pieces: list[str], expected: str) -> None:
    tokens: Tokens = [marked(piece) for piece in pieces]
    alternate_brackets(tokens)
    assert "".join(map(str, tokens)) == expected


def test_parentheses_in_text_stay_and_do_not_count() -> None:
    tokens: Tokens = [marked("("), "On (some) birds", marked(" ("), "1999", marked("))")]
    alternate_brackets(tokens)
    assert "".join(map(str, tokens)) == "(On (some) birds [1999])"
