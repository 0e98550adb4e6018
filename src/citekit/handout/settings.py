"""Settings of a handout: the title block, the language, the style, and the order of its sections.

They stand in a TOML file beside the bibliography, under the same name: `refs.bib` has `refs.toml`. Every key may be
left out. TOML 1.0 is read by the standard library.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from citekit.errors import InputError, Location
from citekit.report import Notice
from citekit.text.typography import SPACES, STORED

__all__ = ["DEFAULT_STYLE", "HandoutSettings", "SectionSetting", "read_settings"]

DEFAULT_STYLE: Final = "inset-handout"

_TEXT_KEYS: Final = ("kind", "title", "date", "heading", "lang", "style", "spaces")
_SECTION_KEYS: Final = ("path", "heading")


@dataclass(frozen=True, slots=True)
class SectionSetting:
    """Where a section stands and what it is called: `path` is the group's ("ARTICLES/Expériences")."""

    path: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class HandoutSettings:
    """What is known of a handout besides its items; empty strings are not set.

    `kind` says what the handout is for ("Webinaire"), `heading` what it is and whose ("Références bibliographiques –
    Centre de ressources"). `lang` is a BCP 47 tag; `spaces` a kind of spaces, or "stored".
    """

    kind: str = ""
    title: str = ""
    date: str = ""
    heading: str = ""
    lang: str = ""
    style: str = ""
    sections: tuple[SectionSetting, ...] = ()
    spaces: str = ""

    def with_texts(self, mend: Callable[[str], str]) -> HandoutSettings:
        """A copy in which every text that is printed went through a function."""
        return replace(
            self,
            kind=mend(self.kind),
            title=mend(self.title),
            date=mend(self.date),
            heading=mend(self.heading),
            sections=tuple(replace(section, heading=mend(section.heading)) for section in self.sections),
        )


def read_settings(text: str, file: str = "") -> tuple[HandoutSettings, list[Notice]]:
    """Read settings from TOML text; keys that mean nothing to a handout are noticed.

    Raises `InputError` where the text is not TOML or a value is not of the kind wanted.

    >>> settings, notices = read_settings('title = "Lectures"\\n[[sections]]\\npath = "LIVRES"')
    >>> settings.title, settings.sections[0].path, notices
    ('Lectures', 'LIVRES', [])
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, location = _place(str(error), text, file)
        remedy = 'write each setting as key = "value"'
        raise InputError(f"the settings are not TOML: {message}", location, remedy) from error
    notices = _unknown_keys(table, (*_TEXT_KEYS, "sections"), text, file)
    sections = _sections(table.get("sections", []), text, file, notices)
    values = {key: _text(table, key, text, file) for key in _TEXT_KEYS}
    if values["spaces"] not in ("", STORED, *SPACES):
        message = f"unknown kind of spaces {values['spaces']!r}"
        raise InputError(
            message, Location(file, _line_of(text, "spaces")), f"use one of {', '.join((*SPACES, STORED))}"
        )
    return HandoutSettings(**values, sections=sections), notices


def _sections(found: object, text: str, file: str, notices: list[Notice]) -> tuple[SectionSetting, ...]:
    location = Location(file, _line_of(text, "sections"))
    if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
        raise InputError("sections is not a list of tables", location, "write [[sections]] before each path")
    sections: list[SectionSetting] = []
    for table in found:
        notices += _unknown_keys(table, _SECTION_KEYS, text, file)
        path = _text(table, "path", text, file).strip("/ ")
        if not path:
            raise InputError("a section has no path", location, 'name its group: path = "ARTICLES"')
        sections.append(SectionSetting(path, _text(table, "heading", text, file)))
    return tuple(sections)


def _text(table: Mapping[str, object], key: str, text: str, file: str) -> str:
    """The text under a key; TOML's own dates, times and numbers are taken as they would be written."""
    value = table.get(key, "")
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, (bool, list, dict)):
        message = f"{key} is not a text"
        raise InputError(message, Location(file, _line_of(text, key)), f'put the text between quotes: {key} = "…"')
    return str(value)


def _unknown_keys(table: Mapping[str, object], known: tuple[str, ...], text: str, file: str) -> list[Notice]:
    return [
        Notice(
            "unknown-setting",
            f"{key!r} is not a setting of a handout",
            Location(file, _line_of(text, key)),
            remedy=f"known are {', '.join(known)}",
        )
        for key in table
        if key not in known
    ]


def _line_of(text: str, key: str) -> int:
    """The first line that sets a key or opens its table, or 0 (the parser of the standard library keeps no lines)."""
    pattern = re.compile(rf"""\s*(?:\[+\s*)?["']?{re.escape(key)}["']?\s*[=.\]]""")
    for number, line in enumerate(text.splitlines(), start=1):
        if pattern.match(line):
            return number
    return 0


def _place(message: str, text: str, file: str) -> tuple[str, Location]:
    """Take "(at line 3, column 5)" off a message of `tomllib`, which has no other way to tell where it failed."""
    found = re.search(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)", message)
    if found is None:
        return message, Location(file)
    if found[1] is None:
        return message[: found.start()], Location(file, len(text.splitlines()))
    return message[: found.start()], Location(file, int(found[1]), int(found[2]))
