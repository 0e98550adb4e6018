"""`citekit normalize`: clean items, what changed, proposals answered, reports."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_a_clean_file_goes_to_standard_output_and_the_counts_beside_it(run: Run) -> None:
    result = run("normalize", "refs.bib")
    assert result.exit_code == 0
    assert "Le Monde" in result.stdout
    assert "changes in 2 of 2 items" not in result.stdout
    assert "changes in 2 of 2 items" in result.stderr


def test_items_come_out_in_the_format_in_which_they_came(run: Run) -> None:
    source = json.dumps([{"id": "a", "type": "book", "language": "french", "title": "Quoi ?"}])
    result = run("normalize", "-", "--from", "csl-json", stdin=source)
    assert json.loads(result.stdout)[0]["language"] == "fr"


def test_nothing_is_written_where_only_a_diff_a_check_or_a_report_is_asked_for(run: Run) -> None:
    for options in (["--diff"], ["--check"], ["--report", "changes.json"]):
        result = run("normalize", "refs.bib", *options)
        assert "@book" not in result.stdout
        assert '"title"' not in result.stdout


def test_a_report_in_json_holds_before_and_after_with_the_reason(run: Run) -> None:
    run("normalize", "refs.bib", "--report", "changes.json")
    changes = json.loads(Path("changes.json").read_text(encoding="utf-8"))["changes"]
    found = next(change for change in changes if change["rule"] == "journal-article")
    assert (found["before"], found["after"], found["mode"]) == ("Monde (le)", "Le Monde", "auto")
    assert found["reason"]["fr"].startswith("L'article")
    assert found["location"] == "refs.bib:12:1"


def test_a_report_in_html_marks_what_was_taken_and_given(run: Run) -> None:
    run("normalize", "refs.bib", "--report", "changes.html")
    page = Path("changes.html").read_text(encoding="utf-8")
    assert "<del>Monde (le)</del><ins>Le Monde</ins>" in page
    assert page.startswith("<!DOCTYPE html>")


def test_a_report_in_html_explains_each_rule_once_with_its_count(run: Run) -> None:
    run("normalize", "refs.bib", "--report", "changes.html")
    page = Path("changes.html").read_text(encoding="utf-8")
    assert page.count("L\u2019article rejeté à la fin du nom d\u2019une revue revient en tête.") == 1
    assert '<tr id="journal-article"><td>journal-article</td><td class="number">1</td>' in page
    assert '<a href="#journal-article">journal-article</a>' in page


def test_a_report_in_html_holds_the_whole_value_where_its_diff_is_cut_short(run: Run) -> None:
    title = "Une ville et ses rues au long des siècles, ses places, ses ponts, ses quais et l'eau"
    Path("long.bib").write_text(f"@book{{a, langid = {{french}}, title = {{{title}}}}}", encoding="utf-8")
    run("normalize", "long.bib", "--report", "changes.html")
    page = Path("changes.html").read_text(encoding="utf-8")
    assert f"<details><summary>before</summary>{title.replace(chr(39), '&#x27;')}</details>" in page


def test_a_report_in_another_format_is_refused(run: Run) -> None:
    result = run("normalize", "refs.bib", "--report", "changes.pdf")
    assert result.exit_code == 2
    assert "use .json or .html" in result.stderr


def test_a_proposal_is_carried_out_only_when_it_is_accepted(run: Run) -> None:
    options = ["--ask", "--select", "publisher-form", "--output", "clean.json"]
    run("normalize", "refs.bib", *options, stdin="n\n")
    assert json.loads(Path("clean.json").read_text(encoding="utf-8"))[0]["publisher"] == "Eres"
    result = run("normalize", "refs.bib", *options, stdin="y\n")
    assert json.loads(Path("clean.json").read_text(encoding="utf-8"))[0]["publisher"] == "Érès"
    assert "juan2020.publisher: [-Eres-]{+Érès+}" in result.stderr


def test_an_answer_may_hold_for_all_proposals_of_a_rule(run: Run) -> None:
    source = "@book{a, publisher = {Eres}, langid = {french}} @book{b, publisher = {Eres}, langid = {french}}"
    Path("two.bib").write_text(source, encoding="utf-8")
    options = ["--ask", "--select", "publisher-form", "--output", "two.json"]
    run("normalize", "two.bib", *options, stdin="a\n")
    items = json.loads(Path("two.json").read_text(encoding="utf-8"))
    assert [item["publisher"] for item in items] == ["Érès", "Érès"]
    run("normalize", "two.bib", *options, stdin="q\n")
    items = json.loads(Path("two.json").read_text(encoding="utf-8"))
    assert [item["publisher"] for item in items] == ["Eres", "Eres"]


def test_questions_need_a_file(run: Run) -> None:
    assert run("normalize", "-", "--ask", stdin="@book{a, title = {Essais}}").exit_code == 2


def test_normalize_counts_the_changes_of_each_rule(run: Run) -> None:
    result = run("normalize", "refs.bib", "--check")
    assert "journal-article" in result.stdout
    assert result.stdout.splitlines()[-1].endswith(" changes in 2 of 2 items, 1 proposal")


def test_normalize_leaves_the_file_as_it_is(run: Run) -> None:
    before = Path("refs.bib").read_bytes()
    run("normalize", "refs.bib", "--diff")
    assert Path("refs.bib").read_bytes() == before


def test_a_diff_shows_what_changes_and_why(run: Run) -> None:
    result = run("normalize", "refs.bib", "--diff", "--select", "journal-article")
    assert "lemonde2020  refs.bib:12:1" in result.stdout
    assert "lemonde2020.container-title: [-Monde (le)-]{+Le Monde+}" in result.stdout
    assert "journal-article: " in result.stdout


def test_a_diff_gives_signs_to_spaces_that_nobody_sees(run: Run) -> None:
    bibtex = "@book{a, title = {Quoi : rien}, langid = {french}}"
    result = run("normalize", "-", "--diff", "--select", "typography-spacing", stdin=bibtex)
    assert "{+\u237d+}" in result.stdout
    assert "\u237d is a no-break space" in result.stdout


def test_check_exits_with_one_when_something_would_change(run: Run) -> None:
    assert run("normalize", "refs.bib", "--check").exit_code == 1
    assert run("normalize", "-", "--check", stdin="@book{a, title = {Essais}, langid = {en-GB}}").exit_code == 0


def test_rules_can_be_ignored(run: Run) -> None:
    result = run("normalize", "refs.bib", "--diff", "--ignore", "journal-article,date-numeric")
    assert "journal-article" not in result.stdout
    assert "page-prefix" in result.stdout


def test_the_catalogue_needs_no_file(run: Run) -> None:
    result = run("normalize", "--rules")
    assert result.exit_code == 0
    assert "  journal-article " in result.stdout


def test_normalized_items_can_be_written(run: Run) -> None:
    result = run("normalize", "refs.bib", "--output", "clean.json")
    assert result.exit_code == 0
    items = json.loads(Path("clean.json").read_text(encoding="utf-8"))
    assert items[1]["container-title"] == "Le Monde"
    assert items[1]["issued"] == {"date-parts": [[2020, 3, 14]]}


def test_a_clean_bibtex_file_has_nothing_left_to_change(run: Run) -> None:
    run("normalize", "refs.bib", "--output", "clean.bib")
    assert "Le Monde" in Path("clean.bib").read_text(encoding="utf-8")
    assert run("normalize", "clean.bib", "--check").exit_code == 0


def test_the_references_of_a_markdown_file_come_out_as_yaml(run: Run) -> None:
    Path("cours.md").write_text("---\nreferences:\n- id: a\n  type: book\n  title: '*Essais*'\n---\n", encoding="utf-8")
    result = run("normalize", "cours.md", "--quiet")
    assert result.stdout == "references:\n- id: a\n  type: book\n  title: '*Essais*'\n"
