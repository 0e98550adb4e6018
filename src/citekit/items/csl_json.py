"""Items from and to CSL-JSON, the JSON that Zotero, Crossref, pandoc and citeproc-js exchange.

CSL-JSON schema 1.0.2 (`csl-data.json`). Reading tolerates what those programs send and reports it; writing is valid
against the schema. What the schema has no place for (groups, tags, own types) goes into `custom` under `citekit`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from citekit.errors import InputError, Location
from citekit.items.agency_record import AGENCY_TYPES, standard_record
from citekit.items.csl_values import date_from_json, date_to_json, name_to_json, names_from_json, text_from_json
from citekit.items.datacite_record import is_datacite_record, record_of_datacite
from citekit.items.date import Date
from citekit.items.item import Item, Value
from citekit.items.json_places import beginning, lines_of_members, position_of
from citekit.items.variables import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, TEXT_VARIABLES, VARIABLES
from citekit.report import Notice, Report, Severity

__all__ = ["ALIASES", "item_from_csl_json", "item_to_csl_json", "read_csl_json", "write_csl_json"]

_TIME: Final = re.compile(r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_OWN: Final = "citekit"
"""The key under `custom` that holds what only citekit knows of an item."""

ALIASES: Final[Mapping[str, str]] = {
    # CSL-JSON key           variable
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
    "part": "part-number",
    "printing": "printing-number",
    "supplement": "supplement-number",
}
"""Keys of the schema that stand for a variable of another name."""
_SCHEMA_NAMES: Final = {variable: key for key, variable in ALIASES.items() if variable.endswith("-number")}
"""Variables that the schema knows by their names from before CSL 1.0.2."""

_NOT_IN_SCHEMA: Final = frozenset({"editor-translator", "license"})
_OF_AN_ITEM: Final = VARIABLES | {"id", "type", "custom", "attributes"}
_EXTENSIONS: Final = frozenset({"collection-title-short", "volume-title-short"})
"""Short titles beyond the specification's that citeproc-js and its styles use."""


def read_csl_json(text: str, file: str = "") -> tuple[list[Item], Report]:
    """The items of a CSL-JSON file: a list of items, one item, or an object with `items` or with items under their ids.

    Of two items with one id, the last wins. Raises `InputError` where the text is not JSON at all or holds no items.

    >>> items, report = read_csl_json('[{"id": "a", "type": "book", "title": "Essais"}]')
    >>> items[0].variables, len(report)
    ({'title': 'Essais'}, 0)
    """
    report = Report()
    items: dict[str, Item] = {}
    for index, (data, line) in enumerate(_located_objects(text.removeprefix("\ufeff"), file)):
        location = Location(file, line)
        if not isinstance(data, Mapping):
            message = f"entry {index + 1} is no object: {json.dumps(data)[:40]}"
            report.add(Notice("not-an-item", message, location, Severity.ERROR, "write each item as {…}"))
            continue
        item, notices = item_from_csl_json(data, index, file, line)
        report.extend(notices)
        if item.id in items:
            message = f"the id {item.id!r} is given twice; the last item is kept"
            report.add(Notice("duplicate-id", message, location, remedy="give each item an id of its own"))
        items[item.id] = item
    return list(items.values()), report


def _located_objects(text: str, file: str) -> Iterator[tuple[object, int]]:
    """The members of the outer list, each with the line on which it begins."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        place = Location(file, error.lineno, error.colno)
        raise InputError(f"this is not JSON: {error.msg}", place, "check the file with a JSON editor") from error
    except (RecursionError, ValueError) as error:
        raise InputError(f"this JSON cannot be read: {error}", Location(file), "check how the file was made") from error
    if isinstance(data, list):
        yield from zip(data, lines_of_members(text, beginning(text)), strict=True)
        return
    if not isinstance(data, Mapping):
        raise InputError("this JSON holds no items", Location(file, 1), "CSL-JSON is a list of objects")
    position = beginning(text)
    # An answer of Crossref's REST API wraps what it found.
    message = data.get("message")
    if isinstance(message, Mapping) and "message-type" in data:
        position = position_of(text, position, "message")
        data = message
    # A list under "data" is an answer of DataCite's; a question for one record is answered with an object there.
    list_key = "items" if "items" in data else "data"
    members = data.get(list_key)
    if isinstance(members, list):
        places = lines_of_members(text, position_of(text, position, list_key))
        yield from zip(members, places, strict=True)
    elif list_key == "data" and isinstance(members, Mapping) and is_datacite_record(members):
        yield members, _line(text, position_of(text, position, list_key))
    elif _is_keyed(data):
        for (name, one), line in zip(data.items(), lines_of_members(text, position), strict=False):
            yield {"id": name, **one}, line
    else:
        yield data, _line(text, position)


def _line(text: str, position: int) -> int:
    return 1 + text.count("\n", 0, position)


def _is_keyed(data: Mapping[str, object]) -> bool:
    """Whether an object holds items under their ids, as citeproc-js's examples and Fidus Writer keep them."""
    return all(isinstance(one, Mapping) and key not in _OF_AN_ITEM for key, one in data.items())


