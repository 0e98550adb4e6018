"""Questions about a whole style that are answered by reading its AST once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from citekit.csl.locale import Locale
from citekit.csl.style import Choose, Element, Group, Names, StyleSource, Text
from citekit.errors import Location
from citekit.report import Notice

__all__ = ["rendered_elements", "unknown_terms", "uses_year_suffix"]


def rendered_elements(children: tuple[Element, ...], macros: Mapping[str, tuple[Element, ...]]) -> Iterator[Element]:
    """Every element that the children can render, macros followed; each macro once."""
    waiting = list(children)
    called: set[str] = set()
    while waiting:
        element = waiting.pop()
        yield element
        if isinstance(element, Group):
            waiting += element.children
        elif isinstance(element, Choose):
            for branch in element.branches:
                waiting += branch.children
        elif isinstance(element, Names):
            waiting += element.substitute
        elif isinstance(element, Text) and element.source == "macro" and element.value not in called:
            called.add(element.value)
            waiting += macros.get(element.value, ())


def uses_year_suffix(style: StyleSource) -> frozenset[str]:
    """The areas that print the year-suffix variable with `cs:text`; elsewhere dates then leave it out.

    CSL 1.0.2, "disambiguate-add-year-suffix". A citation label carries the year-suffix too.
    """
    areas = {"citation": style.citation.layout.children}
    if style.bibliography is not None:
        areas["bibliography"] = style.bibliography.layout.children
    return frozenset(
        [
            area
            for area, children in areas.items()
            if any(
                isinstance(element, Text)
                and element.source == "variable"
                and element.value in ("year-suffix", "citation-label")
                for element in rendered_elements(children, style.macros)
            )
        ]
    )


def unknown_terms(style: StyleSource, locale: Locale) -> list[Notice]:
    """A notice for each term that a layout prints and that neither the locale nor any `cs:locale` of the style has.

    CSL 1.0.2, "Terms": such a term prints nothing, whatever the item.
    """
    layouts = [style.citation.layout.children]
    if style.bibliography is not None:
        layouts.append(style.bibliography.layout.children)
    known = {term.name for source in style.locales for term in source.terms} | set(locale.term_names())
    notices: dict[str, Notice] = {}
    for children in layouts:
        for element in rendered_elements(children, style.macros):
            if not isinstance(element, Text) or element.source != "term" or element.value in known:
                continue
            # The suffixes of ordinals are terms too.
            if element.value not in notices and locale.term(element.value) is None:
                notices[element.value] = _unknown_term(element, style, locale)
    return list(notices.values())


def _unknown_term(text: Text, style: StyleSource, locale: Locale) -> Notice:
    near = difflib.get_close_matches(text.value, locale.term_names(), n=3)
    return Notice(
        "unknown-term",
        f"there is no term {text.value!r} in {locale.tag}, so cs:text prints nothing",
        Location(style.file, text.line),
        remedy=f"near: {', '.join(near)}" if near else "define it in a cs:locale of the style",
    )
