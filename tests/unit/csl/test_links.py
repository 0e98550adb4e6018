"""Identifiers become links (CSL 1.0.2, "Appendix VI: Links")."""

from __future__ import annotations

import pytest

from citekit.csl.links import link_identifiers
from citekit.csl.prepared import PreparedItem
from citekit.items import Item
from citekit.text.tokens import LINK, Mark


def linked(tokens: list[str], **variables: str) -> list[str]:
    """The tokens, links written as `<address|text>`."""
    item = PreparedItem(Item("a", "book", variables), True)
    out: list[str] = []
    for token in link_identifiers(list(tokens), item):
        if not isinstance(token, Mark):
            out.append(token)
        elif token.kind == LINK:
            out.append(f"<{token.value}|" if token.is_open else ">")
    return out


@pytest.mark.parametrize(
    ("variable", "value", "address"),
    [
        ("URL", "https://example.org/a", "https://example.org/a"),
        ("DOI", "10.1000/182", "https://doi.org/10.1000/182"),
        ("DOI", "https://doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("PMID", "17170002", "https://www.ncbi.nlm.nih.gov/pubmed/17170002"),
        ("PMCID", "PMC1790863", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1790863"),
    ],
)
def test_each_identifier_links_to_its_own_place(variable, value, address):
    assert linked(["Title. ", value, "."], **{variable: value}) == ["Title. ", f"<{address}|", value, ">", "."]


def test_an_address_that_the_style_prints_before_a_doi_is_part_of_the_link():
    assert linked([". https://doi.org/", "10.1/x"], DOI="10.1/x") == [
        ". ",
        "<https://doi.org/10.1/x|",
        "https://doi.org/10.1/x",
        ">",
    ]


def test_a_label_is_no_part_of_the_link():
    assert linked(["doi: ", "10.1/x"], DOI="10.1/x") == ["doi: ", "<https://doi.org/10.1/x|", "10.1/x", ">"]


def test_text_that_is_no_identifier_is_left_alone():
    assert linked(["https://elsewhere.org"], DOI="10.1/x") == ["https://elsewhere.org"]
    assert linked(["Title"]) == ["Title"]
