"""The items that every processor renders: made up, always the same, in CSL-JSON and in BibTeX.

Three quarters are articles with one to six authors; the rest are books, chapters and web pages. `crowded` items share
a few authors and years, so that nearly every cite has to be told apart from others.
"""

from __future__ import annotations

import json
import random
from functools import cache
from typing import Any, Final

__all__ = ["CROWDED", "MIXED", "bibtex", "csl_json", "item_ids"]

MIXED: Final = "mixed"
CROWDED: Final = "crowded"

FAMILIES: Final = (
    "Juan Laville Subirats Dupont Martin Bernard Thomas Petit Robert Richard Durand Leroy Moreau Simon Laurent "
    "Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard Andre Mercier Blanc Guerin Boyer Garnier Chevalier"
).split()
GIVEN: Final = "Maïté Jean-Louis Joan Anne Paul Marie-Claude Luc Éva Noé Inès Hugo Léa Zoé Marc Élise Yves".split()
WORDS: Final = (
    "social innovation public market rural health policy energy housing network local economy solidarity transition "
    "governance territory participation evaluation of the in and for a European French urban water learning culture"
).split()
JOURNALS: Final = ("Journal of Social Policy", "Le Média social", "Revue française d'économie", "Urban Studies")
TYPES: Final = ("article-journal",) * 6 + ("book", "chapter")
BIBTEX_TYPES: Final = {"article-journal": "article", "book": "book", "chapter": "incollection"}


@cache
def items(kind: str, count: int) -> tuple[dict[str, Any], ...]:
    """The items as CSL-JSON objects."""
    chance = random.Random(f"{kind}{count}")
    make = _crowded if kind == CROWDED else _mixed
    return tuple([make(chance, number) for number in range(count)])


@cache
def csl_json(kind: str, count: int) -> str:
    """The items as a CSL-JSON file."""
    return json.dumps(items(kind, count), ensure_ascii=False)


def item_ids(kind: str, count: int) -> list[str]:
    """The ids of the items, in their order."""
    return [str(item["id"]) for item in items(kind, count)]


def _name(chance: random.Random) -> dict[str, str]:
    return {"family": chance.choice(FAMILIES), "given": chance.choice(GIVEN)}


def _title(chance: random.Random, number: int) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(4, 11))).capitalize() + f" {number}"


def _mixed(chance: random.Random, number: int) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": f"item{number}",
        "type": chance.choice(TYPES),
        "title": _title(chance, number),
        "author": [_name(chance) for _ in range(chance.choice((1, 1, 2, 2, 3, 4, 6)))],
        "issued": {"date-parts": [[chance.randint(1960, 2021), chance.randint(1, 12), chance.randint(1, 28)]]},
        "DOI": f"10.1000/{number}",
    }
    if item["type"] == "book":
        return item | {"publisher": "Erès", "publisher-place": "Toulouse", "edition": str(chance.randint(1, 3))}
    first = chance.randint(1, 900)
    item["page"] = f"{first}-{first + chance.randint(2, 40)}"
    if item["type"] == "chapter":
        return item | {"container-title": _title(chance, number), "publisher": "Seuil", "editor": [_name(chance)]}
    journal = {
        "container-title": chance.choice(JOURNALS),
        "volume": str(number % 90 + 1),
        "issue": str(number % 12 + 1),
    }
    return item | journal


def _crowded(chance: random.Random, number: int) -> dict[str, Any]:
    authors = [{"family": chance.choice(FAMILIES[:4]), "given": chance.choice(GIVEN[:6])} for _ in range(3)]
    return _mixed(chance, number) | {"author": authors, "issued": {"date-parts": [[chance.randint(2018, 2020)]]}}


@cache
def bibtex(kind: str, count: int) -> str:
    """The same items for programs that do not read CSL-JSON."""
    return "\n".join([_entry(item) for item in items(kind, count)])


def _entry(item: dict[str, Any]) -> str:
    year, *_ = item["issued"]["date-parts"][0]
    names = " and ".join([f"{name['family']}, {name['given']}" for name in item["author"]])
    fields = {"author": names, "title": item["title"], "year": str(year), "doi": item["DOI"]}
    container = "journal" if item["type"] == "article-journal" else "booktitle"
    for key, field in (("container-title", container), ("publisher", "publisher"), ("volume", "volume")):
        if key in item:
            fields[field] = item[key]
    if "page" in item:
        fields["pages"] = item["page"].replace("-", "--")
    lines = "".join([f"  {key} = {{{value}}},\n" for key, value in fields.items()])
    return f"@{BIBTEX_TYPES[item['type']]}{{{item['id']},\n{lines}}}\n"
