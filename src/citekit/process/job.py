"""Reading a job: loose JSON becomes typed values, and what was loose about it becomes notices.

The shapes are those of CSL-JSON (`csl-data.json`, `csl-citation.json`), read as programs in the wild send them: ids as
numbers, properties left out, flags as 0 and 1. Only what makes a job meaningless is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from citekit.csl.cite import AUTHOR_ONLY, COMPOSITE, SUPPRESS_AUTHOR, Citation, Cite
from citekit.csl.document import Uncited
from citekit.csl.elements.label import LOCATOR_LABELS
from citekit.errors import InputError, UsageError
from citekit.items.csl_json import item_from_csl_json
from citekit.items.item import Item
from citekit.items.note import unpack_note
from citekit.report import Notice, Severity
from citekit.text.typography import SPACES, STORED
from citekit.text.writers import WRITERS

__all__ = ["Job", "read_job"]

_KEYS: Final = frozenset({"style", "locale", "items", "citations", "uncited", "output", "options"})
_CITATION_KEYS: Final = frozenset({"citationID", "citationItems", "properties", "schema"})
_OPTIONS: Final = frozenset({"french-order", "links", "spaces"})
_MODES: Final = frozenset({"", AUTHOR_ONLY, SUPPRESS_AUTHOR, COMPOSITE})
_LABELS: Final = frozenset(LOCATOR_LABELS.replace("|", " ").split()) | {"sub verbo"}


@dataclass(slots=True)
class Job:
    """What is to be rendered. `citation_ids` are the ids that the answer uses, one for each citation."""

    style: str
    locale: str | None = None
    items: list[Item] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    citation_ids: list[str] = field(default_factory=list)
    uncited: Uncited = None
    output: str = "html"
    links: bool = False
    french_order: bool = False
    spaces: str = STORED
    notices: list[Notice] = field(default_factory=list)


def read_job(data: object) -> Job:
    """The job in a decoded JSON value.

    Raises `InputError` where the value is no job, `UsageError` where it asks for something that there is not.
    """
    if not isinstance(data, Mapping):
        raise InputError(f"a job is a JSON object, not {_kind(data)}", remedy='send {"style": …, "items": […]}')
    reader = _Reader(data)
    style = data.get("style")
    if not isinstance(style, str) or not style.strip():
        raise UsageError('the job names no style: "style" is a name, an id or a path', remedy='such as "apa"')
    output = data.get("output") or "html"
    if not isinstance(output, str) or output not in WRITERS:
        raise UsageError(f"unknown output {output!r}", remedy=f"use one of {', '.join(WRITERS)}")
    job = Job(style.strip(), reader.text(data, "locale", "the job") or None, output=output, notices=reader.notices)
    reader.unknown_keys(data, _KEYS, "the job")
    job.items = reader.items()
    job.citations, job.citation_ids = reader.citations()
    job.uncited = reader.uncited(bool(job.citations))
    options = reader.mapping(data, "options", "the job")
    reader.unknown_keys(options, _OPTIONS, "options")
    job.links = reader.flag(options, "links", "options")
    job.french_order = reader.flag(options, "french-order", "options")
    job.spaces = reader.text(options, "spaces", "options") or STORED
    if job.spaces not in (*SPACES, STORED):
        known = ", ".join((*SPACES, STORED))
        raise UsageError(f"unknown kind of spaces {job.spaces!r}", remedy=f"use one of {known}")
    return job


class _Reader:
    """Reads one job and gathers notices."""

    __slots__ = ("_data", "notices")

    def __init__(self, data: Mapping[str, object]) -> None:
        self._data = data
        self.notices: list[Notice] = []

    def tell(self, rule: str, message: str, severity: Severity = Severity.WARNING, remedy: str = "") -> None:
        self.notices.append(Notice(rule, message, severity=severity, remedy=remedy))

    def unknown_keys(self, data: Mapping[str, object], known: frozenset[str], where: str) -> None:
        for key in data:
            if key not in known:
                self.tell("unknown-key", f"{where}: {key!r} is not known", remedy=f"known: {', '.join(sorted(known))}")

    def items(self) -> list[Item]:
        data = self._data.get("items")
        # Programs that keep items by id send them that way.
        if isinstance(data, Mapping):
            data = [_with_id(one, key) for key, one in data.items()]
        items: dict[str, Item] = {}
        for index, one in enumerate(self._list(data, "items")):
            if not isinstance(one, Mapping):
                self.tell("not-an-item", f"item {index + 1} is {_kind(one)}, not an object", Severity.ERROR)
                continue
            item, notices = item_from_csl_json(one, index)
            self.notices += notices
            if item.id in items:
                self.tell("duplicate-id", f"the id {item.id!r} is given twice; the last item is kept")
            items[item.id] = unpack_note(item)
        return list(items.values())

    def citations(self) -> tuple[list[Citation], list[str]]:
        """The citations, with ids of their own, and the ids that the answer uses."""
        citations: list[Citation] = []
        ids: list[str] = []
        taken: set[str] = set()
        for index, one in enumerate(self._list(self._data.get("citations"), "citations")):
            # A bare list of cites, or a bare id, says all that a citation must say.
            data = one if isinstance(one, Mapping) else {"citationItems": one}
            where = f"citation {index + 1}"
            self.unknown_keys(data, _CITATION_KEYS, where)
            citation_id = self.text(data, "citationID", where) or f"citation-{index + 1}"
            if citation_id in taken:
                self.tell("duplicate-id", f"{where}: the citationID {citation_id!r} is given twice")
            ids.append(citation_id)
            unique = citation_id
            while unique in taken:
                unique += "'"
            taken.add(unique)
            citations.append(self._citation(unique, data, where))
        return citations, ids

    def _citation(self, citation_id: str, data: Mapping[str, object], where: str) -> Citation:
        properties = self.mapping(data, "properties", where)
        mode = self.text(properties, "mode", where)
        if mode not in _MODES:
            known = ", ".join(sorted(_MODES - {""}))
            self.tell("unknown-mode", f"{where}: {mode!r} is no mode of a citation; ignored", remedy=f"known: {known}")
            mode = ""
        cites = data.get("citationItems")
        if isinstance(cites, (str, int, float, Mapping)) and not isinstance(cites, bool):
            cites = [cites]
        found = [self._cite(one, where) for one in self._list(cites, f"citationItems of {where}")]
        return Citation(
            citation_id,
            tuple([one for one in found if one is not None]),
            self._note_index(properties, where),
            mode,
            self.text(properties, "infix", where),
        )

    def _note_index(self, properties: Mapping[str, object], where: str) -> int:
        value = properties.get("noteIndex")
        if value is None or value == "":
            return 0
        try:
            number = int(value) if isinstance(value, (int, float, str)) else -1
        except (ValueError, OverflowError):
            number = -1
        if number < 0:
            self.tell("mistyped-value", f"{where}: the noteIndex {value!r} is no number of a note; read as 0")
            return 0
        return number

    def _cite(self, data: object, where: str) -> Cite | None:
        if not isinstance(data, Mapping):
            data = {"id": data}
        item_id = self.text(data, "id", where)
        if not item_id:
            message = f"{where}: a cite has no id, and so cites nothing"
            self.tell("missing-id", message, Severity.ERROR, 'add the "id" of an item')
            return None
        label = self.text(data, "label", where)
        if label and label not in _LABELS:
            self.tell("unknown-label", f"{where}: {label!r} is no kind of locator", remedy='such as "page", "chapter"')
        return Cite(
            item_id,
            self.text(data, "locator", where),
            label,
            self.text(data, "prefix", where),
            self.text(data, "suffix", where),
            self.flag(data, "suppress-author", where),
            self.flag(data, "author-only", where),
        )

    def uncited(self, cites_something: bool) -> Uncited:
        value = self._data.get("uncited")
        if value is None:
            return () if cites_something else True
        if isinstance(value, bool):
            return True if value else ()
        if isinstance(value, (str, int, float)):
            value = [value]
        return [str(one) for one in self._list(value, "uncited") if isinstance(one, (str, int, float))]

    def text(self, data: Mapping[str, object], key: str, where: str) -> str:
        """A string; numbers are read as they are written, anything else is no string and left out."""
        value = data.get(key)
        if value is None or isinstance(value, str):
            return value or ""
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return str(value)
        if value is not False:
            self.tell("mistyped-value", f"{where}: {key!r} is {_kind(value)}, not a string; ignored")
        return ""

    def flag(self, data: Mapping[str, object], key: str, where: str) -> bool:
        """A yes or no: `true`, 1, "true", and their opposites."""
        value = data.get(key)
        if value is None or isinstance(value, (bool, int)):
            return bool(value)
        if isinstance(value, str) and value.casefold() in _SPELLED_FLAGS:
            return _SPELLED_FLAGS[value.casefold()]
        self.tell("mistyped-value", f"{where}: {key!r} is {_kind(value)}, neither true nor false; ignored")
        return False

    def mapping(self, data: Mapping[str, object], key: str, where: str) -> Mapping[str, object]:
        """An object, empty where there is none."""
        value = data.get(key)
        # An empty object is an empty array to some programs.
        if isinstance(value, Mapping):
            return value
        if value not in (None, []):
            self.tell("mistyped-value", f"{where}: {key!r} is {_kind(value)}, not an object; ignored")
        return {}

    def _list(self, value: object, what: str) -> Sequence[object]:
        if value is None:
            return ()
        if isinstance(value, list):
            return value
        self.tell("mistyped-value", f"{what}: {_kind(value)} where a list is meant; ignored", Severity.ERROR)
        return ()


_SPELLED_FLAGS: Final[Mapping[str, bool]] = {"true": True, "1": True, "false": False, "0": False, "": False}


def _with_id(data: object, key: str) -> object:
    return {"id": key, **data} if isinstance(data, Mapping) else data


_KINDS: Final[tuple[tuple[Callable[[object], bool], str], ...]] = (
    (lambda value: value is None, "null"),
    (lambda value: isinstance(value, bool), "a boolean"),
    (lambda value: isinstance(value, (int, float)), "a number"),
    (lambda value: isinstance(value, str), "a string"),
    (lambda value: isinstance(value, Mapping), "an object"),
)


def _kind(value: object) -> str:
    """What JSON calls a value."""
    for holds, name in _KINDS:
        if holds(value):
            return name
    return "a list"
