"""Stretches of text that no rule may look into: addresses, identifiers, times, ratios, verse numbers, markup, formulas.

They are replaced by one private-use character each while a rule works on the text, and put back afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

__all__ = ["MASK_CLASS", "outside_protected"]

_FIRST: Final = 0xE000
_LAST: Final = 0xF8FF
MASK_CLASS: Final = "\\uE000-\\uF8FF"
"""The masks, to be used inside a character class of a regular expression."""

_MASK: Final = re.compile(f"[{MASK_CLASS}]")

_PROTECTED: Final = re.compile(
    r"""
      (?:https?|ftp|file|mailto|urn|doi):[^\s<>«»"]*[\w/\#=&~-]      # addresses, without the stop that follows
    | www\.[^\s<>«»"]*[\w/\#=&~-]
    | (?<![\w/.-])10\.\d{4,9}/[^\s<>«»"]*\w                         # DOI
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                   # e-mail
    | (?<!\w)[A-Za-z]:\\\S+                                          # Windows paths
    | </?[A-Za-z][^<>]*>                                             # CSL's own markup
    | &\#?\w+;                                                       # entities
    | \$[^$\s][^$]*\$                                                # formulas
    | \d+\s?:\s?\d[\d\s]*\d | \d+:\d+                                # times, ratios, verses
    | \w+::\w+ | (?<![\w])[\w-]+\.\w{2,4}/\S*[\w/]                   # code; addresses without scheme
    """,
    re.VERBOSE,
)


def outside_protected(mend: Callable[[str], str]) -> Callable[[str], str]:
    """Make a function on strings leave protected stretches alone.

    >>> shout = outside_protected(str.upper)
    >>> shout("voir https://a.fr/b?c et <i>ici</i>")
    'VOIR https://a.fr/b?c ET <i>ICI</i>'
    """

    def guarded(text: str) -> str:
        # A text that holds private-use characters of its own could not be put together again.
        if _MASK.search(text):
            return text
        kept: list[str] = []

        def mask(match: re.Match[str]) -> str:
            if len(kept) > _LAST - _FIRST:
                return match[0]
            kept.append(match[0])
            return chr(_FIRST + len(kept) - 1)

        mended = mend(_PROTECTED.sub(mask, text))
        return _MASK.sub(lambda match: kept[ord(match[0]) - _FIRST], mended) if kept else mended

    guarded.__doc__ = mend.__doc__
    guarded.__name__ = mend.__name__
    return guarded
