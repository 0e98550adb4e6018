"""Page ranges in each format (CSL 1.0.2, Appendix V)."""

from __future__ import annotations

import pytest

from citekit.csl.page_ranges import format_page_range

EN_DASH = "\u2013"


@pytest.mark.parametrize(
    "expected",
    [
        # Less than 100
        "3-10", "71-72",
        # 100 or a multiple of 100
        "100-104", "600-613", "1100-1123",
        # 101 to 109, in multiples of 100
        "107-8", "505-17", "1002-6",
        # 110 to 199, in multiples of 100
        "321-25", "415-532", "11564-68", "13792-803",
        # Four digits of which three change
        "1496-1504", "2787-2816",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["chicago", "chicago-15"])
def test_chicago_15_gives_the_examples_of_the_specification(name, expected):
    assert format_page_range(expanded(expected), name, "-") == expected


@pytest.mark.parametrize(
    "expected",
    [
        "3-10", "71-72", "92-113",
        "100-104", "600-613", "1100-1123",
        "107-8", "505-17", "1002-6",
        "321-25", "415-532", "1087-89", "1496-500", "11564-68", "13792-803", "12991-3001",
    ],
)  # fmt: skip
def test_chicago_16_gives_the_examples_of_the_specification(expected):
    assert format_page_range(expanded(expected), "chicago-16", "-") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("expanded", ["42-45", "321-328", "2787-2816"]),
        ("minimal", ["42-5", "321-8", "2787-816"]),
        ("minimal-two", ["42-45", "321-28", "2787-816"]),
    ],
)
def test_expanded_and_minimal_give_the_examples_of_the_specification(name, expected):
    ranges = ["42-45", "321-328", "2787-2816"]
    assert [format_page_range(one, name, "-") for one in ranges] == expected


def expanded(text: str) -> str:
    """The range with all digits of its second number."""
    first, _, last = text.partition("-")
    return f"{first}-{first[: max(0, len(first) - len(last))]}{last}"


def test_a_range_that_was_typed_short_is_completed_first():
    assert format_page_range("321-8", "expanded", "-") == "321-328"
    assert format_page_range("321-8", "minimal-two", "-") == "321-28"


def test_the_delimiter_takes_the_place_of_hyphens_and_dashes():
    assert format_page_range("110 - 115", "expanded", EN_DASH) == f"110{EN_DASH}115"
    assert format_page_range(f"110{EN_DASH}115", "expanded", " to ") == "110 to 115"


def test_without_a_format_the_digits_stay():
    assert format_page_range("110-5", "", EN_DASH) == f"110{EN_DASH}5"


def test_every_range_of_a_list_is_written():
    assert format_page_range("321-328, 400, 401-408", "minimal", "-") == "321-8, 400, 401-8"


@pytest.mark.parametrize("text", ["22", "passim", "S12", ""])
def test_text_without_a_range_stays(text):
    assert format_page_range(text, "minimal", EN_DASH) == text


def test_pages_with_the_same_letters_are_a_range():
    assert format_page_range("S321-S328", "minimal", "-") == "S321-8"
    assert format_page_range("S321-S328", "expanded", "-") == "S321-S328"


def test_pages_with_different_letters_are_not_touched():
    assert format_page_range("N110-5", "minimal", EN_DASH) == "N110-5"


def test_numbers_that_do_not_increase_are_not_a_range():
    assert format_page_range("328-321", "minimal", EN_DASH) == "328-321"


def test_a_hyphen_after_a_backslash_is_not_a_range():
    assert format_page_range(r"3\-12", "expanded", EN_DASH) == "3-12"


@pytest.mark.parametrize("page_range_format", ["", "expanded", "minimal", "minimal-two", "chicago-15", "chicago-16"])
def test_a_range_of_one_page_keeps_the_dash(page_range_format):
    assert format_page_range("7-7", page_range_format, "\u2013") == "7\u20137"


@pytest.mark.parametrize("page_range_format", ["expanded", "minimal", "chicago-15", "chicago-16"])
def test_more_digits_than_can_be_counted_stay_as_they_are(page_range_format):
    digits = "9" * 4500
    assert format_page_range(f"1-{digits}", page_range_format, EN_DASH) == f"1{EN_DASH}{digits}"
    assert format_page_range(f"S{digits}-S{digits}", page_range_format, EN_DASH) == f"S{digits}{EN_DASH}S{digits}"
