"""The page of items that every style renders: a full item of each type, bare ones, and what real sources send.

The items come from CSL-JSON, so that the way of an item into the engine is tested with it.
"""

from __future__ import annotations

import json
from typing import Final

from citekit.items import Item
from citekit.items.csl_json import read_csl_json
from citekit.items.variables import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES
from citekit.report import Report

__all__ = ["AWKWARD", "BARE", "FULL", "awkward_page", "full_page"]

NOT_THE_ITEMS: Final = frozenset(
    {"citation-number", "first-reference-note-number", "locator", "page-first", "year-suffix", "note", "citation-label"}
)
"""Variables that the processor fills in, and the note, whose lines are read as variables."""

TEXTS: Final = {
    "title": 'Les <i>petites</i> entreprises : l\'essor d\u2019un "modèle" <sup>2</sup>',
    "title-short": "Les petites entreprises",
    "container-title": "Revue d'économie & de gestion",
    "language": "fr-FR",
    "page": "1123-1148",
    "DOI": "10.1000/xyz?a=1&b=<2>",
    "URL": "https://example.org/?q=a&b=<c>",
}


def full_item(item_type: str) -> dict[str, object]:
    """An item of a type that has every variable, each with a value that CSL counts as such."""
    data: dict[str, object] = {"id": f"full-{item_type}", "type": item_type}
    for variable in sorted(TEXT_VARIABLES - NOT_THE_ITEMS):
        data[variable] = f"Value of {variable}"
    for number, variable in enumerate(sorted(NUMBER_VARIABLES - NOT_THE_ITEMS), start=2):
        data[variable] = str(number)
    for variable in sorted(NAME_VARIABLES):
        data[variable] = [
            {"family": "Gaulle", "given": "Charles André", "non-dropping-particle": "de", "suffix": "Jr."},
            {"family": variable.title(), "given": "Jean-Luc"},
            {"literal": "Centre national de la fonction publique territoriale"},
        ]
    for variable in sorted(DATE_VARIABLES):
        data[variable] = {"date-parts": [[2020, 3, 14]]}
    data.update(TEXTS)
    return data


FULL: Final[list[dict[str, object]]] = [full_item(item_type) for item_type in sorted(ITEM_TYPES)]

BARE: Final[list[dict[str, object]]] = [
    {"id": "bare-title", "type": "book", "title": "Essais"},
    {"id": "bare-author", "type": "article-journal", "author": [{"family": "Juan", "given": "Maïté"}]},
    {"id": "bare-date", "type": "report", "issued": {"date-parts": [[1999]]}},
    {"id": "bare-editor", "type": "chapter", "editor": [{"literal": "INSET"}], "title": "Sans auteur"},
    {"id": "bare-url", "type": "webpage", "URL": "https://example.org/"},
    {"id": "bare-nothing", "type": "document"},
]

