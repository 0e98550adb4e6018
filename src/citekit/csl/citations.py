"""A citation: its cites sorted, grouped, collapsed and joined (CSL 1.0.2, "Cite Grouping", "Cite Collapsing").

Grouping and collapsing are questions about the rendered tokens: field marks tell where the names, the year, the
year-suffix and the citation number stand, so nothing is rendered twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from citekit.csl.elements.date import DATE_FIELD, YEAR_SUFFIX_FIELD
from citekit.csl.elements.date_parts import YEAR_FIELD
from citekit.csl.elements.name_list import NAME_LIST_FIELD
from citekit.csl.elements.names import NAMES_FIELD
from citekit.csl.state import CiteState, year_suffix_letters
from citekit.csl.style import Citation
from citekit.text.brackets import marked
from citekit.text.markup import parse_markup, strip_markup
from citekit.text.tokens import FIELD, Mark, Token, Tokens, mark, plain_text

__all__ = ["RenderedCite", "cite_affixes", "field_span", "groups_cites", "join_cites", "without_field"]

EN_DASH: Final = "\u2013"
NAMES: Final = NAMES_FIELD
NAME_LIST: Final = NAME_LIST_FIELD
DATE: Final = DATE_FIELD
LOCATOR: Final = mark(FIELD, "locator")
CITATION_NUMBER: Final = mark(FIELD, "citation-number")


class RenderedCite:
    """One cite with its tokens, before it is joined to its neighbours."""

    __slots__ = ("has_year_suffix", "names", "names_are_repeatable", "prefix", "state", "suffix", "tokens", "year")

    def __init__(self, state: CiteState, tokens: Tokens) -> None:
        self.state = state
        self.tokens = tokens
        self.prefix, self.suffix = cite_affixes(state.cite.prefix, state.cite.suffix)
        self.names = field_text(tokens, NAMES)
        self.year = field_text(tokens, YEAR_FIELD)
        span = field_span(tokens, NAMES)
        # A term or a title that stands in for names is said again with every cite.
        self.names_are_repeatable = span is None or NAME_LIST in tokens[span[0] : span[1]]
        self.has_year_suffix = field_span(tokens, YEAR_SUFFIX_FIELD) is not None

    @property
    def has_affixes(self) -> bool:
        """Whether the user set text before or after the cite."""
        return bool(self.prefix or self.suffix)

    @property
    def is_shown(self) -> bool:
        """Whether the cite prints anything."""
        return bool(self.tokens) or self.has_affixes

    def whole(self) -> Tokens:
        """The tokens with the cite's own prefix and suffix."""
        return [*self.prefix, *self.tokens, *self.suffix]


def cite_affixes(prefix: str, suffix: str) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The user's prefix and suffix as tokens, with the space that users leave out.

    >>> cite_affixes("see", "etc.")
    (('see ',), (' etc.',))
    """
    if prefix:
        bare = strip_markup(prefix).rstrip("\"'\u201d\u2019\u00bb")
        if bare and (bare[-1].isalnum() or bare[-1] in ".,;:!?)]"):
            prefix += " "
    if suffix:
        bare = strip_markup(suffix)
        if bare and (bare[0].isalnum() or bare[0] in "[("):
            suffix = " " + suffix
    own = _affix(suffix)
    # Only commas and full stops move into quotes: the question is that of the sentence, not of the title.
    return _affix(prefix), ("", *own) if suffix[:1] in ("?", "!") else own


def _affix(text: str) -> tuple[Token, ...]:
    tokens = parse_markup(text) if text else ()
    return tuple([marked(token) if isinstance(token, str) else token for token in tokens])


def field_span(tokens: Sequence[Token], opening: Mark) -> tuple[int, int] | None:
    """Where the first field of this kind begins and ends (exclusive), its marks included."""
    for i, token in enumerate(tokens):
        if token is opening:
            depth = 0
            for j in range(i, len(tokens)):
                if tokens[j] is opening:
                    depth += 1
                elif tokens[j] is opening.partner:
                    depth -= 1
                    if not depth:
                        return i, j + 1
    return None


def field_text(tokens: Sequence[Token], opening: Mark) -> str:
    """The text of the first field of this kind, or the empty string."""
    span = field_span(tokens, opening)
    return plain_text(tuple(tokens[span[0] : span[1]])) if span else ""


def without_field(tokens: Tokens, opening: Mark) -> Tokens:
    """The tokens without the first field of this kind, nor the delimiter that set it off from what follows."""
    span = field_span(tokens, opening)
    if span is None:
        return tokens
    start, end = span
    if not plain_text(tuple(tokens[:start])).strip():
        # Nothing stands before: the delimiter after the field goes with it.
        while end < len(tokens):
            token = tokens[end]
            if isinstance(token, str):
                if not token.strip(" ,;:.\u00a0\u202f"):
                    end += 1
                break
            if token.is_open:
                break
            end += 1
        marks: Tokens = [token for token in tokens[span[1] : end] if not isinstance(token, str)]
        return tokens[:start] + marks + tokens[end:]
    return tokens[:start] + tokens[end:]


def groups_cites(citation: Citation) -> bool:
    """Whether cites with the same names are grouped; numbers that become ranges are no groups."""
    return citation.collapse not in ("", "citation-number") or citation.cite_group_delimiter is not None


def join_cites(rendered: list[RenderedCite], citation: Citation, is_note: bool) -> Tokens:
    """The cites as one stream, grouped and collapsed as the style asks, without the layout's affixes."""
    if not rendered:
        return []
    if citation.collapse == "citation-number":
        return _join_numbers(rendered, citation)
    if not groups_cites(citation) or len(rendered) == 1:
        return _join_plain(rendered, citation.layout.delimiter)
    # Only cites in the running text are moved together (CSL 1.0.2, "Cite Grouping").
    groups = _grouped(rendered, citation.sort is not None and not is_note)
    keeps_layout = is_note or field_span(rendered[0].tokens, CITATION_NUMBER) is not None
    return _join_groups(groups, citation, keeps_layout)


