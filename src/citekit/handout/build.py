"""Builds a handout: items and a style become an outline, and the outline a page, an RTF file or plain text.

The style renders the bibliography once, in the order of the items and section by section; the entries are then handed
out, each with its annotation and with the links that the style does not print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from citekit.csl.document import Document
from citekit.csl.library import find_locale
from citekit.errors import StyleError
from citekit.handout.annotation import Block, read_annotation
from citekit.handout.html import write_html
from citekit.handout.links import DOI_RESOLVER, address_key, find_addresses, link_addresses
from citekit.handout.outline import HandoutEntry, Outline, arrange
from citekit.handout.plain import write_plain
from citekit.handout.rtf import write_rtf
from citekit.handout.settings import HandoutSettings
from citekit.items.item import Item
from citekit.report import Notice
from citekit.text.language_tags import primary_language
from citekit.text.punctuation import Quotes
from citekit.text.tokens import Tokens, plain_text
from citekit.text.typography import STORED
from citekit.text.writers import writer

if TYPE_CHECKING:
    from citekit.csl import Style

__all__ = ["Handout", "build_handout"]

_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Handout:
    """A whole handout, ready to be written; `notices` say what was odd with the items or the settings."""

    outline: Outline
    notices: tuple[Notice, ...] = ()

    def html(self) -> str:
        """One self-contained page."""
        return write_html(self.outline)

    def rtf(self) -> str:
        """One RTF document, in ASCII."""
        return write_rtf(self.outline)

    def text(self) -> str:
        """Plain text, 80 columns wide."""
        return write_plain(self.outline)


def build_handout(items: Iterable[Item], style: Style, settings: HandoutSettings | None = None) -> Handout:
    """Build a handout of all items, in their order, in a style.

    Raises `StyleError` where the style has no bibliography.
    """
    settings = settings or HandoutSettings()
    bibliography = style.source.bibliography
    if bibliography is None:
        message = f"the style {style.source.info.title or style.source.info.id!r} has no bibliography"
        raise StyleError(message, remedy="choose one that has: citekit styles search bibliography")
    lang = settings.lang or style.locale.tag
    style = style.with_spaces(_spaces(settings, style, lang))
    if style.typography is not None:
        settings = settings.with_texts(style.typography.text)
    works = list(items)
    notices: list[Notice] = []
    typesetter = _Typesetter(style)
    entries: list[tuple[Item, HandoutEntry]] = []
    for item, tokens in zip(works, _rendered(works, style), strict=True):
        if not plain_text(tokens).strip():
            notices.append(_nothing_printed(item))
            tokens = typesetter.finish([item.text("title") or item.id], item.language)
        entries.append((item, _entry(item, tokens, typesetter)))
    loose, sections = arrange(entries, settings.sections)
    notices += _missing_sections(works, settings)
    outline = Outline(settings, lang, loose, sections, bibliography.hanging_indent)
    return Handout(outline, tuple(notices))


def _spaces(settings: HandoutSettings, style: Style, lang: str) -> str:
    """The kind of spaces: that of the settings, else that of the style, else the French one where French is read."""
    if settings.spaces or style.spaces != STORED:
        return settings.spaces or style.spaces
    return "lexique" if primary_language(lang) == "fr" else STORED


def _rendered(items: Sequence[Item], style: Style) -> list[Tokens]:
    """The bibliography entry of each item, empty where the style prints none."""
    # An engine knows items by their ids, and CSL-JSON may hold two with the same: each stands for itself here.
    # The annotation is the handout's to print, and some styles would print the abstract too.
    bare = [
        replace(item, id=f"{item.id}\n{number}").with_variables({"abstract": None}) for number, item in enumerate(items)
    ]
    document = Document(style, bare)
    rendered: dict[str, Tokens] = {}
    for _, section in groupby(bare, key=_section):
        # Section by section: a dash for a repeated author must not point across a heading.
        entries = document.entries([item.id for item in section])
        rendered |= {entry.id: list(entry.tokens) for entry in entries}
    return [rendered.get(item.id, []) for item in bare]


def _section(item: Item) -> tuple[str, ...]:
    return item.groups


class _Typesetter:
    """Sets annotations: quotation marks are those of the item's language, else those of the style's locale."""

    __slots__ = ("_by_language", "_default", "_typography")

    def __init__(self, style: Style) -> None:
        self._typography = style.typography
        self._default = Quotes(*style.locale.quotes)
        self._by_language = {primary_language(style.locale.tag): self._default}

    def annotation(self, text: str, language: str) -> tuple[Block, ...]:
        """The annotation of an item in a language."""
        return read_annotation(text, self._quotes(language), lambda tokens: self.finish(tokens, language))

    def finish(self, tokens: Tokens, language: str) -> Tokens:
        """Settled tokens of an item with the spaces of the handout."""
        if self._typography is None:
            return tokens
        return self._typography.settled(list(self._typography.own(tuple(tokens), language)))

    def _quotes(self, language: str) -> Quotes:
        """The quotation marks for a language; a tag that no locale is for has those of the style."""
        primary = primary_language(language)
        if not primary:
            return self._default
        quotes = self._by_language.get(primary)
        if quotes is None:
            locale, _ = find_locale(language)
            is_known = primary_language(locale.tag) == primary
            quotes = self._by_language[primary] = Quotes(*locale.quotes) if is_known else self._default
        return quotes


def _entry(item: Item, tokens: Tokens, typesetter: _Typesetter) -> HandoutEntry:
    """One entry; the links of the item stand apart where neither entry nor annotation shows them."""
    annotation = item.text("abstract")
    # As written and not as plain text: where a block ends, an address ends.
    entry = writer("text").write(tokens)
    shown = {address_key(address) for text in (entry, annotation) for address in _addresses(text)}
    links: list[Tokens] = []
    for address in _links_of(item):
        if address_key(address) not in shown:
            shown.add(address_key(address))
            links.append(link_addresses([address]))
    language = item.language if _LANGUAGE_TAG.fullmatch(item.language) else ""
    anchor = "-".join(item.id.split()) or "item"
    blocks = typesetter.annotation(annotation, language)
    return HandoutEntry(item.id, anchor, link_addresses(tokens), tuple(links), blocks, language)


def _addresses(text: str) -> list[str]:
    return [address for _, _, address in find_addresses(text)]


def _links_of(item: Item) -> list[str]:
    """Where the item can be read: its addresses, those in its note, its DOI."""
    links = _addresses(item.text("URL")) + _addresses(item.text("note"))
    doi = item.text("DOI").strip()
    if doi:
        links.append(doi if "://" in doi else DOI_RESOLVER + doi)
    return links


def _nothing_printed(item: Item) -> Notice:
    message = f"the style prints nothing for {item.id!r}, so its title stands alone"
    return Notice("entry-empty", message, item.location, remedy="give the item a title, an author or a date")


def _missing_sections(items: Sequence[Item], settings: HandoutSettings) -> list[Notice]:
    """Sections of the settings that hold nothing: a slip in a path would otherwise pass unseen."""
    paths = [f"{group}/" for item in items for group in item.groups]
    return [
        Notice("section-empty", f"no item is in the section {section.path!r}", remedy="compare it with the groups")
        for section in settings.sections
        if not any(path.startswith(f"{section.path}/") for path in paths)
    ]
