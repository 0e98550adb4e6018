"""`citekit zotero`: items into a live Zotero library; the only command that uses the network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from citekit.cli.diff import visible
from citekit.cli.exits import Voice
from citekit.cli.files import Source, input_options, read_items, verbosity_options

if TYPE_CHECKING:
    from citekit.items import Item
    from citekit.zotero import Plan

__all__ = ["zotero_group"]


@click.group("zotero")
def zotero_group() -> None:
    """Send items to a live Zotero library."""


@zotero_group.command("push")
@input_options
@click.option("--library", default="", metavar="user:ID|group:ID", help="The library; by default ZOTERO_LIBRARY.")
@click.option("--collection", metavar="NAME", help="Put everything into this collection, FILE's own groups inside it.")
@click.option("--yes", is_flag=True, help="Send; without it only the plan is shown.")
@click.option("--normalize/--no-normalize", default=False, show_default=True, help="Mend French metadata first.")
@verbosity_options
def push_command(
    file: str,
    source: Source,
    library: str,
    collection: str | None,
    yes: bool,
    normalize: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Create and update the items of FILE in a Zotero library.

    Compares FILE with the library and shows what would be done; only --yes does it. Works are known by their citation
    keys, so sending twice changes nothing, and nothing is ever deleted. Both need the network and the key of the
    library, which is read from ZOTERO_API_KEY; to read is enough for showing.

    \b
    citekit zotero push refs.bib --library user:123 --collection Cours
    citekit zotero push refs.bib --library user:123 --collection Cours --yes
    """
    from citekit.zotero import open_library, plan_push, push

    voice = Voice(quiet, verbose)
    items, report = read_items(file, source)
    voice.tell(report.notices)
    opened = open_library(library=library)
    if normalize:
        from citekit.french import normalize as normalize_items

        items, changes = normalize_items(items)
        voice.tell(changes.notices)
    plan = plan_push([_inside(item, collection) for item in items], opened)
    voice.tell(plan.notices)
    for line in _lines(plan):
        click.echo(line)
    if not yes:
        click.echo("nothing is sent; --yes sends", err=True)
    else:
        voice.tell(push(plan, opened))
    voice.leave()


def _inside(item: Item, collection: str | None) -> Item:
    """The item with its groups moved into a collection."""
    if not collection:
        return item
    return replace(item, groups=tuple(f"{collection}/{group}" for group in item.groups) or (collection,))


def _lines(plan: Plan) -> Iterator[str]:
    """The plan, one line for each thing that would be done, and the sum."""
    for path in plan.collections:
        yield visible(f"collection  {path}")
    for data in plan.create:
        yield visible(f"create      {data['citationKey']}  {data['itemType']}")
    for data in plan.update:
        fields = ", ".join(sorted(data.keys() - {"key", "version", "citationKey"}))
        yield visible(f"update      {data['citationKey']}  {fields}")
    yield str(plan)
