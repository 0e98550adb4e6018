"""A handout as RTF that Word and LibreOffice open with real headings, hanging indents and live links.

Rich Text Format Specification 1.9.1. Paragraphs refer to the style sheet, so that the headings show in the navigator
and a reader can restyle the whole document at once; the same properties stand in each paragraph, because readers of
RTF do not take them from the style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from citekit.handout.annotation import Block, BulletList
from citekit.handout.outline import HandoutEntry, Outline
from citekit.handout.words import words_for
from citekit.text.language_tags import primary_language
from citekit.text.tokens import Tokens
from citekit.text.writers import writer

__all__ = ["write_rtf"]

# Windows language identifiers, [MS-LCID]; by whole tag, then by language.
_LANGUAGES: Final[Mapping[str, int]] = {
    "de": 1031, "de-at": 3079, "de-ch": 2055,
    "en": 1033, "en-gb": 2057, "en-us": 1033,
    "es": 3082, "it": 1040, "nl": 1043, "pt": 2070, "pt-br": 1046,
    "fr": 1036, "fr-be": 2060, "fr-ca": 3084, "fr-ch": 4108, "fr-fr": 1036, "fr-lu": 5132,
}  # fmt: skip
_NO_LANGUAGE: Final = 1024


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph style: its name, its paragraph properties, its character properties, the style that follows."""

    number: int
    name: str
    paragraph: str
    character: str
    next: int

    @property
    def opening(self) -> str:
        """What a paragraph of this style begins with."""
        return f"\\pard\\plain\\s{self.number}{self.paragraph}{self.character} "


# Lengths are in twips (1/20 point: 567 to the centimetre), sizes in half points.
_NORMAL: Final = _Paragraph(0, "Normal", r"\ql\sa120\widctlpar", r"\f0\fs22", 0)
_HEADINGS: Final = (
    _Paragraph(1, "heading 1", r"\ql\sb480\sa160\keepn\outlinelevel0", r"\f1\b\fs30\cf2", 7),
    _Paragraph(2, "heading 2", r"\ql\sb320\sa140\keepn\outlinelevel1", r"\f1\b\fs25", 7),
    _Paragraph(3, "heading 3", r"\ql\sb240\sa120\keepn\outlinelevel2", r"\f1\b\fs22", 7),
)
_TITLE: Final = _Paragraph(4, "Title", r"\ql\sb60\sa120\keepn", r"\f1\b\fs38", 5)
_SUBTITLE: Final = _Paragraph(5, "Subtitle", r"\ql\sa80\keepn", r"\f1\fs23\cf3", 0)
_KIND: Final = _Paragraph(6, "Kind", r"\ql\sa0\keepn", r"\f1\b\fs21\cf2", 4)
_ENTRY: Final = _Paragraph(7, "Bibliography", r"\ql\sb200\sa60\keepn\keep\widctlpar", r"\f0\fs22", 8)
_HANGING: Final = _Paragraph(7, "Bibliography", r"\ql\fi-397\li397\sb200\sa60\keepn\keep\widctlpar", r"\f0\fs22", 8)
_ANNOTATION: Final = _Paragraph(8, "Annotation", r"\ql\li397\sa80\widctlpar", r"\f0\fs20\cf3", 8)
_POINT: Final = _Paragraph(9, "Annotation list", r"\ql\fi-227\li794\tx794\sa40\widctlpar", r"\f0\fs20\cf3", 9)

# Fonts that every office suite has, or has the twins of: the pages break alike everywhere.
_FONTS: Final = (
    r"{\fonttbl{\f0\froman\fcharset0\fprq2{\*\falt Liberation Serif}Times New Roman;}"
    r"{\f1\fswiss\fcharset0\fprq2{\*\falt Liberation Sans}Arial;}}"
)
# 1: links, 2: headings, 3: what is less important.
# What the writer opens the text of a link with; a literal brace of the text would be escaped.
_LINK_TEXT: Final = r"{\fldrslt{"
# Escapes are matched too, so that the backslash of a text is never taken for a control word.
_LINE: Final = re.compile(r"(\\[\\{}])|\\line(?![a-z]) ?")
_COLORS: Final = r"{\colortbl;\red11\green79\blue138;\red122\green46\blue18;\red70\green68\blue62;}"
_PAGE: Final = r"\paperw11906\paperh16838\margl1247\margr1247\margt1134\margb1247\widowctrl\viewkind1"
_FOOTER: Final = r"{\footer\pard\plain\qc\f1\fs18\cf3 {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"


