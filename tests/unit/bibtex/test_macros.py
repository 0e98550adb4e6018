from citekit.bibtex import read_entries


def test_macros_are_joined_whatever_their_order_and_capitals():
    source = read_entries(
        '@book{a, title = Full # ", vol. " # 2}\n@string{full = {Les } # rest}\n@string(REST = "Essais")'
    )
    assert source.entries[0].value("title") == "Les Essais, vol. 2"
    assert source.macros == {"full": "Les Essais", "rest": "Essais"}


def test_months_are_macros_that_a_file_may_define_anew():
    assert read_entries("@book{a, month = feb}").entries[0].value("month") == "February"
    assert read_entries("@string{feb = {février}} @book{a, month = feb}").entries[0].value("month") == "février"


def test_an_undefined_macro_is_taken_as_text_and_reported():
    source = read_entries("@book{a, journal = jfm}", "x.bib")
    assert source.entries[0].value("journal") == "jfm"
    assert str(source.report.notices[0]).startswith("x.bib:1:20: warning: 'jfm' is not a macro")


def test_a_macro_that_defines_itself_is_an_error_and_no_endless_loop():
    notices = read_entries("@string{a = b}@string{b = a}@book{k, title = a}").report.notices
    assert [notice.rule for notice in notices] == ["circular-macro"]


def test_a_macro_that_two_others_use_is_no_circle():
    source = read_entries('@string{a = b # c}@string{b = "x"}@string{c = b}@book{k, title = a}')
    assert source.report.notices == []
    assert source.entries[0].value("title") == "xx"
