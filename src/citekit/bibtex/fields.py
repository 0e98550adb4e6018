"""One entry on its way to an item: fields are taken one by one, so that what nobody took is known at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from citekit.bibtex.languages import LANGUAGE_OPTIONS, LANGUAGES
from citekit.bibtex.latex import Decoded, decode, decode_plain
from citekit.bibtex.latex_output import tidy
from citekit.bibtex.latex_quick import quick_text
from citekit.bibtex.names import NameList, parse_names
from citekit.bibtex.reader import BibEntry
from citekit.bibtex.sentence_case import drop_idle_spans, english_balance, is_title_case, sentence_case
from citekit.bibtex.strings import language_of_string
from citekit.bibtex.tables import PARAGRAPH_FIELDS, RECASED_FIELDS, TITLE_FIELDS, VERBATIM_FIELDS
from citekit.bibtex.verbatim import decode_verbatim, is_one_group
from citekit.errors import Location
from citekit.items.item import Value
from citekit.report import Notice, Severity

__all__ = ["LANGUAGE_FIELDS", "Fields", "language_tag"]

ENGLISH: Final = "en"
# In other fields a percent sign is mostly one that people forgot to escape.
_COMMENT: Final = re.compile(r"(?<!\\)%[^\n]*\n\s*")
# Biblatex takes these for literals; in practice only Mendeley's escaped line ends stand in them as LaTeX.
_LITERAL_NUMBERS: Final = frozenset(("isbn", "issn"))
# No number of these kinds has braces: those that there are guard capitals, as "1471-{003X}".
_WITHOUT_BRACES: Final = frozenset(("isbn", "issn", "doi"))


def language_tag(name: str) -> str:
    """The BCP 47 tag of a babel language, or the text itself.

    Keys have small letters; what else a `language` field holds is text (biblatex manual 2.2.2).

    >>> language_tag("french"), language_tag("fr-CA"), language_tag("Français")
    ('fr', 'fr-CA', 'Français')
    """
    return LANGUAGES.get(name) or language_of_string(name) or name


class Fields:
    """The fields of one entry, the variables made of them so far, and what there is to tell."""

    __slots__ = (
        "_left",
        "_texts",
        "custom",
        "entry",
        "has",
        "is_recased",
        "language",
        "links",
        "notices",
        "variables",
    )

    def __init__(self, entry: BibEntry, *, sentence_case: bool = True) -> None:
        self.entry = entry
        self._left = {name for name, field in entry.fields.items() if field.value and not field.value.isspace()}
        # Asked some fifty times for each entry, mostly about fields that it does not have.
        self.has: Callable[[object], bool] = self._left.__contains__
        """Whether a field is there, is not empty, and was not taken."""
        self.variables: dict[str, Value] = {}
        self.custom: dict[str, str] = {}
        self.notices: list[Notice] = []
        self.links: list[str] = []
        self._texts: dict[str, str] = {}
        self.language = _entry_language(entry)
        self.is_recased = sentence_case and self._is_title_cased_english()

    def take(self, *names: str) -> None:
        """Count fields as taken: what they say is known."""
        self._left.difference_update(names)

    def raw(self, name: str) -> str:
        """Take a field as it stands in the source."""
        self._left.discard(name)
        return self.entry.value(name).strip()

    def text(self, name: str) -> str:
        """Take a field as rich text, or letter by letter where LaTeX does so."""
        found = self._texts.get(name)
        if found is None:
            if name not in self.entry.fields:
                return ""
            found = self._texts[name] = self._text(name, self.entry.fields[name].value)
        self._left.discard(name)
        return found

    def _text(self, name: str, source: str) -> str:
        if name == "year" and "%" in source:
            source = _COMMENT.sub("", source)
        found = None
        if name in VERBATIM_FIELDS and not ("backslash" in source and name in _LITERAL_NUMBERS):
            found = decode_verbatim(source)
            if "{" in found and name in _WITHOUT_BRACES:
                found = found.replace("{", "").replace("}", "")
        elif name not in TITLE_FIELDS:
            # Most values are plain; nothing is known of them that the decoder would have to be told.
            found = quick_text(source, protects_case=False, keeps_paragraphs=name in PARAGRAPH_FIELDS)
        return self.decoded(name, source).text if found is None else found

    def peek(self, name: str) -> str:
        """The text of a field, left for others to take."""
        if not self.has(name):
            return ""
        text = self.text(name)
        self._left.add(name)
        return text

    def spelling(self, name: str) -> str:
        """A field's name as the source spells it; BibTeX takes small and capital letters for the same."""
        found = re.search(rf"(?<![\w:+.-]){re.escape(name)}(?=\s*=)", self.entry.raw, re.IGNORECASE)
        return found[0] if found else name

    def decoded(self, name: str, source: str) -> Decoded:
        """Decode LaTeX of a field, and tell of commands that nobody knows."""
        if name in TITLE_FIELDS:
            read = _title if name in _OWN_TITLES or len(source) > _LONGEST_KNOWN else _known_title
            found = read(source, self.language, self._may_recase(name))
        else:
            decoded = _known_value if len(source) <= _LONGEST_KNOWN else _value
            found = decoded(source, self.language, name in PARAGRAPH_FIELDS)
        # The address behind a linked text would be lost with its command.
        if found.links:
            self.links += [link for link in found.links if link not in found.text]
        if found.unknown:
            self._tell_unknown(name, found)
        return found

    def _tell_unknown(self, name: str, found: Decoded) -> None:
        for command in found.unknown:
            self.tell(
                "unknown-command",
                f"\\{command} is not known; what it is given is kept as text",
                name,
                Severity.WARNING,
                "write the text in Unicode",
            )

    def _may_recase(self, name: str) -> bool:
        # The title of a periodical is a proper name like that of a journal.
        is_name = self.entry.type == "periodical" and not name.startswith("issue")
        return self.is_recased and name in RECASED_FIELDS and not is_name

    def _is_title_cased_english(self) -> bool:
        """Whether titles are to be recased: English ones, and those that are English by all appearances."""
        if self.language:
            return self.language.startswith(ENGLISH)
        if not self._has_capitals():
            return False
        whole = self._joined(_TELLING_TITLES)
        if not is_title_case(whole) or english_balance(whole) <= 0:
            return False
        # Proceedings with an English title hold papers in other languages.
        return english_balance(self._joined(_OWN_TITLES)) >= 0

    def _has_capitals(self) -> bool:
        """Whether there may be a capital behind the first letter; what commands print is not asked."""
        values = [self.entry.fields[name].value for name in _TELLING_TITLES if name in self.entry.fields]
        first, others = "".join(values[:1]).lstrip(" \t\n{"), values[1:]
        return bool(others) or "\\" in first or not first[1:].islower()

    def _joined(self, names: tuple[str, ...]) -> str:
        values = [self.entry.value(name) for name in names if name in self.entry.fields]
        return decode_plain(" ".join(values)) if values else ""

    def names(self, name: str) -> NameList:
        """Take a field as a list of names."""
        self._left.discard(name)
        options = self.entry.value("options").replace(" ", "") if "options" in self.entry.fields else ""
        uses_prefix = "useprefix" in options.replace("useprefix=false", "")
        value = self.entry.value(name)
        if "%" in value:
            value = _COMMENT.sub("", value)
        if "\\" in value:
            self._tell_latex_in_names(name, decode(value))
        found = parse_names(tidy(value, keeps_paragraphs=False).strip(), uses_prefix=uses_prefix)
        if found.has_others:
            self.tell("and-others", f"{name!r} ends with 'and others'; styles print 'et al.' for them", name)
        for odd in found.odd:
            self.tell(
                "odd-name",
                f"{odd!r} follows no form of name; it is kept whole" if odd else "a name is missing around 'and'",
                name,
                Severity.WARNING,
                "write 'Family, Given and Family, Given'",
            )
        if "juniorcomma" in options.replace("juniorcomma=false", ""):
            names = [replace(one, comma_suffix=True) if one.suffix else one for one in found.names]
            found = replace(found, names=tuple(names))
        return found

    def _tell_latex_in_names(self, name: str, found: Decoded) -> None:
        """Tell of what is LaTeX still when LaTeX is read: unknown commands, and signs that no name has."""
        self._tell_unknown(name, found)
        if "\\" not in found.text and "{" not in found.text:
            return
        # What was escaped once too often is read once more, as the names themselves are.
        again = decode(found.text)
        dropped = [sign for sign in "\\{}" if sign in again.text or (sign == "\\" and again.unknown)]
        if dropped:
            self.tell(
                "odd-name",
                f"{' '.join(dropped)} in {name!r} belongs to no name and is left out",
                name,
                Severity.WARNING,
                "write the name in Unicode",
            )

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
            if name in self._left:
                self.keep(name)

    def place(self, name: str) -> Location:
        """Where a field stands."""
        field = self.entry.fields.get(name)
        return field.location if field else self.entry.location

    def tell(self, rule: str, message: str, name: str, severity: Severity = Severity.INFO, remedy: str = "") -> None:
        """Add a notice about a field."""
        self.notices.append(Notice(rule, message, self.place(name), severity, remedy))


