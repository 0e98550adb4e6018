"""`cs:name` for one name: order of the parts, particles, initials, name-part formatting.

CSL 1.0.2 specification, "Name", "Name-part Order", "Name-part Formatting", "Hyphenation of Initialized Names". A
`NameFormat` is what a style's name options come to; `FormattedNames` keeps what it makes of each name.
"""

from __future__ import annotations

from typing import Final

from citekit.csl.elements.node import formatting_marks
from citekit.csl.initials import has_family_first_script, initialize, is_mixed_script, is_roman, normalize_initials
from citekit.csl.known_names import KnownName
from citekit.csl.particles import split_for_filing
from citekit.csl.style import NO_AFFIXES, Affixes, NameOptions, NamePart
from citekit.text.case import apply_case
from citekit.text.flipflop import takes_font_style
from citekit.text.markup import parse_markup
from citekit.text.seams import MENDED, MERGES
from citekit.text.tokens import Mark, Token, Tokens

__all__ = ["FULL", "INITIALS", "SHORT", "SORT_SPACE", "FormattedNames", "NameFormat"]

SHORT: Final = 0
"""Levels of a given name: not shown, shown as initials, shown in full."""
INITIALS: Final = 1
FULL: Final = 2

NBSP: Final = "\u00a0"
WORD_JOINER: Final = "\u2060"
_SPACES: Final = ("", " ", NBSP)
_JOINERS: Final = "'\u2019- "

SORT_SPACE: Final = " "
"""Between names and their parts in a sort key, which is compared word by word: "Doe, Zoe" comes before "Doering"."""

# Locales in which a particle is kept on the line of the family name, as in the reference processor.
_NBSP_LANGUAGES: Final = frozenset({"fr", "ru", "cs"})


class PartFormat:
    """The formatting of `cs:name-part`, ready to use."""

    __slots__ = ("closing", "opening", "prefix", "suffix", "text_case")

    def __init__(self, part: NamePart | None) -> None:
        affixes: Affixes = part.affixes if part else NO_AFFIXES
        self.prefix = affixes.prefix
        self.suffix = affixes.suffix
        self.opening: tuple[Mark, ...] = formatting_marks(part.formatting) if part else ()
        self.closing = tuple([one.partner for one in reversed(self.opening)])
        self.text_case = part.text_case if part else ""

    def style(self, text: str, is_english: bool) -> Tokens:
        """`text` with text-case and formatting, without affixes."""
        if not text:
            return []
        tokens: Tokens = [*self.opening, *parse_markup(text)]
        if self.text_case:
            apply_case(tokens, len(self.opening), self.text_case, is_english)
        tokens += self.closing
        return tokens

    def affix(self, tokens: Tokens) -> Tokens:
        """`tokens` with the affixes around them, if there are any tokens."""
        if not tokens or not (self.prefix or self.suffix):
            return tokens
        affixed: Tokens = [self.prefix] if self.prefix else []
        affixed += tokens
        if self.suffix:
            affixed.append(self.suffix)
        return affixed


def _joined(pieces: list[Tokens], delimiter: str) -> Tokens:
    joined: Tokens = []
    for piece in pieces:
        if piece:
            if joined and delimiter:
                joined.append(delimiter)
            joined += piece
    return joined


def _in_one_piece(tokens: Tokens) -> tuple[Token, ...]:
    """A name as one string where its parts are words with spaces between them, in which no seam is ever mended.

    Names are most of what there is in a bibliography, and every piece is looked at several times.
    """
    text = ""
    for token in tokens:
        if not isinstance(token, str) or not token:
            return tuple(tokens)
        is_parted = text[-1:] in _SPACES or token[0] in _SPACES or token[0] == ","
        if not is_parted or text[-1:] + token[0] in MERGES:
            return tuple(tokens)
        text += token
    if not tokens or text[0] in MENDED or str(tokens[-1])[0] in MENDED or not takes_font_style(text):
        return tuple(tokens)
    return (text,)


