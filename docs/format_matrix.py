"""Writes what each format brings back, type by type and field by field: `python docs/format_matrix.py`.

For each of Zotero's item types an item with all its fields and creator types is written in each format, read back, and
compared part by part in Zotero's terms.
"""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Final

from citekit.bibtex import parse_bibtex
from citekit.export import FORMATS, READERS
from citekit.export.loss import lost_parts
from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_reading import from_zotero
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_work import LINKED_FILE, Attachment, Creator, ZoteroItem
from citekit.items.csl_json import read_csl_json
from citekit.items.csl_yaml import read_csl_yaml
from citekit.items.item import Item

PAGE: Final = Path(__file__).parent / "format-matrix.md"
_MEASURE: Final = runpy.run_path(str(Path(__file__).with_name("format_readers.py")))


def _by_citekit(read: Callable[[str], Item]) -> Callable[[str], ZoteroItem]:
    return lambda text: to_zotero(read(text))[0]


READ: Final[dict[str, Callable[[str], ZoteroItem]]] = {
    "zotero-rdf": _by_citekit(lambda text: READERS["zotero-rdf"](text, "")[0][0]),
    "csl-json": _by_citekit(lambda text: read_csl_json(text)[0][0]),
    "csl-yaml": _by_citekit(lambda text: read_csl_yaml(text)[0][0]),
    "biblatex": _by_citekit(lambda text: parse_bibtex(text)[0][0]),
    "bibtex": _by_citekit(lambda text: parse_bibtex(text)[0][0]),
    "ris": lambda text: _MEASURE["read_ris"](text, _by_citekit(lambda one: READERS["ris"](one, "")[0][0])),
    "csl-json-zotero": _MEASURE["read_csl_json_zotero"],
    "mods": _MEASURE["read_mods"],
    "bibtex-zotero": _MEASURE["read_bibtex_zotero"],
    "coins": _MEASURE["read_coins"],
}
DATES: Final = {"date": "2020-07-14", "accessDate": "2021-01-05T08:30:00Z", "filingDate": "2019-03-02"}

INTRODUCTION: Final = """# What each format brings back

For each of Zotero's 37 item types, one item with every field and every creator type of Zotero's schema was written in
each format, read back, and compared in Zotero's terms: fields kept letter by letter + people kept in their roles. The
item has two tags (one with a comma), an automatic tag, a note in HTML, markup in its title, an abstract of two lines, a
time of day in its date of access, a link, a file, a body among its people whose name has a comma, and stands in a
collection. This page is written by `docs/format_matrix.py`; a test runs it again, and compares it with what `citekit
convert` says beforehand: what is told as lost or changed does not come back, and everything else does.

`zotero-rdf`, `csl-json`, `csl-yaml`, `biblatex`, `bibtex` and `ris` were read by citekit, people in lines of RIS that
other programs show as notes left out; `csl-json-zotero`, `bibtex-zotero` and `coins` as Zotero's importers read them;
`mods` as its guidelines mean it.
"""

PARTS: Final = {
    # Part of an item that is no field and no role: how to look at it
    "extra": lambda work: work.extra,
    "tags": lambda work: work.tags,
    "automatic tags": lambda work: work.automatic_tags,
    # A paragraph around the whole of a note changes nothing of it.
    "notes": lambda work: [re.sub(r"<p>(.*)</p>", r"\1", note) for note in work.notes],
    "collections": lambda work: work.groups,
    "links": lambda work: [one.url for one in work.attachments if one.url and one.url != work.fields.get("url")],
    "files": lambda work: [one.path for one in work.attachments if one.path],
}


def full_work(name: str) -> ZoteroItem:
    """An item of a type with everything that its type can hold."""
    type_ = zotero_types()[name]
    fields = {own: DATES.get(base, f"{base} of {name}") for base, own in type_.fields.items()}
    fields[type_.fields["title"]] = f"Titre <i>de</i> {name}"
    fields["citationKey"] = f"key-{name}"
    if "url" in fields:
        fields["url"] = f"https://example.org/{name}"
    if "abstractNote" in fields:
        fields["abstractNote"] = "Résumé\nen deux lignes"
    extra = fields.pop("extra")
    roles = type_.creators
    creators = [Creator(role, f"de La {role}", "Maïté") for role in roles] + [Creator(roles[0], "Institut, de Paris")]
    attachments = [
        Attachment("example.org", fields["url"]),
        Attachment("Page", "https://example.org/page"),
        Attachment("Texte", "", "docs/a.pdf", "application/pdf", LINKED_FILE),
    ]
    notes, groups = ["<p>Une <b>note</b></p>"], ("A/B",)
    return ZoteroItem(name, fields, creators, ("a, b", "c"), ("auto",), notes, attachments, [extra], groups)


def lost(work: ZoteroItem, form: str) -> set[str]:
    """What a format does not bring back of an item."""
    again = READ[form](FORMATS[form]([from_zotero(work)])[0])
    missing = {"type"} if again.type != work.type else set()
    missing |= {own for own, text in work.fields.items() if again.fields.get(own) != text}
    missing |= {creator.role for creator in work.creators if creator not in again.creators}
    return missing | {part for part, look in PARTS.items() if not set(look(work)) <= set(look(again))}


def told(work: ZoteroItem, form: str) -> set[str]:
    """What citekit says beforehand that a format will not bring back of an item."""
    return lost_parts(FORMATS[form]([from_zotero(work)])[1])


def page() -> str:
    """The whole page."""
    forms = list(READ)
    works = {name: full_work(name) for name in zotero_types()}
    missing = {(name, form): lost(work, form) for name, work in works.items() for form in forms}
    lines = [INTRODUCTION, "| type | fields | people | " + " | ".join(f"`{form}`" for form in forms) + " |"]
    lines.append("| --- | --- | --- |" + " --- |" * len(forms))
    totals = dict.fromkeys(forms, 0)
    sizes = [0, 0]
    for name, work in works.items():
        cells = []
        roles = {creator.role for creator in work.creators}
        sizes = [sizes[0] + len(work.fields), sizes[1] + len(roles)]
        for form in forms:
            kept = len(work.fields) + len(roles) - len(missing[name, form] & (work.fields.keys() | roles))
            totals[form] += kept
            cells.append(str(kept))
        lines.append(f"| {name} | {len(work.fields)} | {len(roles)} | {' | '.join(cells)} |")
    lines.append(f"| **all** | {sizes[0]} | {sizes[1]} | " + " | ".join(str(totals[form]) for form in forms) + " |")
    for form in forms:
        lines += ["", f"## What `{form}` does not bring back", "", *_by_part(missing, form, len(works))]
    return "\n".join(lines) + "\n"


def _by_part(missing: dict[tuple[str, str], set[str]], form: str, count: int) -> list[str]:
    """A line for each part that a format loses, with the types of which it does."""
    names: dict[str, list[str]] = {}
    for (name, one), parts in missing.items():
        for part in parts if one == form else ():
            names.setdefault(part, []).append(name)
    return [
        f"- {part}: {'every type' if len(found) == count else ', '.join(found)}"
        for part, found in sorted(names.items())
    ] or ["Nothing."]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
