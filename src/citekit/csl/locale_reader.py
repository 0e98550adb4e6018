"""Locale XML to `LocaleSource`: whole locale files, and the `cs:locale` elements of styles.

CSL 1.0.2 specification, "Locale Files - Structure", "Terms", "Localized Date Formats", "Localized Options".
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from citekit.csl.reader_elements import read_date
from citekit.csl.reader_parts import TERM_FORMS
from citekit.csl.reader_xml import CSL_NAMESPACE, XML_LANG, Attributes, Reading, element_text, line_of, parse_xml
from citekit.csl.style import DateElement, LocaleSource, Term
from citekit.report import Notice

__all__ = ["read_locale", "read_locale_element"]

_LOCALE: Final = frozenset({XML_LANG, "lang", "version"})
_OPTIONS: Final = frozenset({"punctuation-in-quote", "limit-day-ordinals-to-day-1"})
_TERM: Final = frozenset({"name", "form", "gender", "gender-form", "match"})
_NO_ATTRIBUTES: Final[frozenset[str]] = frozenset()

_GENDERS: Final = frozenset({"masculine", "feminine", "neuter"})
_ORDINAL_MATCHES: Final = frozenset({"last-digit", "last-two-digits", "whole-number"})


def read_locale(xml: bytes | str, file: str = "") -> tuple[LocaleSource, list[Notice]]:
    """Read a locale file.

    Raises `StyleError` with file and line for what is not XML or not a CSL locale.
    """
    reading = Reading(file)
    root = parse_xml(xml, reading)
    if root.tag != f"{{{CSL_NAMESPACE}}}locale":
        raise reading.error("not a CSL locale", line_of(root), f'its root must be <locale xmlns="{CSL_NAMESPACE}">')
    return read_locale_element(reading, root), reading.notices


def read_locale_element(reading: Reading, element: etree._Element) -> LocaleSource:
    """One `cs:locale`."""
    attributes = Attributes(reading, "locale", element, _LOCALE)
    lang = attributes.text(XML_LANG) or attributes.text("lang")
    if lang and not attributes.text(XML_LANG):
        attributes.notice("plain-lang", f"lang={lang!r} is read as xml:lang", "write xml:lang")
    terms: list[Term] = []
    dates: dict[str, DateElement] = {}
    punctuation_in_quote: bool | None = None
    limit_day_ordinals: bool | None = None
    for tag, child in reading.children(element):
        if tag == "terms":
            terms += _read_terms(reading, child)
        elif tag == "date":
            date = read_date(reading, child, in_locale=True)
            dates[date.form] = date
        elif tag == "style-options":
            options = Attributes(reading, tag, child, _OPTIONS)
            punctuation_in_quote = options.optional_flag("punctuation-in-quote")
            limit_day_ordinals = options.optional_flag("limit-day-ordinals-to-day-1")
        elif tag != "info":
            reading.unknown_element(tag, child, "locale", ("terms", "date", "style-options", "info"))
    return LocaleSource(
        lang=lang.strip(),
        terms=tuple(terms),
        dates=dates,
        punctuation_in_quote=punctuation_in_quote,
        limit_day_ordinals_to_day_1=limit_day_ordinals,
    )


def _read_terms(reading: Reading, element: etree._Element) -> list[Term]:
    Attributes(reading, "terms", element, _NO_ATTRIBUTES)
    terms: list[Term] = []
    for tag, child in reading.children(element):
        if tag == "term":
            terms.append(_read_term(reading, child))
        else:
            reading.unknown_element(tag, child, "terms", ("term",))
    return terms


def _read_term(reading: Reading, element: etree._Element) -> Term:
    attributes = Attributes(reading, "term", element, _TERM)
    single: str | None = None
    multiple: str | None = None
    for tag, child in reading.children(element):
        if tag == "single":
            single = element_text(child)
        elif tag == "multiple":
            multiple = element_text(child)
        else:
            reading.unknown_element(tag, child, "term", ("single", "multiple"))
    if single is None:
        # Text beside a lone cs:multiple is the indentation of the markup, not a singular.
        single = element_text(element) if multiple is None else multiple
    gender_form = attributes.choice("gender-form", _GENDERS, "")
    return Term(
        name=attributes.required("name"),
        form=attributes.choice("form", TERM_FORMS, "long"),
        single=single,
        multiple=single if multiple is None else multiple,
        gender=attributes.choice("gender", _GENDERS, "").replace("neuter", ""),
        gender_form=gender_form.replace("neuter", ""),
        match=attributes.choice("match", _ORDINAL_MATCHES, ""),
    )
