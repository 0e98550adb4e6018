from __future__ import annotations

import pytest

from citekit.errors import NOWHERE, CitekitError, InputError, Location, StyleError, UsageError


@pytest.mark.parametrize(
    ("location", "printed"),
    [
        (Location("refs.bib", 12, 3), "refs.bib:12:3"),
        (Location("refs.bib", 12), "refs.bib:12"),
        (Location("refs.bib"), "refs.bib"),
        (Location("", 12, 3), "<input>:12:3"),
        (Location("refs.bib", 0, 3), "refs.bib"),
        (NOWHERE, "<input>"),
    ],
)
def test_a_location_prints_what_is_known_of_it(location: Location, printed: str):
    assert str(location) == printed


def test_an_error_without_a_place_prints_its_message_only():
    assert str(InputError("no such file")) == "no such file"


def test_an_error_prints_place_message_and_remedy():
    error = StyleError("macro 'auteur' is not defined", Location("a.csl", 7, 2), "define it or call 'author'")
    assert str(error) == "a.csl:7:2: macro 'auteur' is not defined; define it or call 'author'"


def test_an_error_keeps_its_parts():
    error = UsageError("unknown output 'doc'", remedy="choose html")
    assert (error.message, error.location, error.remedy) == ("unknown output 'doc'", NOWHERE, "choose html")


@pytest.mark.parametrize("kind", [InputError, StyleError, UsageError])
def test_every_error_is_caught_by_the_root(kind: type[CitekitError]):
    with pytest.raises(CitekitError, match="^broken$"):
        raise kind("broken")


def test_locations_are_values():
    assert {Location("a", 1, 2), Location("a", 1, 2)} == {Location("a", 1, 2)}
