"""Writers of formats that know lines and no blocks: display blocks begin and end lines, never leave empty ones."""

from __future__ import annotations

from typing import Final

from citekit.text.tokens import DISPLAY, Token, Tokens
from citekit.text.writers.base import MarkTable, Writer

__all__ = ["LineWriter"]

# A block begins on a line of its own; what is set beside a margin goes on in its line.
_OPENS_LINE: Final = frozenset({"block", "left-margin", "indent"})
_CLOSES_LINE: Final = frozenset({"block", "right-inline", "indent"})


class LineWriter(Writer):
    """Turns display blocks into lines (CSL 1.0.2, "Display")."""

    __slots__ = ("_indent", "_line_end", "_margin_gap")

    def __init__(self, table: MarkTable, line_end: str, indent: str, margin_gap: str) -> None:
        super().__init__(table)
        self._line_end = line_end
        self._indent = indent
        self._margin_gap = margin_gap

    def write(self, tokens: Tokens | tuple[Token, ...]) -> str:
        """The text of settled tokens; most have no block and are written as they come."""
        if not any([not isinstance(token, str) and token.kind == DISPLAY for token in tokens]):
            return super().write(tokens)
        pieces: list[str] = []
        run: Tokens = []
        ends_line = False
        for token in tokens:
            if isinstance(token, str) or token.kind != DISPLAY:
                if ends_line and isinstance(token, str):
                    if token.isspace():
                        # White space alone begins no line.
                        continue
                    pieces.append(self._line_end)
                    ends_line = False
                run.append(token)
                continue
            self._flush(run, pieces)
            if token.is_open:
                if token.value in _OPENS_LINE and (ends_line or _has_open_line(pieces, self._line_end)):
                    pieces.append(self._line_end)
                    ends_line = False
                if token.value == "indent":
                    pieces.append(self._indent)
            elif token.value in _CLOSES_LINE:
                ends_line = True
            elif not (self._margin_gap == " " and pieces and pieces[-1].endswith(" ")):
                pieces.append(self._margin_gap)
        self._flush(run, pieces)
        return "".join(pieces)

    def _flush(self, run: Tokens, pieces: list[str]) -> None:
        if run:
            pieces.append(super().write(run))
            run.clear()


def _has_open_line(pieces: list[str], line_end: str) -> bool:
    return bool(pieces) and pieces[-1] != line_end
