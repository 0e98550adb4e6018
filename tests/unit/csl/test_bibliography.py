"""Repeated authors in a bibliography (CSL 1.0.2, "Reference Grouping")."""

from __future__ import annotations

import pytest

WORKS = [
    ("Doe", 1999),
    ("Doe", 2000),
    ("Doe; Johnson; Williams", 2001),
    ("Doe; Smith", 2002),
    ("Doe; Stevens; Miller", 2003),
    ("Doe; Stevens; Miller", 2004),
    ("Doe; Williams; Poe; Roe", 2005),
    ("Doe; Williams; Poe; Roe", 2006),
]
NAMES = (
    '<names variable="author"><name and="symbol" delimiter-precedes-last="never" et-al-min="4" et-al-use-first="2" '
    'delimiter-precedes-et-al="never"/></names><date variable="issued" prefix=". " suffix=".">'
    '<date-part name="year"/></date>'
)


@pytest.fixture
def listed(entries, item, style_with):
    """The bibliography of the works under a rule."""

    def rendered(rule: str | None, substitute: str = "---") -> list[str]:
        options = f'subsequent-author-substitute="{substitute}"'
        if rule is not None:
            options += f' subsequent-author-substitute-rule="{rule}"'
        style = style_with(NAMES, bibliography_options=options)
        works = [item(str(year), author=authors, issued=year) for authors, year in WORKS]
        return entries(style, *works)

    return rendered


COMPLETE_ALL = [
    "Doe. 1999.",
    "---. 2000.",
    "Doe, Johnson & Williams. 2001.",
    "Doe & Smith. 2002.",
    "Doe, Stevens & Miller. 2003.",
    "---. 2004.",
    "Doe, Williams et al. 2005.",
    "---. 2006.",
]


@pytest.mark.parametrize("rule", ["complete-all", None])
def test_complete_all_replaces_the_whole_list_and_is_the_default(listed, rule):
    assert listed(rule) == COMPLETE_ALL


def test_complete_each_replaces_each_name_of_a_list_that_matches_whole(listed):
    assert listed("complete-each") == [
        "Doe. 1999.",
        "---. 2000.",
        "Doe, Johnson & Williams. 2001.",
        "Doe & Smith. 2002.",
        "Doe, Stevens & Miller. 2003.",
        "---, --- & ---. 2004.",
        "Doe, Williams et al. 2005.",
        "---, --- et al. 2006.",
    ]


# The rule is "up to the first mismatch" with the entry before; the specification's own example forgets it for 2001 and
# 2003.
PARTIAL = [
    "Doe. 1999.",
    "---. 2000.",
    "---, Johnson & Williams. 2001.",
    "--- & Smith. 2002.",
    "---, Stevens & Miller. 2003.",
]


def test_partial_each_replaces_each_name_up_to_the_first_that_differs(listed):
    assert listed("partial-each") == [
        *PARTIAL,
        "---, --- & ---. 2004.",
        "---, Williams et al. 2005.",
        "---, --- et al. 2006.",
    ]


def test_partial_first_replaces_the_first_name_only(listed):
    assert listed("partial-first") == [
        *PARTIAL,
        "---, Stevens & Miller. 2004.",
        "---, Williams et al. 2005.",
        "---, Williams et al. 2006.",
    ]


def test_an_empty_substitute_prints_the_names_once(listed):
    assert listed("complete-all", "")[:3] == ["Doe. 1999.", ". 2000.", "Doe, Johnson & Williams. 2001."]


def test_an_empty_substitute_takes_what_belongs_to_the_names_with_it(entries, item, style_with):
    style = style_with(
        '<group display="block" suffix=":"><names variable="author" prefix="[" suffix="]"/></group>'
        '<text variable="title" display="indent"/>',
        bibliography_options='subsequent-author-substitute=""',
    )
    works = [item("1", author="Doe", title="First"), item("2", author="Doe", title="Second")]
    assert entries(style, *works) == ["[Doe]:\n    First", "    Second"]


