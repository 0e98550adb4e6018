"""Small builders for items, shared by the tests of the French rules."""

from collections.abc import Callable

import pytest

from citekit.french import normalize
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.report import Report

Normalized = Callable[..., tuple[Item, Report]]


@pytest.fixture
def normalized() -> Normalized:
    """Normalise one item made of the variables given; its language is French unless said otherwise."""

    def build(type: str = "book", **variables: object) -> tuple[Item, Report]:
        named = {name.replace("_", "-"): value for name, value in {"language": "fr", **variables}.items() if value}
        items, report = normalize([Item("key", type, named)])
        return items[0], report

    return build


@pytest.fixture
def author(normalized: Normalized) -> Callable[..., Name]:
    """The only author of a French item after normalisation."""

    def build(given: str, family: str, language: str = "fr", **parts: str) -> Name:
        item, _ = normalized(language=language, author=(Name(family=family, given=given, **parts),))
        return item.names("author")[0]

    return build
