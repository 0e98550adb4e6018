"""How cites look to somebody who compares them: rendered once under each disambiguation, and remembered."""

from __future__ import annotations

from citekit.csl.cite import BARE_CITE, Position
from citekit.csl.given_names import GivenNameRegister, NamePlace
from citekit.csl.prepared import PreparedItem
from citekit.csl.program import Program
from citekit.csl.state import PLAIN, CiteState, Disambiguation, ShownNames
from citekit.text.tokens import Tokens, plain_text

__all__ = ["Look", "Looks"]


class Look:
    """How the cite of an item looks: its text, what its names elements show, the conditions consulted."""

    __slots__ = ("conditions", "names", "places", "text")

    def __init__(self, text: str, names: list[ShownNames], places: tuple[NamePlace, ...], conditions: int) -> None:
        self.text = text
        self.names = names
        self.places = places
        """The names that the register of given names speaks of; none where there is no register."""

        self.conditions = conditions


class Looks:
    """The cites of a document as they are, and under a disambiguation. They depend on nothing else, so they stay."""

    __slots__ = ("_known", "_layout", "_register")

    def __init__(self, style: Program, register: GivenNameRegister | None) -> None:
        self._layout = style.citation_node
        self._register = register
        self._known: dict[PreparedItem | tuple[PreparedItem, Disambiguation], Look] = {}

    def of(self, item: PreparedItem, disambiguation: Disambiguation = PLAIN) -> Look:
        """The cite of an item under a disambiguation."""
        key = item if disambiguation is PLAIN else (item, disambiguation)
        look = self._known.get(key)
        if look is None:
            # The most ambiguous form of a cite is a later one: fewer names, less of what was said already.
            state = CiteState(item, BARE_CITE, Position.SUBSEQUENT, True, 0, 0, disambiguation)
            state.seeks_clashes = True
            names = state.shown_names = []
            out: Tokens = []
            self._layout.of(item.shape.bare).render(state, out)
            places = self._register.places(names) if self._register is not None else ()
            look = self._known[key] = Look(plain_text(out), names, places, state.conditions_met)
        return look
