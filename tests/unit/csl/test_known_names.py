"""Names known by identity: equal names are one object, and what prints nothing is none."""

from __future__ import annotations

from citekit.csl.known_names import KnownNames
from citekit.items import Name


def test_equal_names_are_one_object_with_their_particles_told_apart():
    names = KnownNames()
    (typed,) = names.of((Name(family="van Gogh", given="Vincent"),))
    (again,) = names.of((Name(family="van Gogh", given="Vincent"),))
    (parted,) = names.of((Name(family="Gogh", given="Vincent", non_dropping_particle="van"),))
    assert typed is again is parted
    assert (typed.family, typed.non_dropping_particle) == ("Gogh", "van")


def test_names_that_differ_in_anything_are_two():
    first, second = KnownNames().of((Name(family="Doe", given="Jane"), Name(family="Doe", given="Jan")))
    assert first != second


def test_empty_names_are_left_out():
    assert [name.family for name in KnownNames().of((Name(), Name(family="Doe")))] == ["Doe"]
