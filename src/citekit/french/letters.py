"""Lost letters: `ma??triser`, `d'½uvres`, U+FFFD; a word is proposed where only one fits.

Whoever reads a file in the wrong encoding loses letters with accents first. What is left around them mostly tells the
word; it is looked for in the other texts of the same item and in a list of frequent words. Nothing is ever restored
without asking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from citekit.french.names import FREQUENT_NAMES
from citekit.french.rule import PROSE_VARIABLES, TITLE_LIKE, Edit, Example, Rule
from citekit.french.tables import load_table, words
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import NAME_VARIABLES
from citekit.report import Mode, Notice

__all__ = ["RULES", "restore_letters"]

REPLACEMENT: Final = "\ufffd"
ONE_HALF: Final = "\u00bd"
ONE_QUARTER: Final = "\u00bc"
LATIN_C_CARON: Final = "\u010d"
LATIN_R_ACUTE: Final = "\u0155"

_WORDS: Final = words(load_table("lost_letters")["words"])
# What stands for one or two lost letters; `½` and `¼` are what œ and Œ of one code page (Latin-9) are in another
# (Latin-1), and the
# `č` and `ŕ` of Central European code pages are met for an `à` that stands alone.
_LOST: Final = rf"\?\?|{REPLACEMENT}{{1,2}}|[{ONE_HALF}{ONE_QUARTER}](?=[^\W\d_])"
_DAMAGED: Final = re.compile(
    rf"(?:[^\W\d_]|{_LOST})*(?:{_LOST})(?:[^\W\d_]|{_LOST})*|(?<!\w)[{LATIN_C_CARON}{LATIN_R_ACUTE}](?= [a-z])"
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_WHOLE_WORD: Final = re.compile(r"[^\W\d_]+")
_PARTICIPLE: Final = re.compile(rf"(?<=[a-z][bcdfglmnprstvz]){REPLACEMENT}e(?P<plural>s?)$")
_FEWEST_LETTERS: Final = 3
_LIGATURE: Final = {ONE_HALF: "œ", ONE_QUARTER: "Œ", LATIN_C_CARON: "à", LATIN_R_ACUTE: "à"}


def restore_letters(text: str, known: Iterable[str] = ()) -> str:
    """A text whose damaged words are replaced where exactly one of the known words fits.

    >>> restore_letters("Les ma??tres de la ville"), restore_letters("Les z??zz de la ville")
    ('Les maîtres de la ville', 'Les z??zz de la ville')
    >>> restore_letters("Le quoi ?? Oui"), restore_letters("Les Cor??ens", ["Coréens"])
    ('Le quoi ?? Oui', 'Les Coréens')
    """
    candidates = _WORDS | {word.casefold() for word in known}
    return _restored(text, candidates)


def _restored(text: str, candidates: Iterable[str]) -> str:
    return _DAMAGED.sub(lambda match: _whole(match[0], candidates), text)


def _whole(damaged: str, candidates: Iterable[str]) -> str:
    """The only word that has the letters which are left, with the capitals that they have."""
    mended = damaged
    for mark, letter in _LIGATURE.items():
        mended = mended.replace(mark, letter)
    pieces = re.split(_LOST, mended)
    if len(pieces) == 1:
        return mended if mended.casefold() in candidates else damaged
    if sum(map(len, pieces)) < _FEWEST_LETTERS:
        return damaged
    form = re.compile(r"(?=.*[^\x00-\x7f])" + r"[^\W\d_]{1,2}".join(map(re.escape, pieces)), re.IGNORECASE)
    # The letter that was lost is none of ASCII's: `ma??triser` is no `mastriser`.
    found = {word for word in candidates if form.fullmatch(word)}
    if not found and (ending := _PARTICIPLE.search(mended)):
        # `maltrait\ufffde`: between a consonant and a final e only é can have stood.
        return f"{mended[: ending.start()]}ée{ending['plural']}"
    if len(found) != 1:
        return damaged
    word = found.pop()
    first = _LETTER.match(damaged)
    return word.upper() if damaged.isupper() else word.capitalize() if first and first[0].isupper() else word


def _propose(item: Item) -> Iterator[Edit | Notice]:
    texts = [value for value in item.variables.values() if isinstance(value, str)]
    known = {word for text in texts for word in _WHOLE_WORD.findall(_DAMAGED.sub(" ", text)) if not word.isascii()}
    for variable in (*TITLE_LIKE, *PROSE_VARIABLES, "publisher"):
        given = item.text(variable)
        if given and _DAMAGED.search(given):
            restored = restore_letters(given, known)
            if restored != given:
                yield Edit(variable, restored)
    for variable in sorted(NAME_VARIABLES):
        names = item.names(variable)
        whole = tuple(_restored_name(name) for name in names)
        if whole != names:
            yield Edit(variable, whole)


def _restored_name(name: Name) -> Name:
    if not _DAMAGED.search(f"{name.given} {name.family}"):
        return name
    return replace(name, given=_restored(name.given, FREQUENT_NAMES), family=_restored(name.family, FREQUENT_NAMES))


RULES: Final = (
    Rule(
        id="text-restored",
        code="T5C",
        family="letters",
        summary_en="A word that lost a letter to an encoding is proposed where only one known word fits.",
        summary_fr="Un mot dont l'encodage a perdu une lettre est proposé quand un seul mot connu convient.",
        mode=Mode.ASK,
        source="measured: 31 titles; Dictionnaire de l'Académie française for the words",
        examples=(
            Example("title", "Les ma??tres de la ville", "Les maîtres de la ville"),
            Example("title", f"L'{ONE_HALF}uvre et la ville", "L'œuvre et la ville"),
            Example("title", f"Une enfance maltrait{REPLACEMENT}e", "Une enfance maltraitée"),
            Example("title", "Quoi ?? Une ville", "Quoi ?? Une ville"),
            Example(
                "author",
                (Name(family="Singly", given="Fran??ois", dropping_particle="de"),),
                (Name(family="Singly", given="François", dropping_particle="de"),),
            ),
        ),
        apply=_propose,
    ),
)
