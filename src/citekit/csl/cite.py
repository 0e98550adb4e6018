"""A cite: one mention of one item, as the user gives it; a citation: one or more cites set together.

CSL 1.0.2 specification, "Locators" (cs:label), "Citation"; CSL-JSON citation schema, `csl-citation.json`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

__all__ = ["AUTHOR_ONLY", "BARE_CITE", "CITE_VARIABLES", "COMPOSITE", "SUPPRESS_AUTHOR", "Citation", "Cite", "Position"]

AUTHOR_ONLY: Final = "author-only"
SUPPRESS_AUTHOR: Final = "suppress-author"
COMPOSITE: Final = "composite"
"""The modes of a citation, as CSL-JSON's `properties.mode` names them."""

CITE_VARIABLES: Final = frozenset(
    {"citation-label", "citation-number", "first-reference-note-number", "locator", "year-suffix"}
)
"""Variables of the cite, or that the document gives to an item; no item brings them for itself alone."""


class Position(IntEnum):
    """Where a cite stands among the cites of its item; each later value implies the weaker ones (see `choose.py`)."""

    NOWHERE = -1
    """In a bibliography, where every test of the position is false."""

    FIRST = 0
    SUBSEQUENT = 1
    IBID = 2
    IBID_WITH_LOCATOR = 3


@dataclass(frozen=True, slots=True)
class Cite:
    """One mention of the item `id`.

    `locator` is the place cited and `label` its kind (a CSL locator term; "page" where empty); `prefix` and
    `suffix` are rich text in CSL's markup. `suppress_author` leaves the names out, `author_only` prints nothing else.
    `position` and `near_note` override what the document would find, for cites that stand outside any document.
    """

    id: str
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    position: Position | None = None
    near_note: bool = False


BARE_CITE: Final = Cite("")
"""A mention of any item that says nothing more, as in a bibliography: the state of a cite knows its item by itself."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Cites set together at one point of the text; `note_index` is the note's number, 0 for the running text.

    `mode` is "" for an ordinary citation, "composite", "author-only" or "suppress-author"; `infix` stands between the
    two halves of a composite citation.
    """

    id: str
    cites: tuple[Cite, ...]
    note_index: int = 0
    mode: str = ""
    infix: str = ""
