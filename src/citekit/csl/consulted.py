"""What a style asks of the document while it renders a cite: what it does not ask for cannot change its output."""

from __future__ import annotations

from citekit.csl.program import Program
from citekit.csl.style import NameOptions, Names, NumberElement, StyleSource, Text
from citekit.csl.usage import rendered_elements

__all__ = ["Consulted", "sorts_by_number"]


class Consulted:
    """Which facts of the document the cites and the bibliography entries of a style depend on."""

    __slots__ = ("first_notes", "numbers", "numbers_in_bibliography", "positions")

    def __init__(self, style: Program) -> None:
        facts = style.citation_scope.facts
        self.positions = "position" in facts or _abbreviates_later(style.source)
        self.first_notes = "first-reference-note-number" in facts
        self.numbers = "citation-number" in facts
        self.numbers_in_bibliography = "citation-number" in style.bibliography_scope.facts

    @property
    def placements(self) -> bool:
        """Whether it matters where a cite stands."""
        return self.positions or self.first_notes


def sorts_by_number(source: StyleSource) -> bool:
    """Whether the bibliography is sorted by citation numbers, which are those before sorting."""
    if source.bibliography is None or source.bibliography.sort is None:
        return False
    for key in source.bibliography.sort.keys:
        if key.variable == "citation-number":
            return True
        for element in rendered_elements(source.macros.get(key.macro, ()), source.macros):
            if isinstance(element, Text) and element.source == "variable" and element.value == "citation-number":
                return True
            if isinstance(element, NumberElement) and element.variable == "citation-number":
                return True
    return False


def _abbreviates_later(source: StyleSource) -> bool:
    """Whether later cites of an item shorten its names more than the first (et-al-subsequent-min, -use-first)."""
    if _has_subsequent(source.options) or _has_subsequent(source.citation.options):
        return True
    for element in rendered_elements(source.citation.layout.children, source.macros):
        if isinstance(element, Names) and element.name is not None and _has_subsequent(element.name.options):
            return True
    return False


def _has_subsequent(options: NameOptions) -> bool:
    return options.et_al_subsequent_min is not None or options.et_al_subsequent_use_first is not None
