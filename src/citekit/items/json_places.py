"""Where the members of a JSON text begin, which `json` itself does not tell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

__all__ = ["beginning", "lines_of_members", "position_of"]

_DECODER: Final = json.JSONDecoder()
_BETWEEN_MEMBERS: Final = re.compile(r"[ \t\r\n,]*")
_COLON: Final = re.compile(r"[ \t\r\n]*:[ \t\r\n]*")


def beginning(text: str) -> int:
    """Where the outermost value of a text begins."""
    return len(text) - len(text.lstrip(" \t\r\n"))


def position_of(text: str, position: int, key: str) -> int:
    """Where the value of a key begins, in the well-formed object at a position that has this key.

    >>> position_of('{"a": 1, "b": [2]}', 0, "b")
    14
    """
    # Of two equal keys the last wins, as in `json`.
    return [place for name, place in _members(text, position) if name == key][-1]


def lines_of_members(text: str, position: int) -> Iterator[int]:
    """The line of each member of the well-formed list or object at a position.

    >>> list(lines_of_members('[{},\\n\\n{}]', 0))
    [1, 3]
    """
    line, counted = 1, 0
    for _, place in _members(text, position):
        line += text.count("\n", counted, place)
        counted = place
        yield line


def _members(text: str, position: int) -> Iterator[tuple[object, int]]:
    """The members of a list or object: their keys, which those of lists have not, and where their values begin."""
    is_object = text[position] == "{"
    position += 1
    while True:
        position = _behind(_BETWEEN_MEMBERS, text, position)
        if text[position] in "]}":
            return
        key: object = None
        if is_object:
            key, position = _DECODER.raw_decode(text, position)
            position = _behind(_COLON, text, position)
        yield key, position
        position = _DECODER.raw_decode(text, position)[1]


def _behind(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position
