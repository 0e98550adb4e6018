import pytest

from citekit.french import drop_final_stop, fix_ordinals, join_oe, join_subtitle, restore_article
from citekit.report import Mode

NBSP = "\u00a0"


@pytest.mark.parametrize(
    "text",
    [
        "La vie de J. Dupont et des siens",
        "Théâtre complet. Tome II",
        "Histoire. La France",
        "Le cas : un essai. Et la suite",
        "Que faire ? Le choix. Les lieux",
        "Avant J.-C. Histoire et récits",
        "Premier point. Deuxième point. Troisième point",
    ],
)
def test_a_full_stop_that_may_mean_something_else_is_left(text):
    assert join_subtitle(text) == text


def test_the_full_stop_before_a_subtitle_becomes_a_colon():
    assert (
        join_subtitle("Choisir son école. Stratégies familiales") == f"Choisir son école{NBSP}: Stratégies familiales"
    )


@pytest.mark.parametrize("text", ["Villes, etc.", "Avant J.-C.", "Et puis...", "Paris, 3 vol.", "Lettres à M."])
def test_the_stop_of_an_abbreviation_stays(text):
    assert drop_final_stop(text) == text


def test_a_dash_is_only_proposed(normalized):
    item, report = normalized(title="Innovation sociale - Créer au service de tous")
    assert item.text("title") == "Innovation sociale - Créer au service de tous"
    assert [(change.rule, change.mode) for change in report.changes] == [("title-dash", Mode.ASK)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La 27ème Région", "La 27<sup>e</sup> Région"),
        ("XIXème siècle", "XIX<sup>e</sup> siècle"),
        ("VIe-Ve siècles", "VI<sup>e</sup>-V<sup>e</sup> siècles"),
        ("1re et 2e année", "1<sup>re</sup> et 2<sup>e</sup> année"),
        ("XIX<sup>ème</sup>", "XIX<sup>e</sup>"),
        ("14èmes journées", "14<sup>es</sup> journées"),
    ],
)
def test_ordinals_take_a_superscript(text, expected):
    assert fix_ordinals(text) == expected


@pytest.mark.parametrize(
    "text", ["le 1er mars 2020", "Le, De, Ce, Me", "la27eregion.fr", "2nde", "IIIF", "0x2e", "n° 3e5", "5er"]
)
def test_what_is_no_ordinal_is_left(text):
    assert fix_ordinals(text) == text


def test_oe_is_joined_in_known_words_only():
    assert (
        join_oe("Mise en oeuvre, coeur, moelle, Goethe, coexister") == "Mise en œuvre, cœur, moelle, Goethe, coexister"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Média social (Le)", "Le Média social"),
        ("Gazette sante social (la)", "La Gazette sante social"),
        ("Express (L')", "L'Express"),
        ("Esprit (Paris)", "Esprit (Paris)"),
        ("Pensée (La) Paris", "La Pensée (Paris)"),
        ("Pensée (La) revue", "Pensée (La) revue"),
        ("Monde [Le]", "Le Monde"),
    ],
)
def test_an_inverted_article_comes_back(text, expected):
    assert restore_article(text) == expected


def test_words_whose_capitals_are_protected_do_not_hide_a_subtitle():
    text = 'Une étude de <span class="nocase">TEI</span>. <span class="nocase">Le</span> cas des lettres'
    assert join_subtitle(text) == text.replace(". ", f"{NBSP}: ")


def test_a_stop_inside_protected_words_is_left():
    text = '<span class="nocase">Une étude de TEI. Le cas</span> des lettres'
    assert join_subtitle(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Compte rendu. Les artisans de la ville basse",
        "Note critique. Les mondes de la pêche",
        "Le cahier de Jeanne Roux. Édition établie et annotée",
        "Contes du Forez. Textes réunis et présentés",
        "Contes du Forez. Traduit du provençal",
        "Contes du Forez. Préface d'un inconnu",
    ],
)
def test_a_head_and_a_statement_of_responsibility_are_no_title_and_no_subtitle(text):
    assert join_subtitle(text) == text


def test_a_subtitle_may_begin_like_a_statement_of_responsibility():
    assert join_subtitle("La montagne vue d'en bas. Illustrations et légendes") == (
        f"La montagne vue d'en bas{NBSP}: Illustrations et légendes"
    )


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("La brume au XVI° siècle", "La brume au XVI<sup>e</sup> siècle"),
        ("La brume des XVI°-XVII° siècles", "La brume des XVI<sup>e</sup>-XVII<sup>e</sup> siècles"),
        ("Le 45° parallèle", "Le 45° parallèle"),
        ("Un angle de 20°", "Un angle de 20°"),
    ],
)
def test_the_degree_sign_stands_for_an_ordinal_before_a_century_only(text, ordinal):
    assert fix_ordinals(text) == ordinal


@pytest.mark.parametrize(("text", "accented"), [("A travers champs", "À"), ("La brume. A propos", "À")])
def test_a_first_a_without_its_accent_is_only_proposed(normalized, text, accented):
    item, report = normalized(title=text)
    assert "À" not in item.text("title")
    assert [accented in change.after for change in report.changes if change.rule == "title-capital-accent"] == [True]


def test_a_title_in_another_alphabet_behind_a_full_stop_is_no_subtitle():
    title = "Examen de la critique des trois religions. Tanq\u012b\u1e25 al-ab\u1e25\u0101t lil-milal"
    assert join_subtitle(title) == title
