"""One entry on its way to an item: fields are taken one by one, so that what nobody took is known at the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from citekit.bibtex.latex import Decoded, decode
from citekit.bibtex.names import NameList, parse_names
from citekit.bibtex.reader import BibEntry
from citekit.bibtex.tables import LANGUAGES, PARAGRAPH_FIELDS, TITLE_FIELDS, VERBATIM_FIELDS
from citekit.bibtex.verbatim import decode_verbatim
from citekit.errors import Location
from citekit.items.item import Value
from citekit.report import Notice, Severity

__all__ = ["Fields", "language_tag"]

ENGLISH: Final = "en"


def language_tag(name: str) -> str:
    """The BCP 47 tag of a babel language, or the text itself.

    >>> language_tag("french"), language_tag("fr-CA"), language_tag("Français")
    ('fr', 'fr-CA', 'Français')
    """
    return LANGUAGES.get(name, name)


class Fields:
    """The fields of one entry, the variables made of them so far, and what there is to tell."""

    __slots__ = ("custom", "entry", "language", "notices", "taken", "variables")

    def __init__(self, entry: BibEntry) -> None:
        self.entry = entry
        self.taken: set[str] = set()
        self.variables: dict[str, Value] = {}
        self.custom: dict[str, str] = {}
        self.notices: list[Notice] = []
        self.language = _entry_language(entry)

    def has(self, name: str) -> bool:
        """Whether a field is there, is not empty, and was not taken."""
        field = self.entry.fields.get(name)
        return field is not None and name not in self.taken and bool(field.value.strip())

    def raw(self, name: str) -> str:
        """Take a field as it stands in the source."""
        self.taken.add(name)
        return self.entry.value(name).strip()

    def text(self, name: str) -> str:
        """Take a field as rich text, or letter by letter where LaTeX does so."""
        self.taken.add(name)
        source = self.entry.value(name)
        if not source:
            return ""
        if name in VERBATIM_FIELDS:
            return decode_verbatim(source)
        return self.decoded(name, source).text

    def decoded(self, name: str, source: str) -> Decoded:
        """Decode LaTeX of a field, and tell of commands that nobody knows."""
        is_english = not self.language or self.language.startswith(ENGLISH)
        found = decode(
            source,
            protects_case=is_english and name in TITLE_FIELDS,
            language=self.language,
            keeps_paragraphs=name in PARAGRAPH_FIELDS,
        )
        for command in found.unknown:
            self.tell(
                "unknown-command",
                f"\\{command} is not known; what it is given is kept as text",
                name,
                Severity.WARNING,
                "write the text in Unicode",
            )
        return found

    def names(self, name: str) -> NameList:
        """Take a field as a list of names."""
        self.taken.add(name)
        uses_prefix = "useprefix" in self.entry.value("options").replace(" ", "").replace("useprefix=false", "")
        found = parse_names(" ".join(self.entry.value(name).split()), uses_prefix=uses_prefix)
        if found.has_others:
            # CSL has no name that stands for the rest; "et al." would be printed as a surname.
            self.tell("and-others", f"{name!r} ends with 'and others'; the others are not shown", name)
        for odd in found.odd:
            self.tell(
                "odd-name",
                f"{odd!r} follows no form of name; it is kept whole" if odd else "a name is missing around 'and'",
                name,
                Severity.WARNING,
                "write 'Family, Given and Family, Given'",
            )
        return found

    def set(self, variable: str, value: Value, *names: str) -> None:
        """Fill a variable; where it is filled already, what the fields say is kept as custom."""
        if not value:
            return
        if variable not in self.variables:
            self.variables[variable] = value
        elif self.variables[variable] != value:
            for name in names:
                self.keep(name)

    def keep(self, name: str) -> None:
        """Keep a field as custom, decoded."""
        text = self.text(name)
        if text:
            self.custom[name] = text

    def keep_rest(self) -> None:
        """Keep every field that nobody took."""
        for name in self.entry.fields:
            if name not in self.taken:
                self.keep(name)

    def place(self, name: str) -> Location:
        """Where a field stands."""
        field = self.entry.fields.get(name)
        return field.location if field else self.entry.location

    def tell(self, rule: str, message: str, name: str, severity: Severity = Severity.INFO, remedy: str = "") -> None:
        """Add a notice about a field."""
        self.notices.append(Notice(rule, message, self.place(name), severity, remedy))


def _entry_language(entry: BibEntry) -> str:
    """The tag of the entry's language where it is said in words that are sure; else the empty string."""
    known: Mapping[str, str] = LANGUAGES
    for name in ("langid", "language", "hyphenation"):
        value = entry.value(name).strip("{} ")
        if value:
            return known.get(value.casefold(), _LANGUAGE_WORDS.get(value.casefold(), value)).replace("_", "-")
    return ""


_LANGUAGE_WORDS: Final[Mapping[str, str]] = {
    "français": "fr",
    "fre": "fr",
    "fra": "fr",
    "anglais": "en",
    "eng": "en",
    "allemand": "de",
    "deutsch": "de",
    "espagnol": "es",
    "italien": "it",
}
