"""`cs:text`: variables, terms and verbatim text (CSL 1.0.2, "Text"). Macro calls are joined in by the compiler."""

from __future__ import annotations

from typing import Final

from citekit.csl.elements.node import CALLED, EMPTY, FOUND, WROTE, LiteralNode, Node
from citekit.csl.page_ranges import format_page_range
from citekit.csl.scope import Scope
from citekit.csl.state import CiteState
from citekit.csl.style import Text
from citekit.text.markup import parse_markup
from citekit.text.tokens import FIELD, Tokens, mark, plain_text

__all__ = ["CITATION_NUMBER_FIELD", "LOCATOR_FIELD", "compile_text"]

EN_DASH: Final = "\u2013"
CITATION_NUMBER_FIELD: Final = mark(FIELD, "citation-number")
LOCATOR_FIELD: Final = mark(FIELD, "locator")
YEAR_SUFFIX_FIELD: Final = mark(FIELD, "year-suffix")


class VariableNode(Node):
    """The value of a variable, in its long or short form."""

    __slots__ = ("form", "variable")

    def __init__(self, variable: str, form: str) -> None:
        self.variable = variable
        self.form = form

    def render(self, cite: CiteState, out: Tokens) -> int:
        tokens = cite.tokens(self.variable, self.form)
        if not tokens:
            return CALLED
        out += tokens
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
        if self.variable == "year-suffix":
            cite.wrote_year_suffix = True
        out.append(self.opening)
        out += tokens
        out.append(self.opening.partner)
        return CALLED | FOUND | WROTE


class PageNode(Node):
    """Pages, their ranges written as the style's page-range-format says (CSL 1.0.2, "Page Ranges")."""

    __slots__ = ("delimiter", "format", "opening", "variable")

    def __init__(self, variable: str, page_range_format: str, delimiter: str) -> None:
        self.variable = variable
        self.format = page_range_format
        self.delimiter = delimiter
        self.opening = mark(FIELD, variable)

    def render(self, cite: CiteState, out: Tokens) -> int:
        text = cite.text(self.variable)
        if not text:
            return CALLED
        out.append(self.opening)
        out += parse_markup(format_page_range(text, self.format, self.delimiter))
        out.append(self.opening.partner)
        return CALLED | FOUND | WROTE


class LocatorNode(PageNode):
    """The locator: hyphens become en dashes, and a page locator is formatted as pages are."""

    __slots__ = ()

    def render(self, cite: CiteState, out: Tokens) -> int:
        text = cite.text("locator")
        if not text:
            return CALLED
        is_page = (cite.cite.label or "page") == "page"
        text = format_page_range(text, self.format if is_page else "", self.delimiter)
        out.append(self.opening)
        out += parse_markup(text)
        out.append(self.opening.partner)
        return CALLED | FOUND | WROTE


class SortTextNode(Node):
    """A variable in a sort key: plain text."""

    __slots__ = ("form", "variable")

    def __init__(self, variable: str, form: str) -> None:
        self.variable = variable
        self.form = form

    def render(self, cite: CiteState, out: Tokens) -> int:
        tokens = cite.tokens(self.variable, self.form)
        if not tokens:
            return CALLED
        out.append(plain_text(tokens))
        return CALLED | FOUND | WROTE


def compile_text(text: Text, scope: Scope) -> Node:
    """The node of a `cs:text` that is not a macro call, without affixes and formatting."""
    if text.source == "term":
        term = scope.locale.term(text.value, text.form, text.plural)
        return LiteralNode(term) if term else EMPTY
    if text.source == "value":
        return LiteralNode(text.value) if text.value else EMPTY
    return _compile_variable(text.value, text.form, scope)


def _compile_variable(variable: str, form: str, scope: Scope) -> Node:
    scope.facts.add(variable)
    if scope.is_sorting:
        if variable in ("citation-number", "volume", "issue", "number"):
            return SortNumberNode(variable)
        return SortTextNode(variable, form)
    if variable in ("page", "locator"):
        delimiter = scope.locale.term("page-range-delimiter") or EN_DASH
        node = PageNode if variable == "page" else LocatorNode
        return node(variable, scope.style.page_range_format, delimiter)
    if variable in ("citation-number", "year-suffix", "first-reference-note-number"):
        return FieldNode(variable)
    return VariableNode(variable, form)


class SortNumberNode(Node):
    """A number in a sort key: digits are padded so that they sort as numbers."""

    __slots__ = ("variable",)

    def __init__(self, variable: str) -> None:
        self.variable = variable

    def render(self, cite: CiteState, out: Tokens) -> int:
        text = cite.text(self.variable)
        if not text:
            return CALLED
        out.append(text.zfill(8) if text.isdigit() else text)
        return CALLED | FOUND | WROTE
