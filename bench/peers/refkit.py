"""refkit: hayagriva, in Rust, in this process."""

from __future__ import annotations

from importlib.util import find_spec

from bench.data import bibtex, item_ids
from bench.tasks import Task, best, style_path

__all__ = ["Refkit"]


class Refkit:
    """It reads BibTeX, so its items hold a little less."""

    name = "refkit"

    def missing(self) -> str:
        """How to get it."""
        return "" if find_spec("refkit") else "pip install refkit"

    def measure(self, task: Task) -> float | None:
        """Seconds for the task. Nothing is kept from one rendering to the next, so appending renders all again."""
        import refkit

        path = style_path(task.style)
        if task.kind == "load":
            return best(lambda: refkit.Style.from_path(path), 5)
        style = refkit.Style.from_path(path)
        library = refkit.Library.parse_bibtex(bibtex(task.items, task.count))
        document = refkit.Document(library, style, locale="en-US")
        citations = [refkit.Citation(one, one) for one in item_ids(task.items, task.count)]
        if task.kind == "bibliography":
            return best(lambda: document.full_bibliography().html, 3)
        if task.kind == "disambiguate":
            return best(lambda: [one.html for one in document.render(citations).citations.values()], 3)
        return best(lambda: [document.render(citations[: i + 1])[one.id].html for i, one in enumerate(citations)], 1)
