"""Say what the proof found: for people on the terminal, for programs as JSON (docs/report.schema.json)."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from clearfold.diagnostic import Diagnostic, Severity
from clearfold.proof.codes import Rank
from clearfold.proof.finding import NOWHERE, Finding
from clearfold.proof.validators import Verdict

VERSION = 1
MOST = 20  # findings of one file that the terminal shows
RED, YELLOW, GREEN, BOLD, PLAIN = "\033[31m", "\033[33m", "\033[32m", "\033[1m", "\033[0m"


@dataclass(frozen=True, slots=True)
class StreamReport:
    """What one reading of a file came to: words of the copy that were found, words that it promises, blocks moved."""

    name: str
    found: int
    expected: int
    moved: int


@dataclass(frozen=True, slots=True)
class EditionReport:
    """The proof of one finished file.

    ``diagnostics`` are sorted: what can hurt somebody first. ``not_run`` says which checks could not be made, and why.
    """

    name: str
    edition: str
    media_type: str
    streams: tuple[StreamReport, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    not_run: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    @property
    def proven(self) -> bool:
        """Say whether the file holds what the copy promises: no error, and every word found."""
        return not any(d.severity is Severity.ERROR for d in self.diagnostics)


def sorted_findings(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort findings: what can hurt first, then by rank, place in the copy, and code.

    What is found in several orders at the same place is told once, with the names of the orders.
    """
    seen: dict[Diagnostic, list[str]] = {}
    for diagnostic in diagnostics:
        stream = diagnostic.stream if isinstance(diagnostic, Finding) else ""
        bare = replace(diagnostic, stream="") if isinstance(diagnostic, Finding) else diagnostic
        streams = seen.setdefault(bare, [])
        if stream and stream not in streams:
            streams.append(stream)
    told = (replace(d, stream=" and ".join(names)) if isinstance(d, Finding) else d for d, names in seen.items())
    return tuple(sorted(told, key=lambda d: (_rank(d), d.location, d.code)))


def to_text(reports: Iterable[EditionReport], *, colour: bool = False, most: int = MOST) -> str:
    """Write reports for the terminal; ``colour`` adds ANSI colours."""
    return "\n".join(line for report in reports for line in _lines(report, colour=colour, most=most))


def to_json(reports: Iterable[EditionReport]) -> str:
    """Write reports as JSON that docs/report.schema.json describes."""
    given = tuple(reports)
    document = {
        "version": VERSION,
        "proven": all(report.proven for report in given),
        "editions": [_edition(report) for report in given],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rank(diagnostic: Diagnostic) -> Rank:
    return diagnostic.rank if isinstance(diagnostic, Finding) else Rank.REST


def _lines(report: EditionReport, *, colour: bool, most: int) -> list[str]:
    def paint(code: str, text: str) -> str:
        return f"{code}{text}{PLAIN}" if colour else text

    good = report.proven
    lines = [f"{paint(BOLD, report.name)}: {paint(GREEN, 'proven') if good else paint(RED, 'NOT PROVEN')}"]
    for stream in report.streams:
        share = 100 * stream.found / stream.expected if stream.expected else 100.0
        # Rounded down: 99.96 % is not all of the words.
        percent = int(share * 10) / 10
        moved = f"{stream.moved} block{'s' * (stream.moved != 1)} moved"
        lines.append(f"  {stream.name}: {stream.found} of {stream.expected} words ({percent:.1f} %), {moved}")
    lines += [f"  {reason}" for reason in report.not_run]
    for verdict in report.verdicts:
        how = f" ({verdict.how_to_get})" if verdict.how_to_get else ""
        lines.append(f"  {verdict.witness}, {verdict.profile}: {verdict.outcome}{how}")
    for diagnostic in report.diagnostics[:most]:
        tint = RED if diagnostic.severity is Severity.ERROR else YELLOW
        head, *hint = str(diagnostic).split("\n")
        lines += [f"  {paint(tint, head)}", *(f"  {line}" for line in hint)]
    rest = Counter(d.code for d in report.diagnostics[most:])
    if rest:
        told = ", ".join(f"{code} {count} times" for code, count in sorted(rest.items()))
        lines.append(f"  … and {sum(rest.values())} more: {told}")
    return lines


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
