"""The garbage collector, paused while a document is rendered.

Rendering makes many objects that stay and no cycles, so there is nothing to collect; but every few hundred of them
make the collector look, and now and then at everything. That is a sixth of the time of a long bibliography, and the
part that grows faster than the number of entries. What was made counts as old afterwards: else the first thing that
the collector did would be to look at all of it.
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
        # Freezing and thawing moves everything to the oldest generation; what the program has frozen stays so.
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        gc.enable()
