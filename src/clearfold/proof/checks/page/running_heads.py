"""Running heads and thumb indexes: each page repeats what its section is called, and the section's mark."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import fromstring

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.model.units import MM
from clearfold.proof.checks.page.breaches import Breach, in_margin, told
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.html.walker import LINE
from clearfold.proof.page.page_model import Line, PageLook, PlacedBlock

NOTE = re.compile(r"\[\d+\]")
CUT = "…"  # what ends a heading that was too long for its line
THUMB = "thumb"  # what the edition calls the marks of its thumb index
NEAR = 3.0  # heights of a page number, within which the running head stands
LEAST = 8  # letters of a heading that are kept where it is cut


@dataclass(frozen=True, slots=True)
class _Section:
    """What the pages of a section repeat: its heading or the short form of it, and its mark in a thumb index."""

    head: str = ""
    mark: str = ""


def running_heads(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find pages whose running head, or tab of a thumb index, is not that of their section (TYP-050, TYP-051)."""
    if not evidence.ours or evidence.paper is None or not evidence.paper.folios:
        return
    marks = tuple(item.text for item in evidence.furniture if item.name == THUMB)
    sections = _sections(evidence.content.expected.blocks, evidence.expected, marks)
    first: dict[int, PlacedBlock] = {}
    for block in evidence.flowing:
        for row in block.rows:
            first.setdefault(row.page, block)
    heads, tabs = [], []
    for look in evidence.looks[1:]:
        begins, edge = first.get(look.number), _at_edge(evidence, look)
        section = _begun(begins, look, evidence.content.expected.blocks, sections) if begins else _Section()
        said = _head(evidence, look, edge)
        if begins and section.head and said is not None and not _is(said, section.head):
            measured = message("says “{said}”", said=said) if said else message("there is none")
            heads.append(Breach(look.number, section.head, begins.block, measured))
        shown = "".join(line.text for line in edge)
        if marks and begins and shown != section.mark:
            measured = (
                message("says “{shown}”, not “{mark}”", shown=shown, mark=section.mark)
                if shown
                else message("“{mark}” is missing", mark=section.mark)
            )
            tabs.append(Breach(look.number, section.head, begins.block, measured))
    yield from told("TYP-050", heads)
    yield from told("TYP-051", tabs)


def _begun(begins: PlacedBlock, look: PageLook, blocks: tuple[Block, ...], sections: dict[int, _Section]) -> _Section:
    """Return the section with which a page begins: that of a picture which stands above its first words."""
    first = begins.block
    row = next(row for row in begins.rows if row.page == look.number)
    above = any(picture.box.bottom > row.baseline + row.size for picture in look.pictures)
    if above and first.kind is Kind.HEADING:
        at = next((number for number, block in enumerate(blocks) if block is first), 0)
        first = blocks[max(at - 1, 0)]
        if first.added:  # a picture that opens the body stands in no section
            return _Section()
    return sections.get(id(first), _Section())


def _at_edge(evidence: Evidence, look: PageLook) -> tuple[Line, ...]:
    """Return the furniture that stands in the outer margin of a page."""
    margin = evidence.paper.margin * MM if evidence.paper else 0.0
    lines = (line for line in look.lines if line.number in in_margin(evidence, look))
    right = look.number % 2 == 0  # the page of number 2 is the third, a right one
    return tuple(line for line in lines if (line.box.left > look.width - margin if right else line.box.right < margin))


def _sections(blocks: tuple[Block, ...], expected: Transcript, marks: tuple[str, ...]) -> dict[int, _Section]:
    """Return for each block of a section what its pages repeat; what opens the body has nothing."""
    short, first = _short(expected), _first_line(expected)
    # What publisher.yaml says stands in another file, whose lines are not those of the copy.
    own = [one for one in blocks if one.location and not one.added and one.location.path in _copy(blocks)]
    opening = next((one for one in own if one.location and one.location.line >= first), None)
    found: dict[int, _Section] = {}
    section, waiting = _Section(), list(marks)
    for block in blocks:
        if block is opening:
            section = _Section()
        if block.kind is Kind.HEADING and block.level == 2 and block.added:
            section = _Section(block.text)
        elif block.kind is Kind.HEADING and block.level == 2 and fold(block.text) in short:
            forms = short[fold(block.text)]  # several sections may be called alike
            head = (forms.pop(0) if len(forms) > 1 else forms[0]) or block.text
            section = _Section(head, waiting.pop(0) if waiting else "")
        found[id(block)] = section
    return found


def _copy(blocks: tuple[Block, ...]) -> set[Path]:
    """Return the file in which the title stands."""
    return {one.location.path for one in blocks if one.kind is Kind.TITLE and one.location}


def _first_line(expected: Transcript) -> int:
    """Return the line of the copy on which the body begins; what the panel before it says stands above."""
    trees = [fromstring(tree) for tree in expected.markup[:1]]
    return min((int(one.get(LINE, "0")) for tree in trees for one in tree.iter() if one.get(LINE)), default=0)


def _short(expected: Transcript) -> dict[str, list[str]]:
    """Return the headings that begin a section of the body, each with the short forms that its writer gave."""
    trees = [fromstring(tree) for tree in expected.markup[:1]]
    headings = [heading for tree in trees for heading in tree.iter("h2") if heading in list(tree)]
    found: dict[str, list[str]] = {}
    for one in headings:
        found.setdefault(fold("".join(one.itertext())), []).append(" ".join((one.get("short") or "").split()))
    return found


def _head(evidence: Evidence, look: PageLook, edge: tuple[Line, ...]) -> str | None:
    """Return the running head of a page, "" where there is none, None where the page has no furniture at all.

    The head of a table that goes on is repeated on the page as well, and is none: it stands far from the page number.
    """
    lines = [line for line in look.lines if line.number in in_margin(evidence, look) and line not in edge]
    folio = next((line for line in lines if line.text == look.label), None)
    if folio is not None:
        near = NEAR * (folio.box.top - folio.box.bottom)
        lines = [line for line in lines if abs(line.baseline - folio.baseline) < near]
    words = [line.text for line in lines if line.text != look.label and not line.text.isdigit()]
    return " ".join(" ".join(words).split()) if lines else None


def _is(said: str, heading: str) -> bool:
    """Say whether a running head is a heading, whole or cut behind a word; references to notes are left out of it.

    A word as long as a line leaves nothing.
    """
    given = fold(NOTE.sub("", heading))
    if not said.endswith(CUT):
        return fold(said) in (given, fold(heading)) or (not said and len(heading.split()[0]) > LEAST)
    kept = fold(said.removesuffix(CUT))
    return given.startswith(kept) and len(kept) < len(given) and bool(kept)