class FormattedNames(dict[KnownName, tuple[Token, ...]]):
    """Names as one format writes them in one form: each is made when it is first asked for, since names recur."""

    __slots__ = ("_format", "_is_english", "_is_inverted", "_level")

    def __init__(self, name_format: NameFormat, is_inverted: bool, level: int, is_english: bool) -> None:
        super().__init__()
        self._format = name_format
        self._is_inverted = is_inverted
        self._level = max(level, name_format.form_level)
        self._is_english = is_english

    def at(self, level: int) -> FormattedNames:
        """The same with more of the given names, where the level says so."""
        return self._format.names(self._is_inverted, level, self._is_english) if level else self

    def __missing__(self, name: KnownName) -> tuple[Token, ...]:
        tokens = self[name] = _in_one_piece(self._format.render(name, self._is_inverted, self._level, self._is_english))
        return tokens


class NameFormat:
    """Formats one name at a time, inverted or not, at a level of the given name."""

    __slots__ = (
        "_forms",
        "demotes_for_display",
        "demotes_for_sorting",
        "family",
        "files_as_french",
        "filing_space",
        "form_level",
        "given",
        "has_initials",
        "initialize",
        "initialize_with",
        "initialize_with_hyphen",
        "is_sorting",
        "particle_space",
        "sort_separator",
        "strips_articles",
    )

    def __init__(
        self,
        options: NameOptions,
        parts: tuple[NamePart, ...],
        demote: str,
        initialize_with_hyphen: bool,
        language: str,
        is_sorting: bool,
        french_order: bool,
    ) -> None:
        by_name = {part.name: part for part in parts}
        self.family = PartFormat(by_name.get("family"))
        self.given = PartFormat(by_name.get("given"))
        self.initialize = options.initialize is not False
        self.initialize_with = options.initialize_with
        self.has_initials = self.initialize and self.initialize_with is not None
        self.initialize_with_hyphen = initialize_with_hyphen
        self.sort_separator = options.sort_separator if options.sort_separator is not None else ", "
        self.demotes_for_display = demote == "display-and-sort"
        self.demotes_for_sorting = demote != "never"
        self.is_sorting = is_sorting
        # Where particles are demoted for display too, the entry begins without them, and so does its key.
        self.files_as_french = french_order and demote == "sort-only"
        self.strips_articles = language == "en"
        self.particle_space = NBSP if language in _NBSP_LANGUAGES else " "
        # What holds a particle to its name makes one word of both for the reference; in French order words stay words.
        self.filing_space = WORD_JOINER if language in _NBSP_LANGUAGES and not french_order else " "
        if options.form == "short":
            self.form_level = SHORT
        elif options.initialize_with is not None:
            self.form_level = INITIALS
        else:
            self.form_level = FULL
        self._forms: dict[tuple[bool, int, bool], FormattedNames] = {}

    def names(self, is_inverted: bool, level: int, is_english: bool) -> FormattedNames:
        """The names as tokens; `level` is the least that is shown of the given names."""
        form = (is_inverted, level, is_english)
        names = self._forms.get(form)
        if names is None:
            names = self._forms[form] = FormattedNames(self, is_inverted, level, is_english)
        return names

    def render(self, name: KnownName, is_inverted: bool, level: int, is_english: bool) -> Tokens:
        """One name, `level` being what is shown of the given name."""
        if name.literal or not name.family:
            return self._render_literal(name, is_english)
        given_text = self._given_text(name, level)
        particles_shown = level != SHORT
        given = self.given.style(given_text, is_english)
        family = self.family.style(name.family, is_english)
        dropping = self.given.style(self._particle(name.dropping_particle), is_english) if particles_shown else []
        non_dropping = self.family.style(self._particle(name.non_dropping_particle), is_english)
        suffix = self._suffix(name.suffix) if name.suffix and particles_shown else []
        if has_family_first_script(name):
            return _joined([non_dropping, family, given], "")
        if name.static_ordering or is_mixed_script(name):
            return _joined([self._with_particle(non_dropping, name, family), given], " ")
        if self.is_sorting:
            return self._sort_order(name, given, dropping, non_dropping, family, suffix)
        if is_inverted and particles_shown:
            return self._inverted(name, given, dropping, non_dropping, family, suffix)
        return self._display_order(name, given, dropping, non_dropping, family, suffix)

    def _render_literal(self, name: KnownName, is_english: bool) -> Tokens:
        text = name.literal or name.family or name.given
        if self.is_sorting:
            # English articles are no part of the sort key (CSL 1.0.2, "Non-personal names").
            first, space, rest = text.partition(" ")
            return [rest if self.strips_articles and space and first.lower() in ("a", "an", "the") else text]
        # The affixes of cs:name-part belong to parts, and a name that is one text has none.
        part = self.family if name.literal or name.family else self.given
        return part.style(text, is_english)

    def _given_text(self, name: KnownName, level: int) -> str:
        if level == SHORT:
            return ""
        if level == INITIALS and self.initialize_with is not None:
            if self.initialize:
                return initialize(name.given, self.initialize_with, self.initialize_with_hyphen)
            return normalize_initials(name.given, self.initialize_with)
        return name.given

    def _suffix(self, suffix: str) -> Tokens:
        """The suffix; its full stops follow those of the initials ("King ML Jr", "King M.L. Jr.")."""
        if self.initialize_with is not None and not is_roman(suffix):
            suffix = normalize_initials(suffix, self.initialize_with)
        return list(parse_markup(suffix))

    def _particle(self, particle: str) -> str:
        return particle.replace("'", "").replace("\u2019", "") if self.is_sorting else particle

    def _with_particle(self, particle: Tokens, name: KnownName, family: Tokens) -> Tokens:
        is_joined = name.non_dropping_particle[-1:] in _JOINERS and bool(name.non_dropping_particle)
        return _joined([particle, family], "" if is_joined else self.particle_space)

    def _sort_order(
        self, name: KnownName, given: Tokens, dropping: Tokens, non_dropping: Tokens, family: Tokens, suffix: Tokens
    ) -> Tokens:
        if self.files_as_french and name.non_dropping_particle:
            rejected, kept = split_for_filing(self._particle(name.non_dropping_particle))
            family = _joined([list(parse_markup(kept)), family], " ")
            non_dropping = list(parse_markup(rejected))
        if self.demotes_for_sorting:
            particles = _joined([dropping, non_dropping], " ")
            return _joined([family, particles, given, suffix], SORT_SPACE)
        return _joined([_joined([non_dropping, family], self.filing_space), dropping, given, suffix], SORT_SPACE)

    def _inverted(
        self, name: KnownName, given: Tokens, dropping: Tokens, non_dropping: Tokens, family: Tokens, suffix: Tokens
    ) -> Tokens:
        if self.demotes_for_display:
            first = self.family.affix(family)
            second = self.given.affix(_joined([given, dropping, non_dropping], " "))
        else:
            first = self.family.affix(self._with_particle(non_dropping, name, family))
            second = self.given.affix(_joined([given, dropping], " "))
        # "Lord" and "Lady" are titles that stand in for a given name and are always set off.
        separator = ", " if name.given in ("Lord", "Lady") else self.sort_separator
        return _joined([first, second, suffix], separator)

    def _display_order(
        self, name: KnownName, given: Tokens, dropping: Tokens, non_dropping: Tokens, family: Tokens, suffix: Tokens
    ) -> Tokens:
        particle = name.dropping_particle
        if particle and not name.non_dropping_particle and particle[-1] in "'\u2019-" and particle[:-1] != "de":
            family = _joined([dropping, family], "")
            dropping = []
        last = self._with_particle(non_dropping, name, family)
        last = _joined([dropping, last], self.particle_space)
        last = _joined([last, suffix], ", " if name.comma_suffix else " ")
        space = " "
        if self.initialize_with is not None and NBSP in self.initialize_with and given:
            space = self.particle_space
        if self.given.suffix[-1:].isspace():
            # A style that sets its own space after the given name wants no other.
            space = ""
        return _joined([self.given.affix(given), self.family.affix(last)], space)
