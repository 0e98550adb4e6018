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


@pytest.mark.parametrize("write", [to_bibtex, to_biblatex])
@pytest.mark.parametrize(
    "fields",
    [
        "url = {https://a.fr}, urldate = {2021-04-30T18:05:09Z}",
        r"howpublished = {\href{https://a.fr}{Site}}, note = {voir \href{https://b.fr}{ici}}",
        "location = {Brest}, address = {London}, year = 1914, endyear = 1910, hal_id = {hal-1}, keyword = {sel, mer}",
        "author = {Sand, G and Zola, E and Sand, G}, date = {y-170000}, editor = {Roy, A}, editortype = {host}",
    ],
)
def test_what_one_field_makes_of_several_variables_survives_writing(fields: str, write: Callable):
    items, _ = parse_bibtex(f"@inproceedings{{a, title = {{T}}, {fields}}}")
    text, _ = write(items)
    assert parse_bibtex(text)[0] == items
