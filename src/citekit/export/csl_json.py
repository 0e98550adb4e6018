"""Export to standard CSL-JSON, which holds every variable; the rest stands under `custom`."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.items.csl_json import write_csl_json
from citekit.items.item import Item
from citekit.items.variables import ITEM_TYPES
from citekit.report import Notice

__all__ = ["to_csl_json"]


def to_csl_json(items: Sequence[Item]) -> tuple[str, list[Notice]]:
    """The items as CSL-JSON, and notices of types that the standard does not know."""
    notices = [
        Notice(
            "approximate-type",
            f"{item.id}: CSL has no type {item.type!r}; written as 'document'",
            item.location,
            remedy="give the item a CSL type",
        )
        for item in items
        if item.type not in ITEM_TYPES
    ]
    return write_csl_json(items), notices
