"""All that is told of a translation: what is stale, and what differs; errors once it says that it is final."""

from dataclasses import dataclass, replace
from pathlib import Path

from clearfold.model.copy_rules import COPY_RULES, mistake
from clearfold.model.diagnostic import Diagnostic, LeafletError, Location, Severity
from clearfold.model.source import Source
from clearfold.translations.copies import Copy, read_copy, source_of
from clearfold.translations.parity.compare import parity
from clearfold.translations.seen import Seen, fingerprint, note_of, read_seen, write_seen
from clearfold.translations.stale import Stale, stale


@dataclass(frozen=True, slots=True)
class Compared:
    """A translation beside its source, and what is told of it; ``accepted`` are the differences found right before."""

    source: Copy
    here: Copy
    found: tuple[Diagnostic, ...]
    accepted: int = 0


def findings(source: Source) -> tuple[Diagnostic, ...]:
    """Return what is told of a copy as a translation, () for one that is none."""
    try:
        of = source_of(source)
    except LeafletError as error:
        return error.diagnostics
    return compare(of, source.path).found if of else ()


def compare(source: Path, here: Path) -> Compared:
    """Hold a translation against its source; raises LeafletError where one of the copies cannot be read."""
    ours, theirs = read_copy(source), read_copy(here)
    told: tuple[Diagnostic, ...]
    try:
        seen = read_seen(here)
    except LeafletError as error:
        seen, told = Seen(), error.diagnostics
    else:
        named = {"source": source.name, "name": here.stem}
        told = () if seen else (mistake("TRL-005", Location(here, 1, 1), **named),)
    old = stale(ours, theirs, seen) if seen and seen.entries else Stale((), frozenset())
    every = (*told, *old.found, *parity(ours, theirs, old.places))
    known = seen.accepted if seen else frozenset()
    left = tuple(one for one in dict.fromkeys(every) if fingerprint(one) not in known)
    graded = sorted((_graded(one, final=theirs.final) for one in left), key=lambda one: (one.location, one.code))
    return Compared(ours, theirs, tuple(graded), len(every) - len(left))


def accept(source: Path, here: Path, lines: frozenset[int]) -> tuple[Diagnostic, ...]:
    """Note that a translation is up to date with its source, and that what is told at some of its lines is right.

    Returns what was found right; raises LeafletError where one of the copies cannot be read.
    """
    compared = compare(source, here)
    right = tuple(one for one in compared.found if one.location.line in lines and _is_difference(one))
    try:
        before = read_seen(here)
    except LeafletError:
        before = None  # it is written anew
    known = {*(before.accepted if before else ()), *map(fingerprint, right)}
    note_of(here).write_text(write_seen(compared.source, compared.here, known), "utf-8")
    return right


def _is_difference(one: Diagnostic) -> bool:
    """Say whether a finding is one that a person may find right, and not one that the note itself answers."""
    return one.code > "TRL-010"


def _graded(one: Diagnostic, *, final: bool) -> Diagnostic:
    if final or COPY_RULES[one.code].severity is Severity.WARNING:
        return one
    return replace(one, severity=Severity.WARNING)


__all__ = ["Compared", "accept", "compare", "findings"]
