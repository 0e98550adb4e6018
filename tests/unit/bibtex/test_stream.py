import tracemalloc
from pathlib import Path

import pytest

from citekit.bibtex import iter_bibtex, read_bibtex, stream
from citekit.errors import InputError
from citekit.report import Notice

SOURCE = """@string{p = {Presse}}
@inbook{a, title = {A}, crossref = {z}}
@book{b, title = {Été}, publisher = p}
@book{b, title = {Again}}
@misc{odd, title = {open
@book{z, title = {Whole}, year = 1999}
"""


@pytest.mark.parametrize("chunk_size", [40, 100, 1 << 20])
def test_a_stretch_at_a_time_gives_what_the_whole_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk_size: int
):
    path = tmp_path / "x.bib"
    path.write_text(SOURCE, encoding="utf-8")
    monkeypatch.setattr(stream, "CHUNK_SIZE", chunk_size)
    notices: list[Notice] = []
    items = list(iter_bibtex(path, on_notice=notices.append))
    expected, report = read_bibtex(path)
    assert items == expected
    assert [item.location for item in items] == [item.location for item in expected]
    assert sorted(map(str, notices)) == sorted(map(str, report.notices))


def test_a_missing_file_is_an_input_error(tmp_path: Path):
    with pytest.raises(InputError):
        list(iter_bibtex(tmp_path / "none.bib"))


def test_memory_does_not_grow_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stream, "CHUNK_SIZE", 1 << 14)
    abstract = "Un résumé assez long pour ressembler aux vrais. " * 40
    peaks: list[int] = []
    for count in (100, 400):
        path = tmp_path / f"{count}.bib"
        entries = [f"@book{{k{i}, title = {{Titre {i}}}, abstract = {{{abstract}}}}}\n" for i in range(count)]
        path.write_text("".join(entries), encoding="utf-8")
        tracemalloc.start()
        assert sum(1 for _ in iter_bibtex(path)) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]


@pytest.mark.parametrize("chunk_size", [40, 1 << 20])
def test_other_keys_and_single_fields_are_found_across_stretches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk_size: int
):
    monkeypatch.setattr(stream, "CHUNK_SIZE", chunk_size)
    path = tmp_path / "x.bib"
    path.write_text(
        "@book{a, title = {A}, crossref = {old}}\n"
        "@book{b, title = {B}, author = {xdata=x-author-2 and D, E}}\n"
        "@misc{c, title = {Something to part the others}}\n"
        "@mvbook{z, ids = {older, old}, title = {Whole}}\n"
        "@xdata{x, author = {A, B and B, C}}\n",
        encoding="utf-8",
    )
    notices: list[Notice] = []
    assert list(iter_bibtex(path, on_notice=notices.append)) == read_bibtex(path)[0]
    assert notices == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"])
def test_a_stream_is_read_in_its_encoding(tmp_path: Path, encoding: str):
    path = tmp_path / "x.bib"
    head = "% Encoding: MacRoman\n" if encoding == "mac_roman" else ""
    path.write_bytes((head + "@book{a, title = {Œuvre d’été}}").encode(encoding))
    assert [item.text("title") for item in iter_bibtex(path)] == ["Œuvre d’été"]
