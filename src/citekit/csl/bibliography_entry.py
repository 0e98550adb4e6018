"""One rendered line of the bibliography."""

from __future__ import annotations

from citekit.text.tokens import Tokens
from citekit.text.writers import writer

__all__ = ["BibliographyEntry"]


class BibliographyEntry:
    """Rich text, written as HTML, RTF or plain text when asked for."""

    __slots__ = ("id", "tokens")

    def __init__(self, item_id: str, tokens: Tokens) -> None:
        self.id = item_id
        self.tokens = tokens
        """Settled tokens, as the writers of `citekit.text.writers` take them."""

    @property
    def html(self) -> str:
        """What stands inside `<div class="csl-entry">`."""
        return writer("html").write(self.tokens)

    @property
    def rtf(self) -> str:
        """A fragment of RTF, without the document around it."""
        return writer("rtf").write(self.tokens)

    @property
    def text(self) -> str:
        """Plain text."""
        return writer("text").write(self.tokens)

    def __repr__(self) -> str:
        return f"<BibliographyEntry {self.id}: {self.text}>"
