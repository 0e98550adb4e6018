"""The rules of `citekit check`: what each says, and what entry types must have.

Biblatex manual 2.1.1 (required fields), Patashnik's "BibTeXing" (the classic ones), ISO 690:2021 (elements of a
reference). The reader's own notices keep their ids; those that it can give are listed too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from citekit.bibtex.tables import (
    COMMON_FIELDS,
    DATE_FIELDS,
    EDITOR_FIELDS,
    NAME_FIELDS,
    TITLE_FIELDS,
    VERBATIM_FIELDS,
    YEAR_FIELDS,
)

__all__ = ["KNOWN_FIELDS", "REQUIRED_FIELDS", "RULES"]

RULES: Final[Mapping[str, str]] = {
    "and-others": "a list of names ends with 'and others'",
    "bare-ampersand": "an ampersand that LaTeX would stop at",
    "bare-percent": "a percent sign that LaTeX would take for a comment",
    "broken-doi": "a DOI that has not the form of one",
    "broken-entry": "a block that cannot be read",
    "broken-isbn": "an ISBN with a wrong check digit or length",
    "broken-issn": "an ISSN with a wrong check digit or length",
    "circular-crossref": "entries that inherit from each other in a circle",
    "circular-macro": "a macro that is defined by itself",
    "doi-as-address": "a DOI written as an address",
    "duplicate-field": "a field that is given twice",
    "duplicate-key": "a citation key that two entries have",
    "duplicate-macro": "a macro that is defined twice",
    "duplicate-work": "two entries that describe one work",
    "empty-field": "a field without a value",
    "empty-file": "a file with nothing in it",
    "entry-in-value": "a value that holds what looks like an entry",
    "fields-after-entry": "fields behind the end of their entry",
    "missing-comma": "a comma that is missing between fields",
    "missing-crossref": "a reference to an entry that is not there",
    "missing-field": "an element that the type requires is missing",
    "name-separator": "names that are not joined by 'and'",
    "no-entries": "a file without entries",
    "no-key": "an entry without a citation key",
    "not-utf8": "a file that is not UTF-8",
    "odd-name": "a name that follows no form of BibTeX's",
    "reversed-pages": "a range of pages that ends before it begins",
    "unbalanced-math": "a dollar sign without its partner",
    "torn-entry": "an entry that is broken and can be read in part",
    "undefined-macro": "a macro that is not defined",
    "unknown-command": "a LaTeX command that citekit does not know",
    "unknown-editor-type": "an editor type that biblatex does not know",
    "unknown-field": "a field that neither BibTeX nor biblatex knows",
    "unknown-type": "an entry type that neither BibTeX nor biblatex knows",
    "unlikely-year": "a year that is out of bounds",
    "unread-date": "a date that is not in EDTF",
}
"""Every rule with what it finds."""

_MAKER: Final = "author|editor|translator"
_DATE: Final = "date|year|pubstate"
_ADDRESS: Final = "url|doi|eprint|howpublished"

REQUIRED_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "article": ("title", "journaltitle|journal|booktitle", _DATE),
    "book": (_MAKER, "title", _DATE),
    "booklet": ("title", _DATE),
    "collection": ("title", _DATE),
    "conference": ("author", "title", "booktitle|eventtitle", _DATE),
    "dataset": ("title", _DATE),
    "inbook": ("title|chapter|pages", "booktitle|title", _DATE),
    "incollection": ("title", "booktitle", _DATE),
    "inproceedings": ("author", "title", "booktitle|eventtitle", _DATE),
    "manual": ("title",),
    "mastersthesis": ("author", "title", "school|institution|university|publisher", _DATE),
    "online": ("title", _ADDRESS),
    "patent": ("title", "number", _DATE),
    "periodical": ("title", _DATE),
    "phdthesis": ("author", "title", "school|institution|university|publisher", _DATE),
    "proceedings": ("title", _DATE),
    "reference": ("title", _DATE),
    "report": ("title", _DATE),
    "techreport": ("title", "institution|publisher|organization", _DATE),
    "thesis": ("author", "title", "institution|school|university|publisher", _DATE),
    "unpublished": ("title",),
    "video": ("title",),
    "webpage": ("title", _ADDRESS),
}
"""The elements that a type requires; one of those between bars is enough."""

KNOWN_FIELDS: Final = (
    frozenset(COMMON_FIELDS) | frozenset(NAME_FIELDS) | frozenset(DATE_FIELDS) | frozenset(YEAR_FIELDS)
    | frozenset(EDITOR_FIELDS) | TITLE_FIELDS | VERBATIM_FIELDS
    | frozenset(
        """
        year month day number issue howpublished institution organization school university publisher location address
        note addendum keywords keyword groups language langid langidopts hyphenation type editortype editoratype
        editorbtype editorctype entrysubtype entryset execute gender holder indexsorttitle indextitle bookpagination
        pagination label library nameaddon options origlanguage presort reprinttitle shortauthor shorteditor shorthand
        shorthandintro shortseries sortkey sortname sortshorthand sorttitle sortyear relatedoptions relatedstring
        relatedtype titleaddon eventtitleaddon issuesubtitle authortype userd usera userb userc usere userf lista listb
        listc listd liste listf namea nameb namec nameatype namebtype namectype annote copyright eid key authorhint
        comment bibsource timestamp owner review rating readstatus ranking priority printed quality relevance
        mendeley-groups eventmonth eventday origmonth origday urlmonth urlday endyear endmonth endday urltarget
        article-number articleno collaboration affiliation price place collection creationdate modificationdate
        fjournal tags
        """.split()
    )
)  # fmt: skip
"""Fields of BibTeX, biblatex, and the programs that write such files; any other is kept, and told."""
