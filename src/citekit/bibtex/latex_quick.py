r"""The LaTeX that most field values hold (accents, dashes, quotes, single braces), by substitution alone.

Four values in five need no parsing: what this module returns is what the decoder in `latex.py` would (a property test
says so), at a tenth of its time. It gives up, with `None`, on everything that needs to know where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from citekit.bibtex.latex_output import close_quotes, compose, csl_tags, tidy
from citekit.bibtex.latex_tables import ACCENTS, NBSP

__all__ = ["NOCASE_CLOSE", "NOCASE_OPEN", "quick_text"]

NOCASE_OPEN: Final = '<span class="nocase">'
NOCASE_CLOSE: Final = "</span>"

# A group that begins with a command guards no capitals, so an accent behind "{" is only taken with its closing brace.
# A bare letter may carry an accent of its own behind it (e, U+0301), which goes below the command's: not done here.
_ACCENT: Final = re.compile(
    r"(?<![\\])\{\\(?:([`'^~=.\"])\s*(?:\{([A-Za-z])\}|([A-Za-z]))|([ck])(?:\{([A-Za-z])\}|\s+([A-Za-z])))\}"
    r"|(?<![\\{])\\(?:([`'^~=.\"])(?:\{([A-Za-z])\}|([A-Za-z])(?=[\x00-\x7f\w]|\Z))|([ck])\{([A-Za-z])\})"
)
_ESCAPE: Final = re.compile(r"(?<![\\{])\\([&%#_])")
# Exporters write "{{DNA}}": the inner braces guard nothing that the outer ones do not.
_PLAIN_GROUP: Final = re.compile(r"\{(?:\{([^{}]*)\}|([^{}]*))\}")
_LIGATURE: Final = re.compile(r"---?|``|''|[`~]")
_LIGATURES: Final = {"---": "—", "--": "–", "-": "-", "``": "“", "''": "”", "`": "‘", "~": NBSP}
_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n")
_UNTIDY: Final = re.compile(r"[\t\r\f\v]")


def quick_text(source: str, *, protects_case: bool, keeps_paragraphs: bool) -> str | None:
    r"""The text of a simple value, or `None` where the value has to be parsed.

    >>> quick_text(r"L'{\'E}tat --- \'etude", protects_case=False, keeps_paragraphs=False)
    "L'État — étude"
    >>> quick_text(r"\emph{ici}", protects_case=False, keeps_paragraphs=False) is None
    True
    """
    text = source
    if text.isalnum():
        return text if text.isascii() else compose(text)
    if "$" in text:
        return None
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", _ACCENT.sub(_accented, text))
        if "\\" in text:
            return None
    if "{" in text:
        found = _without_groups(text, protects_case)
        if found is None:
            return None
        text = found
        if _needs_parsing(text.replace(NOCASE_OPEN, "")):
            return None
    elif _needs_parsing(text):
        return None
    if "--" in text or "''" in text or "`" in text or "~" in text:
        text = _LIGATURE.sub(_ligature, text)
    if "`" in source and "‘" in text:
        text = close_quotes(text)
    if "</" in text:
        text = csl_tags(text)
    if not text.isascii():
        text = compose(text)
    if "\n" in text or "  " in text or text[-1:].isspace() or text[:1].isspace() or _UNTIDY.search(text):
        text = tidy(_PARAGRAPH.sub("\n\n", text) if keeps_paragraphs else text, keeps_paragraphs)
    return text


def _needs_parsing(text: str) -> bool:
    # Ten substring searches are faster than one expression with ten branches.
    return (
        "}" in text
        or "{" in text
        or "<<" in text
        or ">>" in text
        or ",," in text
        or "?`" in text
        or "!`" in text
        or ('"' in text and ("\"'" in text or '"`' in text))
    )


def _ligature(match: re.Match[str]) -> str:
    return _LIGATURES[match[0]]


def _accented(match: re.Match[str]) -> str:
    sign, *letters = [group for group in match.groups() if group]
    return unicodedata.normalize("NFC", letters[0] + ACCENTS[sign])


def _without_groups(text: str, protects_case: bool) -> str | None:
    """The text without braces, or with spans in their place; `None` where braces nest or guard quotes and dashes."""
    stripped = text.strip()
    if stripped[0] == "{" and stripped[-1] == "}":
        whole = _PLAIN_GROUP.fullmatch(stripped)
        if whole:
            return whole[1] if whole[2] is None else whole[2]
    pieces: list[str] = []
    end = 0
    for match in _PLAIN_GROUP.finditer(text):
        inner = match[1] if match[2] is None else match[2]
        if not inner or inner[0] in "-'`,\"<>" or inner[-1] in "-'`,\"<>?!":
            return None
        pieces.append(text[end : match.start()])
        if protects_case and any(char.isalpha() for char in inner):
            inner = f"{NOCASE_OPEN}{inner}{NOCASE_CLOSE}"
        pieces.append(inner)
        end = match.end()
    pieces.append(text[end:])
    joined = "".join(pieces)
    return None if "{" in joined or "}" in joined else joined
