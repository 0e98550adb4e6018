"""Settings of a handout."""

from __future__ import annotations

import pytest

from citekit.errors import InputError, Location
from citekit.handout import HandoutSettings, SectionSetting, read_settings


def test_every_key_may_be_left_out() -> None:
    assert read_settings("") == (HandoutSettings(), [])


def test_sections_keep_their_order_and_headings() -> None:
    text = '[[sections]]\npath = "B/C"\nheading = "Cé"\n[[sections]]\npath = "A"\n'
    settings, notices = read_settings(text)
    assert settings.sections == (SectionSetting("B/C", "Cé"), SectionSetting("A", ""))
    assert notices == []


def test_a_date_of_toml_is_taken_as_it_is_written() -> None:
    assert read_settings("date = 2021-03-18")[0].date == "2021-03-18"


def test_an_unknown_key_is_noticed_with_its_line() -> None:
    _, notices = read_settings('title = "x"\nauthor = "y"\n', "refs.toml")
    assert [(notice.rule, notice.location) for notice in notices] == [("unknown-setting", Location("refs.toml", 2))]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("\ntitle = ", Location("s.toml", 2), "the settings are not TOML: Invalid value"),
        ("a = 1\nb = = 2", Location("s.toml", 2, 5), "the settings are not TOML: Invalid value"),
        ("\ntitle = true", Location("s.toml", 2), "title is not a text"),
        ('sections = "A"', Location("s.toml", 1), "sections is not a list of tables"),
        ('lang = "fr"\nspaces = "wide"', Location("s.toml", 2), "unknown kind of spaces 'wide'"),
        ('[[sections]]\nheading = "A"', Location("s.toml", 1), "a section has no path"),
    ],
)
def test_what_cannot_be_read_is_an_input_error_with_its_place(text: str, place: Location, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_settings(text, "s.toml")
    assert caught.value.location == place
    assert caught.value.message.startswith(message)
    assert caught.value.remedy


def test_all_printed_texts_go_through_a_function_and_nothing_else_does() -> None:
    settings = HandoutSettings("a", "b", "c", "d", "fr", "apa", (SectionSetting("e", "f"),))
    assert settings.with_texts(str.upper) == HandoutSettings(
        "A", "B", "C", "D", "fr", "apa", (SectionSetting("e", "F"),)
    )
