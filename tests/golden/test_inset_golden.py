"""The INSET bibliography in four styles and as a handout, compared with files that were read line by line.

`make golden` rewrites the files; the difference is reviewed like code.
"""

from __future__ import annotations

import html
import os
import re
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
    entries = citekit.load_style(name, locale="fr-FR", spaces="lexique").bibliography(items)
    assert len(entries) == 37
    check(f"{name}.{form}", page(entries, form))


@pytest.mark.parametrize("form", ["txt", "html", "rtf"])
def test_the_handout_is_written_as_it_was_read(tmp_path: Path, form: str) -> None:
    arguments = ["handout", str(SOURCE), "--to", "text" if form == "txt" else form, "--output-dir", str(tmp_path)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    check(f"handout.{form}", (tmp_path / f"inset_webinar_2021.{form}").read_text(encoding="utf-8"))


RTF_CHARACTER = re.compile(r"\\u(-?\d+)\?")
# What is no text for readers: the style sheet of a page, tags, addresses.
NO_TEXT = re.compile(r"<style>.*?</style>|<[^>]*>|\S+://\S+", re.DOTALL)
RAISED = re.compile(r"</?sup>|\{\\super (\w+)\}")
# A space that is not the one of the Lexique; a mark that has none; guillemets likewise.
WRONG = re.compile(
    r"[^\u00a0]:(?=\s)|[ \u00a0\u2009]+[;!?]|(?<=\w);(?=\s)|[^\u00a0]\u00bb|\u00ab[^\u00a0]|n\u00b0 |\ufffd"
)


def readable(path: Path) -> str:
    """What a reader sees of a golden file, with its spaces."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".rtf":
        text = RTF_CHARACTER.sub(lambda found: chr(int(found[1]) % 65536), text)
        # The tables at the head of the file.
        text = "\n".join([line for line in text.split("\n") if not line.startswith(("{\\s", "{\\font", "{\\color"))])
    return html.unescape(NO_TEXT.sub("", RAISED.sub(r"\1", text)))


@pytest.mark.parametrize("path", sorted(EXPECTED.iterdir()), ids=lambda path: path.name)
def test_every_file_has_one_kind_of_space_before_double_punctuation(path: Path) -> None:
    text = readable(path)
    assert [text[max(found.start() - 20, 0) : found.end() + 10] for found in WRONG.finditer(text)] == []
    assert text.count("\u00a0:") + text.count("\u202f?") >= 14


@pytest.mark.parametrize("spoilt", ["Quoi\u00a0?", "a: b", "a\u202f: b", "a; b", "\u00abb\u00a0\u00bb", "n\u00b0 12"])
def test_a_mixed_space_would_be_found(spoilt: str) -> None:
    assert WRONG.search(spoilt)
