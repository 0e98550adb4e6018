"""French typography of plain strings: spaces before high punctuation, guillemets, apostrophes, ellipses.

Lexique des règles typographiques en usage à l'Imprimerie nationale: a no-break space before the colon and inside
guillemets, a thin no-break space before `; ! ?`. Each function is total, idempotent, and leaves addresses, times,
ratios, verse numbers and markup alone.
"""

from __future__ import annotations

import re
from typing import Final

from citekit.french.languages import is_french_text
from citekit.french.masking import MASK_CLASS, outside_protected
from citekit.french.rule import PROSE_VARIABLES, TITLE_LIKE, Example, Rule, on_strings
from citekit.french.tables import load_table
from citekit.items.item import Item
from citekit.report import Mode

__all__ = ["RULES", "fix_apostrophes", "fix_ellipsis", "fix_quotes", "fix_spacing"]

NBSP: Final = "\u00a0"
NARROW_NBSP: Final = "\u202f"
THIN_SPACE: Final = "\u2009"
APOSTROPHE: Final = "\u2019"
ELLIPSIS: Final = "\u2026"
OPEN_INNER: Final = "\u201c"
CLOSE_INNER: Final = "\u201d"

_ANY_SPACE: Final = f"[ {NBSP}{NARROW_NBSP}{THIN_SPACE}]"
# What may stand before a high punctuation mark that lacks its space; a digit may not: `197?` is an uncertain year.
_WORD_END: Final = rf"(?<=[^\W\d_]|[)\]»{CLOSE_INNER}%{MASK_CLASS}])"
# What may follow it: a blank, the end, or a closing mark. `dc:title`, `index.php?id` and `a;b` are no sentences.
_THEN: Final = rf"(?=\s|$|[)\]»{CLOSE_INNER}{MASK_CLASS}.,])"

_SPACED_COLON: Final = re.compile(rf"(?<=\S){_ANY_SPACE}+:(?=\s|$)")
_TIGHT_COLON: Final = re.compile(rf"(?:{_WORD_END}|(?<=[?!{ELLIPSIS}])):(?=\s|$)")
# `1914-1918: la guerre`; before a figure it would be a ratio, and `197?` is an uncertain year.
_AFTER_FIGURE: Final = re.compile(r"(?<=\d)([:;])(?= [^\W\d_])")
_SPACED_MARK: Final = re.compile(rf"(?<=[^\s(\[]){_ANY_SPACE}+([;!?]+){_THEN}")
_TIGHT_MARK: Final = re.compile(rf"{_WORD_END}([;!?]+){_THEN}")
_OPEN_GUILLEMET: Final = re.compile(rf"«{_ANY_SPACE}*(?=\S)")
_CLOSE_GUILLEMET: Final = re.compile(rf"(?<=\S){_ANY_SPACE}*»")
_NUMBER_SIGN: Final = re.compile("(?<![^\\W_])([Nn][\u00b0\u00ba]s?|[Nn]<sup>o</sup>) (?=\\d)")
_PERCENT: Final = re.compile(r"(?<=\d) (?=%(?!\w))")
_BLANKS: Final = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")

_KEY_VALUE: Final = re.compile(r"(?:^|\s)[A-Za-z][A-Za-z0-9_.-]*:\s")
_BRANDS: Final = tuple(load_table("abbreviations")["brands_with_mark"])
_ELISION: Final = r"(?:[ldjmnstcLDJMNSTC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu|[Qq]uelqu|[Aa]ujourd|[Pp]resqu)"
_INNER_APOSTROPHE: Final = re.compile(r"(?P<before>[^\W\d_]+)'(?=(?P<after>[^\W\d_]+))")
_LOST_ACUTE: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]*[bcfgpqrtvxz]|[^\W\d_]{2,})'e(?=[^\W\d_]|\b)")
_BEFORE_APOSTROPHE: Final = frozenset(load_table("elisions")["before"])
_AFTER_APOSTROPHE: Final = frozenset(load_table("elisions")["after"])
_ELIDED: Final = re.compile(rf"(?<![\w'{APOSTROPHE}])({_ELISION})['\u00b4`](?=[^\W_]|[«{OPEN_INNER}\"{MASK_CLASS}])")
# Catalogues of old set a blank after the elision: `L' écriture de l' histoire`.
_ELIDED_APART: Final = re.compile(
    rf"(?<![\w'{APOSTROPHE}])([ldLD]|[Qq]u)['{APOSTROPHE}] (?=[aeiouyhàâäéèêëîïôöùûüœAEIOUYHÀÂÉÈÊËÎÏÔÙÛÜŒ][^\W\d_])"
)
_THREE_STOPS: Final = re.compile(r"(?<![./\\\w])\.\.\.(?![./\\\w])|(?<=[^\W_])\.\.\.(?![./\\\w])")
_TYPED_GUILLEMETS: Final = re.compile(r"<<\s*([^<>\s](?:[^<>]*[^<>\s])?)\s*>>")
_STRAIGHT_PAIR: Final = re.compile(r'"([^"\n]+)"')
_BEFORE_OPENING: Final = re.compile(rf"(?:^|[\s(\[/«'{APOSTROPHE}\u2014\u2013{MASK_CLASS}-])$")
_AFTER_CLOSING: Final = re.compile(rf"^(?:$|[\s.,;:!?)\]/»{ELLIPSIS}{MASK_CLASS}-])")


