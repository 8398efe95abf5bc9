"""Preflight: a file for the print shop has the boxes, the inks and the keys that a press asks for (ISO 15930-7)."""

import re
from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import joined, message
from clearfold.model.paper import Paper
from clearfold.model.units import MM
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.readers.pdf.page_content import PageContent
from clearfold.proof.readers.pdf.print.ink_colours import CMYK, Inks
from clearfold.proof.readers.pdf.print.inks import Kind, Mark
from clearfold.proof.readers.pdf.print.page_edges import Edges, read_edges
from clearfold.proof.readers.pdf.print.print_keys import X_KEYS, Box, Boxes, Press, read_press

FIGURE = "Figure"
CLOSE = 0.1  # mm by which a box may differ from what the edition promises
MOST_INK = 3.0  # of the four inks together, on coated paper
EIGHTH = 0.005  # half a step of a colour of 8 bits: what differs by less is the same
LEAST_RESOLUTION = 200  # pixels per inch, under which a picture is seen to be coarse
# Letters with at least half of black, and about as much of each other ink, were meant to be black.
HALF, ABOUT = 0.5, 0.5
FOGRA = re.compile(r"FOGRA\d{2}\w*")
LAST_VERSION = (1, 6)  # ISO 15930-7 stands on PDF 1.6


def preflight(evidence: Evidence) -> Iterator[Diagnostic]:
    """Hold a file for the print shop against the paper that it promises, and against PDF/X-4."""
    file, paper = evidence.pdf, evidence.paper
    if file is None or paper is None or not paper.bleed:
        return
    pdf, press = file.pdf, read_press(file.data, file.pdf)
    yield from _boxes(press, paper)
    known = tuple((boxes.trim, boxes.bleed) if boxes.trim and boxes.bleed else None for boxes in press.boxes)
    pictures = tuple(tuple(_placed(page, boxes)) for page, boxes in zip(pdf.pages, press.boxes, strict=True))
    for edges in read_edges(file.data, known, pictures):
        yield from _edges(edges)
    for page in pdf.pages:
        marks = tuple(dict.fromkeys(page.marks))
        yield from _inks(marks)
        yield from _letters(marks)
    yield from _intents(press)
    yield from _keys(press)
    for index, name in dict.fromkeys(press.loose):
        yield finding("PRT-021", None, place=_place(index), found=name, fact=name)
    for what, place in dict.fromkeys(press.acts):
        yield finding("PRT-023", None, place=place, found=what, fact=what)
    for what, place in dict.fromkeys(press.forbidden):
        yield finding("PRT-025", None, place=place, found=what, fact=what)


def _placed(page: PageContent, boxes: Boxes) -> Iterator[Box]:
    """Yield where the pictures of a page stand, as its boxes have it."""
    left, bottom = boxes.trim[:2] if boxes.trim else (0.0, 0.0)
    for one in page.sequences:
        if one.tag == FIGURE:
            yield one.clip.left + left, one.clip.bottom + bottom, one.clip.right + left, one.clip.top + bottom


def _place(index: int) -> str:
    return message("page {index}", index=index + 1)


def _boxes(press: Press, paper: Paper) -> Iterator[Diagnostic]:
    for index, boxes in enumerate(press.boxes):
        for fact in _misplaced(boxes, paper):
            yield finding("PRT-010", None, place=_place(index), fact=fact)


def _misplaced(boxes: Boxes, paper: Paper) -> Iterator[str]:
    """Yield what is wrong with the boxes of a page: ISO 15930-7, and the edition's own size and bleed."""
    if boxes.trim is None or boxes.bleed is None:
        yield message("it has no {what}", what="TrimBox" if boxes.trim is None else "BleedBox")
        return
    left, bottom, right, top = boxes.trim
    size = ((right - left) / MM, (top - bottom) / MM)
    if abs(size[0] - paper.width) > CLOSE or abs(size[1] - paper.height) > CLOSE:
        yield message(
            "{size:.1f} × {size2:.1f} mm to be trimmed to, not {width:g} × {height:g} mm",
            size=size[0],
            size2=size[1],
            width=paper.width,
            height=paper.height,
        )
    bleeds = [abs(one - two) / MM for one, two in zip(boxes.trim, boxes.bleed, strict=True)]
    if not _within(boxes.trim, boxes.bleed) or any(abs(bleed - paper.bleed) > CLOSE for bleed in bleeds):
        yield message(
            "a bleed of {bleeds} mm, not {bleed:g} mm on each side",
            bleeds=joined(", ", (f"{bleed:.1f}" for bleed in bleeds)),
            bleed=paper.bleed,
        )
    if boxes.art is not None:
        yield message("it has an ArtBox beside its TrimBox")
    if not _within(boxes.bleed, boxes.media):
        yield message("the bleed reaches beyond the sheet")


def _within(inner: Box, outer: Box) -> bool:
    return all(inner[n] >= outer[n] - 0.01 for n in (0, 1)) and all(inner[n] <= outer[n] + 0.01 for n in (2, 3))


