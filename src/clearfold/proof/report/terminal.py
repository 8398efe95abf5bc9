"""The report for people on the terminal: verdict, words found, findings with what to do about them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from clearfold.model.diagnostic import Severity
from clearfold.model.messages import message
from clearfold.proof.report.results import EditionReport, StreamReport
from clearfold.proof.witnesses import FAILING, line

MOST = 20  # findings of one file that the terminal shows
RED, YELLOW, GREEN, BOLD, PLAIN = "\033[31m", "\033[33m", "\033[32m", "\033[1m", "\033[0m"


def to_text(reports: Iterable[EditionReport], *, colour: bool = False, most: int = MOST, orders: bool = False) -> str:
    """Write reports for the terminal; ``colour`` adds ANSI colours, ``orders`` a line for each order of reading."""
    return "\n".join(told for report in reports for told in _lines(report, colour=colour, most=most, orders=orders))


def _lines(report: EditionReport, *, colour: bool, most: int, orders: bool) -> list[str]:
    def paint(code: str, text: str) -> str:
        return f"{code}{text}{PLAIN}" if colour else text

    good = report.proven
    stands = paint(GREEN, "proven") if good else paint(RED, "NOT PROVEN")
    if good and report.unread:
        stands = paint(YELLOW, message("no fault found, and its words are NOT PROVEN"))
    lines = [f"{paint(BOLD, report.name)}: {stands}{_words(report.streams)}"]
    for stream in report.streams if orders else ():
        moved = f"{stream.moved} block{'s' * (stream.moved != 1)} moved"
        lines.append(f"  {stream.name}: {stream.found} of {stream.expected} words ({stream.share:.1f} %), {moved}")
    lines += [f"  {reason}" for reason in report.not_run]
    for verdict in report.verdicts:
        how = f" ({verdict.how_to_get})" if verdict.how_to_get else ""
        lines.append(f"  {verdict.witness}, {verdict.profile}: {verdict.outcome}{how}")
        failing = [finding for finding in verdict.findings if finding.level in FAILING]
        lines += [f"    {line(finding)}" for finding in failing[:most]]
        lines += [message("    … and {failing} more", failing=len(failing) - most)] if failing[most:] else []
    for diagnostic in report.diagnostics[:most]:
        tint = RED if diagnostic.severity is Severity.ERROR else YELLOW
        head, *hint = str(diagnostic).split("\n")
        lines += [f"  {paint(tint, head)}", *(f"  {told}" for told in hint)]
    rest = Counter(d.code for d in report.diagnostics[most:])
    if rest:
        told = ", ".join(
            message("{code} {count} times", code=code, count=count) for code, count in sorted(rest.items())
        )
        lines.append(message("  … and {values} more: {told}", values=sum(rest.values()), told=told))
    return lines


def _words(streams: Sequence[StreamReport]) -> str:
    """Say how many words were found, in the order of reading that has fewest of them; "" where none was promised."""
    read = [stream for stream in streams if stream.expected]
    if not read:
        return ""
    worst = min(read, key=lambda stream: (stream.found / stream.expected, -stream.moved))
    if any(stream.found < stream.expected for stream in read):
        return f", {worst.found} of {worst.expected} words are there"
    most = max(stream.expected for stream in read)
    moved = max(stream.moved for stream in read)
    if moved:
        return f", all {most} words are there, and {moved} passage{'s' * (moved != 1)} at another place"
    return f", all {most} words are there, in their order"
