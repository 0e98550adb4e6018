"""Items and collections sent to a live Zotero library: first a plan, then, if wanted, the sending.

Zotero Web API 3, "Write requests": items as JSON by the schema, at most 50 in one request, `version` in updates. The
citation key tells whether a work is in the library already, so that sending twice changes nothing. What a library
holds beyond the file is left alone: fields that the file does not name keep their values, nothing is ever deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeAlias, TypeVar

from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_work import LINKED_URL, Creator, ZoteroItem
from citekit.items.item import Item
from citekit.report import Notice, Severity

__all__ = ["Json", "Library", "Plan", "Sent", "api_item", "plan_push", "push"]

Json: TypeAlias = dict[str, Any]
_Thing = TypeVar("_Thing")
_BATCH: Final = 50
_KEY_IN_EXTRA: Final = re.compile(r"^citation key:\s*(\S+)\s*$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one object that was sent: its key, or why Zotero refused it."""

    key: str
    problem: str = ""


class Library(Protocol):
    """What is asked of a library; `client.py` does it through the network."""

    def items(self) -> Sequence[Json]:
        """All top-level items: their `data` objects."""

    def collections(self) -> Sequence[Json]:
        """All collections: their `data` objects."""

    def create_items(self, items: Sequence[Json]) -> Sequence[Sent]:
        """Create items, at most 50; what became of each is returned in the same order."""

    def update_items(self, items: Sequence[Json]) -> Sequence[Sent]:
        """Change items, at most 50; each has `key` and `version`."""

    def create_collection(self, name: str, parent: str) -> str:
        """Create a collection, in another if `parent` is its key; its key is returned."""


@dataclass(slots=True)
class Plan:
    """What sending would do."""

    create: list[Json] = field(default_factory=list)
    update: list[Json] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    collections: list[str] = field(default_factory=list)
    """Paths of collections that are not there yet, outer ones first."""
    children: dict[str, list[Json]] = field(default_factory=dict)
    """Notes and links of the items to be created, by citation key."""
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Collection paths by citation key."""
    notices: list[Notice] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{len(self.create)} to create, {len(self.update)} to update, {len(self.unchanged)} unchanged, "
            f"{len(self.collections)} collections to create"
        )


def api_item(work: ZoteroItem) -> Json:
    """An item as Zotero's API takes it.

    >>> api_item(ZoteroItem("book", {"title": "Essais"}, [Creator("author", "INSET")]))["creators"]
    [{'creatorType': 'author', 'name': 'INSET'}]
    """
    data: Json = {"itemType": work.type, **work.fields}
    if work.extra:
        data["extra"] = "\n".join(work.extra)
    data["creators"] = [_api_creator(creator) for creator in work.creators]
    data["tags"] = [{"tag": tag} for tag in work.tags] + [{"tag": tag, "type": 1} for tag in work.automatic_tags]
    return data


def _api_creator(creator: Creator) -> Json:
    if not creator.given:
        return {"creatorType": creator.role, "name": creator.surname}
    return {"creatorType": creator.role, "lastName": creator.surname, "firstName": creator.given}


def _children(work: ZoteroItem) -> list[Json]:
    links = [one for one in work.attachments if one.mode == LINKED_URL and one.url]
    return [{"itemType": "note", "note": note} for note in work.notes] + [
        {"itemType": "attachment", "linkMode": "linked_url", "title": one.title, "url": one.url} for one in links
    ]


def plan_push(items: Iterable[Item], library: Library) -> Plan:
    """Compare items with what a library holds; nothing is sent."""
    plan = Plan()
    known = {key: data for data in library.items() if (key := _citation_key(data))}
    keys = {path: key for key, path in _paths_of_collections(library.collections()).items()}
    for item in items:
        work, notices = to_zotero(item)
        plan.notices += notices
        files = [one.path for one in work.attachments if one.path]
        plan.notices += [
            Notice("not-sent", f"{item.id}: the file {path!r} is not sent", item.location) for path in files
        ]
        data = api_item(work)
        key = str(data["citationKey"])
        if key in plan.groups:
            message = f"{key}: another item has this key too; only the first of them is sent"
            plan.notices.append(Notice("duplicate-key", message, item.location, Severity.ERROR, "give it its own key"))
            continue
        plan.groups[key] = tuple(dict.fromkeys(["/".join(_parts(group)) for group in work.groups if _parts(group)]))
        for path in (outer for group in plan.groups[key] for outer in _outer_paths(group)):
            if path not in keys and path not in plan.collections:
                plan.collections.append(path)
        there = known.get(key)
        if there is None:
            plan.create.append(data)
            plan.children[key] = _children(work)
        elif change := _change(there, data, [keys.get(group, "") for group in plan.groups[key]]):
            plan.update.append({"key": there["key"], "version": there["version"], "citationKey": key, **change})
        else:
            plan.unchanged.append(key)
    return plan


def _citation_key(data: Mapping[str, Any]) -> str:
    """The citation key of an item of a library: its field, or the line of Extra that programs wrote before it."""
    match = _KEY_IN_EXTRA.search(str(data.get("extra", "")))
    return str(data.get("citationKey") or "") or (match[1] if match else "")


def _parts(group: str) -> list[str]:
    return [part.strip() for part in group.split("/") if part.strip()]


def _outer_paths(group: str) -> list[str]:
    """A path and those of the collections around it: "A/B" → "A", "A/B"."""
    parts = _parts(group)
    return ["/".join(parts[:i]) for i in range(1, len(parts) + 1)]


def _paths_of_collections(collections: Sequence[Json]) -> dict[str, str]:
    """The path of each collection by its key."""
    by_key = {str(data["key"]): data for data in collections}
    paths: dict[str, str] = {}
    for key in by_key:
        names: list[str] = []
        place: Any = key
        while place and place in by_key and len(names) < len(by_key):
            names.insert(0, str(by_key[place]["name"]))
            place = by_key[place].get("parentCollection")
        paths[key] = "/".join(names)
    return paths


def _change(there: Mapping[str, Any], data: Json, collections: Sequence[str]) -> Json:
    """What an update would have to say; tags and collections are added to those that the library has."""
    change = {
        name: value
        for name, value in data.items()
        if name != "tags" and _comparable(name, there.get(name, "")) != _comparable(name, value)
    }
    tags = list(there.get("tags", []))
    missing = [tag for tag in data["tags"] if tag["tag"] not in {known["tag"] for known in tags}]
    if missing:
        change["tags"] = tags + missing
    # A collection without a key is to be created first; `push` puts its key in.
    if any(key not in there.get("collections", []) for key in collections):
        change["collections"] = list(there.get("collections", []))
    return change


def _comparable(name: str, value: Any) -> Any:
    """A value as it is compared: Zotero gives times of access back in ISO's form, however they came."""
    return value.replace("T", " ").removesuffix("Z") if name == "accessDate" and isinstance(value, str) else value


