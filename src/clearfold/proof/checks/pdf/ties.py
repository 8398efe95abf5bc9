"""Ties: the tags and the pages of an edition of ours speak of each other, and each link lies over its words."""

from collections.abc import Iterator, Sequence

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.page.page_model import Box
from clearfold.proof.readers.pdf.closed.ways import LinkArea, read_ties
from clearfold.proof.readers.pdf.content import place
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.text_pieces import Piece


def ties(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of what tags and pages say otherwise of each other, and of links that can be clicked beside their words."""
    if evidence.pdf is None or evidence.pdf.unfolded is not None or not evidence.ours:
        return
    pdf = evidence.pdf.pdf
    read = read_ties(pdf)
    for strange in dict.fromkeys(read.strange):
        yield finding("PDF-003", None, place=strange.place, found=strange.what, fact=strange.what)
    covered: set[int] = set()
    for link in read.links:
        inside = [piece for piece in pdf.pieces[link.page] if _share(piece, link.box) > 0]
        own = [piece for piece in inside if (piece.page, piece.form, piece.mcid) in link.marks]
        covered.update(map(id, own))
        others = [piece for piece in inside if piece not in own and not piece.artifact and _share(piece, link.box) > 1]
        # An area may lie over a picture of its link instead: the room of a drawing ends beyond what is drawn in it.
        lies = own or link.pictured or not _has_words(link, pdf.pieces[link.page])
        if others or not lies:
            words = " ".join("".join(piece.text for piece in others).split())
            fact = (
                message("it lies over {words}", words=quoted(words)) if words else message("it lies over none of them")
            )
            yield finding("PDF-002", None, place=place(link.page), found=words, fact=fact)
    yield from _bare(read.links, pdf, covered)


def _bare(links: Sequence[LinkArea], pdf: PdfFile, covered: set[int]) -> Iterator[Diagnostic]:
    """Tell of words of links over which no area lies; the page's number behind an entry of contents may stand apart."""
    for marks in dict.fromkeys(link.marks for link in links):
        pages = sorted({key[0] for key in marks})
        words = [p for n in pages for p in pdf.pieces[n] if (p.page, p.form, p.mcid) in marks and p.text.strip()]
        met = any(id(piece) in covered for piece in words)
        bare = [p for p in words if id(p) not in covered and not (met and p.text.strip().isdecimal())]
        if bare:
            text = " ".join("".join(piece.text for piece in bare).split())
            fact = message("none lies over {text}", text=quoted(text))
            yield finding("PDF-002", None, place=place(bare[0].page), expected=text, fact=fact)


def _has_words(link: LinkArea, pieces: Sequence[Piece]) -> bool:
    return any((piece.page, piece.form, piece.mcid) in link.marks and piece.text.strip() for piece in pieces)


def _share(piece: Piece, box: Box) -> int:
    """Count the letters of a piece of which the middle lies in a box, at the height of its baseline."""
    if not box.bottom <= piece.y + piece.size / 4 <= box.top:
        return 0
    middles = ((one + two) / 2 for one, two in zip(piece.starts, piece.ends, strict=True))
    return sum(box.left <= at <= box.right for at, letter in zip(middles, piece.text, strict=True) if letter.strip())