def test_an_empty_substitute_leaves_the_label(entries, item, style_with):
    style = style_with(
        '<names variable="editor"><name/><label prefix=" (" suffix=")"/></names><text variable="title" prefix=", "/>',
        bibliography_options='subsequent-author-substitute=""',
    )
    works = [item("1", editor="Doe", title="First"), item("2", editor="Doe", title="Second")]
    assert entries(style, *works) == ["Doe (editor), First", " (editor), Second"]


def test_without_the_option_names_are_repeated(entries, item, style_with):
    works = [item("1", author="Doe", issued=1999), item("2", author="Doe", issued=2000)]
    assert entries(style_with(NAMES), *works) == ["Doe. 1999.", "Doe. 2000."]


def test_affixes_of_the_names_element_stay(entries, item, style_with):
    style = style_with(
        '<names variable="author" prefix="[" suffix="]"/><text variable="title" prefix=" "/>',
        bibliography_options='subsequent-author-substitute="---"',
    )
    works = [item("1", author="Doe", title="A"), item("2", author="Doe", title="B")]
    assert entries(style, *works) == ["[Doe] A", "[---] B"]


def test_only_the_first_names_element_is_replaced(entries, item, style_with):
    style = style_with(
        '<names variable="author"/><names variable="editor" prefix=", ed. "/><text variable="title" prefix=", "/>',
        bibliography_options='subsequent-author-substitute="---"',
    )
    works = [item(one, author="Doe", editor="Roe", title=one) for one in "AB"]
    assert entries(style, *works) == ["Doe, ed. Roe, A", "---, ed. Roe, B"]


def test_an_entry_without_names_ends_the_repetition(entries, item, style_with):
    style = style_with(
        '<names variable="author" suffix=" "/><text variable="title"/>',
        bibliography_options='subsequent-author-substitute="---"',
    )
    works = [item("1", author="Doe", title="A"), item("2", title="B"), item("3", author="Doe", title="C")]
    assert entries(style, *works) == ["Doe A", "B", "Doe C"]


def test_people_with_the_same_initials_are_the_same_where_initials_are_printed(entries, item, style_with):
    style = style_with(
        '<names variable="author"><name initialize-with="."/></names><text variable="title" prefix=" "/>',
        bibliography_options='subsequent-author-substitute="---"',
    )
    works = [item("1", author="Doe, Jane", title="A"), item("2", author="Doe, John", title="B")]
    assert entries(style, *works) == ["J. Doe A", "--- B"]


def test_citations_are_never_substituted(cite, item, style_with):
    style = style_with(
        '<names variable="author"/>',
        bibliography_options='subsequent-author-substitute="---"',
        citation_layout='delimiter="; "',
    )
    assert cite(style, item("1", author="Doe"), item("2", author="Doe")) == "Doe; Doe"


def test_words_that_stand_for_names_are_not_replaced(entries, item, style_with):
    style = style_with(
        '<names variable="author"><name/><substitute><text term="anonymous" form="short"/></substitute></names>'
        '<text variable="title" prefix=": "/>',
        bibliography_options='subsequent-author-substitute="---"',
    )
    works = [item("a", author="Doe", title="A"), item("b", title="B"), item("c", title="C")]
    works += [item("d", author="Doe", title="D"), item("e", author="Doe", title="E")]
    assert entries(style, *works) == ["Doe: A", "Anon.: B", "Anon.: C", "Doe: D", "---: E"]


def test_a_title_that_stands_for_names_is_replaced(entries, item, style_with):
    style = style_with(
        '<names variable="author"><name/><substitute><text variable="title"/></substitute></names>'
        '<text variable="note" prefix=": "/>',
        bibliography_options='subsequent-author-substitute="---"',
    )
    assert entries(style, item("a", title="A", note="1"), item("b", title="A", note="2")) == ["A: 1", "---: 2"]
