"""Field text to tokens: the small HTML of CSL-JSON, quotation marks, apostrophes, spaces before high punctuation.

CSL 1.0.2, "Rich text markup within fields", and citeproc-js's reading of quotes: a pair of quotes in a field becomes
a pair of `QUOTE` marks, because which characters are printed depends on the locale and on the quotes around it. What
does not pair, and every tag that CSL does not know, stays as it was typed.

An empty string in the result says that the string after it goes on with the same piece of text: no seam is there, so
no punctuation is mended (`punctuation.py`).
"""

from __future__ import annotations

from typing import Final

from citekit.text.tokens import (
    FONT_STYLE,
    FONT_VARIANT,
    FONT_WEIGHT,
    NOCASE,
    NODECOR,
    QUOTE,
    VERTICAL_ALIGN,
    Mark,
    Token,
    mark,
    plain_text,
)

__all__ = ["APOSTROPHE", "parse_markup", "strip_markup"]

NBSP: Final = "\u00a0"
NARROW_NBSP: Final = "\u202f"
APOSTROPHE: Final = "\u2019"
OPEN_SINGLE: Final = "\u2018"
OPEN_DOUBLE: Final = "\u201c"
CLOSE_DOUBLE: Final = "\u201d"
OPEN_GUILLEMET: Final = "\u00ab"
CLOSE_GUILLEMET: Final = "\u00bb"

GUILLEMETS: Final = (OPEN_GUILLEMET, OPEN_GUILLEMET + NBSP, OPEN_GUILLEMET + NARROW_NBSP)
"""Values of the quote marks that stand for guillemets: how they opened, with the space inside them."""
CURLY_DOUBLE: Final = OPEN_DOUBLE
CURLY_SINGLE: Final = OPEN_SINGLE
"""Values of the quote marks that stand for curly quotes, which only some locales have for quotes of theirs."""
INNER_QUOTES: Final = "'"
"""Value of the quote marks that are inner quotes even when nothing is around them: straight ones inside others."""

_QUOTE: Final = mark(QUOTE)
_STRAIGHT: Final = ('"', "'")
_STRAIGHT_MARKS: Final[dict[str, Mark]] = {char: mark(QUOTE, char) for char in _STRAIGHT}
_OPENING: Final = (OPEN_SINGLE, OPEN_DOUBLE, OPEN_GUILLEMET)
_INNER_SPACES: Final = (NBSP, NARROW_NBSP)
"""What stands inside guillemets once plain spaces there have become narrow ones."""

_TAGS: Final[dict[str, Mark]] = {
    "<i>": mark(FONT_STYLE, "italic"),
    "<b>": mark(FONT_WEIGHT, "bold"),
    "<sup>": mark(VERTICAL_ALIGN, "sup"),
    "<sub>": mark(VERTICAL_ALIGN, "sub"),
    "<sc>": mark(FONT_VARIANT, "small-caps"),
}
_SPANS: Final[tuple[tuple[str, Mark], ...]] = (
    ('style="font-variant:small-caps', mark(FONT_VARIANT, "small-caps")),
    ('class="nocase"', mark(NOCASE)),
    ('class="nodecor"', mark(NODECOR)),
)
_LONGEST_TAG: Final = 200
"""A `<span …>` longer than this is not markup; bounds the search for `>`."""

_QUOTE_CLOSERS: Final[dict[str, str]] = {
    '"': '"',
    "'": "'",
    APOSTROPHE: OPEN_SINGLE,
    CLOSE_DOUBLE: OPEN_DOUBLE,
    CLOSE_GUILLEMET: OPEN_GUILLEMET,
}
"""Closing character → the character that opened."""

_SPECIAL: Final = "<\"'" + APOSTROPHE + OPEN_SINGLE + OPEN_DOUBLE + CLOSE_DOUBLE + OPEN_GUILLEMET + CLOSE_GUILLEMET
_SPECIALS: Final = frozenset(_SPECIAL)
_STRAIGHT_SPECIALS: Final = "<\"'"
_BEFORE_OPENING: Final = frozenset("([{/-\u2010\u2011\u2013\u2014\u00bf\u00a1")
_HIGH_PUNCTUATION: Final = tuple([(char, " " + char, NARROW_NBSP + char) for char in (*":;?!", CLOSE_GUILLEMET)])
"""A mark, as it is typed after a plain space, and as it is kept after a narrow one."""
_SEAM_START: Final = frozenset(" .,;:!?")


