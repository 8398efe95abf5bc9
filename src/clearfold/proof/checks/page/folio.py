"""The page numbers of printed pages: on every page in the same place, and the ones that the contents name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from statistics import median_low

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.model.units import MM
from clearfold.proof.checks.page.breaches import HEADS, PAGINATION, Breach, in_margin, owners, told
from clearfold.proof.compare.letters import fold
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import both
from clearfold.proof.page.large_print_rules import BOLD, REGULAR, SAME_PLACE
from clearfold.proof.page.page_model import Line, PageLook

FOOT = 0.2  # of a page's height in which a folio stands
CORNER = 5.0  # mm beyond the margin; a folio that is further from the outer edge is in no corner
ENTRY = 6  # lines or marks that an entry of the contents may be drawn in
LEADER = re.compile(r"[\s.…·_]*(\d+|[ivxlc]+)", re.IGNORECASE)
SAME_ROW = 0.6  # of the type size


@dataclass(frozen=True, slots=True)
class _Folio:
    """A page's number as it stands: how far from the outer edge, and how high, in mm."""

    look: PageLook
    line: Line
    edge: float
    height: float

    def breach(self, measured: str) -> Breach:
        """Return what is wrong with it."""
        return Breach(self.look.number, self.line.text, None, measured)


def page_folio(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find page numbers that are missing, wrong or out of place (TYP-012), and contents that are wrong (TYP-020)."""
    if evidence.paper is None:
        return
    if evidence.paper.folios:
        folios = list(_folios(evidence, screen=evidence.paper.screen))
        having = {folio.look.number for folio in folios}
        lacking = [page for page in _numbered(evidence) if page not in having]
        yield from told("TYP-012", [Breach(page, "", None, message("there is none")) for page in lacking])
        wrong = [
            folio.breach(message("it is {label}", label=folio.look.label))
            for folio in folios
            if folio.line.text != folio.look.label
        ]
        yield from told("TYP-012", wrong)
        bold = _bold(evidence)
        thin = [
            folio.breach(message("weight {weight}", weight=weight))
            for folio in folios
            if (weight := folio.line.state.face.weight) < bold
        ]
        yield from told("TYP-012", thin, message("the weight is at least {bold}", bold=bold))
        yield from _places(folios, evidence.paper.margin + CORNER)
    yield from told("TYP-020", list(_contents(evidence)))


def _bold(evidence: Evidence) -> int:
    """Return the least weight of a folio: bold, or that of the bolder face of an association where it is less."""
    parts = (part for look in evidence.looks for line in look.lines for part in line.stretches)
    heaviest = max((part.state.face.weight for part in parts), default=BOLD)
    return heaviest if evidence.ours and REGULAR < heaviest < BOLD else BOLD


def _numbered(evidence: Evidence) -> Iterator[int]:
    """Yield the pages that must have a number: all but the cover, and a back cover without any furniture."""
    for look in evidence.looks[1:]:
        if look is not evidence.looks[-1] or in_margin(evidence, look):
            yield look.number


def _folios(evidence: Evidence, *, screen: bool) -> Iterator[_Folio]:
    for look in evidence.looks[1:]:
        line = _folio(look)
        if line is not None:
            right = screen or look.number % 2 == 0  # the page of number 2 is the third, a right one
            edge = look.width - line.box.right if right else line.box.left
            yield _Folio(look, line, edge / MM, line.baseline / MM)


def _places(folios: Sequence[_Folio], most: float) -> Iterator[Diagnostic]:
    """Tell of folios that stand in no outer corner, and of those in one that stand elsewhere than most do."""
    inner = [
        folio.breach(message("{edge:.0f} mm from the outer edge", edge=folio.edge))
        for folio in folios
        if folio.edge > most
    ]
    yield from told("TYP-012", inner, message("at most {most:g} mm", most=most))
    outer = [folio for folio in folios if folio.edge <= most]
    if not outer:
        return
    edge, height = median_low(folio.edge for folio in outer), median_low(folio.height for folio in outer)
    off = [(folio, max(abs(folio.edge - edge), abs(folio.height - height))) for folio in outer]
    astray = [folio.breach(message("{by:.1f} mm from where most stand", by=by)) for folio, by in off if by > SAME_PLACE]
    yield from told("TYP-012", astray, message("at most {same_place:g} mm", same_place=SAME_PLACE))


def _folio(look: PageLook) -> Line | None:
    """Return the line that is the page's number: the one that says it, else the lowest figure at the foot."""
    foot = [line for line in look.lines if line.baseline < FOOT * look.height and line.upright]
    numbers = [line for line in foot if line.text == look.label or line.text.isdigit()]
    ordered = sorted(numbers, key=lambda line: (line.artifact != PAGINATION, line.baseline, line.text != look.label))
    return ordered[0] if ordered else None


def _contents(evidence: Evidence) -> Iterator[Breach]:
    """Yield the entries of the contents whose number is not the label of a page on which their heading stands."""
    owner = owners(evidence)
    loose = {
        look.number: [k for k in look.lines if k.number not in owner and k.number not in in_margin(evidence, look)]
        for look in evidence.looks
    }
    headings = {fold(b.block.text): b.block for b in reversed(evidence.placed) if b.block.kind in HEADS}
    where: dict[str, set[int]] = {}
    for block in evidence.placed:
        if block.block.kind in HEADS:
            where.setdefault(fold(block.block.text), set()).add(block.rows[0].page)
    panels: dict[str, set[int]] = {}
    for page, lines in loose.items():
        for line in lines:
            panels.setdefault(fold(line.text), set()).add(page)
    for page, lines in loose.items():
        for index, line in enumerate(lines):
            title, number = _entry(lines, index, line, {*where, *(t for t, pages in panels.items() if pages - {page})})
            pages = where.get(title) or panels.get(title, set()) - {page}
            labels = [evidence.looks[stands].label for stands in sorted(pages)]
            if number and labels and number.lower() not in [label.lower() for label in labels]:
                copied = headings.get(title)
                words = copied.text if copied else _words(lines, index, title)
                yield Breach(
                    page,
                    words,
                    copied,
                    message("says {number}, stands on {labels}", number=number, labels=reduce(both, labels)),
                )


def _entry(lines: Sequence[Line], index: int, line: Line, titles: set[str]) -> tuple[str, str]:
    """Return the title and number of the entry that ends in a line, two times "" where none does."""
    ending = LEADER.search(line.text)
    for size in range(1, ENTRY + 1):
        group = lines[max(index - size + 1, 0) : index + 1]
        text = " ".join(item.text for item in group)
        match = re.fullmatch(rf"(.*?){LEADER.pattern}", text)
        if ending and match and fold(match[1]) in titles and (size == 1 or _on_its_row(group)):
            return fold(match[1]), match[2]
    return "", ""


def _on_its_row(group: Sequence[Line]) -> bool:
    """Say whether the last line of an entry, its number, stands right of a line of its title, on the same height."""
    number = group[-1]
    return any(
        abs(line.baseline - number.baseline) < SAME_ROW * line.state.size and line.box.right <= number.box.left + 1
        for line in group[:-1]
    )


def _words(lines: Sequence[Line], index: int, title: str) -> str:
    """Return the words of an entry that is no heading of the copy."""
    for size in range(1, ENTRY + 1):
        text = " ".join(item.text for item in lines[max(index - size + 1, 0) : index + 1])
        if fold(text).startswith(title):
            return LEADER.sub("", text) if LEADER.fullmatch(lines[index].text) else text
    return ""
