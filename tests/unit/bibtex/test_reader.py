import pytest

from citekit.bibtex import read_entries
from citekit.bibtex.reader import BibSource
from citekit.report import Severity


def rules(source: BibSource) -> list[str]:
    return [notice.rule for notice in source.report.notices]


def keys(source: BibSource) -> list[str]:
    return [entry.key for entry in source.entries]


def test_fields_know_their_line_and_column():
    entry = read_entries("\n@book{a,\n  title = {Essais},\n\tyear = 1580}", "x.bib").entries[0]
    assert str(entry.location) == "x.bib:2:1"
    assert [str(field.location) for field in entry.fields.values()] == ["x.bib:3:3", "x.bib:4:2"]


def test_windows_line_ends_and_a_byte_order_mark_move_no_place():
    entry = read_entries("\ufeff@book{a,\r\n  title = {Essais}\r\n}\r\n@book{b}").entries
    assert [one.location.line for one in entry] == [1, 4]
    assert str(entry[0].fields["title"].location) == "<input>:2:3"


def test_an_unclosed_brace_loses_its_own_entry_only():
    source = read_entries("@book{a, title={A}}\n@book{b, title={B, year=2000}\n@book{c, title={C}}", "x.bib")
    assert keys(source) == ["a", "b", "c"]
    assert [field.value for field in source.entries[1].fields.values()] == ["B", "2000"]
    notice = source.report.notices[0]
    assert (notice.rule, notice.severity, str(notice.location)) == ("torn-entry", Severity.ERROR, "x.bib:2:10")


@pytest.mark.parametrize(
    ("source", "fields", "places"),
    [
        ("@book{a, title = {T},\n year = 2021\n)\n", {"title": "T", "year": "2021"}, ["3:1"]),
        ("@book(a, title = {T}, year = 2021}\n@misc{b}", {"title": "T", "year": "2021"}, ["1:34"]),
        ("@book{a, title = {T}, year = 2021", {"title": "T", "year": "2021"}, ["1:1"]),
        ("@book{a,\n title = {T,\n year = 2021}\n", {"title": "T", "year": "2021"}, ["2:2"]),
        ('@book{a, title = "T}", year = 2021}', {"title": "T", "year": "2021"}, ["1:20"]),
        ("@book{a, title = {T} {U}, year = {2021}}", {"title": "T", "year": "2021"}, ["1:22"]),
        ("@book{a,\n read\n, title = {T}, year = 2021}", {"title": "T", "year": "2021"}, ["2:2"]),
    ],
)
def test_a_broken_entry_is_read_as_far_as_it_goes(source: str, fields: dict[str, str], places: list[str]):
    found = read_entries(source, "x.bib")
    assert {name: field.value for name, field in found.entries[0].fields.items()} == fields
    assert [(n.rule, str(n.location)) for n in found.report.errors] == [
        ("torn-entry", f"x.bib:{place}") for place in places
    ]


@pytest.mark.parametrize("source", ["@book{a, foo bar}", "@book{a, title", "@misc{ see below"])
def test_a_block_without_any_field_is_not_read(source: str):
    found = read_entries(source)
    assert (keys(found), rules(found)) == ([], ["broken-entry"])


def test_missing_commas_are_put_back_and_reported():
    source = read_entries("@book{a title={A} year=2000\nnote={N}}")
    assert {name: field.value for name, field in source.entries[0].fields.items()} == {
        "title": "A",
        "year": "2000",
        "note": "N",
    }
    assert rules(source) == ["missing-comma"] * 3


def test_a_repeated_key_is_renamed_and_reported():
    source = read_entries("@book{a}\n@book{a}\n@book{a-2}")
    assert keys(source) == ["a", "a-2", "a-2-2"]
    assert rules(source) == ["duplicate-key", "duplicate-key"]


def test_the_first_of_two_equal_fields_wins_and_the_second_is_kept_under_another_name():
    source = read_entries("@book{a, note = {one}, note = {two}}")
    assert source.entries[0].value("note") == "one"
    assert source.entries[0].value("note-2") == "two"
    assert rules(source) == ["duplicate-field"]


def test_an_entry_without_a_key_gets_one_from_its_line():
    source = read_entries("\n@book{title = {Essais}}")
    assert keys(source) == ["entry-2"]
    assert rules(source) == ["no-key"]


def test_comments_hide_the_entries_in_them():
    source = read_entries("@comment{@book{no,}}\n% @book{nor, title = {x}}\nplain words\n@book{yes}")
    assert keys(source) == ["yes"]
    assert rules(source) == []


def test_comments_between_fields_are_skipped():
    entry = read_entries("@book{a, % the key\n % a remark, with = signs\n title = {A} % another\n, year = 1}").entries[
        0
    ]
    assert list(entry.fields) == ["title", "year"]


def test_parentheses_delimit_entries_too():
    entry = read_entries("@ARTICLE(d, title = {A (b) c}, year = 1999)").entries[0]
    assert (entry.type, entry.value("title"), entry.value("year")) == ("article", "A (b) c", "1999")


