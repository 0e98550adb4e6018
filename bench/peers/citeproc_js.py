"""citeproc-js, in node: the time is taken inside, so that starting node is not counted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from bench.data import items
from bench.tasks import Task, locales_folder, style_path

__all__ = ["CiteprocJs"]

PLACE: Final = "build/bench/node_modules/citeproc"
RUNNER: Final = Path(__file__).with_suffix(".cjs")
LONG: Final = 1000
MOST_SECONDS: Final = 300


class CiteprocJs:
    """Looked for where CITEKIT_CITEPROC_JS says, else in `build/bench`."""

    name = "citeproc-js"

    def missing(self) -> str:
        """How to get it."""
        if shutil.which("node") is None:
            return "install node"
        return "" if _module().exists() else "npm install --prefix build/bench citeproc"

    def measure(self, task: Task) -> float | None:
        """Seconds for the task; `None` where it takes more than a few minutes."""
        job = {
            "module": str(_module()),
            "style": str(style_path(task.style)),
            "locales": str(locales_folder()),
            "items": items(task.items, task.count) if task.count else [],
            "kind": task.kind,
            "repeats": 1 if task.count >= LONG else 3,
        }
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump(job, file)
            file.flush()
            try:
                done = subprocess.run(
                    ["node", str(RUNNER), file.name], capture_output=True, text=True, check=True, timeout=MOST_SECONDS
                )
            except subprocess.TimeoutExpired:
                return None
        return float(done.stdout)


def _module() -> Path:
    return Path(os.environ.get("CITEKIT_CITEPROC_JS", PLACE)).resolve()
