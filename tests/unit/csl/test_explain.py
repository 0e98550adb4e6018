"""The tree of a rendering: which elements were called, what they wrote, and why others wrote nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from citekit.csl import Style, load_style
from citekit.csl.explain import explain
from citekit.errors import UsageError
from citekit.items import Item

StyleWith = Callable[..., Style]
MakeItem = Callable[..., Item]


def tree(style: Style, *items: Item, area: str = "citation", only_written: bool = False) -> list[str]:
    found = {one.area: one for one in explain(style, items, items[0].id)}
    return found[area].tree(only_written=only_written).splitlines()


def test_an_element_is_shown_with_its_line_and_what_it_wrote(style_with: StyleWith, item: MakeItem):
    style = style_with('<text variable="title" suffix="." font-style="italic"/>')
    assert tree(style, item(title="Essais")) == [
        "citation: Essais.",
        '└─ text variable="title" suffix="." font-style="italic"  (line 1) -> "Essais."',
    ]


def test_a_group_that_vanishes_says_why(style_with: StyleWith, item: MakeItem):
    layout = '<text variable="title"/><group><text value="in "/><text variable="publisher"/></group>'
    assert tree(style_with(layout), item(title="Essais")) == [
        "citation: Essais",
        '├─ text variable="title"  (line 1) -> "Essais"',
        "└─ group  (line 1) [left out: it calls variables, and none has a value]",
        '   ├─ text value="in "  (line 1) -> "in "',
        '   └─ text variable="publisher"  (line 1) [no value]',
    ]


def test_branches_are_shown_until_one_holds(style_with: StyleWith, item: MakeItem):
    layout = (
        '<choose><if type="map"><text term="in"/></if><else-if variable="title" match="any"><text variable="title"/>'
        '</else-if><else><text value="x"/></else></choose>'
    )
    assert tree(style_with(layout), item(title="Essais")) == [
        "citation: Essais",
        '└─ choose  (line 1) -> "Essais"',
        '   ├─ if type="map"  (line 1) [does not hold]',
        '   └─ else-if variable="title" match="any"  (line 1) -> "Essais" [holds]',
        '      └─ text variable="title"  (line 1) -> "Essais"',
    ]


def test_what_stands_in_for_names_is_printed_already_afterwards(style_with: StyleWith, item: MakeItem):
    layout = (
        '<names variable="author"><substitute><text variable="title"/></substitute></names><text variable="title"/>'
    )
    assert tree(style_with(layout), item(title="Essais")) == [
        "citation: Essais",
        '├─ names variable="author"  (line 1) -> "Essais"',
        '│  └─ text variable="title"  (line 1) -> "Essais"',
        '└─ text variable="title"  (line 1) [title: printed already, in place of names]',
    ]


def test_et_al_tells_how_many_names_are_shown(style_with: StyleWith, item: MakeItem):
    style = style_with('<names variable="author"><name et-al-min="2" et-al-use-first="1"/></names>')
    assert tree(style, item(author="Doe, Jane; Roe, Rick"))[1] == (
        '└─ names variable="author" [name et-al-min="2" et-al-use-first="1"]  (line 1)'
        ' -> "Jane Doe et al." [1 of 2 names]'
    )


def test_a_term_that_no_locale_defines_is_told(style_with: StyleWith, item: MakeItem):
    style = style_with('<text variable="title"/><text term="nonsense"/>')
    assert tree(style, item(title="Essais"))[2] == (
        '└─ text term="nonsense"  (line 1) [defined as empty, or not at all]'
    )


def test_only_what_wrote_something_can_be_shown(style_with: StyleWith, item: MakeItem):
    style = style_with('<text variable="title"/><text variable="publisher"/>')
    assert tree(style, item(title="Essais"), only_written=True) == [
        "citation: Essais",
        '└─ text variable="title"  (line 1) -> "Essais"',
    ]


def test_a_macro_holds_what_it_calls(style_with: StyleWith, item: MakeItem):
    style = style_with('<text macro="who"/>', macros='<macro name="who"><text variable="title"/></macro>')
    assert tree(style, item(title="Essais"), area="bibliography") == [
        "bibliography: Essais",
        '└─ text macro="who"  (line 1) -> "Essais"',
        '   └─ text variable="title"  (line 1) -> "Essais"',
    ]


def test_the_rendering_that_is_shown_is_the_one_after_disambiguation(style_with: StyleWith, item: MakeItem):
    style = style_with(
        '<names variable="author"/><date variable="issued" form="text" date-parts="year" prefix=" "/>',
        citation='disambiguate-add-year-suffix="true"',
    )
    twins = [item(id=one, title=one, author="Doe, Jane", issued=2020) for one in ("a", "b")]
    assert tree(style, *reversed(twins))[-1].endswith('-> " 2020a"')


def test_what_is_explained_is_what_is_rendered():
    style = load_style("apa", "fr-FR")
    item = Item("a", "book", {"title": "Essais", "publisher": "Seuil"})
    by_area = {one.area: one.text for one in explain(style, [item], "a")}
    assert by_area == {
        "citation": style.cite([item], output="text"),
        "bibliography": style.bibliography([item])[0].text,
    }


def test_explaining_leaves_the_style_as_it_was(style_with: StyleWith, item: MakeItem):
    style = style_with()
    node = style.citation_node
    explain(style, [item(title="Essais")], "work")
    assert style.citation_node is node
    assert style.citation_scope.trace is None


def test_an_item_that_is_not_there_is_refused(style_with: StyleWith, item: MakeItem):
    with pytest.raises(UsageError, match="no item has the id 'other'"):
        explain(style_with(), [item()], "other")


def test_what_is_explained_has_the_spaces_of_the_style(item, style_with):
    style = style_with('<text variable="title" suffix=": "/><text variable="publisher"/>', locale="fr-FR")
    explained = explain(style.with_spaces("lexique"), [item("a", title="Un", publisher="Seuil")], "a")
    assert [one.text for one in explained] == ["Un\u00a0: Seuil", "Un\u00a0: Seuil"]
