"""The plain text."""

from __future__ import annotations

from citekit.csl import Style
from citekit.handout import Handout, build_handout
from citekit.handout.plain import WIDTH
from citekit.items import Item


def test_the_whole_text_reads_as_expected(handout: Handout) -> None:
    assert handout.text() == "\n".join([
        "Webinaire",
        "",
        "L\u2019essai {1} & <la suite>",
        "",
        "18 mars 2021",
        "",
        "Références",
        "=" * WIDTH,
        "",
        "Sans groupe",
        "    https://doi.org/10.5169/seals-855362",
        "",
        "",
        "ARTICLES",
        "========",
        "",
        "",
        "Des expériences",
        "---------------",
        "",
        "Mode d\u2019emploi",
        "    Le Monde",
        "",
        "    Un premier paragraphe, plié.",
        "",
        "    Plan\u00a0:",
        "",
        "    - un point",
        "    - voir https://example.org/plan.",
        "",
        "    Il dit «\u00a0oui\u00a0» et sourit.",
        "",
        "Open book",
        "",
        "    It says \u2018yes\u2019.",
        "",
        "",
        "LIVRES",
        "======",
        "",
        "La Terre & <Paris>",
        "    https://example.org/z?a=1&b=2",
        "",
        "Open book",
        "",
        "    It says \u2018yes\u2019.",
        "",
    ])  # fmt: skip


def test_lines_break_at_ordinary_spaces_only(style: Style) -> None:
    words = "mot " * 17
    text = build_handout([Item("a", "book", {"title": "T", "abstract": f"{words}Quoi\u00a0:\u00a0rien"})], style).text()
    assert "    Quoi\u00a0:\u00a0rien\n" in text


def test_lines_are_no_wider_than_the_page_but_for_addresses(style: Style) -> None:
    address = "https://example.org/" + "a" * 80
    text = build_handout([Item("a", "book", {"title": "mot " * 60, "URL": address})], style).text()
    assert f"    {address}\n" in text
    assert [line for line in text.splitlines() if len(line) > WIDTH] == [f"    {address}"]
