"""A document: items, citations in order, and the bibliography, edited live.

Which items are cited, their order and numbers, the positions of cites and the year-suffixes are facts of the whole
document; they are computed anew after an edit and never patched. Rendering is what costs, so the text of each citation
is kept with the facts that its style asked for, and made again only when one of these has changed.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from citekit.csl.authors import AuthorlessState
from citekit.csl.bibliography import substitute_authors
from citekit.csl.bibliography_entry import BibliographyEntry
from citekit.csl.citation_text import NO_PRINTED_FORM, CitationRenderer
from citekit.csl.cite import BARE_CITE, Citation, Cite, Position
from citekit.csl.cite_order import CiteSorter
from citekit.csl.cite_states import CiteStates
from citekit.csl.collector import collector_paused
from citekit.csl.consulted import Consulted
from citekit.csl.elements.node import WROTE
from citekit.csl.links import link_identifiers
from citekit.csl.positions import KnownRows, Placement, Row, first_places, place_cites
from citekit.csl.prepared import Abbreviate, PreparedItem
from citekit.csl.program import Program
from citekit.csl.registry import Facts, Registry
from citekit.csl.state import PLAIN, CiteState, Disambiguation
from citekit.errors import UsageError
from citekit.items.item import Item
from citekit.report import Notice, Severity
from citekit.text.tokens import Tokens
from citekit.text.writers import writer

__all__ = ["Document", "Refreshed", "Uncited"]

Uncited = Iterable[str] | Literal[True] | None
"""Ids of items that are listed without being cited; `True`: all of them; `None`: all as long as nothing is cited."""

_NO_IDS: Final[tuple[str, ...]] = ()


class Refreshed(dict[str, str]):
    """The texts of the citations that changed, by their ids in document order; and whether the bibliography did."""

    __slots__ = ("bibliography_changed",)

    def __init__(self, texts: Mapping[str, str], bibliography_changed: bool) -> None:
        super().__init__(texts)
        self.bibliography_changed = bibliography_changed
        """Whether entries came, went, moved, or were numbered or told apart anew since the last refresh."""


class Document:
    """Items and citations, rendered in one style.

    `items` are all the items that may be cited. Until something is cited, every item counts as listed, in the order
    given; with citations, cited items come first in the order of their first cite, then the uncited ones. `links` makes
    the identifiers that are printed into hyperlinks (CSL 1.0.2, "Appendix VI: Links").

    A cite of an unknown id prints its id in brackets, `[juan2020?]`, and leaves a notice; nothing is raised for it.
    """

    def __init__(
        self,
        style: Program,
        items: Iterable[Item] = (),
        *,
        citations: Iterable[Citation] = (),
        uncited: Uncited = None,
        abbreviate: Abbreviate | None = None,
        links: bool = False,
    ) -> None:
        self.style = style
        self._abbreviate = abbreviate
        self._links = links
        self._consulted = Consulted(style)
        self._states = CiteStates()
        self._renderer = CitationRenderer(style, self._states.of, links)
        self._sorter = CiteSorter(style, self._states.of)
        self._citations: list[Citation] = []
        self._shown: dict[str, str] = {}
        self._shown_list: object = None
        self._uncited = _as_uncited(uncited)
        self.set_items(items)
        self.set_citations(citations)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations, in document order."""
        return tuple(self._citations)

    def insert(self, index: int, cites: Sequence[Cite] | Citation, *, note_index: int = 0) -> Citation:
        """Set a citation before the one at `index`; returns it with the id that it got.

        Raises `UsageError` where a `Citation` has an id that is taken.
        """
        citation = self._as_citation(cites, note_index)
        self._citations.insert(index, citation)
        self._by_id[citation.id] = citation
        self._is_fresh = False
        return citation

    def replace(self, citation_id: str, cites: Sequence[Cite] | Citation) -> Citation:
        """Put other cites in the place of a citation. Raises `UsageError` where there is no such citation."""
        i = self._index(citation_id)
        old = self._citations[i]
        new = replace(cites, id=citation_id) if isinstance(cites, Citation) else replace(old, cites=tuple(cites))
        self._citations[i] = self._by_id[citation_id] = new
        self._is_fresh = False
        return new

    def delete(self, citation_id: str) -> None:
        """Take a citation away. Raises `UsageError` where there is no such citation."""
        del self._citations[self._index(citation_id)]
        del self._by_id[citation_id]
        self._with_sorted_cites.pop(citation_id, None)
        self._is_fresh = False

    def move(self, citation_id: str, index: int, *, note_index: int | None = None) -> None:
        """Move a citation so that it stands at `index`, in another note where one is given.

        Raises `UsageError` where there is no such citation.
        """
        citation = self._citations.pop(self._index(citation_id))
        if note_index is not None:
            citation = self._by_id[citation_id] = replace(citation, note_index=note_index)
        self._citations.insert(index, citation)
        self._is_fresh = False

    def set_citations(self, citations: Iterable[Citation]) -> None:
        """Replace all citations at once, in document order. Raises `UsageError` where two have the same id."""
        found = list(citations)
        by_id = {citation.id: citation for citation in found}
        if len(by_id) < len(found):
            ids = [citation.id for citation in found]
            twice = next(one for one in ids if ids.count(one) > 1)
            raise UsageError(f"two citations have the id {twice!r}", remedy="give each citation an id of its own")
        self._citations = found
        self._by_id = by_id
        self._with_sorted_cites.clear()
        self._is_fresh = False

    def set_uncited(self, uncited: Uncited) -> None:
        """List other items besides those that are cited."""
        self._uncited = _as_uncited(uncited)
        self._is_fresh = False

    def set_items(self, items: Iterable[Item]) -> None:
        """Replace all items, as when their data were edited."""
        # Of two items with the same id the last one wins, as in the reference processor.
        self._items: dict[str, PreparedItem] = {}
        with collector_paused():
            for item in items:
                self._items[item.id] = self.style.prepare(item, self._abbreviate)
        self._states.items = self._items
        self._registry = Registry(self.style, self._items)
        self._memory: dict[str, dict[str, _KeptText]] = {}
        self._entries: dict[str, _KeptEntry] = {}
        self._versions: dict[str, int] = {}
        self._version = 0
        self._facts: Facts | None = None
        self._sorted: list[Citation] = []
        self._with_sorted_cites: dict[str, _SortedCites] = {}
        self._rows: list[Row] = []
        self._known_rows: KnownRows = {}
        self._shown_list = None
        self._is_fresh = False

    def _index(self, citation_id: str) -> int:
        citation = self._by_id.get(citation_id)
        if citation is None:
            near = difflib.get_close_matches(citation_id, self._by_id, n=3)
            raise UsageError(
                f"there is no citation {citation_id!r} in the document",
                remedy=f"near: {', '.join(near)}" if near else "insert it first",
            )
        for i, one in enumerate(self._citations):
            if one is citation:
                return i
        raise AssertionError("a citation is known by its id and not in the list")

    def _as_citation(self, cites: Sequence[Cite] | Citation, note_index: int) -> Citation:
        if isinstance(cites, Citation):
            if cites.id in self._by_id:
                raise UsageError(f"there is a citation {cites.id!r} already", remedy="replace it, or choose another id")
            return cites
        number = len(self._by_id) + 1
        while f"citation-{number}" in self._by_id:
            number += 1
        return Citation(f"citation-{number}", tuple(cites), note_index)

    def refresh(self, output: str = "html") -> Refreshed:
        """The citations whose text is new or differs since the last refresh, by id, in document order."""
        texts = dict(zip(self._by_id_in_order(), self.citation_texts(output), strict=True))
        shown = self._shown
        changed = {key: text for key, text in texts.items() if shown.get(key) != text}
        self._shown = texts
        facts = self._computed()
        # Versions count what is told of items; the order of the bibliography counts even where it says nothing.
        numbers = facts.numbers if self._consulted.numbers_in_bibliography else None
        listed = (facts.order, numbers, facts.disambiguations)
        bibliography_changed = self.style.source.bibliography is not None and listed != self._shown_list
        self._shown_list = listed
        return Refreshed(changed, bibliography_changed)

    def _by_id_in_order(self) -> list[str]:
        return [citation.id for citation in self._citations]

    def citation_texts(self, output: str = "html") -> list[str]:
        """The text of every citation, in document order."""
        self._computed()
        kept = self._memory.get(output, {})
        fresh: dict[str, _KeptText] = {}
        out = writer(output)
        version, versions = self._version, self._versions
        texts: list[str] = []
        for citation, row in zip(self._sorted, self._rows, strict=True):
            one = kept.get(citation.id)
            if (
                one is None
                or (one.citation is not citation and one.citation != citation)
                or (one.row is not row and one.row != row)
                or (one.version != version and _is_outdated(one, versions))
            ):
                rendered = self._renderer.render(citation, row)
                one = _KeptText(citation, row, version, rendered.text(out), rendered.is_empty)
            else:
                one.version = version
            fresh[citation.id] = one
            texts.append(one.text)
        self._memory[output] = fresh
        return texts

    def cite(self, cites: Sequence[Cite], *, output: str = "html", sort: bool = True) -> str:
        """The text of a citation that stands outside the document: positions are those given on the cites."""
        self._computed()
        citation = Citation("", tuple(cites))
        if sort:
            citation = self._sorter.sorted(citation)
        row = [Placement(cite.position or Position.FIRST, cite.near_note) for cite in citation.cites]
        return self._renderer.render(citation, row).text(writer(output))

    def cite_all(self, *, output: str = "html", sort: bool = True) -> str:
        """One citation of every item of the document, in bibliography order."""
        return self.cite([Cite(item_id) for item_id in self._computed().order], output=output, sort=sort)

    def bibliography(self, *, sort: bool = True) -> list[BibliographyEntry]:
        """The bibliography entries. An item that prints nothing is left out, or leaves a visible gap where numbered."""
        with collector_paused():
            facts = self._computed()
            return self.entries(facts.order if sort else facts.registered)

    def entries(self, ids: Iterable[str]) -> list[BibliographyEntry]:
        """The bibliography entries of some items, in the order given; what is no item of the document has none."""
        facts = self._computed()
        rows: list[tuple[str, Tokens]] = []
        for item_id in ids:
            tokens = self._entry(item_id, facts)
            if tokens:
                rows.append((item_id, tokens))
        bibliography = self.style.source.bibliography
        if bibliography is not None and bibliography.subsequent_author_substitute is not None:
            rows = substitute_authors(rows, bibliography, self._nameless_entry)
        return [BibliographyEntry(item_id, self._settled(item_id, tokens)) for item_id, tokens in rows]

    def _entry(self, item_id: str, facts: Facts) -> Tokens:
        """One entry, not yet settled; nothing where the style prints nothing."""
        item = self._items.get(item_id)
        if item is None:
            return []
        known = self._entry_facts(item_id, facts)
        kept = self._entries.get(item_id)
        if kept is not None and kept.facts == known:
            return kept.tokens
        number = facts.numbers.get(item_id, 0)
        state = CiteState(item, BARE_CITE, Position.NOWHERE, False, number, 0, known[1])
        state.starts_sentence = True
        out: Tokens = []
        if not self.style.bibliography_node.of(item.shape.bare).render(state, out) & WROTE:
            # Where entries are numbered, the number is taken, so the gap is shown.
            out = [f"{number}. {NO_PRINTED_FORM}"] if self._consulted.numbers_in_bibliography else []
        elif self._links:
            out = link_identifiers(out, item)
        self._entries[item_id] = _KeptEntry(known, out)
        return out

    def _nameless_entry(self, item_id: str) -> Tokens:
        """An entry without the names that it begins with: those of the entry before say them."""
        item, facts = self._items[item_id], self._computed()
        number, told_apart = facts.numbers.get(item_id, 0), self._entry_facts(item_id, facts)[1]
        state = AuthorlessState(
            item, BARE_CITE, Position.NOWHERE, citation_number=number, disambiguation=told_apart, starts_sentence=True
        )
        out: Tokens = []
        self.style.nameless_entry_node.of(state.shape).render(state, out)
        return link_identifiers(out, item) if self._links else out

    def _entry_facts(self, item_id: str, facts: Facts) -> tuple[int, Disambiguation]:
        number = facts.numbers.get(item_id, 0) if self._consulted.numbers_in_bibliography else 0
        return number, facts.disambiguations.get(item_id, PLAIN)

    def _settled(self, item_id: str, tokens: Tokens) -> Tokens:
        """The entry settled; its neighbours have a say in its tokens where repeated authors are replaced."""
        kept = self._entries[item_id]
        if kept.settled is None or (kept.printed is not tokens and kept.printed != tokens):
            kept.printed, kept.settled = tokens, self.style.settle(tokens)
        return kept.settled

    @property
    def notices(self) -> list[Notice]:
        """What is odd in the document: cites of unknown items, and citations of which the style printed nothing."""
        found: list[Notice] = []
        missing: dict[str, str] = {}
        for citation in self._citations:
            for cite in citation.cites:
                if cite.id not in self._items:
                    missing.setdefault(cite.id, f"citation {citation.id!r} cites {cite.id!r}")
        for item_id in self._uncited if isinstance(self._uncited, tuple) else ():
            if item_id not in self._items:
                missing.setdefault(item_id, f"{item_id!r} is to be listed uncited")
        for item_id, what in missing.items():
            near = difflib.get_close_matches(item_id, self._items, n=3)
            remedy = f"near: {', '.join(near)}" if near else "add the item, or correct the id"
            message = f"{what}, which is not among the items"
            found.append(Notice("unknown-item", message, severity=Severity.ERROR, remedy=remedy))
        empty = {one.citation.id: None for texts in self._memory.values() for one in texts.values() if one.is_empty}
        for citation_id in empty:
            message = f"the style prints nothing for citation {citation_id!r}"
            found.append(Notice("nothing-printed", message, remedy="look at its items and at its mode"))
        return found

    def _computed(self) -> Facts:
        """The facts of the document as it stands."""
        if not self._is_fresh or self._facts is None:
            facts = self._registry.facts(self._registered())
            self._note_changes(self._facts, facts)
            self._facts = self._states.facts = facts
            self._is_fresh = True
            self._sorted = self._in_order()
            self._rows = self._placed()
        return self._facts

    def _registered(self) -> tuple[str, ...]:
        """The ids of the items that the bibliography lists, in the order in which they came up."""
        items = self._items
        order: dict[str, None] = {}
        for citation in self._citations:
            for cite in citation.cites:
                if cite.id in items:
                    order[cite.id] = None
        uncited = self._uncited
        if uncited is None:
            uncited = _NO_IDS if self._citations else True
        for item_id in items if uncited is True else uncited:
            if item_id in items:
                order[item_id] = None
        return tuple(order)

    def _in_order(self) -> list[Citation]:
        """The citations with their cites in the style's order, sorted anew where something else is told of an item."""
        if not self._sorter.has_keys:
            return self._citations
        found: list[Citation] = []
        known, version = self._with_sorted_cites, self._version
        for citation in self._citations:
            if len(citation.cites) < 2:
                found.append(citation)
                continue
            kept = known.get(citation.id)
            if (
                kept is None
                or kept.citation is not citation
                or (kept.version != version and _is_outdated(kept, self._versions))
            ):
                kept = known[citation.id] = _SortedCites(citation, version, self._sorter.sorted(citation))
            found.append(kept.result)
        return found

    def _placed(self) -> list[Row]:
        if self._consulted.placements:
            return place_cites(self._sorted, self.style.source.citation.near_note_distance, self._known_rows)
        return first_places(self._sorted)

    def _note_changes(self, before: Facts | None, after: Facts) -> None:
        """Count a new version of every item of which something else is told now."""
        if before is None or before is after:
            return
        changed = _changed(before.disambiguations, after.disambiguations, PLAIN)
        if self._consulted.numbers:
            changed |= _changed(before.numbers, after.numbers, 0)
        if changed:
            self._version += 1
            self._versions.update(dict.fromkeys(changed, self._version))


