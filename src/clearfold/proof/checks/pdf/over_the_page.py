"""What lies over the pages of a file and is no part of them: it can hide words, change them and add some."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, listed, quoted
from clearfold.proof.page.page_model import PageLook
from clearfold.proof.readers.pdf.annotations import Annotation, read_annotations
from clearfold.proof.readers.pdf.content import place

QUIET = frozenset(("Link", "Popup", "PrinterMark", "TrapNet"))
BESIDE = frozenset(("Text", "FileAttachment", "Sound"))  # shown as a small sign beside the words
TOLD = {
    "FreeText": message("a typed comment"),
    "Stamp": "a stamp",
    "Widget": message("a form field"),
    "Redact": "a blackening",
    "StrikeOut": message("a line through words"),
    "Caret": message("a mark for words to be put in"),
    "Watermark": "a watermark",
}
"""Kinds that say or change something wherever they stand; others do where they lie over words."""


def over_the_page(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of each page on which something lies that was not read, and could hide or change words (TXT-014).

    Over the pages of our own editions nothing lies but links.
    """
    if evidence.pdf is None:
        return
    by_page: dict[int, list[Annotation]] = {}
    for one in read_annotations(evidence.pdf.pdf, hidden=not evidence.foreign):
        quiet = one.kind in QUIET | BESIDE and not one.drawn
        harms = one.kind in TOLD or bool(one.looks) or (not quiet and _covers(one, evidence.looks))
        if harms or (not evidence.foreign and one.kind != "Link"):
            by_page.setdefault(one.page, []).append(one)
    for page, found in by_page.items():
        more = message(" and {found} more", found=len(found) - 3) if len(found) > 3 else ""
        words = " ".join(one.words or one.looks for one in found if one.words or one.looks)
        fact = listed(list(map(_named, found[:3])), more)
        yield finding("TXT-014", None, place=place(page), found=words, fact=fact)


def _named(annotation: Annotation) -> str:
    what = TOLD.get(annotation.kind, message("a comment ({kind})", kind=annotation.kind))
    words = annotation.words or annotation.looks
    return message("{what}: {words}", what=what, words=quoted(words)) if words else what


def _covers(annotation: Annotation, looks: tuple[PageLook, ...]) -> bool:
    """Say whether an annotation lies over letters."""
    lines = looks[annotation.page].lines if annotation.page < len(looks) else ()
    return any(line.box.meets(annotation.box) for line in lines)
