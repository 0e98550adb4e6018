"""`citekit explain`: how a style came to what it wrote for one item."""

from __future__ import annotations

import click

from citekit.cli.exits import Voice
from citekit.cli.files import Source, output_option, read_items, source_options, verbosity_options, write_output

__all__ = ["explain_command"]


@click.command("explain")
@click.argument("style_name", metavar="STYLE")
@click.argument("key", metavar="KEY")
@click.option("-b", "--bib", "file", metavar="FILE", required=True, help="The bibliography that holds the item.")
@source_options
@click.option("-l", "--locale", help="Language of the output (fr-FR); by default that of the style.")
@click.option("--area", type=click.Choice(["citation", "bibliography"]), help="Only this one; by default both.")
@click.option("--written", is_flag=True, help="Only the elements that wrote something.")
@click.option("--normalize/--no-normalize", default=False, show_default=True, help="Mend French metadata first.")
@output_option
@verbosity_options
def explain_command(
    style_name: str,
    key: str,
    file: str,
    source: Source,
    locale: str | None,
    area: str | None,
    written: bool,
    normalize: bool,
    output: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show which elements of STYLE were called for the item KEY, what they found and what they wrote.

    \b
    citekit explain apa juan2020 --bib refs.bib --area bibliography
    """
    from citekit.api import select_items
    from citekit.csl import load_style
    from citekit.csl.explain import explain

    voice = Voice(quiet, verbose)
    style = load_style(style_name, locale)
    voice.tell(style.notices)
    items, report = read_items(file, source)
    voice.tell(report.notices)
    # Raises with the nearest keys where there is no such item; the others stay, for they decide on disambiguation.
    select_items(items, [key])
    if normalize:
        from citekit.french import normalize as normalize_items

        items, changes = normalize_items(items)
        voice.tell(changes.notices)
    shown = [one for one in explain(style, items, key) if area in (None, one.area)]
    trees = "\n\n".join([one.tree(only_written=written) for one in shown])
    write_output(f"{style.source.file or style.name} ({style.locale.tag})\n\n{trees}\n", output)
    voice.leave()
