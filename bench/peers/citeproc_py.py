"""citeproc-py, in this process."""

from __future__ import annotations

import json
import warnings
from typing import Any

from bench.data import csl_json, item_ids
from bench.tasks import Task, best, style_path

__all__ = ["CiteprocPy"]


class CiteprocPy:
    """It renders bibliographies; citations once set are not changed, and cites are not told apart."""

    name = "citeproc-py"

    def missing(self) -> str:
        """Always there: citekit depends on it."""
        return ""

    def measure(self, task: Task) -> float | None:
        """Seconds for the task; five thousand entries would take minutes."""
        from citeproc import CitationStylesStyle

        path = str(style_path(task.style))
        if task.kind == "load":
            return best(lambda: CitationStylesStyle(path, validate=False), 3)
        if task.kind != "bibliography" or task.count > 1000:
            return None
        style = CitationStylesStyle(path, validate=False)
        data = json.loads(csl_json(task.items, task.count))
        ids = item_ids(task.items, task.count)
        return best(lambda: _bibliography(style, data, ids), 1)


def _bibliography(style: Any, data: list[dict[str, Any]], ids: list[str]) -> None:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bibliography = CitationStylesBibliography(style, CiteProcJSON(data), formatter.html)
        for one in ids:
            bibliography.register(Citation([CitationItem(one)]))
        bibliography.sort()
        assert len([str(entry) for entry in bibliography.bibliography()]) == len(ids)
