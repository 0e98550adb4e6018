"""citekit itself."""

from __future__ import annotations

from bench.data import csl_json, item_ids
from bench.tasks import Task, best, style_path
from citekit.csl import Citation, Cite, Document, Style, load_style
from citekit.items import Item, read_csl_json

__all__ = ["Citekit"]


class Citekit:
    """Measured as a user of the library would use it: fresh items and a fresh document in every run."""

    name = "citekit"

    def missing(self) -> str:
        """Always there."""
        return ""

    def measure(self, task: Task) -> float | None:
        """Seconds for the task."""
        path = style_path(task.style)
        if task.kind == "load":
            return best(lambda: load_style(path, "en-US"), 5)
        style = load_style(path, "en-US")
        items, _ = read_csl_json(csl_json(task.items, task.count))
        action = {"bibliography": _bibliography, "append": _append, "disambiguate": _disambiguate}[task.kind]
        return best(lambda: action(style, items), 3)


def _bibliography(style: Style, items: list[Item]) -> None:
    for entry in Document(style, items).bibliography():
        assert entry.html


def _append(style: Style, items: list[Item]) -> None:
    document = Document(style, items)
    for i, item in enumerate(items):
        document.insert(i, [Cite(item.id, locator="12")], note_index=i + 1)
        assert document.refresh()


def _disambiguate(style: Style, items: list[Item]) -> None:
    citations = [Citation(item.id, (Cite(item.id),)) for item in items]
    assert all(Document(style, items, citations=citations).citation_texts("html"))


def edit_among_many(style_name: str, citations: int = 5000, works: int = 800) -> float:
    """Seconds for one edit in a long document: the mean of twenty."""
    style = load_style(style_path(style_name), "en-US")
    items, _ = read_csl_json(csl_json("mixed", works))
    ids = item_ids("mixed", works)
    document = Document(style, items)
    document.set_citations([Citation(f"c{i}", (Cite(ids[i * 7 % works]),), i + 1) for i in range(citations)])
    document.refresh()
    places = range(0, citations, citations // 20)

    def edit() -> None:
        for place in places:
            document.replace(f"c{place}", [Cite(ids[place % works], locator=str(place))])
            document.refresh()

    return best(edit, 1) / len(places)
