"""BibTeX and biblatex data models to CSL's, as tables.

Sources: biblatex manual 2.1 (entry types), 2.2 (fields), 4.9.2 (strings); CSL 1.0.2 specification, appendices III and
IV. Where biblatex leaves a choice, pandoc's reading of BibTeX is followed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = [
    "COMMON_FIELDS",
    "DATE_FIELDS",
    "EDITOR_TYPES",
    "ENTRY_TYPES",
    "NAME_FIELDS",
    "VERBATIM_FIELDS",
]

ENTRY_TYPES: Final[Mapping[str, tuple[str, str]]] = {
    #  BibTeX type        CSL type                  type string
    "article": ("article-journal", ""),
    "artwork": ("graphic", ""),
    "audio": ("song", ""),
    "bibnote": ("document", ""),
    "bill": ("bill", ""),
    "blog": ("post-weblog", ""),
    "blogpost": ("post-weblog", ""),
    "book": ("book", ""),
    "book_section": ("chapter", ""),
    "bookinbook": ("book", ""),
    "booklet": ("pamphlet", ""),
    "booksection": ("chapter", ""),
    "broadcast": ("broadcast", ""),
    "case": ("legal_case", ""),
    "codefragment": ("software", ""),
    "collection": ("book", ""),
    "commentary": ("book", ""),
    "computer_program": ("software", ""),
    "conference": ("paper-conference", ""),
    "conference_paper": ("paper-conference", ""),
    "conference_proceedings": ("book", ""),
    "constitution": ("legislation", ""),
    **{f"custom{letter}": ("document", "") for letter in "abcdef"},
    "data": ("dataset", ""),
    "dataset": ("dataset", ""),
    "electronic": ("webpage", ""),
    "encyclopedia_article": ("entry-encyclopedia", ""),
    "film": ("motion_picture", ""),
    "hearing": ("hearing", ""),
    "image": ("graphic", ""),
    "inbook": ("chapter", ""),
    "incollection": ("chapter", ""),
    "inproceedings": ("paper-conference", ""),
    "inreference": ("entry-encyclopedia", ""),
    "interview": ("interview", ""),
    "jurisdiction": ("legal_case", ""),
    "lecture": ("speech", ""),
    "legadminmaterial": ("regulation", ""),
    "legal": ("treaty", ""),
    "legislation": ("legislation", ""),
    "legmaterial": ("bill", ""),
    "letter": ("personal_communication", ""),
    "letters": ("personal_communication", ""),
    "magazine_article": ("article-magazine", ""),
    "manual": ("book", ""),
    "map": ("map", ""),
    "mastersthesis": ("thesis", "mathesis"),
    "misc": ("document", ""),
    "movie": ("motion_picture", ""),
    "music": ("song", ""),
    "mvbook": ("book", ""),
    "mvcollection": ("book", ""),
    "mvproceedings": ("book", ""),
    "mvreference": ("book", ""),
    "newsarticle": ("article-newspaper", ""),
    "newspaper": ("article-newspaper", ""),
    "newspaper_article": ("article-newspaper", ""),
    "online": ("webpage", ""),
    "patent": ("patent", ""),
    "performance": ("performance", ""),
    "periodical": ("article-journal", ""),
    "phdthesis": ("thesis", "phdthesis"),
    "podcast": ("song", ""),
    "preprint": ("article", ""),
    "presentation": ("speech", ""),
    "proceedings": ("book", ""),
    "radio_broadcast": ("broadcast", ""),
    "reference": ("book", ""),
    "report": ("report", ""),
    "review": ("review", ""),
    "software": ("software", ""),
    "softwaremodule": ("software", ""),
    "softwareversion": ("software", ""),
    "standard": ("standard", ""),
    "statute": ("legislation", ""),
    "suppbook": ("chapter", ""),
    "suppcollection": ("chapter", ""),
    "suppperiodical": ("article-journal", ""),
    "talk": ("speech", ""),
    "techreport": ("report", "techreport"),
    "television_broadcast": ("broadcast", ""),
    "thesis": ("thesis", ""),
    "unpublished": ("manuscript", ""),
    "video": ("motion_picture", ""),
    "web_page": ("webpage", ""),
    "webpage": ("webpage", ""),
    "working_paper": ("report", ""),
    "workingpaper": ("report", ""),
    "www": ("webpage", ""),
}
"""Entry types and aliases, and the string that biblatex puts in `type` where the entry has none.

