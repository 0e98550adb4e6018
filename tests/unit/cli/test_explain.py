from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_explain_prints_the_trees_of_a_citation_and_of_an_entry(run: Run):
    result = run("explain", "titles.csl", "lemonde2020", "--bib", "refs.bib")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "titles.csl (fr-FR)",
        "",
        "citation: La popote des potes",
        '└─ text variable="title"  (line 4) -> "La popote des potes"',
        "",
        "bibliography: La popote des potes, Monde (le).",
        '└─ group delimiter=", "  (line 7) -> "La popote des potes, Monde (le)"',
        '   ├─ names variable="author" [name name-as-sort-order="all"]  (line 8) [no value]',
        '   ├─ text variable="title" font-style="italic"  (line 9) -> "La popote des potes"',
        '   └─ text variable="container-title"  (line 10) -> "Monde (le)"',
    ]


def test_one_area_and_only_what_was_written_can_be_asked_for(run: Run):
    result = run("explain", "titles.csl", "lemonde2020", "--bib", "refs.bib", "--area", "bibliography", "--written")
    assert "citation:" not in result.stdout
    assert "names" not in result.stdout
    assert '-> "Monde (le)"' in result.stdout


def test_explain_writes_to_a_file(run: Run):
    assert run("explain", "titles.csl", "juan2020", "--bib", "refs.bib", "--output", "tree.txt").exit_code == 0
    assert "citation: Du social business" in Path("tree.txt").read_text(encoding="utf-8")


def test_a_key_that_is_not_in_the_file_is_wrong_usage(run: Run):
    result = run("explain", "titles.csl", "juan2021", "--bib", "refs.bib")
    assert result.exit_code == 2
    assert "juan2020" in result.stderr


def test_an_unknown_style_has_its_own_exit_code(run: Run):
    assert run("explain", "no-such-style", "juan2020", "--bib", "refs.bib").exit_code == 4
