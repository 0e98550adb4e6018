"""The spaces that French sets around its punctuation, chosen for one output: tokens in, tokens out.

Values are stored with the spaces of the Lexique (Imprimerie nationale): U+00A0 before the colon and inside guillemets,
U+202F before `; ! ?`. Styles and locales of CSL bring spaces of their own, so one reference may mix several. `respace`
makes them one kind again, or another kind where fonts lack U+202F. It only ever changes spaces that are no-break
already: English punctuation has none, so an English title in a French list stays English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from citekit.errors import UsageError
from citekit.text.tokens import Token, Tokens

__all__ = ["SPACES", "respace", "respace_text"]

NBSP: Final = "\u00a0"
NARROW_NBSP: Final = "\u202f"
THIN_SPACE: Final = "\u2009"
OPENING: Final = "«"
CLOSING: Final = "»"

_NO_BREAK: Final = frozenset((NBSP, NARROW_NBSP))
_MOVABLE: Final = frozenset((NBSP, NARROW_NBSP, THIN_SPACE))
_HIGH: Final = frozenset(":;!?" + CLOSING)

_LEXIQUE: Final = {":": NBSP, CLOSING: NBSP, OPENING: NBSP, ";": NARROW_NBSP, "!": NARROW_NBSP, "?": NARROW_NBSP}

SPACES: Final[Mapping[str, Mapping[str, str]]] = {
    "lexique": _LEXIQUE,
    "nbsp": dict.fromkeys(_LEXIQUE, NBSP),
    "nnbsp": dict.fromkeys(_LEXIQUE, NARROW_NBSP),
    "ascii": dict.fromkeys(_LEXIQUE, " "),
}
"""The kinds of spaces by name, each by the mark that the space goes with. "ascii" has no no-break space anywhere."""


def respace(tokens: Tokens | tuple[Token, ...], spaces: str) -> Tokens:
    """Settled tokens with the spaces of one kind; marks stay where they are. Raises `UsageError` for other kinds.

    >>> respace(["Quoi\\u00a0?", " Le saint\\u202f", ": fin"], "lexique")
    ['Quoi\\u202f?', ' Le saint\\xa0', ': fin']
    """
    chosen = SPACES.get(spaces)
    if chosen is None:
        raise UsageError(f"unknown kind of spaces {spaces!r}", remedy=f"use one of {', '.join(SPACES)}")
    out: Tokens = list(tokens)
    strings = [i for i, token in enumerate(out) if isinstance(token, str) and token]
    for place, i in enumerate(strings):
        before = str(out[strings[place - 1]])[-1] if place else ""
        after = str(out[strings[place + 1]])[0] if place + 1 < len(strings) else ""
        out[i] = _respaced(str(out[i]), before, after, chosen, spaces == "ascii")
    return out


def respace_text(text: str, spaces: str) -> str:
    """Plain text with the spaces of one kind.

    >>> respace_text("«\\u00a0Quoi\\u202f!\\u00a0»", "ascii")
    '« Quoi ! »'
    """
    return "".join(str(token) for token in respace([text], spaces)) if text else text


def _respaced(text: str, before: str, after: str, chosen: Mapping[str, str], all_plain: bool) -> str:
    """One string; `before` and `after` are the characters that its neighbours have at the seams."""
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
            out.append(chosen[following])
        elif preceding == OPENING:
            out.append(chosen[OPENING])
        else:
            # `XIXe siècle`, `p. 12`: no-break, but no matter of punctuation.
            out.append(" " if all_plain and char in _NO_BREAK else char)
    return "".join(out)
