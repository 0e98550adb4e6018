"""Initials glued to a surname."""

import pytest

from citekit.items.name import Name
from citekit.report import Mode


@pytest.mark.parametrize(
    ("typed", "given", "family"),
    [
        ("A.Farge", "A.", "Farge"),
        ("J.-P.Durand", "J.-P.", "Durand"),
        ("M.C.Saint-Jean", "M.C.", "Saint-Jean"),
        ("É.Zola", "É.", "Zola"),
        ("N.RAFIN", "N.", "Rafin"),
    ],
)
def test_initials_are_parted_from_the_surname(author, typed, given, family):
    assert author("", typed) == Name(family=family, given=given)


@pytest.mark.parametrize("typed", ["I.N.S.E.E.", "C.N.R.S.", "a.farge", "St.Pierre", "OpenClassrooms.com"])
def test_acronyms_and_addresses_are_left(author, typed):
    assert author("", typed).given == ""


def test_the_letter_of_a_dutch_particle_is_asked_for(normalized):
    item, report = normalized(author=(Name(family="V.Laarhoven"),))
    assert item.names("author") == (Name(family="V.Laarhoven"),)
    assert [(change.rule, change.mode) for change in report.changes] == [("name-initials", Mode.ASK)]
