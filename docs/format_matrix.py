"""Writes what each format brings back, type by type and field by field: `python docs/format_matrix.py`.

For each of Zotero's item types an item with all its fields and creator types is written in each format that citekit
also reads, read back, and compared field by field in Zotero's terms.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from citekit.export import FORMATS, READERS
from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_reading import from_zotero
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_work import Creator, ZoteroItem
from citekit.items.csl_json import read_csl_json
from citekit.items.item import Item

PAGE: Final = Path(__file__).parent / "format-matrix.md"
READ: Final[dict[str, Callable[[str], Item]]] = {
    "zotero-rdf": lambda text: READERS["zotero-rdf"](text, "")[0][0],
    "csl-json": lambda text: read_csl_json(text)[0][0],
    "ris": lambda text: READERS["ris"](text, "")[0][0],
}
DATES: Final = {"date": "2020-07-14", "accessDate": "2021-01-05T08:30:00Z", "filingDate": "2019-03-02"}

INTRODUCTION: Final = """# What each format brings back

For each of Zotero's 37 item types, one item with every field and every creator type of Zotero's schema was written in
each format, read back by citekit, and compared in Zotero's terms: fields kept letter by letter + people kept in their
roles. The item has two tags (one with a comma), an automatic tag, a note in HTML, markup in its title, a time of day in
its date of access, and stands in a collection. This page is written by `docs/format_matrix.py`; a test runs it again.

Zotero itself never takes back the role *creator* of video recordings and radio broadcasts, which is therefore not
counted here; such people are written as contributors.
"""


def full_work(name: str) -> ZoteroItem:
    """An item of a type with everything that its type can hold."""
    type_ = zotero_types()[name]
    fields = {own: DATES.get(base, f"{base} of {name}") for base, own in type_.fields.items()}
    fields[type_.fields["title"]] = f"Titre <i>de</i> {name}"
    fields["citationKey"] = f"key-{name}"
    extra = fields.pop("extra")
    creators = [Creator(role, f"de La {role}", "Maïté") for role in type_.creators if role != "creator"]
    notes, groups = ["<p>Une <b>note</b></p>"], ("A/B",)
    return ZoteroItem(name, fields, creators, ("a, b", "c"), ("auto",), notes, [], [extra], groups)


def lost(work: ZoteroItem, form: str) -> list[str]:
    """What a format does not bring back of an item."""
    item = from_zotero(work)
    again, _ = to_zotero(READ[form](FORMATS[form]([item])[0]))
    missing = ["type"] if again.type != work.type else []
    missing += [own for own, text in work.fields.items() if again.fields.get(own) != text]
    missing += [creator.role for creator in work.creators if creator not in again.creators]
    for what in ("extra", "tags", "automatic_tags", "notes", "groups"):
        if getattr(again, what) != getattr(work, what):
            missing.append({"automatic_tags": "automatic tags", "groups": "collections"}.get(what, what))
    return missing


def page() -> str:
    """The whole page."""
    forms = list(READ)
    works = {name: full_work(name) for name in zotero_types()}
    missing = {(name, form): lost(work, form) for name, work in works.items() for form in forms}
    lines = [INTRODUCTION, "| type | fields | people | " + " | ".join(f"`{form}`" for form in forms) + " |"]
    lines.append("| --- | --- | --- |" + " --- |" * len(forms))
    totals = dict.fromkeys(forms, 0)
    for name, work in works.items():
        cells = []
        size = len(work.fields) + len(work.creators)
        for form in forms:
            kept = size - sum(one in work.fields or one in zotero_types()[name].creators for one in missing[name, form])
            totals[form] += kept
            cells.append(str(kept))
        lines.append(f"| {name} | {len(work.fields)} | {len(work.creators)} | {' | '.join(cells)} |")
    size = [sum(len(work.fields) for work in works.values()), sum(len(work.creators) for work in works.values())]
    lines.append(f"| **all** | {size[0]} | {size[1]} | " + " | ".join(str(totals[form]) for form in forms) + " |")
    for form in forms:
        lines += ["", f"## What `{form}` does not bring back", ""]
        by_field: dict[str, list[str]] = {}
        for name in works:
            for one in missing[name, form]:
                by_field.setdefault(one, []).append(name)
        lines += [
            f"- {one}: {'every type' if len(names) == len(works) else ', '.join(names)}"
            for one, names in sorted(by_field.items())
        ] or ["Nothing."]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