def _edges(edges: Edges) -> Iterator[Diagnostic]:
    told = (("PRT-011", edges.short), ("PRT-012", edges.uncut), ("PRT-013", edges.crossed))
    for code, names in told:
        if names:
            yield finding(code, None, place=_place(edges.page), fact=joined(", ", names))


def _inks(marks: tuple[Mark, ...]) -> Iterator[Diagnostic]:
    """Tell of what is no ink, of too much of it, and of pictures that are coarse; each once on a page."""
    for (kind, space), mark in {(m.kind, m.space): m for m in marks if m.inks is None}.items():
        yield finding(
            "PRT-014",
            None,
            place=_place(mark.page),
            found=space,
            fact=message("{kind} in {space}", kind=message(str(kind)), space=space or message("other values")),
        )
    wet = [m for m in marks if m.inks and m.kind is not Kind.REGISTRATION and sum(m.inks) > MOST_INK + EIGHTH]
    if wet:
        most = max(wet, key=lambda mark: sum(mark.inks or ()))
        fact = message("{kind} of {share:.0f} %", kind=message(str(most.kind)), share=100 * sum(most.inks or ()))
        yield finding("PRT-016", None, place=_place(most.page), fact=fact)
    for mark in marks:
        if mark.kind is Kind.PICTURE and 0 < mark.resolution < LEAST_RESOLUTION:
            yield finding(
                "PRT-020",
                None,
                place=_place(mark.page),
                fact=message("{resolution:.0f} pixels per inch", resolution=mark.resolution),
            )


def _letters(marks: tuple[Mark, ...]) -> Iterator[Diagnostic]:
    """Tell of letters that are neither black alone nor paper, and of those that vanish; each colour once on a page."""
    letters = [mark for mark in marks if mark.kind is Kind.TEXT and mark.inks and mark.text.strip()]
    told: set[tuple[str, Inks]] = set()
    for mark in letters:
        assert mark.inks is not None
        code = _wrong(mark.inks, overprint=mark.overprint)
        if code and (code, mark.inks) not in told:
            told.add((code, mark.inks))
            mixed = " ".join(f"{name}{round(ink * 100)}" for name, ink in zip("CMYK", mark.inks, strict=True))
            yield finding(
                code,
                None,
                place=_place(mark.page),
                found=mark.text,
                fact=message("{text} in {mixed}", text=quoted(mark.text), mixed=mixed),
            )


def _wrong(inks: Inks, *, overprint: bool) -> str:
    *colours, black = inks
    if _same(inks, CMYK["black"]):
        return ""
    if _same(inks, CMYK["none"]):
        return "PRT-018" if overprint else ""
    mixed = black >= HALF and any(colours) and max(colours) - min(colours) <= ABOUT
    return "PRT-017" if mixed else "PRT-015"


def _same(one: Inks, two: Inks) -> bool:
    return all(abs(a - b) <= EIGHTH for a, b in zip(one, two, strict=True))


def _intents(press: Press) -> Iterator[Diagnostic]:
    """Tell of a printing condition that is not given, or not one of offset as Fogra describes it: ISO 15930-7."""
    if len(press.intents) != 1:
        yield finding(
            "PRT-022", None, place=message("catalogue"), fact=message("{intents} of them", intents=len(press.intents))
        )
        return
    (intent,) = press.intents
    if not FOGRA.fullmatch(intent.condition):
        yield finding(
            "PRT-022", None, place=message("catalogue"), found=intent.condition, fact=quoted(intent.condition)
        )
    elif (intent.kind, intent.inks) != ("prtr", "CMYK"):
        fact = message("its profile is of {inks}", inks=intent.inks) if intent.inks else message("it has no profile")
        yield finding("PRT-022", None, place=message("catalogue"), fact=fact)
    elif not intent.registry:
        yield finding("PRT-022", None, place=message("catalogue"), fact=message("it names no registry"))


def _keys(press: Press) -> Iterator[Diagnostic]:
    """Tell of what PDF/X-4 asks of header, trailer, document information and metadata, and is not there."""
    keys = dict(press.keys)
    claimed = keys.get("pdfxid:GTS_PDFXVersion", "PDF/X-4")
    found = [message("{name} is missing from the metadata", name=name) for name, _, _ in X_KEYS if name not in keys]
    if claimed != "PDF/X-4":
        found.append(message("it says that it is {claimed}", claimed=claimed))
    if tuple(int(part) for part in re.findall(r"\d+", press.version)[:2]) > LAST_VERSION:
        found.append(message("PDF {version}, later than 1.6", version=press.version))
    if not press.identified:
        found.append(message("the file has no ID"))
    if press.trapped not in ("True", "False") or keys.get("pdf:Trapped", press.trapped) != press.trapped:
        found.append(message("Trapped is not given, or not the same in both places"))
    for fact in found:
        yield finding("PRT-024", None, place=message("metadata"), fact=fact)
