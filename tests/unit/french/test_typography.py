import pytest

from citekit.french import fix_apostrophes, fix_ellipsis, fix_quotes, fix_spacing
from citekit.report import Mode

NBSP = "\u00a0"
NARROW = "\u202f"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quoi ? Non !", f"Quoi{NARROW}? Non{NARROW}!"),
        ("Nudge: la méthode", f"Nudge{NBSP}: la méthode"),
        ("Le lien : essai", f"Le lien{NBSP}: essai"),
        ("règles; normes", f"règles{NARROW}; normes"),
        ("Les «labs» ici", f"Les «{NBSP}labs{NBSP}» ici"),
        (f"mal{NARROW}: placé", f"mal{NBSP}: placé"),
        ("vraiment ?!", f"vraiment{NARROW}?!"),
        ("Quoi ? : le cas", f"Quoi{NARROW}?{NBSP}: le cas"),
        ("<i>Essais</i>: choix", f"<i>Essais</i>{NBSP}: choix"),
        ("deux  mots", "deux mots"),
    ],
)
def test_french_spaces_are_set(text, expected):
    assert fix_spacing(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "à 10:30",
        "Jn 3:16",
        "échelle 1 : 25 000",
        "https://exemple.fr/a?b=c;d",
        "dc:title et rdf:type",
        "spip.php?rubrique534",
        "doi:10.1234/ab:cd",
        "C4:aB",
        "197?",
        "(?)",
        "»so«",
        "Yahoo! et les autres",
        "un\n\ndeux",
    ],
)
def test_what_is_no_french_sentence_keeps_its_signs(text):
    assert fix_spacing(text) == text


def test_apostrophes_in_words_and_after_elisions_are_typographic():
    assert fix_apostrophes("L'été d'«hier», aujourd'hui") == "L’été d’«hier», aujourd’hui"


@pytest.mark.parametrize("text", ["'entre guillemets'", "5' et 10'", "https://a.fr/l'eau", "l'<a".replace("l'", "''")])
def test_other_single_quotes_are_left(text):
    assert fix_apostrophes(text) == text


def test_quotes_inside_guillemets_are_of_the_second_level():
    assert fix_quotes('« le vote "catholique" »') == "« le vote “catholique” »"


@pytest.mark.parametrize("text", ['5" et 7"', 'un " seul', '« ouvert "x"', 'class="nocase"'])
def test_quotes_that_do_not_pair_are_left(text):
    assert fix_quotes(text) == text


@pytest.mark.parametrize("text", ["....", "..", "a/.../b"])
def test_other_runs_of_stops_are_left(text):
    assert fix_ellipsis(text) == text


def test_an_english_title_in_a_french_list_keeps_english_typography(normalized):
    title = "What's the matter with Kansas? How the world was won: a story"
    assert normalized(title=title)[0].text("title") == title


def test_an_english_abstract_of_a_french_item_is_left(normalized):
    abstract = "This study looks at the effects of the law: how, why and for whom? It is based on the interviews."
    assert normalized(title="Les effets de la loi", abstract=abstract)[0].text("abstract") == abstract


def test_keys_and_values_in_a_note_are_for_programs(normalized):
    note = "ISBN: 978-2 Place: Paris Publisher: Éditions du Seuil"
    assert normalized(title="Les effets de la loi", note=note)[0].text("note") == note


def test_paragraphs_of_an_abstract_stay_apart(normalized):
    abstract = "Le premier est dans la ville.\n\nPlan de l'article :\n- une nouvelle voie"
    expected = f"Le premier est dans la ville.\n\nPlan de l’article{NBSP}:\n- une nouvelle voie"
    assert normalized(title="Les villes", abstract=abstract)[0].text("abstract") == expected


@pytest.mark.parametrize("text", ["la <<rive gauche>> du fleuve", "la << rive gauche >> du fleuve"])
def test_guillemets_typed_as_angles_are_guillemets(text):
    assert fix_quotes(text) == f"la «{NBSP}rive gauche{NBSP}» du fleuve"


@pytest.mark.parametrize("text", ["a << b", "si x >> 1 et y << 2", "<<>>"])
def test_angles_that_enclose_nothing_are_left(text):
    assert fix_quotes(text) == text


def test_an_ellipsis_is_only_proposed(normalized):
    item, report = normalized(title="Repérer, dater... et après")
    assert item.text("title") == "Repérer, dater... et après"
    assert [(change.rule, change.mode) for change in report.changes] == [("typography-ellipsis", Mode.ASK)]


@pytest.mark.parametrize(
    "text", ["Les math'ematiques en g'eographie d'hier", "L'id'ee de soci'et'e", "Mod'elisation d'ecosyst'emes"]
)
def test_apostrophes_that_stand_for_lost_accents_are_left(text):
    assert fix_apostrophes(text) == text


@pytest.mark.parametrize("text", ["Qu'elle entr'ouvre", "l'été d'entre eux", "c'est jusqu'en mai", "p'tite t'es là"])
def test_an_elision_before_e_is_an_elision(text):
    assert fix_apostrophes(text) == text.replace("'", "\u2019")


def test_one_odd_apostrophe_is_no_sign_of_lost_accents():
    assert fix_apostrophes("Com'en histoire d'hier") == "Com'en histoire d\u2019hier"
