"""Particles of names that the source did not tell apart."""

from __future__ import annotations

import pytest

from citekit.csl.particles import split_name
from citekit.items import Name


def split(given: str, family: str) -> tuple[str, str, str, str]:
    """Given name, dropping particle, non-dropping particle, family name."""
    name = split_name(Name(family=family, given=given))
    return name.given, name.dropping_particle, name.non_dropping_particle, name.family


@pytest.mark.parametrize(
    ("given", "family", "expected"),
    [
        ("Vincent", "van Gogh", ("Vincent", "", "van", "Gogh")),
        ("Eric", "van der Vlist", ("Eric", "", "van der", "Vlist")),
        ("Tawfiq", "al-Hakim", ("Tawfiq", "", "al-", "Hakim")),
        ("G\u00e9rard", "d'Aboville", ("G\u00e9rard", "", "d'", "Aboville")),
        ("G\u00e9rard", "d\u2019Aboville", ("G\u00e9rard", "", "d\u2019", "Aboville")),
        ("Lorenzo", "de' Medici", ("Lorenzo", "", "de' ", "Medici")),
        ("Abd", "ibn Khaldun", ("Abd", "", "ibn", "Khaldun")),
        ("Jos\u00e9", "von und zu Liechtenstein", ("Jos\u00e9", "", "von und zu", "Liechtenstein")),
        ("Noor", "ul-Haq", ("Noor", "", "ul-", "Haq")),
        ("Jane", "Doe", ("Jane", "", "", "Doe")),
    ],
)
def test_particles_before_the_family_name_stay_with_it(given, family, expected):
    assert split(given, family) == expected


@pytest.mark.parametrize(
    ("given", "family", "expected"),
    [
        ("Ludwig van", "Beethoven", ("Ludwig", "van", "", "Beethoven")),
        ("Jean de", "La Fontaine", ("Jean", "de", "", "La Fontaine")),
        ("Alexander von", "Humboldt", ("Alexander", "von", "", "Humboldt")),
        ("Abd ar-Rahman", "Sufi", ("Abd", "ar-Rahman", "", "Sufi")),
    ],
)
def test_particles_after_the_given_name_are_dropped_with_it(given, family, expected):
    assert split(given, family) == expected


@pytest.mark.parametrize("particle", ["von", "van", "de", "di", "zu"])
def test_the_side_on_which_a_particle_was_typed_says_what_it_is(particle):
    assert split("Jane", f"{particle} Doe") == ("Jane", "", particle, "Doe")
    assert split(f"Jane {particle}", "Doe") == ("Jane", particle, "", "Doe")


def test_only_words_in_lower_case_are_particles():
    assert split("Charles", "De Gaulle") == ("Charles", "", "", "De Gaulle")
    assert split("Jean", "La Fontaine") == ("Jean", "", "", "La Fontaine")


def test_what_is_left_must_look_like_a_family_name():
    assert split("Bell", "von hooks") == ("Bell", "", "", "von hooks")


def test_a_body_is_not_taken_apart():
    body = Name(literal="van der Vlist & Co")
    assert split_name(body) == body


def test_particles_that_the_source_gave_are_left_as_they_are():
    name = Name(family="van Gogh", given="Vincent", non_dropping_particle="de")
    assert split_name(name) == name


def test_a_name_can_ask_not_to_be_taken_apart():
    name = Name(family="van Gogh", given="Vincent", parse_names=False)
    assert split_name(name) == name


def test_quotation_marks_protect_a_family_name():
    assert split("Vincent", '"van Gogh"') == ("Vincent", "", "", "van Gogh")


def test_a_family_name_alone_is_not_taken_apart():
    assert split("", "van Gogh") == ("", "", "", "van Gogh")


def test_a_suffix_after_a_comma_leaves_the_given_name():
    name = split_name(Name(family="King", given="Martin Luther, Jr."))
    assert (name.given, name.suffix, name.comma_suffix) == ("Martin Luther", "Jr.", False)


def test_an_exclamation_mark_asks_for_a_comma_before_the_suffix():
    name = split_name(Name(family="King", given="Martin Luther,! Jr."))
    assert (name.given, name.suffix, name.comma_suffix) == ("Martin Luther", "Jr.", True)


def test_splitting_twice_gives_what_splitting_once_gives():
    for name in (Name(family="van der Vlist", given="Eric"), Name(family="Beethoven", given="Ludwig van")):
        assert split_name(split_name(name)) == split_name(name)


def test_an_elided_particle_is_found_whichever_apostrophe_joins_it():
    for apostrophe in ("'", "\u2019", "\u02bc"):
        assert split("Marie", f"d{apostrophe}Aboville") == ("Marie", "", f"d{apostrophe}", "Aboville")
