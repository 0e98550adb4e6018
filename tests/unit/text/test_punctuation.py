"""Seams, quotes and flip-flop."""

from __future__ import annotations

import pytest

from citekit.text.markup import parse_markup
from citekit.text.punctuation import Quotes, settle
from citekit.text.tokens import FIXED, Token, mark
from citekit.text.writers import writer

QUOTE = mark("quote")
ITALIC = mark("font-style", "italic")
PLAIN_QUOTES = Quotes("{", "}", "<", ">")
GUILLEMETS = Quotes("\u00ab\u00a0", "\u00a0\u00bb", "\u201c", "\u201d")


def settled(*tokens: Token, inside: bool = True, quotes: Quotes = PLAIN_QUOTES) -> str:
    return writer("html").write(settle(list(tokens), quotes, inside)).replace("&#60;", "<").replace("&#62;", ">")


# The table of the fixtures punctuation_FullMontyPlain and punctuation_FullMontyField.
MEETINGS = {
    ":": {":": ":", ".": ":", ";": ":;", "!": "!", "?": "?", ",": ":,"},
    ".": {":": ".:", ".": ".", ";": ".;", "!": ".!", "?": ".?", ",": ".,"},
    ";": {":": ";", ".": ";", ";": ";", "!": "!", "?": "?", ",": ";,"},
    "!": {":": "!", ".": "!", ";": "!;", "!": "!", "?": "!?", ",": "!,"},
    "?": {":": "?", ".": "?", ";": "?;", "!": "?!", "?": "?", ",": "?,"},
    ",": {":": ",:", ".": ",.", ";": ",;", "!": ",!", "?": ",?", ",": ","},
}
PAIRS = [(left, right, result) for left, row in MEETINGS.items() for right, result in row.items()]


@pytest.mark.parametrize(("left", "right", "result"), PAIRS)
def test_two_marks_of_punctuation_that_meet_become(left: str, right: str, result: str) -> None:
    assert settled("word" + left, right + " next") == f"word{result} next"
    assert settled("word", left, right + " next") == f"word{result} next"
    assert settled(ITALIC, "word" + left, ITALIC.partner, "next") == f"<i>word{left}</i>next"


def test_punctuation_inside_one_piece_is_never_touched() -> None:
    assert settled("a.. b,, c  ;;") == "a.. b,, c ;;".replace("c ", "c\u00a0 ")


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_a_space_that_meets_a_space_is_dropped(space: str) -> None:
    assert settled("a" + space, " b") == f"a{space}b"


def test_two_spaces_that_meet_are_one() -> None:
    assert settled("a. ", " ", " b") == "a. b"


def test_spaces_on_both_sides_of_where_formatting_begins_or_ends_stay() -> None:
    assert settled("a. ", ITALIC, " ", "b", ITALIC.partner) == "a. <i> b</i>"
    assert settled(ITALIC, "a", " ", ITALIC.partner, " ", "b") == "<i>a </i> b"
    assert settled("a. ", " ", ITALIC, "b", ITALIC.partner) == "a. <i>b</i>"


@pytest.mark.parametrize(
    ("left", "right", "inside", "result"),
    [
        ("", ". And", True, "{word.} And"),
        ("", ", and", True, "{word,} and"),
        ("", "! and", True, "{word!} and"),
        ("", "; and", True, "{word}; and"),
        ("", ": and", True, "{word}: and"),
        ("", ", and", False, "{word}, and"),
        ("?", ". And", True, "{word?} And"),
        ("?", ". And", False, "{word?} And"),
        ("?", ", and", True, "{word?,} and"),
        ("?", ", and", False, "{word?}, and"),
        (",", " and", False, "{word}, and"),
        (".", ". And", False, "{word.} And"),
    ],
)
def test_punctuation_moves_into_or_out_of_quotes(left: str, right: str, inside: bool, result: str) -> None:
    assert settled(QUOTE, "word" + left, QUOTE.partner, right, inside=inside) == result


def test_a_mark_that_replaces_another_after_quotes_moves_in() -> None:
    assert settled(QUOTE, "colon", QUOTE.partner, ":", "! x") == "{colon!} x"


def test_punctuation_moves_into_the_innermost_quotes() -> None:
    assert settled(QUOTE, "This is ", QUOTE, "The One", QUOTE.partner, QUOTE.partner, ".") == "{This is <The One.>}"


def test_punctuation_moves_into_quotes_through_italics() -> None:
    tokens: list[Token] = [ITALIC, QUOTE, "Book A", QUOTE.partner, ITALIC.partner, ". ", "1900"]
    assert settled(*tokens) == "<i>{Book A.}</i> 1900"


