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
    "LANGUAGES",
    "NAME_FIELDS",
    "TYPE_STRINGS",
    "VERBATIM_FIELDS",
]

ENTRY_TYPES: Final[Mapping[str, tuple[str, str]]] = {
    #  BibTeX type        CSL type                  type string
    "article": ("article-journal", ""),
    "artwork": ("graphic", ""),
    "audio": ("song", ""),
    "bibnote": ("document", ""),
    "book": ("book", ""),
    "bookinbook": ("chapter", ""),
    "booklet": ("pamphlet", ""),
    "collection": ("book", ""),
    "commentary": ("document", ""),
    "conference": ("paper-conference", ""),
    "dataset": ("dataset", ""),
    "electronic": ("webpage", ""),
    "image": ("graphic", ""),
    "inbook": ("chapter", ""),
    "incollection": ("chapter", ""),
    "inproceedings": ("paper-conference", ""),
    "inreference": ("entry-encyclopedia", ""),
    "jurisdiction": ("legal_case", ""),
    "legal": ("treaty", ""),
    "legislation": ("legislation", ""),
    "letter": ("personal_communication", ""),
    "manual": ("book", ""),
    "mastersthesis": ("thesis", "mathesis"),
    "misc": ("document", ""),
    "movie": ("motion_picture", ""),
    "music": ("song", ""),
    "mvbook": ("book", ""),
    "mvcollection": ("book", ""),
    "mvproceedings": ("book", ""),
    "mvreference": ("book", ""),
    "online": ("webpage", ""),
    "patent": ("patent", ""),
    "performance": ("performance", ""),
    "periodical": ("periodical", ""),
    "phdthesis": ("thesis", "phdthesis"),
    "proceedings": ("book", ""),
    "reference": ("book", ""),
    "report": ("report", ""),
    "review": ("review", ""),
    "software": ("software", ""),
    "standard": ("standard", ""),
    "suppbook": ("chapter", ""),
    "suppcollection": ("chapter", ""),
    "suppperiodical": ("article-journal", ""),
    "techreport": ("report", "techreport"),
    "thesis": ("thesis", ""),
    "unpublished": ("manuscript", ""),
    "video": ("motion_picture", ""),
    "webpage": ("webpage", ""),
    "www": ("webpage", ""),
}
"""Entry types and aliases, and the string that biblatex puts in `type` where the entry has none."""

BOOKS: Final = frozenset(
    "book mvbook collection mvcollection proceedings mvproceedings reference mvreference manual booklet".split()
)
PARTS_OF_BOOKS: Final = frozenset(
    "inbook incollection inproceedings conference bookinbook suppbook suppcollection inreference".split()
)
ARTICLES: Final = frozenset(("article", "suppperiodical", "review", "periodical"))

SUBTYPES: Final[Mapping[tuple[str, str], str]] = {
    ("article", "magazine"): "article-magazine",
    ("article", "newspaper"): "article-newspaper",
    ("article", "review"): "review",
    ("inreference", "dictionary"): "entry-dictionary",
    ("online", "blog"): "post-weblog",
    ("online", "forum"): "post",
}
"""What `entrysubtype` makes of an entry type; every other subtype is kept as custom."""

TYPE_STRINGS: Final[Mapping[str, tuple[str, str]]] = {
    #  string        English                   French
    "audiocd": ("audio CD", "CD audio"),
    "bathesis": ("Bachelor’s thesis", "mémoire de licence"),
    "candthesis": ("Candidate thesis", "thèse de candidature"),
    "datacd": ("data CD", "cédérom"),
    "mathesis": ("Master’s thesis", "mémoire de master"),
    "phdthesis": ("PhD thesis", "thèse de doctorat"),
    "resreport": ("research report", "rapport scientifique"),
    "software": ("computer software", "logiciel"),
    "techreport": ("technical report", "rapport technique"),
    "patent": ("patent", "brevet"),
    "patentde": ("German patent", "brevet allemand"),
    "patenteu": ("European patent", "brevet européen"),
    "patentfr": ("French patent", "brevet français"),
    "patentuk": ("British patent", "brevet britannique"),
    "patentus": ("U.S. patent", "brevet américain"),
}
"""Biblatex's localisation keys for the `type` field (english.lbx, french.lbx)."""

