"""Nodes narrowed to the shape of items: what is decided once, and that nothing is decided too early."""

from __future__ import annotations

import pytest

from citekit.csl import Document
from citekit.csl.elements.node import CALLED, EMPTY, MISSING, LiteralNode, Narrowing, SequenceNode
from citekit.csl.prepared import PreparedItem
from citekit.csl.shapes import Shapes
from citekit.items import Item


@pytest.fixture
def shape_of(item):
    """The shape of an item with these variables."""
    shapes = Shapes()
    return lambda **variables: PreparedItem(item(**variables), True, None, shapes).shape


@pytest.fixture
def narrowed(style_with, item):
    """The layout of a style for the shape of an item."""

    def narrow(layout, **variables):
        style = style_with(layout)
        return Narrowing(style.prepare(item(**variables)).shape).part(style.citation_node.whole)

    return narrow


def test_items_with_values_in_the_same_variables_share_a_shape():
    shapes = Shapes()
    first = Item("a", "book", {"title": "Essais", "publisher": ""})
    second = Item("b", "book", {"title": "Pens\u00e9es"})
    third = Item("c", "map", {"title": "Paris"})
    found = [PreparedItem(one, True, None, shapes).shape for one in (first, second, third)]
    assert found[0] is found[1]
    assert found[0] is not found[2]


def test_a_shape_knows_what_its_items_have(shape_of):
    shape = shape_of(title="Essais", page="12")
    assert (shape.has("title"), shape.has("author")) == (True, False)


@pytest.mark.parametrize("variable", ["locator", "citation-number", "year-suffix", "citation-label"])
def test_what_the_document_gives_is_not_decided(shape_of, variable):
    assert shape_of(title="Essais").has(variable) is None


def test_what_can_be_had_from_another_variable_is_not_decided(shape_of):
    assert shape_of(page="12").has("page-first") is None
    assert shape_of(title="Essais").has("page-first") is False


def test_only_cites_without_a_locator_are_known_to_have_none(shape_of):
    shape = shape_of(title="Essais")
    assert (shape.has("locator"), shape.bare.has("locator")) == (None, False)
    assert shape.bare.has("title")


def test_what_a_style_prints_of_locators_is_left_out_for_cites_without_one(style_with, item):
    style = style_with(
        '<text variable="title"/><choose><if locator="page"><text value="at "/></if></choose>'
        '<group><label variable="locator"/><text variable="locator"/></group>'
    )
    bare = style.prepare(item(title="Essais")).shape.bare
    node = Narrowing(bare).part(style.citation_node.whole)
    assert isinstance(node, SequenceNode)
    assert (len(node.children), node.status) == (1, CALLED)


def test_conditions_on_type_and_variables_leave_one_branch(narrowed):
    layout = (
        '<choose><if type="map"><text value="a"/></if><else-if variable="title"><text value="b"/></else-if>'
        '<else><text value="c"/></else></choose>'
    )
    assert narrowed(layout, title="Essais").tokens == ("b",)
    assert narrowed(layout, type="map").tokens == ("a",)
    assert narrowed(layout).tokens == ("c",)


def test_a_condition_on_the_cite_stays(narrowed):
    layout = '<choose><if locator="page" type="map" match="any"><text value="a"/></if></choose>'
    assert len(narrowed(layout).branches) == 1
    assert narrowed(layout, type="map").tokens == ("a",)


def test_variables_that_are_not_there_are_left_out_but_were_called(narrowed):
    node = narrowed('<text variable="title"/><text variable="publisher"/><text value="."/>', title="Essais")
    assert isinstance(node, SequenceNode)
    assert (len(node.children), node.status) == (2, CALLED)
    assert narrowed('<text variable="title"/>') is MISSING
    assert narrowed('<group><text variable="title" prefix="("/></group>') is MISSING


def test_a_label_without_its_number_calls_nothing(narrowed):
    assert narrowed('<label variable="volume"/>') is EMPTY


def test_a_short_form_may_be_all_that_there_is(cite, item):
    layout = '<text variable="container-title" form="short"/>'
    for _ in range(8):
        assert cite(layout, Item("work", "book", {"container-title-short": "NYT"})) == "NYT"


def test_names_keep_the_substitutes_that_can_print(narrowed):
    layout = (
        '<names variable="author editor"><substitute><names variable="translator"/><text variable="title"/>'
        "</substitute></names>"
    )
    names = narrowed(layout, title="Essais").body
    assert names.variables == ()
    assert len(names.substitutes) == 1
    assert narrowed(layout) is MISSING


def test_a_layout_is_narrowed_after_a_few_items_and_then_kept(style_with, item):
    style = style_with('<text variable="publisher"/><text value="!"/>')
    shape = style.prepare(item(title="Essais")).shape
    layout = style.citation_node
    assert [layout.of(shape) is layout.whole for _ in range(5)] == [True, True, True, False, False]
    assert layout.of(shape) is layout.of(shape)


def test_many_items_of_a_shape_print_what_the_first_printed(style_with, item):
    layout = (
        '<names variable="author"><substitute><text variable="title"/></substitute></names>'
        '<group prefix=" (" suffix=")"><text value="in "/><text variable="publisher"/></group>'
        '<text variable="title" prefix=": "/>'
    )
    style = style_with(layout)
    items = [item(id=f"w{i}", title="Essais") for i in range(12)]
    assert {entry.text for entry in Document(style, items).bibliography()} == {"Essais"}


def test_a_literal_is_the_same_for_every_shape(shape_of):
    node = LiteralNode("in")
    assert Narrowing(shape_of(title="Essais")).part(node) is node
