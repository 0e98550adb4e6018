"""Texts without what their forms differ in."""

import pytest

from citekit.french.folding import folded, without_accents


@pytest.mark.parametrize("text", ["Thèse d'État", "THESE D\u2019ETAT", "these  d'e\u0301tat"])
def test_forms_of_one_text_are_folded_alike(text):
    assert folded(text) == "these d etat"


def test_accents_go_and_capitals_stay():
    assert without_accents("Élève à Cœur") == "Eleve a Cœur"
