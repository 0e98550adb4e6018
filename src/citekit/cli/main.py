"""The `citekit` command: its subcommands, and what becomes of errors.

The engine is imported inside the commands, so that `citekit --help` answers at once.
"""

from __future__ import annotations

import io
import os
import sys
from typing import Any

import click

from citekit.cli.check import check_command
from citekit.cli.convert import convert_command
from citekit.cli.exits import exit_code, tell_error
from citekit.cli.explain import explain_command
from citekit.cli.format import format_command
from citekit.cli.handout import handout_command
from citekit.cli.normalize import normalize_command
from citekit.cli.process import process_command
from citekit.cli.styles import styles_group
from citekit.cli.zotero import zotero_group
from citekit.errors import CitekitError

__all__ = ["main"]


class _Program(click.Group):
    """A group whose commands end with our exit codes and never with a traceback for an error of ours."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            # Neither the locale nor the platform decides what is written: the same input gives the same bytes.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except CitekitError as error:
            tell_error(error)
            ctx.exit(exit_code(error))
        except BrokenPipeError:
            # The reader (`head`) has seen enough. What is still buffered must not be flushed into the closed pipe.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="citekit-csl", prog_name="citekit")
def main() -> None:
    """Bibliographies in French and in any CSL style, from BibTeX, CSL-JSON, CSL-YAML, RIS or Zotero RDF.

    FILE may be "-" for standard input. Formats are guessed from extensions. Nothing is ever fetched from
    the network; only `zotero push` uses it.

    \b
    Exit codes: 0 fine; 1 findings (entries lost, changes with --check); 2 wrong usage;
                3 input that cannot be read; 4 a style that cannot be used.
    """


main.add_command(check_command)
main.add_command(convert_command)
main.add_command(explain_command)
main.add_command(format_command)
main.add_command(handout_command)
main.add_command(normalize_command)
main.add_command(process_command)
main.add_command(styles_group)
main.add_command(zotero_group)
