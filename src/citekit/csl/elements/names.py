"""`cs:names`: one or more name variables, their labels, and what stands in for them when there are none.

CSL 1.0.2 specification, "Names", "Substitute", "Label in cs:names". A substitute takes the place of the names for the
rest of the cite too: variables that it printed are empty afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from typing import Final

from citekit.csl.elements.choose import ChooseNode, Test, compile_test
from citekit.csl.elements.label import NamesLabel, compile_names_label
from citekit.csl.elements.name import SORT_SPACE
from citekit.csl.elements.name_list import NAME_LIST_FIELD, NameList
from citekit.csl.elements.node import (
    CALLED,
    EMPTY,
    FOUND,
    MISSING,
    SUBSTITUTED,
    WROTE,
    FirstNode,
    Narrowing,
    Node,
    WrappingNode,
    styled,
)
from citekit.csl.known_names import KnownName
from citekit.csl.scope import Scope, inherit
from citekit.csl.state import CiteState
from citekit.csl.style import (
    NO_FORMATTING,
    Choose,
    Element,
    EtAl,
    Group,
    NameElement,
    NameOptions,
    Names,
    Text,
)
from citekit.text.tokens import FIELD, Tokens, mark

__all__ = ["NAMES_FIELD", "WORDS_FIELD", "compile_names"]

NAMES_FIELD: Final = mark(FIELD, "names")
"""Around everything that a `cs:names` writes, affixes included: grouping and collapsing look for it."""

WORDS_FIELD: Final = mark(FIELD, "words")
"""Around a substitute that holds no variable of the item: "Anon." is nobody's name, and is not replaced as one is."""

CompileElement = Callable[[Element, Scope], Node]

_ROLE_PAIR: Final = frozenset({"editor", "translator"})


