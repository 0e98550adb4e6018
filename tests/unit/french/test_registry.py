"""Every rule's own examples are run; ids are unique and well formed."""

import re

import pytest

from citekit.french import RULES
from citekit.french.rule import TYPE, Edit, Example, Rule, edited
from citekit.report import Mode, Notice

PAIRS = [pytest.param(rule, example, id=f"{rule.id}-{i}") for rule in RULES for i, example in enumerate(rule.examples)]


def applied(rule: Rule, example: Example) -> dict[str, object]:
    """The example's variables after the rule's edits, proposals included."""
    item = example.item()
    for found in list(rule.apply(item)):
        assert isinstance(found, Edit | Notice)
        if isinstance(found, Edit):
            item = edited(item, found)
    return {TYPE: item.type, **item.variables}


@pytest.mark.parametrize(("rule", "example"), PAIRS)
def test_a_rule_does_what_its_example_shows(rule, example):
    assert applied(rule, example).get(example.variable) == example.after


def test_a_proposing_rule_never_yields_an_automatic_edit():
    for rule in RULES:
        for example in rule.examples:
            for found in rule.apply(example.item()):
                assert rule.mode is not Mode.NEVER or isinstance(found, Notice)
                if rule.mode is Mode.ASK and isinstance(found, Edit):
                    assert found.mode in (None, Mode.ASK)


def test_ids_and_codes_are_unique_and_well_formed():
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.id) for rule in RULES)


def test_every_rule_says_what_it_does_in_two_languages_and_where_it_comes_from():
    assert all(rule.summary_en and rule.summary_fr and rule.source and rule.examples for rule in RULES)
