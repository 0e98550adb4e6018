"""Alphabetical order."""

from __future__ import annotations

import pytest

from citekit.text.collation import Collator


@pytest.mark.parametrize(
    "in_order",
    [
        ["A \u00e9t\u00e9", "A Hansen", "A Kasernes", "Ab Delrahman", "B Gjengen"],
        ["Aalto", "\u00c1lvarez", "Andr\u00e9"],
        ["Aaa", "ABC", "Xyz"],
        ["9 lieux", "40 lieux", "Les contrastes"],
        ["cote", "cot\u00e9", "c\u00f4te", "c\u00f4t\u00e9"],
        ["odeur", "\u0153uvre", "ogre"],
        ["d\u2019 Wander", "de\u2019 Frinkle", "in \u2019t Horvath"],
        ["Saint-Denis", "saintdenise"],
        ["page 2", "page 10"],
        ["", "a"],
    ],
)
def test_words_stand_in_this_order(in_order: list[str]) -> None:
    key = Collator("fr-FR").key
    backwards = in_order[::-1]
    assert sorted(backwards, key=key) == in_order


def test_french_of_canada_compares_accents_from_the_end() -> None:
    words = ["c\u00f4t\u00e9", "cot\u00e9", "c\u00f4te", "cote"]
    assert sorted(words, key=Collator("fr-CA").key) == ["cote", "c\u00f4te", "cot\u00e9", "c\u00f4t\u00e9"]


def test_letters_are_equal_whatever_accents_case_and_punctuation() -> None:
    key = Collator("fr-FR").key
    assert key("L'\u00c9tat")[0] == key("l\u2019etat")[0] == key("letat")[0] == key("[l-etat]")[0]


def test_order_is_total() -> None:
    key = Collator("fr-FR").key
    assert key("Dupont") != key("DUPONT")
    assert key("dupont") < key("Dupont")


def test_a_number_of_any_length_can_be_compared() -> None:
    key = Collator("en-US").key
    assert key("1" * 9000) > key("2")
