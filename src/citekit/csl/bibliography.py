"""Repeated authors in a bibliography: `subsequent-author-substitute` and its rules.

CSL 1.0.2, "Reference Grouping".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from citekit.csl.citations import NAMES, field_span
from citekit.csl.elements.name_list import NAME_FIELD, NAME_LIST_FIELD
from citekit.csl.elements.names import WORDS_FIELD
from citekit.csl.style import Bibliography
from citekit.text.tokens import Token, Tokens, has_letters_or_digits, plain_text

__all__ = ["substitute_authors"]

_ALL: Final = -1
"""How many names are repeated, where both entries have the same and no others."""


def substitute_authors(
    rows: list[tuple[str, Tokens]], bibliography: Bibliography, nameless: Callable[[str], Tokens]
) -> list[tuple[str, Tokens]]:
    """The entries with names that repeat those of the entry before replaced; the first names element counts.

    `nameless` renders an entry without these names, where nothing is to stand for them.
    """
    substitute = bibliography.subsequent_author_substitute or ""
    rule = bibliography.subsequent_author_substitute_rule
    before: list[str] | None = None
    mended = []
    for item_id, tokens in rows:
        span = _name_list(tokens)
        if span is None:
            before = None
            mended.append((item_id, tokens))
            continue
        names = _names(tokens, span)
        texts = [plain_text(tuple(tokens[start:end])) for start, end in names]
        if before is not None:
            repeated = _repeated(texts, before)
            without = nameless(item_id) if _vanishes(tokens, span, repeated, substitute, rule) else []
            tokens = without or _replace(tokens, span, names, repeated, substitute, rule)
        before = texts
        mended.append((item_id, tokens))
    return mended


def _repeated(texts: list[str], before: list[str]) -> int:
    """How many names from the first on are those of the entry before."""
    count = 0
    for one, other in zip(texts, before, strict=False):
        if one != other:
            break
        count += 1
    if count == len(texts) == len(before):
        return _ALL
    return count


def _vanishes(tokens: Tokens, span: tuple[int, int], repeated: int, substitute: str, rule: str) -> bool:
    """Whether a whole names element goes, affixes and all: nothing replaces its names, and they have no label."""
    if substitute or rule != "complete-all" or repeated != _ALL:
        return False
    start, end = field_span(tokens, NAMES) or span
    around = [*tokens[start : span[0]], *tokens[span[1] : end]]
    return not any([isinstance(one, str) and has_letters_or_digits(one) for one in around])


def _replace(
    tokens: Tokens, span: tuple[int, int], names: list[tuple[int, int]], repeated: int, substitute: str, rule: str
) -> Tokens:
    is_complete = repeated == _ALL
    if rule == "complete-all":
        if not is_complete:
            return tokens
        inner: list[Token] = [substitute] if substitute else []
        return tokens[: span[0]] + inner + tokens[span[1] :]
    if rule == "complete-each" and not is_complete:
        return tokens
    count = len(names) if is_complete else repeated
    if rule == "partial-first":
        count = min(count, 1)
    for start, end in reversed(names[:count]):
        tokens = [*tokens[:start], substitute, *tokens[end:]]
    return tokens


def _name_list(tokens: Tokens) -> tuple[int, int] | None:
    """The first names element: its list of names, or the variable that a substitute wrote in its place."""
    span = field_span(tokens, NAMES)
    if span is None:
        return None
    start, end = span
    if WORDS_FIELD in tokens[start:end]:
        return None
    if NAME_LIST_FIELD not in tokens[start:end]:
        return start + 1, end - 1
    first = tokens.index(NAME_LIST_FIELD, start)
    return first, tokens.index(NAME_LIST_FIELD.partner, first) + 1


def _names(tokens: Tokens, span: tuple[int, int]) -> list[tuple[int, int]]:
    found = []
    start = 0
    for i in range(span[0], span[1]):
        if tokens[i] is NAME_FIELD:
            start = i
        elif tokens[i] is NAME_FIELD.partner:
            found.append((start, i + 1))
    return found or [span]
