"""The first bibliography: every work of the printed list, with everything the list says of it, as it was typed.

Read with bibtexparser alone, so that these tests speak of the file and not of our reader. The printed list itself is
not ours to keep; where it lies beside the checkout, the file is compared with it letter by letter.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import bibtexparser
import pytest

ROOT = Path(__file__).resolve().parents[3]
BIB = ROOT / "bib" / "inset_webinar_2021.bib"
SETTINGS = ROOT / "bib" / "inset_webinar_2021.toml"

Fields = Mapping[str, str]

SECTIONS = {
    "VIDEO": 1,
    "GUIDES": 3,
    "OUVRAGES": 5,
    "ARTICLES/Réflexion-Théorie": 7,
    "ARTICLES/Expériences": 14,
    "SITES": 7,
}

CATALOGUER = {"langid", "groups", "entrysubtype", "titlesource", "urltarget"}
"""Fields that the cataloguer adds; all others hold what the list says."""

WITHOUT_ANNOTATION = {"reseaualliances2017", "la27eregion", "avise", "apriles", "groupe-sos"}

SEVERAL_PARAGRAPHS = {
    "juan2020": 2,
    "thou2018": 2,
    "henry2018": 2,
    "rousseau2018": 2,
    "sbaraglia2020": 4,
    "mediasocial2020-lieux": 2,
    "riposte": 2,
}

RECORDS: dict[str, tuple[str, Fields]] = {
    "reseaualliances2017": (
        "video",
        {
            "author": "{Réseau Alliances}",
            "title": "C'est quoi l'innovation sociale ?",
            "date": "2017",
            "duration": "03.30 mn",
            "url": "https://www.youtube.com/watch?v=Ne2qr3Wxxrw&t=9s",
        },
    ),
    "avise2020": (
        "report",
        {
            "author": "{Avise}",
            "title": r"Mode d'emploi : Économie Sociale et Solidaire \& ruralités",
            "subtitle": "Repérer et accompagner les innovations sociales rurales"
            " pour réinventer l'économie de proximité",
            "date": "09/2020",
            "pagetotal": "32 p.",
            "url": "https://www.avise.org/ressources/mode-demploi-ess-et-ruralites",
        },
    ),
    "unccas2020": (
        "report",
        {
            "author": "{UNCCAS}",
            "title": "Fabriquer l'action sociale de demain",
            "date": "2020",
            "url": "https://www.unccas.org/ccas-2050#.YFG3gefjKUK",
        },
    ),
    "odas2018": (
        "report",
        {
            "author": "{ODAS - Observatoire national de l'action sociale décentralisée}",
            "title": "Solidarité et innovation sociale - Recueil d'initiatives proposées par les départements",
            "date": "2018",
            "pagetotal": "156 p.",
            "url": "https://odas.apriles.net/sites/default/files/documents/odas/2019-",
        },
    ),
    "juan2020": (
        "book",
        {
            "author": "JUAN Maïté and LAVILLE Jean-Louis and SUBIRATS Joan",
            "title": "Du social business à l'économie solidaire : Critique de l'innovation sociale",
            "publisher": "Eres",
            "date": "2020",
            "pagetotal": "331 p.",
        },
    ),
    "thou2018": (
        "book",
        {
            "author": "THOU Mylène and VINCENT Pascale",
            "title": "Comprendre, repérer et accompagner l'innovation sociale et territoriale :"
            " guide pour renouveler son approche du développement local",
            "publisher": "Chronique sociale",
            "date": "2018",
            "pagetotal": "227 p.",
        },
    ),
    "henry2018": (
        "book",
        {
            "author": "HENRY Marie-Catherine",
            "title": "Les innovations sociales dans l'aide à domicile : La fédération Adessadomicile",
            "publisher": "Eres",
            "date": "2018",
            "pagetotal": "184 p.",
        },
    ),
    "rousseau2018": (
        "book",
        {
            "author": "ROUSSEAU François",
            "title": "Innovater dans la mise en œuvre d'une politique d'action sociale",
            "publisher": "Territorial éditions",
            "date": "2018",
        },
    ),
    "baron2013": (
        "book",
        {
            "author": "BARON Alexis",
            "title": "Innovater dans les politiques sociales. Pratiques du changement",
            "publisher": "Presses universitaires de Grenoble",
            "date": "2013",
            "pagetotal": "153 p.",
        },
    ),
    "territoires2021-cooperation": (
        "article",
        {
            "title": "La logique de coopération territoriale multi acteurs en recherche et en actes",
            "entrysubtype": "magazine",
            "journaltitle": "Territoires du social",
            "number": "n° 515",
            "date": "02/2021",
            "pages": "p. 11",
        },
    ),
    "sbaraglia2020": (
        "article",
        {
            "author": "SBARAGLIA Fanny",
            "title": "Comment les « labs » se sont imposés comme outils d'innovation sociale",
            "entrysubtype": "magazine",
            "journaltitle": "TheConversation.com",
            "date": "18/12/2020",
            "url": "https://theconversation.com/"
            "comment-les-labs-se-sont-imposes-comme-outils-dinnovation-sociale-150003",
        },
    ),
    "lemonde2020-contrastes": (
        "article",
        {
            "title": "Les contrastes de l'innovation sociale",
            "entrysubtype": "newspaper",
            "journaltitle": "Lemonde.fr",
            "date": "13/05/2020",
            "url": "https://www.lemonde.fr/emploi/article/2020/05/13/"
            "les-contrastes-de-l-innovation-sociale_6039490_1698637.html",
        },
    ),
    "rullac2020": (
        "article",
        {
            "author": "RULLAC Stéphane",
            "title": "Le diagnostic du projet en travail social ou le préambule novateur",
            "journaltitle": "Revue française de service social",
            "number": "n° 277",
            "date": "2020",
            "pages": "p. 98-109",
        },
    ),
    "ibrahim2020": (
        "article",
        {
            "author": "IBRAHIM Rym and DUPRAT Lola and GRENIER Corinne",
            "title": "Comment organiser un tiers-lieu éphémère pour favoriser l'émergence d'innovations"
            " institutionnelles ? : le cas d'un pôle d'opérateurs de services à domicile",
            "journaltitle": "Innovations",
            "number": "n° 61",
            "date": "2020",
            "pages": "p. 89-115",
        },
    ),
    "rullac2019": (
        "article",
        {
            "author": "RULLAC Stéphane",
            "title": "L'innovation en travail social : un objet à définir et des processus à caractériser",
            "journaltitle": "Revue suisse de travail social",
            "number": "n° 25",
            "date": "2019",
            "pages": "p. 139-156",
            "url": "http://doi.org/10.5169/seals-855362",
        },
    ),
    "gazettesante2020-creches": (
        "article",
        {
            "title": "Des crèches en Ehpad pour reconnecter les générations",
            "entrysubtype": "magazine",
            "journaltitle": "Gazette sante social (la)",
            "number": "n° 179",
            "date": "12/2020",
            "pages": "p. 39-41",
        },
    ),
    "mediasocial2020-lieux": (
        "article",
        {
            "title": "40 lieux pour innover dans l'accompagnement de la grande exclusion",
            "entrysubtype": "magazine",
            "journaltitle": "Média social (Le)",
            "date": "26/11/2020",
            "url": "https://www.gouvernement.fr/"
            "40-projets-pour-accompagner-1000-personnes-en-situation-de-grande-marginalite",
            "urltarget": "ressource décrite par l'annotation",
        },
    ),
    "bornand2020": (
        "article",
        {
            "author": "BORNAND Elivire",
            "title": "Faire société dans un monde en transition : l'expérience nantaise",
            "entrysubtype": "magazine",
            "journaltitle": "Horizons publics",
            "number": "n° 17",
            "date": "09/2020",
            "pages": "p. 40-45",
        },
    ),
    "gazettecommunes2020-covid": (
        "article",
        {
            "title": "Covid-19 : maintenir le lien social coûte que coûte",
            "entrysubtype": "magazine",
            "journaltitle": "Gazette des communes, des départements, des régions (la)",
            "number": "n° 2510",
            "date": "13/04/2020",
            "pages": "p. 6-8",
        },
    ),
    "lemonde2020-popote": (
        "article",
        {
            "title": "La popote des potes",
            "entrysubtype": "newspaper",
            "journaltitle": "Monde (le)",
            "date": "14/03/2020",
            "pages": "p. 37",
        },
    ),
    "odas2020-labau": (
        "online",
        {
            "title": "Innovation pour l'autonomie : l'Odas lance le Lab'au",
            "journaltitle": "Odas.net",
            "date": "02/2020",
            "url": "https://www.odas.net/actualites/innovation-pour-lautonomie-lodas-lance-le-labau",
            "note": r"\url{https://odas.labau.org/}",
        },
    ),
    "territoires2020-inclusion": (
        "article",
        {
            "title": "Co-construire un projet partenarial d'inclusion numérique",
            "entrysubtype": "magazine",
            "journaltitle": "Territoires du social",
            "number": "n° 505",
            "date": "02/2020",
            "pages": "p. 11",
            "url": "http://hauts-de-france.drjscs.gouv.fr/spip.php?rubrique534",
            "urltarget": "ressource décrite par l'annotation",
        },
    ),
    "riposte": (
        "online",
        {
            "title": "Riposte créative territoriale",
            "titlesource": "restitué d'après l'annotation",
            "url": "https://ripostecreativeteritoriale.xyz",
        },
    ),
    "la27eregion": (
        "online",
        {"title": r"La 27\textsuperscript{ème} Région", "url": "http://www.la27eregion.fr/"},
    ),
    "impact-tank": (
        "online",
        {
            "title": "Impact Tank",
            "titlesource": "restitué d'après l'adresse",
            "url": "https://impact-tank.org/",
        },
    ),
}


def read_entries() -> dict[str, tuple[str, dict[str, str]]]:
    """Entry type and fields by key, as the file has them."""
    library = bibtexparser.parse_string(BIB.read_text(encoding="utf-8"))
    assert library.failed_blocks == []
    return {
        entry.key: (entry.entry_type, {name: field.value for name, field in entry.fields_dict.items()})
        for entry in library.entries
    }


ENTRIES = read_entries()


def typed_text(value: str) -> str:
    """A value without the LaTeX that the list does not have."""
    value = re.sub(r"\\(?:url|textsuperscript)\{([^}]*)\}", r"\1", value)
    return value.replace(r"\&", "&").strip("{}")


def typed_values() -> Iterator[tuple[str, str, str]]:
    """Key, field and text of everything in the file that the list says."""
    for key, (_, fields) in ENTRIES.items():
        for name, value in fields.items():
            supplied = name == "title" and "titlesource" in fields
            if name not in CATALOGUER and not supplied:
                yield key, name, typed_text(value)


@pytest.fixture(scope="module")
def printed(shared: Path) -> str:
    """The works of the printed list, headings and marks of layout taken out."""
    text = (shared / "seed" / "inset_webinar_2021.txt").read_text(encoding="utf-8")
    text = text[text.index("VIDEO") :].replace("^{ème}", "ème").replace("**", "")
    headings = "VIDEO|GUIDES|OUVRAGES|ARTICLES|Réflexion / Théorie|Expériences|SITES"
    return re.sub(rf"(?m)^\W*(?:{headings})\s*$", "", text)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def test_the_file_holds_37_works():
    assert len(ENTRIES) == 37


def test_citation_keys_are_plain_and_unique():
    keys = re.findall(r"(?m)^@\w+\{([^,]*),$", BIB.read_text(encoding="utf-8"))
    assert len(keys) == len(set(keys)) == 37
    assert [key for key in keys if not re.fullmatch(r"[a-z][a-z0-9-]*", key)] == []


def test_every_section_has_its_works_and_sections_come_in_order():
    groups = [fields["groups"] for _, fields in ENTRIES.values()]
    assert list(Counter(groups).items()) == list(SECTIONS.items())
    assert groups == sorted(groups, key=list(SECTIONS).index)


def test_the_settings_name_every_section_in_order():
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    paths = [section["path"] for section in settings["sections"]]
    assert [path for path in paths if path != "ARTICLES"] == list(SECTIONS)
    assert paths.index("ARTICLES") == paths.index("ARTICLES/Réflexion-Théorie") - 1
    assert settings["title"] == "« L'innovation sociale, une réponse sanitaire évidente en période de crise sanitaire »"
    assert (settings["kind"], settings["date"], settings["lang"]) == ("Webinaire", "18 mars 2021", "fr-FR")
    assert settings["heading"] == (
        "Références bibliographiques – Centre de ressources documentaires de l'INSET d'Angers"
    )


def test_every_work_is_declared_to_be_in_french():
    assert {fields["langid"] for _, fields in ENTRIES.values()} == {"french"}


@pytest.mark.parametrize("key", RECORDS)
def test_a_work_is_described_as_the_list_has_it(key: str):
    entry_type, fields = ENTRIES[key]
    described = {name: value for name, value in fields.items() if name not in {"langid", "groups", "abstract"}}
    assert (entry_type, described) == RECORDS[key]


def test_works_without_an_annotation_are_those_of_the_list():
    assert {key for key, (_, fields) in ENTRIES.items() if "abstract" not in fields} == WITHOUT_ANNOTATION


def test_paragraphs_are_kept_and_sentences_cut_by_a_page_are_joined():
    paragraphs = {key: fields["abstract"].split("\n\n") for key, (_, fields) in ENTRIES.items() if "abstract" in fields}
    assert {key: len(found) for key, found in paragraphs.items() if len(found) > 1} == SEVERAL_PARAGRAPHS
    assert "différents continents alors que les effets de ses réalisations" in paragraphs["juan2020"][0]
    assert paragraphs["thou2018"][0].endswith("ont besoin de références, de méthodes et d'outils.")
    assert "la façon dont les politiques d'action sociale se réinventent" in paragraphs["rousseau2018"][1]
    assert paragraphs["baron2013"][0].endswith("au-delà des territoires dans lesquels elles ont été menées.")


def test_the_plan_of_an_article_is_kept_point_by_point():
    assert ENTRIES["sbaraglia2020"][1]["abstract"] == (
        "Plan de l'article :\n\n"
        "- Politiques sociales et individualisation du risque\n\n"
        "- Une nouvelle voie : l'investissement social\n\n"
        "- Les labs : acteurs de l'innovation"
    )


def test_only_sites_that_the_list_does_not_name_have_a_supplied_title():
    supplied = [key for key, (_, fields) in ENTRIES.items() if "titlesource" in fields]
    assert supplied == ["riposte", "territoires-audacieux", "avise", "apriles", "groupe-sos", "impact-tank"]


def test_every_word_of_the_list_is_in_the_file_as_often_and_no_other(printed: str):
    # " and " between names is BibTeX's comma; a name in a supplied title is not the list's.
    held = [value.replace(" and ", ", ") if name == "author" else value for _, name, value in typed_values()]
    in_file, in_list = Counter(words(" ".join(held))), Counter(words(printed))
    assert (in_list - in_file, in_file - in_list) == (Counter(), Counter())


def blocks(text: str) -> dict[str, str]:
    """What the list says of each work, by key: from its first value to the first of the next work."""
    starts: list[int] = []
    for key in ENTRIES:
        places = [text.find(part, starts[-1] + 1 if starts else 0) for part in typed_parts(key)]
        starts.append(min(place for place in places if place >= 0))
    ends = [*starts[1:], len(text)]
    return {key: text[start:end] for key, start, end in zip(ENTRIES, starts, ends, strict=True)}


def typed_parts(key: str) -> list[str]:
    """The values of one work that can be found on their own: its title, address and annotation."""
    names = {"title", "url", "abstract"}
    return [on_one_line(value) for work, name, value in typed_values() if work == key and name in names]


def test_every_value_stands_in_the_list_under_its_own_work_letter_by_letter(printed: str):
    block = blocks(on_one_line(printed))
    missing = [
        (key, name, part)
        for key, name, value in typed_values()
        for part in (value.split(" and ") if name == "author" else [value])
        if on_one_line(part) not in block[key]
    ]
    assert missing == []


def test_works_come_in_the_order_of_the_list(printed: str):
    text = on_one_line(printed)
    places = [
        text.index(on_one_line(typed_text(fields["url"] if "titlesource" in fields else fields["title"])))
        for _, fields in ENTRIES.values()
    ]
    assert places == sorted(places)