@outside_protected
def fix_spacing(text: str) -> str:
    """The spaces that French sets before `: ; ! ? %`, behind n° and inside guillemets; doubled blanks become one.

    >>> fix_spacing("Quoi ? L'islam: le saint") == "Quoi\\u202f? L'islam\\u00a0: le saint"
    True
    >>> fix_spacing("à 10:30, Jn 3:16, 1 : 25 000 et https://a.fr/?b;c")
    'à 10:30, Jn 3:16, 1 : 25 000 et https://a.fr/?b;c'
    """
    text = _BLANKS.sub(" ", text)
    text = _PERCENT.sub(NBSP, _NUMBER_SIGN.sub(rf"\1{NBSP}", text))
    text = _SPACED_COLON.sub(f"{NBSP}:", text)
    text = _TIGHT_COLON.sub(f"{NBSP}:", text)
    text = _AFTER_FIGURE.sub(lambda match: (NBSP if match[1] == ":" else NARROW_NBSP) + match[1], text)
    text = _SPACED_MARK.sub(rf"{NARROW_NBSP}\1", text)
    text = _TIGHT_MARK.sub(rf"{NARROW_NBSP}\1", text)
    for brand in _BRANDS:
        text = text.replace(f"{brand[:-1]}{NARROW_NBSP}{brand[-1]}", brand)
    # German and Danish usage turns the guillemets round: »so«. Then the spaces are not French either.
    first = text.find("«")
    if first >= 0 and first < (text.find("»") if "»" in text else len(text)):
        text = _OPEN_GUILLEMET.sub(f"«{NBSP}", text)
        text = _CLOSE_GUILLEMET.sub(f"{NBSP}»", text)
    return text


@outside_protected
def fix_apostrophes(text: str) -> str:
    """The typographic apostrophe inside words and after an elision; single quotes around words are left.

    So is the straight mark of a transliteration: `Gor'kij`, `Qur'an`. A text whose accents were lost in the same mark
    (`g'eographie, mod'eles`, from `\\'e` without its backslash) is left as it is: there `d'ecouverte` is no elision.

    >>> fix_apostrophes("L'innovation d'«hier» aujourd'hui, 'entre guillemets'") == (
    ...     "L\\u2019innovation d\\u2019«hier» aujourd\\u2019hui, 'entre guillemets'")
    True
    """
    if sum(match[1].casefold() not in _BEFORE_APOSTROPHE for match in _LOST_ACUTE.finditer(text)) >= 2:
        return text
    text = _ELIDED_APART.sub(rf"\1{APOSTROPHE}", text)
    text = _ELIDED.sub(rf"\1{APOSTROPHE}", text)
    return _INNER_APOSTROPHE.sub(_curled, text)


def _curled(match: re.Match[str]) -> str:
    """The apostrophe of an elision, a possessive, or a name made of two; a soft sign or a glottal stop is none."""
    before, after = match["before"], match["after"]
    # `Terr'Loire`, `O'Neill`; but in `GOR'KIJ` the capital says nothing.
    is_name = after[0].isupper() and not (len(before) > 1 and before.isupper())
    # The Breton letter `c'h`.
    is_letter = before[-1] in "cC" and after[0] in "hH"
    known = before.casefold() in _BEFORE_APOSTROPHE or after.casefold() in _AFTER_APOSTROPHE
    return f"{before}{APOSTROPHE}" if is_name or is_letter or known else match[0]


@outside_protected
def fix_ellipsis(text: str) -> str:
    """Three full stops become an ellipsis; two or four are left, for they may mean something else.

    >>> fix_ellipsis("repérer, dater... et après") == "repérer, dater\\u2026 et après"
    True
    """
    return _THREE_STOPS.sub(ELLIPSIS, text)


def fix_quotes(text: str) -> str:
    """Balanced straight and English double quotes become guillemets, or “ ” where guillemets are already open.

    >>> fix_quotes('la "Riposte créative" du labo') == "la «\\u00a0Riposte créative\\u00a0» du labo"
    True
    >>> fix_quotes('un écran de 5" et un autre de 7"')
    'un écran de 5" et un autre de 7"'
    >>> fix_quotes("la <<France>> de 1789") == "la «\u00a0France\u00a0» de 1789"
    True
    """
    # Before anything is protected: `<<mot>>` holds what looks like a tag.
    if text.count("<<") == text.count(">>"):
        text = _TYPED_GUILLEMETS.sub(f"«{NBSP}\\1{NBSP}»", text)
    return _fix_pairs(text)


@outside_protected
def _fix_pairs(text: str) -> str:
    if text.count("«") != text.count("»"):
        return text
    if text.count(OPEN_INNER) == text.count(CLOSE_INNER) and '"' not in text and "«" not in text:
        return _replace_pairs(text, re.compile(rf"{OPEN_INNER}([^{OPEN_INNER}{CLOSE_INNER}\n]+){CLOSE_INNER}"))
    if text.count('"') % 2:
        return text
    return _replace_pairs(text, _STRAIGHT_PAIR)


