"""Items turned into what Zotero holds: a type, fields, creators, tags, notes, links, and lines of Extra.

What Zotero has no field for goes to Extra as `variable: value`, where Zotero's own citing still reads it; each such
line is told in a notice. Names there are written `Family || Given`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from citekit.export.zotero_schema import (
    CREATOR_TYPES,
    DATE_FIELDS,
    TEXT_FIELDS,
    ZoteroType,
    creator_type,
    zotero_type,
)
from citekit.items.date import Date
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.report import Notice, Severity

__all__ = ["Creator", "Link", "ZoteroItem", "to_zotero"]

# What XML 1.0 cannot hold, and the other control characters, which break Zotero's import.
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MARKUP: Final = re.compile(r"</?(?:i|b|sup|sub|sc|span(?: [^<>]*)?)>")
_URL: Final = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
_NOTE_VARIABLES: Final = ("abstract", "annote", "note")
_SMALL_CAPS: Final = '<span style="font-variant:small-caps;">'


@dataclass(frozen=True, slots=True)
class Creator:
    """A person, or a body (`given` empty), in one of Zotero's roles."""

    role: str
    surname: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An address attached to an item."""

    url: str
    title: str


@dataclass(slots=True)
class ZoteroItem:
    """One item in Zotero's terms; `fields` in the order of Zotero's schema, notes in HTML."""

    type: str
    fields: dict[str, str] = field(default_factory=dict)
    creators: list[Creator] = field(default_factory=list)
    tags: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    groups: tuple[str, ...] = ()


class _Translation:
    """One item on its way: what was placed, and the notices."""

    __slots__ = ("item", "notices", "result", "type")

    def __init__(self, item: Item) -> None:
        self.item = item
        self.type, is_exact = zotero_type(item)
        self.result = ZoteroItem(self.type.name)
        self.notices: list[Notice] = []
        if not is_exact:
            self.result.extra.append(f"Type: {self.line(item.type, 'type')}" if item.type else "Type: document")
            message = f"Zotero has no type {item.type!r}; written as {self.type.name!r}, the type kept in Extra"
            self.tell("approximate-type", message)

    def tell(self, rule: str, message: str, severity: Severity = Severity.INFO) -> None:
        self.notices.append(Notice(rule, f"{self.item.id}: {message}", self.item.location, severity))

    def clean(self, text: str, what: str) -> str:
        """The text without control characters."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        found = _CONTROL.search(text)
        if found is None:
            return text
        self.tell("control-character", f"{what} holds control characters, which were taken out", Severity.WARNING)
        return _CONTROL.sub("", text)

    def line(self, text: str, what: str) -> str:
        """The text on one line, since a line of Extra is a key and its value."""
        return " ".join(self.clean(text, what).split())

    def put_aside(self, key: str, value: str) -> None:
        """Keep a value as a line of Extra."""
        # "Type:" would change the type of the item in Zotero.
        key = "source-type" if key.casefold() == "type" else self.line(key, "a key")
        self.result.extra.append(f"{key}: {self.line(value, key)}")
        self.tell("kept-in-extra", f"a Zotero {self.type.name} has no field for {key}; kept in Extra")

    def put(self, variable: str, value: str, candidates: tuple[str, ...]) -> None:
        """Put a value into the first of the fields that the type has and that is still free."""
        for base in candidates:
            own = self.type.fields.get(base)
            if own is not None and own not in self.result.fields:
                self.result.fields[own] = self.clean(value, variable)
                return
        self.put_aside(variable, value)


def to_zotero(item: Item) -> tuple[ZoteroItem, list[Notice]]:
    """The item in Zotero's terms, and notices of what had to be put aside or changed.

    >>> work, notices = to_zotero(Item("a", "report", {"title": "Mode d'emploi", "number-of-pages": "32"}))
    >>> work.fields, work.extra
    ({'title': "Mode d'emploi", 'citationKey': 'a'}, ['number-of-pages: 32'])
    """
    translation = _Translation(item)
    _place_variables(translation)
    for key, value in item.custom.items():
        translation.put_aside(key, value)
    result = translation.result
    if "citationKey" in translation.type.fields and "citationKey" not in result.fields:
        result.fields["citationKey"] = translation.clean(item.id, "id")
    order = list(translation.type.fields.values())
    result.fields = {name: result.fields[name] for name in sorted(result.fields, key=order.index)}
    result.tags = tuple([translation.clean(tag, "a tag") for tag in item.tags or _keywords(item)])
    result.groups = tuple([translation.clean(group, "a group") for group in item.groups])
    result.links = [Link(translation.clean(url, "URL"), _host(url)) for url in _addresses(item)]
    return result, translation.notices


