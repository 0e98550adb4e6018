"""Notes: what Zotero and other programs dumped there goes to the variables it belongs to; dates of consultation too.

Zotero's Extra field and BibTeX exports leave `Place: Paris Publisher: Belin` in the note. A note is taken apart only
where it begins with a known key, and only as far as every value is of the kind that its key promises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citekit.french.dates import parse_french_date
from citekit.french.rule import Edit, Example, Rule
from citekit.french.tables import load_table
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.raw_date import parse_raw_date
from citekit.report import Mode, Notice

__all__ = ["RULES", "read_dump"]

_TABLE: Final = load_table("notes")
_VARIABLES: Final[dict[str, str]] = dict(_TABLE["variables"])
_NOISE: Final = frozenset(_TABLE["noise"])
_FORMS: Final = {name: re.compile(form) for name, form in _TABLE["forms"].items()}
_KEYS: Final = sorted((*_VARIABLES, *_NOISE), key=len, reverse=True)
_KEY: Final = re.compile(rf"(?:(?<=\s)|^)({'|'.join(map(re.escape, _KEYS))}):\s+")
# Better BibTeX writes its own keys as assignments.
_TEX_KEY: Final = re.compile(r"\b(tex\.ids)=\s*")
_ARTICLES: Final = ("article-journal", "article-magazine", "article-newspaper", "review")

_DATE: Final = r"(?:le\s+|en\s+|on\s+)?(?P<date>[^\]).;]{4,30}?)"
_ADDRESS: Final = re.compile(
    r"(?:(?:url|disponible (?:sur|à l['\u2019]adresse|en ligne)|en ligne)\s*:?\s*)?(?:\\url\{|<)?"
    r"(?P<address>https?://[^\s<>{}]+[^\s<>{}.,;])[>}]?\.?",
    re.IGNORECASE,
)
_CONSULTED: Final = re.compile(
    rf"[\[(]?\s*(?:page\s+)?(?:consultée?(?:\s+en\s+ligne)?|visitée?|vue|accédée?|(?:online;\s*)?accessed|retrieved)\s+{_DATE}\s*[\])]?\.?",
    re.IGNORECASE,
)


def read_dump(note: str) -> list[tuple[str, str]]:
    """The keys and values of a note that is a dump of them, in order; nothing where it is a note for readers.

    >>> read_dump("Place: Paris Publisher: Éditions du Cerf")
    [('Place', 'Paris'), ('Publisher', 'Éditions du Cerf')]
    >>> read_dump("Voir aussi Place: Paris")
    []
    """
    note = _TEX_KEY.sub(r"\1: ", note)
    found = list(_KEY.finditer(note.strip()))
    if not found or found[0].start() != 0:
        return []
    ends = [*(match.start() for match in found[1:]), len(note.strip())]
    return [(match[1], note.strip()[match.end() : end].strip()) for match, end in zip(found, ends, strict=True)]


def _unpack(item: Item) -> Iterator[Edit | Notice]:
    note = item.text("note")
    pairs = read_dump(note)
    if not pairs or any(key in _FORMS and not _FORMS[key].fullmatch(value) for key, value in pairs):
        return
    taken: dict[str, str] = {}
    for key, value in pairs:
        variable = _variable(item, key)
        if value and variable and variable not in taken and variable not in item.variables:
            taken[variable] = value
    yield Edit("note", None, keep={"note-as-given": note})
    for variable, value in taken.items():
        yield Edit(variable, value, is_continued=True)


def _variable(item: Item, key: str) -> str:
    """Where a value belongs; nowhere where the key is noise, or the type of the item has no such variable."""
    variable = _VARIABLES.get(key, "")
    if variable == "issue" and item.type not in _ARTICLES:
        return ""
    # Exports give the platform or the journal's house as publisher of an article, and the title again as its code.
    if variable == "container-title" and item.type not in _ARTICLES:
        return ""
    return variable


def _take_consultation(item: Item) -> Iterator[Edit | Notice]:
    match = _CONSULTED.fullmatch(item.text("note").strip())
    if match is None or item.date("accessed") is not None:
        return
    date = parse_french_date(match["date"]) or parse_raw_date(match["date"])
    if isinstance(date.start, DatePoint) and not date.literal and not date.is_circa:
        yield Edit("accessed", Date(date.start))
        yield Edit("note", None, is_continued=True)


def _read_access_date(item: Item) -> Iterator[Edit | Notice]:
    """English wordings of the date of consultation, as web forms give them: `Thursday, May 7, 2015`, `2016-8-10`."""
    date = item.date("accessed")
    if date is None or date.start is not None or not re.search(r"[A-Za-z]{3}|\d{4}-\d", date.literal):
        return
    found = parse_raw_date(re.sub(r"^[A-Z][a-z]+day,\s*", "", date.literal))
    if found.start is not None and found.start.month and not found.literal:
        yield Edit("accessed", found)


def _take_address(item: Item) -> Iterator[Edit | Notice]:
    """A note that is an address and nothing else; where there is one already, only the same one goes."""
    match = _ADDRESS.fullmatch(item.text("note").strip())
    if match is None or item.text("URL") not in ("", match["address"]):
        return
    if not item.text("URL"):
        yield Edit("URL", match["address"])
    yield Edit("note", None, is_continued=not item.text("URL"))


def _access(item: Item) -> Iterator[Edit | Notice]:
    yield from _take_consultation(item)
    yield from _read_access_date(item)


RULES: Final = (
    Rule(
        id="note-dump",
        code="X1",
        family="notes",
        summary_en="“Place: Paris Publisher: Belin” in a note fills the variables that are empty; the note is kept.",
        summary_fr="« Place: Paris Publisher: Belin » dans une note remplit les champs vides ; la note est gardée.",
        mode=Mode.AUTO,
        source="Zotero, Extra field; measured: 235 of 2,321 French entries",
        examples=(
            Example("note", "Place: Paris Publisher: Éditions du Cerf", None),
            Example("note", "OCLC: 491548474", None),
            Example("note", "Actes du colloque : fascicule 3", "Actes du colloque : fascicule 3"),
        ),
        apply=_unpack,
        needs_french=False,
    ),
    Rule(
        id="note-accessed",
        code="U3",
        family="notes",
        summary_en="“Consulté le 3 mai 2016” in a note is the date of consultation.",
        summary_fr="« Consulté le 3 mai 2016 » dans une note est la date de consultation.",
        mode=Mode.AUTO,
        source="CSL 1.0.2, variable accessed; biblatex, urldate",
        examples=(
            Example("note", "consulté en ligne le 3 mai 2016", None),
            Example("note", "[Online; accessed 16 December 2014]", None),
            Example("note", "Consultable en ligne sur Gallica.", "Consultable en ligne sur Gallica."),
            Example("accessed", Date(literal="Thursday, May 7, 2015"), Date(DatePoint(2015, 5, 7))),
        ),
        apply=_access,
        needs_french=False,
    ),
    Rule(
        id="note-address",
        code="U3B",
        family="notes",
        summary_en="A note that is an address and nothing else is the address, where there is none.",
        summary_fr="Une note qui n'est qu'une adresse est l'adresse, quand il n'y en a pas.",
        mode=Mode.AUTO,
        source="CSL 1.0.2, variable URL; measured: 71 of 2,321 French entries",
        examples=(
            Example("note", "https://journals.openedition.org/crau/370", None),
            Example("note", "Disponible sur : <https://hal.science/hal-01973570>", None),
            Example("note", "https://a.fr/b", "https://a.fr/b", beside={"URL": "https://c.fr/d"}),
            Example("note", "Voir https://a.fr/b et la suite", "Voir https://a.fr/b et la suite"),
        ),
        apply=_take_address,
        needs_french=False,
    ),
)
