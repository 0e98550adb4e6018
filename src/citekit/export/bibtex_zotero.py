"""BibTeX as Zotero's importer wants it, which is not what LaTeX wants.

What Zotero's importer does: it drops entries of a type that it does not know, and fields and roles likewise; it knows
no `langid`, no inherited fields and no option `useprefix`, so languages are tags and particles part of the family
name. What it drops is written nevertheless, under Zotero's own name for it, and told in a notice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from citekit.export.bibtex import citation_key
from citekit.export.bibtex_tables import INTERPRETED_FIELDS, VERBATIM_FIELDS
from citekit.export.bibtex_zotero_tables import COMMON_FIELDS, ENTRY_TYPES, FIELDS_BY_TYPE, NOTE_FIELDS, ROLE_FIELDS
from citekit.export.latex_text import latex_text, verbatim_text
from citekit.export.loss import KEPT, NOTES, TAGS, Loss, beside_fields, notices_of
from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_text import note_html, note_text, plain
from citekit.export.zotero_work import Creator, ZoteroItem
from citekit.items.item import Item
from citekit.report import Notice

__all__ = ["to_bibtex_zotero"]

_VERBATIM: Final = frozenset({*VERBATIM_FIELDS, "date"})
_SPLITS_TAGS: Final = re.compile("[,;]")
_AND: Final = re.compile(r"(?:^|\s)and(?=\s|$)", re.IGNORECASE)
_SIMPLE: Final = re.compile(r"[^<>{}\\$~^`]*(?:<(i|b|sup)>[^<>{}\\$~^`0-9]*</\1>[^<>{}\\$~^`]*)*")
"""Text whose markup Zotero's commands bring back: none inside another, no figures raised."""
_COMMANDS: Final = {"<i>": "\\textit{", "<b>": "\\textbf{", "<sup>": "$^{\\textrm{", "</sup>": "}}$"}
_TAG: Final = re.compile(r"(</?(?:i|b|sup|sub|sc|span)(?: [^<>]*)?>)")
_UNREAD: Final = re.compile(r"[\\~`]|\$.*\$|[ ]{2}|[\t\n\u00a0\u2009\u202f]")
"""Signs that Zotero has no command for; two dollars, which make a formula; blanks, which all become single spaces."""
_SIGNS: Final = re.compile(
    r"(?<=!)(?=[!?])|(?<=\?)(?=!)|(?<=')(?=n)|(?<=[ac])(?=/[csou])|(?<=T)(?=EL)|(?<= [1-7])(?=/)|(?<=<)(?=[-=<])"
    r"|(?<==)(?=>)|(?<=\|)(?=[|=-])|(?<=-)(?=\|)|(?<=/)(?=[=/])|(?<=>)(?=[=>])|(?<=\()(?=[+x/-]\)|-:)|(?<=:)(?=-[()])"
)
"""Where plain text holds what Zotero takes for one sign: HOTEL for HO and the sign of a telephone, "a/c", "?!"."""
_MADE_ONE: Final = re.compile("--|" + _SIGNS.pattern)
_OTHERWISE: Final = "signs or blanks that Zotero reads otherwise"
_HTML: Final = re.compile(r"<[^<>]+>")


def to_bibtex_zotero(items: Sequence[Item]) -> tuple[str, list[Notice]]:
    """The items as BibTeX for Zotero, and notices of what Zotero will not read.

    >>> print(to_bibtex_zotero([Item("a", "motion_picture", {"title": "Sans toit ni loi"})])[0], end="")
    @movie{a,
      title = {Sans toit ni loi},
    }
    """
    entries: list[str] = []
    notices: list[Notice] = []
    for item in items:
        work, found = to_zotero(item)
        entry = _Entry(work, *ENTRY_TYPES[work.type])
        entry.place_all(item)
        key, told = citation_key(item)
        body = "".join([f"  {name} = {{{text}}},\n" for name, text in entry.fields.items()])
        entries.append(f"@{entry.type}{{{key},\n{body}}}\n")
        notices += [
            *[notice for notice in found if notice.rule != KEPT],
            *told,
            *notices_of(item, "BibTeX for Zotero", entry.losses),
        ]
    return "\n".join(entries), notices


