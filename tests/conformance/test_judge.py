from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from judge import (
    Outcome,
    TimeLimitReachedError,
    first_difference,
    judge_file,
    matches,
    read_expectations,
    time_limit,
    write_expectations,
)
from report import compare, updated


@pytest.mark.parametrize("got", ["a.", "a ", " a", "A", ""])
def test_results_are_compared_letter_by_letter(got: str):
    assert matches("name_Simple", "a", "a")
    assert not matches("name_Simple", "a", got)


def test_edit_marks_count_in_most_fixtures():
    assert not matches("position_Ibid", ">>[0] a", "..[0] a")


def test_edit_marks_do_not_count_where_the_reference_marks_unchanged_text():
    assert matches("sort_RangeUnaffected", ">>[0] a\n>>[1] b", "..[0] a\n>>[1] b")
    assert not matches("sort_RangeUnaffected", ">>[0] a", ">>[0] b")


def test_an_outcome_with_a_problem_has_not_passed():
    assert not Outcome("x", expected="", got="", problem="KeyError").passed
    assert Outcome("x", expected="", got="").passed


def test_a_difference_is_quoted_from_a_little_before_it():
    assert first_difference("0123456789abc", "0123456789xbc") == "expected '23456789abc', got '23456789xbc'"


def test_a_missing_end_is_a_difference():
    assert first_difference("ab", "a") == "expected 'ab', got 'a'"


def test_reasons_name_the_family_or_the_problem():
    assert Outcome("date_X", "1", "2").reason == "date: expected '1', got '2'"
    assert Outcome("date_X", "1", problem="KeyError: 'x'").reason == "not yet: KeyError: 'x'"


def test_a_file_that_is_no_fixture_fails_with_its_reason(tmp_path: Path):
    (tmp_path / "x.txt").write_text("nothing")
    assert judge_file(tmp_path / "x.txt").problem == "not a fixture: x: no section MODE, RESULT, CSL, INPUT"


def test_what_takes_too_long_is_interrupted():
    before = time.monotonic()
    with pytest.raises(TimeLimitReachedError), time_limit(0.05):
        time.sleep(5)
    assert time.monotonic() - before < 4


def test_expectations_are_read_as_they_were_written(tmp_path: Path):
    failures = {"name_B": 'expected "a\\b"', "date_A": "no-break\u00a0space, tab\t, \U0001d11e, \x7f", "odd name": "x"}
    write_expectations(failures, tmp_path / "failures.toml")
    assert read_expectations(tmp_path / "failures.toml") == failures


def test_expectations_hold_no_invisible_character(tmp_path: Path):
    write_expectations({"date_A": "a\u00a0b\u200dc"}, tmp_path / "failures.toml")
    assert r'date_A = "a\u00a0b\u200dc"' in (tmp_path / "failures.toml").read_text(encoding="utf-8")


def test_expectations_are_written_in_the_order_of_names(tmp_path: Path):
    write_expectations({"name_B": "x", "date_Z": "x", "name_A": "x"}, tmp_path / "failures.toml")
    assert list(tomllib.loads((tmp_path / "failures.toml").read_text())) == ["date_Z", "name_A", "name_B"]


def test_no_file_means_no_expected_failures(tmp_path: Path):
    assert read_expectations(tmp_path / "nowhere.toml") == {}


PASSED, FAILED = Outcome("a_Passed", "1", "1"), Outcome("a_Failed", "1", "2")


def test_a_run_as_expected_differs_in_nothing():
    assert not compare([PASSED, FAILED], {"a_Failed": "why"}, ["a_Passed", "a_Failed"])


def test_surprise_passes_new_failures_and_unknown_names_are_told_apart():
    comparison = compare([PASSED, FAILED], {"a_Passed": "why", "a_Gone": "why"}, ["a_Passed", "a_Failed"])
    assert comparison.new_passes == ("a_Passed",)
    assert comparison.new_failures == ("a_Failed",)
    assert comparison.unknown == ("a_Gone",)


def test_a_fixture_that_did_not_run_is_no_change():
    assert not compare([PASSED], {"b_Other": "why"}, ["a_Passed", "b_Other"])


def test_an_update_keeps_reasons_and_what_did_not_run_and_drops_what_passes():
    before = {"a_Failed": "a known reason", "a_Passed": "old", "b_Other": "not run", "c_Gone": "not in the suite"}
    names = ["a_Passed", "a_Failed", "b_Other"]
    assert updated([PASSED, FAILED], before, names) == {"b_Other": "not run", "a_Failed": "a known reason"}


def test_an_update_gives_new_failures_a_reason():
    assert updated([FAILED], {}, ["a_Failed"]) == {"a_Failed": "a: expected '1', got '2'"}
