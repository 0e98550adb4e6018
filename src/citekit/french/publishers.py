"""Publishers and places: told apart where one field holds both; platforms are no publishers, `s.n.` is nobody.

ISBD writes `Paris : Dunod` and AFNOR Z 44-005 keeps place and publisher apart. A comma or a bracket parts them only
where one side is a city of the table: `Environnement, Québec` is a ministry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citekit.french.folding import folded
from citekit.french.rule import Edit, Example, Rule
from citekit.french.tables import load_table, words
from citekit.items.date import Date, DatePoint
from citekit.items.item import Item
from citekit.report import Mode, Notice

__all__ = ["RULES", "expand_publisher", "split_imprint", "trim_place"]

_PLACES: Final = load_table("places")
_CITIES: Final = frozenset(_PLACES["cities"])
_COUNTRIES: Final = frozenset(_PLACES["countries"])
_TABLE: Final = load_table("publishers")
_PLATFORMS: Final = tuple(name.casefold() for name in _TABLE["platforms"])
_FORMS: Final[dict[str, str]] = {form: name for name, forms in _TABLE["forms"].items() for form in forms}


_SCHOOLS: Final[dict[str, str]] = {folded(form): name for name, forms in _TABLE["schools"].items() for form in forms}
_LANDS: Final = _COUNTRIES | frozenset(_PLACES["lands"])
_NO_PLACE: Final = words([*_PLACES["nowhere"]])
_NO_PUBLISHER: Final = words([*_TABLE["nobody"]])

_COLON: Final = re.compile(r"(?P<place>[^:;,()]+?)[\s\u00a0]*:\s+(?P<publisher>[^:;]+)")
_BRACKETS: Final = re.compile(r"(?P<publisher>[^();:]+?)\s+\((?P<place>[^()]+)\)")
_NOT_A_NAME: Final = re.compile(r"^(?:University|Univ\.) |\d|\|")
_UND_ANDERE: Final = re.compile(r"\s*\[(?:u\.\s?a\.|et al\.?|etc\.?)\]$")
_DIFFUSION: Final = re.compile(r"[\s;,]*\[(?:diffusion|distribution|diff\.|distrib\.)\][^;]*$")
_CEDEX: Final = re.compile(r"\s+cedex(?:\s+\d{1,2})?$", re.IGNORECASE)
# A name as towns have them: `Saint-Martin-d'Hères, France`, `Cergy-Pontoise (France)`.
_POSTAL_CODE: Final = re.compile(r"^(?:FR?-)?\d{5}\s+(?=[A-ZÀ-Þ])")
_BETWEEN_CITIES: Final = re.compile(r"\s*[,/]\s*|\s+[-\u2013]\s+")
_THEN_YEAR: Final = re.compile(r",\s*(\d{4})\.?$")
_IN_FRANCE: Final = re.compile(
    r"(?P<city>(?:Les? |La )?[A-ZÀ-Þ][a-zß-ÿœ]+(?:[-'\u2019][^\W\d_]+){0,5})(?:, France| \(France\))"
)
_EDITIONS: Final = re.compile(r"^(?:[Ll]es\s+)?(?:[ÉE]ds?\.|Editions)\s+(?=[^\W\d_])")
_TRAILING_EDITIONS: Final = re.compile(r"(?<=\w )([Ee])ditions$")
_LOWER_EDITIONS: Final = re.compile(r"^les (?=[ÉE]ditions)")
_HOUSES: Final = frozenset(name.casefold() for name in _TABLE["houses"])
_NAMED_EDITIONS: Final = re.compile(
    r"(?:[Ll]es )?(?:[ÉéEe]ditions|[ÉE]ds?\.) (?:(?:de la|du|des|de) |(?:de l|d|l)['\u2019])?[A-ZÀ-Þ]"
)
_PRESSES: Final = re.compile(r"(?:Presses [Uu]niversitaires|Les Presses|University Press) |.* University Press$")
_EDITION_WORDS: Final = re.compile(
    r"\d|\b(?:nouv|nouvelle|seconde?|première|deuxième|troisième|first|third|reprint|réimpr|rev|revue|augm|originale|"
    r"edition|ed|éd|édition|kindle|e-?book|facsimilé?|version|collection|série|series|summer|winter|poche|numérique)\b",
    re.IGNORECASE,
)
_ARTICLE_TYPES: Final = ("article", "chapter", "review", "paper-conference")


def split_imprint(text: str) -> tuple[str, str]:
    """The place and the publisher in one text; no place where it is not certain.

    >>> split_imprint("Paris : Dunod"), split_imprint("Seuil, Paris"), split_imprint("F. Alcan (Paris)")
    (('Paris', 'Dunod'), ('Paris', 'Seuil'), ('Paris', 'F. Alcan'))
    >>> split_imprint("Calmann-Lévy : Bayard"), split_imprint("Sirey, Dalloz"), split_imprint("London, England")
    (('', 'Calmann-Lévy : Bayard'), ('', 'Sirey, Dalloz'), ('', 'London, England'))
    """
    if ";" in text:
        return "", text
    match = _COLON.fullmatch(text) or _BRACKETS.fullmatch(text)
    if match and _is_city(match["place"]):
        publisher = match["publisher"].strip()
        # `Cambridge: University Press, 2nd ed.`: the city is part of the name, or more is said than a name.
        return ("", text) if _NOT_A_NAME.search(publisher) else (match["place"].strip(), publisher)
    parts = [part.strip() for part in text.split(",")]
    # `London, England` and `Lausanne, Suisse` are places and no publisher.
    if len(parts) != 2 or not all(parts) or any(part in _LANDS for part in parts):
        return "", text
    first, last = (_is_city(part) for part in parts)
    if first == last:
        return "", text
    return (parts[0], parts[1]) if first else (parts[1], parts[0])


def _is_city(text: str) -> bool:
    return text.strip() in _CITIES


def trim_place(text: str) -> str:
    """A place without its brackets, its `cedex` and the name of the country around a well-known city of French.

    >>> trim_place("Paris, France"), trim_place("Paris cedex 14"), trim_place("[Lyon]"), trim_place("Reading, Mass.")
    ('Paris', 'Paris', 'Lyon', 'Reading, Mass.')
    >>> trim_place("75014 Paris"), trim_place("Paris Cedex 05, France")
    ('Paris', 'Paris')
    """
    plain = text.strip()
    if re.fullmatch(r"\[[^\[\]]+\]", plain) and plain not in _NO_PLACE:
        plain = plain[1:-1].rstrip("?").strip()
    before, plain = plain, _POSTAL_CODE.sub("", _CEDEX.sub("", plain))
    for country in _COUNTRIES:
        for gap in (", ", " "):
            if plain.endswith(gap + country) and _is_city(plain.removesuffix(gap + country)):
                return plain.removesuffix(gap + country)
            if before == plain and _CEDEX.search(plain.removesuffix(gap + country)):
                return trim_place(plain.removesuffix(gap + country))
    if match := _IN_FRANCE.fullmatch(plain):
        return match["city"]
    return plain


def expand_publisher(text: str) -> str:
    """A publisher's name in the form of the table, `Éd.` and `Editions` as `Éditions`.

    >>> expand_publisher("Ed. du Seuil"), expand_publisher("A. Michel"), expand_publisher("CNRS Éditions")
    ('Éditions du Seuil', 'Albin Michel', 'CNRS Éditions')
    """
    if text in _FORMS:
        return _FORMS[text]
    accented = _TRAILING_EDITIONS.sub(lambda match: "Éditions" if match[1] == "E" else "éditions", text)
    return _LOWER_EDITIONS.sub("Les ", _EDITIONS.sub("Éditions ", accented))


def _split(item: Item) -> Iterator[Edit | Notice]:
    given = item.text("publisher")
    bare = _DIFFUSION.sub("", _UND_ANDERE.sub("", given))
    issued = item.date("issued")
    year = _THEN_YEAR.search(bare)
    if (
        year
        and issued
        and issued.start
        and str(issued.start.year) == year[1]
        and split_imprint(bare[: year.start()])[0]
    ):
        # `Paris : Dunod, 2005`, which says the date again.
        bare = bare[: year.start()]
    place, publisher = split_imprint(bare)
    known = item.text("publisher-place")
    if place and known and known != place:
        place, publisher = "", bare
    if publisher != given and publisher.strip():
        # `Paris, Sorbonne` as the school of a thesis may be a place and a name, or one name.
        is_sure = item.type != "thesis" or not place
        yield Edit("publisher", publisher, mode=Mode.AUTO if is_sure else Mode.ASK)
        if place and not known:
            yield Edit("publisher-place", place, is_continued=True)


def _take_edition(item: Item) -> Iterator[Edit | Notice]:
    """*Édition* is a false friend: the field of that name holds the publisher in many French files."""
    given = item.text("edition")
    if not given or _EDITION_WORDS.search(given) or not given[:1].isalpha():
        return
    is_house = given.casefold() in _HOUSES or bool(_PRESSES.match(given) or _NAMED_EDITIONS.match(given))
    if not item.text("publisher"):
        mode = Mode.AUTO if is_house else Mode.ASK
        yield Edit("publisher", given, mode=mode)
        yield Edit("edition", None, mode=mode, is_continued=True)
    else:
        what = "is a publisher's name" if is_house else "names no edition"
        yield Notice(
            "edition-publisher",
            f"edition {given!r} {what}, beside the publisher {item.text('publisher')!r}",
            item.location,
            remedy="keep one publisher; a collection has a field of its own",
        )


def _move_platform(item: Item) -> Iterator[Edit | Notice]:
    publisher = item.text("publisher")
    if not item.type.startswith(_ARTICLE_TYPES) or not _is_platform(publisher):
        return
    yield Edit("publisher", None, keep={"publisher-as-given": publisher})
    if not item.text("source"):
        yield Edit("source", publisher, is_continued=True)


def _is_platform(publisher: str) -> bool:
    """Whether a name is a platform's, whatever is said behind it (`Persée - Portail des revues …`)."""
    plain = publisher.casefold()
    return any(plain == name or plain.startswith((f"{name} - ", f"{name} – ", f"{name}, ")) for name in _PLATFORMS)


