"""Zotero RDF."""

from collections.abc import Callable

from citekit.export.zotero_rdf import to_zotero_rdf
from citekit.export.zotero_schema import zotero_types
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name
from citekit.items.variables import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, TEXT_VARIABLES

Find = Callable[[str, str], list[str]]

JUAN = Name("Juan", "Maïté")
INSET = Name(literal="INSET")


def rdf(*items: Item) -> str:
    return to_zotero_rdf(items)[0]


def test_an_item_is_a_description_with_its_type_and_fields_last() -> None:
    text = rdf(Item("juan2020", "book", {"title": "Essais & <i>lettres</i>", "author": (JUAN,)}, tags=("a, b",)))
    body = text.partition('<rdf:Description rdf:about="#item_1">')[2].partition("</rdf:RDF>")[0]
    assert [line.strip() for line in body.splitlines() if line.strip()] == [
        "<z:itemType>book</z:itemType>",
        "<bib:authors>",
        "<rdf:Seq>",
        "<rdf:li>",
        "<foaf:Person>",
        "<foaf:surname>Juan</foaf:surname>",
        "<foaf:givenName>Maïté</foaf:givenName>",
        "</foaf:Person>",
        "</rdf:li>",
        "</rdf:Seq>",
        "</bib:authors>",
        "<dc:subject>a, b</dc:subject>",
        "<z:title>Essais &amp; &lt;i&gt;lettres&lt;/i&gt;</z:title>",
        "<z:citationKey>juan2020</z:citationKey>",
        "</rdf:Description>",
    ]


def test_the_file_declares_its_encoding(find: Find) -> None:
    assert rdf().startswith('<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF ')


def test_a_body_has_a_surname_only(find: Find) -> None:
    text = rdf(Item("a", "book", {"author": (INSET,), "editor": (JUAN,)}))
    assert find(text, "//bib:authors//foaf:Person/*") == ["surname"]
    assert find(text, "//bib:editors/rdf:Seq/rdf:li/foaf:Person/foaf:surname/text()") == ["Juan"]


def test_other_roles_stand_behind_an_empty_statement_one_each(find: Find) -> None:
    text = rdf(Item("a", "book", {"translator": (JUAN, INSET)}))
    assert "<z:translators></z:translators>" in text
    assert find(text, "//z:translators/foaf:Person/foaf:surname/text()") == ["Juan", "INSET"]
    assert find(text, "//z:translators[1]/*") == find(text, "//rdf:Seq") == []


def test_roles_with_names_of_their_own_use_them(find: Find) -> None:
    names = {"performer": (JUAN,), "script-writer": (JUAN,), "producer": (JUAN,)}
    text = rdf(Item("a", "motion_picture", names))
    assert find(text, "//foaf:Person/..") == ["actor", "writer", "producer"]


def test_creators_are_never_written_as_such(find: Find) -> None:
    names = dict.fromkeys(NAME_VARIABLES, (JUAN,))
    text = rdf(*[Item(kind, kind, names) for kind in sorted(ITEM_TYPES)])
    assert find(text, "//z:creators") == []


def test_notes_are_memos_that_the_item_points_to(find: Find) -> None:
    text = rdf(Item("a", "book", {"abstract": "Un."}), Item("b", "book", {"abstract": "Deux.", "note": "Trois."}))
    resource = "/dcterms:isReferencedBy/@rdf:resource"
    assert find(text, "//rdf:Description[@rdf:about='#item_1']" + resource) == ["#note_1"]
    assert find(text, "//rdf:Description[@rdf:about='#item_2']" + resource) == ["#note_2", "#note_3"]
    assert find(text, "//bib:Memo/@rdf:about") == ["#note_1", "#note_2", "#note_3"]
    assert find(text, "//bib:Memo/rdf:value/text()") == ["<p>Un.</p>", "<p>Deux.</p>", "<p>Trois.</p>"]
    assert find(text, "//z:abstractNote/text()") == ["Un.", "Deux."]


