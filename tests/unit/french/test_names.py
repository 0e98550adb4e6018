import pytest

from citekit.french.names import capitalize_surname
from citekit.items.name import Name
from citekit.report import Mode


@pytest.mark.parametrize(
    ("given", "family", "expected"),
    [
        ("JUAN", "Maïté", Name(family="Juan", given="Maïté")),
        ("LE GOFF", "Jacques", Name(family="Le Goff", given="Jacques")),
        ("HENRY", "Marie-Catherine", Name(family="Henry", given="Marie-Catherine")),
        ("BORNAND", "Elivire", Name(family="Bornand", given="Elivire")),
        ("D'ABOVILLE", "Gérard", Name(family="D'Aboville", given="Gérard")),
        ("MERDINGER-RUMPLER", "Caroline", Name(family="Merdinger-Rumpler", given="Caroline")),
    ],
)
def test_a_surname_in_capitals_before_the_given_name_is_the_surname(author, given, family, expected):
    assert author(given, family) == expected


@pytest.mark.parametrize(
    ("given", "family", "expected"),
    [
        ("Mbaye", "DIAGNE", Name(family="Diagne", given="Mbaye")),
        ("Jean LE", "GOFF", Name(family="Le Goff", given="Jean")),
        ("John F.", "KENNEDY", Name(family="Kennedy", given="John F.")),
        ("M.", "JUILLARD", Name(family="Juillard", given="M.")),
        ("CAROLINE", "MERDINGER-RUMPLER", Name(family="Merdinger-Rumpler", given="Caroline")),
    ],
)
def test_a_surname_in_capitals_behind_the_given_name_is_written_as_names_are(author, given, family, expected):
    assert author(given, family) == expected


@pytest.mark.parametrize(
    ("given", "family"),
    [
        ("Jean-Paul", "II"),
        ("INSEE", "Première"),
        ("Sysgo", "SYSGO AG"),
        ("J. P.", "Dupont"),
        ("JP", "Dupont"),
        ("I.S", "Gradshteyn"),
        ("STAR", "Collaboration"),
        ("Jean", "Dupont"),
    ],
)
def test_acronyms_initials_roman_numerals_and_ordinary_names_are_left(author, given, family):
    assert author(given, family) == Name(family=family, given=given)


def test_an_unknown_given_name_in_an_english_item_is_only_proposed(normalized):
    names = (Name(given="CROSSMAN", family="Erfwin"),)
    item, report = normalized(language="en", author=names)
    assert item.names("author") == names
    assert [(change.rule, change.mode) for change in report.changes] == [("name-order", Mode.ASK)]


def test_a_literal_name_is_never_taken_apart(normalized):
    names = (Name(literal="JUAN Maïté", is_institution=True),)
    assert normalized(author=names)[0].names("author") == names


def test_an_accent_that_capitals_may_have_lost_is_noticed(normalized):
    _, report = normalized(author=(Name(given="LEFEVRE", family="Anne"),))
    assert [notice.rule for notice in report.notices] == ["accent-lost"]
    assert "Lefèvre" in report.notices[0].message


def test_each_name_that_changes_is_reported_by_itself(normalized):
    _, report = normalized(author=(Name(given="JUAN", family="Maïté"), Name(given="Joan", family="Subirats")))
    assert [(change.before, change.after) for change in report.changes] == [("Maïté, JUAN", "Juan, Maïté")]


def test_capitals_in_brackets_are_an_affiliation(normalized):
    name = Name(family="(SIGLEM)", given="J.-L. Roux")
    assert normalized(author=(name,))[0].names("author") == (name,)


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("BRISSOT DE WARVILLE", "Brissot de Warville"),
        ("MARTIN DU GARD", "Martin du Gard"),
        ("VIOLLET-LE-DUC", "Viollet-le-Duc"),
        ("VILLIERS DE L'ISLE-ADAM", "Villiers de l'Isle-Adam"),
        ("DE QUINCEY", "De Quincey"),
        ("DU BELLAY", "Du Bellay"),
    ],
)
def test_a_particle_is_small_inside_a_surname_and_not_at_its_head(capitals, written):
    assert capitalize_surname(capitals) == written


def test_initials_behind_capitals_show_that_these_are_a_given_name(normalized):
    _, report = normalized(language="en", author=(Name(given="DEREK S.", family="Barrow"),))
    assert [(change.mode, change.after) for change in report.changes] == [(Mode.ASK, "Barrow, Derek S.")]


def test_an_initial_behind_a_surname_is_asked_for_where_it_may_be_a_surname_kept_back(normalized):
    names = (Name(given="Dupont", family="J."), Name(given="Marie", family="C."))
    item, report = normalized(author=names)
    assert item.names("author") == (Name(family="Dupont", given="J."), names[1])
    assert [change.after for change in report.changes if change.mode is Mode.ASK] == ["Marie, C."]
    assert normalized(language="en", author=names)[0].names("author") == names
