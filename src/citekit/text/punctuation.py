"""Settling a stream: punctuation mended at seams, quotes by depth, formatting that flip-flops.

CSL 1.0.2, "Formatting", "Quotes", "Locale options" › punctuation-in-quote; the table of what becomes of two marks of
punctuation that meet is citeproc-js's, as the fixtures `punctuation_FullMonty*` show it. A settled stream is what the
writers print.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from citekit.text.markup import GUILLEMETS, SPACED_GUILLEMETS
from citekit.text.tokens import (
    DISPLAY,
    FIELD,
    FONT_STYLE,
    FONT_VARIANT,
    FONT_WEIGHT,
    FORMATTING_KINDS,
    NOCASE,
    NODECOR,
    QUOTE,
    TEXT_DECORATION,
    VERTICAL_ALIGN,
    Mark,
    Tokens,
    mark,
)

__all__ = ["Quotes", "settle", "strip_periods"]


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotation marks of a locale: outer, and inner for quotes within quotes."""

    open: str = "\u201c"
    close: str = "\u201d"
    inner_open: str = "\u2018"
    inner_close: str = "\u2019"


_MENDED: Final = frozenset(".,;:!? ")
_SWAPS_IN: Final = frozenset(".,!?")
_SWAPS_OUT: Final = frozenset(",:;")

KEEP_LEFT: Final = 1
KEEP_RIGHT: Final = 2
_MERGES: Final[dict[str, int]] = {
    # Two alike are one; of two that differ, the stronger stays. Pairs that are not here stay both.
    "..": KEEP_LEFT, ",,": KEEP_LEFT, ";;": KEEP_LEFT, "::": KEEP_LEFT, "!!": KEEP_LEFT, "??": KEEP_LEFT,
    "  ": KEEP_LEFT,
    "!.": KEEP_LEFT, "!:": KEEP_LEFT,
    "?.": KEEP_LEFT, "?:": KEEP_LEFT,
    ":.": KEEP_LEFT, ":!": KEEP_RIGHT, ":?": KEEP_RIGHT,
    ";.": KEEP_LEFT, ";:": KEEP_LEFT, ";!": KEEP_RIGHT, ";?": KEEP_RIGHT,
}  # fmt: skip

_CLOSING_GUILLEMETS: Final[dict[str, str]] = {
    GUILLEMETS: "\u00bb",
    SPACED_GUILLEMETS: "\u202f\u00bb",
}

_NORMAL: Final[dict[str, str]] = {
    FONT_STYLE: "normal",
    FONT_VARIANT: "normal",
    FONT_WEIGHT: "normal",
    TEXT_DECORATION: "none",
    VERTICAL_ALIGN: "baseline",
}
_FIRST_WITHOUT_ITALICS: Final = "\u2e80"
_LAST_WITHOUT_ITALICS: Final = "\U0003ffff"
"""East Asian scripts, from CJK radicals to the ideographic planes."""

_NODECOR_KINDS: Final = (FONT_STYLE, FONT_VARIANT, FONT_WEIGHT)
_DROPPED: Final = frozenset({FIELD, NOCASE})


def strip_periods(tokens: Tokens, start: int) -> None:
    """Remove the periods of `tokens[start:]` in place, but not one before a small letter (`example.org`).

    >>> tokens = ["Am. L.J."]
    >>> strip_periods(tokens, 0)
    >>> tokens
    ['Am LJ']
    """
    for index in range(start, len(tokens)):
        token = tokens[index]
        if isinstance(token, str) and "." in token:
            parts = token.split(".")
            out = [parts[0]]
            for part in parts[1:]:
                if part and "a" <= part[0] <= "z":
                    out.append(".")
                out.append(part)
            tokens[index] = "".join(out)