def _drop_nothing(item: Item) -> Iterator[Edit | Notice]:
    for variable, nothing in (("publisher", _NO_PUBLISHER), ("publisher-place", _NO_PLACE)):
        given = item.text(variable)
        # `[diffusion] Cairn.info` names a distributor and no publisher.
        is_distributor = variable == "publisher" and not _DIFFUSION.sub("", given).strip()
        if given and (given.strip().casefold() in nothing or is_distributor):
            # Styles print their own words where nothing is known.
            yield Edit(variable, None, keep={f"{variable}-as-given": given})


def _place(item: Item) -> Iterator[Edit | Notice]:
    for variable in ("publisher-place", "event-place"):
        given = item.text(variable)
        trimmed = trim_place(given)
        if trimmed and trimmed != given:
            yield Edit(variable, trimmed)
            continue
        cities = _BETWEEN_CITIES.split(given)
        cities = given.split() if len(cities) == 1 else cities
        # `Montréal, Québec` is one place.
        if len(cities) > 1 and cities[-1] not in _LANDS and all(_is_city(city) for city in cities):
            yield Edit(variable, " ; ".join(cities), mode=Mode.ASK)


def _expand(item: Item) -> Iterator[Edit | Notice]:
    given = item.text("publisher")
    if item.type == "thesis":
        return
    name = expand_publisher(given)
    if name != given:
        yield Edit("publisher", name)


