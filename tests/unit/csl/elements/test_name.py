"""One name: order of its parts, particles, initials, name-part formatting (CSL 1.0.2, "Name")."""

from __future__ import annotations

import pytest

from citekit.csl.cite import BARE_CITE
from citekit.csl.state import CiteState
from citekit.items import Name

NBSP = "\u00a0"

VAN_GOGH = Name(family="Gogh", given="Vincent", non_dropping_particle="van", suffix="III")
HUMBOLDT = Name(family="Humboldt", given="Alexander", dropping_particle="von", suffix="Jr.")
HAKIM = Name(family="Hakim", given="Tawfiq", non_dropping_particle="al-")
LA_FONTAINE = Name(family="La Fontaine", given="Jean", dropping_particle="de")
MAO = Name(family="\u6bdb", given="\u6cfd\u4e1c")
DOE = Name(family="Doe", given="John Edward")


def name(attributes: str = "", parts: str = "") -> str:
    return f'<names variable="author"><name {attributes}>{parts}</name></names>'


INVERTED = name('name-as-sort-order="all"')


# Order


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (VAN_GOGH, "Vincent van Gogh III"),
        (HUMBOLDT, "Alexander von Humboldt Jr."),
        (HAKIM, "Tawfiq al-Hakim"),
        (LA_FONTAINE, "Jean de La Fontaine"),
        (MAO, "\u6bdb\u6cfd\u4e1c"),
        (DOE, "John Edward Doe"),
    ],
)
def test_display_order_has_the_given_name_first(cite, item, one, expected):
    assert cite(name(), item(author=one)) == expected


@pytest.mark.parametrize(
    ("demote", "expected"),
    [
        ("never", "van Gogh, Vincent, III"),
        ("sort-only", "van Gogh, Vincent, III"),
        ("display-and-sort", "Gogh, Vincent van, III"),
    ],
)
def test_the_style_says_whether_particles_are_demoted_in_inverted_names(cite, item, style_with, demote, expected):
    style = style_with(INVERTED, style=f'demote-non-dropping-particle="{demote}"')
    assert cite(style, item(author=VAN_GOGH)) == expected


@pytest.mark.parametrize("demote", ["never", "sort-only", "display-and-sort"])
def test_a_dropping_particle_always_follows_the_given_name_of_an_inverted_name(cite, item, style_with, demote):
    style = style_with(INVERTED, style=f'demote-non-dropping-particle="{demote}"')
    assert cite(style, item(author=HUMBOLDT)) == "Humboldt, Alexander von, Jr."


def test_demoted_particles_follow_the_given_name_dropping_one_first(cite, item):
    one = Name(family="Vega", given="Juan", dropping_particle="de", non_dropping_particle="la")
    assert cite(INVERTED, item(author=one)) == "Vega, Juan de la"


def test_a_particle_that_belongs_to_the_family_name_is_never_demoted(cite, item):
    assert cite(INVERTED, item(author=LA_FONTAINE)) == "La Fontaine, Jean de"


@pytest.mark.parametrize(
    ("one", "expected"),
    [(VAN_GOGH, "van Gogh"), (HUMBOLDT, "Humboldt"), (HAKIM, "al-Hakim"), (MAO, "\u6bdb"), (DOE, "Doe")],
)
def test_the_short_form_keeps_family_name_and_non_dropping_particle(cite, item, one, expected):
    assert cite(name('form="short"'), item(author=one)) == expected


def test_names_in_scripts_that_set_the_family_name_first_are_not_inverted(cite, item):
    assert cite(INVERTED, item(author=MAO)) == "\u6bdb\u6cfd\u4e1c"


def test_the_sort_separator_stands_between_inverted_parts(cite, item):
    layout = name('name-as-sort-order="all" sort-separator=" / "')
    assert cite(layout, item(author=DOE)) == "Doe / John Edward"


def test_a_name_without_a_given_name_has_no_separator(cite, item):
    assert cite(INVERTED, item(author=Name(family="Doe"))) == "Doe"


def test_a_body_is_printed_as_it_stands(cite, item):
    assert cite(INVERTED, item(author=Name(literal="The New York Times"))) == "The New York Times"


def test_a_suffix_can_ask_for_a_comma(cite, item):
    king = Name(family="King", given="Martin Luther", suffix="Jr.")
    assert cite(name(), item(author=king)) == "Martin Luther King Jr."
    with_comma = Name(family="King", given="Martin Luther", suffix="Jr.", comma_suffix=True)
    assert cite(name(), item(author=with_comma)) == "Martin Luther King, Jr."


def test_a_name_of_static_order_has_the_family_name_first_without_a_separator(cite, item):
    one = Name(family="Nguyen", given="Van Thieu", static_ordering=True)
    assert cite(name(), item(author=one)) == "Nguyen Van Thieu"


def test_a_particle_with_an_apostrophe_is_joined_to_the_family_name(cite, item):
    one = Name(family="Aboville", given="G\u00e9rard", non_dropping_particle="d\u2019")
    assert cite(name(), item(author=one)) == "G\u00e9rard d\u2019Aboville"


def test_in_french_a_particle_stays_on_the_line_of_the_family_name(cite, item, style_with):
    style = style_with(name(), locale="fr-FR")
    assert cite(style, item(author=LA_FONTAINE)) == f"Jean de{NBSP}La Fontaine"


# Initials


