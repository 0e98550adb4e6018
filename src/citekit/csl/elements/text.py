"""`cs:text`: variables, terms and verbatim text (CSL 1.0.2, "Text"). Macro calls are joined in by the compiler."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from citekit.csl.cite import CITE_VARIABLES
from citekit.csl.elements.date import YEAR_SUFFIX_FIELD
from citekit.csl.elements.node import CALLED, EMPTY, FOUND, NOTHING, WROTE, LiteralNode, Narrowing, Node, ValueNode
from citekit.csl.elements.number import NumberSortNode, number_field, range_delimiter
from citekit.csl.locale import Locale
from citekit.csl.locators import typed_label
from citekit.csl.page_ranges import dash_numerals, format_page_range
from citekit.csl.scope import Scope
from citekit.csl.state import CiteState
from citekit.csl.style import Text
from citekit.items.number import LITERAL_HYPHEN, Number
from citekit.text.case import title_of_style
from citekit.text.collation import without_article
from citekit.text.markup import parse_markup
from citekit.text.tokens import FIELD, Token, Tokens, has_letters_or_digits, mark, plain_text

__all__ = ["compile_text"]

EN_DASH: Final = "\u2013"
# Number variables whose ranges take a dash even when they are printed as text.
_RANGES: Final = frozenset(
    {
        "chapter-number",
        "collection-number",
        "edition",
        "issue",
        "number",
        "number-of-pages",
        "number-of-volumes",
        "volume",
    }
)

_TITLES: Final = frozenset(
    {
        "collection-title",
        "container-title",
        "container-title-short",
        "original-title",
        "part-title",
        "reviewed-title",
        "title",
        "title-short",
        "volume-title",
    }
)


class FormNode(ValueNode):
    """Writes a variable in its long or short form."""

    __slots__ = ("form",)

    def __init__(self, variable: str, form: str) -> None:
        self.variable = variable
        self.form = form

    def narrow(self, narrowing: Narrowing) -> Node:
        # An item may have the short form alone.
        if self.form == "short" and narrowing.shape.has(f"{self.variable}-short") is not False:
            return self
        return super().narrow(narrowing)


class VariableNode(FormNode):
    """The value of a variable, in its long or short form."""

    __slots__ = ()

    def render(self, cite: CiteState, out: Tokens) -> int:
        tokens = cite.own_tokens(self.variable, self.form)
        if not tokens:
            return CALLED
        cite.wrote_text = True
        out += tokens
        return CALLED | FOUND | WROTE


class CiteVariableNode(Node):
    """A variable that the document gives to the item and nobody looks for in the output: its label."""

    __slots__ = ("variable",)

    def __init__(self, variable: str) -> None:
        self.variable = variable

    def render(self, cite: CiteState, out: Tokens) -> int:
        tokens = cite.tokens(self.variable)
        if not tokens:
            return CALLED
        out += tokens
        return CALLED | FOUND | WROTE


class TermNode(LiteralNode):
    """A term; it takes a capital when it is the first thing written in a sentence of its own ("Ibid.")."""

    __slots__ = ()

    def render(self, cite: CiteState, out: Tokens) -> int:
        out.append(capitalized_first(self.text, cite, out))
        return WROTE


def _typographic(term: str) -> str:
    """The term with curly apostrophes, as all text has them ("à l'adresse")."""
    return plain_text(parse_markup(term)) if "'" in term else term


def capitalized_first(text: str, cite: CiteState, out: Tokens) -> str:
    """The term with a capital where it is the first text of a cite that begins a sentence."""
    if not cite.starts_sentence:
        return text
    cite.starts_sentence = False
    for token in out:
        if isinstance(token, str) and has_letters_or_digits(token):
            return text
    return text[:1].upper() + text[1:]


class MarkupNode(Node):
    """Verbatim text of the style, which may hold markup and quotation marks."""

    __slots__ = ("tokens",)

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens

    def render(self, cite: CiteState, out: Tokens) -> int:
        out += self.tokens
        return WROTE


class YearSuffixNode(Node):
    """The year-suffix. It is no variable of the item, so the group around it does not count it as called."""

    __slots__ = ()

    def render(self, cite: CiteState, out: Tokens) -> int:
        tokens = cite.tokens("year-suffix")
        if not tokens:
            return NOTHING
        cite.wrote_year_suffix = True
        out.append(YEAR_SUFFIX_FIELD)
        out += tokens
        out.append(YEAR_SUFFIX_FIELD.partner)
        return CALLED | FOUND | WROTE


class FieldNode(Node):
    """A variable of the cite itself, between marks: collapsing and grouping look for it in the output."""

    __slots__ = ("opening", "variable")

    def __init__(self, variable: str) -> None:
        self.variable = variable
        self.opening = mark(FIELD, variable)

    def render(self, cite: CiteState, out: Tokens) -> int:
        tokens = cite.tokens(self.variable)
        if not tokens:
            return CALLED
        out.append(self.opening)
        out += tokens
        out.append(self.opening.partner)
        return CALLED | FOUND | WROTE


class PageNode(ValueNode):
    """Pages, their ranges written as the style's page-range-format says (CSL 1.0.2, "Page Ranges")."""

    __slots__ = ("and_symbol", "delimiter", "format", "opening")

    def __init__(self, variable: str, page_range_format: str, delimiter: str, and_symbol: str) -> None:
        self.and_symbol = and_symbol
        self.variable = variable
        self.format = page_range_format
        self.delimiter = delimiter
        self.opening = number_field(variable)

    def render(self, cite: CiteState, out: Tokens) -> int:
        number = cite.number(self.variable)
        if number is None:
            return CALLED
        if self.variable != "locator":
            cite.wrote_text = True
        if self.opening is None:
            out += parse_markup(self._shown(number, cite))
        else:
            out.append(self.opening)
            out += parse_markup(self._shown(number, cite))
            out.append(self.opening.partner)
        return CALLED | FOUND | WROTE

    def _shown(self, number: Number, cite: CiteState) -> str:
        return self._ranged(number, self.format)

    def _ranged(self, number: Number, page_range_format: str) -> str:
        text = number.text
        if not number.is_numeric:
            return dash_numerals(text.replace(LITERAL_HYPHEN, "-"), self.delimiter)
        if "&" in text and self.and_symbol != "&":
            text = text.replace("&", self.and_symbol)
        return format_page_range(text, page_range_format, self.delimiter)


