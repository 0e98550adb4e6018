"""How a style came to what it wrote: the tree of the elements that were called for one item.

The style is compiled a second time with a listener on every node, so that ordinary rendering knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from citekit.csl.cite import Cite
from citekit.csl.compiled_style import Style
from citekit.csl.describe import describe_branch, describe_element
from citekit.csl.document import Document
from citekit.csl.elements.choose import ChooseNode, Test
from citekit.csl.elements.narrowed import NarrowedNode
from citekit.csl.elements.node import CALLED, EMPTY, FOUND, NOTHING, WROTE, Node
from citekit.csl.scope import Scope
from citekit.csl.state import CiteState
from citekit.csl.style import Branch, Choose, DateElement, Element, Group, Label, Names, NumberElement, Text
from citekit.errors import UsageError
from citekit.items.item import Item
from citekit.text.tokens import Tokens, plain_text

__all__ = ["Explanation", "Step", "explain"]

_MOST_SHOWN: Final = 70
_CALLED_ONLY: Final = "no value"


@dataclass(slots=True)
class Step:
    """One element that was called: what it is, where it stands, what it wrote or why it wrote nothing."""

    what: str
    line: int = 0
    status: int = NOTHING
    """The bits of the rendering contract: `CALLED`, `FOUND`, `WROTE`."""

    text: str = ""
    """What was written, affixes included; what an element around it took back is still shown here."""

    reason: str = ""
    """Why nothing was written, or what else is worth knowing."""

    steps: list[Step] = field(default_factory=list)

    @property
    def wrote(self) -> bool:
        """Whether text came out."""
        return bool(self.status & WROTE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The citation or the bibliography entry of an item, and the steps that led to it."""

    area: str
    """"citation" or "bibliography"."""

    text: str
    """The whole text after punctuation was settled, as plain text."""

    root: Step

    def tree(self, *, only_written: bool = False) -> str:
        """The steps as lines of text, indented; with `only_written`, only those that wrote something."""
        return "\n".join([f"{self.area}: {_one_line(self.text)}", *_lines(self.root.steps, "", only_written)])


def explain(style: Style, items: Sequence[Item], key: str) -> list[Explanation]:
    """How the style renders the item `key` among `items`: its citation, then its bibliography entry if there is one.

    Raises `UsageError` where no item has that id.

    >>> from citekit.csl import load_style
    >>> style = load_style("apa")
    >>> for one in explain(style, [Item("a", "book", {"title": "Essais"})], "a"):
    ...     print(one.area, one.text)
    citation (Essais, n.d.)
    bibliography Essais. (n.d.).
    """
    if all(item.id != key for item in items):
        raise UsageError(f"no item has the id {key!r}", remedy="give the key of an entry of the file")
    listener = _Listener(key)
    traced = _TracedStyle(style, listener)
    document = Document(traced, items)
    entries = {entry.id: entry.text for entry in document.bibliography()}
    found = [Explanation("citation", document.cite([Cite(key)], output="text"), listener.roots["citation"])]
    if "bibliography" in listener.roots:
        found.append(Explanation("bibliography", entries.get(key, ""), listener.roots["bibliography"]))
    return found


class _Listener:
    """Hears every node while the item `key` is rendered; of several renderings it keeps the last."""

    __slots__ = ("_open", "key", "roots")

    def __init__(self, key: str) -> None:
        self.key = key
        self.roots: dict[str, Step] = {}
        self._open: list[Step] = []

    @property
    def is_listening(self) -> bool:
        """Whether the item in question is being rendered."""
        return bool(self._open)

    @property
    def current(self) -> Step:
        """The innermost step that is open."""
        return self._open[-1]

    def begin(self, area: str) -> Step:
        """A new rendering."""
        self._open = [Step(area)]
        return self._open[0]

    def end(self, area: str) -> None:
        """The rendering is over; keep it."""
        self.roots[area] = self._open[0]
        self._open = []

    def enter(self, step: Step) -> None:
        """A step inside the one that is open."""
        self._open[-1].steps.append(step)
        self._open.append(step)

    def reenter(self) -> None:
        """Open the last step again: the branch whose test has just held."""
        self._open.append(self._open[-1].steps[-1])

    def leave(self) -> None:
        """Close the step that is open."""
        self._open.pop()


class _TracedStyle(Style):
    """The same style with a listener on its nodes."""

    def __init__(self, style: Style, listener: _Listener) -> None:
        self._listener = listener
        super().__init__(
            style.source, style.locale, style.notices, spaces=style.spaces, french_order=style.french_order
        )
        self.citation_node = NarrowedNode(_RootNode(self.citation_node.whole, listener, "citation"))
        if self.source.bibliography is not None:
            self.bibliography_node = NarrowedNode(_RootNode(self.bibliography_node.whole, listener, "bibliography"))

    def _scope(self, area: str, hides_author: bool = False) -> Scope:
        scope = super()._scope(area, hides_author)
        scope.trace = self._trace
        return scope

    def _trace(self, element: Element, node: Node) -> Node:
        if isinstance(element, Choose) and isinstance(node, ChooseNode):
            node = self._traced_branches(element, node)
        return _TracedNode(element, node, self._listener)

    def _traced_branches(self, choose: Choose, node: ChooseNode) -> ChooseNode:
        traced: list[tuple[Test, Node]] = []
        for i, (branch, (test, body)) in enumerate(zip(choose.branches, node.branches, strict=True)):
            inner = body if body is EMPTY else _BranchNode(body, self._listener)
            traced.append((_TracedTest(branch, i == 0, test, self._listener), inner))
        return ChooseNode(tuple(traced))


