"""The HTML writer."""

from __future__ import annotations

from citekit.text.tokens import mark
from citekit.text.writers import writer

HTML = writer("html")


def marked(kind: str, value: str) -> str:
    one = mark(kind, value)
    return HTML.write([one, "x", one.partner])


def test_markup_characters_are_escaped() -> None:
    assert HTML.write(["<a> & 'b'"]) == "&#60;a&#62; &#38; 'b'"


def test_formatting_is_what_the_suite_expects() -> None:
    assert marked("font-style", "italic") == "<i>x</i>"
    assert marked("font-weight", "bold") == "<b>x</b>"
    assert marked("vertical-align", "sup") == "<sup>x</sup>"
    assert marked("font-variant", "small-caps") == '<span style="font-variant:small-caps;">x</span>'
    assert marked("text-decoration", "underline") == '<span style="text-decoration:underline;">x</span>'


def test_display_blocks_bring_their_white_space() -> None:
    assert marked("display", "block") == '\n\n    <div class="csl-block">x</div>\n'
    assert marked("display", "left-margin") == '\n    <div class="csl-left-margin">x</div>'
    assert marked("display", "right-inline") == '<div class="csl-right-inline">x</div>\n  '
    assert marked("display", "indent") == '<div class="csl-indent">x</div>\n  '


def test_superscript_characters_are_raised_one_by_one() -> None:
    assert HTML.write(["27\u1d49, 10\u00b2\u207b \u2122"]) == (
        "27<sup>e</sup>, 10<sup>2</sup><sup>\u2212</sup> <sup>TM</sup>"
    )


def test_two_spaces_in_a_piece_are_kept_apart() -> None:
    assert HTML.write(["a  b"]) == "a\u00a0 b"


def test_links_are_escaped() -> None:
    assert marked("link", 'https://e.org/?a=1&b="2"') == '<a href="https://e.org/?a=1&#38;b=&#34;2&#34;">x</a>'


def test_a_link_that_a_click_could_run_is_only_text() -> None:
    assert marked("link", "javascript:alert(1)") == "x"
    assert marked("link", " JavaScript:alert(1)") == "x"


def test_a_mark_that_html_does_not_know_prints_nothing() -> None:
    assert marked("field", "names") == "x"
