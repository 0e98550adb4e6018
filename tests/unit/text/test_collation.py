"""Alphabetical order."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from citekit.text.collation import Collator, without_article

# PyICU is an option that has to be compiled; where it is installed, it has to give the same order.
COLLATORS = [False, True] if find_spec("icu") else [False]


@pytest.mark.parametrize(
    "in_order",
    [
        ["A \u00e9t\u00e9", "A Hansen", "A Kasernes", "Ab Delrahman", "B Gjengen"],
        ["Aalto", "\u00c1lvarez", "Andr\u00e9"],
        ["Aaa", "ABC", "Xyz"],
        ["9 lieux", "40 lieux", "Les contrastes"],
        ["cote", "cot\u00e9", "c\u00f4te", "c\u00f4t\u00e9"],
        ["odeur", "\u0153uvre", "ogre"],
        ["d\u2019 Wander", "de\u2019 Frinkle", "in \u2019t Horvath"],
        ["Saint-Denis", "saintdenise"],
        ["page 2", "page 10"],
        # NF Z44-001: accents, apostrophes and hyphens are ignored; particles kept with the name count as part of it.
        ["Abb\u00e9", "Dan", "D'Annunzio", "De Quincey", "Du Bellay", "La Fontaine", "Le Cl\u00e9zio", "Lebrun"],
        ["Aix la Chapelle", "Aix-en-Provence", "Aixois"],
        # What differs in punctuation alone: small letters before capitals, then the punctuation.
        ["Daboville", "D'Aboville", "Lafontaine", "La-Fontaine", "Lhomme", "L'Homme"],
        ["Strasse", "Stra\u00dfe"],
        ["", "a"],
    ],
)
@pytest.mark.parametrize("uses_icu", COLLATORS)
def test_words_stand_in_this_order(in_order: list[str], uses_icu: bool) -> None:
    key = Collator("fr-FR", uses_icu=uses_icu).key
    backwards = in_order[::-1]
    assert sorted(backwards, key=key) == in_order


def test_french_of_canada_compares_accents_from_the_end() -> None:
    words = ["c\u00f4t\u00e9", "cot\u00e9", "c\u00f4te", "cote"]
    assert sorted(words, key=Collator("fr-CA").key) == ["cote", "c\u00f4te", "cot\u00e9", "c\u00f4t\u00e9"]


@pytest.mark.parametrize(
    ("tag", "in_order"),
    [
        ("sv-SE", ["Oz", "Zola", "\u00c5strand", "\u00c4rlig", "\u00d6rn"]),
        ("da-DK", ["Ab", "Zola", "\u00c6r", "\u00d8st", "Aalborg", "\u00c5rhus"]),
        ("tr-TR", ["Hz", "Irmak", "\u0130nan", "Multu", "M\u00fcller", "Newton"]),
        ("cs-CZ", ["Cyr", "\u010capek", "Hus", "Charv\u00e1t", "Ibsen"]),
        ("hu-HU", ["Czuczor", "Cs\u00e1th", "Ozora", "\u00d6rk\u00e9ny"]),
        ("es-ES", ["Nuzzi", "\u00d1and\u00fa", "Ortega"]),
        ("pl-PL", ["Lz", "\u0141\u00f3d\u017a", "Ma\u017cur"]),
        ("is-IS", ["Az", "\u00c1s", "Zo\u00eb", "\u00dear", "\u00c6r"]),
        ("et-EE", ["Saar", "\u0160okk", "Zola", "Tamm", "\u00dclo"]),
        (
            "uk-UA",
            [
                "\u0413\u043e\u0433\u043e\u043b\u044c",
                "\u0490\u0430\u043b\u0430",
                "\u0406\u0432\u0430\u043d",
                "\u0407\u0436\u0430",
                "\u0419\u043e\u0434",
                "\u041a\u0456\u0442",
            ],
        ),
        ("ru-RU", ["\u0418\u044f", "\u0419\u043e\u0434", "\u041a\u043e\u0442"]),
        ("sr-RS", ["\u0414\u0440", "\u0402\u043e\u043a\u043e", "\u0415\u0432\u0430", "\u041b\u0443", "\u0409\u0438"]),
        ("de-DE", ["Mucke", "M\u00fcller", "Multatuli", "Zola"]),
        ("en-US", ["Chapel", "Hus", "\u00d6rn", "Oz"]),
    ],
)
@pytest.mark.parametrize("uses_icu", COLLATORS)
def test_a_language_has_letters_of_its_own(tag: str, in_order: list[str], uses_icu: bool) -> None:
    backwards = in_order[::-1]
    assert sorted(backwards, key=Collator(tag, uses_icu=uses_icu).key) == in_order


@pytest.mark.parametrize(
    ("tag", "in_order"),
    [
        (
            "ru-RU",
            ["9", "\u0418\u0432\u0430\u043d\u043e\u0432", "Doe", "\u00c9tienne", "Zola", "\u03a9\u03c1", "\u738b"],
        ),
        ("el-GR", ["\u03a9\u03c1\u03b9\u03b3\u03ad\u03bd\u03b7\u03c2", "Doe"]),
        ("zh-CN", ["\u738b", "Doe"]),
        ("sr-Latn-RS", ["Doe", "\u0418\u0432\u0430\u043d"]),
        ("en-US", ["Zola", "\u0418\u0432\u0430\u043d\u043e\u0432", "\u738b"]),
    ],
)
@pytest.mark.parametrize("uses_icu", COLLATORS)
def test_a_language_puts_its_own_script_first(tag: str, in_order: list[str], uses_icu: bool) -> None:
    backwards = in_order[::-1]
    assert sorted(backwards, key=Collator(tag, uses_icu=uses_icu).key) == in_order


def test_a_letter_of_its_own_may_be_written_with_a_combining_accent() -> None:
    key = Collator("sv-SE", uses_icu=False).key
    assert key("A\u030arsta")[0] == key("\u00c5rsta")[0] > key("Zola")[0]


def test_letters_are_equal_whatever_accents_case_and_punctuation() -> None:
    key = Collator("fr-FR").key
    assert key("L'\u00c9tat")[0] == key("l\u2019etat")[0] == key("letat")[0] == key("[l-etat]")[0]


def test_order_is_total() -> None:
    key = Collator("fr-FR").key
    assert key("Dupont") != key("DUPONT")
    assert key("dupont") < key("Dupont")


def test_a_number_of_any_length_can_be_compared() -> None:
    key = Collator("en-US").key
    assert key("1" * 9000) > key("2")


@pytest.mark.parametrize(
    ("title", "tag", "filed"),
    [
        ("Les innovations sociales", "fr-FR", "innovations sociales"),
        ("L'action", "fr", "action"),
        ("L\u2019action", "fr-CA", "action"),
        ("Un monde", "FR", "monde"),
        ("The Zoo", "en-GB", "Zoo"),
        ("A Zoo", "fr", "A Zoo"),
        ("Les Zoos", "de", "Les Zoos"),
    ],
)
def test_a_title_is_filed_without_the_article_of_its_language(title: str, tag: str, filed: str) -> None:
    assert without_article(title, tag) == filed


@pytest.mark.parametrize("title", ["Le", "L'", "Lesbos", "Lenteur", "Una casa"])
def test_what_is_no_article_stays(title: str) -> None:
    assert without_article(title, "fr") == title


@pytest.mark.parametrize("tag", ["fre", "fra", "French", "français", "fr_FR"])
def test_french_is_known_however_a_catalogue_writes_it(tag: str) -> None:
    assert without_article("Les yeux", tag) == "yeux"
