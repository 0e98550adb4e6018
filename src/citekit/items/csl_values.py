"""Names, dates and text between CSL-JSON and typed values, one value at a time.

CSL-JSON schema (`csl-data.json`), `name-variable` and `date-variable`. Reading is tolerant, since Crossref, DataCite
and older programs send strings for numbers, lists for text and names without parts; what was odd is told by the
caller, so each reader returns the value and what was wrong with it ("" for nothing).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from citekit.items.date import Date, DatePoint
from citekit.items.name import Name
from citekit.items.raw_date import parse_raw_date

__all__ = ["date_from_json", "date_to_json", "name_to_json", "names_from_json", "text_from_json"]

_NAME_PARTS: Final[Mapping[str, str]] = {
    # CSL-JSON               Name
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
}
_NAME_FLAGS: Final = frozenset({"comma-suffix", "static-ordering", "parse-names", "isInstitution"})
_BESIDE_PARTS: Final = frozenset({"circa", "literal", "season"})
_SEASON_NAMES: Final[Mapping[str, int]] = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
# Seasons are also sent as months: 13-16 or 17-20 by citeproc-js, 21-24 by EDTF.
_SEASON_MONTHS: Final = {month: (month - 13) % 4 + 1 for month in range(13, 25)}
_LAST_ODD_SEASON: Final = 20
"""EDTF is a standard; what stands below its numbers may be a slip of the pen as well."""


def text_from_json(value: object) -> tuple[str, str]:
    """A string from whatever a text variable holds.

    >>> text_from_json(5), text_from_json(["Essais", "Livre I"])
    (('5', ''), ('Essais, Livre I', 'is a list, its members are joined with commas'))
    """
    if isinstance(value, str):
        return _without_surrogates(value)
    if isinstance(value, bool):
        return str(value).lower(), "is a truth value, kept as text"
    if isinstance(value, int):
        return str(value), ""
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() else str(value)), ""
    if isinstance(value, list) and all(isinstance(one, str | int | float) for one in value):
        texts = [text_from_json(one)[0] for one in value]
        return ", ".join(text for text in texts if text), "is a list, its members are joined with commas"
    return json.dumps(value, ensure_ascii=False), "is no text, kept as JSON"


def _without_surrogates(text: str) -> tuple[str, str]:
    """Half a surrogate pair, which JSON can escape and no file can hold, becomes the replacement character."""
    if text.isascii():
        return text, ""
    clean = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return clean, "" if clean == text else "holds half a surrogate pair, replaced"


def _is_true(value: object) -> bool:
    """Whether a flag is set; the schema allows strings, numbers and truth values."""
    if isinstance(value, str):
        return value.strip().lower() not in ("", "0", "false", "no")
    return bool(value)


def names_from_json(value: object) -> tuple[tuple[Name, ...], list[str]]:
    """The names in a name variable, and what was wrong with them.

    >>> names_from_json([{"family": "Juan", "given": "Maïté"}, "INSET"])[0][1].literal
    'INSET'
    """
    names: list[Name] = []
    problems: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            name = _name_from_object(one, problems)
        elif isinstance(one, str):
            name = _name_from_string(one)
            problems.append(f"names {one!r} as one string, not in parts")
        else:
            problems.append(f"holds {one!r}, which is no name")
            continue
        if not name.is_empty:
            names.append(name)
    if not isinstance(value, list):
        problems.append("is not a list of names")
    return tuple(names), problems


def _name_from_string(text: str) -> Name:
    family, comma, given = _without_surrogates(text.strip())[0].partition(",")
    if comma and family and given.strip() and "," not in given:
        return Name(family=family.strip(), given=given.strip())
    return Name(literal=text.strip(), is_institution=True)


def _name_from_object(data: Mapping[object, object], problems: list[str]) -> Name:
    """A name from its parts; a literal, or a family name marked `isInstitution`, is a body."""
    parts: dict[str, str] = {}
    for key, value in data.items():
        if key in _NAME_PARTS:
            if isinstance(value, list) and all(isinstance(one, str) for one in value):
                value = " ".join(value)  # pandoc's CSL-YAML has given names one by one
            text, problem = text_from_json("" if value is None else value)
            parts[_NAME_PARTS[str(key)]] = text
            if problem:
                problems.append(f"has a name whose {key} {problem}")
        elif key not in _NAME_FLAGS:
            problems.append(f"has a name with {key!r}, which names do not have; not kept")
    is_institution = _is_true(data.get("isInstitution", False))
    if is_institution and not parts.get("literal"):
        return Name(literal=parts.get("family", "") or parts.get("given", ""), is_institution=True)
    return Name(
        **parts,
        comma_suffix=_is_true(data.get("comma-suffix", False)),
        static_ordering=_is_true(data.get("static-ordering", False)),
        parse_names=_is_true(data.get("parse-names", True)),
        is_institution=is_institution or bool(parts.get("literal")),
    )


def name_to_json(name: Name) -> dict[str, object]:
    """A name as the schema has it; empty parts and flags at rest are left out.

    >>> name_to_json(Name("Gaulle", "Charles", non_dropping_particle="de"))
    {'family': 'Gaulle', 'given': 'Charles', 'non-dropping-particle': 'de'}
    """
    data: dict[str, object] = {}
    for key, field in _NAME_PARTS.items():
        value = getattr(name, field)
        if value:
            data[key] = value
    if name.comma_suffix:
        data["comma-suffix"] = True
    if name.static_ordering:
        data["static-ordering"] = True
    if not name.parse_names:
        data["parse-names"] = False
    return data


def date_from_json(value: object) -> tuple[Date, str]:
    """The date in a date variable, and what was wrong with it.

    >>> date_from_json({"date-parts": [["2020", "5"]]})[0].iso(), date_from_json({"raw": "ca. 1950"})[0].iso()
    ('2020-05', '1950~')
    """
    if isinstance(value, str):
        return parse_raw_date(_without_surrogates(value)[0]), ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return parse_raw_date(text_from_json(value)[0]), "is a number, read as a year"
    if isinstance(value, list):
        # Pandoc writes a range as a list of two dates with named parts.
        if value and all(isinstance(one, Mapping) for one in value):
            return _from_named_parts(value)
        value = {"date-parts": value}
    if not isinstance(value, Mapping):
        return Date(), "is no date"
    for key in ("raw", "edtf", "string"):
        if isinstance(value.get(key), str) and not value.get("date-parts"):
            date = parse_raw_date(_without_surrogates(value[key])[0])
            return replace(date, is_circa=date.is_circa or _is_true(value.get("circa"))), ""
    return _from_named_parts([value]) if value.get("year") and not value.get("date-parts") else _from_parts(value)


def _from_named_parts(dates: Sequence[Mapping[str, object]]) -> tuple[Date, str]:
    """A date from `year`, `month`, `day` and `season`, as pandoc's CSL-YAML has them; two are a range."""
    rows = [[date.get(part) for part in ("year", "month", "day")] for date in dates]
    beside = {key: value for date in reversed(dates) for key, value in date.items() if key in _BESIDE_PARTS}
    other = dates[0].get("other")
    if "literal" not in beside and isinstance(other, str):
        beside["literal"] = other
    return _from_parts({**beside, "date-parts": rows})


