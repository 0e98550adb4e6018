"""`citekit handout`: a whole annotated bibliography as a page, an RTF file and plain text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from citekit.cli.exits import Voice
from citekit.cli.files import (
    STANDARD,
    Source,
    input_options,
    read_items,
    read_text,
    spaces_option,
    verbosity_options,
    write_output,
)
from citekit.errors import Location, UsageError

if TYPE_CHECKING:
    from citekit.handout import Handout, HandoutSettings

__all__ = ["handout_command"]

# Format → extension of the file, and what writes it.
_OUTPUTS: Final[Mapping[str, tuple[str, Callable[[Handout], str]]]] = {
    "html": (".html", lambda handout: handout.html()),
    "rtf": (".rtf", lambda handout: handout.rtf()),
    "text": (".txt", lambda handout: handout.text()),
}
_ALIASES: Final[Mapping[str, str]] = {"txt": "text"}
_STANDARD_STEM: Final = "handout"


@click.command("handout")
@input_options
@click.option("-s", "--style", "style_name", help="CSL style; by default that of the settings, else inset-handout.")
@click.option("-l", "--locale", help="Language; by default that of the settings, else that of the style.")
@click.option("-t", "--to", "formats", default="html,rtf,text", show_default=True, help="Formats, with commas between.")
@click.option("-d", "--output-dir", default="build", show_default=True, help="Directory to write to; made if need be.")
@click.option("--normalize/--no-normalize", default=True, show_default=True, help="Mend French metadata first.")
@spaces_option
@verbosity_options
def handout_command(
    file: str,
    source: Source,
    style_name: str | None,
    locale: str | None,
    formats: str,
    output_dir: str,
    normalize: bool,
    spaces: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write FILE as an annotated bibliography.

    Prints the paths written. Title, date, language, style and the order of sections are read from the TOML file beside
    FILE (refs.toml for refs.bib) where there is one.
    """
    from citekit.csl import load_style
    from citekit.handout import DEFAULT_STYLE, build_handout

    chosen = _chosen(formats)
    voice = Voice(quiet, verbose)
    settings = _settings(file, voice)
    if spaces is not None:
        settings = replace(settings, spaces=spaces)
    style = load_style(style_name or settings.style or DEFAULT_STYLE, locale or settings.lang or None)
    voice.tell(style.notices)
    items, report = read_items(file, source)
    voice.tell(report.notices)
    if normalize:
        from citekit.french import normalize as normalize_items

        items, changes = normalize_items(items)
        voice.tell(changes.notices)
        settings = _polished(settings, settings.lang or style.locale.tag)
    handout = build_handout(items, style, settings)
    voice.tell(handout.notices)
    stem = Path(output_dir) / (_STANDARD_STEM if file == STANDARD else Path(file).stem)
    _make_directory(output_dir)
    for name in chosen:
        extension, write = _OUTPUTS[name]
        path = f"{stem}{extension}"
        write_output(write(handout), path)
        click.echo(path)
    voice.leave()


def _chosen(formats: str) -> list[str]:
    names = [name.strip().lower() for name in formats.split(",") if name.strip()]
    chosen = list(dict.fromkeys(_ALIASES.get(name, name) for name in names))
    for name in chosen:
        if name not in _OUTPUTS:
            raise UsageError(f"a handout cannot be written as {name!r}", remedy=f"choose from {','.join(_OUTPUTS)}")
    if not chosen:
        raise UsageError("--to names no format", remedy=f"choose from {','.join(_OUTPUTS)}")
    return chosen


def _settings(file: str, voice: Voice) -> HandoutSettings:
    """The settings beside a bibliography, or none."""
    from citekit.handout import HandoutSettings, read_settings

    path = Path(file).with_suffix(".toml") if file != STANDARD and Path(file).name else None
    if path is None or not path.exists():
        return HandoutSettings()
    text, notices = read_text(str(path))
    settings, oddities = read_settings(text, str(path))
    voice.tell([*notices, *oddities])
    return settings


def _polished(settings: HandoutSettings, lang: str) -> HandoutSettings:
    """The title block with French spaces and apostrophes, where the handout is in French."""
    from citekit.french import fix_apostrophes, fix_spacing
    from citekit.text.language_tags import primary_language

    if primary_language(lang) != "fr":
        return settings
    return settings.with_texts(lambda text: fix_spacing(fix_apostrophes(text)))


def _make_directory(output_dir: str) -> None:
    try:
        Path(output_dir).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the directory cannot be made: {error.strerror}"
        raise UsageError(message, Location(output_dir), "choose another with --output-dir") from error
