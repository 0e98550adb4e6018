"""Citation labels made of names and year."""

from __future__ import annotations

import pytest

from citekit.csl.labels import make_label
from citekit.items import Date, DatePoint, Name


def people(*families: str) -> tuple[Name, ...]:
    return tuple([Name(family=family, given="X") for family in families])


@pytest.mark.parametrize(
    ("families", "expected"),
    [
        (("Dolittle",), "Doli65"),
        (("Roe", "Noakes"), "RoNo65"),
        (("Roe", "Noakes", "Smith"), "RNoS65"),
        (("Roe", "Noakes", "Smith", "Poe"), "RNSP65"),
        (("Roe", "Noakes", "Smith", "Poe", "Doe"), "RNSP65"),
        ((), "65"),
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
    assert make_label((Name(literal="INSET"),), None) == "INSE"
