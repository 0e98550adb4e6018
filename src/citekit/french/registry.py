"""All rules, in the order in which they run.

Language comes first because it decides whether rules for French run at all; notes are emptied before the variables
that they fill are looked at. Bodies are recognised before surnames in capitals, so that no acronym is taken for a
surname, and surnames stand in their place before particles join them. Titles lose what is no part of them, then the
final stop, before a subtitle is looked for; words and ordinals are mended before the spaces around them are set. What
is only noticed is noticed in the end. Within this order every rule leaves nothing for an earlier
one to do, so one pass is enough.
"""

from __future__ import annotations

from typing import Final

from citekit.french import (
    addresses,
    cases,
    corporate,
    dates,
    initials,
    journals,
    kinds,
    languages,
    leftovers,
    letters,
    names,
    notes,
    numbers,
    oddities,
    ordinals,
    particles,
    publishers,
    roles,
    several,
    statements,
    titles,
    typography,
    words,
)
from citekit.french.rule import Rule

__all__ = ["FAMILIES", "RULES"]

RULES: Final[tuple[Rule, ...]] = (
    *languages.RULES,
    *notes.RULES,
    *roles.RULES,
    *several.RULES,
    *initials.RULES,
    *corporate.RULES,
    *names.RULES,
    *particles.RULES,
    *dates.RULES,
    *numbers.RULES,
    *addresses.RULES,
    *kinds.RULES,
    *publishers.RULES,
    *letters.RULES,
    *words.RULES,
    *leftovers.RULES,
    *journals.RULES,
    *cases.RULES,
    *statements.RULES,
    *titles.RULES,
    *ordinals.RULES,
    *typography.RULES,
    *oddities.RULES,
)

FAMILIES: Final[tuple[str, ...]] = tuple(dict.fromkeys(rule.family for rule in RULES))
