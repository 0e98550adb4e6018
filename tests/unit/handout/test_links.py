"""Links in rich text."""

from __future__ import annotations

import pytest

from citekit.handout.links import address_key, find_addresses, link_addresses
from citekit.text.tokens import LINK, mark
from citekit.text.writers import writer


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("https://odas.labau.org/", ["https://odas.labau.org/"]),
        ("Voir <https://hit-lorient.bzh/>.", ["https://hit-lorient.bzh/"]),
        (
            "(https://fr.wikipedia.org/wiki/Angers_(Maine-et-Loire))",
            ["https://fr.wikipedia.org/wiki/Angers_(Maine-et-Loire)"],
        ),
        ("«\u00a0http://www.avise.org/\u00a0»\u202f!", ["http://www.avise.org/"]),
        (
            "https://www.youtube.com/watch?v=Ne2qr3Wxxrw&t=9s, 2017",
            ["https://www.youtube.com/watch?v=Ne2qr3Wxxrw&t=9s"],
        ),
        ("https://odas.apriles.net/documents/odas/2019-", ["https://odas.apriles.net/documents/odas/2019-"]),
        ("DOI 10.1000/182", ["https://doi.org/10.1000/182"]),
        ("10.1000/182 sans mot", []),
        ("http:// et https://...", []),
        ("javascript://example.org/%0aalert(1)", []),
        ("Territoires-Audacieux.fr", []),
    ],
)
def test_addresses_are_found_without_the_punctuation_around_them(text: str, addresses: list[str]) -> None:
    assert [address for _, _, address in find_addresses(text)] == addresses


def test_an_address_in_pieces_is_one_link() -> None:
    tokens = link_addresses(["https://doi.org/", "10.1000/182", "."])
    assert writer("html").write(tokens) == '<a href="https://doi.org/10.1000/182">https://doi.org/10.1000/182</a>.'


def test_what_is_a_link_already_stays_as_it_is() -> None:
    link = mark(LINK, "https://example.org/a")
    tokens = [link, "https://example.org/b", link.partner]
    assert link_addresses(tokens) == tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.avise.org/", "https://avise.org"),
        ("http://doi.org/10.5169/SEALS-1", "https://doi.org/10.5169/seals-1"),
        ("https://dx.doi.org/10.1000/182", "https://doi.org/10.1000/182"),
    ],
)
def test_addresses_of_one_place_have_one_key(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)
