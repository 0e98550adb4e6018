"""Every format that bibliographies are read in: one table for the library and for all commands.

A format is told by the one who asks, else by the extension of the file, else by the first sign in the text that only
one format has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from citekit.errors import InputError, Location
from citekit.items.item import Item
from citekit.report import Report

__all__ = [
    "BIBTEX",
    "DEFAULT_OPTIONS",
    "EXTENSIONS",
    "SOURCES",
    "BibtexOptions",
    "guess_source",
    "read_items_from_text",
]


@dataclass(frozen=True, slots=True)
class BibtexOptions:
    """What only BibTeX needs: files whose `@string` definitions count, and whether English titles are recased."""

    strings: Sequence[str] = ()
    sentence_case: bool = True


DEFAULT_OPTIONS: Final = BibtexOptions()

_Reader = Callable[[str, str, BibtexOptions], tuple[list[Item], Report]]


# Each reader is imported when it is called: a program that reads one format does not wait for the others.
def _bibtex(text: str, file: str, options: BibtexOptions) -> tuple[list[Item], Report]:
    from io import StringIO

    from citekit.bibtex import read_bibtex

    return read_bibtex(StringIO(text), file=file, strings=options.strings, sentence_case=options.sentence_case)


def _csl_json(text: str, file: str, _options: BibtexOptions) -> tuple[list[Item], Report]:
    from citekit.items.csl_json import read_csl_json

    if not text.strip():
        raise InputError("the file is empty", Location(file), "an empty CSL-JSON file holds at least []")
    return read_csl_json(text, file)


def _csl_yaml(text: str, file: str, _options: BibtexOptions) -> tuple[list[Item], Report]:
    from citekit.items.csl_yaml import read_csl_yaml

    return read_csl_yaml(text, file)


def _ris(text: str, file: str, _options: BibtexOptions) -> tuple[list[Item], Report]:
    from citekit.export import READERS

    return READERS["ris"](text, file)


def _zotero_rdf(text: str, file: str, _options: BibtexOptions) -> tuple[list[Item], Report]:
    from citekit.export import READERS

    return READERS["zotero-rdf"](text, file)


SOURCES: Final[Mapping[str, _Reader]] = {
    "bibtex": _bibtex,
    "biblatex": _bibtex,
    "csl-json": _csl_json,
    "csl-yaml": _csl_yaml,
    "ris": _ris,
    "zotero-rdf": _zotero_rdf,
}
"""What reads each format; BibTeX and BibLaTeX are one language with two vocabularies, both read by one reader."""

BIBTEX: Final = frozenset({"bibtex", "biblatex"})
"""The formats of `SOURCES` that are BibTeX."""

EXTENSIONS: Final[Mapping[str, str]] = {
    ".bib": "bibtex",
    ".biblatex": "biblatex",
    ".bibtex": "bibtex",
    ".csljson": "csl-json",
    ".json": "csl-json",
    ".markdown": "csl-yaml",
    ".md": "csl-yaml",
    ".qmd": "csl-yaml",
    ".rdf": "zotero-rdf",
    ".ris": "ris",
    ".rmd": "csl-yaml",
    ".yaml": "csl-yaml",
    ".yml": "csl-yaml",
}
"""The format that the extension of a file tells."""

_HEAD: Final = 100_000
_SIGNS: Final = re.compile(
    r"\A\ufeff?\s*(?P<json>[\[{])|\A\ufeff?\s*(?P<xml><)|^\s*(?P<ris>TY {1,2}-)|(?P<bibtex>@\s*\w+\s*[{(])"
    r"|^(?P<yaml>---\s*$|references[ \t]*:|-[ \t]+id[ \t]*:)",
    re.MULTILINE,
)
_FORMATS_OF_SIGNS: Final[Mapping[str, str]] = {
    "json": "csl-json",
    "xml": "zotero-rdf",
    "ris": "ris",
    "bibtex": "bibtex",
    "yaml": "csl-yaml",
}


def guess_source(text: str, file: str = "") -> str:
    """The format of a bibliography; raises `InputError` where neither name nor text tell.

    >>> guess_source("TY  - BOOK"), guess_source("@book{a}"), guess_source("references:"), guess_source("", "a.json")
    ('ris', 'bibtex', 'csl-yaml', 'csl-json')
    """
    known = EXTENSIONS.get(PurePath(file).suffix.casefold())
    if known:
        return known
    sign = _SIGNS.search(text, 0, _HEAD)
    if sign is not None and sign.lastgroup is not None:
        return _FORMATS_OF_SIGNS[sign.lastgroup]
    if not text.strip():
        return "bibtex"  # whose reader says that there is nothing to read
    remedy = f"say it with --from ({', '.join(SOURCES)})"
    raise InputError("neither the name nor the text tells the format", Location(file, 1), remedy)


def read_items_from_text(
    text: str, file: str = "", source_format: str | None = None, options: BibtexOptions = DEFAULT_OPTIONS
) -> tuple[list[Item], Report]:
    """The items of a text in a format of `SOURCES`, guessed where it is not given; raises `InputError`.

    >>> items, report = read_items_from_text("TY  - BOOK\\nTI  - Essais\\nID  - m\\nER  - \\n")
    >>> items[0].id, items[0].text("title")
    ('m', 'Essais')
    """
    return SOURCES[source_format or guess_source(text, file)](text.removeprefix("\ufeff"), file, options)
