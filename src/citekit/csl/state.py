"""The state of one cite while it is rendered: the item, what the document knows of the cite, and what was written.

This is the only state that rendering changes; it lives as long as one call of `render` on a layout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from citekit.csl.cite import CITE_VARIABLES, Cite, Position
from citekit.csl.known_names import KnownName
from citekit.csl.prepared import PreparedItem
from citekit.csl.shapes import Shape
from citekit.items.date import Date, DatePoint
from citekit.items.number import Number, parse_number
from citekit.text.markup import parse_markup
from citekit.text.tokens import Token

__all__ = ["PLAIN", "CiteState", "Disambiguation", "ShownNames", "year_suffix_letters"]


@dataclass(frozen=True, slots=True)
class Disambiguation:
    """What makes a cite unambiguous: more names, fuller given names, the disambiguate condition, a year-suffix.

    `names` maps a names element (by its order of rendering in the cite) to how many names are shown; `given` maps a
    names element and a position in it to a level: 0 as the style says, 1 initials, 2 the full given name. `condition`
    is how many of the disambiguate conditions that the cite meets are true, from the first on.
    """

    names: tuple[tuple[int, int], ...] = ()
    given: tuple[tuple[tuple[int, int], int], ...] = ()
    condition: int = 0
    year_suffix: int = 0

    def in_sort_keys(self, shows_given: bool) -> Disambiguation:
        """What of it the sort keys of a cite show: the year-suffix, and the given names where they are asked for.

        Names that a style tells apart over the whole document are sorted as they are printed (CSL 1.0.2,
        "givenname-disambiguation-rule"). What only one cite needs changes no sort key.
        """
        given = self.given if shows_given else ()
        if given == self.given and not (self.names or self.condition):
            return self
        return Disambiguation(given=given, year_suffix=self.year_suffix) if given or self.year_suffix else PLAIN


@dataclass(slots=True)
class ShownNames:
    """The names that a names element shows, and how many there are."""

    names: tuple[KnownName, ...]
    total: int


PLAIN: Final = Disambiguation()
NO_VARIABLES: Final[frozenset[str]] = frozenset()
NO_POINT: Final = DatePoint(0)


def year_suffix_letters(number: int) -> str:
    """1 is a, 26 z, 27 aa (CSL 1.0.2, "disambiguate-add-year-suffix"); 0 is nothing.

    >>> [year_suffix_letters(number) for number in (0, 1, 26, 27, 53)]
    ['', 'a', 'z', 'aa', 'ba']
    """
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


@dataclass(slots=True)
class CiteState:
    """One cite being rendered."""

    item: PreparedItem
    cite: Cite
    position: Position = Position.FIRST
    near_note: bool = False
    citation_number: int = 0
    first_note: int = 0
    disambiguation: Disambiguation = PLAIN
    suppressed: frozenset[str] = NO_VARIABLES
    """Variables that were printed in place of names: `cs:substitute` makes them empty for the rest of the cite."""

    recording: set[str] | None = None
    """While a substitute is tried: the variables that it printed."""

    names_rendered: int = 0
    """How many names elements were rendered so far: disambiguation counts them."""

    point: DatePoint = NO_POINT
    """The point in time that date parts are being printed for."""

    hides_era: bool = False
    """Whether its era is left out, because that of the other end of the range says it."""

    seeks_clashes: bool = False
    """Whether the cite is rendered only to be compared with others."""

    starts_sentence: bool = False
    """Whether a term that is written first begins with a capital ("Ibid.")."""

    wrote_year_suffix: bool = False
    wrote_text: bool = False
    """Whether `cs:text` printed a variable other than the locator: such a cite does not read as a further year."""

    conditions_met: int = 0
    """How many disambiguate conditions were tested."""

    shown_names: list[ShownNames] | None = None
    """Where a list is put here: what each names element shows. Disambiguation reads it."""

    @property
    def shape(self) -> Shape:
        """What cites and items like these have in common, for which layouts and sort keys are narrowed."""
        return self.item.shape if self.cite.locator else self.item.shape.bare

    @property
    def year_suffix(self) -> str:
        """The year-suffix in letters."""
        return year_suffix_letters(self.disambiguation.year_suffix)

    def tokens(self, variable: str, form: str = "long") -> tuple[Token, ...]:
        """The value of a standard variable as rich text."""
        if self.suppressed and variable in self.suppressed:
            return ()
        if variable in CITE_VARIABLES:
            text = self._cite_text(variable)
            return parse_markup(text) if text else ()
        return self.own_tokens(variable, form)

    def own_tokens(self, variable: str, form: str = "long") -> tuple[Token, ...]:
        """The value of a standard variable that the item brings itself."""
        if variable in self.suppressed:
            return ()
        found = self.item.tokens(variable, form)
        if found and self.recording is not None:
            # Inside a substitute text that was printed is gone at once, as names are.
            if variable in self.recording:
                return ()
            self.recording.add(variable)
        return found

    def _cite_text(self, variable: str) -> str:
        match variable:
            case "locator":
                return self.cite.locator.strip()
            case "citation-number":
                return str(self.citation_number) if self.citation_number else ""
            case "first-reference-note-number":
                return str(self.first_note) if self.first_note else ""
            case "citation-label":
                return self.item.citation_label + self.year_suffix
            case _:
                return self.year_suffix

    def text(self, variable: str) -> str:
        """The value of a standard variable as plain source text."""
        if self.suppressed and variable in self.suppressed:
            return ""
        if variable in CITE_VARIABLES:
            return self._cite_text(variable)
        found = self.item.text(variable)
        if found and self.recording is not None:
            self.recording.add(variable)
        return found

    def unsuppressed_number(self, variable: str) -> Number | None:
        """The value of a number variable for a condition, which also sees what a substitute has printed."""
        if variable in CITE_VARIABLES:
            text = self._cite_text(variable)
            return parse_number(text) if text else None
        return self.item.number(variable)

    def number(self, variable: str) -> Number | None:
        """The value of a number variable, parsed; `None` where there is none."""
        if self.suppressed and variable in self.suppressed:
            return None
        if variable in CITE_VARIABLES:
            text = self._cite_text(variable)
            return parse_number(text) if text else None
        found = self.item.number(variable)
        if found is not None and self.recording is not None:
            self.recording.add(variable)
        return found

    def names(self, variable: str) -> tuple[KnownName, ...]:
        """The names in a variable."""
        if self.suppressed and variable in self.suppressed:
            return ()
        found = self.item.names(variable)
        if found and self.recording is not None:
            # Inside a substitute the names that were printed are gone at once.
            if variable in self.recording:
                return ()
            self.recording.add(variable)
        return found

    def date(self, variable: str) -> Date | None:
        """The date in a variable."""
        if self.suppressed and variable in self.suppressed:
            return None
        found = self.item.date(variable)
        if found is not None and self.recording is not None:
            self.recording.add(variable)
        return found

    def has(self, variable: str) -> bool:
        """Whether the item or the cite has the variable; conditions ask this.

        A variable that a substitute has printed is not printed again, but the item has it all the same: styles ask
        what kind of item they have in front of them.
        """
        if variable in CITE_VARIABLES:
            return bool(self._cite_text(variable))
        return self.item.has(variable)
