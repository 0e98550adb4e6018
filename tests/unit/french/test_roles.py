import pytest

from citekit.items.name import Name
from citekit.report import Mode

MOUNIER = Name(family="Mounier", given="Pierre")


def test_the_role_behind_the_only_author_makes_an_editor(normalized):
    item, _ = normalized(author=(Name(family="Mounier (dir.)", given="Pierre"),))
    assert (item.names("author"), item.names("editor")) == ((), (MOUNIER,))


def test_the_role_behind_one_of_two_authors_is_only_proposed(normalized):
    names = (Name(family="Gombin", given="Joël"), Name(family="Mounier (dir.)", given="Pierre"))
    item, report = normalized(author=names)
    assert item.names("author") == names
    assert {change.mode for change in report.changes} == {Mode.ASK}


def test_years_of_life_go_and_the_name_as_given_is_kept(normalized):
    item, _ = normalized(author=(Name(family="Theobald", given="Christoph (1946-....)"),))
    assert item.names("author") == (Name(family="Theobald", given="Christoph"),)
    assert item.custom["author-as-given"] == "Theobald, Christoph (1946-....)"


def test_the_wording_of_a_library_catalogue_goes_from_a_museum(normalized):
    item, _ = normalized(author=(Name(family="texte", given="Musée des arts décoratifs (Paris) Auteur du"),))
    assert item.names("author") == (Name(literal="Musée des arts décoratifs (Paris)", is_institution=True),)


def test_a_collective_is_no_author_but_the_word_is_kept(normalized):
    item, _ = normalized(author=(Name(family="Collectif"),))
    assert item.names("author") == ()
    assert item.custom["author-as-given"] == "Collectif"


@pytest.mark.parametrize("others", ["al.", "alii", "& al.", "et coll."])
def test_words_for_the_others_are_no_name(normalized, others):
    item, _ = normalized(author=(Name(family="Dupont", given="Jean"), Name(family=others)))
    assert item.names("author") == (Name(family="Dupont", given="Jean"),)
