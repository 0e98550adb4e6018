"""The few words that a handout says by itself, by language.

They are not CSL terms: a locale has no word for a table of contents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from citekit.text.language_tags import primary_language

__all__ = ["Words", "words_for"]


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around the items of a handout, in one language."""

    bibliography: str
    contents: str
    skip: str


_WORDS: Final[Mapping[str, Words]] = {
    "de": Words("Bibliografie", "Inhalt", "Zum Inhalt springen"),
    "en": Words("Bibliography", "Contents", "Skip to content"),
    "es": Words("Bibliografía", "Sumario", "Ir al contenido"),
    "fr": Words("Bibliographie", "Sommaire", "Aller au contenu"),
    "it": Words("Bibliografia", "Sommario", "Vai al contenuto"),
}


def words_for(tag: str) -> Words:
    """The words of a language, or the English ones where there are none."""
    return _WORDS.get(primary_language(tag), _WORDS["en"])
