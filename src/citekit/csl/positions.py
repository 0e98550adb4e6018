"""Positions of cites: first, subsequent, ibid, ibid-with-locator, near-note.

CSL 1.0.2, "Choose" › position, and "near-note-distance". A position depends only on the cites that come before, so the
whole document is numbered in one pass and nothing is stored between passes. Notes and running text are two sequences.
Citations that print an author only are part of the sentence around them: no position depends on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from citekit.csl.cite import AUTHOR_ONLY, Citation, Cite, Position
from citekit.csl.locators import with_own_label

__all__ = ["FIRST_PLACE", "Placement", "place_cites"]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where one cite stands: its position, whether its item was cited a few notes before, and in which note first.

    `first_note` is 0 where the item was not cited before, or first in the same note.
    """

    position: Position = Position.FIRST
    near_note: bool = False
    first_note: int = 0


FIRST_PLACE: Final = Placement()
_FIRST_ROW: Final = (FIRST_PLACE,)

_FIRST: Final = Position.FIRST
_SUBSEQUENT: Final = Position.SUBSEQUENT
_IBID: Final = Position.IBID
_IBID_WITH_LOCATOR: Final = Position.IBID_WITH_LOCATOR

Row = tuple[Placement, ...]


Facts: TypeAlias = tuple[Position, bool, int]
KnownRows: TypeAlias = dict[Facts, Row]
"""Rows of one placement, by what they say: in a document that is edited, rows that stay are the same objects."""


def place_cites(citations: Sequence[Citation], near_note_distance: int, known: KnownRows | None = None) -> list[Row]:
    """The placement of every cite of every citation, in their order."""
    known = {} if known is None else known
    placed: list[Row] = [_FIRST_ROW] * len(citations)
    notes: list[int] = []
    running: list[int] = []
    for i, citation in enumerate(citations):
        if citation.mode == AUTHOR_ONLY:
            placed[i] = tuple([_overridden(cite, FIRST_PLACE) for cite in citation.cites])
        elif citation.note_index:
            notes.append(i)
        else:
            running.append(i)
    for sequence in _chapters(citations, notes):
        _Sequence(near_note_distance, known).place(citations, sequence, placed)
    _Sequence(near_note_distance, known).place(citations, running, placed)
    return placed


def first_places(citations: Sequence[Citation]) -> list[Row]:
    """Placements that say nothing, for styles that do not ask where a cite stands."""
    return [_FIRST_ROW if len(one.cites) == 1 else (FIRST_PLACE,) * len(one.cites) for one in citations]


def _chapters(citations: Sequence[Citation], notes: list[int]) -> list[list[int]]:
    """The notes, cut where their numbers begin anew: each chapter cites its items for the first time again."""
    chapters: list[list[int]] = [[]]
    last = 0
    for i in notes:
        note = citations[i].note_index
        if note < last:
            chapters.append([])
        chapters[-1].append(i)
        last = note
    return chapters


class _Sequence:
    """One pass over the notes of a document, or over its running text."""

    __slots__ = ("_distance", "_first_notes", "_known", "_last_notes")

    def __init__(self, near_note_distance: int, known: KnownRows) -> None:
        self._distance = near_note_distance
        self._first_notes: dict[str, int] = {}
        self._last_notes: dict[str, int] = {}
        self._known = known

    def place(self, citations: Sequence[Citation], sequence: list[int], placed: list[Row]) -> None:
        """Put the placements of the citations in the sequence into `placed`."""
        cites_in_note: dict[int, int] = {}
        for i in sequence:
            note = citations[i].note_index
            cites_in_note[note] = cites_in_note.get(note, 0) + len(citations[i].cites)
        first_notes = self._first_notes
        previous: Citation | None = None
        for i in sequence:
            citation = citations[i]
            cites = citation.cites
            # Most citations hold one cite, and half of those are the first of their item.
            if len(cites) == 1 and cites[0].id not in first_notes and cites[0].position is None:
                first_notes[cites[0].id] = self._last_notes[cites[0].id] = citation.note_index
            else:
                before = _sole_cite(previous, citation, cites_in_note)
                row: Row = ()
                for cite in cites:
                    place = self._place(cite, before, citation.note_index)
                    row = row + place if row else place
                    before = cite
                placed[i] = row
            previous = citation

    def _place(self, cite: Cite, before: Cite | None, note: int) -> Row:
        item_id = cite.id
        first_note = self._first_notes.setdefault(item_id, note)
        last_note = self._last_notes.get(item_id)
        self._last_notes[item_id] = note
        if last_note is None:
            return _FIRST_ROW if cite.position is None else (_overridden(cite, FIRST_PLACE),)
        facts = (
            _compare(before, cite),
            0 < note <= last_note + self._distance,
            # A note does not refer to itself.
            first_note if first_note != note else 0,
        )
        row = self._known.get(facts)
        if row is None:
            row = self._known[facts] = (Placement(*facts),)
        return row if cite.position is None else (_overridden(cite, row[0]),)


def _overridden(cite: Cite, placement: Placement) -> Placement:
    """The placement that the user gives on the cite itself, where there is one."""
    if cite.position is None:
        return placement
    return Placement(cite.position, cite.near_note, placement.first_note)


def _sole_cite(previous: Citation | None, citation: Citation, cites_in_note: dict[int, int]) -> Cite | None:
    """The one cite that "ibid." at the head of a citation would point at, or `None`.

    "Ibid." points at the note before, so that note must hold this one cite and nothing else, and no note may stand
    between. Two citations in the same note follow each other directly.
    """
    if previous is None or len(previous.cites) != 1:
        return None
    note, note_before = citation.note_index, previous.note_index
    if note != note_before and (cites_in_note[note_before] != 1 or note - note_before > 1):
        return None
    return previous.cites[0]


def _compare(before: Cite | None, cite: Cite) -> Position:
    """The position of a cite whose item was cited already, `before` being what an ibid would repeat."""
    if before is None or before.id != cite.id:
        return _SUBSEQUENT
    if cite.locator:
        before, cite = with_own_label(before), with_own_label(cite)
        same = before.locator == cite.locator and (before.label or "page") == (cite.label or "page")
        return _IBID if same else _IBID_WITH_LOCATOR
    return _SUBSEQUENT if before.locator else _IBID