def _replace_pairs(text: str, pairs: re.Pattern[str]) -> str:
    """Replace all pairs or none: one that is no quotation means that the others may be misread too."""
    pieces: list[str] = []
    end = 0
    for match in pairs.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        content = match[1].strip(f" {NBSP}{NARROW_NBSP}")
        if not content or not _BEFORE_OPENING.search(before) or not _AFTER_CLOSING.search(after):
            return text
        inside = before.count("«") > before.count("»")
        pieces += [
            text[end : match.start()],
            f"{OPEN_INNER}{content}{CLOSE_INNER}" if inside else f"«{NBSP}{content}{NBSP}»",
        ]
        end = match.end()
    return "".join([*pieces, text[end:]])


def _accepts(item: Item, variable: str, text: str) -> bool:
    # `ISBN: 978… Publisher: Seuil` and `original-date: 1958` in a note are read by programs.
    if variable in ("note", "annote") and _KEY_VALUE.search(text):
        return False
    return is_french_text(item, variable, text)


_TEXTS: Final = (*TITLE_LIKE, *PROSE_VARIABLES)
_SOURCE: Final = "Lexique des règles typographiques en usage à l'Imprimerie nationale"

RULES: Final = (
    Rule(
        id="typography-apostrophe",
        code="T6",
        family="typography",
        summary_en="The straight apostrophe inside a word becomes the typographic one.",
        summary_fr="L'apostrophe droite à l'intérieur d'un mot devient typographique.",
        mode=Mode.AUTO,
        source=f"{_SOURCE}, Apostrophe",
        examples=(
            Example("title", "L'innovation aujourd'hui", f"L{APOSTROPHE}innovation aujourd{APOSTROPHE}hui"),
            Example("title", "L' écriture de l' histoire", f"L{APOSTROPHE}écriture de l{APOSTROPHE}histoire"),
            Example("title", "Gor'kij et la commedia dell'arte", f"Gor'kij et la commedia dell{APOSTROPHE}arte"),
            Example("publisher", "Chambre d'agriculture", f"Chambre d{APOSTROPHE}agriculture"),
            Example("title", "Les langues fer ('kara') et yulu", "Les langues fer ('kara') et yulu"),
        ),
        apply=on_strings(
            (*_TEXTS, "publisher", "publisher-place", "event-place", "archive", "authority"), fix_apostrophes, _accepts
        ),
    ),
    Rule(
        id="typography-ellipsis",
        code="G2",
        family="typography",
        summary_en="For three full stops an ellipsis is proposed: both forms print alike, and texts mix them.",
        summary_fr="Pour trois points, des points de suspension sont proposés : les deux formes se valent.",
        mode=Mode.ASK,
        source=f"{_SOURCE}, Points de suspension",
        examples=(
            Example("title", "Repérer, dater...", f"Repérer, dater{ELLIPSIS}"),
            Example("title", "Et puis....", "Et puis...."),
        ),
        apply=on_strings(_TEXTS, fix_ellipsis, _accepts),
    ),
    Rule(
        id="typography-quotes",
        code="T8",
        family="typography",
        summary_en="Balanced double quotes become guillemets; inside guillemets they become “ ”.",
        summary_fr=(
            "Les guillemets droits ou anglais appariés deviennent des guillemets français ; au second niveau, “ ”."
        ),
        mode=Mode.AUTO,
        source=f"{_SOURCE}, Guillemets",
        examples=(
            Example("title", 'La "Riposte créative" du labo', f"La «{NBSP}Riposte créative{NBSP}» du labo"),
            Example("title", 'Écrans de 5" et de 7"', 'Écrans de 5" et de 7"'),
        ),
        apply=on_strings(_TEXTS, fix_quotes, _accepts),
    ),
    Rule(
        id="typography-spacing",
        code="T7",
        family="typography",
        summary_en="A no-break space before : and %, behind n° and inside guillemets, a thin one before ; ! and ?.",
        summary_fr=(
            "Espace insécable avant : et %, après n° et à l'intérieur des guillemets, espace fine insécable avant "
            "; ! et ?."
        ),
        mode=Mode.AUTO,
        source=f"{_SOURCE}, Espacements",
        examples=(
            Example(
                "title", "Vers quoi ? Nudge: la méthode douce", f"Vers quoi{NARROW_NBSP}? Nudge{NBSP}: la méthode douce"
            ),
            Example("title", "Loi n° 5 et 12 % des musées", f"Loi n°{NBSP}5 et 12{NBSP}% des musées"),
            Example("title", "1914-1918: la guerre à 10:30", f"1914-1918{NBSP}: la guerre à 10:30"),
            Example("title", "Les «labs» à 10:30", f"Les «{NBSP}labs{NBSP}» à 10:30"),
            Example("title", "The end of the world: why and how?", "The end of the world: why and how?"),
        ),
        apply=on_strings(_TEXTS, fix_spacing, _accepts),
    ),
)
