"""Telling the particles of a name apart when the source did not: "Ludwig van | Beethoven", "van der Vlist".

CSL 1.0.2 specification, "Name-part Order": dropping particles vanish with the given name, non-dropping particles stay
with the family name. The side on which a particle was typed says which it is; the table of particles follows common
practice for Dutch, German, French, Italian, Spanish, Portuguese and Arabic names. Only words in lower case count, and
before a capital any of them does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from citekit.items.name import Name

__all__ = ["split_for_filing", "split_name"]

# Unicode counts this apostrophe among the letters.
_LETTER_APOSTROPHE: Final = "\u02bc"
APOSTROPHES: Final = "'\u2019" + _LETTER_APOSTROPHE

# A bar stands for the space inside a particle of several words.
_PARTICLES: Final = frozenset(
    """
    's 's- 't a aan aan|'t aan|de aan|den aan|der aan|het aan|t ad- adh- af al al- am am|de an- ar- as- ash- at-
    ath- auf auf|dem auf|den auf|der auf|ter aus aus'm aus|'m aus|dem aus|den aus|der aus|m az- ben bij bij|'t
    bij|de bij|den bij|het bij|t bin boven|d boven|d' d d' da dal dal' dall' dalla das de de' deca degli dei del
    dela dell' della delle dello den der des de|die de|die|le de|l de|l' de|la de|las de|le de|li de|van|der di
    die|le do don dos du ed- edh- el el- en- er- es- esh- et- eth- ez- het i il im in in|'t in|de in|den in|der
    in|het in|t l l' la las le les lo los lou of onder onder|'t onder|de onder|den onder|het onder|t op op|'t
    op|de op|den op|der op|gen op|het op|t op|ten over over|'t over|de over|den over|het over|t s s' sen t te
    ten ter tho thoe thor to toe tot uijt uijt|'t uijt|de uijt|den uijt|ten uijt|te|de uit uit|'t uit|de uit|den
    uit|het uit|t uit|ten uit|te|de unter v v. v.d. van vander van|'t van|de van|den van|der van|de|l van|de|l'
    van|gen van|het van|la van|t van|ter van|van|de vd ver vom vom|und|zum von von|'t von|dem von|den von|der
    von|t von|und|zu von|zu voor voor|de voor|den voor|in|'t voor|in|t vor vor|der z ze zu zum zur
    """.split()
)


def _folded(text: str) -> str:
    for apostrophe in APOSTROPHES[1:]:
        text = text.replace(apostrophe, "'")
    return "|".join(text.split())


def _is_particle(text: str) -> bool:
    return _folded(text) in _PARTICLES


def _leading_particles(text: str) -> tuple[str, str]:
    """Split "van der Vlist" into "van der" and "Vlist", "d'Aboville" into "d'" and "Aboville"."""
    if text.isalpha() and _LETTER_APOSTROPHE not in text:
        # One word of nothing but letters, as most family names are: the search below is 2 % of a long bibliography.
        return "", text
    words = text.split(" ")
    # The longest run of words that is a particle; two particles may follow each other ("de" "van der").
    end = 0
    i = 1
    while i < len(words):
        if _is_particle(" ".join(words[end:i])):
            end = i
        elif i - end > 3:
            break
        i += 1
    # Any word in lower case before one with a capital is a particle too, as in the reference: "ibn Khaldun".
    while end < len(words) - 1 and words[end][:1].islower() and any([word[:1].isupper() for word in words[end + 1 :]]):
        end += 1
    if words[end][:1].islower() and not any([words[end][length:][:1].isupper() for length in (2, 3, 4, 5)]):
        # "von hooks": what is left does not look like a family name, so nothing is taken from it.
        return "", text
    particles = " ".join(words[:end])
    rest = " ".join(words[end:])
    for length in range(2, min(6, len(rest))):
        # "d'" and "al-" are joined to what follows.
        joins = rest[length - 1] in APOSTROPHES + "-"
        if joins and (_is_particle(rest[:length]) or (rest[: length - 1].islower() and rest[length].isupper())):
            particles = f"{particles} {rest[:length]}".lstrip()
            return particles, rest[length:]
    if particles and particles[-1] in APOSTROPHES:
        # The space after "de'" was typed on purpose and stays.
        particles += " "
    return particles, rest


def _trailing_particles(text: str) -> tuple[str, str]:
    """Split "Ludwig van" into "Ludwig" and "van"."""
    if " " not in text:
        return text, ""
    words = text.split(" ")
    start = len(words)
    # Whatever ends a given name in lower case, as in the reference: "Abd ar-Rahman".
    while start > 1 and words[start - 1].lstrip(APOSTROPHES + "-")[:1].islower():
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


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


# French, as it stands in sort keys: without apostrophes.
_REJECTED: Final = frozenset({"de", "d"})
_KEPT: Final = frozenset({"du", "des", "le", "la", "les", "l", "au", "aux"})


def split_for_filing(particle: str) -> tuple[str, str]:
    """What of a particle French libraries file after the family name, and what before it (AFNOR NF Z44-001).

    >>> [split_for_filing(particle) for particle in ("de", "du", "de la", "van der")]
    [('de', ''), ('', 'du'), ('de', 'la'), ('van der', '')]
    """
    words = particle.split()
    rejected = words[:1] if words and words[0].lower() in _REJECTED else []
    kept = words[len(rejected) :]
    if all([word.lower() in _KEPT for word in kept]):
        return " ".join(rejected), " ".join(kept)
    return particle, ""


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
    # The side on which a particle was typed says what it is, as in the reference processor: what stands before the
    # family name stays with it, what stands after the given name goes with it.
    particles, family = _leading_particles(name.family)
    if particles:
        name = replace(name, family=family, non_dropping_particle=particles)
    if name.dropping_particle:
        return name
    given, particles = _trailing_particles(name.given)
    return replace(name, given=given, dropping_particle=particles) if particles else name
