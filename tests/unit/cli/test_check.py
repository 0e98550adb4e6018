import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from citekit.cli.main import main

SOURCE = "@book{a, author = {Sand}, title = {R & D}, year = 1832}\r\n"


def test_findings_go_to_standard_output_and_warnings_are_no_failure(tmp_path: Path):
    path = tmp_path / "x.bib"
    path.write_bytes(SOURCE.encode())
    result = CliRunner().invoke(main, ["check", str(path)])
    assert (result.exit_code, result.output.split(": ")[1].split()[1]) == (0, "bare-ampersand")
    assert CliRunner().invoke(main, ["check", "--strict", str(path)]).exit_code == 1
    assert json.loads(CliRunner().invoke(main, ["check", "--format", "json", str(path)]).stdout)[0]["line"] == 1


def test_fix_mends_the_file_and_keeps_its_line_ends(tmp_path: Path):
    path = tmp_path / "x.bib"
    path.write_bytes(SOURCE.encode())
    result = CliRunner().invoke(main, ["check", "--fix", "--strict", str(path)])
    assert (result.exit_code, path.read_bytes()) == (0, SOURCE.replace("&", "\\&").encode())


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_fix_leaves_the_encoding_and_mixed_line_ends_alone(tmp_path: Path, encoding: str):
    path = tmp_path / "x.bib"
    source = "@book{a,\r\n author = {É}, title = {R & D},\n note = {a & b},\r\n year = 1832}\n"
    path.write_bytes(source.encode(encoding))
    assert CliRunner().invoke(main, ["check", "--fix", str(path)]).exit_code == 0
    assert path.read_bytes() == source.replace("&", "\\&").encode(encoding)


def test_addresses_of_files_in_sarif_are_uris(tmp_path: Path):
    path = tmp_path / "une thèse.bib"
    path.write_text("@book{a, title = {R & D}}", encoding="utf-8")
    log = json.loads(CliRunner().invoke(main, ["check", "--format", "sarif", str(path)]).stdout)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("/une%20th%C3%A8se.bib")


def test_what_cannot_be_read_ends_with_one(tmp_path: Path):
    path = tmp_path / "x.bib"
    path.write_text("@book{a, title = {open", encoding="utf-8")
    assert CliRunner().invoke(main, ["check", str(path)]).exit_code == 1
