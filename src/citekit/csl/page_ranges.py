"""Page ranges: expanded, minimal, minimal-two, chicago (chicago-15), chicago-16.

CSL 1.0.2 specification, "Page Ranges" and Appendix V. A range is two numbers with the same letters before them, joined
by a hyphen or an en dash; everything else in the text stays as it is.
"""

from __future__ import annotations

import re
from typing import Final

from citekit.items.number import LONGEST_INTEGER

__all__ = ["dash_numerals", "format_page_range", "is_one_series"]

EN_DASH: Final = "\u2013"

# Letters (with zeros that belong to them), then the digits that count, then letters after: "S012", "12a", "N110".
_PAGE: Final = r"([0-9]*[a-zA-Z]+0*)?([0-9]+[a-z]*)"
_RANGE: Final = re.compile(rf"{_PAGE}\s*[-{EN_DASH}]+\s*{_PAGE}")
_PARTS: Final = re.compile(_PAGE)
_NUMERAL: Final = "(?:[0-9]+|[ivxlcmIVXLCM]+)"
_NUMERALS: Final = re.compile(rf"(?:(?<=[,;&] )|^)({_NUMERAL})\s*[-{EN_DASH}]\s*({_NUMERAL})(?=\s*(?:[,;&]|$))")
_DASHES: Final = re.compile(rf"\s*(?<!\\)[-{EN_DASH}]+\s*")


def format_page_range(text: str, page_range_format: str, delimiter: str) -> str:
    r"""The text with its ranges in the format asked for; a hyphen after a backslash is not a range.

    >>> format_page_range("321-328", "minimal", "-"), format_page_range("42-5", "expanded", "-")
    ('321-8', '42-45')
    """
    if "-" not in text and EN_DASH not in text:
        return text
    first, hyphen, last = text.partition("-")
    if hyphen and text.isascii() and first.isdecimal() and last.isdecimal():
        # Most ranges are two numbers and nothing else.
        return _range("", first, last, page_range_format, delimiter) if page_range_format else first + delimiter + last
    pieces: list[str] = []
    end = 0
    for match in _RANGE.finditer(text):
        pieces.append(_dashed(text[end : match.start()], delimiter))
        pieces.append(_format_one(match, page_range_format, delimiter))
        end = match.end()
    pieces.append(_dashed(text[end:], delimiter))
    return "".join(pieces).replace("\\-", "-")


def dash_numerals(text: str, delimiter: str) -> str:
    """The text with a dash in ranges of Roman numerals, which are ranges although they are not numeric in CSL.

    >>> dash_numerals("XII-XV, 3", "/"), dash_numerals("Suppl. I-II", "/")
    ('XII/XV, 3', 'Suppl. I-II')
    """
    return _NUMERALS.sub(rf"\1{delimiter}\2", text) if "-" in text else text


def is_one_series(first: str, last: str) -> bool:
    """Whether two numbers have the same letters before them, and so can be the ends of a range.

    >>> is_one_series("S12", "S19"), is_one_series("A12", "B3")
    (True, False)
    """
    left, right = _PARTS.fullmatch(first), _PARTS.fullmatch(last)
    return left is None or right is None or left[1] == right[1]


def _dashed(text: str, delimiter: str) -> str:
    return _DASHES.sub(lambda _: delimiter, text) if "-" in text or EN_DASH in text else text


def _format_one(match: re.Match[str], page_range_format: str, delimiter: str) -> str:
    first_letters, first, last_letters, last = (part or "" for part in match.groups())
    if first_letters != last_letters:
        # "N110-5" may not be a range at all.
        return _dashed(match.group(), "-")
    if not page_range_format or not (first.isdigit() and last.isdigit()):
        return _dashed(match.group(), delimiter)
    return _range(first_letters, first, last, page_range_format, delimiter)


def _range(letters: str, first: str, last: str, page_range_format: str, delimiter: str) -> str:
    """Two numbers in a format, the letters before them the same for both."""
    whole = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if len(whole) > LONGEST_INTEGER:
        return f"{letters}{first}{delimiter}{letters}{last}"
    if int(first) > int(whole):
        return f"{letters}{first}-{letters}{last}"
    if first == whole:
        # "7-7" has nothing that could be left out.
        return f"{letters}{first}{delimiter}{letters}{last}"
    shown = letters + whole if page_range_format == "expanded" else _SHORTENED[page_range_format](first, whole)
    return f"{letters}{first}{delimiter}{shown}"


def _minimal(first: str, last: str, least: int = 1) -> str:
    if len(first) != len(last):
        return last
    keep = len(last)
    for one, other in zip(first, last, strict=True):
        if one != other or keep <= least:
            break
        keep -= 1
    return last[len(last) - keep :]


def _minimal_two(first: str, last: str) -> str:
    return _minimal(first, last, least=2)


def _chicago_15(first: str, last: str) -> str:
    begin, end = int(first), int(last)
    if begin > 100 and begin % 100 and begin // 100 == end // 100:
        return str(end % 100)
    if begin >= 10000:
        return _shortest_change(begin, end, 3)
    return last


def _chicago_16(first: str, last: str) -> str:
    begin, end = int(first), int(last)
    if begin > 100 and begin % 100:
        return _shortest_change(begin, end, 2)
    return last


def _shortest_change(begin: int, end: int, digits: int) -> str:
    """The fewest last digits of `end`, at least `digits`, that tell it from `begin`."""
    for i in range(digits, len(str(end))):
        if begin // 10**i == end // 10**i:
            return str(end % 10**i)
    return str(end)


_SHORTENED: Final = {
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago_15,
    "chicago-15": _chicago_15,
    "chicago-16": _chicago_16,
}
