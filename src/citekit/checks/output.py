"""Findings as text for people, JSON for programs, and SARIF for code hosts.

SARIF 2.1.0 (OASIS), "Static Analysis Results Interchange Format".
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Final
from urllib.parse import quote

from citekit.checks.finding import Finding
from citekit.checks.rules import RULES
from citekit.report import Severity

__all__ = ["OUTPUTS"]

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def _text(findings: Sequence[Finding]) -> str:
    """One line for each finding: `file:line:col: rule message`."""
    lines: list[str] = []
    for finding in findings:
        notice = finding.notice
        remedy = f"; {notice.remedy}" if notice.remedy else ""
        fixable = " [fixable]" if finding.fix else ""
        message = " ".join(f"{notice.message}{remedy}".split())
        lines.append(f"{notice.location}: {notice.severity.value} {notice.rule} {message}{fixable}\n")
    return "".join(lines)


def _json(findings: Sequence[Finding]) -> str:
    data = [
        {
            "file": finding.notice.location.file,
            "line": finding.notice.location.line,
            "column": finding.notice.location.column,
            "severity": finding.notice.severity.value,
            "rule": finding.notice.rule,
            "message": finding.notice.message,
            "remedy": finding.notice.remedy,
            "fixable": finding.fix is not None,
        }
        for finding in findings
    ]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _sarif(findings: Sequence[Finding]) -> str:
    used = sorted({finding.notice.rule for finding in findings})
    rules = [{"id": rule, "shortDescription": {"text": RULES.get(rule, rule)}} for rule in used]
    results = [_result(finding) for finding in findings]
    driver = {"name": "citekit", "rules": rules}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding) -> dict[str, object]:
    notice = finding.notice
    remedy = f"; {notice.remedy}" if notice.remedy else ""
    region = {"startLine": max(1, notice.location.line), "startColumn": max(1, notice.location.column)}
    artifact = {"uri": quote(notice.location.file.replace("\\", "/"), safe="/:~")}
    return {
        "ruleId": notice.rule,
        "level": _LEVELS[notice.severity],
        "message": {"text": f"{notice.message}{remedy}"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }


OUTPUTS: Final[Mapping[str, Callable[[Sequence[Finding]], str]]] = {"text": _text, "json": _json, "sarif": _sarif}
"""How findings are written, by the name of the format."""
