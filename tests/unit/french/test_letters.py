import pytest

from citekit.french.letters import restore_letters
from citekit.report import Mode

REPLACEMENT = "\ufffd"
ONE_HALF = "\u00bd"


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        ("Le th??âtre", "Le théâtre"),
        ("Le m??tier de tisserand", "Le métier de tisserand"),
        (f"Le m{REPLACEMENT}tier de tisserand", "Le métier de tisserand"),
        ("MA??TRISER le feu", "MAÎTRISER le feu"),
        (f"Le c{ONE_HALF}ur de la ville", "Le cœur de la ville"),
        ("\u00bcuvres du peintre", "Œuvres du peintre"),
        (f"Il y a 2{ONE_HALF} ans", f"Il y a 2{ONE_HALF} ans"),
        (f"Il a dormi 2{ONE_HALF}h", f"Il a dormi 2{ONE_HALF}h"),
        ("Qui ?? Vous", "Qui ?? Vous"),
        ("\u010d propos de rien", "à propos de rien"),
    ],
)
def test_a_damaged_word_is_restored_where_only_one_word_fits(text, restored):
    assert restore_letters(text) == restored


def test_two_words_that_fit_are_too_many():
    assert restore_letters("Les p??cheurs", ["pécheurs", "pêcheurs"]) == "Les p??cheurs"


def test_the_abstract_knows_the_word_of_the_title(normalized):
    item, report = normalized(title="Les tra??neaux", abstract="Une histoire des traîneaux dans les Alpes.")
    assert item.text("title") == "Les tra??neaux"
    found = [(change.rule, change.mode, change.after) for change in report.changes]
    assert found == [("text-restored", Mode.ASK, "Les traîneaux")]
