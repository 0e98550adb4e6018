"""Lines of Extra."""

from citekit.export.labels import field_label, labelled, labelled_person


def test_a_label_is_the_name_in_words_and_never_the_one_that_changes_the_type() -> None:
    assert [field_label(name) for name in ("citationKey", "DOI", "type")] == ["Citation Key", "DOI", "genre"]


def test_a_no_break_space_ends_the_key_where_the_value_has_a_colon() -> None:
    assert labelled("runningTime", "90 min") == "Running Time: 90 min"
    assert labelled("runningTime", "1:30") == "Running Time:\u00a01:30"


def test_a_person_is_parted_by_two_bars() -> None:
    assert labelled_person("counsel", "Labori", "Fernand") == "Counsel: Labori || Fernand"
    assert labelled_person("counsel", "Ville de Paris", "") == "Counsel: Ville de Paris"
