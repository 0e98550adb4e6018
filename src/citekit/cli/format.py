"""`citekit format`: a bibliography in a style, as HTML, RTF or plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import click

from citekit.cli.exits import Voice
from citekit.cli.files import (
    Source,
    guess_format,
    input_options,
    output_option,
    read_items,
    spaces_option,
    verbosity_options,
    write_output,
)

__all__ = ["OUTPUT_EXTENSIONS", "format_command"]

OUTPUT_EXTENSIONS: Final[Mapping[str, str]] = {
    ".html": "html",
    ".htm": "html",
    ".rtf": "rtf",
    ".txt": "text",
    ".text": "text",
}


@click.command("format")
@input_options
@click.option("-s", "--style", "style_name", default="apa", show_default=True, help="Name, id or path of a CSL style.")
@click.option("-l", "--locale", help="Language of the bibliography (fr-FR); by default that of the style.")
@click.option("-t", "--to", "output_format", type=click.Choice(["html", "rtf", "text"]), help="Output format.")
@click.option("-k", "--keys", help="Only these items, by citation keys with commas between.")
@click.option("--normalize/--no-normalize", default=False, show_default=True, help="Mend French metadata first.")
@spaces_option
@output_option
@verbosity_options
def format_command(
    file: str,
    source: Source,
    style_name: str,
    locale: str | None,
    output_format: str | None,
    keys: str | None,
    normalize: bool,
    spaces: str | None,
    output: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print the bibliography of FILE in a style.

    \b
    citekit format refs.bib --style iso690-author-date-fr --locale fr-FR --output refs.html
    """
    from citekit.api import bibliography_document, load_finished_style, select_items

    to = guess_format(output, output_format, OUTPUT_EXTENSIONS, "text")
    voice = Voice(quiet, verbose)
    style = load_finished_style(style_name, locale, spaces)
    voice.tell(style.notices)
    items, report = read_items(file, source)
    voice.tell(report.notices)
    if keys is not None:
        items = select_items(items, [key.strip() for key in keys.split(",") if key.strip()])
    if normalize:
        from citekit.french import normalize as normalize_items

        items, changes = normalize_items(items)
        voice.tell(changes.notices)
    bibliography = style.source.bibliography
    is_hanging = bibliography is not None and bibliography.hanging_indent
    write_output(bibliography_document(style.bibliography(items), to, hanging_indent=is_hanging), output)
    voice.leave()
