"""`citekit styles`: find a style by words of its name or title, and see what it is."""

from __future__ import annotations

import click

from citekit.cli.exits import ExitCode

__all__ = ["styles_group"]


@click.group("styles")
def styles_group() -> None:
    """Find a CSL style among those that are installed."""


@styles_group.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@click.option("-n", "--limit", type=click.IntRange(min=0), default=50, show_default=True, help="At most; 0 for all.")
def search_command(words: tuple[str, ...], limit: int) -> None:
    """List the styles whose name, title or language holds every WORD; case and accents do not matter."""
    from citekit.csl.library import search_styles

    hits = search_styles(" ".join(words))
    if not hits:
        click.echo(f"no style matches {' '.join(words)!r}; try fewer or shorter words", err=True)
        click.get_current_context().exit(ExitCode.FINDINGS)
    shown = hits[:limit] if limit else hits
    width = max(len(hit.name) for hit in shown)
    for hit in shown:
        click.echo(f"{hit.name:{width}}  {hit.title}".rstrip())
    if len(shown) < len(hits):
        click.echo(f"{len(hits) - len(shown)} more; add a word, or --limit 0", err=True)


@styles_group.command("show")
@click.argument("name", metavar="NAME|PATH")
def show_command(name: str) -> None:
    """Show what a style says of itself, and what is odd with it."""
    from citekit.csl.library import find_style

    style, notices = find_style(name)
    info = style.info
    rows = [
        ("title", info.title),
        ("short title", info.title_short),
        ("id", info.id),
        ("parent", info.independent_parent),
        ("summary", info.summary),
        ("class", style.style_class),
        ("citation format", info.citation_format),
        ("fields", ", ".join(info.categories)),
        ("default locale", style.default_locale),
        ("bibliography", "yes" if style.bibliography else "no"),
        ("updated", info.updated),
        ("rights", info.rights),
        ("file", style.file),
    ]
    for label, value in rows:
        if value:
            click.echo(f"{label + ':':17}{value}")
    for notice in notices:
        click.echo(str(notice), err=True)
