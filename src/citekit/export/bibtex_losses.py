"""What reading an entry of BibTeX or biblatex will not give back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citekit.export.bibtex_tables import TEXT_FIELDS, VERBATIM_FIELDS
from citekit.export.latex_text import verbatim_text
from citekit.export.loss import AUTOMATIC, COLLECTIONS, TAGS, Loss
from citekit.export.zotero_items import roles_of
from citekit.export.zotero_reading import variables_of_fields
from citekit.export.zotero_schema import zotero_type
from citekit.export.zotero_work import AUTOMATIC_TAGS
from citekit.items.date import Date
from citekit.items.item import Item, Value
from citekit.items.variables import NUMBER_VARIABLES

__all__ = ["FIELD_NAME", "losses_in_bibtex"]

FIELD_NAME: Final = re.compile(r"[^\s,={}()\"#%]+")
_BLANKS: Final = re.compile(r"[ \t\r\f\v]{2}|[\t\r\f\v]")
_WITH_PARAGRAPHS: Final = frozenset(("abstract", "annote", "note"))
_VERBATIM: Final = VERBATIM_FIELDS.union(
    ["accessed"], [variable for variable, names in TEXT_FIELDS.items() if VERBATIM_FIELDS.issuperset(names)]
)
_PARTS_OF_CUSTOM: Final = {AUTOMATIC_TAGS: AUTOMATIC}
_SPLITS_TAGS: Final = re.compile("[,;]")
_SPLITS_GROUPS: Final = re.compile(r"[,;{}\\]")
_MARKUP: Final = re.compile(r"<(i|b|sup|sub|sc|span)[ >].*</\1>", re.DOTALL)
# Readers take these for what is left of LaTeX.
_LATEX: Final = re.compile(r"[\\{}]")
_ESCAPED_TWICE: Final = re.compile(r"\\[A-Za-z'&%#$`^\"~=.]|^\{.*\}$|\{[A-Z][A-Z0-9-]+\}|\{[^\W\d_]\}", re.DOTALL)
_RANGES: Final = NUMBER_VARIABLES | {"section"}
_NOCASE: Final = '<span class="nocase">'
_TITLES: Final = frozenset(("title", "title-short", "event-title"))


def losses_in_bibtex(item: Item) -> Iterator[Loss]:
    """What changes or goes when an item becomes an entry."""
    type_ = zotero_type(item)[0]
    own = {variable: name for name, (variable, _) in variables_of_fields(type_.name).items()}
    for variable, value in item.variables.items():
        why = _why_changed(variable, value)
        if why:
            roles = roles_of(type_, variable, bool(item.names(type_.creators[0]))) if isinstance(value, tuple) else ()
            for name in roles or (own.get(variable, variable),):
                yield Loss(name, why, is_changed=True)
    for key, text in item.custom.items():
        if not FIELD_NAME.fullmatch(key):
            yield Loss(key, "no name for a field")
        elif why := _why_text_changed(key, text):
            yield Loss(_PARTS_OF_CUSTOM.get(key, key), why, is_changed=True)
    if any(_SPLITS_TAGS.search(tag) for tag in item.tags):
        yield Loss(TAGS, "a tag with a comma is split", is_changed=True)
    elif why := next(filter(None, [_why_text_changed("keyword", tag) for tag in item.tags]), ""):
        yield Loss(TAGS, why, is_changed=True)
    if any(_SPLITS_GROUPS.search(group) for group in item.groups):
        yield Loss(COLLECTIONS, "a comma, brace or backslash in a name", is_changed=True)


def _why_changed(variable: str, value: Value) -> str:
    if isinstance(value, Date):
        return _why_text_changed(variable, value.literal)
    if isinstance(value, str):
        return _why_text_changed(variable, value)
    parts = [part for name in value for part in (name.family, name.given, name.literal, name.suffix)]
    if any(_LATEX.search(part) for part in parts):
        return "a backslash or brace goes from a name"
    return "markup goes from a name" if any(_MARKUP.search(part) for part in parts) else ""


def _why_text_changed(name: str, text: str) -> str:
    told = _blanks_told(text, has_paragraphs=name in _WITH_PARAGRAPHS)
    if name == "number-of-pages" and text == "0":
        told = "no pages are read as none"
    if not told and _NOCASE in text and name not in _TITLES:
        told = "only titles have words of their own case"
    if not told and name in _VERBATIM and verbatim_text(text) != text:
        told = "a brace without its partner"
    if not told and name in _RANGES and "--" in text:
        told = "hyphens in a row are the dash of a range"
    if not told and name not in _VERBATIM and _ESCAPED_TWICE.search(text):
        told = "what looks like LaTeX is read as such"
    return told


def _blanks_told(text: str, *, has_paragraphs: bool = False) -> str:
    """What becomes of line breaks and runs of spaces, which are one space to LaTeX; an empty line parts paragraphs."""
    if "\n" in (text.replace("\n\n", "") if has_paragraphs else text):
        return "line breaks become spaces"
    return "a run of spaces becomes one" if _BLANKS.search(text) else ""
