"""CSL-JSON as Zotero's importer wants it, which is not quite the standard.

What Zotero's importer does: it drops particles and suffixes, so they are folded into family and given; it turns
date-parts into words, so dates are `raw`; it reads `note` as Extra; one item of type "software" makes it refuse the
whole file, so such items are documents whose note says `Type: computerProgram`, which Zotero reads back as the type.
Tags, child notes and collections it does not read at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from citekit.export.loss import Loss, beside_fields, notices_of
from citekit.export.ris import field_label
from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_reading import variable_of_role, variables_of_fields
from citekit.export.zotero_schema import DATE_FIELDS, zotero_type, zotero_types
from citekit.export.zotero_work import ITEM_TYPE, ZoteroItem
from citekit.items.csl_json import item_to_csl_json
from citekit.items.date import Date
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.report import Notice

__all__ = ["to_csl_json_zotero"]

_LOST: Final = ("annote", "keyword")
_READ_TOO: Final = {"motion_picture": "videoRecording"}
"""A second type whose fields Zotero reads from CSL-JSON for a CSL type."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_AMBIGUOUS: Final = frozenset({"broadcast", "motion_picture", "personal_communication"})
"""Types that several of Zotero's share; Extra tells which one."""
_NAMES_IN_ZOTERO: Final[Mapping[str, tuple[str, str]]] = {
    # in the schema            CSL variable, key that Zotero reads
    "part": ("part-number", "part-number"),
    "license": ("license", "license"),
    "container-title-short": ("container-title-short", "journalAbbreviation"),
}


def to_csl_json_zotero(items: Sequence[Item]) -> tuple[str, list[Notice]]:
    """The items as CSL-JSON for Zotero, and notices of what Zotero will not read.

    >>> item = Item("a", "book", {"author": (Name("Gaulle", "Charles", non_dropping_particle="de"),)})
    >>> json.loads(to_csl_json_zotero([item])[0])[0]["author"]
    [{'family': 'de Gaulle', 'given': 'Charles'}]
    """
    notices: list[Notice] = []
    objects = [_object(item, notices) for item in items]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n", notices


def _object(item: Item, notices: list[Notice]) -> dict[str, object]:
    data = item_to_csl_json(item)
    work, _ = to_zotero(item)
    notices += notices_of(item, "CSL-JSON for Zotero", _losses(item, work))
    extra: list[str] = []
    if data["type"] == "software":
        data["type"] = "document"
        extra.append("Type: computerProgram")
    elif ITEM_TYPE in item.custom or item.type in _AMBIGUOUS:
        extra.append(f"Type: {work.type}")
    extra += _labelled(work, str(data["type"]))
    for variable, value in item.variables.items():
        if isinstance(value, Date):
            # As the source said it, where it is still that date: "1" is not "0001" to Zotero.
            own = zotero_types()[work.type].fields.get(DATE_FIELDS.get(variable, ""), "")
            data[variable] = {"raw": work.fields.get(own) or value.iso()}
        elif isinstance(value, tuple):
            data[variable] = [_name(name) for name in value]
    if "accessDate" in work.fields:
        data["accessed"] = {"raw": work.fields["accessDate"]}
    for old, name in _NAMES_IN_ZOTERO.items():
        data.pop(old, None)
        if item.text(name[0]):
            data[name[1]] = item.text(name[0])
    for lost in _LOST:
        data.pop(lost, None)
    data.pop("custom", None)
    extra += work.extra
    note = data.pop("note", "")
    if note:
        extra.append(str(note))
    if extra:
        data["note"] = "\n".join(extra)
    data["citation-key"] = item.text("citation-key") or item.id
    return data


def _labelled(work: ZoteroItem, csl_type: str) -> Iterator[str]:
    """The fields and people that no CSL variable brings into the item, under the labels by which Zotero finds them.

    Zotero first makes an item of the type that the CSL type stands for, and drops what that type has no field for.
    """
    places = variables_of_fields(work.type)
    first = zotero_type(Item("", csl_type))[0]
    read_first = first.fields.keys() | zotero_types()[_READ_TOO.get(csl_type, first.name)].fields.keys()
    for base, own in zotero_types()[work.type].fields.items():
        if own in work.fields and own != "citationKey" and not (places.get(own, ("", False))[1] and base in read_first):
            yield f"{field_label(own)}: {work.fields[own]}"
    for creator in work.creators:
        if not variable_of_role(work.type, creator.role):
            given = f" || {creator.given}" if creator.given else ""
            yield f"{field_label(creator.role)}: {creator.surname}{given}"


def _losses(item: Item, work: ZoteroItem) -> Iterator[Loss]:
    """What Zotero does not read from CSL-JSON."""
    if _DAY.fullmatch(work.fields.get("accessDate", "2021-01-05")) is None:
        yield Loss("accessDate", "Zotero reads the day only", is_changed=True)
    yield from beside_fields(work, {})
    if item.text("annote"):
        yield Loss("annote")


def _name(name: Name) -> dict[str, str]:
    """A name in the two parts that Zotero takes; a body has a literal only."""
    if name.literal or not name.family:
        return {"literal": name.literal or name.given}
    family = name.family
    for particle in (name.non_dropping_particle, name.dropping_particle):
        if particle:
            family = particle + family if particle[-1] in "'\u2019-" else f"{particle} {family}"
    given = f"{name.given}, {name.suffix}" if name.suffix else name.given
    return {"family": family, "given": given} if given else {"family": family}
