"""RDF/XML read into nodes with their statements in order, as far as bibliographies use it.

RDF 1.1 XML Syntax, "striped" node and property elements: `rdf:about`, `rdf:ID`, `rdf:nodeID`, `rdf:resource`,
property attributes, `rdf:li`. Reification, `xml:base`, and literals of XML are left out, since no writer here uses
them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from lxml import etree

from citekit.errors import InputError, Location

__all__ = ["RDF", "Node", "read_graph"]

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_SYNTAX: Final = frozenset(RDF + name for name in ("about", "ID", "nodeID", "resource", "datatype", "parseType"))


@dataclass(slots=True, eq=False)
class Node:
    """A thing that statements are made of; `line` is where its element begins."""

    identifier: str
    type: str = ""
    statements: dict[str, list[Value]] = field(default_factory=dict)
    is_target: bool = False
    """Whether another node points here."""
    line: int = 0

    def texts(self, *properties: str) -> list[str]:
        """The literals of the first of the properties that has any."""
        for name in properties:
            found = [one for one in self.statements.get(name, ()) if isinstance(one, str)]
            if found:
                return found
        return []

    def text(self, *properties: str) -> str:
        """The first literal of the properties, or the empty string."""
        return next(iter(self.texts(*properties)), "")

    def nodes(self, name: str) -> list[Node]:
        """The nodes that a property leads to."""
        return [one for one in self.statements.get(name, ()) if isinstance(one, Node)]


Value: TypeAlias = str | Node


def read_graph(text: str, file: str = "") -> list[Node]:
    """All nodes of an RDF/XML text, in the order in which they are first named.

    Raises `InputError` where the text is not XML or not RDF.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        remedy = "check how the file was made"
        raise InputError(f"this is not XML: {error.msg}", Location(file, line, column), remedy) from error
    if _uri(root.tag) != RDF + "RDF":
        raise InputError("this is not RDF: its outer element is not rdf:RDF", Location(file, _line(root)))
    graph = _Graph()
    for element in root:
        graph.read_node(element)
    return list(graph.nodes.values())


def _uri(tag: object) -> str:
    """lxml's `{namespace}name` as one address."""
    return str(tag)[1:].replace("}", "", 1) if str(tag).startswith("{") else str(tag)


def _line(element: etree._Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


class _Graph:
    """The nodes met so far, by identifier."""

    __slots__ = ("nodes",)

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}

    def node(self, identifier: str) -> Node:
        identifier = identifier or f"_:{len(self.nodes)}"
        return self.nodes.setdefault(identifier, Node(identifier))

    def read_node(self, element: etree._Element) -> Node:
        attributes = {_uri(name): str(value) for name, value in element.attrib.items()}
        identifier = attributes.get(RDF + "about", "")
        if RDF + "ID" in attributes:
            identifier = "#" + attributes[RDF + "ID"]
        elif RDF + "nodeID" in attributes:
            identifier = "_:named-" + attributes[RDF + "nodeID"]
        node = self.node(identifier)
        node.line = node.line or _line(element)
        kind = _uri(element.tag)
        if kind != RDF + "Description":
            node.type = node.type or kind
        for name, value in self._properties(element, attributes):
            if name == RDF + "type" and isinstance(value, Node):
                node.type = node.type or value.identifier
            node.statements.setdefault(name, []).append(value)
        return node

    def _properties(self, element: etree._Element, attributes: dict[str, str]) -> Iterator[tuple[str, Value]]:
        for name, text in attributes.items():
            if name not in _SYNTAX and not name.startswith(_XML):
                yield name, text
        for child in element:
            yield _uri(child.tag), self._value(child)

    def _value(self, element: etree._Element) -> Value:
        """What a property element says: a node inside it, a reference, or its text."""
        target: Node | None = None
        inner = next(iter(element), None)
        if inner is not None:
            target = self.read_node(inner)
        elif (reference := element.get(f"{{{RDF}}}resource")) is not None:
            target = self.node(reference)
        elif (name := element.get(f"{{{RDF}}}nodeID")) is not None:
            target = self.node("_:named-" + name)
        if target is None:
            return element.text or ""
        target.is_target = True
        return target
