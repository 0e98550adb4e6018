"""Citation labels such as "Doe65" or "RoNo78", for items that do not bring their own.

CSL 1.0.2 lists `citation-label` as a variable and leaves its making to processors. The pattern is the common one:
four letters of the only author, two of each of two, or the initials of up to four, then two digits of the year. A work
without authors is known by whoever else made it, and one without any names by its title.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from citekit.items.date import Date
from citekit.items.name import Name

__all__ = ["label_names", "make_label"]

_LETTERS: Final = ((4,), (2, 2), (2, 1, 1), (1, 1, 1, 1))
_TITLE_LETTERS: Final = 4
_ARTICLES: Final = ("a ", "an ", "the ")

# Who a work is known by, the nearest to an author first.
_ROLES: Final = (
    "author", "editor", "translator", "contributor", "collection-editor", "composer", "container-author", "director",
    "editorial-director", "interviewer", "original-author", "recipient",
)  # fmt: skip


def label_names(names_of: Callable[[str], tuple[Name, ...]]) -> tuple[Name, ...]:
    """The names that the label of an item is made of, given what answers for its name variables."""
    for role in _ROLES:
        names = names_of(role)
        if names:
            return names
    return ()


def make_label(names: tuple[Name, ...], issued: Date | None, title: str = "") -> str:
    """The label made of the names of an item, or else of its title, and of its year.

    >>> make_label((Name(family="Roe"), Name(family="Noakes")), None)
    'RoNo'
    >>> make_label((), None, "The anonymous book")
    'Thea'
    """
    families = [_without_article(name.family or name.literal) for name in names[:4]]
    text = ""
    if families:
        for family, letters in zip(families, _LETTERS[len(families) - 1], strict=True):
            text += _letters(family, letters)
    if not text:
        text = _letters(title, _TITLE_LETTERS)
    if issued is not None and issued.start is not None:
        text += f"{abs(issued.start.year) % 100:02d}"
    return text


def _without_article(name: str) -> str:
    for article in _ARTICLES:
        if name.lower().startswith(article):
            return name[len(article) :]
    return name


def _letters(text: str, count: int) -> str:
    """The first letters, the first of them a capital."""
    return "".join([char for char in text if char.isalnum()])[:count].capitalize()
