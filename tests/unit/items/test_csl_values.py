"""Names, dates and text between CSL-JSON and typed values."""

import pytest

from citekit.items.csl_values import date_from_json, date_to_json, name_to_json, names_from_json, text_from_json
from citekit.items.date import Date, DatePoint
from citekit.items.name import Name


@pytest.mark.parametrize(
    ("value", "text"), [("a", "a"), (5, "5"), (5.0, "5"), (1.5, "1.5"), (True, "true"), (["a", 2], "a, 2")]
)
def test_text_is_made_of_whatever_stands_there(value: object, text: str) -> None:
    assert text_from_json(value)[0] == text


def test_half_a_surrogate_pair_is_replaced_and_told() -> None:
    assert text_from_json("a\ud800b") == ("a\ufffdb", "holds half a surrogate pair, replaced")


def test_every_part_of_a_name_is_read() -> None:
    data = {
        "family": "Humboldt", "given": "Alexander", "dropping-particle": "von", "non-dropping-particle": "",
        "suffix": "Jr.", "comma-suffix": 1, "static-ordering": "true", "parse-names": False,
    }  # fmt: skip
    expected = Name("Humboldt", "Alexander", "von", "", "Jr.", "", True, True, False, False)
    assert names_from_json([data]) == ((expected,), [])


@pytest.mark.parametrize(
    "data",
    [{"literal": "INSET"}, {"family": "INSET", "isInstitution": "true"}, {"family": "INSET", "isInstitution": 1}],
)
def test_literals_and_institutions_are_bodies(data: object) -> None:
    assert names_from_json([data])[0] == (Name(literal="INSET", is_institution=True),)


def test_a_name_in_one_string_is_cut_at_its_comma_and_told() -> None:
    names, problems = names_from_json(["Juan, Maïté", "Réseau Alliances"])
    assert names == (Name("Juan", "Maïté"), Name(literal="Réseau Alliances", is_institution=True))
    assert problems == [
        "names 'Juan, Maïté' as one string, not in parts",
        "names 'Réseau Alliances' as one string, not in parts",
    ]


def test_a_single_name_outside_a_list_is_read_and_told() -> None:
    assert names_from_json({"family": "Juan"}) == ((Name("Juan"),), ["is not a list of names"])


def test_what_is_no_name_is_told() -> None:
    assert names_from_json([7, {"family": "Juan", "orcid": "0000"}]) == (
        (Name("Juan"),),
        ["holds 7, which is no name", "has a name with 'orcid', which names do not have; not kept"],
    )


def test_only_the_parts_that_are_there_are_written() -> None:
    assert name_to_json(Name("Juan", "Maïté", comma_suffix=True, parse_names=False)) == {
        "family": "Juan",
        "given": "Maïté",
        "comma-suffix": True,
        "parse-names": False,
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"date-parts": [["2000", "5", "1"]]}, Date(DatePoint(2000, 5, 1))),
        ({"date-parts": [[2000], [2001]]}, Date(DatePoint(2000), DatePoint(2001))),
        ({"date-parts": [[2000], [0]]}, Date(DatePoint(2000), is_open=True)),
        ({"date-parts": [2000, 5]}, Date(DatePoint(2000, 5))),
        ({"date-parts": [[2000, None]]}, Date(DatePoint(2000))),
        ({"date-parts": [[2000, "", ""]]}, Date(DatePoint(2000))),
        ({"date-parts": [[-44]]}, Date(DatePoint(-44))),
        ({"date-parts": [[2000]], "season": 3}, Date(DatePoint(2000, season=3))),
        ({"date-parts": [["2000"]], "season": "Autumn"}, Date(DatePoint(2000, season=3))),
        ({"date-parts": [[1965, 24]]}, Date(DatePoint(1965, season=4))),
        ({"date-parts": [[2000]], "circa": "1"}, Date(DatePoint(2000), is_circa=True)),
        ({"date-parts": [[2000]], "circa": False}, Date(DatePoint(2000))),
        ({"literal": "in press"}, Date(literal="in press")),
        ({"raw": "Spring 1998"}, Date(DatePoint(1998, season=1))),
        ({"raw": "1998", "circa": True}, Date(DatePoint(1998), is_circa=True)),
        ({"edtf": "1998/2001"}, Date(DatePoint(1998), DatePoint(2001))),
        ("2020-05-03", Date(DatePoint(2020, 5, 3))),
    ],
)
def test_dates_are_read_without_complaint(value: object, expected: Date) -> None:
    assert date_from_json(value) == (expected, "")


@pytest.mark.parametrize(
    ("value", "expected", "problem"),
    [
        ({"date-parts": [[1965, 60, 1]]}, Date(DatePoint(1965)), "has the impossible date 1965-60-1"),
        ({"date-parts": [["ca. 1950"]]}, Date(DatePoint(1950), is_circa=True),
         "has date-parts that are not numbers ('ca. 1950')"),
        ({"date-parts": [[1965, 13, 1]]}, Date(DatePoint(1965, season=1)), "has the month 13, read as the season 1"),
        ({"date-parts": [[1965, 18]]}, Date(DatePoint(1965, season=2)), "has the month 18, read as the season 2"),
        ({"date-parts": [[0, 5]]}, Date(), "begins in a year 0, which there is not"),
        ({"date-parts": [[0, 5], [12]]}, Date(end=DatePoint(12)), "begins in a year 0, which there is not"),
        ({"date-parts": [[]]}, Date(), "has no year"),
        (2020, Date(DatePoint(2020)), "is a number, read as a year"),
        (None, Date(), "is no date"),
        ({"date-parts": [[2013, 1, 30]], "season": "22:56:08"}, Date(DatePoint(2013, 1, 30)),
         "has the season '22:56:08', which is none of spring, summer, autumn, winter"),
    ],
)  # fmt: skip
def test_odd_dates_keep_what_can_be_kept_and_are_told(value: object, expected: Date, problem: str) -> None:
    assert date_from_json(value) == (expected, problem)


def test_what_date_parts_cannot_say_is_written_as_edtf() -> None:
    assert date_to_json(Date(None, DatePoint(2003))) == {"raw": "/2003"}
    assert date_to_json(Date(DatePoint(1999, season=1), DatePoint(2001, season=2))) == {"raw": "1999-21/2001-22"}


def test_date_parts_stop_at_what_is_not_given() -> None:
    date = Date(DatePoint(2000, 5), DatePoint(2001), is_circa=True)
    assert date_to_json(date) == {"date-parts": [[2000, 5], [2001]], "circa": True}
