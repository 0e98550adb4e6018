"""Personal names: surnames typed in capitals, and `NOM Prénom` typed without the comma that BibTeX needs.

French libraries file and print `DUPONT Jean`. BibTeX reads the last word as the surname, so `JUAN Maïté` arrives as a
Ms Maïté. Capitals say which part is the surname; acronyms, initials and Roman numerals are capitals too, so each
has to be ruled out. Accents that capitals lost cannot be restored; likely losses are noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile
from typing import Final

from citekit.french.corporate import is_acronym, is_body
from citekit.french.folding import without_accents
from citekit.french.languages import is_french
from citekit.french.rule import Edit, Example, Rule
from citekit.french.tables import load_table, words
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import NAME_VARIABLES
from citekit.report import Mode, Notice, Severity

__all__ = [
    "FREQUENT_NAMES",
    "INITIALS",
    "RULES",
    "capitalize_surname",
    "could_be_given",
    "is_given_name",
    "order_name",
    "read_in_order",
]

_TABLE: Final = load_table("names")
_CORPORATE: Final = load_table("corporate")


def _unaccented(text: str) -> str:
    return without_accents(text.casefold())


_GIVEN: Final = frozenset(_unaccented(name) for name in words(_TABLE["given"]))
_ACCENTED: Final = {_unaccented(name): name for name in words(_TABLE["accented"])} | {
    _unaccented(name): name for name in words(_TABLE["given"]) if _unaccented(name) != name
}
FREQUENT_NAMES: Final = words(_TABLE["given"]) | words(_TABLE["accented"])
"""Given names, and surnames that carry an accent, in small letters."""
_NEVER_GIVEN: Final = words(_CORPORATE["never_given"]) | words(_CORPORATE["keywords"])

INITIALS: Final = re.compile(r"(?:[^\W\d_]\.[-\s]?)+[^\W\d_]?|[A-ZÀ-Þ]\.?(?:-[A-ZÀ-Þ]\.?)*")
_ROMAN: Final = re.compile(r"[IVX]{1,5}(?:er|e)?\.?")
_VOWEL: Final = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
_WORD_PARTS: Final = re.compile(r"[^\W_]+")
_LINK_WORDS: Final = frozenset(
    {
        "DE",
        "DU",
        "LE",
        "LA",
        "LES",
        "DES",
        "SAINT",
        "SAINTE",
        "VAN",
        "VON",
        "DER",
        "DEN",
        "EL",
        "AL",
        "BEN",
        "DI",
        "DA",
        "DO",
        "DOS",
        "DEL",
        "MAC",
        "MC",
    }
)
_INNER: Final = re.compile(
    r"(?<=[^\W\d_]{2}[\s-])(?:(?:De|Du|Des)(?=[\s-])|(?:D|L)['\u2019]|(?:Le|La|Les|Sur|Sous|En)(?=-))"
    r"|(?<=[\s-][Dd]e[\s-])(?:L['\u2019]|(?:La|Le|Les)(?=[\s-]))"
    # `Van der Meersch`: only the first particle of a Dutch surname may have a capital.
    r"|(?<=Van )De[rn](?= )"
)
_NO_PERSON: Final = re.compile(r"[\d_]")
# The heading of a catalogue: `DUPONT (Jean)`, `Vinci (Léonard de)`.
_HEADING: Final = re.compile(r"(?P<family>[^\W\d_][^(),;=]*?)\s*\((?P<given>[^\W\d_][^(),;\d]*)\)")
_LEGAL_FORMS: Final = frozenset(
    {"AG", "SA", "SAS", "SARL", "SASU", "INC", "LTD", "GMBH", "CO", "CORP", "BV", "LLC", "SCOP", "EURL"}
)


def _is_capitals(word: str) -> bool:
    """A word typed in capitals: at least two letters, none of them small, no figure; initials are none."""
    letters = [c for c in word if c.isalpha()]
    return (
        len(letters) >= 2
        and all(c.isupper() for c in letters)
        and not any(c.isdigit() for c in word)
        and not INITIALS.fullmatch(word)
    )


def _is_pronounceable(word: str) -> bool:
    """A surname has a vowel in each of its parts; `CNRS` and `JMG` have not."""
    return all(_VOWEL.search(part) for part in _WORD_PARTS.findall(word) if len(part) >= 3) and bool(
        _VOWEL.search(word)
    )


def _is_mixed(word: str) -> bool:
    """A word typed as names are: `Jean`, `Marie-Catherine`, `McKenzie`."""
    return word[:1].isupper() and any(c.islower() for c in word)


def is_given_name(text: str) -> bool:
    """Whether a word, or each part of a compound, is a known given name."""
    return all(_unaccented(part) in _GIVEN for part in re.split(r"[-\s]+", text) if part) and bool(text)


def capitalize_surname(text: str) -> str:
    """A surname typed in capitals as it is written; hyphens, apostrophes and particles keep their capitals.

    >>> [capitalize_surname(name) for name in ("MERDINGER-RUMPLER", "D'ABOVILLE", "LE GOFF", "MCKENZIE", "Dupont")]
    ['Merdinger-Rumpler', "D'Aboville", 'Le Goff', 'McKenzie', 'Dupont']
    >>> capitalize_surname("GISCARD D'ESTAING"), capitalize_surname("HERBERT DE LA ROCHE-SUR-YON")
    ("Giscard d'Estaing", 'Herbert de la Roche-sur-Yon')
    """
    mended = " ".join(_capitalized(word) if _is_capitals(word) else word for word in text.split(" "))
    # Inside a surname a particle is small: only at its head may it be a part of the name (Le Goff, De Quincey).
    return _INNER.sub(lambda match: match[0].lower(), mended) if mended != text else text


def _capitalized(word: str) -> str:
    def part(match: re.Match[str]) -> str:
        text = match[0]
        if text.startswith("MC") and len(text) >= 5 and not _VOWEL.match(text[2]):
            return f"Mc{text[2]}{text[3:].lower()}"
        return text[0] + text[1:].lower()

    return _WORD_PARTS.sub(part, word)


def read_in_order(text: str) -> Name:
    """A name typed in reading order, taken apart as BibTeX does: what is small before the surname is its particle.

    >>> read_in_order("Jean de la Fontaine") == Name(given="Jean", dropping_particle="de la", family="Fontaine")
    True
    """
    parts = text.split()
    small = [place for place, word in enumerate(parts[:-1]) if word[:1].islower()]
    if not small:
        return Name(family=parts[-1], given=" ".join(parts[:-1]))
    return Name(
        family=" ".join(parts[small[-1] + 1 :]),
        given=" ".join(parts[: small[0]]),
        dropping_particle=" ".join(parts[small[0] : small[-1] + 1]),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """Which words of a name are its surname and which the given name, and how sure that is."""

    family: str
    given: str
    mode: Mode


def _could_be_surname(words_in_capitals: list[str]) -> bool:
    """Capitals that may be a surname: pronounceable, not known as an acronym, not a Roman numeral."""
    # Brackets hold an affiliation, or what is no name.
    if any(word.strip(".,") in _LEGAL_FORMS or word.strip("()[]") != word for word in words_in_capitals):
        return False
    real = [word for word in words_in_capitals if word not in _LINK_WORDS]
    return (
        bool(real)
        and all(_is_pronounceable(word) and not is_acronym(word) and not _ROMAN.fullmatch(word) for word in real)
        and any(len(word) >= 3 for word in real)
    )


def could_be_given(parts: list[str]) -> bool:
    """Words typed as a given name is: not a place, not a common word of bodies' names."""
    return all(_is_mixed(word) or INITIALS.fullmatch(word) for word in parts) and not any(
        word.casefold() in _NEVER_GIVEN for word in parts
    )


