"""`citekit process`: JSON in, JSON out."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

Run = Callable[..., Result]

ITEM = {"id": "m", "type": "book", "title": "Essais"}
JOB = {"style": "titles.csl", "items": [ITEM], "citations": [["m"]], "output": "text"}


def answers(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_job_on_standard_input_is_answered_on_standard_output(run: Run) -> None:
    result = run("process", stdin=json.dumps(JOB, indent=2))
    assert result.exit_code == 0
    (answer,) = answers(result)
    assert answer["citations"] == [{"citationID": "citation-1", "text": "Essais"}]
    assert answer["bibliography"]["entries"] == [{"id": "m", "text": "Essais."}]  # type: ignore[index]
    assert answer["bibliography"]["parameters"]["hanging-indent"] is True  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "code", "type_"),
    [
        ("", 3, "InputError"),
        ("[]", 3, "InputError"),
        ('{"style": "no-such-style-at-all"}', 4, "StyleError"),
        ('{"style": "apa", "output": "pdf"}', 2, "UsageError"),
    ],
)
def test_a_job_that_cannot_be_done_is_answered_and_told_by_the_exit_code(
    run: Run, text: str, code: int, type_: str
) -> None:
    result = run("process", stdin=text)
    assert result.exit_code == code
    (answer,) = answers(result)
    assert answer["error"]["type"] == type_  # type: ignore[index]


def test_each_line_is_answered_by_a_line_in_the_same_order(run: Run) -> None:
    lines = [
        json.dumps({**JOB, "items": [{**ITEM, "title": "Un"}]}),
        "{ this is no JSON",
        "",
        json.dumps({**JOB, "style": "no-such-style-at-all"}),
        json.dumps({**JOB, "items": [{**ITEM, "title": "Deux"}]}),
    ]
    result = run("process", "--jsonl", stdin="\n".join(lines))
    assert result.exit_code == 0
    first, second, third, fourth = answers(result)
    assert first["citations"] == [{"citationID": "citation-1", "text": "Un"}]
    assert second["error"]["type"] == "InputError"  # type: ignore[index]
    assert third["error"]["type"] == "StyleError"  # type: ignore[index]
    assert fourth["citations"] == [{"citationID": "citation-1", "text": "Deux"}]


def test_no_jobs_give_no_answers(run: Run) -> None:
    result = run("process", "--jsonl", stdin="")
    assert (result.exit_code, result.stdout) == (0, "")


def test_answers_are_ascii_so_that_nothing_in_between_can_spoil_them(run: Run) -> None:
    job = {**JOB, "items": [{**ITEM, "title": "Épées \ud800"}]}
    result = run("process", stdin=json.dumps(job))
    assert result.stdout.isascii()
    assert answers(result)[0]["citations"] == [{"citationID": "citation-1", "text": "Épées \ufffd"}]


def test_bytes_that_are_not_utf_8_are_read_as_windows_1252_and_told(run: Run) -> None:
    job = {**JOB, "items": [{**ITEM, "title": "Épées"}]}
    result = run("process", stdin=json.dumps(job, ensure_ascii=False).encode("cp1252"))
    (answer,) = answers(result)
    assert answer["citations"] == [{"citationID": "citation-1", "text": "Épées"}]
    assert "UTF-8" in str(answer["notices"])
