"""Field markup, quotation marks and apostrophes."""

from __future__ import annotations

import time

import pytest

from citekit.text.markup import parse_markup, strip_markup
from citekit.text.tokens import Mark, Token, mark, plain_text

ITALIC = mark("font-style", "italic")
BOLD = mark("font-weight", "bold")
SMALL_CAPS = mark("font-variant", "small-caps")
QUOTE = mark("quote")
NOCASE = mark("nocase")
APOSTROPHE = "\u2019"
NARROW_NBSP = "\u202f"


def shown(tokens: tuple[Token, ...]) -> str:
    """Tokens on one line, quotes as [ and ], guillemets as { and }."""
    out = []
    for token in tokens:
        if isinstance(token, Mark):
            pair = "()" if token.kind != "quote" else "{}" if token.value.startswith("\u00ab") else "[]"
            out.append(pair[0] if token.is_open else pair[1])
        else:
            out.append(token)
    return "".join(out)


def test_plain_text_is_one_piece() -> None:
    assert parse_markup("Les essais") == ("Les essais",)


def test_empty_text_has_no_tokens() -> None:
    assert parse_markup("") == ()


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("i", ITALIC),
        ("b", BOLD),
        ("sc", SMALL_CAPS),
        ("sup", mark("vertical-align", "sup")),
        ("sub", mark("vertical-align", "sub")),
    ],
)
def test_each_tag_of_csl_becomes_a_mark(tag: str, expected: Mark) -> None:
    assert parse_markup(f"a <{tag}>b</{tag}>c") == ("a ", expected, "b", expected.partner, "c")


@pytest.mark.parametrize(
    "span",
    [
        '<span style="font-variant:small-caps;">',
        '<span style="font-variant: small-caps;">',
        '<span  style="font-variant: small-caps">',
        "<span style='font-variant:small-caps;'>",
    ],
)
def test_small_caps_spans_are_read_however_they_are_spaced(span: str) -> None:
    assert parse_markup(f"{span}x</span>") == (SMALL_CAPS, "x", SMALL_CAPS.partner)


def test_nocase_and_nodecor_spans_become_marks() -> None:
    assert parse_markup('<span class="nocase">ADN</span>') == (NOCASE, "ADN", NOCASE.partner)
    nodecor = mark("nodecor")
    assert parse_markup('a <span class="nodecor">v.</span>') == ("a ", nodecor, "v.", nodecor.partner)


def test_an_unknown_span_stays_literal_with_its_own_closing_tag() -> None:
    text = '<span class="nocase">a <span class="x">b</span> c</span>'
    assert parse_markup(text) == (NOCASE, 'a <span class="x">b</span> c', NOCASE.partner)


@pytest.mark.parametrize("text", ["a </i> b", "<i>a", "a < b > c", "<em>a</em>", "<", "a <"])
def test_what_is_not_markup_stays_as_it_was_typed(text: str) -> None:
    assert parse_markup(text) == (text,)


def test_a_tag_left_open_inside_another_stays_literal() -> None:
    assert parse_markup("<i>a <b>b</i>") == (ITALIC, "a <b>b", ITALIC.partner)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('the "new" career', "the [new] career"),
        ("'Parmenides' 132c", "[Parmenides] 132c"),
        ("My \u201cAmazing\u201d Title", "My [Amazing] Title"),
        ("\u2018Parmenides\u2019 and Plato's", "[Parmenides] and Plato\u2019s"),
        ("'Nobody Knows You're a Dog': As", "[Nobody Knows You\u2019re a Dog]: As"),
        ('It\'s ("so")', "It\u2019s ([so])"),
        ("'\"PIAAC\"'", "[[PIAAC]]"),
        ('l\'"essence" des choses', "l\u2019[essence] des choses"),
        ("l'\u00c9tat", "l\u2019\u00c9tat"),
        ("(ETFA '09)", "(ETFA \u201909)"),
        ("d ' eau", "d \u2019 eau"),
        ("l'''", "l\u2019\u2019\u2019"),
        ('of "Positive " of', 'of "Positive " of'),
        ('a 5" disk', 'a 5" disk'),
        ("\u201ea\u201c und \u201db\u201d", "\u201ea\u201c und \u201db\u201d"),
        ("un \u00abmot\u00bb", "un {mot}"),
        ("un \u00ab mot \u00bb", "un {mot}"),
    ],
)
def test_quotes_become_marks_where_they_pair(typed: str, expected: str) -> None:
    assert shown(parse_markup(typed)) == expected


def test_quotes_and_tags_do_not_cross() -> None:
    assert shown(parse_markup('"a <i>b" c</i>')) == '"a (b" c)'


def test_a_space_before_high_punctuation_becomes_narrow_and_unbreakable() -> None:
    assert parse_markup("Quoi ? Rien ; non") == (f"Quoi{NARROW_NBSP}? Rien{NARROW_NBSP}; non",)


def test_text_that_goes_on_with_punctuation_after_a_mark_is_no_seam() -> None:
    assert parse_markup('"a", b') == (QUOTE, "a", QUOTE.partner, "", ", b")


def test_strip_markup_takes_the_tags_away_and_keeps_the_rest() -> None:
    assert strip_markup('<i>L\'"or"</i> < 3') == 'L\'"or" < 3'
    assert strip_markup("plain") == "plain"


@pytest.mark.parametrize("unit", ["<i>", "<i></i>", '"', "'a ", "\u2018", "<span class=", '<i>"', '"a<b>\u201d'])
def test_long_rubbish_takes_time_in_proportion(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    start = time.perf_counter()
    tokens = parse_markup(text)
    assert time.perf_counter() - start < 10
    assert len(plain_text(tokens)) <= len(text)
