"""The order check names what moved, where it stands, and where it belongs."""

from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.checks.text.order import blocks_moved, order
from clearfold.proof.compare.stream import Reading, Stream, lay_beside
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import Finding
from tests.proof.copies import read

BODY = """\
## Inleiding

Bij een allergie reageert je afweer op iets dat onschadelijk is, zoals stuifmeel of het haar van een huisdier.

Je krijgt dan tranende ogen, een loopneus of jeuk. Dat is hinderlijk, maar meestal niet gevaarlijk.

## Wat kun je zelf doen?

Houd de ramen dicht wanneer er veel stuifmeel in de lucht zit, en spoel je haar voor je gaat slapen.

Vraag je apotheker welke tabletten je slaperig maken, en rijd niet met de wagen als je ze genomen hebt.

## Wanneer ga je naar de arts?

Ga meteen naar de arts wanneer je moeilijk ademt of wanneer je lippen of je tong opzwellen.

## Besluit

Een allergie gaat zelden vanzelf over, maar met de juiste behandeling kun je er goed mee leven.
"""


def stream(blocks: list[Block]) -> Stream:
    reading = Reading("content order", Transcript(tuple(blocks)), alternatives=False, pages=True)
    return lay_beside(read(BODY), reading, (), str)


def lines(text: str, width: int = 38) -> list[str]:
    """Set a text in a narrow column, and break words at the end of a line with a hyphen, as old brochures do."""
    result: list[str] = []
    while len(text) > width:
        cut = width if text[width - 1 : width + 1].isalpha() else text.rindex(" ", 0, width)
        result.append(text[:cut].strip() + ("-" if text[cut - 1].isalpha() and text[cut].isalpha() else ""))
        text = text[cut:].strip()
    return [*result, text]


def brochure() -> list[Block]:
    """Return the copy as it is extracted from a folded brochure: three panels, the last one first."""
    blocks = [copied for copied in read(BODY).blocks if copied.kind is not Kind.ALTERNATIVE]
    panels = [blocks[7:], blocks[:4], blocks[4:7]]
    return [Block(Kind.TEXT, line, place="page 1") for panel in panels for block in panel for line in lines(block.text)]


def test_folded_brochure_has_its_last_panel_first() -> None:
    """On text that is extracted from a folded brochure, the check says that the last panel comes first."""
    got = stream(brochure())
    evidence = Evidence(read(BODY), (got,))
    (told,) = list(order(evidence))
    assert "ORD-001" == told.code
    assert "4 blocks, “Wanneer ga je naar de arts?” to “Een allergie gaat zelden" in told.fact
    assert "the file begins with the last part of the copy" in told.fact
    assert "comes after it, but belongs before it" in told.fact
    assert isinstance(told, Finding)
    assert ("stands at the start", "belongs after “wagen als je ze genomen hebt.”") == (told.found, told.expected)
    assert 4 == blocks_moved(got)


def test_copy_in_its_order_moves_nothing() -> None:
    """The same lines in the copy's order raise nothing."""
    blocks = [Block(Kind.TEXT, line) for block in read(BODY).blocks for line in lines(block.text)]
    assert ([], 0) == (list(order(Evidence(read(BODY), (stream(blocks),)))), blocks_moved(stream(blocks)))


def test_part_of_a_block_elsewhere_is_torn() -> None:
    """A block of which a part stands elsewhere raises ORD-002."""
    texts = [block.text for block in read(BODY).blocks]
    head, tail = texts[2][:70], texts[2][70:]
    found = [*texts[:2], head, *texts[3:], tail]
    got = stream([Block(Kind.TEXT, text) for text in found])
    assert ["ORD-002"] == [d.code for d in order(Evidence(read(BODY), (got,)))]
