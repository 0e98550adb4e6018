"""From the AST to executable nodes: one table from element class to compile function.

Everything that depends on the style and the locale alone is decided here, once; rendering is what is left.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from citekit.csl.authors import LeadingNamesNode
from citekit.csl.elements.choose import ChooseNode, compile_test
from citekit.csl.elements.date import compile_date
from citekit.csl.elements.group import grouped
from citekit.csl.elements.label import compile_label
from citekit.csl.elements.names import compile_names
from citekit.csl.elements.node import EMPTY, Node, SequenceNode, styled
from citekit.csl.elements.number import compile_number
from citekit.csl.elements.text import compile_text
from citekit.csl.scope import Scope
from citekit.csl.style import Choose, DateElement, Element, Group, Label, Names, NumberElement, Text

__all__ = ["compile_children", "compile_element", "compile_macro"]


def compile_children(children: tuple[Element, ...], scope: Scope, delimiter: str = "") -> Node:
    """The children as one node, with a delimiter between those that write something."""
    nodes = [compile_element(child, scope, delimiter) for child in children]
    written = tuple([node for node in nodes if node is not EMPTY])
    if not written:
        return EMPTY
    return written[0] if len(written) == 1 else SequenceNode(written, delimiter)


def compile_element(element: Element, scope: Scope, delimiter: str = "") -> Node:
    """The node of one element. `delimiter` is that of the element around: `cs:choose` hands it on to its branches."""
    if isinstance(element, Choose):
        node = _compile_choose(element, scope, delimiter)
    else:
        node = _COMPILERS[type(element)](element, scope)
    return node if scope.trace is None else scope.trace(element, node)


def compile_macro(name: str, scope: Scope) -> Node:
    """The node of a macro, compiled on the first call in this scope and shared afterwards."""
    node = scope.macros.get(name)
    if node is None:
        body = _compile_inside(scope.style.macros[name], scope)
        # A macro is suppressed as a group is: its terms vanish when the variables that it calls are empty.
        node = scope.macros[name] = grouped(body) if body is not EMPTY else EMPTY
    return node


def _compile_inside(children: tuple[Element, ...], scope: Scope, delimiter: str = "") -> Node:
    """The children of an element that is more than a branch of `cs:choose`."""
    scope.depth += 1
    node = compile_children(children, scope, delimiter)
    scope.depth -= 1
    return node


def _compile_choose(choose: Choose, scope: Scope, delimiter: str) -> Node:
    branches = [
        (compile_test(branch, scope), compile_children(branch.children, scope, delimiter)) for branch in choose.branches
    ]
    return ChooseNode(tuple(branches))


def _compile_group(group: Group, scope: Scope) -> Node:
    body = _compile_inside(group.children, scope, group.delimiter)
    if body is EMPTY:
        return EMPTY
    return styled(grouped(body), group.affixes, group.formatting, scope.block(group.display))


def _compile_text(text: Text, scope: Scope) -> Node:
    if text.source == "macro":
        # What a macro renders has cases of its own; the reference leaves them, and style authors see it so.
        body, text_case = compile_macro(text.value, scope), ""
    else:
        body, text_case = compile_text(text, scope), text.text_case
    return styled(
        body,
        text.affixes,
        text.formatting,
        scope.block(text.display),
        quotes=text.quotes,
        text_case=text_case,
        strips_periods=text.strip_periods,
    )


def _compile_names(names: Names, scope: Scope) -> Node:
    node = compile_names(names, scope, compile_element)
    return LeadingNamesNode(node) if scope.hides_author else node


_COMPILERS: Final[dict[type, Callable[[Any, Scope], Node]]] = {
    Text: _compile_text,
    NumberElement: compile_number,
    Label: compile_label,
    DateElement: compile_date,
    Group: _compile_group,
    Names: _compile_names,
}
