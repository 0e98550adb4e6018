"""Items turned into what Zotero holds: a type, fields, creators, tags, notes, attachments, and lines of Extra.

What Zotero has no field for goes to Extra as `variable: value`, where Zotero's own citing still reads it; each such
line is told in a notice. Names there are written `Family || Given`. What `custom` holds under Zotero's own names goes
to the fields and roles of those names (`zotero_work.py`).
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Final

from citekit.export.attachments import FILE, attachments_of
from citekit.export.zotero_dates import is_access_date, read_zotero_date
from citekit.export.zotero_schema import (
    CREATOR_TYPES,
    DATE_FIELDS,
    TEXT_FIELDS,
    ZoteroType,
    creator_type,
    zotero_type,
)
from citekit.export.zotero_text import CONTROL, note_html, on_one_line, plain, title_markup
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
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.report import Notice, Severity

__all__ = ["derived_notes", "roles_of", "to_zotero"]

_NOTE_VARIABLES: Final = ("abstract", "annote", "note")
_FALLBACKS: Final = frozenset({"event-place", "event"})
_ASSIGNEE: Final = "assignee"


class _Translation:
    """One item on its way: what was placed, what `custom` claims for the fields of the type, and the notices."""

    __slots__ = ("claims", "item", "notices", "result", "type")

    def __init__(self, item: Item) -> None:
        self.item = item
        self.type, is_exact = zotero_type(item)
        self.result = ZoteroItem(self.type.name)
        self.claims: dict[str, str] = {}
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
        found = CONTROL.search(text)
        if found is None:
            return text
        self.tell("control-character", f"{what} holds control characters, which were taken out", Severity.WARNING)
        return CONTROL.sub("", text)

    def line(self, text: str, what: str) -> str:
        """The text on one line, since a line of Extra is a key and its value."""
        return on_one_line(self.clean(text, what))

    def put_aside(self, key: str, value: str) -> None:
        """Keep a value as a line of Extra."""
        # "Type:" would change the type of the item in Zotero.
        key = "source-type" if key.casefold() == "type" else self.line(key, "a key")
        self.result.extra.append(f"{key}: {self.line(value, key)}")
        self.tell("kept-in-extra", f"a Zotero {self.type.name} has no field for {key}; kept in Extra")

    def put_access_aside(self, value: str) -> None:
        """Keep a date of access that is no whole day under a name that Zotero does not take for its field.

        From "accessed" or "Access Date" it would make the first of the month, or drop the line with the date.
        """
        self.result.extra.append(f"{ACCESS_KEY}: {self.line(value, ACCESS_KEY)}")
        self.tell("kept-in-extra", f"Zotero takes dates of access to the day; {value} kept in Extra as {ACCESS_KEY}")

    def put(self, variable: str, value: str, candidates: tuple[str, ...], said: str = "") -> None:
        """Put a value into a field: the one that `custom` says it came from, else the first that is still free.

        `said` is the value as the item has it, where `value` is it made fit for the field.
        """
        for base in candidates:
            own = self.type.fields.get(base)
            if own is not None and own not in self.result.fields and self.claims.get(own) == (said or value):
                self.result.fields[own] = self.claims[own]
                return
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
    loose = _take_claims(translation)
    _place_variables(translation)
    _place_claims(translation)
    for key, value in loose.items():
        translation.put_aside(key, value)
    result = translation.result
    if EXTRA in item.custom:
        result.extra += translation.clean(item.custom[EXTRA], EXTRA).split("\n")
    if "citationKey" in translation.type.fields and "citationKey" not in result.fields:
        result.fields["citationKey"] = translation.clean(item.id, "id")
    order = {own: i for i, own in enumerate(translation.type.fields.values())}
    result.fields = dict(sorted(result.fields.items(), key=lambda field: order[field[0]]))
    result.tags = tuple([translation.clean(tag, "a tag") for tag in item.tags or _keywords(item)])
    automatic = item.custom.get(AUTOMATIC_TAGS, "").split("\n")
    result.automatic_tags = tuple([translation.clean(tag, "a tag") for tag in automatic if tag.strip()])
    result.groups = tuple([translation.clean(group, "a group") for group in item.groups])
    result.notes = [translation.clean(note, "a note") for note in _notes(item)]
    result.attachments = [
        replace(
            one,
            title=translation.clean(one.title, "a title"),
            url=translation.clean(one.url, "URL"),
            path=translation.clean(one.path, "a path"),
        )
        for one in attachments_of(item)
    ]
    return result, translation.notices


def _take_claims(translation: _Translation) -> dict[str, str]:
    """Sort `custom`: fields of the type, roles of the type, what is kept apart; the rest is returned.

    BibTeX knows no capitals in field names, so neither does this.
    """
    type_ = translation.type
    fields = {own.casefold(): own for pair in type_.fields.items() for own in (pair[1],)}
    fields |= {base.casefold(): own for base, own in type_.fields.items() if base.casefold() not in fields}
    if _ASSIGNEE in fields:
        # What biblatex calls them.
        fields["holder"] = fields[_ASSIGNEE]
    roles = {role.casefold(): role for role in type_.creators if role != "creator"}
    loose: dict[str, str] = {}
    for key, value in translation.item.custom.items():
        folded = key.casefold()
        if key in (ITEM_TYPE, NOTES, ATTACHMENTS, AUTOMATIC_TAGS, EXTRA, FILE) or folded == ITEM_TYPE.casefold():
            continue
        if folded in fields and fields[folded] not in translation.claims:
            translation.claims[fields[folded]] = translation.clean(value, key)
        elif folded in roles:
            translation.result.creators += [_creator(roles[folded], line) for line in value.split("\n") if line.strip()]
        else:
            loose[key] = value
    return loose


def _creator(role: str, line: str) -> Creator:
    surname, _, given = line.partition("||")
    return Creator(role, CONTROL.sub("", surname.strip()), CONTROL.sub("", given.strip()))


def _place_claims(translation: _Translation) -> None:
    """Fill the fields that `custom` names and no variable took; a field taken otherwise keeps the variable."""
    fields = translation.result.fields
    for own, value in translation.claims.items():
        if own == "accessDate" and own not in fields and not is_access_date(value):
            translation.put_access_aside(value)
        elif own not in fields:
            fields[own] = value
        elif fields[own] != value:
            translation.put_aside(own, value)


def _place_variables(translation: _Translation) -> None:
    item = translation.item
    # The specific names of a place and an event before the general ones that would take their fields.
    for variable in sorted(item.variables, key=_FALLBACKS.__contains__):
        value = item.variables[variable]
        if isinstance(value, tuple):
            _place_names(translation, variable, value)
        elif isinstance(value, Date):
            _place_date(translation, variable, value)
        elif variable == "abstract":
            translation.put(variable, plain(value), TEXT_FIELDS[variable], value)
        elif variable in TEXT_FIELDS:
            translation.put(variable, title_markup(value), TEXT_FIELDS[variable], value)
        elif variable not in _NOTE_VARIABLES and variable != "keyword":
            translation.put_aside(variable, value)


def _place_date(translation: _Translation, variable: str, date: Date) -> None:
    """Put a date into its field, as the source wrote it where `custom` keeps that, else as EDTF."""
    field = DATE_FIELDS.get(variable, "")
    own = translation.type.fields.get(field, "")
    said = translation.claims.get(own, "")
    if said:
        is_taken = field != "accessDate" or is_access_date(said)
        if own not in translation.result.fields and is_taken and read_zotero_date(said) == date:
            translation.result.fields[own] = said
            return
        # The date was mended since: what the source said of it no longer holds.
        del translation.claims[own]
    text = date.iso()
    if not field:
        translation.put_aside(variable, text)
    elif field == "accessDate" and not is_access_date(text.rstrip("~")):
        translation.put_access_aside(text)
    else:
        translation.put(variable, text.rstrip("~") if field == "accessDate" else text, (field,))
    if date.literal and date.literal != text:
        translation.put_aside(f"{variable}-literal", date.literal)


def _place_names(translation: _Translation, variable: str, names: tuple[Name, ...]) -> None:
    """Put names into their roles, or into Extra where the type has no such role."""
    type_: ZoteroType = translation.type
    roles = roles_of(type_, variable, bool(translation.item.names(type_.creators[0])))
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


def roles_of(type_: ZoteroType, variable: str, has_primary: bool) -> tuple[str, ...]:
    """Zotero's roles for a name variable, none where one of them is missing.

    `has_primary` tells that the item names the type's primary creators apart from its authors.
    """
    wanted = CREATOR_TYPES.get(variable, ())
    roles = tuple([creator_type(role, type_, variable, has_primary and variable == "author") for role in wanted])
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


def derived_notes(item: Item) -> list[str]:
    """The child notes that an item's annotation and notes make."""
    return [note_html(text) for text in map(item.text, _NOTE_VARIABLES) if text.strip()]


def _notes(item: Item) -> list[str]:
    """The child notes: those in `custom`, and what annotations and notes say besides."""
    try:
        kept = json.loads(item.custom.get(NOTES, "null"))
    except (ValueError, RecursionError):
        kept = [note_html(item.custom[NOTES])]
    if kept is None:
        return derived_notes(item)
    notes = [str(note) for note in kept] if isinstance(kept, list) else [note_html(item.custom[NOTES])]
    return [*notes, *derived_notes(item.with_variables({"abstract": None}))]


def _keywords(item: Item) -> tuple[str, ...]:
    return tuple([word.strip() for word in re.split("[,;]", item.text("keyword")) if word.strip()])
