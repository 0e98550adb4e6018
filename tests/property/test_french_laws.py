"""Laws of the French pass: idempotent, never empties, leaves other languages and addresses alone."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.french import (
    RULES,
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
    27^{ème}|XIX e|siècle|Ier|12|%|n°|lat\u00b4erales|\ufffde|maltrait\ufffde|(La) Paris|EN CAPITALES TOUT CELA
    <em>|</em>|&lt;i&gt;|&lt;/i&gt;|&amp;lt;|<br/>|<<|>>|/|=|ma??tre|\u00bduvre|XVI\u00b0|Compte rendu.|Traduit|A propos
    """.replace("\n", "|").split("|")
    ]
)
TITLES = st.lists(PIECES, min_size=1, max_size=12).map(lambda pieces: " ".join(pieces).strip() or "Les")
ANY_TEXT = st.text(min_size=1, max_size=40).filter(str.strip)
TEXTS = TITLES | ANY_TEXT

NAME_WORDS = st.sampled_from(
    """
    JUAN Maïté LE GOFF Jacques DUPONT Jean Institut des actuaires INSEE CNSA II J. (dir.) collectif Ministère de la
    D'ABOVILLE MARTIN (trad.) (directeur) et al. others du de la Le (de) (Jean) Pierre Fran??ois ; &
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
        "8/2/2020",
        "DL 2005",
        "2013, réimpr.",
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
            "volume": draw(st.sampled_from(["", "vol. 3", "n° 110", "41(2)", "t. II", "66e année"])),
            "issue": draw(
                st.sampled_from(["", "n° 3186", "HS-33", "41(2)", "t. 88e", "147, automne", "numéro spécial"])
            ),
            "page": draw(
                st.sampled_from(["", "p. 12-34", "331 p.", "153", "209--59", "1 vol. (331 p.) : ill.", "p. 1-2, p. 4"])
            ),
            "edition": draw(st.sampled_from(["", "2e éd.", "1", "1re éd.", "Nouv. éd.", "Éditions du Seuil", "Payot"])),
            "author": tuple(draw(st.lists(NAMES, max_size=3))),
            "issued": Date(literal=draw(DATES)),
            "publisher": draw(st.sampled_from(["", "Paris : Dunod", "Seuil, Paris", "s.n.", "Persée", "Ed. du Seuil"])),
            "publisher-place": draw(
                st.sampled_from(["", "S.l.", "Paris, France", "[Lyon]", "75014 Paris", "Paris, New York"])
            ),
            "note": draw(
                st.sampled_from(
                    [
                        "",
                        "Place: Paris Publisher: Belin",
                        "consulté le 3 mai 2016",
                        "ill.",
                        "Mémoire de master",
                        "doi:10.4171/083",
                    ]
                )
            ),
            "genre": draw(st.sampled_from(["", "These de Doctorat", "PhD thesis", "Rapport"])),
            "ISBN": draw(st.sampled_from(["", "978-2-07-036822-8 978-2-07-036024-6", "12"])),
            "DOI": draw(st.sampled_from(["", "doi:10.4171/083"])),
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
        "issue": ("volume", "issue-as-given"),
        "edition": ("publisher",),
        "issued": ("status", "issued-as-given"),
        "note": ("note-as-given", "accessed", "DOI"),
        "publisher": ("publisher-as-given", "source"),
        "publisher-place": ("publisher-place-as-given",),
    }
    for variable in item.variables.keys() - after[0].variables.keys():
        elsewhere = moved[variable]
        assert any(place in after[0].variables or place in after[0].custom for place in elsewhere), variable


@settings(max_examples=200, deadline=None)
@given(items())
def test_the_address_and_the_id_never_change(item: Item) -> None:
    after, _ = normalize([item])
    assert (after[0].text("URL"), after[0].id) == (item.text("URL"), item.id)


@settings(max_examples=200, deadline=None)
@given(items())
def test_an_item_in_another_language_is_changed_by_rules_of_all_languages_only(item: Item) -> None:
    foreign = item.with_variables({"language": "en"})
    _, report = normalize([foreign])
    free = {rule.id for rule in RULES if not rule.needs_french}
    assert {change.rule for change in report.changes} <= free


@settings(max_examples=200, deadline=None)
@given(items())
def test_a_proposal_changes_nothing_unless_it_is_accepted(item: Item) -> None:
    plain, _ = normalize([item])
    declined, _ = normalize([item], decide=lambda changes: False)
    assert declined == plain
    accepted, accepted_report = normalize([item], decide=lambda changes: True)
    assert [change for change in accepted_report.changes if change.mode is Mode.ASK] == []
    assert accepted[0].id == item.id


@settings(max_examples=200, deadline=None)
@given(items())
def test_a_body_in_braces_is_never_taken_apart_by_itself(item: Item) -> None:
    name = Name(literal="de la Maison-Dieu, DUPONT Jean", is_institution=True)
    after, _ = normalize([item.with_variables({"editor": (name,)})])
    assert name in after[0].names("editor")


@settings(max_examples=200, deadline=None)
@given(items(), st.randoms(use_true_random=False))
def test_families_that_share_no_variable_may_run_in_any_order(item: Item, shuffled: random.Random) -> None:
    # Stated in the decision on the order of rules: these families look at variables of their own.
    families = ["dates", "numbers", "publishers", "names"]
    expected, _ = normalize([item], select=families)
    shuffled.shuffle(families)
    found = [item]
    for family in families:
        found, _ = normalize(found, select=[family])
    assert found == expected


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_title_of_another_language_is_left_by_the_rules_for_french(title: str) -> None:
    before = Item("key", "book", {"language": "en", "title": title})
    _, report = normalize([before])
    assert all(not rule.needs_french for rule in RULES if rule.id in {change.rule for change in report.changes})
    # What is left over of HTML and LaTeX, and loose accents, are nobody's typography.
    after, _ = normalize([before], ignore=["leftovers", "words"])
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
