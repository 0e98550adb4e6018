"""French typography, chosen for one output: which spaces stand around punctuation, and what is raised.

Where a space stands in a value is the business of the value, which is stored in one form (that of the Lexique, as the
French rules write it); which space it is, is chosen here, for the whole reference at once. The text of the style is
another matter: styles are written for every language, so where the locale is French, their `: ` and `; ` get the space
that French wants. `OWN` marks around the item's own text tell the two apart, so an English title in a French list
stays English.

Lexique des règles typographiques en usage à l'Imprimerie nationale: U+00A0 before the colon and inside guillemets,
U+202F before `; ! ?`; "Abréviations": 1er, 2e, no with the ending raised.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from citekit.errors import UsageError
from citekit.text.language_tags import primary_language
from citekit.text.markup import CURLY_DOUBLE, CURLY_SINGLE, INNER_QUOTES
from citekit.text.punctuation import Quotes
from citekit.text.raised import RAISED, RAISED_SIGNS, close_raised, raise_french
from citekit.text.tokens import OWN, QUOTE, Mark, Token, Tokens, append_text, mark

__all__ = ["SPACES", "STORED", "Typography"]

NBSP: Final = "\u00a0"
NARROW_NBSP: Final = "\u202f"
THIN_SPACE: Final = "\u2009"
OPENING: Final = "«"
CLOSING: Final = "»"

STORED: Final = "stored"
"""No kind of spaces: text is printed as it is stored and as the style has it, which is what CSL asks for."""

_LEXIQUE: Final = {":": NBSP, CLOSING: NBSP, OPENING: NBSP, ";": NARROW_NBSP, "!": NARROW_NBSP, "?": NARROW_NBSP}

SPACES: Final[Mapping[str, Mapping[str, str]]] = {
    "lexique": _LEXIQUE,
    "nbsp": dict.fromkeys(_LEXIQUE, NBSP),
    "nnbsp": dict.fromkeys(_LEXIQUE, NARROW_NBSP),
    "ascii": dict.fromkeys(_LEXIQUE, " "),
}
"""The kinds of spaces by name, each by the mark that the space goes with. "ascii" has no no-break space anywhere."""

_NO_BREAK: Final = frozenset((NBSP, NARROW_NBSP))
_MOVABLE: Final = frozenset((NBSP, NARROW_NBSP, THIN_SPACE))
_BLANKS: Final = frozenset((" ", *_MOVABLE))
_HIGH: Final = frozenset(":;!?" + CLOSING)
_SIGNS: Final = _HIGH | {OPENING} | RAISED_SIGNS
_GUILLEMETS: Final = {OPENING: OPENING + NBSP, CLOSING: NBSP + CLOSING}
_SEPARATORS: Final = frozenset(":;")
"""What styles set without the space that French wants. `Yahoo!` is a name, and `2020?` an uncertain date."""
_WORD_ENDS: Final = frozenset(")]»\u201d\u2019%.!?\u2026")
"""What may stand before a separator besides letters and digits."""

_QUOTES: Final = (
    (mark(QUOTE), mark(QUOTE, CURLY_DOUBLE)),
    (mark(QUOTE, INNER_QUOTES), mark(QUOTE, CURLY_SINGLE)),
)
_ENGLISH_QUOTES: Final[Mapping[Token, Token]] = {
    **dict(_QUOTES),
    **{straight.partner: curly.partner for straight, curly in _QUOTES},
}
"""Straight quotes take the form of the locale, except in English text where that would be guillemets."""

_FRENCH: Final = mark(OWN, "fr")
_OTHER: Final = mark(OWN)


class Typography:
    """The typography of one output: a kind of spaces, and the language of the style's own text.

    Raises `UsageError` where the kind is not one of `SPACES`.
    """

    __slots__ = ("_is_ascii", "_is_french", "_table")

    def __init__(self, spaces: str, tag: str) -> None:
        table = SPACES.get(spaces)
        if table is None:
            known = ", ".join((*SPACES, STORED))
            raise UsageError(f"unknown kind of spaces {spaces!r}", remedy=f"use one of {known}")
        self._table = table
        self._is_ascii = spaces == "ascii"
        self._is_french = primary_language(tag) == "fr"

    def own(self, tokens: tuple[Token, ...], language: str) -> tuple[Token, ...]:
        """The tokens of an item's value, marked as such; where no language is given, it is that of the locale.

        What holds nothing that typography looks at is the same whoever wrote it, and goes unmarked.
        """
        primary = primary_language(language)
        is_french = primary == "fr" if primary else self._is_french
        if self._is_french and primary == "en":
            tokens = tuple([_ENGLISH_QUOTES.get(token, token) for token in tokens])
        if all([_SIGNS.isdisjoint(token) for token in tokens if isinstance(token, str)]) and RAISED not in tokens:
            return tokens
        opening = _FRENCH if is_french else _OTHER
        return (opening, *tokens, opening.partner)

    def quotes(self, quotes: Quotes) -> Quotes:
        """The quotation marks of the style; guillemets have their spaces in French, even where the style forgot them.

        >>> Typography("lexique", "fr").quotes(Quotes("«", "»")).open
        '«\\xa0'
        """
        if not self._is_french:
            return quotes
        marks = (quotes.open, quotes.close, quotes.inner_open, quotes.inner_close)
        return Quotes(*[_GUILLEMETS.get(one, one) for one in marks])

    def settled(self, tokens: Tokens) -> Tokens:
        """Settled tokens as they are to be printed.

        >>> typography = Typography("lexique", "fr-FR")
        >>> typography.settled([*typography.own(("The end: why?",), "en"), " : 2020; ", "Quoi\\u00a0?"])
        ['The end: why?\\xa0: 2020\\u202f; Quoi\\u202f?']
        """
        out: Tokens = []
        opened: list[Mark] = []
        for token, before, after in _with_neighbours(tokens):
            is_french = (opened[-1] is _FRENCH) if opened else self._is_french
            if isinstance(token, str):
                is_style = self._is_french and not opened
                text = _spaced(token, before, after, self._table) if is_style else token
                text = _respaced(text, before, after, self._table, self._is_ascii)
                if is_french:
                    raise_french(text, out, " " if self._is_ascii else NBSP)
                else:
                    append_text(out, text)
            elif token.kind == OWN:
                if token.is_open:
                    opened.append(token)
                else:
                    opened.pop()
            elif not (is_french and close_raised(token, out)):
                out.append(token)
        return out

    def text(self, text: str) -> str:
        """Plain text that is no part of a reference, such as a heading: with this kind of spaces, none added.

        >>> Typography("ascii", "fr").text("«\\u00a0Quoi\\u202f!\\u00a0»")
        '« Quoi ! »'
        """
        return _respaced(text, "", "", self._table, self._is_ascii)


def _with_neighbours(tokens: Tokens) -> list[tuple[Token, str, str]]:
    """Each token with the last character of the text before it and the first of the text after it."""
    found: list[tuple[Token, str, str]] = []
    after = ""
    afters: list[str] = []
    for token in reversed(tokens):
        afters.append(after)
        if isinstance(token, str) and token:
            after = token[0]
    before = ""
    for token, following in zip(tokens, reversed(afters), strict=True):
        found.append((token, before, following))
        if isinstance(token, str) and token:
            before = token[-1]
    return found


def _spaced(text: str, before: str, after: str, table: Mapping[str, str]) -> str:
    """Text of a style with a space of the kind where French wants one: before high marks, and inside guillemets."""
    if _HIGH.isdisjoint(text) and OPENING not in text and after not in _HIGH:
        return text
    out: list[str] = []
    last = len(text) - 1
    for i, char in enumerate(text):
        following = text[i + 1] if i < last else after
        preceding = out[-1] if out else before
        if char in _BLANKS:
            if following in _HIGH:
                while out and out[-1] in _BLANKS:
                    out.pop()
                char = table[following]
            elif preceding == OPENING:
                char = table[OPENING]
        elif (
            char in _SEPARATORS
            and (not following or following.isspace())
            and (preceding.isalnum() or preceding in _WORD_ENDS)
        ):
            out.append(table[char])
        out.append(char)
    return "".join(out)


def _respaced(text: str, before: str, after: str, table: Mapping[str, str], is_ascii: bool) -> str:
    """One string with its no-break spaces of one kind; `before` and `after` are its neighbours at the seams."""
    if _MOVABLE.isdisjoint(text):
        return text
    out: list[str] = []
    last = len(text) - 1
    for i, char in enumerate(text):
        if char not in _MOVABLE:
            out.append(char)
            continue
        following = text[i + 1] if i < last else after
        preceding = text[i - 1] if i else before
        if following in _HIGH:
            out.append(table[following])
        elif preceding == OPENING:
            out.append(table[OPENING])
        else:
            # `XIXe siècle`, `p. 12`: no-break, but no matter of punctuation.
            out.append(" " if is_ascii and char in _NO_BREAK else char)
    return "".join(out)
