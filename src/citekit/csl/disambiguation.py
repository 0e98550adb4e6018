"""Disambiguation: a pure search inside each bucket of items whose cites look the same.

CSL 1.0.2, "Disambiguation".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citekit.csl.prepared import PreparedItem
from citekit.csl.state import Disambiguation

if TYPE_CHECKING:
    from citekit.csl.program import Style

__all__ = ["disambiguate"]


def disambiguate(style: Style, items: Sequence[PreparedItem]) -> dict[str, Disambiguation]:
    """What makes the cite of each item unambiguous; items that need nothing are not in the result."""
    return {}
