"""The attributes that many CSL elements share: affixes, formatting, text-case, display, inheritable name options.

CSL 1.0.2 specification, "Affixes", "Formatting", "Text-case", "Display", "Inheritable Name Options"; schema `csl.rnc`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from citekit.csl.reader_xml import Attributes, nearest
from citekit.csl.style import NO_AFFIXES, NO_FORMATTING, Affixes, Formatting, NameOptions
from citekit.text.brackets import marked

__all__ = [
    "AFFIXES",
    "DISPLAYS",
    "FORMATTING",
    "INHERITABLE_OPTIONS",
    "NAME_OPTIONS",
    "TERM_FORMS",
    "TEXT_CASES",
    "check_words",
    "read_affixes",
    "read_display",
    "read_formatting",
    "read_inheritable_options",
    "read_name_options",
    "read_text_case",
]

AFFIXES: Final = frozenset({"prefix", "suffix"})

TEXT_CASES: Final = frozenset({"lowercase", "uppercase", "capitalize-first", "capitalize-all", "title", "sentence"})
DISPLAYS: Final = frozenset({"block", "left-margin", "right-inline", "indent"})
TERM_FORMS: Final = frozenset({"long", "short", "verb", "verb-short", "symbol"})

_FONT_STYLES: Final = frozenset({"italic", "normal", "oblique"})
_FONT_VARIANTS: Final = frozenset({"normal", "small-caps"})
_FONT_WEIGHTS: Final = frozenset({"normal", "bold", "light"})
_TEXT_DECORATIONS: Final = frozenset({"none", "underline"})
_VERTICAL_ALIGNS: Final = frozenset({"baseline", "sup", "sub"})

FORMATTING: Final = frozenset({"font-style", "font-variant", "font-weight", "text-decoration", "vertical-align"})

_ANDS: Final = frozenset({"text", "symbol"})
_NAME_FORMS: Final = frozenset({"long", "short", "count"})
_SORT_ORDERS: Final = frozenset({"first", "all"})
_PRECEDES: Final = frozenset({"contextual", "always", "never", "after-inverted-name"})

_SHARED_NAME_OPTIONS: Final = frozenset(
    {
        "and",
        "delimiter-precedes-et-al",
        "delimiter-precedes-last",
        "et-al-min",
        "et-al-use-first",
        "et-al-subsequent-min",
        "et-al-subsequent-use-first",
        "et-al-use-last",
        "initialize",
        "initialize-with",
        "name-as-sort-order",
        "sort-separator",
    }
)
NAME_OPTIONS: Final = _SHARED_NAME_OPTIONS | {"form", "delimiter"}
"""The name options as `cs:name` spells them."""

INHERITABLE_OPTIONS: Final = _SHARED_NAME_OPTIONS | {"name-form", "name-delimiter", "names-delimiter"}
"""The name options as `cs:style`, `cs:citation` and `cs:bibliography` spell them."""

_NO_OPTIONS: Final = NameOptions()


def read_affixes(attributes: Attributes) -> Affixes:
    """The prefix and suffix, spaces and all."""
    if AFFIXES.isdisjoint(attributes.values):
        return NO_AFFIXES
    return Affixes(marked(attributes.text("prefix")), marked(attributes.text("suffix")))


def read_formatting(attributes: Attributes) -> Formatting:
    """The font attributes; "normal" is kept, because it undoes what an element around it sets."""
    if FORMATTING.isdisjoint(attributes.values):
        return NO_FORMATTING
    return Formatting(
        font_style=attributes.choice("font-style", _FONT_STYLES, ""),
        font_variant=attributes.choice("font-variant", _FONT_VARIANTS, ""),
        font_weight=attributes.choice("font-weight", _FONT_WEIGHTS, ""),
        text_decoration=attributes.choice("text-decoration", _TEXT_DECORATIONS, ""),
        vertical_align=attributes.choice("vertical-align", _VERTICAL_ALIGNS, ""),
    )


def read_text_case(attributes: Attributes) -> str:
    """The text-case, empty where none is set."""
    return attributes.choice("text-case", TEXT_CASES, "")


def read_display(attributes: Attributes) -> str:
    """The display, empty where none is set."""
    return attributes.choice("display", DISPLAYS, "")


def read_name_options(attributes: Attributes) -> NameOptions:
    """The options on `cs:name`."""
    if NAME_OPTIONS.isdisjoint(attributes.values):
        return _NO_OPTIONS
    return _name_options(attributes, "form", "delimiter", None)


def read_inheritable_options(attributes: Attributes) -> NameOptions:
    """The options on `cs:style`, `cs:citation` or `cs:bibliography`."""
    if INHERITABLE_OPTIONS.isdisjoint(attributes.values):
        return _NO_OPTIONS
    return _name_options(attributes, "name-form", "name-delimiter", attributes.optional_text("names-delimiter"))


def _name_options(attributes: Attributes, form: str, delimiter: str, names_delimiter: str | None) -> NameOptions:
    return NameOptions(
        and_=attributes.optional_choice("and", _ANDS),
        delimiter=attributes.optional_text(delimiter),
        names_delimiter=names_delimiter,
        delimiter_precedes_et_al=attributes.optional_choice("delimiter-precedes-et-al", _PRECEDES),
        delimiter_precedes_last=attributes.optional_choice("delimiter-precedes-last", _PRECEDES),
        et_al_min=attributes.optional_integer("et-al-min"),
        et_al_use_first=attributes.optional_integer("et-al-use-first"),
        et_al_subsequent_min=attributes.optional_integer("et-al-subsequent-min"),
        et_al_subsequent_use_first=attributes.optional_integer("et-al-subsequent-use-first"),
        et_al_use_last=attributes.optional_flag("et-al-use-last"),
        form=attributes.optional_choice(form, _NAME_FORMS),
        initialize=attributes.optional_flag("initialize"),
        initialize_with=attributes.optional_text("initialize-with"),
        name_as_sort_order=attributes.optional_choice("name-as-sort-order", _SORT_ORDERS),
        sort_separator=attributes.optional_text("sort-separator"),
    )


def check_words(attributes: Attributes, kind: str, words: Iterable[str], known: Collection[str]) -> None:
    """A notice for each word that CSL does not have: such a variable is always empty, such a type never met."""
    for word in words:
        if word not in known:
            near = nearest(word, known, 1)
            attributes.notice(
                f"unknown-{kind.replace(' ', '-')}",
                f"CSL has no {kind} {word!r}",
                f"did you mean {near}?" if near else "",
            )
