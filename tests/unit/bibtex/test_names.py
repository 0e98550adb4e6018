import pytest

from citekit.bibtex.names import _any_name, _simple_name, parse_name, parse_names
from citekit.items.name import OTHERS, Name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("George Sand", Name(family="Sand", given="George")),
        ("Sand, George", Name(family="Sand", given="George")),
        ("JUAN Maïté", Name(family="Maïté", given="JUAN")),
        ("Simone de Beauvoir", Name(family="Beauvoir", given="Simone", dropping_particle="de")),
        ("de la Fontaine, Jean", Name(family="Fontaine", given="Jean", dropping_particle="de la")),
        ("De Certeau, Michel", Name(family="De Certeau", given="Michel")),
        ("Jean Le Rond d'Alembert", Name(family="d'Alembert", given="Jean Le Rond")),
        ("King, Jr., Martin Luther", Name(family="King", given="Martin Luther", suffix="Jr.")),
        ("{\\'E}tienne Ga{\\\"e}l", Name(family="Gaël", given="Étienne")),
        ("Jean {de La Salle}", Name(family="de La Salle", given="Jean")),
        ("{UNESCO}", Name(literal="UNESCO", is_institution=True)),
        ("{{Barnes and Noble}}", Name(literal="Barnes and Noble", is_institution=True)),
        ("INSEE,", Name(family="INSEE")),
        ("Platon", Name(family="Platon")),
        ("M.~H. Dupont", Name(family="Dupont", given="M. H.")),
        ("Barnes \\& Noble", Name(family="Noble", given="Barnes &")),
        ("Fran\\c cois Furet", Name(family="Furet", given="François")),
        ("family=Waal, prefix=van de, useprefix=true", Name(family="Waal", non_dropping_particle="van de")),
        ("family=Saint-Ours, given=É., prefix=de", Name(family="Saint-Ours", given="É.", dropping_particle="de")),
        ("family=Sartre, given={Jean, Paul}, given-i=JP", Name(family="Sartre", given="Jean, Paul")),
    ],
)  # fmt: skip
def test_a_name_is_split_by_its_form(source: str, name: Name):
    assert parse_name(source) == name


def test_a_generation_behind_the_given_name_is_still_the_suffix():
    name = parse_name("King, Martin Luther, Jr.")
    assert (name.family, name.given, name.suffix) == ("King", "Martin Luther", "Jr.")
    name = parse_name("Smith, Jr., I.")
    assert (name.given, name.suffix) == ("I.", "Jr.")


def test_useprefix_makes_particles_part_of_the_family_name():
    assert parse_names("de Gaulle, Charles", uses_prefix=True).names[0].non_dropping_particle == "de"


def test_names_are_parted_by_and_outside_braces_in_any_capitals():
    found = parse_names("{Fnac and Cie} AND Sandrine Andand  and\nLe Goff, Jacques")
    assert [str(name) for name in found.names] == ["Fnac and Cie", "Sandrine Andand", "Jacques Le Goff"]


def test_and_others_stands_for_the_names_that_a_list_leaves_out():
    found = parse_names("Sand, George and others")
    assert (found.names[1], found.has_others, found.odd) == (OTHERS, True, ())
    assert parse_names("others").names[0].family == "others"


def test_more_commas_than_any_form_has_leave_the_text_whole_and_are_told():
    found = parse_names("Lefevre, P. Bohuon, L. Akissoe, L. Ollier")
    assert found.names == (Name(literal="Lefevre, P. Bohuon, L. Akissoe, L. Ollier"),)
    assert found.odd == ("Lefevre, P. Bohuon, L. Akissoe, L. Ollier",)


def test_a_missing_name_is_told():
    assert parse_names("Sand, George and and Balzac").odd == ("",)


def test_a_control_space_parts_words_too():
    name = parse_name(r"Marie C.\ Dupont")
    assert (name.given, name.family) == ("Marie C.", "Dupont")


def test_et_al_stands_for_the_others_too():
    found = parse_names("Hugo, Victor and et al.")
    assert ([str(name) for name in found.names], found.has_others) == (["Victor Hugo", "others"], True)


def test_a_comma_behind_the_last_part_of_an_extended_name_says_nothing():
    assert [name.family for name in parse_names("family={Orme, Sa}, and family=Lys, given=Al").names] == [
        "Orme, Sa",
        "Lys",
    ]


@pytest.mark.parametrize(
    "source", ["Sand, George", "Jean-Luc Godard", "O'Neill, Jean d'A.", "J. K. Rowling", "\u212bsa Holm"]
)
def test_simple_names_are_what_the_whole_grammar_makes_of_them(source: str):
    assert _simple_name(source) == _any_name(source, uses_prefix=False)


@pytest.mark.parametrize("source", ["Simone de Beauvoir", "{Jean} Dupont", "de La Tour, Jean", "A, B, C", "Sand"])
def test_names_that_need_the_grammar_are_left_to_it(source: str):
    assert _simple_name(source) is None


def test_options_of_a_list_of_names_are_no_name():
    assert [str(name) for name in parse_names("nosortothers=true and Harman, Hans").names] == ["Hans Harman"]
    assert parse_names("useprefix=true and de la Rue, Jean").names[0].non_dropping_particle == "de la"
    assert [str(name) for name in parse_names("uniquelist=false and nohashothers=true and B, A").names] == ["A B"]


def test_options_of_one_name_are_no_part_of_it():
    name = parse_names("labelalphanametemplatename=x, uniquename=false, family=Smith, given=Arthur, middle=M.").names[0]
    assert (name.family, name.given, name.suffix, name.literal) == ("Smith", "Arthur M.", "", "")


def test_a_capital_under_an_accent_of_letters_begins_no_particle():
    name = parse_names(r"\v{S}t\v{e}p\'an Starosta").names[0]
    assert (name.given, name.dropping_particle, name.family) == ("Štěpán", "", "Starosta")
    assert parse_names(r"Jean \v{s}on Starosta").names[0].dropping_particle == "šon"


def test_an_extended_name_may_stand_in_braces():
    name = parse_names('{family=Nagell, prefix=van, "given=John R.", suffix=Jr.} and B, A').names[0]
    assert (name.family, name.given, name.dropping_particle, name.suffix) == ("Nagell", "John R.", "van", "Jr.")


def test_a_list_with_commas_before_its_last_and_is_kept_whole_and_told():
    found = parse_names("I. Podadera, J. M. Carmona, A. Ibarra, and J. Molla")
    assert [str(name) for name in found.names] == ["I. Podadera, J. M. Carmona, A. Ibarra", "J. Molla"]
    assert parse_names("Ford, Jr., Henry, and Sand, George").names[0].suffix == "Jr."
    assert found.odd == ("I. Podadera, J. M. Carmona, A. Ibarra,",)
