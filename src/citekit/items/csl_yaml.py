"""Items from and to CSL-YAML, the form in which pandoc keeps bibliographies and the front matter of documents.

Pandoc User's Guide, "Specifying bibliographic data": the variables of CSL-JSON in a list, alone or under `references`,
with pandoc's Markdown in text and EDTF in dates. Every scalar is text here, as it is to pandoc: `1e3`, `no`, `12:30`
and `2020-01-01` are what they look like, whatever a version of YAML would make of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import yaml

from citekit.errors import InputError, Location
from citekit.items.csl_json import ALIASES, item_from_csl_json, item_to_csl_json
from citekit.items.date import Date
from citekit.items.edtf import parse_edtf
from citekit.items.item import Item
from citekit.items.markdown import markdown_from_markup, markup_from_markdown
from citekit.items.variables import NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES
from citekit.report import Notice, Report, Severity

__all__ = ["read_csl_yaml", "write_csl_yaml"]

_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BLOCK: Final = re.compile(r"^---[ \t]*\n(?=\S)(.*?)^(?:---|\.\.\.)[ \t]*$", re.MULTILINE | re.DOTALL)
_REFERENCES: Final = re.compile(r"^references[ \t]*:", re.MULTILINE)
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_VERBATIM: Final = frozenset("DOI ISBN ISSN PMCID PMID URL call-number citation-key keyword language".split())
"""Text in which an underscore is an underscore."""
_FOREIGN: Final = yaml.reader.Reader.NON_PRINTABLE
EN_DASH: Final = "\u2013"
_MOST_NODES: Final = 1_000_000
_DEEPEST: Final = 50


def read_csl_yaml(text: str, file: str = "") -> tuple[list[Item], Report]:
    """The items of a CSL-YAML file, or of the metadata of a Markdown file.

    Of two items with one id, the last wins. Raises `InputError` where the text is not YAML or holds no references.

    >>> items, report = read_csl_yaml("references:\\n- id: a\\n  type: book\\n  issued: 2020-05\\n  volume: 12:30\\n")
    >>> items[0].date("issued").iso(), items[0].text("volume"), len(report)
    ('2020-05', '12:30', 0)
    """
    report = Report()
    items: dict[str, Item] = {}
    tree = _Tree(file, report)
    text = _printable(text.removeprefix("\ufeff"), file, report)
    for index, node in enumerate(_references(text, file)):
        place = tree.place(node)
        data = tree.value(node)
        if not isinstance(data, dict):
            message = f"reference {index + 1} is no mapping"
            report.add(Notice("not-an-item", message, place, Severity.ERROR, "write `id:`, `type:` … below each other"))
            continue
        item, notices = item_from_csl_json(_as_csl_json(data), index, file, place.line, tree.keys(node))
        report.extend(notices)
        if item.id in items:
            message = f"the id {item.id!r} is given twice; the last item is kept"
            report.add(Notice("duplicate-id", message, place, remedy="give each item an id of its own"))
        items[item.id] = item
    return list(items.values()), report


def _printable(text: str, file: str, report: Report) -> str:
    """The text without the characters that YAML forbids (YAML 1.1, 5.1), which would end the reading."""
    found = _FOREIGN.search(text)
    if found is None:
        return text
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
    place = Location(file, line, column)
    report.add(Notice("control-character", "characters that YAML does not allow became question marks", place))
    return _FOREIGN.sub("\ufffd", text)


def _references(text: str, file: str) -> Iterator[yaml.Node]:
    """The nodes of the references, wherever the file keeps them."""
    blocks = [match for match in _BLOCK.finditer(text) if _REFERENCES.search(match[1])]
    # Lines above a block stay as empty ones, so that places in it are places in the file.
    sources = ["\n" * text.count("\n", 0, match.start(1)) + match[1] for match in blocks] or [text]
    found = False
    for source in sources:
        for root in _documents(source, file):
            listed = _list_of(root)
            if listed is not None:
                found = True
                yield from listed
    if not found:
        message = "there are no references in this YAML"
        raise InputError(message, Location(file, 1), "CSL-YAML is a list of items, alone or under `references:`")


def _documents(source: str, file: str) -> Iterator[yaml.Node]:
    loader = _LOADER(source)
    try:
        while loader.check_node():
            root = loader.get_node()
            if root is not None:
                yield root
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Location(file, mark.line + 1, mark.column + 1) if mark is not None else Location(file)
        raise InputError(f"this is not YAML: {error.problem}", place, "check indentation and quotes there") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError(f"this YAML cannot be read: {error}", Location(file), "check how the file was made") from error
    finally:
        loader.dispose()


def _list_of(root: yaml.Node) -> list[yaml.Node] | None:
    """The references below a root: itself, its `references`, or the root as the one item that it is."""
    if isinstance(root, yaml.SequenceNode):
        return list(root.value)
    if not isinstance(root, yaml.MappingNode):
        return None
    by_key = {key.value: value for key, value in root.value if isinstance(key, yaml.ScalarNode)}
    listed = by_key.get("references")
    if isinstance(listed, yaml.SequenceNode):
        return list(listed.value)
    if listed is not None:
        return [listed] if isinstance(listed, yaml.MappingNode) else []
    return [root] if "id" in by_key and "type" in by_key else None


class _Tree:
    """Nodes of YAML as the values that JSON would give, each key with its place."""

    __slots__ = ("_file", "_left", "_report")

    def __init__(self, file: str, report: Report) -> None:
        self._file = file
        self._report = report
        # Aliases of aliases grow without bound, so what they may unfold to has one.
        self._left = _MOST_NODES

    def place(self, node: yaml.Node) -> Location:
        return Location(self._file, node.start_mark.line + 1, node.start_mark.column + 1)

    def keys(self, node: yaml.Node) -> dict[str, Location]:
        """The place of each key of a mapping, and under "" that of the mapping."""
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        return {**{str(key.value): self.place(key) for key, _ in reversed(pairs)}, "": self.place(node)}

    def value(self, node: yaml.Node, depth: int = 0) -> Any:
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            message = "these aliases or levels unfold without end"
            raise InputError(message, self.place(node), "write the values out where they are meant")
        if isinstance(node, yaml.ScalarNode):
            return None if not node.style and node.value in _NULLS else node.value
        if isinstance(node, yaml.SequenceNode):
            return [self.value(one, depth + 1) for one in node.value]
        data: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            value = self.value(value_node, depth + 1)
            if key == "<<":
                for one in value if isinstance(value, list) else [value]:
                    merged = {**(one if isinstance(one, dict) else {}), **merged}
            elif key in data:
                message = f"{key!r} is given twice; the first is kept"
                self._report.add(Notice("duplicate-key", message, self.place(key_node), remedy="keep one of them"))
            else:
                data[key] = value
        return {**merged, **data}


def _as_csl_json(data: Mapping[str, Any]) -> dict[str, Any]:
    """The item with Markdown turned into CSL's markup."""
    converted = dict(data)
    for key, value in data.items():
        variable = ALIASES.get(key, key)
        if variable in _VERBATIM and isinstance(value, list):
            converted[key] = ", ".join(one for one in value if isinstance(one, str))
        elif variable in NAME_VARIABLES or (variable in TEXT_VARIABLES and variable not in _VERBATIM):
            converted[key] = _converted(value)
        if variable in NUMBER_VARIABLES and isinstance(converted[key], str):
            # Two hyphens make a dash of text; in numbers any of them says "to".
            converted[key] = converted[key].replace(EN_DASH, "-")
    return converted


