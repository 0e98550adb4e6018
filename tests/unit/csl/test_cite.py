"""Cites and citations: what the user gives."""

from __future__ import annotations

import dataclasses

import pytest

from citekit.csl import Citation, Cite, Position


def test_cites_with_the_same_contents_are_equal_and_can_be_keys():
    assert Cite("a", locator="3") == Cite("a", locator="3")
    assert Cite("a", locator="3") != Cite("a", locator="3", label="chapter")
    assert len({Cite("a"), Cite("a"), Cite("b")}) == 2


def test_a_cite_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Cite("a").locator = "3"  # type: ignore[misc]


def test_a_citation_stands_in_running_text_unless_it_has_a_note():
    assert Citation("c", (Cite("a"),)).note_index == 0


def test_positions_are_in_order_of_strength():
    assert Position.NOWHERE < Position.FIRST < Position.SUBSEQUENT < Position.IBID < Position.IBID_WITH_LOCATOR
