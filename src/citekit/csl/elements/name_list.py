"""The names of one variable as a list: delimiters, "and", et-al abbreviation, inversion.

CSL 1.0.2 specification, "Name" (and, delimiter-precedes-et-al, delimiter-precedes-last, et-al-min, et-al-use-first,
et-al-subsequent-min, et-al-subsequent-use-first, et-al-use-last, name-as-sort-order) and "Et-al".
"""

from __future__ import annotations

from typing import Final

from citekit.csl.cite import Position
from citekit.csl.elements.name import FULL, INITIALS, SORT_SPACE, FormattedNames, NameFormat
from citekit.csl.elements.node import formatting_marks
from citekit.csl.initials import is_invertible, is_spaced
from citekit.csl.known_names import KnownName
from citekit.csl.scope import Scope
from citekit.csl.state import PLAIN, CiteState, ShownNames
from citekit.csl.style import EtAl, NameElement, NameOptions
from citekit.text.tokens import FIELD, Mark, Tokens, mark

__all__ = ["EXPANDED_NAMES", "NAME_FIELD", "NAME_LIST_FIELD", "NameList"]

EXPANDED_NAMES: Final = "expanded-names"
"""The fact that sort keys consult where names told apart over the whole document say more than the keys say anyway."""

ELLIPSIS: Final = "\u2026"
NAME_FIELD: Final = mark(FIELD, "name")
"""Around each single name, where the bibliography substitutes repeated names."""
NAME_LIST_FIELD: Final = mark(FIELD, "name-list")

_INVERT_NONE: Final = 0
_INVERT_FIRST: Final = 1
_INVERT_ALL: Final = 2
_INVERSIONS: Final = {"first": _INVERT_FIRST, "all": _INVERT_ALL}

_NO_LEVELS: Final[dict[int, int]] = {}

# Names that the source itself marks as "and others".
_OTHERS: Final = frozenset({"others", "et al", "et al."})


def most_expanded(rule: str) -> int:
    """The highest level to which a givenname-disambiguation-rule expands given names."""
    return INITIALS if rule.endswith("-with-initials") else FULL


