"""Variables written into the note."""

from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.note import unpack_note


def unpacked(note: str, **variables: str) -> Item:
    return unpack_note(Item("a", "book", {"note": note, **variables}))


def test_lines_at_the_top_set_variables_and_leave_the_note() -> None:
    item = unpacked("genre: Peer commentary\nPMID: 11797025\nA fine copy.\nvolume: not a variable any more")
    assert item.variables == {
        "note": "A fine copy.\nvolume: not a variable any more",
        "genre": "Peer commentary",
        "PMID": "11797025",
    }


def test_text_may_open_the_note() -> None:
    assert unpacked("A fine copy.\ngenre: commentary").variables == {"note": "A fine copy.", "genre": "commentary"}


def test_braces_set_variables_inside_the_text() -> None:
    item = unpacked("A copy {:original-date: 1964} of note")
    assert item.date("original-date") == Date(DatePoint(1964))
    assert "original-date" not in item.text("note")


def test_names_are_given_line_by_line() -> None:
    item = unpacked("reviewed-author: Hall || W.C.\nreviewed-author: INSET")
    assert item.names("reviewed-author") == (Name("Hall", "W.C."), Name(literal="INSET", is_institution=True))
    assert item.text("note") == ""


def test_date_ranges_are_read() -> None:
    item = unpacked("event-date: 2004-10-01/2004-10-14")
    assert item.date("event-date") == Date(DatePoint(2004, 10, 1), DatePoint(2004, 10, 14))


def test_the_type_is_replaced() -> None:
    assert unpacked("type: map").type == "map"


def test_variables_that_the_item_has_are_left_alone() -> None:
    item = unpacked("genre: commentary", genre="essay")
    assert item.variables == {"note": "genre: commentary", "genre": "essay"}


def test_colons_in_ordinary_text_mean_nothing() -> None:
    item = Item("a", "book", {"note": "ArticleType: research-article / Full publication date: Mar., 2000"})
    assert unpack_note(item) is item
    assert unpack_note(Item("b", "book")) == Item("b", "book")
