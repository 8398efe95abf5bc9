"""The report as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a copy."""

import json
from pathlib import Path
from urllib.parse import quote

from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.proof.findings.rules import RULES
from clearfold.proof.report.families import FAMILIES
from clearfold.proof.report.results import Results, sentence, whereabouts

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def to_sarif(results: Results) -> str:
    """Write results as one run: the rules whose codes were told, and a result for each diagnostic, at its place."""
    told = tuple(results.told())
    codes = sorted({diagnostic.code for _, diagnostic, _ in told})
    first = {code: next(d for _, d, _ in told if d.code == code) for code in codes}
    version = {"version": results.version} if results.version else {}
    run = {
        "tool": {"driver": {"name": "Clearfold", **version, "rules": [_rule(first[c]) for c in codes]}},
        # The places of diagnostics count characters, as Python does.
        "columnKind": "unicodeCodePoints",
        "results": [_result(results, codes.index(d.code), name, d, place) for name, d, place in told],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(diagnostic: Diagnostic) -> dict[str, object]:
    """Describe a code; one that the proof has no rule for is of the copy, and is described by what was told of it."""
    rule = RULES.get(diagnostic.code)
    fact, hint = (rule.fact, rule.hint) if rule else (f"{diagnostic.code}, of the copy", diagnostic.hint)
    about = next((f"{family.name}: {family.about}" for family in FAMILIES if diagnostic in family), "Copy")
    advice = sentence(hint) or sentence(fact)
    return {
        "id": diagnostic.code,
        "shortDescription": {"text": sentence(fact)},
        "fullDescription": {"text": sentence(about)},
        "help": {
            "text": f"{advice} docs/checks.md explains {diagnostic.code}.",
            "markdown": f"{advice} `docs/checks.md` explains `{diagnostic.code}`.",
        },
        "defaultConfiguration": {"level": str(diagnostic.severity)},
        "properties": {"tags": ["accessibility", about.partition(":")[0].lower()]},
    }


def _result(
    results: Results, index: int, name: str, diagnostic: Diagnostic, place: Location | None
) -> dict[str, object]:
    where = whereabouts(name, diagnostic)
    hint = f" {sentence(diagnostic.hint)}" if diagnostic.hint else ""
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": str(diagnostic.severity),
        "message": {"text": f"{sentence(diagnostic.fact)}{f' [{where}]' if where else ''}{hint}"},
    }
    if place:
        # Code hosts show nothing without a line: what is told of the whole file is shown at its first.
        region = {"startLine": place.line or 1, **({"startColumn": place.column} if place.column else {})}
        artifact = {"uri": _uri(results, place.path)}
        result["locations"] = [{"physicalLocation": {"artifactLocation": artifact, "region": region}}]
    return result


def _uri(results: Results, path: Path) -> str:
    """Return a relative reference, or a file URI for what stands outside the base (SARIF 3.10)."""
    told = results.path(path)
    return path.resolve().as_uri() if Path(told).is_absolute() else quote(told)
