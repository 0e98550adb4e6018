"""Files in and out: formats guessed from names, UTF-8 always, line feeds always, `-` for the standard streams."""

from __future__ import annotations

import difflib
import functools
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar, cast

import click

from citekit.errors import InputError, Location, UsageError
from citekit.readers import DEFAULT_OPTIONS, EXTENSIONS, SOURCES, BibtexOptions, read_items_from_text

if TYPE_CHECKING:
    from citekit.items import Item
    from citekit.report import Notice, Report

__all__ = [
    "STANDARD",
    "Source",
    "guess_format",
    "input_options",
    "output_option",
    "read_bytes",
    "read_items",
    "read_text",
    "source_options",
    "spaces_option",
    "verbosity_options",
    "write_bytes",
    "write_output",
]

STANDARD: Final = "-"
"""Standard input where a file is read, standard output where one is written."""


@dataclass(frozen=True, slots=True)
class Source:
    """How a bibliography is to be read; a format that is not given is guessed."""

    format: str | None = None
    bibtex: BibtexOptions = DEFAULT_OPTIONS


_Command = TypeVar("_Command", bound=Callable[..., object])


def input_options(command: _Command) -> _Command:
    """The bibliography that a command reads: `FILE` and how it is read."""
    return click.argument("file", metavar="FILE")(source_options(command))


def source_options(command: _Command) -> _Command:
    """How a bibliography is read; the command gets one value, `source`, for `read_items`."""

    @click.option(
        "--from",
        "source_format",
        type=click.Choice(tuple(SOURCES)),
        help="Format of FILE; by default its extension tells, else its text.",
    )
    @click.option("--strings", multiple=True, metavar="FILE", help="BibTeX file whose @string macros FILE uses.")
    @click.option(
        "--sentence-case/--no-sentence-case",
        default=True,
        show_default=True,
        help="Recase English titles of BibTeX to sentence case, as CSL wants them.",
    )
    @functools.wraps(command)
    def with_source(
        *args: object, source_format: str | None, strings: tuple[str, ...], sentence_case: bool, **kwargs: object
    ) -> object:
        source = Source(source_format, BibtexOptions(strings, sentence_case))
        return command(*args, source=source, **kwargs)

    return cast(_Command, with_source)


def output_option(command: _Command) -> _Command:
    """Where a command writes: `--output`."""
    return click.option(
        "-o", "--output", metavar="FILE", default=STANDARD, help="Write to FILE; by default to standard output."
    )(command)


def spaces_option(command: _Command) -> _Command:
    """Which spaces French typography gets: `--spaces`."""
    return click.option(
        "--spaces",
        metavar="KIND",
        help="Spaces of French typography: lexique (the default in French), nbsp, nnbsp, ascii, stored (as they are).",
    )(command)


def verbosity_options(command: _Command) -> _Command:
    """How much is told on standard error: `--quiet`, `--verbose`."""
    command = click.option("-v", "--verbose", is_flag=True, help="Tell small oddities too.")(command)
    return click.option("-q", "--quiet", is_flag=True, help="Tell only what was lost, no warnings.")(command)


def read_items(path: str, source: Source) -> tuple[list[Item], Report]:
    """The items of a file or of standard input; raises `InputError` where they cannot be read."""
    text, notices = read_text(path)
    name = "<stdin>" if path == STANDARD else path
    items, report = read_items_from_text(text, name, source.format, source.bibtex)
    report.notices[:0] = notices
    return items, report


def read_text(path: str) -> tuple[str, list[Notice]]:
    """The text of a file or of standard input; what is not UTF-8 is read as Windows-1252, with a notice."""
    from citekit.bibtex.source import decode_bytes

    if path == STANDARD:
        text, notices = decode_bytes(sys.stdin.buffer.read(), "<stdin>")
    else:
        text, notices = decode_bytes(read_bytes(path), path)
    return text.removeprefix("\ufeff"), notices


def read_bytes(path: str) -> bytes:
    """The bytes of a file; raises `InputError` where they cannot be read."""
    place = Location(path)
    try:
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise InputError("there is no such file", place, _near_files(path)) from error
    except IsADirectoryError as error:
        raise InputError("this is a directory", place, "name a file in it") from error
    except (OSError, ValueError) as error:
        # A null byte in a path is a ValueError.
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"the file cannot be read: {reason}", place, "check its name and its permissions") from error


def _near_files(path: str) -> str:
    """A remedy that names files beside the one missed."""
    folder = Path(path).parent
    try:
        names = [found.name for found in folder.iterdir() if found.suffix.casefold() in EXTENSIONS]
    except OSError:
        return f"there is no directory {str(folder)!r} either"
    near = difflib.get_close_matches(Path(path).name, names, n=3, cutoff=0.75)
    return f"did you mean {' or '.join(str(folder / name) for name in near)}?" if near else "check the path"


def guess_format(output: str, chosen: str | None, extensions: Mapping[str, str], default: str | None) -> str:
    """The output format: the one chosen, else what the extension of the output says, else the default.

    Raises `UsageError` where nothing tells.
    """
    if chosen is not None:
        return chosen
    found = default if output == STANDARD else extensions.get(Path(output).suffix.casefold())
    if found is None:
        formats = ", ".join(dict.fromkeys(extensions.values()))
        known = f" or an output that ends in {', '.join(extensions)}"
        where = "standard output" if output == STANDARD else repr(output)
        raise UsageError(f"the format of {where} is not known", remedy=f"give --to ({formats}){known}")
    return found


def write_output(text: str, output: str) -> None:
    """Write to a file or to standard output; raises `UsageError` where the file cannot be written."""
    # A lone surrogate, which JSON can spell, has no UTF-8.
    write_bytes(text.encode("utf-8", errors="replace"), output)


def write_bytes(data: bytes, output: str) -> None:
    """Write to a file or to standard output; raises `UsageError` where the file cannot be written."""
    if output == STANDARD:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        message = f"cannot write: {error.strerror}"
        raise UsageError(message, Location(output), "check the directory and its permissions") from error
