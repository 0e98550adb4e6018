"""The RTF document."""

from __future__ import annotations

import re

import pytest

from citekit.csl import Style
from citekit.handout import Handout, build_handout
from citekit.items import Item


def paragraphs(rtf: str) -> list[str]:
    return re.findall(r"^\\pard.*\\par$", rtf, re.MULTILINE)


def test_the_document_is_ascii_and_its_groups_are_balanced(handout: Handout) -> None:
    rtf = handout.rtf()
    assert rtf.isascii()
    bare = re.sub(r"\\[{}\\]", "", rtf)
    depth = 0
    for char in bare.rstrip():
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0


def test_the_page_is_a4(handout: Handout) -> None:
    assert r"\paperw11906\paperh16838" in handout.rtf()


def test_headings_are_headings_of_the_style_sheet_with_their_levels(handout: Handout) -> None:
    headings = [one for one in paragraphs(handout.rtf()) if "outlinelevel" in one]
    assert [re.search(r"\\s(\d).*\\outlinelevel(\d).* (.*)\\par", one).groups() for one in headings] == [
        ("1", "0", "ARTICLES"),
        ("2", "1", r"exp\u233?riences"),
        ("1", "0", "LIVRES"),
    ]
    assert all(r"\keepn" in one for one in headings)


def test_entries_hang_where_the_style_says_so(handout: Handout) -> None:
    entries = [one for one in paragraphs(handout.rtf()) if r"\s7" in one]
    assert len(entries) == 5
    assert all(r"\fi-397\li397" in one for one in entries)


def test_blocks_are_lines_and_no_line_is_empty(handout: Handout) -> None:
    (entry,) = [one for one in paragraphs(handout.rtf()) if "Le Monde" in one]
    assert entry.endswith(r"{\b Mode d\u8217?emploi}\line {\i Le Monde}\par")


def test_links_are_live(handout: Handout) -> None:
    assert (
        '{\\field{\\*\\fldinst{HYPERLINK "https://example.org/z?a=1&b=2"}}{\\fldrslt{\\ul\\cf1 https:' in handout.rtf()
    )


def test_text_that_looks_like_rtf_is_escaped(handout: Handout, style: Style) -> None:
    assert r"{\title L\u8217?essai \{1\} & <la suite>}" in handout.rtf()
    rtf = build_handout([Item("a", "book", {"title": r"C:\line {x}"})], style).rtf()
    assert r"{\b C:\\line \{x\}}\par" in rtf


def test_languages_are_marked_for_the_spelling_checker(handout: Handout) -> None:
    assert r"\deflang1036" in handout.rtf()
    assert [r"\lang2057" in one for one in paragraphs(handout.rtf()) if "Open book" in one] == [True, True]


def test_list_points_have_bullets(handout: Handout) -> None:
    points = [one for one in paragraphs(handout.rtf()) if r"\bullet\tab" in one]
    assert len(points) == 2
    assert points[0].endswith(r"\bullet\tab un point\par")


@pytest.mark.parametrize("number", range(1, 7))
def test_sections_however_deep_have_headings(style: Style, number: int) -> None:
    path = "/".join("ABCDEF"[:number])
    rtf = build_handout([Item("a", "book", {"title": "T"}, groups=(path,))], style).rtf()
    assert len([one for one in paragraphs(rtf) if "outlinelevel" in one]) == number
