"""A command-line runner, and files to run it on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli.main import main

GOOD = """@book{juan2020,
  author = {JUAN Maïté},
  title = {Du social business à l'économie solidaire},
  publisher = {Eres},
  date = {2020},
  pagetotal = {331 p.},
  langid = {french},
  abstract = {Un bilan. Voir https://example.org/bilan.},
  groups = {OUVRAGES},
}

@article{lemonde2020,
  title = {La popote des potes},
  journaltitle = {Monde (le)},
  date = {14/03/2020},
  pages = {p. 37},
  langid = {french},
  groups = {ARTICLES},
}
"""

BROKEN_BETWEEN_GOOD = """@book{first, title = {Premier}, author = {Un, Jean}, year = {2001}}

@book{broken, title = {Cassé, author = {Deux, Jean}

@book{last, title = {Dernier}, author = {Trois, Jean}, year = {2003}}
"""

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="fr-FR">
  <info><title>Titres</title><id>titres</id><updated>2021-03-18T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography hanging-indent="true">
    <layout suffix=".">
      <group delimiter=", ">
        <names variable="author"><name name-as-sort-order="all"/></names>
        <text variable="title" font-style="italic"/>
        <text variable="container-title"/>
      </group>
    </layout>
  </bibliography>
</style>
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs `citekit` in an empty directory that holds only `refs.bib`, `broken.bib` and `titles.csl`."""
    monkeypatch.chdir(tmp_path)
    Path("refs.bib").write_text(GOOD, encoding="utf-8")
    Path("broken.bib").write_text(BROKEN_BETWEEN_GOOD, encoding="utf-8")
    Path("titles.csl").write_text(STYLE, encoding="utf-8")
    runner = CliRunner()

    def invoke(*arguments: str, stdin: bytes | str | None = None) -> Result:
        return runner.invoke(main, list(arguments), input=stdin, prog_name="citekit")

    return invoke