class NamesNode(Node):
    """The variables of a `cs:names`, or the first substitute that writes something."""

    __slots__ = (
        "delimiter",
        "is_grouped",
        "is_role_pair",
        "is_simple",
        "label",
        "label_first",
        "list",
        "marks_names",
        "substitutes",
        "variables",
    )

    def __init__(
        self,
        variables: tuple[str, ...],
        name_list: NameList,
        label: NamesLabel | None,
        label_first: bool,
        delimiter: str,
        substitutes: tuple[Node, ...],
        marks_names: bool,
    ) -> None:
        self.variables = variables
        self.is_role_pair = len(variables) == 2 and {*variables} == _ROLE_PAIR
        self.list = name_list
        self.is_simple = len(variables) == 1 and not name_list.is_count
        """Whether it is one list of names or none."""

        self.label = label
        self.label_first = label_first
        self.delimiter = delimiter
        self.substitutes = substitutes
        self.is_grouped = all([one.is_grouped for one in substitutes])
        self.marks_names = marks_names

    def render(self, cite: CiteState, out: Tokens) -> int:
        if self.is_simple:
            variable = self.variables[0]
            names = cite.names(variable)
            if not names:
                return self._render_substitute(cite, out)
            start = len(out)
            if self._render_list(variable, names, cite, out):
                return CALLED | FOUND | WROTE
            del out[start:]
            return CALLED
        lists = self._lists(cite)
        if self.list.is_count:
            return self._render_count(lists, cite, out)
        wrote = False
        for variable, names in lists:
            start = len(out)
            if wrote and self.delimiter:
                out.append(self.delimiter)
            if self._render_list(variable, names, cite, out):
                wrote = True
            else:
                del out[start:]
        if wrote:
            return CALLED | FOUND | WROTE
        return self._render_substitute(cite, out) if not lists else CALLED

    def _lists(self, cite: CiteState) -> list[tuple[str, tuple[KnownName, ...]]]:
        """The variables that have names; editor and translator become one where they are the same people."""
        lists: list[tuple[str, tuple[KnownName, ...]]] = []
        for variable in self.variables:
            names = cite.names(variable)
            if names:
                lists.append((variable, names))
        if (
            len(lists) == 2
            and self.is_role_pair
            and lists[0][1] == lists[1][1]
            and (self.label is None or self.label.has_term("editortranslator"))
        ):
            return [("editortranslator", lists[0][1])]
        return lists

    def _render_list(self, variable: str, names: tuple[KnownName, ...], cite: CiteState, out: Tokens) -> bool:
        if self.label is not None and self.label_first:
            self.label.render(variable, len(names) > 1, cite, out)
        if self.marks_names:
            out.append(NAME_LIST_FIELD)
            wrote = self.list.render(names, cite, out)
            out.append(NAME_LIST_FIELD.partner)
        else:
            wrote = self.list.render(names, cite, out)
        if wrote and self.label is not None and not self.label_first:
            self.label.render(variable, len(names) > 1, cite, out)
        return wrote

    def _render_count(self, lists: list[tuple[str, tuple[KnownName, ...]]], cite: CiteState, out: Tokens) -> int:
        if not lists:
            status = self._render_substitute(cite, out)
            if status & WROTE or not self.list.is_sorting:
                return status
            # As in the reference, works of nobody sort before those of one author.
        count = 0
        for _, names in lists:
            count += self.list.shown_count(names, cite, cite.names_rendered)
        if not count and not self.list.is_sorting:
            return CALLED
        out.append(f"{count:05d}" if self.list.is_sorting else str(count))
        return CALLED | FOUND | WROTE

    def _render_substitute(self, cite: CiteState, out: Tokens) -> int:
        outer = cite.recording
        for node in self.substitutes:
            cite.recording = set()
            start = len(out)
            status = node.render(cite, out)
            used = cite.recording
            cite.recording = outer
            if status & WROTE:
                if outer is not None:
                    outer |= used
                cite.suppressed |= used
                if not used and self.marks_names:
                    out.insert(start, WORDS_FIELD)
                    out.append(WORDS_FIELD.partner)
                # A bare term is no value: a group or macro that holds nothing else than these names is empty.
                return CALLED | (status & FOUND) | WROTE | SUBSTITUTED
            del out[start:]
        return CALLED

    def narrow(self, narrowing: Narrowing) -> Node:
        narrowed = copy(self)
        narrowed.variables = tuple([one for one in self.variables if narrowing.shape.has(one) is not False])
        narrowed.is_simple = len(narrowed.variables) == 1 and not self.list.is_count
        substitutes = [narrowing.part(node) for node in self.substitutes]
        narrowed.substitutes = tuple([node for node in substitutes if node is not EMPTY and node is not MISSING])
        # A sort key counts nobody too.
        counts_nobody = self.list.is_count and self.list.is_sorting
        return narrowed if narrowed.variables or narrowed.substitutes or counts_nobody else MISSING


class FieldedNode(WrappingNode):
    """Sets field marks around what another node writes.

    `variables` are all those that can make it write, substitutes included; they are empty where anything may. Most
    names elements of a style find no names, so they are asked first. Where nobody looks for names there are no marks.
    """

    __slots__ = ("is_grouped", "marks_names", "variables")

    def __init__(self, body: Node, variables: tuple[str, ...], marks_names: bool) -> None:
        self.body = body
        self.is_grouped = body.is_grouped
        self.variables = variables
        self.marks_names = marks_names

    def render(self, cite: CiteState, out: Tokens) -> int:
        if self.variables and not cite.item.has_any(self.variables):
            return CALLED
        if not self.marks_names:
            return self.body.render(cite, out) & ~SUBSTITUTED
        start = len(out)
        out.append(NAMES_FIELD)
        status = self.body.render(cite, out)
        if not status & WROTE:
            del out[start:]
            return status
        out.append(NAMES_FIELD.partner)
        return status & ~SUBSTITUTED

    def narrow(self, narrowing: Narrowing) -> Node:
        if self.variables and not any([narrowing.shape.has(one) is not False for one in self.variables]):
            return MISSING
        return super().narrow(narrowing)

    def around(self, body: Node) -> Node:
        # What is left has been found to be there.
        return FieldedNode(body, (), self.marks_names)


