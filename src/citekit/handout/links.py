"""Links: addresses and DOIs in rich text become hyperlinks.

Addresses are found as RFC 3986 allows them, without the punctuation of the sentence around them. A DOI is linked
where the text calls it one (DOI Handbook, 2.6: "doi:10.…"); its address is that of the resolver.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from citekit.text.tokens import LINK, Mark, Token, Tokens, mark

__all__ = ["DOI_RESOLVER", "address_key", "find_addresses", "link_addresses"]

DOI_RESOLVER: Final = "https://doi.org/"

# Whitespace in the Unicode sense ends an address: French sets no-break spaces before the punctuation that follows.
_ADDRESS: Final = re.compile(
    r"""(?P<url>https?://[^\s<>"«»“”„{}|\\^`]+)|\bdoi\s*:?\s*(?P<doi>10\.\d{4,9}/[^\s<>"«»“”]+)""", re.IGNORECASE
)
_SENTENCE_END: Final = ".,;:!?…'’*"
_BRACKETS: Final = {")": "(", "]": "["}
_PREFIX: Final = re.compile(r"^https?://(?:(?:dx\.)?(doi\.org/))?(?:www\.)?", re.IGNORECASE)


def find_addresses(text: str) -> list[tuple[int, int, str]]:
    """Where addresses begin and end in a text, and what they link to.

    >>> find_addresses("Voir https://www.avise.org/ess (en ligne) ; doi:10.5169/seals-855362.")
    [(5, 30, 'https://www.avise.org/ess'), (48, 68, 'https://doi.org/10.5169/seals-855362')]
    """
    found: list[tuple[int, int, str]] = []
    if "://" not in text and "10." not in text:
        return found
    for match in _ADDRESS.finditer(text):
        group = "url" if match["url"] else "doi"
        start = match.start(group)
        address = _without_punctuation(match[group])
        if "://" in address[-4:]:
            continue
        target = address if group == "url" else DOI_RESOLVER + address
        found.append((start, start + len(address), target))
    return found


def _without_punctuation(address: str) -> str:
    """Leave to the sentence its full stop, and the bracket that was opened before the address."""
    end = len(address)
    while end:
        last = address[end - 1]
        opening = _BRACKETS.get(last)
        unmatched = opening is not None and address.count(last, 0, end) > address.count(opening, 0, end)
        if last not in _SENTENCE_END and not unmatched:
            break
        end -= 1
    return address[:end]


def link_addresses(tokens: Iterable[Token]) -> Tokens:
    """Settled tokens with a link around every address that is not inside a link yet."""
    linked: Tokens = []
    depth = 0
    for token in _joined(tokens):
        if isinstance(token, Mark):
            if token.kind == LINK:
                depth += 1 if token.is_open else -1
            linked.append(token)
        elif depth:
            linked.append(token)
        else:
            linked += _linked_text(token)
    return linked


def _linked_text(text: str) -> Tokens:
    tokens: Tokens = []
    done = 0
    for start, end, address in find_addresses(text):
        if start > done:
            tokens.append(text[done:start])
        opening = mark(LINK, address)
        tokens += [opening, text[start:end], opening.partner]
        done = end
    if done < len(text):
        tokens.append(text[done:])
    return tokens


def _joined(tokens: Iterable[Token]) -> Tokens:
    """Neighbouring strings in one: an address may come in pieces ("https://doi.org/" and the DOI)."""
    joined: Tokens = []
    for token in tokens:
        if isinstance(token, str) and joined and isinstance(joined[-1], str):
            joined[-1] += token
        else:
            joined.append(token)
    return joined


def address_key(address: str) -> str:
    """What two addresses of one place share: no scheme, no "www.", no closing slash, no letter case.

    >>> address_key("http://dx.doi.org/10.5169/Seals-855362") == address_key("https://doi.org/10.5169/seals-855362")
    True
    """
    return _PREFIX.sub(r"\1", address).rstrip("/").casefold()