def settle(tokens: Tokens, quotes: Quotes, punctuation_in_quote: bool) -> Tokens:
    """The stream as it is to be printed; `tokens` is left as it is.

    >>> settle(["A.", ". ", "B"], Quotes(), True)
    ['A. B']
    >>> quote = mark("quote")
    >>> settle([quote, "Why", quote.partner, ", he said"], Quotes("<", ">"), True)
    ['<Why,> he said']
    """
    settler = _Settler(quotes, punctuation_in_quote)
    for token in tokens:
        if isinstance(token, str):
            if token:
                settler.text(token)
            else:
                settler.is_glued = True
        elif token.is_open:
            settler.open(token)
        else:
            settler.close(token)
    return _joined(settler.out)


class _Opened:
    """One open mark: what was printed for it, where, and what its kind was before."""

    __slots__ = ("before", "index", "opening", "printed")

    def __init__(self, opening: Mark, index: int, printed: tuple[Mark, ...], before: str) -> None:
        self.opening = opening
        self.index = index
        self.printed = printed
        self.before = before


class _Settler:
    """The state of one pass over a stream."""

    __slots__ = ("closes_quote", "depth", "in_quote", "is_glued", "last", "out", "quotes", "stack", "values")

    def __init__(self, quotes: Quotes, punctuation_in_quote: bool) -> None:
        self.out: Tokens = []
        self.quotes = quotes
        self.in_quote = punctuation_in_quote
        self.depth = 0
        self.stack: list[_Opened] = []
        # The formatting in force, by kind; what is not there is the kind's normal value.
        self.values: dict[str, str] = {}
        # Where the last piece of text is, quotation marks not counted; -1 when nothing is there to mend with.
        self.last = -1
        self.closes_quote = False
        self.is_glued = False

    def text(self, text: str) -> None:
        """Append a piece of text, mending the seam with the piece before."""
        if self.is_glued:
            self.is_glued = False
        elif text[0] in _MENDED and self.last >= 0:
            text = self._mend(text)
            if not text:
                return
        self.last = len(self.out)
        self.closes_quote = False
        self.out.append(text)

    def _mend(self, text: str) -> str:
        """What is left of `text` once its beginning has been merged with the piece before, or moved into it."""
        while text:
            right = text[0]
            left_text = self.out[self.last]
            if not isinstance(left_text, str) or not left_text:
                return text
            merge = _MERGES.get(left_text[-1] + right, 0)
            if merge == KEEP_LEFT:
                # Only one: what follows stood inside a piece.
                text = text[1:]
                if right == " " or not self._moves_in(text):
                    return text
                continue
            if merge == KEEP_RIGHT:
                self.out[self.last] = left_text[:-1]
                if len(left_text) == 1:
                    self._find_last()
            if not self._moves_in(text):
                return text
            self._append_to_last(right)
            text = text[1:]
        return text

    def _moves_in(self, text: str) -> bool:
        """Whether the first character belongs inside the quotes that have just been closed."""
        return self.in_quote and self.closes_quote and self.last >= 0 and text != "" and text[0] in _SWAPS_IN

    def _append_to_last(self, char: str) -> None:
        text = self.out[self.last]
        if isinstance(text, str):
            self.out[self.last] = text + char

    def _find_last(self) -> None:
        """Go back to the text before, after the last piece has been emptied."""
        index = self.last
        self.last = -1
        while index > 0:
            index -= 1
            token = self.out[index]
            if isinstance(token, str):
                if token and token in (self.quotes.close, self.quotes.inner_close):
                    self.closes_quote = True
                elif token:
                    self.last = index
                    return
            elif token.kind == DISPLAY:
                return

    def open(self, opening: Mark) -> None:
        """Open what is to be printed for a mark."""
        kind = opening.kind
        printed: tuple[Mark, ...] = ()
        before = ""
        index = len(self.out)
        if kind in FORMATTING_KINDS:
            before = self.values.get(kind, "")
            value = self._value(kind, opening.value, before)
            if value:
                printed = (mark(kind, value),)
                self.values[kind] = value
        elif kind == QUOTE:
            self._open_quote(opening.value)
        elif kind == NODECOR:
            printed = self._normal_marks()
        elif kind not in _DROPPED:
            printed = (opening,)
            if kind == DISPLAY:
                self.last = -1
        for one in printed:
            self.out.append(one)
        self.stack.append(_Opened(opening, index, printed, before))

    def _value(self, kind: str, value: str, before: str) -> str:
        """The value to print for a formatting mark inside `before`; empty when there is nothing to print."""
        normal = _NORMAL[kind]
        if value == normal:
            return normal if before and before != normal else ""
        if value == before and kind != VERTICAL_ALIGN:
            return normal
        return value

    def _normal_marks(self) -> tuple[Mark, ...]:
        """The marks that undo the formatting around."""
        found: list[Mark] = []
        for kind in _NODECOR_KINDS:
            value = self.values.get(kind, "")
            if value and value != _NORMAL[kind]:
                found.append(mark(kind, _NORMAL[kind]))
        return tuple(found)

    def close(self, closing: Mark) -> None:
        """Close what the partner of a mark has opened; a pair around nothing disappears."""
        if not self.stack:
            return
        opened = self.stack.pop()
        kind = closing.kind
        if kind == QUOTE:
            self._close_quote(opened)
            return
        if kind in FORMATTING_KINDS and opened.printed:
            self.values[kind] = opened.before
        out = self.out
        if kind == FONT_STYLE and len(out) == opened.index + 2 and opened.printed:
            text = out[-1]
            if isinstance(text, str) and not _takes_font_style(text):
                del out[opened.index]
                if self.last > opened.index:
                    self.last -= 1
                return
        for one in reversed(opened.printed):
            if out and out[-1] is one:
                out.pop()
            else:
                out.append(one.partner)
        if kind == DISPLAY:
            self.last = -1

    def _keeps(self, guillemet: str) -> bool:
        """Whether quotation marks typed in the text stay as they are: guillemets, where the locale has none."""
        quotes = self.quotes
        return guillemet != "" and guillemet[0] not in quotes.open and guillemet[0] not in quotes.inner_open

    def _open_quote(self, typed: str) -> None:
        if self._keeps(typed):
            self.out.append(typed)
            return
        self.out.append(self.quotes.inner_open if self.depth % 2 else self.quotes.open)
        self.depth += 1

    def _close_quote(self, opened: _Opened) -> None:
        typed = opened.opening.value
        keeps = self._keeps(typed)
        if not keeps:
            self.depth -= 1
        if self.last < opened.index:
            # Quotes around nothing.
            del self.out[opened.index]
            return
        if keeps:
            self.out.append(_CLOSING_GUILLEMETS[typed])
            self.closes_quote = False
            return
        moved = "" if self.in_quote else self._take_out()
        self.out.append(self.quotes.inner_close if self.depth % 2 else self.quotes.close)
        self.closes_quote = True
        if moved:
            self.text(moved)

    def _take_out(self) -> str:
        """Cut the commas, colons and semicolons off the end of the quoted text, and return them."""
        text = self.out[self.last]
        if not isinstance(text, str):
            return ""
        end = len(text)
        while end > 1 and text[end - 1] in _SWAPS_OUT:
            end -= 1
        self.out[self.last] = text[:end]
        return text[end:]


def _takes_font_style(text: str) -> bool:
    """Whether a text has anything to slant: scripts such as Chinese have no italics, nor has mere punctuation."""
    for char in text:
        if not _FIRST_WITHOUT_ITALICS <= char <= _LAST_WITHOUT_ITALICS and char.isalnum():
            return True
    return False  # a generator would cost more than the whole loop usually does


def _joined(tokens: Tokens) -> Tokens:
    """Join neighbouring strings."""
    out: Tokens = []
    texts: list[str] = []
    for token in tokens:
        if isinstance(token, str):
            texts.append(token)
            continue
        if texts:
            out.append("".join(texts))
            texts.clear()
        out.append(token)
    if texts:
        out.append("".join(texts))
    return out
