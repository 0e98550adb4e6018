"""Addresses and identifiers: DOI told from URL, tracking parameters and library proxies out, ISBN and ISSN in form.

These are the only rules that look into addresses, and each takes out what is no part of the address of the work. An
address is never completed, and never turned from http to https.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from citekit.french.rule import Edit, Example, Rule
from citekit.french.tables import load_table
from citekit.items.item import Item
from citekit.report import Mode, Notice

__all__ = ["DOI_WITH_PREFIX", "RULES", "clean_address", "is_isbn", "is_issn", "without_proxy"]

_TABLE: Final = load_table("addresses")
_HOSTS: Final[tuple[str, ...]] = tuple(_TABLE["platforms"])
_PROXY: Final = re.compile(
    rf"^(?P<scheme>https?://)(?P<host>[\w.-]+?)(?P<proxy>{'|'.join(_TABLE['proxies'])})(?=[:/?#]|$)"
)
# HttpsHyphens: dots become hyphens, and the hyphens of a name are doubled.
_HYPHENED: Final = {name.replace("-", "--").replace(".", "-"): name for name in _HOSTS}
_KNOWN_BEHIND: Final = re.compile(
    r"^(?P<scheme>https?://)(?:(?P<lead>[\w-]+)[.-])?"
    rf"(?P<host>{'|'.join(map(re.escape, (*_HOSTS, *_HYPHENED)))})\.(?:[\w-]+\.)+[a-z]{{2,6}}(?=[:/?#]|$)"
)
_LOGIN: Final = re.compile(r"^https?://[\w.-]*proxy[\w.-]*/login\?(?:qurl|url)=(?P<address>https?://\S+)$")
_DOI: Final = r"10\.\d{4,9}/[^\s\"<>{}|\\^`]*[^\s\"<>{}|\\^`.,;]"
_DOI_ADDRESS: Final = re.compile(rf"https?://(?:dx\.)?doi\.org/(?P<doi>{_DOI})", re.IGNORECASE)
DOI_WITH_PREFIX: Final = re.compile(rf"(?:doi\s*:?\s*|(?:https?://)?(?:dx\.)?doi\.org/)(?P<doi>{_DOI})", re.IGNORECASE)
_LATEX_ESCAPE: Final = re.compile(r"\\([_%~&#$])|\{\\?([_~&])\}|\\textasciitilde(?:\{\})?")
_WRAPPED: Final = re.compile(r"^(?:\\url\s*\{(?P<latex>[^{}]*)\}|<(?P<angle>[^<>]*)>)\.?$")
_TRACKING: Final = re.compile(rf"(?:{'|'.join(_TABLE['tracking'])})(?:=|$)")
_SESSION: Final = re.compile(r";jsessionid=[\w.!-]+", re.IGNORECASE)
_ADDTHIS: Final = re.compile(r"#\.[\w-]{6,20}$")
_START_OF_VIDEO: Final = re.compile(r"(?<=youtube\.com/)(watch\?v=[\w-]+)&t=\d+s?$")
_FRAGMENT_TRACKING: Final = re.compile(r"#(?:xtor|utm_\w+)=\S*$")
_TRUNCATED: Final = re.compile(r"(?:\u2026|\.\.\.|[a-z\d]-)$")
_HAL: Final = re.compile(rf"(?:{'|'.join(_TABLE['hal'])})-\d{{6,9}}")

_ISBN_LIKE: Final = re.compile(r"\d[\d\s.\u2010-\u2013-]{8,17}[\dXx]")
# What catalogues write about an ISBN: its name, and the binding.
_ISBN_REST: Final = re.compile(
    r"(?:ISBN(?:-1[03])?)?[\s:]*(?:\(?(?:br|rel|cart|broché|relié|electronic|print)\.?\)?)?\.?", re.IGNORECASE
)
_SEPARATORS: Final = re.compile(r"[\s.\u2010-\u2013-]")
_ISSN: Final = re.compile(r"(?<![\d-])(\d{4})[\u2010-\u2013-]?(\d{3}[\dXx])(?![\d-])")


def clean_address(address: str) -> str:
    """An address without LaTeX's wrapping and without what only counts visits.

    >>> clean_address("https://www.cairn.info/revue-etudes-2020-11-page-47.htm?ref=doi")
    'https://www.cairn.info/revue-etudes-2020-11-page-47.htm'
    >>> clean_address("https://a.fr/b?id=3&utm_source=feed")
    'https://a.fr/b?id=3'
    """
    wrapped = _WRAPPED.match(address.strip())
    text = ((wrapped["latex"] or wrapped["angle"]) if wrapped else address).strip()
    text = _LATEX_ESCAPE.sub(lambda match: match[1] or match[2] or "~", text)
    text = _SESSION.sub("", _FRAGMENT_TRACKING.sub("", text))
    return _without_tracking(text)


def _without_tracking(address: str) -> str:
    """The address without the parameters of its query that only count visits."""
    before, question, after = address.partition("?")
    if not question or " " in address:
        return address
    query, hash_sign, fragment = after.partition("#")
    is_cairn = "cairn.info/" in before
    kept = [
        part
        for part in query.split("&")
        if not _TRACKING.match(part) and not (is_cairn and part in ("ref=doi", "contenu=article"))
    ]
    if len(kept) == len(query.split("&")):
        return address
    return before + ("?" + "&".join(kept) if any(kept) else "") + hash_sign + fragment


def without_proxy(address: str) -> tuple[str, bool]:
    """The address behind a library's proxy, and whether its host is certain; the address itself where there is none.

    >>> without_proxy("https://www-cairn-info.icp.idm.oclc.org/revue-etudes-2020-11-page-47.htm")
    ('https://www.cairn.info/revue-etudes-2020-11-page-47.htm', True)
    >>> without_proxy("https://www.persee.fr/doc/1")
    ('https://www.persee.fr/doc/1', False)
    """
    login = _LOGIN.match(address)
    if login:
        return unquote(login["address"]) if "%3A" in login["address"] else login["address"], True
    if through := _KNOWN_BEHIND.match(address):
        # Whatever the proxy is called: `www-jstor-org.janus.bis-sorbonne.fr`.
        lead = f"{through['lead'].replace('-', '.')}." if through["lead"] else ""
        return (
            f"{through['scheme']}{lead}{_HYPHENED.get(through['host'], through['host'])}{address[through.end() :]}",
            True,
        )
    match = _PROXY.match(address)
    if match is None:
        return address, False
    host = match["host"]
    if "." in host:
        return f"{match['scheme']}{host}{address[match.end() :]}", False
    return f"{match['scheme']}{host.replace('-', '.')}{address[match.end() :]}", False


def is_isbn(text: str) -> bool:
    """Whether ten or thirteen digits are an ISBN: their check digit agrees (ISO 2108).

    >>> is_isbn("978-2-7492-6489-9"), is_isbn("2-07-036822-X"), is_isbn("978-2-7492-6489-8")
    (True, True, False)
    """
    digits = _SEPARATORS.sub("", text).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return sum((10 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(digits)) % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum((3 if i % 2 else 1) * int(c) for i, c in enumerate(digits)) % 10 == 0
    return False


def is_issn(text: str) -> bool:
    """Whether eight characters are an ISSN: their check digit agrees (ISO 3297).

    >>> is_issn("0767-3701"), is_issn("07673702")
    (True, False)
    """
    digits = _SEPARATORS.sub("", text).upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return False
    return sum((8 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(digits)) % 11 == 0


def _doi(item: Item) -> Iterator[Edit | Notice]:
    given = item.text("DOI")
    address = item.text("URL")
    match = DOI_WITH_PREFIX.fullmatch(given)
    doi = match["doi"] if match else unquote(given) if "%2F" in given.upper() else given
    if doi != given:
        yield Edit("DOI", doi)
    elif given and not given.startswith("10"):
        yield Notice("doi-doubtful", f"{given!r} is not a DOI", item.location, remedy="a DOI begins with 10.")
    in_address = _DOI_ADDRESS.fullmatch(unquote(address) if "%2F" in address.upper() else address)
    if in_address is None:
        return
    if not doi:
        yield Edit("DOI", in_address["doi"])
        yield Edit("URL", None, keep={"URL-as-given": address}, is_continued=True)
    elif doi.casefold() == in_address["doi"].casefold():
        # The address of a DOI says nothing that the DOI does not.
        yield Edit("URL", None, keep={"URL-as-given": address})


def _address(item: Item) -> Iterator[Edit | Notice]:
    address = item.text("URL")
    if not address:
        return
    clean = clean_address(address)
    if clean != address and clean:
        yield Edit("URL", clean)
    if (bare := _START_OF_VIDEO.sub(r"\1", _ADDTHIS.sub("", clean))) != clean:
        # A fragment may be the place on the page that is meant, and a time the place in the film.
        yield Edit("URL", bare, mode=Mode.ASK)
    if _TRUNCATED.search(clean):
        yield Notice(
            "address-truncated", f"{clean!r} looks cut short", item.location, remedy="copy the whole address again"
        )
    if " " in clean.strip():
        yield Notice(
            "address-several", f"{clean!r} holds more than one address", item.location, remedy="keep one of them"
        )


def _proxy(item: Item) -> Iterator[Edit | Notice]:
    address = item.text("URL")
    direct, is_sure = without_proxy(address)
    if direct != address:
        yield Edit("URL", direct, mode=Mode.AUTO if is_sure else Mode.ASK)


def _hal(item: Item) -> Iterator[Edit | Notice]:
    identifier, version = item.custom.get("hal_id", "").strip(), item.custom.get("hal_version", "").strip()
    if _HAL.fullmatch(identifier) and not item.text("URL"):
        yield Edit("URL", f"https://hal.science/{identifier}{version if re.fullmatch(r'v[0-9]+', version) else ''}")


def _isbn(item: Item) -> Iterator[Edit | Notice]:
    given = item.text("ISBN").strip()
    if not given:
        return
    if is_isbn(given):
        return
    found = [match[0] for part in re.split(r"[;,/\n]", given) for match in _isbns(part)]
    valid = [one for one in found if is_isbn(one)]
    if valid and (len(found) > 1 or _ISBN_REST.fullmatch(given.replace(valid[0], ""))):
        yield Edit("ISBN", valid[0], keep={"ISBN-as-given": given})
    elif not valid and re.search(r"\d", given):
        yield Notice(
            "isbn-doubtful",
            f"the check digit of {given!r} does not agree: it is not an ISBN",
            item.location,
            remedy="check it on the book",
        )


def _isbns(text: str) -> Iterator[re.Match[str]]:
    """The ISBNs in a text; blanks part them where both sides are whole, and belong to them where not."""
    if " " in text.strip() and all(len(_SEPARATORS.sub("", part)) in (10, 13) for part in text.split()):
        for part in text.split():
            yield from _ISBN_LIKE.finditer(part)
    else:
        yield from _ISBN_LIKE.finditer(text)


def _issn(item: Item) -> Iterator[Edit | Notice]:
    given = item.text("ISSN").strip()
    found = [f"{match[1]}-{match[2].upper()}" for match in _ISSN.finditer(given)]
    if not found or not all(is_issn(one) for one in found):
        return
    bare = re.sub(r"(?i)\b(?:print|online|issn|eissn)\b|[\s,;:.\d\u2010-\u2013Xx-]", "", given)
    text = ", ".join(dict.fromkeys(found))
    if text != given and not bare:
        yield Edit("ISSN", text)


RULES: Final = (
    Rule(
        id="address-proxy",
        code="U2B",
        family="addresses",
        summary_en="An address that goes through a library's proxy becomes the public one.",
        summary_fr="Une adresse passant par le serveur mandataire d'une bibliothèque devient l'adresse publique.",
        mode=Mode.AUTO,
        source="EZproxy, HttpsHyphens; measured: 12 addresses",
        examples=(
            Example(
                "URL", "http://www.jstor.org.icp.idm.oclc.org/stable/26201527", "http://www.jstor.org/stable/26201527"
            ),
            Example("URL", "https://shs-cairn-info.proxy.chartes.psl.eu/x", "https://shs.cairn.info/x"),
            Example("URL", "https://www-jstor-org.janus.bis-sorbonne.fr/stable/1", "https://www.jstor.org/stable/1"),
            Example("URL", "https://www.persee.fr/doc/1", "https://www.persee.fr/doc/1"),
        ),
        apply=_proxy,
        needs_french=False,
    ),
    Rule(
        id="address-tracking",
        code="U2",
        family="addresses",
        summary_en="Counting of visits, sessions and LaTeX wrapping go out of addresses; starting times are asked.",
        summary_fr="Suivi, sessions et habillage LaTeX sortent des adresses ; AddThis et instants de vidéo : question.",
        mode=Mode.AUTO,
        source="WHATWG URL; documentation of Google Analytics, AT Internet (xtor), AddThis, Cairn",
        examples=(
            Example("URL", "https://www.cairn.info/a.htm?ref=doi", "https://www.cairn.info/a.htm"),
            Example("URL", "https://a.fr/b?id=3&utm_source=x&utm_medium=y", "https://a.fr/b?id=3"),
            Example("URL", "https://a.fr/ccas-2050#.YFG3gefjKUK", "https://a.fr/ccas-2050"),
            Example("URL", "https://www.youtube.com/watch?v=Ne2qr3&t=9s", "https://www.youtube.com/watch?v=Ne2qr3"),
        ),
        apply=_address,
        needs_french=False,
    ),
    Rule(
        id="identifier-doi",
        code="U1",
        family="addresses",
        summary_en="A DOI is taken out of its address; where a DOI is given, its address is not given again.",
        summary_fr="Le DOI est tiré de son adresse ; là où il est donné, son adresse n'est pas répétée.",
        mode=Mode.AUTO,
        source="DOI Handbook; ISO 26324",
        examples=(
            Example("URL", "http://dx.doi.org/10.4171/083", None),
            Example("DOI", "doi:10.4171/083", "10.4171/083"),
            Example("URL", "https://journals.openedition.org/1", "https://journals.openedition.org/1"),
        ),
        apply=_doi,
        needs_french=False,
    ),
    Rule(
        id="identifier-hal",
        code="H1",
        family="addresses",
        summary_en="The identifier of HAL gives the address, where there is none.",
        summary_fr="L'identifiant HAL donne l'adresse, quand il n'y en a pas.",
        mode=Mode.AUTO,
        source="HAL, documentation: permanent addresses",
        examples=(Example("URL", "https://hal.science/hal-01973570", "https://hal.science/hal-01973570"),),
        apply=_hal,
        needs_french=False,
    ),
    Rule(
        id="identifier-isbn",
        code="U4",
        family="addresses",
        summary_en="Of several ISBN in one field the first valid one is kept; the others are kept beside.",
        summary_fr="De plusieurs ISBN dans un champ, le premier valide est retenu ; les autres sont gardés à part.",
        mode=Mode.AUTO,
        source="ISO 2108",
        examples=(
            Example("ISBN", "978-2-07-036822-8 978-2-07-036024-6", "978-2-07-036822-8"),
            Example("ISBN", "ISBN 978-2-07-036822-8 (br.)", "978-2-07-036822-8"),
            Example("ISBN", "2-07-036822-X", "2-07-036822-X"),
        ),
        apply=_isbn,
        needs_french=False,
    ),
    Rule(
        id="identifier-issn",
        code="U4B",
        family="addresses",
        summary_en="An ISSN takes its hyphen; several become a list.",
        summary_fr="Un ISSN prend son trait d'union ; plusieurs forment une liste.",
        mode=Mode.AUTO,
        source="ISO 3297",
        examples=(
            Example("ISSN", "07673701", "0767-3701"),
            Example("ISSN", "0767-3701", "0767-3701"),
            Example("ISSN", "12345678", "12345678"),
        ),
        apply=_issn,
        needs_french=False,
    ),
)
