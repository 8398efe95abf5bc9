"""Levels of headings, from those that the original has to those of a copy: from 2 on, none skipped."""

from dataclasses import replace

from clearfold.importers.document import Block, Blocks, Heading, Paragraph, Strong
from clearfold.importers.ledger import Entry
from clearfold.importers.walk import changed, said
from clearfold.model.messages import message

_LOWEST = 6


def levelled(blocks: Blocks) -> tuple[Blocks, list[Entry]]:
    """Return blocks with the levels of a copy, and an entry for each heading that comes nearer to the one above."""
    entries: list[Entry] = []
    highest = min((block.level for block in blocks if isinstance(block, Heading)), default=2)
    above: list[int] = []
    told: list[Block] = []
    for block in blocks:
        if not isinstance(block, Heading):
            told.append(_within(block, entries))
            continue
        while above and above[-1] >= block.level:
            above.pop()
        above.append(block.level)
        level = min(len(above) + 1, _LOWEST)
        if level - 2 != block.level - highest:
            words = said(block.content)
            entries.append(Entry("IMP-006", block.place, words, words, name=str(level)))
        told.append(replace(block, level=level))
    return tuple(told), entries


def _within(block: Block, entries: list[Entry]) -> Block:
    """Return a block in which headings are bold paragraphs: none begins a section within a list, a box or a table."""

    def bold(one: Block) -> Blocks:
        if not isinstance(one, Heading):
            return (one,)
        words = said(one.content)
        entries.append(
            Entry("IMP-020", one.place, words, words, name=message("a bold paragraph, within a list, table or box"))
        )
        return (Paragraph((Strong(one.content),), one.place),)

    inner = changed((block,), lambda one, _: (one,), bold)
    return inner[0] if len(inner) == 1 else block
