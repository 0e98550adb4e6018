"""Whether a style must print something for an item, read off the AST: the engine has no say in it.

The answer errs towards no. Yes means that some variable of the item is reached and cannot vanish; what hangs on terms
alone or on disambiguation counts as no. A cite counts as the first of its item, without a locator.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from citekit.csl.style import (
    Branch,
    Choose,
    Condition,
    DateElement,
    Element,
    Group,
    Names,
    NumberElement,
    StyleSource,
    Text,
)
from citekit.items import Item
from citekit.items.variables import DATE_VARIABLES, NAME_VARIABLES

__all__ = ["must_print"]


@dataclass(frozen=True, slots=True)
class _Case:
    """What is rendered: an item, in a citation or in the bibliography, with the macros at hand."""

    item: Item
    macros: Mapping[str, tuple[Element, ...]]
    is_cite: bool


def must_print(style: StyleSource, area: str, item: Item) -> bool:
    """Whether the layout of "citation" or "bibliography" certainly writes a variable of the item."""
    section = style.citation if area == "citation" else style.bibliography
    return section is not None and _any_writes(section.layout.children, _Case(item, style.macros, area == "citation"))


def _any_writes(elements: tuple[Element, ...], case: _Case) -> bool:
    return any(_writes(element, case) for element in elements)


def _writes(element: Element, case: _Case) -> bool:
    item = case.item
    if isinstance(element, Text):
        if element.source == "macro":
            return _any_writes(case.macros[element.value], case)
        return element.source == "variable" and bool(item.text(element.value).strip())
    if isinstance(element, NumberElement):
        return bool(item.text(element.variable).strip())
    if isinstance(element, DateElement):
        date = item.date(element.variable)
        has_year = bool(element.form) or any(part.name == "year" for part in element.parts)
        return date is not None and date.start is not None and has_year
    if isinstance(element, Names):
        # Et-al may be set to show no name at all.
        return _shows_names(element) and any(item.names(variable) for variable in element.variables)
    if isinstance(element, Group):
        return _any_writes(element.children, case)
    if isinstance(element, Choose):
        return _choose_writes(element, case)
    return False


def _shows_names(names: Names) -> bool:
    options = names.name.options if names.name else None
    return options is None or (options.form != "count" and options.et_al_use_first != 0)


def _choose_writes(choose: Choose, case: _Case) -> bool:
    """The branch taken writes; where a condition cannot be judged, every branch that may be taken has to."""
    may_be_none = True
    reachable: list[Branch] = []
    for branch in choose.branches:
        holds = _holds(branch, case)
        if holds is not False:
            reachable.append(branch)
        if holds is True:
            may_be_none = False
            break
    if may_be_none:
        return False
    return all(_any_writes(branch.children, case) for branch in reachable)


def _holds(branch: Branch, case: _Case) -> bool | None:
    """Whether the branch holds; `None` where that cannot be said here."""
    answers = [answer for condition in branch.conditions for answer in _answers(condition, case)]
    if not branch.conditions:
        return True
    if branch.match == "none":
        answers = [None if answer is None else not answer for answer in answers]
    if branch.match == "any":
        return True if True in answers else None if None in answers else False
    return False if False in answers else None if None in answers else True


def _answers(condition: Condition, case: _Case) -> list[bool | None]:
    return [_answer(condition.test, value, case) for value in condition.values]


def _answer(test: str, value: str, case: _Case) -> bool | None:
    item = case.item
    if test == "type":
        return item.type == value
    if test == "variable" and value in item.variables:
        return True
    if test == "variable" and value in NAME_VARIABLES | DATE_VARIABLES:
        return False
    if test == "is-uncertain-date":
        date = item.date(value)
        return date is not None and date.is_circa
    if test == "is-numeric" and item.text(value).isdecimal():
        return True
    if test == "locator":
        return False
    if test == "position":
        return case.is_cite and value == "first"
    return None
