"""Word diffs."""

from __future__ import annotations

from citekit.cli.diff import visible, word_diff


def test_words_that_agree_are_shown_once() -> None:
    assert word_diff("une politique sociale", "une autre politique sociale", color=False) == (
        "une{+ autre+} politique sociale"
    )


def test_values_that_hardly_agree_are_shown_one_after_the_other() -> None:
    assert word_diff("09/2020", "2020-09", color=False) == "[-09/2020-]{+2020-09+}"


def test_a_value_that_goes_away_is_shown_as_taken() -> None:
    assert word_diff("collectif", "", color=False) == "[-collectif-]"


def test_what_did_not_change_is_cut_short() -> None:
    before = " ".join(f"mot{number}" for number in range(40))
    assert word_diff(before, before.replace("mot39", "fin"), color=False) == "\u2026 mot36 mot37 mot38 [-mot39-]{+fin+}"


def test_a_change_of_space_alone_is_seen() -> None:
    assert word_diff("Quoi : rien", "Quoi\u00a0: rien", color=False) == "Quoi[- -]{+\u237d+}: rien"


def test_colors_stand_for_brackets_on_a_terminal() -> None:
    assert word_diff("a", "b", color=True) == "\x1b[31m\x1b[9ma\x1b[0m\x1b[32m\x1b[1mb\x1b[0m"


def test_control_characters_are_not_shown() -> None:
    assert visible("a\x1b[31mb\u00a0c\u202fd") == "a\ufffd[31mb\u237dc\u23b5d"
