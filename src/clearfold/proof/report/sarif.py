"""The report as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a copy."""

import json
from pathlib import Path
from urllib.parse import quote

from clearfold.model.copy_rules import COPY_RULES
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.messages import joined, message, told
from clearfold.proof.findings.rules import RULES
from clearfold.proof.report.families import FAMILIES
from clearfold.proof.report.results import Results, sentence, whereabouts

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def to_sarif(results: Results) -> str:
    """Write results as one run: the rules whose codes were told, and a result for each diagnostic, at its place."""
    found = tuple(results.told())
    codes = sorted({diagnostic.code for _, diagnostic, _ in found})
    first = {code: next(d for _, d, _ in found if d.code == code) for code in codes}
    version = {"version": results.version} if results.version else {}
    run = {
        "tool": {"driver": {"name": "Clearfold", **version, "rules": [_rule(first[c]) for c in codes]}},
        # The places of diagnostics count characters, as Python does.
        "columnKind": "unicodeCodePoints",
        "results": [_result(results, codes.index(d.code), name, d, place) for name, d, place in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(diagnostic: Diagnostic) -> dict[str, object]:
    """Describe a code, by the words of its rule; one that has none is described by what was told of it."""
    fact, about, hint = _words(diagnostic)
    advice, command = sentence(hint) or sentence(fact), f"clearfold explain {diagnostic.code}"
    more = message("{command} says more.", command=command), message("{command} says more.", command=f"`{command}`")
    return {
        "id": diagnostic.code,
        "shortDescription": {"text": sentence(fact)},
        "fullDescription": {"text": sentence(about)},
        "help": dict(zip(("text", "markdown"), (f"{advice} {told(one)}" for one in more), strict=True)),
        "defaultConfiguration": {"level": str(diagnostic.severity)},
        # What people filter by is alike in every language.
        "properties": {"tags": ["accessibility", _family(diagnostic).lower()]},
    }


def _words(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return what is wrong, why it matters or what is held against what, and what to do, of every such finding."""
    if (rule := RULES.get(diagnostic.code)) is not None:
        about = next((joined(": ", (one.name, one.about)) for one in FAMILIES if diagnostic in one), rule.fact)
        return message(rule.fact), about, message(rule.hint) if rule.hint else ""
    if (known := COPY_RULES.get(diagnostic.code)) is not None:
        cure = message(known.cure) if known.cure else diagnostic.hint
        return message(known.about.removeprefix("warning: ")), message(known.why), cure
    return diagnostic.fact, diagnostic.fact, diagnostic.hint


def _family(diagnostic: Diagnostic) -> str:
    return next((str(family.name) for family in FAMILIES if diagnostic in family), "copy")


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
