import pytest

from citekit.items.name import Name
from citekit.report import Mode

NBSP = "\u00a0"
ROUX = (Name(family="Roux", given="Paul"),)


@pytest.mark.parametrize(
    "title",
    [
        "Le canal de la Brume / Paul Roux",
        "Le canal de la Brume / Roux Paul",
        "Le canal de la Brume / par PAUL ROUX.",
        "Le canal de la Brume / Anne Blanc et Paul Roux",
    ],
)
def test_names_that_the_item_gives_leave_the_title(normalized, title):
    item, _ = normalized(title=title, author=(*ROUX, Name(family="Blanc", given="Anne")))
    assert item.text("title") == "Le canal de la Brume"
    assert item.custom["title-as-given"] == title


@pytest.mark.parametrize(
    "title",
    [
        "Punir / Guérir / Surveiller",
        "Ville / Campagne",
        "Lettres et/ou chiffres",
        "Le vent (fin de saison / printemps des îles)",
    ],
)
def test_a_slash_between_equals_is_left(normalized, title):
    item, report = normalized(title=title, author=ROUX)
    assert item.text("title") == title
    assert report.changes == []


def test_other_names_behind_a_slash_are_asked_for(normalized):
    item, report = normalized(title="Contes du Forez / réunis par Jeanne Noir", author=ROUX)
    assert item.text("title") == "Contes du Forez / réunis par Jeanne Noir"
    assert [(change.rule, change.mode) for change in report.changes] == [("title-statement", Mode.ASK)]


def test_a_subtitle_behind_a_slash_is_proposed(normalized):
    _, report = normalized(title="Le canal de la Brume / Une histoire des mariniers")
    assert [change.after for change in report.changes] == [f"Le canal de la Brume{NBSP}: Une histoire des mariniers"]


def test_a_parallel_title_is_only_proposed(normalized):
    item, report = normalized(title="Le canal de la Brume = The fog canal")
    assert item.text("title") == "Le canal de la Brume = The fog canal"
    assert [(change.rule, change.mode) for change in report.changes] == [("title-parallel", Mode.ASK)]


@pytest.mark.parametrize("title", ["Le cas n = 3 des groupes", "La formule a + b = c de la ville"])
def test_an_equation_is_no_parallel_title(normalized, title):
    assert normalized(title=title)[1].changes == []