@pytest.mark.parametrize(
    ("initialize_with", "given", "expected"),
    [
        (".", "John Joseph", "J.J. Doe"),
        (". ", "John Joseph", "J. J. Doe"),
        ("", "John Joseph", "JJ Doe"),
        (". ", "Jean-Luc", "J.-L. Doe"),
        (".", "J. R. R.", "J.R.R. Doe"),
    ],
)
def test_initialize_with_stands_after_each_initial(cite, item, initialize_with, given, expected):
    layout = name(f'initialize-with="{initialize_with}"')
    assert cite(layout, item(author=Name(family="Doe", given=given))) == expected


def test_initials_of_compound_names_can_go_without_a_hyphen(cite, item, style_with):
    style = style_with(name('initialize-with=". "'), style='initialize-with-hyphen="false"')
    assert cite(style, item(author=Name(family="Doe", given="Jean-Luc"))) == "J. L. Doe"


def test_without_initializing_only_initials_get_the_full_stop(cite, item):
    layout = name('initialize="false" initialize-with="."')
    assert cite(layout, item(author=Name(family="Kirk", given="James T"))) == "James T. Kirk"


def test_the_short_form_shows_no_initials(cite, item):
    assert cite(name('form="short" initialize-with=". "'), item(author=DOE)) == "Doe"


def test_initials_follow_an_inverted_family_name(cite, item):
    assert cite(name('initialize-with=". " name-as-sort-order="all"'), item(author=DOE)) == "Doe, J. E."


# Name-part formatting


def test_the_family_name_can_be_in_capitals(cite, item):
    layout = name(parts='<name-part name="family" text-case="uppercase"/>')
    assert cite(layout, item(author=Name(family="Doe", given="Jane"))) == "Jane DOE"


def test_formatting_of_the_family_name_reaches_its_particle_but_not_the_suffix(cite, item):
    layout = name(parts='<name-part name="family" text-case="uppercase"/>')
    assert cite(layout, item(author=VAN_GOGH)) == "Vincent VAN GOGH III"


def test_formatting_of_the_given_name_reaches_the_dropping_particle(cite, item):
    layout = name(parts='<name-part name="given" text-case="uppercase"/>')
    assert cite(layout, item(author=HUMBOLDT)) == "ALEXANDER VON Humboldt Jr."


def test_affixes_of_the_family_name_enclose_particle_and_suffix(cite, item):
    layout = name(parts='<name-part name="family" prefix="[" suffix="]"/>')
    assert cite(layout, item(author=VAN_GOGH)) == "Vincent [van Gogh III]"


def test_affixes_of_the_given_name_enclose_demoted_particles(cite, item):
    layout = name('name-as-sort-order="all"', '<name-part name="given" prefix="[" suffix="]"/>')
    assert cite(layout, item(author=VAN_GOGH)) == "Gogh, [Vincent van], III"


def test_affixes_of_an_inverted_family_name_enclose_the_particle_before_it(cite, item, style_with):
    layout = name('name-as-sort-order="all"', '<name-part name="family" prefix="[" suffix="]"/>')
    style = style_with(layout, style='demote-non-dropping-particle="never"')
    assert cite(style, item(author=VAN_GOGH)) == "[van Gogh], Vincent, III"


def test_each_part_has_its_own_font(cite, item):
    layout = name(
        parts='<name-part name="given" font-style="italic"/><name-part name="family" font-variant="small-caps"/>'
    )
    small_caps = '<span style="font-variant:small-caps;">Doe</span>'
    assert cite(layout, item(author="Doe, Jane"), output="html") == f"<i>Jane</i> {small_caps}"


# Sort keys


@pytest.mark.parametrize(
    ("demote", "order"),
    [("never", ["Humboldt", "Moore", "Gogh"]), ("sort-only", ["Gogh", "Humboldt", "Moore"])],
)
def test_a_demoted_particle_is_no_part_of_the_first_sort_key(entries, item, style_with, demote, order):
    style = style_with(bibliography_sort='<key variable="author"/>', style=f'demote-non-dropping-particle="{demote}"')
    people = [VAN_GOGH, HUMBOLDT, Name(family="Moore", given="Henry")]
    works = [item(one.family, title=one.family, author=one) for one in people]
    assert entries(style, *works) == order


def test_a_shorter_family_name_sorts_before_a_longer_one(entries, item, style_with):
    style = style_with(bibliography_sort='<key variable="author"/>')
    zoe, adam = item("1", title="Zoe", author="Doe, Zoe"), item("2", title="Adam", author="Doering, Adam")
    assert entries(style, adam, zoe) == ["Zoe", "Adam"]


def test_an_english_article_is_no_part_of_the_sort_key_of_a_body(entries, item, style_with):
    style = style_with(bibliography_sort='<key variable="author"/>')
    times = item("1", title="Times", author=Name(literal="The New York Times"))
    others = [item(one, title=one, author=Name(literal=one)) for one in ("Monde", "Oslo Post")]
    assert entries(style, *others, times) == ["Monde", "Times", "Oslo Post"]


# Pieces


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (DOE, ["Doe, John Edward"]),
        (VAN_GOGH, ["Gogh, Vincent van, III"]),
        (MAO, ["\u6bdb", "\u6cfd\u4e1c"]),
        (Name(family="Doe.", given=".J"), ["Doe.", ", ", ".J"]),
    ],
)
def test_a_name_is_one_piece_where_no_seam_in_it_can_ever_be_mended(style_with, item, one, expected):
    style = style_with(INVERTED)
    state = CiteState(style.prepare(item(author=one)), BARE_CITE)
    out = []
    style.citation_node.whole.render(state, out)
    assert [token for token in out if isinstance(token, str)] == expected
