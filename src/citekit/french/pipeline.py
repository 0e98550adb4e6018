"""The pass over items: every rule in the order of the registry, every change reported, proposals left to the user.

Rules see what the rules before them made. The order of families is stated in the registry and is part of the contract:
language first (it decides whether rules for French run), then names, dates and numbers, then titles, then typography.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from citekit.errors import UsageError
from citekit.french.languages import is_french
from citekit.french.registry import FAMILIES, RULES
from citekit.french.rule import TYPE, Edit, Rule, edited, readable, readable_name
from citekit.items.item import Item, Value
from citekit.report import Change, Mode, Notice, Report

__all__ = ["Decide", "explain", "normalize"]

NBSP: Final = "\u00a0"
NARROW_NBSP: Final = "\u202f"
# Signs for the spaces that nobody sees: the shouldered open box of ISO 9995-7, and the bottom bracket.
_SIGNS: Final = str.maketrans({NBSP: "\u237d", NARROW_NBSP: "\u23b5"})
_LEGEND: Final = "\u237d is a no-break space, \u23b5 a narrow one."

Decide: TypeAlias = Callable[[Sequence[Change]], bool]
"""Answers whether a proposal is to be carried out; what it proposes are one or several changes that belong together."""


def normalize(
    items: Iterable[Item],
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
    decide: Decide | None = None,
) -> tuple[list[Item], Report]:
    """Normalise French metadata; returns new items and a report of every change and proposal.

    `select` and `ignore` take rule ids, short codes (`N1`) or family names. Raises `UsageError` for a name that is none
    of them. Proposals are left to the user, unless `decide` accepts them; those accepted are reported as carried out.
    The items given never change: whoever keeps them has the original of everything. Doing it twice changes nothing
    more.

    >>> items, report = normalize([Item("a", "article-journal", {"container-title": "Monde (le)", "issue": "n° 3"})])
    >>> items[0].text("container-title"), items[0].text("issue"), [change.rule for change in report.changes]
    ('Le Monde', '3', ['number-prefix', 'journal-article'])
    """
    rules = _chosen(select, ignore)
    report = Report()
    return [_normalize_item(item, rules, report, decide) for item in items], report


def explain(rule_id: str) -> str:
    """What a rule does, in English and French, with its examples and its source.

    >>> print(explain("journal-article").splitlines()[0])
    journal-article (J1, journals, auto)
    """
    names = _resolve(rule_id)
    return "\n\n".join(_explain_rule(rule) for rule in RULES if rule.id in names)


def _explain_rule(rule: Rule) -> str:
    lines = [f"{rule.id} ({rule.code}, {rule.family}, {rule.mode.value})", rule.summary_en, rule.summary_fr]
    lines += [
        f"  {example.variable}: {readable(example.before)} -> {readable(example.after) or '(nothing)'}"
        for example in rule.examples
    ]
    text = "\n".join([*lines, f"Source: {rule.source}."])
    shown = text.translate(_SIGNS)
    return text if shown == text else f"{shown}\n{_LEGEND}"


def _chosen(select: Collection[str] | None, ignore: Collection[str]) -> tuple[Rule, ...]:
    wanted = {rule.id for rule in RULES} if select is None else set().union(*map(_resolve, select))
    unwanted = set().union(*map(_resolve, ignore)) if ignore else set()
    return tuple(rule for rule in RULES if rule.id in wanted - unwanted)


def _resolve(name: str) -> set[str]:
    found = {rule.id for rule in RULES if name in (rule.id, rule.family) or name.upper() == rule.code}
    if found:
        return found
    known = [rule.id for rule in RULES] + list(FAMILIES)
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    remedy = f"did you mean {', '.join(near)}?" if near else f"families are {', '.join(FAMILIES)}"
    raise UsageError(f"there is no French rule or family {name!r}", remedy=remedy)


def _normalize_item(item: Item, rules: tuple[Rule, ...], report: Report, decide: Decide | None) -> Item:
    # Asked once, before anything changes: what a rule does to a title must not decide whether the next one runs.
    french = is_french(item)
    for rule in rules:
        if rule.needs_french and not french:
            continue
        found = list(rule.apply(item))
        report.extend(one for one in found if isinstance(one, Notice))
        for group in _bound(one for one in found if isinstance(one, Edit)):
            item = _settle(item, rule, group, report, decide)
    return item


def _bound(edits: Iterable[Edit]) -> list[list[Edit]]:
    """The edits in groups that are carried out together or not at all."""
    groups: list[list[Edit]] = []
    for edit in edits:
        if edit.is_continued and groups:
            groups[-1].append(edit)
        else:
            groups.append([edit])
    return groups


def _settle(item: Item, rule: Rule, group: list[Edit], report: Report, decide: Decide | None) -> Item:
    """Report a group of edits, and carry it out where its rule is sure or the user agrees."""
    mode = group[0].mode or rule.mode
    changes = [change for edit in group for change in _changes(item, rule, edit, mode)]
    if mode is Mode.ASK and decide is not None and decide(changes):
        mode = Mode.AUTO
        changes = [replace(change, mode=mode) for change in changes]
    report.extend(changes)
    if mode is Mode.AUTO:
        for edit in group:
            item = edited(item, edit)
    return item


def _changes(item: Item, rule: Rule, edit: Edit, mode: Mode) -> Iterator[Change]:
    before = item.type if edit.variable == TYPE else item.variables.get(edit.variable)
    for old, new in _differences(before, edit.value):
        after = f"{new} ({edit.evidence})" if edit.evidence else new
        yield Change(item.id, edit.variable, old, after, rule.id, mode, item.location)


def _differences(before: Value | None, after: Value | None) -> Iterator[tuple[str, str]]:
    """One pair for each name that differs when a list keeps its length, otherwise one for the whole value."""
    if isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
        for old, new in zip(before, after, strict=True):
            if old != new:
                yield readable_name(old), readable_name(new)
    else:
        yield readable(before), readable(after)
