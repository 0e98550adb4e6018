"""Style XML to the typed AST, every error with its line.

CSL 1.0.2 specification, "Styles - Structure", "Info", "Citation", "Bibliography", "Sorting", "Options". What CSL 1.0.2
does not allow and cannot be understood is an error; what can be left out without harm is a notice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from citekit.csl.locale_reader import read_locale_element
from citekit.csl.reader_elements import read_elements
from citekit.csl.reader_macros import check_macros
from citekit.csl.reader_parts import (
    AFFIXES,
    FORMATTING,
    INHERITABLE_OPTIONS,
    check_words,
    read_affixes,
    read_formatting,
    read_inheritable_options,
)
from citekit.csl.reader_xml import CSL_NAMESPACE, Attributes, Reading, element_text, line_of, parse_xml
from citekit.csl.style import Bibliography, Citation, Element, Info, Layout, LocaleSource, Sort, SortKey, StyleSource
from citekit.items.variables import VARIABLES
from citekit.report import Notice

__all__ = ["DependentStyle", "read_style"]

_VERSIONS: Final = frozenset({"1.0", "1.0.1", "1.0.2"})
_STYLE: Final = INHERITABLE_OPTIONS | {
    "class",
    "default-locale",
    "version",
    "demote-non-dropping-particle",
    "initialize-with-hyphen",
    "page-range-format",
}
_CITATION: Final = INHERITABLE_OPTIONS | {
    "disambiguate-add-names",
    "disambiguate-add-givenname",
    "disambiguate-add-year-suffix",
    "givenname-disambiguation-rule",
    "cite-group-delimiter",
    "collapse",
    "year-suffix-delimiter",
    "after-collapse-delimiter",
    "near-note-distance",
}
_BIBLIOGRAPHY: Final = INHERITABLE_OPTIONS | {
    "hanging-indent",
    "second-field-align",
    "line-spacing",
    "entry-spacing",
    "subsequent-author-substitute",
    "subsequent-author-substitute-rule",
}
_LAYOUT: Final = AFFIXES | FORMATTING | {"delimiter"}
_KEY: Final = frozenset({"variable", "macro", "sort", "names-min", "names-use-first", "names-use-last"})

_CLASSES: Final = frozenset({"in-text", "note"})
_DEMOTIONS: Final = frozenset({"never", "sort-only", "display-and-sort"})
_PAGE_RANGE_FORMATS: Final = frozenset({"expanded", "minimal", "minimal-two", "chicago", "chicago-15", "chicago-16"})
_COLLAPSES: Final = frozenset({"citation-number", "year", "year-suffix", "year-suffix-ranged"})
_GIVENNAME_RULES: Final = frozenset(
    {"all-names", "all-names-with-initials", "primary-name", "primary-name-with-initials", "by-cite"}
)
_SECOND_FIELD_ALIGNS: Final = frozenset({"flush", "margin"})
_SUBSTITUTE_RULES: Final = frozenset({"complete-all", "complete-each", "partial-each", "partial-first"})
_DIRECTIONS: Final = frozenset({"ascending", "descending"})


@dataclass(frozen=True, slots=True)
class DependentStyle:
    """A style that only names another one, `info.independent_parent`, and may set its own default locale.

    CSL 1.0.2, "Dependent Styles".
    """

    info: Info
    version: str
    default_locale: str = ""
    file: str = ""


def read_style(xml: bytes | str, file: str = "") -> tuple[StyleSource | DependentStyle, list[Notice]]:
    """Read a CSL 1.0.2 style, with notices about what was left out.

    Raises `StyleError` with file, line and remedy for what is not well-formed XML, is not a CSL 1.0 style, or breaks
    its rules in a way that leaves open what was meant.
    """
    reading = Reading(file)
    root = parse_xml(xml, reading)
    _check_root(root, reading)
    attributes = Attributes(reading, "style", root, _STYLE)
    version = _read_version(attributes)
    parts = _read_parts(reading, root)
    default_locale = attributes.text("default-locale").strip()
    if parts.citation is None:
        if parts.info.independent_parent:
            return DependentStyle(parts.info, version, default_locale, file), reading.notices
        raise reading.error("the style has no cs:citation", line_of(root), "add cs:citation with a cs:layout")
    if "class" not in attributes.values:
        # CSL 1.0.2, "The Root Element - cs:style", requires it.
        attributes.notice("missing-class", "there is no class, so citations stand in the text", 'add class="in-text"')
    _check_calls(reading, parts, parts.citation)
    style = StyleSource(
        info=parts.info,
        style_class=attributes.choice("class", _CLASSES, "in-text"),
        version=version,
        citation=parts.citation,
        bibliography=parts.bibliography,
        macros=parts.macros,
        default_locale=default_locale,
        locales=tuple(parts.locales),
        options=read_inheritable_options(attributes),
        demote_non_dropping_particle=attributes.choice("demote-non-dropping-particle", _DEMOTIONS, "display-and-sort"),
        initialize_with_hyphen=attributes.flag("initialize-with-hyphen", True),
        page_range_format=attributes.choice("page-range-format", _PAGE_RANGE_FORMATS, ""),
        file=file,
    )
    return style, reading.notices


def _check_root(root: etree._Element, reading: Reading) -> None:
    """Raise unless the root is `cs:style`."""
    if root.tag == f"{{{CSL_NAMESPACE}}}style":
        return
    name = etree.QName(root)
    if name.namespace == CSL_NAMESPACE and name.localname == "locale":
        raise reading.error("this is a CSL locale, not a style", line_of(root), "give the .csl file of a style")
    if root.tag == "style":
        remedy = f'write <style xmlns="{CSL_NAMESPACE}" …>'
        raise reading.error("the root <style> is not in the CSL namespace", line_of(root), remedy)
    remedy = f'a style begins with <style xmlns="{CSL_NAMESPACE}" …>'
    raise reading.error(f"not a CSL style: its root is <{name.localname}>", line_of(root), remedy)


def _read_version(attributes: Attributes) -> str:
    version = attributes.text("version").strip()
    if version in _VERSIONS:
        return version
    if version.startswith("1."):
        attributes.notice("newer-version", f"version {version!r} is read as CSL 1.0.2; what it adds is left out")
        return version
    said = f"version {version!r} is not supported" if version else "no version is given, as in CSL 0.8"
    raise attributes.error(said, 'upgrade the style to CSL 1.0.2 (version="1.0")')


@dataclass(slots=True)
class _Parts:
    """The children of `cs:style`."""

    info: Info
    citation: Citation | None
    bibliography: Bibliography | None
    macros: dict[str, tuple[Element, ...]]
    locales: list[LocaleSource]


def _read_parts(reading: Reading, root: etree._Element) -> _Parts:
    parts = _Parts(Info(), None, None, {}, [])
    seen: set[str] = set()
    for tag, child in reading.children(root):
        if tag in _ONCE and tag in seen:
            raise reading.error(f"cs:{tag} stands twice in the style", line_of(child), "keep one of them")
        seen.add(tag)
        if tag == "macro":
            _read_macro(reading, child, parts.macros)
        elif tag == "locale":
            parts.locales.append(read_locale_element(reading, child))
        elif tag == "info":
            parts.info = _read_info(reading, child)
        elif tag == "citation":
            parts.citation = _read_citation(reading, child)
        elif tag == "bibliography":
            parts.bibliography = _read_bibliography(reading, child)
        else:
            reading.unknown_element(tag, child, "style", (*_ONCE, "macro", "locale"))
    return parts


_ONCE: Final = ("info", "citation", "bibliography")


def _check_calls(reading: Reading, parts: _Parts, citation: Citation) -> None:
    areas = [citation.layout.children]
    sorts = [citation.sort]
    if parts.bibliography is not None:
        areas.append(parts.bibliography.layout.children)
        sorts.append(parts.bibliography.sort)
    check_macros(reading, parts.macros, areas, sorts)


def _read_macro(reading: Reading, element: etree._Element, macros: dict[str, tuple[Element, ...]]) -> None:
    attributes = Attributes(reading, "macro", element, frozenset({"name"}))
    name = attributes.required("name")
    children = read_elements(reading, element)
    if name in macros:
        attributes.notice("duplicate-macro", f"macro {name!r} is defined twice; the first definition is used")
        return
    macros[name] = children


_INFO_FIELDS: Final = frozenset({"id", "title", "title-short", "summary", "rights", "updated"})


def _read_info(reading: Reading, element: etree._Element) -> Info:
    """`cs:info`; what citekit does not use of it (authors, ISSN …) is passed over."""
    fields: dict[str, str] = {}
    categories: list[str] = []
    citation_format = ""
    parent = ""
    for tag, child in reading.children(element):
        if tag in _INFO_FIELDS:
            fields.setdefault(tag, " ".join(element_text(child).split()))
        elif tag == "category":
            citation_format = child.get("citation-format") or citation_format
            if field := child.get("field"):
                categories.append(field)
        elif tag == "link" and child.get("rel") == "independent-parent":
            parent = (child.get("href") or "").strip()
    return Info(
        id=fields.get("id", ""),
        title=fields.get("title", ""),
        title_short=fields.get("title-short", ""),
        summary=fields.get("summary", ""),
        rights=fields.get("rights", ""),
        updated=fields.get("updated", ""),
        categories=tuple(categories),
        citation_format=citation_format,
        independent_parent=parent,
    )


def _read_citation(reading: Reading, element: etree._Element) -> Citation:
    attributes = Attributes(reading, "citation", element, _CITATION)
    layout, sort = _read_layout_and_sort(reading, element, "citation")
    return Citation(
        layout=layout,
        sort=sort,
        options=read_inheritable_options(attributes),
        disambiguate_add_names=attributes.flag("disambiguate-add-names"),
        disambiguate_add_givenname=attributes.flag("disambiguate-add-givenname"),
        givenname_disambiguation_rule=attributes.choice("givenname-disambiguation-rule", _GIVENNAME_RULES, "by-cite"),
        disambiguate_add_year_suffix=attributes.flag("disambiguate-add-year-suffix"),
        cite_group_delimiter=attributes.optional_text("cite-group-delimiter"),
        collapse=attributes.choice("collapse", _COLLAPSES, ""),
        year_suffix_delimiter=attributes.optional_text("year-suffix-delimiter"),
        after_collapse_delimiter=attributes.optional_text("after-collapse-delimiter"),
        near_note_distance=attributes.integer("near-note-distance", 5),
    )


def _read_bibliography(reading: Reading, element: etree._Element) -> Bibliography:
    attributes = Attributes(reading, "bibliography", element, _BIBLIOGRAPHY)
    layout, sort = _read_layout_and_sort(reading, element, "bibliography")
    return Bibliography(
        layout=layout,
        sort=sort,
        options=read_inheritable_options(attributes),
        hanging_indent=attributes.flag("hanging-indent"),
        second_field_align=attributes.choice("second-field-align", _SECOND_FIELD_ALIGNS, ""),
        line_spacing=attributes.integer("line-spacing", 1, minimum=1),
        entry_spacing=attributes.integer("entry-spacing", 1),
        subsequent_author_substitute=attributes.optional_text("subsequent-author-substitute"),
        subsequent_author_substitute_rule=attributes.choice(
            "subsequent-author-substitute-rule", _SUBSTITUTE_RULES, "complete-all"
        ),
    )


def _read_layout_and_sort(reading: Reading, element: etree._Element, parent: str) -> tuple[Layout, Sort | None]:
    layout: Layout | None = None
    sort: Sort | None = None
    for tag, child in reading.children(element):
        if tag == "sort":
            sort = _read_sort(reading, child)
        elif tag == "layout":
            # CSL-M has a layout for each language of items, and the one without a language for all others.
            if child.get("locale"):
                reading.notice("layout-locale", "cs:layout for one language (CSL-M) is left out", line_of(child))
            elif layout is not None:
                raise reading.error(f"cs:layout stands twice in cs:{parent}", line_of(child), "keep one of them")
            else:
                layout = _read_layout(reading, child)
        else:
            reading.unknown_element(tag, child, parent, ("sort", "layout"))
    if layout is None:
        raise reading.error(f"cs:{parent} has no cs:layout", line_of(element), "add a cs:layout")
    return layout, sort


def _read_layout(reading: Reading, element: etree._Element) -> Layout:
    attributes = Attributes(reading, "layout", element, _LAYOUT)
    children = read_elements(reading, element)
    if not children:
        attributes.notice(
            "empty-layout", "there is no rendering element, so nothing is printed", "add cs:text or others"
        )
    return Layout(
        children=children,
        delimiter=attributes.text("delimiter"),
        affixes=read_affixes(attributes),
        formatting=read_formatting(attributes),
        line=attributes.line,
    )


def _read_sort(reading: Reading, element: etree._Element) -> Sort:
    Attributes(reading, "sort", element, frozenset())
    keys: list[SortKey] = []
    for tag, child in reading.children(element):
        if tag == "key":
            keys.append(_read_key(reading, child))
        else:
            reading.unknown_element(tag, child, "sort", ("key",))
    return Sort(tuple(keys))


def _read_key(reading: Reading, element: etree._Element) -> SortKey:
    attributes = Attributes(reading, "key", element, _KEY)
    variable = attributes.text("variable").strip()
    macro = attributes.text("macro").strip()
    if bool(variable) == bool(macro):
        raise attributes.error("needs either a variable or a macro", 'write variable="…" or macro="…"')
    if variable:
        check_words(attributes, "variable", (variable,), VARIABLES)
    return SortKey(
        variable=variable,
        macro=macro,
        descending=attributes.choice("sort", _DIRECTIONS, "ascending") == "descending",
        names_min=attributes.optional_integer("names-min"),
        names_use_first=attributes.optional_integer("names-use-first"),
        names_use_last=attributes.optional_flag("names-use-last"),
        line=attributes.line,
    )
