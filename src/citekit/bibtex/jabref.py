"""JabRef's groups: the tree that it keeps in a comment, and the names in the entries' `groups` fields.

JabRef documentation, "Groups" (`@Comment{jabref-meta: grouping: …}`). Each line of the tree is a depth, a kind, and
parts separated by an escaped semicolon; up to JabRef 3 the keys of a group's entries stand there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

__all__ = ["GroupTree", "read_group_tree"]

_TREE_START: Final = re.compile(r"@comment\s*\{\s*jabref-meta:\s*group(?:ing|stree):", re.IGNORECASE)
_TREE_END: Final = re.compile(r"\n[ \t]*\}")
_LINE: Final = re.compile(r"^(\d{1,4})\s+(\w+):(.*)$", re.DOTALL)
_NAMED: Final = frozenset(
    "StaticGroup ExplicitGroup KeywordGroup SearchGroup AutomaticKeywordGroup AutomaticPersonsGroup TexGroup".split()
)
_LISTS_KEYS: Final = "ExplicitGroup"
_FIRST_KEY: Final = 2


@dataclass(frozen=True, slots=True)
class GroupTree:
    """Where each group stands in the tree ("Parent/Child"), and the groups that the tree itself lists for a key."""

    paths: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def groups_of(self, key: str, names: Iterable[str]) -> tuple[str, ...]:
        """The paths of the groups that hold an entry, those named in its field first."""
        found = [self.paths.get(name, name) for name in names]
        return tuple(dict.fromkeys([*found, *self.members.get(key, ())]))


def _trees(text: str) -> Iterator[str]:
    """What stands in each comment that holds a tree."""
    start = _TREE_START.search(text)
    while start is not None:
        end = _TREE_END.search(text, start.end())
        if end is None:
            return
        yield text[start.end() : end.start()]
        start = _TREE_START.search(text, end.end())


def read_group_tree(text: str) -> GroupTree:
    r"""The tree of groups in a BibTeX source; empty where JabRef left none.

    >>> tree = read_group_tree('''@Comment{jabref-meta: grouping:
    ... 0 AllEntriesGroup:;
    ... 1 StaticGroup:Articles\\;0\\;1\\;\\;\\;\\;;
    ... 2 StaticGroup:Presse\\;0\\;1\\;\\;\\;\\;;
    ... }''')
    >>> tree.groups_of("a", ["Presse"])
    ('Articles/Presse',)
    """
    if "jabref-meta" not in text:
        return GroupTree()
    paths: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for tree in _trees(text):
        above: list[str] = []
        # JabRef breaks long lines anywhere; an entry of the tree ends with a semicolon that is not escaped.
        for line in re.split(r"(?<!\\);", tree.replace("\n", "")):
            match = _LINE.match(line.strip())
            if match is None or match[2] not in _NAMED:
                continue
            parts = [part.replace("\\:", ":").replace("\\", "") for part in re.split(r"\\;", match[3])]
            depth, name = int(match[1]), parts[0].strip()
            above[depth - 1 :] = [name]
            path = "/".join(above)
            paths.setdefault(name, path)
            if match[2] == _LISTS_KEYS:
                for key in parts[_FIRST_KEY:]:
                    if key.strip():
                        members.setdefault(key.strip(), []).append(path)
    return GroupTree(paths, {key: tuple(found) for key, found in members.items()})
