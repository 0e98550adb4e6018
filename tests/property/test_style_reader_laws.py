"""Whatever a style reader is fed, only our own errors come out."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.csl.locale import Locale
from citekit.csl.locale_reader import read_locale
from citekit.csl.reader import read_style
from citekit.csl.style import LocaleSource, Term
from citekit.errors import StyleError

NAMES = st.sampled_from(
    "style info citation layout sort key macro text names name label et-al substitute date date-part group choose if "
    "else locale terms term single x".split()
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from("variable macro term value name form type match et-al-min quotes prefix version class".split()),
    st.sampled_from(["title", "a", "1.0", "in-text", "author", "true", "", "short", "3", "\u0661", " "]),
    max_size=3,
)


@st.composite
def xml_elements(draw: st.DrawFn, depth: int = 4) -> str:
    name = draw(NAMES)
    attributes = "".join(f' {key}="{value}"' for key, value in draw(ATTRIBUTES).items())
    inner = "".join(draw(st.lists(xml_elements(depth - 1), max_size=3))) if depth else ""
    return f"<{name}{attributes}>{inner}</{name}>"


def remedy_or_none(read: Callable[[bytes | str], object], source: bytes | str) -> str | None:
    """What a refusal proposes, or `None` where the source is read; any other exception fails the test."""
    try:
        read(source)
    except StyleError as error:
        return error.remedy
    return None


@settings(max_examples=150)
@given(xml_elements())
def test_any_arrangement_of_elements_is_read_or_refused_with_a_remedy(content: str) -> None:
    layout = f'<citation><layout><text value="x"/>{content}</layout></citation>'
    xml = f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">{content}{layout}</style>'
    assert remedy_or_none(read_style, xml) != ""


@settings(max_examples=100)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200)))
def test_rubbish_is_refused_with_a_remedy(rubbish: bytes | str) -> None:
    assert remedy_or_none(read_style, rubbish)
    assert remedy_or_none(read_locale, rubbish)


@given(st.integers(0, 10**6), st.sampled_from(["", "feminine", "masculine"]))
def test_an_ordinal_begins_with_its_number(number: int, gender: str) -> None:
    terms = (Term("ordinal", single="e"), Term("ordinal-01", single="re", gender_form="feminine"))
    text = Locale("fr", [LocaleSource("fr", terms)]).ordinal(number, gender)
    assert text == f"{number}{'re' if gender == 'feminine' and number % 10 == 1 else 'e'}"