def _join_plain(rendered: list[RenderedCite], delimiter: str) -> Tokens:
    out: Tokens = []
    for i, one in enumerate(rendered):
        if i:
            _append_delimiter(out, delimiter, rendered[i - 1], one)
        out += one.whole()
    return out


def _append_delimiter(out: Tokens, delimiter: str, before: RenderedCite, after: RenderedCite) -> None:
    """The delimiter, shortened where the user's own affixes already end or begin with one."""
    suffix = before.state.cite.suffix
    prefix = after.state.cite.prefix
    if suffix and suffix[-1] in ";.,":
        space = delimiter.find(" ")
        delimiter = delimiter[space:] if space >= 0 else ""
    elif not suffix and prefix and prefix[0] in ";.,":
        delimiter = ""
    if delimiter:
        out.append(delimiter)


def _grouped(rendered: list[RenderedCite], moves: bool) -> list[list[RenderedCite]]:
    """Cites with the same names: neighbours, and where cites may be moved also those that stand apart."""
    groups: list[list[RenderedCite]] = []
    by_names: dict[str, list[RenderedCite]] = {}
    for one in rendered:
        if moves and one.names:
            group = by_names.get(one.names)
            if group is None:
                group = by_names[one.names] = []
                groups.append(group)
            group.append(one)
        elif groups and groups[-1][-1].names == one.names:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _join_groups(groups: list[list[RenderedCite]], citation: Citation, keeps_layout: bool) -> Tokens:
    delimiters = _Delimiters(citation, keeps_layout)
    out: Tokens = []
    last: list[RenderedCite] | None = None
    for group in groups:
        if last is not None:
            _append_delimiter(out, delimiters.after(last), last[-1], group[0])
        _append_group(out, group, citation, delimiters)
        last = group
    return out


class _Delimiters:
    """What stands between cites: inside a group, after a collapsed group, and elsewhere.

    Notes and numbers keep the delimiter of the layout within groups, where authors and years have a comma.
    """

    __slots__ = ("_after_collapse", "_collapses_suffixes", "_has_own", "_layout", "within")

    def __init__(self, citation: Citation, keeps_layout: bool) -> None:
        self._layout = citation.layout.delimiter
        self._after_collapse = citation.after_collapse_delimiter
        self._collapses_suffixes = citation.collapse == "year-suffix"
        self._has_own = citation.cite_group_delimiter is not None
        if citation.cite_group_delimiter is not None:
            self.within = citation.cite_group_delimiter
        elif citation.after_collapse_delimiter is not None or keeps_layout:
            self.within = self._layout
        else:
            self.within = ", "

    def after(self, group: list[RenderedCite]) -> str:
        """The delimiter between a group and the next."""
        if self._after_collapse is None:
            return self._layout
        if group[-1].state.cite.locator or len(group) > 1 or not self._collapses_suffixes:
            return self._after_collapse
        return self._layout

    def inside(self, before: RenderedCite, after: RenderedCite) -> str:
        """The delimiter between two cites of a group: a locator ends what can be collapsed.

        A cite that says more than its year ("Smith 2000; in press") is set off like one of another group.
        """
        if self._after_collapse is not None and before.state.cite.locator:
            return self._after_collapse
        if after.state.wrote_text and not self._has_own:
            return self.after([before])
        return self.within


def _append_group(out: Tokens, group: list[RenderedCite], citation: Citation, delimiters: _Delimiters) -> None:
    """Append one group, collapsed where the style collapses."""
    if not citation.collapse:
        for i, one in enumerate(group):
            if i:
                _append_delimiter(out, delimiters.inside(group[i - 1], one), group[i - 1], one)
            out += one.whole()
        return
    runs = _year_runs(group, citation)
    out += group[0].prefix
    for r, run in enumerate(runs):
        first = run[0]
        if r:
            tokens = without_field(first.tokens, NAMES) if first.names_are_repeatable else first.tokens
            if _is_same_year(runs[r - 1][-1], first, citation):
                tokens = without_field(tokens, YEAR_FIELD)
            if not plain_text(tuple(tokens)).strip() and not first.has_affixes:
                continue
            _append_delimiter(out, delimiters.inside(runs[r - 1][-1], first), runs[r - 1][-1], first)
            out += first.prefix
            out += tokens
        else:
            out += first.tokens
        if len(run) > 1:
            _append_suffixes(out, run, citation)
        out += run[-1].suffix


