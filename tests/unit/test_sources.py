"""Rules of the house that no linter checks."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
PYTHON_FILES = [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))]
MOST_LINES = 500


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def invisible(text: str) -> list[str]:
    """Characters that do not show: format characters, and spaces other than the plain one and the line end."""
    found = {character for character in text if not character.isascii() and is_invisible(character)}
    return sorted(f"U+{ord(character):04X}" for character in found)


def is_invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Zs", "Zl", "Zp"}


@pytest.mark.parametrize("path", PYTHON_FILES, ids=relative)
def test_no_invisible_character_stands_literally_in_a_python_file(path: Path):
    assert invisible(path.read_text(encoding="utf-8")) == []


def test_an_invisible_character_would_be_found():
    assert invisible("a\u00a0b\u200dc\u202fd") == ["U+00A0", "U+200D", "U+202F"]


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_a_source_file_holds_one_idea(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", [path for path in SOURCES if path.stat().st_size], ids=relative)
def test_a_source_file_says_what_it_is_for(path: Path):
    assert path.read_text(encoding="utf-8").startswith(('"""', 'r"""'))


def module(path: Path) -> str:
    """The name by which a source file is imported."""
    return ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path, modules: set[str]) -> Iterator[str]:
    """The modules of ours that a file imports: at its top, inside functions, and for type checkers only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module in modules:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from [one if one in modules else str(node.module) for one in whole]
        elif isinstance(node, ast.Import):
            yield from [alias.name for alias in node.names if alias.name in modules]


def import_graph() -> dict[str, set[str]]:
    modules = {module(path) for path in SOURCES}
    return {module(path): set(imports(path, modules)) for path in SOURCES if path.name != "__init__.py"}


def test_imports_go_in_no_circle():
    TopologicalSorter(import_graph()).prepare()


def test_an_import_that_closes_a_circle_would_be_found():
    graph = import_graph()
    graph["citekit.csl.style"].add("citekit.csl.document")
    with pytest.raises(CycleError):
        TopologicalSorter(graph).prepare()
