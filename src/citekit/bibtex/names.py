"""BibTeX name lists to names in CSL's parts.

BibTeX's three forms (`First von Last`, `von Last, First`, `von Last, Jr, First`), braces that keep words together, and
biblatex's extended form (`family=…, given=…`). Biblatex manual 2.3.3 and 3.15; Patashnik, "BibTeXing", section 4.
Splitting is mechanical: what people typed against the rules is mended later, by rules that say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from citekit.bibtex.latex import decode_plain
from citekit.bibtex.latex_output import compose
from citekit.bibtex.latex_quick import with_letters
from citekit.items.name import OTHERS, Name

__all__ = ["NameList", "parse_name", "parse_names", "split_list"]

_NESTING: Final = re.compile(r"\\.|[{}]|\band\b|[\s~]+|,", re.IGNORECASE | re.DOTALL)
_BLANKS: Final = re.compile(r"[ \t\n\r\f\v~\u00a0]+")
_AND: Final = re.compile(r"[aA](?<![^\s~].)[nN][dD](?=\s|$)")
# Biblatex's options of one name, or of a whole list: those of a list stand at its head, as if they were a name
# (manual, "Extended Name Format" and "Option Scope").
_OPTION: Final = r"(?:\w+templatename|no(?:sort|hash)others|useprefix|unique(?:name|list))"
_EXTENDED: Final = re.compile(
    rf"^\s*\"?(?:{_OPTION}|(?:family|given|middle|prefix|suffix|nosort|hash|id|un|literal)(?:-i)?)\s*=", re.IGNORECASE
)
_LIST_OPTION: Final = re.compile(rf"{_OPTION}\s*=[^,]*")
_PART_NAME: Final = re.compile(r"\s*+\"?\s*+([a-z]+(?:-i)?)\s*+=", re.IGNORECASE)
_GENERATION: Final = re.compile(r"\s*(?:[JS]r\.?|junior|senior|[IV]+\.?|\d(?:st|nd|rd|th))\s*", re.IGNORECASE)
_SURE_GENERATION: Final = re.compile(r"\s*(?:[JS]r\.?|junior|senior|III|\d(?:nd|rd|th))\s*", re.IGNORECASE)
# An accent or a command in letters waits for what follows it; other signs, as in "Barnes \& Noble", are whole.
_COMMAND_AT_END: Final = re.compile(r"\\(?:[`'^\"~=.]|[A-Za-z]+)\Z")
# Signs that are no braces and no spaces of the list itself.
_ESCAPES: Final = re.compile(r"\\[{} ]|~\s")
_BALANCED: Final = re.compile(r"(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+")
_SIMPLE_WORD: Final = r"[\w.]++(?:[-'][\w.]++)*+"
_SIMPLE_NAME: Final = re.compile(
    rf"({_SIMPLE_WORD}), ({_SIMPLE_WORD}(?: {_SIMPLE_WORD})*+)|((?:{_SIMPLE_WORD} )++)({_SIMPLE_WORD})"
)
# Of a word; what a command is given ("\v{S}") is no group of its own.
_ARGUMENT_OR_GROUP: Final = re.compile(r"(\\(?:[A-Za-z]+|[^A-Za-z])\s*\{[^{}]*\})|\{(?!\\)[^{}]*\}")
# BibTeX knows the first only; the others would be printed as a surname.
_OTHERS: Final = frozenset(("others", "et al", "et al.", "{et al.}"))


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of a field, with `OTHERS` for "and others" at its end; `odd` is what does not follow any form."""

    names: tuple[Name, ...]
    has_others: bool = False
    odd: tuple[str, ...] = ()


def parse_names(value: str, *, uses_prefix: bool = False) -> NameList:
    """The names in a field's LaTeX source.

    `uses_prefix` is biblatex's option of that name: particles then belong to the family name.

    >>> [str(name) for name in parse_names("Simone de Beauvoir and Sartre, Jean-Paul").names]
    ['Simone de Beauvoir', 'Jean-Paul Sartre']
    """
    names: list[Name] = []
    odd: list[str] = []
    parts = split_list(value)
    while len(parts) > 1 and "=" in parts[0] and _LIST_OPTION.fullmatch(parts[0]):
        uses_prefix = uses_prefix or parts[0].replace(" ", "") == "useprefix=true"
        del parts[0]
    has_others = len(parts) > 1 and parts[-1].lower() in _OTHERS
    for part in parts[:-1] if has_others else parts:
        name = _parsed_name(part, uses_prefix)
        if name.is_empty:
            odd.append(part)
            continue
        if name.literal and not name.is_institution:
            odd.append(part)
        names.append(name)
    if has_others:
        names.append(OTHERS)
    return NameList(tuple(names), has_others, tuple(odd))


