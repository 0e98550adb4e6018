"""What Zotero holds turned back into items: the other direction of `zotero_items.py`.

Each field goes to the CSL variable from which the writer would fill that very field; where there is none, or where
the variable cannot hold the value letter by letter, the value stands in `custom` under Zotero's name. So an item read
and written again gives Zotero what it gave.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Final

from citekit.errors import NOWHERE, Location
from citekit.export.attachments import attachments_to_json, derived_attachments
from citekit.export.zotero_dates import read_zotero_date
from citekit.export.zotero_items import derived_notes, roles_of
from citekit.export.zotero_schema import CREATOR_TYPES, DATE_FIELDS, TEXT_FIELDS, csl_type, zotero_type, zotero_types
from citekit.export.zotero_text import note_text, plain, title_from_markup, title_markup
from citekit.export.zotero_work import (
    ACCESS_KEY,
    ATTACHMENTS,
    AUTOMATIC_TAGS,
    EXTRA,
    ITEM_TYPE,
    NOTES,
    Creator,
    ZoteroItem,
)
from citekit.items.date import Date
from citekit.items.item import Item, Value
from citekit.items.name import Name
from citekit.items.variables import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, TEXT_VARIABLES, VARIABLES

__all__ = ["from_zotero", "variable_of_role", "variables_of_fields", "with_own_ids"]

_FALLBACK: Final = frozenset({"event", "event-place"})
_EXTRA_LINE: Final = re.compile(r"([A-Za-z][\w.-]*(?: [A-Z]\w+)*):\s+(\S.*)")
_SUFFIX: Final = re.compile(r"(.*), ((?:Jr|Sr)\.?|II|III|IV|V)")
_LITERAL: Final = "-literal"


@cache
def variables_of_fields(type_name: str) -> dict[str, tuple[str, bool]]:
    """For each field of a type its CSL variable, and whether that variable alone would fill this field."""
    type_ = zotero_types()[type_name]
    found: dict[str, tuple[str, bool]] = {}
    for variable, candidates in TEXT_FIELDS.items():
        here = [type_.fields[base] for base in candidates if base in type_.fields]
        for i, own in enumerate(here):
            known = found.get(own)
            if known is None or (not known[1] and i == 0 and variable not in _FALLBACK):
                found[own] = (variable, i == 0)
    for variable, base in DATE_FIELDS.items():
        if base in type_.fields:
            found[type_.fields[base]] = (variable, True)
    return found


def from_zotero(work: ZoteroItem, location: Location = NOWHERE) -> Item:
    """The item that Zotero's item stands for; its id is the citation key, empty where there is none.

    >>> item = from_zotero(ZoteroItem("podcast", {"title": "Essais", "audioFileType": "mp3", "citationKey": "m"}))
    >>> item.id, item.type, dict(item.variables), dict(item.custom)
    ('m', 'broadcast', {'title': 'Essais', 'medium': 'mp3'}, {'itemType': 'podcast'})
    """
    variables: dict[str, Value] = {}
    custom: dict[str, str] = {}
    _read_fields(work, variables, custom)
    _read_creators(work, variables, custom)
    item_type = _read_extra(work, variables, custom)
    key = custom.pop("citationKey", "")
    if work.tags and not any("," in tag or ";" in tag for tag in work.tags):
        variables["keyword"] = ", ".join(work.tags)
    if work.automatic_tags:
        custom[AUTOMATIC_TAGS] = "\n".join(work.automatic_tags)
    item = Item(key, item_type, variables, work.tags, work.groups, custom, location)
    if zotero_type(item)[0].name != work.type:
        custom[ITEM_TYPE] = work.type
    return _with_attachments(_with_notes(item, work.notes), work)


def _read_fields(work: ZoteroItem, variables: dict[str, Value], custom: dict[str, str]) -> None:
    places = variables_of_fields(work.type)
    later: list[tuple[str, str]] = []
    for own, text in work.fields.items():
        variable, is_first = places.get(own, ("", False))
        if own == "citationKey" or not variable:
            if own != EXTRA:
                custom[own] = text
        elif variable in DATE_VARIABLES:
            _read_date(variable, own, text, variables, custom)
        elif is_first:
            variables[variable] = title_from_markup(text)
            if (variable == "abstract" and plain(text) != text) or title_markup(title_from_markup(text)) != text:
                custom[own] = text
                variables[variable] = text
        else:
            later.append((own, text))
    for own, text in later:
        # The variable would fill another field: citing reads the variable, writing goes by `custom`.
        variables.setdefault(places[own][0], text)
        custom[own] = text


def _read_date(variable: str, own: str, text: str, variables: dict[str, Value], custom: dict[str, str]) -> None:
    date = read_zotero_date(text)
    is_day = date.start is not None and bool(date.start.day) and date.end is None
    is_kept = own != "accessDate" or is_day
    if is_kept and not date.is_empty:
        variables[variable] = date
    if not is_kept or date.iso() != text:
        custom[own] = text


def _read_creators(work: ZoteroItem, variables: dict[str, Value], custom: dict[str, str]) -> None:
    names: dict[str, list[Name]] = {}
    for creator in work.creators:
        variable = variable_of_role(work.type, creator.role)
        if variable:
            names.setdefault(variable, []).append(_name(creator))
        elif creator.surname or creator.given:
            line = creator.surname + (f" || {creator.given}" if creator.given else "")
            custom[creator.role] = f"{custom[creator.role]}\n{line}" if creator.role in custom else line
    variables.update({variable: tuple(some) for variable, some in names.items()})


@cache
def variable_of_role(type_name: str, role: str) -> str:
    """The name variable that the writer would turn into this role, or the empty string."""
    type_ = zotero_types()[type_name]
    by_name = [variable for variable, roles in CREATOR_TYPES.items() if roles == (role,)]
    # Podcasters are hosts to CSL, and the performers of a recording performers.
    for variable in [*by_name, "host", "performer", "author"]:
        if role in type_.creators and roles_of(type_, variable, False) == (role,):
            return variable
    return "author" if role == "creator" else ""


def _name(creator: Creator) -> Name:
    if not creator.given:
        return Name(literal=creator.surname, is_institution=True)
    match = _SUFFIX.fullmatch(creator.given)
    given, suffix = (match[1], match[2]) if match else (creator.given, "")
    return Name(creator.surname, given, suffix=suffix) if creator.surname else Name(literal=given, is_institution=True)


def _read_extra(work: ZoteroItem, variables: dict[str, Value], custom: dict[str, str]) -> str:
    """Put the lines of Extra where they belong; the CSL type is returned."""
    item_type = csl_type(work.type)
    lines = [*work.extra, *work.fields.get(EXTRA, "").split("\n")] if EXTRA in work.fields else work.extra
    names: dict[str, list[Name]] = {}
    others: list[tuple[str, str, str]] = []
    for line in lines:
        match = _EXTRA_LINE.fullmatch(line.strip())
        key, text = (match[1], match[2]) if match else ("", "")
        variable = _variable_of_key(key)
        if key.casefold() == "type" and (text in ITEM_TYPES or work.type == "document"):
            item_type = text
        elif variable in NAME_VARIABLES:
            surname, _, given = text.partition("||")
            names.setdefault(variable, []).append(_name(Creator("", surname.strip(), given.strip())))
        elif variable == "citation-key" and "citationKey" not in custom:
            custom["citationKey"] = text
        elif variable in TEXT_VARIABLES and variable not in variables:
            variables[variable] = text
        elif variable in DATE_VARIABLES and variable not in variables:
            variables[variable] = read_zotero_date(text)
        elif not _take_literal(key, text, variables):
            others.append((line, "" if " " in key else key, text))
    for variable, some in names.items():
        known = variables.get(variable, ())
        variables[variable] = (*(known if isinstance(known, tuple) else ()), *some)
    _keep_others(others, custom)
    return item_type


def _variable_of_key(key: str) -> str:
    """The variable that a key of Extra names: `original-date`, or `Original Date` as Zotero's users write it."""
    if key == ACCESS_KEY:
        return "accessed"
    if key in VARIABLES:
        return key
    dashed = key.casefold().replace(" ", "-")
    return dashed if " " in key and dashed in VARIABLES else ""


