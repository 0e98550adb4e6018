"""Languages: names of languages to BCP 47 tags, and French recognised by its function words.

BCP 47 (RFC 5646) with the IANA subtag registry. Most French entries carry no language at all, and without one a style
may print a French title by English rules; so French is inferred where a text leaves no doubt, and said to be inferred.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from citekit.french.rule import Edit, Example, Rule
from citekit.french.tables import load_table, words
from citekit.items.item import Item
from citekit.report import Mode, Notice

__all__ = ["RULES", "French", "is_french", "is_french_text", "language_tag", "look_for_french"]

_TAGS: Final[dict[str, str]] = {name: tag for tag, names in load_table("languages")["names"].items() for name in names}
_TABLE: Final = load_table("function_words")
_STRONG: Final = words(_TABLE["fr"]["strong"])
_WEAK: Final = words(_TABLE["fr"]["weak"])
_FRENCH: Final = _STRONG | _WEAK
_OTHERS: Final = {tag: words(part["words"]) for tag, part in _TABLE.items() if tag != "fr"}

_TAG_FORM: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?")
_IN_BRACKETS: Final = re.compile(r".*\[([a-z]{3})\]\s*")
_SEPARATORS: Final = re.compile(r"\s*[;,/]\s*|\s+(?:and|et)\s+")
# What is raised belongs to its word: `XIX<sup>e</sup>` has no Italian `e`.
_RAISED: Final = re.compile(r"<su[pb]>\s*[^<>]{0,6}</su[pb]>")
_MARKUP: Final = re.compile(r"<[^<>]*>|https?://\S+")
_POSSESSIVE: Final = re.compile(r"[^\W\d_]{2}'s(?!\w)")
# No other language writes its ordinals so.
_ORDINAL: Final = re.compile(r"(?<!\w)(?:\d{1,3}|[IVXLC]{1,7})i?èmes?(?!\w)")
_WORDS: Final = re.compile(r"[^\W\d_]+(?:['\u2019](?=[^\W\d_]|\s|[«<]))?")
# Word forms that go with French; only ever a second sign. `à` and `é` are Portuguese, Catalan, Italian too.
_FRENCH_FORM: Final = re.compile(
    r"[^\W\d_]*[àâèêëîïôùûœ][^\W\d_]*|[^\W\d_]{2,}(?:é|ée|és|ées|eux|euse|eaux|tions?|ique|iques|isme|aire|aires|eur|eurs|oire|ement|elle|ance|aise)"
)
# Endings that none of the neighbouring languages has.
_FRENCH_ENDING: Final = re.compile(r"[^\W\d_]{2,}(?:ités?|iques?|aires?|eurs?|eux|euses?|ées?|ières?|iennes?|elles?)")


def language_tag(text: str) -> str:
    """The BCP 47 tag that a language name, code or list of them stands for, or the empty string.

    The first of several languages wins, as the catalogue has it.

    >>> language_tag("French [fra]"), language_tag("fr_FR"), language_tag("Français ; anglais"), language_tag("2016")
    ('fr', 'fr-FR', 'fr', '')
    """
    name = unicodedata.normalize("NFC", text).strip().rstrip(".").casefold()
    bracketed = _IN_BRACKETS.fullmatch(name)
    if bracketed:
        name = bracketed[1]
    if name in _TAGS:
        return _TAGS[name]
    form = _TAG_FORM.fullmatch(name)
    if form and (form[2] or form[3]):
        # Only tags whose language is known: `in-de` is not a language.
        primary = _TAGS.get(form[1], "")
        return (
            "-".join(part for part in (primary, (form[2] or "").title(), (form[3] or "").upper()) if part)
            if primary
            else ""
        )
    first = _SEPARATORS.split(name)[0].strip() or name
    if first != name:
        return language_tag(first)
    # `fre grc`: codes separated by a blank.
    codes = name.split()
    if len(codes) > 1 and all(len(code) == 3 and code in _TAGS for code in codes):
        return _TAGS[codes[0]]
    return ""


@dataclass(frozen=True, slots=True)
class French:
    """How French a text looks.

    `found` are its French function words, `strong` how many of them are hardly anything else and `unshared` how many
    are not English too (`a`, `on`); `has_possessive` says that a word ends in the English `'s`; `rival` is the best
    score of another language and `foreign` the most function words of one that French does not share; `forms` and
    `endings` count words that look French; `length` is the number of words.
    """

    found: tuple[str, ...]
    strong: int
    unshared: int
    has_possessive: bool
    rival: int
    foreign: int
    forms: int
    endings: int
    length: int

    @property
    def is_certain(self) -> bool:
        """Two French function words, or fewer with French word forms, and no other language that explains as much."""
        # A title in two languages, or an abstract followed by its translation.
        if self.foreign >= 3 and self.foreign * 4 > len(self.found):
            return False
        # `Huntington's disease: les jeux sont faits?` quotes French in English.
        if self.has_possessive and (len(self.found) < 3 or self.foreign):
            return False
        # `Histoire des humanités numériques`: no other language has two such endings.
        if self.unshared >= 1 and self.endings >= 2 and self.foreign == 0:
            return True
        if len(self.found) >= 2 and self.strong >= 1:
            return len(self.found) > self.rival or (
                len(self.found) == self.rival and self.forms >= 1 and self.foreign == 0
            )
        if self.unshared >= 2:
            return self.endings >= 1 and self.foreign == 0
        return self.strong == 1 and self.forms >= 1 and self.rival == 0

    @property
    def is_foreign(self) -> bool:
        """Another language explains the text better."""
        return self.rival > len(self.found)


def look_for_french(text: str) -> French:
    """Count the signs of French in a text.

    >>> look_for_french("Les innovations sociales dans l'aide à domicile").is_certain
    True
    >>> look_for_french("La casa de las flores").is_certain
    False
    """
    # Tags typed as entities are tags: `&lt;i&gt;` has no Italian `i`.
    unescaped = html.unescape(text)
    ordinals = _ORDINAL.findall(re.sub(r"</?su[pb]>|<span class=\"nocase\">|</span>|[{}^]", "", unescaped))
    plain = _MARKUP.sub(" ", _RAISED.sub("", unescaped)).replace("\u2019", "'")
    # A title typed wholly in capitals has the same words.
    tokens = [token.casefold() for token in _WORDS.findall(plain)]
    distinct = dict.fromkeys(tokens)
    found = (*(token for token in distinct if token in _FRENCH), *dict.fromkeys(ordinals))
    rival = max(sum(token in vocabulary for token in distinct) for vocabulary in _OTHERS.values())
    foreign = max(
        sum(token in vocabulary and token not in _FRENCH for token in distinct) for vocabulary in _OTHERS.values()
    )
    others = [token for token in distinct if token not in _FRENCH]
    return French(
        found,
        strong=sum(token in _STRONG for token in found) + len(set(ordinals)),
        unshared=sum(token not in _OTHERS["en"] for token in found),
        has_possessive=bool(_POSSESSIVE.search(plain)),
        rival=rival,
        foreign=foreign,
        forms=sum(bool(_FRENCH_FORM.fullmatch(token)) for token in others),
        endings=sum(bool(_FRENCH_ENDING.fullmatch(token)) for token in others),
        length=len(tokens),
    )


def inferred(item: Item) -> French | None:
    """The evidence that an item without language is French, or `None`."""
    title = look_for_french(item.text("title"))
    if title.is_certain:
        return title
    if title.rival > 0 and title.is_foreign:
        return None
    # A short title may be of any language; its abstract decides only with a sign of French in the title.
    abstract = look_for_french(item.text("abstract"))
    if abstract.is_certain and abstract.strong >= 4 and (title.forms or title.found):
        return abstract
    return None


def is_french(item: Item) -> bool:
    """Whether rules for French run: the item says so, or says nothing and is evidently French."""
    declared = item.language
    if declared:
        return language_tag(declared).split("-")[0] == "fr"
    return inferred(item) is not None


def is_french_text(item: Item, variable: str, text: str) -> bool:
    """Whether one text of a French item is itself French: an English title or abstract stays English."""
    signs = look_for_french(text)
    if signs.is_foreign:
        return False
    # Prose is long enough to speak for itself.
    return signs.is_certain if variable in ("abstract", "annote", "note") and signs.length >= 8 else True


def _normalize_language(item: Item) -> Iterator[Edit | Notice]:
    declared = item.language
    if not declared:
        return
    tag = language_tag(declared)
    if tag and tag != declared:
        # Several languages become the first of them; the others are kept beside.
        rest = {"languages": declared} if _SEPARATORS.search(declared) or len(declared.split()) > 1 else {}
        yield Edit("language", tag, keep={} if "[" in declared else rest)
    elif not tag and not _TAG_FORM.fullmatch(declared):
        yield Notice(
            "language-unknown",
            f"{declared!r} is not a language",
            item.location,
            remedy="write a BCP 47 tag such as fr or en-GB",
        )
    if tag and not tag.startswith("fr"):
        title = look_for_french(item.text("title"))
        if title.is_certain and title.strong >= 2 and title.foreign == 0:
            yield Notice(
                "language-doubtful",
                f"the language is {tag}, but the title reads as French",
                item.location,
                remedy="check the language",
            )


def _infer_language(item: Item) -> Iterator[Edit | Notice]:
    if item.language:
        return
    signs = inferred(item)
    if signs is not None:
        yield Edit("language", "fr", evidence=f"inferred from: {', '.join(signs.found[:6])}")


RULES: Final = (
    Rule(
        id="language-tag",
        code="L1",
        family="languages",
        summary_en="Names of languages become BCP 47 tags; the first of several wins.",
        summary_fr="Les noms de langues deviennent des étiquettes BCP 47 ; la première de plusieurs l'emporte.",
        mode=Mode.AUTO,
        source="BCP 47 (RFC 5646), IANA subtag registry",
        examples=(
            Example("language", "french", "fr", language=""),
            Example("language", "Français", "fr", language=""),
            Example("language", "fr_CA", "fr-CA", language=""),
            Example("language", "fre grc", "fr", language=""),
            Example("language", "Francés.", "fr", language=""),
            Example("language", "2016", "2016", language=""),
        ),
        apply=_normalize_language,
        needs_french=False,
    ),
    Rule(
        id="language-inferred",
        code="L2",
        family="languages",
        summary_en="An item without language whose title is evidently French is marked as French.",
        summary_fr="Une notice sans langue dont le titre est manifestement français est marquée comme telle.",
        mode=Mode.AUTO,
        source=(
            "measured: 62 % of French entries carry no language; function words of the neighbouring languages as "
            "counter-evidence"
        ),
        examples=(
            Example(
                "title", "Les contrastes de l'innovation sociale", "Les contrastes de l'innovation sociale", language=""
            ),
        ),
        apply=_infer_language,
        needs_french=False,
    ),
)
