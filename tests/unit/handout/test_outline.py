"""Sections and entries in their order."""

from __future__ import annotations

from citekit.handout.outline import HandoutEntry, Section, arrange, slug
from citekit.handout.settings import SectionSetting
from citekit.items import Item


def works(**groups: tuple[str, ...]) -> list[tuple[Item, HandoutEntry]]:
    return [(Item(key, groups=paths), HandoutEntry(key, key, [key])) for key, paths in groups.items()]


def tree(sections: tuple[Section, ...]) -> list[object]:
    return [(one.heading, [entry.id for entry in one.entries], tree(one.sections)) for one in sections]


def test_sections_stand_where_they_are_first_met() -> None:
    loose, sections = arrange(works(a=("B",), b=("A/X",), c=("B",), d=("A",)), [])
    assert loose == ()
    assert tree(sections) == [("B", ["a", "c"], []), ("A", ["d"], [("X", ["b"], [])])]


def test_settings_give_order_and_headings_and_the_others_follow() -> None:
    settings = [SectionSetting("A/Y", "Igrec"), SectionSetting("A/X")]
    _, sections = arrange(works(a=("C",), b=("A/X",), c=("A/Y",)), settings)
    assert tree(sections) == [("A", [], [("Igrec", ["c"], []), ("X", ["b"], [])]), ("C", ["a"], [])]


def test_sections_without_items_are_left_out() -> None:
    assert arrange(works(a=("A",)), [SectionSetting("B"), SectionSetting("C/D")])[1][0].heading == "A"
    assert len(arrange(works(a=("A",)), [SectionSetting("B"), SectionSetting("C/D")])[1]) == 1


def test_an_item_without_group_stands_before_all_sections() -> None:
    loose, _ = arrange(works(a=("A",), b=()), [])
    assert [entry.id for entry in loose] == ["b"]


def test_an_item_in_two_groups_stands_in_both_with_anchors_of_its_own() -> None:
    _, sections = arrange(works(a=("A", "B", "A")), [])
    assert [[entry.anchor for entry in one.entries] for one in sections] == [["a"], ["a-2"]]


def test_blanks_and_doubled_slashes_in_paths_do_not_matter() -> None:
    _, sections = arrange(works(a=("A / X",), b=("A//X/",)), [])
    assert tree(sections) == [("A", [], [("X", ["a", "b"], [])])]


def test_sections_whose_paths_look_alike_have_anchors_of_their_own() -> None:
    _, sections = arrange(works(a=("É",), b=("e",)), [])
    assert [one.anchor for one in sections] == ["section-e", "section-e-2"]


def test_an_anchor_is_made_of_ascii() -> None:
    assert (slug("Réflexion / Théorie"), slug("日本")) == ("reflexion-theorie", "x")
