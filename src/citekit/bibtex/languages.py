"""The language identifiers of babel and polyglossia, as BCP 47 tags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["LANGUAGES", "LANGUAGE_OPTIONS"]

LANGUAGES: Final[Mapping[str, str]] = {
    "acadian": "fr-CA", "afrikaans": "af", "american": "en-US", "arabic": "ar", "australian": "en-AU",
    "austrian": "de-AT", "basque": "eu", "brazil": "pt-BR", "brazilian": "pt-BR", "breton": "br", "british": "en-GB",
    "bulgarian": "bg", "canadian": "en-CA", "canadien": "fr-CA", "catalan": "ca", "chinese": "zh", "croatian": "hr",
    "czech": "cs", "danish": "da", "dutch": "nl", "english": "en", "estonian": "et", "finnish": "fi",
    "francais": "fr", "french": "fr", "frenchb": "fr", "galician": "gl", "german": "de", "germanb": "de",
    "greek": "el", "hebrew": "he", "hungarian": "hu", "icelandic": "is", "indonesian": "id", "irish": "ga",
    "italian": "it", "japanese": "ja", "latin": "la", "latvian": "lv", "lithuanian": "lt", "magyar": "hu",
    "mexican": "es-MX", "naustrian": "de-AT", "newzealand": "en-NZ", "ngerman": "de", "norsk": "nb", "norwegian": "nb",
    "nswissgerman": "de-CH", "nynorsk": "nn", "occitan": "oc", "persian": "fa", "polish": "pl", "portuges": "pt-PT",
    "portuguese": "pt-PT", "romanian": "ro", "russian": "ru", "serbian": "sr", "slovak": "sk", "slovene": "sl",
    "slovenian": "sl", "spanish": "es", "swedish": "sv", "swissgerman": "de-CH", "turkish": "tr", "ukenglish": "en-GB",
    "ukrainian": "uk", "usenglish": "en-US", "vietnamese": "vi", "welsh": "cy",
}  # fmt: skip
"""The language identifiers of babel and polyglossia, as BCP 47 tags."""

LANGUAGE_OPTIONS: Final[Mapping[str, str]] = {
    "variant=american": "en-US",
    "variant=australian": "en-AU",
    "variant=british": "en-GB",
    "variant=newzealand": "en-NZ",
    "variant=uk": "en-GB",
    "variant=us": "en-US",
    "variant=usmax": "en-US",
}
"""What `langidopts` adds to `langid = {english}` (polyglossia)."""
