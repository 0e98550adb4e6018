import pytest

from citekit.french import edition_number, strip_number_prefix, strip_page_prefix
from citekit.items.date import Date, DatePoint
from citekit.report import Mode


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("n° 3186", "3186"),
        ("N°147", "147"),
        ("nº 12", "12"),
        ("no 383", "383"),
        ("no.534", "534"),
        ("Numéro 524", "524"),
    ],
)
def test_the_sign_for_number_goes(text, bare):
    assert strip_number_prefix(text) == bare


@pytest.mark.parametrize(
    "text", ["HS-33", "hors-série", "3-4", "96/1-3", "Nouvelle série", "Novembre", "34e Supplément"]
)
def test_a_number_of_another_kind_stays(text):
    assert strip_number_prefix(text) == text


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("p. 32-34", "32-34"),
        ("p. 11", "11"),
        ("pages 503 à 518", "503-518"),
        ("209--59", "209-259"),
        ("83 - 106", "83-106"),
    ],
)
def test_the_sign_for_pages_goes(text, bare):
    assert strip_page_prefix(text) == bare


@pytest.mark.parametrize("text", ["e12", "12-15, 20", "xv", "9780199830060-0189", "S12", "partie 2"])
def test_pages_of_another_kind_stay(text):
    assert strip_page_prefix(text).replace("-", "") == text.replace("-", "")


def test_an_extent_is_a_number_of_pages(normalized):
    assert normalized(number_of_pages="331 p.")[0].text("number-of-pages") == "331"


def test_the_extent_of_a_book_moves_from_its_pages(normalized):
    item, _ = normalized(page="153 p.")
    assert (item.text("page"), item.text("number-of-pages")) == ("", "153")


def test_more_digits_than_a_book_has_pages_stay(normalized):
    item, _ = normalized(page="9" * 4500)
    assert (item.text("page"), item.text("number-of-pages")) == ("9" * 4500, "")


def test_a_small_bare_number_of_a_book_may_be_a_page(normalized):
    item, report = normalized(page="33")
    assert (item.text("page"), item.text("number-of-pages")) == ("33", "")
    assert {change.mode.value for change in report.changes} == {"ask"}


def test_an_issue_typed_as_a_volume_moves(normalized):
    item, _ = normalized("article-journal", volume="n° 110")
    assert (item.text("volume"), item.text("issue")) == ("", "110")


def test_volume_and_issue_typed_together_are_told_apart(normalized):
    item, _ = normalized("article-journal", volume="41(2)")
    assert (item.text("volume"), item.text("issue")) == ("41", "2")


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("2e éd.", "2"),
        ("2ème édition", "2"),
        ("Seconde", "2"),
        ("Nouv. éd. revue", "Nouvelle édition revue"),
        ("Seuil", "Seuil"),
    ],
)
def test_an_edition_is_its_figure_unless_more_is_said(text, edition):
    assert edition_number(text) == edition


@pytest.mark.parametrize(
    ("text", "bare"), [("P04017", "P04017"), ("P. 4-17", "4-17"), ("PP 4-17", "4-17"), ("p4", "4")]
)
def test_the_number_of_an_electronic_article_is_no_page_sign(text, bare):
    assert strip_page_prefix(text) == bare


@pytest.mark.parametrize(("text", "bare"), [("1993-249", "1993-249"), ("1393-408", "1393-1408"), ("995-02", "995-02")])
def test_only_a_short_range_has_a_shortened_end(text, bare):
    assert strip_page_prefix(text) == bare


@pytest.mark.parametrize(
    ("text", "edition"),
    [("2nd ed.", "2"), ("3rd edition", "3"), ("4th ed", "4"), ("11th", "11"), ("Second edition", "2")],
)
def test_an_english_statement_in_a_french_item_is_its_figure_too(text, edition):
    assert edition_number(text) == edition


@pytest.mark.parametrize(
    ("volume", "issue", "expected"),
    [
        ("55-2", "2", "55"),
        ("23/1", "1", "23"),
        ("n° 23/1", "1", "23"),
        ("55-56", "2", "55-56"),
        ("55-2", "", "55-2"),
        ("2013/4", "4", "2013/4"),
    ],
)
def test_an_issue_that_is_said_again_behind_the_volume_goes(normalized, volume, issue, expected):
    item, _ = normalized("article-journal", volume=volume, issue=issue)
    assert (item.text("volume"), item.text("issue")) == (expected, issue)


def test_an_issue_of_two_numbers_typed_as_a_volume_is_the_issue(normalized):
    item, _ = normalized("article-journal", volume="n° 12-13")
    assert (item.text("volume"), item.text("issue")) == ("", "12-13")


def test_the_figure_of_a_book_with_a_volume_and_a_number_may_be_a_first_page(normalized):
    item, report = normalized(page="689", volume="55", number="4")
    assert item.text("page") == "689"
    assert [(change.rule, change.mode) for change in report.changes] == [("page-extent", Mode.ASK)] * 2


