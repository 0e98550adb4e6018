"""The writers by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from citekit.errors import UsageError
from citekit.text.writers.base import Writer
from citekit.text.writers.html import HtmlWriter
from citekit.text.writers.plain import PlainWriter
from citekit.text.writers.rtf import RtfWriter

__all__ = ["WRITERS", "writer"]

WRITERS: Final[Mapping[str, Writer]] = {one.name: one for one in (HtmlWriter(), RtfWriter(), PlainWriter())}
"""Writers hold no state, so one of each serves everybody."""


def writer(name: str) -> Writer:
    """The writer for "html", "rtf" or "text"; raises `UsageError` for any other name.

    >>> writer("html").write(["Dupont & fils"])
    'Dupont &#38; fils'
    """
    found = WRITERS.get(name)
    if found is None:
        raise UsageError(f"unknown output format {name!r}", remedy=f"use one of {', '.join(WRITERS)}")
    return found
