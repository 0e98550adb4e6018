"""Telling the particles of a name apart when the source did not: "Ludwig van | Beethoven", "van der Vlist".

CSL 1.0.2 specification, "Name-part Order": dropping particles vanish with the given name, non-dropping particles stay
with the family name. Which is which depends on the language; the tables follow common practice for Dutch, German,
French, Italian, Spanish, Portuguese and Arabic names. Only words in lower case count as particles.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from citekit.items.name import Name

__all__ = ["split_name"]

APOSTROPHES: Final = "'\u2019\u02bc"

# Part of the family name whatever side they were typed on.
_ALWAYS_NON_DROPPING: Final = frozenset(
    """
    's 't a aan am ben bij bin boven d dal dalla deca do don het i im in l l' la las le lo los lou of onder op over s s' t te
    ten ter tho thoe thor to toe tot uijt uit unter v v. v.d. vander vd ver voor den der gen 'm
    """.split()
)
# Dropped with the given name even when typed before the family name.
_DROPPING_FIRST: Final = frozenset("auf aus dela il sen von vor vom z ze zu und dem".split())
# Decided by the side on which they were typed.
_EITHER: Final = frozenset(
    """
    ad- adh- af al al- an- ar- as- ash- at- ath- az- d' da das de de' degli dei del dell' della delle dello den der des di dos
    du ed- edh- el el- en- er- es- esh- et- eth- ez- les van vom zum zur dall' dal' li die
    """.split()
)
_PARTICLES: Final = _ALWAYS_NON_DROPPING | _DROPPING_FIRST | _EITHER


def _is_particle(word: str) -> bool:
    for apostrophe in APOSTROPHES[1:]:
        word = word.replace(apostrophe, "'")
    return word in _PARTICLES


def _leading_particles(text: str) -> tuple[str, str]:
    """Split "van der Vlist" into "van der" and "Vlist", "d'Aboville" into "d'" and "Aboville"."""
    particles = ""
    rest = text
    while True:
        space = rest.find(" ")
        word = rest[:space] if space > 0 else ""
        if word and _is_particle(word):
            particles += rest[: space + 1]
            rest = rest[space + 1 :].lstrip()
            continue
        for length in range(2, min(6, len(rest))):
            # "d'" and "al-" are joined to what follows; "'t" is not and was met above.
            if rest[length - 1] in APOSTROPHES + "-" and _is_particle(rest[:length]) and rest[length] != " ":
                particles += rest[:length]
                rest = rest[length:]
                break
        else:
            return (particles.strip(), rest) if rest else ("", text)


def _trailing_particles(text: str) -> tuple[str, str]:
    """Split "Ludwig van" into "Ludwig" and "van"."""
    words = text.split(" ")
    start = len(words)
    while start > 1 and _is_particle(words[start - 1]):
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def _is_dropping(particles: str, from_given: bool) -> bool:
    words = particles.split(" ")
    if from_given:
        return not any(word in _ALWAYS_NON_DROPPING for word in words)
    return words[0] in _DROPPING_FIRST and not ({"t", "'t"} & set(words))


def _split_suffix(name: Name) -> Name:
    """Take "Jr." out of a given name "John, Jr."; an exclamation mark after the comma asks for a printed comma."""
    comma = name.given.find(",")
    if comma < 0 or name.suffix:
        return name
    suffix = name.given[comma + 1 :]
    forced = suffix.startswith("!")
    return replace(
        name,
        given=name.given[:comma].rstrip(),
        suffix=suffix.lstrip("! "),
        comma_suffix=name.comma_suffix or forced,
    )


def split_name(name: Name) -> Name:
    """The name with particles and suffix in their own parts.

    >>> split_name(Name(family="van der Vlist", given="Eric")).non_dropping_particle
    'van der'
    >>> split_name(Name(family="Beethoven", given="Ludwig van")).dropping_particle
    'van'
    """
    if name.literal or not name.parse_names or not name.family:
        return name
    if len(name.family) > 1 and name.family[0] == '"' and name.family[-1] == '"':
        # Quotation marks around a family name protect it from being taken apart.
        return replace(name, family=name.family[1:-1], parse_names=False)
    if not name.given or name.non_dropping_particle:
        return name
    if "," in name.given:
        name = _split_suffix(name)
    return _split_particles(name)


def _split_particles(name: Name) -> Name:
    particles, family = _leading_particles(name.family)
    if particles:
        if not _is_dropping(particles, from_given=False):
            name = replace(name, family=family, non_dropping_particle=particles)
        elif not name.dropping_particle:
            name = replace(name, family=family, dropping_particle=particles)
    if name.dropping_particle:
        return name
    given, particles = _trailing_particles(name.given)
    if particles:
        if _is_dropping(particles, from_given=True):
            return replace(name, given=given, dropping_particle=particles)
        if not name.non_dropping_particle:
            return replace(name, given=given, non_dropping_particle=particles)
    return name
