"""Numbers: `n°`, `p.`, `vol.`, `t.` taken out of the values, extents told from page ranges, editions as figures.

CSL 1.0.2, "Number": styles add their own labels, and only a bare value is a number to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citekit.french.dates import parse_french_date
from citekit.french.rule import Edit, Example, Rule
from citekit.french.tables import load_table
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.raw_date import parse_raw_date
from citekit.report import Mode, Notice

__all__ = ["RULES", "edition_number", "strip_number_prefix", "strip_page_prefix"]

DEGREE: Final = "\u00b0"
ORDINAL_O: Final = "\u00ba"
NUMERO: Final = "\u2116"
DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014"

_SUP_O: Final = rf"(?:<sup>\s*[o{DEGREE}{ORDINAL_O}]s?\s*</sup>|\u1d52)"
_NUMBER_PREFIX: Final = re.compile(
    rf"(?:n\s?[{DEGREE}{ORDINAL_O}\u02da]s?|n{_SUP_O}s?|{NUMERO}|num[ée]ros?(?=\s*\d)|num\.|nos?\.|nos?(?=\s+\d)|n\.(?=\s*\d))[\s\u00a0\u202f]*(?=\S)",
    re.IGNORECASE,
)
_VOLUME_PREFIX: Final = re.compile(r"(?:volumes?|vols?\.?|tomes?|t\.)[\s\u00a0\u202f]*(?=[\divxlcdm])", re.IGNORECASE)
_VOLUME_ISSUE: Final = re.compile(
    r"(\d+)\s*(?:\((\d+(?:[-/]\d+)?)\)|,?\s*(?:n\s?[°º]|no\.?|numéro)\s*(\d+(?:[-/]\d+)?))", re.IGNORECASE
)
_VOLUME_WITH_ISSUE: Final = re.compile(rf"(\d{{1,3}})\s?[{DASHES}/]\s?(\d+)")
# Four figures are a year: `2013/4`, `Vol. 12, 2013`.
_VOLUME_SLASH: Final = re.compile(r"(\d{1,3})\s?/\s?(\d{1,3})")
_VOLUME_COMMA: Final = re.compile(r"(\d{1,3})\s*,\s*(\d{1,3})")
_YEAR_ISSUE: Final = re.compile(
    r"(\d{1,3})(?:<sup>)?(?:e|ème|eme|re)(?:</sup>)?\s+année\s*,\s*(?:n\s?[°º]\s*)?(\d+(?:[-/]\d+)?)"
    r"(?:\s*\((?P<date>[^()]+)\))?",
    re.IGNORECASE,
)
# `66e année`: the volume of a journal that counts the years of its life.
_YEAR_OF_LIFE: Final = re.compile(r"(\d{1,3})(?:<sup>)?(?:e|ème|eme)(?:</sup>)?\s+année", re.IGNORECASE)
_VOLUME_ORDINAL: Final = re.compile(r"(\d{1,3})(?:<sup>)?e(?:</sup>)?")
# `147, automne-hiver`
_THEN_SEASON: Final = re.compile(
    rf"(\d+(?:[{DASHES}/]\d+)?)\s*,\s*([^\W\d_]{{3,9}}(?:\s?[{DASHES}/]\s?[^\W\d_]{{3,9}})?)"
)
# `P12011` is the number of an electronic article: a capital is a page sign only where a stop or a blank follows.
_PAGE_PREFIX: Final = re.compile(
    r"(?:(?i:pages?|pp?\.)|pp?(?=\s*\d)|PP?(?=\s+\d))[\s\u00a0\u202f]*(?=[\divxlcIVXLC\[])"
)
_PAGE_TO: Final = re.compile(r"(\d+)\s+(?:à|au)\s+(\d+)")
_PAGE_RANGE: Final = re.compile(rf"(\d+)\s*[{DASHES}]{{1,3}}\s*(\d+)")
_INNER_PAGE_PREFIX: Final = re.compile(r"(?<=[,;] )pp?\.\s?(?=\d)")
_RANGE_THEN_P: Final = re.compile(rf"(\d+\s*[{DASHES}]{{1,3}}\s*\d+)(?:\s*pp?\.?|\.)")
_FROM: Final = re.compile(r"de\s+(?=\d+\s+à\s+\d+$)", re.IGNORECASE)
_COUNT: Final = r"((?:[ivxlc]+\s*[-+,]\s*)?\d+(?:\s*\+\s*[ivxlc\d]+)?)\s*(?:pages?|pp?\.?)"
_EXTENT: Final = re.compile(_COUNT, re.IGNORECASE)
# ISBD, area 5: `1 vol. (331 p.) : ill. ; 24 cm`.
_DESCRIPTION: Final = re.compile(rf"(?:1 vol\.\s*\({_COUNT}\)|{_COUNT})(?:\s*[:;,].*)?", re.IGNORECASE)
# `xv+341` can be nothing else.
_ROMAN_EXTENT: Final = re.compile(r"([ivxlc]+\s*\+\s*\d+(?:\s*\+\s*[ivxlc\d]+)?)", re.IGNORECASE)
_FIGURES: Final = re.compile(r"\d{1,9}")
_PLAIN_NUMBER: Final = re.compile(rf"\d+[A-Za-z]?(?:\s?[{DASHES}/]\s?\d+[A-Za-z]?)?")

_PARTS: Final = ("article", "chapter", "entry", "paper", "review", "post")
_EXTENT_TYPES: Final = frozenset({"book", "thesis", "report", "pamphlet", "manuscript"})
# Pages that a range with a shortened end may span.
_LONGEST_SHORTENED: Final = 100
# A book or a thesis with a bare number in its pages: below this it may be the page that is cited.
_SMALLEST_EXTENT: Final = 48

_EDITION_TABLE: Final = load_table("editions")["ordinals"]
_EDITION: Final = re.compile(
    r"0?(\d{1,3})\s*(?:<sup>)?(?:ère|ere|re|e|è|ème|eme|ième|ieme|nde?|de?|rd|th|\.?(?=\s*[ée]d))(?:</sup>)?\s*"
    r"(?:[ée]d(?:\.|ition)?)?\.?",
    re.IGNORECASE,
)
_EDITION_WORD: Final = re.compile(rf"({'|'.join(_EDITION_TABLE)})\s*(?:[ée]d(?:\.|ition)?)?", re.IGNORECASE)
# An edition typed as a number says so: `2nd ed.`, `3e ed., entièrement revue`.
_SAYS_EDITION: Final = re.compile(r"\d{1,3}\s?(?:e|ème|eme|nde?|rd|th)\s+[ée]d(?:\.|ition)?(?!\w).*", re.IGNORECASE)
_EDITION_ABBREVIATIONS: Final[dict[str, str]] = dict(load_table("editions")["abbreviations"])
_ABBREVIATED: Final = re.compile(rf"(?<![^\W_])({'|'.join(_EDITION_ABBREVIATIONS)})\.(?=[\s,]|$)")
_NEW: Final = re.compile(r"\bNouv\.(?=\s+édition)")
_LONG_ORDINAL: Final = re.compile(r"(?<!\d)(\d{1,2})\s?i?[èe]me\b")
_SHORT_EDITION: Final = re.compile(r"(?<![^\W_])([Éé])d(?:\.(?=[\s,]|$)|$)")
_UNACCENTED_EDITION: Final = re.compile(r"(?<=\de )ed\.")


def strip_number_prefix(text: str) -> str:
    """An issue number without `n°` and its variants; `HS-33`, `hors-série` and `3-4` are numbers as they stand.

    >>> [strip_number_prefix(text) for text in ("n° 3186", "N°147, automne-hiver", "no 383", "HS-33", "Nouvelle série")]
    ['3186', '147, automne-hiver', '383', 'HS-33', 'Nouvelle série']
    """
    match = _NUMBER_PREFIX.match(text)
    return text[match.end() :] if match else text


def strip_volume_prefix(text: str) -> str:
    """A volume number without `vol.`, `t.`, `tome`; Roman numerals stay Roman.

    >>> strip_volume_prefix("Vol. 9"), strip_volume_prefix("tome II"), strip_volume_prefix("Théorie")
    ('9', 'II', 'Théorie')
    """
    match = _VOLUME_PREFIX.match(text)
    return text[match.end() :] if match else text


def strip_page_prefix(text: str) -> str:
    """Page numbers without `p.`, `pp.`, `pages`; `503 à 518` gets a hyphen, a shortened end is completed.

    >>> [strip_page_prefix(text) for text in ("p. 32-34", "pages 503 à 518", "pp. 913--931", "209--59", "p. 11")]
    ['32-34', '503-518', '913-931', '209-259', '11']
    >>> [strip_page_prefix(text) for text in ("5-52 p.", "p. 12-15, p. 20", "de 12 à 34")]
    ['5-52', '12-15, 20', '12-34']
    """
    match = _PAGE_PREFIX.match(text)
    bare = _INNER_PAGE_PREFIX.sub("", text[match.end() :] if match else _FROM.sub("", text))
    if span := _RANGE_THEN_P.fullmatch(bare):
        bare = span[1]
    if span := _PAGE_TO.fullmatch(bare):
        bare = f"{span[1]}-{span[2]}"
    if span := _PAGE_RANGE.fullmatch(bare):
        return f"{span[1]}-{_completed(span[1], span[2])}"
    return bare


def _completed(start: str, end: str) -> str:
    """The end of a range with the figures that it shares with the start: 209-59 is 209-259."""
    if 3 <= len(start) <= 5 and 2 <= len(end) < len(start):
        full = start[: len(start) - len(end)] + end
        # Whoever shortens leaves out all that is shared, so `2019-249` is a slip of the pen and no shortened 2249.
        return full if 0 < int(full) - int(start) < _LONGEST_SHORTENED else end
    return end


def _regular(text: str) -> str:
    return _UNACCENTED_EDITION.sub("édition", _LONG_ORDINAL.sub(r"\1e", text))


def edition_number(text: str) -> str:
    """The figure of an edition, or the text with `éd.` written out where there is more to say.

    >>> [edition_number(text) for text in ("2ème édition", "3e éd", "deuxième édition", "2e éd. revue", "Seuil")]
    ['2', '3', '2', '2e édition revue', 'Seuil']
    >>> edition_number("Nouv. éd. rev. et augm.")
    'Nouvelle édition revue et augmentée'
    """
    plain = text.strip()
    if match := _EDITION.fullmatch(plain):
        return match[1]
    if match := _EDITION_WORD.fullmatch(plain):
        return str(_EDITION_TABLE[match[1].casefold()])
    full = _NEW.sub("Nouvelle", _SHORT_EDITION.sub(r"\1dition", _regular(text)))
    # Beside the word for an edition, which is feminine, nothing else is abbreviated so.
    return _ABBREVIATED.sub(lambda match: _EDITION_ABBREVIATIONS[match[1]], full) if "dition" in full else full


def _normalize_issue(item: Item) -> Iterator[Edit | Notice]:
    for variable in ("issue", "number", "collection-number", "supplement-number"):
        before = item.text(variable)
        yearly = _YEAR_ISSUE.fullmatch(before)
        if variable == "issue" and yearly and not item.text("volume"):
            # `66e année, 194`: the year of the journal's life is its volume.
            yield Edit("issue", yearly[2], keep={"issue-as-given": before} if yearly["date"] else {})
            yield Edit("volume", yearly[1], is_continued=True)
            date = parse_french_date(yearly["date"] or "")
            if date is not None and date.start is not None and not date.literal and item.date("issued") is None:
                yield Edit("issued", date, is_continued=True)
            continue
        after = strip_number_prefix(before)
        if variable == "issue" and item.type.startswith("article"):
            edits = list(_parted_issue(item, before, after))
            yield from edits
            if edits:
                continue
        if after != before:
            yield Edit(variable, after)
        if variable == "issue":
            yield from _season_of(item, after)


def _parted_issue(item: Item, before: str, after: str) -> Iterator[Edit]:
    """The volume that is typed as an issue number, or before it."""
    if item.text("volume"):
        return
    both = (_falling(after) if after != before else None) or _in_brackets(after)
    bare = strip_volume_prefix(after)
    if both:
        yield Edit("issue", both[1])
        yield Edit("volume", both[0], is_continued=True)
    elif bare != after:
        # `t. 88e`, and no volume.
        yield Edit("volume", ordinal[1] if (ordinal := _VOLUME_ORDINAL.fullmatch(bare)) else bare)
        yield Edit("issue", None, keep={"issue-as-given": before}, is_continued=True)


def _season_of(item: Item, after: str) -> Iterator[Edit]:
    """The season behind an issue number: proposed for the date, which is no number's business."""
    season = _THEN_SEASON.fullmatch(after)
    issued = item.date("issued")
    if season and issued and issued.start and issued.end is None and not issued.start.month:
        date = parse_raw_date(f"{season[2]} {issued.start.year}")
        if date.start is not None and not date.literal:
            yield Edit("issue", season[1], mode=Mode.ASK, keep={"issue-as-given": after})
            yield Edit("issued", date, mode=Mode.ASK, is_continued=True)


