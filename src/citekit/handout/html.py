"""A handout as one self-contained HTML page: no script, no font, no picture, no address but the links themselves.

HTML Living Standard; WCAG 2.2 AA: headings without gaps, landmarks, a link past the contents, languages marked,
contrast of at least 4.5 in both colour schemes. The style sheet is `handout.css` beside this file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from typing import Final

from citekit.handout.annotation import Block, BulletList
from citekit.handout.outline import HandoutEntry, Outline, Section
from citekit.handout.words import words_for
from citekit.text.tokens import Tokens
from citekit.text.writers import writer

__all__ = ["write_html"]

_BLOCK_GAPS: Final = re.compile(r"\s*\n\s*(?=<div)|(?<=</div>)\s*\n\s*")


def write_html(outline: Outline) -> str:
    """The whole page."""
    words = words_for(outline.lang)
    title = outline.settings.title or outline.settings.heading or words.bibliography
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(outline.lang)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="generator" content="citekit">',
        f"<title>{escape(title, quote=False)}</title>",
        f"<style>\n{_style_sheet()}</style>",
        "</head>",
        "<body>",
        f'<a class="skip" href="#content">{escape(words.skip)}</a>',
        *_title_block(outline, title),
        *_contents(outline),
        '<main id="content" tabindex="-1">',
        *_entries(outline.entries, outline),
    ]
    for section in outline.sections:
        lines += _section(section, outline)
    lines += ["</main>", "</body>", "</html>"]
    return "\n".join(lines) + "\n"


def _style_sheet() -> str:
    return files("citekit.handout").joinpath("handout.css").read_text(encoding="utf-8")


def _title_block(outline: Outline, title: str) -> Iterable[str]:
    settings = outline.settings
    yield "<header>"
    if settings.kind:
        yield f'<p class="kind">{escape(settings.kind, quote=False)}</p>'
    yield f"<h1>{escape(title, quote=False)}</h1>"
    if settings.date:
        yield f'<p class="date">{escape(settings.date, quote=False)}</p>'
    if settings.heading and settings.heading != title:
        yield f'<p class="heading">{escape(settings.heading, quote=False)}</p>'
    yield "</header>"


def _contents(outline: Outline) -> Iterable[str]:
    """The table of contents; one section alone needs none."""
    if sum(1 for _ in outline.walk()) < 2:
        return
    yield '<nav class="contents" aria-labelledby="contents">'
    yield f'<h2 id="contents">{escape(words_for(outline.lang).contents)}</h2>'
    yield from _contents_list(outline.sections)
    yield "</nav>"


def _contents_list(sections: Iterable[Section]) -> Iterable[str]:
    yield "<ul>"
    for section in sections:
        link = f'<a href="#{escape(section.anchor)}">{escape(section.heading, quote=False)}</a>'
        if section.sections:
            yield f"<li>{link}"
            yield from _contents_list(section.sections)
            yield "</li>"
        else:
            yield f"<li>{link}</li>"
    yield "</ul>"


def _section(section: Section, outline: Outline) -> list[str]:
    # HTML has six levels of headings and the title takes the first; deeper groups share the last.
    tag = f"h{min(section.level + 1, 6)}"
    anchor = escape(section.anchor)
    lines = [
        f'<section aria-labelledby="{anchor}">',
        f'<{tag} id="{anchor}">{escape(section.heading, quote=False)}</{tag}>',
        *_entries(section.entries, outline),
    ]
    for below in section.sections:
        lines += _section(below, outline)
    return [*lines, "</section>"]


def _entries(entries: tuple[HandoutEntry, ...], outline: Outline) -> Iterable[str]:
    if not entries:
        return
    hanging = " hanging" if outline.hanging_indent else ""
    # Without list markers, some browsers stop telling screen readers that this is a list.
    yield f'<ul class="entries{hanging}" role="list">'
    for entry in entries:
        yield from _entry(entry, outline.lang)
    yield "</ul>"


def _entry(entry: HandoutEntry, lang: str) -> Iterable[str]:
    language = "" if _same_language(entry.language, lang) else f' lang="{escape(entry.language)}"'
    yield f'<li class="entry" id="{escape(entry.anchor)}"{language}>'
    yield f'<div class="csl-entry">{_rich(entry.tokens)}</div>'
    for link in entry.links:
        yield f'<p class="link">{_rich(link)}</p>'
    if entry.annotation:
        yield '<div class="annotation">'
        for block in entry.annotation:
            yield _block(block)
        yield "</div>"
    yield "</li>"


def _block(block: Block) -> str:
    if isinstance(block, BulletList):
        points = "\n".join([f"<li>{_rich(point)}</li>" for point in block.points])
        return f"<ul>\n{points}\n</ul>"
    return f"<p>{_rich(block.tokens)}</p>"


def _rich(tokens: Tokens) -> str:
    # The writer sets blocks on lines of their own, as the CSL test suite wants them.
    return _BLOCK_GAPS.sub("", writer("html").write(tokens))


def _same_language(language: str, lang: str) -> bool:
    """Whether an item needs no mark of its own: "fr" in a page in "fr-FR"."""
    return not language or lang.lower() == language.lower() or lang.lower().startswith(f"{language.lower()}-")