class LocatorNode(PageNode):
    """The locator: hyphens become en dashes, and a page locator is formatted as pages are. A typed en dash stays."""

    __slots__ = ("locale",)

    def __init__(self, page_range_format: str, delimiter: str, and_symbol: str, locale: Locale) -> None:
        super().__init__("locator", page_range_format, delimiter, and_symbol)
        self.locale = locale

    def _shown(self, number: Number, cite: CiteState) -> str:
        is_page = (cite.cite.label or "page") == "page"
        number = self._labelled(number)
        return number.text if EN_DASH in number.text else self._ranged(number, self.format if is_page else "")

    def _labelled(self, number: Number) -> Number:
        """The number with the labels within it as the locale has them."""
        parts = number.parts
        if not any([part.label for part in parts]):
            return number
        labels = [f"{typed_label(parts, i, self.locale)} " if part.label else "" for i, part in enumerate(parts)]
        text = "".join([f"{label}{part.value}{part.separator}" for label, part in zip(labels, parts, strict=True)])
        return replace(number, text=text)


class NumberTextNode(PageNode):
    """A number variable printed with `cs:text`: as it stands, but for the dash in ranges."""

    __slots__ = ()

    def _shown(self, number: Number, cite: CiteState) -> str:
        # A dash that was typed stays; only hyphens become one.
        if len(number.parts) > 1 and "-" in number.text:
            return self._ranged(number, "")
        return number.text.replace(LITERAL_HYPHEN, "-")


class SortTextNode(FormNode):
    """A variable in a sort key: plain text."""

    __slots__ = ()

    def render(self, cite: CiteState, out: Tokens) -> int:
        tokens = cite.tokens(self.variable, self.form)
        if not tokens:
            return CALLED
        out.append(plain_text(tokens))
        return CALLED | FOUND | WROTE


class SortTitleNode(SortTextNode):
    """A title in a sort key, without the article that it begins with in its own language (AFNOR NF Z44-001)."""

    __slots__ = ("tag",)

    def __init__(self, variable: str, form: str, tag: str) -> None:
        super().__init__(variable, form)
        self.tag = tag

    def render(self, cite: CiteState, out: Tokens) -> int:
        status = super().render(cite, out)
        if status & WROTE:
            out[-1] = without_article(str(out[-1]), cite.item.language or self.tag)
        return status


def sort_text(variable: str, form: str, scope: Scope) -> Node:
    """The node of a standard variable in a sort key."""
    if scope.french_order and variable in _TITLES:
        return SortTitleNode(variable, form, scope.locale.tag)
    return SortTextNode(variable, form)


_TERMS_ABOUT_DATES: Final = ("circa", "no date")
"""Terms that are no part of a sort key: as letters sort behind digits, they would take works out of their time."""


def compile_text(text: Text, scope: Scope) -> Node:
    """The node of a `cs:text` that is not a macro call, without affixes and formatting."""
    if text.source == "term":
        if scope.is_sorting and text.value in _TERMS_ABOUT_DATES:
            return EMPTY
        term = scope.locale.term(text.value, text.form, text.plural)
        if text.strip_periods and term:
            # Every period of a term: "s.v." is "sv", while text keeps the one in "example.org".
            term = term.replace(".", "")
        # A term of white space alone is how styles switch a term off.
        return TermNode(_typographic(_own_text(term, text, scope))) if term and term.strip() else EMPTY
    if text.source == "value":
        tokens = parse_markup(_own_text(text.value, text, scope))
        return MarkupNode(_as_meant(tokens, text.value)) if text.value else EMPTY
    return _compile_variable(text.value, text.form, scope)


def _as_meant(tokens: tuple[Token, ...], value: str) -> tuple[Token, ...]:
    """The tokens of a value, in which a space or comma at the head and a space at the end are meant, and no seam."""
    if value[0] in " ,":
        tokens = ("", *tokens)
    return (*tokens, "") if value[-1] == " " else tokens


def _own_text(own: str, text: Text, scope: Scope) -> str:
    """A term or value of the style, in title case where that is asked for, whatever the language of the item."""
    return title_of_style(own, scope.locale.language == "en") if text.text_case == "title" else own


def _compile_variable(variable: str, form: str, scope: Scope) -> Node:
    scope.facts.add(variable)
    if scope.is_sorting:
        if variable in ("citation-number", "volume", "issue", "number"):
            return NumberSortNode(variable)
        return sort_text(variable, form, scope)
    delimiter = range_delimiter(variable, scope.locale)
    and_symbol = scope.locale.term("and", "symbol") or "&"
    if variable == "locator":
        return LocatorNode(scope.style.page_range_format, delimiter, and_symbol, scope.locale)
    if variable == "page":
        return PageNode(variable, scope.style.page_range_format, delimiter, and_symbol)
    if variable == "year-suffix":
        return YearSuffixNode()
    if variable in ("citation-number", "first-reference-note-number"):
        return FieldNode(variable)
    if variable in CITE_VARIABLES:
        return CiteVariableNode(variable)
    if variable in _RANGES:
        return NumberTextNode(variable, "", delimiter, and_symbol)
    return VariableNode(variable, form)
