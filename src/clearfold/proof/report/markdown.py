"""The report as Markdown, for the page of a run in CI: a table of the files, then what was found."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.messages import message, told
from clearfold.proof.report.results import EditionReport, Results, sentence, whereabouts
from clearfold.proof.report.terminal import words_found
from clearfold.proof.report.wording import OUTCOMES
from clearfold.proof.witnesses import FAILING, line

_PROOF = message("Proof")
_HEADS = (message("File"), _PROOF, message("Witnesses"))
_MOST = 60  # findings; GitHub shows a megabyte at most
_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|~"} | {"\n": " "})


def to_markdown(results: Results) -> str:
    """Write each file's verdict in a row, what outside witnesses said beside it, and each finding with its hint."""
    good = sum(report.good and not report.unread for report in results.reports)
    count = message("{good} of {all} files are proven.", good=good, all=len(results.reports))
    if not results.reports:
        count = message("Nothing was made: what follows is to be mended in the copy.")
        count = count if results.copies else message("There was nothing to prove.")
    lines = [f"## {told(_PROOF)}", "", told(count), ""]
    if results.reports:
        lines += [f"| {' | '.join(map(told, _HEADS))} |", "| --- | --- | --- |"]
        lines += [_row(report) for report in results.reports]
        lines.append("")
    findings = list(results.told())
    lines += [_finding(results, *one) for one in findings[:_MOST]]
    if findings[_MOST:]:
        lines.append(told(message("- … and {count} more", count=len(findings) - _MOST)))
    lines += list(_of_witnesses(results))
    return "\n".join(lines).rstrip() + "\n"


def _row(report: EditionReport) -> str:
    verdict = message("✓ proven") if report.proven else message("✗ not proven")
    if report.proven and report.unread:
        verdict = message("– no fault found, and its words are not proven")
    said = (f"{one.witness}, {one.profile}: {told(OUTCOMES[one.outcome])}" for one in report.verdicts)
    return f"| `{report.name}` | {told(verdict)}{words_found(report.streams)} | {'; '.join(said).translate(_ESCAPED)} |"


def _finding(results: Results, name: str, diagnostic: Diagnostic, place: Location | None) -> str:
    where = f"`{results.path(place.path)}:{place.line}`" if place else "–"
    of = whereabouts(name, diagnostic)
    fact = sentence(f"{told(diagnostic.fact)}{f' ({of})' if of else ''}").translate(_ESCAPED)
    hint = f" {sentence(diagnostic.hint).translate(_ESCAPED)}" if diagnostic.hint else ""
    return f"- {where} **{diagnostic.severity.told} {diagnostic.code}** {fact}{hint}"


def _of_witnesses(results: Results) -> Iterator[str]:
    for report in results.reports:
        for verdict in report.verdicts:
            for finding in verdict.findings[:_MOST]:
                if finding.level in FAILING:
                    yield f"- `{report.name}` **{verdict.witness}** {line(finding).translate(_ESCAPED)}"
