"""Every fixture of the CSL test suite: passes, or is expected to fail for a stated reason."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from judge import judge_file, read_expectations
from suite import HOW_TO_GET_THE_SUITE, fixture_names, suite_folder, uses_own_suite

FOLDER = suite_folder()
NAMES = fixture_names(FOLDER) if FOLDER else []


@cache
def expectations() -> dict[str, str]:
    return {} if uses_own_suite() else read_expectations()


def test_the_suite_is_at_hand():
    if FOLDER is None:
        pytest.skip(HOW_TO_GET_THE_SUITE)
    assert NAMES, f"no fixtures in {FOLDER}"


@pytest.mark.skipif(FOLDER is None, reason=HOW_TO_GET_THE_SUITE)
def test_expected_failures_name_fixtures_of_the_suite():
    assert sorted(expectations().keys() - set(NAMES)) == []


@pytest.mark.parametrize("name", NAMES)
def test_fixture(name: str):
    assert isinstance(FOLDER, Path)
    outcome = judge_file(FOLDER / f"{name}.txt")
    reason = expectations().get(name)
    if reason is None:
        assert outcome.passed, outcome.reason
    else:
        assert not outcome.passed, f"passes now, though expected to fail ({reason}): take it out of the list"
