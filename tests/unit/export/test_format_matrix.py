"""The page that tells what each format brings back."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[3] / "docs"


def test_the_matrix_is_what_a_round_trip_gives_today() -> None:
    made = runpy.run_path(str(DOCS / "format_matrix.py"))["page"]()
    assert made == (DOCS / "format-matrix.md").read_text(encoding="utf-8")
