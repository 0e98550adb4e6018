"""Particles in their places, and persons in braces."""

import pytest

from citekit.french.particles import place_particles
from citekit.items.name import Name


@pytest.mark.parametrize(
    ("given", "dropping", "family", "expected"),
    [
        ("Michel de", "", "Certeau", ("Michel", "de", "Certeau")),
        ("Marie-Louise von", "", "Franz", ("Marie-Louise", "von", "Franz")),
        ("Yann Le", "", "Pollotec", ("Yann", "", "Le Pollotec")),
        ("Denis", "le", "Bihan", ("Denis", "", "Le Bihan")),
        ("Joachim", "du", "Bellay", ("Joachim", "", "Du Bellay")),
        ("Jean", "de la", "Fontaine", ("Jean", "de", "La Fontaine")),
        ("Jean", "de l'", "Estoile", ("Jean", "de", "L'Estoile")),
        ("Gérard", "", "d'Aboville", ("Gérard", "d'", "Aboville")),
        ("Édith de", "", "La Héronnière", ("Édith", "de", "La Héronnière")),
    ],
)
def test_french_particles_stand_where_libraries_want_them(given, dropping, family, expected):
    name = place_particles(Name(family=family, given=given, dropping_particle=dropping))
    assert (name.given, name.dropping_particle, name.family) == expected


@pytest.mark.parametrize(
    ("given", "dropping", "family"),
    [
        ("Charles", "de", "Gaulle"),
        ("Thomas", "", "De Quincey"),
        ("Gabriele", "", "D'Annunzio"),
        ("Jacques", "", "Le Goff"),
        ("Thi Van", "", "Nguyen"),
        ("République", "du", "Sénégal"),
        ("Patrick Dumas", "de la", "Roque"),
        ("Ludwig", "van der", "Rohe"),
    ],
)
def test_a_name_that_is_right_or_doubtful_is_left(given, dropping, family):
    name = Name(family=family, given=given, dropping_particle=dropping)
    assert place_particles(name) == name


def test_particles_move_in_french_items_only(normalized):
    name = Name(family="Certeau", given="Michel de")
    english, _ = normalized(language="en", author=(name,))
    assert english.names("author") == (name,)


def test_a_capitalised_particle_behind_a_given_name_is_asked_for(normalized):
    item, report = normalized(author=(Name(family="Karoui", given="Hakim El"),))
    assert item.names("author")[0].family == "Karoui"
    assert [(change.rule, change.after, change.mode.value) for change in report.changes] == [
        ("name-particle", "El Karoui, Hakim", "ask")
    ]


def test_a_person_in_braces_is_asked_for_and_a_body_is_not(normalized):
    names = (Name(literal="Benjamin Walter"), Name(literal="Agence France Presse"))
    item, report = normalized(author=names)
    assert item.names("author") == names
    assert [change.after for change in report.changes] == ["Walter, Benjamin"]


@pytest.mark.parametrize(
    ("given", "family", "placed"),
    [
        ("Joachim du", "Bellay", Name(family="Du Bellay", given="Joachim")),
        ("Jean de la", "Fontaine", Name(family="La Fontaine", given="Jean", dropping_particle="de")),
        ("Jean de La", "Fontaine", Name(family="La Fontaine", given="Jean", dropping_particle="de")),
        ("Défenseur des", "droits", Name(family="droits", given="Défenseur des")),
        ("Thich la", "Hanh", Name(family="Hanh", given="Thich la")),
    ],
)
def test_an_article_behind_the_given_name_goes_to_the_surname(given, family, placed):
    assert place_particles(Name(family=family, given=given)) == placed


def test_a_particle_that_was_declared_part_of_the_name_is_asked_for(normalized):
    name = Name(family="Saint-Ours", given="Édouard", non_dropping_particle="de")
    item, report = normalized(author=(name,))
    assert item.names("author") == (name,)
    assert [change.after for change in report.changes] == ["Saint-Ours, Édouard [de]"]


def test_a_body_is_no_person_with_a_particle_in_brackets():
    name = Name(family="Lyon (de)", given="Collectif")
    assert place_particles(name) == name