def _take_literal(key: str, text: str, variables: dict[str, Value]) -> bool:
    date = variables.get(key.removesuffix(_LITERAL)) if key.endswith(_LITERAL) else None
    if not isinstance(date, Date):
        return False
    variables[key.removesuffix(_LITERAL)] = replace(date, literal=text)
    return True


def _keep_others(others: list[tuple[str, str, str]], custom: dict[str, str]) -> None:
    """Lines that no variable took: each under its key, or all as they are where one of them has no key of its own."""
    keys = [key for _, key, _ in others]
    if all(keys) and len(set(keys)) == len(keys) and not set(keys) & set(custom) - {EXTRA}:
        # The writer spells "Type:" in this way, since Zotero would change the type of the item.
        custom.update({"type" if key == "source-type" else key: text for _, key, text in others})
    else:
        custom[EXTRA] = "\n".join(line for line, _, _ in others)


def _with_notes(item: Item, notes: list[str]) -> Item:
    """The item with its child notes: as abstract and note where they say the same, else kept apart."""
    rest = list(notes)
    changes: dict[str, Value | None] = {}
    text = note_text(rest[0]) if rest else ""
    if text and item.text("abstract") == plain(text):
        changes["abstract"] = text
        rest.pop(0)
    texts = [note_text(note) for note in rest]
    if len(rest) in (1, 2) and all(texts) and not (item.text("note") or item.text("annote")):
        changes |= dict(zip(("note",) if len(rest) == 1 else ("annote", "note"), texts, strict=True))
    changed = item.with_variables(changes)
    if derived_notes(changed) == notes:
        return changed
    return replace(item, custom={**item.custom, NOTES: json.dumps(notes, ensure_ascii=False)})


def _with_attachments(item: Item, work: ZoteroItem) -> Item:
    if work.attachments == derived_attachments(item):
        return item
    return replace(item, custom={**item.custom, ATTACHMENTS: attachments_to_json(work.attachments)})


def with_own_ids(items: Iterable[Item]) -> list[Item]:
    """The items, each with an id that no other has: its own, or a name and a year with a letter where need be.

    >>> author = {"author": (Name("Juan", "Maïté"),)}
    >>> [item.id for item in with_own_ids([Item("", "book", author), Item("", "book", author)])]
    ['juan', 'juan-2']
    """
    taken: set[str] = set()
    done: list[Item] = []
    for item in items:
        stem = item.id or _made_key(item)
        key, number = stem, 2
        while key in taken:
            key, number = f"{stem}-{number}", number + 1
        taken.add(key)
        done.append(item if key == item.id else replace(item, id=key))
    return done


def _made_key(item: Item) -> str:
    names = next((value for value in item.variables.values() if isinstance(value, tuple)), ())
    first = names[0].family or names[0].literal if names else item.text("title")
    bare = unicodedata.normalize("NFKD", plain(first)).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", bare)
    issued = item.date("issued")
    year = str(issued.start.year) if issued and issued.start else ""
    return ("".join(words[:3]) + year) or "item"