def _all_variables(names: Names) -> tuple[str, ...]:
    """The variables of the element and its substitutes, or none where a substitute is more than names."""
    variables = list(names.variables)
    for child in names.substitute:
        if not isinstance(child, Names) or child.substitute:
            return ()
        variables += child.variables
    return tuple(variables)


def compile_names(names: Names, scope: Scope, compile_element: CompileElement) -> Node:
    """The node of a `cs:names`; `compile_element` compiles what stands in its substitute."""
    name = names.name or NameElement()
    options = inherit(scope.options, name.options)
    if scope.is_sorting:
        # CSL 1.0.2, "Sorting Macros": names in sort keys are inverted, and labels and et-al are left out.
        options = _sorting_options(options, scope)
    delimiter = names.delimiter if names.delimiter is not None else options.names_delimiter
    label = compile_names_label(names.label, names.variables, scope) if names.label and not scope.is_sorting else None
    node: Node = NamesNode(
        names.variables,
        NameList(name, names.et_al or EtAl(), options, scope),
        label,
        names.label_first,
        delimiter or "",
        _compile_substitutes(names, scope, compile_element),
        scope.marks_names,
    )
    if scope.is_sorting:
        return node
    node = styled(node, names.affixes, names.formatting, scope.block(names.display))
    return FieldedNode(node, _all_variables(names), scope.marks_names)


def _sorting_options(options: NameOptions, scope: Scope) -> NameOptions:
    key = scope.sort_key
    options = replace(options, name_as_sort_order="all", delimiter=SORT_SPACE, and_=None)
    if key is None:
        return options
    if key.names_min is not None:
        options = replace(options, et_al_min=key.names_min)
    if key.names_use_first is not None:
        options = replace(options, et_al_use_first=key.names_use_first)
    return options


def _compile_substitutes(names: Names, scope: Scope, compile_element: CompileElement) -> tuple[Node, ...]:
    nodes = []
    for child in names.substitute:
        if isinstance(child, Text) and child.source == "term" and scope.locale.term(child.value, child.form) == "":
            # A term that is defined as empty is a substitute that prints nothing: what comes after is not tried.
            break
        nodes.append(_compile_substitute(child, names, scope, compile_element))
    return tuple(nodes)


def _compile_substitute(child: Element, names: Names, scope: Scope, compile_element: CompileElement) -> Node:
    scope.depth += 1
    node = _compile_alternative(_completed(child, names), scope, compile_element)
    scope.depth -= 1
    return node


def _compile_alternative(element: Element, scope: Scope, compile_element: CompileElement) -> Node:
    """One element of a substitute; what stands in the branches of a `cs:choose` are alternatives as well."""
    if not isinstance(element, Choose):
        return compile_element(element, scope)
    branches: list[tuple[Test, Node]] = []
    for branch in element.branches:
        found = [_compile_alternative(child, scope, compile_element) for child in branch.children]
        children = tuple([one for one in found if one is not EMPTY])
        body = FirstNode(children) if len(children) > 1 else children[0] if children else EMPTY
        branches.append((compile_test(branch, scope), body))
    node = ChooseNode(tuple(branches))
    return node if scope.trace is None else scope.trace(element, node)


def _completed(child: Element, names: Names) -> Element:
    """The element with its short cs:names completed by cs:name, cs:et-al and cs:label of the cs:names around it."""
    if isinstance(child, Names) and child.is_short:
        return replace(
            child,
            name=names.name,
            et_al=names.et_al,
            label=names.label,
            label_first=names.label_first,
            delimiter=child.delimiter if child.delimiter is not None else names.delimiter,
            affixes=child.affixes or names.affixes,
            formatting=child.formatting if child.formatting != NO_FORMATTING else names.formatting,
        )
    if isinstance(child, Group):
        return replace(child, children=tuple([_completed(one, names) for one in child.children]))
    if isinstance(child, Choose):
        branches = [
            replace(branch, children=tuple([_completed(one, names) for one in branch.children]))
            for branch in child.branches
        ]
        return replace(child, branches=tuple(branches))
    return child
