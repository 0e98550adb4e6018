"""A Zotero library through pyzotero, with the key from the environment.

The only place where citekit uses the network, and only when asked: `ZOTERO_API_KEY` holds the key (made under
zotero.org/settings/keys), `ZOTERO_LIBRARY` the library as `users/123` or `groups/456`.
"""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from citekit.errors import UsageError
from citekit.zotero.library import Json

__all__ = ["PyzoteroLibrary", "open_library"]

_LIBRARY: Final = re.compile(r"(user|group)s?/(\d+)")
_Result = TypeVar("_Result")


def open_library(client: Any = None) -> PyzoteroLibrary:
    """The library that the environment names, or that of a client of pyzotero.

    Raises `UsageError` where the environment names none or pyzotero is missing.
    """
    if client is not None:
        return PyzoteroLibrary(client)
    key, where = os.environ.get("ZOTERO_API_KEY", ""), os.environ.get("ZOTERO_LIBRARY", "")
    match = _LIBRARY.fullmatch(where)
    if not key or match is None:
        missing = f"ZOTERO_LIBRARY is {where!r}, which names no library" if key else "ZOTERO_API_KEY is not set"
        raise UsageError(missing, remedy="set ZOTERO_API_KEY to a key and ZOTERO_LIBRARY to users/ID or groups/ID")
    try:
        zotero = importlib.import_module("pyzotero.zotero")
    except ImportError as error:
        raise UsageError("pyzotero is not installed", remedy="pip install 'citekit-csl[zotero]'") from error
    return PyzoteroLibrary(zotero.Zotero(match[2], match[1], key))


class PyzoteroLibrary:
    """A library behind a client of pyzotero; every request raises `UsageError` where Zotero cannot be reached."""

    __slots__ = ("_client",)

    def __init__(self, client: Any) -> None:
        self._client = client

    def items(self) -> Sequence[Json]:
        """All top-level items."""
        return [one["data"] for one in _asked(lambda: self._client.everything(self._client.top()))]

    def collections(self) -> Sequence[Json]:
        """All collections."""
        return [one["data"] for one in _asked(lambda: self._client.everything(self._client.collections()))]

    def create_items(self, items: Sequence[Json]) -> Sequence[str]:
        """Create items; raises `UsageError` where Zotero refuses one."""
        answer = _asked(lambda: self._client.create_items(list(items)))
        return [_made(answer, i) for i in range(len(items))]

    def update_items(self, items: Sequence[Json]) -> None:
        """Change items."""
        _asked(lambda: self._client.update_items(list(items)))

    def create_collection(self, name: str, parent: str) -> str:
        """Create a collection."""
        data = {"name": name, "parentCollection": parent or False}
        return _made(_asked(lambda: self._client.create_collections([data])), 0)


def _made(answer: Json, index: int) -> str:
    """The key of what was created."""
    place = str(index)
    if place in answer.get("success", {}):
        return str(answer["success"][place])
    failure = answer.get("failed", {}).get(place, {})
    raise UsageError(f"Zotero refused to create object {index + 1}: {failure.get('message', 'no reason given')}")


def _asked(ask: Callable[[], _Result]) -> _Result:
    """An answer of the client; what goes wrong on the way becomes an error of ours."""
    try:
        return ask()
    except (AssertionError, AttributeError, KeyError, TypeError):
        raise  # a mistake in this code, not on the network
    except Exception as error:
        message = f"Zotero cannot be reached or refused: {str(error) or type(error).__name__}"
        raise UsageError(message, remedy="check the network, the key and its permissions") from error