class _Intake:
    """Gathers what one JSON object says, and the notices about it."""

    __slots__ = ("custom", "item_id", "location", "notices", "places", "variables")

    def __init__(self, item_id: str, location: Location, places: Mapping[str, Location]) -> None:
        self.item_id = item_id
        self.location = location
        self.places = places
        self.variables: dict[str, Value] = {}
        self.custom: dict[str, str] = {}
        self.notices: list[Notice] = []

    def tell(
        self, rule: str, message: str, severity: Severity = Severity.WARNING, remedy: str = "", key: str = ""
    ) -> None:
        place = self.places.get(key, self.location)
        self.notices.append(Notice(rule, f"{self.item_id}: {message}", place, severity, remedy))

    def take(self, key: str, value: object) -> None:
        """Put the value of one key where it belongs."""
        if value in (None, "", [], {}):
            return
        variable = ALIASES.get(key, key)
        if variable in NAME_VARIABLES:
            names, problems = names_from_json(value)
            self._keep(variable, names)
        elif variable in DATE_VARIABLES:
            date, problem = date_from_json(value)
            problems = [problem] if problem else []
            if date.is_empty:
                self.custom[key] = text_from_json(value)[0]
            raw = value.get("raw") if isinstance(value, Mapping) else None
            if key == "accessed" and isinstance(raw, str) and _TIME.search(raw) and not date.is_empty:
                # Dates go to the day; Zotero keeps the time of access, under this name.
                self.custom["accessDate"] = raw
            self._keep(variable, date)
        elif variable in TEXT_VARIABLES or variable in _EXTENSIONS:
            text, problem = text_from_json(value)
            problems = [problem] if problem else []
            # "shortTitle" beside "title-short" says it again; the standard's own name wins.
            if variable == key or not self.variables.get(variable):
                self._keep(variable, text)
            elif self.variables[variable] != text:
                self.custom[key] = text
        else:
            self.custom[key] = text_from_json(value)[0]
            self.tell("unknown-variable", f"{key!r} is no CSL variable; kept as custom data", Severity.INFO, key=key)
            return
        for problem in problems:
            self.tell("mistyped-variable", f"{key} {problem}", key=key)

    def _keep(self, variable: str, value: Value) -> None:
        if isinstance(value, Date):
            if not value.is_empty:
                self.variables[variable] = value
        elif value:
            self.variables[variable] = value


def item_from_csl_json(
    data: Mapping[str, object],
    index: int = 0,
    file: str = "",
    line: int = 0,
    places: Mapping[str, Location] = MappingProxyType({}),
) -> tuple[Item, list[Notice]]:
    """One item from one CSL-JSON object, and what was odd about it; never raises.

    A missing id becomes the DOI or else `item-<index + 1>`, a missing type the empty string. Unknown keys go to
    `custom`. `places` are those of the keys and, under "", of
    the item, where they are known; without them notices point at `line`.

    >>> item, notices = item_from_csl_json({"id": 7, "type": "book", "volume": 2, "shelf": "B 12"})
    >>> item.id, item.text("volume"), dict(item.custom), notices[0].rule
    ('7', '2', {'shelf': 'B 12'}, 'unknown-variable')
    """
    if is_datacite_record(data):
        data = record_of_datacite(data)
    data, aside, told = standard_record(data)
    location = places.get("", Location(file, line))
    item_id, _ = text_from_json(data.get("id") if data.get("id") is not None else "")
    doi = data.get("DOI")
    is_named_by_doi = not item_id and isinstance(doi, str) and bool(doi)
    intake = _Intake(item_id or (str(doi) if is_named_by_doi else f"item-{index + 1}"), location, places)
    if is_named_by_doi:
        intake.tell("missing-id", "the item has no id, its DOI is taken", Severity.INFO, 'add an "id"')
    elif not item_id:
        intake.tell("missing-id", "the item has no id, one was made from its position", remedy='add an "id"')
    for key, message in told:
        intake.tell("agency-record", f"{key} {message}".strip(), Severity.INFO, key=key)
    intake.custom.update(aside)
    own = _take_custom(intake, data.get("custom"))
    item_type = _item_type(intake, data.get("type"), own)
    # The standard's own names first, so that their older spellings cannot win over them.
    for key in sorted(data, key=ALIASES.__contains__):
        if key not in ("id", "type", "custom"):
            intake.take(key, data[key])
    variables = own.get("variables")
    for key, value in variables.items() if isinstance(variables, Mapping) else ():
        intake.take(key, value)
    tags = _strings(own.get("tags"))
    if tags is None:
        tags = _keywords(intake.variables.get("keyword", ""))
    groups = _strings(own.get("groups")) or ()
    item = Item(intake.item_id, item_type, intake.variables, tags, groups, intake.custom, location)
    return item, intake.notices


