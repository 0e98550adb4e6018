import pytest

from citekit.french.journals import clean_journal
from citekit.items.date import Date, DatePoint
from citekit.report import Mode


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Cahiers de la Brume,", "Cahiers de la Brume"),
        ("Cahiers de la Brume.", "Cahiers de la Brume"),
        ("« Brume »", "Brume"),
        ("Brume (ISSN: 1234-5679)", "Brume"),
        ("Rev. de la Brume, Suppl.", "Rev. de la Brume, Suppl."),
        ("Fog Sci Lett.", "Fog Sci Lett."),
        ("C. R. de la Soc. du Brouillard.", "C. R. de la Soc. du Brouillard."),
        ("Fonderies et Co.", "Fonderies et Co."),
    ],
)
def test_what_is_no_part_of_a_journals_name_leaves_it(name, clean):
    assert clean_journal(name) == clean


def test_a_number_behind_a_journals_name_is_proposed_as_the_issue(normalized):
    item, report = normalized("article-journal", title="Le brouillard des villes", container_title="Brume, n° 12")
    assert item.text("container-title") == "Brume, n°\u00a012"
    assert [(change.field, change.mode) for change in report.changes if change.rule == "journal-issue"] == [
        ("container-title", Mode.ASK),
        ("issue", Mode.ASK),
    ]


def test_a_year_behind_a_journals_name_is_proposed_to_go_where_it_is_the_items(normalized):
    dated = {"issued": Date(DatePoint(1961)), "title": "Le brouillard des villes"}
    assert [
        change.after for change in normalized("article-journal", container_title="Brume, 1961", **dated)[1].changes
    ] == ["Brume"]
    assert normalized("article-journal", container_title="Brume, 1789", **dated)[1].changes == []


def test_a_number_behind_a_collections_name_is_proposed_as_its_number(normalized):
    item, report = normalized(collection_title="Que sais-je ? ; n° 645")
    assert [(change.field, change.after) for change in report.changes if change.rule == "journal-issue"] == [
        ("collection-title", "Que sais-je ?"),
        ("collection-number", "645"),
    ]
    assert item.text("collection-number") == ""


def test_a_known_journal_is_proposed_in_its_usual_form(normalized):
    item, report = normalized("article-newspaper", container_title="Gazette sante social (la)")
    assert item.text("container-title") == "La Gazette sante social"
    assert [change.after for change in report.changes if change.mode is Mode.ASK] == ["La Gazette Santé-Social"]
