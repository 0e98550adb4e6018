"""`citekit normalize`: a bibliography with its French metadata made regular; what changed, and why."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from citekit.cli.change_report import report_writer
from citekit.cli.convert import EXPORT_EXTENSIONS
from citekit.cli.diff import LEGEND, visible, word_diff
from citekit.cli.exits import ExitCode, Voice
from citekit.cli.files import STANDARD, Source, guess_format, input_options, read_items, verbosity_options, write_output
from citekit.cli.questions import Questions
from citekit.errors import NOWHERE, UsageError
from citekit.readers import EXTENSIONS
from citekit.report import Change, Mode

if TYPE_CHECKING:
    from citekit.french import Rule
    from citekit.items import Item

__all__ = ["normalize_command"]

BIBLATEX: Final = "biblatex"
"""The export format that a BibTeX file is written back in, which keeps more than classic BibTeX can hold."""


def _print_rules(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    """Answer `--rules` before anything else is asked for, as `--help` does."""
    if not value or ctx.resilient_parsing:
        return
    from citekit.french import RULES

    for family, rules in groupby(RULES, key=lambda rule: rule.family):
        click.secho(family, bold=True)
        for rule in rules:
            click.echo(f"  {rule.id:26} {rule.code:4} {rule.mode.value:6} {rule.summary_en}")
    ctx.exit()


@click.command("normalize")
@input_options
@click.option("--diff", "shows_diff", is_flag=True, help="Show every change word by word, with its rule and reason.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if something would change.")
@click.option("--ask", is_flag=True, help="Put each proposal to you, one by one.")
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules or families; commas or repeated.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules or families; commas or repeated.")
@click.option("--report", "report_file", metavar="FILE", help="Write the changes to FILE (.json, .html).")
@click.option("--rules", is_flag=True, is_eager=True, expose_value=False, callback=_print_rules, help="List all rules.")
@click.option("-o", "--output", metavar="FILE", help="Write the items, normalised, to FILE instead of standard output.")
@verbosity_options
def normalize_command(
    file: str,
    source: Source,
    shows_diff: bool,
    check: bool,
    ask: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    report_file: str | None,
    output: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write FILE with its French metadata made regular.

    FILE itself stays as it is. With --diff, --check or --report the items are written only where --output says so.

    \b
    citekit normalize refs.bib --output clean.bib
    citekit normalize refs.bib --diff
    """
    from citekit.french import RULES, normalize

    voice = Voice(quiet, verbose)
    if ask and file == STANDARD:
        raise UsageError("--ask reads your answers from standard input", remedy="name a file to normalise")
    write_report = report_writer(Path(report_file).suffix) if report_file is not None else None
    if output is None and not (shows_diff or check or report_file is not None):
        output = STANDARD
    to = _format(output, file, source) if output is not None else ""
    items, report = read_items(file, source)
    voice.tell(report.notices)
    rules = {rule.id: rule for rule in RULES}
    decide = Questions(rules).decide if ask else None
    normalized, changes = normalize(items, select=_names(select) or None, ignore=_names(ignore), decide=decide)
    voice.tell(changes.notices)
    # Standard output holds one thing: the items where they go there, else what is told of them.
    is_taken = output == STANDARD
    if not (is_taken and quiet):
        lines = _diff(changes.changes, rules) if shows_diff else _table(changes.changes, rules)
        for line in (*lines, _summary(changes.changes, len(items))):
            click.echo(line, err=is_taken)
    if write_report is not None and report_file is not None:
        write_output(write_report(changes.changes, changes.notices, rules), report_file)
    if output is not None:
        _write(normalized, to, output, voice)
    voice.leave()
    if check and any(change.mode is Mode.AUTO for change in changes.changes):
        click.get_current_context().exit(ExitCode.FINDINGS)


def _format(output: str, file: str, source: Source) -> str:
    """The format of the clean items: what the name of the output says, else the format that they came in."""
    from citekit.export import FORMATS

    extensions = dict(EXPORT_EXTENSIONS)
    if BIBLATEX in FORMATS:
        extensions |= {".bib": BIBLATEX, ".bibtex": BIBLATEX}
    came_as = source.format or EXTENSIONS.get(Path(file).suffix.casefold(), "csl-json")
    came_as = BIBLATEX if came_as == "bibtex" else came_as
    return guess_format(output, None, extensions, came_as if came_as in FORMATS else "csl-json")


def _names(values: Sequence[str]) -> list[str]:
    """The rules named, whether with commas or one by one."""
    names = [name.strip() for value in values for name in value.split(",")]
    if values and not any(names):
        raise UsageError("no rule is named", remedy="citekit normalize --rules lists them")
    return [name for name in names if name]


def _write(items: Iterable[Item], to: str, output: str, voice: Voice) -> None:
    from citekit.export import export

    text, losses = export(items, to)
    write_output(text, output)
    voice.tell(losses)


def _diff(changes: Sequence[Change], rules: Mapping[str, Rule]) -> Iterator[str]:
    """The changes item by item, each with its word diff and the reason."""
    color = sys.stdout.isatty()
    for (key, _), found in groupby(changes, key=lambda change: (change.key, change.location)):
        group = list(found)
        place = "" if group[0].location == NOWHERE else f"  {group[0].location}"
        yield click.style(visible(key), bold=True) + click.style(place, dim=True)
        for change in group:
            asked = "  (proposed, not done)" if change.mode is Mode.ASK else ""
            yield f"  {visible(key)}.{change.field}: {word_diff(change.before, change.after, color=color)}"
            yield click.style(f"      {change.rule}{asked}: {rules[change.rule].summary_en}", dim=True)
        yield ""
    if any(visible(text) != text for change in changes for text in (change.before, change.after)):
        yield LEGEND


def _table(changes: Sequence[Change], rules: Mapping[str, Rule]) -> Iterator[str]:
    """How often each rule changed or proposed something, in the order of the catalogue."""
    done = Counter(change.rule for change in changes if change.mode is Mode.AUTO)
    asked = Counter(change.rule for change in changes if change.mode is Mode.ASK)
    if not changes:
        return
    yield f"{'changes':>7}  {'proposed':>8}  rule"
    for rule in rules.values():
        if done[rule.id] or asked[rule.id]:
            yield f"{done[rule.id] or '':>7}  {asked[rule.id] or '':>8}  {rule.id:26} {rule.summary_en}"
    yield ""


def _summary(changes: Sequence[Change], count: int) -> str:
    """One line for all of it."""
    done = [change for change in changes if change.mode is Mode.AUTO]
    asked = sum(change.mode is Mode.ASK for change in changes)
    touched = len({(change.key, change.location) for change in done})
    text = f"{_count(len(done), 'change')} in {touched} of {_count(count, 'item')}"
    return text + (f", {_count(asked, 'proposal')}" if asked else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
