"""The report for people on the terminal: verdict, words found, findings with what to do about them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from clearfold.model.diagnostic import Severity
from clearfold.model.messages import counted, joined, message, told
from clearfold.proof.report.results import EditionReport, StreamReport
from clearfold.proof.report.wording import OUTCOMES
from clearfold.proof.witnesses import FAILING, line

MOST = 20  # findings of one file that the terminal shows
RED, YELLOW, GREEN, BOLD, PLAIN = "\033[31m", "\033[33m", "\033[32m", "\033[1m", "\033[0m"


def to_text(reports: Iterable[EditionReport], *, colour: bool = False, most: int = MOST, orders: bool = False) -> str:
    """Write reports for the terminal; ``colour`` adds ANSI colours, ``orders`` a line for each order of reading."""
    return "\n".join(text for report in reports for text in _lines(report, colour=colour, most=most, orders=orders))


def _lines(report: EditionReport, *, colour: bool, most: int, orders: bool) -> list[str]:
    def paint(code: str, text: str) -> str:
        return f"{code}{text}{PLAIN}" if colour else text

    good = report.proven
    stands = paint(GREEN, told(message("proven"))) if good else paint(RED, told(message("NOT PROVEN")))
    if good and report.unread:
        stands = paint(YELLOW, told(message("no fault found, and its words are NOT PROVEN")))
    lines = [f"{paint(BOLD, report.name)}: {stands}{words_found(report.streams)}"]
    for stream in report.streams if orders else ():
        words = message(
            "{order}: {found} of {expected} words ({share:.1f} %), {moved}",
            order=message(stream.name),
            found=stream.found,
            expected=stream.expected,
            share=stream.share,
            moved=counted(stream.moved, "{count} block moved", "{count} blocks moved"),
        )
        lines.append(f"  {told(words)}")
    lines += [f"  {told(reason)}" for reason in report.not_run]
    for verdict in report.verdicts:
        how = f" ({told(verdict.how_to_get)})" if verdict.how_to_get else ""
        lines.append(f"  {verdict.witness}, {verdict.profile}: {told(OUTCOMES[verdict.outcome])}{how}")
        failing = [finding for finding in verdict.findings if finding.level in FAILING]
        lines += [f"    {line(finding)}" for finding in failing[:most]]
        lines += [told(message("    … and {failing} more", failing=len(failing) - most))] if failing[most:] else []
    for diagnostic in report.diagnostics[:most]:
        tint = RED if diagnostic.severity is Severity.ERROR else YELLOW
        head, *hint = str(diagnostic).split("\n")
        lines += [f"  {paint(tint, head)}", *(f"  {words}" for words in hint)]
    rest = Counter(d.code for d in report.diagnostics[most:])
    if rest:
        every = joined(", ", (message("{code} {count} times", code=code, count=n) for code, n in sorted(rest.items())))
        lines.append(told(message("  … and {count} more: {every}", count=sum(rest.values()), every=every)))
    return lines


def words_found(streams: Sequence[StreamReport]) -> str:
    """Say how many words were found, in the order of reading that has fewest of them; "" where none was promised."""
    read = [stream for stream in streams if stream.expected]
    if not read:
        return ""
    worst = min(read, key=lambda stream: (stream.found / stream.expected, -stream.moved))
    if any(stream.found < stream.expected for stream in read):
        return told(message(", {found} of {expected} words are there", found=worst.found, expected=worst.expected))
    most = max(stream.expected for stream in read)
    moved = max(stream.moved for stream in read)
    if moved:
        words = counted(
            moved,
            ", all {most} words are there, and {count} passage at another place",
            ", all {most} words are there, and {count} passages at another place",
            most=most,
        )
        return told(words)
    return told(message(", all {most} words are there, in their order", most=most))
