"""The inline Markdown of CSL-YAML, to and from CSL's own markup.

Pandoc User's Guide, "Specifying bibliographic data": text in a YAML bibliography is pandoc's Markdown, of which a
bibliography uses emphasis, super- and subscripts, small capitals, `nocase` spans, links, dashes and escapes. CSL's
own tags pass through, since other programs write those. Quotes stay straight: the style chooses their form.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Final

__all__ = ["markdown_from_markup", "markup_from_markdown"]

_TOKEN: Final = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<code>(?P<ticks>`++)(?P<inside>[^`]++)(?P=ticks)(?!`))"
    r"|<(?P<address>https?://[^<>\s]+)>|(?P<tag></?[A-Za-z][^<>]*>)|(?P<entity>&\#?\w+;)"
    r"|(?P<marker>\*\*|\*|__|_|\^|~~|~|\[)|(?P<close>\])"
    r"|(?P<dash>---?+(?!-))|(?P<dots>\.\.\.(?!\.))|(?P<space>\s+)|(?P<text>`++|-++|\.++|[^\\`<&*_^~\[\]\-.\s]++|.)",
    re.DOTALL,
)
_TAGS: Final[Mapping[str, tuple[str, str]]] = {
    "*": ("<i>", "</i>"),
    "_": ("<i>", "</i>"),
    "**": ("<b>", "</b>"),
    "__": ("<b>", "</b>"),
    "^": ("<sup>", "</sup>"),
    "~": ("<sub>", "</sub>"),
    "~~": ("", ""),
}
_SPANS: Final[Mapping[str, tuple[str, str]]] = {
    "nocase": ('<span class="nocase">', "</span>"),
    "smallcaps": ("<sc>", "</sc>"),
}
_NO_SPACES: Final = frozenset({"^", "~"})
_SPAN: Final = re.compile(r"\{\.(nocase|smallcaps)\}|\{[^{}]*\}|\([^()\s]*\)")
_DASHES: Final = {"--": "\u2013", "---": "\u2014"}

_MARKUP: Final = re.compile(
    r'<(?P<end>/?)(?P<name>i|b|sup|sub|sc)>|<span (?P<attribute>class="nocase"|style="font-variant: ?small-caps;?")>'
    r"|(?P<end_span></span>)|(?P<run>--+|\.\.\.+)|(?P<special>[\\*_^~\[\]`$@#<>]|&(?=\#?\w+;))"
)
_MARKERS: Final = {"i": "*", "b": "**", "sup": "^", "sub": "~"}


def markup_from_markdown(text: str) -> str:
    r"""Markdown in CSL's markup; what is not closed stays as it is.

    >>> markup_from_markdown(r"*Vie* de [Sand]{.nocase}: XIX^e^, 12--15, 3 \* 4 * snake_case")
    '<i>Vie</i> de <span class="nocase">Sand</span>: XIX<sup>e</sup>, 12\u201315, 3 * 4 * snake_case'
    """
    if text.isalnum():
        return text
    return _Scanner(text).run()


class _Scanner:
    """One pass over a text, with the marks that wait for their end."""

    __slots__ = ("_last_space", "_open", "_out", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._out: list[str] = []
        self._open: list[tuple[str, int]] = []
        """Marks and where they stand in the output, the innermost last."""
        self._last_space = -1

    def run(self) -> str:
        position = 0
        while position < len(self._text):
            match = _TOKEN.match(self._text, position)
            assert match is not None  # the last alternative takes any character
            position = match.end()
            if match["marker"]:
                position = self._mark(match["marker"], match.start())
            elif match["close"]:
                position = self._close_bracket(position)
            else:
                if match["space"]:
                    self._last_space = len(self._out)
                self._out.append(_plain(match))
        return "".join(self._out)

    def _mark(self, marker: str, start: int) -> int:
        """Open or close a mark, or leave it as text; the position behind it is returned."""
        if self._open and self._open[-1][0] == "*" and self._text.startswith("***", start):
            marker = "*"
        end = start + len(marker)
        before, after = self._text[start - 1 : start], self._text[end : end + 1]
        is_word_mark = marker in ("_", "__")
        can_close = bool(before) and not before.isspace() and not (is_word_mark and after.isalnum())
        can_open = bool(after) and not after.isspace() and not (is_word_mark and before.isalnum())
        index = self._index(marker) if can_close and marker != "[" else -1
        if index >= 0:
            opened = self._open[index][1]
            if marker not in _NO_SPACES or self._last_space < opened:
                self._out[opened], closing = _TAGS[marker]
                self._out.append(closing)
                del self._open[index:]
                return end
        if can_open or marker == "[":
            self._open.append((marker, len(self._out)))
        self._out.append(marker)
        return end

    def _index(self, marker: str) -> int:
        """Where the innermost open mark of this kind stands, no further out than the nearest bracket."""
        for index in range(len(self._open) - 1, max(len(self._open) - 9, -1), -1):
            if self._open[index][0] == marker:
                return index
            if self._open[index][0] == "[":
                return -1
        return -1

    def _close_bracket(self, position: int) -> int:
        index = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i][0] == "["), -1)
        span = _SPAN.match(self._text, position) if index >= 0 else None
        if index >= 0:
            opened = self._open[index][1]
            del self._open[index:]
            if span is not None:
                self._out[opened], closing = _SPANS.get(span[1] or "", ("", ""))
                self._out.append(closing)
                return span.end()
        self._out.append("]")
        return position


def _plain(match: re.Match[str]) -> str:
    """A token that is neither mark nor bracket, as text."""
    if match["dash"]:
        return _DASHES[match["dash"]]
    if match["dots"]:
        return "\u2026"
    if match["entity"]:
        return html.unescape(match["entity"])
    return match["escaped"] or match["inside"] or match["address"] or match[0]


def markdown_from_markup(text: str) -> str:
    r"""CSL's markup in Markdown, with what Markdown would misread behind a backslash.

    >>> markdown_from_markup('<i>Vie</i> de <span class="nocase">Sand</span> * 3')
    '*Vie* de [Sand]{.nocase} \\* 3'
    """
    spans: list[str] = []

    def written(match: re.Match[str]) -> str:
        if match["name"] == "sc" or match["attribute"] or match["end_span"]:
            is_end = bool(match["end_span"] or match["end"])
            if is_end:
                return f"]{{.{spans.pop()}}}" if spans else "\\" + match[0]
            spans.append("nocase" if (match["attribute"] or "").startswith("class") else "smallcaps")
            return "["
        if match["name"]:
            return _MARKERS[match["name"]]
        return _behind_backslashes(match)

    if _MARKUP.search(text) is None:
        return text
    marked = _MARKUP.sub(written, text)
    # What would not come back as it was (an empty or unpaired tag) keeps CSL's tags, which readers know too.
    return marked if markup_from_markdown(marked) == text.replace(_SMALL_CAPS, "<sc>") else _escaped(text)


_SMALL_CAPS: Final = '<span style="font-variant:small-caps;">'
_PLAIN_SPECIAL: Final = re.compile(r"--+|\.\.\.+|[\\*_^~\[\]`]|<(?=https?://)|&(?=\#?\w+;)")


def _escaped(text: str) -> str:
    return _PLAIN_SPECIAL.sub(_behind_backslashes, text)


def _behind_backslashes(match: re.Match[str]) -> str:
    return "".join(f"\\{letter}" for letter in match[0])
