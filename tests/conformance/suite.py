"""Fixtures of the official CSL test suite: one human-readable file each, parsed once into a `Fixture`.

A section opens on a line with `>>==… NAME …==>>` and closes on one with `<<==… NAME …==<<`; its content is the lines
between, joined by newlines, with nothing stripped. Text outside sections and unknown sections are ignored; when a
section is given twice the last one wins.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

__all__ = [
    "HOW_TO_GET_THE_SUITE",
    "SUITE_VARIABLE",
    "Fixture",
    "SuiteError",
    "fixture_names",
    "parse_fixture",
    "read_fixture",
    "suite_folder",
    "uses_own_suite",
]

ROOT: Final = Path(__file__).resolve().parents[2]
SUITE_VARIABLE: Final = "CITEKIT_CSL_SUITE"
DEFAULT_SUITE: Final = ROOT.parent / "shared" / "csl-suite"
HOW_TO_GET_THE_SUITE: Final = (
    "no CSL test suite at hand: clone the public repository citation-style-language/test-suite and set "
    f"{SUITE_VARIABLE} to its folder processor-tests/humans"
)

REQUIRED: Final = ("MODE", "RESULT", "CSL", "INPUT")
# Text may stand before a marker on its line; the number of equals signs is free.
OPENS: Final = re.compile(r">>={2,}\s*(?P<name>[A-Z0-9]+(?:-[A-Z0-9]+)*)\s*=+>>")
CLOSES: Final = re.compile(r"<<={2,}\s*(?P<name>[A-Z0-9]+(?:-[A-Z0-9]+)*)\s*=+<<")


class SuiteError(ValueError):
    """A file that is not a fixture: a section is missing, left open, or not JSON."""


@dataclass(frozen=True, slots=True)
class Fixture:
    """One test of the suite; sections that the file does not have are `None`.

    The JSON sections are given as decoded: the suite is loose on purpose, and being tolerant is the engine's work.
    """

    name: str
    mode: str
    result: str
    csl: str
    input: list[dict[str, Any]]
    citation_items: list[list[dict[str, Any]]] | None = None
    citations: list[list[Any]] | None = None
    bibentries: list[list[Any]] | None = None
    bibsection: dict[str, Any] | None = None
    abbreviations: dict[str, Any] | None = None
    options: dict[str, Any] | None = None
    input2: list[dict[str, Any]] | None = None
    langparams: dict[str, Any] | None = None
    multiaffix: list[Any] | None = None

    @property
    def family(self) -> str:
        """The part of the name before the underscore, such as `name` or `date`."""
        return family_of(self.name)

    @property
    def kind(self) -> str:
        """`citation` or `bibliography`: the mode without its sub-modes."""
        return self.mode.split("-", 1)[0]

    @property
    def submodes(self) -> tuple[str, ...]:
        """What follows the mode after hyphens, such as `nosort` or `header`."""
        return tuple(self.mode.split("-")[1:])


def family_of(name: str) -> str:
    """The family of a fixture's name."""
    return name.split("_", 1)[0]


def parse_sections(text: str, name: str) -> dict[str, str]:
    """The sections of a fixture's text by name; raises `SuiteError` on a section left open."""
    sections: dict[str, str] = {}
    section = ""
    opened = 0
    content: list[str] = []
    # Not splitlines(): the suite's strings hold separators such as U+2028 that are no line ends here.
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        if section:
            closing = CLOSES.search(line)
            if closing and closing["name"] == section:
                sections[section] = "\n".join(content)
                section = ""
            else:
                content.append(line)
        elif opening := OPENS.search(line):
            section, opened, content = opening["name"], number, []
    if section:
        raise SuiteError(f"{name}:{opened}: section {section} is not closed")
    return sections


def parse_fixture(text: str, name: str) -> Fixture:
    """Parse one fixture; raises `SuiteError` when it lacks a required section or holds JSON that is none."""
    sections = parse_sections(text.removeprefix("\ufeff"), name)
    missing = [section for section in REQUIRED if section not in sections]
    if missing:
        raise SuiteError(f"{name}: no section {', '.join(missing)}")
    return Fixture(
        name=name,
        mode=sections["MODE"].strip(),
        result=sections["RESULT"],
        csl=sections["CSL"],
        input=_json(sections, "INPUT", name),
        citation_items=_json(sections, "CITATION-ITEMS", name),
        citations=_json(sections, "CITATIONS", name),
        bibentries=_json(sections, "BIBENTRIES", name),
        bibsection=_json(sections, "BIBSECTION", name),
        abbreviations=_json(sections, "ABBREVIATIONS", name),
        options=_json(sections, "OPTIONS", name),
        input2=_json(sections, "INPUT2", name),
        langparams=_json(sections, "LANGPARAMS", name),
        multiaffix=_json(sections, "MULTIAFFIX", name),
    )


def _json(sections: Mapping[str, str], section: str, name: str) -> Any:
    text = sections.get(section)
    if text is None:
        return None
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise SuiteError(f"{name}: section {section} is not JSON: {error}") from error


def read_fixture(path: Path) -> Fixture:
    """Read one fixture from a file; its name is the file's without `.txt`."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SuiteError(f"{path.stem}: not UTF-8: {error}") from error
    return parse_fixture(text, path.stem)


def uses_own_suite(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the suite was chosen through the environment, so that no expectations apply."""
    return bool(environ.get(SUITE_VARIABLE))


def suite_folder(environ: Mapping[str, str] = os.environ, default: Path = DEFAULT_SUITE) -> Path | None:
    """The folder of fixtures, or `None` where there is none; raises `SuiteError` when the chosen one is no folder."""
    chosen = environ.get(SUITE_VARIABLE)
    if not chosen:
        return default if default.is_dir() else None
    folder = Path(chosen).expanduser()
    if not folder.is_dir():
        raise SuiteError(f"{SUITE_VARIABLE}={chosen} is not a folder")
    return folder


def fixture_paths(folder: Path) -> Iterator[Path]:
    """The fixtures of a folder in the order of their names; sub-folders are left out."""
    return (path for path in sorted(folder.glob("*.txt")) if path.is_file())


def fixture_names(folder: Path) -> Sequence[str]:
    """The names of a folder's fixtures, sorted."""
    return [path.stem for path in fixture_paths(folder)]
