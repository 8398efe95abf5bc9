"""Families of codes: what the proof looks at, in words that the reports of all forms share."""

from collections.abc import Iterator
from dataclasses import dataclass

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.media_types import BRF, EBRAILLE, EPUB, HTML, PDF, PEF
from clearfold.model.messages import Message, message
from clearfold.proof.findings.rules import RULES
from clearfold.proof.report.results import EditionReport


@dataclass(frozen=True, slots=True)
class Family:
    """Codes that begin alike: their name, what they are about, and what the lines on checks that did not run call it.

    ``media_types`` are those of the files that are looked at in this way.
    """

    prefix: str
    name: str
    about: str
    media_types: frozenset[str] = frozenset({PDF, EPUB, HTML})
    subject: str = ""

    def __contains__(self, diagnostic: Diagnostic) -> bool:
        """Say whether a diagnostic is of this family."""
        return diagnostic.code.startswith(self.prefix)


BRAILLE = frozenset({BRF, PEF, EBRAILLE})
READ = frozenset({PDF, EPUB, HTML}) | BRAILLE
TEXT = Family(
    "TXT", message("Text"), message("every word of the copy is there, once and unchanged, and nothing else is"), READ
)
ORDER = Family("ORD", message("Order"), message("the text is read in the order of the copy"), READ)
STRUCTURE = Family(
    "TAG",
    message("Structure"),
    message("headings, lists, tables, languages and links are what they are in the copy"),
    subject=message("structure"),
)
ALTERNATIVES = Family(
    "ALT",
    message("Text alternatives"),
    message("each picture is told in the words of the copy"),
    subject=message("structure"),
)
PAGES = Family(
    "TYP",
    message("Page rules"),
    message("the type on the pages is as large and clear as promised"),
    frozenset({PDF}),
    message("page rules"),
)
PRINTING = Family("PRT", message("Printing"), message("the sheets can be printed and folded"), frozenset({PDF}))
FAMILIES = (
    TEXT,
    ORDER,
    ALTERNATIVES,
    STRUCTURE,
    PAGES,
    PRINTING,
    Family(
        "PDF",
        message("Make"),
        message("the file holds what such an edition is made of, and nothing beside"),
        frozenset({PDF}),
    ),
    Family("CON", message("Metadata"), message("title, language, authors and dates are those of the copy"), READ),
    Family(
        "BRL",
        message("Braille"),
        message("lines, pages, numbers, volumes and claims are what a finger may expect"),
        BRAILLE,
    ),
    Family(
        "EPB",
        "EPUB",
        message("the ways through the book lead where they say, and its claims are true"),
        frozenset({EPUB}),
    ),
    Family(
        "WEB",
        message("Web page"),
        message("the page holds what it needs, asks for nothing, and its links lead right"),
        frozenset({HTML}),
    ),
)


def looked_at(report: EditionReport) -> Iterator[tuple[Family, tuple[Diagnostic, ...], str]]:
    """Yield each family that a file is looked at for, what was found, and why it was not run ("" where it was)."""
    for family in FAMILIES:
        found = tuple(d for d in report.diagnostics if d in family)
        reasons = (line for line in report.not_run if family.subject and line.startswith(f"{family.subject}: "))
        why = next((reason_of(line)[1] for line in reasons), "")
        if family is ALTERNATIVES and isinstance(why, Message) and why.values:
            why = _text(why.values.get("fact"), why)  # what that means for reading is said of the structure
        exists = any(code.startswith(family.prefix) for code in RULES)
        if found or (exists and report.media_type in family.media_types):
            yield family, found, why


def reason_of(line: str) -> tuple[str, str]:
    """Return what a line says was not looked at, and why."""
    known = (line.values if isinstance(line, Message) else None) or {}
    subject, _, why = line.partition(": not run, ")
    return _text(known.get("subject"), subject), _text(known.get("why"), why or line)


def _text(value: object, otherwise: str) -> str:
    return value if isinstance(value, str) else otherwise


def not_run(report: EditionReport) -> tuple[str, ...]:
    """Return the lines on what did not run that belong to no family."""
    subjects = tuple(f"{family.subject}: " for family in FAMILIES if family.subject)
    return tuple(line for line in report.not_run if not line.startswith(subjects))
