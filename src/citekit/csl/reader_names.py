"""`cs:names` and what stands in it: name, name-part, et-al, label and substitute.

CSL 1.0.2 specification, "Names".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from lxml import etree

from citekit.csl.reader_parts import (
    AFFIXES,
    FORMATTING,
    NAME_OPTIONS,
    TERM_FORMS,
    check_words,
    read_affixes,
    read_display,
    read_formatting,
    read_name_options,
    read_text_case,
)
from citekit.csl.reader_xml import Attributes, Reading
from citekit.csl.style import Element, EtAl, Label, NameElement, NamePart, Names
from citekit.items.variables import NAME_VARIABLES

__all__ = ["LABEL_SHARED", "PLURALS", "read_names"]

ReadElements: TypeAlias = Callable[[Reading, etree._Element], tuple[Element, ...]]
"""Reads the rendering elements in an element; the flag says that they stand in a `cs:substitute`."""

_NAMES: Final = AFFIXES | FORMATTING | {"variable", "delimiter", "display"}
_NAME: Final = AFFIXES | FORMATTING | NAME_OPTIONS
_NAME_PART: Final = AFFIXES | FORMATTING | {"name", "text-case"}
_ET_AL: Final = FORMATTING | {"term"}
LABEL_SHARED: Final = AFFIXES | FORMATTING | {"form", "plural", "strip-periods", "text-case"}

PLURALS: Final = frozenset({"always", "never", "contextual"})
_PART_NAMES: Final = frozenset({"family", "given"})
_ET_AL_TERMS: Final = frozenset({"et-al", "and others"})
_VARIABLES: Final = NAME_VARIABLES | {"editortranslator"}
"""`editortranslator` is CSL 1.0's spelling of `editor-translator`."""


def read_names(reading: Reading, element: etree._Element, read_elements: ReadElements) -> Names:
    """`cs:names`, with its children in whatever order they stand."""
    attributes = Attributes(reading, "names", element, _NAMES)
    variables = tuple(attributes.required("variable").split())
    check_words(attributes, "name variable", variables, _VARIABLES)
    name: NameElement | None = None
    et_al: EtAl | None = None
    label: Label | None = None
    label_first = False
    substitute: tuple[Element, ...] = ()
    for tag, child in reading.children(element):
        if tag == "name":
            name = _read_name(reading, child)
            label_first = label is not None
        elif tag == "label":
            label = _read_names_label(reading, child)
        elif tag == "et-al":
            et_al = _read_et_al(reading, child)
        elif tag == "substitute":
            Attributes(reading, tag, child, frozenset())
            reading.substitutes += 1
            substitute = read_elements(reading, child)
            reading.substitutes -= 1
        else:
            reading.unknown_element(tag, child, "names", ("name", "et-al", "label", "substitute"))
    return Names(
        variables=variables,
        name=name,
        et_al=et_al,
        label=label,
        label_first=label_first,
        substitute=substitute,
        delimiter=attributes.optional_text("delimiter"),
        affixes=read_affixes(attributes),
        formatting=read_formatting(attributes),
        display=read_display(attributes),
        is_short=reading.substitutes > 0 and name is None and et_al is None and label is None and not substitute,
        line=attributes.line,
    )


def _read_name(reading: Reading, element: etree._Element) -> NameElement:
    attributes = Attributes(reading, "name", element, _NAME)
    parts: list[NamePart] = []
    for tag, child in reading.children(element):
        if tag == "name-part":
            parts.append(_read_name_part(reading, child))
        else:
            reading.unknown_element(tag, child, "name", ("name-part",))
    return NameElement(
        options=read_name_options(attributes),
        parts=tuple(parts),
        affixes=read_affixes(attributes),
        formatting=read_formatting(attributes),
        line=attributes.line,
    )


def _read_name_part(reading: Reading, element: etree._Element) -> NamePart:
    attributes = Attributes(reading, "name-part", element, _NAME_PART)
    attributes.required("name")
    return NamePart(
        name=attributes.choice("name", _PART_NAMES, ""),
        affixes=read_affixes(attributes),
        formatting=read_formatting(attributes),
        text_case=read_text_case(attributes),
    )


def _read_et_al(reading: Reading, element: etree._Element) -> EtAl:
    attributes = Attributes(reading, "et-al", element, _ET_AL)
    return EtAl(term=attributes.choice("term", _ET_AL_TERMS, "et-al"), formatting=read_formatting(attributes))


def _read_names_label(reading: Reading, element: etree._Element) -> Label:
    """The label in `cs:names`, which names its variable by where it stands."""
    attributes = Attributes(reading, "label", element, LABEL_SHARED)
    return Label(
        variable="",
        form=attributes.choice("form", TERM_FORMS, "long"),
        plural=attributes.choice("plural", PLURALS, "contextual"),
        affixes=read_affixes(attributes),
        formatting=read_formatting(attributes),
        strip_periods=attributes.flag("strip-periods"),
        text_case=read_text_case(attributes),
        line=attributes.line,
    )
