"""What French raises, format by format."""

from __future__ import annotations

import pytest

from citekit.text.tokens import Tokens, mark
from citekit.text.typography import Typography
from citekit.text.writers import writer

RAISED = mark("vertical-align", "sup")


def printed(text: str | Tokens, form: str, language: str = "fr") -> str:
    """Text of an item as a writer spells it, with the typography of the Lexique."""
    typography = Typography("lexique", "en-US")
    tokens = (text,) if isinstance(text, str) else tuple(text)
    return writer(form).write(typography.settled(list(typography.own(tokens, language))))


@pytest.mark.parametrize("sign", ["n\u00b0 12", "n\u00ba\u00a012", "n\u1d52\u202f12"])
def test_the_numero_sign_is_raised_and_bound_to_its_number(sign: str) -> None:
    assert printed(sign, "html") == "n<sup>o</sup>\u00a012"
    assert printed(sign, "rtf") == "n{\\super o}\\u160?12"
    assert printed(sign, "text") == "n\u00b0\u00a012"


def test_a_numero_sign_that_is_stored_raised_is_one_too() -> None:
    tokens: Tokens = ["Le n", RAISED, "o", RAISED.partner, " 12"]
    assert printed(tokens, "html") == "Le n<sup>o</sup> 12"
    assert printed(tokens, "text") == "Le n\u00b0 12"


def test_the_plural_of_the_numero_sign() -> None:
    assert printed("n\u1d52\u02e2 12-13", "html") == "n<sup>os</sup>\u00a012-13"
    assert printed("n\u1d52\u02e2 12-13", "rtf") == "n{\\super os}\\u160?12-13"
    assert printed("n\u1d52\u02e2 12-13", "text") == "n\u00b0s\u00a012-13"


@pytest.mark.parametrize(
    ("stored", "html", "text"),
    [
        ("1\u1d49\u02b3 janvier", "1<sup>er</sup> janvier", "1er janvier"),
        ("1\u02b3\u1d49 éd.", "1<sup>re</sup> éd.", "1re éd."),
        ("XIX\u1d49 siècle", "XIX<sup>e</sup> siècle", "XIXe siècle"),
    ],
)
def test_the_ending_of_an_ordinal_is_raised_in_one_piece(stored: str, html: str, text: str) -> None:
    assert printed(stored, "html") == html
    assert printed(stored, "text") == text


@pytest.mark.parametrize("text", ["37 \u00b0C", "un\u00b0", "n\u00b0x", "t\u02b0a", "a\u1d49"])
def test_degrees_and_phonetics_are_no_numero_signs(text: str) -> None:
    assert printed(text, "text") == text


def test_superscripts_that_are_no_numero_sign_stay() -> None:
    tokens: Tokens = ["27", RAISED, "e", RAISED.partner, " et un", RAISED, "o", RAISED.partner]
    assert printed(tokens, "html") == "27<sup>e</sup> et un<sup>o</sup>"


def test_text_in_other_languages_is_printed_as_it_is_stored() -> None:
    assert printed("n\u00b0 12, 1\u1d49", "text", "en") == "n\u00b0 12, 1\u1d49"
