"""The eye's order: a page shows the blocks in the order of the copy, whatever order the file has them in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import counted, message
from clearfold.model.transcript import Block, Kind
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding, quoted
from clearfold.proof.page.page_model import PlacedBlock
from clearfold.proof.page.visual_order import Spot, spots, turned

STREAM = message("order for the eye")
SEVERAL = 3  # stretches of one page that are told one by one


def visual_order(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find blocks that the eye meets elsewhere than the copy, and the order of drawing, have them.

    A block that is also drawn elsewhere has been told as moved in the content order.
    """
    flowing = evidence.flowing
    if not flowing:
        return
    told = _moved(evidence)
    for number, page in spots(flowing, evidence.looks).items():
        # Others put notes at the foot of the page, or at the end.
        here = [
            spot
            for spot in page
            if id(flowing[spot.block].block) not in told and not (evidence.foreign and spot.kind is Kind.NOTE)
        ]
        pairs = list(turned(here))
        groups = list(_together(_fewest(pairs, flowing)))
        if len(groups) > SEVERAL:  # so much at once is one mistake
            groups = [[block for group in groups for block in group]]
        for group in groups:
            yield _finding(group, pairs, flowing, message("page {number}", number=number + 1))


def _moved(evidence: Evidence) -> set[int]:
    content = evidence.content
    blocks = content.expected.blocks
    return {id(blocks[r]) for p in content.alignment.moved for r, _, _ in content.expected.by_block(p.low, p.high)}


def _fewest(pairs: Sequence[tuple[Spot, Spot]], blocks: Sequence[PlacedBlock]) -> list[int]:
    """Return the fewest blocks, and of as few the shortest, without which no pair is left that is turned."""
    left, moved = list(pairs), list[int]()
    while left:
        count: dict[int, int] = defaultdict(int)
        for pair in left:
            for spot in pair:
                count[spot.block] += 1
        worst = max(count, key=lambda block: (count[block], -len(blocks[block].block.text)))
        moved.append(worst)
        left = [pair for pair in left if worst not in (pair[0].block, pair[1].block)]
    return sorted(moved)


def _together(moved: Sequence[int]) -> Iterator[list[int]]:
    """Gather blocks that follow each other in the copy."""
    for _, group in groupby(enumerate(moved), lambda item: item[1] - item[0]):
        yield [block for _, block in group]


def _finding(
    group: Sequence[int], pairs: Sequence[tuple[Spot, Spot]], blocks: Sequence[PlacedBlock], place: str
) -> Diagnostic:
    first, last = blocks[group[0]].block, blocks[group[-1]].block
    size = len(group)
    what = (
        quoted(first.text)
        if size == 1
        else message("{size} blocks, {text} to {text2}", size=size, text=quoted(first.text), text2=quoted(last.text))
    )
    before = [blocks[two.block].block for one, two in pairs if one.block in group and two.block not in group]
    after = [blocks[one.block].block for one, two in pairs if two.block in group and one.block not in group]
    there, here = (
        _sides(before, after) if before or after else (message("in no order"), message("in the order of the copy"))
    )
    return finding(
        "ORD-003",
        first,
        stream=STREAM,
        place=place,
        expected=here,
        found=there,
        fact=counted(
            size,
            "{what} is met {there}, and belongs {here}",
            "{what} are met {there}, and belong {here}",
            what=what,
            there=there,
            here=here,
        ),
        shown=(first.text,),
    )


def _sides(before: Sequence[Block], after: Sequence[Block]) -> tuple[str, str]:
    """Say after which text a block is met, and where it belongs; ``before`` are met too early, ``after`` too late."""
    if before:
        return message("after {text}", text=quoted(before[-1].text)), message(
            "before {text}", text=quoted(before[0].text)
        )
    return message("before {text}", text=quoted(after[0].text)), message("after {text}", text=quoted(after[-1].text))
