"""Zotero's types and the translation of CSL's names."""

import pytest

from citekit.export.zotero_schema import CREATOR_TYPES, DATE_FIELDS, TEXT_FIELDS, zotero_type, zotero_types
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, TEXT_VARIABLES


def type_name(kind: str, **variables: str) -> str:
    return zotero_type(Item("a", kind, variables))[0].name


def test_the_schema_has_all_types_of_works() -> None:
    assert len(zotero_types()) == 37
    assert zotero_types()["thesis"].fields["publisher"] == "university"
    assert zotero_types()["film"].creators[0] == "director"


@pytest.mark.parametrize("kind", sorted(ITEM_TYPES))
def test_every_csl_type_has_a_zotero_type(kind: str) -> None:
    assert type_name(kind) != "document" or kind in {
        "collection", "document", "event", "musical_score", "performance", "treaty"
    }  # fmt: skip


def test_the_tables_speak_of_csl_variables_and_zotero_fields_only() -> None:
    fields = {base for kind in zotero_types().values() for base in kind.fields}
    creators = {creator for kind in zotero_types().values() for creator in kind.creators}
    assert set(TEXT_FIELDS) <= TEXT_VARIABLES
    assert set(DATE_FIELDS) <= DATE_VARIABLES
    assert set(CREATOR_TYPES) <= NAME_VARIABLES
    assert {field for candidates in TEXT_FIELDS.values() for field in candidates} <= fields
    assert set(DATE_FIELDS.values()) <= fields
    assert {role for roles in CREATOR_TYPES.values() for role in roles} <= creators


def test_genre_and_medium_choose_the_narrower_type() -> None:
    assert type_name("broadcast") == "tvBroadcast"
    assert type_name("broadcast", genre="Émission de radio") == "radioBroadcast"
    assert type_name("broadcast", medium="Podcast audio") == "podcast"
    assert type_name("personal_communication", genre="E-mail") == "email"
    assert type_name("motion_picture", medium="DVD") == "videoRecording"


def test_what_is_watched_at_an_address_is_a_recording_unless_it_has_a_director() -> None:
    assert type_name("motion_picture") == "film"
    assert type_name("motion_picture", URL="https://example.org/v") == "videoRecording"
    film = Item("a", "motion_picture", {"URL": "https://example.org/v", "director": (Name("Varda", "Agnès"),)})
    assert zotero_type(film)[0].name == "film"


def test_a_type_without_counterpart_is_not_exact() -> None:
    assert [zotero_type(Item("a", kind))[1] for kind in ("book", "treaty", "hologram")] == [True, False, False]
