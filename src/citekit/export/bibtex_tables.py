"""CSL's data model to that of BibTeX and biblatex, as tables.

Biblatex manual 2.1 and 2.2; Patashnik, "BibTeXing". What neither has a place for is written as `csl-<variable>`, and
what an item's source said beyond CSL as a field of that name, or as `custom-<name>` where the name means something.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from citekit.items.variables import NAME_VARIABLES

__all__ = [
    "BABEL_NAMES",
    "BIBLATEX_TYPES",
    "BIBTEX_TYPES",
    "DATE_FIELDS",
    "FIELD_ORDER",
    "INTERPRETED_FIELDS",
    "NAME_FIELDS",
    "TEXT_FIELDS",
    "TITLE_LIKE",
    "VERBATIM_FIELDS",
]

BIBLATEX_TYPES: Final[Mapping[str, tuple[str, str]]] = {
    #  CSL type              entry type        entrysubtype
    "article-journal": ("article", ""),
    "article-magazine": ("article", "magazine"),
    "article-newspaper": ("article", "newspaper"),
    "book": ("book", ""),
    "chapter": ("incollection", ""),
    "dataset": ("dataset", ""),
    "document": ("misc", ""),
    "entry-dictionary": ("inreference", "dictionary"),
    "entry-encyclopedia": ("inreference", ""),
    "graphic": ("artwork", ""),
    "legal_case": ("jurisdiction", ""),
    "legislation": ("legislation", ""),
    "manuscript": ("unpublished", ""),
    "motion_picture": ("video", ""),
    "pamphlet": ("booklet", ""),
    "paper-conference": ("inproceedings", ""),
    "patent": ("patent", ""),
    "performance": ("performance", ""),
    "personal_communication": ("letter", ""),
    "post": ("online", "forum"),
    "post-weblog": ("online", "blog"),
    "report": ("report", ""),
    "review": ("article", "review"),
    "software": ("software", ""),
    "song": ("audio", ""),
    "standard": ("standard", ""),
    "thesis": ("thesis", ""),
    "treaty": ("legal", ""),
    "webpage": ("online", ""),
}
"""A type that is not here is written as @misc with the CSL type for its subtype."""

BIBTEX_TYPES: Final[Mapping[str, tuple[str, str]]] = {
    "article-journal": ("article", ""),
    "article-magazine": ("article", "magazine"),
    "article-newspaper": ("article", "newspaper"),
    "book": ("book", ""),
    "chapter": ("incollection", ""),
    "document": ("misc", ""),
    "manuscript": ("unpublished", ""),
    "pamphlet": ("booklet", ""),
    "paper-conference": ("inproceedings", ""),
    "report": ("techreport", ""),
    "review": ("article", "review"),
    "thesis": ("phdthesis", ""),
}

TEXT_FIELDS: Final[Mapping[str, tuple[str, str]]] = {
    #  variable                biblatex            BibTeX
    "DOI": ("doi", "doi"),
    "ISBN": ("isbn", "isbn"),
    "ISSN": ("issn", "issn"),
    "PMCID": ("pmcid", "pmcid"),
    "PMID": ("pmid", "pmid"),
    "URL": ("url", "url"),
    "abstract": ("abstract", "abstract"),
    "annote": ("annotation", "annote"),
    "call-number": ("library", "library"),
    "chapter-number": ("chapter", "chapter"),
    "collection-title": ("series", "series"),
    "container-title-short": ("shortjournal", "shortjournal"),
    "dimensions": ("dimensions", "dimensions"),
    "division": ("division", "division"),
    "edition": ("edition", "edition"),
    "event-place": ("venue", "venue"),
    "event-title": ("eventtitle", "eventtitle"),
    "genre": ("type", "type"),
    "license": ("rights", "rights"),
    "medium": ("medium", "medium"),
    "note": ("note", "note"),
    "number-of-pages": ("pagetotal", "pagetotal"),
    "number-of-volumes": ("volumes", "volumes"),
    "original-publisher": ("origpublisher", "origpublisher"),
    "original-publisher-place": ("origlocation", "origlocation"),
    "original-title": ("origtitle", "origtitle"),
    "page": ("pages", "pages"),
    "part-number": ("part", "part"),
    "publisher": ("publisher", "publisher"),
    "publisher-place": ("location", "address"),
    "reviewed-title": ("reviewtitle", "reviewtitle"),
    "scale": ("scale", "scale"),
    "section": ("section", "section"),
    "source": ("source", "source"),
    "status": ("pubstate", "pubstate"),
    "title": ("title", "title"),
    "title-short": ("shorttitle", "shorttitle"),
    "version": ("version", "version"),
    "volume": ("volume", "volume"),
}
"""Variables that have a field of their own in every type; the others depend on the type."""

NAME_FIELDS: Final[Mapping[str, str]] = {
    "author": "author",
    "chair": "chair",
    "collection-editor": "serieseditor",
    "compiler": "compiler",
    "composer": "composer",
    "container-author": "bookauthor",
    "contributor": "contributor",
    "curator": "curator",
    "director": "director",
    "editor": "editor",
    "editorial-director": "editorialdirector",
    "executive-producer": "executiveproducer",
    "guest": "guest",
    "host": "host",
    "illustrator": "illustrator",
    "interviewer": "interviewer",
    "narrator": "narrator",
    "organizer": "organizer",
    "original-author": "origauthor",
    "performer": "performer",
    "producer": "producer",
    "recipient": "recipient",
    "reviewed-author": "reviewedauthor",
    "script-writer": "scriptwriter",
    "translator": "translator",
}

DATE_FIELDS: Final[Mapping[str, str]] = {
    "accessed": "urldate",
    "event-date": "eventdate",
    "issued": "date",
    "original-date": "origdate",
}

TITLE_LIKE: Final = frozenset(
    """
    title maintitle booktitle titleaddon issuetitle eventtitle series shorttitle reviewtitle
    """.split()
)
"""Fields that styles recase, where capitals have to be guarded."""

VERBATIM_FIELDS: Final = frozenset(
    """
    url doi eprint file pdf isbn issn urlraw verba verbb verbc hal_id hal_version local-url adsurl biburl bibsource ee
    x-fetchedfrom timestamp owner date-added date-modified added-at interhash intrahash mendeley-tags pmid pmcid
    langid crossref xdata xref ids related options eprinttype archiveprefix eprintclass
    primaryclass mrnumber zblnumber bdsk-url-1 bdsk-url-2 bdsk-url-3
    lastchecked urldate accessed lastaccessed accessdate
    """.split()
)
"""Fields that are read letter by letter."""

INTERPRETED_FIELDS: Final = frozenset(
    """
    year month day date eventdate origdate urldate lastchecked eventyear origyear urlyear number issue series title
    subtitle titleaddon booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon journaltitle journal
    journalsubtitle issuetitle issuesubtitle shorttitle shortjournal type entrysubtype howpublished school university
    institution organization publisher location address url doi isbn issn note addendum keywords groups langid language
    hyphenation langidopts crossref xdata entryset editor editora editorb editorc editortype editoratype editorbtype
    editorctype abstract annotation annote callnumber chapter copyright dimensions division duration edition eventtitle
    jurisdiction lccn library medium numpages origlocation origpublisher origtitle pages pagetotal part pmcid pmid
    pubstate reviewtitle rights runtime scale section source venue version volume volumes collaborator commissaire
    annotator commentator introduction foreword afterword author options accessed lastaccessed keyword tags fjournal
    call-number license endyear endmonth endday eventmonth eventday eventendyear eventendmonth eventendday origmonth
    origday origendyear origendmonth origendday urlmonth urlday urlendyear urlendmonth urlendday screenwriter actor cast
    accessdate eid article-number articleno isan ismn isrn iswc journaltitleaddon issuetitleaddon
    """.split()
).union(NAME_FIELDS.values(), NAME_VARIABLES)
"""Fields that mean something when they are read; custom data of such a name is set apart."""

BABEL_NAMES: Final[Mapping[str, str]] = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "ngerman", "de-AT": "naustrian",
    "el": "greek", "en": "english", "en-GB": "british", "en-US": "american", "es": "spanish", "fi": "finnish",
    "fr": "french", "fr-CA": "canadien", "he": "hebrew", "hu": "magyar", "it": "italian", "ja": "japanese",
    "la": "latin", "nb": "norsk", "nl": "dutch", "pl": "polish", "pt-BR": "brazilian", "pt-PT": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish", "uk": "ukrainian", "zh": "chinese",
}  # fmt: skip
"""Tags as the names that babel has for them; other tags are written as they are."""

FIELD_ORDER: Final = tuple(
    """
    author bookauthor editor translator title shorttitle titleaddon maintitle booktitle journaltitle journal
    shortjournal issuetitle series entrysubtype type edition volume volumes number part chapter pages pagetotal
    eventtitle eventdate venue publisher institution school organization location address date year month day origdate
    pubstate doi isbn issn url urldate langid language note abstract annotation annote keywords groups
    """.split()
)
"""The order of fields; the others follow by their names."""
