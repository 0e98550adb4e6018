"""Executable nodes: the contract that each keeps, affixes, formatting and delimiters."""

from __future__ import annotations

import pytest

from citekit.csl.elements.node import (
    CALLED,
    EMPTY,
    FOUND,
    NOTHING,
    WROTE,
    LiteralNode,
    Node,
    SequenceNode,
    formatting_marks,
    styled,
)
from citekit.csl.elements.text import VariableNode
from citekit.csl.style import NO_AFFIXES, NO_FORMATTING, Affixes, Formatting


def test_the_empty_node_appends_nothing_and_asks_for_nothing(state):
    out = ["before"]
    assert EMPTY.render(state(), out) == NOTHING
    assert out == ["before"]


def test_a_literal_writes_without_asking_for_a_variable(state):
    out = []
    assert LiteralNode("in").render(state(), out) == WROTE
    assert out == ["in"]


def test_a_variable_says_that_it_was_called_and_whether_it_was_found(item, state):
    out = []
    assert VariableNode("title", "long").render(state(item(title="Essais")), out) == CALLED | FOUND | WROTE
    assert VariableNode("title", "long").render(state(item()), out) == CALLED
    assert out == ["Essais"]


def test_a_sequence_sets_its_delimiter_only_between_children_that_write(state):
    out = []
    silent = VariableNode("title", "long")
    nodes = (silent, LiteralNode("a"), silent, LiteralNode("b"), silent)
    assert SequenceNode(nodes, ", ").render(state(), out) == CALLED | WROTE
    assert out == ["a", ", ", "b"]


def test_a_styled_node_that_writes_nothing_leaves_no_trace(state):
    out = ["before"]
    node = styled(VariableNode("title", "long"), Affixes("(", ")"), Formatting(font_style="italic"), "block")
    assert node.render(state(), out) == CALLED
    assert out == ["before"]


def test_styling_that_asks_for_nothing_is_no_node_of_its_own():
    node = LiteralNode("in")
    assert styled(node, NO_AFFIXES, NO_FORMATTING) is node
    assert styled(EMPTY, Affixes("("), NO_FORMATTING) is EMPTY


def test_a_node_without_a_render_method_cannot_go_unnoticed(state):
    with pytest.raises(AssertionError, match="does not render"):
        Node().render(state(), [])


def test_font_style_is_the_innermost_mark():
    marks = formatting_marks(Formatting("italic", "small-caps", "bold", "underline", "sup"))
    assert [one.kind for one in marks] == [
        "vertical-align",
        "text-decoration",
        "font-weight",
        "font-variant",
        "font-style",
    ]


def test_affixes_stand_outside_formatting(cite, item):
    layout = '<text variable="title" font-style="italic" prefix="(" suffix=")"/>'
    assert cite(layout, item(title="Essais"), output="html") == "(<i>Essais</i>)"


def test_affixes_of_a_child_are_reached_by_the_formatting_of_the_group(cite, item):
    layout = '<group font-style="italic"><text variable="title" prefix="(" suffix=")"/></group>'
    assert cite(layout, item(title="Essais"), output="html") == "<i>(Essais)</i>"


def test_affixes_stand_outside_quotes(cite, item):
    layout = '<text variable="title" quotes="true" prefix="[" suffix="]"/>'
    assert cite(layout, item(title="Essais")) == "[\u201cEssais\u201d]"


def test_affixes_are_untouched_by_text_case(cite, item):
    layout = '<text variable="title" text-case="uppercase" prefix="in " suffix=" etc"/>'
    assert cite(layout, item(title="Essais")) == "in ESSAIS etc"


def test_affixes_are_untouched_by_strip_periods(cite, item):
    layout = '<text variable="title" strip-periods="true" prefix="no. " suffix="."/>'
    assert cite(layout, item(title="Vol. I.")) == "no. Vol I."


def test_affixes_of_an_element_without_output_are_left_out(cite, item):
    layout = '<text variable="title"/><text variable="note" prefix=" [" suffix="]"/>'
    assert cite(layout, item(title="Essais")) == "Essais"


@pytest.mark.parametrize(
    ("attribute", "html"),
    [
        ('font-style="italic"', "<i>x</i>"),
        ('font-weight="bold"', "<b>x</b>"),
        ('font-variant="small-caps"', '<span style="font-variant:small-caps;">x</span>'),
        ('text-decoration="underline"', '<span style="text-decoration:underline;">x</span>'),
        ('vertical-align="sup"', "<sup>x</sup>"),
        ('vertical-align="sub"', "<sub>x</sub>"),
    ],
)
def test_each_formatting_attribute_is_rendered(cite, item, attribute, html):
    assert cite(f'<text variable="title" {attribute}/>', item(title="x"), output="html") == html


def test_display_makes_a_block_around_the_affixes(entry, item):
    layout = '<text variable="title" display="block" prefix="(" suffix=")"/>'
    assert entry(layout, item(title="Essais"), output="html").strip() == '<div class="csl-block">(Essais)</div>'
