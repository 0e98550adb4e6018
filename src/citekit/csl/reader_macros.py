"""Macro calls: each must be defined, none may call itself, and together they may not grow without bounds.

CSL 1.0.2 specification, "Macro". A style of forty lines in which each macro calls the next one twice would write a
million million elements, and a long chain of macros is as deep as deeply nested elements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from citekit.csl.reader_xml import Reading, nearest
from citekit.csl.style import Choose, Element, Group, Names, Sort, Text
from citekit.errors import StyleError

__all__ = ["check_macros"]

MAX_EXPANDED_DEPTH: Final = 120
"""Depth of elements with macros in place of their calls; the deepest official style reaches 39."""

MAX_EXPANDED_SIZE: Final = 5_000_000
"""Number of elements with macros in place of their calls; the largest official style reaches 0.8 million."""


def check_macros(
    reading: Reading,
    macros: Mapping[str, tuple[Element, ...]],
    areas: Sequence[tuple[Element, ...]],
    sorts: Sequence[Sort | None],
) -> None:
    """Raise `StyleError` for a macro that is called and not defined, that calls itself, or that grows too large."""
    calls = {name: list(_calls(elements)) for name, elements in macros.items()}
    for found in [*calls.values(), *[list(_calls(elements)) for elements in areas]]:
        for call in found:
            if call.value not in macros:
                raise _undefined(reading, call.value, call.line, macros)
    for sort in sorts:
        for key in sort.keys if sort else ():
            if key.macro and key.macro not in macros:
                raise _undefined(reading, key.macro, key.line, macros)
    sizes: dict[str, tuple[int, int]] = {}
    for name in _callees_first(reading, calls):
        sizes[name] = _measure(macros[name], sizes)
        _check_size(reading, f"macro {name!r}", calls[name], sizes[name])
    for elements in areas:
        _check_size(reading, "cs:layout", list(_calls(elements)), _measure(elements, sizes))


def _check_size(reading: Reading, what: str, calls: Sequence[Text], measures: tuple[int, int]) -> None:
    size, depth = measures
    # The first call is a place near enough; without calls a file of bounded size is not too large.
    line = calls[0].line if calls else 0
    if depth > MAX_EXPANDED_DEPTH:
        raise reading.error(f"{what} is nested more than {MAX_EXPANDED_DEPTH} deep", line, _SIZE_REMEDY)
    if size > MAX_EXPANDED_SIZE:
        raise reading.error(f"{what} grows to {size} elements", line, _SIZE_REMEDY)


_SIZE_REMEDY: Final = "call fewer macros from macros"


def _undefined(reading: Reading, name: str, line: int, macros: Mapping[str, object]) -> StyleError:
    remedy = "the style defines no macro"
    if macros:
        near = nearest(name, macros)
        known = ", ".join(sorted(macros)[:20])
        remedy = f"nearest: {near}" if near else f"the style defines: {known}{', …' if len(macros) > 20 else ''}"
    return reading.error(f"macro {name!r} is called but not defined", line, remedy)


def _children(element: Element) -> tuple[Element, ...]:
    """The elements directly inside an element."""
    if isinstance(element, Group):
        return element.children
    if isinstance(element, Choose):
        return tuple([child for branch in element.branches for child in branch.children])
    if isinstance(element, Names):
        return element.substitute
    return ()


def _calls(elements: tuple[Element, ...]) -> Iterator[Text]:
    """Every `<text macro>` in elements, however deep, in the style's order."""
    waiting = list(reversed(elements))
    while waiting:
        element = waiting.pop()
        if isinstance(element, Text):
            if element.source == "macro":
                yield element
        else:
            waiting += reversed(_children(element))


def _callees_first(reading: Reading, calls: Mapping[str, Sequence[Text]]) -> list[str]:
    """The macros in an order in which each comes after those it calls; raises for a circle, and names it.

    Without recursion, because a chain of macros may be longer than Python's stack.
    """
    done: dict[str, None] = {}
    for start in calls:
        if start in done:
            continue
        path: dict[str, Iterator[Text]] = {start: iter(calls[start])}
        while path:
            name = next(reversed(path))
            call = next((one for one in path[name] if one.value not in done), None)
            if call is None:
                done[name] = None
                del path[name]
            elif call.value in path:
                names = list(path)
                circle = [*names[names.index(call.value) :], call.value]
                raise reading.error(
                    f"macro {call.value!r} calls itself: {' > '.join(circle)}", call.line, "take one of the calls out"
                )
            else:
                path[call.value] = iter(calls[call.value])
    return list(done)


def _measure(elements: tuple[Element, ...], sizes: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """How many elements there are with macros in place of calls, and how deep they go."""
    total = 0
    deepest = 0
    waiting = [(element, 1) for element in elements]
    while waiting:
        element, depth = waiting.pop()
        total += 1
        if isinstance(element, Text) and element.source == "macro":
            size, inner = sizes[element.value]
            total += size
            deepest = max(deepest, depth + inner)
        else:
            deepest = max(deepest, depth)
            waiting += [(child, depth + 1) for child in _children(element)]
    return total, deepest
