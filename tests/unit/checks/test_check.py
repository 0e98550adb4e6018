import json

import pytest

from citekit.checks import OUTPUTS, RULES, apply_fixes, check_source

GOOD = "@book{a, author = {Sand, George}, title = {Indiana}, year = 1832}"


def rules(source: str) -> list[str]:
    return [finding.notice.rule for finding in check_source(source, "x.bib")]


def test_a_sound_entry_has_no_findings():
    assert rules(GOOD) == []


@pytest.mark.parametrize("block", ['@string{jan = "janvier"}', "@preamble{{x}}", "@comment{jan = {}}"])
def test_what_is_no_entry_has_no_fields(block: str):
    assert rules(f"{block}\n{GOOD}") == []


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("doi = {10.1000}", "broken-doi"),
        ("doi = {https://doi.org/10.1000/x}", "doi-as-address"),
        ("isbn = {978-2-7492-6666-8}", "broken-isbn"),
        ("issn = {0317-8472}", "broken-issn"),
        ("pages = {258--254}", "reversed-pages"),
        ("note = {R & D}", "bare-ampersand"),
        ("note = {100 %}", "bare-percent"),
        ("note = {5 $ only}", "unbalanced-math"),
        ("publisheer = {P}", "unknown-field"),
        ("editor = {A, B; C, D}", "name-separator"),
        ("date = {9999}", "unlikely-year"),
        ("note = {}", "empty-field"),
    ],
)
def test_each_oddity_has_its_rule(field: str, rule: str):
    found = rules(GOOD[:-1] + ",\n  " + field + "}")
    assert found == [rule]
    assert rule in RULES


@pytest.mark.parametrize(
    "field",
    ["doi = {10.1000/x}", "doi = {10/f8dkph}", "isbn = {0-306-40615-2}", "isbn = {9782340002548 2340002540}",
     "isbn = {978-3-540-71132-2/hbk}", "issn = {0317-8471}", "issn = {Print 0317-8471 Online: 0317-8471}",
     r"issn = {0317-8471\textbackslash{}r0317-8471}",
     "pages = {1234-56}", "note = {R \\& D}", "url = {http://a.b/?c&d%20e}", "editor = {{A; B} and C, D}",
     "editor = {{Soci{\\'e}t{\\'e} et Parcs}}", "editor = {Direction des Forêts et des Parcs}", "x-own = {1}",
     "OPTnote = {}", "fjournal = {J}"],
)  # fmt: skip
def test_what_is_sound_is_not_told(field: str):
    assert rules(GOOD[:-1] + ", " + field + "}") == []


def test_pages_with_more_digits_than_can_be_counted_are_left_alone():
    assert rules(GOOD[:-1] + f",\n  pages = {{{'9' * 4500}--{'8' * 4500}}}}}") == []


def test_a_number_under_the_wrong_name_is_told_as_what_it_is():
    found = check_source(GOOD[:-1] + ",\n isbn = {0317-8471},\n issn = {0-306-40615-2}}")
    assert [(finding.notice.message, finding.notice.remedy) for finding in found] == [
        ("'0317-8471' is an ISSN", "write it in issn"),
        ("'0-306-40615-2' is an ISBN", "write it in isbn"),
    ]


def test_missing_elements_are_told_unless_another_entry_gives_them():
    assert rules("@article{a, title = {T}, year = 2000}") == ["missing-field"]
    assert "missing-field" not in rules("@inbook{a, title = {T}, crossref = {b}}\n" + GOOD.replace("{a", "{b"))


def test_one_work_under_two_keys_is_told_once():
    assert rules(GOOD + "\n" + GOOD.replace("{a,", "{b,")) == ["duplicate-work"]


def test_places_are_those_of_the_sign():
    finding = check_source("@book{a,\n  note = {R & D}}", "x.bib")[-1]
    assert str(finding.notice.location) == "x.bib:2:13"


def test_fixes_mend_what_they_can_and_nothing_else():
    source = GOOD[:-1] + ", note = {R & D}, doi = {https://doi.org/10.1000/x}}"
    mended, count = apply_fixes(source, check_source(source))
    assert (count, mended) == (2, GOOD[:-1] + ", note = {R \\& D}, doi = {10.1000/x}}")
    assert rules(mended) == []


def test_findings_are_written_for_people_programs_and_code_hosts():
    findings = check_source("@book{a, title = {T}, author = {A}, year = {2000}, doi = {x}}", "x.bib")
    assert OUTPUTS["text"](findings).startswith("x.bib:1:52: warning broken-doi ")
    assert json.loads(OUTPUTS["json"](findings))[0]["rule"] == "broken-doi"
    result = json.loads(OUTPUTS["sarif"](findings))["runs"][0]["results"][0]
    assert (result["ruleId"], result["level"]) == ("broken-doi", "warning")
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 52}


def test_papers_that_inherit_the_doi_of_their_proceedings_are_not_one_work():
    papers = "\n".join(
        f"@inproceedings{{{key}, author = {{{name}}}, title = {{{title}}}, crossref = {{b}}}}"
        for key, name, title in (("c", "Roy, Al", "Le sel"), ("d", "Lys, Bo", "La mer"))
    )
    whole = "@proceedings{b, editor = {Zed, Cy}, title = {Actes}, year = 2001, doi = {10.1000/182}}"
    assert "duplicate-work" not in rules(f"{papers}\n{whole}")


def test_papers_that_state_one_doi_themselves_are_one_work_though_they_have_a_crossref():
    papers = "\n".join(
        f"@inproceedings{{{key}, author = {{{name}}}, title = {{{title}}}, crossref = {{b}}, doi = {{10.1000/{doi}}}}}"
        for key, name, title, doi in (
            ("c", "Roy, Al", "Le sel", "7"),
            ("d", "Roy, A.", "Le sel !", "7"),
            ("e", "Lys, Bo", "La mer", "182"),
            ("f", "Lys, Cy", "Le vent", "182"),
        )
    )
    whole = "@proceedings{b, editor = {Zed, Cy}, title = {Actes}, year = 2001, doi = {10.1000/182}}"
    told = [f.notice.message for f in check_source(f"{papers}\n{whole}") if f.notice.rule == "duplicate-work"]
    assert told == ["'d' seems to be the same work as 'c' in line 1"]


def test_what_latex_never_sets_needs_no_escapes():
    source = "@book{a, author={A, B}, title={T}, date=2000, sorttitle={A & B}, annote={A & B}, publisher={A & B}}"
    assert [one.notice.message for one in check_source(source)] == ["'&' in 'publisher' is not escaped"]


def test_members_of_a_set_and_related_works_are_no_duplicates():
    entry = "author={A, B}, title={T}, journal={J}, date=2000"
    source = f"@set{{s, entryset={{a}}}}\n@article{{a, {entry}}}\n@article{{b, {entry}, related={{a}}}}"
    assert [one.notice.rule for one in check_source(source)] == []
    assert "duplicate-work" in [
        one.notice.rule for one in check_source(f"@article{{a, {entry}}}\n@article{{b, {entry}}}")
    ]
