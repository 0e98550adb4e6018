"""Alphabetical order, with ICU where it is installed and in the same order without it.

The order is that of AFNOR NF Z44-001 and of the Unicode Collation Algorithm with punctuation ignored: first the
letters alone (no accents, case, apostrophes, hyphens or punctuation; the ligature oe as two letters; digits compared
as numbers, and before letters), then accents, then small letters before capitals. Words are compared one by one, so a
space stands before every letter ("A Kasernes" before "Ab", fixture sort_LeadingA). In French of Canada accents are
compared from the end of the word (CLDR, fr-CA "backwards 2"); French of France is not tailored.

ICU (package PyICU, optional) knows more scripts and tailorings; it is given the words without their punctuation, so
that both ways agree. French catalogues leave out the article that a title begins with: `without_article`.
"""

from __future__ import annotations

import importlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any, Final, TypeAlias

from citekit.text.alphabets import alphabet_of, own_script
from citekit.text.language_tags import primary_language

__all__ = ["ARTICLES", "CollationKey", "Collator", "without_article"]

Chunk: TypeAlias = tuple[int, int, str]
"""A space (-1, 0, ""), a run of digits (0, number, "") or of letters (1, 0, letters), in this order.

Letters behind the script that a language sorts first have 1 in the place of 0.
"""
CollationKey: TypeAlias = "tuple[tuple[Chunk, ...], str, _Case]"
"""Letters; accents; case and text. Compared as a tuple, so accents matter only where the letters are the same."""

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


ARTICLES: Final[Mapping[str, tuple[str, ...]]] = {
    # Before an elided article no space follows.
    "fr": ("les ", "le ", "la ", "l'", "l\u2019", "une ", "un ", "des "),
    "en": ("the ", "an ", "a "),
}
"""The articles that a catalogue leaves out at the head of a title, by language (AFNOR NF Z44-001; ALA filing rules)."""


def without_article(text: str, tag: str) -> str:
    """A title without the article of its language at its head; a title that is nothing else keeps it.

    >>> [without_article(text, "fr") for text in ("Les innovations", "L'islam", "Leçons", "Un")]
    ['innovations', 'islam', 'Leçons', 'Un']
    """
    lowered = text.lower()
    for article in ARTICLES.get(primary_language(tag), ()):
        if lowered.startswith(article) and len(lowered) == len(text) and text[len(article) :].strip():
            return text[len(article) :].lstrip()
    return text


class Collator:
    """Makes sort keys for one language; `uses_icu=False` keeps to the order of this module whatever is installed."""

    __slots__ = ("_accents", "_alphabet", "_chunks", "_counts_words", "_icu_key", "_is_backwards", "_script")

    def __init__(self, tag: str, *, uses_icu: bool = True) -> None:
        self._alphabet = alphabet_of(tag)
        self._script = own_script(tag)
        self._is_backwards = tag.lower() == "fr-ca"
        self._icu_key = _icu_key(tag) if uses_icu else None
        is_plain = self._alphabet is None and self._script is None and not self._is_backwards
        self._counts_words = is_plain
        """Whether each word of a text counts for itself, as in most languages."""

        self._chunks = _WordChunks()
        self._accents = _WordAccents()

    def key(self, text: str) -> CollationKey:
        """A value that sorts where `text` belongs.

        >>> words = ["p\u00eacher", "Peche", "p\u00eache", "peche", "\u0153uvre", "odeur", "40 lieux", "9 lieux"]
        >>> sorted(words, key=Collator("fr-FR").key)
        ['9 lieux', '40 lieux', 'odeur', '\u0153uvre', 'peche', 'Peche', 'p\u00eache', 'p\u00eacher']
        """
        if self._icu_key is not None:
            return self._icu_key(text)
        if self._counts_words:
            return self._word_by_word(text)
        alphabet = self._alphabet
        is_ascii = text.isascii()
        spelled = text if alphabet is None or (is_ascii and not alphabet.changes_ascii) else alphabet.respelled(text)
        if is_ascii and spelled is text and self._script is None:
            return _chunks(text.lower()), "", _Case(text)
        plain, accents = _taken_apart(spelled)
        if self._is_backwards:
            accents.reverse()
        chunks = _chunks(plain.casefold())
        if self._script is not None:
            first, last = self._script
            chunks = tuple([one if one[0] != 1 or first <= one[2][0] <= last else (1, 1, one[2]) for one in chunks])
        return chunks, _differing("".join(accents)), _Case(text)

    def _word_by_word(self, text: str) -> CollationKey:
        words = text.split()
        chunks = tuple(chain.from_iterable(map(self._chunks.__getitem__, words)))
        if text[:1] != " ":
            chunks = chunks[1:]
        elif not chunks:
            chunks = (_SPACE,)
        accents = "" if text.isascii() else _differing("".join(map(self._accents.__getitem__, words)))
        return chunks, accents, _Case(text)