COMMON_FIELDS: Final[Mapping[str, str]] = {
    #  field             CSL variable
    "abstract": "abstract",
    "annotation": "annote",
    "annote": "annote",
    "callnumber": "call-number",
    "chapter": "chapter-number",
    "copyright": "license",
    "dimensions": "dimensions",
    "division": "division",
    "duration": "dimensions",
    "edition": "edition",
    "eventtitle": "event-title",
    "isbn": "ISBN",
    "issn": "ISSN",
    "issuetitle": "volume-title",
    "jurisdiction": "jurisdiction",
    "lccn": "call-number",
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
    journal journalsubtitle issuetitle issuesubtitle eventtitle series shorttitle origtitle reviewtitle shortjournal
    """.split()
)
"""Fields where braces guard capital letters."""

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
    "redactor": "editor",
    "reviser": "contributor",
    "collaborator": "contributor",
    "organizer": "organizer",
    "director": "director",
    "translator": "translator",
    "illustrator": "illustrator",
    "producer": "producer",
    "curator": "curator",
}
"""What `editortype` and its sisters say, as CSL variables."""

DATE_FIELDS: Final[Mapping[str, str]] = {
    "date": "issued",
    "eventdate": "event-date",
    "origdate": "original-date",
    "urldate": "accessed",
    "lastchecked": "accessed",
}

EPRINT_ADDRESSES: Final[Mapping[str, str]] = {
    "arxiv": "https://arxiv.org/abs/",
    "googlebooks": "https://books.google.com?id=",
    "hal": "https://hal.science/",
    "hdl": "https://hdl.handle.net/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://www.ncbi.nlm.nih.gov/pubmed/",
}
"""Where an eprint is found, by `eprinttype`."""

VERBATIM_FIELDS: Final = frozenset(
    """
    url doi eprint file pdf isbn issn urlraw verba verbb verbc hal_id hal_version local-url adsurl biburl bibsource ee
    x-fetchedfrom timestamp owner date-added date-modified added-at interhash intrahash mendeley-tags pmid pmcid
    langid crossref xdata xref ids related options eprinttype archiveprefix eprintclass
    primaryclass mrnumber zblnumber lastchecked urldate
    """.split()
)
"""Fields that LaTeX takes letter by letter, and the bookkeeping of reference managers."""

LANGUAGES: Final[Mapping[str, str]] = {
    "acadian": "fr-CA", "afrikaans": "af", "american": "en-US", "arabic": "ar", "australian": "en-AU",
    "austrian": "de-AT", "basque": "eu", "brazil": "pt-BR", "brazilian": "pt-BR", "breton": "br", "british": "en-GB",
    "bulgarian": "bg", "canadian": "en-CA", "canadien": "fr-CA", "catalan": "ca", "chinese": "zh", "croatian": "hr",
    "czech": "cs", "danish": "da", "dutch": "nl", "english": "en", "estonian": "et", "finnish": "fi",
    "francais": "fr", "french": "fr", "frenchb": "fr", "galician": "gl", "german": "de", "germanb": "de",
    "greek": "el", "hebrew": "he", "hungarian": "hu", "icelandic": "is", "indonesian": "id", "irish": "ga",
    "italian": "it", "japanese": "ja", "latin": "la", "latvian": "lv", "lithuanian": "lt", "magyar": "hu",
    "mexican": "es-MX", "naustrian": "de-AT", "newzealand": "en-NZ", "ngerman": "de", "norsk": "nb", "norwegian": "nb",
    "nswissgerman": "de-CH", "nynorsk": "nn", "occitan": "oc", "persian": "fa", "polish": "pl", "portuges": "pt-PT",
    "portuguese": "pt-PT", "romanian": "ro", "russian": "ru", "serbian": "sr", "slovak": "sk", "slovene": "sl",
    "slovenian": "sl", "spanish": "es", "swedish": "sv", "swissgerman": "de-CH", "turkish": "tr", "ukenglish": "en-GB",
    "ukrainian": "uk", "usenglish": "en-US", "vietnamese": "vi", "welsh": "cy",
}  # fmt: skip
"""The language identifiers of babel and polyglossia, as BCP 47 tags."""
