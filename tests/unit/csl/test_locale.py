"""Locales: reading them, the fallback of locales and forms, ordinals and genders."""

from __future__ import annotations

import pytest

from citekit.csl.locale import Locale, build_locale
from citekit.csl.locale_reader import read_locale
from citekit.csl.style import LocaleSource, Term
from citekit.errors import StyleError

HEAD = '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="fr-FR">'


def source(content: str) -> LocaleSource:
    found, notices = read_locale(f"{HEAD}{content}</locale>", "my.xml")
    assert notices == []
    return found


def terms(content: str) -> tuple[Term, ...]:
    return source(f"<terms>{content}</terms>").terms


def locale(content: str) -> Locale:
    return Locale("fr-FR", [source(f"<terms>{content}</terms>")])


def one(lang: str, *found: Term) -> LocaleSource:
    return LocaleSource(lang, found)


def word(name: str, text: str, form: str = "long") -> Term:
    return Term(name, form, text, text)


FILES = {
    "de-AT": one("de-AT", word("month-01", "Jänner")),
    "de-DE": one("de-DE", word("month-01", "Januar"), word("and", "und")),
    "en-US": one("en-US", word("month-01", "January"), word("and", "and"), word("by", "by")),
}


def read_file(tag: str) -> LocaleSource | None:
    return FILES.get({"de": "de-DE", "en": "en-US"}.get(tag, tag))


def build(tag: str, *style_locales: LocaleSource) -> Locale:
    return build_locale(tag, style_locales, read_file)[0]


# Reading


def test_a_term_has_one_text_or_two():
    assert terms('<term name="in">dans</term>') == (Term("in", "long", "dans", "dans"),)
    pair = '<term name="page" form="short">\n  <single>p.</single>\n  <multiple>pp.</multiple>\n</term>'
    assert terms(pair) == (Term("page", "short", "p.", "pp."),)


def test_the_spaces_of_a_term_are_kept():
    assert terms('<term name="ad"> C.E.</term>')[0].single == " C.E."
    assert terms('<term name="open-quote">\u00ab&#160;</term>')[0].single == "\u00ab\u00a0"


def test_a_comment_inside_a_term_does_not_cut_it():
    assert terms('<term name="in">da<!-- sic -->ns</term>')[0].single == "dans"


def test_dates_and_options_are_read():
    found = source(
        '<style-options punctuation-in-quote="true" limit-day-ordinals-to-day-1="false"/>'
        '<date form="text" delimiter=" "><date-part name="day"/><date-part name="month" suffix=" "/></date>'
    )
    assert found.lang == "fr-FR"
    assert (found.punctuation_in_quote, found.limit_day_ordinals_to_day_1) == (True, False)
    assert [part.name for part in found.dates["text"].parts] == ["day", "month"]


def test_what_is_not_a_locale_is_refused():
    with pytest.raises(StyleError, match=r"my\.xml:1: not a CSL locale"):
        read_locale("<locale/>", "my.xml")
    with pytest.raises(StyleError, match="cs:therm is not allowed in cs:terms"):
        read_locale(f"{HEAD}<terms><therm/></terms></locale>", "my.xml")


# Terms


def test_forms_fall_back_to_longer_ones():
    found = locale(
        '<term name="editor">éditeur</term><term name="editor" form="verb">édité par</term>'
        '<term name="page" form="short">p.</term>'
    )
    assert found.term("editor", "verb-short") == "édité par"
    assert found.term("editor", "symbol") == "éditeur"
    assert found.term("page", "symbol") == "p."
    assert found.term("page") is None


def test_an_empty_term_is_defined():
    found = locale('<term name="and"/><term name="editor">é</term><term name="editor" form="short"></term>')
    assert found.term("and") == ""
    assert found.term("editor", "short") == ""


def test_a_term_without_plural_is_the_same_in_both():
    assert locale('<term name="in">dans</term>').term("in", plural=True) == "dans"


def test_quotes_come_from_their_terms():
    found = locale(
        '<term name="open-quote">A</term><term name="close-quote">B</term>'
        '<term name="open-inner-quote">C</term><term name="close-inner-quote">D</term>'
    )
    assert found.quotes == ("A", "B", "C", "D")


# The chain of locales


def test_each_term_is_drawn_from_the_strongest_source_that_has_it():
    austrian = build("de-AT")
    assert [austrian.term(name) for name in ("month-01", "and", "by")] == ["Jänner", "und", "by"]


def test_a_style_overrides_files_with_its_dialect_before_its_language_before_no_language():
    style = [
        one("", word("by", "x"), word("and", "x"), word("month-01", "x")),
        one("de", word("and", "y"), word("month-01", "y")),
        one("de-AT", word("month-01", "z")),
        one("fr", word("by", "par")),
    ]
    found = build("de-AT", *style)
    assert [found.term(name) for name in ("month-01", "and", "by")] == ["z", "y", "x"]


def test_locales_come_before_forms():
    found = build("de-DE", one("de", word("page", "Seite")), one("", word("page", "p.", "short")))
    assert found.term("page", "short") == "p."


def test_an_empty_term_of_the_style_hides_that_of_the_file():
    assert build("de-DE", one("", word("and", ""))).term("and") == ""


