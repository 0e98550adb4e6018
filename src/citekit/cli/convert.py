"""`citekit convert`: items from one format to another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from citekit.cli.exits import ExitCode, Voice
from citekit.cli.files import (
    INPUT_FORMATS,
    STANDARD,
    guess_format,
    output_option,
    read_items,
    read_text,
    verbosity_options,
    write_output,
)

if TYPE_CHECKING:
    from citekit.items import Item
    from citekit.report import Report

__all__ = ["EXPORT_EXTENSIONS", "convert_command"]

EXPORT_EXTENSIONS: Final[Mapping[str, str]] = {
    ".json": "csl-json",
    ".csljson": "csl-json",
    ".rdf": "zotero-rdf",
    ".ris": "ris",
    ".mods": "mods",
    ".xml": "mods",
    ".html": "coins",
    ".bib": "biblatex",
}
_EXPORTS: Final = (
    "csl-json",
    "csl-json-zotero",
    "zotero-rdf",
    "ris",
    "mods",
    "coins",
    "bibtex",
    "bibtex-zotero",
    "biblatex",
)
_READ_EXTENSIONS: Final[Mapping[str, str]] = {".rdf": "zotero-rdf", ".ris": "ris"}
_SOURCES: Final = tuple(dict.fromkeys((*INPUT_FORMATS, *_READ_EXTENSIONS.values())))


@click.command("convert")
@click.argument("file", metavar="FILE")
@click.option(
    "--from", "source_format", type=click.Choice(_SOURCES), help="Format of FILE; by default its extension tells."
)
@click.option("-t", "--to", "output_format", type=click.Choice(_EXPORTS), help="Output format.")
@click.option("--normalize/--no-normalize", default=False, show_default=True, help="Mend French metadata first.")
@click.option("--strict", is_flag=True, help="Write nothing and exit with 1 where the format would lose something.")
@output_option
@verbosity_options
def convert_command(
    file: str,
    source_format: str | None,
    output_format: str | None,
    normalize: bool,
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
    items, report = _read(file, source_format)
    voice.tell(report.notices)
    if normalize:
        from citekit.french import normalize as normalize_items

        items, changes = normalize_items(items)
        voice.tell(changes.notices)
    text, notices = export(items, to)
    lost = losses(notices)
    # With --strict the reasons are shown even where they are small.
    voice.tell([notice for notice in notices if notice not in lost])
    Voice(quiet and not strict, verbose or strict).tell(lost)
    if strict and lost:
        click.get_current_context().exit(ExitCode.FINDINGS)
    write_output(text, output)
    voice.leave()


def _read(file: str, source_format: str | None) -> tuple[list[Item], Report]:
    """The items of a file in any format that is read."""
    chosen = source_format or _READ_EXTENSIONS.get(Path(file).suffix.casefold(), "")
    if chosen not in _READ_EXTENSIONS.values() or (source_format is None and chosen in INPUT_FORMATS):
        return read_items(file, source_format)
    from citekit.export import READERS

    text, notices = read_text(file)
    items, report = READERS[chosen](text, "<stdin>" if file == STANDARD else file)
    report.notices[:0] = notices
    return items, report
