"""typst: hayagriva inside a typesetter."""

from __future__ import annotations

import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path

from bench.data import bibtex, item_ids
from bench.tasks import Task, best, style_path

__all__ = ["Typst"]


class Typst:
    """It sets pages (PDF), which the others do not, and reads BibTeX anew each time: a hint, no fair race."""

    name = "typst"

    def missing(self) -> str:
        """How to get it."""
        return "" if find_spec("typst") else "pip install typst"

    def measure(self, task: Task) -> float | None:
        """Seconds for the task."""
        if task.kind not in ("bibliography", "disambiguate"):
            return None
        with tempfile.TemporaryDirectory() as folder:
            # What one document taught it (fonts, the style) is known to the next, and a document that was compiled once
            # costs nothing the second time: so one item first, and then all of them, once.
            _compile(Path(folder), task, 1)
            return best(lambda: _compile(Path(folder), task, task.count), 1)


def _compile(folder: Path, task: Task, count: int) -> None:
    import typst

    (folder / "refs.bib").write_text(bibtex(task.items, count), encoding="utf-8")
    shutil.copy(style_path(task.style), folder / "style.csl")
    cites = [f"@{one} " for one in item_ids(task.items, count)] if task.kind == "disambiguate" else []
    listing = f'#bibliography("refs.bib", style: "style.csl", full: {str(not cites).lower()})'
    source = folder / "main.typ"
    source.write_text("\n".join([*cites, listing]), encoding="utf-8")
    typst.compile(str(source))
