"""The language that a tag stands for."""

from __future__ import annotations

import pytest

from citekit.text.language_tags import primary_language


@pytest.mark.parametrize(
    ("tag", "language"),
    [("fr-CA", "fr"), ("zh_Hans_CN", "zh"), (" EN-gb", "en"), ("eng", "en"), ("Anglais", "en"), ("2016", "2016")],
)
def test_a_tag_is_reduced_to_its_language(tag: str, language: str) -> None:
    assert primary_language(tag) == language
