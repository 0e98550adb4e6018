"""Reading Zotero RDF back, as far as the tests need it."""

from collections.abc import Callable

import pytest
from lxml import etree

PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "z": "http://www.zotero.org/namespaces/export#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "bib": "http://purl.org/net/biblio#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "link": "http://purl.org/rss/1.0/modules/link/",
    "so": "http://schema.org/",
    "video": "http://ogp.me/ns/video#",
}

Find = Callable[[str, str], list[str]]


@pytest.fixture
def find() -> Find:
    """Evaluates an XPath on the text of an RDF file and gives strings."""

    def find_in(text: str, path: str) -> list[str]:
        found = etree.fromstring(text.encode("utf-8")).xpath(path, namespaces=PREFIXES)
        return [one if isinstance(one, str) else etree.QName(one).localname for one in found]

    return find_in
