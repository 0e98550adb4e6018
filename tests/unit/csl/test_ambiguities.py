"""Cites that look the same, kept while items come and go."""

from __future__ import annotations

import pytest

from citekit.csl.ambiguities import Ambiguities
from citekit.csl.disambiguation import BucketSearch

LAYOUT = (
    '<names variable="author"><name form="short" initialize-with=". " {}/></names>'
    '<date variable="issued"><date-part name="year" prefix=" "/></date>'
)
OPTIONS = 'disambiguate-add-givenname="true" disambiguate-add-names="true" disambiguate-add-year-suffix="true" '
WORKS = (
    "Doe, Jane 2000",
    "Doe, John 2000",
    "Doe, John 2001",
    "Roe, Ann; Poe, Al; Doe, Amy 2000",
    "Roe, Ann; Poe, Bo; Doe, Jane 2000",
    "Roe, Ann; Poe, Bo; Doe, Jane 2000",
    "Poe, Al 1999",
    "Poe, Bo 1999",
    "Poe, Bo 1999",
)
RULES = ["by-cite", "all-names", "primary-name", "all-names-with-initials", "primary-name-with-initials"]


@pytest.fixture
def style_and_items(style_with, item):
    def made(rule):
        style = style_with(
            LAYOUT.format('et-al-min="3" et-al-use-first="1"'),
            citation=f'{OPTIONS} givenname-disambiguation-rule="{rule}"',
        )
        items = []
        for number, work in enumerate(WORKS):
            authors, _, year = work.rpartition(" ")
            items.append(style.prepare(item(str(number), author=authors, issued=int(year), title=f"T{number}")))
        return style, items

    return made


@pytest.mark.parametrize("rule", RULES)
def test_items_that_come_one_by_one_are_told_apart_as_all_at_once(style_and_items, rule):
    style, items = style_and_items(rule)
    kept = Ambiguities(style)
    for count in range(1, len(items) + 1):
        assert kept.told_apart(items[:count]) == Ambiguities(style).told_apart(items[:count])


@pytest.mark.parametrize("rule", RULES)
def test_items_that_go_and_come_back_in_another_order_leave_nothing_behind(style_and_items, rule):
    style, items = style_and_items(rule)
    kept = Ambiguities(style)
    for listed in (items, items[::2], items[::-1], items[3:], items):
        assert kept.told_apart(listed) == Ambiguities(style).told_apart(listed)


def test_a_name_that_becomes_ambiguous_is_expanded_where_it_was_known_before(style_and_items):
    style, items = style_and_items("all-names")
    kept = Ambiguities(style)
    assert kept.told_apart(items[:1]) == {}
    told = kept.told_apart(items[:2])
    assert {item_id: one.given for item_id, one in told.items()} == {"0": (((0, 0), 2),), "1": (((0, 0), 2),)}


@pytest.mark.parametrize("rule", ["by-cite", "primary-name"])
def test_only_items_whose_cites_look_like_that_of_one_that_comes_are_searched_again(style_and_items, rule, monkeypatch):
    searched = []
    solve = BucketSearch.solve

    def noted(self, bucket):
        searched.append([item.id for item in bucket])
        solve(self, bucket)

    monkeypatch.setattr(BucketSearch, "solve", noted)
    style, items = style_and_items(rule)
    kept = Ambiguities(style)
    kept.told_apart([*items[3:6], items[7]])
    assert searched == [["3", "4", "5"]]
    kept.told_apart([*items[3:6], *items[7:]])
    assert searched == [["3", "4", "5"], ["7", "8"]]
    kept.told_apart([*items[3:5], *items[7:]])
    assert searched == [["3", "4", "5"], ["7", "8"], ["3", "4"]]
