"""The language that a tag stands for.

BCP 47 (RFC 5646); catalogues write ISO 639-2 codes and names of languages too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["primary_language"]

# Those whose typography and articles are known here.
_SPELLED: Final[Mapping[str, str]] = {
    "anglais": "en", "eng": "en", "english": "en",
    "fra": "fr", "francais": "fr", "français": "fr", "fre": "fr", "french": "fr",
}  # fmt: skip


def primary_language(tag: str) -> str:
    """The language of a tag without region or script, in small letters.

    >>> [primary_language(tag) for tag in ("fr-FR", "FR_ca", "fre", "English", "frp", "")]
    ['fr', 'fr', 'fr', 'en', 'frp', '']
    """
    language = tag.replace("_", "-").partition("-")[0].strip().lower()
    return _SPELLED.get(language, language)
