"""The handout style as a file: valid CSL, and nothing in it that would sort or translate the list."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from lxml import etree

STYLE = Path(__file__).resolve().parents[3] / "styles" / "inset-handout.csl"
CSL = "{http://purl.org/net/xbiblio/csl}"


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    """The official CSL schema, which the package citeproc-py brings along."""
    package = importlib.util.find_spec("citeproc")
    if package is None or package.origin is None:
        pytest.skip("the CSL schema comes with citeproc-py, which is not installed")
    path = Path(package.origin).parent / "data" / "schema" / "schemas" / "styles" / "csl.rng"
    if not path.is_file():
        pytest.skip("this release of citeproc-py comes without the CSL schema in XML syntax (csl.rng)")
    return etree.RelaxNG(etree.parse(str(path)))


@pytest.fixture(scope="module")
def style() -> etree._Element:
    return etree.parse(str(STYLE)).getroot()


def test_the_style_is_valid_against_the_csl_schema(schema: etree.RelaxNG, style: etree._Element):
    assert schema.validate(style), schema.error_log


def test_the_schema_finds_a_misspelt_attribute(schema: etree.RelaxNG):
    broken = STYLE.read_text(encoding="utf-8").replace("hanging-indent=", "hanging-ident=")
    assert not schema.validate(etree.fromstring(broken.encode()))


def test_the_style_is_french_and_for_citations_in_the_text(style: etree._Element):
    assert (style.get("default-locale"), style.get("class")) == ("fr-FR", "in-text")
    assert style.findtext(f"{CSL}info/{CSL}id") == "urn:citekit:style:inset-handout"


def test_the_bibliography_keeps_the_order_of_the_list(style: etree._Element):
    assert style.find(f"{CSL}bibliography") is not None
    assert style.find(f".//{CSL}sort") is None


def test_every_macro_is_used(style: etree._Element):
    defined = {macro.get("name") for macro in style.iter(f"{CSL}macro")}
    assert {text.get("macro") for text in style.iter(f"{CSL}text")} - {None} == defined


def test_annotations_are_left_to_the_handout(style: etree._Element):
    assert [element for element in style.iter(f"{CSL}text") if element.get("variable") in {"abstract", "annote"}] == []


def test_no_invisible_character_stands_literally_in_the_style():
    text = STYLE.read_text(encoding="utf-8")
    assert [character for character in text if character.isspace() and character not in " \n"] == []
