"""The report as Markdown, for the page of a run in CI: a table of the files, then what was found."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.proof.report.results import EditionReport, Results, sentence, whereabouts
from clearfold.proof.report.terminal import words_found
from clearfold.proof.witnesses import FAILING, line

_MOST = 60  # findings; GitHub shows a megabyte at most
_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|~"} | {"\n": " "})


def to_markdown(results: Results) -> str:
    """Write each file's verdict in a row, what outside witnesses said beside it, and each finding with its hint."""
    good = sum(report.good and not report.unread for report in results.reports)
    lines = ["## Proof", "", f"{good} of {len(results.reports)} files are proven.", ""]
    if results.reports:
        lines += ["| File | Proof | Witnesses |", "| --- | --- | --- |"]
        lines += [_row(report) for report in results.reports]
        lines.append("")
    told = list(results.told())
    lines += [_finding(results, *one) for one in told[:_MOST]]
    lines += [f"- … and {len(told) - _MOST} more"] if told[_MOST:] else []
    lines += list(_of_witnesses(results))
    return "\n".join(lines).rstrip() + "\n"


def _row(report: EditionReport) -> str:
    verdict = "✓ proven" if report.proven else "✗ not proven"
    if report.proven and report.unread:
        verdict = "– no fault found, and its words are not proven"
    witnesses = "; ".join(f"{one.witness}, {one.profile}: {one.outcome}" for one in report.verdicts)
    return f"| `{report.name}` | {verdict}{words_found(report.streams)} | {witnesses.translate(_ESCAPED)} |"


def _finding(results: Results, name: str, diagnostic: Diagnostic, place: Location | None) -> str:
    where = f"`{results.path(place.path)}:{place.line}`" if place else "–"
    of = whereabouts(name, diagnostic)
    fact = sentence(f"{diagnostic.fact}{f' ({of})' if of else ''}").translate(_ESCAPED)
    hint = f" {sentence(diagnostic.hint).translate(_ESCAPED)}" if diagnostic.hint else ""
    return f"- {where} **{diagnostic.severity} {diagnostic.code}** {fact}{hint}"


def _of_witnesses(results: Results) -> Iterator[str]:
    for report in results.reports:
        for verdict in report.verdicts:
            for finding in verdict.findings[:_MOST]:
                if finding.level in FAILING:
                    yield f"- `{report.name}` **{verdict.witness}** {line(finding).translate(_ESCAPED)}"
