"""The typed AST of a CSL style: one frozen dataclass for each element, attributes already parsed.

CSL 1.0.2 specification, "Styles - Structure" to "Rendering Elements"; schema `csl.rnc`. The reader (`reader.py`) makes
these from XML, the compiler (`compile.py`) turns them into executable nodes. `None` stands for an attribute that is
not set where CSL tells "not set" from any value; `line` is where the element begins and takes no part in equality.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = [
    "NO_AFFIXES",
    "NO_FORMATTING",
    "Affixes",
    "Bibliography",
    "Branch",
    "Choose",
    "Citation",
    "Condition",
    "DateElement",
    "DatePart",
    "Element",
    "EtAl",
    "Formatting",
    "Group",
    "Info",
    "Label",
    "Layout",
    "LocaleSource",
    "NameElement",
    "NameOptions",
    "NamePart",
    "Names",
    "NumberElement",
    "Sort",
    "SortKey",
    "StyleSource",
    "Term",
    "Text",
]


@dataclass(frozen=True, slots=True)
class Affixes:
    """The text set before and after what an element writes, when it writes something."""

    prefix: str = ""
    suffix: str = ""

    def __bool__(self) -> bool:
        return bool(self.prefix or self.suffix)


@dataclass(frozen=True, slots=True)
class Formatting:
    """Font attributes; the empty string is "not set", which is not the same as "normal"."""

    font_style: str = ""
    font_variant: str = ""
    font_weight: str = ""
    text_decoration: str = ""
    vertical_align: str = ""

    def __bool__(self) -> bool:
        return self != NO_FORMATTING


NO_AFFIXES = Affixes()
NO_FORMATTING = Formatting()


@dataclass(frozen=True, slots=True)
class Text:
    """`cs:text`: `source` is variable, macro, term or value, and `value` its name (or the text itself)."""

    source: str
    value: str
    form: str = "long"
    plural: bool = False
    affixes: Affixes = NO_AFFIXES
    formatting: Formatting = NO_FORMATTING
    display: str = ""
    quotes: bool = False
    strip_periods: bool = False
    text_case: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class NumberElement:
    """`cs:number`: form is numeric, ordinal, long-ordinal or roman."""

    variable: str
    form: str = "numeric"
    affixes: Affixes = NO_AFFIXES
    formatting: Formatting = NO_FORMATTING
    display: str = ""
    text_case: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Label:
    """`cs:label`: plural is contextual, always or never. Inside `cs:names`, `variable` is empty."""

    variable: str
    form: str = "long"
    plural: str = "contextual"
    affixes: Affixes = NO_AFFIXES
    formatting: Formatting = NO_FORMATTING
    strip_periods: bool = False
    text_case: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class DatePart:
    """`cs:date-part`: name is year, month or day; `form` is empty where not set; `range_delimiter` None likewise."""

    name: str
    form: str = ""
    range_delimiter: str | None = None
    affixes: Affixes = NO_AFFIXES
    formatting: Formatting = NO_FORMATTING
    strip_periods: bool = False
    text_case: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class DateElement:
    """`cs:date`: `form` ("text", "numeric") makes it localised; `date_parts` is year-month-day, year-month or year."""

    variable: str
    form: str = ""
    date_parts: str = "year-month-day"
    parts: tuple[DatePart, ...] = ()
    delimiter: str = ""
    affixes: Affixes = NO_AFFIXES
    formatting: Formatting = NO_FORMATTING
    display: str = ""
    text_case: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """`cs:group`."""

    children: tuple[Element, ...]
    delimiter: str = ""
    affixes: Affixes = NO_AFFIXES
    formatting: Formatting = NO_FORMATTING
    display: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Condition:
    """One attribute of `cs:if`: `test` is type, variable, is-numeric, is-uncertain-date, locator, position or
    disambiguate; `values` what it is tested against.
    """

    test: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """`cs:if`, `cs:else-if` or `cs:else` (no conditions): match is all, any or none."""

    conditions: tuple[Condition, ...]
    match: str
    children: tuple[Element, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Choose:
    """`cs:choose`: the first branch that holds is rendered."""

    branches: tuple[Branch, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class NameOptions:
    """The name and names attributes that are inherited from `cs:style`, `cs:citation` and `cs:bibliography`.

    `None` means not set here. `form`, `delimiter` are `name-form`, `name-delimiter` on the ancestors and `form`,
    `delimiter` on `cs:name`; `names_delimiter` is `delimiter` on `cs:names`.
    """

    and_: str | None = None
    delimiter: str | None = None
    names_delimiter: str | None = None
    delimiter_precedes_et_al: str | None = None
    delimiter_precedes_last: str | None = None
    et_al_min: int | None = None
    et_al_use_first: int | None = None
    et_al_subsequent_min: int | None = None
    et_al_subsequent_use_first: int | None = None
    et_al_use_last: bool | None = None
    form: str | None = None
    initialize: bool | None = None
    initialize_with: str | None = None
    name_as_sort_order: str | None = None
    sort_separator: str | None = None


@dataclass(frozen=True, slots=True)
class NamePart:
    """`cs:name-part`: name is family or given."""

    name: str
    affixes: Affixes = NO_AFFIXES
    formatting: Formatting = NO_FORMATTING
    text_case: str = ""


@dataclass(frozen=True, slots=True)
class NameElement:
    """`cs:name`."""

    options: NameOptions = NameOptions()
    parts: tuple[NamePart, ...] = ()
    affixes: Affixes = NO_AFFIXES
    formatting: Formatting = NO_FORMATTING
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class EtAl:
    """`cs:et-al`: the term is "et-al" or "and others"."""

    term: str = "et-al"
    formatting: Formatting = NO_FORMATTING


@dataclass(frozen=True, slots=True)
class Names:
    """`cs:names`. `label_first` tells whether the label stands before `cs:name`, which is where it is printed.

    `is_short` marks a `cs:names` anywhere inside `cs:substitute` without children, which takes those of the `cs:names`
    around.
    """

    variables: tuple[str, ...]
    name: NameElement | None = None
    et_al: EtAl | None = None
    label: Label | None = None
    label_first: bool = False
    substitute: tuple[Element, ...] = ()
    delimiter: str | None = None
    affixes: Affixes = NO_AFFIXES
    formatting: Formatting = NO_FORMATTING
    display: str = ""
    is_short: bool = False
    line: int = field(default=0, compare=False)


Element: TypeAlias = Text | NumberElement | Label | DateElement | Group | Choose | Names


@dataclass(frozen=True, slots=True)
class SortKey:
    """`cs:key`: exactly one of `variable` and `macro` is set. `names_*` are the `names-min`, `-use-first`, `-use-last`
    attributes, which override et-al abbreviation in the macro called.
    """

    variable: str = ""
    macro: str = ""
    descending: bool = False
    names_min: int | None = None
    names_use_first: int | None = None
    names_use_last: bool | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Sort:
    """`cs:sort`."""

    keys: tuple[SortKey, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """`cs:layout`."""

    children: tuple[Element, ...]
    delimiter: str = ""
    affixes: Affixes = NO_AFFIXES
    formatting: Formatting = NO_FORMATTING
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """`cs:citation` with its options (CSL 1.0.2, "Citation-specific Options")."""

    layout: Layout
    sort: Sort | None = None
    options: NameOptions = NameOptions()
    disambiguate_add_names: bool = False
    disambiguate_add_givenname: bool = False
    givenname_disambiguation_rule: str = "by-cite"
    disambiguate_add_year_suffix: bool = False
    cite_group_delimiter: str | None = None
    collapse: str = ""
    year_suffix_delimiter: str | None = None
    after_collapse_delimiter: str | None = None
    near_note_distance: int = 5


@dataclass(frozen=True, slots=True)
class Bibliography:
    """`cs:bibliography` with its options (CSL 1.0.2, "Bibliography-specific Options")."""

    layout: Layout
    sort: Sort | None = None
    options: NameOptions = NameOptions()
    hanging_indent: bool = False
    second_field_align: str = ""
    line_spacing: int = 1
    entry_spacing: int = 1
    subsequent_author_substitute: str | None = None
    subsequent_author_substitute_rule: str = "complete-all"


@dataclass(frozen=True, slots=True)
class Info:
    """`cs:info`: what a style says of itself. `independent_parent` is set on dependent styles only."""

    id: str = ""
    title: str = ""
    title_short: str = ""
    summary: str = ""
    rights: str = ""
    updated: str = ""
    categories: tuple[str, ...] = ()
    citation_format: str = ""
    independent_parent: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One term in one form. `gender` is what a noun is; `gender_form` and `match` belong to ordinals."""

    name: str
    form: str = "long"
    single: str = ""
    multiple: str = ""
    gender: str = ""
    gender_form: str = ""
    match: str = ""
    """last-digit, last-two-digits or whole-number; empty takes the default for the ordinal's own number."""


@dataclass(frozen=True, slots=True)
class LocaleSource:
    """One `cs:locale` element: `None` options are not set here. `dates` maps text and numeric to their format."""

    lang: str = ""
    terms: tuple[Term, ...] = ()
    dates: Mapping[str, DateElement] = field(default_factory=dict)
    punctuation_in_quote: bool | None = None
    limit_day_ordinals_to_day_1: bool | None = None


@dataclass(frozen=True, slots=True)
class StyleSource:
    """`cs:style`: a whole style as read. `style_class` is in-text or note; `locales` are its own `cs:locale`s."""

    info: Info
    style_class: str
    version: str
    citation: Citation
    bibliography: Bibliography | None
    macros: Mapping[str, tuple[Element, ...]]
    default_locale: str = ""
    locales: tuple[LocaleSource, ...] = ()
    options: NameOptions = NameOptions()
    demote_non_dropping_particle: str = "display-and-sort"
    initialize_with_hyphen: bool = True
    page_range_format: str = ""
    file: str = ""
