"""Export to CSL-JSON."""

from citekit.export.csl_json import to_csl_json
from citekit.items.csl_json import read_csl_json
from citekit.items.item import Item


def test_items_come_back_equal() -> None:
    items = [Item("a", "book", {"title": "Essais"}, ("santé",), ("OUVRAGES",), {"shelf": "B 12"})]
    text, notices = to_csl_json(items)
    assert read_csl_json(text)[0] == items
    assert notices == []


def test_a_type_that_csl_does_not_know_is_told() -> None:
    _, notices = to_csl_json([Item("a", "hologram")])
    assert [str(notice) for notice in notices] == [
        "warning: a: CSL has no type 'hologram'; written as 'document'; give the item a CSL type [approximate-type]"
    ]