@pytest.mark.parametrize(
    ("edition", "mended"),
    [("6. ed", "6"), ("2ème éd., revue", "2e édition, revue"), ("3ème tirage", "3e tirage"), ("Poème", "Poème")],
)
def test_an_edition_is_a_figure_or_begins_with_a_plain_ordinal(edition, mended):
    assert edition_number(edition) == mended


@pytest.mark.parametrize(
    ("variable", "typed", "volume", "issue"),
    [
        ("issue", "n° 12/2", "12", "2"),
        ("issue", "n° 1/2", "", "1/2"),
        ("volume", "N° 23/1", "23", "1"),
        ("volume", "Vol 4, 1", "4", "1"),
        ("volume", "4, 1", "4, 1", ""),
        ("volume", "Vol. 12, 2013", "12, 2013", ""),
        ("issue", "n° 2013/4", "", "2013/4"),
        ("volume", "n<sup>°</sup> 34", "", "34"),
    ],
)
def test_a_volume_and_an_issue_in_one_value_are_told_apart(normalized, variable, typed, volume, issue):
    item, _ = normalized("article-journal", **{variable: typed})
    assert (item.text("volume"), item.text("issue")) == (volume, issue)


def test_the_date_behind_the_number_of_a_year_of_the_journal_is_the_date_where_there_is_none(normalized):
    item, _ = normalized("article-journal", issue="66e année, 194 (avril-juin 2021)")
    assert (item.text("volume"), item.text("issue")) == ("66", "194")
    assert item.date("issued") == Date(DatePoint(2021, 4), DatePoint(2021, 6))


@pytest.mark.parametrize("text", ["numéro spécial", "Numéro double"])
def test_the_word_for_number_is_a_label_only_before_figures(text):
    assert strip_number_prefix(text) == text


@pytest.mark.parametrize(
    ("issue", "volume", "number"),
    [("41(2)", "41", "2"), ("n° 12/2", "12", "2"), ("t. 88e", "88", ""), ("1-2", "", "1-2"), ("88e", "", "88e")],
)
def test_a_volume_typed_as_an_issue_number_is_the_volume(normalized, issue, volume, number):
    item, _ = normalized("article-journal", issue=issue)
    assert (item.text("volume"), item.text("issue")) == (volume, number)


def test_a_volume_typed_as_an_issue_number_stays_beside_another_volume(normalized):
    item, _ = normalized("article-journal", issue="t. 88e", volume="3")
    assert (item.text("volume"), item.text("issue")) == ("3", "t. 88e")


def test_the_season_behind_an_issue_number_is_proposed_for_the_date(normalized):
    item, report = normalized("article-journal", issue="N°147, automne", issued=Date(DatePoint(2019)))
    assert (item.text("issue"), item.date("issued")) == ("147, automne", Date(DatePoint(2019)))
    assert [(change.field, change.after) for change in report.changes if change.mode is Mode.ASK] == [
        ("issue", "147"),
        ("issued", "2019-23"),
    ]


def test_the_season_behind_an_issue_number_stays_where_the_month_is_known(normalized):
    item, _ = normalized("article-journal", issue="147, automne", issued=Date(DatePoint(2019, 10)))
    assert (item.text("issue"), item.date("issued")) == ("147, automne", Date(DatePoint(2019, 10)))


@pytest.mark.parametrize(
    ("type", "pages", "extent"),
    [
        ("book", "331 p. ; 24 cm", "331"),
        ("book", "iv+176+iv", "iv+176+iv"),
        ("webpage", "32 p.", "32"),
        ("webpage", "32", ""),
        ("article-journal", "32 p.", ""),
        ("chapter", "331 p., ill.", ""),
    ],
)
def test_an_extent_is_told_by_its_words_and_by_the_type(normalized, type, pages, extent):
    item, _ = normalized(type, page=pages)
    assert (item.text("number-of-pages"), item.text("page") == "") == (extent, bool(extent))


def test_what_a_description_says_besides_the_extent_is_kept(normalized):
    item, _ = normalized(page="1 vol. (331 p.) : ill. ; 24 cm")
    assert item.custom["page-as-given"] == "1 vol. (331 p.) : ill. ; 24 cm"


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("1re éd.", "1"),
        ("première édition", "1"),
        ("3e ed., revue et corr.", "3e édition, revue et corrigée"),
        ("Rev. ed.", "Rev. ed."),
    ],
)
def test_abbreviations_are_written_out_beside_the_french_word(text, edition):
    assert edition_number(text) == edition


def test_a_first_edition_is_only_proposed_to_go(normalized):
    item, report = normalized(edition="1re éd.")
    assert item.text("edition") == "1"
    assert [change.after for change in report.changes if change.mode is Mode.ASK] == [""]
