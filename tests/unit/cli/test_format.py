"""`citekit format`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_plain_text_is_the_default_on_standard_output(run: Run) -> None:
    result = run("format", "refs.bib", "--style", "titles.csl", "--normalize")
    assert result.exit_code == 0
    assert result.stdout == (
        "Juan, Maïté, Du social business à l\u2019économie solidaire.\nLa popote des potes, Le Monde.\n"
    )


def test_html_is_a_bibliography_of_entries(run: Run) -> None:
    result = run("format", "refs.bib", "--style", "titles.csl", "--to", "html", "--keys", "lemonde2020")
    assert result.stdout == (
        '<div class="csl-bib-body">\n  <div class="csl-entry"><i>La popote des potes</i>, Monde (le).</div>\n</div>\n'
    )


def test_the_extension_of_the_output_tells_its_format(run: Run) -> None:
    result = run("format", "refs.bib", "--style", "titles.csl", "--output", "refs.rtf")
    assert (result.exit_code, result.stdout) == (0, "")
    data = Path("refs.rtf").read_bytes()
    assert data.startswith(b"{\\rtf1") and data.isascii() and b"\r" not in data


def test_an_output_of_unknown_extension_needs_a_format(run: Run) -> None:
    result = run("format", "refs.bib", "--style", "titles.csl", "--output", "refs.docx")
    assert result.exit_code == 2
    assert "error: the format of 'refs.docx' is not known; give --to (html, rtf, text)" in result.stderr
    assert not Path("refs.docx").exists()


def test_files_are_written_in_utf8_with_line_feeds(run: Run) -> None:
    run("format", "refs.bib", "--style", "titles.csl", "--output", "refs.txt", "--keys", "juan2020")
    data = Path("refs.txt").read_bytes()
    assert "l\u2019économie solidaire.\n".encode() in data
    assert b"\r" not in data


def test_a_hyphen_reads_standard_input_and_guesses_bibtex(run: Run) -> None:
    result = run("format", "-", "--style", "titles.csl", stdin="@book{a, title = {Essais}}")
    assert result.stdout == "Essais.\n"


def test_a_hyphen_reads_standard_input_and_guesses_csl_json(run: Run) -> None:
    result = run("format", "-", "--style", "titles.csl", stdin='[{"id": "a", "type": "book", "title": "Essais"}]')
    assert result.stdout == "Essais.\n"


def test_an_unknown_key_names_near_ones(run: Run) -> None:
    result = run("format", "refs.bib", "--style", "titles.csl", "--keys", "juan2002")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "'juan2002'" in result.stderr and "juan2020" in result.stderr


def test_an_output_in_a_missing_directory_is_a_usage_error(run: Run) -> None:
    result = run("format", "refs.bib", "--style", "titles.csl", "--output", "nowhere/refs.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("nowhere/refs.txt: error: cannot write: No such file or directory;")


SPACED = "@book{a, title={Quoi~? L'essai : un}, langid={french}}"


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        (("--locale", "fr-FR"), "Quoi\u202f? L\u2019essai\u00a0: un.\n"),
        (("--locale", "fr-FR", "--spaces", "stored"), "Quoi\u00a0? L\u2019essai\u202f: un.\n"),
        (("--locale", "fr-FR", "--spaces", "ascii"), "Quoi ? L\u2019essai : un.\n"),
        (("--locale", "en-GB"), "Quoi\u00a0? L\u2019essai\u202f: un.\n"),
    ],
)
def test_a_french_bibliography_has_the_spaces_of_the_lexique_unless_told_otherwise(
    run: Run, options: tuple[str, ...], printed: str
) -> None:
    assert run("format", "-", "--style", "titles.csl", *options, stdin=SPACED).stdout == printed


def test_an_unknown_kind_of_spaces_names_the_known_ones(run: Run) -> None:
    result = run("format", "refs.bib", "--style", "titles.csl", "--spaces", "wide")
    assert result.exit_code == 2
    assert "use one of lexique, nbsp, nnbsp, ascii, stored" in result.stderr
