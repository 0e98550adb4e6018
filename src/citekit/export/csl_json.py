"""Export to standard CSL-JSON and CSL-YAML, which hold every variable; the rest stands under `custom`."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.items.csl_json import write_csl_json
from citekit.items.csl_yaml import write_csl_yaml
from citekit.items.item import Item
from citekit.items.variables import ITEM_TYPES
from citekit.report import Notice

__all__ = ["to_csl_json", "to_csl_yaml"]


def to_csl_json(items: Sequence[Item]) -> tuple[str, list[Notice]]:
    """The items as CSL-JSON, and notices of types that the standard does not know."""
    return write_csl_json(items), _foreign_types(items)


def to_csl_yaml(items: Sequence[Item]) -> tuple[str, list[Notice]]:
    """The items as CSL-YAML, and notices of types that the standard does not know."""
    return write_csl_yaml(items), _foreign_types(items)


def _foreign_types(items: Sequence[Item]) -> list[Notice]:
    return [
        Notice(
            "approximate-type",
            f"{item.id}: CSL has no type {item.type!r}; written as 'document'",
            item.location,
            remedy="give the item a CSL type",
        )
        for item in items
        if item.type not in ITEM_TYPES
    ]
