"""Annotations: paragraphs and lists."""

from __future__ import annotations

from citekit.handout.annotation import BulletList, Paragraph, read_annotation
from citekit.text.punctuation import Quotes
from citekit.text.tokens import plain_text

FRENCH = Quotes("«\u00a0", "\u00a0»", "\u201c", "\u201d")


def shape(text: str) -> list[str | list[str]]:
    """Paragraphs as strings, lists as lists of strings."""
    return [
        [plain_text(point) for point in block.points] if isinstance(block, BulletList) else plain_text(block.tokens)
        for block in read_annotation(text, FRENCH)
    ]


def test_no_annotation_has_no_blocks() -> None:
    assert shape("  \n ") == []


def test_folded_lines_are_one_paragraph_and_blank_lines_part_them() -> None:
    assert shape("Un\ndeux.\n \nTrois.") == ["Un deux.", "Trois."]


def test_lines_with_dashes_are_the_points_of_one_list() -> None:
    assert shape("Plan :\n- un\n- deux\n  plié\n\n- trois\n\nFin.") == [
        "Plan\u202f:",
        ["un", "deux plié", "trois"],
        "Fin.",
    ]


def test_a_dash_inside_a_line_is_no_list() -> None:
    assert shape("Solidarité - Recueil\n-ce qui suit") == ["Solidarité - Recueil -ce qui suit"]


def test_straight_quotes_become_those_of_the_language() -> None:
    assert shape('Il dit "oui".') == ["Il dit «\u00a0oui\u00a0»."]


def test_blocks_are_paragraphs_or_lists() -> None:
    assert [type(block) for block in read_annotation("Un.\n\n- deux", FRENCH)] == [Paragraph, BulletList]