def _from_parts(data: Mapping[str, object]) -> tuple[Date, str]:
    """A date from `date-parts` with what stands beside them: season, circa, literal."""
    problem = ""
    literal, _ = text_from_json(data.get("literal") or "")
    parts = data.get("date-parts")
    rows = [parts] if isinstance(parts, list) and parts and not isinstance(parts[0], list) else parts
    points: list[DatePoint | None] = []
    for row in rows[:2] if isinstance(rows, list) else []:
        numbers, text = _integers(row)
        if text and not literal:
            return parse_raw_date(text), f"has date-parts that are not numbers ({text!r})"
        points.append(_point(numbers))
        if numbers and points[-1] is None and numbers[0]:
            problem = f"has the impossible date {'-'.join(map(str, numbers))}"
            points[-1] = DatePoint(numbers[0])
        elif numbers and not numbers[0] and len(points) == 1:
            problem = "begins in a year 0, which there is not"
        elif points[-1] is not None and points[-1].season and numbers[1] <= _LAST_ODD_SEASON:
            problem = f"has the month {numbers[1]}, read as the season {points[-1].season}"
    season, season_problem = _season(data.get("season"))
    start = points[0] if points else None
    if start is not None and season and not start.month:
        start = DatePoint(start.year, season=season)
    # citeproc-js marks a range without an end by a second date whose year is 0.
    is_open = len(points) > 1 and points[1] is None and start is not None and _has_zero_year(rows)
    end = points[1] if len(points) > 1 else None
    date = Date(start, end if end != start else None, is_open, _is_true(data.get("circa", False)), literal)
    if date.is_empty and parts:
        problem = problem or "has no year"
    return date, problem or season_problem


