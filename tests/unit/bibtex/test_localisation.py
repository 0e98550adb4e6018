r"""Biblatex's localisation keys: `\bibstring` and its kin."""

import pytest

from citekit.bibtex import parse_bibtex

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("source", "language", "expected"),
    [
        (r"\bibstring{editor}", "french", "éditeur"),
        (r"\biblstring{volume}", "english", "volume"),
        (r"\bibsstring{nodate}", "french", f"s.{NBSP}d."),
        (r"\bibcpstring{in} \bibcpsstring{volume}", "english", "In Vol."),
        (r"\biblcstring{langgerman} \bibucstring{in}", "english", "german IN"),
        (r"\bibstring{byeditor}", "french", "sous la direction de"),
        (r"\bibstring{mykey}", "french", "mykey"),
    ],
)
def test_keys_are_printed_in_the_language_of_the_entry(source: str, language: str, expected: str) -> None:
    items, report = parse_bibtex(f"@book{{a, langid={{{language}}}, note={{{source}}}}}")
    assert (items[0].text("note"), len(report)) == (expected, 0)
