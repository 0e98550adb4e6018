"""Writes the catalogue of the French rules, in English and in French: `python docs/french_catalogue.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from citekit.french import FAMILIES, RULES, Rule
from citekit.french.rule import Example, readable
from citekit.report import Mode

FOLDER: Final = Path(__file__).parent
SHOWN: Final = str.maketrans({"\u00a0": "⍽", "\u202f": "·", "\u00ad": "¬", "\u0301": "◌´", "|": "\\|"})

ENGLISH_INTRODUCTION: Final = """# French normalisation

`citekit.normalize(items)` and `citekit normalize FILE` make French metadata regular, one rule at a time, and report
every change with the id of its rule. Rules of mode **auto** are applied; rules of mode **ask** only propose (`citekit
normalize --ask` puts each proposal to you); rules of mode **never** change nothing: they state what is left alone, or
only notice. Any rule can be selected or ignored by its id, its short code or its family. Rules marked *French* run on
items whose language is French, declared or inferred; an English title or abstract of a French item is left as it is.
Doing it twice changes nothing more. Addresses, identifiers, times, ratios, verse numbers and markup are never
touched, but by the family *addresses*, which looks at nothing else.

**To undo**: the items given to `normalize` never change; a report (`--report changes.json`) holds each value before and
after; what a rule takes out of an item altogether stays in its `custom` values (`note-as-given`, `URL-as-given` …); and
`--ignore RULE` does everything but one rule.

The rules run in the order of this page; why in this order: [the decision](decisions/0005-order-of-french-rules.md).
How often each is right: [the precision](french-precision.md). Cette page en français : [french.fr.md](french.fr.md).

Some conventions need no rule, because the reader of BibTeX or the style engine keeps them: LaTeX becomes Unicode (T4),
extended names `family=…, given=…, prefix=…` (N7), ` and ` and commas inside the braces of a body (N4), Roman volume
numbers kept (V2), local paths of attachments never printed.

In the examples, ⍽ is a no-break space (U+00A0), · a narrow no-break space (U+202F), ¬ a soft hyphen; `[de]` is a
particle that goes with the given name, and braces hold a body.

This page is written by `docs/french_catalogue.py` from the rules themselves; each example is run as a test.
"""

FRENCH_INTRODUCTION: Final = """# Normalisation du français

`citekit.normalize(items)` et `citekit normalize FICHIER` régularisent les métadonnées françaises, une règle après
l'autre, et signalent chaque modification avec la règle qui l'a faite. Les règles **auto** sont appliquées ; les règles
**ask** ne font que proposer (`citekit normalize --ask` pose la question une à une) ; les règles **never** ne changent
rien : elles disent ce qui n'est pas touché, ou signalent. Une règle se choisit ou s'écarte par son nom, son code ou sa
famille. Les règles *français* ne valent que pour les notices en français, déclaré ou reconnu ; le titre ou le résumé
anglais d'une notice française reste tel quel. Une seconde passe ne change plus rien. Adresses, identifiants, heures,
rapports, versets et balisage ne sont jamais touchés, sauf par la famille *addresses*, qui ne regarde qu'eux.

**Pour revenir en arrière** : les notices données à `normalize` ne changent jamais ; le rapport (`--report
changes.json`) garde chaque valeur avant et après ; ce qu'une règle retire d'une notice reste dans ses valeurs `custom`
(`note-as-given`, `URL-as-given`…) ; et `--ignore RÈGLE` fait tout sauf une règle.

Les règles s'appliquent dans l'ordre de cette page ; pourquoi cet ordre :
[la décision](decisions/0005-order-of-french-rules.md). Combien de fois chacune a raison :
[la précision](french-precision.md). This page in English: [french.md](french.md).

Dans les exemples, ⍽ est une espace insécable (U+00A0), · une espace fine insécable (U+202F), ¬ un trait d'union
conditionnel ; `[de]` est une particule rejetée après le prénom, et les accolades tiennent une collectivité.

Cette page est écrite par `docs/french_catalogue.py` à partir des règles ; chaque exemple est un test.
"""


@dataclass(frozen=True, slots=True)
class Words:
    """What a page says around the rules, in one language."""

    introduction: str
    head: str
    nothing: str
    source: str
    scopes: tuple[str, str]
    modes: Mapping[Mode, str]
    is_french: bool


PAGES: Final[Mapping[str, Words]] = {
    "french.md": Words(
        ENGLISH_INTRODUCTION,
        "| variable | before | after |",
        "(nothing)",
        "Source",
        ("French", "all languages"),
        {mode: mode.value for mode in Mode},
        False,
    ),
    "french.fr.md": Words(
        FRENCH_INTRODUCTION,
        "| variable | avant | après |",
        "(rien)",
        "Source",
        ("français", "toutes langues"),
        {mode: mode.value for mode in Mode},
        True,
    ),
}


def code(text: str, nothing: str) -> str:
    """A value as it stands in a cell of a table."""
    return f"`{text.translate(SHOWN)}`" if text else nothing


def row(example: Example, words: Words) -> str:
    """One example as a row of a table."""
    before, after = (code(readable(value), words.nothing) for value in (example.before, example.after))
    return f"| `{example.variable}` | {before} | {after} |"


def section(rule: Rule, words: Words) -> str:
    """One rule with its examples."""
    scope = words.scopes[0] if rule.needs_french else words.scopes[1]
    summary = rule.summary_fr if words.is_french else rule.summary_en
    head = f"### `{rule.id}`\n\n{rule.code} · {words.modes[rule.mode]} · {scope}\n\n{summary}\n"
    table = "\n".join([words.head, "| --- | --- | --- |", *(row(example, words) for example in rule.examples)])
    return f"{head}\n{table}\n\n{words.source}: {rule.source}.\n"


def catalogue(name: str) -> str:
    """The whole of one page."""
    words = PAGES[name]
    parts = [words.introduction]
    for family in FAMILIES:
        parts.append(f"## {family.capitalize()}\n")
        parts += [section(rule, words) for rule in RULES if rule.family == family]
    return "\n".join(parts)


if __name__ == "__main__":
    for name in PAGES:
        (FOLDER / name).write_text(catalogue(name), encoding="utf-8")
