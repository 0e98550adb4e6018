"""The formats that items can be exported to, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from citekit.errors import UsageError
from citekit.export.csl_json import to_csl_json
from citekit.export.zotero_rdf import to_zotero_rdf
from citekit.items.item import Item
from citekit.report import Notice

__all__ = ["FORMATS", "export"]

FORMATS: Final[Mapping[str, Callable[[Sequence[Item]], tuple[str, list[Notice]]]]] = {
    "csl-json": to_csl_json,
    "zotero-rdf": to_zotero_rdf,
}
"""Each format's name and what writes it."""


def export(items: Iterable[Item], to: str) -> tuple[str, list[Notice]]:
    """The items as one file of the format, and notices of what the format cannot hold in a place of its own.

    Raises `UsageError` where the format is not known.

    >>> text, notices = export([Item("a", "book", {"title": "Essais"})], "csl-json")
    >>> '"title": "Essais"' in text, notices
    (True, [])
    """
    write = FORMATS.get(to)
    if write is None:
        near = get_close_matches(to, FORMATS, n=1)
        remedy = f"did you mean {near[0]!r}?" if near else f"the formats are: {', '.join(FORMATS)}"
        raise UsageError(f"there is no export format {to!r}", remedy=remedy)
    return write(list(items))
