"""Accents that were escaped once too often."""

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
        (r"the \{DATE\} workshop, \{IEEE-754\}, \{1, 2\}", "the DATE workshop, IEEE-754, {1, 2}"),
    ],
)
def test_letters_and_elisions_escaped_twice_are_read_once_more(source: str, text: str):
    assert decode(source).text == text


def test_names_escaped_twice_are_mended_too():
    assert decode_plain(r"Ren\{\textbackslash{}'e\}") == "René"
