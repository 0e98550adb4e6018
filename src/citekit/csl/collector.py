"""The garbage collector, paused while a document is rendered.

Rendering makes many objects that stay and no cycles, so there is nothing to collect; but every few hundred of them
make the collector look, and now and then at everything. That is a sixth of the time of a long bibliography, and the
part that grows faster than the number of entries.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collector_paused"]


@contextmanager
def collector_paused() -> Iterator[None]:
    """Leave the collector as it was found: one that the program has switched off stays off."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
