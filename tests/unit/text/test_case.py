"""Text-case, with the words of the official fixtures where there are some."""

from __future__ import annotations

import pytest

from citekit.text.case import apply_case
from citekit.text.markup import parse_markup
from citekit.text.tokens import plain_text


def cased(text: str, case: str, is_english: bool = True, language: str = "") -> str:
    tokens = list(parse_markup(text))
    apply_case(tokens, 0, case, is_english, language)
    return plain_text(tokens)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("the history of science", "The History of Science"),
        ("This IS a pen that is a pencil", "This IS a Pen That Is a Pencil"),
        ("iPad is a thing", "iPad Is a Thing"),
        ("All for one. For all.", "All for One. For All."),
        ("John von Doe: an about up life", "John von Doe: An about up Life"),
        ("Employee pro-environmental behavior", "Employee Pro-Environmental Behavior"),
        ("Out-of-fashion initiatives: a second story", "Out-of-Fashion Initiatives: A Second Story"),
        ("traits\u2014self-esteem\u2014with job", "Traits\u2014Self-Esteem\u2014with Job"),
        ("Response to Shafi'i comment", "Response to Shafi\u2019i Comment"),
        ("07-x test", "07-x Test"),
        ("solution of \u03b2-carotine", "Solution of \u03b2-Carotine"),
        ("a cat/mouse game", "A Cat/Mouse Game"),
        ("what it is for", "What It Is For"),
        ("at nine o'clock", "At Nine o\u2019clock"),
    ],
)
def test_title_case_raises_all_but_stop_words(typed: str, expected: str) -> None:
    assert cased(typed, "title") == expected


def test_title_case_does_nothing_to_other_languages() -> None:
    assert cased("une histoire des sciences", "title", is_english=False) == "une histoire des sciences"


@pytest.mark.parametrize("tag", ["sc", "sup", "sub"])
def test_small_caps_superscripts_and_subscripts_keep_their_case(tag: str) -> None:
    assert cased(f"My <{tag}>little phrase</{tag}> in a title", "title") == "My little phrase in a Title"


def test_italics_do_not_protect_their_case() -> None:
    assert cased("my <i>little phrase</i>", "title") == "My Little Phrase"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("lowercase", "this is a SMITH pen"),
        ("uppercase", "THIS IS A SMITH PEN"),
        ("capitalize-first", "This Is a SMITH pen"),
        ("capitalize-all", "This Is A SMITH Pen"),
        ("sentence", "This is a SMITH pen"),
        ("unknown", "this Is a SMITH pen"),
    ],
)
def test_nocase_spans_are_left_alone(case: str, expected: str) -> None:
    assert cased('this Is a <span class="nocase">SMITH</span> pen', case) == expected


def test_capitalize_first_finds_the_first_word_behind_a_quote() -> None:
    assert cased('"new" things', "capitalize-first") == "New things"


def test_capitalize_first_leaves_a_clever_brand_name() -> None:
    assert cased("iPad at work", "capitalize-first") == "iPad at work"


def test_upper_case_is_that_of_the_language() -> None:
    assert cased("ic and \u0131d", "uppercase", language="tr") == "\u0130C AND ID"
    assert cased("ic and \u0131d", "uppercase", language="en") == "IC AND ID"


def test_only_what_stands_after_start_is_changed() -> None:
    tokens: list[object] = ["one ", "two"]
    apply_case(tokens, 1, "uppercase", True)  # type: ignore[arg-type]
    assert tokens == ["one ", "TWO"]
