"""Laws of jobs: whatever JSON says, the answer is an answer."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.process import StyleShelf, process_job

STYLES = StyleShelf()
STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">'
    "<info><title>Test</title><id>test</id><updated>2021-03-18T00:00:00+00:00</updated></info>"
    '<citation disambiguate-add-year-suffix="true"><layout suffix="." delimiter="; "><group delimiter=", ">'
    '<names variable="author"/><text variable="title"/><date variable="issued" form="text"/>'
    '<label variable="locator"/><text variable="locator"/></group></layout></citation>'
    '<bibliography><sort><key variable="author"/></sort><layout><group delimiter=", "><names variable="author"/>'
    '<text variable="title"/><number variable="volume"/><date variable="issued" form="text"/></group></layout>'
    "</bibliography></style>"
)

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 3000),
    st.floats(allow_nan=True),
    st.text(max_size=5),
    st.sampled_from("ab"),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


def objects(*keys: str) -> st.SearchStrategy[object]:
    """Objects with some of these keys and values of any kind, or something that is no object."""
    return st.one_of(st.fixed_dictionaries({}, optional=dict.fromkeys(keys, values)), values)


ids = st.sampled_from(["a", "b", "c", 1])
items = st.fixed_dictionaries(
    {"id": ids},
    optional={
        "type": values,
        "title": values,
        "volume": values,
        "note": values,
        "author": st.one_of(values, st.lists(objects("family", "given", "literal", "suffix"), max_size=2)),
        "issued": st.one_of(values, objects("date-parts", "raw", "literal", "season", "circa")),
    },
)
cites = st.fixed_dictionaries(
    {"id": ids},
    optional=dict.fromkeys(("locator", "label", "prefix", "suffix", "suppress-author", "author-only"), values),
)
citations = st.fixed_dictionaries(
    {"citationItems": st.one_of(st.lists(cites, max_size=3), values)},
    optional={
        "citationID": values,
        "properties": st.one_of(
            st.fixed_dictionaries(
                {
                    "mode": st.sampled_from(["composite", "author-only", "suppress-author", 1]),
                    "noteIndex": st.integers(0, 4),
                }
            ),
            objects("mode", "noteIndex", "infix"),
        ),
    },
)


@settings(max_examples=150)
@given(
    some_items=st.one_of(st.lists(st.one_of(items, values), max_size=4), values),
    some_citations=st.one_of(st.lists(st.one_of(citations, values), max_size=4), values),
    more=st.fixed_dictionaries({}, optional=dict.fromkeys(("uncited", "options", "locale", "what"), values)),
    output=st.sampled_from(["html", "rtf", "text"]),
)
def test_a_job_of_any_shape_is_answered(some_items, some_citations, more, output):
    job = {"style": STYLE, "items": some_items, "citations": some_citations, "output": output, **more}
    answer = process_job(job, STYLES)
    assert set(answer) == {"citations", "bibliography", "notices"}
    if isinstance(some_citations, list):
        assert len(answer["citations"]) == len(some_citations)
    assert json.loads(json.dumps(answer)) == answer


@given(job=values)
def test_what_is_no_job_is_answered_with_an_error(job):
    assert set(process_job(job, STYLES)) == {"error"}
