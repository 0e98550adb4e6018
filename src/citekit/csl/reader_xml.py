"""XML in, elements out: no document types, no entities, no network, bounded size and depth.

Styles are files that people send each other, so nothing in one may reach outside of it or take more time or memory
than its size explains. Comments and processing instructions are dropped while parsing.
"""

from __future__ import annotations

import difflib
import html
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final, cast

from lxml import etree

from citekit.errors import Location, StyleError
from citekit.report import Notice

__all__ = ["CSL_NAMESPACE", "XML_LANG", "Attributes", "Reading", "element_text", "nearest", "parse_xml"]

CSL_NAMESPACE: Final = "http://purl.org/net/xbiblio/csl"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

MAX_BYTES: Final = 8_000_000
"""Thirty times the largest official style."""

MAX_DEPTH: Final = 60
"""Four times the deepest official style, in rendering elements inside each other. Reading and compiling recurse, so
this guards Python's stack; libxml2 stops at 256 elements of any kind by itself.
"""

DIALECT_ELEMENTS: Final = frozenset(
    {"alternative", "condition", "conditions", "institution", "institution-part", "intext"}
)
"""Elements of CSL-M and of the CSL 1.1 drafts: a style that has them works without them, more or less."""

_PREFIX: Final = f"{{{CSL_NAMESPACE}}}"
_PREFIX_LENGTH: Final = len(_PREFIX)
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def nearest(word: str, known: Collection[str], count: int = 3) -> str:
    """The nearest known words, for an error message: `"a, b"`; all of them where none is near and there are few."""
    near = difflib.get_close_matches(word, known, n=count, cutoff=0.6)
    if not near and len(known) <= 8:
        near = sorted(known)
    return ", ".join(near)


