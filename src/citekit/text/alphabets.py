"""Alphabets with letters of their own, which alphabetical order must not take for letters with accents.

In Swedish `å`, `ä`, `ö` stand behind `z`, in Czech `ch` behind `h`, in Turkish `ü` behind `u`. Which letters these are
is told by the Unicode Common Locale Data Repository (collation, type "standard"); also that a language with a script of
its own puts it before Latin.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from citekit.text.language_tags import primary_language

__all__ = ["Alphabet", "alphabet_of", "own_script"]

_NORDIC_WEST: Final = "z: æ/ä ø/ö/ő å/aa; y= ü/ű"
_CYRILLIC: Final = "и: і/ї й"
_SERBIAN: Final = "д: ђ; и: й ј; л: љ; н: њ; т: ћ; ч: џ"
_SERBO_CROATIAN: Final = "c: č ć; d: dž đ; l: lj; n: nj; s: š; z: ž"
_SPANISH: Final = "n: ñ"

# `z: å ä/æ` reads: behind z come å, then ä, and æ is a variant of ä; `y= ü`: ü is a variant of y.
_ALPHABETS: Final[Mapping[str, str]] = {
    "az": "c: ç; e: ə; g: ğ; h: x ı; k: q; o: ö; s: ş; u: ü; z: w",
    "be": "е: ё; и: і й; у: ў",
    "bg": _CYRILLIC,
    "bs": _SERBO_CROATIAN,
    "cs": "c: č; h: ch; r: ř; s: š; z: ž",
    "cy": "c: ch; d: dd; f: ff; g: ng; l: ll; p: ph; r: rh; t: th",
    "da": _NORDIC_WEST,
    "es": _SPANISH,
    "et": "s: š z/ź/ż ž; w: õ ä ö ü",
    "fi": "z: å ä/æ ö/ø; y= ü",
    "gl": _SPANISH,
    "hr": _SERBO_CROATIAN,
    "hu": "c: cs; d: dz dzs; g: gy; l: ly; n: ny; o: ö/ő; s: sz; t: ty; u: ü/ű; z: zs",
    "is": "a: á; d: ð; e: é; i: í; o: ó; u: ú; y: ý; z: þ æ/ä ö/ø å",
    "lt": "c: č; i= y/ý; s: š; z: ž",
    "lv": "c: č; g: ģ; i: y/ý; k: ķ; l: ļ; n: ņ; r: ŗ; s: š; z: ž",
    "mk": "д: ѓ; з: ѕ; и: ј; л: љ; н: њ; т: ќ; ч: џ",
    "nb": _NORDIC_WEST,
    "nn": _NORDIC_WEST,
    "no": _NORDIC_WEST,
    "pl": "a: ą; c: ć; e: ę; l: ł; n: ń; o: ó; s: ś; z: ź ż",
    "ro": "a: ă â; i: î; s: ș/ş; t: ț/ţ",
    "ru": _CYRILLIC,
    "sk": "a: ä; c: č; h: ch; o: ô; r: ř; s: š; z: ž",
    "sl": "c: č ć; d: đ; s: š; z: ž",
    "sq": "c: ç; d: dh; e: ë; g: gj; l: ll; n: nj; r: rr; s: sh; t: th; x: xh; z: zh",
    "sr": f"{_SERBO_CROATIAN}; {_SERBIAN}",
    "sv": "z: å ä/æ ö/ø/ő; y= ü/ű",
    "tl": "n: ñ ng",
    "tr": "c: ç; g: ğ; h: ı; o: ö; s: ş; u: ü",
    "uk": "г: ґ; е: є; и: і ї й; у: ў",
}

# A letter behind those of every alphabet; what follows it tells apart the letters that share a base.
_BEHIND: Final = "\U0002a6d6"


# The letters of scripts as they are after canonical decomposition, and the languages that sort them first.
_SCRIPTS: Final = (
    ("\u0370", "\u03ff", "el"),
    ("\u0400", "\u052f", "be bg mk mn ru sr uk"),
    ("\u0531", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "ar fa"),
    ("\u0900", "\u097f", "hi"),
    ("\u0a00", "\u0a7f", "pa"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u1100", "\u11ff", "ko"),
    ("\u1780", "\u17ff", "km"),
    ("\u3400", "\u9fff", "zh"),
)


def own_script(tag: str) -> tuple[str, str] | None:
    """The first and last letter of the script that a language sorts before Latin, `None` where Latin comes first."""
    if "latn" in tag.lower():
        return None
    language = primary_language(tag)
    return next(((first, last) for first, last, languages in _SCRIPTS if language in languages.split()), None)


class Alphabet:
    """Respells a text so that the letters of one language compare in its order."""

    __slots__ = ("_pattern", "_spellings", "changes_ascii")

    def __init__(self, letters: str) -> None:
        self._spellings: dict[str, str] = {}
        for rule in letters.split("; "):
            base, behind, own = rule[0], rule[1] == ":", rule[2:].split()
            for place, variants in enumerate(own):
                spelling = f"{base}{_BEHIND}{chr(ord('a') + place)}" if behind else base
                for letter in variants.split("/"):
                    for cased in (letter, letter.capitalize(), letter.upper()):
                        self._spellings[cased] = spelling
        longest_first = sorted(self._spellings, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))
        self.changes_ascii = any(letter.isascii() for letter in self._spellings)

    def respelled(self, text: str) -> str:
        """The text with a spelling in the place of each letter of the alphabet's own.

        >>> sorted(["Öz", "Oz", "Zola", "Ås"], key=Alphabet("z: å ä ö").respelled)
        ['Oz', 'Zola', 'Ås', 'Öz']
        """
        return self._pattern.sub(lambda found: self._spellings[found[0]], unicodedata.normalize("NFC", text))


_KNOWN: Final[dict[str, Alphabet | None]] = {}


def alphabet_of(tag: str) -> Alphabet | None:
    """The alphabet of a language, `None` where accents make no letters of their own."""
    language = primary_language(tag)
    if language not in _KNOWN:
        letters = _ALPHABETS.get(language)
        _KNOWN[language] = Alphabet(letters) if letters else None
    return _KNOWN[language]
