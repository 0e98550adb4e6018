"""`citekit convert`, `styles`, and the program around them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from citekit.cli.exits import ExitCode, exit_code
from citekit.errors import CitekitError, InputError, StyleError, UsageError

Run = Callable[..., Result]


def test_convert_writes_csl_json_as_it_was_typed(run: Run) -> None:
    result = run("convert", "refs.bib", "--to", "csl-json")
    assert result.exit_code == 0
    items = json.loads(result.stdout)
    assert [item["id"] for item in items] == ["juan2020", "lemonde2020"]
    assert items[1]["container-title"] == "Monde (le)"


def test_convert_guesses_zotero_rdf_from_the_extension(run: Run) -> None:
    result = run("convert", "refs.bib", "--normalize", "--output", "refs.rdf")
    assert result.exit_code == 0
    assert "Le Monde" in Path("refs.rdf").read_text(encoding="utf-8")


def test_convert_asks_for_a_format_where_nothing_tells(run: Run) -> None:
    result = run("convert", "refs.bib")
    assert result.exit_code == 2
    assert "give --to (csl-json, csl-yaml, zotero-rdf, " in result.stderr


def test_styles_are_found_by_words_in_any_order(run: Run) -> None:
    result = run("styles", "search", "FR", "iso690")
    assert result.exit_code == 0
    assert "iso690-author-date-fr " in result.stdout


def test_a_search_that_finds_nothing_says_so(run: Run) -> None:
    result = run("styles", "search", "zzzzqqqq")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no style matches 'zzzzqqqq'" in result.stderr


def test_a_style_shows_what_it_says_of_itself(run: Run) -> None:
    result = run("styles", "show", "titles.csl")
    assert result.exit_code == 0
    assert "title:           Titres\n" in result.stdout
    assert "default locale:  fr-FR\n" in result.stdout


def test_an_unknown_style_to_show_is_a_style_error(run: Run) -> None:
    assert run("styles", "show", "appa").exit_code == 4


@pytest.mark.parametrize("arguments", [("fromat",), ("format",), ("format", "refs.bib", "--to", "pdf")])
def test_wrong_usage_exits_with_two(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_help_names_every_command(run: Run) -> None:
    result = run("--help")
    assert result.exit_code == 0
    for command in ("convert", "format", "handout", "normalize", "styles"):
        assert f"\n  {command} " in result.stdout


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError("x"), ExitCode.INPUT),
        (StyleError("x"), ExitCode.STYLE),
        (UsageError("x"), ExitCode.USAGE),
        (CitekitError("x"), ExitCode.USAGE),
    ],
)
def test_each_error_has_its_exit_code(error: CitekitError, code: ExitCode) -> None:
    assert exit_code(error) is code


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "citekit", "process"],
        input='{"style": "apa", "items": [{"id": "a", "type": "book", "title": "Essais"}], "output": "text"}',
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["bibliography"]["entries"] == [{"id": "a", "text": "Essais. (n.d.)."}]
