"""Laws of the French pass: idempotent, never empties, leaves other languages and addresses alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.french import (
    fix_apostrophes,
    fix_ellipsis,
    fix_ordinals,
    fix_quotes,
    fix_spacing,
    join_oe,
    join_subtitle,
    normalize,
)
from citekit.items.date import Date
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.report import Mode

# Pieces of real titles, so that what is generated meets the rules far more often than random text would.
PIECES = st.sampled_from(
    [
        piece.strip(" ")
        for piece in """
    Les|les|l'État|d'hier|innovations|sociales|dans|une|région|mise en oeuvre|coeur|27ème|XIXe
    XIX<sup>ème</sup>|siècle|1er|mars
    2020|Ve
    République|l'|:|;|!|?|.|...|....|« |«| »|»|"|“|”|'|-|–|(|)|<i>|</i>|10:30|1 : 25 000
    https://a.fr/b?c;d|10.1234/ab:c
    J.|Dupont|etc.|Tome|II
    t. 2|n° 3|vol. 4|p. 12-34|331 p.|the|and|of|world|Ecole|à|où|?!|\u00a0|\u202f|\u00ad|e\u0301
    """.replace("\n", "|").split("|")
    ]
)
TITLES = st.lists(PIECES, min_size=1, max_size=12).map(lambda pieces: " ".join(pieces).strip() or "Les")
ANY_TEXT = st.text(min_size=1, max_size=40).filter(str.strip)
TEXTS = TITLES | ANY_TEXT

NAME_WORDS = st.sampled_from(
    """
    JUAN Maïté LE GOFF Jacques DUPONT Jean Institut des actuaires INSEE CNSA II J. (dir.) collectif Ministère de la
    D'ABOVILLE MARTIN
    """.split()
)
NAME_PARTS = st.lists(NAME_WORDS, min_size=0, max_size=3).map(" ".join)
NAMES = st.builds(Name, family=NAME_PARTS.filter(bool), given=NAME_PARTS) | st.builds(
    Name, literal=NAME_PARTS.filter(bool)
)

DATES = st.sampled_from(
    [
        "27/11/2020",
        "12/2020",
        "1er mars 2020",
        "s. d.",
        "1995 [1658]",
        "2016 [à paraître]",
        "vers 1850",
        "05/05/20",
        "x",
    ]
)
LANGUAGES = st.sampled_from(["", "fr", "french", "fr_CA", "en", "2016"])


@st.composite
def items(draw: st.DrawFn) -> Item:
    """An item with a bit of everything that the rules look at."""
    item = Item("key", draw(st.sampled_from(["book", "article-journal", "thesis", "chapter"])))
    return item.with_variables(
        {
            "language": draw(LANGUAGES),
            "title": draw(TEXTS),
            "container-title": draw(st.sampled_from(["", "Monde (le)", "Express (L')", "Revue d'histoire: essais"])),
            "abstract": draw(st.just("") | TITLES),
            "volume": draw(st.sampled_from(["", "vol. 3", "n° 110", "41(2)", "t. II"])),
            "issue": draw(st.sampled_from(["", "n° 3186", "HS-33"])),
            "page": draw(st.sampled_from(["", "p. 12-34", "331 p.", "153", "209--59"])),
            "edition": draw(st.sampled_from(["", "2e éd.", "1", "Nouv. éd."])),
            "author": tuple(draw(st.lists(NAMES, max_size=3))),
            "issued": Date(literal=draw(DATES)),
            "URL": "https://exemple.fr/l'eau:propre?a=1;b=2",
        }
    )


@settings(max_examples=300, deadline=None)
@given(items())
def test_normalising_twice_changes_nothing_more(item: Item) -> None:
    once, _ = normalize([item])
    twice, report = normalize(once)
    assert twice == once
    assert [change for change in report.changes if change.mode is Mode.AUTO] == []


@settings(max_examples=200, deadline=None)
@given(items())
def test_what_is_taken_out_of_a_variable_is_found_elsewhere(item: Item) -> None:
    after, _ = normalize([item])
    moved = {
        "author": ("editor", "author-as-given"),
        "page": ("number-of-pages",),
        "volume": ("issue",),
        "issued": ("status", "issued-as-given"),
    }
    for variable in item.variables.keys() - after[0].variables.keys():
        elsewhere = moved[variable]
        assert any(place in after[0].variables or place in after[0].custom for place in elsewhere), variable


@settings(max_examples=200, deadline=None)
@given(items())
def test_the_address_and_the_id_never_change(item: Item) -> None:
    after, _ = normalize([item])
    assert (after[0].text("URL"), after[0].id, after[0].type) == (item.text("URL"), item.id, item.type)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_title_of_another_language_is_left(title: str) -> None:
    after, _ = normalize([Item("key", "book", {"language": "en", "title": title})])
    assert after[0].text("title") == title


@pytest.mark.parametrize(
    "mend", [fix_apostrophes, fix_ellipsis, fix_ordinals, fix_quotes, fix_spacing, join_oe, join_subtitle]
)
@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_each_mending_of_a_string_is_idempotent_and_keeps_the_words(mend, text):
    once = mend(text)
    assert mend(once) == once
    assert bool(once.strip()) == bool(text.strip())
