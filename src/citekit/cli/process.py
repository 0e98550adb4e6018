"""`citekit process`: jobs as JSON on standard input, answers as JSON on standard output."""

from __future__ import annotations

import sys
from typing import Final

import click

from citekit.cli.exits import ExitCode

__all__ = ["process_command"]

_CODES: Final = {"InputError": ExitCode.INPUT, "StyleError": ExitCode.STYLE, "UsageError": ExitCode.USAGE}


@click.command("process")
@click.option("--jsonl", is_flag=True, help="One job a line, one answer a line, in the same order.")
def process_command(jsonl: bool) -> None:
    """Read a job from standard input and print the answer: a way to use citekit from any language.

    \b
    echo '{"style": "apa", "items": [{"id": "m", "type": "book", "title": "Essais"}]}' | citekit process

    A job that cannot be done is answered with {"error": {"type": …, "message": …}}; without --jsonl the exit code
    tells too. With --jsonl compiled styles are kept from job to job, and empty lines are skipped.
    """
    from citekit.bibtex.source import decode_bytes
    from citekit.process import StyleShelf, process_line

    styles = StyleShelf()

    def answer(data: bytes) -> dict[str, object]:
        text, notices = decode_bytes(data, "<stdin>")
        return process_line(text, styles, notices)

    if not jsonl:
        answered = answer(sys.stdin.buffer.read())
        _write(answered)
        error = answered.get("error")
        if isinstance(error, dict):
            click.get_current_context().exit(_CODES.get(error["type"], ExitCode.USAGE))
        return
    # Not `for line in …`, which reads ahead: each job is answered as soon as its line has come.
    while line := sys.stdin.buffer.readline():
        if line.strip():
            _write(answer(line))


def _write(answer: object) -> None:
    import json

    # What is not ASCII is escaped, so that no pipe, shell or code page in between can spoil it.
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True).encode("ascii") + b"\n")
    # A program that waits for its answer gets it before it sends the next job.
    sys.stdout.buffer.flush()
