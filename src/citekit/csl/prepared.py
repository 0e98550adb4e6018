"""Items made ready for rendering: values become tokens, numbers and names once, on intake.

A `PreparedItem` belongs to the style that made it: which names have particles, which language text-case asks for and
which short forms there are depends on the style's locale and options.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from citekit.csl.known_names import KnownName, KnownNames
from citekit.csl.labels import label_names, make_label
from citekit.csl.shapes import Shapes
from citekit.items.date import Date
from citekit.items.item import Item, Value
from citekit.items.number import Number, parse_number, without_own_label
from citekit.text.markup import parse_markup, strip_markup
from citekit.text.tokens import Token
from citekit.text.typography import Typography

__all__ = ["Abbreviate", "PreparedItem"]

Abbreviate = Callable[[str, str], str]
"""Takes a variable and its value and gives the short form, or the empty string."""

# Verbatim variables: no markup, no quotation marks to be paired, no apostrophes to be curled.
_VERBATIM: Final = frozenset({"URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID", "citation-key"})

_ALIASES: Final[Mapping[str, str]] = {"event": "event-title", "event-title": "event"}

# Variables that can be had from others when the item does not bring them.
_DERIVED: Final = frozenset({"event", "event-title", "page-first", "title-short", "container-title-short"})

_SHORT_VARIABLES: Final[Mapping[str, str]] = {"title": "title-short", "container-title": "container-title-short"}


class PreparedItem:
    """One item, with each value parsed on first use and kept."""

    __slots__ = (
        "_abbreviate",
        "_known_names",
        "_names",
        "_numbers",
        "_short_tokens",
        "_tokens",
        "_typography",
        "_variables",
        "id",
        "is_english",
        "item",
        "language",
        "shape",
        "type",
    )

    def __init__(
        self,
        item: Item,
        locale_is_english: bool,
        abbreviate: Abbreviate | None = None,
        shapes: Shapes | None = None,
        typography: Typography | None = None,
        known_names: KnownNames | None = None,
    ) -> None:
        self.item = item
        self.id = item.id
        self.type = item.type
        variables = self._variables = _with_values(item.variables)
        language = item.language
        self.language = language
        # Title case is English only: the item's language decides, the style's where the item has none
        # (CSL 1.0.2, "Title Case Conversion").
        self.is_english = language.lower().startswith("en") if language else locale_is_english
        self._abbreviate = abbreviate
        self._typography = typography
        self._known_names = known_names or KnownNames()
        self.shape = (shapes or Shapes()).of(item.type, variables)
        """What items with values in the same variables share."""

        self._tokens: dict[str, tuple[Token, ...]] = {}
        self._short_tokens: dict[str, tuple[Token, ...]] = {}
        self._numbers: dict[str, Number | None] = {}
        self._names: dict[str, tuple[KnownName, ...]] = {}

    def text(self, variable: str) -> str:
        """The source text of a standard variable, or the empty string."""
        value = self._variables.get(variable)
        if value is None:
            return self._derived_text(variable) if variable in _DERIVED else ""
        return value if isinstance(value, str) else ""

    def _derived_text(self, variable: str) -> str:
        if variable in _ALIASES:
            value = self._variables.get(_ALIASES[variable])
            return value if isinstance(value, str) else ""
        if variable == "page-first":
            number = self.number("page")
            return first_page(number) if number is not None else ""
        if variable == "title-short":
            value = self._variables.get("shortTitle", "")
            return value if isinstance(value, str) else ""
        if variable == "container-title-short":
            value = self._variables.get("journalAbbreviation", "")
            return value if isinstance(value, str) else ""
        return ""

    def tokens(self, variable: str, form: str = "long") -> tuple[Token, ...]:
        """The value of a standard variable as rich text, in its long or short form."""
        known = self._tokens if form != "short" else self._short_tokens
        found = known.get(variable)
        if found is None:
            text = self._short_text(variable) if form == "short" else self.text(variable)
            if not text:
                found = ()
            elif variable in _VERBATIM:
                found = (text,)
            else:
                found = parse_markup(text)
                if self._typography is not None:
                    found = self._typography.own(found, self.language)
            known[variable] = found
        return found

    def _short_text(self, variable: str) -> str:
        """The short form of a variable: its own variable, an abbreviation, or the long form."""
        long = self.text(variable)
        if self._abbreviate is not None and long:
            short = self._abbreviate(variable, long)
            if short:
                return short
        short_variable = _SHORT_VARIABLES.get(variable, "")
        return (self.text(short_variable) if short_variable else "") or long

    def number(self, variable: str) -> Number | None:
        """The value of a number variable, parsed; `None` where there is none."""
        if variable in self._numbers:
            return self._numbers[variable]
        text = self.text(variable)
        found = self._numbers[variable] = parse_number(without_own_label(variable, text)) if text else None
        return found

    @property
    def citation_label(self) -> str:
        """The label of the item: its own, or one made of names and year."""
        own = self.text("citation-label")
        return own or make_label(label_names(self.names), self.date("issued"), strip_markup(self.text("title")))

    def names(self, variable: str) -> tuple[KnownName, ...]:
        """The names in a variable, particles told apart."""
        found = self._names.get(variable)
        if found is None:
            value = self._variables.get(variable, ())
            found = self._names[variable] = self._known_names.of(value) if isinstance(value, tuple) else ()
        return found

    def has_any(self, variables: tuple[str, ...]) -> bool:
        """Whether the item brings one of these variables."""
        own = self._variables
        for variable in variables:
            if variable in own:
                return True
        return False

    def date(self, variable: str) -> Date | None:
        """The date in a variable, or `None` where it says nothing."""
        value = self._variables.get(variable)
        return value if isinstance(value, Date) else None

    def has(self, variable: str) -> bool:
        """Whether the variable has a value."""
        return variable in self._variables or (variable in _DERIVED and bool(self._derived_text(variable)))


def _with_values(variables: Mapping[str, Value]) -> Mapping[str, Value]:
    """The variables that say something: those of most items as they are."""
    for value in variables.values():
        if not value or (isinstance(value, Date) and value.is_empty):
            return {
                name: one for name, one in variables.items() if one and not (isinstance(one, Date) and one.is_empty)
            }
    return variables


def first_page(page: Number) -> str:
    """The first page of a range or list: everything before the first delimiter.

    >>> first_page(parse_number("22-45, 48")), first_page(parse_number("S12"))
    ('22', 'S12')
    """
    return page.parts[0].value