def _in_brackets(text: str) -> tuple[str, str] | None:
    """The volume and the issue of `41(2)` or `41, n° 2`."""
    found = _VOLUME_ISSUE.fullmatch(text)
    return (found[1], found[2] or found[3]) if found else None


def _normalize_volume(item: Item) -> Iterator[Edit | Notice]:
    before = item.text("volume")
    if not before:
        return
    if _NUMBER_PREFIX.match(before):
        bare = strip_number_prefix(before)
        if item.text("issue"):
            yield Edit("volume", _without_issue(bare, item.text("issue")))
        elif both := _falling(bare):
            yield Edit("issue", both[1])
            yield Edit("volume", both[0], is_continued=True)
        elif item.type.startswith("article") and bare[:1].isdigit():
            # An issue number typed as a volume: the article has no other.
            mode = Mode.AUTO if _PLAIN_NUMBER.fullmatch(bare) else Mode.ASK
            yield Edit("issue", bare, mode=mode)
            yield Edit("volume", None, mode=mode)
        return
    bare = strip_volume_prefix(before)
    bare = _without_issue(bare, item.text("issue"))
    if item.type.startswith("article") and (year := _YEAR_OF_LIFE.fullmatch(bare)):
        bare = year[1]
    if (both := _in_brackets(bare)) and not item.text("issue"):
        yield Edit("issue", both[1])
        bare = both[0]
    elif bare != before and (found := _VOLUME_COMMA.fullmatch(bare)) and not item.text("issue"):
        # Behind the word for a volume a second figure is the issue: `Vol. 4, 1`.
        yield Edit("issue", found[2])
        bare = found[1]
    if bare != before:
        yield Edit("volume", bare)


