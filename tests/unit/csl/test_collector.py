"""The garbage collector is left as it was found."""

from __future__ import annotations

import gc

import pytest

from citekit.csl.collector import collector_paused


def test_the_collector_rests_inside_and_works_again_outside():
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_inside_does_not_leave_it_switched_off():
    with pytest.raises(ValueError, match="inside"), collector_paused():
        raise ValueError("inside")
    assert gc.isenabled()


def test_a_collector_that_the_program_switched_off_stays_off():
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_made_inside_counts_as_old_and_what_was_frozen_stays_frozen():
    with collector_paused():
        made = [[] for _ in range(5000)]
    assert gc.get_count()[0] < len(made)
    assert gc.get_freeze_count() == 0
    gc.freeze()
    try:
        with collector_paused():
            pass
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
