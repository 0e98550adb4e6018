"""The page that tells what each format brings back, and the report that tells it beforehand."""

import runpy
from collections import Counter
from pathlib import Path

import pytest

from citekit.export import FORMATS
from citekit.export.zotero_schema import zotero_types

DOCS = Path(__file__).parents[3] / "docs"
MATRIX = runpy.run_path(str(DOCS / "format_matrix.py"))


def test_the_matrix_is_what_a_round_trip_gives_today() -> None:
    assert MATRIX["page"]() == (DOCS / "format-matrix.md").read_text(encoding="utf-8")


def test_every_format_is_measured() -> None:
    assert set(MATRIX["READ"]) == set(FORMATS)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_what_is_told_as_lost_does_not_come_back_and_everything_else_does(form: str) -> None:
    silent: Counter[str] = Counter()
    groundless: Counter[str] = Counter()
    for name in zotero_types():
        work = MATRIX["full_work"](name)
        measured, told = MATRIX["lost"](work, form), MATRIX["told"](work, form)
        silent.update(f"{one} of {name}" for one in measured - told)
        groundless.update(f"{one} of {name}" for one in told - measured)
    assert (silent, groundless) == (Counter(), Counter())
