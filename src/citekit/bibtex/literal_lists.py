"""Biblatex's literal lists: publishers, bodies and places joined by "and".

Biblatex manual 2.3.4. In BibTeX these fields are text, and people write them as text for both: an "and" inside the
name of one publisher or body joins no two members.
"""

from __future__ import annotations

import re
from typing import Final

from citekit.bibtex.names import split_list

__all__ = ["literal_list"]

# "John Wiley and Sons", "W. H. Freeman and Company".
_PARTNERS: Final = re.compile(
    r"(?:sons?|daughters?|brothers|bros|company|co|cie|compagnie|associates|partners|fils|frères|söhne)\b(?![- ])",
    re.IGNORECASE,
)
# "Department of Information and Computing Science"; what comes behind is a body only where it says so itself.
_OPEN_PHRASE: Final = re.compile(r"\b(?:of|for|on)\s[^,;]*\Z", re.IGNORECASE)
_BODY: Final = re.compile(
    r"\b(?:universit\w+|institut(?:e|es|o)?|press|school|college|academy|museum|library|society|ministry|department|cent(?:er|re)"
    r"|agency|council|laborator\w+|faculty)\b",
    re.IGNORECASE,
)


def literal_list(value: str, *, holds_bodies: bool) -> list[str]:
    """The members of a field's LaTeX source; `holds_bodies` where they are publishers and institutions, not places.

    >>> literal_list("Eres and Roret", holds_bodies=True), literal_list("John Wiley and Sons", holds_bodies=True)
    (['Eres', 'Roret'], ['John Wiley and Sons'])
    >>> literal_list("Department of Information and Computing Science, Utrecht", holds_bodies=True)
    ['Department of Information and Computing Science, Utrecht']
    """
    members: list[str] = []
    for part in split_list(value):
        if members and holds_bodies and _continues(members[-1], part):
            members[-1] += f" and {part}"
        else:
            members.append(part)
    return members


def _continues(name: str, part: str) -> bool:
    """Whether a part belongs to the name before it; braces around either say that they are two."""
    if name.endswith("}") or part.startswith("{"):
        return False
    if _PARTNERS.match(part):
        return True
    return _OPEN_PHRASE.search(name) is not None and _BODY.search(part.split(",")[0]) is None
