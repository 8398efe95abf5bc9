"""From the bytes of a finished file to the evidence on it: opened, read in each of its orders, laid beside the copy."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BytesIO

from pypdf import PdfReader

from clearfold.model.binding import Binding
from clearfold.model.braille import Grade, Sheet
from clearfold.model.design import Design
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.errors import ClearfoldError, internal
from clearfold.model.messages import message
from clearfold.model.paper import Fold, Paper
from clearfold.model.transcript import Block, Furniture, Kind, Transcript
from clearfold.proof.compare.cards import in_cards
from clearfold.proof.compare.stream import Reading, Stream, lay_beside
from clearfold.proof.evidence import Evidence, Facts, OpenedBraille, OpenedEpub, OpenedPage, OpenedPdf
from clearfold.proof.expect.other_tools import as_others_write, lay_others, without_drawings
from clearfold.proof.expect.other_tools_words import plain_language
from clearfold.proof.page.placing import place_blocks
from clearfold.proof.readers import UnreadableError
from clearfold.proof.readers.braille.decoding import as_read
from clearfold.proof.readers.braille.file import open_braille
from clearfold.proof.readers.braille.languages import LOWERED, RAISED, Language, language_of
from clearfold.proof.readers.braille.text import read_braille
from clearfold.proof.readers.epub.file import open_epub
from clearfold.proof.readers.epub.spine import read_left_out, read_spine
from clearfold.proof.readers.pdf.content import read_content, read_unmarked
from clearfold.proof.readers.pdf.file import open_pdf
from clearfold.proof.readers.pdf.pages import read_looks
from clearfold.proof.readers.pdf.print.unimpose import unfold
from clearfold.proof.readers.pdf.render import Renderer
from clearfold.proof.readers.pdf.structure import read_tagged
from clearfold.proof.readers.web.file import open_page
from clearfold.proof.readers.web.text import read_page

STRUCTURE, CONTENT, SPINE, PAGE = (
    message("structure order"),
    message("content order"),
    message("reading order"),
    message("page order"),
)
CELLS = message("order of the cells")


@dataclass(slots=True)
class Work:
    """What is being done to a file, and to which: so that a fault of ours says where it came up."""

    edition: str
    doing: str = field(default="")

    @contextmanager
    def own(self) -> Iterator[None]:
        """Raise internal for what goes wrong in our own work; what the file cannot do is left as it is."""
        try:
            yield
        except (ClearfoldError, UnreadableError, MemoryError):
            raise
        except Exception as error:
            raise internal(error, self.doing, self.edition) from error


@dataclass(frozen=True, slots=True)
class Asked:
    """What a finished file is held against: the copy's text, the templates' furniture, and what its paper promises."""

    expected: Transcript
    furniture: tuple[Furniture, ...]
    paper: Paper | None
    name: str
    foreign: bool
    ours: bool
    binding: Binding | None = None
    design: Design | None = None
    sheet: Sheet | None = None


def pdf_evidence(asked: Asked, data: bytes, work: Work) -> Evidence:
    """Open a PDF, its sheets unfolded, and read it; raises UnreadableError."""
    paper = asked.paper
    work.doing = message("opening the PDF")
    unfolded = unfold(data, paper) if paper and paper.fold is not Fold.FLAT else None
    shown = unfolded.data if unfolded else data
    pdf = open_pdf(shown, inks=paper is not None and paper.bleed > 0, ours=asked.ours)
    whole = PdfReader(BytesIO(data)) if unfolded else pdf.reader
    work.doing = message("reading the pages")
    labels = {f"page {n}": label for n, label in enumerate(pdf.labels, start=1)}
    content = read_content(pdf)
    readings = [Reading(CONTENT, content, alternatives=False, pages=True)]
    tagged, untagged = pdf.tree is not None, tuple[Block, ...]()
    if tagged:
        said, unplaced = read_tagged(pdf)
        untagged = (*read_unmarked(pdf), *unplaced)
        readings.insert(0, Reading(STRUCTURE, said, (*_artifacts(content), *untagged), structured=True))
    pdf.forget()
    laid = _laid(asked, readings, lambda place: labels.get(place, place), work, pdf.title)
    work.doing = message("placing the blocks on the pages")
    looks = read_looks(pdf)
    placed = place_blocks(laid.streams[-1], looks)
    lang = plain_language(pdf.lang, laid.expected) if asked.foreign else pdf.lang
    return replace(
        laid,
        file=OpenedPdf(data, pdf, whole, unfolded, readings[0].transcript if tagged else None),
        facts=Facts(pdf.title, lang, pdf.authors, byline=pdf.byline),
        untagged=untagged,
        paper=paper,
        looks=looks,
        placed=placed,
        view=Renderer(shown),
    )


def epub_evidence(asked: Asked, data: bytes, work: Work) -> Evidence:
    """Open an EPUB and read its spine; raises UnreadableError."""
    work.doing = message("opening the EPUB")
    epub = open_epub(data)
    work.doing = message("reading the documents")
    reading = Reading(SPINE, read_spine(epub), read_left_out(epub), structured=True)
    laid = _laid(asked, (reading,), str, work, reading.transcript.title)
    title, lang = reading.transcript.title, reading.transcript.lang
    lang = plain_language(lang, laid.expected) if asked.foreign else lang
    facts = Facts(title, lang, epub.metadata.get("creator", ()), epub.metadata.get("date", ()))
    return replace(laid, file=OpenedEpub(epub, data), facts=facts)


def page_evidence(asked: Asked, data: bytes, work: Work) -> Evidence:
    """Open a web page and read it; raises UnreadableError."""
    work.doing = message("opening the web page")
    page = open_page(data)
    work.doing = message("reading the page")
    reading = Reading(PAGE, read_page(page), structured=True)
    laid = _laid(asked, (reading,), str, work, page.title)
    return replace(laid, file=OpenedPage(page), facts=Facts(page.title, page.lang))


def braille_evidence(asked: Asked, data: bytes, work: Work, media_type: str) -> Evidence:
    """Open a file of braille and read its cells; raises UnreadableError."""
    work.doing = message("opening the braille")
    lang = asked.expected.lang
    file = open_braille(data, media_type)
    said = "grade2" in file.fact("a11y:brailleSystem")
    contracted = asked.sheet.grade is Grade.CONTRACTED if asked.sheet else said
    language = language_of(lang, contracted=contracted)
    if language is None:
        raise UnreadableError(
            message("braille is read in Dutch, French, German and English, and the leaflet's is “{lang}”", lang=lang)
        )
    work.doing = message("reading the cells")
    reading = Reading(CELLS, read_braille(file, language, lang), pages=True)
    furniture = tuple(_furniture_as_read(item, language) for item in asked.furniture)
    read = replace(asked, expected=_as_read(asked.expected, language), furniture=furniture)
    laid = _laid(read, (reading,), lambda place: place.removeprefix("page "), work, asked.expected.title)
    tagged = file.fact("language").replace("-Brai", "")
    facts = Facts(asked.expected.title, lang)  # what a file that says nothing of itself is taken for
    if file.facts:
        facts = Facts(file.fact("title"), tagged, file.all_of("creator"), file.all_of("date"))
    return replace(laid, expected=asked.expected, file=OpenedBraille(file, language, asked.sheet), facts=facts)


def _as_read(expected: Transcript, language: Language) -> Transcript:
    """Return what the copy promises in the characters that its braille can say."""
    return replace(expected, blocks=tuple(_block_as_read(block, language) for block in expected.blocks))


def _block_as_read(block: Block, language: Language) -> Block:
    text = list(block.text)
    for span in block.spans:
        if span.mark in ("sup", "sub"):
            figures = RAISED if span.mark == "sup" else LOWERED
            for at in range(span.start, span.end):
                text[at] = figures[int(text[at])] if text[at] in "0123456789" else text[at]
    return replace(block, text=as_read("".join(text), language), spans=())


def _furniture_as_read(item: Furniture, language: Language) -> Furniture:
    folded = " ".join(item.text.split())
    words = as_read(folded, language)
    return replace(item, text=words, pattern=item.pattern.replace(re.escape(folded), re.escape(words)))


def _laid(asked: Asked, readings: Sequence[Reading], label: Callable[[str], str], work: Work, title: str) -> Evidence:
    """Lay each reading beside what the copy promises of this file, in the words in which others would write it."""
    work.doing = message("laying the text beside the copy")
    expected, furniture = asked.expected, asked.furniture
    reworded: tuple[Diagnostic, ...] = ()
    if asked.foreign:
        found = readings[-1].transcript
        expected = as_others_write(without_drawings(expected, found), found, title)
        laid = [lay_others(expected, reading, furniture, label) for reading in readings]
        streams: tuple[Stream, ...] = tuple(stream for stream, _ in laid)
        reworded = tuple(one for _, told in laid for one in told)
    else:
        drawn = in_cards(expected, furniture)
        streams = tuple(
            lay_beside(drawn if reading.pages else expected, reading, furniture, label) for reading in readings
        )
    return Evidence(
        expected,
        streams,
        name=asked.name,
        reworded=reworded,
        furniture=furniture,
        foreign=asked.foreign,
        ours=asked.ours,
        binding=asked.binding,
        design=asked.design,
    )


def _artifacts(content: Transcript) -> Iterator[Block]:
    """Yield the artifacts, so that a block that became one is told as kept from screen readers, not as missing."""
    return (block for block in content.blocks if block.kind is Kind.ARTIFACT)
