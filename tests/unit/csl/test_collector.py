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
