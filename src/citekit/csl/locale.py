"""Locales: terms, localised date formats and options, merged along the fallback chain.

CSL 1.0.2 specification, "Locale Files", "Locale Fallback", "Terms", "Ordinal Suffixes", "Gender-specific Ordinals".
`LocaleSource` is one `cs:locale` as read; `Locale` is the merged chain that a style is compiled against. Everything
that a `Locale` answers was looked up when it was built.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from citekit.csl.style import DateElement, LocaleSource, Term
from citekit.report import Notice

__all__ = ["DEFAULT_TAG", "Locale", "build_locale", "normalize_tag"]

DEFAULT_TAG: Final = "en-US"
"""The locale of styles that name none, and the end of every fallback chain."""

FORM_FALLBACK: Final[Mapping[str, tuple[str, ...]]] = {
    "long": ("long",),
    "short": ("short", "long"),
    "verb": ("verb", "long"),
    "verb-short": ("verb-short", "verb", "long"),
    "symbol": ("symbol", "short", "long"),
}
"""Which forms stand in for a form that is not defined (CSL 1.0.2, "Terms")."""

_QUOTE_TERMS: Final = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
_OLD_ORDINALS: Final = ("ordinal-01", "ordinal-02", "ordinal-03", "ordinal-04")


_Key: TypeAlias = tuple[str, str]
"""A term's name with its form, or an ordinal's name with its gender."""


class Locale:
    """The localisation data that one style is compiled against, merged from sources in order of priority.

    >>> locale = Locale("en-US", [LocaleSource("en-US", (Term("page", "short", "p.", "pp."),))])
    >>> locale.term("page", "symbol", plural=True), locale.term("volume")
    ('pp.', None)
    """

    __slots__ = (
        "_dates",
        "_genders",
        "_long_ordinals",
        "_ordinals",
        "_terms",
        "language",
        "limit_day_ordinals_to_day_1",
        "punctuation_in_quote",
        "quotes",
        "tag",
    )

    def __init__(self, tag: str, sources: Sequence[LocaleSource]) -> None:
        self.tag = tag
        self.language = tag.partition("-")[0]
        self._terms: dict[_Key, tuple[str, str]] = {}
        self._genders: dict[str, str] = {}
        self._long_ordinals: dict[_Key, str] = {}
        self._dates: dict[str, DateElement] = {}
        # Weakest first, so that stronger sources overwrite: a unit defined as empty wins as well.
        for source in reversed(sources):
            self._dates.update(source.dates)
            for term in source.terms:
                self._add_term(term)
        self._ordinals = _OrdinalSuffixes(_ordinal_terms(sources))
        self.punctuation_in_quote = _first_set([source.punctuation_in_quote for source in sources])
        self.limit_day_ordinals_to_day_1 = _first_set([source.limit_day_ordinals_to_day_1 for source in sources])
        opening, closing, inner_opening, inner_closing = [self.term(name) or "" for name in _QUOTE_TERMS]
        self.quotes: tuple[str, str, str, str] = (opening, closing, inner_opening, inner_closing)

    def _add_term(self, term: Term) -> None:
        if _is_ordinal(term.name):
            return
        if term.name.startswith("long-ordinal-"):
            self._long_ordinals[term.name, term.gender_form] = term.single
            if term.gender_form:
                return
        self._terms[term.name, term.form] = (term.single, term.multiple)
        if term.gender:
            self._genders[term.name] = term.gender

    def term_pair(self, name: str, form: str = "long") -> tuple[str, str] | None:
        """A term's singular and plural in the form asked for or the nearest that is defined; `None` without any.

        Locales come before forms: each form has already been looked for in the whole chain
        (CSL 1.0.2, "Locale Fallback").
        """
        for one in FORM_FALLBACK.get(form, (form, "long")):
            pair = self._terms.get((name, one))
            if pair is not None:
                return pair
        # A suffix can be asked for by its own name, as any other term.
        suffix = self._ordinals.named(name)
        return None if suffix is None else (suffix, suffix)

    def term(self, name: str, form: str = "long", plural: bool = False) -> str | None:
        """One word of `term_pair`; an empty string is a term that is defined as empty."""
        pair = self.term_pair(name, form)
        return None if pair is None else pair[plural]

    def term_names(self) -> list[str]:
        """The names of the terms that the chain defines in any form, in alphabetical order."""
        return sorted({name for name, _ in self._terms})

    def gender(self, noun: str) -> str:
        """The gender of a term ("edition", "month-01"): feminine, masculine, or empty for neuter."""
        return self._genders.get(noun, "")

    def ordinal(self, number: int, gender_form: str = "") -> str:
        """A number with its ordinal suffix (CSL 1.0.2, "Ordinal Suffixes", "Gender-specific Ordinals")."""
        return f"{number}{self._ordinals.suffix(number, gender_form)}"

    def long_ordinal(self, number: int, gender_form: str = "") -> str:
        """The word for 1 to 10 where the locale has one, else what `ordinal` gives (CSL 1.0.2, "Long Ordinals")."""
        if 1 <= number <= 10:
            name = f"long-ordinal-{number:02d}"
            word = self._long_ordinals.get((name, gender_form))
            if word is None:
                word = self._long_ordinals.get((name, ""))
            if word is not None:
                return word
        return self.ordinal(number, gender_form)

    def date_format(self, form: str) -> DateElement | None:
        """The localised date format for text or numeric."""
        return self._dates.get(form)


class _OrdinalSuffixes:
    """The suffixes of one set of ordinal terms, by the term's number and gender."""

    __slots__ = ("_default", "_is_old_scheme", "_terms")

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms: dict[tuple[int, str], Term] = {}
        self._default: dict[str, str] = {}
        for term in terms:
            if term.name == "ordinal":
                self._default[term.gender_form] = term.single
            else:
                self._terms[int(term.name[-2:]), term.gender_form] = term
        names = {term.name for term in terms}
        self._is_old_scheme = not self._default and names.issuperset(_OLD_ORDINALS)

    def named(self, name: str) -> str | None:
        """The suffix that a term of this name holds, without a gender."""
        if name == "ordinal":
            return self._default.get("")
        if not _is_ordinal(name):
            return None
        term = self._terms.get((int(name[-2:]), ""))
        return None if term is None else term.single

    def suffix(self, number: int, gender_form: str) -> str:
        """The suffix for a number: of the terms 10 to 99, else of 00 to 09, else the default."""
        number = abs(number)
        candidates = self._old_candidates(number) if self._is_old_scheme else (number % 100, number % 10)
        for candidate in candidates:
            for gender in (gender_form, "") if gender_form else ("",):
                term = self._terms.get((candidate, gender))
                if term is not None and (self._is_old_scheme or _matches(term, candidate, number)):
                    return term.single
        return self._default.get(gender_form, self._default.get("", ""))

    @staticmethod
    def _old_candidates(number: int) -> tuple[int, ...]:
        """The scheme of CSL 1.0: 1, 2 and 3 at the end but not 11, 12 and 13, and 4 for all the rest."""
        last = number % 10
        return (last,) if last in (1, 2, 3) and number % 100 // 10 != 1 else (4,)


