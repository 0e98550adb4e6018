"""What is left to do with a mended stream: neighbouring strings become one, and a first block begins with its text."""

from __future__ import annotations

from typing import Final, cast

from citekit.text.tokens import DISPLAY, Tokens

__all__ = ["joined", "space_before_block"]

NBSP: Final = "\u00a0"


def space_before_block(tokens: Tokens) -> Tokens:
    """White space at the head of the first block is set before it: a block begins with its text."""
    if len(tokens) > 1 and not isinstance(tokens[0], str) and tokens[0].kind == DISPLAY:
        head = tokens[1]
        if isinstance(head, str) and head.startswith((" ", NBSP)):
            return [head[0], tokens[0], head[1:], *tokens[2:]]
    return tokens


def joined(tokens: Tokens) -> Tokens:
    """Join neighbouring strings, but for two spaces that meet; a string that has been emptied goes."""
    out: Tokens = []
    start = 0
    for i in [place for place, token in enumerate(tokens) if not isinstance(token, str)]:
        if start < i:
            _append_joined(out, tokens[start:i])
        out.append(tokens[i])
        start = i + 1
    if start < len(tokens):
        _append_joined(out, tokens[start:] if start else tokens)
    return out


def _append_joined(out: Tokens, run: Tokens) -> None:
    texts = cast("list[str]", run)
    text = "".join(texts)
    if "  " in text and len(texts) > 1:
        # Two spaces that meet stay two strings: formats that keep two spaces of one text let these be.
        start = 0
        for i in range(1, len(texts)):
            if texts[i].startswith(" ") and texts[i - 1].endswith(" "):
                out.append("".join(texts[start:i]))
                start = i
        text = "".join(texts[start:])
    if text:
        out.append(text)
