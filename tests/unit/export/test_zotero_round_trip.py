"""What Zotero holds survives the way through citekit: every field and creator type of every item type."""

import pytest

from citekit.errors import InputError
from citekit.export import export
from citekit.export.zotero_items import to_zotero
from citekit.export.zotero_rdf_reader import read_zotero_rdf
from citekit.export.zotero_reading import from_zotero
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_work import Attachment, Creator, ZoteroItem
from citekit.items.name import Name

DATES = {"date": "2020-07-14", "accessDate": "2021-01-05T08:30:00Z", "filingDate": "2019-03-02"}


def full_work(name: str) -> ZoteroItem:
    type_ = zotero_types()[name]
    fields = {own: DATES.get(base, f"{base} of <i>{name}</i>") for base, own in type_.fields.items()}
    fields["citationKey"] = f"key-{name}"
    extra = fields.pop("extra")
    roles = list(type_.creators)
    creators = [Creator(role, f"de La {role}", "Maïté") for role in roles] + [Creator(roles[0], "Institut, de Paris")]
    return ZoteroItem(
        name, fields, creators, ("a, b", "c"), ("auto",), ["<p>Une <b>note</b></p>", "<ul><li>x</li></ul>"],
        [Attachment("Texte", "", "files/1/a.pdf", "application/pdf", 0), Attachment("Lien", "https://x.org/")],
        [extra], ("A/B", "C"),
    )  # fmt: skip


@pytest.mark.parametrize("name", zotero_types())
def test_every_field_and_creator_comes_back_as_it_was(name: str) -> None:
    work = full_work(name)
    again, _ = to_zotero(from_zotero(work))
    assert again.type == name
    assert again.fields == work.fields
    assert sorted(again.creators, key=repr) == sorted(work.creators, key=repr)
    assert (again.tags, again.automatic_tags, again.groups) == (work.tags, work.automatic_tags, work.groups)
    assert (again.notes, again.attachments, again.extra) == (work.notes, work.attachments, work.extra)


def test_all_types_together_have_767_fields_and_170_creator_types() -> None:
    types = zotero_types().values()
    assert len(types) == 37
    assert sum(len(type_.fields) for type_ in types) == 767
    assert sum(len(type_.creators) for type_ in types) == 170


def test_items_written_as_zotero_rdf_are_read_back_equal() -> None:
    items = [from_zotero(full_work(name)) for name in zotero_types()]
    text, _ = export(items, "zotero-rdf")
    again, report = read_zotero_rdf(text, "refs.rdf")
    assert again == items
    assert report.notices == []


def test_people_whom_zotero_calls_creators_become_authors() -> None:
    item = from_zotero(ZoteroItem("videoRecording", {"title": "Film"}, [Creator("creator", "Varda", "Agnès")]))
    assert item.names("author") == (Name("Varda", "Agnès"),)


def test_a_date_that_was_mended_is_written_as_it_is_now() -> None:
    item = from_zotero(ZoteroItem("book", {"date": "14 juillet 2020", "citationKey": "a"}))
    assert to_zotero(item)[0].fields["date"] == "14 juillet 2020"
    mended = item.with_variables({"issued": item.date("issued") and type(item.date("issued"))(literal="1789")})
    assert to_zotero(mended)[0].fields["date"] == "1789"


