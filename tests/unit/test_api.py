from __future__ import annotations

import json
import logging
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

import citekit
from citekit.api import bibliography_document, read_items, select_items
from citekit.errors import InputError, StyleError, UsageError
from citekit.items import Item

BIBTEX = """\
@book{b, author={Zola, Émile}, title={Germinal}, publisher={Charpentier}, date={1885}}
@book{a, author={Balzac, Honoré de}, title={Séraphîta}, publisher={Werdet}, date={1835}}
"""
ENTRIES = [
    SimpleNamespace(html="<i>A</i> &#38; b", rtf="{\\i{}A} & b", text="A & b"),
    SimpleNamespace(html="C", rtf="C", text="C"),
]


def test_html_is_a_fragment_with_one_div_for_each_entry():
    assert bibliography_document(ENTRIES, "html") == (
        '<div class="csl-bib-body">\n'
        '  <div class="csl-entry"><i>A</i> &#38; b</div>\n'
        '  <div class="csl-entry">C</div>\n'
        "</div>\n"
    )


def test_text_has_one_line_for_each_entry():
    assert bibliography_document(ENTRIES, "text") == "A & b\nC\n"


def test_rtf_is_a_whole_document_with_balanced_braces():
    rtf = bibliography_document(ENTRIES, "rtf")
    assert rtf.startswith("{\\rtf1\\ansi")
    assert rtf.endswith("}\n")
    assert (rtf.count("{") - rtf.count("}"), rtf.count("\\par}")) == (0, 2)


def test_rtf_entries_hang_where_the_style_says_so():
    assert "\\fi-567" not in bibliography_document(ENTRIES, "rtf")
    assert bibliography_document(ENTRIES, "rtf", hanging_indent=True).count("\\fi-567\\li567") == 2


def test_items_are_selected_in_their_own_order():
    items = [Item("a"), Item("b"), Item("c")]
    assert [item.id for item in select_items(items, {"c", "a"})] == ["a", "c"]


def test_an_unknown_key_is_an_error_that_names_near_keys():
    with pytest.raises(UsageError, match=r"^no item has the key 'juan2002'; near: juan2020$"):
        select_items([Item("juan2020"), Item("avise2020")], ["juan2002"])


def test_an_unknown_output_is_an_error_before_anything_is_read():
    with pytest.raises(UsageError, match=r"^unknown output 'docx'; choose one of html, rtf, text$"):
        citekit.format("does-not-exist.bib", output="docx")


def test_a_missing_file_is_an_input_error_that_names_it(tmp_path: Path):
    for name in ("missing.bib", "missing.json"):
        with pytest.raises(InputError) as caught:
            read_items(tmp_path / name)
        assert caught.value.location.file == str(tmp_path / name)


def test_json_that_is_not_utf8_is_read_as_windows_1252_and_told(tmp_path: Path):
    path = tmp_path / "latin.json"
    path.write_bytes(b'[{"id": "\xe9", "type": "book"}]')
    items, report = read_items(path)
    assert [item.id for item in items] == ["\u00e9"]
    assert [notice.rule for notice in report.notices] == ["not-utf8"]


def test_formats_other_than_bibtex_are_known_by_their_names(tmp_path: Path):
    path = tmp_path / "refs.ris"
    path.write_text("TY  - BOOK\nTI  - Essais\nID  - m\nER  - \n", encoding="utf-8")
    assert read_items(path)[0][0].text("title") == "Essais"


def test_csl_json_is_known_by_its_extension(tmp_path: Path):
    path = tmp_path / "refs.JSON"
    path.write_text(json.dumps([{"id": "a", "type": "book", "title": "Essais"}]), encoding="utf-8")
    items, _ = read_items(path)
    assert [(item.id, item.type, item.text("title")) for item in items] == [("a", "book", "Essais")]


def test_a_file_is_formatted_in_the_order_of_the_style(tmp_path: Path):
    path = tmp_path / "refs.bib"
    path.write_text(BIBTEX, encoding="utf-8")
    lines = citekit.format(path, style="apa", output="text").splitlines()
    assert lines == ["Balzac, H. de. (1835). Séraphîta. Werdet.", "Zola, É. (1885). Germinal. Charpentier."]


def test_the_same_items_come_out_as_html_and_rtf():
    html = citekit.format(StringIO(BIBTEX), keys=["b"])
    rtf = citekit.format(StringIO(BIBTEX), keys=["b"], output="rtf")
    assert html == (
        '<div class="csl-bib-body">\n'
        '  <div class="csl-entry">Zola, É. (1885). <i>Germinal</i>. Charpentier.</div>\n'
        "</div>\n"
    )
    assert "Germinal" in rtf and "\\fi-567" in rtf


def test_the_french_pass_runs_when_asked_for():
    bibtex = "@book{j, author={JUAN Maïté}, title={Essai}, publisher={Eres}, date={2020}, langid={french}}"
    assert citekit.format(StringIO(bibtex), output="text", normalize=True).startswith("Juan, M. (2020).")


def test_an_unknown_style_is_a_style_error():
    with pytest.raises(StyleError):
        citekit.format(StringIO(BIBTEX), style="no-such-style")


def test_what_is_odd_is_logged(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.WARNING, logger="citekit"):
        citekit.format(StringIO(BIBTEX + "@book{a, title={Again}}"), output="text")
    assert "duplicate-key" in caplog.text


def test_the_spaces_of_french_typography_are_chosen_for_the_output():
    bibtex = (
        "@book{j, author={Juan, M.}, title={Quoi ? L'essai}, address={Paris}, publisher={Eres}, date={2020}, "
        "langid={french}}"
    )
    texts = {
        spaces: citekit.format(StringIO(bibtex), "iso690-author-date-fr", output="text", spaces=spaces)
        for spaces in ("lexique", "ascii")
    }
    assert texts["lexique"] == "JUAN, M., 2020. Quoi\u202f? L\u2019essai. Paris\u00a0: Eres. \n"
    assert texts["ascii"] == "JUAN, M., 2020. Quoi ? L\u2019essai. Paris : Eres. \n"
    with pytest.raises(UsageError, match="unknown kind of spaces"):
        citekit.format(StringIO(bibtex), spaces="wide")
