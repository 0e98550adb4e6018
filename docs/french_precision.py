"""Counts what each French rule does to a folder of BibTeX files, with random samples to be read.

`python docs/french_precision.py FOLDER [--samples 30] [--seed 1] [--rule ID]…`; the verdicts are in
`french-precision.md`.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

from citekit.bibtex import read_bibtex
from citekit.french import RULES, normalize
from citekit.report import Change, Mode

SHOWN: Final = str.maketrans({"\u00a0": "⍽", "\u202f": "·", "\n": "↵"})


def changes_in(folder: Path) -> tuple[int, dict[tuple[str, Mode], list[tuple[str, Change]]]]:
    """The number of items in the files of a folder, and each change with the name of its file, by rule and mode."""
    found: dict[tuple[str, Mode], list[tuple[str, Change]]] = defaultdict(list)
    count = 0
    for path in sorted(folder.glob("*.bib")):
        items, _ = read_bibtex(path)
        count += len(items)
        for change in normalize(items)[1].changes:
            found[change.rule, change.mode].append((path.name, change))
    return count, found


def main() -> None:
    """Print the table of counts, then samples of the rules asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--samples", type=int, default=30, help="how many changes of each rule to print")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rule", action="append", default=[], help="print samples of this rule only")
    arguments = parser.parse_args()
    count, found = changes_in(arguments.folder)
    write = sys.stdout.write
    write(f"{count} items\n\n{'auto':>6} {'ask':>6}  rule\n")
    for rule in RULES:
        counts = [len(found[rule.id, mode]) for mode in (Mode.AUTO, Mode.ASK)]
        write(f"{counts[0] or '':>6} {counts[1] or '':>6}  {rule.id}\n")
    choose = random.Random(arguments.seed)
    for (rule_id, mode), changes in found.items():
        if arguments.rule and rule_id not in arguments.rule:
            continue
        write(f"\n== {rule_id} ({mode.value}): {len(changes)}\n")
        for file, change in choose.sample(changes, min(arguments.samples, len(changes))):
            before, after = change.before.translate(SHOWN), change.after.translate(SHOWN)
            write(f"{change.field}: {before}\n    -> {after}    [{file} {change.key}]\n")


if __name__ == "__main__":
    main()
