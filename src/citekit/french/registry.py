"""All rules, in the order in which they run.

Language comes first because it decides whether rules for French run at all. Bodies are recognised before surnames in
capitals, so that no acronym is taken for a surname. The final stop goes before a subtitle is looked for, and words and
ordinals are mended before the spaces around them are set. Within this order every rule leaves nothing for an earlier
one to do, so one pass is enough.
"""

from __future__ import annotations

from typing import Final

from citekit.french import (
    corporate,
    dates,
    journals,
    languages,
    names,
    numbers,
    ordinals,
    roles,
    titles,
    typography,
    words,
)
from citekit.french.rule import Rule

__all__ = ["FAMILIES", "RULES"]

RULES: Final[tuple[Rule, ...]] = (
    *languages.RULES,
    *roles.RULES,
    *corporate.RULES,
    *names.RULES,
    *dates.RULES,
    *numbers.RULES,
    *words.RULES,
    *journals.RULES,
    *titles.RULES,
    *ordinals.RULES,
    *typography.RULES,
)

FAMILIES: Final[tuple[str, ...]] = tuple(dict.fromkeys(rule.family for rule in RULES))
