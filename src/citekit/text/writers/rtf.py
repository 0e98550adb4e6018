"""RTF fragments (Rich Text Format 1.9): groups with control words, every character beyond ASCII as `\\uN?`."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from citekit.text.tokens import (
    FONT_STYLE,
    FONT_VARIANT,
    FONT_WEIGHT,
    GLYPH,
    TEXT_DECORATION,
    VERTICAL_ALIGN,
)
from citekit.text.writers.base import SUPERSCRIPTS, MarkTable, find_superscript
from citekit.text.writers.lines import LineWriter

__all__ = ["RtfWriter"]

_TABLE: Final[MarkTable] = {
    (FONT_STYLE, "italic"): ("{\\i ", "}"),
    (FONT_STYLE, "oblique"): ("{\\i ", "}"),
    (FONT_STYLE, "normal"): ("{\\i0 ", "}"),
    (FONT_VARIANT, "small-caps"): ("{\\scaps ", "}"),
    (FONT_VARIANT, "normal"): ("{\\scaps0 ", "}"),
    (FONT_WEIGHT, "bold"): ("{\\b ", "}"),
    (FONT_WEIGHT, "normal"): ("{\\b0 ", "}"),
    (TEXT_DECORATION, "underline"): ("{\\ul ", "}"),
    (TEXT_DECORATION, "none"): ("{\\ulnone ", "}"),
    (VERTICAL_ALIGN, "sup"): ("{\\super ", "}"),
    (VERTICAL_ALIGN, "sub"): ("{\\sub ", "}"),
    (VERTICAL_ALIGN, "baseline"): ("{\\nosupersub ", "}"),
    (GLYPH, "numero"): ("{\\super o}", ""),
    (GLYPH, "numeros"): ("{\\super os}", ""),
}
_LAST_BMP: Final = 0xFFFF
_LAST_SIGNED: Final = 0x7FFF
# Addresses stay as they are but for what RTF, or the quotes of a field instruction, would misread.
_ADDRESS_SAFE: Final = "%/:?#[]@!$&'()*+,;=~-._"


class RtfWriter(LineWriter):
    """Writes RTF that stands inside a document which declares fonts and code page."""

    __slots__ = ()

    name: str = "rtf"

    def __init__(self) -> None:
        super().__init__(_TABLE, line_end="\\line\n", indent="\\tab ", margin_gap="\\tab ")

    def escape(self, text: str) -> str:
        """Escape control characters and everything beyond ASCII.

        >>> RtfWriter().escape("{\\u00e9}")
        '\\\\{\\\\u233?\\\\}'
        """
        if "\\" in text:
            text = text.replace("\\", "\\\\")
        if "{" in text or "}" in text:
            text = text.replace("{", "\\{").replace("}", "\\}")
        if "\t" in text or "\n" in text or "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "\\tab ").replace("\n", "\\line ")
        if text.isascii():
            return text
        raises = find_superscript(text) is not None
        out: list[str] = []
        for char in text:
            if char < "\u0080":
                out.append(char)
            elif raises and char in SUPERSCRIPTS:
                out.append("{\\super " + self.escape(SUPERSCRIPTS[char]) + "}")
            else:
                out.append(_unicode(ord(char)))
        return "".join(out)

    def link(self, address: str, is_open: bool) -> str:
        """A HYPERLINK field around what is linked."""
        if not is_open:
            return "}}}"
        return '{\\field{\\*\\fldinst{HYPERLINK "' + quote(address, safe=_ADDRESS_SAFE) + '"}}{\\fldrslt{'


def _unicode(code: int) -> str:
    """`\\uN?` with N a signed 16-bit number; two of them, a surrogate pair, beyond the first 65,536 characters."""
    if code > _LAST_BMP:
        code -= _LAST_BMP + 1
        return _unicode(0xD800 + (code >> 10)) + _unicode(0xDC00 + (code & 0x3FF))
    return f"\\u{code if code <= _LAST_SIGNED else code - _LAST_BMP - 1}?"
