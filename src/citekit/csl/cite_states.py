"""The state that the rendering of a cite begins with: its item, and what the document tells of it as it stands.

A document shares this with what renders and sorts its citations. They know nothing else of it, so a document is in no
circle of objects and goes as soon as nobody holds it.
"""

from __future__ import annotations

from collections.abc import Mapping

from citekit.csl.cite import Cite
from citekit.csl.locators import with_own_label
from citekit.csl.positions import Placement
from citekit.csl.prepared import PreparedItem
from citekit.csl.registry import Facts
from citekit.csl.state import PLAIN, CiteState

__all__ = ["CiteStates"]

_NO_FACTS = Facts((), (), {}, {})


class CiteStates:
    """The items of a document and the facts that hold for them now."""

    __slots__ = ("facts", "items")

    def __init__(self) -> None:
        self.items: Mapping[str, PreparedItem] = {}
        self.facts = _NO_FACTS

    def of(self, cite: Cite, placement: Placement) -> CiteState | None:
        """The state of a cite, or `None` where there is no item with its id."""
        item = self.items.get(cite.id)
        if item is None:
            return None
        facts = self.facts
        return CiteState(
            item,
            with_own_label(cite),
            placement.position,
            placement.near_note,
            facts.numbers.get(cite.id, 0),
            placement.first_note,
            facts.disambiguations.get(cite.id, PLAIN),
        )