def split_list(value: str) -> list[str]:
    """The members of a list joined by "and" outside braces (BibTeX's names, biblatex's literal lists).

    >>> split_list("Eres and {Barnes and Noble}")
    ['Eres', '{Barnes and Noble}']
    """
    is_plain = "{" not in value and "}" not in value and "\\" not in value
    # Where every "and" is a word between single spaces and outside braces, there is nothing to search for.
    if value.count(" and ") == value.lower().count("and"):
        parts = value.split(" and ")
        if is_plain or len(parts) == 1 or (not _ESCAPES.search(value) and all(map(_BALANCED.fullmatch, parts))):
            return _stripped(parts)
    return _stripped(_AND.split(value)) if is_plain else _split_outside_braces(value)


def _stripped(parts: list[str]) -> list[str]:
    parts = [part.strip() for part in parts]
    return parts if len(parts) > 1 or parts[0] else []


def _split_outside_braces(value: str) -> list[str]:
    parts: list[str] = []
    start = depth = 0
    end_of_space = 0
    for match in _NESTING.finditer(value):
        token = match[0]
        if token == "{":
            depth += 1
        elif token == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and token[0].isspace():
            end_of_space = match.end()
        elif depth == 0 and token.lower() == "and" and match.start() in (0, end_of_space):
            after = match.end()
            if after == len(value) or value[after].isspace():
                parts.append(value[start : match.start()].strip())
                start = after
                end_of_space = after
    last = value[start:].strip()
    return [*parts, last] if last or start else parts


def parse_name(source: str, *, uses_prefix: bool = False) -> Name:
    r"""One name; empty where nothing is left of it.

    >>> name = parse_name(r"{\'E}tienne de la Bo{\'e}tie")
    >>> name.given, name.dropping_particle, name.family
    ('Étienne', 'de la', 'Boétie')
    """
    return _parsed_name(source, uses_prefix)


# Who writes one work of a library has often written the next.
@lru_cache(maxsize=1024)
def _parsed_name(source: str, uses_prefix: bool) -> Name:
    return _simple_name(source) or _any_name(source, uses_prefix)


def _simple_name(source: str) -> Name | None:
    """`Family, Given` or `Given Family` of words without particles, braces and commands: nine names in ten."""
    if "{\\" in source:
        source = with_letters(source)
    match = _SIMPLE_NAME.fullmatch(source)
    if match is None:
        return None
    family, given = (match[1], match[2]) if match[1] else (match[4], match[3].rstrip())
    # Only words before the family name can be particles, and those begin with small letters.
    if match[3] and not all([word[0].isupper() for word in given.split(" ")]):
        return None
    if not source.isascii():
        family, given = compose(family), compose(given)
    return Name(family=family, given=given)


def _any_name(source: str, uses_prefix: bool) -> Name:
    if _is_braced(source):
        if "=" in source and _EXTENDED.match(source[1:]):
            # Braces around the whole only guard its "and" and its commas.
            return _extended_name(source[1:-1], uses_prefix)
        return Name(literal=decode_plain(source), is_institution=True)
    if "=" in source and _EXTENDED.match(source):
        return _extended_name(source, uses_prefix)
    parts = _split(source, ",")
    has_last_comma = len(parts) > 1 and not parts[-1].strip()
    if has_last_comma:
        parts.pop()
    # "A, B, C, and D": what stands before such an "and" is a list in the English manner, and no name.
    is_list = has_last_comma and len(parts) == 3 and not _GENERATION.fullmatch(parts[1])
    if len(parts) > 3 or is_list:
        return Name(literal=decode_plain(source.removesuffix(",")))
    words = [_words(part) for part in parts]
    if len(parts) == 1:
        given, von, last = _first_von_last(words[0])
        return _name(given, von, last, [], uses_prefix)
    von, last = _von_last(words[0])
    if len(parts) == 2:
        return _name(words[1], von, last, [], uses_prefix)
    # BibTeX's order is "von Last, Jr, First"; reference managers write "King, Martin Luther, Jr.".
    is_turned = _SURE_GENERATION.fullmatch(parts[2]) and not _GENERATION.fullmatch(parts[1])
    suffix, given = (words[2], words[1]) if is_turned else (words[1], words[2])
    return _name(given, von, last, suffix, uses_prefix)


def _name(given: list[str], von: list[str], last: list[str], suffix: list[str], uses_prefix: bool) -> Name:
    particle = _join(von)
    family = _join(last)
    given_text = _join(given)
    if not family and given_text:
        family, given_text = given_text, ""
    return Name(
        family=family,
        given=given_text,
        dropping_particle="" if uses_prefix else particle,
        non_dropping_particle=particle if uses_prefix else "",
        suffix=_join(suffix),
        comma_suffix=False,
    )


