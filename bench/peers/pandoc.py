"""pandoc with its own citeproc, as a command: what it takes for one item is taken off."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from bench.data import csl_json, item_ids
from bench.tasks import Task, best, style_path

__all__ = ["Pandoc"]


class Pandoc:
    """The pandoc on the path, else the one that pypandoc_binary brings."""

    name = "pandoc"

    def missing(self) -> str:
        """How to get it."""
        return "" if _program() else "pip install pypandoc_binary"

    def measure(self, task: Task) -> float | None:
        """Seconds for the task; it has no documents that are edited."""
        if task.kind not in ("bibliography", "disambiguate"):
            return None
        with tempfile.TemporaryDirectory() as folder:
            whole = _prepared(Path(folder), task, task.count)
            one = _prepared(Path(folder), task, 1)
            return best(lambda: _run(whole), 2) - best(lambda: _run(one), 2)


def _program() -> str:
    found = shutil.which("pandoc")
    if found is None:
        try:
            from pypandoc import get_pandoc_path
        except ImportError:
            return ""
        found = str(get_pandoc_path())
    return found


def _prepared(folder: Path, task: Task, count: int) -> list[str]:
    """The command for a text that cites all items, or none of them but lists them all."""
    data = folder / f"{count}.json"
    data.write_text(csl_json(task.items, count), encoding="utf-8")
    text = folder / f"{count}.md"
    if task.kind == "bibliography":
        text.write_text('---\nnocite: "@*"\n---\n', encoding="utf-8")
    else:
        text.write_text("\n\n".join([f"[@{one}]" for one in item_ids(task.items, count)]), encoding="utf-8")
    options = ["--citeproc", "--bibliography", str(data), "--csl", str(style_path(task.style)), "--to", "html"]
    return [_program(), str(text), *options, "--output", str(folder / "out.html")]


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)