def _matches(term: Term, candidate: int, number: int) -> bool:
    """Whether an ordinal term that ends as the number does is meant for the number."""
    if term.match == "whole-number":
        return number == candidate
    # Terms 10 to 99 are only ever tried against the two last digits.
    return term.match != "last-two-digits" or number % 100 == candidate


def _is_ordinal(name: str) -> bool:
    return name == "ordinal" or (len(name) == 10 and name.startswith("ordinal-") and name[8:].isdecimal())


def _ordinal_terms(sources: Sequence[LocaleSource]) -> list[Term]:
    """The ordinal terms of the first source that has any: redefining one replaces all (CSL 1.0.2, "Ordinal Suffixes").

    Two `cs:locale` of a style come one after the other here, so the stronger one replaces those of the weaker too.
    """
    for source in sources:
        terms = [term for term in source.terms if _is_ordinal(term.name)]
        if terms:
            return terms
    return []


def _first_set(options: Sequence[bool | None]) -> bool:
    for option in options:
        if option is not None:
            return option
    return False


def normalize_tag(tag: str) -> str:
    """A locale tag in its usual spelling, without a private-use part ("-x-…").

    >>> normalize_tag("FR_fr"), normalize_tag("sr-latn-rs"), normalize_tag("es-MX-x-mine")
    ('fr-FR', 'sr-Latn-RS', 'es-MX')
    """
    parts: list[str] = []
    for part in tag.strip().replace("_", "-").split("-"):
        if len(part) == 1:
            break
        if not parts:
            parts.append(part.lower())
        elif len(part) == 4 and part.isalpha():
            parts.append(part.title())
        else:
            parts.append(part.upper() if len(part) == 2 else part)
    return "-".join(parts)


def build_locale(
    tag: str,
    style_locales: Sequence[LocaleSource],
    read: Callable[[str], LocaleSource | None],
    available: Sequence[str] = (),
) -> tuple[Locale, list[Notice]]:
    """The locale for a tag: a style's own `cs:locale`s, then locale files (CSL 1.0.2, "Locale Fallback").

    `read` gives the locale file of a tag, for a bare language that of its primary dialect, and `None` where there is
    none. The empty tag means en-US. A tag of a language without a locale file falls back to en-US with a notice that
    names the nearest `available` ones.
    """
    wanted = normalize_tag(tag) or DEFAULT_TAG
    language = wanted.partition("-")[0]
    notices: list[Notice] = []
    exact, primary = read(wanted), read(language)
    if wanted == language and primary is not None:
        # "If the chosen output locale is a language, the (primary) dialect is used."
        wanted = normalize_tag(primary.lang) or wanted
    if exact is None and primary is None:
        notices.append(_unknown_locale(tag, available))
        # A style may bring a language of its own, which then stays in force over the terms of en-US.
        if not any(normalize_tag(one.lang).partition("-")[0] == language for one in style_locales if one.lang):
            wanted = DEFAULT_TAG
            language = "en"
    sources = _style_sources(style_locales, wanted, language)
    for source in (exact, primary, read(DEFAULT_TAG)):
        if source is not None and source not in sources:
            sources.append(source)
    return Locale(wanted, sources), notices


def _style_sources(style_locales: Sequence[LocaleSource], dialect: str, language: str) -> list[LocaleSource]:
    """The `cs:locale`s that apply, dialect first, then language, then those for every language."""
    by_tag = [(normalize_tag(one.lang), one) for one in style_locales]
    chain = [dialect] if dialect == language else [dialect, language]
    # Of two for the same language the later is the stronger, as with any definition that is given twice.
    return [one for wanted in [*chain, ""] for tag, one in reversed(by_tag) if tag == wanted]


def _unknown_locale(tag: str, available: Sequence[str]) -> Notice:
    near = difflib.get_close_matches(normalize_tag(tag), available, n=4, cutoff=0.5)
    remedy = f"nearest: {', '.join(near)}" if near else "write a tag such as fr-FR"
    return Notice("unknown-locale", f"no locale {tag!r}; {DEFAULT_TAG} is used in its place", remedy=remedy)
