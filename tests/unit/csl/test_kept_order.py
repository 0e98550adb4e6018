"""Items kept in the order of sort keys: what comes, goes or changes is put in its place."""

from __future__ import annotations

import random

import pytest

from citekit.csl.kept_order import KeptOrder
from citekit.csl.sorting import CompiledKey, KeyValue
from citekit.csl.state import Disambiguation

EXPANDED = Disambiguation(given=(((0, 0), 1),))


class Letters:
    """An order by the letters of ids; an expanded id sorts by its last letter. It counts how often a key is asked."""

    def __init__(self, *, is_descending: bool = False) -> None:
        self.asked = 0
        self.order = KeptOrder((CompiledKey(None, is_descending, ""),))

    def _value(self, key: CompiledKey, item_id: str, disambiguation: Disambiguation) -> KeyValue:
        self.asked += 1
        letters = item_id.rstrip("0123456789")
        if disambiguation is EXPANDED:
            letters = letters[-1]
        return ((letters,), ("",), ("",)) if letters else ()

    def of(self, ids: str, *expanded: str) -> str:
        return " ".join(self.order.of(tuple(ids.split()), dict.fromkeys(expanded, EXPANDED), self._value))


def test_a_new_item_is_put_in_its_place():
    letters = Letters()
    assert letters.of("d b f") == "b d f"
    assert letters.of("d b f c") == "b c d f"


def test_few_keys_are_asked_for_one_item_among_many():
    letters = Letters()
    ids = " ".join([f"{letter}{number}" for letter in "abcdefgh" for number in range(50)])
    letters.of(ids)
    letters.asked = 0
    letters.of(ids + " cc")
    assert letters.asked < 20


def test_what_no_key_tells_apart_keeps_the_order_given():
    letters = Letters()
    assert letters.of("a2 b a1") == "a2 a1 b"
    assert letters.of("b a1 a3 a2") == "a1 a3 a2 b"


def test_items_without_the_key_come_last_in_both_directions():
    ids = " ".join([*"bcdefghi", "1"])
    assert Letters().of(ids).split()[-1] == "1"
    falling = Letters(is_descending=True)
    assert falling.of(ids) == "i h g f e d c b 1"
    assert falling.of(ids + " 2 a") == "i h g f e d c b a 1 2"


def test_an_item_that_is_told_apart_moves():
    letters = Letters()
    ids = "bz c d e f g h i j k l m n o p q"
    assert letters.of(ids).split()[0] == "bz"
    assert letters.of(ids, "bz").split()[-1] == "bz"
    assert letters.of(ids).split()[0] == "bz"


@pytest.mark.parametrize("is_descending", [False, True])
def test_any_sequence_of_changes_gives_what_sorting_afresh_gives(is_descending):
    chance = random.Random(7)
    kept = Letters(is_descending=is_descending)
    everything = [f"{first}{second}{number}" for first in "abc" for second in "xyz" for number in range(6)] + ["1", "2"]
    listed = everything[:40]
    for _ in range(200):
        listed = [one for one in listed if chance.random() > 0.03]
        listed += [one for one in chance.sample(everything, 2) if one not in listed]
        expanded = [one for one in listed if one[0] == "a" and chance.random() > 0.9]
        ids = " ".join(listed)
        assert kept.of(ids, *expanded) == Letters(is_descending=is_descending).of(ids, *expanded)
