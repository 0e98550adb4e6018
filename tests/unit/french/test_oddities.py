"""What is only noticed, and titles whose case is only proposed."""

import pytest

from citekit.french.cases import propose_sentence_case
from citekit.items.date import Date, DatePoint
from citekit.items.name import Name


@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("Savoir ma??triser l'eau", "text-lost-characters"),
        ("Le fran\ufffdais", "text-lost-characters"),
        ("Le «\u00a0cas Lyon", "typography-unbalanced"),
        ("Et puis....", "typography-four-stops"),
    ],
)
def test_what_only_a_reader_can_mend_is_noticed(normalized, title, rule):
    item, report = normalized(title=title)
    assert [notice.rule for notice in report.notices] == [rule]
    assert len(item.text("title").replace("\u2019", "'")) == len(title)


def test_the_first_of_january_of_a_book_is_asked_for_and_that_of_a_newspaper_is_not(normalized):
    date = Date(DatePoint(2019, 1, 1))
    assert [change.after for change in normalized("book", issued=date)[1].changes] == ["2019"]
    assert normalized("article-newspaper", issued=date, container_title="Le Monde")[1].changes == []


@pytest.mark.parametrize(
    "title",
    [
        "Les Liaisons dangereuses",
        "La Savoie des Lumières, d'Utrecht à la Révolution",
        "Le Collège de France et la Bibliothèque nationale",
        "CNRS et INRA",
    ],
)
def test_a_title_with_french_capitals_is_left(title):
    assert propose_sentence_case(title) == title


def test_roman_numerals_and_acronyms_keep_their_capitals():
    title = "Du Musée Traditionnel Au Musée Du XXIe Siècle Par Le CNRS"
    assert propose_sentence_case(title) == "Du musée traditionnel au musée du XXIe siècle par le CNRS"


def test_a_letter_lost_in_a_name_is_noticed_and_the_name_proposed(normalized):
    item, report = normalized(author=(Name(family="H??bert", given="Isaac"),))
    assert item.names("author") == (Name(family="H??bert", given="Isaac"),)
    assert [notice.rule for notice in report.notices] == ["text-lost-characters"]
    assert [change.after for change in report.changes] == ["Hébert, Isaac"]
