"""The language identifiers of babel and polyglossia, as BCP 47 tags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["LANGUAGES", "LANGUAGE_OPTIONS"]

LANGUAGES: Final[Mapping[str, str]] = {
    "acadian": "fr-CA", "afrikaans": "af", "albanian": "sq", "american": "en-US", "amharic": "am",
    "ancientgreek": "grc", "arabic": "ar", "armenian": "hy", "assamese": "as", "asturian": "ast",
    "australian": "en-AU", "austrian": "de-AT", "azerbaijani": "az", "bahasa": "id", "bahasai": "id", "bahasam": "ms",
    "basque": "eu", "belarusian": "be", "bengali": "bn", "bosnian": "bs", "brazil": "pt-BR", "brazilian": "pt-BR",
    "breton": "br", "british": "en-GB", "bulgarian": "bg", "burmese": "my", "canadian": "en-CA", "canadien": "fr-CA",
    "catalan": "ca", "chinese": "zh", "chinesesimplified": "zh-Hans", "chinesetraditional": "zh-Hant",
    "classicgreek": "grc", "classiclatin": "la", "coptic": "cop", "corsican": "co", "croatian": "hr", "czech": "cs",
    "danish": "da", "divehi": "dv", "dutch": "nl", "ecclesiasticlatin": "la", "english": "en", "esperanto": "eo",
    "estonian": "et", "farsi": "fa", "finnish": "fi", "francais": "fr", "french": "fr", "frenchb": "fr",
    "friulan": "fur", "gaelic": "gd", "galician": "gl", "georgian": "ka", "german": "de", "germanb": "de",
    "greek": "el", "hawaiian": "haw", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "icelandic": "is",
    "indon": "id", "indonesian": "id", "interlingua": "ia", "irish": "ga", "italian": "it", "japanese": "ja",
    "kannada": "kn", "kazakh": "kk", "khmer": "km", "korean": "ko", "kurdish": "ku", "kurmanji": "ku", "ladin": "lld",
    "lao": "lo", "latin": "la", "latinclassic": "la", "latinecclesiastic": "la", "latinmedieval": "la",
    "latvian": "lv", "lithuanian": "lt", "lowersorbian": "dsb", "lsorbian": "dsb", "luxembourgish": "lb",
    "macedonian": "mk", "magyar": "hu", "malay": "ms", "malayalam": "ml", "marathi": "mr", "medievallatin": "la",
    "mexican": "es-MX", "mongolian": "mn", "monotonicgreek": "el", "naustrian": "de-AT", "nepali": "ne",
    "newzealand": "en-NZ", "ngerman": "de", "nko": "nqo", "norsk": "nb", "northernsami": "se", "norwegian": "nb",
    "norwegiannynorsk": "nn", "nswissgerman": "de-CH", "nynorsk": "nn", "occitan": "oc", "odia": "or", "oriya": "or",
    "pashto": "ps", "persian": "fa", "piedmontese": "pms", "polish": "pl", "polutonikogreek": "el", "polygreek": "el",
    "polytonicgreek": "el", "portuges": "pt-PT", "portuguese": "pt-PT", "punjabi": "pa", "romanian": "ro",
    "romansh": "rm", "russian": "ru", "samin": "se", "sanskrit": "sa", "scottish": "gd", "serbian": "sr",
    "serbianc": "sr-Cyrl", "sinhala": "si", "slovak": "sk", "slovene": "sl", "slovenian": "sl", "sorbian": "hsb",
    "spanish": "es", "swedish": "sv", "swissgerman": "de-CH", "swissitalian": "it-CH", "syriac": "syr", "tamil": "ta",
    "telugu": "te", "thai": "th", "thaicjk": "th", "tibetan": "bo", "turkish": "tr", "turkmen": "tk",
    "ukenglish": "en-GB", "ukrainian": "uk", "uppersorbian": "hsb", "urdu": "ur", "usenglish": "en-US",
    "usorbian": "hsb", "uyghur": "ug", "uzbek": "uz", "vietnamese": "vi", "welsh": "cy",
}  # fmt: skip
"""The language identifiers of babel and polyglossia, as BCP 47 tags."""

LANGUAGE_OPTIONS: Final[Mapping[tuple[str, str], str]] = {
    ("de", "variant=austrian"): "de-AT",
    ("de", "variant=swiss"): "de-CH",
    ("en", "variant=american"): "en-US",
    ("en", "variant=australian"): "en-AU",
    ("en", "variant=british"): "en-GB",
    ("en", "variant=canadian"): "en-CA",
    ("en", "variant=newzealand"): "en-NZ",
    ("en", "variant=uk"): "en-GB",
    ("en", "variant=us"): "en-US",
    ("en", "variant=usmax"): "en-US",
    ("es", "variant=mexican"): "es-MX",
    ("fr", "variant=acadian"): "fr-CA",
    ("fr", "variant=canadian"): "fr-CA",
    ("fr", "variant=swiss"): "fr-CH",
    ("it", "variant=swiss"): "it-CH",
    ("nb", "variant=nynorsk"): "nn",
    ("pt-PT", "variant=brazilian"): "pt-BR",
}
"""What `langidopts` adds to a language of polyglossia's, by the language's tag."""
