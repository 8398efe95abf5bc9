"""Running heads: each page repeats the heading, or its short form, of the section with which it begins."""

from collections.abc import Iterator
from xml.etree.ElementTree import fromstring

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.checks.page.breaches import Breach, in_margin, told
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.html.walker import LINE
from clearfold.proof.page.page_model import PageLook, PlacedBlock

CUT = "…"  # what ends a heading that was too long for its line
LEAST = 8  # letters of a heading that are kept where it is cut


def running_heads(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find pages whose running head is not that of their section, or is missing (TYP-050)."""
    if not evidence.ours or evidence.paper is None or not evidence.paper.folios:
        return
    wanted = _sections(evidence.content.expected.blocks, evidence.expected)
    first: dict[int, PlacedBlock] = {}
    for block in evidence.flowing:
        first.setdefault(block.rows[0].page, block)
        for row in block.rows:
            first.setdefault(row.page, block)
    breaches = []
    for look in evidence.looks[1:]:
        begins = first.get(look.number)
        head, said = wanted.get(id(begins.block), "") if begins else "", _head(evidence, look)
        if begins and head and said is not None and not _is(said, head):
            breaches.append(Breach(look.number, head, begins.block, f"says “{said}”" if said else "there is none"))
    yield from told("TYP-050", breaches)


def _sections(blocks: tuple[Block, ...], expected: Transcript) -> dict[int, str]:
    """Return for each block of a section what stands in its running head; what opens the body has none."""
    short, first = _short(expected), _first_line(expected)
    opening = next((one for one in blocks if one.location and not one.added and one.location.line >= first), None)
    found: dict[int, str] = {}
    head = ""
    for block in blocks:
        if block is opening:
            head = ""
        if block.kind is Kind.HEADING and block.level == 2 and (block.added or fold(block.text) in short):
            head = short.get(fold(block.text), "") or block.text
        found[id(block)] = head
    return found


def _first_line(expected: Transcript) -> int:
    """Return the line of the copy on which the body begins; what the panel before it says stands above."""
    trees = [fromstring(tree) for tree in expected.markup[:1]]
    return min((int(one.get(LINE, "0")) for tree in trees for one in tree.iter() if one.get(LINE)), default=0)


def _short(expected: Transcript) -> dict[str, str]:
    """Return the headings that begin a section of the body, each with the short form that its writer gave."""
    trees = [fromstring(tree) for tree in expected.markup[:1]]
    headings = [heading for tree in trees for heading in tree.iter("h2") if heading in list(tree)]
    return {fold("".join(one.itertext())): " ".join((one.get("short") or "").split()) for one in headings}


def _head(evidence: Evidence, look: PageLook) -> str | None:
    """Return the running head of a page, "" where there is none, None where the page has no furniture at all."""
    lines = [line for line in look.lines if line.number in in_margin(evidence, look)]
    words = [line.text for line in lines if line.text != look.label and not line.text.isdigit()]
    return " ".join(" ".join(words).split()) if lines else None


def _is(said: str, heading: str) -> bool:
    """Say whether a running head is a heading, whole or cut behind a word; a word as long as a line leaves nothing."""
    if not said.endswith(CUT):
        return fold(said) == fold(heading) or (not said and len(heading.split()[0]) > LEAST)
    kept, given = fold(said.removesuffix(CUT)), fold(heading)
    return given.startswith(kept) and len(kept) < len(given) and bool(kept)
