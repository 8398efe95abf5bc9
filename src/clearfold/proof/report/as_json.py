"""The report as JSON, which docs/report.schema.json describes."""

import json

from clearfold.model.diagnostic import Diagnostic
from clearfold.proof.findings.finding import NOWHERE, Finding
from clearfold.proof.report.results import EditionReport, Results

VERSION = 1


def to_json(results: Results) -> str:
    """Write results as JSON."""
    document = {
        "version": VERSION,
        "proven": results.proven,
        "copies": [_finding(diagnostic) for diagnostic in results.copies],
        "editions": [_edition(report) for report in results.reports],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _edition(report: EditionReport) -> dict[str, object]:
    return {
        "name": report.name,
        "edition": report.edition,
        "media_type": report.media_type,
        "proven": report.proven,
        "streams": [
            {"name": s.name, "words_found": s.found, "words_expected": s.expected, "blocks_moved": s.moved}
            for s in report.streams
        ],
        "not_run": list(report.not_run),
        "witnesses": [
            {
                "witness": v.witness,
                "profile": v.profile,
                "outcome": str(v.outcome),
                "how_to_get": v.how_to_get,
                "findings": [
                    {"rule": f.rule, "level": str(f.level), "message": f.message, "place": f.place, "count": f.count}
                    for f in v.findings
                ],
            }
            for v in report.verdicts
        ],
        "findings": [_finding(d) for d in report.diagnostics],
    }


def _finding(diagnostic: Diagnostic) -> dict[str, object]:
    at = diagnostic.location
    told = diagnostic if isinstance(diagnostic, Finding) else None
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "fact": diagnostic.fact,
        "hint": diagnostic.hint,
        "source": None if at == NOWHERE else {"path": at.path.as_posix(), "line": at.line, "column": at.column},
        "stream": told.stream if told else "",
        "place": told.place if told else "",
        "expected": told.expected if told else "",
        "found": told.found if told else "",
    }
