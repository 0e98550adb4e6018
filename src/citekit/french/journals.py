"""Journals: the article that library lists put behind the name comes back in front.

Library lists file `Monde (Le)` under M; a reference prints `Le Monde` (AFNOR Z 44-005).
"""

from __future__ import annotations

import re
from typing import Final

from citekit.french.rule import Example, Rule, on_strings
from citekit.french.tables import load_table
from citekit.report import Mode

__all__ = ["RULES", "clean_journal", "invert_article", "restore_article"]

APOSTROPHE: Final = "\u2019"
_INVERTED: Final = re.compile(
    rf"(?P<name>\S.*?)[\s\u00a0]*\((?P<article>le|la|les|l['{APOSTROPHE}])\)\.?", re.IGNORECASE
)

_KNOWN: Final[dict[str, str]] = {title.casefold(): title for title in load_table("journals")["with_article"]}
_LEADING: Final = re.compile(rf"(?P<article>Les|Le|La|L['{APOSTROPHE}])\s*(?P<name>\S.*)")
_COMMA: Final = re.compile(rf"(?P<name>[^,]+),\s+(?P<article>le|la|les|l['{APOSTROPHE}])", re.IGNORECASE)
_QUOTED: Final = re.compile(r"^(?:\"([^\"]+)\"|«\s*([^«»]+?)\s*»)$")
_ISSN: Final = re.compile(r"\s*[,(]?\s*ISSN\s*:?\s*\d{4}-?\d{3}[\dXx]\)?\.?$")


def restore_article(text: str) -> str:
    """A journal's name with its article in front.

    >>> restore_article("Monde (le)"), restore_article("Express (L')"), restore_article("Esprit (Paris)")
    ('Le Monde', "L'Express", 'Esprit (Paris)')
    """
    match = _INVERTED.fullmatch(text.strip())
    if match is None:
        # With a comma only where the title is known: `Histoire, la` may be anything.
        match = _COMMA.fullmatch(text.strip())
        if match is None or _joined(match["article"], match["name"]).casefold() not in _KNOWN:
            return text
    return _joined(match["article"], match["name"])


def _joined(article: str, name: str) -> str:
    gap = "" if article.endswith(("'", APOSTROPHE)) else " "
    return f"{article.capitalize()}{gap}{name}"


def invert_article(text: str) -> str:
    """A journal's name as library lists file it, for titles of the table: the opposite of `restore_article`.

    >>> invert_article("Le Monde"), invert_article("L'Express"), invert_article("Le Débat des uns")
    ('Monde (Le)', "Express (L')", 'Le Débat des uns')
    """
    match = _LEADING.fullmatch(text)
    if match is None or text.replace(APOSTROPHE, "'").casefold() not in _KNOWN:
        return text
    return f"{match['name']} ({match['article']})"


def clean_journal(text: str) -> str:
    """A journal's name without quotation marks around it and an ISSN behind it.

    >>> clean_journal('"Esprit"'), clean_journal("Esprit, ISSN 0014-0759"), clean_journal("Ann. Méd.")
    ('Esprit', 'Esprit', 'Ann. Méd.')
    """
    bare = _ISSN.sub("", text)
    match = _QUOTED.match(bare)
    return (match[1] or match[2]) if match else bare


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
    Rule(
        id="journal-clean",
        code="J2",
        family="journals",
        summary_en="A journal's name loses quotation marks around it and an ISSN behind it.",
        summary_fr="Le nom d'une revue perd les guillemets qui l'entourent et l'ISSN qui le suit.",
        mode=Mode.AUTO,
        source="ISSN Manual: key titles",
        examples=(
            Example("container-title", '"Esprit"', "Esprit", "article-journal"),
            Example("container-title", "Lemonde.fr", "Lemonde.fr", "article-newspaper"),
        ),
        apply=on_strings(("container-title",), clean_journal),
        needs_french=False,
    ),
)