def push(plan: Plan, library: Library) -> list[Notice]:
    """Do what a plan says: collections first, then items, then their notes and links; what was refused is returned."""
    notices: list[Notice] = []
    keys = {path: key for key, path in _paths_of_collections(library.collections()).items()}
    for path in plan.collections:
        outer, _, name = path.rpartition("/")
        keys[path] = library.create_collection(name, keys.get(outer, ""))
    homes = {key: [keys[group] for group in groups] for key, groups in plan.groups.items()}
    for batch in _batches([{**data, "collections": homes[data["citationKey"]]} for data in plan.create]):
        sent = library.create_items(batch)
        names = [data["citationKey"] for data in batch]
        notices += _refused(names, sent)
        children = [
            (name, {**child, "parentItem": one.key})
            for name, one in zip(names, sent, strict=True)
            for child in (plan.children[name] if one.key else ())
        ]
        for part in _batches(children):
            answered = library.create_items([child for _, child in part])
            notices += _refused([f"a {child['itemType']} of {name}" for name, child in part], answered)
    for batch in _batches(plan.update):
        answered = library.update_items([_with_homes(data, homes[data["citationKey"]]) for data in batch])
        notices += _refused([data["citationKey"] for data in batch], answered)
    return notices


def _refused(names: Sequence[str], sent: Sequence[Sent]) -> list[Notice]:
    return [
        Notice("refused", f"{name}: Zotero refused it: {one.problem}", severity=Severity.ERROR)
        for name, one in zip(names, sent, strict=True)
        if one.problem
    ]


def _with_homes(data: Json, homes: Sequence[str]) -> Json:
    if "collections" not in data:
        return data
    return {**data, "collections": list(dict.fromkeys([*data["collections"], *homes]))}


def _batches(things: Sequence[_Thing]) -> list[Sequence[_Thing]]:
    return [things[i : i + _BATCH] for i in range(0, len(things), _BATCH)]
