"""Positions of cites: first, subsequent, ibid, ibid-with-locator, near-note.

CSL 1.0.2, "Choose" › position, and "near-note-distance". A position depends only on the cites that come before, so the
whole document is numbered in one pass and nothing is stored between passes. Notes and running text are two sequences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.csl.cite import Citation, Cite, Position

__all__ = ["Placement", "place_cites"]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where one cite stands: its position, whether its item was cited a few notes before, and in which note first."""

    position: Position = Position.FIRST
    near_note: bool = False
    first_note: int = 0


def place_cites(citations: Sequence[Citation], near_note_distance: int) -> list[tuple[Placement, ...]]:
    """The placement of every cite of every citation, in their order."""
    placed: list[tuple[Placement, ...]] = [()] * len(citations)
    notes = [i for i, citation in enumerate(citations) if citation.note_index]
    running = [i for i, citation in enumerate(citations) if not citation.note_index]
    first_notes: dict[str, int] = {}
    for sequence in (notes, running):
        _place_sequence(citations, sequence, near_note_distance, placed, first_notes)
    return placed


def _place_sequence(
    citations: Sequence[Citation],
    sequence: list[int],
    near_note_distance: int,
    placed: list[tuple[Placement, ...]],
    first_notes: dict[str, int],
) -> None:
    last_notes: dict[str, int] = {}
    seen: set[str] = set()
    cites_in_note: dict[int, int] = {}
    for i in sequence:
        if citations[i].note_index:
            note = citations[i].note_index
            cites_in_note[note] = cites_in_note.get(note, 0) + len(citations[i].cites)
    previous: Citation | None = None
    for i in sequence:
        citation = citations[i]
        row: list[Placement] = []
        for j, cite in enumerate(citation.cites):
            note = citation.note_index
            if cite.id in seen:
                before = citation.cites[j - 1] if j else _sole_cite(previous, citation, cites_in_note)
                position = _compare(before, cite)
                near = _is_near(note, last_notes.get(cite.id, note), near_note_distance)
            else:
                position, near = Position.FIRST, False
                seen.add(cite.id)
            first_notes.setdefault(cite.id, note)
            last_notes[cite.id] = note
            first_note = first_notes[cite.id] if position is not Position.FIRST else 0
            if cite.position is not None:
                position, near = cite.position, cite.near_note
            row.append(Placement(position, near, first_note))
        placed[i] = tuple(row)
        previous = citation


def _is_near(note: int, last_note: int, distance: int) -> bool:
    return note - last_note <= distance


def _sole_cite(previous: Citation | None, citation: Citation, cites_in_note: dict[int, int]) -> Cite | None:
    """The one cite that "ibid." at the head of a citation would point at, or `None`.

    "Ibid." points at the note before, so that note must hold this one cite and nothing else. Two citations in the
    same note follow each other directly.
    """
    if previous is None or len(previous.cites) != 1:
        return None
    if citation.note_index and previous.note_index != citation.note_index:
        if cites_in_note.get(previous.note_index, 0) != 1:
            return None
        if citation.note_index - previous.note_index > 1:
            # Notes without any citation in between do not part "ibid." from what it points at.
            return previous.cites[0]
    return previous.cites[0]


def _compare(before: Cite | None, cite: Cite) -> Position:
    """The position of a cite whose item was cited already, `before` being what an ibid would repeat."""
    if before is None or before.id != cite.id:
        return Position.SUBSEQUENT
    if cite.locator:
        same = before.locator == cite.locator and (before.label or "page") == (cite.label or "page")
        return Position.IBID if same else Position.IBID_WITH_LOCATOR
    return Position.SUBSEQUENT if before.locator else Position.IBID
