"""Initials of given names, and the scripts that decide the order of name parts.

CSL 1.0.2 specification, "initialize", "initialize-with", "Hyphenation of Initialized Names", and on scripts
"name-as-sort-order". A given name is cut at spaces, hyphens and full stops; parts in lower case are kept whole.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from citekit.items.name import Name

__all__ = [
    "has_family_first_script",
    "initialize",
    "is_invertible",
    "is_mixed_script",
    "is_roman",
    "is_spaced",
    "normalize_initials",
]

_TITLES: Final = frozenset({"Lord", "Lady"})
_SPLIT: Final = re.compile(r"(\s*-\s*(?![a-z])|\.\s*-|\.\s*|\s+)")
_MARKED: Final = re.compile(r"((?:<[^<>]*>)*)([^<>]*)((?:<[^<>]*>)*)")

# Scripts in which the given name comes first: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Georgian, Devanagari
# and its neighbours. Everything from the Hangul letters on (Chinese, Japanese, Korean) puts the family name first.
_FIRST_FAMILY_FIRST: Final = 0x1100
_GIVEN_FIRST_ABOVE: Final = ((0x1E00, 0x1FFF), (0xA720, 0xA7FF), (0xFB00, 0xFDFF), (0xFE70, 0xFEFF))


def _is_given_first(char: str) -> bool:
    code = ord(char)
    if code < _FIRST_FAMILY_FIRST:
        return char.isalpha()
    return any(low <= code <= high for low, high in _GIVEN_FIRST_ABOVE)


def _has_given_first_letter(text: str) -> bool:
    return text.isascii() or any(_is_given_first(char) for char in text)


def has_family_first_script(name: Name) -> bool:
    """Whether the whole name is in a script that sets the family name first, without a space."""
    if _has_given_first_letter(name.family):
        return False
    return not (name.given and _is_given_first(name.given[0]))


def is_mixed_script(name: Name) -> bool:
    """Whether a family name in such a script goes with a given name in Latin letters."""
    return not _has_given_first_letter(name.family)


def is_invertible(name: Name) -> bool:
    """Whether the name changes its order in sort order: bodies and names in family-first scripts do not."""
    return bool(name.family and not name.literal and _has_given_first_letter(name.family))


def is_roman(suffix: str) -> bool:
    """Whether a suffix counts generations ("III", "V") and so is no abbreviation."""
    return all([char in "IVX" for char in suffix])


def is_spaced(word: str) -> bool:
    """Whether a word such as "and" stands between spaces; Chinese and Japanese, and the Hebrew vav, do not."""
    return word == "&" or (_is_given_first(word[0]) and word[0] != VAV)


VAV: Final = "\u05d5"


def _pieces(given: str) -> list[tuple[str, str]]:
    """The parts of a given name, each with the separator after it: "", " ", "-", "." or ".-"."""
    found = _SPLIT.split(given.strip())
    pieces = []
    for i in range(0, len(found), 2):
        separator = found[i + 1] if i + 1 < len(found) else ""
        if found[i] or separator:
            pieces.append((found[i], "".join(separator.split()) or (" " if separator else "")))
    return pieces


def _initial_of(word: str) -> str:
    """The initial of a word: its capital, or the capitals it begins with when lower case follows ("TSaint": "Ts")."""
    start = 0
    while start < len(word) and not word[start].isalpha():
        start += 1
    if start == len(word):
        return ""
    capitals = start + 1
    while capitals < len(word) and word[capitals].isupper():
        capitals += 1
    if capitals - start > 1 and capitals < len(word):
        return word[start] + word[start + 1 : capitals].lower()
    return word[start]


def initialize(given: str, initialize_with: str, with_hyphen: bool) -> str:
    """The initials of a given name, each followed by `initialize_with`.

    >>> initialize("Jean-Luc Marie", ".", True), initialize("Jean-Luc", ".", False), initialize("J.K.", ". ", True)
    ('J.-L.M.', 'J.L.', 'J. K.')
    """
    first = _first_letter(given) if given else ""
    # A name that begins with a modifier letter, as transliterated ayn and hamza do, has no capital to stand for it.
    if not given or given in _TITLES or not _is_given_first(first) or unicodedata.category(first) == "Lm":
        return given
    if not with_hyphen:
        given = given.replace("-", " ")
    shown = ""
    is_joined = False
    for word, separator in _pieces(given):
        if not word:
            continue
        opening, core, closing = _marked(word)
        if is_joined or word[0].islower() or not core[:1].isalpha():
            # "de", "ar-Rahman" and "(Bob)" inside a given name are not initials: they stay whole, with a space before.
            if shown and not is_joined:
                shown = shown.rstrip() + " "
            is_joined = separator == "-" and bool(shown)
            shown += word + ("-" if separator == "-" else " ")
            continue
        # A full stop tells an abbreviation, which stays whole: "Ph.M.E." is "Ph. M. E.".
        initial = core if "." in separator else _initial_of(core)
        shown += opening + initial + initialize_with.rstrip() + closing
        shown += initialize_with[len(initialize_with.rstrip()) :]
        if "-" in separator:
            shown = shown.rstrip() + "-"
    # One space is enough, also where the style sets two after an initial.
    return " ".join([piece for piece in shown.split(" ") if piece]).rstrip(" \u00a0-")


def _first_letter(given: str) -> str:
    """The first character that is not markup."""
    return _TAGS.sub("", given)[:1] or given[0]


_TAGS: Final = re.compile(r"<[^<>]*>")


def _marked(word: str) -> tuple[str, str, str]:
    """A word parted from the markup around it."""
    match = _MARKED.fullmatch(word) if "<" in word else None
    return (match[1], match[2], match[3]) if match else ("", word, "")


def normalize_initials(given: str, initialize_with: str) -> str:
    """The given name with `initialize_with` after the initials that it holds; full names stay (initialize="false").

    >>> normalize_initials("James T", "."), normalize_initials("J.R.R. Ronald", ". ")
    ('James T.', 'J. R. R. Ronald')
    """
    if not given or not _is_given_first(_first_letter(given)):
        return given
    shown = ""
    for word, separator in _pieces(given):
        if not word:
            continue
        opening, core, closing = _marked(word)
        if (
            (len(core) == 1 and core.isupper())
            or (len(core) == 2 and core[1] == "." and core[0].isupper())
            or "." in separator
        ):
            shown += opening + core + initialize_with.rstrip() + closing
            shown += initialize_with[len(initialize_with.rstrip()) :]
            # As in the reference, "Ch.-Ed." keeps its hyphen and "J.-P." does not.
            shown = shown.rstrip() + "-" if "-" in separator and len(core) > 1 else shown
        else:
            if shown and not shown.endswith((" ", "-")):
                shown += " "
            shown += word + separator.replace(".", "")
    return " ".join(shown.split()).rstrip()
