"""CSL-JSON in the profile of Zotero's importer, which reads it otherwise than the specification has it.

What Zotero does (zotero/utilities, `itemFromCSLJSON`, and what its client does with Extra): one item of type
"software" makes it refuse the whole file; particles and suffixes are dropped; dates in parts become words in the
user's language, while raw ones are kept; `keyword` is not read. A name variable for which the type has no role becomes
its *author*, so only people whose role comes back are written as such. It first makes an item of the type that the CSL
type stands for, and drops what that type has no field for; then lines of Extra go to the type and the fields that they
name, but never to people. So items are written from what Zotero holds of them, and read as it reads them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from citekit.export.labels import labelled, labelled_person
from citekit.export.loss import Loss, beside_fields, notices_of
from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_schema import CREATOR_TYPES, DATE_FIELDS, TEXT_FIELDS, csl_type, zotero_types
from citekit.export.zotero_text import CONTROL
from citekit.export.zotero_work import Creator, ZoteroItem
from citekit.items.item import Item
from citekit.report import Notice

__all__ = ["to_csl_json_zotero"]

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_WRITTEN_APART: Final = frozenset({"citationKey", "extra"})
_VARIABLES: Final[Mapping[str, tuple[str, ...]]] = {
    **{variable: TEXT_FIELDS[variable] for variable in TEXT_FIELDS if variable not in ("event", "citation-key")},
    "event-place": ("eventPlace",),
    # Zotero's name for the short title of a journal, which is "container-title-short" to CSL.
    "container-title-short": (),
    "journalAbbreviation": ("journalAbbreviation",),
}
_FIRST_TYPES: Final[Mapping[str, str]] = {
    # Of the types that share a CSL type, the one that Zotero takes an item for.
    "broadcast": "podcast", "motion_picture": "film", "personal_communication": "letter",
}  # fmt: skip
_ON_THE_AIR: Final = frozenset(
    {"archive", "archive_location", "container-title", "event-place", "publisher", "publisher-place", "source"}
)
_RECORDED: Final = frozenset({"collection-title", "volume", "number-of-volumes", "ISBN"})


@dataclass(slots=True)
class _Draft:
    """One item in CSL's variables, for Zotero to take for one type at first."""

    first: str
    variables: dict[str, object] = field(default_factory=dict)
    people: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    """What no variable brings into the item, as lines of Extra."""
    losses: list[Loss] = field(default_factory=list)


def to_csl_json_zotero(items: Sequence[Item]) -> tuple[str, list[Notice]]:
    """The items as CSL-JSON for Zotero, and notices of what Zotero will not read.

    >>> from citekit.items.name import Name
    >>> item = Item("a", "book", {"author": (Name("Gaulle", "Charles", non_dropping_particle="de"),)})
    >>> json.loads(to_csl_json_zotero([item])[0])[0]["author"]
    [{'family': 'de Gaulle', 'given': 'Charles'}]
    """
    notices: list[Notice] = []
    objects: list[dict[str, object]] = []
    for item in items:
        work, found = to_zotero(item)
        written = csl_type(work.type)
        written = "document" if written == "software" else written
        draft = _draft(work, written)
        objects.append(_object(item, work, written, draft))
        notices += [*found, *notices_of(item, "CSL-JSON for Zotero", [*draft.losses, *_losses(item, work)])]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n", notices


def _object(item: Item, work: ZoteroItem, written: str, draft: _Draft) -> dict[str, object]:
    extra = [*([] if draft.first == work.type else [f"Type: {work.type}"]), *draft.lines, *work.extra]
    note = CONTROL.sub("", item.text("note"))
    if note:
        extra.append(note)
    return {
        "id": item.id,
        "type": written,
        **draft.variables,
        **draft.people,
        **({"note": "\n".join(extra)} if extra else {}),
        "citation-key": work.fields.get("citationKey") or item.id,
    }


def _draft(work: ZoteroItem, written: str) -> _Draft:
    """The item for the type that Zotero takes it for by what is written: the one that needs the fewest lines of Extra.

    What is written decides about that type, and the type decides what can be written.
    """
    sharing = [name for name in zotero_types() if csl_type(name) == written]
    drafts = [_drafted_for(work, first) for first in dict.fromkeys([work.type, *sharing])]
    fitting = [draft for draft in drafts if _first_type(written, draft) == draft.first]
    return min(fitting or drafts, key=lambda draft: (len(draft.lines), draft.first != work.type))


def _drafted_for(work: ZoteroItem, first: str) -> _Draft:
    draft = _Draft(first)
    places = _variables_of_bases(first)
    for base, own in zotero_types()[work.type].fields.items():
        text = work.fields.get(own, "")
        if not text or own in _WRITTEN_APART:
            continue
        variable = places.get(base, "")
        if variable and (own != "accessDate" or _DAY.fullmatch(text)):
            draft.variables[variable] = {"raw": text} if variable in DATE_FIELDS else text
        else:
            draft.lines.append(labelled(own, text))
            if own == "type":
                draft.losses.append(Loss(own, "Zotero takes it for another field", is_changed=True))
    for creator in work.creators:
        variable = _variable_of_role(creator.role, first, work.type)
        if variable:
            draft.people.setdefault(variable, []).append(_name(creator))
        else:
            draft.lines.append(labelled_person(creator.role, creator.surname, creator.given))
            draft.losses.append(Loss(creator.role, "Zotero leaves it a line of Extra", is_changed=True))
    return draft


@cache
def _variables_of_bases(first: str) -> Mapping[str, str]:
    """The variable by which Zotero fills each field of a type, by the base name of the field."""
    fields = zotero_types()[first].fields
    found = {base: variable for variable, base in DATE_FIELDS.items() if base in fields}
    for variable, bases in _VARIABLES.items():
        base = next((one for one in bases if one in fields), "")
        if base:
            found.setdefault(base, variable)
    return found


def _first_type(written: str, draft: _Draft) -> str:
    """What Zotero takes an item for by its CSL type and variables."""
    if written == "broadcast" and not _ON_THE_AIR.isdisjoint(draft.variables):
        return "radioBroadcast" if {"author", "director"} <= draft.people.keys() else "tvBroadcast"
    if written == "motion_picture" and not _RECORDED.isdisjoint(draft.variables):
        return "videoRecording"
    return _FIRST_TYPES.get(written) or next(name for name in zotero_types() if csl_type(name) == written)


@cache
def _variable_of_role(role: str, first: str, last: str) -> str:
    """The variable whose people Zotero gives a role, in an item taken for one type and then for another."""
    # The variable that means the role, before one that stands for the first role of a type.
    by_name = sorted(CREATOR_TYPES.items(), key=lambda entry: entry[1] != (role,))
    for variable, roles in by_name:
        read = roles[0]
        for creators in (zotero_types()[first].creators, zotero_types()[last].creators):
            read = read if read in creators else creators[0]
        if read == role and len(roles) == 1:
            return variable
    return ""


def _losses(item: Item, work: ZoteroItem) -> Iterator[Loss]:
    """What CSL-JSON brings to Zotero in no way."""
    yield from beside_fields(work, {})
    if item.text("annote"):
        yield Loss("annote")


def _name(creator: Creator) -> dict[str, str]:
    """A name in the two parts that Zotero takes; a body has a literal only."""
    if not creator.given:
        return {"literal": creator.surname}
    return {"family": creator.surname, "given": creator.given} if creator.surname else {"given": creator.given}
