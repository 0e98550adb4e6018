"""The page."""

from __future__ import annotations

import re

import pytest
from lxml import etree, html

from citekit.csl import Style
from citekit.handout import Handout, build_handout
from citekit.items import Item


@pytest.fixture(scope="module")
def page(handout: Handout) -> html.HtmlElement:
    return html.document_fromstring(handout.html())


def test_elements_are_closed_in_order(handout: Handout) -> None:
    # HTML forgives what XML does not, so the page is read as XML after its few void elements are closed.
    body = re.sub(r"<(meta[^>]*)>", r"<\1/>", handout.html().replace("<!doctype html>", ""))
    assert etree.fromstring(body.encode()).tag == "html"


def test_the_page_holds_everything_it_needs(page: html.HtmlElement) -> None:
    assert page.xpath("//script | //link | //img | //iframe | //object | //@src") == []
    assert "url(" not in page.findtext(".//style")
    assert "@import" not in page.findtext(".//style")


def test_the_language_of_the_page_and_of_foreign_items_is_marked(page: html.HtmlElement) -> None:
    assert page.get("lang") == "fr-FR"
    assert page.xpath("//li[@lang]/@lang") == ["en-GB", "en-GB"]


def test_headings_go_down_one_level_at_a_time(page: html.HtmlElement) -> None:
    headings = [(one.tag, one.text_content()) for one in page.xpath("//main//*[self::h2 or self::h3] | //h1")]
    assert headings == [
        ("h1", "L\u2019essai {1} & <la suite>"),
        ("h2", "ARTICLES"),
        ("h3", "Des expériences"),
        ("h2", "LIVRES"),
    ]


def test_every_link_inside_the_page_has_its_target_and_every_anchor_is_unique(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [address[1:] for address in page.xpath("//a/@href") if address.startswith("#")]
    assert targets == ["content", "section-articles", "section-articles-experiences", "section-livres"]
    assert set(targets) <= set(ids)


def test_entries_are_found_by_their_keys(page: html.HtmlElement) -> None:
    assert page.xpath("//li[@class='entry']/@id") == ["orphan", "avise", "open-book", "zola", "open-book-2"]


def test_text_is_escaped_and_links_are_live(page: html.HtmlElement) -> None:
    entry = page.get_element_by_id("zola")
    assert entry.xpath(".//b/text()") == ["La Terre & <Paris>"]
    assert entry.xpath(".//a/@href") == ["https://example.org/z?a=1&b=2"]


def test_an_annotation_has_paragraphs_and_lists(page: html.HtmlElement) -> None:
    annotation = page.get_element_by_id("avise").find_class("annotation")[0]
    assert [one.tag for one in annotation] == ["p", "p", "ul", "p"]
    assert annotation.xpath("./ul/li[2]/a/@href") == ["https://example.org/plan"]
    assert annotation.xpath("./p[3]/i/text()") == ["sourit"]


def test_a_key_cannot_break_out_of_its_attribute(style: Style) -> None:
    handout = build_handout([Item('"><script>alert(1)</script>', "book", {"title": "T"})], style)
    assert "<script" not in handout.html()


def test_one_section_alone_needs_no_contents(style: Style) -> None:
    handout = build_handout([Item("a", "book", {"title": "T"}, groups=("A",))], style)
    assert "<nav" not in handout.html()
