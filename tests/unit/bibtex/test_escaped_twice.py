"""Accents that were escaped once too often."""

import time

import pytest

from citekit.bibtex.latex import decode, decode_plain


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Acad\{\textbackslash{}'e\}mie", "Académie"),
        (r"Fran\{ç\}ois", "François"),
        ('no\\{\\textbackslash{}"\\{e\\}\\}l', "noël"),
        (r"qu\textbackslash'il n\textbackslash'a", "qu'il n'a"),
        (r"\{a, b\} et \textbackslash{}foo", r"{a, b} et \foo"),
        (r"\{A\} et \{B\}", "{A} et {B}"),
        (r"$\{$RDF vocabulary: RDF schema$\}$", "RDF vocabulary: RDF schema"),
        (r"About$\backslash$lambda-Terms, {\textbackslash}foo", r"Aboutλ-Terms, \foo"),
        (r"Fran{\textbackslash}ccois", "François"),
        (r"Robustness \textbackslash\& safety, 5\textbackslash\%", "Robustness & safety, 5%"),
        (r"1100-1X\textbackslash{}r1200-2, (x)$\backslash$n3", "1100-1X 1200-2, (x) 3"),
        (r"\textbackslash AA rhus, Tr\"ag{\textbackslash}aardh", "Århus, Trägårdh"),
        (r"at most \$3-\textbackslash frac\{1\}\{M\}\$, US\$ 5", "at most 3-1/M, US$ 5"),
        (
            r"{\textbackslash}textit\{elle\} \{{\textbackslash}bf K\} {\textbackslash}foo\{x\}",
            r"<i>elle</i> <b>K</b> \foo{x}",
        ),
        (r"{\textbackslash}emph\{the {\textbackslash}foo backslash\}", "<i>the foo backslash</i>"),
        (r"{\textbackslash}emph\{open, \{{\textbackslash}bf too", r"\emph{open, {\bf too"),
        (r"of {\$}{\$} {\textbackslash}alpha {\$}{\$} and \$\${\textbackslash}mathcal\{X\}\$\$", "of α and 𝒳"),
        (r"the \{DATE\} workshop, \{IEEE-754\}, \{1, 2\}", "the DATE workshop, IEEE-754, {1, 2}"),
    ],
)
def test_letters_and_elisions_escaped_twice_are_read_once_more(source: str, text: str):
    assert decode(source).text == text


def test_guards_escaped_twice_go_around_a_protected_abbreviation():
    assert (
        decode(r"the \{{DATE}\} Workshop", protects_case=True).text == 'the <span class="nocase">DATE</span> Workshop'
    )


def test_environments_and_formulas_of_xml_are_read_once_more():
    source = r"{\textbackslash}begin\{document\}\$ {\textbackslash}left({\textbackslash}frac\{a\}\{b\}\$"
    assert decode(source).text == "(a/b"


def test_names_escaped_twice_are_mended_too():
    assert decode_plain(r"Ren\{\textbackslash{}'e\}") == "René"


def test_a_name_has_neither_backslash_nor_brace():
    assert decode_plain(r"Bei{\textbackslash}s swanger") == "Beis swanger"
    assert decode_plain(r"Rachel \{and\} Laura") == "Rachel and Laura"


def test_commands_escaped_twice_that_nobody_knows_are_told():
    assert decode(r"{\textbackslash}emph\{{\textbackslash}foo\{a\}\}").unknown == ("foo",)


@pytest.mark.parametrize("source", [r"\{\textbackslash bf ", r"\$\textbackslash a", r"{\textbackslash}emph\{"])
def test_escapes_without_end_are_read_in_linear_time(source: str):
    begin = time.perf_counter()
    decode(source * 20_000)
    assert time.perf_counter() - begin < 5
