"""`cs:choose` and its conditions (CSL 1.0.2, "Choose").

A branch is tested by one node of its own; `match` says how its tests combine: all tests for all values, any test for
any value, or none.
"""

from __future__ import annotations

from typing import Final

from citekit.csl.cite import Position
from citekit.csl.elements.node import EMPTY, NOTHING, Narrowing, Node
from citekit.csl.scope import Scope
from citekit.csl.shapes import Shape
from citekit.csl.state import CiteState
from citekit.csl.style import Branch, Condition
from citekit.text.tokens import Tokens

__all__ = ["ChooseNode", "Test", "compile_test"]


class Test:
    """One condition with one value."""

    __slots__ = ()
    __test__ = False  # not a test case, whatever its name says to pytest

    def holds(self, cite: CiteState) -> bool:
        """Whether the condition is true for the cite."""
        raise AssertionError(f"{type(self).__name__} does not test")

    def narrow(self, shape: Shape) -> Test:
        """This test for items of one shape: `ALWAYS` or `NEVER` where the shape decides."""
        return self


class TypeTest(Test):
    """The item is of one of these types."""

    __slots__ = ("types",)

    def __init__(self, types: frozenset[str]) -> None:
        self.types = types

    def holds(self, cite: CiteState) -> bool:
        return cite.item.type in self.types

    def narrow(self, shape: Shape) -> Test:
        return ALWAYS if shape.type in self.types else NEVER


class VariableTest(Test):
    """The variable has a value."""

    __slots__ = ("variable",)

    def __init__(self, variable: str) -> None:
        self.variable = variable

    def holds(self, cite: CiteState) -> bool:
        return cite.has(self.variable)

    def narrow(self, shape: Shape) -> Test:
        has = shape.has(self.variable)
        return self if has is None else ALWAYS if has else NEVER


class NumericTest(Test):
    """The variable holds numeric content: numbers, with affixes and range or list delimiters."""

    __slots__ = ("variable",)

    def __init__(self, variable: str) -> None:
        self.variable = variable

    def holds(self, cite: CiteState) -> bool:
        number = cite.unsuppressed_number(self.variable)
        return number is not None and number.is_numeric

    def narrow(self, shape: Shape) -> Test:
        return NEVER if shape.has(self.variable) is False else self


class UncertainDateTest(Test):
    """The date is approximate or uncertain."""

    __slots__ = ("variable",)

    def __init__(self, variable: str) -> None:
        self.variable = variable

    def holds(self, cite: CiteState) -> bool:
        date = cite.item.date(self.variable)
        return date is not None and date.is_circa

    def narrow(self, shape: Shape) -> Test:
        return NEVER if shape.has(self.variable) is False else self


class LocatorTest(Test):
    """The cite has a locator of this kind. CSL 1.0.2 writes "sub-verbo", CSL-JSON also "sub verbo"."""

    __slots__ = ("label",)

    def __init__(self, label: str) -> None:
        self.label = label

    def holds(self, cite: CiteState) -> bool:
        return bool(cite.cite.locator) and (cite.cite.label or "page").replace(" ", "-") == self.label

    def narrow(self, shape: Shape) -> Test:
        return NEVER if shape.has("locator") is False else self


class PositionTest(Test):
    """The cite stands in one of these positions; ibid-with-locator is an ibid, and every ibid is subsequent."""

    __slots__ = ("positions",)

    def __init__(self, positions: frozenset[Position]) -> None:
        self.positions = positions

    def holds(self, cite: CiteState) -> bool:
        return cite.position in self.positions


class NearNoteTest(Test):
    """The item was cited a few notes before."""

    __slots__ = ()

    def holds(self, cite: CiteState) -> bool:
        return cite.near_note


class DisambiguateTest(Test):
    """Rendering this branch makes the cite unambiguous; false until disambiguation asks for it."""

    __slots__ = ()

    def holds(self, cite: CiteState) -> bool:
        cite.conditions_met += 1
        return cite.conditions_met <= cite.disambiguation.condition


class CombinedTest(Test):
    """Several tests, asked in their order until one decides."""

    __slots__ = ("tests",)

    def __init__(self, tests: tuple[Test, ...]) -> None:
        self.tests = tests

    def _narrowed(self, shape: Shape, deciding: Test) -> list[Test]:
        """The tests that are left, up to and with the first that decides."""
        left: list[Test] = []
        for test in self.tests:
            narrowed = test.narrow(shape)
            if narrowed is deciding:
                # Disambiguation counts its conditions as they are asked.
                counted = [one for one in left if isinstance(one, DisambiguateTest)]
                return [*counted, deciding]
            if narrowed is not ALWAYS and narrowed is not NEVER:
                left.append(narrowed)
        return left


