"""Laws of reading: nothing is raised, nothing is lost, places are true."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.bibtex import parse_bibtex, read_bibtex, read_entries
from citekit.bibtex.latex import decode

CORPUS = Path(__file__).parents[3] / "shared" / "french" / "corpus"
FILES = sorted(CORPUS.glob("*.bib"))
BLOCK = re.compile(r"^[ \t\"]*@[ \t]*(\w+)\s*[{(]", re.MULTILINE)

WRITTEN_OUT = re.compile(r"\\[{}]|\\(?:text)?backslash|\\[lr]brace|\\textbrace")

fragments = st.sampled_from(
    ["@book{", "@string{", "@comment{", "\n@misc(", "a", "key,", "title", "=", "{", "}", '"', ",", "#", "%", "\n", "\\",
     "\\'", "\\emph", "$", "^", "_", " and ", "~", "--", "é", "@", "(", ")", "year = 2020", "jan", "<i>", "\\\\",
     "\\og "]
)  # fmt: skip
rubbish = st.lists(fragments, max_size=40).map("".join)
PLAIN = st.characters(codec="utf-8", exclude_characters="{}\\@%\"$~^_`'<>-#", exclude_categories=["C", "Z"])
values = st.text(alphabet=PLAIN)


@given(rubbish)
def test_rubbish_never_raises(text: str):
    parse_bibtex(text, "x.bib")


@given(rubbish)
def test_every_notice_has_a_place_inside_the_source(text: str):
    lines = text.split("\n")
    for notice in parse_bibtex(text, "x.bib")[1].notices:
        if notice.rule not in ("empty-file", "no-entries"):
            assert 1 <= notice.location.line <= len(lines)
            assert 1 <= notice.location.column <= len(lines[notice.location.line - 1]) + 1


@given(rubbish)
def test_no_block_of_rubbish_is_read_twice(text: str):
    items, _ = parse_bibtex(text, "x.bib")
    assert len({str(item.location) for item in items}) == len(items)


@given(rubbish)
def test_decoded_rubbish_has_no_brace_that_was_not_escaped(text: str):
    if "\\" not in text:
        assert not set("{}") & set(decode(text).text)


@given(st.lists(st.tuples(st.booleans(), values), max_size=8))
def test_entries_read_and_entries_reported_are_the_entries_of_the_file(blocks: list[tuple[bool, str]]):
    source = "\n".join(
        f"@book{{k{i}, title = {{{value}}}" + ("}" if is_whole else "") for i, (is_whole, value) in enumerate(blocks)
    )
    items, report = parse_bibtex(source)
    assert [item.id for item in items] == [f"k{i}" for i in range(len(blocks))]
    torn = [notice.location.line for notice in report.errors if notice.rule == "torn-entry"]
    assert torn == [item.location.line for item, (is_whole, _) in zip(items, blocks, strict=True) if not is_whole]


@pytest.mark.skipif(not FILES, reason="the corpus of French files is not beside the repository")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_entry_of_a_real_file_is_read_or_reported(path: Path):
    items, report = read_bibtex(path)
    text = path.read_bytes().decode("utf-8", errors="replace")
    blocks = [m[1].lower() for m in BLOCK.finditer(text) if not text[text.rfind("\n", 0, m.end()) : m.end()].count("%")]
    entries = [name for name in blocks if name not in ("comment", "string", "preamble", "xdata")]
    broken = [notice for notice in report.errors if notice.rule == "broken-entry"]
    assert len(items) + len(broken) == len(entries)


@pytest.mark.skipif(not FILES, reason="the corpus of French files is not beside the repository")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_backslash_or_brace_is_printed_that_the_source_does_not_write_out(path: Path):
    text = path.read_bytes().decode("utf-8", errors="replace")
    values = [field.value for entry in read_entries(text).entries for field in entry.fields.values()]
    leaked = [value for value in values if set("{}\\") & set(decode(value).text) and not WRITTEN_OUT.search(value)]
    assert leaked == []
