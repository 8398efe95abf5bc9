"""The numbers of printed pages in braille: each once, in order, before the words with which its page begins."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence, OpenedBraille
from clearfold.proof.findings.finding import finding
from clearfold.proof.readers.braille.print_pages import Stretch, letters_of, printed_pages, stretches
from clearfold.proof.readers.braille.text import PRINT_PAGE

FEW = 12  # letters: what is shorter may stand anywhere
SEEN = 30  # letters of the beginning and the end of a page that are looked for


def braille_print_pages(evidence: Evidence) -> Iterator[Diagnostic]:
    """Hold the numbers of printed pages against their order, and against the printed edition where it is at hand.

    BRL-010. In contracted braille the words are not looked for: liblouis reads a part of a paragraph otherwise.
    """
    braille = evidence.braille
    if braille is None:
        return
    found = stretches(braille.file, braille.language)
    shown = [one for one in found if one.number]
    sheet = braille.sheet
    if sheet and bool(shown) != sheet.print_pages:
        yield _told(message("it shows numbers of printed pages, which were not asked for") if shown else _none())
        return
    facts = [*_orderly(shown, braille), *_listed(shown, braille)]
    if not facts and sheet and sheet.printed and shown and not braille.language.table:
        facts = [*_beside(found, printed_pages(sheet.printed, braille.language))]
    for fact in facts:
        yield _told(fact)


def _none() -> str:
    return message("it shows no number of a printed page")


def _told(fact: str) -> Diagnostic:
    return finding("BRL-010", None, place=message("file"), fact=fact)


def _orderly(shown: Sequence[Stretch], braille: OpenedBraille) -> Iterator[str]:
    """Yield which numbers are none, follow no smaller one, or stand elsewhere than at the right."""
    for one in shown:
        if not (one.number.isdecimal() and one.number.isascii()):
            yield message("“{number}” is no number of a page", number=one.number)
            return
        if braille.file.volumes and one.width != braille.file.column:
            yield message("the number of printed page {number} is not at the right", number=one.number)
    for one, two in pairwise(shown):
        if int(two.number) <= int(one.number):
            yield message("printed page {two} follows page {one}", one=one.number, two=two.number)


def _listed(shown: Sequence[Stretch], braille: OpenedBraille) -> Iterator[str]:
    """Hold the list of pages of a book for displays against the numbers in its text."""
    file = braille.file
    marks = [(target, cells) for tag, target, cells in file.elements if tag == PRINT_PAGE]
    if file.entries and marks != list(file.page_ways):
        yield message("its list of pages has not the numbers that stand in the text, or leads elsewhere")


def _beside(found: Sequence[Stretch], pages: Sequence[str]) -> Iterator[str]:
    """Yield which pages of the printed edition begin elsewhere than their numbers stand, or have none.

    A page of which neither text nor end stands in the braille, such as ruled lines and contents, has no number to show.
    """
    everything = "".join(one.letters for one in found)
    by_number = {int(one.number): at for at, one in enumerate(found) if one.number}
    ends = ""  # of the last page that braille has: behind ruled lines, that of one before them
    for number, (before, page) in enumerate(pairwise(pages), start=2):
        begins, ended = _edges(before, page)
        ends = ended if len(ended) >= FEW and ended in everything else ends
        at = by_number.pop(number, None)
        if at is None:
            if len(begins) >= FEW and begins in everything:
                yield message("printed page {number} has no number", number=number)
            continue
        here, earlier = found[at].letters, "".join(one.letters for one in found[:at])
        known = len(begins) >= FEW and begins in everything and begins not in here
        passed = bool(ends) and ends not in earlier
        if known or passed:
            yield message("the number of printed page {number} stands elsewhere than that begins", number=number)
    for number in by_number:
        yield message("the printed edition has no page {number}", number=number)


def _edges(before: str, page: str) -> tuple[str, str]:
    """Return the letters with which a page begins, and those with which the one before it ends.

    A word that is parted by the end of a page is in neither: its number stands before the whole word.
    """
    first, last = page.split(), before.split()
    if last and last[-1].endswith(("-", "\u2010", "\u00ad")):
        first, last = first[1:], last[:-1]
    return letters_of(" ".join(first))[:SEEN], letters_of(" ".join(last))[-SEEN:]
