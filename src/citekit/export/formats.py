"""The formats that items can be exported to and read back from, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from typing import Final

from citekit.errors import UsageError
from citekit.export.bibtex import to_biblatex, to_bibtex
from citekit.export.bibtex_zotero import to_bibtex_zotero
from citekit.export.coins import to_coins
from citekit.export.csl_json import to_csl_json, to_csl_yaml
from citekit.export.csl_json_zotero import to_csl_json_zotero
from citekit.export.mods import to_mods
from citekit.export.ris import to_ris
from citekit.export.ris_reader import read_ris
from citekit.export.zotero_rdf import to_zotero_rdf
from citekit.export.zotero_rdf_reader import read_zotero_rdf
from citekit.items.item import Item
from citekit.report import Notice, Report, Severity

__all__ = ["FORMATS", "READERS", "export", "losses"]

FORMATS: Final[Mapping[str, Callable[[Sequence[Item]], tuple[str, list[Notice]]]]] = {
    "csl-json": to_csl_json,
    "csl-yaml": to_csl_yaml,
    "csl-json-zotero": to_csl_json_zotero,
    "zotero-rdf": to_zotero_rdf,
    "ris": to_ris,
    "mods": to_mods,
    "coins": to_coins,
    "bibtex": to_bibtex,
    "bibtex-zotero": to_bibtex_zotero,
    "biblatex": to_biblatex,
}
"""Each format's name and what writes it."""

READERS: Final[Mapping[str, Callable[[str, str], tuple[list[Item], Report]]]] = {
    "zotero-rdf": read_zotero_rdf,
    "ris": read_ris,
}
"""What reads a format back: functions of a text and the name of its file."""

_LOSSES: Final = frozenset({"approximate-role", "approximate-type", "changed", "lost", "split-name"})


_IN_ASCII: Final[Mapping[str, Callable[[Sequence[Item]], tuple[str, list[Notice]]]]] = {
    "bibtex": partial(to_bibtex, is_ascii=True),
    "biblatex": partial(to_biblatex, is_ascii=True),
}


def export(items: Iterable[Item], to: str, *, is_ascii: bool = False) -> tuple[str, list[Notice]]:
    """The items as one file of the format, and notices of what the format cannot hold in a place of its own.

    `is_ascii` spells letters with accents as LaTeX commands. Raises `UsageError` where the format is not known or
    knows no such commands.

    >>> text, notices = export([Item("a", "book", {"title": "Essais"})], "csl-json")
    >>> '"title": "Essais"' in text, notices
    (True, [])
    """
    write = FORMATS.get(to)
    if write is None:
        near = get_close_matches(to, FORMATS, n=1)
        remedy = f"did you mean {near[0]!r}?" if near else f"the formats are: {', '.join(FORMATS)}"
        raise UsageError(f"there is no export format {to!r}", remedy=remedy)
    if is_ascii:
        write = _IN_ASCII.get(to)
        if write is None:
            raise UsageError(f"{to} knows no LaTeX commands", remedy=f"ASCII is for {' and '.join(_IN_ASCII)}")
    return write(list(items))


def losses(notices: Iterable[Notice]) -> list[Notice]:
    """Those of an export's notices that tell of something lost or changed, not of something kept in another place.

    >>> losses(export([Item("a", "treaty", {"title": "Traité", "scale": "1:2"})], "zotero-rdf")[1])[0].rule
    'approximate-type'
    """
    return [notice for notice in notices if notice.rule in _LOSSES or notice.severity is not Severity.INFO]