def _read(name: Name, is_french_item: bool) -> _Reading | None:
    """`NOM Prénom` and `Prénom NOM` told apart by their capitals, where BibTeX read them the wrong way round."""
    if name.literal or name.suffix or not name.given or not name.family:
        return None
    if heading := _HEADING.fullmatch(str(name)):
        return _Reading(heading["family"], heading["given"], Mode.AUTO) if _is_given_part(heading["given"]) else None
    parts = str(name).split()
    behind = len(parts) - len(list(dropwhile(_is_initial, reversed(parts))))
    if behind and _is_initial(name.family) and all(_is_mixed(word) for word in parts[:-behind]):
        # `Dupont J. P.`: an initial is nobody's surname, unless `Marie C.` wants to stay unnamed.
        is_sure = is_french_item and not is_given_name(parts[0])
        family, given = " ".join(parts[:-behind]), " ".join(parts[-behind:])
        return _Reading(family, given, Mode.AUTO if is_sure else Mode.ASK) if family else None
    head = 0
    while head < len(parts) and _is_capitals(parts[head]):
        head += 1
    surname, rest = parts[:head], parts[head:]
    # Only where the capitals were read as a given name: `DUPONT, Jean` has its surname in the right place already.
    if not surname or not rest or name.given.split()[0] != surname[0]:
        return None
    if not _could_be_surname(surname) or not could_be_given(rest):
        return None
    initials = len(rest) - len(list(dropwhile(INITIALS.fullmatch, rest)))
    if 0 < initials < len(rest):
        # `Snowberg, DAVID R`: initials stand behind a given name, so the capitals are one.
        return _Reading(
            " ".join(rest[initials:]), " ".join([capitalize_surname(" ".join(surname)), *rest[:initials]]), Mode.ASK
        )
    if all(is_given_name(word) for word in surname) and not all(is_given_name(word) for word in rest):
        # `JEAN Dupont`: it is the given name that stands in capitals.
        return _Reading(" ".join(rest), capitalize_surname(" ".join(surname)), Mode.ASK)
    known = all(is_given_name(word) or INITIALS.fullmatch(word) for word in rest)
    long_enough = max(len(word) for word in surname) >= 4
    sure = (known and max(len(word) for word in surname) >= 3) or (is_french_item and long_enough and len(rest) <= 2)
    return _Reading(capitalize_surname(" ".join(surname)), " ".join(rest), Mode.AUTO if sure else Mode.ASK)


