"""Small styles and small items: what the tests of the engine are written with.

Each fixture is a function, so that a test reads `cite('<text variable="title"/>', item(title="Essais"))`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from citekit.csl import Cite, Style, load_style
from citekit.csl.prepared import PreparedItem
from citekit.csl.state import CiteState
from citekit.items import Date, DatePoint, Item, Name

TITLE = '<text variable="title"/>'


def _style_with(
    layout: str = TITLE,
    *,
    bibliography: str | None = None,
    style: str = "",
    citation: str = "",
    citation_sort: str = "",
    citation_layout: str = "",
    bibliography_options: str = "",
    bibliography_sort: str = "",
    bibliography_layout: str = "",
    macros: str = "",
    locale_xml: str = "",
    style_class: str = "in-text",
    locale: str = "en-US",
) -> Style:
    """A style with these elements in its layouts; without a bibliography of its own, that has the layout of cites.

    `style`, `citation`, `citation_layout` … are attributes, `macros` and `locale_xml` whole elements, `…_sort` keys.
    """
    entry = layout if bibliography is None else bibliography
    cite_keys = f"<sort>{citation_sort}</sort>" if citation_sort else ""
    entry_keys = f"<sort>{bibliography_sort}</sort>" if bibliography_sort else ""
    return load_style(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{style_class}" {style}>'
        "<info><title>Test</title><id>test</id><updated>2021-03-18T00:00:00+00:00</updated></info>"
        f"{locale_xml}{macros}"
        f"<citation {citation}>{cite_keys}<layout {citation_layout}>{layout}</layout></citation>"
        f"<bibliography {bibliography_options}>{entry_keys}"
        f"<layout {bibliography_layout}>{entry}</layout></bibliography>"
        "</style>",
        locale,
    )


def _names(text: str) -> tuple[Name, ...]:
    """Names as "Family, Given; Family, Given"."""
    names = []
    for one in text.split("; "):
        family, _, given = one.partition(", ")
        names.append(Name(family=family, given=given))
    return tuple(names)


def _date(value: int | tuple[int, ...]) -> Date:
    return Date(DatePoint(value) if isinstance(value, int) else DatePoint(*value))


_NAME_VARIABLES = ("author", "editor", "translator", "container_author", "recipient")


def _item(id: str = "work", type: str = "book", **variables: object) -> Item:
    """An item; names are given as "Doe, Jane; Roe, Rick", dates as 2020 or (2020, 5, 3), hyphens as underscores."""
    values: dict[str, object] = {}
    for key, value in variables.items():
        if key in _NAME_VARIABLES and isinstance(value, str):
            value = _names(value)
        elif isinstance(value, int) or (isinstance(value, tuple) and isinstance(value[0], int)):
            value = _date(value)
        elif isinstance(value, Name):
            value = (value,)
        values[key.replace("_", "-")] = value
    return Item(id, type, values)  # type: ignore[arg-type]


def _styled(style: Style | str) -> Style:
    return style if isinstance(style, Style) else _style_with(style)


def _cite(style: Style | str, *items: Item, output: str = "text", **fields: object) -> str:
    """One citation of the items in a style or a layout; `fields` belong to each cite (locator, label, prefix …)."""
    cites = [Cite(item.id, **fields) for item in items]  # type: ignore[arg-type]
    return _styled(style).cite(items, cites, output=output)


def _entries(style: Style | str, *items: Item, output: str = "text") -> list[str]:
    """The bibliography of the items in a style or a layout."""
    return [getattr(entry, output) for entry in _styled(style).bibliography(items)]


def _entry(style: Style | str, item: Item, output: str = "text") -> str:
    """The one bibliography entry of an item."""
    (text,) = _entries(style, item, output=output)
    return text


def _state(item: Item | None = None, **fields: object) -> CiteState:
    """A cite of the item, ready to be rendered by a single node."""
    item = item or _item()
    return CiteState(PreparedItem(item, True), Cite(item.id), **fields)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def style_with() -> Callable[..., Style]:
    return _style_with


@pytest.fixture(scope="session")
def item() -> Callable[..., Item]:
    return _item


@pytest.fixture(scope="session")
def cite() -> Callable[..., str]:
    return _cite


@pytest.fixture(scope="session")
def entry() -> Callable[..., str]:
    return _entry


@pytest.fixture(scope="session")
def entries() -> Callable[..., list[str]]:
    return _entries


@pytest.fixture(scope="session")
def state() -> Callable[..., CiteState]:
    return _state
