"""`citekit convert`: formats in and out, and what is told of losses."""

from pathlib import Path

from click.testing import CliRunner

from citekit.cli.main import main

BIB = "@book{juan2020, author = {Juan, Maïté}, title = {Essais}, groups = {OUVRAGES}}\n"


def convert(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["convert", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_a_zotero_file_is_read_by_its_extension(tmp_path: Path) -> None:
    source, rdf = tmp_path / "refs.bib", tmp_path / "refs.rdf"
    source.write_text(BIB, encoding="utf-8")
    assert convert(str(source), "--output", str(rdf))[0] == 0
    code, out, _ = convert(str(rdf), "--to", "ris")
    assert code == 0
    assert out.splitlines()[:3] == ["TY  - BOOK", "AU  - Juan, Maïté", "TI  - Essais"]


def test_losses_are_told_and_strict_writes_nothing(tmp_path: Path) -> None:
    source, ris = tmp_path / "refs.bib", tmp_path / "refs.ris"
    source.write_text(BIB, encoding="utf-8")
    code, _, err = convert(str(source), "--output", str(ris), "--strict")
    assert (code, ris.exists()) == (1, False)
    assert "juan2020: RIS cannot hold collections (OUVRAGES) [lost]" in err
    assert convert(str(source), "--output", str(ris))[0] == 0
    assert ris.exists()


def test_a_broken_rdf_file_is_an_input_error_with_its_place(tmp_path: Path) -> None:
    broken = tmp_path / "x.rdf"
    broken.write_text("<rdf", encoding="utf-8")
    code, _, err = convert(str(broken), "--to", "ris")
    assert code == 3
    assert "x.rdf:1:" in err
