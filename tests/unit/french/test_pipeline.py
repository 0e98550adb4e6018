import pytest

from citekit.errors import Location, UsageError
from citekit.french import RULES, explain, normalize
from citekit.items.item import Item

ITEM = Item("a", "article-newspaper", {"language": "fr", "title": "Quoi ?", "container-title": "Monde (le)"})


def test_only_selected_rules_run():
    items, report = normalize([ITEM], select=["journal-article"])
    assert (items[0].text("title"), items[0].text("container-title")) == ("Quoi ?", "Le Monde")
    assert [change.rule for change in report.changes] == ["journal-article"]


def test_a_family_or_a_short_code_may_be_ignored():
    items, _ = normalize([ITEM], ignore=["typography", "J1"])
    assert items[0].variables == ITEM.variables


def test_an_unknown_rule_is_an_error_that_names_the_nearest():
    with pytest.raises(UsageError, match="journal-article"):
        normalize([ITEM], select=["journal-articles"])


def test_a_change_carries_the_place_of_its_item():
    _, report = normalize([Item("a", "book", {"number-of-pages": "331 p."}, location=Location("a.bib", 3, 1))])
    assert str(report.changes[0]) == "a.bib:3:1: a.number-of-pages: '331 p.' -> '331' [page-extent]"


def test_addresses_are_never_touched():
    address = "https://exemple.fr/l'eau:propre?a=1;b=2"
    items, _ = normalize([ITEM.with_variables({"URL": address, "DOI": "10.1234/l'eau"})])
    assert (items[0].text("URL"), items[0].text("DOI")) == (address, "10.1234/l'eau")


def test_every_rule_can_be_explained():
    for rule in RULES:
        text = explain(rule.id)
        assert rule.summary_en in text
        assert rule.summary_fr in text


def test_an_explanation_shows_the_spaces_that_nobody_sees():
    lines = explain("typography-spacing").splitlines()
    assert "  title: Les «labs» à 10:30 -> Les «\u237dlabs\u237d» à 10:30" in lines
    assert lines[-1] == "\u237d is a no-break space, \u23b5 a narrow one."
    assert "\u237d" not in explain("name-order")