class NameList:
    """Renders the names of one variable."""

    __slots__ = (
        "_formatted",
        "and_word",
        "delimiter",
        "delimiter_precedes_body",
        "delimiter_precedes_et_al",
        "delimiter_precedes_last",
        "et_al",
        "et_al_closing",
        "et_al_opening",
        "format",
        "inversion",
        "is_count",
        "is_sorting",
        "marks_names",
        "min",
        "prefix",
        "styling",
        "styling_end",
        "subsequent_min",
        "subsequent_use_first",
        "suffix",
        "takes_expansion",
        "use_first",
        "use_last",
        "wraps_names",
    )

    def __init__(self, element: NameElement, et_al: EtAl, options: NameOptions, scope: Scope) -> None:
        locale = scope.locale
        self.is_sorting = scope.is_sorting
        self.is_count = options.form == "count"
        self.delimiter = options.delimiter if options.delimiter is not None else ", "
        self.and_word = ""
        if options.and_ == "text":
            self.and_word = locale.term("and") or ""
        elif options.and_ == "symbol":
            self.and_word = "&"
        self.delimiter_precedes_et_al = options.delimiter_precedes_et_al or "contextual"
        self.delimiter_precedes_last = options.delimiter_precedes_last or "contextual"
        # As in the reference, what cs:name says is for people.
        around = scope.options.delimiter_precedes_last
        self.delimiter_precedes_body = around if around in ("always", "never") else "contextual"
        self.min = options.et_al_min or 0
        self.use_first = options.et_al_use_first
        self.subsequent_min = options.et_al_subsequent_min if options.et_al_subsequent_min is not None else self.min
        use_first = options.et_al_subsequent_use_first
        self.subsequent_use_first = use_first if use_first is not None else self.use_first
        self.use_last = bool(options.et_al_use_last)
        self.inversion = _INVERSIONS.get(options.name_as_sort_order or "", _INVERT_NONE)
        term = locale.term(et_al.term) or ""
        # A term of white space alone is how styles switch it off.
        self.et_al = term if term.strip() else ""
        self.et_al_opening = formatting_marks(et_al.formatting)
        self.et_al_closing = tuple([one.partner for one in reversed(self.et_al_opening)])
        self.format = NameFormat(
            options,
            element.parts,
            scope.style.demote_non_dropping_particle,
            scope.style.initialize_with_hyphen,
            locale.language,
            scope.is_sorting,
            scope.french_order,
        )
        inverts_first, inverts_others = self.inversion != _INVERT_NONE, self.inversion == _INVERT_ALL
        self._formatted = {
            is_english: (
                self.format.names(inverts_first, 0, is_english),
                self.format.names(inverts_others, 0, is_english),
            )
            for is_english in (False, True)
        }
        """The names of English items and of others: the first of a list, and those that follow."""

        self.prefix = element.affixes.prefix
        self.suffix = element.affixes.suffix
        # A name expanded for one cite keeps its place in the order; one expanded for the whole document sorts as it is
        # printed (CSL 1.0.2, "givenname-disambiguation-rule").
        rule = scope.style.citation.givenname_disambiguation_rule
        self.takes_expansion = not scope.is_sorting or rule != "by-cite"
        if rule.endswith("-with-initials") and not self.format.has_initials:
            # As the specification has it, no name is told apart by initials that the style does not print.
            self.takes_expansion = False
        if scope.is_sorting and self.takes_expansion and self.format.form_level < most_expanded(rule):
            scope.facts.add(EXPANDED_NAMES)
        self.styling: tuple[Mark, ...] = formatting_marks(element.formatting)
        self.styling_end = tuple([one.partner for one in reversed(self.styling)])
        self.marks_names = scope.marks_each_name
        self.wraps_names = bool(self.marks_names or self.prefix or self.suffix or self.styling)

    def shown_count(self, names: tuple[KnownName, ...], cite: CiteState, index: int) -> int:
        """How many names are shown before et-al; all of them when there is no abbreviation."""
        total = len(names)
        if cite.position > Position.FIRST and not self.is_sorting:
            least, shown = self.subsequent_min, self.subsequent_use_first
        else:
            least, shown = self.min, self.use_first
        if not least or total < least or shown is None:
            return total
        if cite.disambiguation is not PLAIN:
            for where, count in cite.disambiguation.names:
                if where == index:
                    shown = max(shown, count)
        return min(shown, total)

    def render(self, names: tuple[KnownName, ...], cite: CiteState, out: Tokens) -> bool:
        """Append the list; whether anything was written."""
        index = cite.names_rendered
        cite.names_rendered += 1
        has_others = len(names) > 1 and (names[-1].literal or names[-1].family) in _OTHERS and not names[-1].given
        if has_others:
            names = names[:-1]
        shown = self.shown_count(names, cite, index)
        if cite.shown_names is not None:
            cite.shown_names.append(ShownNames(names[:shown], len(names)))
        if not shown:
            return False
        self._render_shown(names, shown, has_others or shown < len(names), cite, index, out)
        if self.is_sorting:
            # What follows in a sort macro is no part of the last name.
            out.append(SORT_SPACE)
        return True

    def _render_shown(
        self, names: tuple[KnownName, ...], shown: int, is_truncated: bool, cite: CiteState, index: int, out: Tokens
    ) -> None:
        is_english = cite.item.is_english
        levels = self._levels(cite, index) if cite.disambiguation is not PLAIN else _NO_LEVELS
        delimiter = self.delimiter
        start = len(out)
        first, others = self._formatted[is_english]
        joined_by_word = 0 if is_truncated or not self.and_word or self.is_sorting else shown - 1
        is_plain = not (levels or self.wraps_names)
        for i in range(shown):
            if i:
                if i == joined_by_word:
                    self._join_last(names, shown, out)
                else:
                    out.append(delimiter)
            formatted = others if i else first
            if is_plain:
                out += formatted[names[i]]
            else:
                self._append(names[i], formatted.at(levels.get(i, 0)), out)
        if not is_truncated:
            return
        if self.use_last and len(names) - shown >= 2:
            out.append(self.delimiter)
            if not self.is_sorting:
                out.append(ELLIPSIS + " ")
            self._append(names[-1], others.at(levels.get(len(names) - 1, 0)), out)
        elif self.et_al and not self.is_sorting:
            precedes = self._precedes(self.delimiter_precedes_et_al, names, shown, shown >= 2)
            if precedes:
                out.append(self.delimiter)
            elif is_spaced(self.et_al):
                out.append(" ")
            out += self.et_al_opening
            out.append(self.et_al)
            out += self.et_al_closing
            # As in the reference, et-al has the formatting of the names: styles undo it where they do not want it.
            out[start:start] = self.styling
            out += self.styling_end

    def _levels(self, cite: CiteState, index: int) -> dict[int, int]:
        """The levels of given names that disambiguation asks for in this list, by the place of the name."""
        if not self.takes_expansion:
            return _NO_LEVELS
        return {place: level for (element, place), level in cite.disambiguation.given if element == index}

    def _append(self, name: KnownName, formatted: FormattedNames, out: Tokens) -> None:
        tokens = formatted[name]
        if not self.wraps_names:
            out += tokens
            return
        if self.marks_names:
            out.append(NAME_FIELD)
        # The formatting and affixes of cs:name are each name's own: delimiters, "and" and et-al stand outside them, and
        # a name that is one text takes no affixes, as in the reference.
        has_affixes = not name.literal
        if self.prefix and has_affixes:
            out.append(self.prefix)
        out += self.styling
        out += tokens
        out += self.styling_end
        if self.suffix and has_affixes:
            out.append(self.suffix)
        if self.marks_names:
            out.append(NAME_FIELD.partner)

    def _join_last(self, names: tuple[KnownName, ...], shown: int, out: Tokens) -> None:
        """What stands before the last name of a whole list: "and", after the delimiter where that precedes it."""
        word = self.and_word
        if self._precedes_last(names, shown):
            out.append(self.delimiter)
            out.append(f"{word} " if is_spaced(word) else word)
        else:
            out.append(f" {word} " if is_spaced(word) else word)

    def _precedes_last(self, names: tuple[KnownName, ...], shown: int) -> bool:
        """Whether the delimiter is set before "and"; before a body, what cs:name says does not count."""
        rule = self.delimiter_precedes_last
        if names[shown - 1].literal and (shown >= 3 or rule != "after-inverted-name"):
            rule = self.delimiter_precedes_body
        return self._precedes(rule, names, shown - 1, shown >= 3)

    def _precedes(self, rule: str, names: tuple[KnownName, ...], before: int, contextual: bool) -> bool:
        """Whether the delimiter is set before "and" or et-al, when `before` names stand in front of it."""
        if rule == "contextual":
            return contextual
        if rule == "after-inverted-name":
            is_inverted = self.inversion == _INVERT_ALL or (self.inversion == _INVERT_FIRST and before == 1)
            return is_inverted and is_invertible(names[before - 1])
        return rule == "always"
