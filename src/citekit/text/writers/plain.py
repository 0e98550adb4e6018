"""Plain text: marks vanish, blocks become lines."""

from __future__ import annotations

from citekit.text.writers.lines import LineWriter

__all__ = ["PlainWriter"]


class PlainWriter(LineWriter):
    """Writes text without formatting."""

    __slots__ = ()

    name: str = "text"

    def __init__(self) -> None:
        super().__init__({}, line_end="\n", indent="    ", margin_gap=" ")
