"""Whatever an item holds, rendering it gives text: no exception, no half-open markup, one entry at most for an item."""

from __future__ import annotations

import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from citekit.csl import Citation, Cite, Document, Style, load_style
from citekit.items import Date, DatePoint, Item, Name
from citekit.items.csl_json import read_csl_json
from citekit.items.variables import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES

STYLES = st.sampled_from(
    "apa iso690-author-date-fr iso690-numeric-fr inset-handout chicago-author-date chicago-notes ieee nature "
    "modern-language-association american-sociological-association oscola din-1505-2-alphanumeric".split()
)
LOCALES = st.sampled_from([None, "en-US", "fr-FR", "de-DE", "ar", "ja-JP", "zz"])

AWKWARD_TEXT = st.text(
    st.one_of(
        st.sampled_from("aB1.,;:!?-&()[]<>/\\{}\"' \u00e9\u2013\u2019\u00ab\u00bb\u201c\u00a0\u202f\u0301\u05d0\u5ddd"),
        st.characters(codec="utf-8"),
    ),
    max_size=24,
)
MARKUP = st.sampled_from(
    ["<i>", "</i>", "<b>x</b>", "<sup>2</sup>", '<span class="nocase">', "</span>", '"', "\u00abx\u00bb", "p. ", " & "]
)
TEXT = st.lists(st.one_of(AWKWARD_TEXT, MARKUP), max_size=4).map("".join)
NUMBERS = st.one_of(TEXT, st.from_regex(r"[0-9ivx]{1,5}[-,& \u2013]{0,2}[0-9a-d]{0,5}", fullmatch=True))

NAMES = st.builds(
    Name,
    family=TEXT,
    given=TEXT,
    dropping_particle=AWKWARD_TEXT,
    non_dropping_particle=AWKWARD_TEXT,
    suffix=AWKWARD_TEXT,
    literal=st.one_of(st.just(""), TEXT),
    comma_suffix=st.booleans(),
    static_ordering=st.booleans(),
    is_institution=st.booleans(),
)
POINTS = st.builds(
    DatePoint,
    st.integers(-9999, 99999),
    month=st.integers(0, 99),
    day=st.integers(0, 99),
    season=st.integers(0, 9),
)
DATES = st.builds(
    Date,
    st.one_of(st.none(), POINTS),
    st.one_of(st.none(), POINTS),
    literal=AWKWARD_TEXT,
    is_circa=st.booleans(),
    is_open=st.booleans(),
)
VALUES = st.one_of(
    st.dictionaries(st.sampled_from(sorted(TEXT_VARIABLES - NUMBER_VARIABLES)), TEXT.filter(bool), max_size=6),
    st.dictionaries(st.sampled_from(sorted(NUMBER_VARIABLES)), NUMBERS.filter(bool), max_size=4),
    st.dictionaries(
        st.sampled_from(sorted(NAME_VARIABLES)), st.lists(NAMES, min_size=1, max_size=5).map(tuple), max_size=3
    ),
    st.dictionaries(st.sampled_from(sorted(DATE_VARIABLES)), DATES, max_size=3),
)
TYPES = st.one_of(st.sampled_from(sorted(ITEM_TYPES)), AWKWARD_TEXT)
ITEMS = st.builds(
    lambda item_id, item_type, parts: Item(item_id, item_type, {key: one[key] for one in parts for key in one}),
    st.sampled_from("a b c d".split()),
    TYPES,
    st.lists(VALUES, max_size=5),
)
CITES = st.builds(
    Cite,
    st.sampled_from("a b c d unknown".split()),
    locator=st.one_of(st.just(""), NUMBERS),
    label=st.sampled_from(["", "page", "chapter", "sub verbo", "sub-verbo", "no such label"]),
    prefix=st.one_of(st.just(""), TEXT),
    suffix=st.one_of(st.just(""), TEXT),
    suppress_author=st.booleans(),
    author_only=st.booleans(),
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), TEXT),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from("family given literal date-parts raw season x".split()), inner, max_size=3),
    ),
    max_leaves=8,
)
JSON_ITEMS = st.dictionaries(
    st.sampled_from("id type title author editor issued accessed page volume edition language note custom x".split()),
    JSON,
    max_size=8,
)


@cache
def style(name: str, locale: str | None) -> Style:
    return load_style(name, locale)


def citations(groups: list[list[Cite]]) -> list[Citation]:
    return [Citation(f"c{i}", tuple(cites), i) for i, cites in enumerate(groups, start=1)]


def assert_well_formed(html: str) -> None:
    # What XML has no place for is no concern of markup: the text is compared without control characters.
    etree.fromstring("<div>" + "".join(one for one in html if one.isprintable() or one in "\n\t") + "</div>")


@settings(max_examples=200, deadline=None)
@given(STYLES, LOCALES, st.lists(ITEMS, min_size=1, max_size=4), st.lists(st.lists(CITES, min_size=1, max_size=3)))
def test_items_of_every_kind_are_rendered_in_every_output(
    name: str, locale: str | None, items: list[Item], cites: list[list[Cite]]
) -> None:
    document = Document(style(name, locale), items, citations=citations(cites))
    for output in ("text", "html", "rtf"):
        texts = document.citation_texts(output)
        assert len(texts) == len(cites)
        if output == "html":
            for text in texts:
                assert_well_formed(text)
    entries = document.bibliography()
    assert len({entry.id for entry in entries}) == len(entries)
    for entry in entries:
        assert_well_formed(entry.html)
        assert isinstance(entry.text + entry.rtf, str)


@settings(max_examples=200, deadline=None)
@given(STYLES, st.lists(JSON_ITEMS, max_size=4))
def test_mistyped_json_is_tolerated_and_rendered(name: str, data: list[dict[str, object]]) -> None:
    items, _ = read_csl_json(json.dumps(data))
    rendered = style(name, "en-US").bibliography(items)
    assert len(rendered) <= len(items)
    for entry in rendered:
        assert_well_formed(entry.html)
        assert isinstance(entry.text + entry.rtf, str)


@settings(max_examples=100, deadline=None)
@given(STYLES, ITEMS)
def test_rendering_an_item_twice_gives_the_same(name: str, item: Item) -> None:
    compiled = style(name, "fr-FR")
    first = [entry.html for entry in compiled.bibliography([item])]
    assert [entry.html for entry in compiled.bibliography([item])] == first
