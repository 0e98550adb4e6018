"""HTML, with the markup that the official CSL test suite expects of every processor."""

from __future__ import annotations

from typing import Final

from citekit.text.tokens import (
    DISPLAY,
    FONT_STYLE,
    FONT_VARIANT,
    FONT_WEIGHT,
    GLYPH,
    TEXT_DECORATION,
    VERTICAL_ALIGN,
)
from citekit.text.writers.base import SUPERSCRIPTS, MarkTable, Writer, find_superscript

__all__ = ["HtmlWriter"]

_NBSP: Final = "\u00a0"
_SPAN: Final = '<span style="%s;">'

_TABLE: Final[MarkTable] = {
    (FONT_STYLE, "italic"): ("<i>", "</i>"),
    (FONT_STYLE, "oblique"): ("<em>", "</em>"),
    (FONT_STYLE, "normal"): (_SPAN % "font-style:normal", "</span>"),
    (FONT_VARIANT, "small-caps"): (_SPAN % "font-variant:small-caps", "</span>"),
    (FONT_VARIANT, "normal"): (_SPAN % "font-variant:normal", "</span>"),
    (FONT_WEIGHT, "bold"): ("<b>", "</b>"),
    (FONT_WEIGHT, "normal"): (_SPAN % "font-weight:normal", "</span>"),
    (FONT_WEIGHT, "light"): (_SPAN % "font-weight:lighter", "</span>"),
    (TEXT_DECORATION, "underline"): (_SPAN % "text-decoration:underline", "</span>"),
    (TEXT_DECORATION, "none"): (_SPAN % "text-decoration:none", "</span>"),
    (VERTICAL_ALIGN, "sup"): ("<sup>", "</sup>"),
    (VERTICAL_ALIGN, "sub"): ("<sub>", "</sub>"),
    # Not valid CSS, but what decorations_Baseline expects to the letter.
    (VERTICAL_ALIGN, "baseline"): ('<span style="baseline">', "</span>"),
    (GLYPH, "numero"): ("<sup>o</sup>", ""),
    (GLYPH, "numeros"): ("<sup>os</sup>", ""),
    (DISPLAY, "block"): ('\n\n    <div class="csl-block">', "</div>\n"),
    (DISPLAY, "left-margin"): ('\n    <div class="csl-left-margin">', "</div>"),
    (DISPLAY, "right-inline"): ('<div class="csl-right-inline">', "</div>\n  "),
    (DISPLAY, "indent"): ('<div class="csl-indent">', "</div>\n  "),
}
_RAISED: Final[dict[int, str]] = {ord(letter): f"<sup>{base}</sup>" for letter, base in SUPERSCRIPTS.items()}


class HtmlWriter(Writer):
    """Writes HTML fragments; superscript characters become `<sup>`."""

    __slots__ = ()

    name: str = "html"

    def __init__(self) -> None:
        super().__init__(_TABLE)

    def escape(self, text: str) -> str:
        """Escape `& < >`, keep double spaces, raise superscript characters."""
        if "&" in text or "<" in text or ">" in text:
            text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
        if "  " in text:
            text = text.replace("  ", _NBSP + " ")
        if not text.isascii() and find_superscript(text):
            text = text.translate(_RAISED)
        return text

    def link(self, address: str, is_open: bool) -> str:
        """An anchor around what is linked."""
        if not is_open:
            return "</a>"
        safe = address.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;").replace('"', "&#34;")
        return f'<a href="{safe}">'
