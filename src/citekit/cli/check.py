"""`citekit check`: what is wrong or doubtful in bibliographies."""

from __future__ import annotations

import click

from citekit.cli.exits import ExitCode
from citekit.cli.files import STANDARD, read_bytes, read_text, write_bytes, write_output
from citekit.readers import BIBTEX, SOURCES, guess_source, read_items_from_text

__all__ = ["check_command"]


@click.command("check")
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option("--from", "source_format", type=click.Choice(tuple(SOURCES)), help="Format; by default each FILE tells.")
@click.option(
    "--format", "output_format", type=click.Choice(("text", "json", "sarif")), default="text", show_default=True
)
@click.option("--fix", is_flag=True, help="Mend in FILE what can be mended safely.")
@click.option("--ignore", metavar="RULE,…", default="", help="Leave these rules out.")
@click.option("-q", "--quiet", is_flag=True, help="Errors and warnings only, no small oddities.")
@click.option("--strict", is_flag=True, help="End with 1 on warnings too, not on errors only.")
def check_command(
    files: tuple[str, ...],
    source_format: str | None,
    output_format: str,
    fix: bool,
    ignore: str,
    quiet: bool,
    strict: bool,
) -> None:
    """Check FILEs: one line a finding, `file:line:col: severity rule message`.

    BibTeX is checked by all rules; of other formats the findings are what their reader has to tell.

    \b
    citekit check refs.bib
    citekit check refs.bib --fix --strict
    citekit check *.bib --format sarif > findings.sarif
    """
    from citekit.bibtex.source import decode_bytes, encoding_of
    from citekit.checks import OUTPUTS, Finding, apply_fixes_to_bytes, check_source
    from citekit.report import Severity

    left_out = {rule.strip() for rule in ignore.split(",")}
    found: list[Finding] = []
    for file in files:
        text, notices = read_text(file)
        name = "<stdin>" if file == STANDARD else file
        chosen = source_format or guess_source(text, name)
        if chosen not in BIBTEX:
            found += [Finding(notice) for notice in (*notices, *read_items_from_text(text, name, chosen)[1].notices)]
            continue
        findings = check_source(text, name)
        if fix and file != STANDARD:
            data = read_bytes(file)
            mended, count = apply_fixes_to_bytes(data, encoding_of(data), findings)
            if count:
                write_bytes(mended, file)
                click.echo(f"{file}: {count} mended", err=True)
                findings = check_source(decode_bytes(mended, name)[0], name)
        found += [*(Finding(notice) for notice in notices), *findings]
    lowest = {Severity.ERROR, Severity.WARNING} if quiet else set(Severity)
    shown = [one for one in found if one.notice.rule not in left_out and one.notice.severity in lowest]
    write_output(OUTPUTS[output_format](shown), STANDARD)
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(one.notice.severity in grave for one in shown):
        click.get_current_context().exit(ExitCode.FINDINGS)
