"""Drives citekit over one fixture of the CSL test suite, the way the suite's reference runner drives a processor."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from citekit.csl import BibliographyEntry, Style, load_style
from citekit.csl.cite import Citation, Cite, Position
from citekit.csl.document import Document
from citekit.items.csl_json import item_from_csl_json
from citekit.items.item import Item
from citekit.items.note import unpack_note
from citekit.text.writers import writer
from suite import Fixture

__all__ = ["run_fixture"]

_POSITIONS: Final = {
    0: Position.FIRST,
    1: Position.SUBSEQUENT,
    2: Position.IBID,
    3: Position.IBID_WITH_LOCATOR,
}
_OUTPUTS: Final = {"rtf": "rtf", "plain": "text"}


def run_fixture(fixture: Fixture) -> str:
    """What citekit prints for the fixture."""
    style = load_style(fixture.csl)
    items = _items(fixture.input)
    abbreviate = _abbreviations(fixture.abbreviations)
    output = next((_OUTPUTS[mode] for mode in fixture.submodes if mode in _OUTPUTS), "html")
    if fixture.citations is not None:
        return _run_citations(fixture, style, items, abbreviate, output)
    document = Document(style, items, uncited=[item.id for item in items], abbreviate=abbreviate)
    for entries in fixture.bibentries or []:
        # Each list replaces the registered items; what stays registered keeps its place.
        document = Document(style, items, uncited=[str(one) for one in entries], abbreviate=abbreviate)
    if fixture.kind == "bibliography":
        if "header" in fixture.submodes:
            return json.dumps(_parameters(style), indent=2)
        entries = document.bibliography(sort="nosort" not in fixture.submodes)
        return _page(_selected(entries, items, fixture.bibsection), output)
    sort = "nosort" not in fixture.submodes
    if fixture.citation_items is None:
        return document.cite_all(output=output, sort=sort)
    lines = [document.cite([_cite(one) for one in group], output=output, sort=sort) for group in fixture.citation_items]
    return "\n".join(lines)


def _items(data: Sequence[Mapping[str, Any]]) -> list[Item]:
    return [unpack_note(item_from_csl_json(one, index)[0]) for index, one in enumerate(data)]


def _cite(data: Mapping[str, Any]) -> Cite:
    position = data.get("position")
    return Cite(
        id=str(data["id"]),
        locator=str(data.get("locator") or ""),
        label=str(data.get("label") or ""),
        prefix=data.get("prefix") or "",
        suffix=data.get("suffix") or "",
        suppress_author=bool(data.get("suppress-author")),
        author_only=bool(data.get("author-only")),
        position=_POSITIONS[int(position)] if position is not None else None,
        near_note=bool(data.get("near-note")),
    )


def _run_citations(fixture: Fixture, style: Style, items: list[Item], abbreviate: Any, output: str) -> str:
    """A live document: every edit in turn, then the lines of the last."""
    document = Document(style, items, uncited=(), abbreviate=abbreviate)
    known: dict[str, Citation] = {}
    rounds = [items] if fixture.input2 is None else [items, _items(fixture.input2)]
    changed: dict[str, str] = {}
    for these in rounds:
        if these is not items:
            document = Document(style, these, uncited=(), abbreviate=abbreviate)
        for number, (data, before, after) in enumerate(fixture.citations or []):
            citation = _citation(data, number)
            known[citation.id] = citation
            note = {str(one[0]): one[1] for one in (*before, *after)}
            order = [*(str(one[0]) for one in before), citation.id, *(str(one[0]) for one in after)]
            document.set_citations([_at(known[one], note.get(one)) for one in order if one in known])
            changed = document.refresh(output)
            changed.setdefault(citation.id, "")
    texts = zip(document.citations, document.citation_texts(output), strict=True)
    lines = [f"{'>>' if citation.id in changed else '..'}[{i}] {text}" for i, (citation, text) in enumerate(texts)]
    if fixture.kind == "bibliography":
        return _page(_selected(document.bibliography(), items, fixture.bibsection), output)
    return "\n".join(lines)


def _citation(data: Mapping[str, Any], number: int) -> Citation:
    properties = data.get("properties") or {}
    return Citation(
        id=str(data.get("citationID", f"CITATION-{number}")),
        cites=tuple([_cite(one) for one in data["citationItems"]]),
        note_index=int(properties.get("noteIndex") or 0),
        mode=properties.get("mode") or "",
        infix=properties.get("infix") or "",
    )


def _at(citation: Citation, note_index: int | None) -> Citation:
    if note_index is None or note_index == citation.note_index:
        return citation
    return Citation(citation.id, citation.cites, int(note_index), citation.mode, citation.infix)


def _page(entries: Sequence[BibliographyEntry], output: str) -> str:
    lines = ['<div class="csl-bib-body">']
    for entry in entries:
        lines.append(f'  <div class="csl-entry">{writer(output).write(entry.tokens)}</div>')
    lines.append("</div>")
    return "\n".join(lines)


def _parameters(style: Style) -> dict[str, object]:
    bibliography = style.source.bibliography
    assert bibliography is not None
    return {
        "bibliography_errors": [],
        "bibend": "</div>",
        "bibstart": '<div class="csl-bib-body">\n',
        "done": True,
        "entryspacing": bibliography.entry_spacing,
        "hangingindent": 2 if bibliography.hanging_indent else False,
        "linespacing": bibliography.line_spacing,
        "maxoffset": 0,
        "second-field-align": bibliography.second_field_align or False,
    }


def _selected(
    entries: Sequence[BibliographyEntry], items: Sequence[Item], section: Mapping[str, Any] | None
) -> list[BibliographyEntry]:
    """The entries that a BIBSECTION filter keeps: include any, exclude any, select all, quash all."""
    if not section:
        return list(entries)
    by_id = {item.id: item for item in items}
    kept = []
    for entry in entries:
        item = by_id[entry.id]
        include = section.get("include")
        exclude = section.get("exclude")
        select = section.get("select")
        quash = section.get("quash")
        keep = True
        if include:
            keep = any(_holds(item, one) for one in include)
        if exclude:
            keep = keep and not any(_holds(item, one) for one in exclude)
        if select:
            keep = keep and all(_holds(item, one) for one in select)
        if quash:
            keep = keep and not all(_holds(item, one) for one in quash)
        if keep:
            kept.append(entry)
    return kept


def _holds(item: Item, condition: Mapping[str, str]) -> bool:
    field, value = condition["field"], condition["value"]
    if field == "type":
        return item.type == value
    if not value:
        return field not in item.variables
    found = item.variables.get(field)
    return (
        value in found.replace(";", ",").split(",")
        if isinstance(found, str) and field == "categories"
        else (found == value or field in item.tags)
    )


def _abbreviations(data: Mapping[str, Any] | None) -> Any:
    if data is None:
        return None
    table = {
        (variable, _folded(long)): short
        for variable, pairs in data.get("default", {}).items()
        for long, short in pairs.items()
    }

    def abbreviate(variable: str, value: str) -> str:
        return table.get((variable, _folded(value)), "")

    return abbreviate


def _folded(text: str) -> str:
    return " ".join(text.replace(".", "").casefold().split())
