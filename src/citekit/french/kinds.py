"""Kinds of works: web pages told from miscellanies, theses from books, and the names of degrees in one form.

HAL's `type`: Theses, `@phdthesis` for a mémoire, `@misc` for a web page: exports and habits that CSL's types undo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citekit.french.corporate import is_body
from citekit.french.folding import folded
from citekit.french.languages import is_french, is_french_text
from citekit.french.rule import TYPE, Edit, Example, Rule
from citekit.french.tables import load_table
from citekit.items.item import Item
from citekit.report import Mode, Notice

__all__ = ["RULES", "degree"]

APOSTROPHE: Final = "\u2019"

_TABLE: Final = load_table("genres")
_FILE: Final = re.compile(rf"\.(?:{'|'.join(_TABLE['files'])})(?:$|[?#])", re.IGNORECASE)
_ARCHIVES: Final = re.compile("|".join(_TABLE["archives"]), re.IGNORECASE)
_FIRST_MASTERS: Final = 2004
_QUEBEC: Final = re.compile(r"Qu[ée]bec|Montr[ée]al|Universit[ée] Laval|Sherbrooke|Chicoutimi|Trois-Rivi[èe]res")
_CANADA: Final = re.compile(rf"{_QUEBEC.pattern}|Laval|Moncton|Ottawa")
# A miscellany that has one of these is more than a page.
_MORE_THAN_A_PAGE: Final = tuple(_TABLE["more_than_a_page"])


_DEGREES: Final[dict[str, str]] = {
    folded(form): name.replace("'", APOSTROPHE) for name, forms in _TABLE["degrees"].items() for form in (name, *forms)
}


def degree(text: str) -> str:
    """The name of a degree's work in its usual form, or the empty string where it is none of the table.

    >>> degree("These de Doctorat"), degree("Mémoire de Maîtrise"), degree("Rapport d'activité")
    ('Thèse de doctorat', 'Mémoire de maîtrise', '')
    """
    return _DEGREES.get(folded(text), "")


def _is_master(item: Item) -> bool:
    """Whether a mémoire is a master's: neither of before the reform of 2002 nor of Quebec, where it is a maîtrise."""
    issued = item.date("issued")
    is_recent = bool(issued and issued.start and issued.start.year >= _FIRST_MASTERS)
    return is_recent and not _CANADA.search(_where(item))


def _where(item: Item) -> str:
    return f"{item.text('publisher')} {item.text('publisher-place')}"


def _name_degree(item: Item) -> Iterator[Edit | Notice]:
    given = item.text("genre")
    name = degree(given)
    # "PhD thesis" of an entry whose language was not known when it was read.
    if item.type == "thesis" and not name and given in _TABLE["english"]:
        name = _TABLE["english"][given]
        if name.startswith("Mémoire") and _QUEBEC.search(_where(item)):
            name = "Mémoire de maîtrise"
        elif name.startswith("Mémoire") and not _is_master(item):
            yield Edit("genre", name, mode=Mode.ASK)
            return
    if item.type == "report":
        name = _TABLE["reports"].get(given, name)
    if name and name != given and (item.type == "thesis" or folded(given) != "theses"):
        yield Edit("genre", name)


def _is_thesis(item: Item) -> Iterator[Edit | Notice]:
    if item.type not in ("book", "report", "document", "manuscript"):
        return
    if degree(item.text("genre")):
        yield Edit(TYPE, "thesis")
    elif not item.text("genre"):
        yield from _says_thesis(item)


def _says_thesis(item: Item) -> Iterator[Edit]:
    """A note that names a degree, and perhaps where it was taken: `Mémoire de master, Université Lyon 2`."""
    # `howpublished` of a miscellany is read as its publisher.
    for variable in ("note", "publisher") if item.type == "document" else ("note",):
        given = item.text(variable)
        genre, comma, rest = (part.strip() for part in given.rstrip(".").partition(","))
        if not degree(genre) or (comma and not is_body(rest)):
            continue
        mode = Mode.ASK if comma else Mode.AUTO
        yield Edit(TYPE, "thesis", mode=mode)
        yield Edit("genre", degree(genre), mode=mode, is_continued=True)
        if variable == "publisher" or rest in ("", item.text("publisher")):
            yield Edit(variable, rest or None, mode=mode, keep={f"{variable}-as-given": given}, is_continued=True)
        elif not item.text("publisher"):
            yield Edit("publisher", rest, mode=mode, is_continued=True)
            yield Edit(variable, None, mode=mode, keep={f"{variable}-as-given": given}, is_continued=True)
        return


