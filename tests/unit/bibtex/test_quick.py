from hypothesis import given
from hypothesis import strategies as st

from citekit.bibtex import read_entries
from citekit.bibtex.quick import quick_entry
from citekit.bibtex.scanner import ScanError, scan_entry

fragments = st.sampled_from(
    [
        "a",
        "key",
        ",",
        " title ",
        "=",
        "{x}",
        "{a{b}c}",
        '"q"',
        "1999",
        "jan",
        "#",
        "%",
        "\n",
        "\\",
        "}",
        "{",
        "é",
        "\\{",
    ]
)


@given(st.lists(fragments, max_size=25).map("".join))
def test_the_quick_way_gives_what_the_scanner_gives(body: str):
    text = "@book{" + body + "}"
    quick = quick_entry(text, 0)
    if quick is not None:
        try:
            assert scan_entry(text, 0, len(text), are_escaped_braces_text=True) == quick
        except ScanError:
            raise AssertionError(text) from None


def test_blocks_that_are_no_entries_and_entries_that_swallow_the_next_need_a_closer_look():
    assert quick_entry("@string{a = {b}}", 0) is None
    assert quick_entry("@book{a, title = {x\n@book{b}}}", 0) is None
    assert quick_entry("@book(a, title = {x})", 0) is None


def test_values_of_every_kind_and_repeated_fields_are_read_from_easy_entries():
    entry = read_entries('@Book{a, Title = {T}, note = "", volume = 3, month = feb, title = {U}}').entries[0]
    values = {name: field.value for name, field in entry.fields.items()}
    assert values == {"title": "T", "note": "", "volume": "3", "month": "February", "title-2": "U"}