class _WordChunks(dict[str, tuple[Chunk, ...]]):
    """The chunks of words with the space before them, made when they are first asked for: words recur."""

    __slots__ = ()

    def __missing__(self, word: str) -> tuple[Chunk, ...]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        plain, _ = _taken_apart(word)
        chunks = _chunks(plain.casefold())
        found = self[word] = (_SPACE, *chunks) if chunks else ()
        return found


class _WordAccents(dict[str, str]):
    """The accents of words, made when they are first asked for."""

    __slots__ = ()

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        _, accents = _taken_apart(word)
        found = self[word] = "".join(accents)
        return found


_MOST_WORDS: Final = 10_000


def _taken_apart(text: str) -> tuple[str, list[str]]:
    """The letters of a text without their accents, and for each of them and each digit a letter with its accents."""
    if text.isascii():
        return text, [_UNACCENTED for char in text if char.isalnum()]
    letters: list[str] = []
    accents: list[str] = []
    for char in unicodedata.normalize("NFD", text.translate(_EXPANSIONS)):
        if unicodedata.combining(char):
            if accents:
                accents[-1] += char
        else:
            letters.append(char)
            if char.isalnum():
                accents.append(_UNACCENTED)
    return "".join(letters), accents


_UNACCENTED: Final = "a"


def _differing(accents: str) -> str:
    """The accents of a text, or nothing where it has none."""
    return accents if accents.strip(_UNACCENTED) else ""


def _icu_key(tag: str) -> Callable[[str], CollationKey] | None:
    """What makes keys with ICU, or `None` where PyICU is not installed."""
    try:
        icu: Any = importlib.import_module("icu")
    except ImportError:
        return None
    locale = icu.Locale(tag.replace("-", "_"))
    letters, whole = icu.Collator.createInstance(locale), icu.Collator.createInstance(locale)
    for collator in (letters, whole):
        collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    letters.setStrength(icu.Collator.PRIMARY)

    def key(text: str) -> CollationKey:
        # Bytes compare as the letters of Latin-1 do. A space counts, other punctuation does not.
        words = " ".join("".join([c for c in word if c.isalnum() or unicodedata.combining(c)]) for word in text.split())
        words = (" " if text[:1] == " " else "") + " ".join(words.split())
        primary = letters.getSortKey(words).decode("latin-1")
        return ((1, 0, primary),), whole.getSortKey(words).decode("latin-1"), _Case(text)

    return key


class _Case:
    """Small letters before capitals; the punctuation, which nothing else looks at, decides last.

    Few texts have the same letters and accents as another, so it is made when two are compared.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Case) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __lt__(self, other: _Case) -> bool:
        return self._order < other._order

    def __repr__(self) -> str:
        return repr(self._order)

    @property
    def _order(self) -> str:
        text = self._text
        if text.isalnum() and text.isascii():
            return text.swapcase()
        words = _NEITHER_WORD_NOR_SPACE.sub("", text)
        return f"{words.swapcase()}\0{text.swapcase()}\0{text}"


_NEITHER_WORD_NOR_SPACE: Final = re.compile(r"[^\w ]|_")


def _chunks(text: str) -> tuple[Chunk, ...]:
    """The words and numbers of a text, in turn; everything else is ignored."""
    if text.isalpha():
        return ((1, 0, text),)
    # A space at the head counts as any other: only a style sets one there.
    chunks: list[Chunk] = [_SPACE] if text[:1] == " " else []
    head = len(chunks)
    for word in text.split():
        if len(chunks) > head:
            chunks.append(_SPACE)
        _add_word(word, chunks)
        if len(chunks) > head and chunks[-1] is _SPACE:
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
