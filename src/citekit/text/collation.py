"""Alphabetical order without a collation library.

The order is that of AFNOR NF Z44-001 and of the Unicode Collation Algorithm with punctuation ignored: first the
letters alone (no accents, case, apostrophes, hyphens or punctuation; the ligature oe as two letters; digits compared
as numbers, and before letters), then accents, then small letters before capitals. Words are compared one by one, so a
space stands before every letter ("A Kasernes" before "Ab", fixture sort_LeadingA). In French of Canada accents are
compared from the end of the word (CLDR, fr-CA "backwards 2"); French of France is not tailored.
"""

from __future__ import annotations

import unicodedata
from typing import Final, TypeAlias

__all__ = ["CollationKey", "Collator"]

Chunk: TypeAlias = tuple[int, int, str]
"""A space (-1, 0, ""), a run of digits (0, number, "") or of letters (1, 0, letters), in this order."""
CollationKey: TypeAlias = tuple[tuple[Chunk, ...], str, str]
"""Letters; accents; case. Compared as a tuple, so accents matter only where the letters are the same."""

_EXPANSIONS: Final[dict[int, str]] = str.maketrans(
    {
        "\u0153": "oe",
        "\u0152": "OE",
        "\u00e6": "ae",
        "\u00c6": "AE",
        "\u00f8": "o",
        "\u00d8": "O",
        "\u0142": "l",
        "\u0141": "L",
        "\u0111": "d",
        "\u0110": "D",
        "\u00f0": "d",
        "\u00d0": "D",
        "\u00fe": "th",
        "\u00de": "TH",
        "\u0131": "i",
        "\u00df": "ss",
    }
)


class Collator:
    """Makes sort keys for one language."""

    __slots__ = ("_is_backwards",)

    def __init__(self, tag: str) -> None:
        self._is_backwards = tag.lower() == "fr-ca"

    def key(self, text: str) -> CollationKey:
        """A value that sorts where `text` belongs.

        >>> words = ["p\u00eacher", "Peche", "p\u00eache", "peche", "\u0153uvre", "odeur", "40 lieux", "9 lieux"]
        >>> sorted(words, key=Collator("fr-FR").key)
        ['9 lieux', '40 lieux', 'odeur', '\u0153uvre', 'peche', 'Peche', 'p\u00eache', 'p\u00eacher']
        """
        if text.isascii():
            return _chunks(text.lower()), "", text.swapcase()
        expanded = unicodedata.normalize("NFD", text.translate(_EXPANSIONS))
        letters: list[str] = []
        accents: list[str] = []
        is_accented = False
        for char in expanded:
            if unicodedata.combining(char):
                is_accented = True
                if accents:
                    accents[-1] += char
            else:
                letters.append(char)
                if char.isalnum():
                    accents.append("a")
        if self._is_backwards:
            accents.reverse()
        plain = "".join(letters)
        return _chunks(plain.casefold()), "".join(accents) if is_accented else "", text.swapcase()


def _chunks(text: str) -> tuple[Chunk, ...]:
    """The words and numbers of a text, in turn; everything else is ignored."""
    if text.isalpha():
        return ((1, 0, text),)
    chunks: list[Chunk] = []
    for word in text.split():
        if chunks:
            chunks.append(_SPACE)
        _add_word(word, chunks)
        if chunks and chunks[-1] is _SPACE:
            chunks.pop()
    return tuple(chunks)


_SPACE: Final[Chunk] = (-1, 0, "")


def _add_word(word: str, chunks: list[Chunk]) -> None:
    """Add the runs of letters and of digits of one word; a word of nothing but punctuation adds nothing."""
    if word.isalpha():
        chunks.append((1, 0, word))
        return
    letters: list[str] = []
    position = 0
    length = len(word)
    while position < length:
        char = word[position]
        if char.isdecimal():
            end = position + 1
            while end < length and word[end].isdecimal():
                end += 1
            if letters:
                chunks.append((1, 0, "".join(letters)))
                letters.clear()
            chunks.append((0, _number(word[position:end]), ""))
            position = end
            continue
        if char.isalnum():
            letters.append(char)
        position += 1
    if letters:
        chunks.append((1, 0, "".join(letters)))


_LONGEST_NUMBER: Final = 4000
"""Python refuses to read longer numbers; no bibliography sorts by one."""


def _number(digits: str) -> int:
    return int(digits[:_LONGEST_NUMBER])
