"""COinS: items hidden in a web page, as spans that Zotero's and other browser extensions find.

OpenURL 1.0 (ANSI/NISO Z39.88-2004) context objects in key-value form, metadata formats `book`, `journal`, `dc`,
`dissertation` and `patent`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final
from urllib.parse import quote

from citekit.export.zotero_schema import zotero_type
from citekit.export.zotero_text import CONTROL, plain
from citekit.items.item import Item
from citekit.report import Notice

__all__ = ["to_coins"]

_FORMATS: Final[Mapping[str, tuple[str, str]]] = {
    # Zotero                 format          genre
    "book": ("book", "book"),
    "bookSection": ("book", "bookitem"),
    "conferencePaper": ("book", "proceeding"),
    "dictionaryEntry": ("book", "bookitem"),
    "encyclopediaArticle": ("book", "bookitem"),
    "journalArticle": ("journal", "article"),
    "magazineArticle": ("journal", "article"),
    "newspaperArticle": ("journal", "article"),
    "patent": ("patent", ""),
    "report": ("book", "report"),
    "thesis": ("dissertation", ""),
}
_COMMON: Final = (("volume", "volume"), ("issue", "issue"), ("page", "pages"), ("ISSN", "issn"), ("ISBN", "isbn"))
_KEYS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    # format       CSL variable, key
    "book": (
        *_COMMON, ("publisher", "pub"), ("publisher-place", "place"), ("edition", "edition"),
        ("collection-title", "series"), ("number-of-pages", "tpages"),
    ),
    "journal": (("title", "atitle"), ("container-title", "jtitle"), ("container-title-short", "stitle"), *_COMMON),
    "dissertation": (
        ("title", "title"), ("publisher", "inst"), ("genre", "degree"), ("number-of-pages", "tpages"), ("ISBN", "isbn"),
    ),
    "patent": (("title", "title"), ("number", "number"), ("publisher-place", "cc")),
    "dc": (
        ("title", "title"), ("publisher", "publisher"), ("language", "language"), ("abstract", "description"),
        ("container-title", "source"), ("license", "rights"), ("keyword", "subject"),
    ),
}  # fmt: skip


def to_coins(items: Sequence[Item]) -> tuple[str, list[Notice]]:
    """One span a line for each item, and notices of what COinS has no key for.

    >>> to_coins([Item("a", "webpage", {"title": "Essais & co"})])[0][-42:]
    '&amp;rft.title=Essais%20%26%20co"></span>\\n'
    """
    notices: list[Notice] = []
    lines: list[str] = []
    for item in items:
        pairs = list(_pairs(item))
        query = "&".join(f"{key}={quote(' '.join(CONTROL.sub('', text).split()), safe='')}" for key, text in pairs)
        lines.append(f'<span class="Z3988" title="{escape(query)}"></span>\n')
        lost = _lost(item)
        if lost:
            notices.append(Notice("lost", f"{item.id}: COinS cannot hold {', '.join(lost)}", item.location))
    return "".join(lines), notices


def _format(item: Item) -> tuple[str, str]:
    return _FORMATS.get(zotero_type(item)[0].name, ("dc", ""))


def _pairs(item: Item) -> Iterator[tuple[str, str]]:
    name, genre = _format(item)
    space = "info:ofi/fmt:kev:mtx:"
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", space + name
    if genre:
        yield "rft.genre", genre
    elif name == "dc":
        yield "rft.type", zotero_type(item)[0].name
    if name == "book":
        container = plain(item.text("container-title"))
        if genre in ("bookitem", "proceeding"):
            yield "rft.atitle", plain(item.text("title"))
        yield "rft.btitle", container if genre in ("bookitem", "proceeding") else plain(item.text("title"))
    for variable, key in _KEYS[name]:
        if item.text(variable):
            yield f"rft.{key}", plain(item.text(variable))
    issued = item.date("issued")
    if issued is not None:
        yield ("rft.appldate" if name == "patent" else "rft.date"), issued.iso()
    yield from _people(item, name)
    if item.text("DOI"):
        yield ("rft.identifier" if name == "dc" else "rft_id"), "info:doi/" + item.text("DOI")
    if item.text("URL"):
        yield ("rft.identifier" if name == "dc" else "rft_id"), item.text("URL")


def _people(item: Item, name: str) -> Iterator[tuple[str, str]]:
    """The authors: the first in parts where the format has them, all as whole names."""
    authors = item.names("author")
    if name == "dc":
        yield from (("rft.creator", _inverted(str(one.family or one), one.given)) for one in authors)
        yield from (
            ("rft.contributor", _inverted(str(one.family or one), one.given)) for one in item.names("contributor")
        )
        return
    if authors and authors[0].family:
        key = "inv" if name == "patent" else "au"
        yield f"rft.{key}last", authors[0].family
        yield f"rft.{key}first", authors[0].given
    yield from (("rft.inventor" if name == "patent" else "rft.au", str(one)) for one in authors)


def _inverted(family: str, given: str) -> str:
    return f"{family}, {given}" if given else family


def _lost(item: Item) -> list[str]:
    held = {variable for variable, _ in _KEYS[_format(item)[0]]} | {"title", "issued", "author", "DOI", "URL"}
    if _format(item)[0] == "dc":
        held.add("contributor")
    if _format(item)[1] in ("bookitem", "proceeding"):
        held.add("container-title")
    rest = [variable for variable in item.variables if variable not in held]
    return rest + (["groups"] if item.groups else []) + sorted(item.custom)
