"""Readers that measure: what other programs find in the formats that citekit writes and does not read itself.

MODS is read element by element as its guidelines mean them; the formats for Zotero and COinS as Zotero's importers
read them. They are kept apart from the writers and share no tables with them.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from citekit.bibtex import read_entries
from citekit.bibtex.latex import decode
from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_schema import DATE_FIELDS, zotero_types
from citekit.export.zotero_work import LINKED_FILE, Attachment, Creator, ZoteroItem
from citekit.items.csl_json import read_csl_json

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

FOUND_IN_EXTRA = re.compile(r"([A-Za-z][A-Za-z ]*): (.+)")


def own_fields(type_name: str, by_base: dict[str, str]) -> dict[str, str]:
    """Fields given by their base names, under the names of the type; those that it does not have are dropped."""
    own = zotero_types()[type_name].fields
    return {own[base]: text for base, text in by_base.items() if base in own and text}


def take_extra(work: ZoteroItem, lines: list[str]) -> None:
    """Put lines of Extra where Zotero puts them: into the type, the field or the role of that name."""
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
    fields = {own.casefold(): own for own in type_.fields.values()} | {"genre": type_.fields.get("type", "")}
    roles = {role.casefold(): role for role in type_.creators}
    for line in lines:
        match = FOUND_IN_EXTRA.fullmatch(line)
        key, text = (match[1].replace(" ", "").casefold(), match[2]) if match else ("", "")
        if fields.get(key) and key != "extra":
            work.fields.setdefault(fields[key], text)
        elif key in roles:
            surname, _, given = text.partition("||")
            work.creators.append(Creator(roles[key], surname.strip(), given.strip()))
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
        fields["pages"] = "-".join(pages)
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
    for note in find("m:note[@type='extra']"):
        take_extra(work, note.split("\n"))
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


def read_csl_json_zotero(text: str) -> ZoteroItem:
    """The one item of a CSL-JSON file, as Zotero reads it."""
    data = json.loads(text)
    lines = data[0].pop("note", "").split("\n")
    if "accessed" in data[0]:
        data[0]["accessed"] = {"raw": data[0]["accessed"]["raw"][:10]}
    item = read_csl_json(json.dumps(data))[0][0]
    for name in ("film", "videoRecording"):
        if f"Type: {name}" in lines:
            # Of a motion picture Zotero reads the fields of both its types.
            item = replace(item, custom={**item.custom, "itemType": name})
    work, _ = to_zotero(item)
    for variable in ("issued", "original-date"):
        own = zotero_types()[work.type].fields.get(DATE_FIELDS[variable], "")
        if own in work.fields:
            # Zotero keeps a raw date letter by letter.
            work.fields[own] = data[0][variable]["raw"]
    work.extra, work.notes, work.attachments = [], [], []
    take_extra(work, [line for line in lines if line])
    return work
