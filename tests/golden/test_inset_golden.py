"""The INSET bibliography in four styles and as a handout, compared with files that were read line by line.

`make golden` rewrites the files; the difference is reviewed like code.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import citekit
from citekit.csl import BibliographyEntry
from citekit.handout import build_handout, read_settings

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


@pytest.mark.parametrize("form", ["text", "html", "rtf"])
def test_the_handout_is_written_as_it_was_read(items: list[citekit.Item], form: str) -> None:
    settings, notices = read_settings(SOURCE.with_suffix(".toml").read_text(encoding="utf-8"))
    assert notices == []
    handout = build_handout(items, citekit.load_style("inset-handout", locale="fr-FR"), settings)
    check(f"handout.{form}", getattr(handout, form)())
