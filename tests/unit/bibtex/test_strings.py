"""Languages and the words that are printed in them."""

import pytest


@pytest.mark.parametrize(
    ("source", "genre"),
    [
        ("@phdthesis{a, title={T}}", "PhD thesis"),
        ("@phdthesis{a, title={T}, langid={french}}", "thèse de doctorat"),
        ("@thesis{a, type={mathesis}, language={french}}", "mémoire de master"),
        ("@thesis{a, type={Mémoire de Master 2}}", "Mémoire de Master 2"),
        ("@misc{a}", ""),
    ],
)
def test_types_name_the_genre(item_of, source: str, genre: str):
    assert item_of(source).text("genre") == genre


def test_the_first_of_several_languages_is_the_one_of_the_item(item_of):
    item = item_of("@book{a, title={X}, language={english and french}}")
    assert (item.language, item.custom["language"]) == ("en", "english and french")


@pytest.mark.parametrize(
    ("langid", "option", "tag"),
    [("german", "austrian", "de-AT"), ("english", "us", "en-US"), ("portuguese", "brazilian", "pt-BR")],
)
def test_options_of_a_language_name_its_variant(item_of, langid: str, option: str, tag: str):
    item = item_of(f"@book{{a, title={{X}}, langid={{{langid}}}, langidopts={{variant={option}}}}}")
    assert (item.language, item.custom) == (tag, {})


def test_localisation_keys_are_printed_in_the_language_of_the_entry(item_of):
    item = item_of("@patent{a, type={patreqfr}, location={countryfr and countryde}, langid={french}}")
    assert (item.text("genre"), item.text("jurisdiction")) == ("demande de brevet français", "France; Allemagne")
    assert item_of("@article{a, pubstate={inpress}, series={3}}").text("status") == "in press"
    assert item_of("@article{a, series={newseries}}").text("collection-title") == "New series"


@pytest.mark.parametrize(("name", "tag"), [("serbianc", "sr-Cyrl"), ("uppersorbian", "hsb"), ("classiclatin", "la")])
def test_rarer_languages_of_babel_and_polyglossia_are_known(item_of, name: str, tag: str):
    assert item_of(f"@book{{a, langid={{{name}}}}}").text("language") == tag