def _falling(text: str) -> tuple[str, str] | None:
    """The volume and the issue of `12/2`; `1/2` may be a double issue."""
    match = _VOLUME_SLASH.fullmatch(text)
    return (match[1], match[2]) if match and int(match[2]) < int(match[1]) else None


def _without_issue(volume: str, issue: str) -> str:
    """`55-2` beside the issue 2 says the issue twice."""
    both = _VOLUME_WITH_ISSUE.fullmatch(volume)
    return both[1] if both and both[2] == issue else volume


def _normalize_pages(item: Item) -> Iterator[Edit | Notice]:
    before = item.text("page")
    # `331 p.` is an extent and the next rule's business.
    if before and not _EXTENT.fullmatch(before):
        after = strip_page_prefix(before)
        if after != before:
            yield Edit("page", after)


def _normalize_extent(item: Item) -> Iterator[Edit | Notice]:
    total = item.text("number-of-pages")
    if match := _EXTENT.fullmatch(total):
        yield Edit("number-of-pages", match[1])
    pages = item.text("page")
    if total or not pages or item.type.startswith(_PARTS):
        return
    if match := _EXTENT.fullmatch(pages) or _ROMAN_EXTENT.fullmatch(pages) or _DESCRIPTION.fullmatch(pages):
        count = next(group for group in match.groups() if group)
        says_more = match.re is _DESCRIPTION
        yield Edit("number-of-pages", count, keep={"page-as-given": pages} if says_more else {})
        yield Edit("page", None, is_continued=True)
    elif item.type not in _EXTENT_TYPES:
        return
    elif _FIGURES.fullmatch(pages):
        # With a volume and a number it may be an article, and the figure its first page.
        is_issue = item.text("volume") and (item.text("number") or item.text("issue"))
        mode = Mode.AUTO if int(pages) >= _SMALLEST_EXTENT and not is_issue else Mode.ASK
        yield Edit("number-of-pages", pages, mode=mode)
        yield Edit("page", None, mode=mode, is_continued=True)


