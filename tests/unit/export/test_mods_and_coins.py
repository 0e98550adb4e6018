"""MODS and COinS."""

from urllib.parse import parse_qs

from lxml import etree

from citekit.export import export
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.items.name import Name

CHAPTER = Item("juan2020", "chapter", {
    "title": "Des <i>communs</i> & co", "container-title": "Essais", "author": (Name("Gaulle", "Charles", "", "de"),),
    "editor": (Name(literal="INSET"),), "issued": Date(DatePoint(2020, 5), is_circa=True), "publisher": "Seuil",
    "page": "12-15", "collection-title": "Points", "collection-number": "7", "URL": "https://x.org/?a=1&b=2",
    "accessed": Date(DatePoint(2021, 1, 5)), "ISBN": "978-2-07-036822-8", "language": "fr", "scale": "1:2",
}, tags=("a, b",))  # fmt: skip
NAMES = {"m": "http://www.loc.gov/mods/v3"}


def found(path: str) -> list[str]:
    root = etree.fromstring(export([CHAPTER], "mods")[0].encode())
    return [str(one) for one in root.xpath(path, namespaces=NAMES)]


def test_mods_holds_titles_names_and_the_host_with_its_part() -> None:
    assert found("/m:modsCollection/m:mods/m:titleInfo/m:title/text()") == ["Des communs & co"]
    assert found("//m:name[@type='personal']/m:namePart[@type='family']/text()") == ["de Gaulle"]
    assert found("//m:name[@type='corporate']/m:role/m:roleTerm/text()") == ["editor"]
    assert found("//m:relatedItem[@type='host']/m:titleInfo/m:title/text()") == ["Essais"]
    assert found("//m:relatedItem[@type='host']/m:part/m:extent/*/text()") == ["12", "15"]
    assert found("//m:relatedItem[@type='series']/m:titleInfo/*/text()") == ["Points", "7"]
    assert found("//m:genre[@authority='local']/text()") == ["bookSection"]
    assert found("//m:dateIssued/@encoding | //m:dateIssued/@qualifier") == ["edtf", "approximate"]
    assert found("//m:url/@dateLastAccessed") == ["2021-01-05"]
    assert found("//m:identifier[@type='citekey']/text()") == ["juan2020"]


def test_what_mods_cannot_hold_is_told() -> None:
    assert [str(notice) for notice in export([CHAPTER], "mods")[1]] == [
        "warning: juan2020: MODS as written here cannot hold scale [lost]"
    ]


def test_coins_is_a_span_whose_title_is_an_openurl() -> None:
    [span] = etree.fromstring("<p>" + export([CHAPTER], "coins")[0] + "</p>")
    keys = parse_qs(span.get("title") or "")
    assert span.get("class") == "Z3988"
    assert keys["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:book"]
    assert (keys["rft.atitle"], keys["rft.btitle"], keys["rft.genre"]) == (
        ["Des communs & co"],
        ["Essais"],
        ["bookitem"],
    )
    assert (keys["rft.aulast"], keys["rft.au"], keys["rft.date"]) == (["Gaulle"], ["Charles de Gaulle"], ["2020-05~"])
    assert keys["rft_id"] == ["https://x.org/?a=1&b=2"]


def test_what_coins_cannot_hold_is_told_in_one_notice_an_item() -> None:
    [notice] = export([CHAPTER], "coins")[1]
    assert notice.message == "juan2020: COinS cannot hold editor, collection-number, accessed, language, scale"