def test_links_are_attachments_that_the_item_points_to(find: Find) -> None:
    text = rdf(Item("a", "webpage", {"URL": "https://odas.net/a?b=1&c=2"}))
    assert find(text, "//link:link/@rdf:resource") == ["#att_1"]
    assert find(text, "//z:Attachment[@rdf:about='#att_1']/*") == [
        "itemType",
        "identifier",
        "title",
        "type",
        "linkMode",
    ]
    assert find(text, "//z:Attachment/dc:identifier/dcterms:URI/rdf:value/text()") == ["https://odas.net/a?b=1&c=2"]
    assert find(text, "//z:Attachment/z:linkMode/text()") == ["3"]
    assert find(text, "//z:url/text()") == ["https://odas.net/a?b=1&c=2"]


def test_extra_stands_in_the_description_a_line_a_pair(find: Find) -> None:
    text = rdf(Item("a", "report", {"number-of-pages": "32"}, custom={"shelf": "B 12"}))
    assert find(text, "//dc:description/text()") == ["number-of-pages: 32\nshelf: B 12"]


def test_groups_are_nested_collections_in_their_order(find: Find) -> None:
    text = rdf(
        Item("a", "book", groups=("OUVRAGES",)),
        Item("b", "book", groups=("ARTICLES/Réflexion-Théorie",)),
        Item("c", "book", groups=("ARTICLES/Expériences", "OUVRAGES")),
    )
    assert find(text, "//z:Collection/dc:title/text()") == [
        "OUVRAGES", "ARTICLES", "Réflexion-Théorie", "Expériences"
    ]  # fmt: skip
    parts = "//z:Collection[dc:title='%s']/dcterms:hasPart/@rdf:resource"
    assert find(text, parts % "OUVRAGES") == ["#item_1", "#item_3"]
    assert find(text, parts % "ARTICLES") == ["#collection_3", "#collection_4"]
    assert find(text, parts % "Réflexion-Théorie") == ["#item_2"]
    assert find(text, parts % "Expériences") == ["#item_3"]


def test_items_with_one_address_stay_two(find: Find) -> None:
    same = {"URL": "https://odas.net", "ISBN": "978-2-7492-6000-0"}
    assert find(rdf(Item("a", "book", same), Item("b", "book", same)), "//rdf:Description/@rdf:about") == [
        "#item_1",
        "#item_2",
    ]


def test_every_type_with_every_variable_writes_fields_of_its_type_only(find: Find) -> None:
    variables = (
        dict.fromkeys(TEXT_VARIABLES, "7")
        | dict.fromkeys(NAME_VARIABLES, (JUAN,))
        | dict.fromkeys(DATE_VARIABLES, Date(DatePoint(1999, 5, 3)))
    )
    for kind in sorted(ITEM_TYPES):
        text = rdf(Item("a", kind, variables))
        (name,) = find(text, "//rdf:Description/z:itemType/text()")
        fields = find(text, "//rdf:Description/z:*[text() and not(*)]")
        assert set(fields) <= {"itemType", *zotero_types()[name].fields.values()}
        assert len(fields) == len(set(fields))


def test_control_characters_and_markup_leave_the_file_well_formed(find: Find) -> None:
    wild = "a\x00\x1b\ufffe\ud800]]>&<b \"'"
    item = Item(
        wild, "book", {"title": wild, "note": wild, "URL": wild, "author": (Name(wild, wild),)}, (wild,), (wild,)
    )
    assert find(rdf(item), "//z:title/text()") == ["a]]>&<b \"'"]


def test_all_works_of_the_inset_bibliography_are_exported(find: Find, inset_bib: object) -> None:
    from citekit.bibtex import read_bibtex

    items, _ = read_bibtex(inset_bib)
    text = rdf(*items)
    assert len(find(text, "//rdf:Description/@rdf:about")) == 37
    assert find(text, "//z:citationKey/text()") == [item.id for item in items]
    assert find(text, "//z:Collection/dc:title/text()") == [
        "VIDEO", "GUIDES", "OUVRAGES", "ARTICLES", "Réflexion-Théorie", "Expériences", "SITES"
    ]  # fmt: skip
    assert sorted(find(text, "//dcterms:hasPart/@rdf:resource[starts-with(., '#item_')]")) == sorted(
        f"#item_{i}" for i in range(1, 38)
    )
    annotated = [item for item in items if item.text("abstract")]
    assert len(find(text, "//bib:Memo/rdf:value/text()")) >= len(annotated) > 0
    assert len(find(text, "//z:abstractNote/text()")) == len(annotated)
