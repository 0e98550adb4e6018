"""Rich text between CSL's markup and Zotero's: titles, and notes in HTML.

Zotero documentation, "Rich text bibliographic formatting": titles know `<i> <b> <sub> <sup>`, small capitals and
nocase as spans. Notes are HTML.
"""

from __future__ import annotations

import html
import re
from typing import Final

__all__ = ["CONTROL", "note_html", "note_text", "on_one_line", "plain", "title_from_markup", "title_markup"]

# What XML 1.0 cannot hold, and the other control characters, which break Zotero's import.
CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKABLE: Final = re.compile("[ \\t\\n\\r\\f\\v\\x85\\u2028\\u2029]+")
_MARKUP: Final = re.compile(r"</?(?:i|b|sup|sub|sc|span(?: [^<>]*)?)>")
_SMALL_CAPS: Final = '<span style="font-variant:small-caps;">'
_SMALL_CAPS_SPAN: Final = re.compile(re.escape(_SMALL_CAPS) + "([^<>]*)</span>")


def on_one_line(text: str) -> str:
    """The text with one space for each run of blanks and line ends; no-break spaces stay.

    >>> on_one_line(" Des\\n communs\\xa0? ")
    'Des communs\\xa0?'
    """
    return _BREAKABLE.sub(" ", text).strip(" ")


def plain(text: str) -> str:
    """The text without CSL's markup.

    >>> plain("CO<sub>2</sub>")
    'CO2'
    """
    return _MARKUP.sub("", text) if "<" in text else text


def title_markup(text: str) -> str:
    """Rich text in the markup that Zotero's titles know, which has no short form of small capitals.

    >>> title_markup("Le <sc>xix</sc><sup>e</sup> siècle")
    'Le <span style="font-variant:small-caps;">xix</span><sup>e</sup> siècle'
    """
    return text.replace("<sc>", _SMALL_CAPS).replace("</sc>", "</span>") if "<sc>" in text else text


def title_from_markup(text: str) -> str:
    """The other way round; spans that hold other markup stay as they are, which CSL understands too.

    >>> title_from_markup('Le <span style="font-variant:small-caps;">xix</span><sup>e</sup> siècle')
    'Le <sc>xix</sc><sup>e</sup> siècle'
    """
    return _SMALL_CAPS_SPAN.sub(r"<sc>\1</sc>", text) if "<span" in text else text


def note_html(text: str) -> str:
    """A note's HTML: a paragraph for each block between blank lines, CSL's markup kept, everything else escaped.

    >>> note_html("Un <i>bilan</i> & des idées.\\n\\nSuite")
    '<p>Un <i>bilan</i> &amp; des idées.</p><p>Suite</p>'
    """
    pieces: list[str] = []
    before = 0
    for match in _MARKUP.finditer(text):
        pieces += [_escape(text[before : match.start()]), match[0]]
        before = match.end()
    blocks = re.split(r"\n[ \t]*\n", title_markup("".join([*pieces, _escape(text[before:])])))
    return "".join("<p>" + block.strip().replace("\n", "<br/>") + "</p>" for block in blocks if block.strip())


def note_text(note: str) -> str:
    """The text from which `note_html` would make this very HTML; the empty string where there is none.

    >>> note_text("<p>Un <i>bilan</i> &amp; des idées.</p><p>Suite</p>"), note_text("<ul><li>a</li></ul>")
    ('Un <i>bilan</i> & des idées.\\n\\nSuite', '')
    """
    text = note.removeprefix("<p>").removesuffix("</p>").replace("</p><p>", "\n\n").replace("<br/>", "\n")
    text = html.unescape(title_from_markup(text))
    return text if note_html(text) == note else ""


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
