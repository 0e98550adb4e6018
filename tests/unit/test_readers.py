"""Formats told apart, and every format read through one table."""

import pytest

from citekit.errors import InputError
from citekit.readers import SOURCES, BibtexOptions, guess_source, read_items_from_text

TEXTS = {
    "bibtex": "@book{m, title = {Essais}}",
    "biblatex": "% clean\n@book{m, title = {Essais}}",
    "csl-json": '\n[{"id": "m", "type": "book", "title": "Essais"}]',
    "csl-yaml": "references:\n- id: m\n  type: book\n  title: Essais\n",
    "ris": "\r\nTY  - BOOK\r\nTI  - Essais\r\nID  - m\r\nER  - \r\n",
    "zotero-rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:z="http://www.zotero.org/namespaces/export#"><bib:Book rdf:about="#item_1"><z:itemType>book</z:itemType>'
    "<dc:title>Essais</dc:title><z:citationKey>m</z:citationKey></bib:Book></rdf:RDF>",
}


@pytest.mark.parametrize("name", SOURCES)
def test_each_format_is_read_by_its_name(name: str) -> None:
    [item], report = read_items_from_text(TEXTS[name], "x", name)
    assert (item.id, item.type, item.text("title"), list(report)) == ("m", "book", "Essais", [])


@pytest.mark.parametrize("name", sorted(SOURCES.keys() - {"biblatex"}))
def test_each_format_is_known_by_its_text(name: str) -> None:
    assert guess_source("\ufeff" + TEXTS[name] if name == "csl-json" else TEXTS[name], "refs.txt") == name


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a.BIB", "bibtex"), ("a.json", "csl-json"), ("a.yml", "csl-yaml"), ("cours.md", "csl-yaml"), ("a.ris", "ris"),
        ("a.rdf", "zotero-rdf"),
    ],
)  # fmt: skip
def test_the_extension_tells_whatever_the_text_is(file: str, name: str) -> None:
    assert guess_source("@book{m}", file) == name


def test_a_text_that_tells_nothing_is_an_error_that_names_the_formats() -> None:
    with pytest.raises(InputError, match=r"x\.txt:1: neither the name nor the text tells the format; say it with"):
        guess_source("Montaigne, Essais, 1588", "x.txt")


def test_titles_keep_their_case_where_that_is_asked() -> None:
    text = "@book{m, title = {The Great Shore}, langid = {english}}"
    [item], _ = read_items_from_text(text, "x.bib", None, BibtexOptions(sentence_case=False))
    assert item.text("title") == "The Great Shore"
    [item], _ = read_items_from_text(text, "x.bib")
    assert item.text("title") == "The great shore"
