"""`cs:number`: forms of numbers, and what is not a number (CSL 1.0.2, "Number")."""

from __future__ import annotations

import pytest

from citekit.csl.elements.number import roman

EN_DASH = "\u2013"


def number(form: str = "numeric", variable: str = "volume") -> str:
    return f'<number variable="{variable}" form="{form}"/>'


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1", "1st"),
        ("2", "2nd"),
        ("3", "3rd"),
        ("4", "4th"),
        ("11", "11th"),
        ("12", "12th"),
        ("13", "13th"),
        ("21", "21st"),
        ("101", "101st"),
        ("112", "112th"),
    ],
)
def test_ordinals_have_the_suffix_of_the_locale(cite, item, value, expected):
    assert cite(number("ordinal"), item(volume=value)) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("1", "first"), ("2", "second"), ("10", "tenth"), ("11", "11th"), ("22", "22nd")]
)
def test_long_ordinals_are_words_up_to_ten(cite, item, value, expected):
    assert cite(number("long-ordinal"), item(volume=value)) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("1", "i"), ("4", "iv"), ("9", "ix"), ("40", "xl"), ("90", "xc"), ("1987", "mcmlxxxvii")]
)
def test_roman_numerals_are_small(cite, item, value, expected):
    assert cite(number("roman"), item(volume=value)) == expected


def test_numbers_that_have_no_roman_numeral_stay_in_digits():
    assert roman(0) == "0"
    assert roman(6000) == "6000"
    assert roman(5999) == "mmmmmcmxcix"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2 - 4", f"2{EN_DASH}4"),
        ("2,3", "2, 3"),
        ("2 , 3", "2, 3"),
        ("2&3", "2 & 3"),
        ("Special edition", "Special edition"),
    ],
)
def test_spaces_around_separators_are_regular(cite, item, value, expected):
    assert cite(number(), item(volume=value)) == expected


@pytest.mark.parametrize("form", ["ordinal", "long-ordinal", "roman"])
@pytest.mark.parametrize("value", ["2E", "D2", "Special edition"])
def test_numbers_with_letters_and_other_text_stay_as_they_are(cite, item, form, value):
    assert cite(number(form), item(volume=value)) == value


@pytest.mark.parametrize(
    ("form", "expected"), [("ordinal", "2nd, 3rd"), ("long-ordinal", "second, third"), ("roman", "ii, iii")]
)
def test_each_number_of_a_list_is_changed(cite, item, form, expected):
    assert cite(number(form), item(volume="2, 3")) == expected


def test_a_number_with_letters_does_not_keep_its_neighbours_from_changing(cite, item):
    assert cite(number("roman"), item(volume="2, 3b")) == "ii, 3b"


def test_an_empty_number_writes_nothing(cite, item):
    layout = '<text variable="title"/><number variable="volume" prefix=" (" suffix=")"/>'
    assert cite(layout, item(title="Essais")) == "Essais"


FRENCH = (
    "<locale><terms>"
    '<term name="edition" gender="feminine"><single>édition</single><multiple>éditions</multiple></term>'
    '<term name="volume" gender="masculine"><single>volume</single><multiple>volumes</multiple></term>'
    '<term name="ordinal">e</term>'
    '<term name="ordinal-01" gender-form="feminine" match="whole-number">re</term>'
    '<term name="ordinal-01" gender-form="masculine" match="whole-number">er</term>'
    '<term name="long-ordinal-01">premier</term>'
    '<term name="long-ordinal-01" gender-form="feminine">première</term>'
    "</terms></locale>"
)


@pytest.mark.parametrize(
    ("variable", "form", "value", "expected"),
    [
        ("edition", "ordinal", "1", "1re"),
        ("volume", "ordinal", "1", "1er"),
        ("edition", "ordinal", "3", "3e"),
        ("edition", "ordinal", "21", "21e"),
        ("issue", "ordinal", "1", "1e"),
        ("edition", "long-ordinal", "1", "première"),
        ("volume", "long-ordinal", "1", "premier"),
        ("volume", "long-ordinal", "2", "second"),
        ("volume", "long-ordinal", "11", "11e"),
    ],
)
def test_ordinals_agree_with_the_gender_of_their_noun(cite, item, style_with, variable, form, value, expected):
    style = style_with(number(form, variable), locale_xml=FRENCH)
    assert cite(style, item(**{variable: value})) == expected


def test_affixes_formatting_and_text_case_apply(cite, item):
    layout = '<number variable="volume" form="roman" text-case="uppercase" font-weight="bold" prefix="t. "/>'
    assert cite(layout, item(volume="4"), output="html") == "t. <b>IV</b>"


def test_the_locator_can_be_a_number(cite, item):
    assert cite(number("roman", "locator"), item(), locator="12") == "xii"


def test_a_label_inside_the_number_becomes_a_term(cite, item):
    assert cite(number(), item(volume="7, vols. 3-8")) == f"7, vols. 3{EN_DASH}8"
    assert cite(number(), item(volume="7, vol. 3")) == "7, vol. 3"
    assert cite(number(), item(volume="7, vol 3")) == "7, vol 3"


@pytest.mark.parametrize("form", ["ordinal", "long-ordinal", "roman", "numeric"])
def test_more_digits_than_can_be_counted_stay_as_they_are(cite, item, form):
    digits = "9" * 4500
    assert cite(f'<number variable="edition" form="{form}"/>', item(edition=digits)) == digits
    assert cite('<label variable="number-of-pages"/>', item(number_of_pages=digits)) == "page"
