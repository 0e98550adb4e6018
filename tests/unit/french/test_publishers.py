"""Publishers, places, platforms and schools."""

import pytest

from citekit.french.publishers import expand_publisher, split_imprint, trim_place


@pytest.mark.parametrize(
    "text",
    [
        "Calmann-Lévy : Bayard",
        "Sirey, Dalloz",
        "Cambridge: University Press, 2nd ed.",
        "Ministère de l'Environnement, Québec et Canada",
        "Koha: The world's first free; open source library system",
        "Paris, Lyon",
        "Clarendon Press ; Oxford University Press",
    ],
)
def test_what_may_be_one_name_is_left(text):
    assert split_imprint(text) == ("", text)


def test_a_place_that_differs_is_not_overwritten(normalized):
    item, _ = normalized(publisher="Seuil, Paris", publisher_place="Lyon")
    assert (item.text("publisher"), item.text("publisher-place")) == ("Seuil, Paris", "Lyon")


def test_the_school_of_a_thesis_is_only_asked_for(normalized):
    item, report = normalized("thesis", publisher="Paris, Sorbonne")
    assert item.text("publisher") == "Paris, Sorbonne"
    assert {change.mode.value for change in report.changes} == {"ask"}


@pytest.mark.parametrize(
    "place", ["Reading, Mass.", "San Jose, USA", "Québec, Canada", "École nationale, Paris, France"]
)
def test_other_places_keep_their_country(place):
    assert trim_place(place) == place


@pytest.mark.parametrize("name", ["Territorial éditions", "CNRS Éditions", "Raisons d'agir", "Éditions du Patrimoine"])
def test_names_that_hold_the_word_keep_it(name):
    assert expand_publisher(name) == name


def test_a_platform_becomes_the_source_of_an_article(normalized):
    item, _ = normalized("article-journal", publisher="JSTOR")
    assert (item.text("publisher"), item.text("source")) == ("", "JSTOR")
    book, _ = normalized("book", publisher="OpenEdition Press")
    assert book.text("publisher") == "OpenEdition Press"


def test_a_publisher_typed_as_the_edition_moves(normalized):
    item, _ = normalized(edition="Odile Jacob")
    assert (item.text("publisher"), item.text("edition")) == ("Odile Jacob", "")
    unknown, report = normalized(edition="Massot")
    assert unknown.text("edition") == "Massot"
    assert {change.mode.value for change in report.changes} == {"ask"}


def test_a_city_is_no_school(normalized):
    _, report = normalized("thesis", publisher="Toulouse")
    assert [notice.rule for notice in report.notices] == ["school-city"]


@pytest.mark.parametrize(
    ("place", "trimmed"),
    [
        ("Saint-Martin-d'Hères, France", "Saint-Martin-d'Hères"),
        ("Cergy-Pontoise (France)", "Cergy-Pontoise"),
        ("Le Mans, France", "Le Mans"),
        ("Lille et Roubaix, Nord, France", "Lille et Roubaix, Nord, France"),
        ("CIRAD, France", "CIRAD, France"),
        ("France", "France"),
    ],
)
def test_a_town_of_france_needs_no_country(place, trimmed):
    assert trim_place(place) == trimmed


def test_a_distributor_alone_is_no_publisher_and_is_kept(normalized):
    item, _ = normalized(publisher="[diffusion] Cairn.info")
    assert (item.text("publisher"), item.custom["publisher-as-given"]) == ("", "[diffusion] Cairn.info")


@pytest.mark.parametrize(
    ("typed", "place"),
    [("75014 Paris", "Paris"), ("F-75005 Paris", "Paris"), ("Paris Cedex 05, France", "Paris"), ("75014 x", "75014 x")],
)
def test_a_postal_code_is_no_part_of_a_place(typed, place):
    assert trim_place(typed) == place


def test_several_cities_between_commas_are_asked_for_but_a_province_is_none(normalized):
    _, report = normalized(publisher_place="Munich, New York, Paris")
    assert [change.after for change in report.changes] == ["Munich ; New York ; Paris"]
    assert not normalized(publisher_place="Montréal, Québec")[1].changes


def test_an_edition_that_names_no_edition_is_noticed_beside_a_publisher(normalized):
    item, report = normalized(edition="Petite Bibliothèque Payot", publisher="Payot")
    assert item.text("edition") == "Petite Bibliothèque Payot"
    assert [notice.rule for notice in report.notices] == ["edition-publisher"]
