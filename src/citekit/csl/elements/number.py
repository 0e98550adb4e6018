"""`cs:number`: numeric, ordinal, long-ordinal and roman forms (CSL 1.0.2, "Number").

Only whole numbers change their form; numbers with letters, and text that is not numeric, are printed as they stand.
"""

from __future__ import annotations

from typing import Final

from citekit.csl.elements.node import CALLED, FOUND, WROTE, Node, ValueNode, styled
from citekit.csl.locale import Locale
from citekit.csl.locators import typed_label
from citekit.csl.page_ranges import dash_numerals, is_one_series
from citekit.csl.scope import Scope
from citekit.csl.state import CiteState
from citekit.csl.style import NumberElement
from citekit.items.number import LITERAL_HYPHEN, Number, NumberPart
from citekit.text.tokens import FIELD, Mark, Tokens, mark

__all__ = ["NumberSortNode", "compile_number", "number_field", "range_delimiter", "roman"]

EN_DASH: Final = "\u2013"

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """A number in small roman numerals; numbers from 6000 on stay in digits.

    >>> roman(4), roman(1987)
    ('iv', 'mcmlxxxvii')
    """
    if not 0 < number < 6000:
        return str(number)
    text = ""
    for value, numeral in _ROMAN:
        while number >= value:
            text += numeral
            number -= value
    return text


def range_delimiter(variable: str, locale: Locale) -> str:
    """What stands in the place of a hyphen in ranges: series are counted as years are, the rest as pages."""
    return locale.term("year-range-delimiter" if variable == "collection-number" else "page-range-delimiter") or EN_DASH


def number_field(variable: str) -> Mark | None:
    """The field mark of a number that somebody looks for in the output: citations are collapsed by these."""
    return mark(FIELD, variable) if variable in _LOOKED_FOR else None


_LOOKED_FOR: Final = frozenset({"citation-number", "locator"})


class NumberNode(ValueNode):
    """A number variable in one of the four forms."""

    __slots__ = ("delimiter", "form", "gender", "locale", "opening")

    opening: Mark | None
    """The field mark of a number that citations are collapsed by."""

    def __init__(self, variable: str, form: str, locale: Locale) -> None:
        self.variable = variable
        self.form = form
        self.locale = locale
        self.gender = locale.gender(variable)
        self.delimiter = range_delimiter(variable, locale)
        self.opening = number_field(variable)

    def render(self, cite: CiteState, out: Tokens) -> int:
        number = cite.number(self.variable)
        if number is None:
            return CALLED
        opening = self.opening
        if opening is not None:
            out.append(opening)
        if number.is_numeric:
            out.append(self._numeric(number))
        else:
            # cs:number prints text that is no number as it stands, markup included.
            out.append(dash_numerals(number.text.replace(LITERAL_HYPHEN, "-"), self.delimiter))
        if opening is not None:
            out.append(opening.partner)
        return CALLED | FOUND | WROTE

    def _numeric(self, number: Number) -> str:
        text = ""
        label = ""
        for i, part in enumerate(number.parts):
            if part.label:
                label = part.label
                text += f"{typed_label(number.parts, i, self.locale)} "
            text += part.value if label else self._value(part)
            if part.separator == "-":
                following = number.parts[i + 1].value if i + 1 < len(number.parts) else ""
                is_range = is_one_series(part.value, following)
                text += self.delimiter if is_range else part.separator
            elif part.separator == LITERAL_HYPHEN:
                text += "-"
            else:
                text += part.separator
        return text

    def _value(self, part: NumberPart) -> str:
        if self.form == "numeric" or not part.is_integer:
            return part.value
        value = int(part.value)
        if self.form == "roman":
            return roman(value)
        if self.form == "long-ordinal":
            long = self.locale.long_ordinal(value, self.gender)
            if long is not None:
                return long
        return self.locale.ordinal(value, self.gender)


class NumberSortNode(ValueNode):
    """A number variable as a sort key: integers padded so that they sort as numbers, other text as it stands."""

    __slots__ = ()

    def __init__(self, variable: str) -> None:
        self.variable = variable

    def render(self, cite: CiteState, out: Tokens) -> int:
        number = cite.number(self.variable)
        if number is None:
            return CALLED
        out.append("".join([_padded(part) for part in number.parts]) if number.is_numeric else number.text)
        return CALLED | FOUND | WROTE


def _padded(part: NumberPart) -> str:
    return (part.value.zfill(8) if part.is_integer else part.value) + part.separator


def compile_number(element: NumberElement, scope: Scope) -> Node:
    """The node of a `cs:number`."""
    scope.facts.add(element.variable)
    if scope.is_sorting:
        return NumberSortNode(element.variable)
    node = NumberNode(element.variable, element.form, scope.locale)
    return styled(node, element.affixes, element.formatting, scope.block(element.display), text_case=element.text_case)