def _take_custom(intake: _Intake, custom: object) -> Mapping[str, object]:
    """Keep `custom` as text and return the part of it that citekit wrote."""
    if custom is None:
        return {}
    if not isinstance(custom, Mapping):
        intake.custom["custom"] = text_from_json(custom)[0]
        return {}
    own = custom.get(_OWN)
    for key, value in custom.items():
        if key != _OWN or not isinstance(own, Mapping):
            intake.custom[str(key)] = text_from_json(value)[0]
    return own if isinstance(own, Mapping) else {}


def _item_type(intake: _Intake, value: object, own: Mapping[str, object]) -> str:
    item_type, _ = text_from_json("" if value is None else value)
    kept = own.get("type")
    if item_type == "document" and isinstance(kept, str):
        return kept
    if not item_type:
        intake.tell("missing-type", "the item has no type", remedy='add a "type", such as "book"')
    elif item_type in AGENCY_TYPES:
        known = AGENCY_TYPES[item_type]
        intake.tell("foreign-type", f"the type {item_type!r} is read as {known!r}", Severity.INFO, key="type")
        return known
    elif item_type.lower() in ITEM_TYPES:
        return item_type.lower()
    else:
        remedy = 'use a CSL type, such as "document"'
        intake.tell("unknown-type", f"{item_type!r} is no CSL type", remedy=remedy, key="type")
    return item_type


def _strings(value: object) -> tuple[str, ...] | None:
    return tuple(str(one) for one in value) if isinstance(value, list) else None


def _keywords(value: Value) -> tuple[str, ...]:
    """The tags in a keyword variable, which separates them by commas or semicolons."""
    text = value if isinstance(value, str) else ""
    return tuple(dict.fromkeys(part.strip() for part in text.replace(";", ",").split(",") if part.strip()))


def item_to_csl_json(item: Item) -> dict[str, object]:
    """The item as a CSL-JSON object, valid against the schema.

    >>> item_to_csl_json(Item("a", "book", {"title": "Essais"}, groups=("OUVRAGES",)))
    {'id': 'a', 'type': 'book', 'title': 'Essais', 'custom': {'citekit': {'groups': ['OUVRAGES']}}}
    """
    data: dict[str, object] = {"id": item.id, "type": item.type if item.type in ITEM_TYPES else "document"}
    own: dict[str, object] = {}
    if item.type not in ITEM_TYPES:
        own["type"] = item.type
    if item.tags != _keywords(item.variables.get("keyword", "")):
        own["tags"] = list(item.tags)
    if item.groups:
        own["groups"] = list(item.groups)
    aside: dict[str, object] = {}
    for variable, value in item.variables.items():
        if variable in VARIABLES - _NOT_IN_SCHEMA or variable == "volume-title-short":
            data[_SCHEMA_NAMES.get(variable, variable)] = _value_to_json(value)
        else:
            aside[variable] = _value_to_json(value)
    if aside:
        own["variables"] = aside
    custom: dict[str, object] = dict(item.custom)
    if own:
        custom[_OWN] = own
    if custom:
        data["custom"] = custom
    return data


def _value_to_json(value: Value) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, Date):
        return date_to_json(value)
    return [name_to_json(name) for name in value]


def write_csl_json(items: Iterable[Item]) -> str:
    """A CSL-JSON file of the items, in their order, ending in a newline.

    >>> print(write_csl_json([Item("a", "book")]), end="")
    [
      {
        "id": "a",
        "type": "book"
      }
    ]
    """
    return json.dumps([item_to_csl_json(item) for item in items], ensure_ascii=False, indent=2) + "\n"
