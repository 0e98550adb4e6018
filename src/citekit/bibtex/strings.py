"""Biblatex's localisation strings that databases use: `type`, `pubstate`, `series`, places, languages.

Biblatex manual 4.9.2; the words are those of english.lbx and french.lbx. A field that holds such a key, or
`\\bibstring{key}`, is printed in the language of its entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from citekit.bibtex.languages import LANGUAGES

__all__ = ["TYPE_STRINGS", "bib_string", "language_of_string", "series_text"]

TYPE_STRINGS: Final[Mapping[str, tuple[str, str]]] = {
    #  string        English                   French
    "audiocd": ("audio CD", "disque compact audio"),
    "bathesis": ("Bachelor’s thesis", "mémoire de bachelor"),
    "candthesis": ("Candidate thesis", "thèse de candidature"),
    "datacd": ("CD-ROM", "cédérom"),
    "mathesis": ("Master’s thesis", "mémoire de master"),
    "phdthesis": ("PhD thesis", "thèse de doctorat"),
    "resreport": ("research report", "rapport scientifique"),
    "software": ("computer software", "logiciel"),
    "techreport": ("technical report", "rapport technique"),
    "patent": ("patent", "brevet"),
    "patentde": ("German patent", "brevet allemand"),
    "patenteu": ("European patent", "brevet européen"),
    "patentfr": ("French patent", "brevet français"),
    "patentuk": ("British patent", "brevet britannique"),
    "patentus": ("U.S. patent", "brevet américain"),
    "patreq": ("patent request", "demande de brevet"),
    "patreqde": ("German patent request", "demande de brevet allemand"),
    "patreqeu": ("European patent request", "demande de brevet européen"),
    "patreqfr": ("French patent request", "demande de brevet français"),
    "patrequk": ("British patent request", "demande de brevet britannique"),
    "patrequs": ("U.S. patent request", "demande de brevet américain"),
}
"""What the `type` field may hold."""

_OTHER_STRINGS: Final[Mapping[str, tuple[str, str]]] = {
    "countryde": ("Germany", "Allemagne"),
    "countryep": ("European Union", "Union européenne"),
    "countryeu": ("European Union", "Union européenne"),
    "countryfr": ("France", "France"),
    "countryuk": ("United Kingdom", "Royaume-Uni"),
    "countryus": ("United States of America", "États-Unis"),
    "forthcoming": ("forthcoming", "à paraître"),
    "inpreparation": ("in preparation", "en préparation"),
    "inpress": ("in press", "sous presse"),
    "newseries": ("new series", "nouvelle série"),
    "oldseries": ("old series", "ancienne série"),
    "prepublished": ("pre-published", "prépublié"),
    "submitted": ("submitted", "soumis"),
}
_STRINGS: Final = {**TYPE_STRINGS, **_OTHER_STRINGS}
_LANGUAGE_PREFIX: Final = "lang"
_MOST_DIGITS: Final = 4
_SUFFIXES: Final = {1: "st", 2: "nd", 3: "rd"}


def bib_string(key: str, language: str) -> str:
    """What a key is printed as in a language (French, or English for every other); other text is returned as it is.

    >>> bib_string("inpress", "fr-CA"), bib_string("countryde", ""), bib_string("in print", "en")
    ('sous presse', 'Germany', 'in print')
    """
    found = _STRINGS.get(key.strip().lower())
    if found is None:
        return key
    english, french = found
    return french if language.startswith("fr") else english


def language_of_string(key: str) -> str:
    """The tag that a key such as `langfrench` names, or the empty string.

    >>> language_of_string("langngerman"), language_of_string("french")
    ('de', '')
    """
    return LANGUAGES.get(key.removeprefix(_LANGUAGE_PREFIX), "") if key.startswith(_LANGUAGE_PREFIX) else ""


def series_text(text: str, language: str) -> str:
    """A series: a number alone counts the series of a journal, a key names it (biblatex manual 2.3.7).

    >>> series_text("3", "en"), series_text("3", "fr"), series_text("newseries", ""), series_text("Folio", "")
    ('3rd series', '3e série', 'New series', 'Folio')
    """
    if text.isdecimal() and len(text) <= _MOST_DIGITS:
        number = int(text)
        if language.startswith("fr"):
            return f"{number}{'re' if number == 1 else 'e'} série"
        suffix = "th" if number % 100 in (11, 12, 13) else _SUFFIXES.get(number % 10, "th")
        return f"{number}{suffix} series"
    printed = bib_string(text, language)
    return printed if printed == text else printed[:1].upper() + printed[1:]
