"""Journals: the article that library lists put behind the name comes back in front.

Library lists file `Monde (Le)` under M; a reference prints `Le Monde` (AFNOR Z 44-005).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citekit.french.folding import folded
from citekit.french.languages import look_for_french
from citekit.french.rule import Edit, Example, Rule, on_strings
from citekit.french.tables import load_table
from citekit.french.titles import ends_in_abbreviation
from citekit.items.item import Item
from citekit.report import Mode, Notice

__all__ = ["RULES", "clean_journal", "invert_article", "restore_article"]

APOSTROPHE: Final = "\u2019"
_INVERTED: Final = re.compile(
    rf"(?P<name>\S.*?)[\s\u00a0]*[(\[](?P<article>le|la|les|l['{APOSTROPHE}])[)\]]\.?(?:\s+(?P<place>[^\W\d_][\w\s-]+))?",
    re.IGNORECASE,
)
_CITIES: Final = frozenset(load_table("places")["cities"])

_TABLE: Final = load_table("journals")
_KNOWN: Final[dict[str, str]] = {title.casefold(): title for title in _TABLE["with_article"]}
_LEADING: Final = re.compile(rf"(?P<article>Les|Le|La|L['{APOSTROPHE}])\s*(?P<name>\S.*)")
_COMMA: Final = re.compile(rf"(?P<name>[^,]+),\s+(?P<article>le|la|les|l['{APOSTROPHE}])", re.IGNORECASE)
_LAST_MARKS: Final = re.compile(r"[\s,;]+$")
_WITH_NUMBER: Final = re.compile(
    r"(?P<name>\S.*?)[\s,]+(?:n\s?[\u00b0\u00ba]|numéro|no\.)\s*(?P<issue>\d+(?:[-/]\d+)?)\.?", re.IGNORECASE
)
_WITH_YEAR: Final = re.compile(r"(?P<name>\S.*?),\s+(?P<year>1[5-9]\d\d|20\d\d)\.?")
_QUOTED: Final = re.compile(r"^(?:\"([^\"]+)\"|«\s*([^«»]+?)\s*»)$")
_ISSN: Final = re.compile(r"\s*[,(]?\s*ISSN\s*:?\s*\d{4}-?\d{3}[\dXx]\)?\.?$")


def _letters(text: str) -> str:
    """The letters of a name without its spaces and hyphens too."""
    return folded(text).replace(" ", "")


_USUAL: Final[dict[str, str]] = {_letters(title): title for title in (*_TABLE["with_article"], *_TABLE["others"])}


def restore_article(text: str) -> str:
    """A journal's name with its article in front.

    >>> restore_article("Monde (le)"), restore_article("Express (L')"), restore_article("Esprit (Paris)")
    ('Le Monde', "L'Express", 'Esprit (Paris)')
    """
    match = _INVERTED.fullmatch(text.strip())
    if match and match["place"]:
        # `Pensée (La) Paris`: the place of publication tells journals of one name apart.
        is_city = match["place"] in _CITIES
        return f"{_joined(match['article'], match['name'])} ({match['place']})" if is_city else text
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
    """A journal's name without quotation marks around it, an ISSN or a loose comma or full stop behind it.

    >>> [clean_journal(name) for name in ('"Esprit"', "Esprit, ISSN 0014-0759", "Agora,", "Le Débat.", "Ann. Méd.")]
    ['Esprit', 'Esprit', 'Agora', 'Le Débat', 'Ann. Méd.']
    """
    without_issn = _ISSN.sub("", text)
    bare = _LAST_MARKS.sub("", without_issn)
    match = _QUOTED.match(bare)
    name = (match[1] or match[2]) if match else bare
    return name if bare != without_issn else _without_stop(name)


def _without_stop(name: str) -> str:
    """The name without its final full stop; where another word is abbreviated, the last one may be too.

    Lists abbreviate English names in the same form (`Fuzzy Sets Syst.`), so the name has to be French words.
    """
    kept = name.removesuffix(".")
    if kept == name or "." in kept or ends_in_abbreviation(kept):
        return name
    signs = look_for_french(kept)
    return kept if signs.found and not signs.is_foreign else name


def _told_apart(item: Item) -> Iterator[Edit | Notice]:
    """`Esprit, n° 12` and `Esprit, 1961` name a journal and one of its issues: proposed where the item agrees."""
    yield from _numbered(item, "collection-title", "collection-number")
    given = item.text("container-title")
    if not item.type.startswith("article"):
        return
    numbered = list(_numbered(item, "container-title", "issue"))
    yield from numbered
    if not numbered and (match := _WITH_YEAR.fullmatch(given)):
        issued = item.date("issued")
        if issued and issued.start and str(issued.start.year) == match["year"]:
            yield Edit("container-title", match["name"], keep={"container-title-as-given": given})


def _numbered(item: Item, variable: str, number: str) -> Iterator[Edit]:
    """`Points Histoire, n° 20`: a name and a number, where the item gives no other number."""
    given = item.text(variable)
    match = _WITH_NUMBER.fullmatch(given)
    if match and item.text(number) in ("", match["issue"]):
        yield Edit(variable, match["name"].rstrip(" ;\u00a0\u202f"), keep={f"{variable}-as-given": given})
        yield Edit(number, match["issue"], is_continued=True)


def _usual_form(item: Item) -> Iterator[Edit | Notice]:
    given = item.text("container-title")
    usual = _USUAL.get(_letters(given), given) if item.type.startswith("article") else given
    if usual.replace("'", APOSTROPHE) != given.replace("'", APOSTROPHE):
        yield Edit("container-title", usual)


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
            Example("container-title", "Pensée (La) Paris", "La Pensée (Paris)", "article-journal"),
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
        summary_en="A journal's name loses quotation marks around it, an ISSN, a comma or a full stop behind it.",
        summary_fr="Le nom d'une revue perd les guillemets autour, et l'ISSN, la virgule ou le point final.",
        mode=Mode.AUTO,
        source="ISSN Manual: key titles",
        examples=(
            Example("container-title", '"Esprit"', "Esprit", "article-journal"),
            Example("container-title", "Agora,", "Agora", "article-journal"),
            Example("container-title", "Annales E.S.C.", "Annales E.S.C.", "article-journal"),
            Example("container-title", "Lemonde.fr", "Lemonde.fr", "article-newspaper"),
        ),
        apply=on_strings(("container-title",), clean_journal),
        needs_french=False,
    ),
    Rule(
        id="journal-issue",
        code="J2B",
        family="journals",
        summary_en="A number or the year of the item behind a journal's name belongs to the issue: proposed.",
        summary_fr="Un numéro ou l'année de la notice après le nom d'une revue relève du numéro : proposition.",
        mode=Mode.ASK,
        source="ISSN Manual: key titles",
        examples=(
            Example("container-title", "Esprit, n° 12", "Esprit", "article-journal"),
            Example("collection-title", "Points Histoire, n° 20", "Points Histoire"),
            Example("container-title", "Esprit 2000", "Esprit 2000", "article-journal"),
        ),
        apply=_told_apart,
    ),
    Rule(
        id="journal-form",
        code="J2C",
        family="journals",
        summary_en="A known journal typed without its accents, capitals or hyphens: the usual form is proposed.",
        summary_fr="Une revue connue saisie sans accents, capitales ou traits d'union : la forme usuelle est proposée.",
        mode=Mode.ASK,
        source="data.bnf.fr and the ISSN portal: key titles",
        examples=(
            Example("container-title", "La Gazette sante social", "La Gazette Santé-Social", "article-magazine"),
            Example("container-title", "le monde", "Le Monde", "article-newspaper"),
            Example("container-title", "Le Monde", "Le Monde", "article-newspaper"),
            Example("container-title", "Revue des amis du Forez", "Revue des amis du Forez", "article-journal"),
        ),
        apply=_usual_form,
    ),
)
