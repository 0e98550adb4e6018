"""The scope in which elements are compiled: style and locale, the area, inherited name options, compiled macros.

An area is citation or bibliography, for rendering or for sorting. A macro is compiled once for each scope, on its
first call, because name options are inherited from the area that calls it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Final

from citekit.csl.locale import Locale
from citekit.csl.style import Element, NameOptions, SortKey, StyleSource

if TYPE_CHECKING:
    from citekit.csl.elements.node import Node

__all__ = ["Scope", "inherit"]

_OPTION_NAMES: Final = tuple([one.name for one in fields(NameOptions)])


def inherit(outer: NameOptions, inner: NameOptions) -> NameOptions:
    """The options of `outer` with what `inner` sets in their place (CSL 1.0.2, "Inheritable Name Options")."""
    changes = {name: value for name in _OPTION_NAMES if (value := getattr(inner, name)) is not None}
    return replace(outer, **changes) if changes else outer


@dataclass(slots=True)
class Scope:
    """Where an element stands while it is compiled."""

    style: StyleSource
    locale: Locale
    area: str
    options: NameOptions
    is_sorting: bool = False
    sort_key: SortKey | None = None
    facts: set[str] = field(default_factory=set)
    """What the nodes of this scope consult of the document: position, disambiguate, citation-number, year-suffix …"""

    macros: dict[str, Node] = field(default_factory=dict)

    hides_author: bool = False
    """Whether cites compiled in this scope leave out the names that they begin with ("suppress-author")."""

    french_order: bool = False
    """Whether titles in sort keys go without the article that they begin with."""

    trace: Callable[[Element, Node], Node] | None = None
    """Where set, each node is handed over with its element as it is compiled, for explaining what a style does."""

    depth: int = 0
    """How many groups, macros and substitutes stand around the element: blocks are made of the outermost only."""

    @property
    def marks_fields(self) -> bool:
        """Whether somebody looks for dates, years and names in the output: citations are grouped by them."""
        return self.area == "citation" and not self.is_sorting

    @property
    def marks_names(self) -> bool:
        """Whether somebody looks for names in the output: in citations, and where repeated authors are replaced."""
        return self.marks_fields or self.marks_each_name

    @property
    def marks_each_name(self) -> bool:
        """Whether repeated names may be replaced one by one, as in bibliographies."""
        bibliography = self.style.bibliography
        return (
            self.area == "bibliography"
            and not self.is_sorting
            and bibliography is not None
            and bibliography.subsequent_author_substitute is not None
        )

    def block(self, display: str) -> str:
        """The `display` that an element has here: inside another element it has none.

        CSL 1.0.2, "Display", structures an entry into blocks, and a block inside a line is none; styles that have one
        were written with the reference processor, which passes over it.
        """
        return "" if self.depth else display

    def for_sorting(self, key: SortKey) -> Scope:
        """The scope of one `cs:key`, whose names attributes replace et-al abbreviation."""
        options = self.options
        if key.names_min is not None:
            options = replace(options, et_al_min=key.names_min, et_al_subsequent_min=key.names_min)
        if key.names_use_first is not None:
            options = replace(
                options, et_al_use_first=key.names_use_first, et_al_subsequent_use_first=key.names_use_first
            )
        if key.names_use_last is not None:
            options = replace(options, et_al_use_last=key.names_use_last)
        return Scope(
            self.style,
            self.locale,
            self.area,
            options,
            is_sorting=True,
            sort_key=key,
            french_order=self.french_order,
        )
