"""Doing a job: from a decoded JSON value to one that can be encoded; an error is an answer too."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final

from citekit.csl import BibliographyEntry, Style, load_style
from citekit.csl.document import Document
from citekit.errors import CitekitError, InputError
from citekit.process.job import Job, read_job
from citekit.report import Notice
from citekit.text.tokens import DISPLAY, mark
from citekit.text.writers import writer

__all__ = ["StyleShelf", "process_job", "process_line"]

_FIRST_FIELD: Final = mark(DISPLAY, "left-margin")


class StyleShelf:
    """Compiled styles, kept from one job to the next; the one that was not used for the longest time goes first."""

    __slots__ = ("_size", "_styles")

    def __init__(self, size: int = 64) -> None:
        self._size = size
        self._styles: dict[tuple[str, str | None, bool], Style] = {}

    def style(self, name: str, locale: str | None, french_order: bool = False) -> Style:
        """The style for a locale; raises `StyleError` where it cannot be used."""
        key = (name, locale, french_order)
        style = self._styles.pop(key, None)
        if style is None:
            style = load_style(name, locale, french_order=french_order)
            if len(self._styles) >= self._size:
                del self._styles[next(iter(self._styles))]
        self._styles[key] = style
        return style


def process_job(job: object, styles: StyleShelf | None = None, notices: Sequence[Notice] = ()) -> dict[str, object]:
    """The answer to a job: citations, bibliography and notices, or an error. Never raises for what a job holds.

    `notices` are those that came up before the job was read.

    >>> item = {"id": 1, "type": "book", "title": "Essais", "author": [{"family": "Montaigne"}]}
    >>> answer = process_job({"style": "apa", "items": [item], "output": "text"})
    >>> answer["bibliography"]["entries"]
    [{'id': '1', 'text': 'Montaigne. (n.d.). Essais.'}]
    """
    try:
        read = read_job(job)
        style = (styles or StyleShelf()).style(read.style, read.locale, read.french_order)
        style = style.with_spaces(read.spaces)
    except CitekitError as error:
        return error_answer(error)
    read.notices[:0] = notices
    return _answer(read, style)


def process_line(line: str, styles: StyleShelf | None = None, notices: Sequence[Notice] = ()) -> dict[str, object]:
    """The answer to a job in JSON text. Never raises."""
    try:
        job = json.loads(line.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        return error_answer(InputError(f"the job is not JSON: {error.msg} ({where})", remedy="send one JSON object"))
    except (RecursionError, ValueError) as error:
        return error_answer(InputError(f"the job cannot be read: {error}", remedy="send one JSON object"))
    try:
        return process_job(job, styles, notices)
    except Exception as error:  # noqa: BLE001 (one job that finds a fault of ours must not cost those after it)
        return {"error": {"type": "InternalError", "message": f"{type(error).__name__}: {error}"}}


def error_answer(error: CitekitError) -> dict[str, object]:
    """An error as an answer."""
    return {"error": {"type": type(error).__name__, "message": str(error)}}


def _answer(job: Job, style: Style) -> dict[str, object]:
    document = Document(style, job.items, citations=job.citations, uncited=job.uncited, links=job.links)
    texts = document.citation_texts(job.output)
    citations = [
        {"citationID": citation_id, "text": text} for citation_id, text in zip(job.citation_ids, texts, strict=True)
    ]
    bibliography = _bibliography(document, job.output)
    notices = [*job.notices, *style.notices, *document.notices]
    return {"citations": citations, "bibliography": bibliography, "notices": [_notice(one) for one in notices]}


def _bibliography(document: Document, output: str) -> Mapping[str, object] | None:
    options = document.style.source.bibliography
    if options is None:
        return None
    entries = document.bibliography()
    out = writer(output)
    return {
        "entries": [{"id": entry.id, "text": out.write(entry.tokens)} for entry in entries],
        "parameters": {
            "entry-spacing": options.entry_spacing,
            "line-spacing": options.line_spacing,
            "hanging-indent": options.hanging_indent,
            "second-field-align": options.second_field_align or False,
            "max-offset": max([_first_field_length(entry) for entry in entries], default=0),
        },
    }


def _first_field_length(entry: BibliographyEntry) -> int:
    """How many characters stand in the margin, as second-field-align sets them apart."""
    length = 0
    is_inside = False
    for token in entry.tokens:
        if token is _FIRST_FIELD:
            is_inside = True
        elif token is _FIRST_FIELD.partner:
            break
        elif is_inside and isinstance(token, str):
            length += len(token)
    return length


def _notice(notice: Notice) -> dict[str, str]:
    message = f"{notice.message}; {notice.remedy}" if notice.remedy else notice.message
    return {"rule": notice.rule, "message": message, "severity": notice.severity.value}