def _is_initial(text: str) -> bool:
    return bool(text.endswith(".") and INITIALS.fullmatch(text))


def _is_given_part(text: str) -> bool:
    """Known given names or initials, perhaps with a particle behind them: `Léonard de`."""
    words_of_it = re.sub(r"\s+(?:de|d['\u2019])$", "", text).split()
    return all(is_given_name(word) or INITIALS.fullmatch(word) for word in words_of_it)


def order_name(name: Name, is_french_item: bool = True) -> Name:
    """A name whose surname stands first in capitals, the right way round; any other name as it is.

    >>> order_name(Name(given="JUAN", family="Maïté")) == Name(family="Juan", given="Maïté")
    True
    """
    reading = _read(name, is_french_item)
    return _as_read(name, reading) if reading and reading.mode is Mode.AUTO else name


def _as_read(name: Name, reading: _Reading) -> Name:
    # The particles that BibTeX saw were part of what has been read anew.
    return replace(name, family=reading.family, given=reading.given, dropping_particle="", non_dropping_particle="")


def _lower_capitals(name: Name) -> tuple[Name, Mode] | None:
    """The surname (and a given name) typed in capitals, written as names are."""
    # `ORTF, 1re chaîne`, `PREEMPT_RT patch`: no person has a figure or an underscore in the name.
    if name.literal or not name.given or is_body(str(name)) or _NO_PERSON.search(str(name)):
        return None
    family, given = name.family.split(), name.given.split()
    if not family or not all(_is_capitals(word) or word.islower() for word in family):
        return None
    typed = [word for word in family if _is_capitals(word)]
    if not typed or not _could_be_surname(typed):
        return None
    mended = replace(name, family=capitalize_surname(name.family))
    if all(INITIALS.fullmatch(word) for word in given):
        return mended, Mode.AUTO
    if all(_is_capitals(word) or INITIALS.fullmatch(word) for word in given):
        # All in capitals: only a known given name tells a person from a body, and which part is which.
        both = replace(mended, given=capitalize_surname(name.given))
        return both, Mode.AUTO if is_given_name(name.given) else Mode.ASK
    moved = _surname_words_in_given(name, given)
    if moved is not None:
        return moved, Mode.AUTO
    return (mended, Mode.AUTO) if could_be_given([word for word in given if not word.islower()]) else (mended, Mode.ASK)


def _surname_words_in_given(name: Name, given: list[str]) -> Name | None:
    """`Jean LE GOFF` and `Marie DUPONT MARTIN`: BibTeX leaves the first words of such a surname with the given name."""
    tail = len(given)
    while tail > 0 and _is_capitals(given[tail - 1]) and given[tail - 1] in _LINK_WORDS:
        tail -= 1
    if tail == len(given) or tail == 0 or name.dropping_particle or name.non_dropping_particle:
        return None
    surname = " ".join([*given[tail:], name.family])
    return replace(name, family=capitalize_surname(surname), given=" ".join(given[:tail]))


