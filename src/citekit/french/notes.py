"""Notes: what Zotero and other programs dumped there goes to the variables it belongs to; dates of consultation too.

Zotero's Extra field and BibTeX exports leave `Place: Paris Publisher: Belin` in the note. A note is taken apart only
where it begins with a known key, and only as far as every value is of the kind that its key promises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citekit.french.addresses import DOI_WITH_PREFIX
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

# `[Online; accessed 16-Dec-2014]` is how Wikipedia writes it.
_CONSULTED: Final = (
    r"[\[(]?\s*(?:(?:page|site|document|article)\s+)?(?:consultée?s?(?:\s+en\s+ligne)?|visitée?|vue|accédée?"
    r"|(?:date de |dernière )?consultation|dernier accès"
    r"|(?:online;\s*)?(?:last\s+)?(?:accessed|retrieved|visited))\s*:?\s+"
    r"(?:(?:le|en|on)\s*:?\s+)?(?P<date>[^\]).;]{4,30}?)\s*[\])]?\.?"
)
_CONSULTATION: Final = re.compile(_CONSULTED, re.IGNORECASE)
_ADDRESS: Final = re.compile(
    r"(?:(?:url|disponible (?:sur|à l['\u2019]adresse|en ligne)|en ligne)\s*:?\s*)?(?:\\url\{|<)?"
    rf"(?P<address>https?://[^\s<>{{}}]+[^\s<>{{}}.,;])[>}}]?(?:[\s.,;]+{_CONSULTED})?\.?",
    re.IGNORECASE,
)
_DAY_MONTH_YEAR: Final = re.compile(r"(\d{1,2})-([^\W\d_]{3,9})-(\d{4})")


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
    for variable in ("note", "annote"):
        yield from _unpack_one(item, variable)


def _unpack_one(item: Item, dumped: str) -> Iterator[Edit | Notice]:
    note = item.text(dumped)
    pairs = read_dump(note)
    if not pairs or any(key in _FORMS and not _FORMS[key].fullmatch(value) for key, value in pairs):
        return
    taken: dict[str, str] = {}
    for key, value in pairs:
        variable = _variable(item, key)
        if value and variable and variable not in taken and variable not in item.variables:
            taken[variable] = value
    yield Edit(dumped, None, keep={f"{dumped}-as-given": note})
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


def _consulted(text: str) -> Date | None:
    """The day, or the month, that words for a consultation name."""
    text = _DAY_MONTH_YEAR.sub(r"\1 \2 \3", text)
    date = parse_french_date(text) or parse_raw_date(text)
    return Date(date.start) if isinstance(date.start, DatePoint) and not date.literal and not date.is_circa else None


def _take_consultation(item: Item) -> Iterator[Edit | Notice]:
    match = _CONSULTATION.fullmatch(item.text("note").strip())
    date = _consulted(match["date"]) if match and item.date("accessed") is None else None
    if date is not None:
        yield Edit("accessed", date)
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
    # `howpublished` of a miscellany is read as its publisher.
    for variable in ("note", "publisher") if item.type in ("document", "webpage") else ("note",):
        given = item.text(variable).strip()
        match = _ADDRESS.fullmatch(given)
        if match is None or item.text("URL") not in ("", match["address"]):
            continue
        date = _consulted(match["date"]) if match["date"] else None
        if match["date"] and (date is None or item.date("accessed") not in (None, date)):
            continue
        yield Edit(variable, None, keep={f"{variable}-as-given": given} if date else {})
        if not item.text("URL"):
            yield Edit("URL", match["address"], is_continued=True)
        if date is not None:
            yield Edit("accessed", date, is_continued=True)
        return


def _take_doi(item: Item) -> Iterator[Edit | Notice]:
    """A note that is a DOI and nothing else."""
    match = DOI_WITH_PREFIX.fullmatch(item.text("note").strip().rstrip("."))
    given = item.text("DOI")
    known = prefixed["doi"] if (prefixed := DOI_WITH_PREFIX.fullmatch(given)) else given
    if match and known.casefold() in ("", match["doi"].casefold()):
        yield Edit("note", None)
        if not item.text("DOI"):
            yield Edit("DOI", match["doi"], is_continued=True)


def _identify(item: Item) -> Iterator[Edit | Notice]:
    found = list(_take_doi(item))
    yield from found or _take_address(item)


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
            Example("annote", "Place: Paris Publisher: Belin", None),
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
            Example("note", "[Online; accessed 16-Dec-2014]", None),
            Example("note", "Dernière consultation : 3 mai 2016", None),
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
        summary_en="A note that is only an address or a DOI (and when it was seen) is that, where there is none.",
        summary_fr="Une note qui n'est qu'une adresse ou un DOI (avec la date de consultation) l'est, faute d'autre.",
        mode=Mode.AUTO,
        source="CSL 1.0.2, variable URL; measured: 71 of 2,321 French entries",
        examples=(
            Example("note", "https://journals.openedition.org/crau/370", None),
            Example("note", "Disponible sur : <https://hal.science/hal-01973570>", None),
            Example("note", "https://a.fr/b", "https://a.fr/b", beside={"URL": "https://c.fr/d"}),
            Example("note", "https://a.fr/b (consulté le 3 mai 2016)", None),
            Example("note", "doi:10.1016/j.crma.2005.05.026", None),
            Example("note", "Voir https://a.fr/b et la suite", "Voir https://a.fr/b et la suite"),
        ),
        apply=_identify,
        needs_french=False,
    ),
)
