"""`cs:group`: delimiters, and the group that vanishes with its variables (CSL 1.0.2, "Group")."""

from __future__ import annotations

from citekit.csl.elements.group import GroupNode
from citekit.csl.elements.node import CALLED, LiteralNode, SequenceNode
from citekit.csl.elements.text import VariableNode

RETRIEVED = '<group delimiter=" "><text term="retrieved"/><text term="from"/><text variable="URL"/></group>'


def test_a_group_writes_its_terms_when_a_variable_has_a_value(cite, item):
    url = "https://doi.org/10.1128/AEM.02591-07"
    assert cite(RETRIEVED, item(URL=url)) == f"retrieved from {url}"


def test_a_group_with_only_empty_variables_writes_nothing(cite, item):
    assert cite(f"{RETRIEVED}<text variable='title'/>", item(title="Essais")) == "Essais"


def test_a_group_that_calls_no_variable_is_always_written(cite, item):
    assert cite('<group delimiter=" "><text term="retrieved"/><text value="then"/></group>', item()) == "retrieved then"


def test_one_variable_with_a_value_is_enough(cite, item):
    layout = '<group delimiter=", "><text term="in"/><text variable="title"/><text variable="note"/></group>'
    assert cite(layout, item(note="n")) == "in, n"


def test_the_delimiter_stands_only_between_pieces_that_are_not_empty(cite, item):
    layout = '<group delimiter="; "><text variable="note"/><text variable="title"/><text variable="genre"/></group>'
    assert cite(layout, item(title="Essais", genre="essay")) == "Essais; essay"


def test_the_delimiter_does_not_reach_into_an_inner_group(cite, item):
    layout = (
        '<group delimiter=": "><text term="retrieved"/>'
        '<group><text value="&lt;"/><text variable="URL"/><text value="&gt;"/></group></group>'
    )
    assert cite(layout, item(URL="http://example.com")) == "retrieved: <http://example.com>"


def test_an_inner_group_that_writes_counts_as_a_variable_with_a_value(cite, item):
    layout = '<group delimiter=" "><text variable="note"/><group><text value="inner"/></group></group>'
    assert cite(layout, item()) == "inner"


def test_an_inner_group_without_output_takes_the_outer_group_with_it(cite, item):
    layout = (
        '<text variable="title"/>'
        '<group delimiter=" " prefix=" "><text term="from"/>'
        '<group><text term="in"/><text variable="URL"/></group></group>'
    )
    assert cite(layout, item(title="Essais")) == "Essais"


def test_a_macro_that_writes_counts_as_a_variable_with_a_value(cite, item, style_with):
    style = style_with(
        '<group delimiter=" "><text macro="word"/><text variable="note"/></group>',
        macros='<macro name="word"><text value="word"/></macro>',
    )
    assert cite(style, item()) == "word"


def test_a_variable_called_through_an_empty_macro_suppresses_the_group(cite, item, style_with):
    style = style_with(
        '<text variable="title"/><group><text term="in"/><text macro="place"/></group>',
        macros='<macro name="place"><text variable="publisher-place"/></macro>',
    )
    assert cite(style, item(title="Essais")) == "Essais"


def test_a_variable_that_a_substitute_took_counts_as_empty(cite, item):
    layout = (
        '<names variable="author"><substitute><text variable="title"/></substitute></names>'
        '<group prefix=", "><text term="in"/><text variable="title"/></group>'
    )
    assert cite(layout, item(title="Essais")) == "Essais"


def test_affixes_and_formatting_apply_to_the_group_as_a_whole(cite, item):
    layout = (
        '<group delimiter=" " font-weight="bold" prefix="(" suffix=")">'
        '<text variable="title"/><text variable="note"/></group>'
    )
    assert cite(layout, item(title="A", note="B"), output="html") == "(<b>A B</b>)"


def test_a_group_vanishes_with_its_affixes(cite, item):
    layout = '<text variable="title"/><group prefix="(" suffix=")"><text variable="note"/></group>'
    assert cite(layout, item(title="Essais")) == "Essais"


def test_a_label_alone_does_not_keep_a_group(cite, item):
    layout = '<text variable="title"/><group prefix=" "><label variable="page"/><text variable="note"/></group>'
    assert cite(layout, item(title="Essais")) == "Essais"


def test_a_date_without_the_parts_asked_for_does_not_keep_a_group(cite, item):
    layout = (
        '<text variable="title"/>'
        '<group prefix=" "><text term="from"/><date variable="issued"><date-part name="day"/></date></group>'
    )
    assert cite(layout, item(title="Essais", issued=2020)) == "Essais"


def test_a_group_that_vanishes_cuts_what_it_had_written(state):
    out = ["before"]
    node = GroupNode(SequenceNode((LiteralNode("in"), VariableNode("title", "long")), " "))
    assert node.render(state(), out) == CALLED
    assert out == ["before"]


def test_a_term_that_vanishes_with_its_group_leaves_the_capital_to_the_next(item, style_with):
    style = style_with(
        bibliography='<group><text term="retrieved"/><text variable="URL"/></group>'
        '<text term="no date"/><text variable="title" prefix=", "/>'
    )
    assert [one.text for one in style.bibliography([item(title="Essais")])] == ["No date, Essais"]
