"""Items to BibTeX and biblatex, in Unicode, in a stable order, and such that reading them gives the same items.

Braces guard capitals where a style may recase. What has no field of its own is written under a name that says what
it is (`csl-archive`, `custom-volume`), so nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from citekit.export.bibtex_dates import date_fields
from citekit.export.bibtex_losses import FIELD_NAME, losses_in_bibtex
from citekit.export.bibtex_names import names_text, uses_prefix
from citekit.export.bibtex_tables import (
    BABEL_NAMES,
    BIBLATEX_TYPES,
    BIBTEX_TYPES,
    FIELD_ORDER,
    INTERPRETED_FIELDS,
    NAME_FIELDS,
    TEXT_FIELDS,
    TITLE_LIKE,
    VERBATIM_FIELDS,
)
from citekit.export.latex_text import latex_text, verbatim_text
from citekit.export.loss import notices_of
from citekit.items.date import Date
from citekit.items.item import Item, Value
from citekit.items.variables import ITEM_TYPES
from citekit.report import Notice

__all__ = ["citation_key", "to_biblatex", "to_bibtex"]

_ARTICLES: Final = frozenset(("article",))
_PARTS: Final = frozenset(("incollection", "inproceedings", "inreference", "bookinbook"))
_NUMBERED_IN_SERIES: Final = _PARTS | {"book"}
_IN_SERIES: Final = _NUMBERED_IN_SERIES | {"booklet"}
_PAPERS: Final = frozenset(("thesis", "phdthesis", "report", "techreport"))
_PUBLISHED_BY_ORGANIZATIONS: Final = frozenset({"misc", "online", "software"})
"""Types of biblatex that have no publisher: its styles print the organization (manual, 2.1.1)."""
_ORDER: Final = {name: i for i, name in enumerate(FIELD_ORDER)}
_KEY_NOISE: Final = re.compile(r"[\s,={}\"#%\\~@]+")
_MEMBERS: Final = re.compile(r"(?<!\s); (?=\S)")
_AND: Final = re.compile(r"(?:^|\s)and(?:\s|$)", re.IGNORECASE)
_UNSURE: Final = re.compile(
    r"\b(?:of|for|on)\s|^(?:sons?|daughters?|brothers|bros|company|co|cie|compagnie|associates|partners|fils|frères|söhne)\b",
    re.IGNORECASE,
)
_READ_AS_SERIES: Final = re.compile(r"\d+|(?:new|old|jour)ser(?:ies)?")
_OWN_TYPE: Final = "entrytype"
_NO_ENTRY_TYPES: Final = ("comment", "preamble", "set", "string", "xdata")
_WORD_START: Final = re.compile(r"(?:^|[.?!:]\s+)[\"“«(]*([^\W\d_])")
_OWN_PREFIXES: Final = ("csl-", "custom-")
ENGLISH: Final = "en"


def to_biblatex(items: Sequence[Item], *, is_ascii: bool = False) -> tuple[str, list[Notice]]:
    """The items as a biblatex file; `is_ascii` spells letters with accents as LaTeX commands."""
    return _write(items, True, is_ascii)


def to_bibtex(items: Sequence[Item], *, is_ascii: bool = False) -> tuple[str, list[Notice]]:
    """The items as a file for BibTeX's classic styles, which know fewer types and no dates but `year` and `month`."""
    return _write(items, False, is_ascii)


def citation_key(item: Item) -> tuple[str, list[Notice]]:
    """The item's id as a citation key, and a notice where it had to be changed.

    >>> citation_key(Item("juan 2020"))[0]
    'juan-2020'
    """
    key = _KEY_NOISE.sub("-", item.id).strip("-") if _KEY_NOISE.search(item.id) else item.id
    if key == item.id:
        return key or "item", []
    message = f"{item.id!r} cannot be a citation key; written as {key!r}"
    return key or "item", [Notice("changed-key", message, item.location, remedy="give it a plain key")]


def _write(items: Sequence[Item], is_biblatex: bool, is_ascii: bool) -> tuple[str, list[Notice]]:
    entries: list[str] = []
    notices: list[Notice] = []
    for item in items:
        draft = _Draft(item, is_biblatex, is_ascii)
        draft.place_all()
        entries.append(draft.text())
        notices += draft.notices
        notices += notices_of(item, "biblatex" if is_biblatex else "BibTeX", losses_in_bibtex(item))
    return "\n".join(entries), notices


