import io
from pathlib import Path

import pytest

from citekit.bibtex import parse_bibtex, read_bibtex
from citekit.errors import InputError
from citekit.items.date import Date


def test_a_file_is_read_and_named_in_places(tmp_path: Path):
    path = tmp_path / "x.bib"
    path.write_text("@book{a, title = {Été}}\n@book{a}", encoding="utf-8")
    items, report = read_bibtex(path)
    assert [item.id for item in items] == ["a", "a-2"]
    assert str(report.notices[0].location) == f"{path}:2:1"


def test_a_stream_is_read(tmp_path: Path):
    items, _ = read_bibtex(io.StringIO("@book{a}"), file="-")
    assert str(items[0].location) == "-:1:1"


@pytest.mark.parametrize(
    ("head", "encoding", "name"),
    [
        ("% Encoding: x-MacRoman", "mac_roman", "mac-roman"),
        ("%% Saved with string encoding Western (Mac OS Roman) ", "mac_roman", "mac-roman"),
        ("% Encoding: ISO8859_15", "iso8859-15", "iso8859-15"),
        ("% Encoding: UTF-8", "cp1252", "Windows-1252"),
        ("% Encoding: none that there is", "cp1252", "Windows-1252"),
    ],
)
def test_a_file_may_name_its_encoding(tmp_path: Path, head: str, encoding: str, name: str):
    path = tmp_path / "x.bib"
    path.write_bytes((head + "\n@book{a, title={Été œuvré}}").encode(encoding))
    items, report = read_bibtex(path)
    assert items[0].text("title") == "Été œuvré"
    assert [n.message for n in report.notices] == [f"the file is not UTF-8; it was read as {name}"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(tmp_path: Path, encoding: str):
    path = tmp_path / "x.bib"
    path.write_bytes("@book{a, title={Été}}".encode(encoding))
    items, report = read_bibtex(path)
    assert (items[0].text("title"), report.notices) == ("Été", [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_found_out(tmp_path: Path, encoding: str):
    path = tmp_path / "x.bib"
    path.write_bytes("@book{a, title = {Œuvre d’été}}".encode(encoding))
    items, report = read_bibtex(path)
    assert items[0].text("title") == "Œuvre d’été"
    assert [n.rule for n in report.notices] == (["not-utf8"] if encoding == "cp1252" else [])


def test_the_notice_about_bytes_points_at_the_first_that_is_not_utf8(tmp_path: Path):
    path = tmp_path / "x.bib"
    path.write_bytes(b"@book{a,\n  title = {\xe9t\xe9}}")
    assert str(read_bibtex(path)[1].notices[0].location) == f"{path}:2:12"


def test_a_missing_file_and_a_directory_are_input_errors(tmp_path: Path):
    with pytest.raises(InputError, match="no such file"):
        read_bibtex(tmp_path / "none.bib")
    with pytest.raises(InputError, match="directory"):
        read_bibtex(str(tmp_path))


@pytest.mark.parametrize(("text", "rule"), [("", "empty-file"), ("\ufeff \r\n", "empty-file"), ("hello", "no-entries")])
def test_a_file_without_entries_says_so(text: str, rule: str):
    items, report = parse_bibtex(text, "x.bib")
    assert items == []
    assert [notice.rule for notice in report.notices] == [rule]


def test_parts_inherit_from_their_book():
    items, report = parse_bibtex(
        "@inbook{a, title={A}, crossref={B}}\n@book{b, title={Bt}, subtitle={S}, author={X Y}, year=2000, doi={10.1/b}}"
    )
    part = items[0]
    assert [part.text("title"), part.text("container-title"), part.text("DOI")] == ["A", "Bt: S", "10.1/b"]
    assert str(part.names("author")[0]) == str(part.names("container-author")[0]) == "X Y"
    assert len(report) == 0


def test_xdata_gives_and_is_no_item():
    items, _ = parse_bibtex("@xdata{x, publisher={P}, title={No}}\n@book{a, title={T}, xdata={x}}")
    assert [(item.id, item.text("publisher"), item.text("title")) for item in items] == [("a", "P", "T")]


def test_circles_and_loose_ends_of_references_are_told():
    items, report = parse_bibtex("@book{a, crossref={b}}\n@book{b, crossref={a}}\n@book{c, crossref={none}}")
    assert [item.id for item in items] == ["a", "b", "c"]
    assert sorted(notice.rule for notice in report.notices) == ["circular-crossref", "missing-crossref"]


def test_a_part_takes_over_what_its_book_says_but_no_bookkeeping():
    items, _ = parse_bibtex(
        "@incollection{a, title={A}, crossref={b}}\n"
        "@collection{b, title={B}, shorttitle={Sb}, langid={french}, url={https://b.fr}, file={b.pdf}, abstract={Tout},"
        " annote={Lu}}"
    )
    part = items[0]
    names = ("language", "URL", "title-short", "abstract", "annote")
    assert [part.text(name) for name in names] == ["fr", "https://b.fr", "", "Tout", "Lu"]
    assert "file" not in part.custom


@pytest.mark.parametrize(
    ("own", "inherited", "variable", "value"),
    [
        ("address={Lyon}", "location={Paris}", "publisher-place", "Lyon"),
        ("location={Lyon}", "address={Paris}", "publisher-place", "Lyon"),
        ("annotation={Mine}", "annote={Its}", "annote", "Mine"),
        ("hyphenation={french}", "langid={english}", "language", "fr"),
        ("year={2001}", "date={1999-04}", "issued", "2001"),
        ("year={2001}", "year={1999}, month=5", "issued", "2001-05"),
        ("date={2001}", "year={1999}, month=5", "issued", "2001"),
    ],
)
def test_own_fields_win_under_any_of_their_names(own: str, inherited: str, variable: str, value: str):
    items, _ = parse_bibtex(f"@incollection{{a, title={{A}}, {own}, crossref={{b}}}}\n@collection{{b, {inherited}}}")
    found = items[0].variables.get(variable, items[0].language)
    assert (found.iso() if isinstance(found, Date) else found) == value
    assert items[0].custom.keys() == {"crossref"}


def test_a_title_that_becomes_no_other_is_inherited_as_it_is():
    items, _ = parse_bibtex("@misc{a, crossref={b}}\n@book{b, title={Indiana}}")
    assert items[0].text("title") == "Indiana"


@pytest.mark.parametrize(
    "field",
    ["day = 5, month = {%s}", "month = 5, day = {%s}", "series = {%s}", r"title = {\char%s}", "volume = {%s}"],
)
def test_a_number_of_any_length_is_read(field: str):
    digits = "7" * 5000
    items, _ = parse_bibtex(f"@book{{a, year = 2020, {field % digits}}}")
    assert digits[:100] in str([*items[0].variables.values(), *items[0].custom.values()])


def test_a_raised_digit_is_no_month():
    items, report = parse_bibtex("@book{a, year = 2020, month = {\u00b2}}")
    assert items[0].date("issued").iso() == "2020"
    assert [notice.rule for notice in report.notices] == ["unread-date"]


def test_a_cross_reference_finds_an_entry_by_another_of_its_keys():
    items, report = parse_bibtex("@book{a, title={A}, crossref={old}}\n@mvbook{b, ids={older, old}, title={B}}")
    assert (items[0].text("title"), items[0].text("volume-title"), len(report)) == ("B", "A", 0)


def test_a_field_of_xdata_may_be_a_reference_itself_but_not_to_itself():
    items, report = parse_bibtex(
        "@xdata{x, editor={A, B and xdata=y-editor-1}}\n@xdata{y, editor={C, D}}\n@xdata{z, title={xdata=z-title}}\n"
        "@book{a, editor={xdata=x-editor-2}}\n@book{b, title={xdata=z-title}}"
    )
    assert [str(name) for name in items[0].names("editor")] == ["D C"]
    assert {notice.rule for notice in report.notices} == {"circular-crossref"}


def test_single_fields_and_members_of_lists_come_from_xdata():
    items, report = parse_bibtex(
        "@xdata{x, publisher={P}, author={A, B and C, D}}\n"
        "@book{a, publisher={xdata=x-publisher}, author={xdata=x-author-2 and E, F}, title={xdata = none}}\n"
        "@book{b, publisher={xdata=y-publisher}}"
    )
    assert (items[0].text("publisher"), [str(name) for name in items[0].names("author")]) == ("P", ["D C", "F E"])
    assert items[0].text("title") == "xdata = none"
    assert (items[1].text("publisher"), [n.rule for n in report.notices]) == ("xdata=y-publisher", ["missing-crossref"])
