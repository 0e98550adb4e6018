"""Citation labels such as "Doe65" or "RoNo78", for items that do not bring their own.

CSL 1.0.2 lists `citation-label` as a variable and leaves its making to processors. The pattern is the common one:
four letters of the only author, two of each of two, or the initials of up to four, then two digits of the year.
"""

from __future__ import annotations

from typing import Final

from citekit.items.date import Date
from citekit.items.name import Name

__all__ = ["make_label"]

_LETTERS: Final = ((4,), (2, 2), (1, 2, 1), (1, 1, 1, 1))


def make_label(names: tuple[Name, ...], issued: Date | None) -> str:
    """The label made of the names of an item's authors and its year.

    >>> make_label((Name(family="Roe"), Name(family="Noakes")), None)
    'RoNo'
    """
    families = [name.family or name.literal for name in names[:4]]
    text = ""
    if families:
        for family, letters in zip(families, _LETTERS[len(families) - 1], strict=True):
            text += family[:letters]
    if issued is not None and issued.start is not None:
        text += f"{abs(issued.start.year) % 100:02d}"
    return text
