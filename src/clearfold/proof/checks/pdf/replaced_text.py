"""What a PDF says in place of the letters that it draws is what these letters say (ISO 32000-1, 14.9.4)."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.letters import fold
from clearfold.proof.compare.spoken import misleads
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.pdf.closed.said import read_said, read_spoken
from clearfold.proof.readers.pdf.content import place
from clearfold.proof.readers.pdf.fonts.fonts import UNKNOWN


def replaced_text(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tell of ActualText of other letters or figures than are drawn (TXT-015).

    Signs are not compared: a bullet may be read as a word, a hyphen at a line's end as nothing. Letters of which
    the file does not say what they are cannot be. The alternative or expansion of an element of text is spoken in
    place of its words: an abbreviation may be spoken in full, a sentence may not be another. An edition of ours
    says a heading or a link once more in one piece: that is its text to the letter and to the space.
    """
    for look in evidence.looks:
        for line in look.lines:
            drawn, said = _letters(line.drawn), _letters(line.text)
            if drawn and drawn != said and UNKNOWN not in line.drawn:
                fact = message("{drawn} is drawn, {text} is said", drawn=quoted(line.drawn), text=quoted(line.text))
                yield finding(
                    "TXT-015", None, place=place(look.number), expected=line.drawn, found=line.text, fact=fact
                )
    for page in evidence.pdf.pdf.pieces if evidence.pdf is not None else ():
        for piece in page:
            if not piece.text.strip() and _letters(piece.drawn) and UNKNOWN not in piece.drawn:
                fact = message("{drawn} is drawn, and nothing is said", drawn=quoted(piece.drawn))
                yield finding("TXT-015", None, place=place(piece.page), expected=piece.drawn, fact=fact)
    if evidence.pdf is not None and not evidence.ours:
        for one in read_spoken(evidence.pdf.pdf):
            if UNKNOWN not in one.drawn and misleads(one.drawn, one.said):
                fact = message("{drawn} is drawn, {said} is said", drawn=quoted(one.drawn), said=quoted(one.said))
                yield finding("TXT-015", None, place=place(one.page), expected=one.drawn, found=one.said, fact=fact)
    if evidence.pdf is not None and evidence.ours:
        for one in read_said(evidence.pdf.pdf):
            if one.said != one.drawn:
                fact = message("{drawn} is drawn, {said} is said", drawn=quoted(one.drawn), said=quoted(one.said))
                yield finding("TXT-015", None, place=place(one.page), expected=one.drawn, found=one.said, fact=fact)


def _letters(text: str) -> str:
    return "".join(char for char in fold(text).casefold() if char.isalnum())