def _extended_name(source: str, uses_prefix: bool) -> Name:
    """Biblatex's extended format: `family=Beauvoir, given=Simone, prefix=de, useprefix=true`."""
    parts: dict[str, str] = {}
    last_key = ""
    for part in _split(source, ",", has_quotes=True):
        match = _PART_NAME.match(part)
        if match:
            last_key = match[1].lower()
            parts[last_key] = part[match.end() :].strip().removesuffix('"').strip()
        elif last_key and part.strip():
            parts[last_key] += "," + part
    if "useprefix" in parts:
        uses_prefix = parts["useprefix"].lower() == "true"
    text = {key: decode_plain(value) for key, value in parts.items()}
    if text.get("literal"):
        return Name(literal=text["literal"], is_institution=True)
    particle = text.get("prefix", "")
    name = Name(
        family=text.get("family", ""),
        # CSL has no middle names of their own.
        given=" ".join(filter(None, (text.get("given"), text.get("middle")))),
        dropping_particle="" if uses_prefix else particle,
        non_dropping_particle=particle if uses_prefix else "",
        suffix=text.get("suffix", ""),
    )
    return name if not name.is_empty else Name(literal=decode_plain(source))


def _is_braced(source: str) -> bool:
    r"""Whether one pair of braces holds the whole name (`{\'E}` alone is a letter, not a body)."""
    if not (source.startswith("{") and source.endswith("}")):
        return False
    depth = 0
    for match in _NESTING.finditer(source):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if depth == 0:
                return match.end() == len(source) and (not source.startswith("{\\") or " " in source)
    return False


def _split(source: str, separator: str, *, has_quotes: bool = False) -> list[str]:
    """The parts between separators outside braces, and outside straight double quotes where those quote."""
    if not has_quotes and "{" not in source and "\\" not in source:
        return source.split(separator)
    parts: list[str] = []
    start = depth = 0
    for match in _NESTING.finditer(source):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth = max(0, depth - 1)
        elif match[0] == separator and depth == 0 and not (has_quotes and source.count('"', start, match.start()) == 1):
            parts.append(source[start : match.start()])
            start = match.end()
    parts.append(source[start:])
    return parts


def _words(part: str) -> list[str]:
    """The words of a part; braces keep theirs together, `~` parts them as a space does."""
    if "{" not in part and "\\" not in part:
        return [word for word in _BLANKS.split(part) if word]
    words: list[str] = []
    start = depth = 0
    for match in _NESTING.finditer(part):
        token = match[0]
        if token == "{":
            depth += 1
        elif token == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and (token[0].isspace() or token[0] == "~"):
            # "\' e" and "\v s" are letters with their space, not two words.
            backslash = part.rfind("\\", start, match.start())
            if backslash >= 0 and _COMMAND_AT_END.search(part, max(start, backslash - 1), match.start()):
                continue
            words.append(part[start : match.start()])
            start = match.end()
        elif depth == 0 and token == "\\ ":
            # A space after an initial, told not to end a sentence.
            words.append(part[start : match.start()])
            start = match.end()
    words.append(part[start:])
    return [word for word in words if word]


def _first_von_last(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    """`First von Last`: von is from the first to the last small word, never the last word of all."""
    small = [i for i, word in enumerate(words[:-1]) if _is_small(word)]
    if not small:
        return words[:-1], [], words[-1:]
    return words[: small[0]], words[small[0] : small[-1] + 1], words[small[-1] + 1 :]


def _von_last(words: list[str]) -> tuple[list[str], list[str]]:
    """`von Last` before the comma: von ends with the last small word, never with the last word."""
    small = [i for i, word in enumerate(words[:-1]) if _is_small(word)]
    if not small or not _is_small(words[0]):
        return [], words
    # "de la Rue du Bois": only the small words at the head are von; those inside belong to the family name.
    end = 0
    while end < len(words) - 1 and _is_small(words[end]):
        end += 1
    return words[:end], words[end:]


def _is_small(word: str) -> bool:
    """Whether a word begins with a small letter; letters in plain braces have no case (BibTeX's rule)."""
    if "{" in word:
        word = _ARGUMENT_OR_GROUP.sub(lambda match: match[1] or "", word)
    text = decode_plain(word) if "\\" in word or "{" in word else word
    for char in text:
        if char.isalpha():
            return char.islower()
    return False


def _join(words: list[str]) -> str:
    return decode_plain(" ".join(words)) if words else ""
