"""Numbers in number variables."""

import pytest

from citekit.items.number import LITERAL_HYPHEN, NumberPart, parse_number


@pytest.mark.parametrize(
    "text", ["5", "01790", "5th", "D2", "L2d", "e9612", "2, 3", "2-4", "2 & 4", "i-ix", "2001/2002", "12a-c", "123N110"]
)
def test_numbers_with_letters_and_separators_are_numeric(text: str) -> None:
    assert parse_number(text).is_numeric


@pytest.mark.parametrize(
    "text",
    ["", "second", "2nd edition", "5 ed.", "Fifth ed.", "2, third", "Michaelson-Morely", "1<sup>er</sup>", "boo"],
)
def test_words_make_a_number_not_numeric(text: str) -> None:
    assert not parse_number(text).is_numeric
    assert not parse_number(text).is_plural


@pytest.mark.parametrize(
    "text", ["1-2", "S213-S235", "1, 2", "1 & 2", "213 and 235", "213, and 235", "4\u20136", "i-ix"]
)
def test_several_numbers_are_plural(text: str) -> None:
    assert parse_number(text).is_plural


@pytest.mark.parametrize("text", ["1", "12a", "12a-c", "327\\-30", "2001/2002", "ix"])
def test_one_number_is_singular(text: str) -> None:
    assert not parse_number(text).is_plural


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("2 - 4", "-"),
        ("2--4", "-"),
        ("2 \u20134", "\u2013"),
        ("2,4", ", "),
        ("2 , 4", ", "),
        ("2&4", " & "),
        ("2 & 4", " & "),
        ("2 and 4", " and "),
        ("2, et 4", ", et "),
        ("2;  4", "; "),
        ("2\\-4", LITERAL_HYPHEN),
    ],
)
def test_separators_get_the_spaces_of_the_specification(text: str, separator: str) -> None:
    assert parse_number(text).parts == (NumberPart("2", separator), NumberPart("4"))


def test_numbers_under_a_label_of_their_own_do_not_count() -> None:
    number = parse_number("7, p. 3-8")
    assert number.is_numeric
    assert not number.is_plural
    assert number.parts[1] == NumberPart("3", "-", label="p.")


def test_pages_before_a_labelled_figure_are_plural() -> None:
    assert parse_number("367-368, fig. 333").is_plural


def test_only_plain_digits_are_integers() -> None:
    assert [part.is_integer for part in parse_number("2, 2a, ix").parts] == [True, False, False]


def test_a_number_above_one_is_many() -> None:
    assert [parse_number(text).is_many for text in ("1", "2", "2 vol", "ix")] == [False, True, False, False]


def test_the_source_text_is_kept() -> None:
    assert parse_number("2&3").text == "2&3"


def test_long_runs_of_spaces_are_read_in_reasonable_time() -> None:
    number = parse_number("1" + " " * 50_000 + "- 2")
    assert number.parts == (NumberPart("1", "-"), NumberPart("2"))
