"""What a normalisation rule is: an id, its sense in two languages, its mode, examples that are run, and a function.

A rule looks at one item and yields edits; it changes nothing itself. The pipeline applies the edits of automatic rules
and reports the others as proposals.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, TypeAlias

from citekit.items.date import Date
from citekit.items.item import Item, Value
from citekit.items.name import Name
from citekit.items.variables import TITLE_VARIABLES
from citekit.report import Mode, Notice

__all__ = [
    "PROSE_VARIABLES",
    "TITLE_LIKE",
    "TYPE",
    "Apply",
    "Edit",
    "Example",
    "Rule",
    "edited",
    "on_strings",
    "readable",
]

TITLE_LIKE: Final = tuple(sorted(TITLE_VARIABLES | {"event", "event-title", "genre"}))
"""Variables that hold a title or a short wording in the item's language."""
PROSE_VARIABLES: Final = ("abstract", "annote", "note")
"""Variables that hold sentences, which may be in another language than the item."""

TYPE: Final = "type"
"""What an edit names when it changes the type of the item, which is no variable."""

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_NO_VALUES: Final[Mapping[str, Value]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Edit:
    """A new value for one variable; `None` takes it away. The variable `TYPE` is the item's type.

    `mode` is the rule's own when not given: a rule may find that one of its edits needs to be asked for. `keep` goes to
    the item's `custom` values, so that what is taken out of a variable is not lost. `evidence` is told to the user.
    `is_continued` binds an edit to the one before it: both are accepted or neither (a name that moves from one variable
    to another is two edits).
    """

    variable: str
    value: Value | None
    mode: Mode | None = None
    keep: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    evidence: str = ""
    is_continued: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A value before and after a rule, in one variable of an item of a given type and language."""

    variable: str
    before: Value
    after: Value | None
    type: str = "book"
    language: str = "fr"
    beside: Mapping[str, Value] = field(default_factory=lambda: _NO_VALUES)
    """Other variables that the rule looks at."""

    def item(self) -> Item:
        """The item that the example is about."""
        language: dict[str, Value] = {"language": self.language} if self.language else {}
        if self.variable == TYPE:
            return Item("example", str(self.before), {**language, **self.beside})
        return Item("example", self.type, {**language, **self.beside, self.variable: self.before})


Apply: TypeAlias = Callable[[Item], Iterator["Edit | Notice"]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue: `code` is its short code there, `source` the convention or evidence it rests on."""

    id: str
    code: str
    family: str
    summary_en: str
    summary_fr: str
    mode: Mode
    source: str
    examples: tuple[Example, ...]
    apply: Apply = field(repr=False)
    needs_french: bool = True
    """Whether the rule looks only at items whose language is French, declared or inferred."""


def edited(item: Item, edit: Edit) -> Item:
    """The item with an edit carried out."""
    if edit.keep:
        # What was there before is older and stays.
        item = replace(item, custom=MappingProxyType({**edit.keep, **item.custom}))
    if edit.variable == TYPE:
        return replace(item, type=str(edit.value))
    return item.with_variables({edit.variable: edit.value})


def on_strings(
    variables: Collection[str], mend: Callable[[str], str], accepts: Callable[[Item, str, str], bool] | None = None
) -> Apply:
    """A rule's function made of a function on plain strings, tried on each of some variables.

    `accepts(item, variable, text)` may refuse a text, for instance because it is in another language than its item.
    """

    def apply(item: Item) -> Iterator[Edit | Notice]:
        for variable in variables:
            before = item.text(variable)
            if not before:
                continue
            after = mend(before)
            # Never empty a variable that had text.
            if after != before and after.strip() and (accepts is None or accepts(item, variable, before)):
                yield Edit(variable, after)

    return apply


def readable(value: Value | None) -> str:
    """A value as a user would read it: names as `family, given`, dates in ISO form.

    >>> readable((Name(family="Le Goff", given="Jacques"), Name(literal="Avise")))
    'Le Goff, Jacques ; {Avise}'
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Date):
        return value.iso()
    return " ; ".join(readable_name(name) for name in value)


def readable_name(name: Name) -> str:
    """One name as `family, given [particle]`; a body in braces, so that it is told from a person."""
    if name.literal:
        return f"{{{name.literal}}}"
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    # Brackets show where a particle stands: `Certeau, Michel de` and `Certeau, Michel [de]` would read the same.
    particle = f"[{name.dropping_particle}]" if name.dropping_particle else ""
    given = " ".join(part for part in (name.given, particle) if part)
    return ", ".join(part for part in (family, given, name.suffix) if part)
