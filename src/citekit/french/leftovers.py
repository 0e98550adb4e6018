"""Leftovers of web pages and catalogues in titles: names of sites, `[en ligne]`, entities, tags and escapes.

A browser's title ends with the site's name, a catalogue puts the kind of document in brackets (ISBD), and copied titles
keep the entities of HTML or the escapes of LaTeX.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from citekit.french.rule import TITLE_LIKE, Edit, Example, Rule, on_strings
from citekit.french.tables import load_table
from citekit.items.item import Item
from citekit.report import Mode, Notice

__all__ = ["RULES", "convert_tags", "strip_medium", "strip_site", "unescape"]

_TABLE: Final = load_table("sites")
_SITES: Final = "|".join(map(re.escape, _TABLE["names"]))
_SUFFIX: Final = re.compile(rf"(?P<title>\S.*?)\s*(?:\|\s*|\s[-\u2013\u2014]\s*)(?:{_SITES})\s*$", re.IGNORECASE)
_BLOG: Final = re.compile(r"\s*\|\s*Blog$", re.IGNORECASE)
_MEDIA: Final[dict[str, str]] = {name: medium for medium, names in _TABLE["media"].items() for name in names}
# At the end, or before the mark that opens the next part (ISBD): `Data. [Online]. Available: …` is a whole reference.
_MEDIUM: Final = re.compile(
    rf"\s*\[(?P<medium>{'|'.join(map(re.escape, _MEDIA))})\]\s*(?=\.?$|[:;,/=\u00a0])", re.IGNORECASE
)
_ENTITY: Final = re.compile(rf"&(?:{'|'.join(_TABLE['entities'])}|#\d{{2,5}}|#x[0-9a-fA-F]{{2,5}});")
_ESCAPE: Final = re.compile(r"\\([&%$#_])")
_TAGS: Final[dict[str, str]] = dict(_TABLE["tags"])
_TAG: Final = re.compile(
    rf"(?:<|&lt;)\s?(?P<close>/?)(?P<name>{'|'.join(_TAGS)})(?:\s[^<>&]*)?\s?/?(?:>|&gt;)", re.IGNORECASE
)


def strip_site(text: str) -> str:
    """A title without the name of the platform that a browser puts behind it.

    >>> strip_site("L'école et la ville | Cairn.info"), strip_site("Persée")
    ("L'école et la ville", 'Persée')
    """
    match = _SUFFIX.fullmatch(text)
    return _BLOG.sub("", match["title"]) if match else text


def strip_medium(text: str) -> str:
    """A title without the kind of document that a catalogue puts in brackets.

    >>> strip_medium("Histoire de Lyon [Texte imprimé] : des origines à nos jours")
    'Histoire de Lyon : des origines à nos jours'
    """
    match = _MEDIUM.search(text)
    if match is None or not (text[: match.start()].strip() or text[match.end() :].strip()):
        return text
    head, tail = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    return f"{head}{'' if tail[:1] in ',.' else ' '}{tail}".strip()


def unescape(text: str) -> str:
    """A text without the entities of HTML and the escapes of LaTeX that stand for one character.

    >>> unescape("Arts &amp; métiers, R\\\\&D")
    'Arts & métiers, R&D'
    """
    mended = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    # Between dollars an escape belongs to a formula: `$\\#E(F_q)$`.
    mended = mended if "$" in mended.replace("\\$", "") else _ESCAPE.sub(r"\1", mended)
    # `&amp;eacute;` was escaped twice.
    return mended if mended == text else unescape(mended)


def convert_tags(text: str) -> str:
    """A text whose tags of HTML are CSL's markup, or gone where CSL has none; a break is a blank.

    >>> convert_tags("Lire &lt;em&gt;Horace&lt;/em&gt;<br/>au <p>lycée</p>"), convert_tags("si a<b et b>c")
    ('Lire <i>Horace</i> au lycée', 'si a<b et b>c')
    """
    opened, closed = (
        [match["name"].casefold() for match in _TAG.finditer(text) if match["close"] == mark] for mark in ("", "/")
    )
    # A tag that is opened and never closed may be no tag: only breaks stand alone.
    if sorted(name for name in opened if name != "br") != sorted(name for name in closed if name != "br"):
        return text
    mended = _TAG.sub(_converted, text)
    return text if mended == text else re.sub(" {2,}", " ", mended).strip(" ")


def _converted(match: re.Match[str]) -> str:
    own = _TAGS[match["name"].casefold()]
    if own.strip():
        return f"<{match['close']}{own}>"
    return "" if match["close"] else own


def _strip_site(item: Item) -> Iterator[Edit | Notice]:
    title = item.text("title")
    stripped = strip_site(title)
    if stripped != title and len(stripped.split()) >= 2:
        yield Edit("title", stripped, keep={"title-as-given": title})


def _take_medium(item: Item) -> Iterator[Edit | Notice]:
    for variable in ("title", "container-title"):
        given = item.text(variable)
        match = _MEDIUM.search(given)
        stripped = strip_medium(given)
        if match is None or stripped == given:
            continue
        yield Edit(variable, stripped, keep={f"{variable}-as-given": given})
        medium = _MEDIA[match["medium"].casefold()]
        if medium and not item.text("medium"):
            yield Edit("medium", medium, is_continued=True)


RULES: Final = (
    Rule(
        id="title-entity",
        code="X2",
        family="leftovers",
        summary_en="Entities of HTML and escapes of LaTeX in titles, abstracts and publishers become their characters.",
        summary_fr="Entités HTML et échappements LaTeX (titres, résumés, éditeurs) deviennent leurs caractères.",
        mode=Mode.AUTO,
        source="HTML Living Standard, Named character references",
        examples=(
            Example("title", "Arts &amp; métiers", "Arts & métiers"),
            Example("title", "Robustesse \\& sûreté", "Robustesse & sûreté"),
            Example("title", "AT&T; et les autres", "AT&T; et les autres"),
        ),
        apply=on_strings((*TITLE_LIKE, "abstract", "publisher"), unescape),
        needs_french=False,
    ),
    Rule(
        id="title-markup",
        code="X5",
        family="leftovers",
        summary_en="Tags of HTML in titles and abstracts become CSL's markup; those that CSL does not have go.",
        summary_fr="Les balises HTML (titres, résumés) deviennent le balisage de CSL ; celles qu'il n'a pas partent.",
        mode=Mode.AUTO,
        source="HTML Living Standard, Text-level semantics; CSL 1.0.2, Rich text",
        examples=(
            Example("title", "Lire <em>Horace</em> au lycée", "Lire <i>Horace</i> au lycée"),
            Example("title", "Lire &lt;em&gt;Horace&lt;/em&gt;", "Lire <i>Horace</i>"),
            Example("title", "Villes<br />et campagnes", "Villes et campagnes"),
            Example("title", "Lire <i>Horace</i>", "Lire <i>Horace</i>"),
        ),
        apply=on_strings((*TITLE_LIKE, "abstract"), convert_tags),
        needs_french=False,
    ),
    Rule(
        id="title-site",
        code="X3",
        family="leftovers",
        summary_en="“| Cairn.info”, “- Persée” behind a title are the name of the site.",
        summary_fr="« | Cairn.info », « - Persée » après un titre sont le nom du site.",
        mode=Mode.AUTO,
        source="titles of pages of the platforms named in the table",
        examples=(
            Example("title", "L'école et la ville | Cairn.info", "L'école et la ville", "article-journal"),
            Example("title", "Étudier le portail - Persée", "Étudier le portail"),
            Example("title", "Persée", "Persée"),
        ),
        apply=_strip_site,
        needs_french=False,
    ),
    Rule(
        id="title-medium",
        code="X4",
        family="leftovers",
        summary_en="“[Texte imprimé]”, “[en ligne]” go from the title to the medium.",
        summary_fr="« [Texte imprimé] », « [en ligne] » passent du titre au support.",
        mode=Mode.AUTO,
        source="ISBD, area 1 (general material designation); ISO 690",
        examples=(
            Example("title", "Histoire de Lyon [Texte imprimé]", "Histoire de Lyon"),
            Example("title", "Lettres [1820-1830]", "Lettres [1820-1830]"),
        ),
        apply=_take_medium,
        needs_french=False,
    ),
)
