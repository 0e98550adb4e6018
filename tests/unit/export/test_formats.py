"""Exporting by the name of a format."""

import pytest

from citekit.errors import UsageError
from citekit.export import FORMATS, export
from citekit.items.item import Item


def test_the_formats_are_named() -> None:
    assert [name for name in FORMATS if "bib" not in name] == [
        "csl-json",
        "csl-yaml",
        "csl-json-zotero",
        "zotero-rdf",
        "ris",
        "mods",
        "coins",
    ]


def test_any_iterable_of_items_is_exported() -> None:
    text, notices = export((item for item in [Item("a", "book")]), "csl-json")
    assert text == '[\n  {\n    "id": "a",\n    "type": "book"\n  }\n]\n'
    assert notices == []


def test_an_unknown_format_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="there is no export format 'zotero'; did you mean 'zotero-rdf'"):
        export([], "zotero")


def test_an_unknown_format_without_neighbours_lists_all() -> None:
    with pytest.raises(UsageError, match="the formats are: .*csl-json, csl-yaml, csl-json-zotero, zotero-rdf, "):
        export([], "pdf")
