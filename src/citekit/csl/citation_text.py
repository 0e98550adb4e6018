"""One citation made into rich text: its cites rendered, joined, and set in the layout.

What a whole citation prints depends on the document only through its placements and through the facts of its items,
so the text of a citation can be kept until one of these changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from citekit.csl.authors import AuthorlessState, author_of
from citekit.csl.citations import NAME_LIST, RenderedCite, field_text, join_cites
from citekit.csl.citations import NAMES as NAMES_MARK
from citekit.csl.cite import AUTHOR_ONLY, COMPOSITE, SUPPRESS_AUTHOR, Citation, Cite, Position
from citekit.csl.cite_order import StateOf
from citekit.csl.elements.node import WROTE, formatting_marks
from citekit.csl.links import link_identifiers
from citekit.csl.positions import Placement
from citekit.csl.program import Program
from citekit.csl.state import CiteState
from citekit.text.brackets import alternate_brackets
from citekit.text.markup import parse_markup, strip_markup
from citekit.text.tokens import Tokens
from citekit.text.writers import Writer

__all__ = ["CitationRenderer", "RenderedCitation"]

NO_PRINTED_FORM: Final = "[CSL STYLE ERROR: reference with no printed form.]"
NOTHING_LEFT: Final = "[NO_PRINTED_FORM]"
"""For a cite that prints something, but not the half of it that was asked for."""

# An infix that opens with one of these follows the author without a space: "Kesey's early work".
_GLUED: Final = (".", "!", "?", ":", ",", "'", "\u2019")
_CLOSING_QUOTES: Final = " \u201d\u2019\u00bb\"'"

Pair = tuple[Cite, Placement]


class RenderedCitation:
    """The parts of a citation, settled: one, or for a composite citation the author, the infix and the rest."""

    __slots__ = ("is_empty", "parts")

    def __init__(self, parts: list[Tokens], is_empty: bool) -> None:
        self.parts = parts
        self.is_empty = is_empty
        """Whether a placeholder stands where the style prints nothing."""

    def text(self, writer: Writer) -> str:
        """The citation as a writer spells it."""
        return " ".join([writer.write(part) for part in self.parts])


class CitationRenderer:
    """Renders citations in one style."""

    __slots__ = ("_is_note", "_layout", "_links", "_state_of", "_style")

    def __init__(self, style: Program, state_of: StateOf, links: bool = False) -> None:
        self._style = style
        self._state_of = state_of
        self._links = links
        self._layout = style.source.citation.layout
        self._is_note = style.source.style_class == "note"

    def render(self, citation: Citation, placements: Sequence[Placement]) -> RenderedCitation:
        """What a citation prints, its cites in the order given."""
        pairs = list(zip(citation.cites, placements, strict=True))
        if citation.mode == COMPOSITE and pairs:
            return self._composite(pairs, citation.infix)
        if citation.mode == AUTHOR_ONLY:
            pairs = _first_changed(pairs, author_only=True)
        elif citation.mode == SUPPRESS_AUTHOR and not self._is_note:
            # In a note, nothing in the sentence around it has named the author.
            pairs = _first_changed(pairs, suppress_author=True)
        tokens, is_empty = self._whole(pairs)
        return RenderedCitation([self._style.settle(tokens)], is_empty)

    def _unknown(self, cite: Cite) -> CiteState:
        return CiteState(self._style.unknown_item(cite.id), cite)

    def _composite(self, pairs: list[Pair], infix: str) -> RenderedCitation:
        """The author for the running text, an infix, and the citation without the author."""
        cite, placement = pairs[0]
        if placement.position > Position.SUBSEQUENT:
            # "Ibid." names nobody.
            placement = replace(placement, position=Position.SUBSEQUENT)
        author, no_author = self._whole(_first_changed([(cite, placement)], author_only=True))
        rest, no_rest = self._whole(_first_changed(pairs, suppress_author=True), keeps_terms=False)
        between = parse_markup(infix.strip()) if infix.strip() else ()
        parts = [author]
        if between and isinstance(between[0], str) and between[0].startswith(_GLUED):
            author += between
        elif between:
            parts.append(list(between))
        parts.append(rest)
        return RenderedCitation([self._style.settle(part) for part in parts], no_author or no_rest)

    def _whole(self, pairs: list[Pair], *, keeps_terms: bool = True) -> tuple[Tokens, bool]:
        """The cites joined and in their layout; and whether there was nothing to print."""
        only_author = [pair for pair in pairs if pair[0].author_only][:1]
        rendered: list[RenderedCite] = []
        for cite, placement in only_author or pairs:
            rendered.append(self._cite(cite, placement, rendered[-1] if rendered else None, keeps_terms))
        # An author stands in the running text: alone, and without the layout's parentheses.
        shown = [one for one in rendered if one.is_shown]
        if shown and not rendered[0].is_shown and not rendered[0].state.cite.suppress_author:
            # The gap that a citation begins with is seen.
            rendered[0].tokens = [NO_PRINTED_FORM]
            shown.insert(0, rendered[0])
        tokens = join_cites(shown, self._style.source.citation, self._is_note)
        if tokens:
            return (tokens if only_author else self._with_layout(tokens)), False
        if not pairs or only_author or pairs[0][0].suppress_author:
            return [NOTHING_LEFT], True
        return self._with_layout([NO_PRINTED_FORM]), True

    def _with_layout(self, tokens: Tokens) -> Tokens:
        """The tokens with the affixes and the formatting of the layout."""
        opening = formatting_marks(self._layout.formatting)
        out: Tokens = [*opening]
        if self._layout.affixes.prefix:
            out.append(self._layout.affixes.prefix)
        out += tokens
        # A citation ends with its last mark: the sentence or the note around it sets the space that follows.
        suffix = self._layout.affixes.suffix.rstrip(" ")
        if suffix:
            out.append(suffix)
        out += [one.partner for one in reversed(opening)]
        if self._is_note:
            alternate_brackets(out)
        return out

    def _cite(self, cite: Cite, placement: Placement, before: RenderedCite | None, keeps_terms: bool) -> RenderedCite:
        state = self._state_of(cite, placement)
        if state is None:
            return RenderedCite(self._unknown(cite), [f"[{cite.id}?]"])
        state.starts_sentence = self._starts_sentence(cite, before)
        if cite.suppress_author and not cite.author_only:
            return self._without_author(state, keeps_terms)
        out: Tokens = []
        if not self._style.citation_node.of(state.shape).render(state, out) & WROTE:
            out = []
        if cite.author_only:
            return RenderedCite(state, author_of(out, state.wrote_text))
        return RenderedCite(state, link_identifiers(out, state.item) if self._links else out)

    def _without_author(self, known: CiteState, keeps_terms: bool) -> RenderedCite:
        state = AuthorlessState(
            known.item,
            known.cite,
            known.position,
            known.near_note,
            known.citation_number,
            known.first_note,
            known.disambiguation,
            starts_sentence=known.starts_sentence,
            keeps_terms=keeps_terms,
        )
        out: Tokens = []
        if not self._style.authorless_node.of(state.shape).render(state, out) & WROTE:
            out = []
        rendered = RenderedCite(state, link_identifiers(out, state.item) if self._links else out)
        if state.hidden is not None:
            rendered.names = field_text(state.hidden, NAMES_MARK)
            rendered.names_are_repeatable = NAME_LIST in state.hidden
        return rendered

    def _starts_sentence(self, cite: Cite, before: RenderedCite | None) -> bool:
        """Whether a term at the head of the cite begins a sentence: in notes, first or after a full stop."""
        if not self._is_note:
            return False
        prefix = strip_markup(cite.prefix).rstrip(_CLOSING_QUOTES) if cite.prefix else ""
        if prefix:
            return prefix[-1] in ".!?" and " " in prefix
        if before is None:
            return True
        suffix = strip_markup(before.state.cite.suffix).rstrip() if before.state.cite.suffix else ""
        return suffix[-1:] in (".", "!", "?") and bool(suffix)


def _first_changed(pairs: list[Pair], *, author_only: bool = False, suppress_author: bool = False) -> list[Pair]:
    """The cites with the first of them reduced to its author, or without it."""
    if not pairs:
        return pairs
    cite, placement = pairs[0]
    changed = replace(cite, author_only=author_only, suppress_author=suppress_author)
    return [(changed, placement), *pairs[1:]]
