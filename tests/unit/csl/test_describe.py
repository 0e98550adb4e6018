from __future__ import annotations

import pytest

from citekit.csl.describe import describe_branch, describe_element
from citekit.csl.reader import read_style
from citekit.csl.style import Choose, StyleSource

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><citation><layout>'


def first_element(layout: str):
    style, _ = read_style(f"{HEAD}{layout}</layout></citation></style>")
    assert isinstance(style, StyleSource)
    return style.citation.layout.children[0]


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('<text variable="title" form="short" quotes="true"/>', 'text variable="title" form="short" quotes="true"'),
        ('<text term="page" plural="true" prefix="("/>', 'text term="page" plural="true" prefix="("'),
        ('<text value="et"/>', 'text value="et"'),
        ('<number variable="edition" form="ordinal"/>', 'number variable="edition" form="ordinal"'),
        ('<label variable="page" form="short"/>', 'label variable="page" form="short"'),
        ('<group delimiter=", " display="block"/>', 'group delimiter=", " display="block"'),
        ('<date variable="issued" form="text"/>', 'date variable="issued" form="text"'),
        (
            '<date variable="issued"><date-part name="month" form="short"/><date-part name="year"/></date>',
            'date variable="issued" [month:short year]',
        ),
        (
            '<names variable="author editor" delimiter="; "><name and="text" initialize-with=". "/>'
            '<et-al term="and others"/><label form="short"/></names>',
            'names variable="author editor" delimiter="; " [name and="text" initialize-with=". "] '
            '[et-al term="and others"] [label form="short"]',
        ),
        ('<choose><if type="book"/></choose>', "choose"),
    ],
)
def test_an_element_is_described_as_it_was_written(layout: str, expected: str):
    assert describe_element(first_element(layout)) == expected


def test_branches_are_described_with_their_conditions():
    choose = first_element(
        '<choose><if type="book map" variable="DOI" match="none"/><else-if is-numeric="volume"/><else/></choose>'
    )
    assert isinstance(choose, Choose)
    assert [describe_branch(branch, i == 0) for i, branch in enumerate(choose.branches)] == [
        'if type="book map" variable="DOI" match="none"',
        'else-if is-numeric="volume"',
        "else",
    ]
