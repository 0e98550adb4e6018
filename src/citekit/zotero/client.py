"""A Zotero library through pyzotero, with the key from the environment.

The only place where citekit uses the network, and only when asked: `ZOTERO_API_KEY` holds the key (made under
zotero.org/settings/keys), `ZOTERO_LIBRARY` the library as `user:123` or `group:456`, and `ZOTERO_API_URL` another
server than Zotero's. Pyzotero waits as long as the server asks (`Backoff`, `Retry-After`).
"""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from citekit.errors import UsageError
from citekit.zotero.library import Json, Sent

__all__ = ["PyzoteroLibrary", "open_library"]

_LIBRARY: Final = re.compile(r"(user|group)s?[:/](\d+)")
_ATTEMPTS: Final = 4
_TOO_MANY: Final = 429
_Result = TypeVar("_Result")

_REFUSALS: Final[Mapping[str, tuple[str, str]]] = {
    # pyzotero                     what happened, what would mend it
    "PreConditionFailedError": ("the library has changed in the meantime", "run the command again"),
    "PreConditionRequiredError": ("Zotero misses the version of what is to be changed", "run the command again"),
    "RequestEntityTooLargeError": ("an item is too large for Zotero", "shorten its longest field"),
    "ResourceNotFoundError": ("there is no such library", "check the number: zotero.org/settings/keys shows it"),
    "TooManyRetriesError": ("Zotero asks to wait", "try again in a few minutes"),
    "UserNotAuthorisedError": ("the key may not do this", "give it access to the library at zotero.org/settings/keys"),
}
_UNREACHABLE: Final = "check the network, the key and its permissions"


def open_library(client: Any = None, *, library: str = "") -> PyzoteroLibrary:
    """The library named, or that of the environment, or that of a client of pyzotero.

    Raises `UsageError` where none is named, the key is missing, or pyzotero is not installed.
    """
    if client is not None:
        return PyzoteroLibrary(client)
    key, where = os.environ.get("ZOTERO_API_KEY", ""), library or os.environ.get("ZOTERO_LIBRARY", "")
    if not key:
        remedy = "set ZOTERO_API_KEY to a key made at zotero.org/settings/keys"
        raise UsageError("ZOTERO_API_KEY is not set", remedy=remedy)
    match = _LIBRARY.fullmatch(where)
    if match is None:
        said = f"{where!r} names no library" if where else "no library is named"
        raise UsageError(said, remedy="name it as user:123 or group:456, or in ZOTERO_LIBRARY")
    try:
        zotero = importlib.import_module("pyzotero.zotero")
    except ImportError as error:
        raise UsageError("pyzotero is not installed", remedy="pip install 'citekit-csl[zotero]'") from error
    opened = zotero.Zotero(match[2], match[1], key)
    opened.endpoint = os.environ.get("ZOTERO_API_URL", "") or opened.endpoint
    return PyzoteroLibrary(opened)


class PyzoteroLibrary:
    """A library behind a client of pyzotero; every request raises `UsageError` where Zotero cannot be reached."""

    __slots__ = ("_client",)

    def __init__(self, client: Any) -> None:
        self._client = client

    def items(self) -> Sequence[Json]:
        """All top-level items."""
        return [one["data"] for one in self._asked(lambda: self._client.everything(self._client.top()))]

    def collections(self) -> Sequence[Json]:
        """All collections."""
        return [one["data"] for one in self._asked(lambda: self._client.everything(self._client.collections()))]

    def create_items(self, items: Sequence[Json]) -> Sequence[Sent]:
        """Create items; what became of each is returned in their order."""
        return self._sent(lambda: self._client.create_items(list(items)), len(items))

    def update_items(self, items: Sequence[Json]) -> Sequence[Sent]:
        """Change items; what became of each is returned in their order."""
        # Not by `update_items` of pyzotero, which does not say which items Zotero has refused.
        return self._sent(lambda: self._client.create_items(list(items)), len(items))

    def create_collection(self, name: str, parent: str) -> str:
        """Create a collection; raises `UsageError` where Zotero refuses it."""
        data = {"name": name, "parentCollection": parent or False}
        [sent] = self._sent(lambda: self._client.create_collections([data]), 1)
        if sent.problem:
            raise UsageError(f"Zotero refused the collection {name!r}: {sent.problem}", remedy="give it another name")
        return sent.key

    def _sent(self, ask: Callable[[], Json], count: int) -> list[Sent]:
        answer = self._asked(ask)
        return [_what_became(answer, str(place)) for place in range(count)]

    def _asked(self, ask: Callable[[], _Result]) -> _Result:
        """An answer of the client; what goes wrong on the way becomes an error of ours."""
        for _ in range(_ATTEMPTS):
            try:
                answer = ask()
            except (AssertionError, AttributeError) as error:
                raise error  # a mistake in this code, not on the network
            except Exception as error:
                # Some versions of pyzotero note how long to wait and then trip over the empty answer.
                if self._must_wait():
                    continue
                raise _refusal(error) from error
            if not self._must_wait():
                return answer
        happened, remedy = _REFUSALS["TooManyRetriesError"]
        raise UsageError(f"{happened}, again and again", remedy=remedy)

    def _must_wait(self) -> bool:
        """Whether the last request was put off; pyzotero waits by itself before the next one."""
        return getattr(getattr(self._client, "request", None), "status_code", 0) == _TOO_MANY


def _refusal(error: Exception) -> UsageError:
    known = next((_REFUSALS[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in _REFUSALS), None)
    if known is not None:
        return UsageError(f"Zotero refused: {known[0]}", remedy=known[1])
    told = " ".join(str(error).split()) or type(error).__name__
    return UsageError(f"Zotero cannot be reached or refused: {told}", remedy=_UNREACHABLE)


def _what_became(answer: Json, place: str) -> Sent:
    """The part of an answer to a write request that tells of one object (Web API 3, "Creating Multiple Objects")."""
    for outcome in ("success", "unchanged"):
        if place in answer.get(outcome, {}):
            return Sent(str(answer[outcome][place]))
    failure = answer.get("failed", {}).get(place, {})
    return Sent("", str(failure.get("message") or "no reason given"))
