"""`citekit zotero push`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from citekit.cli.main import main

BIB = "@book{juan2020, author = {Juan, Maïté}, title = {Essais}, groups = {OUVRAGES}}\n"


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, encoding="utf-8")
    return str(path)


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["zotero", "push", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_without_yes_the_plan_is_shown_and_nothing_is_sent(zotero: Any, file: str) -> None:
    assert run(file, "--collection", "Cours") == (
        0,
        "collection  Cours\ncollection  Cours/OUVRAGES\ncreate      juan2020  book\n"
        "1 to create, 0 to update, 0 unchanged, 2 collections to create\n",
        "nothing is sent; --yes sends\n",
    )
    assert zotero.writes == []


def test_with_yes_it_is_sent_and_the_second_time_there_is_nothing_to_do(zotero: Any, file: str) -> None:
    assert run(file, "--library", "user:123", "--collection", "Cours", "--yes")[0] == 0
    assert [work["title"] for work in zotero.works()] == ["Essais"]
    assert run(file, "--collection", "Cours", "--yes") == (
        0, "0 to create, 0 to update, 1 unchanged, 0 collections to create\n", "",
    )  # fmt: skip


def test_what_would_change_is_named(zotero: Any, file: str) -> None:
    run(file, "--yes")
    Path(file).write_text(BIB.replace("Essais", "Essais, II"), encoding="utf-8")
    assert run(file)[1].splitlines()[0] == "update      juan2020  title"


def test_without_a_key_or_a_library_it_ends_with_2(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZOTERO_API_KEY", raising=False)
    code, _, err = run(file, "--library", "user:123")
    assert (code, "error: ZOTERO_API_KEY is not set" in err) == (2, True)


def test_a_file_that_there_is_not_is_told_before_a_key_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZOTERO_API_KEY", raising=False)
    code, _, said = run("nowhere.bib")
    assert code == 3
    assert "there is no such file" in said