def test_quoted_values_may_hold_quotes_in_braces_and_accents():
    entry = read_entries(r'@book{a, title = "D {"}x{"} M{\"u}ller \"o, z", year = 1}').entries[0]
    assert entry.value("title") == r'D {"}x{"} M{\"u}ller \"o, z'
    assert entry.value("year") == "1"


def test_a_value_may_end_in_a_backslash():
    source = read_entries("@book{a, note = {z \\\\}, year = 2}\n@book{b, title = {B}}")
    assert [entry.value("year") for entry in source.entries] == ["2", ""]
    assert keys(source) == ["a", "b"]


def test_an_at_sign_inside_a_value_starts_no_entry():
    source = read_entries("@book{a, note = {write to me@home {x} or @book {y}}}")
    assert source.entries[0].value("note") == "write to me@home {x} or @book {y}"


def test_a_value_may_hold_lines_that_look_like_entries_where_its_braces_balance():
    source = read_entries(
        '@misc{a, note = {So:\n@book{b, title = {B}}\n  @book(c, year = 1)\n}, title = "A\n@book{x,}", year = 2000}\n'
        "@book{d, title = {D}}"
    )
    assert [entry.key for entry in source.entries] == ["a", "d"]
    assert source.entries[0].value("note") == "So:\n@book{b, title = {B}}\n  @book(c, year = 1)\n"
    assert [(notice.rule, str(notice.location)) for notice in source.report.notices] == [
        ("entry-in-value", "<input>:2:1"),
        ("entry-in-value", "<input>:3:3"),
        ("entry-in-value", "<input>:5:1"),
    ]


def test_a_brace_that_is_missing_swallows_no_entry():
    source = read_entries("@misc{a, note = {So:\n@book{b, title = {B}}\n@book{c, title = {C}}\n")
    assert [entry.key for entry in source.entries] == ["a", "b", "c"]
    assert [notice.rule for notice in source.report.notices] == ["torn-entry"]


def test_a_type_apart_from_its_brace_is_read():
    assert keys(read_entries("@ book\n{a, title = {A}}")) == ["a"]


def test_fields_behind_a_brace_too_many_are_an_error_with_their_place():
    source = read_entries("@book{a, title = {A}}, year = 2000}\n@book{b}", "x.bib")
    assert keys(source) == ["a", "b"]
    assert [(n.rule, str(n.location)) for n in source.report.errors] == [("fields-after-entry", "x.bib:1:22")]


def test_what_looks_like_an_entry_and_is_none_is_an_error():
    source = read_entries("@in-book{a, title = {A}}\n@book b, title = {B}\n@book{c}")
    assert keys(source) == ["c"]
    assert [(n.rule, n.location.line) for n in source.report.errors] == [("broken-entry", 1), ("broken-entry", 2)]


def test_a_comment_needs_no_braces():
    source = read_entries("@Comment exported by hand\n@book{a, title = {T}}\n@comment: the end")
    assert ([entry.key for entry in source.entries], source.report.notices) == (["a"], [])


def test_preambles_are_kept():
    assert read_entries('@preamble{"\\newcommand" # {x}}').preambles == ["\\newcommandx"]


def test_a_type_that_begins_like_comment_is_read():
    assert keys(read_entries("@commentary{a, title = {A}}\n@book{b}")) == ["a", "b"]


def test_broken_blocks_in_one_line_are_each_told_once_with_their_places():
    source = read_entries("@book{a, title = {A} @book{b, title = {B}} @{ @book{c, title = {C}}", "x.bib")
    assert keys(source) == ["a", "b", "c"]
    assert [str(notice.location) for notice in source.report.notices] == ["x.bib:1:1", "x.bib:1:44"]


def test_a_comment_and_a_preamble_inside_a_line_are_no_entries():
    source = read_entries('x @comment{@book{a, title = {A}}} @preamble{"p" # "q"} @book{b}')
    assert (keys(source), source.preambles, rules(source)) == (["b"], ["pq"], [])


def test_a_preamble_without_end_is_an_error():
    source = read_entries('@preamble{"p" @book{b}', "x.bib")
    assert keys(source) == ["b"]
    assert [(n.rule, str(n.location)) for n in source.report.notices] == [("broken-entry", "x.bib:1:10")]


@pytest.mark.parametrize("source", ["@book\n{a, title={x}}", "@ book {a, title={x}}", "@book \n  {\na,\ntitle={x}}"])
def test_space_may_stand_around_the_type(source: str):
    source = f"@misc{{b}}\n{source}\n@misc{{c}}"
    assert [(e.type, e.key) for e in read_entries(source).entries] == [("misc", "b"), ("book", "a"), ("misc", "c")]


def test_parentheses_that_are_closed_belong_to_the_key():
    assert [e.key for e in read_entries("@book(a(1), title={x}) @book(b) @book(c(2),)").entries] == [
        "a(1)",
        "b",
        "c(2)",
    ]


def test_an_entry_behind_percent_signs_closes_nothing():
    source = "@comment{x,\n  y = {\n}\n\n@book{a, title={A}}\n% @book{b,\n%   title={B}\n% }\n@book{c}"
    assert [(e.key, str(e.location)) for e in read_entries(source, "x").entries] == [("a", "x:5:1"), ("c", "x:9:1")]
