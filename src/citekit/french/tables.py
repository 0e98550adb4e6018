"""House data: months, languages, keywords, word lists, kept as TOML in `data/` with their sources."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

__all__ = ["load_table", "words"]


def load_table(name: str) -> dict[str, Any]:
    """The content of `data/<name>.toml`.

    >>> load_table("months")["months"]["1"][0]
    'janvier'
    """
    return tomllib.loads(files("citekit.french").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


def words(text: str | list[str]) -> frozenset[str]:
    """A set of words from a list, or from a string of words separated by blanks."""
    return frozenset(text.split() if isinstance(text, str) else text)