def test_a_comma_typed_after_quotes_in_one_field_stays_outside() -> None:
    assert settled(*parse_markup("'quote', "), "Hello") == "{quote}, Hello"


def test_quotes_alternate_with_depth() -> None:
    tokens: list[Token] = [QUOTE, "a ", QUOTE, "b ", QUOTE, "c", QUOTE.partner, QUOTE.partner, QUOTE.partner]
    assert settled(*tokens) == "{a <b {c}>}"


@pytest.mark.parametrize(
    ("typed", "alone", "inside_quotes"),
    [
        ("a \u2018b\u2019", "a \u2018b\u2019", "{a \u2018b\u2019}"),
        ("'b' c", "{b} c", "{<b> c}"),
        ("\"b\" 'c'", "{b} <c>", "{<b> <c>}"),
        ("'b \"c\" d'", "{b <c> d}", "{<b {c} d>}"),
    ],
)
def test_single_quotes_are_inner_unless_straight_and_first(typed: str, alone: str, inside_quotes: str) -> None:
    assert settled(*parse_markup(typed)) == alone
    assert settled(QUOTE, *parse_markup(typed), QUOTE.partner) == inside_quotes


@pytest.mark.parametrize(("typed", "shown"), [(" ", "\u202f"), ("\u202f", "\u202f"), ("\u00a0", "\u00a0"), ("", "")])
def test_guillemets_that_the_locale_has_not_keep_their_spaces(typed: str, shown: str) -> None:
    tokens = parse_markup(f"His \u00ab{typed}Anonymous{typed}\u00bb Life")
    assert settled(*tokens) == f"His \u00ab{shown}Anonymous{shown}\u00bb Life"


def test_nothing_moves_into_guillemets_that_the_locale_has_not() -> None:
    tokens = parse_markup("Une \u00ab vie \u00bb")
    assert settled(QUOTE, *tokens, QUOTE.partner, ", 1990") == "{Une \u00ab\u202fvie\u202f\u00bb,} 1990"
    assert settled(*tokens, ", 1990") == "Une \u00ab\u202fvie\u202f\u00bb, 1990"


@pytest.mark.parametrize(
    ("typed", "shown"), [(" ", "\u202f"), ("\u202f", "\u202f"), ("\u00a0", "\u00a0"), ("", "\u00a0")]
)
def test_guillemets_of_the_locale_have_the_space_that_was_typed(typed: str, shown: str) -> None:
    tokens = parse_markup(f"His \u00ab{typed}Anonymous{typed}\u00bb Life")
    assert settled(*tokens, quotes=GUILLEMETS) == f"His \u00ab{shown}Anonymous{shown}\u00bb Life"


def test_guillemets_inside_guillemets_become_the_inner_quotes_of_the_locale() -> None:
    tokens = parse_markup("His \u00ab Anonymous \u00bb Life")
    assert settled(QUOTE, *tokens, QUOTE.partner, quotes=GUILLEMETS, inside=False) == (
        "\u00ab\u00a0His \u201cAnonymous\u201d Life\u00a0\u00bb"
    )


def test_guillemets_that_stand_alone_keep_the_space_that_the_locale_has_not() -> None:
    spanish = Quotes("\u00ab", "\u00bb", "\u201c", "\u201d")
    tokens = parse_markup("His \u00ab Anonymous \u00bb Life")
    assert settled(*tokens, quotes=spanish) == "His \u00ab\u202fAnonymous\u202f\u00bb Life"
    assert settled(QUOTE, *tokens, QUOTE.partner, quotes=spanish) == "\u00abHis \u201cAnonymous\u201d Life\u00bb"


def test_italics_inside_italics_are_upright() -> None:
    tokens: list[Token] = [ITALIC, "a ", ITALIC, "b ", ITALIC, "c", ITALIC.partner, ITALIC.partner, ITALIC.partner]
    assert settled(*tokens) == '<i>a <span style="font-style:normal;">b <i>c</i></span></i>'


SLANTED = mark("font-style", FIXED + "italic")


