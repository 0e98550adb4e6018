"""Journals: the article that library lists put behind the name comes back in front.

Library lists file `Monde (Le)` under M; a reference prints `Le Monde` (AFNOR Z 44-005).
"""

from __future__ import annotations

import re
from typing import Final

from citekit.french.rule import Example, Rule, on_strings
from citekit.report import Mode

__all__ = ["RULES", "restore_article"]

APOSTROPHE: Final = "\u2019"
_INVERTED: Final = re.compile(
    rf"(?P<name>\S.*?)[\s\u00a0]*\((?P<article>le|la|les|l['{APOSTROPHE}])\)\.?", re.IGNORECASE
)


def restore_article(text: str) -> str:
    """A journal's name with its article in front.

    >>> restore_article("Monde (le)"), restore_article("Express (L')"), restore_article("Esprit (Paris)")
    ('Le Monde', "L'Express", 'Esprit (Paris)')
    """
    match = _INVERTED.fullmatch(text.strip())
    if match is None:
        return text
    article = match["article"].capitalize()
    gap = "" if article.endswith(("'", APOSTROPHE)) else " "
    return f"{article}{gap}{match['name']}"


RULES: Final = (
    Rule(
        id="journal-article",
        code="J1",
        family="journals",
        summary_en="The article inverted at the end of a journal's name goes back to its head.",
        summary_fr="L'article rejeté à la fin du nom d'une revue revient en tête.",
        mode=Mode.AUTO,
        source="AFNOR Z 44-005; a habit of library lists",
        examples=(
            Example("container-title", "Monde (le)", "Le Monde", "article-newspaper"),
            Example("container-title", "Express (L')", "L'Express", "article-magazine"),
            Example(
                "container-title",
                "Gazette des communes, des départements, des régions (la)",
                "La Gazette des communes, des départements, des régions",
                "article-magazine",
            ),
            Example("container-title", "Esprit (Paris)", "Esprit (Paris)", "article-journal"),
        ),
        apply=on_strings(("container-title", "container-title-short", "collection-title"), restore_article),
        needs_french=False,
    ),
)
