import pytest

from citekit.bibtex.sentence_case import english_balance, is_title_case, sentence_case


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Some DNA Tales of eBay: A Story", "Some DNA tales of eBay: A story"),
        ("A New Start? Yes", "A new start? Yes"),
        ("High-Speed Digital-to-RF Converter", "High-speed digital-to-RF converter"),
        ("On <i>Homo Sapiens</i> Today", "On <i>homo sapiens</i> today"),
        ("SHOUTING TITLES OF BOOKS", "SHOUTING TITLES OF BOOKS"),
        ("Crime in the U.S. and the U.K. Today", "Crime in the U.S. and the U.K. today"),
        ("Web2 and Fe3 Nanowires", "Web2 and Fe3 nanowires"),
        ("strain: efficient catalysts", "Strain: Efficient catalysts"),
        (
            'On <span class="nocase">van Gogh</span> and His Time',
            'On <span class="nocase">van Gogh</span> and his time',
        ),
        ("", ""),
    ],
)
def test_capitals_at_the_head_of_words_go_and_those_of_sentences_stay(title: str, expected: str):
    assert sentence_case(title) == expected


@pytest.mark.parametrize("title", ["Guy de Maupassant", "Loi de Weber-Fechner", "Sein und Zeit", "Indiana", "Éléments"])
def test_other_languages_do_not_look_english(title: str):
    assert english_balance(title) <= 0


def test_a_sentence_with_a_name_in_it_is_not_in_title_case():
    assert not is_title_case("Palladium complexes for the Heck reaction")


@pytest.mark.parametrize(
    "title",
    [
        "Perspectives on III-N Semiconductor Research",
        "Young's Modulus of Silicon Nitride",
        "Artificial Intelligence: An MIT Perspective",
        "Spin Transport in GaAs",
        "Let's Plan It Deductively!",
    ],
)
def test_formulas_and_the_english_genitive_are_no_words_of_another_language(title: str):
    assert english_balance(title) > 0


def test_a_full_stop_inside_brackets_ends_no_sentence():
    assert sentence_case("The Wolf (Canis spp.) Summer Diet. A Study") == "The wolf (canis spp.) summer diet. A study"


def test_behind_an_initial_the_case_stays():
    assert (
        sentence_case("Contact Triggers N. meningitidis Dissemination")
        == "Contact triggers N. meningitidis dissemination"
    )
    assert sentence_case("The Role of Vitamin C. A Study") == "The role of vitamin C. A study"
    assert sentence_case("A Study. the Rest") == "A study. The rest"
