"""Laws of rich text: nothing is lost, marks stay paired, order is an order."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from citekit.text import Collator, Quotes, apply_case, parse_markup, plain_text, settle, writer
from citekit.text.tokens import Mark, Token

PIECES = (
    *("<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", '<span class="nocase">', "</span>"),
    *('"', "'", "\u2019", "\u201c", "\u201d", "\u2018", "\u00ab", "\u00bb"),
    *(" ", ".", ",", "?", "a", "B", "\u00e9", "<", ">", "\u202f"),
)
TYPED = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
CASES = st.sampled_from(["lowercase", "uppercase", "title", "sentence", "capitalize-first", "capitalize-all"])


def is_paired(tokens: list[Token]) -> bool:
    """Whether every mark is closed, in reverse order of opening."""
    stack: list[Mark] = []
    for token in tokens:
        if isinstance(token, Mark):
            if token.is_open:
                stack.append(token)
            elif not stack or stack.pop().partner is not token:
                return False
    return not stack


def letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char in "ab\u00e9")


@given(TYPED)
def test_parsed_marks_are_paired(text: str) -> None:
    assert is_paired(list(parse_markup(text)))


@given(st.text(alphabet="ab\u00e9<>\"' .\u2019\u00ab\u00bb", max_size=40))
def test_parsing_loses_no_letter(text: str) -> None:
    expected = letters(text)
    assert letters(plain_text(parse_markup(text))) in (expected, letters(text.replace("<b>", "").replace("</b>", "")))


@given(st.lists(TYPED, max_size=6), st.booleans())
def test_settled_marks_are_paired_and_around_something(texts: list[str], inside: bool) -> None:
    tokens: list[Token] = [token for text in texts for token in parse_markup(text)]
    settled = settle(tokens, Quotes(), inside)
    assert is_paired(settled)
    assert all(not (isinstance(a, Mark) and a.is_open and b is a.partner) for a, b in pairwise(settled))
    assert all(not (isinstance(a, str) and isinstance(b, str)) for a, b in pairwise(settled))


@given(st.lists(TYPED, max_size=6), st.booleans())
def test_settling_loses_no_letter(texts: list[str], inside: bool) -> None:
    tokens: list[Token] = [token for text in texts for token in parse_markup(text)]
    assert letters(plain_text(settle(tokens, Quotes(), inside))) == letters(plain_text(tokens))


@given(TYPED, CASES)
def test_text_case_changes_nothing_but_case_and_is_stable(text: str, case: str) -> None:
    once = list(parse_markup(text))
    apply_case(once, 0, case, True)
    assert plain_text(once).casefold() == plain_text(parse_markup(text)).casefold()
    twice = list(once)
    apply_case(twice, 0, case, True)
    assert twice == once


@given(st.lists(st.text(max_size=12), max_size=8))
def test_sorting_does_not_depend_on_the_order_given(texts: list[str]) -> None:
    key = Collator("fr-FR").key
    backwards = texts[::-1]
    assert sorted(texts, key=key) == sorted(backwards, key=key)


@given(st.text(max_size=60))
def test_rtf_is_ascii_with_balanced_braces(text: str) -> None:
    written = writer("rtf").write([text])
    bare = written.replace("\\\\", "").replace("\\{", "").replace("\\}", "")
    assert written.isascii()
    assert bare.count("{") == bare.count("}")