Beside biblatex's own are those of biblatex-software, biblatex-apa and Mendeley.
"""

BOOKS: Final = frozenset(
    "book mvbook collection mvcollection proceedings mvproceedings reference mvreference manual booklet".split()
)
PARTS_OF_BOOKS: Final = frozenset(
    "inbook incollection inproceedings conference bookinbook suppbook suppcollection inreference".split()
)
NUMBERED_IN_SERIES: Final = (BOOKS | PARTS_OF_BOOKS) - {"manual", "booklet"}
ARTICLES: Final = frozenset(("article", "suppperiodical", "review", "periodical"))

SUBTYPES: Final[Mapping[tuple[str, str], str]] = {
    ("article", "magazine"): "article-magazine",
    ("article", "newspaper"): "article-newspaper",
    ("article", "review"): "review",
    ("periodical", "magazine"): "article-magazine",
    ("periodical", "newspaper"): "article-newspaper",
    ("suppperiodical", "magazine"): "article-magazine",
    ("suppperiodical", "newspaper"): "article-newspaper",
    ("inreference", "dictionary"): "entry-dictionary",
    ("online", "blog"): "post-weblog",
    ("online", "forum"): "post",
    ("video", "tvepisode"): "broadcast",
    ("video", "tvseries"): "broadcast",
}
"""What `entrysubtype` makes of an entry type; every other subtype is kept as custom.

Those of @video are of biblatex-apa.
"""

COMMON_FIELDS: Final[Mapping[str, str]] = {
    #  field             CSL variable
    "abstract": "abstract",
    "annotation": "annote",
    "annote": "annote",
    "call-number": "call-number",
    "callnumber": "call-number",
    "chapter": "chapter-number",
    "copyright": "license",
    "dimensions": "dimensions",
    "division": "division",
    "duration": "dimensions",
    "eid": "number",
    "article-number": "number",
    "articleno": "number",
    "isan": "number",
    "ismn": "number",
    "isrn": "number",
    "iswc": "number",
    "edition": "edition",
    "eventtitle": "event-title",
    "isbn": "ISBN",
    "issn": "ISSN",
    "issuetitle": "volume-title",
    "jurisdiction": "jurisdiction",
    "lccn": "call-number",
    "library": "call-number",
    "license": "license",
    "medium": "medium",
    "numpages": "number-of-pages",
    "origlocation": "original-publisher-place",
    "origpublisher": "original-publisher",
    "origtitle": "original-title",
    "pages": "page",
    "pagetotal": "number-of-pages",
    "part": "part-number",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "pubstate": "status",
    "reviewtitle": "reviewed-title",
    "rights": "license",
    "runtime": "dimensions",
    "scale": "scale",
    "section": "section",
    "shortjournal": "container-title-short",
    "shorttitle": "title-short",
    "source": "source",
    "venue": "event-place",
    "version": "version",
    "volume": "volume",
    "volumes": "number-of-volumes",
}
"""Fields that mean the same in every entry type. Where two name one variable, the first in the entry wins."""

TITLE_FIELDS: Final = frozenset(
    """
    title subtitle titleaddon booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon journaltitle
    journal journalsubtitle journaltitleaddon issuetitle issuesubtitle issuetitleaddon eventtitle eventtitleaddon series
    shorttitle origtitle reviewtitle shortjournal
    """.split()
)
"""Fields where braces guard capital letters."""

RECASED_FIELDS: Final = TITLE_FIELDS - {"journaltitle", "journal", "journalsubtitle", "shortjournal", "origtitle"}
"""Title fields that English writes in title case by convention; names of journals are proper names."""

PARAGRAPH_FIELDS: Final = frozenset(("abstract", "annotation", "annote", "note"))
"""Fields where an empty line parts paragraphs."""

NAME_FIELDS: Final[Mapping[str, str]] = {
    "author": "author",
    "bookauthor": "container-author",
    "chair": "chair",
    "collaborator": "contributor",
    "commissaire": "curator",
    "compiler": "compiler",
    "composer": "composer",
    "contributor": "contributor",
    "curator": "curator",
    "director": "director",
    "editorialdirector": "editorial-director",
    "executiveproducer": "executive-producer",
    "guest": "guest",
    "host": "host",
    "illustrator": "illustrator",
    "interviewer": "interviewer",
    "narrator": "narrator",
    "organizer": "organizer",
    "origauthor": "original-author",
    "performer": "performer",
    "producer": "producer",
    "recipient": "recipient",
    "reviewedauthor": "reviewed-author",
    "scriptwriter": "script-writer",
    "serieseditor": "collection-editor",
    "translator": "translator",
    "commentator": "contributor",
    "screenwriter": "script-writer",
    "actor": "performer",
    "cast": "performer",
    "annotator": "contributor",
    "introduction": "contributor",
    "foreword": "contributor",
    "afterword": "contributor",
}
"""Name fields; several that name one variable are joined in the entry's order."""