def test_a_language_means_its_primary_dialect():
    found = build("de", one("de-DE", word("by", "von")))
    assert (found.tag, found.language, found.term("by")) == ("de-DE", "de", "von")


def test_a_dialect_without_a_file_keeps_its_tag_and_takes_the_primary_dialect():
    found, notices = build_locale("de_ch", [], read_file)
    assert (found.tag, found.term("and"), notices) == ("de-CH", "und", [])


def test_no_tag_means_american_english():
    assert build("").tag == "en-US"


def test_an_unknown_locale_falls_back_and_says_so():
    found, notices = build_locale("dx-DE", [], read_file, sorted(FILES))
    assert (found.tag, found.term("and")) == ("en-US", "and")
    assert str(notices[0]) == (
        "warning: no locale 'dx-DE'; en-US is used in its place; nearest: de-DE [unknown-locale]"
    )


def test_a_language_that_only_the_style_knows_stays_in_force():
    found, notices = build_locale("tlh", [one("tlh", word("and", "ej"))], read_file)
    assert (found.tag, found.term("and"), found.term("by")) == ("tlh", "ej", "by")
    assert [notice.rule for notice in notices] == ["unknown-locale"]


def test_options_come_from_the_strongest_source_that_sets_them():
    files = [LocaleSource("fr", punctuation_in_quote=False), LocaleSource("en-US", punctuation_in_quote=True)]
    assert not Locale("fr", files).punctuation_in_quote
    assert Locale("fr", files[1:]).punctuation_in_quote
    assert not Locale("fr", []).limit_day_ordinals_to_day_1


# Ordinals

ENGLISH = (
    '<term name="ordinal">th</term><term name="ordinal-01">st</term><term name="ordinal-02">nd</term>'
    '<term name="ordinal-03">rd</term><term name="ordinal-11">th</term><term name="ordinal-12">th</term>'
    '<term name="ordinal-13">th</term>'
)
FRENCH = (
    '<term name="ordinal">e</term><term name="ordinal-01" gender-form="feminine" match="whole-number">re</term>'
    '<term name="ordinal-01" gender-form="masculine" match="whole-number">er</term>'
    '<term name="edition" gender="feminine">édition</term><term name="long-ordinal-01">premier</term>'
    '<term name="long-ordinal-01" gender-form="feminine">première</term><term name="long-ordinal-02">deuxième</term>'
)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (21, "21st"), (111, "111th"), (1013, "1013th")],
)
def test_two_digits_go_before_one(number: int, expected: str):
    assert locale(ENGLISH).ordinal(number) == expected


def test_ordinals_take_the_gender_of_their_noun_or_else_neuter():
    found = locale(FRENCH)
    assert found.gender("edition") == "feminine"
    assert [found.ordinal(1, gender) for gender in ("feminine", "masculine", "")] == ["1re", "1er", "1e"]
    assert [found.ordinal(number, "feminine") for number in (2, 11, 21)] == ["2e", "11e", "21e"]


@pytest.mark.parametrize(
    ("match", "matching"),
    [("", [5, 15, 105]), ("last-digit", [5, 15, 105]), ("last-two-digits", [5, 105]), ("whole-number", [5])],
)
def test_match_says_how_much_of_a_number_counts(match: str, matching: list[int]):
    attribute = f'match="{match}"' if match else ""
    found = locale(f'<term name="ordinal">x</term><term name="ordinal-05" {attribute}>y</term>')
    assert [number for number in (5, 15, 105) if found.ordinal(number).endswith("y")] == matching


def test_terms_from_ten_match_two_digits_or_the_whole_number():
    found = locale('<term name="ordinal-15">a</term><term name="ordinal-16" match="whole-number">b</term>')
    assert [found.ordinal(number) for number in (15, 115, 16, 116)] == ["15a", "115a", "16b", "116"]


def test_the_scheme_of_csl_1_0_has_four_terms_and_no_default():
    old = "".join(f'<term name="ordinal-0{i}">{text}</term>' for i, text in enumerate(["st", "nd", "rd", "th"], 1))
    found = locale(old)
    assert [found.ordinal(number) for number in (1, 2, 3, 4, 9, 11, 12, 13, 21, 40, 113)] == [
        "1st", "2nd", "3rd", "4th", "9th", "11th", "12th", "13th", "21st", "40th", "113th",
    ]  # fmt: skip


def test_one_ordinal_of_a_style_replaces_all_those_of_the_file():
    style = one("fr", word("ordinal", "o"))
    found = Locale("fr-FR", [style, source(f"<terms>{ENGLISH}{FRENCH}</terms>")])
    assert [found.ordinal(number, "feminine") for number in (1, 2, 11)] == ["1o", "2o", "11o"]
    assert found.long_ordinal(2) == "deuxième"


def test_long_ordinals_fall_back_to_short_ones():
    found = locale(FRENCH)
    assert [found.long_ordinal(1, gender) for gender in ("feminine", "masculine")] == ["première", "premier"]
    assert [found.long_ordinal(number) for number in (2, 3, 11, 12)] == ["deuxième", "3e", "11e", "12e"]


def test_an_ordinal_can_be_asked_for_as_a_term():
    assert locale(ENGLISH).term("ordinal-02") == "nd"
    assert locale(FRENCH).term("ordinal-02") is None
    assert locale(FRENCH).term("long-ordinal-01") == "premier"