ZOTERO_RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:vcard="http://nwalsh.com/rdf/vCard#">
 <bib:Article rdf:about="https://example.org/a">
  <z:itemType>journalArticle</z:itemType>
  <dcterms:isPartOf><bib:Journal><dc:title>Esprit</dc:title><prism:volume>4</prism:volume>
   <dc:identifier>ISSN 1234-5678</dc:identifier></bib:Journal></dcterms:isPartOf>
  <dc:publisher><foaf:Organization><vcard:adr><vcard:Address><vcard:locality>Paris</vcard:locality></vcard:Address>
   </vcard:adr><foaf:name>Seuil</foaf:name></foaf:Organization></dc:publisher>
  <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Juan</foaf:surname><foaf:givenName>M.</foaf:givenName>
   </foaf:Person></rdf:li></rdf:Seq></bib:authors>
  <z:translators><rdf:Seq><rdf:li><foaf:Person><foaf:surname>INSET</foaf:surname></foaf:Person></rdf:li></rdf:Seq>
  </z:translators>
  <dcterms:isReferencedBy rdf:resource="#item_2"/><link:link rdf:resource="#item_3"/>
  <dc:subject>b</dc:subject><dc:subject><z:AutomaticTag><rdf:value>c</rdf:value></z:AutomaticTag></dc:subject>
  <dc:title>Titre</dc:title><dc:date>2020-05</dc:date><dcterms:dateSubmitted>2021-01-05 08:30:00</dcterms:dateSubmitted>
  <dc:identifier><dcterms:URI><rdf:value>https://example.org/a</rdf:value></dcterms:URI></dc:identifier>
  <z:citationKey>juan2020</z:citationKey><dc:description>Original Date: 1964
free text</dc:description>
 </bib:Article>
 <bib:Memo rdf:about="#item_2"><rdf:value>&lt;p&gt;Note&lt;/p&gt;</rdf:value></bib:Memo>
 <z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType><z:path rdf:resource="files/3/a.pdf"/>
  <dc:title>PDF</dc:title><z:linkMode>0</z:linkMode><link:type>application/pdf</link:type></z:Attachment>
 <z:Collection rdf:about="#collection_1"><dc:title>A</dc:title>
  <dcterms:hasPart rdf:resource="#collection_2"/></z:Collection>
 <z:Collection rdf:about="#collection_2"><dc:title>B/C</dc:title>
  <dcterms:hasPart rdf:resource="https://example.org/a"/></z:Collection>
</rdf:RDF>"""


def test_a_file_that_zotero_wrote_is_read() -> None:
    [item], report = read_zotero_rdf(ZOTERO_RDF, "z.rdf")
    assert (item.id, item.type, item.location.line) == ("juan2020", "article-journal", 6)
    texts = {name: value for name, value in item.variables.items() if isinstance(value, str)}
    assert texts == {
        "title": "Titre", "container-title": "Esprit", "publisher": "Seuil", "publisher-place": "Paris", "volume": "4",
        "URL": "https://example.org/a", "ISSN": "1234-5678", "keyword": "b", "note": "Note",
    }  # fmt: skip
    assert [item.date(one).iso() for one in ("issued", "accessed", "original-date")] == [
        "2020-05",
        "2021-01-05",
        "1964",
    ]  # type: ignore[union-attr]
    assert (item.names("author"), item.names("translator")[0].literal) == ((Name("Juan", "M."),), "INSET")
    assert item.custom["accessDate"] == "2021-01-05T08:30:00Z"
    assert (item.custom["automatic-tags"], item.custom["extra"]) == ("c", "free text")
    assert '"path": "files/3/a.pdf"' in item.custom["attachments"]
    assert item.groups == ("A/B\u2215C",)
    assert [notice.rule for notice in report.notices] == ["slash-in-collection"]


def test_what_is_no_rdf_is_an_error_with_its_place() -> None:
    with pytest.raises(InputError, match=r"refs.rdf:1:\d+: this is not XML"):
        read_zotero_rdf("@book{a}", "refs.rdf")
    with pytest.raises(InputError, match="its outer element is not rdf:RDF"):
        read_zotero_rdf("<html/>", "refs.rdf")


def test_external_entities_are_not_read() -> None:
    text = '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + ZOTERO_RDF.replace("Titre", "&e;")
    [item], _ = read_zotero_rdf(text)
    assert "title" not in item.variables


def test_editions_and_versions_that_zotero_writes_alike_are_told_apart_by_the_order_of_the_fields() -> None:
    spaces = '''xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
        xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"'''
    editions = "<prism:edition>1</prism:edition><prism:edition>2</prism:edition>"
    node = f'<rdf:Description rdf:about="#a"><z:itemType>standard</z:itemType>{editions}</rdf:Description>'
    [item], _ = read_zotero_rdf(f"<rdf:RDF {spaces}>{node}</rdf:RDF>")
    assert (item.text("version"), item.text("edition")) == ("1", "2")