def _has_zero_year(rows: object) -> bool:
    row = rows[1] if isinstance(rows, list) and len(rows) > 1 else None
    return isinstance(row, list) and bool(row) and str(row[0]).strip() == "0"


def _integers(row: object) -> tuple[list[int], str]:
    """The numbers of one date, up to the first that is not given; or the text where one is no number."""
    numbers: list[int] = []
    if not isinstance(row, Sequence) or isinstance(row, str):
        row = [row]
    for one in row[:3]:
        text = text_from_json("" if one is None else one)[0].strip()
        if not text:
            break
        digits = text.removeprefix("-").removeprefix("+")
        if not (digits.isascii() and digits.isdecimal() and len(digits) < 10):
            return [], " ".join(str(part) for part in row if part is not None)
        numbers.append(int(text))
    return numbers, ""


def _point(numbers: list[int]) -> DatePoint | None:
    """A point in time, or `None` where there is no year or the month or day cannot be."""
    if not numbers or not numbers[0]:
        return None
    year, month, day = (*numbers, 0, 0)[:3]
    if month in _SEASON_MONTHS:
        return DatePoint(year, season=_SEASON_MONTHS[month])
    if not 0 <= month <= 12 or not 0 <= day <= 31:
        return None
    return DatePoint(year, month, day if month else 0)


def _season(value: object) -> tuple[int, str]:
    """A season's number from a number or an English name."""
    if value in (None, ""):
        return 0, ""
    text = text_from_json(value)[0].strip().lower()
    season = int(text) if text in ("1", "2", "3", "4") else _SEASON_NAMES.get(text, 0)
    return season, "" if season else f"has the season {text!r}, which is none of spring, summer, autumn, winter"


def date_to_json(date: Date) -> dict[str, object]:
    """A date as the schema has it; EDTF in `raw` where `date-parts` cannot say it (an end alone, ranges of seasons).

    >>> date_to_json(Date(DatePoint(1998), is_open=True)), date_to_json(Date(DatePoint(2020, season=1)))
    ({'date-parts': [[1998], [0]]}, {'date-parts': [[2020]], 'season': 1})
    """
    data: dict[str, object] = {}
    if date.start is None:
        if date.end is not None:
            return {"raw": date.iso()}
    elif date.end is not None and (date.start.season or date.end.season):
        return {"raw": date.iso()}
    else:
        rows = [_parts(date.start)]
        if date.end is not None:
            rows.append(_parts(date.end))
        elif date.is_open:
            rows.append([0])
        data["date-parts"] = rows
        if date.start.season:
            data["season"] = date.start.season
    if date.is_circa:
        data["circa"] = True
    if date.literal:
        data["literal"] = date.literal
    return data


def _parts(point: DatePoint) -> list[int]:
    parts = [point.year, point.month, point.day]
    while parts[-1] == 0 and len(parts) > 1:
        parts.pop()
    return parts
