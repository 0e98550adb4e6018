"""Settling a stream: punctuation mended at seams, quotes by depth, formatting that flip-flops.

CSL 1.0.2, "Formatting", "Quotes", "Locale options" › punctuation-in-quote; the table of what becomes of two marks of
punctuation that meet is citeproc-js's, as the fixtures `punctuation_FullMonty*` show it. A settled stream is what the
writers print.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from citekit.text.flipflop import takes_font_style, undoing_marks, value_inside
from citekit.text.joining import joined, space_before_block
from citekit.text.markup import CLOSE_GUILLEMET, CURLY_DOUBLE, CURLY_SINGLE, GUILLEMETS, INNER_QUOTES
from citekit.text.seams import (
    KEEP_LEFT,
    KEEP_RIGHT,
    MENDED,
    MERGES,
    PUNCTUATION,
    SWAPS_IN,
    SWAPS_OUT,
    strip_periods,
)
from citekit.text.tokens import (
    DISPLAY,
    FIELD,
    FIXED,
    FONT_STYLE,
    FORMATTING_KINDS,
    NOCASE,
    NODECOR,
    QUOTE,
    Mark,
    Token,
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


_CLOSING: Final[dict[str, str]] = {
    CURLY_DOUBLE: "\u201d",
    CURLY_SINGLE: "\u2019",
    **{opening: f"{opening[1:]}\u00bb" for opening in GUILLEMETS},
}

_SPACED_CLOSING: Final = frozenset([closing for closing in _CLOSING.values() if len(closing) > 1])
_DROPPED: Final = frozenset({FIELD, NOCASE})


def settle(tokens: Tokens, quotes: Quotes, punctuation_in_quote: bool) -> Tokens:
    """The stream as it is to be printed; `tokens` is left as it is.

    >>> settle(["A.", ". ", "B"], Quotes(), True)
    ['A. B']
    >>> quote = mark("quote")
    >>> settle([quote, "Why", quote.partner, ", he said"], Quotes("<", ">"), True)
    ['<Why,> he said']
    """
    settler = _Settler(quotes, punctuation_in_quote)
    out = settler.out
    is_plain, before, told = True, "", 0
    for token in tokens:
        if isinstance(token, str):
            # Nine pieces in ten follow plain text and meet nothing that could be mended.
            if is_plain and token and (token[0] not in MENDED or before[-1:] + token[0] not in MERGES):
                out.append(token)
                before = token
                continue
        elif token.kind in _DROPPED:
            continue
        if len(out) > told:
            # What has gone past the settler ended with a piece of text.
            settler.last = len(out) - 1
        settler.take(token)
        is_plain, before, told = settler.is_plain, settler.last_text, len(out)
    if len(out) > told:
        settler.last = len(out) - 1
    return settler.finish()


def _spaced_as(typed: str, text: str) -> str:
    """A quotation mark of the locale; a guillemet has the space that was typed inside it.

    Which space it is to be is a question for the typography of the output, which may leave all as stored.
    """
    if typed not in GUILLEMETS or not typed[1:]:
        return text
    if text in GUILLEMETS:
        return typed
    return _CLOSING[typed] if text == CLOSE_GUILLEMET or text in _SPACED_CLOSING else text


class _Opened:
    """One open mark: what was printed for it, where, and what its kind was before."""

    __slots__ = ("before", "index", "opening", "printed")

    def __init__(self, opening: Mark, index: int, printed: tuple[Mark, ...], before: str) -> None:
        self.opening = opening
        self.index = index
        self.printed = printed
        self.before = before


class _BlockEnd:
    """A block that has just been closed, and where its last text is."""

    __slots__ = ("closes_quote", "closing", "last")

    def __init__(self, closing: Mark, last: int, closes_quote: bool) -> None:
        self.closing = closing
        self.last = last
        self.closes_quote = closes_quote

    def ends_in_space(self, out: Tokens) -> bool:
        """Whether its last text does."""
        text = out[self.last] if self.last >= 0 else ""
        return isinstance(text, str) and text.endswith(" ")


class _Settler:
    """The state of one pass over a stream."""

    __slots__ = (
        "after_markup",
        "block_end",
        "block_follows_space",
        "closes_quote",
        "in_quote",
        "is_glued",
        "last",
        "out",
        "quote_levels",
        "quotes",
        "stack",
        "values",
    )

    def __init__(self, quotes: Quotes, punctuation_in_quote: bool) -> None:
        self.out: Tokens = []
        # Set between the end of a block and the next text or block.
        self.block_end: _BlockEnd | None = None
        self.quotes = quotes
        self.in_quote = punctuation_in_quote
        # 0 for outer quotes, 1 for inner ones, from the outside in.
        self.quote_levels: list[int] = []
        self.stack: list[_Opened] = []
        # The formatting in force, by kind; what is not there is the kind's normal value.
        self.values: dict[str, str] = {}
        # Where the last piece of text is, quotation marks not counted; -1 when nothing is there to mend with.
        self.last = -1
        # Where a field's own markup ended after the last piece of text and inside the same quotes, else -1.
        self.after_markup = -1
        self.closes_quote = False
        self.is_glued = False
        # Whether a block has just been opened behind one that ends in a space.
        self.block_follows_space = False

    def take(self, token: Token) -> None:
        """Go on with a piece of text or a mark that is printed."""
        if isinstance(token, str):
            if token:
                self.text(token)
            else:
                self.is_glued = True
        elif token.is_open:
            self.open(token)
        else:
            self.close(token)

    def text(self, text: str) -> None:
        """Append a piece of text, mending the seam with the piece before."""
        if not self.is_glued:
            if self.block_follows_space:
                # The space at the end of the block before is enough.
                self.block_follows_space = False
                text = text.removeprefix(" ")
            elif self.block_end is not None:
                text = self._into_block(text, self.block_end)
            elif text[0] in MENDED and self.last >= 0:
                text = self._mend(text)
            if not text:
                return
        self.block_end = None
        self.append(text)

    @property
    def is_plain(self) -> bool:
        """Whether a piece that comes now meets nothing but the last character before it."""
        return not (
            self.closes_quote
            or self.is_glued
            or self.after_markup >= 0
            or self.block_end is not None
            or self.block_follows_space
        )

    @property
    def last_text(self) -> str:
        """The last piece of text; empty where nothing is there to mend with."""
        last = self.out[self.last] if self.last >= 0 else ""
        return last if isinstance(last, str) else ""

    def append(self, text: str) -> None:
        """Append a piece of text that begins with no punctuation, or whose seam has been mended."""
        self.is_glued = False
        self.after_markup = -1
        self.closes_quote = False
        self.last = len(self.out)
        self.out.append(text)

    def _into_block(self, text: str, block: _BlockEnd) -> str:
        """Move the punctuation that follows a block into it: no line begins with a full stop."""
        end = 0
        while end < len(text) and text[end] in PUNCTUATION:
            end += 1
        self.block_end = None
        if end and block.last >= 0 and self.out[-1] is block.closing:
            self.out.pop()
            self.last, self.closes_quote = block.last, block.closes_quote
            self.text(text[:end])
            self.block_end = _BlockEnd(block.closing, self.last, self.closes_quote)
            self.out.append(block.closing)
            self.last = -1
            return text[end:]
        return text

    def finish(self) -> Tokens:
        """The settled stream; a space at the end of a last block stands after it."""
        out = self.out
        if self.block_end is not None and len(out) > 1 and out[-1] is self.block_end.closing:
            text = out[-2]
            if isinstance(text, str) and text[-1] == " ":
                out[-2] = text[:-1]
                out.append(" ")
        return space_before_block(joined(out))

    def _mend(self, text: str) -> str:
        """What is left of `text` once its beginning has been merged with the piece before, or moved into it."""
        while text:
            right = text[0]
            left_text = self.out[self.last]
            if not isinstance(left_text, str) or not left_text:
                return text
            if right == " " and self._is_at_formatting():
                return text
            merge = MERGES.get(left_text[-1] + right, 0)
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

    def _is_at_formatting(self) -> bool:
        """Whether formatting begins or ends at the seam: spaces on both sides of it are kept, as in the reference."""
        between = self.out[-1]
        return self.last < len(self.out) - 1 and isinstance(between, Mark) and between.kind in FORMATTING_KINDS

    def _moves_in(self, text: str) -> bool:
        """Whether the first character belongs inside the quotes that have just been closed."""
        return self.in_quote and self.closes_quote and self.last >= 0 and text != "" and text[0] in SWAPS_IN

    def _append_to_last(self, char: str) -> None:
        text = self.out[self.last]
        if self.after_markup > self.last:
            # What moves in is no part of the field, so it is not raised, bold or italic with the field's last word.
            self.out.insert(self.after_markup, char)
            self.last = self.after_markup
            self.after_markup = -1
        elif isinstance(text, str):
            self.out[self.last] = text + char

    def _find_last(self) -> None:
        """Go back to the text before, after the last piece has been emptied."""
        index = self.last
        self.last = -1
        while index > 0:
            index -= 1
            token = self.out[index]
            if isinstance(token, str):
                if token and (token in (self.quotes.close, self.quotes.inner_close) or token in _SPACED_CLOSING):
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
            value = value_inside(kind, opening.value, before)
            if value:
                printed = (mark(kind, value),)
                self.values[kind] = value
        elif kind == QUOTE:
            self._open_quote(opening.value)
        elif kind == NODECOR:
            printed = undoing_marks(self.values)
        elif kind not in _DROPPED:
            printed = (opening,)
            if kind == DISPLAY:
                self.block_follows_space = self.block_end is not None and self.block_end.ends_in_space(self.out)
                self.last = -1
                self.block_end = None
        for one in printed:
            self.out.append(one)
        self.stack.append(_Opened(opening, index, printed, before))

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
            if isinstance(text, str) and not takes_font_style(text):
                del out[opened.index]
                if self.last > opened.index:
                    self.last -= 1
                return
        if kind == FONT_STYLE and not opened.printed and out:
            self._set_upright(opened, out[-1])
        is_empty = False
        for one in reversed(opened.printed):
            is_empty = bool(out) and out[-1] is one
            if is_empty:
                out.pop()
            else:
                out.append(one.partner)
        if (
            kind in FORMATTING_KINDS
            and opened.printed
            and not self.closes_quote
            and not opened.opening.value.startswith(FIXED)
        ):
            self.after_markup = len(out)
        if kind == DISPLAY:
            self.block_end = None if is_empty else _BlockEnd(closing, self.last, self.closes_quote)
            self.last = -1

    def _set_upright(self, opened: _Opened, before: Token) -> None:
        """Print undone formatting where what it stands around ends in such formatting, as the reference does."""
        kind = opened.opening.kind
        is_undone = opened.opening.value == FIXED + "normal" and not opened.before
        if not is_undone or not isinstance(before, Mark) or before.kind != kind or before.value == "normal":
            return
        if self.out[opened.index] is before.partner and self.after_markup < len(self.out):
            # An element in italics around everything is what the style wants; a field's own markup is not.
            return
        normal = mark(kind, "normal")
        self.out.insert(opened.index, normal)
        opened.printed = (normal,)
        if self.last >= opened.index:
            self.last += 1
        if self.after_markup > opened.index:
            self.after_markup += 1

    def _keeps(self, typed: str) -> bool:
        """Whether quotation marks typed in the text stay as they are: those which the locale does not use."""
        quotes = self.quotes
        return typed in _CLOSING and typed[0] not in quotes.open and typed[0] not in quotes.inner_open

    def _is_inner(self, typed: str) -> bool:
        """Whether quotes that stand alone are inner ones all the same, because the locale has those inside others."""
        quotes = self.quotes
        return typed == INNER_QUOTES or (typed in _CLOSING and typed[0] not in quotes.open)

    def _open_quote(self, typed: str) -> None:
        if self._keeps(typed):
            self.out.append(typed)
            return
        levels = self.quote_levels
        # Inside other quotes the levels alternate, whatever was typed.
        level = 1 - levels[-1] if levels else int(self._is_inner(typed))
        levels.append(level)
        self.out.append(_spaced_as(typed, self.quotes.inner_open if level else self.quotes.open))

    def _close_quote(self, opened: _Opened) -> None:
        typed = opened.opening.value
        keeps = self._keeps(typed)
        level = 0 if keeps else self.quote_levels.pop()
        if self.last < opened.index:
            # Quotes around nothing.
            del self.out[opened.index]
            return
        if keeps:
            # They are text to the quotes around them: nothing moves into them.
            self.last = len(self.out)
            self.out.append(_CLOSING[typed])
            self.closes_quote = False
            return
        moved = "" if self.in_quote else self._take_out()
        self.out.append(_spaced_as(typed, self.quotes.inner_close if level else self.quotes.close))
        self.closes_quote = True
        if moved:
            self.text(moved)

    def _take_out(self) -> str:
        """Cut the commas, colons and semicolons off the end of the quoted text, and return them."""
        text = self.out[self.last]
        if not isinstance(text, str):
            return ""
        end = len(text)
        while end > 1 and text[end - 1] in SWAPS_OUT:
            end -= 1
        self.out[self.last] = text[:end]
        return text[end:]