EDITOR_FIELDS: Final = ("editor", "editora", "editorb", "editorc")
EDITOR_TYPES: Final[Mapping[str, str]] = {
    "": "editor",
    "editor": "editor",
    "compiler": "compiler",
    "founder": "series-creator",
    "continuator": "contributor",
    "redactor": "contributor",
    "reviser": "contributor",
    "collaborator": "contributor",
    "organizer": "organizer",
    "director": "director",
    "translator": "translator",
    "illustrator": "illustrator",
    "producer": "producer",
    "curator": "curator",
}
"""What `editortype` says, as CSL variables."""
SECOND_EDITOR: Final = "contributor"
"""What an `editora`, `editorb`, `editorc` is without a type, or with one that only says "editor"."""

DATE_FIELDS: Final[Mapping[str, str]] = {
    "eventdate": "event-date",
    "origdate": "original-date",
    "urldate": "accessed",
    "lastchecked": "accessed",
    "accessed": "accessed",
    "lastaccessed": "accessed",
    "accessdate": "accessed",
    "date": "issued",
}
"""In the order in which they are read: `date` may hold an original date that `origdate` does not give."""
YEAR_FIELDS: Final[Mapping[str, str]] = {
    "eventyear": "event-date",
    "origyear": "original-date",
    "urlyear": "accessed",
}
"""Years of their own, from before biblatex's date fields; `month` and `day` with the same prefix belong to them."""

EPRINT_ADDRESSES: Final[Mapping[str, str]] = {
    "arxiv": "https://arxiv.org/abs/",
    "googlebooks": "https://books.google.com?id=",
    "hal": "https://hal.science/",
    "hdl": "https://hdl.handle.net/",
    "jstor": "https://www.jstor.org/stable/",
    "pmc": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
    "pubmed": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "ssrn": "https://ssrn.com/abstract=",
}
"""Where an eprint is found, by `eprinttype`."""

VERBATIM_FIELDS: Final = frozenset(
    """
    url doi eprint file pdf isbn issn urlraw verba verbb verbc hal_id hal_version local-url adsurl biburl bibsource ee
    x-fetchedfrom timestamp owner date-added date-modified added-at interhash intrahash mendeley-tags pmid pmcid
    langid crossref xdata xref ids related options eprinttype archiveprefix eprintclass
    primaryclass mrnumber zblnumber bdsk-url-1 bdsk-url-2 bdsk-url-3
    lastchecked urldate accessed lastaccessed accessdate
    """.split()
)
"""Fields that LaTeX takes letter by letter, and the bookkeeping of reference managers."""
