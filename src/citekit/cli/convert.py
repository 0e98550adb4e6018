"""`citekit convert`: items from one format to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import click

from citekit.cli.exits import Voice
from citekit.cli.files import guess_format, input_options, output_option, read_items, verbosity_options, write_output

__all__ = ["EXPORT_EXTENSIONS", "convert_command"]

EXPORT_EXTENSIONS: Final[Mapping[str, str]] = {
    ".json": "csl-json",
    ".csljson": "csl-json",
    ".rdf": "zotero-rdf",
}
_EXPORTS: Final = tuple(dict.fromkeys(EXPORT_EXTENSIONS.values()))


@click.command("convert")
@input_options
@click.option("-t", "--to", "output_format", type=click.Choice(_EXPORTS), help="Output format.")
@click.option("--normalize/--no-normalize", default=False, show_default=True, help="Mend French metadata first.")
@output_option
@verbosity_options
def convert_command(
    file: str,
    source_format: str | None,
    output_format: str | None,
    normalize: bool,
    output: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Convert FILE for another program.

    \b
    citekit convert refs.bib --normalize --output refs.rdf      (for Zotero: File > Import)
    """
    from citekit.export import export

    to = guess_format(output, output_format, EXPORT_EXTENSIONS, None)
    voice = Voice(quiet, verbose)
    items, report = read_items(file, source_format)
    voice.tell(report.notices)
    if normalize:
        from citekit.french import normalize as normalize_items

        items, changes = normalize_items(items)
        voice.tell(changes.notices)
    text, losses = export(items, to)
    write_output(text, output)
    voice.tell(losses)
    voice.leave()
