"""COinS: OpenURLs in spans."""

from urllib.parse import parse_qs

import pytest
from lxml import etree

from citekit.export import export
from citekit.export.loss import lost_parts
from citekit.export.zotero_reading import from_zotero
from citekit.export.zotero_schema import zotero_types
from citekit.export.zotero_work import Creator, ZoteroItem
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name

CHAPTER = Item("juan2020", "chapter", {
    "title": "Des <i>communs</i> & co", "container-title": "Essais", "author": (Name("Gaulle", "Charles", "", "de"),),
    "editor": (Name(literal="INSET"),), "issued": Date(DatePoint(2020, 5), is_circa=True),
    "URL": "https://x.org/?a=1&b=2", "language": "fr", "scale": "1:2",
}, tags=("a, b",), groups=("G",))  # fmt: skip

# The keys of the metadata formats of ANSI/NISO Z39.88-2004 that are registered as matrices of keys and values.
PEOPLE = "aulast aufirst auinit auinit1 auinitm ausuffix au aucorp"
REGISTERED = {
    "book": f"btitle atitle title place pub date edition tpages series issn isbn bici genre spage epage pages {PEOPLE}",
    "journal": f"""atitle jtitle stitle title date chron ssn quarter volume part issue spage epage pages artnum issn
        eissn isbn coden sici genre {PEOPLE}""",
    "dissertation": f"title co cc inst advisor date tpages isbn degree {PEOPLE}",
    "patent": """title inventor invlast invfirst assignee number co cc kind appldate applnumber applcc applyear date
        prioritydate pubdate applno""",
    "dc": """title creator subject description publisher contributor date type format identifier source language
        relation coverage rights""",
}


def keys(item: Item) -> dict[str, list[str]]:
    [span] = etree.fromstring("<p>" + export([item], "coins")[0] + "</p>")
    assert span.get("class") == "Z3988"
    return parse_qs(span.get("title") or "")


@pytest.mark.parametrize("name", zotero_types())
def test_every_type_uses_registered_keys_only(name: str) -> None:
    type_ = zotero_types()[name]
    fields = {own: f"{base} of {name}" for base, own in type_.fields.items()}
    people = [Creator(role, "Juan", "Maïté") for role in type_.creators] + [Creator(type_.creators[0], "INSET")]
    found = keys(from_zotero(ZoteroItem(name, fields, people, ("a",))))
    form = found["rft_val_fmt"][0].rpartition(":")[2]
    unknown = {key.removeprefix("rft.") for key in found if key.startswith("rft.")} - set(REGISTERED[form].split())
    assert unknown == set()


def test_the_title_of_a_span_is_an_openurl() -> None:
    found = keys(CHAPTER)
    assert found["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:book"]
    assert (found["rft.atitle"], found["rft.btitle"], found["rft.genre"]) == (
        ["Des communs & co"],
        ["Essais"],
        ["bookitem"],
    )
    assert (found["rft.aulast"], found["rft.aufirst"], found["rft.au"]) == (
        ["de Gaulle"],
        ["Charles"],
        ["de Gaulle, Charles"],
    )
    assert (found["rft.date"], found["rft_id"]) == (["2020-05~"], ["https://x.org/?a=1&b=2"])


def test_dublin_core_says_the_type_and_has_a_subject_for_each_tag() -> None:
    found = keys(Item("a", "webpage", {"author": (Name(literal="INSET"),), "ISSN": "1234-5678"}, ("b", "c")))
    assert (found["rft.type"], found["rft.creator"], found["rft.subject"]) == (["webpage"], ["INSET"], ["b", "c"])


def test_a_body_is_a_corporate_author_where_the_format_has_one() -> None:
    assert keys(Item("a", "book", {"author": (Name(literal="Ville, de Paris"),)}))["rft.aucorp"] == ["Ville, de Paris"]


def test_what_coins_cannot_hold_is_told_part_by_part() -> None:
    assert [notice.message for notice in export([CHAPTER], "coins")[1]] == [
        "juan2020: COinS changes title (without its markup)",
        "juan2020: COinS cannot hold citationKey",
        "juan2020: COinS cannot hold language",
        "juan2020: COinS cannot hold editor",
        "juan2020: COinS cannot hold extra (scale: 1:2)",
        "juan2020: COinS cannot hold tags (a, b)",
        "juan2020: COinS cannot hold collections (G)",
    ]


def test_a_body_of_several_words_ends_in_a_comma_where_it_would_be_taken_for_a_person() -> None:
    found = keys(Item("a", "webpage", {"author": (Name(literal="Ville de Paris"), Name(literal="INSET"))}))
    assert found["rft.creator"] == ["Ville de Paris,", "INSET"]
    assert keys(Item("a", "book", {"author": (Name(literal="Ville de Paris"),)}))["rft.aucorp"] == ["Ville de Paris"]


def test_the_first_author_is_said_once_where_zotero_would_spell_the_name_in_two_ways() -> None:
    found = keys(Item("a", "book", {"author": (Name("Martin", "JP"), Name("Durand", "Anne"))}))
    assert (found["rft.aulast"], found["rft.aufirst"], found["rft.au"]) == (["Martin"], ["JP"], ["Durand, Anne"])


@pytest.mark.parametrize(
    ("given", "is_told"),
    [("Anne", False), ("J.-P.", False), ("Anne M.", False), ("JP", True), ("J", True), ("Ph.", True), ("A., Jr", True)],
)
def test_names_that_zotero_spells_in_its_own_way_are_told(given: str, is_told: bool) -> None:
    item = Item("a", "webpage", {"author": (Name("Martin", given),)})
    assert ("author" in lost_parts(export([item], "coins")[1])) is is_told


def test_what_is_no_address_of_the_web_is_told() -> None:
    assert "url" in lost_parts(export([Item("a", "book", {"URL": "doi:10.1/x"})], "coins")[1])
    assert "url" not in lost_parts(export([Item("a", "book", {"URL": "https://x.org"})], "coins")[1])
