from __future__ import annotations

from pathlib import Path

import pytest

from suite import SuiteError, fixture_names, parse_fixture, parse_sections, read_fixture, suite_folder, uses_own_suite

MINIMAL = """\
>>===== MODE =====>>
citation
<<===== MODE =====<<

What this is about.

>>===== RESULT =====>>
..[0] Ritsos
>>[1] Ibid.
<<===== RESULT =====<<
>>==== CSL ====>>
<style/>
<<==== CSL ====<<
>>== INPUT ==>>
[{"id": "a"}]
<<== INPUT ==<<
"""


def test_a_fixture_has_its_required_sections():
    fixture = parse_fixture(MINIMAL, "position_Ibid")
    assert (fixture.mode, fixture.result, fixture.csl) == ("citation", "..[0] Ritsos\n>>[1] Ibid.", "<style/>")
    assert fixture.input == [{"id": "a"}]


def test_a_section_that_is_not_there_is_none():
    fixture = parse_fixture(MINIMAL, "position_Ibid")
    assert (fixture.citation_items, fixture.citations, fixture.bibentries, fixture.input2) == (None, None, None, None)


def test_an_empty_list_is_not_an_absent_section():
    fixture = parse_fixture(MINIMAL + ">>== CITATIONS ==>>\n[]\n<<== CITATIONS ==<<\n", "x")
    assert fixture.citations == []


@pytest.mark.parametrize(
    ("section", "attribute"),
    [
        ("CITATION-ITEMS", "citation_items"),
        ("CITATIONS", "citations"),
        ("BIBENTRIES", "bibentries"),
        ("BIBSECTION", "bibsection"),
        ("ABBREVIATIONS", "abbreviations"),
        ("OPTIONS", "options"),
        ("INPUT2", "input2"),
        ("LANGPARAMS", "langparams"),
        ("MULTIAFFIX", "multiaffix"),
    ],
)
def test_optional_sections_are_decoded_from_json(section: str, attribute: str):
    fixture = parse_fixture(f'{MINIMAL}>>== {section} ==>>\n{{"a":\n1}}\n<<== {section} ==<<\n', "x")
    assert getattr(fixture, attribute) == {"a": 1}


def test_content_is_not_stripped():
    assert parse_sections(">>== CSL ==>>\n\n  a \n\n<<== CSL ==<<", "x") == {"CSL": "\n  a \n"}


def test_an_empty_section_is_the_empty_string():
    assert parse_sections(">>== RESULT ==>>\n<<== RESULT ==<<", "x") == {"RESULT": ""}


def test_windows_line_ends_are_read_as_line_feeds():
    assert parse_sections(">>== CSL ==>>\r\na\r\nb\r\n<<== CSL ==<<\r\n", "x") == {"CSL": "a\nb"}


def test_other_separators_are_no_line_ends():
    assert parse_sections(">>== CSL ==>>\na\u2028b\x0bc\n<<== CSL ==<<", "x") == {"CSL": "a\u2028b\x0bc"}


def test_text_may_stand_before_a_marker():
    assert parse_sections("see >>=== CSL =>>\na\nend <<=== CSL =<<", "x") == {"CSL": "a"}


def test_the_number_of_equals_signs_is_free():
    assert parse_sections(">>========= CSL =>>\na\n<<==CSL========<<", "x") == {"CSL": "a"}


def test_of_a_section_given_twice_the_last_wins():
    text = ">>== CSL ==>>\na\n<<== CSL ==<<\n>>== CSL ==>>\nb\n<<== CSL ==<<"
    assert parse_sections(text, "x") == {"CSL": "b"}


def test_unknown_sections_are_ignored():
    assert parse_fixture(MINIMAL + ">>== VERSION ==>>\n1.0\n<<== VERSION ==<<", "x") == parse_fixture(MINIMAL, "x")


def test_results_that_look_like_edit_marks_are_content():
    assert parse_sections(">>== RESULT ==>>\n>>[0] a\n<<== RESULT ==<<", "x")["RESULT"] == ">>[0] a"


def test_a_byte_order_mark_is_no_content(tmp_path: Path):
    path = tmp_path / "name_Simple.txt"
    path.write_bytes(b"\xef\xbb\xbf" + MINIMAL.encode())
    fixture = read_fixture(path)
    assert (fixture.name, fixture.family, fixture.mode) == ("name_Simple", "name", "citation")


def test_a_mode_has_a_kind_and_submodes():
    fixture = parse_fixture(MINIMAL.replace("\ncitation\n", "\nbibliography-nosort-rtf\n"), "x")
    assert (fixture.kind, fixture.submodes) == ("bibliography", ("nosort", "rtf"))


def test_a_mode_without_submodes_has_none():
    assert parse_fixture(MINIMAL, "x").submodes == ()


def test_a_section_left_open_is_reported_with_its_line():
    with pytest.raises(SuiteError, match=r"^x:2: section CSL is not closed$"):
        parse_sections("\n>>== CSL ==>>\na\n", "x")


def test_missing_sections_are_named():
    with pytest.raises(SuiteError, match=r"^x: no section RESULT, CSL$"):
        parse_fixture(">>== MODE ==>>\n<<== MODE ==<<\n>>== INPUT ==>>\n[]\n<<== INPUT ==<<", "x")


def test_broken_json_is_reported_with_its_section():
    with pytest.raises(SuiteError, match=r"^x: section INPUT is not JSON: "):
        parse_fixture(MINIMAL.replace('[{"id": "a"}]', "[{"), "x")


def test_bytes_that_are_not_utf8_are_no_fixture(tmp_path: Path):
    (tmp_path / "x.txt").write_bytes(b"\xe9")
    with pytest.raises(SuiteError, match=r"^x: not UTF-8"):
        read_fixture(tmp_path / "x.txt")


def test_fixtures_are_the_text_files_of_the_folder_itself(tmp_path: Path):
    for name in ("b_2.txt", "a_1.txt", "README.md", "deeper/c_3.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert fixture_names(tmp_path) == ["a_1", "b_2"]


def test_the_environment_chooses_the_suite(tmp_path: Path):
    environ = {"CITEKIT_CSL_SUITE": str(tmp_path)}
    assert (suite_folder(environ), uses_own_suite(environ)) == (tmp_path, True)


def test_a_chosen_folder_that_does_not_exist_is_an_error(tmp_path: Path):
    with pytest.raises(SuiteError, match=r"nowhere is not a folder$"):
        suite_folder({"CITEKIT_CSL_SUITE": str(tmp_path / "nowhere")})


def test_without_a_choice_the_folder_beside_the_checkout_is_taken_if_it_is_there(tmp_path: Path):
    assert suite_folder({}, default=tmp_path) == tmp_path
    assert suite_folder({}, default=tmp_path / "nowhere") is None
    assert not uses_own_suite({})
