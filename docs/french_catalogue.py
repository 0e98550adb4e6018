"""Writes `french.md`, the catalogue of the French rules, from the rules: `python docs/french_catalogue.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from citekit.french import FAMILIES, RULES, Rule
from citekit.french.rule import Example, readable

PAGE: Final = Path(__file__).with_name("french.md")
SHOWN: Final = str.maketrans({"\u00a0": "⍽", "\u202f": "·", "\u00ad": "¬", "\u0301": "◌´", "|": "\\|"})

INTRODUCTION: Final = """# French normalisation

`citekit.normalize(items)` and `citekit normalize FILE` make French metadata regular, one rule at a time, and report
every change with the id of its rule. Rules of mode **auto** are applied; rules of mode **ask** only propose. Any rule
can be selected or ignored by its id, its short code or its family. Rules marked *French* run on items whose language is
French, declared or inferred; an English title or abstract of a French item is left as it is. Doing it twice changes
nothing more. Addresses, identifiers, times, ratios, verse numbers and markup are never touched.

The rules run in the order of this page; why in this order: [the decision](decisions/0005-order-of-french-rules.md).

*Les règles s'appliquent dans l'ordre de cette page. « auto » : appliquée et signalée ; « ask » : seulement proposée.*

In the examples, ⍽ is a no-break space (U+00A0), · a narrow no-break space (U+202F), ¬ a soft hyphen.

This page is written by `docs/french_catalogue.py` from the rules themselves; each example is run as a test.
"""


def code(text: str) -> str:
    """A value as it stands in a cell of a table."""
    return f"`{text.translate(SHOWN)}`" if text else "(nothing)"


def row(example: Example) -> str:
    """One example as a row of a table."""
    return f"| `{example.variable}` | {code(readable(example.before))} | {code(readable(example.after))} |"


def section(rule: Rule) -> str:
    """One rule with its examples."""
    scope = "French" if rule.needs_french else "all languages"
    head = f"### `{rule.id}`\n\n{rule.code} · {rule.mode.value} · {scope}\n\n{rule.summary_en}\n\n*{rule.summary_fr}*\n"
    table = "\n".join(["| variable | before | after |", "| --- | --- | --- |", *map(row, rule.examples)])
    return f"{head}\n{table}\n\nSource: {rule.source}.\n"


def catalogue() -> str:
    """The whole page."""
    parts = [INTRODUCTION]
    for family in FAMILIES:
        parts.append(f"## {family.capitalize()}\n")
        parts += [section(rule) for rule in RULES if rule.family == family]
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(catalogue(), encoding="utf-8")