def _decided(item: Item, decide: dict[str, list[tuple[Name, Mode] | None]]) -> Iterator[Edit | Notice]:
    for variable, decisions in decide.items():
        names = item.names(variable)
        pairs = list(zip(names, decisions, strict=True))
        done = tuple(found[0] if found and found[1] is Mode.AUTO else name for name, found in pairs)
        asked = tuple(found[0] if found else name for name, found in pairs)
        if done != names:
            yield Edit(variable, done)
            yield from _lost_accents(item, names, done)
        if asked != done:
            yield Edit(variable, asked, mode=Mode.ASK)


def _lost_accents(item: Item, before: tuple[Name, ...], after: tuple[Name, ...]) -> Iterator[Notice]:
    for old, new in zip(before, after, strict=True):
        if old == new:
            continue
        for word in re.split(r"[\s-]+", f"{new.family} {new.given}"):
            usual = _ACCENTED.get(word.casefold())
            if usual and word.upper() in f"{old.family} {old.given}":
                message = f"{word!r} was typed in capitals and may have lost an accent ({usual.capitalize()})"
                yield Notice(
                    "accent-lost", message, item.location, Severity.INFO, "check the name and type its accents"
                )


def _normalize_order(item: Item) -> Iterator[Edit | Notice]:
    french = is_french(item)
    decisions: dict[str, list[tuple[Name, Mode] | None]] = {}
    for variable in sorted(NAME_VARIABLES):
        readings = [(name, _read(name, french)) for name in item.names(variable)]
        decisions[variable] = [
            (_as_read(name, reading), reading.mode) if reading else None for name, reading in readings
        ]
    yield from _decided(item, decisions)


def _normalize_capitals(item: Item) -> Iterator[Edit | Notice]:
    yield from _decided(
        item,
        {variable: [_lower_capitals(name) for name in item.names(variable)] for variable in sorted(NAME_VARIABLES)},
    )


RULES: Final = (
    Rule(
        id="name-order",
        code="N2",
        family="names",
        summary_en="“NOM Prénom”, “Nom (Prénom)” without a comma: what is in capitals, or first, is the surname.",
        summary_fr="« NOM Prénom », « Nom (Prénom) » sans virgule : les capitales, ou la tête, sont le nom de famille.",
        mode=Mode.AUTO,
        source="AFNOR Z 44-061 (personal name headings); 129 of 186 French CSL styles print NOM Prénom",
        examples=(
            Example("author", (Name(given="JUAN", family="Maïté"),), (Name(family="Juan", given="Maïté"),)),
            Example("author", (Name(given="LE GOFF", family="Jacques"),), (Name(family="Le Goff", given="Jacques"),)),
            Example(
                "author",
                (Name(given="HENRY", family="Marie-Catherine"),),
                (Name(family="Henry", given="Marie-Catherine"),),
            ),
            Example("author", (Name(given="Dupont", family="(Jean)"),), (Name(family="Dupont", given="Jean"),)),
            Example("author", (Name(given="Dupont", family="J.-P."),), (Name(family="Dupont", given="J.-P."),)),
            Example("author", (Name(given="INSEE", family="Première"),), (Name(given="INSEE", family="Première"),)),
        ),
        apply=_normalize_order,
        needs_french=False,
    ),
    Rule(
        id="name-capitals",
        code="N1",
        family="names",
        summary_en="A surname typed in capitals is written as names are; acronyms and Roman numerals keep theirs.",
        summary_fr=(
            "Un nom de famille saisi en capitales s'écrit normalement ; sigles et chiffres romains gardent les leurs."
        ),
        mode=Mode.AUTO,
        source="CSL: capitals and small capitals belong to the style; Lexique de l'Imprimerie nationale, Noms propres",
        examples=(
            Example("author", (Name(family="RULLAC", given="Stéphane"),), (Name(family="Rullac", given="Stéphane"),)),
            Example(
                "author",
                (Name(family="MERDINGER-RUMPLER", given="CAROLINE"),),
                (Name(family="Merdinger-Rumpler", given="Caroline"),),
            ),
            Example(
                "author", (Name(family="D'ABOVILLE", given="Gérard"),), (Name(family="D'Aboville", given="Gérard"),)
            ),
            Example("author", (Name(family="II", given="Jean-Paul"),), (Name(family="II", given="Jean-Paul"),)),
            Example("author", (Name(family="UNESCO", given="Office"),), (Name(family="UNESCO", given="Office"),)),
        ),
        apply=_normalize_capitals,
        needs_french=False,
    ),
)