AWKWARD: Final[list[dict[str, object]]] = [
    {"title": "No id, no type", "author": "Doe, Jane"},
    {"id": 7, "type": "book", "title": 1984, "volume": 2, "edition": 3.0, "issued": {"date-parts": [["2020", "3"]]}},
    {"id": "empty-parts", "type": "book", "title": "Empty parts", "issued": {"date-parts": [[]]}},
    {"id": "null-parts", "type": "book", "title": "Null parts", "issued": {"date-parts": [[None, None, None]]}},
    {"id": "no-parts", "type": "book", "title": "No parts", "issued": {"date-parts": None}},
    {"id": "names-as-strings", "type": "book", "title": "Strings", "author": ["Doe, Jane", "INSET"], "editor": "Roe"},
    {"id": "nameless", "type": "book", "title": "Nameless", "author": [{}, {"family": ""}, None, 5]},
    {"id": "given-only", "type": "book", "title": "Given only", "author": [{"given": "Platon"}]},
    {"id": "lists", "type": "journal-article", "title": ["Crossref", "sends lists"], "ISSN": ["1234-5678", "1-4"]},
    {"id": "range", "type": "book", "title": "Range", "issued": {"date-parts": [[1998, 12], [2001, 2, 3]]}},
    {"id": "open-range", "type": "periodical", "title": "Open", "issued": {"date-parts": [[1998], [0]]}},
    {"id": "season", "type": "article-magazine", "title": "Season", "issued": {"date-parts": [[2019]], "season": "2"}},
    {"id": "season-month", "type": "article-magazine", "title": "Month", "issued": {"date-parts": [[2019, 22]]}},
    {"id": "season-out", "type": "article-magazine", "title": "Out", "issued": {"date-parts": [[2019]], "season": 9}},
    {"id": "month-out", "type": "book", "title": "Month 0", "issued": {"date-parts": [[2019, 0, 0]]}},
    {"id": "month-13", "type": "book", "title": "Month 99", "issued": {"date-parts": [[2019, 99, 99]]}},
    {"id": "before-christ", "type": "classic", "title": "Before Christ", "issued": {"date-parts": [[-399, 2, 15]]}},
    {"id": "circa", "type": "manuscript", "title": "Circa", "issued": {"date-parts": [[1480]], "circa": True}},
    {"id": "raw", "type": "speech", "title": "Raw", "issued": {"raw": "12 mars 2020"}, "accessed": "yesterday"},
    {"id": "literal", "type": "map", "title": "Literal", "issued": {"literal": "sans date"}},
    {"id": "edtf", "type": "map", "title": "EDTF", "issued": "2020-05~/2021"},
    {"id": "far", "type": "book", "title": "Far", "issued": {"date-parts": [[123456, 1, 1]]}},
    {"id": "same-a", "type": "book", "title": "Same A", "author": [{"family": "Same", "given": "A"}], "issued": "2020"},
    {"id": "same-b", "type": "book", "title": "Same B", "author": [{"family": "Same", "given": "A"}], "issued": "2020"},
    {"id": "same-c", "type": "book", "title": "Same B", "author": [{"family": "Same", "given": "B"}], "issued": "2020"},
    {"id": "markup", "type": "book", "title": "<i>Open <b>and</i> crossed</b> <span class=\"nocase\">x</span> < & >"},
    {"id": "quotes", "type": "book", "title": "\"'\u00ab \u201cDeep\u201d \u00bb'\" l'", "container-title": "'"},
    {"id": "blank", "type": "book", "title": "   ", "publisher": "\t\n", "page": " ", "volume": "-", "issue": "--"},
    {"id": "pages", "type": "article-journal", "page": "1-2, 5\u20137 & viii-xii, S12-S15", "volume": "2\\-3"},
    {"id": "numbers", "type": "book", "edition": "2nd rev.", "volume": "XIV", "issue": "p. 3-8", "number": "1/2"},
    {"id": "own-type", "type": "blog-post", "title": "No such type", "shelf": {"room": [1, 2]}, "custom": "text"},
    {"id": "japanese", "type": "book", "title": "雪国", "author": [{"family": "川端", "given": "康成"}]},
    {"id": "arabic", "type": "book", "title": "الأيام", "author": [{"literal": "طه"}]},
    {"id": "lone", "type": "book", "title": "Half \ud83d a pair", "author": [{"family": "\u0301", "given": "-"}]},
    {"id": "crowd", "type": "dataset", "author": [{"family": f"N{i}", "given": "A.-B. c."} for i in range(40)]},
    {"id": "particles", "type": "book", "author": [{"family": "d'Arc", "given": "Jeanne"}, {"family": "van 't Hoff"}]},
]  # fmt: skip


def full_page() -> tuple[list[Item], Report]:
    """A full item of every type, then the bare ones."""
    return read_csl_json(json.dumps(FULL + BARE), "full.json")


def awkward_page() -> tuple[list[Item], Report]:
    """What real sources send."""
    return read_csl_json(json.dumps(AWKWARD), "awkward.json")
