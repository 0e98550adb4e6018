"""What becomes of punctuation where two pieces of output meet, and where it meets quotes.

The table is the reference processor's, as the fixtures `punctuation_FullMonty*` show it. CSL 1.0.2, "Locale options" ›
punctuation-in-quote, "Strip-periods".
"""

from __future__ import annotations

from typing import Final

from citekit.text.tokens import Tokens

__all__ = ["KEEP_LEFT", "KEEP_RIGHT", "MENDED", "MERGES", "PUNCTUATION", "SWAPS_IN", "SWAPS_OUT", "strip_periods"]

NBSP: Final = "\u00a0"
NARROW_NBSP: Final = "\u202f"

PUNCTUATION: Final = frozenset(".,;:!?")
MENDED: Final = frozenset(".,;:!? " + NBSP)
"""A piece that begins with none of these needs no mending."""
SWAPS_IN: Final = frozenset(".,!?")
"""What moves into quotes that close before it, where the locale has punctuation in quotes."""
SWAPS_OUT: Final = frozenset(",:;")
"""What moves out of quotes, where it has not."""

KEEP_LEFT: Final = 1
KEEP_RIGHT: Final = 2
MERGES: Final[dict[str, int]] = {
    # Two alike are one; of two that differ, the stronger stays. Pairs that are not here stay both.
    "..": KEEP_LEFT, ",,": KEEP_LEFT, ";;": KEEP_LEFT, "::": KEEP_LEFT, "!!": KEEP_LEFT, "??": KEEP_LEFT,
    "  ": KEEP_LEFT, NBSP + NBSP: KEEP_LEFT, NBSP + " ": KEEP_LEFT, NARROW_NBSP + " ": KEEP_LEFT,
    "!.": KEEP_LEFT, "!:": KEEP_LEFT,
    "?.": KEEP_LEFT, "?:": KEEP_LEFT,
    ":.": KEEP_LEFT, ":!": KEEP_RIGHT, ":?": KEEP_RIGHT,
    ";.": KEEP_LEFT, ";:": KEEP_LEFT, ";!": KEEP_RIGHT, ";?": KEEP_RIGHT,
}  # fmt: skip


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
