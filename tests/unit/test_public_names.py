from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import citekit

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", citekit.__all__)
def test_every_public_name_leads_somewhere(name: str):
    assert getattr(citekit, name) is not None


def test_public_names_are_listed_by_dir():
    assert set(citekit.__all__) <= set(dir(citekit))


def test_public_names_are_the_objects_of_their_home():
    from citekit.errors import StyleError
    from citekit.items.item import Item

    assert (citekit.StyleError, citekit.Item) == (StyleError, Item)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match=r"^module 'citekit' has no attribute 'formaat'$"):
        _ = citekit.formaat  # type: ignore[attr-defined]


def loaded_by(statement: str) -> set[str]:
    """The modules that a new interpreter has loaded after a statement."""
    code = f"{statement}; import sys; print(*sys.modules)"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "src")
    return set(output.stdout.split())


def test_importing_citekit_loads_no_layer():
    assert sorted(name for name in loaded_by("import citekit") if name.startswith("citekit.")) == []


def test_loading_a_style_waits_for_nothing_that_it_does_not_need():
    loaded = loaded_by("import citekit; citekit.load_style('apa')")
    assert "citekit.csl" in loaded
    assert loaded & {"yaml", "bibtexparser", "citeproc", "citekit.bibtex", "citekit.french", "citekit.export"} == set()


def test_importing_citekit_loads_nothing_of_the_standard_library_that_is_slow_to_load():
    slow = {"typing", "re", "dataclasses"}
    assert loaded_by("import citekit") & slow == loaded_by("pass") & slow


def test_answering_jobs_waits_for_no_reader_of_bibtex():
    loaded = loaded_by("import citekit.process; from citekit.bibtex.source import decode_bytes")
    assert {name for name in loaded if name.startswith("citekit.bibtex.")} == {"citekit.bibtex.source"}


def test_the_package_is_marked_as_typed():
    assert (ROOT / "src" / "citekit" / "py.typed").exists()


def test_the_citation_file_and_the_change_log_name_the_version():
    assert f"\nversion: {citekit.__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\n## {citekit.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_command_line_starts_where_the_project_says():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"citekit": "citekit.cli.main:main"}