@dataclass(slots=True)
class _Entry:
    """One entry being written; `reads_as` is the type that Zotero will give it."""

    work: ZoteroItem
    type: str
    reads_as: str
    fields: dict[str, str] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)

    def place_all(self, item: Item) -> None:
        """Place everything that the item holds."""
        if "citationKey" in self.work.fields:
            self.losses.append(Loss("citationKey", "Zotero makes keys of its own"))
        self._place_people()
        self._place_fields()
        if self.reads_as != self.work.type:
            self.losses.append(Loss("type", f"Zotero will read a {self.reads_as}", is_changed=True))
            self.fields["itemtype"] = self.work.type
        tags = (*self.work.tags, *self.work.automatic_tags)
        if tags:
            self.fields["keywords"] = _escaped(", ".join(tags))
        if any(_SPLITS_TAGS.search(tag) for tag in tags):
            self.losses.append(Loss(TAGS, "a tag with a comma is split", is_changed=True))
        elif any(_UNREAD.search(tag) for tag in tags):
            self.losses.append(Loss(TAGS, _OTHERWISE, is_changed=True))
        self._place_notes()
        if self.work.extra:
            self.fields["extra"] = _escaped(" / ".join(self.work.extra))
            self.losses.append(Loss("extra", "; ".join(self.work.extra)))
        if item.groups:
            self.fields["groups"] = _escaped(", ".join(item.groups))
        files = [one for one in self.work.attachments if one.path]
        if files:
            self.fields["file"] = ";".join(
                [":".join([_file_part(part) for part in (one.title, one.path, one.mime_type)]) for one in files]
            )
        self.losses += beside_fields(self.work, {TAGS: True, NOTES: True, "files": True})

    def _place_people(self) -> None:
        roles = zotero_types()[self.work.type].creators
        read = zotero_types()[self.reads_as].creators
        lists: dict[str, list[Creator]] = {}
        for creator in self.work.creators:
            name = "author" if creator.role == roles[0] else creator.role.lower()
            if name != "author" and (creator.role not in ROLE_FIELDS or creator.role not in read):
                self.losses.append(Loss(creator.role, "Zotero reads authors, editors and translators only"))
                name = f"zotero-{name}" if name in ("author", *ROLE_FIELDS) else name
            elif name == "author" and roles[0] != read[0]:
                self.losses.append(Loss(creator.role, f"read as {read[0]}", is_changed=True))
            elif _UNREAD.search(creator.surname) or _UNREAD.search(creator.given):
                self.losses.append(Loss(creator.role, _OTHERWISE, is_changed=True))
            lists.setdefault(name, []).append(creator)
        for name, people in lists.items():
            self.fields[name] = " and ".join([_name(person) for person in people])

    def _place_fields(self) -> None:
        special = FIELDS_BY_TYPE.get(self.reads_as, {})
        own_fields, read = zotero_types()[self.work.type].fields, zotero_types()[self.reads_as].fields
        for base, own in own_fields.items():
            text = self.work.fields.get(own, "")
            name = special.get(base, COMMON_FIELDS.get(base, ""))
            # BibTeX's "number" in a type without numbers would be taken for the issue.
            if not text or own == "citationKey":
                continue
            if not name or base not in read:
                self.losses.append(Loss(own, "Zotero does not read it from BibTeX"))
                name = own.lower()
                if name in INTERPRETED_FIELDS or name in self.fields or name in COMMON_FIELDS.values():
                    name = f"zotero-{name}"
            elif read[base] != own:
                self.losses.append(Loss(own, f"read as {read[base]}", is_changed=True))
            elif name in _VERBATIM and verbatim_text(text) != text:
                self.losses.append(Loss(own, "a brace without its partner", is_changed=True))
            elif name != "url" and (_UNREAD.search(text) or (name in _VERBATIM and _MADE_ONE.search(text))):
                self.losses.append(Loss(own, _OTHERWISE, is_changed=True))
            self.fields[name] = verbatim_text(text) if name in _VERBATIM else _rich(text)

    def _place_notes(self) -> None:
        for i, note in enumerate(self.work.notes):
            text = plain(note_text(note)) or html.unescape(_HTML.sub("", note))
            name = NOTE_FIELDS[min(i, len(NOTE_FIELDS) - 1)]
            self.fields[name] = "\\par ".join(filter(None, [self.fields.get(name, ""), _escaped(text)]))
            if note != note_html(text):
                self.losses.append(Loss(NOTES, "without their formatting", is_changed=True))


def _escaped(text: str) -> str:
    """The text as LaTeX source that Zotero reads: without two commands, and with an empty group inside of signs."""
    source = latex_text(text).replace("\\textasciicircum{}", "\\^{}").replace("\\thinspace{}", "~")
    return _SIGNS.sub("{}", source)


def _name(person: Creator) -> str:
    """A name with its particles in the family name; the suffix in the middle; a body in braces."""
    surname = _escaped(person.surname)
    if not person.given:
        return f"{{{surname}}}"
    given, comma, suffix = person.given.partition(", ")
    parts = [surname, *([_escaped(suffix)] if comma else []), _escaped(given)]
    return ", ".join([f"{{{part}}}" if "," in part or _AND.search(part) else part for part in parts])


def _rich(text: str) -> str:
    r"""Text with markup in the commands that Zotero reads, or as the HTML that it keeps where they would not do.

    >>> _rich("<i>Un</i> x<sup>e</sup>"), _rich("<i>CO<sub>2</sub></i>")
    ('\\textit{Un} x$^{\\textrm{e}}$', '<i>CO<sub>2</sub></i>')
    """
    pieces = _TAG.split(text)
    commands = _COMMANDS if _SIMPLE.fullmatch(text) and not _SIGNS.search(text) else {}
    for i, piece in enumerate(pieces):
        if i % 2 == 0:
            pieces[i] = _escaped(piece)
        elif commands:
            pieces[i] = commands.get(piece, "}")
    return "".join(pieces)


def _file_part(text: str) -> str:
    return re.sub(r"([\\:;])", r"\\\1", text)