def _is_same_year(before: RenderedCite, after: RenderedCite, citation: Citation) -> bool:
    """Whether the year need not be said again. A locator prevents it: "2000a-c, 2000d, p. 5, 2000e,f"."""
    return (
        citation.collapse.startswith("year-suffix")
        and citation.disambiguate_add_year_suffix
        and after.names_are_repeatable
        and not after.state.wrote_text
        and bool(after.year)
        and before.year == after.year
        and not (before.state.cite.locator or after.state.cite.locator)
    )


def _repeats_year(before: RenderedCite, after: RenderedCite, citation: Citation) -> bool:
    """Whether the year-suffix alone says enough, so that cites can share their year and be a range."""
    return (
        _is_same_year(before, after, citation)
        and before.has_year_suffix
        and after.has_year_suffix
        and not (before.suffix or after.prefix)
    )


def _year_runs(group: list[RenderedCite], citation: Citation) -> list[list[RenderedCite]]:
    """The group cut into runs of the same year that share it; single cites where years are not collapsed."""
    runs: list[list[RenderedCite]] = []
    for one in group:
        last = runs[-1][-1] if runs else None
        if last is not None and _repeats_year(last, one, citation):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _append_suffixes(out: Tokens, run: list[RenderedCite], citation: Citation) -> None:
    """The year-suffixes after the first of a run: "a, b, c" or "a-c"."""
    delimiter = citation.cite_group_delimiter
    if delimiter is None:
        delimiter = citation.year_suffix_delimiter
    if delimiter is None:
        delimiter = citation.layout.delimiter
    numbers = [one.state.disambiguation.year_suffix for one in run]
    is_ranged = citation.collapse == "year-suffix-ranged"
    i = 1
    # The first suffix is printed by the first cite; what follows it is cut off and set again at the end.
    tail = _cut_tail(out)
    while i < len(numbers):
        end = i
        while is_ranged and end + 1 < len(numbers) and numbers[end + 1] == numbers[end] + 1:
            end += 1
        if is_ranged and numbers[i] == numbers[i - 1] + 1 and (end > i):
            out.append(EN_DASH)
            out.append(year_suffix_letters(numbers[end]))
            i = end + 1
            continue
        out.append(delimiter)
        out.append(year_suffix_letters(numbers[i]))
        if end - i >= 2:
            out.append(EN_DASH)
            out.append(year_suffix_letters(numbers[end]))
            i = end + 1
        else:
            i += 1
    out += tail


def _cut_tail(out: Tokens) -> Tokens:
    """Take off everything after the last year-suffix."""
    for i in range(len(out) - 1, -1, -1):
        if out[i] is YEAR_SUFFIX_FIELD.partner:
            tail = out[i + 1 :]
            del out[i + 1 :]
            return tail
    return []


def _join_numbers(rendered: list[RenderedCite], citation: Citation) -> Tokens:
    """Numbers in sequence become ranges where three or more follow each other and carry nothing else.

    After a locator stands the after-collapse-delimiter: "(6, p. 44; 7)" where a comma would make 7 another page.
    """
    delimiter = citation.layout.delimiter
    after_locator = delimiter if citation.after_collapse_delimiter is None else citation.after_collapse_delimiter
    out: Tokens = []
    i = 0
    while i < len(rendered):
        if i:
            between = after_locator if rendered[i - 1].state.cite.locator else delimiter
            _append_delimiter(out, between, rendered[i - 1], rendered[i])
        end = i
        while end + 1 < len(rendered) and _follows(rendered[end], rendered[end + 1]):
            end += 1
        if end - i >= 2:
            _append_range(out, rendered[i], rendered[end])
            i = end + 1
        else:
            out += rendered[i].whole()
            i += 1
    return out


def _append_range(out: Tokens, first: RenderedCite, last: RenderedCite) -> None:
    """Two cites joined by a dash."""
    out += first.prefix
    out += first.tokens
    out.append(EN_DASH)
    out += last.tokens
    out += last.suffix


def _follows(first: RenderedCite, second: RenderedCite) -> bool:
    """Whether the second number is the next one, and nothing but numbers would be lost in a range."""
    if second.state.citation_number != first.state.citation_number + 1:
        return False
    if first.suffix or second.prefix:
        return False
    if field_span(first.tokens, LOCATOR) is not None or field_span(second.tokens, LOCATOR) is not None:
        return False
    return field_span(first.tokens, CITATION_NUMBER) is not None and not first.names and not second.names
