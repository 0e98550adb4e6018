"""Capital letters of French titles: never changed by themselves, proposals where English habits or capitals got in.

A French title has a capital on its first word and on proper nouns only, which no list tells from other words; so every
new case is a proposal. Braces that guarded capitals for English styles have nothing to guard in French.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citekit.french.languages import is_french_text
from citekit.french.rule import TITLE_LIKE, Edit, Example, Rule, on_strings
from citekit.french.tables import load_table, words
from citekit.items.item import Item
from citekit.report import Mode, Notice

__all__ = ["RULES", "propose_sentence_case", "unprotect"]

_TABLE: Final = load_table("function_words")["fr"]
_FUNCTION_WORDS: Final = words(_TABLE["strong"]) | words(_TABLE["weak"])
_ACRONYMS: Final = words(load_table("acronyms")["acronyms"])
_PROPER: Final = {name.casefold(): name for name in words(load_table("proper_nouns")["names"])}

_GUARD: Final = re.compile(r"<span class=\"nocase\">|</span>")
_GUARDED: Final = re.compile(r"<span class=\"nocase\">((?:(?!<span|</span>).)*)</span>")
_OTHER_SPAN: Final = re.compile(r"<span (?!class=\"nocase\">)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_STARTS_ANEW: Final = re.compile(r"(?:^|[.:?!\u2026«\"\u201c]\s*|\s[-\u2013\u2014]\s)$")
_ROMAN: Final = re.compile(r"(?:[IVXLC]{2,}|[IVX](?=e(?!\w)))(?:e|er|ème)?")
_FEWEST_WORDS: Final = 4
_LONGEST_ACRONYM: Final = 5
_MANY_WORDS: Final = 6
"""So many capitals are no accident, even where no function word has one; fewer may all be names."""
_MOSTLY: Final = 0.8


def unprotect(text: str) -> str:
    """A title without the marks that guard its capitals.

    >>> unprotect('<span class="nocase">Le</span> <span class="nocase">Centre</span>')
    'Le Centre'
    """
    return text if _OTHER_SPAN.search(text) else _GUARD.sub("", text)


def propose_sentence_case(text: str) -> str:
    """A title typed by English rules or wholly in capitals, with capitals on first words and known names only.

    >>> propose_sentence_case("Vers Une Recherche Reproductible Dans Un Cadre")
    'Vers une recherche reproductible dans un cadre'
    >>> propose_sentence_case("LA MUSIQUE AU CŒUR DE PARIS ET LE CNRS")
    'La musique au cœur de Paris et le CNRS'
    >>> propose_sentence_case("Les Liaisons dangereuses")
    'Les Liaisons dangereuses'
    """
    bare = _GUARD.sub("", text)
    if _all_capitals(bare) or _title_case(bare):
        return _lowered(text, capitals=_all_capitals(bare))
    return text


def _has_shouted_part(text: str) -> bool:
    """A title in capitals with something typed otherwise behind it: `MISSION CULTURE ET VILLE, Rapport`."""
    found = [word for word in _WORD.findall(text) if len(word) > 1]
    shouted = [word for word in found if word.isupper()]
    # `Instruction n° 303/ARM/SGA/DMCA`: acronyms are short.
    return sum(len(word) > _LONGEST_ACRONYM for word in shouted) >= 2 and len(shouted) >= max(
        _FEWEST_WORDS, _MOSTLY * len(found)
    )


def _all_capitals(text: str) -> bool:
    found = _WORD.findall(text)
    is_all = len(found) >= _FEWEST_WORDS and text == text.upper() and any(len(word) > 3 for word in found)
    return is_all or _has_shouted_part(text)


def _is_shouted(text: str) -> bool:
    """Mostly words in capitals, with something typed otherwise: `LE RÔLE DE LA CONFIANCE (French)` is no title case."""
    found = [word for word in _WORD.findall(text) if len(word) > 1]
    return 2 * len([word for word in found if word.isupper()]) > len(found)


def _title_case(text: str) -> bool:
    """English capitals: nearly every word has one, a function word inside the title too."""
    if _is_shouted(text):
        return False
    inner = [match for match in _WORD.finditer(text) if match.start() and len(match[0]) > 1]
    inner = [match for match in inner if not _STARTS_ANEW.search(text[: match.start()])]
    content = [match[0] for match in inner if match[0].casefold() not in _FUNCTION_WORDS]
    linking = [match[0] for match in inner if match[0].casefold() in _FUNCTION_WORDS]
    capitals = sum(word[0].isupper() for word in content)
    if len(content) < _FEWEST_WORDS - 1 or capitals < _MOSTLY * len(content):
        return False
    return any(word[0].isupper() for word in linking) or (capitals == len(content) and len(content) >= _MANY_WORDS)


def _lowered(text: str, capitals: bool) -> str:
    guarded = [(match.start(1), match.end(1)) for match in _GUARDED.finditer(text)]
    marks = [(match.start(), match.end()) for match in re.finditer(r"<[^<>]*>", text)]

    def word(match: re.Match[str]) -> str:
        typed = match[0]
        if any(start <= match.start() < end for start, end in (*marks, *guarded)):
            return typed
        known = _PROPER.get(typed.casefold())
        if known:
            return known
        # Two capitals are an acronym, but not in a title that is all capitals: there the list decides.
        if typed in _ACRONYMS or (_ROMAN.fullmatch(typed) and len(typed) > 1):
            return typed
        if not capitals and sum(c.isupper() for c in typed) > 1:
            return typed
        if capitals and not typed.isupper():
            # Whatever stands behind what was shouted has its own capitals.
            return typed
        # An initial stays: `Bailly A., Ferras R.`
        if len(typed) == 1 and text[match.end() : match.end() + 1] == ".":
            return typed
        before = _GUARD.sub("", text[: match.start()])
        low = typed.lower()
        return low[0].upper() + low[1:] if _STARTS_ANEW.search(before) else low

    return _WORD.sub(word, text)


def _propose(item: Item, wants_capitals: bool) -> Iterator[Edit | Notice]:
    for variable in ("title", "container-title", "collection-title"):
        text = item.text(variable)
        # The name of a journal keeps the capitals that it prints.
        if not text or (variable != "title" and item.type != "chapter") or not is_french_text(item, variable, text):
            continue
        if _all_capitals(_GUARD.sub("", text)) is wants_capitals:
            proposed = propose_sentence_case(text)
            if proposed != text:
                yield Edit(variable, unprotect(proposed))


def _propose_from_capitals(item: Item) -> Iterator[Edit | Notice]:
    return _propose(item, wants_capitals=True)


def _propose_from_title_case(item: Item) -> Iterator[Edit | Notice]:
    return _propose(item, wants_capitals=False)


def _leave(item: Item) -> Iterator[Edit | Notice]:
    """What is never done."""
    return iter(())


RULES: Final = (
    Rule(
        id="title-case-kept",
        code="T1",
        family="cases",
        summary_en="The case of a French title is never changed: no title case, no sentence case.",
        summary_fr="La casse d'un titre français n'est jamais modifiée : ni capitales à l'anglaise, ni l'inverse.",
        mode=Mode.NEVER,
        source="CSL 1.0.2, Text-case; Better BibTeX issue 1362, JabRef issue 9144",
        examples=(Example("title", "Les Liaisons dangereuses", "Les Liaisons dangereuses"),),
        apply=_leave,
    ),
    Rule(
        id="title-english-case",
        code="T3",
        family="cases",
        summary_en="A French title with English capitals: capitals on its first word and known names are proposed.",
        summary_fr="Un titre français à capitales anglaises : la capitale au premier mot et aux noms est proposée.",
        mode=Mode.ASK,
        source="Lexique des règles typographiques en usage à l'Imprimerie nationale, Titres d'œuvres",
        examples=(
            Example(
                "title",
                "Vers Une Recherche Reproductible Dans Un Cadre",
                "Vers une recherche reproductible dans un cadre",
            ),
            Example("title", "Les Liaisons dangereuses", "Les Liaisons dangereuses"),
        ),
        apply=_propose_from_title_case,
    ),
    Rule(
        id="title-capitals",
        code="G5",
        family="cases",
        summary_en="A title typed wholly in capitals: sentence case is proposed, known acronyms and names kept.",
        summary_fr="Un titre saisi tout en capitales : la casse courante est proposée, sigles et noms connus gardés.",
        mode=Mode.ASK,
        source="Lexique des règles typographiques en usage à l'Imprimerie nationale, Titres d'œuvres",
        examples=(
            Example("title", "LA MUSIQUE AU CŒUR DE PARIS", "La musique au cœur de Paris"),
            Example("title", "MISSION VILLE ET CULTURE, Rapport", "Mission ville et culture, Rapport"),
            Example("title", "CNRS INRA", "CNRS INRA"),
        ),
        apply=_propose_from_capitals,
    ),
    Rule(
        id="title-braces",
        code="T2",
        family="cases",
        summary_en="Braces that guarded capitals for English styles go out of French titles; the text stays.",
        summary_fr="Les accolades qui protégeaient des capitales sortent des titres français ; le texte reste.",
        mode=Mode.AUTO,
        source="measured: 518 of 2,321 French entries; CSL changes the case of English titles only",
        examples=(
            Example("title", '<span class="nocase">Le</span> Centre', "Le Centre"),
            Example("title", "Le Centre", "Le Centre"),
        ),
        apply=on_strings(TITLE_LIKE, unprotect, is_french_text),
    ),
)
