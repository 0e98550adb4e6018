r"""The LaTeX that most field values hold (letters, dashes, quotes, single braces), by substitution alone.

Four values in five need no parsing: what this module returns is what the decoder in `latex.py` would (a property test
says so), at a tenth of its time. It gives up, with `None`, on everything that needs to know where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from citekit.bibtex.latex_output import close_quotes, compose, csl_tags, tidy
from citekit.bibtex.latex_tables import ACCENTS, COMMAND_TEXT, NBSP

__all__ = ["NOCASE_CLOSE", "NOCASE_OPEN", "quick_text", "with_letters"]

NOCASE_OPEN: Final = '<span class="nocase">'
NOCASE_CLOSE: Final = "</span>"

# A group that begins with a command guards no capitals, so an accent behind "{" is only taken with its closing brace.
# A bare letter may carry an accent of its own behind it (e, U+0301), which goes below the command's: not done here.
# Each begins with its sign and looks behind it afterwards: the search then runs from sign to sign.
_BASE: Final = r"(?:[A-Za-z]|\\[ij])"
_LETTER: Final = re.compile(
    rf"""\{{(?<!\\\{{)\\(?:[`'^~=.\"]\s*(?:\{{{_BASE}\}}|{_BASE})
                         |[bcdkruvGH](?:\{{{_BASE}\}}|\s+[A-Za-z])
                         |[A-Za-z]+)\}}
      |\\(?<![\\{{]\\)(?:[`'^~=.\"](?:\{{{_BASE}\}}|[A-Za-z](?=[\x00-\x7f\w]|\Z))
                       |[bcdkruvGH]\{{{_BASE}\}}
                       |[A-Za-z]+\{{\}})""",
    re.VERBOSE,
)
# Letters and signs that commands print, where they are one character that means nothing to what comes afterwards.
_SYMBOLS: Final = {
    command: text
    for command, text in COMMAND_TEXT.items()
    if len(text) == 1
    and not (text.isascii() or text.isspace() or unicodedata.combining(text))
    and command not in ACCENTS
}
_ESCAPE: Final = re.compile(r"\\(?<![\\{]\\)([&%#_])")
# Exporters write "{{DNA}}": the inner braces guard nothing that the outer ones do not.
_PLAIN_GROUP: Final = re.compile(r"\{(?:\{([^{}]*)\}|([^{}]*))\}")
_LIGATURE: Final = re.compile(r"---?|``|''|[`~]")
_LIGATURES: Final = {"---": "—", "--": "–", "-": "-", "``": "“", "''": "”", "`": "‘", "~": NBSP}
_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n")
# What these begin is more than a letter or a sign; to look for it first is cheaper than to put letters in vain.
_COMMAND: Final = re.compile(r"\\[A-Za-z]{2,}+(?!\}|\{\})")


def quick_text(source: str, *, protects_case: bool, keeps_paragraphs: bool) -> str | None:
    r"""The text of a simple value, or `None` where the value has to be parsed.

    >>> quick_text(r"L'{\'E}tat --- \'etude", protects_case=False, keeps_paragraphs=False)
    "L'État — étude"
    >>> quick_text(r"\emph{ici}", protects_case=False, keeps_paragraphs=False) is None
    True
    """
    if source.isalnum() and source.isascii():
        return source
    text = source
    if "$" in text:
        return None
    if "\\" in text:
        if _COMMAND.search(text):
            return None
        text = with_letters(text)
        if "\\" in text:
            text = _ESCAPE.sub(r"\1", text)
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
    if "‘" in text and "`" in source:
        text = close_quotes(text)
    if "</" in text:
        text = csl_tags(text)
    if not text.isascii():
        text = compose(text)
    if keeps_paragraphs and "\n" in text:
        text = _PARAGRAPH.sub("\n\n", text)
    return tidy(text, keeps_paragraphs)


# Substring searches are several times as fast as one expression with as many branches.
def _needs_parsing(text: str) -> bool:
    return (
        "}" in text
        or "{" in text
        or ",," in text
        or ("<" in text and "<<" in text)
        or (">" in text and ">>" in text)
        or ("`" in text and ("?`" in text or "!`" in text))
        or ('"' in text and ("\"'" in text or '"`' in text))
    )


def _ligature(match: re.Match[str]) -> str:
    return _LIGATURES[match[0]]


def with_letters(source: str) -> str:
    r"""LaTeX source with its accents, letters and signs in Unicode, but for those that need to know where they stand.

    >>> with_letters(r"Ren{\'e} \emph{et} al")
    'René \\emph{et} al'
    """
    return _LETTER.sub(_read_letter, source)


def _read_letter(match: re.Match[str]) -> str:
    return _letter(match[0])


@lru_cache(maxsize=256)
def _letter(source: str) -> str:
    """What a letter's source gives; a command that is none stays as it is."""
    command = source.strip("{}")
    if command[1:].isalpha():
        return _SYMBOLS.get(command[1:], source)
    return unicodedata.normalize("NFC", command[-1] + ACCENTS[command[1]])


def _without_groups(text: str, protects_case: bool) -> str | None:
    """The text without braces, or with spans in their place; `None` where braces nest or guard quotes and dashes."""
    stripped = text.strip()
    if stripped[0] == "{" and stripped[-1] == "}":
        whole = _PLAIN_GROUP.fullmatch(stripped)
        if whole:
            return whole[1] if whole[2] is None else whole[2]
    # Of each group the split gives the text before it, and what it holds: in two pairs of braces, or in one.
    pieces = _PLAIN_GROUP.split(text)
    for i in range(1, len(pieces), 3):
        inner = pieces[i + 1] if pieces[i] is None else pieces[i]
        if not inner or inner[0] in "-'`,\"<>" or inner[-1] in "-'`,\"<>?!":
            return None
        guards = protects_case and (inner.isalpha() or any(map(str.isalpha, inner)))
        pieces[i] = f"{NOCASE_OPEN}{inner}{NOCASE_CLOSE}" if guards else inner
        pieces[i + 1] = ""
    joined = "".join(pieces)
    return None if "{" in joined or "}" in joined else joined
