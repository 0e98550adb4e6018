"""The page on the command line names every command and option that there is, and no other."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import Result

from citekit.cli.main import main
from citekit.readers import EXTENSIONS, SOURCES

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\$ citekit (.*?)\s*(?:#.*)?$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
INSET = ROOT / "bib" / "inset_webinar_2021.bib"
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


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_commands_of_the_read_me_do_what_they_say(
    run: Callable[..., Result], example: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ZOTERO_API_KEY", raising=False)
    Path("refs.bib").write_bytes(INSET.read_bytes())
    Path("bib").mkdir()
    for file in INSET.parent.iterdir():
        (Path("bib") / file.name).write_bytes(file.read_bytes())
    words, _, standard_input = example.partition(" < ")
    job = '{"style": "apa", "items": [{"id": "a", "type": "book", "title": "Essais"}]}' if standard_input else None
    result = run(*shlex.split(words), stdin=job)
    if words.startswith("zotero push"):  # even a dry run reads the library that it is compared with
        assert (result.exit_code, "ZOTERO_API_KEY" in result.stderr) == (2, True)
    else:
        assert result.exit_code == 0
        assert result.stdout.strip() or Path("refs.rdf").read_bytes()
