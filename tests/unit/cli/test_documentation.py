"""The page on the command line names every command and option that there is, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from citekit.cli.main import main
from citekit.readers import EXTENSIONS, SOURCES

PAGE = (Path(__file__).parents[3] / "docs" / "cli.md").read_text(encoding="utf-8")
COMMON, *SECTIONS = PAGE.split("\n## `citekit ")


def commands(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with the words that call it."""
    if isinstance(command, click.Group):
        for word, inner in command.commands.items():
            yield from commands(inner, f"{name} {word}".strip())
    else:
        yield name, command


COMMANDS = dict(commands(main))


def options(command: click.Command) -> set[str]:
    """The options of a command by their long names; either of two opposites will do."""
    return {option.opts[-1] for option in command.params if isinstance(option, click.Option)}


def section(name: str) -> str:
    """The section whose heading names a command."""
    [found] = [
        text for text in SECTIONS if name in re.findall(r"(?:citekit )?([a-z]+(?: [a-z]+)?)`", text.split("\n")[0])
    ]
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_section_that_names_its_options(name: str) -> None:
    text = section(name) + COMMON.replace("--no-sentence-case", "--sentence-case")
    assert [option for option in sorted(options(COMMANDS[name])) if not re.search(rf"{option}(?![\w-])", text)] == []


def test_the_page_names_no_option_that_there_is_not() -> None:
    known = {spelling for command in COMMANDS.values() for one in command.params for spelling in one.opts}
    known |= {spelling for command in COMMANDS.values() for one in command.params for spelling in one.secondary_opts}
    assert set(re.findall(r"--[a-z][a-z-]*", PAGE)) - known == {"--help"}


def test_the_page_has_a_section_for_no_other_command() -> None:
    named = {
        name for text in SECTIONS for name in re.findall(r"(?:citekit )?([a-z]+(?: [a-z]+)?)`", text.split("\n")[0])
    }
    assert named == set(COMMANDS)


def test_the_page_names_every_format_and_extension_that_is_read() -> None:
    assert [name for name in (*SOURCES, *EXTENSIONS) if f"`{name}`" not in COMMON] == []
