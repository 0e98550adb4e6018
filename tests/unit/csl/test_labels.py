"""Citation labels made of names and year."""

from __future__ import annotations

import pytest

from citekit.csl.labels import label_names, make_label
from citekit.items import Date, DatePoint, Name


def people(*families: str) -> tuple[Name, ...]:
    return tuple([Name(family=family, given="X") for family in families])


@pytest.mark.parametrize(
    ("families", "expected"),
    [
        (("Dolittle",), "Doli65"),
        (("Roe", "Noakes"), "RoNo65"),
        (("Roe", "Noakes", "Smith"), "RoNS65"),
        (("Roe", "Noakes", "Smith", "Poe"), "RNSP65"),
        (("Roe", "Noakes", "Smith", "Poe", "Doe"), "RNSP65"),
        ((), "65"),
        (("La Fontaine",), "Lafo65"),
        (("The Times",), "Time65"),
    ],
)
def test_fewer_names_give_more_letters_each(families, expected):
    assert make_label(people(*families), Date(DatePoint(1965))) == expected


def test_the_year_has_two_digits():
    assert make_label(people("Doe"), Date(DatePoint(2005))) == "Doe05"


def test_without_a_date_there_are_only_letters():
    assert make_label(people("Doe"), None) == "Doe"
    assert make_label(people("Doe"), Date(literal="n.d.")) == "Doe"


def test_a_body_gives_the_letters_of_its_name():
    assert make_label((Name(literal="INSET"),), None) == "Inse"


def test_a_title_stands_in_for_names():
    assert make_label((), Date(DatePoint(1950)), "An anonymous book") == "Anan50"


def test_whoever_made_a_work_stands_in_for_its_author():
    made = {"director": people("Lynch"), "recipient": people("Doe")}
    assert label_names(lambda role: made.get(role, ())) == people("Lynch")
    assert label_names(lambda role: ()) == ()
