"""Addresses and identifiers."""

import pytest

from citekit.french.addresses import clean_address, is_isbn, is_issn, without_proxy


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=Ne2qr3Wxxrw&t=9s",
        "https://a.fr/b?id=3&ref=doi",
        "https://a.fr/#section",
        "http://a.fr/spip.php?rubrique534",
        "https://fr.wikipedia.org/wiki/Analyse_%C3%A9",
    ],
)
def test_what_belongs_to_an_address_stays(address):
    assert clean_address(address) == address


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("\\url{https://a.fr/b\\_c}", "https://a.fr/b_c"),
        ("<https://a.fr/>", "https://a.fr/"),
        ("https://a.fr/b?utm_source=x&id=3#top", "https://a.fr/b?id=3#top"),
        ("https://a.fr/b;jsessionid=0A1B?x=1", "https://a.fr/b?x=1"),
        ("https://a.fr/b#xtor=AL-32280270", "https://a.fr/b"),
    ],
)
def test_what_counts_visits_or_wraps_goes(address, expected):
    assert clean_address(address) == expected


def test_a_proxy_in_front_of_a_known_platform_is_certain():
    assert without_proxy("https://www-cairn-info.icp.idm.oclc.org/a") == ("https://www.cairn.info/a", True)
    assert without_proxy("https://shs-cairn-info.portail.psl.eu/a") == ("https://shs.cairn.info/a", True)
    assert without_proxy("http://p.proxy.u.ca/login?url=http://a.fr/b") == ("http://a.fr/b", True)
    assert without_proxy("https://a-b-fr.icp.idm.oclc.org/") == ("https://a.b.fr/", False)


def test_a_doi_leaves_its_address(normalized):
    item, _ = normalized(URL="http://dx.doi.org/10.4171/083")
    assert (item.text("DOI"), item.text("URL")) == ("10.4171/083", "")
    assert item.custom["URL-as-given"] == "http://dx.doi.org/10.4171/083"


def test_another_address_stays_beside_a_doi(normalized):
    item, _ = normalized(URL="https://journals.openedition.org/1", DOI="https://doi.org/10.4171/083")
    assert (item.text("DOI"), item.text("URL")) == ("10.4171/083", "https://journals.openedition.org/1")


def test_an_address_cut_short_is_noticed_and_never_completed(normalized):
    item, report = normalized(URL="https://odas.net/documents/2019-")
    assert item.text("URL") == "https://odas.net/documents/2019-"
    assert [notice.rule for notice in report.notices] == ["address-truncated"]


def test_check_digits_decide():
    assert is_isbn("978-2-07-036822-8")
    assert not is_isbn("978-2-07-036822-9")
    assert not is_issn("0036-9420")
    assert is_issn("0767-3701")


def test_the_first_valid_isbn_is_kept_and_the_others_beside(normalized):
    item, _ = normalized(ISBN="978-2-07-036822-9, 978-2-07-036024-6")
    assert item.text("ISBN") == "978-2-07-036024-6"
    assert item.custom["ISBN-as-given"] == "978-2-07-036822-9, 978-2-07-036024-6"


def test_an_isbn_whose_check_digit_is_wrong_is_noticed(normalized):
    item, report = normalized(ISBN="978-2-07-036822-9")
    assert item.text("ISBN") == "978-2-07-036822-9"
    assert [notice.rule for notice in report.notices] == ["isbn-doubtful"]


@pytest.mark.parametrize(
    ("address", "direct"),
    [
        ("https://www-cairn-info.bibliopam.ens-lyon.fr/revue-x.htm", "https://www.cairn.info/revue-x.htm"),
        ("https://www-universalis--edu-com.janus.biu.sorbonne.fr/e", "https://www.universalis-edu.com/e"),
        ("https://www.nature.com.br/a", "https://www.nature.com.br/a"),
        ("https://www.cairn.info/revue-x.htm", "https://www.cairn.info/revue-x.htm"),
    ],
)
def test_a_known_platform_behind_any_proxy_is_recognised(address, direct):
    assert without_proxy(address)[0] == direct


def test_the_time_at_which_a_film_starts_is_only_proposed_to_go(normalized):
    item, report = normalized("motion_picture", URL="https://www.youtube.com/watch?v=Ne2qr3&t=9s")
    assert item.text("URL") == "https://www.youtube.com/watch?v=Ne2qr3&t=9s"
    assert [change.after for change in report.changes] == ["https://www.youtube.com/watch?v=Ne2qr3"]
