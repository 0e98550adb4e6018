"""Law of writing: what is written reads back as the same items."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.bibtex import parse_bibtex, read_bibtex
from citekit.bibtex.source import decode_bytes
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


ENTRIES = [
    entry
    for path in FILES
    for entry in re.split(r"^(?=[ \t]*@)", decode_bytes(path.read_bytes())[0], flags=re.MULTILINE)
    if 30 < len(entry) < 2500
]
edits = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 3),
        st.sampled_from(
            ["", "{", "}", '"', ",", "#", "%", "\n", "$", "@", "=", " and ", "~", "--", "\\'", "\\emph{", "e\u0301",
             "<i>", "^", "_", "; ", ": ", " ", "&", "`", "''", "\u00a0", "<", ">"]
        ),
    ),
    max_size=4,
)  # fmt: skip


@given(st.sampled_from(ENTRIES), edits)
def test_a_damaged_entry_that_is_read_is_written_whole_or_there_is_a_notice(
    entry: str, edits: list[tuple[float, int, str]]
):
    for place, length, text in edits:
        start = int(place * len(entry))
        entry = entry[:start] + text + entry[start + length :]
    items, _ = parse_bibtex(entry)
    written, notices = to_biblatex(items)
    assert notices or parse_bibtex(written)[0] == items
