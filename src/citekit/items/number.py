"""Numbers in number variables: what is numeric, what is plural, and the parts between the separators.

CSL 1.0.2 specification, "Number", "Label" › plural and "Choose" › is-numeric. Text is numeric when it consists of
numbers only, with or without letters before and after ("D2", "2b", "L2d"), parted by commas, hyphens or ampersands.
A part may carry a label of its own ("7, p. 3-8"): what the label governs is no longer a number of this variable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

__all__ = ["LITERAL_HYPHEN", "LONGEST_INTEGER", "Number", "NumberPart", "parse_number", "without_own_label"]

EN_DASH: Final = "\u2013"
LITERAL_HYPHEN: Final = "\\-"
"""The separator of a number that only looks like a range ("3\\-12"); it is printed as a hyphen."""

LONGEST_INTEGER: Final = 4000
"""Python refuses to read longer numbers, and nobody counts so far: to us they are text."""
_LONG: Final = 200
_SEPARATOR: Final = re.compile(r"(\s*\\-\s*|\s*[-\u2013]+\s*|\s*&\s*|,?\s+(?:and|et)\s+|\s*,\s*|\s*;\s+)")
_NUMBER: Final = re.compile(r"(?:[0-9]*[^\W\d_]+)?[0-9]+[^\W\d_]*|[0-9]+(?:/[0-9]+)+")
_ROMAN: Final = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
"""Lower-case numerals up to 399, as front matter is numbered; capitals are more often initials."""
_LABELLED: Final = re.compile(r"((?:[^\W\d_]{1,4}|amend|annot|bibliog|illus|intro|princ|sched|subch|subdiv)\.?)\s+(.+)")
_LETTERED: Final = re.compile(r"[0-9]+[A-Za-z]+")


_OWN_LABELS: Final[Mapping[str, re.Pattern[str]]] = {
    "volume": re.compile(r"vol\. +(?=\S)"),
    "issue": re.compile(r"no\. +(?=\S)"),
    "number": re.compile(r"no\. +(?=[0-9])"),
    "page": re.compile(r"pp?\. +(?=\S)"),
    "section": re.compile(r"sec\. +(?=\S)"),
}
"""What people type before a number although the variable says it already."""


@dataclass(frozen=True, slots=True)
class NumberPart:
    """One value with the separator that follows it, and the label before it where the text has one."""

    value: str
    separator: str = ""
    label: str = ""
    is_numeric: bool = True

    @property
    def is_integer(self) -> bool:
        """Whether the value is digits only; numbers with letters are never made ordinal or roman."""
        return self.value.isascii() and self.value.isdecimal() and len(self.value) <= LONGEST_INTEGER


@dataclass(frozen=True, slots=True)
class Number:
    """A number variable's value. `is_numeric` and `is_plural` speak of the parts before the first label."""

    text: str
    parts: tuple[NumberPart, ...]
    is_numeric: bool
    is_plural: bool

    @property
    def is_many(self) -> bool:
        """Whether it is one number greater than 1, which makes the labels of `number-of-…` variables plural."""
        if not self.is_numeric:
            return False
        part = self.parts[0]
        return len(self.parts) > 1 or (part.is_integer and int(part.value) > 1)


# Room for the pages of a large library: one that does not fit would push out each number before it comes again.
@lru_cache(maxsize=16384)
def parse_number(text: str) -> Number:
    r"""The number in a text; never fails, text that is not numeric is one or more parts that are not.

    >>> parse_number("2,3&4").parts[0], [part.separator for part in parse_number("2,3&4").parts]
    (NumberPart(value='2', separator=', ', label='', is_numeric=True), [', ', ' & ', ''])
    >>> parse_number("L2d").is_numeric, parse_number("2nd edition").is_numeric
    (True, False)
    >>> parse_number("12-15").is_plural, parse_number(r"12\-15").is_plural
    (True, False)
    """
    if text.isascii() and text.isdecimal():
        return Number(text, (NumberPart(text),), True, False)
    first, hyphen, last = text.partition("-")
    if hyphen and text.isascii() and first.isdecimal() and last.isdecimal():
        # Most ranges are no more than this.
        return Number(text, (NumberPart(first, hyphen), NumberPart(last)), True, True)
    # Long runs of spaces would make the search for separators slow.
    parts = _split(text.strip() if len(text) < _LONG else " ".join(text.split()))
    own = parts
    for i, part in enumerate(parts):
        if part.label:
            own = parts[:i]
            break
    is_numeric = bool(own) and all([part.is_numeric for part in own])
    # A literal hyphen joins what stands on its two sides into one number.
    count = len(own) - len([part for part in own if part.separator == LITERAL_HYPHEN])
    return Number(text, tuple(parts), is_numeric, is_numeric and count > 1)


def without_own_label(variable: str, text: str) -> str:
    """The text without the variable's own label at its head, which a style prints where it wants one.

    >>> without_own_label("page", "pp. 4-9"), without_own_label("volume", "no. 5")
    ('4-9', 'no. 5')
    """
    if text[:1].isdecimal():
        return text
    label = _OWN_LABELS.get(variable)
    return label.sub("", text, count=1) if label is not None and label.match(text) else text


def _split(text: str) -> list[NumberPart]:
    pieces = _with_letter_ranges(_SEPARATOR.split(text))
    parts = []
    for i in range(0, len(pieces), 2):
        separator = _normalized(pieces[i + 1]) if i + 1 < len(pieces) else ""
        value, label = pieces[i], ""
        labelled = _LABELLED.fullmatch(value)
        # "vol. 1" has a label, "8 April" and "Pt two" have none.
        if labelled is not None and _is_number(labelled[2]):
            label, value = labelled[1], labelled[2]
        parts.append(NumberPart(value, separator, label, _is_number(value)))
    return parts


def _with_letter_ranges(pieces: list[str]) -> list[str]:
    """Put "12a-c" together again: its hyphen parts letters, not numbers."""
    i = 0
    while i + 2 < len(pieces):
        is_letter_range = pieces[i + 1] == "-" and pieces[i + 2].isalpha() and len(pieces[i + 2]) == 1
        if is_letter_range and _LETTERED.fullmatch(pieces[i]):
            pieces[i : i + 3] = ["".join(pieces[i : i + 3])]
        else:
            i += 2
    return pieces


def _is_number(value: str) -> bool:
    return bool(_NUMBER.fullmatch(value) or _ROMAN.fullmatch(value) or _is_letter_range(value))


def _is_letter_range(value: str) -> bool:
    first, hyphen, last = value.partition("-")
    return bool(hyphen and _LETTERED.fullmatch(first) and len(last) == 1 and last.isalpha())


def _normalized(separator: str) -> str:
    """The separator with the spaces that the specification wants ("Number": hyphens none, commas one after)."""
    bare = separator.strip()
    if bare in (",", ";"):
        return bare + " "
    if bare == "&":
        return " & "
    if bare == LITERAL_HYPHEN or bare.strip("-" + EN_DASH) == "":
        return bare if bare == LITERAL_HYPHEN else bare[0]
    return " ".join(separator.split(" ")) if separator.startswith(",") else f" {bare} "
