"""Items from a library that bibtexparser parsed."""

from __future__ import annotations

import bibtexparser
import pytest
from bibtexparser.middlewares import MonthIntMiddleware, SeparateCoAuthors, SplitNameParts

from citekit.bibtex import parse_bibtex, read_library
from citekit.errors import UsageError

SOURCE = r"""
@string{revue = "Revue des rives"}
@article{sand, author = {Sand, George and de Musset, Alfred}, title = {Le {Rhin} \& l'eau},
  journal = revue, year = 1832, month = may}

@book{hugo, title = {Ruy Blas}}
"""


def library(source: str = SOURCE, **options: object) -> bibtexparser.Library:
    return bibtexparser.parse_string(source, **options)


def test_a_library_gives_the_items_that_its_source_gives():
    assert [(item.id, item.variables) for item in read_library(library())[0]] == [
        (item.id, item.variables) for item in parse_bibtex(SOURCE)[0]
    ]


def test_values_may_be_as_middlewares_leave_them():
    split = library(append_middleware=[SeparateCoAuthors(), SplitNameParts(), MonthIntMiddleware()])
    assert [item.variables for item in read_library(split)[0]] == [item.variables for item in parse_bibtex(SOURCE)[0]]


def test_what_the_program_changed_is_what_is_read():
    changed = library()
    changed.entries_dict["hugo"].set_field(bibtexparser.model.Field("title", "Les Burgraves"))
    assert read_library(changed)[0][1].text("title") == "Les Burgraves"


def test_notices_point_at_the_lines_of_the_source():
    _, report = read_library(library(SOURCE + "@book{nix, year = {bald}, month = {brumaire}}"), file="x.bib")
    assert {(notice.location.file, notice.location.line) for notice in report.notices} == {("x.bib", 7)}


def test_blocks_that_were_given_up_and_keys_given_twice_are_told():
    items, report = read_library(library("@book{a, title = {A}}\n@book{a, title = {B}}\n@book{c, title = {C}\n"))
    assert [item.text("title") for item in items][:2] == ["A", "B"]
    assert {notice.rule for notice in report.notices} >= {"duplicate-key"}


def test_a_value_that_no_middleware_makes_is_refused():
    odd = library()
    odd.entries[0].set_field(bibtexparser.model.Field("title", object()))
    with pytest.raises(UsageError, match="'sand' holds a value of type object"):
        read_library(odd)
