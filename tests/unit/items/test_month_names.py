from __future__ import annotations

import pytest

from citekit.items.month_names import month_of_name, season_of_name


@pytest.mark.parametrize(
    ("name", "month"),
    [("January", 1), ("janv.", 1), ("fév", 2), ("FÉVRIER", 2), ("août", 8), ("aout", 8), ("sept", 9), ("dec.", 12)],
)
def test_a_month_is_known_by_its_first_letters_in_english_and_french(name: str, month: int) -> None:
    assert month_of_name(name) == month


@pytest.mark.parametrize("name", ["jui", "ma", "brumaire", "", "januaryy"])
def test_letters_that_begin_no_month_or_several_are_no_month(name: str) -> None:
    assert month_of_name(name) == 0


@pytest.mark.parametrize(("name", "season"), [("Spring", 1), ("été", 2), ("Autumn", 3), ("fall", 3), ("hiver", 4)])
def test_a_season_is_counted_from_spring(name: str, season: int) -> None:
    assert season_of_name(name) == season
