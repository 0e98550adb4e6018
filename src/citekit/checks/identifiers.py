"""The check digits of ISBN and ISSN, and the form of a DOI.

ISO 2108 (ISBN), ISO 3297 (ISSN), ISO 26324 (DOI).
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_doi", "is_isbn", "is_issn"]

_DOI: Final = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+|10/[a-z0-9]+")  # the second is a short DOI
_NOISE: Final = re.compile(r"[\s\-.‐‑–]")


def is_doi(text: str) -> bool:
    """Whether the text has the form of a DOI.

    >>> is_doi("10.5169/seals-855362"), is_doi("doi.org/10.5169")
    (True, False)
    """
    return _DOI.fullmatch(text) is not None


def is_isbn(text: str) -> bool:
    """Whether the text is an ISBN of 10 or 13 digits with the right check digit.

    >>> is_isbn("978-2-7492-6666-8"), is_isbn("0-306-40615-2")
    (False, True)
    """
    digits = _NOISE.sub("", text).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return sum([(10 - i) * _value(digit) for i, digit in enumerate(digits)]) % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum([(3 if i % 2 else 1) * int(digit) for i, digit in enumerate(digits)]) % 10 == 0
    return False


def is_issn(text: str) -> bool:
    """Whether the text is an ISSN with the right check digit.

    >>> is_issn("0317-8471"), is_issn("0317-8472")
    (True, False)
    """
    digits = _NOISE.sub("", text).upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return False
    return sum([(8 - i) * _value(digit) for i, digit in enumerate(digits)]) % 11 == 0


def _value(digit: str) -> int:
    return 10 if digit == "X" else int(digit)
