"""`citekit convert`: items from one format to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import click

from citekit.cli.exits import ExitCode, Voice
from citekit.cli.files import (
    Source,
    guess_format,
    input_options,
    output_option,
    read_items,
    verbosity_options,
    write_output,
)

__all__ = ["EXPORT_EXTENSIONS", "convert_command"]

EXPORT_EXTENSIONS: Final[Mapping[str, str]] = {
    ".json": "csl-json",
    ".csljson": "csl-json",
    ".yaml": "csl-yaml",
    ".yml": "csl-yaml",
    ".rdf": "zotero-rdf",
    ".ris": "ris",
    ".mods": "mods",
    ".xml": "mods",
    ".html": "coins",
    ".bib": "biblatex",
}
_EXPORTS: Final = (
    "csl-json",
    "csl-yaml",
    "csl-json-zotero",
    "zotero-rdf",
    "ris",
    "mods",
    "coins",
    "bibtex",
    "bibtex-zotero",
    "biblatex",
)


@click.command("convert")
@input_options
@click.option("-t", "--to", "output_format", type=click.Choice(_EXPORTS), help="Output format.")
@click.option("--normalize/--no-normalize", default=False, show_default=True, help="Mend French metadata first.")
@click.option("--ascii", "is_ascii", is_flag=True, help="Spell accents as LaTeX commands (bibtex, biblatex).")
@click.option("--strict", is_flag=True, help="Write nothing and exit with 1 where the format would lose something.")
@output_option
@verbosity_options
def convert_command(
    file: str,
    source: Source,
    output_format: str | None,
    normalize: bool,
    is_ascii: bool,
    strict: bool,
    output: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Convert FILE for another program.

    What the format cannot hold is told before anything is written.

    \b
    citekit convert refs.bib --normalize --output refs.rdf      (for Zotero: File > Import)
    citekit convert library.rdf --to ris                        (what Zotero exported)
    """
    from citekit.export import export, losses

    to = guess_format(output, output_format, EXPORT_EXTENSIONS, None)
    voice = Voice(quiet, verbose)
    items, report = read_items(file, source)
    voice.tell(report.notices)
    if normalize:
        from citekit.french import normalize as normalize_items

        items, changes = normalize_items(items)
        voice.tell(changes.notices)
    text, notices = export(items, to, is_ascii=is_ascii)
    lost = losses(notices)
    # With --strict the reasons are shown even where they are small.
    voice.tell([notice for notice in notices if notice not in lost])
    Voice(quiet and not strict, verbose or strict).tell(lost)
    if strict and lost:
        click.get_current_context().exit(ExitCode.FINDINGS)
    write_output(text, output)
    voice.leave()