def test_upright_text_that_ends_in_italics_is_marked_though_nothing_is_undone() -> None:
    upright, bold = mark("font-style", FIXED + "normal"), mark("font-weight", "bold")
    ends = ["Proof of ", ITALIC, "P", ITALIC.partner]
    assert settled(upright, *ends, upright.partner) == '<span style="font-style:normal;">Proof of <i>P</i></span>'
    assert settled(upright, ITALIC, "P", ITALIC.partner, upright.partner) == (
        '<span style="font-style:normal;"><i>P</i></span>'
    )
    assert settled(upright, SLANTED, "P", SLANTED.partner, upright.partner) == "<i>P</i>"
    assert settled(upright, *ends, " here", upright.partner) == "Proof of <i>P</i> here"
    assert settled(upright, "Proof of ", bold, "P", bold.partner, upright.partner) == "Proof of <b>P</b>"
    plain, small = mark("font-variant", FIXED + "normal"), mark("font-variant", FIXED + "small-caps")
    assert settled(plain, "A. ", small, "Doe", small.partner, plain.partner) == (
        'A. <span style="font-variant:small-caps;">Doe</span>'
    )
    assert settled(upright, *ends, upright.partner, "., ", ".") == (
        '<span style="font-style:normal;">Proof of <i>P</i></span>., .'
    )


def test_upright_text_that_is_not_inside_italics_needs_no_mark() -> None:
    normal = mark("font-style", "normal")
    assert settled(normal, "a", normal.partner) == "a"
    assert settled(ITALIC, normal, "a", normal.partner, ITALIC.partner) == (
        '<i><span style="font-style:normal;">a</span></i>'
    )


def test_nodecor_undoes_what_is_in_force() -> None:
    nodecor = mark("nodecor")
    assert settled(ITALIC, "Lessard ", nodecor, "v.", nodecor.partner, " Schmidt", ITALIC.partner) == (
        '<i>Lessard <span style="font-style:normal;">v.</span> Schmidt</i>'
    )
    assert settled(nodecor, "v.", nodecor.partner) == "v."


def test_pairs_around_nothing_disappear() -> None:
    assert settle([ITALIC, QUOTE, QUOTE.partner, ITALIC.partner], PLAIN_QUOTES, True) == []


def test_field_and_nocase_marks_are_dropped() -> None:
    field, nocase = mark("field", "names"), mark("nocase")
    assert settle([field, nocase, "a", nocase.partner, field.partner], PLAIN_QUOTES, True) == ["a"]


def test_blocks_do_not_mend_with_one_another() -> None:
    block, indent = mark("display", "block"), mark("display", "indent")
    tokens: list[Token] = [block, "a.", block.partner, indent, ". b", indent.partner]
    assert settle(tokens, PLAIN_QUOTES, True) == tokens


def test_a_block_behind_a_space_begins_with_its_text() -> None:
    block, indent = mark("display", "left-margin"), mark("display", "indent")
    tokens: list[Token] = [block, "a ", block.partner, indent, " b", " c", indent.partner]
    assert settle(tokens, PLAIN_QUOTES, True) == [block, "a ", block.partner, indent, "b c", indent.partner]


def test_punctuation_after_a_block_moves_into_it() -> None:
    block = mark("display", "right-inline")
    assert settle([block, "a", block.partner, "."], PLAIN_QUOTES, True) == [block, "a.", block.partner]
    assert settle([block, "a.", block.partner, "."], PLAIN_QUOTES, True) == [block, "a.", block.partner]
    assert settle([block, QUOTE, "a", QUOTE.partner, block.partner, ". b"], PLAIN_QUOTES, True) == [
        *(block, "{a.}", block.partner, " b")
    ]


def test_a_space_at_the_end_of_the_last_block_stands_after_it() -> None:
    block = mark("display", "right-inline")
    assert settle([block, "a. ", block.partner], PLAIN_QUOTES, True) == [block, "a.", block.partner, " "]


def test_scripts_without_italics_are_not_slanted() -> None:
    assert settled(ITALIC, "\u6c11\u6cd5", ITALIC.partner) == "\u6c11\u6cd5"


def test_the_stream_given_is_left_as_it_was() -> None:
    tokens: list[Token] = ["a.", ". b"]
    settle(tokens, PLAIN_QUOTES, True)
    assert tokens == ["a.", ". b"]


def test_white_space_at_the_head_of_the_first_block_is_set_before_it() -> None:
    block = mark("display", "left-margin")
    assert settle([block, " N.d.", block.partner], Quotes(), False) == [" ", block, "N.d.", block.partner]
    assert settle([block, "\u00a0= 1", block.partner], Quotes(), False) == ["\u00a0", block, "= 1", block.partner]


def test_two_no_break_spaces_that_meet_are_one() -> None:
    assert settle(["p.\u00a0", "\u00a0", "4"], Quotes(), False) == ["p.\u00a04"]
