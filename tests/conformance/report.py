"""Runs the whole CSL test suite and says what passes, what fails by family, and what changed.

`make conformance` runs this. The last line is always `conformance: P passed, F failed of T`. The exit code is 0 when
everything is as `expected_failures.toml` says, 1 when not, 2 when there is nothing to run. A folder chosen through
CITEKIT_CSL_SUITE is run without expectations, so that its exit code is 0 whatever passes.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from judge import Outcome, judge_file, read_expectations, write_expectations
from suite import HOW_TO_GET_THE_SUITE, SuiteError, family_of, fixture_paths, suite_folder, uses_own_suite

PROCESSES: Final = 2
AS_EXPECTED: Final = 0
CHANGED: Final = 1
NOTHING_TO_RUN: Final = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run beside the expectations: what is better, what is worse, what is expected of fixtures that do not exist."""

    new_passes: tuple[str, ...]
    new_failures: tuple[str, ...]
    unknown: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.new_passes or self.new_failures or self.unknown)


def compare(outcomes: Sequence[Outcome], expectations: Mapping[str, str], names: Sequence[str]) -> Comparison:
    """Set a run beside the expectations; `names` are all fixtures of the suite, of which some may not have run."""
    passed = {outcome.name for outcome in outcomes if outcome.passed}
    failed = {outcome.name for outcome in outcomes if not outcome.passed}
    return Comparison(
        new_passes=tuple(sorted(passed & expectations.keys())),
        new_failures=tuple(sorted(failed - expectations.keys())),
        unknown=tuple(sorted(expectations.keys() - set(names))),
    )


def run(paths: Sequence[Path]) -> list[Outcome]:
    """Run fixtures in a few processes, in order."""
    if len(paths) < 10:
        return [judge_file(path) for path in paths]
    with ProcessPoolExecutor(PROCESSES) as pool:
        return list(pool.map(judge_file, paths, chunksize=8))


def family_table(outcomes: Sequence[Outcome]) -> str:
    """Passes and totals by family, the families with most failures first."""
    totals = Counter(outcome.family for outcome in outcomes)
    failures = Counter(outcome.family for outcome in outcomes if not outcome.passed)
    lines = [f"{'family':<20} {'passed':>6} {'failed':>6} {'total':>6}"]
    for family in sorted(totals, key=lambda family: (-failures[family], family)):
        failed, total = failures[family], totals[family]
        lines.append(f"{family:<20} {total - failed:>6} {failed:>6} {total:>6}")
    return "\n".join(lines)


def problem_table(outcomes: Sequence[Outcome], most: int = 8) -> str:
    """The commonest reasons for which nothing came out at all."""
    problems = Counter(outcome.problem for outcome in outcomes if outcome.problem)
    return "\n".join(f"{count:>6}  {problem}" for problem, count in problems.most_common(most))


def changes(comparison: Comparison, outcomes: Sequence[Outcome]) -> str:
    """What differs from the expectations, one fixture a line."""
    reasons = {outcome.name: outcome.reason for outcome in outcomes if not outcome.passed}
    lines = []
    if comparison.new_passes:
        lines.append(f"new passes ({len(comparison.new_passes)}):")
        lines += [f"  + {name}" for name in comparison.new_passes]
    if comparison.new_failures:
        lines.append(f"new failures ({len(comparison.new_failures)}):")
        lines += [f"  - {name}  {reasons[name]}" for name in comparison.new_failures]
    if comparison.unknown:
        lines.append("expected to fail, but not in the suite:")
        lines += [f"  ? {name}" for name in comparison.unknown]
    return "\n".join(lines) or "nothing changed"


def show(outcome: Outcome) -> str:
    """One fixture in full: both texts, and a diff that shows invisible characters."""
    if outcome.problem:
        return f"{outcome.name}: {outcome.problem}\n--- expected\n{outcome.expected}"
    if outcome.passed:
        return f"{outcome.name}: passed\n{outcome.got}"
    diff = difflib.ndiff(
        [repr(line) for line in outcome.expected.split("\n")], [repr(x) for x in outcome.got.split("\n")]
    )
    return "\n".join(
        [f"{outcome.name}: failed", "--- expected", outcome.expected, "--- got", outcome.got, "--- diff", *diff]
    )


def updated(outcomes: Sequence[Outcome], expectations: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    """The expectations after this run; reasons already given stay, fixtures that did not run stay as they were."""
    ran = {outcome.name for outcome in outcomes}
    kept = {name: reason for name, reason in expectations.items() if name in set(names) - ran}
    failed = {
        outcome.name: expectations.get(outcome.name, outcome.reason) for outcome in outcomes if not outcome.passed
    }
    return kept | failed


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="report.py", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--update", action="store_true", help="rewrite expected_failures.toml from this run")
    parser.add_argument("--show", metavar="NAME", help="run one fixture and show what differs")
    parser.add_argument("--family", metavar="X", help="run one family only")
    parser.add_argument("--failures", action="store_true", help="list every failure with its reason")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for, print the report, return the exit code."""
    options = parse_arguments(arguments)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        folder = suite_folder()
    except SuiteError as error:
        print(error, file=sys.stderr)
        return NOTHING_TO_RUN
    if folder is None:
        print(HOW_TO_GET_THE_SUITE, file=sys.stderr)
        return NOTHING_TO_RUN
    paths = list(fixture_paths(folder))
    names = [path.stem for path in paths]
    if options.show:
        return show_one(options.show, paths)
    if options.family:
        paths = [path for path in paths if family_of(path.stem) == options.family]
    if not paths:
        print(f"no fixtures in {folder}" + (f" of family {options.family}" if options.family else ""), file=sys.stderr)
        return NOTHING_TO_RUN
    return report(run(paths), names, options)


def show_one(name: str, paths: Sequence[Path]) -> int:
    """Run one fixture by its name and show it."""
    path = next((path for path in paths if path.stem == name), None)
    if path is None:
        near = difflib.get_close_matches(name, [path.stem for path in paths], n=3)
        print(f"no fixture {name!r}" + (f"; near: {', '.join(near)}" if near else ""), file=sys.stderr)
        return NOTHING_TO_RUN
    outcome = judge_file(path)
    print(show(outcome))
    return AS_EXPECTED if outcome.passed else CHANGED


def report(outcomes: Sequence[Outcome], names: Sequence[str], options: argparse.Namespace) -> int:
    """Print the run, rewrite the expectations when asked to, return the exit code."""
    failed = [outcome for outcome in outcomes if not outcome.passed]
    print(family_table(outcomes))
    if problems := problem_table(outcomes):
        print(f"\nfailures without a result:\n{problems}")
    if options.failures:
        print("\nfailures:", *(f"  {outcome.name}  {outcome.reason}" for outcome in failed), sep="\n")
    exit_code = AS_EXPECTED
    if not uses_own_suite():
        expectations = read_expectations()
        comparison = compare(outcomes, expectations, names)
        print(f"\n{changes(comparison, outcomes)}")
        if options.update:
            write_expectations(updated(outcomes, expectations, names))
        elif comparison:
            exit_code = CHANGED
    print(f"\nconformance: {len(outcomes) - len(failed)} passed, {len(failed)} failed of {len(outcomes)}")
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