def _is_page(item: Item) -> Iterator[Edit | Notice]:
    address = item.text("URL")
    if item.type != "document" or not address or not item.text("title") or "eprint" in item.custom:
        return
    if any(name in item.variables for name in _MORE_THAN_A_PAGE) or item.custom.get("entrytype"):
        return
    # A publisher or a note may say that it is more than a page; so may a title in another language.
    is_plain = not (_FILE.search(address) or _ARCHIVES.search(address) or item.text("publisher") or item.text("note"))
    is_plain = is_plain and is_french_text(item, "title", item.text("title"))
    yield Edit(TYPE, "webpage", mode=Mode.AUTO if is_plain and address.startswith("http") else Mode.ASK)


def _lacks_journal(item: Item) -> Iterator[Edit | Notice]:
    if item.type == "article-journal" and not item.text("container-title"):
        is_online = item.text("URL") and not any(name in item.variables for name in ("page", "volume", "issue", "DOI"))
        if is_online and is_french(item):
            yield Edit(TYPE, "webpage", mode=Mode.ASK)
        else:
            yield Notice(
                "article-without-journal",
                f"{item.id!r} is an article without a journal",
                item.location,
                remedy="give the journal, or another type",
            )


RULES: Final = (
    Rule(
        id="kind-thesis",
        code="C1B",
        family="kinds",
        summary_en="A work whose genre or note names a degree is a thesis; with a university behind it, it is asked.",
        summary_fr="Un travail dont le genre ou la note nomme un diplôme est une thèse ; suivi d'un lieu, question.",
        mode=Mode.AUTO,
        source="CSL 1.0.2, type thesis",
        examples=(
            Example(TYPE, "report", "thesis", beside={"genre": "Mémoire de master"}),
            Example(TYPE, "book", "thesis", beside={"note": "Thèse de doctorat"}),
            Example(TYPE, "document", "thesis", beside={"publisher": "Mémoire de master, Université Lyon 2"}),
            Example(TYPE, "report", "report", beside={"genre": "Rapport de recherche"}),
        ),
        apply=_is_thesis,
    ),
    Rule(
        id="thesis-genre",
        code="C1A",
        family="kinds",
        summary_en="Names of degrees take one form: Thèse de doctorat, Mémoire de maîtrise.",
        summary_fr="Les noms de diplômes prennent une seule forme : Thèse de doctorat, Mémoire de maîtrise.",
        mode=Mode.AUTO,
        source="AFNOR Z 41-006, Présentation des thèses; theses.fr",
        examples=(
            Example("genre", "These de Doctorat", "Thèse de doctorat", "thesis"),
            Example("genre", "Theses", "Thèse de doctorat", "thesis"),
            Example("genre", "PhD thesis", "Thèse de doctorat", "thesis"),
            Example(
                "genre",
                "Master’s thesis",
                "Mémoire de maîtrise",
                "thesis",
                beside={"publisher": "Université du Québec à Trois-Rivières"},
            ),
            Example("genre", "technical report", "rapport technique", "report"),
            Example("genre", "Mémoire - Rapport de stage", "Mémoire - Rapport de stage", "thesis"),
        ),
        apply=_name_degree,
    ),
    Rule(
        id="kind-webpage",
        code="C1",
        family="kinds",
        summary_en="A miscellany that has an address and nothing of a book is a web page.",
        summary_fr="Un document divers qui a une adresse et rien d'un livre est une page web.",
        mode=Mode.AUTO,
        source="CSL 1.0.2, type webpage; measured: 129 of 2,321 French entries",
        examples=(
            Example(TYPE, "document", "webpage", beside={"title": "Accueil", "URL": "https://www.culture.gouv.fr/"}),
            Example(TYPE, "document", "document", beside={"title": "Lettre"}),
        ),
        apply=_is_page,
    ),
    Rule(
        id="kind-article",
        code="C1C",
        family="kinds",
        summary_en="An article without a journal that has an address may be a web page; any other is noticed.",
        summary_fr="Un article sans revue qui a une adresse est peut-être une page web ; tout autre est signalé.",
        mode=Mode.ASK,
        source="measured: 84 of 2,321 French entries",
        examples=(Example(TYPE, "article-journal", "webpage", beside={"title": "Une page", "URL": "https://a.fr/b"}),),
        apply=_lacks_journal,
    ),
)
