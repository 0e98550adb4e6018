"""From elements to nodes: what is decided once, and shared."""

from __future__ import annotations

from citekit.csl.compile import compile_children, compile_element, compile_macro
from citekit.csl.elements.node import EMPTY, LiteralNode, SequenceNode
from citekit.csl.scope import Scope
from citekit.csl.style import Affixes, Group, NameOptions, Text


def scope_of(style) -> Scope:
    return Scope(style.source, style.locale, "citation", NameOptions())


def test_elements_that_can_never_write_are_left_out_when_the_style_is_compiled(style_with):
    scope = scope_of(style_with())
    nothing = Text("value", "")
    assert compile_element(nothing, scope) is EMPTY
    assert compile_children((nothing, nothing), scope) is EMPTY
    assert compile_element(Group((nothing,), affixes=Affixes("(", ")")), scope) is EMPTY


def test_a_single_child_needs_no_sequence(style_with):
    scope = scope_of(style_with())
    assert not isinstance(compile_children((Text("value", "a"),), scope, ", "), SequenceNode)
    assert isinstance(compile_children((Text("value", "a"), Text("value", "b")), scope, ", "), SequenceNode)


def test_a_term_is_looked_up_when_the_style_is_compiled(style_with):
    style = style_with(locale_xml='<locale><terms><term name="in">dans</term></terms></locale>')
    node = compile_element(Text("term", "in"), scope_of(style))
    assert isinstance(node, LiteralNode)
    assert node.text == "dans"


def test_a_term_that_no_locale_defines_is_an_empty_node(style_with):
    assert compile_element(Text("term", "no-such-term"), scope_of(style_with())) is EMPTY


def test_a_macro_is_compiled_once_for_each_scope(style_with):
    style = style_with(macros='<macro name="name"><text variable="title"/></macro>')
    first, second = scope_of(style), scope_of(style)
    assert compile_macro("name", first) is compile_macro("name", first)
    assert compile_macro("name", first) is not compile_macro("name", second)


def test_a_macro_inherits_the_name_options_of_the_area_that_calls_it(cite, entry, item, style_with):
    style = style_with(
        '<text macro="people"/>',
        macros='<macro name="people"><names variable="author"/></macro>',
        citation='name-form="short"',
        bibliography_options='name-as-sort-order="all"',
    )
    work = item(author="Doe, Jane")
    assert cite(style, work) == "Doe"
    assert entry(style, work) == "Doe, Jane"


def test_rendering_twice_gives_the_same_text(cite, item, style_with):
    style = style_with('<names variable="author"><name initialize-with="."/></names><text variable="title"/>')
    work = item(author="Doe, Jane; Roe, Rick", title=" T")
    assert cite(style, work) == cite(style, work) == "J. Doe, R. Roe T"


def test_a_block_inside_another_element_is_none(entry, item, style_with):
    block = '<text variable="title" display="block"/>'
    made = item(title="Essais", publisher="Plon")
    nested = style_with("", bibliography=f'<group delimiter=", "><text variable="publisher"/>{block}</group>')
    assert entry(nested, made, output="html") == "Plon, Essais"
    called = style_with(macros=f'<macro name="t">{block}</macro>', bibliography='<text macro="t"/>')
    assert entry(called, made, output="html") == "Essais"
    outermost = style_with("", bibliography=f'<choose><if variable="title">{block}</if></choose>')
    assert '<div class="csl-block">Essais</div>' in entry(outermost, made, output="html")
