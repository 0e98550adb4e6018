"""Commands defined in preambles: which are read, and how they are expanded."""

from pathlib import Path

import pytest

from citekit.bibtex import iter_bibtex, parse_bibtex
from citekit.bibtex.preamble import Command, defined_commands, expand_commands


def title_of(preamble: str, title: str) -> str:
    items, _ = parse_bibtex(f"@preamble{{{{{preamble}}}}} @misc{{a, title={{{title}}}, langid={{french}}}}")
    return items[0].text("title")


@pytest.mark.parametrize(
    ("preamble", "title", "expected"),
    [
        (r"\newcommand{\firstof}[2]{#1}", r"\firstof{Un}{Deux} Trois", "Un Trois"),
        (r"\providecommand*\switchargs[2]{#2#1}", r"\switchargs{b}{a}", "ab"),
        (r"\newcommand{\opt}[2][de]{#1-#2}", r"\opt{x} \opt[fr] {y}", "de-x fr-y"),
        (r"\ifx \undefined \reg \def \reg {\circled{R}}\fi \def \circled #1{(#1)}", r"Unix\reg{} et", "Unix(R) et"),
        (r"\def\species{\emph}", r"\species{Alces}", "<i>Alces</i>"),
        (r"\newcommand{\lab}{\textsc}", r"\lab x y", "<sc>x</sc> y"),
    ],
)
def test_commands_of_a_preamble_are_read_in_values(preamble: str, title: str, expected: str) -> None:
    assert title_of(preamble, title) == expected


def test_a_preamble_below_the_entries_counts_too() -> None:
    items, report = parse_bibtex(r'@misc{a, title={\x{y}}} @preamble{"\newcommand{\x}[1]{<#1>}"}')
    assert (items[0].text("title"), len(report)) == ("<y>", 0)


def test_names_are_split_after_their_commands_are_expanded() -> None:
    items, _ = parse_bibtex(r'@preamble{"\newcommand{\hide}[1]{}"} @misc{a, author={{\hide{Aa}}Boutet, Jean}}')
    assert str(items[0].names("author")[0]) == "Jean Boutet"


def test_commands_that_are_known_anyway_keep_their_sense() -> None:
    assert defined_commands([r"\newcommand{\url}[1]{\texttt{#1}} \providecommand{\noopsort}[1]{}"]) == {}


@pytest.mark.parametrize(
    "definition",
    [
        r"\def\x#1{\ifmmode#1\fi}",
        r"\def\x#1.{#1}",
        r"\newcommand{\x}[1]{#2}",
        r"\newcommand{\x}[1]{---}",
        r"\newcommand{\x}{\setbox0=\hbox{}}",
    ],
)
def test_definitions_that_compute_or_stand_in_are_left_alone_and_their_commands_told(definition: str) -> None:
    items, report = parse_bibtex(f"@preamble{{{{{definition}}}}} @misc{{a, title={{\\x{{y}}}}}}")
    assert (items[0].text("title"), [notice.rule for notice in report.notices]) == ("y", ["unknown-command"])


def test_commands_that_name_each_other_come_to_an_end() -> None:
    commands = {"a": Command(r"\b\b"), "b": Command(r"\a")}
    assert len(expand_commands(r"\a", commands)) < 1000


def test_commands_that_multiply_what_they_are_given_come_to_an_end() -> None:
    commands = {"a": Command("#1" * 500, 1)}
    assert expand_commands(r"\a{xy}", commands) == "xy" * 500
    nested = r"\a{" * 20 + "x" * 10_000 + "}" * 20
    assert expand_commands(nested, commands) == nested


def test_a_stream_knows_the_commands_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "a.bib"
    file.write_text('@misc{a, title={\\x{y}}}\n@preamble{"\\newcommand{\\x}[1]{(#1)}"}\n', encoding="utf-8")
    assert [item.text("title") for item in iter_bibtex(file)] == ["(y)"]