def _place_variables(translation: _Translation) -> None:
    item, result = translation.item, translation.result
    # The specific names of a place and an event before the general ones that would take their fields.
    for variable in sorted(item.variables, key=_FALLBACKS.__contains__):
        value = item.variables[variable]
        if isinstance(value, tuple):
            _place_names(translation, variable, value)
        elif isinstance(value, Date):
            _place_date(translation, variable, value)
        elif variable in _NOTE_VARIABLES:
            result.notes.append(note_html(translation.clean(value, variable)))
            if variable == "abstract":
                translation.put(variable, _MARKUP.sub("", value), TEXT_FIELDS[variable])
        elif variable in TEXT_FIELDS:
            translation.put(variable, title_markup(value), TEXT_FIELDS[variable])
        elif variable != "keyword":
            translation.put_aside(variable, value)


_FALLBACKS: Final = frozenset({"event-place", "event"})


def _place_date(translation: _Translation, variable: str, date: Date) -> None:
    """Put a date into its field as EDTF; Zotero wants the date of access to the day and drops any other."""
    field_name = DATE_FIELDS.get(variable, "")
    text = date.iso()
    if date.literal and date.literal != text:
        translation.put_aside(f"{variable}-literal", date.literal)
    is_whole = date.start is not None and bool(date.start.day) and date.end is None
    if not field_name or (field_name == "accessDate" and not is_whole):
        translation.put_aside(variable, text)
    else:
        translation.put(variable, text.rstrip("~") if field_name == "accessDate" else text, (field_name,))


def _place_names(translation: _Translation, variable: str, names: tuple[Name, ...]) -> None:
    """Put names into their roles, or into Extra where the type has no such role."""
    type_: ZoteroType = translation.type
    roles = _roles(translation.item, type_, variable)
    for name in names:
        if not roles:
            given = f" || {_given(name)}" if _given(name) else ""
            translation.put_aside(variable, _surname(name) + given)
            continue
        for role in roles:
            surname, given = translation.clean(_surname(name), variable), translation.clean(_given(name), variable)
            translation.result.creators.append(Creator(role, surname, given))
    if roles == ("contributor",) and variable != "contributor":
        translation.tell("approximate-role", f"a Zotero {type_.name} has no {variable}; written as contributor")


def _roles(item: Item, type_: ZoteroType, variable: str) -> tuple[str, ...]:
    """Zotero's roles for a name variable; none where one of them is missing."""
    wanted = CREATOR_TYPES.get(variable, ())
    has_primary = bool(item.names(type_.creators[0])) and variable == "author"
    roles = tuple([creator_type(role, type_, variable, has_primary) for role in wanted])
    return roles if all(roles) else ()


def _surname(name: Name) -> str:
    """The family name with its particles, or the whole name of a body."""
    if name.literal:
        return name.literal
    if not name.family:
        return name.given
    text = name.family
    for particle in (name.non_dropping_particle, name.dropping_particle):
        if particle:
            text = particle + text if particle[-1] in "'\u2019-" else f"{particle} {text}"
    return text


def _given(name: Name) -> str:
    """The given name, with the suffix behind a comma as Zotero's users write it."""
    if name.literal or not name.family:
        return ""
    if name.suffix:
        return f"{name.given}, {name.suffix}"
    return name.given


def title_markup(text: str) -> str:
    """Rich text in the markup that Zotero's titles know, which has no short form of small capitals.

    >>> title_markup("Le <sc>xix</sc><sup>e</sup> siècle")
    'Le <span style="font-variant:small-caps;">xix</span><sup>e</sup> siècle'
    """
    return text.replace("<sc>", _SMALL_CAPS).replace("</sc>", "</span>") if "<sc>" in text else text


def note_html(text: str) -> str:
    """A note's HTML: a paragraph for each block between blank lines, CSL's markup kept, everything else escaped.

    >>> note_html("Un <i>bilan</i> & des idées.\\n\\nSuite")
    '<p>Un <i>bilan</i> &amp; des idées.</p><p>Suite</p>'
    """
    pieces: list[str] = []
    before = 0
    for match in _MARKUP.finditer(text):
        pieces += [_escape(text[before : match.start()]), match[0]]
        before = match.end()
    html = title_markup("".join([*pieces, _escape(text[before:])]))
    blocks = [block.strip() for block in re.split(r"\n[ \t]*\n", html)]
    return "".join("<p>" + block.replace("\n", "<br/>") + "</p>" for block in blocks if block)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _keywords(item: Item) -> tuple[str, ...]:
    return tuple([word.strip() for word in re.split("[,;]", item.text("keyword")) if word.strip()])


def _addresses(item: Item) -> list[str]:
    """The addresses of an item: its own and those in its note."""
    addresses = [item.text("URL").strip(), *_URL.findall(item.text("note"))]
    return [url for url in dict.fromkeys(addresses) if url]


def _host(url: str) -> str:
    """What a link is called: the host that it leads to."""
    try:
        return urlsplit(url).hostname or "link"
    except ValueError:  # an unbalanced bracket where an IPv6 address would stand
        return "link"
