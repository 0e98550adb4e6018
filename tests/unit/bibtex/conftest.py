"""The item that one entry of BibTeX describes, shared by the tests of its conversion."""

from collections.abc import Callable

import pytest

from citekit.bibtex import convert_entry, read_entries
from citekit.items.item import Item


@pytest.fixture
def item_of() -> Callable[[str], Item]:
    """Read the first entry of a source."""

    def read(source: str) -> Item:
        return convert_entry(read_entries(source).entries[0])[0]

    return read