@dataclass(slots=True)
class Reading:
    """One file being read: its name for locations, and the notices met so far."""

    file: str = ""
    notices: list[Notice] = field(default_factory=list)
    depth: int = 0
    """How many rendering elements are open."""

    substitutes: int = 0
    """How many `cs:substitute` are open."""

    def at(self, line: int) -> Location:
        """A place in the file."""
        return Location(self.file, line)

    def notice(self, rule: str, message: str, line: int, remedy: str = "") -> None:
        """Remember an oddity."""
        self.notices.append(Notice(rule, message, self.at(line), remedy=remedy))

    def error(self, message: str, line: int = 0, remedy: str = "") -> StyleError:
        """What the caller raises when reading cannot go on."""
        return StyleError(message, self.at(line), remedy)

    def enter(self, element: etree._Element) -> None:
        """Go into a rendering element; raises `StyleError` when that is too deep. The caller takes 1 off `depth`."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.error(_TOO_DEEP, line_of(element), _DEPTH_REMEDY)

    def children(self, element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
        """The local name of each child element, and the child; elements of other namespaces give a notice."""
        for child in element:
            tag = child.tag
            if tag.startswith(_PREFIX):
                yield tag[_PREFIX_LENGTH:], child
            else:
                self.notice("foreign-element", f"{tag} is not a CSL element and is left out", line_of(child))

    def unknown_element(self, tag: str, element: etree._Element, parent: str, known: Collection[str]) -> None:
        """Leave out an element of a CSL dialect, with a notice; raise `StyleError` for any other that CSL lacks."""
        where = f" in cs:{parent}" if parent else ""
        line = line_of(element)
        if tag in DIALECT_ELEMENTS:
            message = f"cs:{tag}{where} belongs to CSL-M or CSL 1.1 and is left out"
            self.notice("unknown-element", message, line, "use the CSL 1.0.2 version of the style")
            return
        remedy = f"did you mean one of: {nearest(tag, known)}?" if nearest(tag, known) else ""
        raise self.error(f"cs:{tag} is not allowed{where or ' here'}", line, remedy)


def line_of(element: etree._Element) -> int:
    """The line on which an element begins."""
    # The stubs of lxml know only that there is something.
    return cast("int | None", element.sourceline) or 0


def element_text(element: etree._Element) -> str:
    """The text of an element, as it stands."""
    return element.text or ""


class Attributes:
    """The attributes of one element, checked as they are read."""

    __slots__ = ("_reading", "line", "tag", "values")

    def __init__(self, reading: Reading, tag: str, element: etree._Element, known: frozenset[str]) -> None:
        self._reading = reading
        self.tag = tag
        self.line: int = line_of(element)
        self.values: dict[str, str] = dict(cast("list[tuple[str, str]]", element.items()))
        for name, value in self.values.items():
            # Some styles escape twice what they mean to print: "&amp;#8212;" for a dash.
            if "&#" in value:
                self.values[name] = html.unescape(value)
        if not known.issuperset(self.values):
            self._report_unknown(known)

    def _report_unknown(self, known: frozenset[str]) -> None:
        for name in sorted(self.values.keys() - known):
            # Attributes of other namespaces (xml:base, xsi:schemaLocation) say nothing about the citation.
            if name.startswith("{"):
                continue
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.75)
            remedy = f"did you mean {near[0]}?" if near else ""
            self._reading.notice(
                "unknown-attribute", f"cs:{self.tag} has no attribute {name!r}; it is ignored", self.line, remedy
            )

    def error(self, message: str, remedy: str = "") -> StyleError:
        """An error at this element."""
        return self._reading.error(f"cs:{self.tag}: {message}", self.line, remedy)

    def notice(self, rule: str, message: str, remedy: str = "") -> None:
        """A notice at this element."""
        self._reading.notice(rule, f"cs:{self.tag}: {message}", self.line, remedy)

    def text(self, name: str, default: str = "") -> str:
        """An attribute whose spaces matter, as it stands."""
        return self.values.get(name, default)

    def optional_text(self, name: str) -> str | None:
        """As `text`, with `None` for an attribute that is not set."""
        return self.values.get(name)

    def required(self, name: str) -> str:
        """An attribute that must be there, without outer spaces."""
        value = self.values.get(name, "").strip()
        if not value:
            raise self.error(f"the attribute {name} is missing or empty", f'add {name}="…"')
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """An attribute that is a list of words."""
        return tuple(self.values.get(name, "").split())

    def optional_choice(self, name: str, allowed: frozenset[str]) -> str | None:
        """An attribute out of a closed set, or `None` where it is not set."""
        value = self.values.get(name)
        if value is None or value in allowed:
            return value
        value = value.strip()
        if value in allowed:
            return value
        if not value:
            self.notice("empty-attribute", f"{name} is empty and counts as not set")
            return None
        raise self.error(f"{name}={value!r} is not allowed", f"write one of: {', '.join(sorted(allowed))}")

    def choice(self, name: str, allowed: frozenset[str], default: str) -> str:
        """As `optional_choice`, with a default."""
        if name not in self.values:
            return default
        value = self.optional_choice(name, allowed)
        return default if value is None else value

    def optional_flag(self, name: str) -> bool | None:
        """A boolean, `None` where it is not set."""
        value = self.optional_choice(name, _BOOLEANS)
        return None if value is None else value in _TRUE

    def flag(self, name: str, default: bool = False) -> bool:
        """As `optional_flag`, with a default."""
        if name not in self.values:
            return default
        value = self.optional_flag(name)
        return default if value is None else value

    def optional_integer(self, name: str, minimum: int = 0) -> int | None:
        """A whole number, `None` where it is not set."""
        value = self.values.get(name)
        if value is None:
            return None
        digits = value.strip()
        # Nine digits are more names, notes or lines than anybody has; `int` itself takes "१" and "1_000".
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= 9):
            raise self.error(f"{name}={value!r} is not a whole number", f'write a number, such as {name}="3"')
        number = int(digits)
        if number < minimum:
            raise self.error(f"{name}={value!r} is less than {minimum}", f"write {minimum} or more")
        return number

    def integer(self, name: str, default: int, minimum: int = 0) -> int:
        """As `optional_integer`, with a default."""
        value = self.optional_integer(name, minimum)
        return default if value is None else value


_TRUE: Final = frozenset({"true", "1"})
_BOOLEANS: Final = frozenset({"true", "1", "false", "0"})


def parse_xml(xml: bytes | str, reading: Reading) -> etree._Element:
    """The root element of a document.

    Raises `StyleError` for what is not well-formed, too large, too deep, or has a document type.
    """
    source, encoding = _as_bytes(xml, reading)
    if len(source) > MAX_BYTES:
        raise reading.error(
            f"the file has {len(source) // 1_000_000} MB and no style or locale is that large",
            remedy=f"files of up to {MAX_BYTES // 1_000_000} MB are read",
        )
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        raise _syntax_error(error, source, reading) from error
    except (ValueError, LookupError) as error:
        raise reading.error(f"the file cannot be read as XML ({error})", remedy=_NOT_XML_REMEDY) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise reading.error(_DOCTYPE, 1, _DOCTYPE_REMEDY)
    return root


_NOT_XML_REMEDY: Final = "give a .csl file from the CSL style repository or from a style editor"
_DOCTYPE: Final = "the file has a document type declaration (<!DOCTYPE …>), which CSL does not use"
_DOCTYPE_REMEDY: Final = "take the declaration out, and write characters in place of its entities"


def _as_bytes(xml: bytes | str, reading: Reading) -> tuple[bytes, str | None]:
    """The document as bytes that begin with markup, and the encoding when it is known from the outside."""
    encoding: str | None = None
    if isinstance(xml, str):
        encoding = "utf-8"
        try:
            # Text that was decoded already: whatever encoding its declaration names is no longer true.
            source = xml.encode(encoding)
        except UnicodeEncodeError as error:
            line = xml.count("\n", 0, error.start) + 1
            raise reading.error(
                "the text holds half of a character (a lone surrogate)", line, "replace it there"
            ) from error
    else:
        source = xml
    if source.startswith(_WIDE_MARKS):
        return source, encoding
    return _without_leading_space(source.removeprefix(_BYTE_ORDER_MARK), encoding is not None), encoding


def _without_leading_space(source: bytes, is_utf8: bool) -> bytes:
    """Nothing may stand before an XML declaration; pasted text often has a line break there.

    The declaration goes and the line breaks before it stay, so that line numbers are right.
    """
    stripped = source.lstrip()
    if len(stripped) == len(source) or not stripped.startswith(b"<?xml"):
        return source
    end = stripped.find(b"?>")
    if end < 0:
        return source
    declaration = stripped[:end].lower()
    # A declaration that names another encoding must stay, at the cost of the line numbers.
    if not is_utf8 and b"encoding" in declaration and b"utf-8" not in declaration:
        return stripped
    return source[: len(source) - len(stripped)] + stripped[end + 2 :]


def _syntax_error(error: etree.XMLSyntaxError, source: bytes, reading: Reading) -> StyleError:
    line, column = error.position
    reason = (error.msg or "unknown").split(", line ")[0]
    location = Location(reading.file, line or 0, column or 0)
    if b"<!DOCTYPE" in source[:4096]:
        return StyleError(_DOCTYPE, location, _DOCTYPE_REMEDY)
    if not source.strip():
        return StyleError("the file is empty", location, _NOT_XML_REMEDY)
    if "depth" in reason:
        return StyleError(_TOO_DEEP, location, _DEPTH_REMEDY)
    if "encoding" in reason or "UTF-8" in reason:
        return StyleError(f"not well-formed XML: {reason}", location, "save the file as UTF-8")
    remedy = _NOT_XML_REMEDY if not source.lstrip().startswith(b"<") else "mend the markup there"
    return StyleError(f"not well-formed XML: {reason}", location, remedy)


_TOO_DEEP: Final = f"the elements are nested more than {MAX_DEPTH} deep"
_DEPTH_REMEDY: Final = "move inner elements to macros"
