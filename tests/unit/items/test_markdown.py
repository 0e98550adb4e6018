"""The inline Markdown of CSL-YAML."""

import time

import pytest

from citekit.items.markdown import markdown_from_markup, markup_from_markdown


@pytest.mark.parametrize(
    ("markdown", "markup"),
    [
        ("*a* _b_ **c** __d__", "<i>a</i> <i>b</i> <b>c</b> <b>d</b>"),
        ("*a **b** c*", "<i>a <b>b</b> c</i>"),
        ("***a***", "<b><i>a</i></b>"),
        ("H~2~O, XIX^e^", "H<sub>2</sub>O, XIX<sup>e</sup>"),
        ("a ~ b, 2 ^ 3, ~1 and ~2 x", "a ~ b, 2 ^ 3, ~1 and ~2 x"),
        ("~~struck~~", "struck"),
        ("[Sand]{.nocase} [ix]{.smallcaps}", '<span class="nocase">Sand</span> <sc>ix</sc>'),
        ("[a](http://x.org) [b]{.other} [c] d]", "a b [c] d]"),
        ("snake_case 3 * 4 *open", "snake_case 3 * 4 *open"),
        (r"\*a\* \[b\] \\ c\d", r"*a* [b] \ c\d"),
        ("`a_b`", "a_b"),
        ("12--15, a---b, a-b, ----", "12\u201315, a\u2014b, a-b, ----"),
        ("a...", "a\u2026"),
        ("R&amp;D &nothing", "R&D &nothing"),
        ("<i>a</i> <http://x.org/_b_>", "<i>a</i> http://x.org/_b_"),
        ('"a" l\'b', '"a" l\'b'),
    ],
)
def test_markdown_becomes_markup(markdown: str, markup: str) -> None:
    assert markup_from_markdown(markdown) == markup


@pytest.mark.parametrize(
    "markup",
    [
        "<i>a</i> <b>b</b> x<sup>2</sup> x<sub>i</sub>",
        '<span class="nocase">Sand</span> <sc>ix</sc>',
        "<sup>a b</sup> <i> a</i> <b></b> <i>open",
        "3 * 4 [a] a_b ^ ~ \\ ` $ @ # <x> <http://a.b>",
        "&amp; &#38; & a--b a---b ... ....",
        "</span> <sc>a",
    ],
)
def test_markup_survives_writing_and_reading(markup: str) -> None:
    assert markup_from_markdown(markdown_from_markup(markup)) == markup


@pytest.mark.parametrize("text", ["*a " * 20_000, "[" * 50_000, "_a*b^c~" * 10_000, "[a](" * 10_000, "`" * 50_000])
def test_long_rubbish_takes_linear_time(text: str) -> None:
    start = time.perf_counter()
    markup_from_markdown(text)
    assert time.perf_counter() - start < 3
