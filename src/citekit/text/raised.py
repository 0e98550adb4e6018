"""What French raises: the numero sign, and the endings of ordinals.

Locales write them with the superscript letters of Unicode, which fonts draw unevenly and plain text cannot be searched
for; styles and sources write `n°` with a degree sign. Here they become marks: raised letters in HTML and RTF, `n°` and
`1er` in plain text. Lexique des règles typographiques en usage à l'Imprimerie nationale, "Abréviations".
"""

from __future__ import annotations

import re
from typing import Final

from citekit.text.tokens import GLYPH, VERTICAL_ALIGN, Mark, Tokens, append_text, mark
from citekit.text.writers.base import SUPERSCRIPTS

__all__ = ["RAISED", "RAISED_SIGNS", "close_raised", "raise_french"]

_NUMERO: Final = mark(GLYPH, "numero")
_NUMEROS: Final = mark(GLYPH, "numeros")
RAISED: Final = mark(VERTICAL_ALIGN, "sup")

_SIGNS: Final = "\u00b0\u00ba\u1d52"
_PLURAL: Final = "\u02e2"
# The letters of er, re, e, d, nd, es.
_ENDINGS: Final = "\u1d49\u02b3\u1d48\u207f\u02e2"
RAISED_SIGNS: Final = frozenset(_SIGNS + _ENDINGS)
"""The characters by which numero signs and raised endings are known."""
_FOUND: Final = re.compile(
    rf"(?<![^\W_])(?P<n>[nN])[{_SIGNS}](?P<plural>{_PLURAL})?(?![^\W\d_])(?P<space>[ \u00a0\u202f](?=\d))?"
    rf"|(?<=[\dIVXLCMivxlcm])(?P<ending>[{_ENDINGS}]+)"
)

_NUMEROS_BY_LETTERS: Final = {"o": _NUMERO, "\u00b0": _NUMERO, "os": _NUMEROS}


def raise_french(text: str, out: Tokens, space: str) -> None:
    """Append French text to settled tokens; `space` binds the numero sign to its number.

    >>> out = []
    >>> raise_french("1\\u1d49\\u02b3 janvier, n\\u00b0 12", out, "~")
    >>> out
    ['1', <vertical-align=sup>, 'er', </vertical-align=sup>, ' janvier, n', <glyph=numero>, </glyph=numero>, '~12']
    """
    end = 0
    if not RAISED_SIGNS.isdisjoint(text):
        for found in _FOUND.finditer(text):
            if found["ending"]:
                append_text(out, text[end : found.start()])
                letters = "".join([SUPERSCRIPTS[letter] for letter in found["ending"]])
                out += (RAISED, letters, RAISED.partner)
            else:
                append_text(out, text[end : found.start()] + found["n"])
                sign: Mark = _NUMEROS if found["plural"] else _NUMERO
                out += (sign, sign.partner)
                append_text(out, space if found["space"] else "")
            end = found.end()
    append_text(out, text[end:])


def close_raised(closing: Mark, out: Tokens) -> bool:
    """Make a numero sign of `n<sup>o</sup>`, which plain text would print as "no"; whether `closing` closed one.

    >>> out = ["n", mark("vertical-align", "sup"), "o"]
    >>> close_raised(mark("vertical-align", "sup").partner, out), out
    (True, ['n', <glyph=numero>, </glyph=numero>])
    """
    if closing is not RAISED.partner or len(out) < 3 or out[-2] is not RAISED:
        return False
    letter, letters = out[-3], out[-1]
    if not isinstance(letter, str) or not isinstance(letters, str):
        return False
    sign = _NUMEROS_BY_LETTERS.get(letters)
    if sign is None or letter[-1:] not in ("n", "N") or letter[-2:-1].isalnum():
        return False
    out[-2:] = (sign, sign.partner)
    return True
