"""French typography at output: the spaces of one reference, and whose text is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import UsageError
from citekit.text.tokens import Token, Tokens, mark, plain_text
from citekit.text.typography import SPACES, Typography

NBSP = "\u00a0"
NARROW = "\u202f"
THIN = "\u2009"
MIXED = f"Quoi{NBSP}? L'islam{NARROW}: le{NBSP}saint{THIN}; «{NARROW}fin{NBSP}»"
ITALIC = mark("font-style", "italic")


def french(*tokens: Token, spaces: str = "lexique") -> Tokens:
    """Tokens of a style, settled where the locale is French."""
    return Typography(spaces, "fr-FR").settled(list(tokens))


def own(text: str, language: str = "", spaces: str = "lexique", locale: str = "fr-FR") -> Tokens:
    """Text of an item, settled in a locale."""
    typography = Typography(spaces, locale)
    return typography.settled(list(typography.own((text,), language)))


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
    assert own(MIXED, spaces=spaces) == french(MIXED, spaces=spaces) == [expected]
    assert Typography(spaces, "fr").text(MIXED) == expected


def test_a_space_and_its_mark_may_stand_in_two_tokens() -> None:
    tokens = [ITALIC, f"Titre{NARROW}", ITALIC.partner, ": sous-titre", f" «{NARROW}", ITALIC, "x", ITALIC.partner]
    assert french(*tokens) == [
        ITALIC,
        f"Titre{NBSP}",
        ITALIC.partner,
        f": sous-titre «{NBSP}",
        ITALIC,
        "x",
        ITALIC.partner,
    ]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Disponible à l'adresse: http://a.fr/b;c", f"Disponible à l'adresse{NBSP}: http://a.fr/b;c"),
        ("(Roe 2020; Doe 2021)", f"(Roe 2020{NARROW}; Doe 2021)"),
        ("Paris : Seuil ; Lyon", f"Paris{NBSP}: Seuil{NARROW}; Lyon"),
        ("« cité » par", f"«{NBSP}cité{NBSP}» par"),
        (f"Paris {NBSP}: Seuil", f"Paris{NBSP}: Seuil"),
        ("12(3): 45", f"12(3){NBSP}: 45"),
        ("doi:10.1/2, 03:30, Jn 3:16", "doi:10.1/2, 03:30, Jn 3:16"),
        ("Yahoo! et [2020?]", "Yahoo! et [2020?]"),
    ],
)
def test_the_text_of_a_style_gets_the_spaces_that_french_wants(written: str, printed: str) -> None:
    assert french(written) == [printed]


def test_the_text_of_a_style_in_another_language_is_left_as_it_is() -> None:
    text = "Retrieved from: http://a.fr; « b »"
    assert Typography("lexique", "en-US").settled([text]) == [text]


def test_a_mark_of_the_style_after_text_of_the_item_gets_its_space() -> None:
    typography = Typography("lexique", "fr-FR")
    tokens = [ITALIC, *typography.own(("The end: why?",), "en"), ITALIC.partner, ": a"]
    assert typography.settled(tokens) == [ITALIC, "The end: why?", ITALIC.partner, f"{NBSP}: a"]


@pytest.mark.parametrize("language", ["en", "fr", ""])
def test_the_text_of_an_item_gets_no_space_that_it_has_not(language: str) -> None:
    text = "The end of the world: why and how? 1 : 25 000 ; a"
    assert own(text, language) == [text]


def test_ascii_has_no_no_break_space_at_all() -> None:
    assert french(f"p.{NBSP}12{NARROW}; n\u00b0{NBSP}3", spaces="ascii")[0] == "p. 12 ; n"


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="lexique, nbsp, nnbsp, ascii, stored"):
        Typography("thin", "fr")


def test_what_stands_at_the_head_gets_no_space() -> None:
    assert french(": a") == [": a"]
    assert french("(: a; b)") == [f"(: a{NARROW}; b)"]


TEXT = st.text(alphabet=f"an2:;!?«» {NBSP}{NARROW}", max_size=20)


@given(TEXT, st.sampled_from(sorted(SPACES)), st.sampled_from(["fr-FR", "en-US"]))
def test_only_spaces_change_and_a_second_time_nothing_does(text: str, spaces: str, tag: str) -> None:
    typography = Typography(spaces, tag)
    once = typography.settled([text])
    assert typography.settled(once) == once
    bare = str.maketrans(dict.fromkeys((" ", NBSP, NARROW)))
    assert plain_text(once).translate(bare) == text.translate(bare)


@given(TEXT, st.sampled_from(sorted(SPACES)))
def test_in_the_text_of_an_item_each_space_stays_a_space(text: str, spaces: str) -> None:
    plain = str.maketrans({NBSP: " ", NARROW: " "})
    assert plain_text(own(text, spaces=spaces)).translate(plain) == text.translate(plain)
