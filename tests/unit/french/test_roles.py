import pytest

from citekit.items.name import OTHERS, Name
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
def test_words_for_the_others_stand_for_them(normalized, others):
    item, _ = normalized(author=(Name(family="Dupont", given="Jean"), Name(family=others)))
    assert item.names("author") == (Name(family="Dupont", given="Jean"), OTHERS)


def test_the_role_that_a_catalogue_glues_to_a_name_is_its_variable(normalized):
    item, _ = normalized(
        author=(
            Name(family="Dupont", given="Jeanne"),
            Name(family="Durand", given="Paul Préfacier"),
            Name(family="Martin", given="Luc (1801-1850). Éditeur scientifique"),
            Name(family="Petit", given="Anne Traductrice"),
        )
    )
    assert item.names("author") == (Name(family="Dupont", given="Jeanne"),)
    assert item.names("contributor") == (Name(family="Durand", given="Paul"),)
    assert item.names("editor") == (Name(family="Martin", given="Luc"),)
    assert item.names("translator") == (Name(family="Petit", given="Anne"),)


def test_a_person_whose_name_is_a_role_is_no_role(normalized):
    names = (Name(family="Traducteur"), Name(family="Jean", given="Compositeur"))
    assert normalized(author=names)[0].names("author") == names


@pytest.mark.parametrize(
    ("family", "particle", "editor"),
    [
        ("Jean Dupont", "sous la direction de", Name(family="Dupont", given="Jean")),
        ("Anne Durand", "sous la dir. d'", Name(family="Durand", given="Anne")),
        (
            "Certeau",
            "sous la direction de Michel de",
            Name(family="Certeau", given="Michel", dropping_particle="de"),
        ),
    ],
)
def test_who_stands_behind_sous_la_direction_de_is_an_editor(normalized, family, particle, editor):
    second = Name(family="Petit", given="Luc")
    item, _ = normalized(author=(Name(family=family, dropping_particle=particle), second))
    assert (item.names("author"), item.names("editor")) == ((), (editor, second))


def test_sous_la_dir_de_in_brackets_is_a_role(normalized):
    item, _ = normalized(author=(Name(family="Dupont", given="Jean (sous la dir. de)"),))
    assert item.names("editor") == (Name(family="Dupont", given="Jean"),)


@pytest.mark.parametrize("name", [Name(family="divers", dropping_particle="auteurs"), Name(family="coll.")])
def test_words_for_nobody_are_no_author_however_they_were_read(normalized, name):
    assert normalized(author=(name,))[0].names("author") == ()


@pytest.mark.parametrize(
    "name",
    [
        Name(family="(dir.)", given="Pierre Mounier"),
        Name(family="de)", given="Pierre Mounier", dropping_particle="(sous la direction"),
        Name(family="Mounier", given="Pierre (directeur)"),
        Name(family="Mounier", given="Pierre (coord.)"),
        Name(family="Mounier", given="Pierre (dir.) (dir.)"),
    ],
)
def test_a_role_is_found_wherever_bibtex_left_it(normalized, name):
    item, _ = normalized(author=(name,))
    assert (item.names("author"), item.names("editor")) == ((), (MOUNIER,))
    assert "author-as-given" in item.custom


def test_a_role_behind_an_editor_only_goes(normalized):
    item, _ = normalized(editor=(Name(family="Mounier", given="Pierre (éd.)"),))
    assert (item.names("editor"), item.custom["editor-as-given"]) == ((MOUNIER,), "Mounier, Pierre (éd.)")


def test_a_bracketed_role_of_another_kind_is_its_variable(normalized):
    item, _ = normalized(author=(Name(family="Roux", given="Anne"), Name(family="Petit", given="Luc (trad.)")))
    assert item.names("author") == (Name(family="Roux", given="Anne"),)
    assert item.names("translator") == (Name(family="Petit", given="Luc"),)


@pytest.mark.parametrize(
    "name",
    [
        Name(family="Dupont", given="Jean et al."),
        Name(family="al.", given="Jean Dupont", dropping_particle="et"),
        Name(family="Dupont", given="Jean & al."),
    ],
)
def test_others_behind_the_last_name_stand_for_themselves(normalized, name):
    item, _ = normalized(author=(name,))
    assert item.names("author") == (Name(family="Dupont", given="Jean"), OTHERS)
    assert normalized(author=item.names("author"))[0].names("author") == item.names("author")


def test_others_alone_are_nobody(normalized):
    item, _ = normalized(author=(Name(family="al."),))
    assert (item.names("author"), item.custom["author-as-given"]) == ((), "al.")
