"""Answers to jobs: citations, bibliography, notices, errors."""

from __future__ import annotations

import json

import pytest

from citekit.process import StyleShelf, process_job, process_line
from citekit.process.run import load_style

SMITH = {
    "id": "smith",
    "type": "book",
    "title": "Hills",
    "author": [{"family": "Smith", "given": "Ann"}],
    "issued": {"date-parts": [[2001]]},
}
ROE = {"id": "roe", "type": "book", "title": "Seas", "author": [{"family": "Roe", "given": "Bo"}]}
STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="{locale}">'
    "<info><title>Test</title><id>test</id><updated>2021-03-18T00:00:00+00:00</updated></info>"
    '<citation><layout prefix="(" suffix=")" delimiter="; "><names variable="author"><name form="short"/></names>'
    '<label variable="locator" form="short" prefix=", "/><text variable="locator" prefix=" "/></layout></citation>'
    "{bibliography}</style>"
)
PLAIN = STYLE.format(locale="en-US", bibliography="")
NUMBERED = STYLE.format(
    locale="fr-FR",
    bibliography='<bibliography second-field-align="flush" entry-spacing="0" line-spacing="2" hanging-indent="true">'
    '<layout suffix="."><text variable="citation-number" prefix="[" suffix="]"/>'
    '<text variable="title" font-style="italic"/><text term="accessed" prefix=" "/></layout></bibliography>',
)


def job(**fields: object) -> dict[str, object]:
    return process_job({"style": NUMBERED, "items": [SMITH, ROE], **fields})


def test_a_job_is_answered_with_citations_and_a_bibliography():
    answer = job(
        output="text",
        citations=[
            {"citationID": "c1", "citationItems": [{"id": "roe", "locator": 7}], "properties": {"noteIndex": 0}},
            {"citationID": "c2", "citationItems": [{"id": "smith"}], "properties": {"mode": "composite"}},
        ],
    )
    assert answer == {
        "citations": [
            {"citationID": "c1", "text": "(Roe, p. 7)"},
            {"citationID": "c2", "text": "Smith [NO_PRINTED_FORM]"},
        ],
        "bibliography": {
            "entries": [
                {"id": "roe", "text": "[1] Seas consulté le."},
                {"id": "smith", "text": "[2] Hills consulté le."},
            ],
            "parameters": {
                "entry-spacing": 0,
                "line-spacing": 2,
                "hanging-indent": True,
                "second-field-align": "flush",
                "max-offset": 3,
            },
        },
        "notices": [
            {
                "rule": "nothing-printed",
                "message": "the style prints nothing for citation 'c2'; look at its items and at its mode",
                "severity": "warning",
            }
        ],
    }


def test_html_is_the_markup_that_stands_inside_an_entry():
    assert job()["bibliography"]["entries"][0]["text"] == (
        '\n    <div class="csl-left-margin">[1]</div><div class="csl-right-inline"><i>Hills</i> consulté le.</div>\n  '
    )


def test_the_widest_number_is_the_offset():
    items = [{**SMITH, "id": number} for number in range(10)]
    assert job(items=items)["bibliography"]["parameters"]["max-offset"] == 4


def test_a_style_without_a_bibliography_has_none():
    answer = job(style=PLAIN, citations=["smith"])
    assert answer["bibliography"] is None
    assert answer["citations"] == [{"citationID": "citation-1", "text": "(Smith)"}]


@pytest.mark.parametrize(("locale", "word"), [(None, "consulté le"), ("en-US", "accessed"), ("de-DE", "zugegriffen")])
def test_the_locale_is_the_one_asked_for_or_that_of_the_style(locale, word):
    (entry, _) = job(locale=locale, output="text")["bibliography"]["entries"]
    assert entry["text"] == f"[1] Hills {word}."


def test_an_unknown_locale_falls_back_and_is_told():
    answer = job(style=PLAIN, locale="tlh", citations=["smith"])
    assert answer["citations"][0]["text"] == "(Smith)"
    assert any("tlh" in notice["message"] for notice in answer["notices"])


def test_uncited_items_are_listed_where_they_are_asked_for():
    def ids(**fields: object) -> list[str]:
        return [entry["id"] for entry in job(**fields)["bibliography"]["entries"]]

    assert ids() == ["smith", "roe"]
    assert ids(citations=["roe"]) == ["roe"]
    assert ids(citations=["roe"], uncited=True) == ["roe", "smith"]
    assert ids(citations=["roe"], uncited=["smith"]) == ["roe", "smith"]
    assert ids(uncited=[]) == []


def test_a_cite_of_an_unknown_item_is_shown_and_told():
    answer = job(citations=[["smith", "nobody"]], output="text")
    assert answer["citations"][0]["text"] == "(Smith; [nobody?])"
    assert [notice["rule"] for notice in answer["notices"]] == ["unknown-item"]


