"""Elements of a style in the words of CSL: `text variable="title" form="short"`.

For people who read a style beside what it writes. Attributes at their defaults are left out; `cs:name` and `cs:et-al`
stand in brackets after their `cs:names`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Final

from citekit.csl.style import (
    NO_AFFIXES,
    NO_FORMATTING,
    Affixes,
    Branch,
    Choose,
    DateElement,
    Element,
    Formatting,
    Group,
    Label,
    NameElement,
    NameOptions,
    Names,
    NumberElement,
    Text,
)

__all__ = ["describe_branch", "describe_element"]

_TAGS: Final[dict[type, str]] = {
    Text: "text",
    NumberElement: "number",
    Label: "label",
    DateElement: "date",
    Group: "group",
    Choose: "choose",
    Names: "names",
}

_NOT_ATTRIBUTES: Final = frozenset(
    {"line", "children", "branches", "parts", "substitute", "name", "et_al", "label", "label_first", "is_short"}
    | {"source", "value"}
)
"""Fields that hold other elements, or that say what others show better."""


def describe_element(element: Element) -> str:
    """An element with its attributes.

    >>> describe_element(Text("variable", "title", form="short"))
    'text variable="title" form="short"'
    """
    words = [_TAGS[type(element)]]
    if isinstance(element, Text):
        words.append(f'{element.source}="{element.value}"')
    words += _attributes(element)
    if isinstance(element, Names):
        words += _parts_of_names(element)
    if isinstance(element, DateElement) and element.parts:
        words.append(f"[{' '.join([_date_part(part.name, part.form) for part in element.parts])}]")
    return " ".join(words)


def describe_branch(branch: Branch, is_first: bool) -> str:
    """`cs:if`, `cs:else-if` or `cs:else` with its conditions.

    >>> describe_branch(Branch((), "all", ()), False)
    'else'
    """
    if not branch.conditions:
        return "else"
    words = ["if" if is_first else "else-if"]
    words += [f'{condition.test}="{" ".join(condition.values)}"' for condition in branch.conditions]
    if branch.match != "all":
        words.append(f'match="{branch.match}"')
    return " ".join(words)


def _attributes(element: Element | NameElement) -> Iterator[str]:
    """The attributes that are not at their defaults, in the order of the dataclass."""
    for one in fields(element):
        if one.name in _NOT_ATTRIBUTES:
            continue
        value = getattr(element, one.name)
        if isinstance(value, Affixes | Formatting | NameOptions):
            if value not in (NO_AFFIXES, NO_FORMATTING):
                yield from _members(value)
        elif value != one.default and (value or one.default is not MISSING):
            yield _attribute(one.name, value)


def _members(value: Affixes | Formatting | NameOptions) -> Iterator[str]:
    for one in fields(value):
        member = getattr(value, one.name)
        if member not in ("", None):
            yield _attribute(one.name, member)


def _attribute(name: str, value: object) -> str:
    if isinstance(value, bool):
        value = str(value).lower()
    elif isinstance(value, tuple):
        value = " ".join(value)
    # `cs:names` has its variables in one attribute; `and_` is a keyword of Python's.
    name = "variable" if name == "variables" else name.rstrip("_").replace("_", "-")
    return f'{name}="{value}"'


def _parts_of_names(names: Names) -> Iterator[str]:
    if names.name is not None:
        yield f"[{' '.join(['name', *_attributes(names.name)])}]"
    if names.et_al is not None:
        yield f"[et-al {_attribute('term', names.et_al.term)}]"
    if names.label is not None:
        yield f"[{' '.join(['label', *_attributes(names.label)])}]"


def _date_part(name: str, form: str) -> str:
    return f"{name}:{form}" if form else name
