"""What becomes of bad input on the command line: a message with its place and a remedy, an exit code, no traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

COMMANDS = [
    ("format", "{}", "--style", "titles.csl"),
    ("handout", "{}", "--style", "titles.csl"),
    ("normalize", "{}"),
    ("convert", "{}", "--to", "csl-json"),
]


def call(run: Run, command: tuple[str, ...], file: str) -> Result:
    result = run(*[part.format(file) for part in command])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.mark.parametrize("command", COMMANDS)
def test_a_missing_file_is_an_input_error_that_names_near_files(run: Run, command: tuple[str, ...]) -> None:
    result = call(run, command, "ref.bib")
    assert result.exit_code == 3
    assert result.stderr == "ref.bib: error: there is no such file; did you mean refs.bib?\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_directory_is_an_input_error(run: Run, command: tuple[str, ...]) -> None:
    result = call(run, command, ".")
    assert result.exit_code == 3
    assert result.stderr == ".: error: this is a directory; name a file in it\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_file_is_noticed(run: Run, command: tuple[str, ...]) -> None:
    Path("empty.bib").touch()
    result = call(run, command, "empty.bib")
    assert result.exit_code == 0
    assert result.stderr.startswith("empty.bib")
    assert "warning: " in result.stderr


def test_an_empty_json_file_is_an_input_error(run: Run) -> None:
    Path("empty.json").touch()
    result = run("convert", "empty.json", "--to", "csl-json")
    assert result.exit_code == 3
    assert result.stderr.startswith("empty.json: error: the file is empty;")


def test_broken_json_is_an_input_error_with_its_place(run: Run) -> None:
    Path("broken.json").write_text('[\n  {"id": "a",}\n]', encoding="utf-8")
    result = run("convert", "broken.json", "--to", "csl-json")
    assert result.exit_code == 3
    assert result.stderr.startswith("broken.json:2:")


def test_bytes_that_are_not_utf8_are_read_as_windows_1252_with_a_notice(run: Run) -> None:
    Path("old.bib").write_bytes("@book{a, title = {L’été — déjà}}".encode("cp1252"))
    result = run("format", "old.bib", "--style", "titles.csl")
    assert result.exit_code == 0
    assert result.stdout == "L\u2019été \u2014 déjà.\n"
    assert "old.bib:1:" in result.stderr and "Windows-1252" in result.stderr


def test_a_byte_order_mark_goes_unnoticed(run: Run) -> None:
    Path("marked.bib").write_bytes(b"\xef\xbb\xbf@book{a, title = {Essais}}")
    result = run("format", "marked.bib", "--style", "titles.csl")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Essais.\n", "")


def test_a_broken_entry_leaves_its_neighbours_whole_and_is_reported_with_its_line(run: Run) -> None:
    result = run("format", "broken.bib", "--style", "titles.csl")
    assert "Premier" in result.stdout
    assert "Dernier" in result.stdout
    assert "broken.bib:3:" in result.stderr
    assert result.exit_code == 1


def test_quiet_hides_warnings_but_not_what_was_lost(run: Run) -> None:
    assert "broken.bib:3:" in run("format", "broken.bib", "--style", "titles.csl", "--quiet").stderr
    Path("empty.bib").touch()
    assert run("format", "empty.bib", "--style", "titles.csl", "--quiet").stderr == ""


def test_a_duplicate_key_keeps_both_entries_and_is_reported(run: Run) -> None:
    Path("twice.bib").write_text("@book{a, title = {Un}}\n@book{a, title = {Deux}}\n", encoding="utf-8")
    result = run("format", "twice.bib", "--style", "titles.csl")
    assert result.stdout == "Un.\nDeux.\n"
    assert "twice.bib:2:" in result.stderr and "'a'" in result.stderr


def test_an_unknown_style_is_a_style_error_that_names_near_ones(run: Run) -> None:
    result = run("format", "refs.bib", "--style", "iso690-author-date-fri")
    assert result.exit_code == 4
    assert "iso690-author-date-fr" in result.stderr.replace("iso690-author-date-fri", "")
    assert "citekit styles search" in result.stderr


def test_a_style_that_is_not_xml_is_a_style_error_with_its_place(run: Run) -> None:
    Path("bad.csl").write_text("ceci n'est pas un style", encoding="utf-8")
    result = run("format", "refs.bib", "--style", "bad.csl")
    assert result.exit_code == 4
    assert result.stderr.startswith("bad.csl:1")


def test_a_style_that_is_not_csl_is_a_style_error(run: Run) -> None:
    Path("page.csl").write_text("<html><body/></html>", encoding="utf-8")
    result = run("format", "refs.bib", "--style", "page.csl")
    assert result.exit_code == 4
    assert result.stderr.startswith("page.csl:1") and "CSL" in result.stderr


def test_an_unknown_locale_falls_back_and_says_so(run: Run) -> None:
    result = run("format", "refs.bib", "--style", "titles.csl", "--locale", "xx-XX")
    assert result.exit_code == 0
    assert "La popote des potes" in result.stdout
    assert "warning: no locale 'xx-XX'; en-US is used in its place" in result.stderr


def test_an_unknown_rule_is_a_usage_error_that_names_near_ones(run: Run) -> None:
    result = run("normalize", "refs.bib", "--select", "name-ordre")
    assert result.exit_code == 2
    assert "name-order" in result.stderr


def test_what_a_file_holds_cannot_steer_the_terminal(run: Run) -> None:
    Path("esc.bib").write_text("@book{a, title = {x}}\n@book{\x1b[31mb, title = {Cassé\n", encoding="utf-8")
    result = run("format", "esc.bib", "--style", "titles.csl")
    assert "\x1b" not in result.stderr
