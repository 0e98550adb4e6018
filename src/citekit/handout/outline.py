"""The outline of a handout: its sections as a tree, and in each the entries in their order.

Sections come from the groups of the items: "ARTICLES/Expériences" is a section in a section. Those that the settings
name come first and in that order, the others where they are first met. Nothing is lost: an item in two groups stands
in both sections, an item in none stands before the first heading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from citekit.handout.annotation import Block
from citekit.handout.settings import HandoutSettings, SectionSetting
from citekit.items.item import Item
from citekit.text.tokens import Tokens

__all__ = ["HandoutEntry", "Outline", "Section", "arrange", "slug"]


@dataclass(frozen=True, slots=True)
class HandoutEntry:
    """One item in a handout: its bibliography entry, the links that the entry does not show, its annotation."""

    id: str
    anchor: str
    tokens: Tokens
    links: tuple[Tokens, ...] = ()
    annotation: tuple[Block, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the entries and the sections under it; `level` counts from 1."""

    heading: str
    anchor: str
    level: int
    entries: tuple[HandoutEntry, ...] = ()
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all under it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole handout before it is written in any format."""

    settings: HandoutSettings
    lang: str
    entries: tuple[HandoutEntry, ...] = ()
    sections: tuple[Section, ...] = ()
    hanging_indent: bool = False

    def walk(self) -> Iterator[Section]:
        """All sections, in reading order."""
        for section in self.sections:
            yield from section.walk()


@dataclass(slots=True)
class _Branch:
    """A section while the tree grows."""

    path: str
    heading: str
    entries: list[HandoutEntry] = field(default_factory=list)
    branches: dict[str, _Branch] = field(default_factory=dict)


def arrange(
    works: Sequence[tuple[Item, HandoutEntry]], sections: Sequence[SectionSetting]
) -> tuple[tuple[HandoutEntry, ...], tuple[Section, ...]]:
    """Entries outside all groups, and the tree of sections that hold the others, all in the order of the items."""
    root = _Branch("", "")
    headings = {_clean(section.path): section.heading for section in sections}
    for path in headings:
        _branch(root, path, headings)
    for item, entry in works:
        for path in dict.fromkeys(map(_clean, item.groups)) or [""]:
            _branch(root, path, headings).entries.append(entry)
    anchors = _Anchors()
    loose = anchors.unique(root.entries)
    return loose, _sections(root, 1, anchors)


def _clean(path: str) -> str:
    """A path with one slash between its parts and no blanks around them."""
    return "/".join([part.strip() for part in path.split("/") if part.strip()])


def _branch(root: _Branch, path: str, headings: Mapping[str, str]) -> _Branch:
    """The branch at a path, grown where there is none yet."""
    branch = root
    for part in path.split("/") if path else []:
        below = f"{branch.path}/{part}".lstrip("/")
        if part not in branch.branches:
            branch.branches[part] = _Branch(below, headings.get(below) or part)
        branch = branch.branches[part]
    return branch


def _sections(branch: _Branch, level: int, anchors: _Anchors) -> tuple[Section, ...]:
    """The sections under a branch; those without any entry are left out."""
    sections: list[Section] = []
    for below in branch.branches.values():
        anchor = anchors.take(f"section-{slug(below.path)}")
        entries = anchors.unique(below.entries)
        inner = _sections(below, level + 1, anchors)
        if entries or inner:
            sections.append(Section(below.heading, anchor, level, entries, inner))
    return tuple(sections)


class _Anchors:
    """Gives out every anchor once."""

    __slots__ = ("_taken",)

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """The anchor wanted, with a number when it is taken."""
        anchor, number = wanted, 1
        while anchor in self._taken:
            number += 1
            anchor = f"{wanted}-{number}"
        self._taken.add(anchor)
        return anchor

    def unique(self, entries: Sequence[HandoutEntry]) -> tuple[HandoutEntry, ...]:
        """The entries with anchors of their own."""
        return tuple(replace(entry, anchor=self.take(entry.anchor)) for entry in entries)


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens, for an anchor.

    >>> slug("ARTICLES/Réflexion-Théorie")
    'articles-reflexion-theorie'
    """
    decomposed = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", decomposed.lower()).strip("-") or "x"
