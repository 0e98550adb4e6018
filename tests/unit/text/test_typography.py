"""Spaces around French punctuation, chosen for one output."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import UsageError
from citekit.text.tokens import mark, plain_text
from citekit.text.typography import SPACES, respace, respace_text

NBSP = "\u00a0"
NARROW = "\u202f"
MIXED = f"Quoi{NBSP}? L'islam{NARROW}: le{NBSP}saint{NARROW}; «{NARROW}fin{NBSP}»"


@pytest.mark.parametrize(
    ("spaces", "expected"),
    [
        ("lexique", f"Quoi{NARROW}? L'islam{NBSP}: le{NBSP}saint{NARROW}; «{NBSP}fin{NBSP}»"),
        ("nbsp", f"Quoi{NBSP}? L'islam{NBSP}: le{NBSP}saint{NBSP}; «{NBSP}fin{NBSP}»"),
        ("nnbsp", f"Quoi{NARROW}? L'islam{NARROW}: le{NBSP}saint{NARROW}; «{NARROW}fin{NARROW}»"),
        ("ascii", "Quoi ? L'islam : le saint ; « fin »"),
    ],
)
def test_one_reference_has_one_kind_of_space(spaces: str, expected: str) -> None:
    assert respace_text(MIXED, spaces) == expected


def test_a_space_and_its_mark_may_stand_in_two_tokens() -> None:
    italic = mark("font-style", "italic")
    tokens = [italic, f"Titre{NARROW}", italic.partner, ": sous-titre", f"«{NARROW}", "x"]
    assert respace(tokens, "lexique") == [italic, f"Titre{NBSP}", italic.partner, ": sous-titre", f"«{NBSP}", "x"]


def test_english_punctuation_stays_english() -> None:
    text = "The end of the world: why and how?"
    assert all(respace_text(text, spaces) == text for spaces in SPACES)


def test_ordinary_spaces_are_not_made_no_break() -> None:
    assert respace_text("1 : 25 000 ; a", "lexique") == "1 : 25 000 ; a"


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="lexique, nbsp, nnbsp, ascii"):
        respace(["a"], "thin")


@given(st.lists(st.text(alphabet=f"a:;!?«» {NBSP}{NARROW}", max_size=6), max_size=5), st.sampled_from(sorted(SPACES)))
def test_respacing_twice_is_respacing_once_and_changes_spaces_only(pieces: list[str], spaces: str) -> None:
    once = respace(pieces, spaces)
    assert respace(once, spaces) == once
    bare = str.maketrans({NBSP: " ", NARROW: " "})
    assert plain_text(once).translate(bare) == "".join(pieces).translate(bare)
