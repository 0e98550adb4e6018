"""Identifiers that an entry prints become hyperlinks (CSL 1.0.2, "Appendix VI: Links").

The identifier is found in the unsettled stream, where the value of a variable is still one token of its own. What a
style prints before a DOI to make an address of it ("https://doi.org/") belongs to the link; labels ("doi:") do not.
"""

from __future__ import annotations

from typing import Final

from citekit.csl.prepared import PreparedItem
from citekit.text.tokens import LINK, Tokens, mark

__all__ = ["link_identifiers"]

_RESOLVERS: Final = (
    ("URL", ""),
    ("DOI", "https://doi.org/"),
    ("PMID", "https://www.ncbi.nlm.nih.gov/pubmed/"),
    ("PMCID", "https://www.ncbi.nlm.nih.gov/pmc/articles/"),
)
_SCHEMES: Final = ("https://", "http://", "ftp://")


def link_identifiers(tokens: Tokens, item: PreparedItem) -> Tokens:
    """The tokens with links around the identifiers of the item; the tokens themselves where there are none."""
    targets = _targets(item)
    if not targets:
        return tokens
    out: Tokens = []
    for token in tokens:
        target = targets.get(token) if isinstance(token, str) else None
        if target is None:
            out.append(token)
            continue
        address = ""
        if out and isinstance(out[-1], str):
            before, address = _split_address(out[-1])
            if address:
                out.pop()
                if before:
                    out.append(before)
        opening = mark(LINK, target)
        out.append(opening)
        out.append(address + str(token))
        out.append(opening.partner)
    return out


def _targets(item: PreparedItem) -> dict[str, str]:
    """What each identifier of the item links to, by its text."""
    targets: dict[str, str] = {}
    for variable, resolver in _RESOLVERS:
        value = item.text(variable)
        if value:
            is_address = value.lower().startswith(_SCHEMES)
            targets.setdefault(value, value if is_address else resolver + value)
    return targets


def _split_address(text: str) -> tuple[str, str]:
    """A text and the beginning of an address at its end.

    >>> _split_address(". https://doi.org/")
    ('. ', 'https://doi.org/')
    """
    start = max([text.rfind(scheme) for scheme in _SCHEMES])
    # "http://" is found inside no "https://", and an address holds no space.
    if start < 0 or " " in text[start:]:
        return text, ""
    return text[:start], text[start:]
