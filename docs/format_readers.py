"""Readers that measure: what other programs find in the formats that citekit writes and does not read itself.

MODS is read element by element as its guidelines mean them; the formats for Zotero and COinS as Zotero's importers
read them. They are kept apart from the writers and share no tables with them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from citekit.bibtex import read_entries
from citekit.bibtex.latex import decode
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_work import LINKED_FILE, Attachment, Creator, ZoteroItem

MODS = {"m": "http://www.loc.gov/mods/v3"}
MODS_FIELDS = {
    "title": "m:titleInfo[not(@type)]/m:title", "shortTitle": "m:titleInfo[@type='abbreviated']/m:title",
    "abstractNote": "m:abstract", "rights": "m:accessCondition", "callNumber": "m:classification",
    "date": "m:originInfo/m:dateIssued", "place": "m:originInfo/m:place/m:placeTerm",
    "publisher": "m:originInfo/m:publisher", "edition": "m:originInfo/m:edition",
    "url": "m:location/m:url[@usage]", "archiveLocation": "m:location/m:physicalLocation",
    "accessDate": "m:location/m:url/@dateLastAccessed | m:originInfo/m:dateCaptured",
    "language": "m:language/m:languageTerm", "medium": "m:physicalDescription/m:form",
    "type": "m:genre[not(@authority)]", "scale": "m:subject/m:cartographics/m:scale",
    "libraryCatalog": "m:recordInfo/m:recordContentSource",
    "publicationTitle": "m:relatedItem[@type='host']/m:titleInfo[not(@type)]/m:title",
    "journalAbbreviation": "m:relatedItem[@type='host']/m:titleInfo[@type='abbreviated']/m:title",
    "series": "m:relatedItem[@type='series']/m:titleInfo/m:title",
    "seriesText": "m:relatedItem[@type='series']/m:titleInfo/m:subTitle",
    "seriesNumber": "m:relatedItem[@type='series']/m:titleInfo/m:partNumber",
    "originalDate": "m:relatedItem[@type='original']/m:originInfo/m:dateIssued",
    "originalPublisher": "m:relatedItem[@type='original']/m:originInfo/m:publisher",
    "originalPlace": "m:relatedItem[@type='original']/m:originInfo/m:place/m:placeTerm",
    "DOI": "m:identifier[@type='doi']", "ISBN": "m:identifier[@type='isbn']", "ISSN": "m:identifier[@type='issn']",
    "PMID": "m:identifier[@type='pmid']", "PMCID": "m:identifier[@type='pmcid']",
    "number": "m:identifier[@type='local']", "citationKey": "m:identifier[@type='citekey']",
    "volume": ".//m:detail[@type='volume']/m:number", "issue": ".//m:detail[@type='issue']/m:number",
    "section": ".//m:detail[@type='section']/m:number", "partNumber": ".//m:detail[@type='part']/m:number",
    "numPages": "m:physicalDescription/m:extent[@unit='pages']",
    "numberOfVolumes": "m:physicalDescription/m:extent[@unit='volumes']",
}  # fmt: skip

BIBTEX_TYPES = {
    "article": "journalArticle", "artwork": "artwork", "audio": "audioRecording", "book": "book",
    "incollection": "bookSection", "inproceedings": "conferencePaper", "inreference": "encyclopediaArticle",
    "jurisdiction": "case", "legislation": "bill", "letter": "letter", "misc": "document", "movie": "film",
    "online": "webpage", "patent": "patent", "report": "report", "software": "computerProgram", "thesis": "thesis",
    "unpublished": "manuscript", "video": "videoRecording",
}  # fmt: skip
BIBTEX_FIELDS = {
    "abstract": "abstractNote", "address": "place", "assignee": "assignee", "booktitle": "publicationTitle",
    "chapter": "section", "copyright": "rights", "date": "date", "doi": "DOI", "edition": "edition",
    "eventtitle": "conferenceName", "isbn": "ISBN", "issn": "ISSN", "issue": "issue",
    "journaltitle": "publicationTitle", "language": "language", "nationality": "country", "pages": "pages",
    "pagetotal": "numPages", "pmcid": "PMCID", "pmid": "PMID", "publisher": "publisher", "school": "publisher",
    "series": "series", "shortjournal": "journalAbbreviation", "shorttitle": "shortTitle", "title": "title",
    "type": "type", "url": "url", "urldate": "accessDate", "volume": "volume",
}  # fmt: skip
BIBTEX_VERBATIM = ("url", "doi", "isbn", "issn", "pmid", "pmcid", "urldate")
BIBTEX_NUMBERS = {"report": "number", "patent": "number", "book": "seriesNumber", "bookSection": "seriesNumber"}

COINS_TYPES = {
    "journal": "journalArticle",
    "dissertation": "thesis",
    "patent": "patent",
    "dc": "webpage",
    "book": "book",
}
COINS_GENRES = {"bookitem": "bookSection", "proceeding": "conferencePaper", "report": "report"}
COINS_KEYS = {
    "atitle": "title", "jtitle": "publicationTitle", "stitle": "journalAbbreviation", "title": "title", "date": "date",
    "volume": "volume", "issue": "issue", "pages": "pages", "issn": "ISSN", "isbn": "ISBN", "pub": "publisher",
    "publisher": "publisher", "place": "place", "tpages": "numPages", "edition": "edition", "inst": "publisher",
    "degree": "type", "assignee": "assignee", "number": "number", "description": "abstractNote", "rights": "rights",
    "language": "language", "source": "publicationTitle",
}  # fmt: skip

CSL_TYPES = {
    "article": "preprint", "article-journal": "journalArticle", "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle", "bill": "bill", "book": "book", "broadcast": "podcast",
    "chapter": "bookSection", "dataset": "dataset", "document": "document", "entry-dictionary": "dictionaryEntry",
    "entry-encyclopedia": "encyclopediaArticle", "graphic": "artwork", "hearing": "hearing", "interview": "interview",
    "legal_case": "case", "legislation": "statute", "manuscript": "manuscript", "map": "map", "motion_picture": "film",
    "paper-conference": "conferencePaper", "patent": "patent", "personal_communication": "letter", "post": "forumPost",
    "post-weblog": "blogPost", "report": "report", "song": "audioRecording", "speech": "presentation",
    "standard": "standard", "thesis": "thesis", "webpage": "webpage",
}  # fmt: skip
CSL_BROADCAST = {
    "archive", "archive_location", "container-title", "event-place", "publisher", "publisher-place", "source",
}  # fmt: skip
CSL_RECORDED = {"collection-title", "volume", "number-of-volumes", "ISBN"}
CSL_TEXT = {
    "abstract": "abstractNote", "archive": "archive", "archive_location": "archiveLocation", "authority": "authority",
    "call-number": "callNumber applicationNumber", "chapter-number": "session", "citation-key": "citationKey",
    "collection-number": "seriesNumber", "collection-title": "seriesTitle series",
    "container-title": "publicationTitle reporter code", "dimensions": "artworkSize runningTime", "DOI": "DOI",
    "edition": "edition", "event-place": "eventPlace", "event-title": "meetingName conferenceName",
    "genre": "type programmingLanguage", "ISBN": "ISBN", "ISSN": "ISSN", "issue": "issue priorityNumbers",
    "journalAbbreviation": "journalAbbreviation", "language": "language", "license": "rights",
    "medium": "medium system", "number": "number", "number-of-pages": "numPages",
    "number-of-volumes": "numberOfVolumes", "original-publisher": "originalPublisher",
    "original-publisher-place": "originalPlace", "part-number": "partNumber", "part-title": "partTitle",
    "page": "pages", "PMID": "PMID", "PMCID": "PMCID", "publisher": "publisher", "publisher-place": "place",
    "references": "history references", "scale": "scale", "section": "section committee", "source": "libraryCatalog",
    "status": "status", "title": "title", "title-short": "shortTitle", "URL": "url", "version": "versionNumber",
    "volume": "volume codeNumber",
}  # fmt: skip
CSL_DATES = {"accessed": "accessDate", "issued": "date", "submitted": "filingDate", "original-date": "originalDate"}
CSL_NAMES = {
    "author": "author", "container-author": "bookAuthor", "chair": "chair", "performer": "castMember",
    "composer": "composer", "contributor": "contributor", "director": "director", "editor": "editor",
    "executive-producer": "executiveProducer", "guest": "guest", "host": "host", "interviewer": "interviewer",
    "narrator": "narrator", "original-author": "originalCreator", "organizer": "organizer", "producer": "producer",
    "recipient": "recipient", "reviewed-author": "reviewedAuthor", "series-creator": "seriesCreator",
    "collection-editor": "seriesEditor", "script-writer": "scriptwriter", "translator": "translator",
}  # fmt: skip

# A key reaches to the last colon that such letters lead to; what stands behind is trimmed.
FOUND_IN_EXTRA = re.compile(r"([A-Za-z][A-Z -_a-z]*):(.+)")


def own_fields(type_name: str, by_base: dict[str, str]) -> dict[str, str]:
    """Fields given by their base names, under the names of the type; those that it does not have are dropped."""
    own = zotero_types()[type_name].fields
    return {own[base]: text for base, text in by_base.items() if base in own and text}


def take_extra(work: ZoteroItem, lines: list[str]) -> None:
    """Put lines of Extra where Zotero puts them: into the type or the field of that name, but never into a role."""
    said = [line.removeprefix("Type: ") for line in lines if line.startswith("Type: ")]
    if said and said[-1] in zotero_types():
        work.fields = own_fields(
            said[-1],
            {base: work.fields[own] for base, own in zotero_types()[work.type].fields.items() if own in work.fields},
        )
        work.type = said[-1]
        roles = zotero_types()[work.type].creators
        work.creators = [one if one.role in roles else replace(one, role=roles[0]) for one in work.creators]
    type_ = zotero_types()[work.type]
    fields = {own.casefold(): own for own in type_.fields.values()} | {"genre": type_.fields.get("genre", "")}
    for line in lines:
        match = FOUND_IN_EXTRA.fullmatch(line)
        key, text = (match[1].replace(" ", "").casefold(), match[2].strip()) if match else ("", "")
        if fields.get(key) and key != "extra":
            work.fields.setdefault(fields[key], text)
        elif line not in [f"Type: {one}" for one in said]:
            work.extra.append(line)


def read_mods(text: str) -> ZoteroItem:
    """The one item of a MODS collection."""
    root = etree.fromstring(text.encode("utf-8"))[0]

    def find(path: str) -> list[str]:
        found = root.xpath(path, namespaces=MODS)
        return [str(one) if isinstance(one, str) else one.text or "" for one in found]

    type_name = find("m:genre[@authority='local']")[0]
    fields = {base: found[0] for base, path in MODS_FIELDS.items() if (found := find(path))}
    for base in ("numPages", "numberOfVolumes"):
        fields[base] = re.sub(r"^(\d+) [pv]\.$", r"\1", fields.get(base, ""))
    pages = find(".//m:part/m:extent/*")
    if pages:
        fields["pages"] = "-".join(dict.fromkeys(pages))
    if "series" not in zotero_types()[type_name].fields:
        fields["seriesTitle"] = fields.get("series", "")
    work = ZoteroItem(type_name, own_fields(type_name, fields))
    for node in root.xpath(".//m:name", namespaces=MODS):
        parts = [one.text for one in node.xpath("m:namePart", namespaces=MODS)]
        terms = [one.text for one in node.xpath("m:role/m:roleTerm[@type='text']", namespaces=MODS)]
        role = next(one for one in reversed(terms) if one in zotero_types()[type_name].creators)
        # "contributor" stands behind the role that a program may not know.
        known = [one for one in terms if one in zotero_types()[type_name].creators and one != "contributor"]
        work.creators.append(Creator(known[-1] if known else role, *parts))
    work.notes = find("m:note[not(@type)]")
    work.tags = tuple(find("m:subject/m:topic"))
    work.attachments = [Attachment("", url) for url in find("m:location/m:url")]
    return work


def read_coins(text: str) -> ZoteroItem:
    """The one item of a page with one span."""
    query = re.search(r'title="([^"]*)"', text)
    pairs = [pair.partition("=") for pair in (query[1] if query else "").replace("&amp;", "&").split("&")]
    keys = [(key.removeprefix("rft."), unquote(value)) for key, _, value in pairs]
    given = dict(keys)
    form = given["rft_val_fmt"].rpartition(":")[2]
    type_name = COINS_GENRES.get(given.get("genre", ""), COINS_TYPES[form])
    if form == "dc":
        type_name = given["type"]
    work = ZoteroItem(type_name)
    fields = {COINS_KEYS[key]: value for key, value in keys if key in COINS_KEYS}
    if "btitle" in given:
        fields["publicationTitle" if "atitle" in given else "title"] = given["btitle"]
    if "series" in given:
        fields["seriesTitle" if type_name == "report" else "series"] = given["series"]
    people: list[tuple[str, str]] = []
    for key, value in keys:
        if key == "rft_id":
            fields["DOI" if value.startswith("info:doi/") else "url"] = value.removeprefix("info:doi/")
        elif key == "identifier":
            fields[value[:4]] = value[5:]
        elif key in ("au", "aucorp", "creator", "inventor", "contributor"):
            people.append((key, value))
    work.fields = own_fields(type_name, fields)
    for key, value in people:
        surname, _, first = (value, "", "") if key == "aucorp" else value.partition(", ")
        role = "contributor" if key == "contributor" else zotero_types()[type_name].creators[0]
        work.creators.append(Creator(role, surname, first))
    work.tags = tuple(value for key, value in keys if key == "subject")
    work.attachments = [Attachment("", work.fields["url"])] if "url" in work.fields else []
    return work


def split_outside_braces(source: str, separator: str) -> list[str]:
    """The parts of a BibTeX value between separators that stand outside of braces."""
    parts, depth, start, i = [], 0, 0, 0
    while i < len(source):
        if source[i] == "\\":
            i += 1
        elif source[i] in "{}":
            depth += 1 if source[i] == "{" else -1
        elif depth == 0 and source.startswith(separator, i):
            parts.append(source[start:i])
            i += len(separator) - 1
            start = i + 1
        i += 1
    return [*parts, source[start:]]


def read_bibtex_zotero(text: str) -> ZoteroItem:
    """The one entry of a BibTeX file, as Zotero reads it."""
    entry = read_entries(text).entries[0]
    type_name = BIBTEX_TYPES[entry.type]
    fields: dict[str, str] = {}
    work = ZoteroItem(type_name)
    for name in entry.fields:
        source = entry.value(name)
        value = source if name in BIBTEX_VERBATIM else decode(source).text
        if name == "number":
            fields[BIBTEX_NUMBERS.get(type_name, "issue")] = value
        elif name == "location" and type_name == "conferencePaper":
            fields["eventPlace"] = value
        elif name in BIBTEX_FIELDS:
            fields[BIBTEX_FIELDS[name]] = value
        elif name in ("annote", "note", "comment", "review"):
            work.notes.append(f"<p>{value}</p>")
        elif name == "keywords":
            work.tags = tuple(re.split(r"\s*[,;]\s*", value))
        elif name == "file":
            work.attachments = [Attachment("", "", one.split(":")[1], "", LINKED_FILE) for one in value.split(";")]
        elif name in ("author", "editor", "translator"):
            role = zotero_types()[type_name].creators[0] if name == "author" else name
            for person in split_outside_braces(source, " and "):
                parts = [decode(part).text for part in split_outside_braces(person, ", ")]
                given = ", ".join([*parts[-1:], *parts[1:-1]]) if len(parts) > 1 else ""
                work.creators.append(Creator(role, parts[0], given))
    work.fields = own_fields(type_name, fields)
    return work


def read_ris(text: str, read: Callable[[str], ZoteroItem]) -> ZoteroItem:
    """The one item of an RIS file as other programs read it: people in labelled lines of M2 are none to them."""
    roles = {role.casefold() for type_ in zotero_types().values() for role in type_.creators}
    kept: list[str] = []
    aside: list[str] = []
    for line in text.splitlines():
        label = re.fullmatch(r"M2  - ([A-Za-z ]+): .*", line)
        name = label[1].replace(" ", "").casefold() if label else ""
        is_aside = label is not None and (name in roles or label[1] == "genre")
        (aside if is_aside else kept).append(line)
    work = read("\r\n".join(kept))
    work.extra = [*work.extra, *[line.removeprefix("M2  - ") for line in aside]]
    return work


def read_csl_json_zotero(text: str) -> ZoteroItem:
    """The one item of a CSL-JSON file, as Zotero reads it (zotero/utilities, `itemFromCSLJSON`)."""
    data = json.loads(text)[0]
    type_name = csl_first_type(data)
    type_ = zotero_types()[type_name]
    fields = {}
    for variable, bases in CSL_TEXT.items():
        base = next((base for base in bases.split() if base in type_.fields), "")
        if base and variable in data:
            fields[base] = data[variable]
    for variable, base in CSL_DATES.items():
        if base in type_.fields and variable in data:
            # Zotero keeps a raw date letter by letter, but for the time of day of an access.
            fields[base] = data[variable]["raw"][:10] if variable == "accessed" else data[variable]["raw"]
    work = ZoteroItem(type_name, own_fields(type_name, fields))
    for variable, role in CSL_NAMES.items():
        for name in data.get(variable, ()):
            known = role if role in type_.creators else type_.creators[0]
            surname = name.get("family", name.get("literal", ""))
            work.creators.append(Creator(known, surname, name.get("given", "")))
    take_extra(work, data.get("note", "").split("\n"))
    return work


def csl_first_type(data: dict[str, object]) -> str:
    """What Zotero takes an item for before it reads the lines of Extra."""
    found = CSL_TYPES[str(data["type"])]
    if found == "podcast" and data.keys() & CSL_BROADCAST:
        return "radioBroadcast" if {"author", "director"} <= data.keys() else "tvBroadcast"
    return "videoRecording" if found == "film" and data.keys() & CSL_RECORDED else found
