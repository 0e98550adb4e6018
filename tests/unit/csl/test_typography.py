"""French typography in rendered entries: the item's own text and the style's, each by its own language."""

from __future__ import annotations

import pytest

from citekit.csl import Document, load_style
from citekit.errors import UsageError

NBSP = "\u00a0"
NARROW = "\u202f"

LAYOUT = (
    '<text variable="title" quotes="true" suffix=": "/><text variable="publisher-place" suffix=" : "/>'
    '<text variable="publisher"/><text variable="URL" prefix="; "/>'
)


def test_an_english_title_in_a_french_list_keeps_english_typography(item, style_with):
    style = style_with('<text variable="title" suffix=" : "/><text variable="publisher"/>', locale="fr-FR")
    work = item(title="The end: why and how?", language="en", publisher="Seuil")
    assert style.with_spaces("lexique").bibliography([work])[0].text == f"The end: why and how?{NBSP}: Seuil"


@pytest.mark.parametrize(
    ("spaces", "colon", "high"),
    [("lexique", NBSP, NARROW), ("nbsp", NBSP, NBSP), ("nnbsp", NARROW, NARROW), ("ascii", " ", " ")],
)
def test_a_reference_has_one_kind_of_space(item, style_with, spaces, colon, high):
    style = style_with(LAYOUT, locale="fr-FR").with_spaces(spaces)
    title = f"Quoi ? L'essai{NARROW}: un{NBSP}\u00ab mot \u00bb{NBSP}; fin"
    work = item(title=title, language="fr", publisher_place="Paris", publisher="Seuil", URL="http://a.fr/b;c")
    inner = " " if spaces == "ascii" else NBSP
    assert style.bibliography([work])[0].text == (
        f"\u00ab{colon}Quoi{high}? L\u2019essai{colon}: un{inner}\u201cmot\u201d{high}; fin{colon}\u00bb{colon}: "
        f"Paris{colon}: Seuil{high}; http://a.fr/b;c"
    )


def test_as_stored_nothing_is_chosen(item, style_with):
    style = style_with(LAYOUT, locale="fr-FR")
    work = item(title=f"Un{NBSP}; deux", language="fr", publisher_place="Paris", publisher="Seuil")
    assert style.typography is None
    assert style.bibliography([work])[0].text == f"\u00ab{NBSP}Un{NBSP}; deux{NBSP}\u00bb: Paris : Seuil"


def test_a_french_title_in_an_english_list_keeps_french_typography(item, style_with):
    style = style_with('<text variable="title" suffix=": "/><text variable="publisher"/>', locale="en-US")
    work = item(title=f"Quoi{NBSP}; n\u00b0 12", language="fr", publisher="Seuil")
    entry = style.with_spaces("lexique").bibliography([work])[0]
    assert entry.text == f"Quoi{NARROW}; n\u00b0{NBSP}12: Seuil"
    assert entry.html == f"Quoi{NARROW}; n<sup>o</sup>{NBSP}12: Seuil"
    assert entry.rtf == "Quoi\\u8239?; n{\\super o}\\u160?12: Seuil"


def test_cites_are_told_apart_by_the_space_too(item, style_with):
    style = style_with('<text variable="title"/>', citation_layout='prefix="(" suffix=")" delimiter="; "', locale="fr")
    document = Document(style.with_spaces("lexique"), [item("1", title="Un"), item("2", title="Deux")])
    assert document.cite_all(output="text") == f"(Un{NARROW}; Deux)"


def test_punctuation_is_mended_before_spaces_are_chosen(item, style_with):
    style = style_with('<text variable="title" suffix=": "/><text variable="publisher"/>', locale="fr-FR")
    work = item(title=f"Quoi{NBSP}?", publisher="Seuil")
    assert style.with_spaces("lexique").bibliography([work])[0].text == f"Quoi{NARROW}? Seuil"


def test_a_printed_identifier_is_linked_with_its_resolver(item, style_with):
    style = style_with('<text variable="DOI" prefix="https://doi.org/"/>', locale="fr-FR").with_spaces("lexique")
    entry = Document(style, [item(DOI="10.1/a")], links=True).bibliography()[0]
    assert entry.html == '<a href="https://doi.org/10.1/a">https://doi.org/10.1/a</a>'


def test_a_style_is_loaded_with_its_spaces_and_shares_what_is_compiled(style_with):
    style = load_style("apa", "fr-FR", spaces="nbsp")
    other = style.with_spaces("stored")
    assert (style.spaces, other.spaces) == ("nbsp", "stored")
    assert other.bibliography_node is style.bibliography_node
    assert other.typography is None
    with pytest.raises(UsageError, match="unknown kind of spaces 'thin'"):
        load_style("apa", spaces="thin")


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en-GB", "The \u201cnew \u2018old\u2019 age\u201d"),
        ("fr", f"The \u00ab{NBSP}new \u201cold\u201d age{NBSP}\u00bb"),
    ],
)
def test_quotes_have_the_form_of_the_language_of_the_title(item, style_with, language, printed):
    style = style_with(locale="fr-FR").with_spaces("lexique")
    work = item(title="The \"new 'old' age\"", language=language)
    assert style.bibliography([work])[0].text == printed


def test_quotes_of_an_english_title_stand_inside_those_of_the_style(item, style_with):
    style = style_with('<text variable="title" quotes="true"/>', locale="fr-FR").with_spaces("lexique")
    work = item(title='The "new" age', language="en")
    assert style.bibliography([work])[0].text == f"\u00ab{NBSP}The \u201cnew\u201d age{NBSP}\u00bb"


def test_guillemets_of_a_style_get_the_spaces_that_they_lack(item, style_with):
    terms = '<term name="open-quote">\u00ab</term><term name="close-quote">\u00bb</term>'
    style = style_with(
        '<text variable="title" quotes="true"/>', locale_xml=f"<locale><terms>{terms}</terms></locale>", locale="fr-FR"
    )
    texts = [style.with_spaces(spaces).bibliography([item(title="Un")])[0].text for spaces in ("stored", "lexique")]
    assert texts == ["\u00abUn\u00bb", f"\u00ab{NBSP}Un{NBSP}\u00bb"]


@pytest.mark.parametrize(
    "name", ["apa", "chicago-note-bibliography", "iso690-numeric-en", "modern-language-association"]
)
def test_a_list_without_french_is_the_same_with_and_without_a_kind_of_spaces(item, name):
    works = [
        item("1", title='the history of "quoted words" and <i>E. coli</i>: a study', author="Doe, Jane", issued=2020),
        item("2", title="why? a question; n. 3", publisher="Press.", publisher_place="London", URL="http://a.org/b;c"),
        item("3", "chapter", title="\u4e2d\u6587", container_title="the book!", editor="Roe, Ann", language="en"),
    ]
    style = load_style(name, "en-US")
    html = [[entry.html for entry in one.bibliography(works)] for one in (style, style.with_spaces("lexique"))]
    assert html[0] == html[1]
