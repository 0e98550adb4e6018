"""Names in the form that no program misreads: `von Family, Jr, Given`, braces around bodies.

Patashnik, "BibTeXing", section 4; biblatex manual 3.15 for names that need its extended form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from citekit.items.name import OTHERS, Name

__all__ = ["names_text", "uses_prefix"]

_AND: Final = re.compile(r"(?:(?<=\s)|^)and(?=\s|$)", re.IGNORECASE)
_PARTICLE: Final = re.compile(r"[\w.'’-]+")
_SINGLE: Final = re.compile(r"[\w.'’-]+")
"""A family name alone that needs no comma behind it, which biber warns of."""
_SPACES: Final = frozenset("\u00a0\u202f\u2009")
_MOST_COMMAS: Final = 3


def uses_prefix(names: Sequence[Name]) -> bool:
    """Whether all particles belong to the family names, which one option says for the whole entry."""
    return any(name.non_dropping_particle for name in names) and not any(name.dropping_particle for name in names)


def names_text(names: Sequence[Name], escape: Callable[[str], str], *, has_prefix_option: bool) -> str:
    """The names as the value of a field; `escape` makes LaTeX of a part.

    >>> names_text([Name(family="Beauvoir", given="Simone", dropping_particle="de"), Name(literal="Avise")], str,
    ...     has_prefix_option=False)
    'de Beauvoir, Simone and {Avise}'
    """
    texts = [_name_text(name, escape, has_prefix_option) for name in names]
    if len(names) > 1 and names[-1] == OTHERS:
        texts[-1] = OTHERS.literal
    return " and ".join(texts)


def _name_text(name: Name, escape: Callable[[str], str], has_prefix_option: bool) -> str:
    if name.literal:
        if not name.is_institution and name.literal.count(",") >= _MOST_COMMAS:
            # Too many commas for a name: it was kept as it stood, and stays so.
            return _AND.sub(_braced, escape(name.literal))
        text = escape(name.literal)
        # One command in braces would be a letter of a name: "{\\&}" and "{\\'E}".
        return f"{{{{{text}}}}}" if text.startswith("\\") else f"{{{text}}}"
    particle = name.non_dropping_particle if has_prefix_option else name.dropping_particle
    other = name.dropping_particle if has_prefix_option else name.non_dropping_particle
    is_simple = not particle or all(_PARTICLE.fullmatch(word) and word[0].islower() for word in particle.split())
    if other or not is_simple:
        return _extended(name, escape)
    family = _guarded(name.family, escape, is_family=True)
    if " " in name.family and not name.given and not name.suffix and not family.startswith("{"):
        # The last of several words would be taken for the family name, those before it for given names.
        family = f"{{{family}}}"
    head = f"{escape(particle)} {family}" if particle else family
    parts = [head, *([_guarded(name.suffix, escape)] if name.suffix else []), _guarded(name.given, escape)]
    if name.given or name.suffix:
        return ", ".join(parts)
    return head if _SINGLE.fullmatch(head) and head != OTHERS.literal else f"{head},"


def _braced(match: re.Match[str]) -> str:
    return f"{{{match[0]}}}"


def _guarded(text: str, escape: Callable[[str], str], *, is_family: bool = False) -> str:
    """A part of a name, in braces where it holds what parts names or would be taken for a particle."""
    is_unclear = "," in text or not _SPACES.isdisjoint(text) or _AND.search(text) or '"' in text or "=" in text
    first = next((char for char in text if char.isalpha()), "")
    if is_unclear or (is_family and first.islower() and " " in text):
        return f"{{{escape(text)}}}"
    return escape(text)


def _extended(name: Name, escape: Callable[[str], str]) -> str:
    has_prefix = bool(name.non_dropping_particle)
    parts = [
        ("family", name.family),
        ("given", name.given),
        ("prefix", name.non_dropping_particle or name.dropping_particle),
        ("suffix", name.suffix),
    ]
    texts = [f"{key}={{{escape(value)}}}" for key, value in parts if value]
    return ", ".join([*texts, f"useprefix={'true' if has_prefix else 'false'}"])
