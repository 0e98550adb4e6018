"""Labels that people type into a locator or a number: "vol. 2, p. 3", "sec. 4".

The label that a locator begins with says what kind of locator it is, whatever the `label` of the cite; labels further
on are printed as the terms of the locale. Zotero, and citeproc-js after it, read locators in this way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from citekit.csl.cite import Cite
from citekit.csl.locale import Locale
from citekit.items.number import NumberPart

__all__ = ["typed_label", "with_own_label"]

_LABELS: Final = {
    "app": "appendix", "art": "article-locator", "bk": "book", "ch": "chapter", "col": "column", "fig": "figure",
    "fol": "folio", "l": "line", "n": "note", "no": "issue", "op": "opus", "p": "page", "pp": "page",
    "para": "paragraph", "pt": "part", "r": "rule", "sec": "section", "supp": "supplement", "sv": "sub-verbo",
    "tbl": "table", "tit": "title-locator", "vol": "volume", "vrs": "verse",
}  # fmt: skip
"""Abbreviations that are typed before locators, each with a point, and the locator terms of CSL 1.0.2."""

_WITHIN: Final = {**_LABELS, "v": "verse", "vols": "volume"}
_LEADING: Final = re.compile(rf"({'|'.join(sorted(_LABELS, key=len, reverse=True))})\.\s+(?=\S)")


def with_own_label(cite: Cite) -> Cite:
    """The cite with the label that its locator begins with as its label.

    >>> with_own_label(Cite("a", "vol. 2, p. 3", "page"))
    Cite(id='a', locator='2, p. 3', label='volume', prefix='', suffix='', suppress_author=False, author_only=False, \
position=None, near_note=False)
    """
    locator = cite.locator.lstrip() if cite.locator else ""
    found = _LEADING.match(locator) if "." in locator else None
    if found is None:
        return cite
    return replace(cite, locator=locator[found.end() :], label=_LABELS[found[1]])


def typed_label(parts: Sequence[NumberPart], index: int, locale: Locale) -> str:
    """The label that stands before a part of a number, as the locale's short term: plural before several numbers."""
    label = parts[index].label
    word, point, _ = label.lower().partition(".")
    # Without a point it may be any short word.
    pair = locale.term_pair(_WITHIN.get(word, ""), "short") if point else None
    if pair is None:
        return label
    governed = [parts[index]]
    for part in parts[index + 1 :]:
        if part.label:
            break
        governed.append(part)
    term = pair[1] if len(governed) > 1 and all([part.is_numeric for part in governed]) else pair[0]
    # A style that switches a term off does so for labels of its own.
    return term.strip() or label
