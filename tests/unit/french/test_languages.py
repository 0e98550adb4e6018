import pytest

from citekit.french import is_french, language_tag
from citekit.french.languages import look_for_french
from citekit.items.item import Item


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("french", "fr"), ("Français", "fr"), ("fre", "fr"), ("fr_FR", "fr-FR"), ("fr-ca", "fr-CA"),
        ("acadian", "fr-CA"), ("French [fra]", "fr"), ("fre grc", "fr"), ("French;English;", "fr"),
        ("ngerman", "de"), ("2016", ""), ("in-house", ""),
    ],
)  # fmt: skip
def test_names_of_languages_become_tags(name, tag):
    assert language_tag(name) == tag


@pytest.mark.parametrize(
    "title",
    [
        "Les contrastes de l'innovation sociale",
        "La popote des potes",
        "40 lieux pour innover dans l'accompagnement de la grande exclusion",
        "L'espace public de la modernité",
        "ÉTUDE DES PROPRIÉTÉS DE PROPAGATION D’UN LASER À ATOMES",
    ],
)
def test_a_french_title_is_recognised(title):
    assert is_french(Item("a", "book", {"title": title}))


@pytest.mark.parametrize(
    "title",
    [
        "La casa de las flores en el mar",
        "De bello et pace",
        "L'arte della guerra",
        "A história da língua",
        "Das Leben des Galilei",
        "Een huis in de stad",
        "L'espai públic de la ciutat",
        "Le risque / The risk and its assessment by the driver in context",
        "Data",
        "",
    ],
)
def test_other_titles_are_not_taken_for_french(title):
    assert not is_french(Item("a", "book", {"title": title}))


def test_a_declared_language_is_believed(normalized):
    title = "Les contrastes: une étude"
    item, report = normalized(language="english", title=title)
    assert (item.text("title"), item.language) == (title, "en")
    assert [notice.rule for notice in report.notices] == ["language-doubtful"]


def test_the_evidence_of_an_inferred_language_is_told(normalized):
    item, report = normalized(language="", title="Les clés du lieu")
    assert item.language == "fr"
    assert str(report.changes[0]).startswith("key.language: '' -> 'fr (inferred from: les, du)'")


@pytest.mark.parametrize(
    "title", ["Faire des humanités numériques", "Dictionnaire des faits religieux", "La 27ème Région"]
)
def test_a_short_title_is_french_by_its_endings_and_its_ordinals(title):
    assert look_for_french(title).is_certain


@pytest.mark.parametrize(
    "title",
    [
        "Verhulst's notice sur la loi que la population suit dans son accroissement from Correspondence",
        "Des Knaben Wunderhorn",
        "On amateurs and techniques",
    ],
)
def test_french_words_in_another_language_are_no_french_title(title):
    assert not look_for_french(title).is_certain
