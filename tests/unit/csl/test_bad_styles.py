"""Styles that are wrong are refused when they are loaded, quickly, with the line and what would mend them."""

from __future__ import annotations

import time

import pytest

from citekit.csl import load_style
from citekit.errors import StyleError

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">\n'
TITLE = '<text variable="title"/>'


def style_xml(layout: str = TITLE, *, head: str = HEAD, before: str = "", after: str = "") -> str:
    return f"{head}{before}\n<citation><layout>\n{layout}\n</layout></citation>\n{after}</style>"


def refusal(xml: str) -> StyleError:
    with pytest.raises(StyleError) as caught:
        load_style(xml)
    return caught.value


@pytest.mark.parametrize(
    ("xml", "line", "said", "remedy"),
    [
        pytest.param(
            style_xml('<text macro="autor"/>', before='<macro name="author"><text term="in"/></macro>'),
            4,
            "macro 'autor' is called but not defined",
            "nearest: author",
            id="undefined macro",
        ),
        pytest.param(
            style_xml('<text macro="a"/>', before='<macro name="a"><group><text macro="a"/></group></macro>'),
            2,
            "macro 'a' calls itself: a > a",
            "take one of the calls out",
            id="recursive macro",
        ),
        pytest.param(
            style_xml('<text variable="title" text-case="shout"/>'),
            4,
            "text-case='shout' is not allowed",
            "write one of: capitalize-all, capitalize-first, lowercase, sentence, title, uppercase",
            id="unknown value",
        ),
        pytest.param(
            style_xml(head=HEAD.replace("in-text", "footnote")),
            1,
            "class='footnote' is not allowed",
            "write one of: in-text, note",
            id="unknown class",
        ),
        pytest.param(
            style_xml(after="<bibliography/>"), 6, "cs:bibliography has no cs:layout", "add a cs:layout", id="no layout"
        ),
        pytest.param(
            style_xml(head=HEAD.replace('version="1.0"', 'version="0.8"')),
            1,
            "version '0.8'",
            "upgrade the style to CSL 1.0.2",
            id="version",
        ),
        pytest.param(
            style_xml(after="<bibliography><sort><key/></sort><layout/></bibliography>"),
            6,
            "cs:key: needs either a variable or a macro",
            'write variable="…" or macro="…"',
            id="empty key",
        ),
        pytest.param(
            style_xml("<group>" * 10_000 + "</group>" * 10_000),
            4,
            "nested more than 60 deep",
            "",
            id="ten thousand groups",
        ),
    ],
)
def test_a_wrong_style_is_refused_with_its_line_and_a_remedy(xml: str, line: int, said: str, remedy: str):
    error = refusal(xml)
    assert error.location.line == line
    assert said in error.message
    assert remedy in error.remedy
    assert error.remedy


def billion_laughs() -> str:
    entities = "".join([f'<!ENTITY x{i} "{f"&x{i - 1};" * 10}">' for i in range(1, 10)])
    return f'<!DOCTYPE style [<!ENTITY x0 "ha">{entities}]>' + style_xml('<text value="&x9;"/>')


def doubling_macros() -> str:
    macros = "".join(
        [f'<macro name="m{i}"><text macro="m{i + 1}"/><text macro="m{i + 1}"/></macro>' for i in range(60)]
    )
    return style_xml('<text macro="m0"/>', before=f'{macros}<macro name="m60">{TITLE}</macro>')


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param(billion_laughs(), id="entities"),
        pytest.param('<!DOCTYPE style SYSTEM "file:///etc/hostname">' + style_xml(), id="external document type"),
        pytest.param(doubling_macros(), id="macros that double"),
        pytest.param(style_xml("<group>" * 10_000 + "</group>" * 10_000), id="ten thousand groups"),
        pytest.param(style_xml('<text value="' + "x" * 9_000_001 + '"/>'), id="nine megabytes"),
    ],
)
def test_a_style_that_grows_without_bounds_is_refused_at_once(xml: str):
    start = time.perf_counter()
    assert refusal(xml).remedy
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("layout", "rule"),
    [
        ('<text variable="titel"/>', "unknown-text-variable"),
        ('<number variable="titel"/>', "unknown-number-variable"),
        ('<label variable="titel"/>', "unknown-number-variable"),
        ('<date variable="issue" form="text"/>', "unknown-date-variable"),
        ('<names variable="autor"/>', "unknown-name-variable"),
        ('<choose><if type="livre"><text variable="title"/></if></choose>', "unknown-type"),
        ('<choose><if locator="pagee"><text variable="title"/></if></choose>', "unknown-locator"),
    ],
)
def test_what_a_style_has_wrong_and_can_do_without_is_a_notice(layout: str, rule: str):
    (notice,) = load_style(style_xml(layout)).notices
    assert (notice.rule, notice.location.line) == (rule, 4)


def test_a_style_without_a_class_is_read_as_one_for_the_text_and_told():
    style = load_style(style_xml().replace(' class="in-text"', ""))
    assert [(one.rule, one.location.line) for one in style.notices if one.location] == [("missing-class", 1)]
    assert style.source.style_class == "in-text"


def test_a_layout_that_prints_nothing_is_told():
    (notice,) = load_style(style_xml("")).notices
    assert (notice.rule, notice.location and notice.location.line) == ("empty-layout", 3)
