"""The trial itself finds what is wrong: a trial that cannot fail proves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.csl.elements.node import NOTHING, WROTE
from citekit.csl.elements.text import VariableNode
from citekit.csl.reader import read_style
from citekit.csl.style import StyleSource
from citekit.items import Item, Name
from styles.check import try_style
from styles.expected import must_print

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>T</title><id>t</id><updated>2021-03-18T00:00:00+00:00</updated></info>
<macro name="where"><text variable="publisher"/></macro>
<citation><layout>{layout}</layout></citation>
<bibliography><layout>{layout}</layout></bibliography></style>"""

ITEM = Item("a", "book", {"title": "Essais", "volume": "2", "author": (Name("Juan"),)})


def source(layout: str) -> StyleSource:
    style, _ = read_style(STYLE.format(layout=layout))
    assert isinstance(style, StyleSource)
    return style


def is_required(layout: str) -> bool:
    return must_print(source(layout), "citation", ITEM)


def written(tmp_path: Path, layout: str = '<text variable="title"/>') -> Path:
    path = tmp_path / "style.csl"
    path.write_text(STYLE.format(layout=layout), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('<text variable="title"/>', True),
        ('<text variable="publisher"/>', False),
        ('<text macro="where"/>', False),
        ('<text term="in"/>', False),
        ('<group><text term="in"/><number variable="volume"/></group>', True),
        ('<names variable="editor author"/>', True),
        ('<names variable="editor"/>', False),
        ('<names variable="author"><name form="count"/></names>', False),
        ('<date variable="issued" form="text"/>', False),
        ('<choose><if type="book"><text variable="title"/></if></choose>', True),
        ('<choose><if type="map"><text variable="title"/></if></choose>', False),
        ('<choose><if type="map"/><else><text variable="title"/></else></choose>', True),
        ('<choose><if position="first"><text variable="title"/></if></choose>', True),
        ('<choose><if position="subsequent"/><else><text variable="title"/></else></choose>', True),
        (
            '<choose><if disambiguate="true"><text variable="title"/></if>'
            '<else><names variable="author"/></else></choose>',
            True,
        ),
        ('<choose><if variable="editor" match="none"><text variable="title"/></if></choose>', True),
    ],
)
def test_what_a_style_must_print_is_read_off_its_elements(layout: str, expected: bool):
    assert is_required(layout) is expected


def test_a_good_style_has_no_problem(tmp_path: Path):
    trial = try_style(written(tmp_path))
    assert (trial.refused, trial.problems) == ("", [])
    assert trial.required > 80


def test_a_style_that_is_refused_says_why(tmp_path: Path):
    assert "macro 'what' is called but not defined" in try_style(written(tmp_path, '<text macro="what"/>')).refused


def test_an_exception_is_a_problem_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def render(self: object, cite: object, out: list[object]) -> int:
        raise ZeroDivisionError("broken")

    monkeypatch.setattr(VariableNode, "render", render)
    (problem, *_) = try_style(written(tmp_path)).problems
    assert problem.startswith("en-US: ZeroDivisionError: broken (test_check.py:")


def test_output_that_is_empty_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(VariableNode, "render", lambda self, cite, out: NOTHING)
    assert try_style(written(tmp_path)).problems[0] == "en-US: full-article has no bibliography entry"


def test_output_that_shows_the_inside_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def render(self: object, cite: object, out: list[object]) -> int:
        out.append("None")
        return WROTE

    monkeypatch.setattr(VariableNode, "render", render)
    assert "shows 'None'" in try_style(written(tmp_path)).problems[0]
