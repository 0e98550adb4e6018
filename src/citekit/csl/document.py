"""A document: items, citations in order, and the bibliography, rendered by recomputing cheap facts from scratch.

Which items are cited, their order and numbers, the positions of cites and the year-suffixes are facts of the whole
document; they are computed anew after an edit and never patched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from citekit.csl.bibliography import substitute_authors
from citekit.csl.citations import NAMES, RenderedCite, join_cites, without_field
from citekit.csl.cite import Citation, Cite, Position
from citekit.csl.disambiguation import disambiguate
from citekit.csl.elements.node import WROTE, formatting_marks
from citekit.csl.positions import Placement, place_cites
from citekit.csl.prepared import Abbreviate, PreparedItem
from citekit.csl.program import BibliographyEntry, Style
from citekit.csl.sorting import sort_by_keys
from citekit.csl.state import PLAIN, CiteState, Disambiguation
from citekit.errors import UsageError
from citekit.items.item import Item
from citekit.text.markup import strip_markup
from citekit.text.tokens import Tokens
from citekit.text.writers import writer

__all__ = ["Document"]

IN_BIBLIOGRAPHY: Final = Placement(Position.NOWHERE)
NO_PRINTED_FORM: Final = "[CSL STYLE ERROR: reference with no printed form.]"


class Document:
    """Items and citations, rendered in one style.

    `items` are all the items that may be cited. Until something is cited, every item counts as listed, in the order
    given; with citations, cited items come first in the order of their first cite, then the uncited ones.
    """

    def __init__(
        self,
        style: Style,
        items: Iterable[Item] = (),
        *,
        citations: Iterable[Citation] = (),
        uncited: Iterable[str] | None = None,
        abbreviate: Abbreviate | None = None,
    ) -> None:
        self.style = style
        self._abbreviate = abbreviate
        self._items: dict[str, PreparedItem] = {}
        for item in items:
            # Of two items with the same id the last one wins, as in the reference processor.
            self._items[item.id] = style.prepare(item, abbreviate)
        self.citations: list[Citation] = list(citations)
        self._uncited = None if uncited is None else list(uncited)
        self._facts: _Facts | None = None
        self._shown: dict[str, str] = {}

    def insert(self, index: int, cites: Sequence[Cite] | Citation, *, note_index: int = 0) -> Citation:
        """Set a citation before the one at `index`; returns it with the id that it got."""
        citation = self._as_citation(cites, note_index)
        self.citations.insert(index, citation)
        self._facts = None
        return citation

    def replace(self, citation_id: str, cites: Sequence[Cite] | Citation) -> Citation:
        """Put other cites in the place of a citation. Raises `UsageError` where there is no such citation."""
        i = self._index(citation_id)
        old = self.citations[i]
        new = replace(cites, id=citation_id) if isinstance(cites, Citation) else replace(old, cites=tuple(cites))
        self.citations[i] = new
        self._facts = None
        return new

    def delete(self, citation_id: str) -> None:
        """Take a citation away. Raises `UsageError` where there is no such citation."""
        del self.citations[self._index(citation_id)]
        self._facts = None

    def move(self, citation_id: str, index: int) -> None:
        """Move a citation so that it stands at `index`. Raises `UsageError` where there is no such citation."""
        self.citations.insert(index, self.citations.pop(self._index(citation_id)))
        self._facts = None

    def set_citations(self, citations: Iterable[Citation]) -> None:
        """Replace all citations at once, in document order."""
        self.citations = list(citations)
        self._facts = None

    def _index(self, citation_id: str) -> int:
        for i, citation in enumerate(self.citations):
            if citation.id == citation_id:
                return i
        raise UsageError(f"there is no citation {citation_id!r} in the document")

    def _as_citation(self, cites: Sequence[Cite] | Citation, note_index: int) -> Citation:
        if isinstance(cites, Citation):
            return cites
        taken = {citation.id for citation in self.citations}
        number = len(taken) + 1
        while f"citation-{number}" in taken:
            number += 1
        return Citation(f"citation-{number}", tuple(cites), note_index)

    def refresh(self, output: str = "html") -> dict[str, str]:
        """The citations whose text is new or differs since the last refresh, by id, in document order."""
        texts = {citation.id: text for citation, text in zip(self.citations, self.citation_texts(output), strict=True)}
        changed = {key: text for key, text in texts.items() if self._shown.get(key) != text}
        self._shown = texts
        return changed

    def citation_texts(self, output: str = "html") -> list[str]:
        """The text of every citation, in document order."""
        facts = self._computed()
        return [
            self._render_citation(citation, placements, facts, output)
            for citation, placements in zip(self.citations, facts.placements, strict=True)
        ]

    def cite(self, cites: Sequence[Cite], *, output: str = "html", sort: bool = True) -> str:
        """The text of a citation that stands outside the document: positions are those given on the cites."""
        placements = tuple(
            [Placement(Position.FIRST if cite.position is None else cite.position, cite.near_note) for cite in cites]
        )
        return self._render_citation(Citation("", tuple(cites)), placements, self._computed(), output, sort)

    def cite_all(self, *, output: str = "html", sort: bool = True) -> str:
        """One citation of every item of the document, in bibliography order."""
        return self.cite([Cite(item_id) for item_id in self._computed().order], output=output, sort=sort)

    def bibliography(self, *, sort: bool = True) -> list[BibliographyEntry]:
        """The bibliography entries. An item that prints nothing is left out, or leaves a visible gap where numbered."""
        facts = self._computed()
        ids = facts.order if sort else facts.registered
        return self.entries(ids)

    def entries(self, ids: Sequence[str]) -> list[BibliographyEntry]:
        """The bibliography entries of some items, in the order given."""
        facts = self._computed()
        node = self.style.bibliography_node
        numbers = "citation-number" in self.style.bibliography_scope.facts
        rows: list[tuple[str, Tokens]] = []
        for item_id in ids:
            out: Tokens = []
            state = self._state(Cite(item_id), IN_BIBLIOGRAPHY, facts)
            state.starts_sentence = True
            if not node.render(state, out) & WROTE:
                if not numbers:
                    continue
                # The number is taken, so the gap is shown.
                out = [f"{state.citation_number}. {NO_PRINTED_FORM}"]
            rows.append((item_id, out))
        bibliography = self.style.source.bibliography
        if bibliography is not None and bibliography.subsequent_author_substitute is not None:
            rows = substitute_authors(rows, bibliography)
        return [BibliographyEntry(item_id, self.style.settle(tokens)) for item_id, tokens in rows]

    def _computed(self) -> _Facts:
        if self._facts is None:
            self._facts = self._compute()
        return self._facts

    def _compute(self) -> _Facts:
        registered = self._registered()
        style = self.style
        placements = place_cites(self.citations, style.source.citation.near_note_distance)
        facts = _Facts(registered, placements)
        facts.numbers = {item_id: i for i, item_id in enumerate(registered, start=1)}
        facts.order = self._sorted(registered, facts)
        facts.numbers = {item_id: i for i, item_id in enumerate(facts.order, start=1)}
        facts.disambiguations = disambiguate(style, [self._items[one] for one in facts.order])
        if any(one.year_suffix for one in facts.disambiguations.values()):
            facts.order = self._sorted(registered, facts)
            facts.numbers = {item_id: i for i, item_id in enumerate(facts.order, start=1)}
        return facts

    def _sorted(self, registered: list[str], facts: _Facts) -> list[str]:
        keys = self.style.bibliography_keys
        if not keys:
            return registered

        def state(item_id: str) -> CiteState:
            return self._state(Cite(item_id), IN_BIBLIOGRAPHY, facts)

        return sort_by_keys(registered, keys, state, self.style.collator)

    def _registered(self) -> list[str]:
        """The ids of the items that the bibliography lists, in the order in which they came up."""
        order: dict[str, None] = {}
        for citation in self.citations:
            for cite in citation.cites:
                if cite.id in self._items:
                    order[cite.id] = None
        uncited = self._uncited
        if uncited is None:
            uncited = [] if self.citations else list(self._items)
        for item_id in uncited:
            if item_id in self._items:
                order[item_id] = None
        return list(order)

    def _state(self, cite: Cite, placement: Placement, facts: _Facts) -> CiteState:
        item = self._items.get(cite.id)
        if item is None:
            item = self.style.prepare(Item(cite.id))
        return CiteState(
            item,
            cite,
            placement.position,
            placement.near_note,
            facts.numbers.get(cite.id, 0),
            placement.first_note,
            facts.disambiguations.get(cite.id, PLAIN),
        )

    def _render_citation(
        self,
        citation: Citation,
        placements: Sequence[Placement],
        facts: _Facts,
        output: str,
        sort: bool = True,
    ) -> str:
        pairs = list(zip(citation.cites, placements, strict=True))
        keys = self.style.citation_keys
        if sort and keys and len(pairs) > 1:

            def state(pair: tuple[Cite, Placement]) -> CiteState:
                return self._state(pair[0], pair[1], facts)

            pairs = sort_by_keys(pairs, keys, state, self.style.collator)
        rendered: list[RenderedCite] = []
        for cite, placement in pairs:
            starts = self._starts_sentence(cite, rendered[-1] if rendered else None)
            rendered.append(self._render_cite(cite, placement, facts, starts))
        tokens = join_cites(
            [one for one in rendered if one.tokens], self.style.source.citation, self.style.source.style_class == "note"
        )
        if not tokens:
            tokens = [NO_PRINTED_FORM]
        return writer(output).write(self.style.settle(self._with_layout(tokens)))

    def _with_layout(self, tokens: Tokens) -> Tokens:
        layout = self.style.source.citation.layout
        opening = formatting_marks(layout.formatting)
        out: Tokens = [*opening]
        if layout.affixes.prefix:
            out.append(layout.affixes.prefix)
        out += tokens
        if layout.affixes.suffix:
            out.append(layout.affixes.suffix)
        out += [one.partner for one in reversed(opening)]
        return out

    def _starts_sentence(self, cite: Cite, before: RenderedCite | None) -> bool:
        """Whether a term at the head of the cite begins a sentence: in notes, first or after a full stop."""
        if self.style.source.style_class != "note":
            return False
        prefix = strip_markup(cite.prefix).rstrip(" \u201d\u2019\u00bb\"'") if cite.prefix else ""
        if prefix:
            return prefix[-1] in ".!?" and " " in prefix
        if before is None:
            return True
        suffix = strip_markup(before.state.cite.suffix).rstrip() if before.state.cite.suffix else ""
        return suffix[-1:] in (".", "!", "?") and bool(suffix)

    def _render_cite(self, cite: Cite, placement: Placement, facts: _Facts, starts_sentence: bool) -> RenderedCite:
        state = self._state(cite, placement, facts)
        state.starts_sentence = starts_sentence
        out: Tokens = []
        if not self.style.citation_node.render(state, out) & WROTE:
            out = []
        if cite.suppress_author:
            out = without_field(out, NAMES)
        return RenderedCite(state, out)


class _Facts:
    """What the whole document decides for each item and cite."""

    __slots__ = ("disambiguations", "numbers", "order", "placements", "registered")

    def __init__(self, registered: list[str], placements: list[tuple[Placement, ...]]) -> None:
        self.registered = registered
        self.placements = placements
        self.order: list[str] = registered
        self.numbers: Mapping[str, int] = {}
        self.disambiguations: Mapping[str, Disambiguation] = {}
