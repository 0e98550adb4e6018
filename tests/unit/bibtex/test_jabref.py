from citekit.bibtex import parse_bibtex

TREE = """@Comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Articles\\;0\\;1\\;\\;\\;\\;;
2 StaticGroup:Presse\\;0\\;1\\;\\;\\;\\;;
1 ExplicitGroup:Livres\\;0\\;b\\;;
}
"""


def test_groups_of_jabref_stand_in_their_tree():
    items, _ = parse_bibtex("@article{a, groups = {Presse}}\n@book{b}\n@book{c, groups = {Autre}}\n" + TREE)
    assert [item.groups for item in items] == [("Articles/Presse",), ("Livres",), ("Autre",)]