def write_rtf(outline: Outline) -> str:
    """The whole document."""
    entry = _HANGING if outline.hanging_indent else _ENTRY
    language = _language(outline.lang)
    title = outline.settings.title or outline.settings.heading or words_for(outline.lang).bibliography
    parts = [
        rf"{{\rtf1\ansi\ansicpg1252\uc1\deff0\deflang{language}\deflangfe{language}",
        _FONTS,
        _COLORS,
        _style_sheet(entry),
        rf"{{\info{{\title {_rich([title])}}}}}",
        _PAGE,
        _FOOTER,
        rf"\lang{language}",
        *_title_block(outline, title),
        *_entries(outline.entries, entry, outline.lang),
    ]
    for section in outline.walk():
        parts.append(_paragraph(_HEADINGS[min(section.level, len(_HEADINGS)) - 1], [section.heading], outline.lang))
        parts += _entries(section.entries, entry, outline.lang)
    return "\n".join(parts) + "\n}\n"


def _style_sheet(entry: _Paragraph) -> str:
    styles = (_NORMAL, *_HEADINGS, _TITLE, _SUBTITLE, _KIND, entry, _ANNOTATION, _POINT)
    rows = [
        rf"{{\s{style.number}{style.paragraph}{style.character}"
        + (r"\sbasedon0" if style.number else "")
        + rf"\snext{style.next} {style.name};}}"
        for style in styles
    ]
    return "{\\stylesheet\n" + "\n".join(rows) + "}"


def _title_block(outline: Outline, title: str) -> Iterable[str]:
    settings = outline.settings
    lines = [(_KIND, settings.kind), (_TITLE, title), (_SUBTITLE, settings.date)]
    if settings.heading != title:
        lines.append((_SUBTITLE, settings.heading))
    for style, text in lines:
        if text:
            yield _paragraph(style, [text], outline.lang)


def _entries(entries: Iterable[HandoutEntry], style: _Paragraph, lang: str) -> Iterable[str]:
    for entry in entries:
        language = entry.language or lang
        yield _paragraph(style, entry.tokens, language, is_last=not (entry.links or entry.annotation))
        for number, link in enumerate(entry.links, start=1):
            is_last = number == len(entry.links) and not entry.annotation
            yield _paragraph(_ANNOTATION, link, language, is_last=is_last)
        for block in entry.annotation:
            yield from _block(block, language)


def _block(block: Block, lang: str) -> Iterable[str]:
    if isinstance(block, BulletList):
        for point in block.points:
            yield _paragraph(_POINT, point, lang, before=r"\bullet\tab ")
    else:
        yield _paragraph(_ANNOTATION, block.tokens, lang)


def _paragraph(style: _Paragraph, tokens: Tokens, lang: str, *, before: str = "", is_last: bool = False) -> str:
    """One paragraph; the last of an entry may part from the next entry at the end of a page."""
    opening = style.opening.replace(r"\keepn", "") if is_last else style.opening
    return rf"{opening}\lang{_language(lang)} {before}{_rich(tokens)}\par"


def _rich(tokens: Tokens) -> str:
    return _lines(writer("rtf").write(tokens)).replace(_LINK_TEXT, _LINK_TEXT + r"\ul\cf1 ")


def _lines(text: str) -> str:
    """Blocks end and begin with a line; inside a paragraph one of the two is enough, at its ends none is."""
    # The writer leaves no line feed of the text, so line feeds can stand for the lines while they are counted.
    lines = [line.strip() for line in _LINE.sub(lambda found: found[1] or "\n", text).split("\n")]
    return r"\line ".join([line for line in lines if line])


def _language(tag: str) -> int:
    whole = tag.replace("_", "-").lower()
    return _LANGUAGES.get(whole) or _LANGUAGES.get(primary_language(tag), _NO_LANGUAGE)
