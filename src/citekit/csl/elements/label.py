"""`cs:label`: the term of a variable, singular or plural (CSL 1.0.2, "Label"); alone and inside `cs:names`."""

from __future__ import annotations

from typing import Final

from citekit.csl.elements.node import (
    CALLED,
    EMPTY,
    FOUND,
    NOTHING,
    WROTE,
    Narrowing,
    Node,
    ValueNode,
    formatting_marks,
    styled,
)
from citekit.csl.scope import Scope
from citekit.csl.state import CiteState
from citekit.csl.style import Label
from citekit.items.number import Number
from citekit.text.case import apply_case, title_of_style
from citekit.text.tokens import Tokens

__all__ = ["NamesLabel", "compile_label", "compile_names_label"]

# Plural when the number itself is more than one, not when it is a range (CSL 1.0.2, "Label" › plural).
_COUNTED: Final = frozenset({"number-of-pages", "number-of-volumes"})


class LabelNode(ValueNode):
    """The term of a number variable of the item."""

    __slots__ = ("multiple", "plural", "single")

    is_grouped = False

    def __init__(self, variable: str, plural: str, single: str, multiple: str) -> None:
        self.variable = variable
        self.plural = plural
        self.single = single
        self.multiple = multiple

    def render(self, cite: CiteState, out: Tokens) -> int:
        number = cite.number(self.variable)
        if number is None:
            return NOTHING
        text = self.multiple if _is_plural(self.plural, self.variable, number) else self.single
        if not text:
            return NOTHING
        out.append(text)
        return WROTE

    def narrow(self, narrowing: Narrowing) -> Node:
        # A label alone does not ask for its variable.
        return EMPTY if narrowing.shape.has(self.variable) is False else self


class LocatorLabelNode(Node):
    """The term of the locator's own label: page, chapter, verse …"""

    __slots__ = ("plural", "terms")

    def __init__(self, plural: str, terms: dict[str, tuple[str, str]]) -> None:
        self.plural = plural
        self.terms = terms

    def render(self, cite: CiteState, out: Tokens) -> int:
        number = cite.number("locator")
        if number is None or number.parts[0].label:
            # "vol. 1, fol. 186" brings its own labels.
            return NOTHING
        terms = self.terms.get(cite.cite.label or "page")
        if terms is None:
            return NOTHING
        text = terms[1] if _is_plural(self.plural, "locator", number) else terms[0]
        if not text:
            return NOTHING
        out.append(text)
        return WROTE

    def narrow(self, narrowing: Narrowing) -> Node:
        return EMPTY if narrowing.shape.has("locator") is False else self


def _is_plural(plural: str, variable: str, number: Number) -> bool:
    if plural == "contextual":
        return number.is_many if variable in _COUNTED else number.is_plural
    return plural == "always"


LOCATOR_LABELS: Final = (
    "act appendix article-locator book canon chapter column elocation equation figure folio issue line note opus page "
    "paragraph part rule scene section sub verbo|sub-verbo supplement table timestamp title-locator verse volume"
)


def _locator_terms(scope: Scope, form: str) -> dict[str, tuple[str, str]]:
    terms = {}
    for names in LOCATOR_LABELS.replace("sub verbo|", "sub_verbo|").split():
        for name in names.replace("sub_verbo", "sub verbo").split("|"):
            pair = scope.locale.term_pair(name, form)
            if pair is not None:
                terms[name] = pair
    for plain, locator in (("article", "article-locator"), ("title", "title-locator")):
        if locator in terms:
            terms.setdefault(plain, terms[locator])
    if "sub-verbo" in terms:
        terms.setdefault("sub verbo", terms["sub-verbo"])
    return terms


def compile_label(label: Label, scope: Scope) -> Node:
    """The node of a `cs:label` outside `cs:names`."""
    if scope.is_sorting:
        return EMPTY
    body: Node
    if label.variable == "locator":
        scope.facts.add("locator")
        terms = {name: _shown(pair, label, scope) for name, pair in _locator_terms(scope, label.form).items()}
        body = LocatorLabelNode(label.plural, terms)
    else:
        pair = scope.locale.term_pair(label.variable, label.form) or _alias_pair(label, scope)
        if pair is None:
            return EMPTY
        body = LabelNode(label.variable, label.plural, *_shown(pair, label, scope))
    return styled(body, label.affixes, label.formatting, text_case=label.text_case)


def _shown(pair: tuple[str, str], label: Label, scope: Scope) -> tuple[str, str]:
    """The forms of a term as the label sets them, whatever the language of the item."""
    if label.strip_periods:
        # Every period: "s.v." is "sv".
        pair = (pair[0].replace(".", ""), pair[1].replace(".", ""))
    if label.text_case == "title":
        is_english = scope.locale.language == "en"
        pair = (title_of_style(pair[0], is_english), title_of_style(pair[1], is_english))
    return pair


_ALIASES: Final = {
    "number-of-pages": "page",
    "number-of-volumes": "volume",
    "page-first": "page",
    "chapter-number": "chapter",
    "collection-number": "number",
    "part-number": "part",
    "supplement-number": "supplement",
    "printing-number": "printing",
}


def _alias_pair(label: Label, scope: Scope) -> tuple[str, str] | None:
    alias = _ALIASES.get(label.variable)
    return scope.locale.term_pair(alias, label.form) if alias else None


class NamesLabel:
    """The label of a name variable, after or before its names."""

    __slots__ = (
        "closing",
        "opening",
        "plural",
        "prefix",
        "suffix",
        "terms",
        "text_case",
    )

    def __init__(self, label: Label, terms: dict[str, tuple[str, str]]) -> None:
        self.terms = terms
        self.plural = label.plural
        self.prefix = label.affixes.prefix
        self.suffix = label.affixes.suffix
        self.opening = formatting_marks(label.formatting)
        self.closing = tuple([one.partner for one in reversed(self.opening)])
        self.text_case = label.text_case

    def has_term(self, variable: str) -> bool:
        """Whether the label of the variable would print anything."""
        return any(self.terms.get(variable, ("", "")))

    def render(self, variable: str, are_many: bool, cite: CiteState, out: Tokens) -> int:
        """Append the label of `variable`."""
        terms = self.terms.get(variable)
        if terms is None:
            return NOTHING
        is_plural = are_many if self.plural == "contextual" else self.plural == "always"
        text = terms[1] if is_plural else terms[0]
        if not text:
            return NOTHING
        if self.prefix:
            out.append(self.prefix)
        out += self.opening
        start = len(out)
        out.append(text)
        if self.text_case:
            apply_case(out, start, self.text_case, is_english=True)
        out += self.closing
        if self.suffix:
            out.append(self.suffix)
        return CALLED | FOUND | WROTE


def compile_names_label(label: Label, variables: tuple[str, ...], scope: Scope) -> NamesLabel:
    """The label of a `cs:names`, its terms looked up for each of the variables."""
    terms = {}
    for variable in (*variables, "editortranslator"):
        pair = scope.locale.term_pair(variable, label.form)
        if pair is None and variable == "editortranslator":
            pair = scope.locale.term_pair("editor-translator", label.form)
        if pair is not None and any([form.strip() for form in pair]):
            terms[variable] = _shown(pair, label, scope)
    return NamesLabel(label, terms)
