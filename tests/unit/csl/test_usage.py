"""Questions about a whole style."""

from __future__ import annotations

from citekit.csl.style import Text
from citekit.csl.usage import rendered_elements, unknown_terms, uses_year_suffix

SUFFIX = '<text variable="year-suffix"/>'


def test_a_year_suffix_is_found_in_its_area(style_with):
    assert uses_year_suffix(style_with(SUFFIX, bibliography='<text variable="title"/>').source) == {"citation"}
    assert uses_year_suffix(style_with(bibliography=SUFFIX).source) == {"bibliography"}
    assert uses_year_suffix(style_with(SUFFIX).source) == {"citation", "bibliography"}
    assert uses_year_suffix(style_with().source) == frozenset()


def test_a_citation_label_prints_the_year_suffix_too(style_with):
    assert uses_year_suffix(style_with('<text variable="citation-label"/>', bibliography=SUFFIX).source) == {
        "citation",
        "bibliography",
    }


def test_a_year_suffix_is_found_in_groups_branches_substitutes_and_macros(style_with):
    macros = f'<macro name="deep"><group>{SUFFIX}</group></macro>'
    nested = (
        '<choose><if type="book"><names variable="author"><substitute><text macro="deep"/></substitute></names>'
        "</if></choose>"
    )
    assert uses_year_suffix(style_with(nested, macros=macros).source) == {"citation", "bibliography"}


def test_a_macro_that_nothing_calls_is_not_looked_into(style_with):
    assert uses_year_suffix(style_with(macros=f'<macro name="unused">{SUFFIX}</macro>').source) == frozenset()


def test_a_macro_that_is_called_twice_is_followed_once(style_with):
    source = style_with('<text macro="m"/><text macro="m"/>', macros=f'<macro name="m">{SUFFIX}</macro>').source
    elements = list(rendered_elements(source.citation.layout.children, source.macros))
    assert [one.value for one in elements if isinstance(one, Text)].count("year-suffix") == 1


def test_a_term_that_no_locale_has_is_told_once_with_its_line_and_near_terms(style_with):
    style = style_with('\n<text term="acessed"/><text term="acessed"/>', bibliography='<text term="accessed"/>')
    (notice,) = unknown_terms(style.source, style.locale)
    assert notice.rule == "unknown-term"
    assert notice.message == "there is no term 'acessed' in en-US, so cs:text prints nothing"
    assert notice.remedy.startswith("near: accessed")
    assert notice.location.line == 2
    assert notice in style.notices


def test_terms_of_the_style_and_ordinal_suffixes_are_known(style_with):
    own = '<locale xml:lang="fr"><terms><term name="mine">mien</term></terms></locale>'
    style = style_with('<text term="mine"/><text term="ordinal"/>', locale_xml=own)
    assert unknown_terms(style.source, style.locale) == []


def test_a_term_like_no_other_is_to_be_defined(style_with):
    style = style_with('<text term="xyzzy-plugh"/>')
    assert unknown_terms(style.source, style.locale)[0].remedy == "define it in a cs:locale of the style"
