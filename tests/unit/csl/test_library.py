"""Finding styles and locales by name, id, path and XML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citekit.csl import library
from citekit.csl.library import Library, StyleHit, available_locales, find_locale, find_style, search_styles
from citekit.errors import StyleError

NAMESPACE = "http://purl.org/net/xbiblio/csl"


def independent(title: str) -> str:
    return (
        f'<style xmlns="{NAMESPACE}" version="1.0" class="note" default-locale="de-DE">'
        f"<info><title>{title}</title></info>"
        '<citation><layout><text variable="title"/></layout></citation></style>'
    )


def dependent(title: str, parent: str, attributes: str = "") -> str:
    return (
        f'<style xmlns="{NAMESPACE}" version="1.0" {attributes}><info><title>{title}</title>'
        f'<link href="http://www.zotero.org/styles/{parent}" rel="independent-parent"/></info></style>'
    )


@pytest.fixture
def shelf(tmp_path: Path) -> Library:
    """A library with one style of our own and some official ones."""
    own, official = tmp_path / "own", tmp_path / "official"
    files = {
        own / "house.csl": independent("House"),
        official / "house.csl": independent("Not this one"),
        official / "law.csl": independent("Droit de l’Été"),
        official / "dependent" / "court.csl": dependent("Court", "law", 'default-locale="fr-FR"'),
        official / "dependent" / "judge.csl": dependent("Judge", "law"),
        official / "dependent" / "orphan.csl": dependent("Orphan", "nowhere"),
        official / "dependent" / "circle.csl": dependent("Circle", "circle"),
        official / "renamed-styles.json": json.dumps({"jus": "law"}),
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    folders = [
        library._Folder(own, False, "citekit"),
        library._Folder(official, False, "official"),
        library._Folder(official / "dependent", True, "official"),
    ]
    return Library(folders, None)


def refused(shelf: Library, name: str) -> str:
    with pytest.raises(StyleError) as caught:
        shelf.find_style(name)
    assert caught.value.remedy
    return str(caught.value)


@pytest.mark.parametrize("name", ["law", "law.csl", " law ", "Law", "http://www.zotero.org/styles/law", "jus"])
def test_a_style_is_found_by_name_id_and_former_name(shelf: Library, name: str):
    style, notices = shelf.find_style(name)
    assert (style.info.title, notices) == ("Droit de l’Été", [])


def test_our_own_styles_come_first(shelf: Library):
    assert shelf.find_style("house")[0].info.title == "House"


def test_a_style_is_found_by_its_path(shelf: Library, tmp_path: Path):
    path = tmp_path / "official" / "house.csl"
    style, _ = shelf.find_style(str(path))
    assert (style.info.title, style.file) == ("Not this one", str(path))


def test_a_file_at_hand_goes_before_a_packaged_style_of_its_name(
    shelf: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "law.csl").write_text(independent("Mine"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert shelf.find_style("law.csl")[0].info.title == "Mine"
    assert shelf.find_style("law")[0].info.title == "Droit de l’Été"


def test_a_style_can_be_given_as_xml(shelf: Library):
    assert shelf.find_style("\ufeff \n" + independent("Typed"))[0].info.title == "Typed"


def test_a_dependent_style_is_its_parent_with_its_own_info_and_locale(shelf: Library):
    style, _ = shelf.find_style("court")
    assert (style.info.title, style.default_locale, style.style_class) == ("Court", "fr-FR", "note")
    assert style.info.independent_parent == "http://www.zotero.org/styles/law"
    assert shelf.find_style("judge")[0].default_locale == "de-DE"


def test_a_dependent_style_without_its_parent_is_refused(shelf: Library):
    assert "depends on http://www.zotero.org/styles/nowhere, which is not installed" in refused(shelf, "orphan")
    assert "without end" in refused(shelf, "circle")


def test_an_unknown_name_is_refused_with_the_nearest(shelf: Library):
    assert refused(shelf, "hous") == (
        "no style is called 'hous'; nearest: house; look with: citekit styles search hous"
    )
    assert "no style is called 'zzz'; look with" in refused(shelf, "zzz")


@pytest.mark.parametrize("name", ["", " ", "..", "a\0b", "x" * 5000, "http://www.zotero.org/styles/", "dependent"])
def test_what_is_no_name_is_refused_as_unknown(shelf: Library, name: str):
    assert "no style is called" in refused(shelf, name)


def test_files_that_cannot_be_read_are_refused(shelf: Library, tmp_path: Path):
    assert "the style is a directory" in refused(shelf, str(tmp_path))
    assert "there is no such style" in refused(shelf, str(tmp_path / "none.csl"))
    large = tmp_path / "large.csl"
    with large.open("wb") as file:
        file.truncate(10_000_000_000)
    assert "more than 8 MB" in refused(shelf, str(large))


def test_a_search_wants_every_word_in_name_or_title_whatever_its_case_and_accents(shelf: Library):
    assert shelf.search_styles("LAW ete") == [StyleHit("law", "Droit de l’Été", False, "official")]
    assert [hit.name for hit in shelf.search_styles("ete court")] == []
    assert shelf.search_styles("") == []


def test_a_search_shows_our_own_styles_first_and_each_name_once(shelf: Library):
    assert [(hit.name, hit.origin) for hit in shelf.search_styles("o")] == [
        ("house", "citekit"),
        ("law", "official"),
        ("court", "official"),
        ("orphan", "official"),
    ]


def test_a_library_without_locale_files_still_gives_a_locale(shelf: Library):
    locale, notices = shelf.find_locale("fr-FR")
    assert (locale.tag, locale.term("and")) == ("en-US", None)
    assert [notice.rule for notice in notices] == ["unknown-locale"]


# What is installed


def test_official_and_own_styles_are_installed():
    assert find_style("apa")[0].info.id == "http://www.zotero.org/styles/apa"
    assert find_style("nature-genetics")[0].default_locale == "en-GB"
    assert find_style("inset-handout")[0].bibliography is not None


def test_the_official_styles_can_be_searched():
    found = {hit.name for hit in search_styles("iso 690 francais")}
    assert {"iso690-author-date-fr", "iso690-numeric-fr"} <= found


def test_the_installed_locale_files_are_read():
    assert {"fr-FR", "en-US", "de-AT"} <= set(available_locales())
    french, notices = find_locale("fr")
    assert (french.tag, french.term("page", "short"), french.quotes[0], notices) == ("fr-FR", "p.", "\u00ab\u00a0", [])
    assert (french.ordinal(1, "masculine"), french.limit_day_ordinals_to_day_1) == ("1\u1d49\u02b3", True)


def test_an_unknown_locale_names_those_that_are_near():
    locale, (notice,) = find_locale("frr-FR")
    assert locale.tag == "en-US"
    assert "fr-FR" in notice.remedy


@pytest.mark.parametrize("tag", ["../../x", "a/b", "fr\0", "x" * 5000])
def test_a_locale_tag_is_never_a_path(tag: str):
    assert find_locale(tag)[0].tag == "en-US"


def test_every_fortieth_official_style_is_read_without_a_notice():
    names = library._LIBRARY._folders[-2].names()[::40]
    assert len(names) > 50
    odd = {name: notices for name in names if (notices := find_style(name)[1])}
    assert odd == {}


def test_the_parents_of_official_dependent_styles_are_installed():
    names = library._LIBRARY._folders[-1].names()[::200]
    assert len(names) > 20
    assert all(find_style(name)[0].info.independent_parent for name in names)
