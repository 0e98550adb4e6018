"""Reports of changes as files: JSON for programs, one self-contained HTML page for readers.

Both hold the value before and the value after, so that any change can be undone by hand or by a program.
"""

from __future__ import annotations

import html
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from citekit.cli.diff import LEGEND, visible, word_pieces
from citekit.errors import UsageError
from citekit.report import Change, Mode, Notice

if TYPE_CHECKING:
    from citekit.french import Rule

__all__ = ["REPORT_FORMATS", "html_report", "json_report", "report_writer"]

_STYLE: Final = """
body { font: 1rem/1.5 Georgia, serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .3rem; }
h2 small, td small { color: #555; font-weight: normal; }
table { border-collapse: collapse; width: 100%; }
.items { table-layout: fixed; } .items th:first-child { width: 9rem; } .items th:last-child { width: 13rem; }
td.number { text-align: right; padding-right: 1rem; } details { font-size: .85rem; color: #555; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #ddd; }
del { color: #a40000; background: #fdecec; } ins { color: #0a5c2b; background: #e9f7ee; text-decoration: none; }
.ask { color: #7a4b00; } @media print { body { max-width: none; margin: 0; } }
"""


def json_report(changes: Sequence[Change], notices: Sequence[Notice], rules: Mapping[str, Rule]) -> str:
    """The changes and notices as one JSON object."""
    data = {
        "changes": [
            {
                "key": change.key,
                "field": change.field,
                "before": change.before,
                "after": change.after,
                "rule": change.rule,
                "mode": change.mode.value,
                "reason": {"en": rules[change.rule].summary_en, "fr": rules[change.rule].summary_fr},
                "location": str(change.location) if change.location.line else "",
            }
            for change in changes
        ],
        "notices": [
            {
                "rule": notice.rule,
                "message": notice.message,
                "remedy": notice.remedy,
                "severity": notice.severity.value,
                "location": str(notice.location) if notice.location.line else "",
            }
            for notice in notices
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def html_report(changes: Sequence[Change], notices: Sequence[Notice], rules: Mapping[str, Rule]) -> str:
    """The changes item by item as a page of HTML, with what was taken and what was given marked."""
    done = sum(change.mode is Mode.AUTO for change in changes)
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Changes</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{_STYLE}</style>\n</head>\n<body>",
        f"<h1>Changes</h1>\n<p>{done} made, {len(changes) - done} proposed. {html.escape(LEGEND)}</p>",
        *_explained(changes, rules),
    ]
    for (key, location), found in groupby(changes, key=lambda change: (change.key, change.location)):
        place = f" <small>{html.escape(str(location))}</small>" if location.line else ""
        parts.append(f'<h2>{html.escape(key)}{place}</h2>\n<table class="items">')
        parts.append("<tr><th>Field</th><th>Change</th><th>Rule</th></tr>")
        parts += [_row(change, rules[change.rule]) for change in found]
        parts.append("</table>")
    if notices:
        told = "".join(f"<li>{html.escape(str(notice))}</li>\n" for notice in notices)
        parts.append(f"<h2>Notices</h2>\n<ul>\n{told}</ul>")
    return "\n".join([*parts, "</body>\n</html>\n"])


def _explained(changes: Sequence[Change], rules: Mapping[str, Rule]) -> list[str]:
    """A table of the rules that were at work, each with its sense and how often it was."""
    made = Counter(change.rule for change in changes if change.mode is Mode.AUTO)
    proposed = Counter(change.rule for change in changes if change.mode is not Mode.AUTO)
    rows = [
        f'<tr id="{html.escape(rule.id)}"><td>{html.escape(rule.id)}</td><td class="number">{made[rule.id] or ""}</td>'
        f'<td class="number">{proposed[rule.id] or ""}</td><td>{html.escape(rule.summary_en)}<br>'
        f'<span lang="fr">{html.escape(_set_in_french(rule.summary_fr))}</span></td></tr>'
        for rule in rules.values()
        if made[rule.id] or proposed[rule.id]
    ]
    head = "<tr><th>Rule</th><th>Made</th><th>Proposed</th><th>What it does</th></tr>"
    return ["<table>", head, *rows, "</table>"] if rows else []


def _set_in_french(text: str) -> str:
    from citekit.french import fix_apostrophes, fix_spacing

    return fix_spacing(fix_apostrophes(text))


def _row(change: Change, rule: Rule) -> str:
    asked = ' <small class="ask">proposed, not made</small>' if change.mode is Mode.ASK else ""
    found = word_pieces(change.before, change.after)
    pieces = "".join(
        html.escape(text) if kind == "same" else f"<{kind}>{html.escape(text)}</{kind}>" for kind, text in found
    )
    if "".join(text for kind, text in found if kind != "ins") != visible(change.before):
        # The diff leaves out what did not change.
        asked += f"<details><summary>before</summary>{html.escape(change.before)}</details>"
    return (
        f"<tr><td>{html.escape(change.field)}</td><td>{pieces}{asked}</td>"
        f'<td><a href="#{html.escape(rule.id)}">{html.escape(rule.id)}</a></td></tr>'
    )


_Writer = Callable[[Sequence[Change], Sequence[Notice], "Mapping[str, Rule]"], str]

REPORT_FORMATS: Final[Mapping[str, _Writer]] = {".json": json_report, ".html": html_report, ".htm": html_report}
"""What writes a report, by the extension of its file."""


def report_writer(extension: str) -> _Writer:
    """The writer for an extension; raises `UsageError` where there is none."""
    found = REPORT_FORMATS.get(extension.casefold())
    if found is None:
        raise UsageError(
            f"no report is written as {extension or 'a file without extension'}", remedy="use .json or .html"
        )
    return found