class _Frame:
    """Something open: a tag, or (at level `quotes`) a quotation mark that may yet prove literal."""

    __slots__ = ("closer", "is_quote", "opening", "position")

    def __init__(self, closer: str, position: int, opening: Mark | None, is_quote: bool) -> None:
        self.closer = closer
        self.position = position
        self.opening = opening
        self.is_quote = is_quote


class _Parser:
    """One pass over the text; what is open waits on a stack, as literal text until it is closed."""

    __slots__ = ("open_quotes", "open_tags", "out", "stack", "straight", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[Token] = []
        self.stack: list[_Frame] = []
        # How many of each are open, so that a closer without an opener is recognised without searching.
        self.open_tags: dict[str, int] = {}
        self.open_quotes: list[dict[str, int]] = [{}]
        self.straight: set[str] = set()

    def parse(self) -> tuple[Token, ...]:
        text = self.text
        start = 0
        position = 0
        length = len(text)
        while position < length:
            char = text[position]
            if char not in _SPECIALS:
                position += 1
                continue
            if start < position:
                self.out.append(text[start:position])
            position = self._tag(position) if char == "<" else self._quote(position, char)
            start = position
        if start < length:
            self.out.append(text[start:])
        if self.straight:
            self._level_straight_quotes()
        return _joined(self.out)

    def _level_straight_quotes(self) -> None:
        """Of straight quotes, the form that comes first is the outer one, be it single or double."""
        outer = ""
        for index, token in enumerate(self.out):
            if isinstance(token, Mark) and token.kind == QUOTE and token.value in self.straight:
                if not outer:
                    outer = token.value
                level = _QUOTE if token.value == outer else mark(QUOTE, INNER_QUOTES)
                self.out[index] = level if token.is_open else level.partner

    def _tag(self, position: int) -> int:
        """Read the tag at `position`; return where the text goes on."""
        text = self.text
        end = text.find(">", position, position + _LONGEST_TAG)
        if end < 0:
            self.out.append("<")
            return position + 1
        tag = text[position : end + 1]
        if tag.startswith("</"):
            if self.open_tags.get(tag, 0):
                self._close_tag(tag)
            else:
                self.out.append(tag)
            return end + 1
        opening: Mark | None = _TAGS.get(tag)
        if opening is not None:
            self._open_tag(tag, "</" + tag[1:], opening)
        elif tag.startswith("<span ") or tag == "<span>":
            self._open_tag(tag, "</span>", _span(tag))
        else:
            self.out.append("<")
            return position + 1
        return end + 1

    def _open_tag(self, literal: str, closer: str, opening: Mark | None) -> None:
        self.stack.append(_Frame(closer, len(self.out), opening, False))
        self.open_tags[closer] = self.open_tags.get(closer, 0) + 1
        self.open_quotes.append({})
        self.out.append(literal)

    def _close_tag(self, closer: str) -> None:
        """Close the innermost such tag; whatever was opened inside and not closed stays literal."""
        while True:
            frame = self.stack.pop()
            if frame.is_quote:
                continue
            self.open_quotes.pop()
            self.open_tags[frame.closer] -= 1
            if frame.closer == closer:
                break
        if frame.opening is None:
            self.out.append(closer)
            return
        self.out[frame.position] = frame.opening
        self.out.append(frame.opening.partner)

    def _quote(self, position: int, char: str) -> int:
        """Read a quotation mark or apostrophe; return where the text goes on."""
        text = self.text
        before = text[position - 1] if position else ""
        after = text[position + 1] if position + 1 < len(text) else ""
        if char in _OPENING:
            # German closes with what English opens with.
            if char != OPEN_GUILLEMET and (not after or after.isspace()):
                self.out.append(char)
            else:
                self._open_quote(char, char)
            return position + 1
        literal = APOSTROPHE if char == "'" else char
        is_straight = char in _STRAIGHT
        if is_straight and _may_open(before, after, self._is_after_opening()):
            self._open_quote(char, literal)
            return position + 1
        is_apostrophe = literal == APOSTROPHE and after.isalnum()
        if is_apostrophe or (is_straight and before.isspace()):
            self.out.append(literal)
            return position + 1
        opener = _QUOTE_CLOSERS[char]
        if self.open_quotes[-1].get(opener, 0):
            self._close_quote(opener)
        else:
            self.out.append(literal)
        return position + 1

    def _is_after_opening(self) -> bool:
        """Whether the token written last is something that has just been opened."""
        return bool(self.stack) and self.stack[-1].position == len(self.out) - 1

    def _open_quote(self, opener: str, literal: str) -> None:
        self.stack.append(_Frame(opener, len(self.out), _QUOTE, True))
        counts = self.open_quotes[-1]
        counts[opener] = counts.get(opener, 0) + 1
        self.out.append(literal)

    def _close_quote(self, opener: str) -> None:
        """Close the innermost such quote since the last tag; quotes opened inside it stay literal."""
        counts = self.open_quotes[-1]
        while True:
            frame = self.stack.pop()
            counts[frame.closer] -= 1
            if frame.closer == opener:
                break
        opening = _QUOTE
        if opener in _STRAIGHT:
            opening = _STRAIGHT_MARKS[opener]
            self.straight.add(opener)
        elif opener in (OPEN_SINGLE, OPEN_DOUBLE):
            opening = mark(QUOTE, opener)
        elif opener == OPEN_GUILLEMET:
            opening = mark(QUOTE, OPEN_GUILLEMET + self._trim(frame.position + 1))
        self.out[frame.position] = opening
        self.out.append(opening.partner)

    def _trim(self, start: int) -> str:
        """Take away the spaces inside guillemets, since a locale's own bring theirs; the first of them."""
        if start >= len(self.out):
            return ""
        space = ""
        first = self.out[start]
        if isinstance(first, str) and first[:1] in _INNER_SPACES:
            space = first[:1]
            self.out[start] = first[1:]
        last = self.out[-1]
        if isinstance(last, str) and last[-1:] in _INNER_SPACES:
            self.out[-1] = last[:-1]
        return space


def _span(tag: str) -> Mark | None:
    """The mark of a `<span …>` that CSL knows, however it is spaced."""
    attributes = tag[5:-1].replace(" ", "").replace("'", '"')
    for beginning, opening in _SPANS:
        if attributes.startswith(beginning):
            return opening
    return None


def _may_open(before: str, after: str, is_after_opening: bool) -> bool:
    """Whether a straight quote here opens: something follows, and nothing that it could close stands before."""
    if not after or after.isspace():
        return False
    if not before or before.isspace() or before in _BEFORE_OPENING or is_after_opening:
        return True
    # French elision: l'"Etat".
    return before in ("'", APOSTROPHE) and after.isalnum()


def _joined(tokens: list[Token]) -> tuple[Token, ...]:
    """Join neighbouring strings; mark with an empty string where a string goes on after a mark."""
    out: list[Token] = []
    texts: list[str] = []
    has_text = False
    for token in tokens:
        if isinstance(token, str):
            texts.append(token)
            continue
        if texts:
            has_text = _flush(texts, out, has_text)
        out.append(token)
    if texts:
        _flush(texts, out, has_text)
    return tuple(out)


def _flush(texts: list[str], out: list[Token], has_text: bool) -> bool:
    text = "".join(texts)
    texts.clear()
    if not text:
        return has_text
    if has_text and text[0] in _SEAM_START:
        out.append("")
    out.append(text)
    return True


def _with_narrow_spaces(text: str) -> str:
    """A plain space before high punctuation, or inside guillemets, becomes a narrow no-break space."""
    for char, spaced, narrow in _HIGH_PUNCTUATION:
        if char in text and spaced in text:
            text = text.replace(spaced, narrow)
    if OPEN_GUILLEMET + " " in text:
        text = text.replace(OPEN_GUILLEMET + " ", OPEN_GUILLEMET + NARROW_NBSP)
    return text


def parse_markup(text: str) -> tuple[Token, ...]:
    """The tokens of a field's text. Linear in its length; anything is accepted.

    >>> parse_markup("Les <i>Essais</i>")
    ('Les ', <font-style=italic>, 'Essais', </font-style=italic>)
    >>> parse_markup('so "called"')
    ('so ', <quote>, 'called', </quote>)
    >>> parse_markup("a < b </i>")
    ('a < b </i>',)
    """
    if not text:
        return ()
    if text.isalnum():
        return (text,)
    if " " in text:
        text = _with_narrow_spaces(text)
    for char in _STRAIGHT_SPECIALS if text.isascii() else _SPECIAL:
        if char in text:
            return _Parser(text).parse()
    return (text,)


def strip_markup(text: str) -> str:
    """The text without tags; quotation marks and apostrophes stay as they were typed.

    >>> strip_markup('<span class="nocase">ADN</span> & <i>alii</i>')
    'ADN & alii'
    """
    if "<" not in text:
        return text
    parser = _Parser(text)
    position = 0
    while True:
        start = text.find("<", position)
        if start < 0:
            break
        if start > position:
            parser.out.append(text[position:start])
        position = parser._tag(start)
    parser.out.append(text[position:])
    return plain_text(parser.out)
