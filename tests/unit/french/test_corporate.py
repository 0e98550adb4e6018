import pytest

from citekit.items.name import Name
from citekit.report import Mode


@pytest.mark.parametrize(
    ("name", "literal"),
    [
        (Name(given="Institut des", family="actuaires"), "Institut des actuaires"),
        (Name(given="Institut", family="National"), "Institut National"),
        (
            Name(given="Ministère", dropping_particle="de la", family="santé et de la solidarité"),
            "Ministère de la santé et de la solidarité",
        ),
        (Name(family="CNSA"), "CNSA"),
        (Name(family="de la mer", given="Institut de recherche"), "Institut de recherche de la mer"),
        (Name(family="santé publique", given="Observatoire de la"), "Observatoire de la santé publique"),
    ],
)
def test_a_body_becomes_one_literal(normalized, name, literal):
    item, _ = normalized(author=(name,))
    assert item.names("author") == (Name(literal=literal, is_institution=True),)


@pytest.mark.parametrize(
    "name",
    [Name(family="Conseil", given="Dominique"), Name(family="Gall", given="France"), Name(family="Wikipédia")],
)
def test_a_person_whose_name_holds_a_keyword_stays_a_person(normalized, name):
    assert normalized(author=(name,))[0].names("author") == (name,)


@pytest.mark.parametrize(
    "name",
    [
        Name(family="AUTOSAR"),
        Name(family="BNF", given="Bibliothèque Nationale de France"),
        Name(family="France", given="Ministère de la Culture"),
        Name(family="Université de Brume", given="Institut de météorologie"),
    ],
)
def test_a_doubtful_body_is_only_proposed(normalized, name):
    item, report = normalized(author=(name,))
    assert item.names("author") == (name,)
    assert [(change.rule, change.mode) for change in report.changes] == [("name-body", Mode.ASK)]


@pytest.mark.parametrize(
    ("given", "family", "literal"),
    [
        ("Commission", "European", "European Commission"),
        ("Association", "International", "International Association"),
        ("Institut", "National", "Institut National"),
        ("Commission", "Européenne", "Commission Européenne"),
    ],
)
def test_an_english_body_is_read_in_the_order_of_english(author, given, family, literal):
    assert author(given, family) == Name(literal=literal, is_institution=True)


def test_a_newspaper_is_no_person_whose_given_name_is_an_article(author):
    assert author("Le", "Monde") == Name(literal="Le Monde", is_institution=True)
    assert author("Anne", "Monde") == Name(family="Monde", given="Anne")