def _normalize_edition(item: Item) -> Iterator[Edit | Notice]:
    before = item.text("edition")
    after = edition_number(before)
    if after == "1":
        # Only later editions are told apart, but a bare 1 does no harm.
        yield Edit("edition", None, mode=Mode.ASK)
    if after != before:
        yield Edit("edition", after)
    for variable in ("number", "collection-number"):
        typed = item.text(variable)
        if not before and _SAYS_EDITION.fullmatch(typed):
            yield Edit("edition", edition_number(typed))
            yield Edit(variable, None, is_continued=True)
            return


_SOURCE: Final = "CSL 1.0.2, Number: the label belongs to the style"

RULES: Final = (
    Rule(
        id="number-prefix",
        code="V1",
        family="numbers",
        summary_en="n°, no, numéro go out of issue and series numbers.",
        summary_fr="n°, no, numéro sortent des numéros de revue et de collection.",
        mode=Mode.AUTO,
        source=_SOURCE,
        examples=(
            Example("issue", f"n{DEGREE} 3186", "3186"),
            Example("issue", "no.534", "534"),
            Example("issue", "n<sup>o</sup> 12", "12"),
            Example("issue", "66e année, 194", "194", "article-journal"),
            Example("issue", "41(2)", "2", "article-journal"),
            Example("issue", "t. 88e", None, "article-journal"),
            Example("issue", "hors-série", "hors-série"),
            Example("issue", "numéro spécial", "numéro spécial"),
            Example(
                "issue", "N°147, automne-hiver", "147", "article-journal", beside={"issued": Date(DatePoint(2019))}
            ),
        ),
        apply=_normalize_issue,
        needs_french=False,
    ),
    Rule(
        id="volume-prefix",
        code="V1B",
        family="numbers",
        summary_en="vol., t., tome go out of volume numbers; an issue number typed there moves to the issue.",
        summary_fr="vol., t., tome sortent des numéros de volume ; un numéro de revue saisi là passe au numéro.",
        mode=Mode.AUTO,
        source=_SOURCE,
        examples=(
            Example("volume", "vol. 3", "3"),
            Example("volume", "t. 2", "2"),
            Example("volume", "tome II", "II"),
            Example("volume", "41(2)", "41", "article-journal"),
            Example("volume", "66e année", "66", "article-journal"),
            Example("volume", "55-2", "55", "article-journal", beside={"issue": "2"}),
            Example("volume", "55-56", "55-56", "article-journal", beside={"issue": "2"}),
        ),
        apply=_normalize_volume,
        needs_french=False,
    ),
    Rule(
        id="page-extent",
        code="P2",
        family="numbers",
        summary_en="“331 p.” of a book is its number of pages.",
        summary_fr="« 331 p. » d'un livre est son nombre de pages.",
        mode=Mode.AUTO,
        source="AFNOR Z 44-005, Zone de la collation; CSL variable number-of-pages",
        examples=(
            Example("number-of-pages", "331 p.", "331"),
            Example("number-of-pages", "262 pages", "262"),
            Example("page", "153", None),
            Example("page", "xv+341", None),
            Example("page", "1 vol. (331 p.) : ill. ; 24 cm", None),
            Example("page", "11", "11", "article-journal"),
        ),
        apply=_normalize_extent,
        needs_french=False,
    ),
    Rule(
        id="page-prefix",
        code="P1",
        family="numbers",
        summary_en="p., pp., pages go out of page numbers; “503 à 518” and “209--59” become full ranges.",
        summary_fr=(
            "p., pp., pages sortent des numéros de page ; « 503 à 518 » et « 209--59 » deviennent des "
            "intervalles complets."
        ),
        mode=Mode.AUTO,
        source=_SOURCE,
        examples=(
            Example("page", "p. 32-34", "32-34", "article-journal"),
            Example("page", "p. 11", "11", "article-journal"),
            Example("page", "pages 503 à 518", "503-518", "article-journal"),
            Example("page", "e12, 15", "e12, 15", "article-journal"),
        ),
        apply=_normalize_pages,
        needs_french=False,
    ),
    Rule(
        id="edition-number",
        code="E1",
        family="numbers",
        summary_en="“2e éd.” is edition 2; a fuller statement keeps its words, with édition written out.",
        summary_fr="« 2e éd. » est l'édition 2 ; une mention plus complète garde ses mots, édition en toutes lettres.",
        mode=Mode.AUTO,
        source="AFNOR Z 44-005, Zone de l'édition",
        examples=(
            Example("edition", "2ème édition", "2"),
            Example("edition", "deuxième édition", "2"),
            Example("edition", "2nd ed.", "2"),
            Example("edition", "6. ed", "6"),
            Example("edition", "3e éd. revue", "3e édition revue"),
            Example("edition", "éd. rev. et augm.", "édition revue et augmentée"),
            Example("number", "2nd ed.", None),
            Example("edition", "Petite Bibliothèque Payot", "Petite Bibliothèque Payot"),
        ),
        apply=_normalize_edition,
    ),
)