def test_links_are_made_on_request():
    style = STYLE.format(
        locale="en-US", bibliography='<bibliography><layout><text variable="DOI"/></layout></bibliography>'
    )
    items = [{**SMITH, "DOI": "10.1/x"}]
    answer = job(style=style, items=items, options={"links": True})
    assert answer["bibliography"]["entries"][0]["text"] == '<a href="https://doi.org/10.1/x">10.1/x</a>'
    answer = job(style=style, items=items)
    assert answer["bibliography"]["entries"][0]["text"] == "10.1/x"
    answer = job(style=style, items=items, options={"links": True}, output="rtf")
    assert 'HYPERLINK "https://doi.org/10.1/x"' in answer["bibliography"]["entries"][0]["text"]


def test_a_job_chooses_its_spaces_and_the_next_one_is_free_to_choose_others():
    style = STYLE.format(
        locale="fr-FR", bibliography='<bibliography><layout><text variable="title"/></layout></bibliography>'
    )
    styles = StyleShelf()
    texts = []
    for options in ({"spaces": "lexique"}, {}, {"spaces": "ascii"}):
        items = [{**SMITH, "title": "Quoi\u00a0?"}, {**ROE, "title": "Rien"}]
        citations = [{"citationItems": [{"id": "smith"}, {"id": "roe"}]}]
        answer = process_job(
            {"style": style, "items": items, "citations": citations, "output": "text", "options": options}, styles
        )
        texts.append((answer["citations"][0]["text"], answer["bibliography"]["entries"][0]["text"]))
    assert texts == [
        ("(Smith\u202f; Roe)", "Quoi\u202f?"),
        ("(Smith; Roe)", "Quoi\u00a0?"),
        ("(Smith ; Roe)", "Quoi ?"),
    ]


@pytest.mark.parametrize(
    ("fields", "type_", "words"),
    [
        ({"style": "no-such-style-at-all"}, "StyleError", "no-such-style-at-all"),
        ({"style": "<style/>"}, "StyleError", ""),
        ({"style": None}, "UsageError", "names no style"),
        ({"output": "pdf"}, "UsageError", "html, rtf, text"),
        ({"options": {"spaces": "wide"}}, "UsageError", "lexique, nbsp, nnbsp, ascii, stored"),
    ],
)
def test_an_error_is_an_answer(fields, type_, words):
    answer = job(**fields)
    assert list(answer) == ["error"]
    assert answer["error"]["type"] == type_
    assert words in answer["error"]["message"]


@pytest.mark.parametrize("line", ["", "{", "nonsense", "[" * 100_000, '{"style": "apa"'])
def test_what_is_not_json_is_an_error_with_a_place(line):
    answer = process_line(line)
    assert answer["error"]["type"] == "InputError"


def test_a_fault_of_ours_is_an_answer_too(monkeypatch):
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by chance")

    monkeypatch.setattr("citekit.process.run.read_job", fail)
    assert process_line("{}") == {"error": {"type": "InternalError", "message": "ZeroDivisionError: by chance"}}


def test_an_answer_can_be_written_as_json():
    items = [{**SMITH, "title": "\ud800 lone"}]
    assert json.loads(json.dumps(job(items=items)))["citations"] == []


def test_styles_are_compiled_once_for_each_locale(monkeypatch):
    loaded: list[tuple[str, str | None]] = []

    def count(name: str, locale: str | None, **options: bool) -> object:
        loaded.append((name, locale))
        return load_style(name, locale, **options)

    monkeypatch.setattr("citekit.process.run.load_style", count)
    shelf = StyleShelf(size=2)
    for locale in ("en-US", "fr-FR", "en-US", "de-DE", "en-US", "fr-FR"):
        shelf.style(PLAIN, locale)
    # German pushes out French, which was not used for the longest time.
    assert [locale for _, locale in loaded] == ["en-US", "fr-FR", "de-DE", "fr-FR"]


@pytest.mark.parametrize(
    "item",
    [
        {},
        {"id": None, "type": 3},
        {"id": "a", "author": "Smith", "issued": "2001?"},
        {"id": "a", "author": [None, 3, {"family": None}], "issued": {"date-parts": [[]]}},
        {"id": "a", "issued": {"date-parts": [["2001", "x"]]}, "title": ["A", "B"], "volume": {"a": 1}},
    ],
)
def test_no_item_is_too_odd_to_be_listed(item):
    answer = process_job({"style": "apa", "items": [item], "output": "text"})
    assert len(answer["bibliography"]["entries"]) == 1


@pytest.mark.parametrize(
    ("options", "order"), [({}, ["micro", "action"]), ({"french-order": True}, ["action", "micro"])]
)
def test_jobs_are_sorted_as_csl_says_unless_french_order_is_asked_for(options, order):
    works = [
        {"id": "action", "type": "book", "title": "Une action", "language": "fr"},
        {"id": "micro", "type": "book", "title": "Micro", "language": "fr"},
    ]
    answer = process_job({"style": "apa", "locale": "fr-FR", "items": works, "options": options})
    assert [entry["id"] for entry in answer["bibliography"]["entries"]] == order