def _converted(value: Any) -> Any:
    if isinstance(value, str):
        return markup_from_markdown(value.rstrip("\n"))
    if isinstance(value, list):
        return [_converted(one) for one in value]
    if isinstance(value, dict):
        return {key: _converted(one) for key, one in value.items()}
    return value


class _Dumper(yaml.SafeDumper):
    """Writes strings so that every version of YAML reads strings."""

    def ignore_aliases(self, data: Any) -> bool:
        """Items have nothing in common that a reader should have to look up."""
        return True


_UNSURE: Final = re.compile(r"[-+.\d]|(?:yes|no|on|off|true|false|null|y|n|~)$", re.IGNORECASE)


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if _UNSURE.match(text) else None)


_Dumper.add_representer(str, _string)


def write_csl_yaml(items: Iterable[Item]) -> str:
    """A CSL-YAML file of the items, in their order, as pandoc reads it.

    >>> print(write_csl_yaml([Item("a", "book", {"title": "<i>Essais</i>, I", "volume": "1e3"})]), end="")
    references:
    - id: a
      type: book
      title: '*Essais*, I'
      volume: "1e3"
    """
    data = {"references": [_item_to_yaml(item) for item in items]}
    return str(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000))


def _item_to_yaml(item: Item) -> dict[str, object]:
    data = item_to_csl_json(item)
    for key, value in data.items():
        variable = ALIASES.get(key, key)
        date = item.variables.get(variable)
        if isinstance(date, Date) and not date.literal and parse_edtf(date.iso()) == date:
            data[key] = date.iso()
        elif variable in NAME_VARIABLES or (variable in TEXT_VARIABLES and variable not in _VERBATIM):
            data[key] = _written(value)
    return data


def _written(value: object) -> object:
    if isinstance(value, str):
        return markdown_from_markup(value)
    if isinstance(value, list):
        return [_written(one) for one in value]
    if isinstance(value, dict):
        return {key: _written(one) for key, one in value.items()}
    return value