def _title(source: str, language: str, may_recase: bool) -> Decoded:
    """A title decoded and, where it is an English one, recased; `language` is that of its entry."""
    found = decode(source, protects_case=not language or language.startswith(ENGLISH), language=language)
    if not found.text:
        return found
    # Where nothing says that the entry is English, its series may be German still.
    if may_recase and not is_one_group(source) and (language or english_balance(found.text) >= 0):
        return Decoded(tidy(sentence_case(found.text), keeps_paragraphs=False), found.unknown, found.links)
    # A span may have held spaces at its ends.
    text = tidy(drop_idle_spans(found.text), keeps_paragraphs=False)
    return found if text == found.text else Decoded(text, found.unknown, found.links)


def _value(source: str, language: str, keeps_paragraphs: bool) -> Decoded:
    return decode(source, language=language, keeps_paragraphs=keeps_paragraphs)


# Journals, series, publishers, places and months come again and again.
_LONGEST_KNOWN: Final = 200
_known_title: Final = lru_cache(maxsize=256)(_title)
_known_value: Final = lru_cache(maxsize=256)(_value)


def _entry_language(entry: BibEntry) -> str:
    """The tag of the entry's language where it is said in words that are sure; else the empty string."""
    for name in LANGUAGE_FIELDS:
        value = entry.value(name).strip("{} ")
        if value:
            word = value.casefold()
            known = LANGUAGES.get(word) or language_of_string(word) or _LANGUAGE_WORDS.get(word, value)
            if "langidopts" in entry.fields:
                option = entry.value("langidopts").replace(" ", "").lower()
                known = LANGUAGE_OPTIONS.get((known, option), known)
            return known.replace("_", "-")
    return ""


LANGUAGE_FIELDS: Final = ("langid", "hyphenation", "language")
_OWN_TITLES: Final = ("title", "subtitle")
_TELLING_TITLES: Final = (*_OWN_TITLES, "maintitle", "booktitle")


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
