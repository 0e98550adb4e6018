"""Rendering elements: `cs:text`, `number`, `label`, `date`, `names`, `group` and `choose`, from XML to the typed AST.

CSL 1.0.2 specification, "Rendering Elements"; schema `csl.rnc`, `csl-choose.rnc`. One function for each element;
`_READERS` says which function reads which. `cs:names` has a file of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from lxml import etree

from citekit.csl.reader_names import LABEL_SHARED, PLURALS, read_names
from citekit.csl.reader_parts import (
    AFFIXES,
    FORMATTING,
    TERM_FORMS,
    check_words,
    read_affixes,
    read_display,
    read_formatting,
    read_text_case,
)
from citekit.csl.reader_xml import Attributes, Reading, line_of
from citekit.csl.style import (
    Branch,
    Choose,
    Condition,
    DateElement,
    DatePart,
    Element,
    Group,
    Label,
    NumberElement,
    Text,
)
from citekit.items.variables import DATE_VARIABLES, ITEM_TYPES, NUMBER_VARIABLES, TEXT_VARIABLES, VARIABLES

__all__ = ["read_date", "read_elements"]

_SOURCES: Final = ("variable", "macro", "term", "value")
_TEXT: Final = AFFIXES | FORMATTING | {*_SOURCES, "form", "plural", "display", "quotes", "strip-periods", "text-case"}
_NUMBER: Final = AFFIXES | FORMATTING | {"variable", "form", "display", "text-case"}
_LABEL: Final = LABEL_SHARED | {"variable"}
_DATE: Final = AFFIXES | FORMATTING | {"variable", "form", "date-parts", "delimiter", "display", "text-case"}
_LOCALE_DATE: Final = FORMATTING | {"form", "delimiter", "text-case"}
_DATE_PART: Final = AFFIXES | FORMATTING | {"name", "form", "range-delimiter", "strip-periods", "text-case"}
_GROUP: Final = AFFIXES | FORMATTING | {"delimiter", "display"}
_NO_ATTRIBUTES: Final[frozenset[str]] = frozenset()

_NUMBER_FORMS: Final = frozenset({"numeric", "ordinal", "long-ordinal", "roman"})
_DATE_FORMS: Final = frozenset({"text", "numeric"})
_DATE_PARTS: Final = frozenset({"year-month-day", "year-month", "year"})
_PART_FORMS: Final[Mapping[str, frozenset[str]]] = {
    "day": frozenset({"numeric", "numeric-leading-zeros", "ordinal"}),
    "month": frozenset({"long", "short", "numeric", "numeric-leading-zeros"}),
    "year": frozenset({"long", "short"}),
}
_PART_NAMES: Final = frozenset(_PART_FORMS)
_MATCHES: Final = frozenset({"all", "any", "none"})

_POSITIONS: Final = frozenset({"first", "subsequent", "ibid", "ibid-with-locator", "near-note"})
_LOCATORS: Final = frozenset(
    """
    act appendix article-locator book canon chapter column elocation equation figure folio issue line note opus page
    paragraph part rule scene section sub-verbo supplement table timestamp title-locator verse version volume
    """.split()
)
_CONDITIONS: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    #  attribute          what its words are   and which there are
    "disambiguate": ("value", frozenset({"true"})),
    "is-numeric": ("variable", VARIABLES),
    "is-uncertain-date": ("date variable", DATE_VARIABLES),
    "locator": ("locator", _LOCATORS),
    "position": ("position", _POSITIONS),
    "type": ("type", ITEM_TYPES),
    "variable": ("variable", VARIABLES),
}
_CLOSED_CONDITIONS: Final = frozenset({"disambiguate", "position"})
"""Conditions where an unknown word is an error; new types, variables and locators come with new CSL versions."""

_BRANCH: Final = frozenset({*_CONDITIONS, "match"})


def read_elements(reading: Reading, element: etree._Element) -> tuple[Element, ...]:
    """The rendering elements that an element holds."""
    reading.enter(element)
    found: list[Element] = []
    for tag, child in reading.children(element):
        reader = _READERS.get(tag)
        if reader is not None:
            found.append(reader(reading, child))
        elif tag == "names":
            found.append(read_names(reading, child, read_elements))
        else:
            reading.unknown_element(tag, child, "", (*_READERS, "names"))
    reading.depth -= 1
    return tuple(found)


def _read_text(reading: Reading, element: etree._Element) -> Text:
    attributes = Attributes(reading, "text", element, _TEXT)
    sources = [name for name in _SOURCES if name in attributes.values]
    if not sources:
        raise attributes.error("says not what to write", f"add one of the attributes {', '.join(_SOURCES)}")
    if len(sources) > 1:
        attributes.notice("several-sources", f"has {' and '.join(sources)}; {sources[0]} is used")
    source = sources[0]
    value = attributes.text("value") if source == "value" else attributes.required(source)
    if source == "variable" and value not in TEXT_VARIABLES:
        check_words(attributes, "text variable", (value,), TEXT_VARIABLES)
    return Text(
        source=source,
        value=value,
        form=attributes.choice("form", TERM_FORMS, "long"),
        plural=attributes.flag("plural"),
        affixes=read_affixes(attributes),
        formatting=read_formatting(attributes),
        display=read_display(attributes),
        quotes=attributes.flag("quotes"),
        strip_periods=attributes.flag("strip-periods"),
        text_case=read_text_case(attributes),
        line=attributes.line,
    )


def _read_number(reading: Reading, element: etree._Element) -> NumberElement:
    attributes = Attributes(reading, "number", element, _NUMBER)
    variable = attributes.required("variable")
    check_words(attributes, "number variable", (variable,), NUMBER_VARIABLES)
    return NumberElement(
        variable=variable,
        form=attributes.choice("form", _NUMBER_FORMS, "numeric"),
        affixes=read_affixes(attributes),
        formatting=read_formatting(attributes),
        display=read_display(attributes),
        text_case=read_text_case(attributes),
        line=attributes.line,
    )


def _read_label(reading: Reading, element: etree._Element) -> Label:
    attributes = Attributes(reading, "label", element, _LABEL)
    variable = attributes.required("variable")
    check_words(attributes, "number variable", (variable,), NUMBER_VARIABLES)
    return Label(
        variable=variable,
        form=attributes.choice("form", TERM_FORMS, "long"),
        plural=attributes.choice("plural", PLURALS, "contextual"),
        affixes=read_affixes(attributes),
        formatting=read_formatting(attributes),
        strip_periods=attributes.flag("strip-periods"),
        text_case=read_text_case(attributes),
        line=attributes.line,
    )


def read_date(reading: Reading, element: etree._Element, in_locale: bool = False) -> DateElement:
    """`cs:date`: in a style, or a localised date format, which names a form and no variable."""
    attributes = Attributes(reading, "date", element, _LOCALE_DATE if in_locale else _DATE)
    if in_locale:
        attributes.required("form")
        variable = ""
    else:
        variable = attributes.required("variable")
        check_words(attributes, "date variable", (variable,), DATE_VARIABLES)
    parts: list[DatePart] = []
    for tag, child in reading.children(element):
        if tag == "date-part":
            parts.append(_read_date_part(reading, child))
        else:
            reading.unknown_element(tag, child, "date", ("date-part",))
    form = attributes.choice("form", _DATE_FORMS, "")
    if not form and not parts:
        attributes.notice("empty-date", "has neither a form nor date-parts and writes nothing")
    return DateElement(
        variable=variable,
        form=form,
        date_parts=attributes.choice("date-parts", _DATE_PARTS, "year-month-day"),
        parts=tuple(parts),
        delimiter=attributes.text("delimiter"),
        affixes=read_affixes(attributes),
        formatting=read_formatting(attributes),
        display=read_display(attributes),
        text_case=read_text_case(attributes),
        line=attributes.line,
    )


def _read_date_part(reading: Reading, element: etree._Element) -> DatePart:
    attributes = Attributes(reading, "date-part", element, _DATE_PART)
    attributes.required("name")
    name = attributes.choice("name", _PART_NAMES, "")
    return DatePart(
        name=name,
        form=attributes.choice("form", _PART_FORMS[name], ""),
        range_delimiter=attributes.optional_text("range-delimiter"),
        affixes=read_affixes(attributes),
        formatting=read_formatting(attributes),
        strip_periods=attributes.flag("strip-periods"),
        text_case=read_text_case(attributes),
        line=attributes.line,
    )


def _read_group(reading: Reading, element: etree._Element) -> Group:
    attributes = Attributes(reading, "group", element, _GROUP)
    return Group(
        children=read_elements(reading, element),
        delimiter=attributes.text("delimiter"),
        affixes=read_affixes(attributes),
        formatting=read_formatting(attributes),
        display=read_display(attributes),
        line=attributes.line,
    )


def _read_choose(reading: Reading, element: etree._Element) -> Choose:
    attributes = Attributes(reading, "choose", element, _NO_ATTRIBUTES)
    branches: list[Branch] = []
    has_else = False
    for tag, child in reading.children(element):
        if tag not in _BRANCH_TAGS:
            reading.unknown_element(tag, child, "choose", _BRANCH_TAGS)
            continue
        if has_else:
            attributes.notice("branch-after-else", f"cs:{tag} stands after cs:else and is never reached")
        elif not branches and tag != "if":
            attributes.notice("no-if", f"begins with cs:{tag}", "begin with cs:if")
        if tag == "else":
            has_else = True
            Attributes(reading, tag, child, _NO_ATTRIBUTES)
            branches.append(Branch((), "all", read_elements(reading, child), line=line_of(child)))
        else:
            branches.append(_read_branch(reading, tag, child))
    return Choose(tuple(branches), line=attributes.line)


_BRANCH_TAGS: Final = ("if", "else-if", "else")


def _read_branch(reading: Reading, tag: str, element: etree._Element) -> Branch:
    attributes = Attributes(reading, tag, element, _BRANCH)
    conditions: list[Condition] = []
    for test in attributes.values:
        known = _CONDITIONS.get(test)
        if known is not None:
            conditions.append(_read_condition(attributes, test, *known))
        elif test != "match":
            conditions.append(_never(test))
    if not conditions:
        attributes.notice("no-condition", "has no condition that CSL 1.0.2 knows and never holds")
        conditions.append(_never("nothing"))
    return Branch(
        conditions=tuple(conditions),
        match=attributes.choice("match", _MATCHES, "all"),
        children=read_elements(reading, element),
        line=attributes.line,
    )


def _read_condition(attributes: Attributes, test: str, kind: str, known: frozenset[str]) -> Condition:
    words = attributes.words(test)
    if not words:
        attributes.notice("empty-condition", f"{test} is empty and never holds")
        return _never(test)
    # Most conditions have one word; lists of types are long, and a set answers for all of them at once.
    unknown = [] if frozenset(words) <= known else [word for word in words if word not in known]
    if unknown and test in _CLOSED_CONDITIONS:
        raise attributes.error(f"{test}={unknown[0]!r} is not allowed", f"write one of: {', '.join(sorted(known))}")
    if unknown:
        check_words(attributes, kind, unknown, known)
    return Condition(test, words)


def _never(test: str) -> Condition:
    """A condition that does not hold, in place of one that cannot be understood.

    Left out, it would make its branch hold more often; no item has a type of this name.
    """
    return Condition("type", (f"?{test}",))


_Reader: TypeAlias = Callable[[Reading, etree._Element], Element]

_READERS: Final[Mapping[str, _Reader]] = {
    "text": _read_text,
    "number": _read_number,
    "label": _read_label,
    "date": read_date,
    "group": _read_group,
    "choose": _read_choose,
}