class _RootNode(Node):
    """A layout: listens when its item comes and the rendering is for printing."""

    __slots__ = ("area", "body", "listener")

    def __init__(self, body: Node, listener: _Listener, area: str) -> None:
        self.body = body
        self.listener = listener
        self.area = area

    def render(self, cite: CiteState, out: Tokens) -> int:
        """Append what the layout appends."""
        # What is rendered for comparing, in disambiguation, is not what is printed.
        if cite.item.id != self.listener.key or cite.seeks_clashes:
            return self.body.render(cite, out)
        step = self.listener.begin(self.area)
        step.status = self.body.render(cite, out)
        self.listener.end(self.area)
        return step.status


class _TracedNode(Node):
    """A node with the element that it was compiled from."""

    __slots__ = ("body", "element", "listener")

    def __init__(self, element: Element, body: Node, listener: _Listener) -> None:
        self.element = element
        self.body = body
        self.listener = listener

    def render(self, cite: CiteState, out: Tokens) -> int:
        """Append what the node appends."""
        if not self.listener.is_listening:
            return self.body.render(cite, out)
        step = Step(self.describe(), self.element.line)
        self.listener.enter(step)
        if cite.shown_names is None:
            cite.shown_names = []
        start, lists = len(out), len(cite.shown_names)
        status = step.status = self.body.render(cite, out)
        self.listener.leave()
        if status & WROTE:
            step.text = plain_text(out[start:])
            if isinstance(self.element, Names) and len(cite.shown_names) > lists:
                step.reason = _count([(len(one.names), one.total) for one in cite.shown_names[lists:]])
        else:
            is_empty = self.body is EMPTY
            step.reason = "defined as empty, or not at all" if is_empty else _reason(self.element, status, cite)
        return status

    def describe(self) -> str:
        """The element in the words of CSL."""
        return describe_element(self.element)


class _TracedTest(Test):
    """The test of a branch, heard."""

    __slots__ = ("body", "branch", "is_first", "listener")

    def __init__(self, branch: Branch, is_first: bool, body: Test, listener: _Listener) -> None:
        self.branch = branch
        self.is_first = is_first
        self.body = body
        self.listener = listener

    def holds(self, cite: CiteState) -> bool:
        """Whether the branch is taken."""
        holds = self.body.holds(cite)
        if self.listener.is_listening:
            reason = "holds" if holds else "does not hold"
            self.listener.enter(Step(describe_branch(self.branch, self.is_first), self.branch.line, reason=reason))
            self.listener.leave()
        return holds


class _BranchNode(Node):
    """What stands in a branch that was taken: its steps belong to the branch."""

    __slots__ = ("body", "listener")

    def __init__(self, body: Node, listener: _Listener) -> None:
        self.body = body
        self.listener = listener

    def render(self, cite: CiteState, out: Tokens) -> int:
        """Append what the branch appends."""
        if not self.listener.is_listening:
            return self.body.render(cite, out)
        self.listener.reenter()
        step = self.listener.current
        start = len(out)
        status = step.status = self.body.render(cite, out)
        if status & WROTE:
            step.text = plain_text(out[start:])
        self.listener.leave()
        return status


def _reason(element: Element, status: int, cite: CiteState) -> str:
    """Why an element that was called wrote nothing."""
    if isinstance(element, Choose):
        return "" if status & CALLED else "no branch writes anything"
    if isinstance(element, Group) or (isinstance(element, Text) and element.source == "macro"):
        return "left out: it calls variables, and none has a value" if status & CALLED else "nothing in it writes"
    if isinstance(element, Label):
        return f"{element.variable}: {_CALLED_ONLY}"
    printed = [name for name in _variables(element) if name in cite.suppressed]
    if printed:
        return f"{', '.join(printed)}: printed already, in place of names"
    if isinstance(element, Names | DateElement | NumberElement) or element.source == "variable":
        found = [name for name in _variables(element) if cite.has(name)]
        # A date without the parts asked for, names of which et-al leaves none.
        return f"{', '.join(found)}: nothing of it is shown" if found else _CALLED_ONLY
    return ""


def _variables(element: Element) -> tuple[str, ...]:
    if isinstance(element, Names):
        return element.variables
    if isinstance(element, DateElement | NumberElement):
        return (element.variable,)
    return (element.value,) if isinstance(element, Text) and element.source == "variable" else ()


def _count(lists: Sequence[tuple[int, int]]) -> str:
    hidden = [f"{shown} of {total} names" for shown, total in lists if shown < total]
    return ", ".join(hidden)


def _lines(steps: Sequence[Step], indent: str, only_written: bool) -> Iterator[str]:
    shown = [step for step in steps if step.wrote or not only_written]
    for i, step in enumerate(shown):
        is_last = i + 1 == len(shown)
        yield f"{indent}{'└─ ' if is_last else '├─ '}{_line(step)}"
        yield from _lines(step.steps, indent + ("   " if is_last else "│  "), only_written)


def _line(step: Step) -> str:
    place = f"  (line {step.line})" if step.line else ""
    result = f' -> "{_shortened(step.text)}"' if step.wrote else ""
    reason = f" [{step.reason}]" if step.reason else ""
    found = " [found]" if not step.wrote and step.status & FOUND else ""
    return f"{step.what}{place}{result}{reason}{found}"


def _shortened(text: str) -> str:
    """The beginning and the end of a long text."""
    text = _one_line(text)
    if len(text) <= _MOST_SHOWN:
        return text
    half = _MOST_SHOWN // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
