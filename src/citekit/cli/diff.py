"""Word diffs of single values, in colour on a terminal and in brackets elsewhere.

The brackets are those of `git diff --word-diff`: `[-before-]{+after+}`. Spaces that nobody sees are shown by signs of
their own, because a rule may have changed nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

import click

__all__ = ["LEGEND", "visible", "word_diff", "word_pieces"]

NBSP: Final = "\u00a0"
NARROW_NBSP: Final = "\u202f"
# "Shouldered open box" is the sign of ISO 9995-7 for a no-break space; the bottom bracket stands for the narrow one.
_SIGNS: Final = {
    ord(NBSP): "\u237d",
    ord(NARROW_NBSP): "\u23b5",
    ord("\u00ad"): "\u2010",
    ord("\u200b"): "\u2423",
    ord("\n"): "\u21b5",
}
LEGEND: Final = "\u237d is a no-break space, \u23b5 a narrow one, \u21b5 the end of a line."

_CONTROLS: Final = dict.fromkeys((*range(10), *range(11, 32), *range(127, 160)), "\ufffd")
_WORD: Final = re.compile(r"[^\S\u00a0\u202f]+|\w+|.", re.DOTALL)
_CONTEXT: Final = 6
"""How many words and marks stay visible around a change."""
_ALIKE: Final = 0.6
"""The share of words that two values must have in common to be shown as one."""


def visible(text: str) -> str:
    """A text as a terminal can show it: signs for the spaces that are not seen, nothing that steers the terminal."""
    return text.translate(_CONTROLS).translate(_SIGNS)


def word_diff(before: str, after: str, *, color: bool) -> str:
    """Both values in one, what is alike only once; long stretches that did not change are cut short.

    >>> word_diff("n° 3186", "3186", color=False)
    '[-n° 3186-]{+3186+}'
    >>> word_diff("Les 3 innovations sociales", "Les trois innovations sociales", color=False)
    'Les [-3-]{+trois+} innovations sociales'
    """
    return "".join(
        text if kind == "same" else (_taken(text, color) if kind == "del" else _given(text, color))
        for kind, text in word_pieces(before, after)
    )


def word_pieces(before: str, after: str) -> list[tuple[str, str]]:
    """The pieces of a word diff: "same", "del" and "ins" with their texts, made visible.

    >>> word_pieces("Les 3 labs", "Les trois labs")
    [('same', 'Les '), ('del', '3'), ('ins', 'trois'), ('same', ' labs')]
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        # What hardly agrees is read more easily one after the other: "09/2020" and "2020-09".
        return [(kind, visible(text)) for kind, text in (("del", before), ("ins", after)) if text]
    pieces: list[tuple[str, str]] = []
    steps = matcher.get_opcodes()
    for number, (step, old_start, old_end, new_start, new_end) in enumerate(steps):
        if step == "equal":
            same = _shortened(old[old_start:old_end], number == 0, number == len(steps) - 1)
            pieces.append(("same", visible(same)))
            continue
        taken, given = "".join(old[old_start:old_end]), "".join(new[new_start:new_end])
        pieces += [(kind, visible(text)) for kind, text in (("del", taken), ("ins", given)) if text]
    return pieces


def _shortened(words: Sequence[str], is_first: bool, is_last: bool) -> str:
    """The words next to a change, an ellipsis for the others."""
    left = 0 if is_first else _CONTEXT
    right = 0 if is_last else _CONTEXT
    if len(words) <= 2 * _CONTEXT:
        return "".join(words)
    start, end = "".join(words[:left]).rstrip(), "".join(words[len(words) - right :]).lstrip()
    return f"{start}{' ' if start else ''}\u2026{' ' if end else ''}{end}"


def _taken(text: str, color: bool) -> str:
    return click.style(text, fg="red", strikethrough=True) if color else f"[-{text}-]"


def _given(text: str, color: bool) -> str:
    return click.style(text, fg="green", bold=True) if color else f"{{+{text}+}}"
