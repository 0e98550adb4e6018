"""Law of writing: what is written reads back as the same items."""

from collections.abc import Callable
from pathlib import Path

import pytest

from citekit.bibtex import parse_bibtex, read_bibtex
from citekit.export.bibtex import to_biblatex, to_bibtex

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT.parent / "shared" / "french" / "corpus").glob("*.bib"), *(ROOT / "bib").glob("*.bib")])


@pytest.mark.parametrize("write", [to_bibtex, to_biblatex])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_reading_what_was_written_gives_the_same_items(path: Path, write: Callable):
    items, _ = read_bibtex(path)
    text, _ = write(items)
    assert parse_bibtex(text)[0] == items
