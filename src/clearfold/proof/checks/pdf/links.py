"""Links of a file without tags: each leads where the copy's words under it do."""

from collections.abc import Iterator, Mapping

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Block
from clearfold.proof.compare.addresses import belies, same_address
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.page.page_model import Box
from clearfold.proof.page.placing import where
from clearfold.proof.readers.pdf.annotations import Annotation, read_annotations
from clearfold.proof.readers.pdf.content import place

Linked = tuple[float, float, Block, str, str]
"""A letter of the copy that is linked: its place on the page, its block, where the link leads, the words linked."""


def loose_links(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find links that lead elsewhere than in the copy, by the words over which they lie (TAG-006).

    Where there are tags, these tell the words of each link. A link that the file does not have is no finding: paper
    has none either, and to a reader the words are the same.
    """
    file = evidence.pdf
    if file is None or file.structure is not None or not evidence.foreign:
        return
    links = [one for one in read_annotations(file.pdf) if one.kind == "Link" and one.way and one.way[0] != "#"]
    linked = _linked(evidence) if links else {}
    for link in links:
        under = [letter for letter in linked.get(link.page, ()) if _within(letter[:2], link.box)]
        if not under and belies(words := _words(evidence, link), link.way):
            fact = message(
                "{words}: {first} in the copy, {first2} here",
                words=quoted(words),
                first=message("none"),
                first2=link.way,
            )
            yield finding("TAG-006", None, place=place(link.page), found=link.way, fact=fact, shown=(words,))
        if under and not any(same_address(ours, link.way) for _, _, _, ours, _ in under):
            _, _, block, ours, words = under[0]
            fact = message(
                "{words}: {first} in the copy, {first2} here", words=quoted(words), first=ours, first2=link.way
            )
            yield finding(
                "TAG-006",
                block,
                stream=evidence.content.name,
                place=place(link.page),
                expected=ours,
                found=link.way,
                fact=fact,
                shown=(words,),
            )


def _linked(evidence: Evidence) -> Mapping[int, list[Linked]]:
    """Return the letters of the copy that are linked and were found, page by page."""
    lines = [line for look in evidence.looks for line in look.lines]
    expected = evidence.content.expected
    found: dict[int, list[Linked]] = {}
    for letter, (number, at) in where(evidence.content).items():
        block, offset = expected.blocks[expected.block_of[letter]], expected.offset[letter]
        held = (s for s in block.spans if s.link and s.link[0] != "#")
        span = next((s for s in held if s.start <= offset < s.end), None)
        if span is not None and number >= 0:
            line = lines[number]
            middle = _middle(line.part(at, at + 1))
            found.setdefault(line.page, []).append((*middle, block, span.link, block.text[span.start : span.end]))
    return found


def _words(evidence: Evidence, link: Annotation) -> str:
    """Return the words over which a link lies."""
    lines = evidence.looks[link.page].lines if link.page < len(evidence.looks) else ()
    under = (
        line.text[low:high]
        for line in lines
        for low, high in line.words()
        if _within(_middle(line.part(low, high)), link.box)
    )
    return " ".join(under)


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.bottom + box.top) / 2


def _within(place: tuple[float, float], box: Box) -> bool:
    return box.left <= place[0] <= box.right and box.bottom <= place[1] <= box.top
