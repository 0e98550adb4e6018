"""What real files taught: changes that would be wrong, and are not made."""

from __future__ import annotations

import pytest

from citekit.french import normalize
from citekit.french.languages import look_for_french
from citekit.french.leftovers import strip_site, unescape
from citekit.french.publishers import split_imprint
from citekit.french.typography import fix_apostrophes
from citekit.items import Item, Name


@pytest.mark.parametrize("text", ["Gor'kij", "GOR'KIJ", "Qur'an et hadith", "Tat'jana"])
def test_the_mark_of_a_transliteration_is_no_apostrophe(text):
    assert fix_apostrophes(text) == text


@pytest.mark.parametrize("text", ["commedia dell'arte", "O'Neill", "Moody's", "le c'hoari", "presqu'île", "Terr'Loire"])
def test_an_apostrophe_is_curled_in_names_and_elisions(text):
    assert fix_apostrophes(text) == text.replace("'", "\u2019")


@pytest.mark.parametrize("text", ["London, England", "Lausanne, Suisse", "Princeton, N.J.", "Paris, Québec"])
def test_two_places_are_no_imprint(text):
    assert split_imprint(text) == ("", text)


@pytest.mark.parametrize("name", [Name("ORTF", "1re chaîne"), Name("PREEMPT_RT", "patch")])
def test_no_person_has_a_figure_or_an_underscore_in_the_name(name):
    item = Item("a", "book", {"title": "Essais sur la vie et les arts", "author": (name,), "language": "fr"})
    items, _ = normalize([item], select=["name-capitals"])
    assert items[0].names("author") == (name,)


def test_an_escape_in_a_formula_stays():
    assert unescape(r"Le cardinal $\#E(F_q)$") == r"Le cardinal $\#E(F_q)$"
    assert unescape(r"R\&D à 5 \$") == "R&D à 5 $"


def test_the_name_of_a_blog_goes_with_its_site():
    assert strip_site("L'école et la ville | Blog - Persée") == "L'école et la ville"


def test_english_that_quotes_french_is_english():
    assert not look_for_french("Huntington's disease: les jeux").is_certain


def test_tags_typed_as_entities_are_no_words():
    item = Item("a", "book", {"language": "fr", "title": "mise en oeuvre <i> &lt;/i&gt;"})
    once, _ = normalize([item])
    assert once[0].text("title").startswith("mise en œuvre")


def test_function_words_that_english_has_too_are_no_evidence():
    assert not look_for_french("A note on a question").is_certain
