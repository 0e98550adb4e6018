r"""CSL rich text to LaTeX source that reads back as the same text.

The inverse of reading: markup becomes commands, what LaTeX would act on is escaped, and capitals that a style must not
change stand in braces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

__all__ = ["latex_text", "verbatim_text"]

NBSP: Final = "\u00a0"
NARROW_NBSP: Final = "\u202f"
_TAG: Final = re.compile(r"(<span class=\"nocase\">|</span>|</?(?:i|b|sup|sub|sc)>)")
_COMMANDS: Final[Mapping[str, str]] = {
    "<i>": "\\emph{",
    "<b>": "\\textbf{",
    "<sup>": "\\textsuperscript{",
    "<sub>": "\\textsubscript{",
    "<sc>": "\\textsc{",
    '<span class="nocase">': "{",
}
_CLOSING: Final = {"<i>": "</i>", "<b>": "</b>", "<sup>": "</sup>", "<sub>": "</sub>", "<sc>": "</sc>"}
_ESCAPES: Final = str.maketrans(
    {
        "\\": "\\textbackslash{}",
        "{": "\\{",
        "}": "\\}",
        "$": "\\$",
        "&": "\\&",
        "%": "\\%",
        "#": "\\#",
        "_": "\\_",
        "^": "\\textasciicircum{}",
        "`": "\\textasciigrave{}",
        "~": "\\textasciitilde{}",
        NBSP: "~",
        # pdfLaTeX stops at the character; "\\," would part names and keywords.
        NARROW_NBSP: "\\thinspace{}",
    }
)
_LIGATURES: Final = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=<)(?=<)|(?<=>)(?=>)|(?<=,)(?=,)|(?<=\")(?=')")
_ESCAPED_BRACE: Final = re.compile(r"\\(?=[{}]|$)")
_WORD: Final = re.compile(r"[^\W_]+")
_ACCENTS: Final[Mapping[str, str]] = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u", "\u0307": ".",
    "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v", "\u0323": "d", "\u0327": "c", "\u0328": "k",
    "\u0331": "b",
}  # fmt: skip
_LETTERS: Final[Mapping[str, str]] = {
    "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "å": "aa",
    "Å": "AA", "ı": "i", "–": "textendash", "—": "textemdash", "…": "textellipsis", "«": "guillemotleft",
    "»": "guillemotright", "’": "textquoteright", "‘": "textquoteleft", "“": "textquotedblleft",
    "”": "textquotedblright", "°": "textdegree", "€": "texteuro", "§": "S", "©": "textcopyright",
}  # fmt: skip


def latex_text(text: str, *, guards_capitals: bool = False, is_ascii: bool = False) -> str:
    r"""Rich text as LaTeX source.

    `guards_capitals` puts words with capitals into braces, for titles that styles recase; `is_ascii` spells letters
    with accents as commands, for programs that do not know Unicode.

    >>> latex_text("L'<i>État</i> & <sup>1</sup>"), latex_text("Été", is_ascii=True)
    ("L'\\emph{État} \\& \\textsuperscript{1}", "{\\'E}t{\\'e}")
    >>> latex_text("The manual of Chicago", guards_capitals=True)
    'The manual of {Chicago}'
    """
    if "<" not in text:
        return _plain(text, guards_capitals, is_ascii, is_start=True)
    parts = _TAG.split(text)
    partners = _partners(parts)
    pieces: list[str] = []
    is_guarded = 0
    for i, part in enumerate(parts):
        if not part:
            continue
        if i % 2 == 0:
            pieces.append(_plain(part, guards_capitals and not is_guarded, is_ascii, is_start=i == 0))
        elif i not in partners:
            pieces.append(_plain(part, False, is_ascii, is_start=False))
        elif part in _COMMANDS:
            pieces.append(_COMMANDS[part])
            is_guarded += part.startswith("<span")
        else:
            pieces.append("}")
            is_guarded -= part == "</span>"
    # A group that begins with a command guards nothing (BibTeX's special characters), so those of spans begin with {}.
    followers = [*pieces[1:], ""]
    if _is_one_span(parts):
        # Braces around a whole value guard nothing either.
        pieces.append("{}")
        followers.append("")
    return "".join(
        [
            "{{}" if piece == "{" and follower.startswith("\\") else piece
            for piece, follower in zip(pieces, followers, strict=True)
        ]
    )


def _is_one_span(parts: list[str]) -> bool:
    """Whether one guarding span holds all of a text, which ends with it."""
    spans = [part for part in parts[1::2] if "span" in part]
    return not parts[0] and not parts[-1] and parts[-2] == "</span>" and spans[:1] == [parts[1]] and len(spans) == 2


def verbatim_text(text: str) -> str:
    r"""Text of a field that LaTeX takes letter by letter; only braces without partner have to go.

    A backslash before a brace, or before the brace that ends the field, goes too: programs differ on what it escapes.

    >>> verbatim_text("https://a.fr/x_y%20{z}"), verbatim_text("a}b"), verbatim_text("a\\")
    ('https://a.fr/x_y%20{z}', 'a%7Db', 'a%5C')
    """
    text = _ESCAPED_BRACE.sub("%5C", text)
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            break
    return text if depth == 0 else text.replace("{", "%7B").replace("}", "%7D")


def _partners(parts: list[str]) -> set[int]:
    """The places of the tags that have a partner; the others are text."""
    opened: list[int] = []
    paired: set[int] = set()
    for i in range(1, len(parts), 2):
        tag = parts[i]
        if tag in _COMMANDS:
            opened.append(i)
        elif opened and _CLOSING.get(parts[opened[-1]], "</span>") == tag:
            paired |= {i, opened.pop()}
    return paired


def _plain(text: str, guards_capitals: bool, is_ascii: bool, *, is_start: bool) -> str:
    if guards_capitals:
        return "".join(_guarded_pieces(text, is_ascii, is_start))
    # An empty group keeps two signs from becoming one: "-{}-" is no dash.
    text = "{}".join([piece.translate(_ESCAPES) for piece in _LIGATURES.split(text)])
    return _ascii(text) if is_ascii and not text.isascii() else text


def _guarded_pieces(text: str, is_ascii: bool, is_start: bool) -> list[str]:
    pieces: list[str] = []
    end = 0
    for match in _WORD.finditer(text):
        pieces.append(_plain(text[end : match.start()], False, is_ascii, is_start=False))
        word = _plain(match[0], False, is_ascii, is_start=False)
        # Braces around a small first letter would mean that it has to stay small.
        has_capital = match[0][0].isupper()
        is_first = is_start and not pieces[0].strip() and len(pieces) == 1
        pieces.append(f"{{{word}}}" if has_capital and not is_first else word)
        end = match.end()
    pieces.append(_plain(text[end:], False, is_ascii, is_start=False))
    return pieces


def _ascii(text: str) -> str:
    return "".join([char if char.isascii() else _spelt(char) for char in text])


def _spelt(char: str) -> str:
    """A letter as LaTeX spells it; one that LaTeX has no spelling for stays."""
    if char in _LETTERS:
        return f"{{\\{_LETTERS[char]}}}"
    decomposed = unicodedata.normalize("NFD", char)
    base, marks = decomposed[0], decomposed[1:]
    if len(marks) == 1 and marks[0] in _ACCENTS and base.isascii():
        accent = _ACCENTS[marks[0]]
        return f"{{\\{accent}{{{base}}}}}" if accent.isalpha() else f"{{\\{accent}{base}}}"
    return char