def _school(item: Item) -> Iterator[Edit | Notice]:
    given = item.text("publisher")
    if item.type not in ("thesis", "report") or not given:
        return
    name = _SCHOOLS.get(folded(given), "")
    if name and name != given:
        yield Edit("publisher", name)
    elif item.type == "thesis" and _is_city(given):
        yield Notice(
            "school-city",
            f"{given!r} is a city: the institution of a thesis is a university or a school",
            item.location,
            remedy="name the institution",
        )


RULES: Final = (
    Rule(
        id="publisher-unnamed",
        code="F3A",
        family="publishers",
        summary_en="“S.l.”, “s.n.” are no place and no publisher; the style says that there is none.",
        summary_fr="« S.l. », « s.n. » ne sont ni lieu ni éditeur ; le style dit qu'il n'y en a pas.",
        mode=Mode.AUTO,
        source="ISBD, area 4; CSL: the style prints what stands for nothing",
        examples=(
            Example("publisher", "[s.n.]", None),
            Example("publisher-place", "S.l.", None),
            Example("publisher", "[diffusion] Cairn.info", None),
            Example("publisher", "SN Éditions", "SN Éditions"),
        ),
        apply=_drop_nothing,
        needs_french=False,
    ),
    Rule(
        id="publisher-platform",
        code="F1B",
        family="publishers",
        summary_en="Persée, Cairn, JSTOR publish no article: they are where it was found.",
        summary_fr="Persée, Cairn, JSTOR ne publient pas d'article : ils sont la source où il a été trouvé.",
        mode=Mode.AUTO,
        source="CSL 1.0.2, variable source; measured: 92 articles",
        examples=(
            Example("publisher", "Persée - Portail des revues scientifiques en SHS", None, "article-journal"),
            Example("publisher", "Cairn.info", "Cairn.info", "webpage"),
        ),
        apply=_move_platform,
        needs_french=False,
    ),
    Rule(
        id="edition-publisher",
        code="E1B",
        family="publishers",
        summary_en="A publisher's name typed as the edition is the publisher, where none is given; others are asked.",
        summary_fr="Un éditeur saisi comme mention d'édition est l'éditeur, s'il n'y en a pas d'autre connu.",
        mode=Mode.AUTO,
        source="measured: 37 of 2,321 French entries",
        examples=(
            Example("edition", "Odile Jacob", None),
            Example("edition", "Éditions du Seuil", None),
            Example("edition", "Nouvelle édition", "Nouvelle édition"),
            Example("edition", "Seuil", "Seuil", beside={"publisher": "Gallimard"}),
        ),
        apply=_take_edition,
    ),
    Rule(
        id="publisher-place",
        code="F3",
        family="publishers",
        summary_en="“Paris, France” is Paris, “Paris cedex 14” too; several cities in a row are asked for.",
        summary_fr="« Paris, France » est Paris, « Paris cedex 14 » aussi ; plusieurs villes de suite : question.",
        mode=Mode.AUTO,
        source="AFNOR Z 44-005, Zone de l'adresse",
        examples=(
            Example("publisher-place", "Paris, France", "Paris"),
            Example("publisher-place", "Saint-Martin-d'Hères, France", "Saint-Martin-d'Hères"),
            Example("publisher-place", "Paris cedex 14", "Paris"),
            Example("publisher-place", "75014 Paris", "Paris"),
            Example("publisher-place", "Paris, New York", "Paris ; New York"),
            Example("publisher-place", "San Jose, USA", "San Jose, USA"),
            Example("publisher-place", "Bruxelles Paris", "Bruxelles ; Paris"),
        ),
        apply=_place,
    ),
    Rule(
        id="publisher-imprint",
        code="F1",
        family="publishers",
        summary_en="“Paris : Dunod”, “Seuil, Paris” are a place and a publisher; only cities of the table decide.",
        summary_fr="« Paris : Dunod », « Seuil, Paris » : un lieu et un éditeur ; seules les villes connues décident.",
        mode=Mode.AUTO,
        source="ISBD, area 4; AFNOR Z 44-005, Zone de l'adresse",
        examples=(
            Example("publisher", "Paris : Dunod", "Dunod"),
            Example("publisher", "Seuil, Paris", "Seuil"),
            Example("publisher", "Paris : Dunod, 2005", "Dunod", beside={"issued": Date(DatePoint(2005))}),
            Example("publisher", "Les Empêcheurs de penser en rond [u.a.]", "Les Empêcheurs de penser en rond"),
            Example("publisher", "Calmann-Lévy : Bayard", "Calmann-Lévy : Bayard"),
        ),
        apply=_split,
        needs_french=False,
    ),
    Rule(
        id="publisher-form",
        code="F2",
        family="publishers",
        summary_en="One form for a publisher's name is proposed: Éditions for Éd., Albin Michel for A. Michel.",
        summary_fr="Une seule forme pour un éditeur est proposée : Éditions pour Éd., Albin Michel pour A. Michel.",
        mode=Mode.ASK,
        source="data.bnf.fr and IdRef headings of publishers",
        examples=(
            Example("publisher", "Ed. du Seuil", "Éditions du Seuil"),
            Example("publisher", "CNRS Editions", "CNRS Éditions"),
            Example("publisher", "Territorial éditions", "Territorial éditions"),
        ),
        apply=_expand,
    ),
    Rule(
        id="thesis-school",
        code="C2",
        family="publishers",
        summary_en="The full name of a university is proposed for its short form; a city alone is noticed.",
        summary_fr="Le nom complet d'une université est proposé pour sa forme courte ; une ville seule est signalée.",
        mode=Mode.ASK,
        source="IdRef headings of universities at the time of the thesis",
        examples=(
            Example("publisher", "Paris 6", "Université Pierre et Marie Curie (Paris 6)", "thesis"),
            Example("publisher", "UNIVERSITEE PARIS 6", "Université Pierre et Marie Curie (Paris 6)", "thesis"),
            Example("publisher", "Université Laval", "Université Laval", "thesis"),
        ),
        apply=_school,
    ),
)
