import pytest

from citekit.bibtex.literal_lists import literal_list


@pytest.mark.parametrize(
    "name",
    [
        "John Wiley and Sons",
        "W. H. Freeman and Company",
        "Little, Brown and Co.",
        "Plon, Nourrit and Cie",
        "Department of Information and Computing Science, Utrecht University",
        "International Federation of Library Associations and Institutions",
        "Institute of Mechanics and Mechatronics, Faculty of Mechanical and Industrial Engineering, TU Wien",
        "{Barnes and Noble}",
    ],
)
def test_and_inside_the_name_of_a_body_joins_nothing(name: str):
    assert literal_list(name, holds_bodies=True) == [name]


@pytest.mark.parametrize(
    "members",
    [
        ["Roret", "Dupuy"],
        ["ELRA", "ICCL"],
        ["University of Oxford", "University of Cambridge"],
        ["Center for Linguistics", "School of Law, Oslo"],
        ["Sage", "Company Books"],
        ["École des Ponts", "Co-Editions"],
    ],
)
def test_members_of_a_list_are_told_apart(members: list[str]):
    assert literal_list(" and ".join(members), holds_bodies=True) == members


def test_places_are_always_members():
    assert literal_list("Isle of Man and Jersey", holds_bodies=False) == ["Isle of Man", "Jersey"]