@dataclass(slots=True)
class _Draft:
    """One entry being written: fields are placed one by one, and none twice."""

    item: Item
    is_biblatex: bool
    is_ascii: bool
    type: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    has_prefix_option: bool = False

    def place_all(self) -> None:
        """Place everything that the item holds."""
        self._place_type()
        custom = dict(self.item.custom)
        if custom.get(_OWN_TYPE) == self.type:
            custom.pop(_OWN_TYPE)
        variables = dict(self.item.variables)
        self._place_titles(variables)
        self._place_numbers(variables)
        self._place_names(variables)
        self._place_dates(variables)
        self._place_rest(variables)
        self._place_custom(custom)

    def text(self) -> str:
        """The entry."""
        names = sorted(self.fields, key=lambda name: (_ORDER.get(name, len(_ORDER)), name))
        body = "".join([f"  {name} = {{{self.fields[name]}}},\n" for name in names])
        key, told = citation_key(self.item)
        self.notices += told
        return f"@{self.type}{{{key},\n{body}}}\n"

    def _put(self, name: str, text: str) -> bool:
        """Write rich text to a field; no where the field is taken."""
        if name in self.fields:
            return False
        if name in VERBATIM_FIELDS:
            self.fields[name] = verbatim_text(text)
        elif name in TITLE_LIKE and self._is_recased():
            self.fields[name] = self._guarded(text)
        else:
            self.fields[name] = latex_text(text, is_ascii=self.is_ascii)
        return True

    def _is_recased(self) -> bool:
        # A language that is not sure to be another may be English ("English", "eng"); braces do no harm elsewhere.
        return self.item.language.startswith(ENGLISH) or self.item.language not in BABEL_NAMES

    def _guarded(self, text: str) -> str:
        """A title whose capitals survive; all in braces where even its small letters have to."""
        small = any(match[1].islower() for match in _WORD_START.finditer(text))
        if small and "<span" not in text:
            return f"{{{latex_text(text, is_ascii=self.is_ascii)}}}"
        return latex_text(text, guards_capitals=True, is_ascii=self.is_ascii)

    def _place_type(self) -> None:
        types = BIBLATEX_TYPES if self.is_biblatex else BIBTEX_TYPES
        self.type, subtype = types.get(self.item.type, ("misc", self.item.type))
        if self.is_biblatex and self.item.type == "book" and self.item.text("container-title"):
            self.type = "bookinbook"
        if self.item.type not in ITEM_TYPES:
            self.type, subtype = "misc", ""
            message = f"{self.item.id}: CSL has no type {self.item.type!r}; written as @misc"
            self.notices.append(Notice("approximate-type", message, self.item.location, remedy="give it a CSL type"))
        own = self.item.custom.get(_OWN_TYPE, "")
        if self.type == "misc" and re.fullmatch(r"[a-z][a-z-]*", own) and not own.startswith(_NO_ENTRY_TYPES):
            self.type = own
        if subtype:
            self.fields["entrysubtype"] = subtype
        if self.type in _PAPERS - {"thesis", "report"} and not self.item.text("genre"):
            # Given and empty, so that the type of the entry is not taken for the genre.
            self.fields["type"] = ""

    def _place_titles(self, variables: dict[str, Value]) -> None:
        container = self.item.text("container-title")
        volume_title = self.item.text("volume-title")
        places: dict[str, str] = {}
        if self.type in _PARTS:
            if container and volume_title:
                places = {"container-title": "maintitle", "volume-title": "booktitle"}
            elif container:
                places = {"container-title": "booktitle"}
        else:
            if container:
                is_addon = self.type == "online"
                places["container-title"] = (
                    "titleaddon" if is_addon else "journaltitle" if self.is_biblatex else "journal"
                )
            if volume_title and self.type == "article":
                places["volume-title"] = "issuetitle"
            elif volume_title and self.item.text("title"):
                places |= {"volume-title": "title", "title": "maintitle"}
        for variable, name in places.items():
            if self._put(name, self.item.text(variable)):
                variables.pop(variable)
        is_volume = "maintitle" in self.fields and self.type not in _PARTS
        if "title-short" not in variables and ": " in (volume_title if is_volume else self.item.text("title")):
            # Given and empty, so that no short title is made of what stands before the colon.
            self.fields["shorttitle"] = ""

    def _place_numbers(self, variables: dict[str, Value]) -> None:
        """`number` is the issue of an article, the number in a series of a book, the number of anything else."""
        if self.type in _ARTICLES:
            variable = "issue"
        elif self.type in _NUMBERED_IN_SERIES or (self.type in _IN_SERIES and self.item.text("collection-title")):
            variable = "collection-number"
        else:
            variable = "number"
        text = self.item.text(variable)
        if text and self._put("number", text):
            variables.pop(variable)
        if self.type in _ARTICLES and "number" in variables and self._put("eid", self.item.text("number")):
            variables.pop("number")
        issue = variables.get("issue")
        if isinstance(issue, str) and self.type not in _ARTICLES:
            self._put("issue", issue)
            variables.pop("issue")

    def _place_names(self, variables: dict[str, Value]) -> None:
        lists = [value for value in self.item.variables.values() if isinstance(value, tuple)]
        self.has_prefix_option = uses_prefix([name for names in lists for name in names])
        if self.has_prefix_option and "options" not in self.item.custom:
            self.fields["options"] = "useprefix=true"
        elif self.has_prefix_option:
            self.has_prefix_option = "useprefix" in self.item.custom["options"]
        for variable, value in self.item.variables.items():
            if isinstance(value, tuple):
                name = NAME_FIELDS.get(variable, f"csl-{variable}")
                self.fields[name] = names_text(value, self._escaped, has_prefix_option=self.has_prefix_option)
                variables.pop(variable)

    def _escaped(self, text: str) -> str:
        return latex_text(text, is_ascii=self.is_ascii)

    def _place_dates(self, variables: dict[str, Value]) -> None:
        for variable, value in self.item.variables.items():
            if isinstance(value, Date):
                self.fields |= date_fields(variable, value, self._escaped, is_biblatex=self.is_biblatex)
                variables.pop(variable)

    def _place_rest(self, variables: Mapping[str, Value]) -> None:
        column = 0 if self.is_biblatex else 1
        for variable, value in variables.items():
            if not isinstance(value, str):
                continue
            if variable == "language":
                self._place_language(value)
            elif variable == "keyword" and value == ", ".join(self.item.tags):
                self.fields["keywords"] = self._escaped(value)
            elif variable == "jurisdiction":
                if self.type == "patent":
                    self._put_list("location", value)
                else:
                    self._put("jurisdiction", value)
            elif variable == "publisher" or (variable == "publisher-place" and self.type != "patent"):
                self._put_list(self._publisher_field(variable, column), value)
            else:
                name = TEXT_FIELDS[variable][column] if variable in TEXT_FIELDS else ""
                if variable == "publisher-place" and self.type == "patent":
                    # The location of a patent is the country that it holds for.
                    name = ""
                if variable == "collection-title" and _READ_AS_SERIES.fullmatch(value):
                    # A bare number is read as that of a new series of a journal: "3rd series".
                    name = ""
                if variable == "number" and self.type in _NUMBERED_IN_SERIES:
                    name = ""
                if variable == "part-number" and self.item.text("volume"):
                    name = ""
                if variable == "title-short" and "maintitle" in self.fields and self.type not in _PARTS:
                    name = ""
                if not name or not self._put(name, value):
                    self._put(f"csl-{variable.lower()}", value)
        if self.item.tags and "keywords" not in self.fields:
            self.fields["keywords"] = self._escaped(", ".join(self.item.tags))
        if self.item.groups:
            self.fields["groups"] = self._escaped(", ".join(self.item.groups))

    def _publisher_field(self, variable: str, column: int) -> str:
        if variable == "publisher" and self.type in _PAPERS:
            return "institution" if column == 0 or self.type == "techreport" else "school"
        if variable == "publisher" and column == 0 and self.type in _PUBLISHED_BY_ORGANIZATIONS:
            return "organization"
        return TEXT_FIELDS[variable][column]

    def _put_list(self, name: str, value: str) -> None:
        """A literal list: its members are joined by "and"."""
        parts = [latex_text(part, is_ascii=self.is_ascii) for part in _MEMBERS.split(value)]
        guarded = [f"{{{part}}}" if _AND.search(part) else part for part in parts]
        if len(parts) > 1:
            # "University of A" and "B" might be read as one name, as "A" and "Sons".
            guarded = [f"{{{part}}}" if _UNSURE.search(part) and part[0] != "{" else part for part in guarded]
        self.fields[name] = " and ".join(guarded)

    def _place_language(self, tag: str) -> None:
        name = BABEL_NAMES.get(tag, "")
        if name:
            self.fields["langid" if self.is_biblatex else "language"] = name
        else:
            self.fields["language"] = self._escaped(tag)

    def _place_custom(self, custom: Mapping[str, str]) -> None:
        for key, value in custom.items():
            if not FIELD_NAME.fullmatch(key):
                continue
            is_taken = key in self.fields or (key in INTERPRETED_FIELDS and key != "options")
            # Capitals mean nothing in the name of a field, but this prefix keeps them.
            if is_taken or key != key.lower() or key.startswith(_OWN_PREFIXES):
                self.fields[f"custom-{key}"] = latex_text(value, is_ascii=self.is_ascii)
            else:
                self._put(key, value)