class _SortedCites:
    """A citation with its cites in order, and what it was made from."""

    __slots__ = ("citation", "result", "version")

    def __init__(self, citation: Citation, version: int, result: Citation) -> None:
        self.citation = citation
        self.version = version
        self.result = result


class _KeptText:
    """The text of a citation, and what it was made from."""

    __slots__ = ("citation", "is_empty", "row", "text", "version")

    def __init__(self, citation: Citation, row: Row, version: int, text: str, is_empty: bool) -> None:
        self.citation = citation
        self.row = row
        self.version = version
        self.text = text
        self.is_empty = is_empty


class _KeptEntry:
    """The tokens of a bibliography entry, and what they were made from."""

    __slots__ = ("facts", "printed", "settled", "tokens")

    def __init__(self, facts: tuple[int, Disambiguation], tokens: Tokens) -> None:
        self.facts = facts
        self.tokens = tokens
        self.printed = tokens
        """The tokens as they were settled last, repeated authors replaced."""

        self.settled: Tokens | None = None


def _as_uncited(uncited: Uncited) -> tuple[str, ...] | Literal[True] | None:
    return uncited if uncited is None or uncited is True else tuple(uncited)


def _changed(before: Mapping[str, object], after: Mapping[str, object], absent: object) -> set[str]:
    """The keys with other values."""
    if before is after:
        return set()
    changed = {
        key for key, value in after.items() if (other := before.get(key, absent)) is not value and other != value
    }
    changed.update([key for key in before.keys() - after.keys() if before[key] != absent])
    return changed


def _is_outdated(kept: _KeptText | _SortedCites, versions: Mapping[str, int]) -> bool:
    """Whether something else is told of an item of the citation since this was made."""
    for cite in kept.citation.cites:
        if versions.get(cite.id, 0) > kept.version:
            return True
    return False
