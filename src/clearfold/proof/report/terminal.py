"""The report for people on the terminal: verdict, words found, findings with what to do about them."""

from collections import Counter
from collections.abc import Iterable

from clearfold.model.diagnostic import Severity
from clearfold.proof.report.results import EditionReport
from clearfold.proof.witnesses import FAILING, line

MOST = 20  # findings of one file that the terminal shows
RED, YELLOW, GREEN, BOLD, PLAIN = "\033[31m", "\033[33m", "\033[32m", "\033[1m", "\033[0m"


def to_text(reports: Iterable[EditionReport], *, colour: bool = False, most: int = MOST) -> str:
    """Write reports for the terminal; ``colour`` adds ANSI colours."""
    return "\n".join(told for report in reports for told in _lines(report, colour=colour, most=most))


def _lines(report: EditionReport, *, colour: bool, most: int) -> list[str]:
    def paint(code: str, text: str) -> str:
        return f"{code}{text}{PLAIN}" if colour else text

    good = report.proven
    verdict = paint(GREEN, "proven") if good else paint(RED, "NOT PROVEN")
    verdict = paint(YELLOW, "no fault found, and its words are NOT PROVEN") if good and report.unread else verdict
    lines = [f"{paint(BOLD, report.name)}: {verdict}"]
    for stream in report.streams:
        moved = f"{stream.moved} block{'s' * (stream.moved != 1)} moved"
        lines.append(f"  {stream.name}: {stream.found} of {stream.expected} words ({stream.share:.1f} %), {moved}")
    lines += [f"  {reason}" for reason in report.not_run]
    for verdict in report.verdicts:
        how = f" ({verdict.how_to_get})" if verdict.how_to_get else ""
        lines.append(f"  {verdict.witness}, {verdict.profile}: {verdict.outcome}{how}")
        failing = [finding for finding in verdict.findings if finding.level in FAILING]
        lines += [f"    {line(finding)}" for finding in failing[:most]]
        lines += [f"    … and {len(failing) - most} more"] if failing[most:] else []
    for diagnostic in report.diagnostics[:most]:
        tint = RED if diagnostic.severity is Severity.ERROR else YELLOW
        head, *hint = str(diagnostic).split("\n")
        lines += [f"  {paint(tint, head)}", *(f"  {told}" for told in hint)]
    rest = Counter(d.code for d in report.diagnostics[most:])
    if rest:
        told = ", ".join(f"{code} {count} times" for code, count in sorted(rest.items()))
        lines.append(f"  … and {sum(rest.values())} more: {told}")
    return lines
