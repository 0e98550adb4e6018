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


def test_markdown_metadata_is_converted_and_yaml_is_written(tmp_path: Path) -> None:
    source, out = tmp_path / "cours.md", tmp_path / "refs.yaml"
    references = "references:\n- id: m\n  type: book\n  title: '*Essais*'\n"
    source.write_text(f"---\n{references}---\n\n# Cours\n", encoding="utf-8")
    assert convert(str(source), "--output", str(out)) == (0, "", "")
    assert out.read_text(encoding="utf-8") == references


def test_macros_of_other_files_and_titles_as_they_are(tmp_path: Path) -> None:
    source, macros = tmp_path / "refs.bib", tmp_path / "macros.bib"
    macros.write_text("@string{pub = {Presses du Rivage}}\n", encoding="utf-8")
    source.write_text("@book{m, title = {The Great Shore}, publisher = pub, langid = {english}}\n", encoding="utf-8")
    code, out, err = convert(str(source), "--to", "csl-json", "--strings", str(macros), "--no-sentence-case")
    assert (code, err) == (0, "")
    assert '"title": "The Great Shore"' in out
    assert '"publisher": "Presses du Rivage"' in out


def test_ascii_spells_accents_as_commands_and_only_for_latex(tmp_path: Path) -> None:
    source = tmp_path / "refs.bib"
    source.write_text(BIB, encoding="utf-8")
    code, out, _ = convert(str(source), "--to", "biblatex", "--ascii")
    assert (code, out.isascii()) == (0, True)
    code, _, err = convert(str(source), "--to", "ris", "--ascii")
    assert (code, "ris knows no LaTeX commands; ASCII is for bibtex and biblatex" in err) == (2, True)
