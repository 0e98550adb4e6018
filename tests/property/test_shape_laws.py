"""A layout narrowed to the shape of an item renders what the whole layout renders, and leaves the same traces."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.csl import Cite, Position, Style, load_style
from citekit.csl.elements.node import Narrowing, Node
from citekit.csl.prepared import PreparedItem
from citekit.csl.state import CiteState, Disambiguation
from citekit.items import Date, DatePoint, Item, Name
from citekit.items.variables import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES

STYLES = st.sampled_from(
    "apa iso690-author-date-fr iso690-numeric-fr inset-handout chicago-author-date chicago-notes ieee nature "
    "modern-language-association oscola din-1505-2-alphanumeric vancouver bluebook-law-review".split()
)
TEXTS = st.sampled_from(["", "Essais", "<i>Essais</i> II", "no. 4", "12-15", "vol. 3", "xii"])
NAMES = st.lists(
    st.sampled_from([Name(family="Doe", given="Jane"), Name(literal="INSET"), Name(family="Roe", given="R.")]),
    max_size=4,
).map(tuple)
DATES = st.sampled_from(
    [Date(DatePoint(1999)), Date(DatePoint(2020, 5), is_circa=True), Date(literal="in press"), Date(None)]
)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(sorted(TEXT_VARIABLES | NUMBER_VARIABLES), TEXTS),
        **dict.fromkeys(sorted(NAME_VARIABLES), NAMES),
        **dict.fromkeys(sorted(DATE_VARIABLES), DATES),
    },
)
ITEMS = st.builds(Item, st.just("work"), st.sampled_from(sorted(ITEM_TYPES)), VALUES)
CITES = st.builds(Cite, st.just("work"), locator=st.sampled_from(["", "12"]), label=st.sampled_from(["", "chapter"]))


@cache
def _style(name: str) -> Style:
    return load_style(name)


def _rendered(node: Node, item: PreparedItem, cite: Cite, position: Position, condition: int) -> tuple[object, ...]:
    disambiguation = Disambiguation(condition=condition, year_suffix=condition)
    state = CiteState(item, cite, position, citation_number=3, disambiguation=disambiguation)
    state.shown_names = []
    out: list[object] = []
    status = node.render(state, out)
    traces = (state.suppressed, state.shown_names, state.names_rendered, state.conditions_met, state.wrote_year_suffix)
    return status, out, traces


@settings(deadline=None)
@given(STYLES, ITEMS, CITES, st.sampled_from(list(Position)), st.integers(0, 1))
def test_narrowing_changes_nothing(name, item, cite, position, condition):
    style = _style(name)
    prepared = style.prepare(item)
    nodes = [style.citation_node, style.authorless_node, style.bibliography_node]
    nodes += [key.node for key in (*style.citation_keys, *style.bibliography_keys)]
    for node in nodes:
        whole = _rendered(node.whole, prepared, cite, position, condition)
        assert _rendered(Narrowing(prepared.shape).part(node.whole), prepared, cite, position, condition) == whole
        if not cite.locator:
            bare = Narrowing(prepared.shape.bare).part(node.whole)
            assert _rendered(bare, prepared, cite, position, condition) == whole
