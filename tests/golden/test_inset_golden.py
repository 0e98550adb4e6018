"""The INSET bibliography in four styles and as a handout, compared with files that were read line by line.

`make golden` rewrites the files; the difference is reviewed like code.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

import citekit
from citekit.cli.main import main
from citekit.csl import BibliographyEntry

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "bib" / "inset_webinar_2021.bib"
EXPECTED = Path(__file__).parent / "inset"
STYLES = ("inset-handout", "iso690-author-date-fr", "iso690-numeric-fr", "apa")
REWRITES = bool(os.environ.get("CITEKIT_REWRITE_GOLDEN"))


@pytest.fixture(scope="module")
def items() -> list[citekit.Item]:
    read, _ = citekit.read_bibtex(SOURCE)
    normalized, _ = citekit.normalize(read)
    return normalized


def check(name: str, got: str) -> None:
    path = EXPECTED / name
    if REWRITES:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(got, encoding="utf-8", newline="\n")
    assert got == path.read_text(encoding="utf-8"), f"{path.name} differs; `make golden` rewrites it"


def page(entries: list[BibliographyEntry], form: str) -> str:
    return "\n\n".join(f"{entry.id}\n{getattr(entry, form)}" for entry in entries) + "\n"


@pytest.mark.parametrize("form", ["text", "html", "rtf"])
@pytest.mark.parametrize("name", STYLES)
def test_the_37_works_are_printed_as_they_were_read(items: list[citekit.Item], name: str, form: str) -> None:
    entries = citekit.load_style(name, locale="fr-FR").bibliography(items)
    assert len(entries) == 37
    check(f"{name}.{form}", page(entries, form))


@pytest.mark.parametrize("form", ["txt", "html", "rtf"])
def test_the_handout_is_written_as_it_was_read(tmp_path: Path, form: str) -> None:
    arguments = ["handout", str(SOURCE), "--to", "text" if form == "txt" else form, "--output-dir", str(tmp_path)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    check(f"handout.{form}", (tmp_path / f"inset_webinar_2021.{form}").read_text(encoding="utf-8"))
