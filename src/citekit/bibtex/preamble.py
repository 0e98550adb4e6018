r"""Commands that a file's `@preamble` defines: where the definition is a text with places for arguments, it is read.

BibTeX writes preambles at the head of the list that LaTeX typesets, so what they define holds for every entry of the
file. Definitions that compute (`\ifmmode`, boxes, measures) are left alone; their commands are told like unknown ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from citekit.bibtex.latex import decode
from citekit.bibtex.latex_frames import skip_space
from citekit.bibtex.verbatim import matching_brace

__all__ = ["Command", "defined_commands", "expand_commands"]

_DEFINITION: Final = re.compile(
    r"""\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*
          (?:\{\s*\\(?P<braced>[A-Za-z]+)\s*\}|\\(?P<bare>[A-Za-z]+))\s*
          (?:\[(?P<count>[0-9])\]\s*)?(?:\[(?P<default>[^\]]*)\]\s*)?(?=\{)
      | \\[gex]?def\s*\\(?P<plain>[A-Za-z]+)\s*(?P<parameters>(?:\#[1-9]\s*)*)(?=\{)""",
    re.VERBOSE,
)
_COMPUTES: Final = re.compile(
    r"\\(?:if|else\b|fi\b|let\b|[gex]?def\b|(?:re)?newcommand|providecommand|setbox|[hv]box\b|dimen|advance|csname"
    r"|expandafter|futurelet|global\b|long\b|catcode|accent\b|vss\b|hss\b)|@|##"
)
_PLACE: Final = re.compile(r"#([1-9])")
_ENDS_IN_COMMAND: Final = re.compile(r"\\[A-Za-z]+\Z")
# Definitions may go around in a circle.
_MOST_EXPANSIONS: Final = 100
_LONGEST_BODY: Final = 1000
# Nor do they multiply a value beyond measure.
_LONGEST_EXPANSION: Final = 500_000


@dataclass(frozen=True, slots=True)
class Command:
    """What a command prints: a text with `#1` … `#9` in the places of its arguments, the first of them optional."""

    body: str
    arguments: int = 0
    default: str | None = None


def defined_commands(preambles: Iterable[str]) -> dict[str, Command]:
    r"""The commands that some preambles define in words that can be read, and that are not known anyway.

    >>> defined_commands([r"\newcommand{\firstof}[2]{#1} \def\reg{(R)}"])
    {'firstof': Command(body='#1', arguments=2, default=None), 'reg': Command(body='(R)', arguments=0, default=None)}
    """
    commands: dict[str, Command] = {}
    for text in preambles:
        for match in _DEFINITION.finditer(text):
            name = match["braced"] or match["bare"] or match["plain"]
            body = text[match.end() + 1 : matching_brace(text, match.end())]
            count = len(_PLACE.findall(match["parameters"])) if match["plain"] else int(match["count"] or 0)
            places = [int(digit) for digit in _PLACE.findall(body)]
            is_known = not decode(f"\\{name}{{}}").unknown
            if is_known or _COMPUTES.search(body) or len(body) > _LONGEST_BODY:
                continue
            # "\\bibcyr#1{---}" stands in for what a style may print better; what it is given would be lost.
            is_stand_in = bool(count and body and not places)
            if max(places, default=0) <= count and not is_stand_in:
                commands[name] = Command(body, count, match["default"])
    return commands


def expand_commands(source: str, commands: Mapping[str, Command]) -> str:
    r"""A value with its commands replaced by what they stand for.

    >>> expand_commands(r"\both{a}{b}", {"both": Command("#2#1", 2)})
    'ba'
    """
    if not commands or "\\" not in source:
        return source
    names = re.compile(rf"\\({'|'.join(sorted(commands))})(?![A-Za-z])\s*")
    position = 0
    for _ in range(_MOST_EXPANSIONS):
        match = names.search(source, position)
        if match is None:
            break
        expansion = _expansion(commands[match[1]], source, match.end())
        if expansion is None:
            break
        text, end = expansion
        if _ENDS_IN_COMMAND.search(text) and source[end : end + 1].isalpha():
            text += " "
        source = source[: match.start()] + text + source[end:]
        position = match.start()
    return source


def _expansion(command: Command, source: str, position: int) -> tuple[str, int] | None:
    """What a command stands for, with the arguments that begin at a position, and where these end; none if too long."""
    arguments: list[str] = []
    if command.default is not None:
        close = source.find("]", position) if source.startswith("[", position) else -1
        arguments.append(source[position + 1 : close] if close > 0 else command.default)
        position = close + 1 if close > 0 else position
    while len(arguments) < command.arguments:
        position = skip_space(source, position)
        end = matching_brace(source, position) if source.startswith("{", position) else position
        arguments.append(source[position:end].removeprefix("{") if end > position else source[position : position + 1])
        position = min(end + 1, len(source))
    if len(command.body) * max(map(len, arguments), default=0) > _LONGEST_EXPANSION:
        return None
    return _PLACE.sub(lambda match: arguments[int(match[1]) - 1], command.body), position
