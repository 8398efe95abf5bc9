"""Ask the outside witnesses about a finished file: a PDF by what it claims, a book by EPUBCheck and Ace."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from subprocess import TimeoutExpired

from clearfold.model.messages import message
from clearfold.proof.witnesses import Finding, Level, Verdict, ace, epubcheck, judged, not_run, verapdf
from clearfold.proof.witnesses.claims import claims

LEAST = ("PDF/UA-1",)
"""What a PDF is asked for that claims nothing: that it can be read by everybody."""
PDF, EPUB = ".pdf", ".epub"


def ask(path: Path, *, kind: str = "", least: Sequence[str] = LEAST) -> Iterator[Verdict]:
    """Yield what each witness that knows a file says of it; one that is not there is "not run", with how to get it.

    ``kind`` is PDF or EPUB where the file's name does not say it.
    """
    kind = kind or path.suffix.lower()
    if kind == PDF:
        claimed = claims(path.read_bytes())
        for claim in claimed:
            if claim not in verapdf.PROFILES:
                yield not_run(path, "veraPDF", claim, message("it is not asked for this standard here"))
        known = [claim for claim in claimed if claim in verapdf.PROFILES] or ([] if claimed else least)
        if known:
            yield from _sure(path, "veraPDF", ", ".join(known), partial(verapdf.verapdf, path, known))
    elif kind == EPUB:
        yield from _sure(path, "EPUBCheck", epubcheck.PROFILE, partial(epubcheck.epubcheck, [path]))
        yield from _sure(path, "Ace", ace.PROFILE, lambda: [ace.ace(path)])


def _sure(path: Path, witness: str, profile: str, asked: Callable[[], Iterable[Verdict]]) -> tuple[Verdict, ...]:
    """Return the verdicts; of a witness that broke off, or said what cannot be read, that it did."""
    try:
        return tuple(asked())
    except (TimeoutExpired, OSError, ValueError) as error:
        return (judged(path, witness, profile, (Finding("command", str(error), level=Level.FATAL),)),)
