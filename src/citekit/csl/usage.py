"""Questions about a whole style that are answered by reading its AST once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citekit.csl.style import Choose, Element, Group, Names, StyleSource, Text

__all__ = ["rendered_elements", "uses_year_suffix"]


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
