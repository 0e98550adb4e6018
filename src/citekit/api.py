"""The one-call form: a bibliography file in, a formatted bibliography out.

Everything here is a short path through the layers (a reader, then `french`, then `csl`); a program that
formats more than once loads its style once and uses the layers themselves.
"""

from __future__ import annotations

import difflib
import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from citekit.bibtex import read_bibtex
from citekit.bibtex.source import read_file
from citekit.csl import Style, load_style
from citekit.errors import UsageError
from citekit.items import Item
from citekit.readers import BIBTEX, EXTENSIONS, read_items_from_text
from citekit.report import Report, Severity
from citekit.text.typography import STORED

if TYPE_CHECKING:
    from citekit.csl import BibliographyEntry

__all__ = ["OUTPUTS", "bibliography_document", "format", "read_items", "select_items"]

_LOG: Final = logging.getLogger("citekit")
_LEVELS: Final[Mapping[Severity, int]] = {
    Severity.INFO: logging.INFO,
    Severity.WARNING: logging.WARNING,
    Severity.ERROR: logging.ERROR,
}

_RTF_HEAD: Final = "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\\f0\\fs24\n"
_RTF_HANGING: Final = "\\fi-567\\li567"


def format(
    source: str | Path | TextIO,
    style: str | Path = "apa",
    *,
    locale: str | None = None,
    output: str = "html",
    normalize: bool = False,
    keys: Collection[str] | None = None,
    spaces: str | None = None,
) -> str:
    """Format a bibliography file in a style, in the style's own order.

    `source` is a BibTeX file, or one in the format that its name tells (`.json`, `.yaml`, `.ris`, `.rdf`); `style` a
    style's name, id or path; `locale` a BCP 47 tag (default: the style's own). `output` is "html" (a `csl-bib-body`
    fragment), "rtf" (a whole document) or "text". `normalize` runs the French pass first. `keys` keeps some items
    only. `spaces` chooses the spaces of French typography: "lexique" (the default where the locale is French), "nbsp",
    "nnbsp", "ascii"; "stored" leaves them as they are. What was odd is logged to the logger "citekit", one notice a
    record; for notices as values, call the layers.

    Raises `InputError` (source), `StyleError` (style), `UsageError` (unknown output, key or kind of spaces).

    >>> from io import StringIO
    >>> bibtex = "@book{m, author={Montaigne, Michel de}, title={Essais}, publisher={Abel L'Angelier}, year={1588}}"
    >>> print(format(StringIO(bibtex), style="iso690-author-date-fr", locale="fr-FR", output="text"))
    MONTAIGNE, Michel de, 1588. Essais. Abel L’Angelier.
    """
    if output not in OUTPUTS:
        raise UsageError(f"unknown output {output!r}", remedy=f"choose one of {', '.join(OUTPUTS)}")
    items, report = read_items(source)
    if keys is not None:
        items = select_items(items, keys)
    if normalize:
        from citekit.french import normalize as normalize_items

        items, changes = normalize_items(items)
        report.extend(changes.notices)
    compiled = load_finished_style(str(style), locale, spaces)
    for notice in (*report.notices, *compiled.notices):
        _LOG.log(_LEVELS[notice.severity], "%s", notice)
    bibliography = compiled.source.bibliography
    return bibliography_document(
        compiled.bibliography(items), output, hanging_indent=bibliography is not None and bibliography.hanging_indent
    )


def load_finished_style(style: str, locale: str | None, spaces: str | None) -> Style:
    """A style for text that is handed out: with the spaces of the Lexique in French, where no other kind is asked for.

    Raises `StyleError` and `UsageError` as `load_style` does.
    """
    compiled = load_style(style, locale, spaces=spaces or STORED)
    return compiled.with_spaces("lexique") if spaces is None and compiled.locale.language == "fr" else compiled


def read_items(source: str | Path | TextIO) -> tuple[list[Item], Report]:
    """Read a bibliography in any format of `citekit.readers`; an open stream without a telling name is BibTeX.

    Raises `InputError` when that cannot be done.
    """
    if isinstance(source, (str, Path)) and EXTENSIONS.get(Path(source).suffix.casefold(), "bibtex") not in BIBTEX:
        text, notices = read_file(str(source))
        items, report = read_items_from_text(text, str(source))
        report.notices[:0] = notices
        return items, report
    return read_bibtex(source)


def select_items(items: Sequence[Item], keys: Collection[str]) -> list[Item]:
    """The items with these keys, in the items' own order; raises `UsageError` on a key that no item has.

    >>> [item.id for item in select_items([Item("a"), Item("b"), Item("c")], ["c", "a"])]
    ['a', 'c']
    """
    known = {item.id: item for item in items}
    for key in keys:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=3)
            raise UsageError(f"no item has the key {key!r}", remedy=f"near: {', '.join(near)}" if near else "")
    wanted = set(keys)
    return [item for item in items if item.id in wanted]


def bibliography_document(entries: Iterable[BibliographyEntry], output: str, *, hanging_indent: bool = False) -> str:
    """Set rendered entries as one text in `output`, which is a key of `OUTPUTS`."""
    return OUTPUTS[output](list(entries), hanging_indent)


def _html(entries: Sequence[BibliographyEntry], hanging_indent: bool) -> str:
    lines = [f'  <div class="csl-entry">{entry.html}</div>\n' for entry in entries]
    return f'<div class="csl-bib-body">\n{"".join(lines)}</div>\n'


def _rtf(entries: Sequence[BibliographyEntry], hanging_indent: bool) -> str:
    paragraph = f"\\pard{_RTF_HANGING if hanging_indent else ''}\\sa120 "
    return _RTF_HEAD + "".join([f"{{{paragraph}{entry.rtf}\\par}}\n" for entry in entries]) + "}\n"


def _text(entries: Sequence[BibliographyEntry], hanging_indent: bool) -> str:
    return "".join([f"{entry.text}\n" for entry in entries])


OUTPUTS: Final[Mapping[str, Callable[[Sequence[BibliographyEntry], bool], str]]] = {
    "html": _html,
    "rtf": _rtf,
    "text": _text,
}
"""How entries are joined, by the name of the output."""