class AllTest(CombinedTest):
    """Every test holds."""

    __slots__ = ()

    def holds(self, cite: CiteState) -> bool:
        for test in self.tests:
            if not test.holds(cite):
                return False
        return True

    def narrow(self, shape: Shape) -> Test:
        tests = self._narrowed(shape, NEVER)
        return AllTest(tuple(tests)) if len(tests) > 1 else tests[0] if tests else ALWAYS


class AnyTest(CombinedTest):
    """At least one test holds."""

    __slots__ = ()

    def holds(self, cite: CiteState) -> bool:
        for test in self.tests:
            if test.holds(cite):
                return True
        return False

    def narrow(self, shape: Shape) -> Test:
        tests = self._narrowed(shape, ALWAYS)
        return AnyTest(tuple(tests)) if len(tests) > 1 else tests[0] if tests else NEVER


class NoneTest(CombinedTest):
    """No test holds."""

    __slots__ = ()

    def holds(self, cite: CiteState) -> bool:
        for test in self.tests:
            if test.holds(cite):
                return False
        return True

    def narrow(self, shape: Shape) -> Test:
        tests = self._narrowed(shape, ALWAYS)
        return NEVER if tests == [ALWAYS] else NoneTest(tuple(tests)) if tests else ALWAYS


_POSITIONS: Final[dict[str, frozenset[Position]]] = {
    "first": frozenset({Position.FIRST}),
    "subsequent": frozenset({Position.SUBSEQUENT, Position.IBID, Position.IBID_WITH_LOCATOR}),
    "ibid": frozenset({Position.IBID, Position.IBID_WITH_LOCATOR}),
    "ibid-with-locator": frozenset({Position.IBID_WITH_LOCATOR}),
}
ALWAYS: Final = AllTest(())
NEVER: Final = AnyTest(())
_MATCHES: Final = {"all": AllTest, "any": AnyTest, "none": NoneTest}


class ChooseNode(Node):
    """Renders the first branch that holds."""

    __slots__ = ("branches", "is_grouped")

    def __init__(self, branches: tuple[tuple[Test, Node], ...]) -> None:
        self.branches = branches
        self.is_grouped = all([body.is_grouped for _, body in branches])

    def render(self, cite: CiteState, out: Tokens) -> int:
        for test, body in self.branches:
            if test.holds(cite):
                return body.render(cite, out) if body is not EMPTY else NOTHING
        return NOTHING

    def narrow(self, narrowing: Narrowing) -> Node:
        branches = []
        for test, body in self.branches:
            narrowed = test.narrow(narrowing.shape)
            if narrowed is NEVER:
                continue
            branches.append((narrowed, narrowing.part(body)))
            if narrowed is ALWAYS:
                break
        if not branches:
            return EMPTY
        return branches[0][1] if branches[0][0] is ALWAYS else ChooseNode(tuple(branches))


def compile_test(branch: Branch, scope: Scope) -> Test:
    """The test of one branch; `cs:else` always holds."""
    if not branch.conditions:
        return ALWAYS
    tests: list[Test] = []
    for condition in branch.conditions:
        tests += _compile_condition(condition, branch.match, scope)
    if branch.match != "none" and len(tests) == 1:
        return tests[0]
    return _MATCHES[branch.match](tuple(tests))


def _compile_condition(condition: Condition, match: str, scope: Scope) -> list[Test]:
    match condition.test:
        case "type":
            # No item is of two types, so `match="all"` says nothing about a list of types: many styles rely on the list
            # meaning any of them, which is how "matches the given types" is read by the reference processor.
            return [TypeTest(frozenset(condition.values))]
        case "variable":
            scope.facts.update(condition.values)
            return [VariableTest(one) for one in condition.values]
        case "is-numeric":
            return [NumericTest(one) for one in condition.values]
        case "is-uncertain-date":
            return [UncertainDateTest(one) for one in condition.values]
        case "locator":
            return [LocatorTest(one) for one in condition.values]
        case "position":
            scope.facts.add("position")
            return [_compile_position(one) for one in condition.values]
        case _:
            scope.facts.add("disambiguate")
            return [DisambiguateTest()]


def _compile_position(value: str) -> Test:
    return NearNoteTest() if value == "near-note" else PositionTest(_POSITIONS.get(value, frozenset()))
