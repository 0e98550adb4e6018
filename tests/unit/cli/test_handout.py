"""`citekit handout`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_three_files_are_written_and_named(run: Run) -> None:
    result = run("handout", "refs.bib", "--style", "titles.csl")
    assert result.exit_code == 0
    assert result.stdout == "build/refs.html\nbuild/refs.rtf\nbuild/refs.txt\n"
    assert Path("build/refs.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert Path("build/refs.rtf").read_bytes().startswith(b"{\\rtf1")
    assert "Un bilan." in Path("build/refs.txt").read_text(encoding="utf-8")


def test_only_the_formats_asked_for_are_written(run: Run) -> None:
    result = run("handout", "refs.bib", "--style", "titles.csl", "--to", "text", "--output-dir", "out/deep")
    assert result.stdout == "out/deep/refs.txt\n"
    assert [path.name for path in Path("out/deep").iterdir()] == ["refs.txt"]


def test_metadata_are_normalized_unless_told_otherwise(run: Run) -> None:
    run("handout", "refs.bib", "--style", "titles.csl", "--to", "text")
    assert "Le Monde" in Path("build/refs.txt").read_text(encoding="utf-8")
    run("handout", "refs.bib", "--style", "titles.csl", "--to", "text", "--no-normalize")
    assert "Monde (le)" in Path("build/refs.txt").read_text(encoding="utf-8")


def test_settings_beside_the_file_give_title_style_and_order(run: Run) -> None:
    Path("refs.toml").write_text(
        'title = "L\'innovation : une réponse"\nstyle = "titles.csl"\n[[sections]]\npath = "ARTICLES"\n',
        encoding="utf-8",
    )
    result = run("handout", "refs.bib", "--to", "text")
    assert result.exit_code == 0
    text = Path("build/refs.txt").read_text(encoding="utf-8")
    assert text.startswith("L\u2019innovation\u00a0: une réponse\n")
    assert text.index("ARTICLES") < text.index("OUVRAGES")


def test_broken_settings_are_an_input_error_with_their_place(run: Run) -> None:
    Path("refs.toml").write_text('title = "x"\nlang = fr\n', encoding="utf-8")
    result = run("handout", "refs.bib", "--style", "titles.csl")
    assert result.exit_code == 3
    assert result.stderr.startswith("refs.toml:2:8: error: the settings are not TOML: Invalid value;")
    assert not Path("build").exists()


def test_an_unknown_setting_is_noticed(run: Run) -> None:
    Path("refs.toml").write_text('titel = "x"\n', encoding="utf-8")
    result = run("handout", "refs.bib", "--style", "titles.csl", "--to", "text")
    assert result.exit_code == 0
    assert "refs.toml:1: warning: 'titel' is not a setting of a handout; known are kind, title," in result.stderr


def test_an_unknown_format_is_a_usage_error(run: Run) -> None:
    result = run("handout", "refs.bib", "--to", "html,pdf")
    assert result.exit_code == 2
    assert "error: a handout cannot be written as 'pdf'; choose from html,rtf,text" in result.stderr


def test_a_file_in_the_place_of_the_directory_is_a_usage_error(run: Run) -> None:
    Path("taken").touch()
    result = run("handout", "refs.bib", "--style", "titles.csl", "--output-dir", "taken")
    assert result.exit_code == 2
    assert result.stderr.startswith("taken: error: the directory cannot be made")


def test_standard_input_becomes_a_handout_too(run: Run) -> None:
    bibtex = "@book{a, title = {Essais}}"
    result = run("handout", "-", "--style", "titles.csl", "--to", "txt", stdin=bibtex)
    assert result.stdout == "build/handout.txt\n"
    assert "Essais." in Path("build/handout.txt").read_text(encoding="utf-8")


SPACED = '@book{a, title={Quoi\u00a0?}, abstract={Oui\u00a0; non\u202f: "peut-être".}, langid={french}}'


def test_a_french_handout_has_the_spaces_of_the_lexique_unless_told_otherwise(run: Run) -> None:
    Path("spaced.bib").write_text(SPACED, encoding="utf-8")
    Path("spaced.toml").write_text('title = "Quoi\u00a0?"\nstyle = "titles.csl"\n', encoding="utf-8")
    texts = []
    for options in ((), ("--spaces", "nbsp"), ("--spaces", "ascii"), ("--spaces", "stored")):
        run("handout", "spaced.bib", "--to", "text", "--no-normalize", *options)
        texts.append(Path("build/spaced.txt").read_text(encoding="utf-8"))
    rule = "=" * 80
    assert texts == [
        f"Quoi\u202f?\n{rule}\n\nQuoi\u202f?\n\n    Oui\u202f; non\u00a0: «\u00a0peut-être\u00a0».\n",
        f"Quoi\u00a0?\n{rule}\n\nQuoi\u00a0?\n\n    Oui\u00a0; non\u00a0: «\u00a0peut-être\u00a0».\n",
        f"Quoi ?\n{rule}\n\nQuoi ?\n\n    Oui ; non : « peut-être ».\n",
        f"Quoi\u00a0?\n{rule}\n\nQuoi\u00a0?\n\n    Oui\u00a0; non\u202f: «\u00a0peut-être\u00a0».\n",
    ]


def test_the_settings_choose_the_spaces_too(run: Run) -> None:
    Path("spaced.bib").write_text(SPACED, encoding="utf-8")
    Path("spaced.toml").write_text('spaces = "nnbsp"\nstyle = "titles.csl"\n', encoding="utf-8")
    run("handout", "spaced.bib", "--to", "text")
    assert "«\u202fpeut-être\u202f»" in Path("build/spaced.txt").read_text(encoding="utf-8")
    Path("spaced.toml").write_text('\nspaces = "wide"\n', encoding="utf-8")
    result = run("handout", "spaced.bib")
    assert result.exit_code == 3
    assert "spaced.toml:2" in result.stderr
    assert "use one of lexique" in result.stderr
