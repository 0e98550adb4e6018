"""Names told apart over a whole document (CSL 1.0.2, "givenname-disambiguation-rule")."""

from __future__ import annotations

import pytest

from citekit.csl.given_names import GivenNameRegister
from citekit.csl.state import ShownNames
from citekit.items import Name

JANE = Name(family="Doe", given="Jane")
JOHN = Name(family="Doe", given="John")
AMY = Name(family="Doe", given="Amy")
ROE = Name(family="Roe", given="Jane")


@pytest.fixture
def register(style_with):
    """A register of names under a rule."""

    def filled(*lists, rule="all-names", style=""):
        found = GivenNameRegister(style_with(citation=f'givenname-disambiguation-rule="{rule}"', style=style).source)
        for names in lists:
            for place in found.places([ShownNames(tuple(names), len(names))]):
                found.add(place)
        return found

    return filled


def levels(register: GivenNameRegister, *names: Name) -> list[int]:
    """The levels of the names that a cite shows, as far as the rule speaks of them."""
    return [register.level(place) for place in register.places([ShownNames(names, len(names))])]


def test_initials_are_enough_where_they_differ(register):
    found = register([JANE], [AMY])
    assert levels(found, JANE, AMY) == [1, 1]


def test_the_same_initials_ask_for_full_given_names(register):
    found = register([JANE], [JOHN])
    assert levels(found, JANE, JOHN) == [2, 2]


def test_a_name_is_expanded_no_further_than_it_needs(register):
    found = register([JANE], [JOHN], [AMY])
    assert levels(found, JANE, JOHN, AMY) == [2, 2, 1]


def test_another_family_name_needs_nothing(register):
    assert levels(register([JANE], [ROE]), ROE) == [0]


def test_the_same_name_twice_is_one_person(register):
    assert levels(register([JANE], [JANE]), JANE) == [0]


def test_full_stops_do_not_make_another_person(register):
    found = register([Name(family="Doe", given="J. B.")], [Name(family="Doe", given="J B")])
    assert levels(found, Name(family="Doe", given="J B")) == [0]


def test_rules_with_initials_never_show_more(register):
    found = register([JANE], [JOHN], rule="all-names-with-initials")
    assert levels(found, JANE) == [0]
    assert levels(register([JANE], [AMY], rule="all-names-with-initials"), JANE) == [1]


def test_the_primary_name_rules_look_at_the_first_name_only(register):
    found = register([JANE, ROE], [AMY], rule="primary-name")
    assert levels(found, JANE) == [1]
    assert levels(found, AMY, JANE) == [1]
    assert levels(register([ROE, JANE], [AMY], rule="primary-name"), AMY) == [0]
    assert levels(register([ROE, JANE], [AMY], rule="all-names"), AMY) == [1]


def test_a_name_that_was_never_added_needs_nothing(register):
    assert levels(register([JANE], [AMY]), JOHN) == [0]


def test_bodies_have_no_given_names(register):
    assert levels(register([Name(literal="INSET")]), Name(literal="INSET")) == []


@pytest.mark.parametrize(("demote", "expected"), [("never", 0), ("sort-only", 1)])
def test_a_particle_tells_families_apart_where_it_is_part_of_the_name(register, demote, expected):
    style = f'demote-non-dropping-particle="{demote}"'
    van_doe = Name(family="Doe", given="Amy", non_dropping_particle="van")
    assert levels(register([JANE], [van_doe], style=style), JANE) == [expected]


def test_a_register_knows_which_family_names_have_become_ambiguous(register):
    found = register([JANE], [ROE])
    assert found.take_changed() == set()
    (amy,) = found.places([ShownNames((AMY,), 1)])
    assert not found.knows(amy)
    found.add(amy)
    assert found.knows(amy)
    assert found.take_changed() == {"Doe"}
    found.add(amy)
    assert found.take_changed() == set()


def test_a_name_is_there_until_it_is_taken_out_as_often_as_it_was_registered(register):
    found = register([JANE])
    (amy,) = found.places([ShownNames((AMY,), 1)])
    found.add(amy)
    found.add(amy)
    before = found.version
    found.take_changed()
    found.discard(amy)
    assert (found.version, found.take_changed(), levels(found, JANE)) == (before, set(), [1])
    found.discard(amy)
    assert (found.version, found.take_changed(), levels(found, JANE)) == (before + 1, {"Doe"}, [0])


def test_a_name_that_is_taken_out_again_makes_no_other_ambiguous(register):
    found = register([JANE])
    (amy,) = found.places([ShownNames((AMY,), 1)])
    found.add(amy)
    found.discard(amy)
    assert levels(found, JANE, AMY) == [0, 0]
