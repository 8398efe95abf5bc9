"""Structure: headings, lists, tables, languages, expansions and links are the same in the output as in the copy."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import Message, joined, message
from clearfold.model.transcript import Block, Kind, Span
from clearfold.proof.compare.addresses import belies, same_address
from clearfold.proof.compare.letters import fold
from clearfold.proof.compare.stream import Stream
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import Finding, finding, quoted

PLAIN = frozenset({Kind.PARAGRAPH, Kind.PUBLISHER, Kind.SUBTITLE, Kind.AUDIENCE, Kind.BOX_TITLE})
SAME = {
    Kind.TITLE: frozenset({Kind.TITLE, Kind.HEADING}),
    Kind.DETAIL: frozenset(Kind) - {Kind.HEADING, Kind.TITLE, Kind.TEXT},
    Kind.LABEL: frozenset({Kind.PARAGRAPH, Kind.TERM}),
    # PDF has no block of code; it takes its kind from the block around it.
    Kind.CODE: frozenset({Kind.CODE, Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.TABLE_CELL, Kind.DEFINITION, Kind.QUOTATION}),
    **dict.fromkeys(PLAIN, PLAIN),
    # Nor has it titles of boxes: in an item of a list they are words of the item.
    Kind.BOX_TITLE: PLAIN | {Kind.LIST_ITEM},
}


def structure(evidence: Evidence) -> Iterator[Diagnostic]:
    """Compare each block of the copy with the element, or elements, in which its words were found."""
    for stream in evidence.streams:
        if stream.structured:
            yield from _stream(stream)
            if evidence.foreign:
                yield from _belied(stream)


def block_pairs(stream: Stream) -> Iterator[tuple[Block, Block]]:
    """Yield each block of the copy that was found, with the first element that holds words of it."""
    seen: set[int] = set()
    for pair in stream.alignment.pairs():
        for block, low, _ in stream.expected.by_block(pair.low, pair.high):
            if block not in seen:
                seen.add(block)
                yield (
                    stream.expected.blocks[block],
                    stream.found.blocks[stream.found.block_of[pair.at + low - pair.low]],
                )


def kind_differs(ours: Block, theirs: Block) -> tuple[str, str, str] | None:
    """Return the code of what differs in what a block is, what the copy says, and what was found; None if nothing."""
    code, told = "", [(message(ours.kind), message(theirs.kind))]
    headings = (Kind.HEADING, Kind.TITLE)
    if theirs.kind not in SAME.get(ours.kind, {ours.kind}):
        lists = Kind.LIST_ITEM in (ours.kind, theirs.kind)
        code = "TAG-001" if ours.kind in headings or theirs.kind in headings else "TAG-002" if lists else "TAG-008"
        code = "TAG-003" if ours.kind is Kind.TABLE_CELL else code
    elif ours.kind in headings and theirs.kind is Kind.HEADING:
        code, told = (
            "TAG-001",
            [(message("level {level}", level=ours.level), message("level {level}", level=theirs.level))],
        )
    elif ours.kind is Kind.LIST_ITEM:
        told = [
            (message("level {level}", level=ours.level), message("level {level}", level=theirs.level)),
            (_number(ours), _number(theirs)),
        ]
        code = "TAG-002"
    elif ours.kind is Kind.TABLE_CELL:
        told = [(_cell(ours), _cell(theirs))]
        code = "TAG-003"
    differing = [(one, two) for one, two in told if one != two]
    if not code or not differing:
        return None
    return code, joined(", ", (one for one, _ in differing)), joined(", ", (two for _, two in differing))


def _stream(stream: Stream) -> Iterator[Diagnostic]:
    at: dict[int, int] = {}
    for pair in stream.alignment.pairs():
        at.update(zip(range(pair.low, pair.high), range(pair.at, pair.end), strict=True))
    yield from _elements(stream, at)
    for ours, theirs in block_pairs(stream):
        if differing := kind_differs(ours, theirs):
            code, want, got = differing
            fact = message("{text} is {want} in the copy, {got} here", text=quoted(ours.text), want=want, got=got)
            yield finding(code, ours, stream=stream.name, place=theirs.place, expected=want, found=got, fact=fact)
    for block in dict.fromkeys(stream.expected.block_of[i] for i in at):
        yield from _spans(stream, block, at)


def _elements(stream: Stream, at: dict[int, int]) -> Iterator[Finding]:
    """Find blocks that are several elements, and elements that are several blocks."""
    expected, found = stream.expected, stream.found
    cut: dict[int, dict[int, None]] = defaultdict(dict)
    holds: dict[int, dict[int, None]] = defaultdict(dict)
    for ours, theirs in at.items():
        cut[expected.block_of[ours]][found.block_of[theirs]] = None
        holds[found.block_of[theirs]][expected.block_of[ours]] = None
    for copied, elements in cut.items():
        if len(elements) > 1:
            block = expected.blocks[copied]
            places = joined(", ", dict.fromkeys(found.blocks[element].place for element in elements))
            fact = message("{text} is {elements} elements", text=quoted(block.text), elements=len(elements))
            yield finding("TAG-007", block, stream=stream.name, place=places, fact=fact)
    for element, blocks in holds.items():
        if len(blocks) > 1:
            block, theirs_there = expected.blocks[min(blocks)], found.blocks[element]
            fact = message("{blocks} blocks from {text} on", blocks=len(blocks), text=quoted(block.text))
            yield finding(
                "TAG-009", block, stream=stream.name, place=theirs_there.place, found=theirs_there.text, fact=fact
            )


def _number(block: Block) -> Message:
    return message("number {number}", number=block.number) if block.number else message("no number")


def _cell(block: Block) -> Message:
    return message(
        "row {row}, column {column}{what}",
        row=block.row,
        column=block.column,
        what=message(", header") if block.header else "",
    )


def _spans(stream: Stream, block: int, at: dict[int, int]) -> Iterator[Finding]:
    """Compare what is said of parts of a block: language, expansion, link."""
    expected, found = stream.expected, stream.found
    ours = expected.blocks[block]
    low, high = expected.start[block], expected.start[block + 1]
    letters = [(i, found.blocks[found.block_of[at[i]]], found.offset[at[i]]) for i in range(low, high) if i in at]

    def compare(code: str, value: Callable[[Block, int], str], same: Callable[[str, str], bool]) -> Iterator[Finding]:
        """Tell of the letters, taken together, of which something else is said than in the copy."""
        wrong: list[tuple[int, str, str]] = []
        for i, theirs, offset in letters:
            one, two = value(ours, expected.offset[i]), value(theirs, offset)
            if one != two and not same(one, two):
                wrong.append((i, one, two))
        while wrong:
            first = wrong[0]
            group = [first]
            while len(group) < len(wrong) and wrong[len(group)] == (first[0] + len(group), *first[1:]):
                group.append(wrong[len(group)])
            wrong = wrong[len(group) :]
            place = found.blocks[found.block_of[at[first[0]]]].place
            words = expected.piece(group[0][0], group[-1][0] + 1)
            fact = message(
                "{words}: {first} in the copy, {first2} here",
                words=quoted(words),
                first=first[1] or message("none"),
                first2=first[2] or message("none"),
            )
            want, got = first[1:]
            yield finding(
                code, ours, stream=stream.name, place=place, expected=want, found=got, fact=fact, shown=(words,)
            )

    yield from compare("TAG-004", _lang, lambda one, two: one.lower() == two.lower())
    # Headings and captions no tool expands, and nobody needs it.
    if ours.kind not in (Kind.HEADING, Kind.CAPTION) and any(span.expansion for span in ours.spans):
        yield from compare("TAG-005", lambda r, o: _said(r, o, lambda s: s.expansion), _same_expansion)
    if any(span.link for span in ours.spans):
        yield from compare("TAG-006", lambda r, o: _said(r, o, lambda s: s.link), _same_link)


def _belied(stream: Stream) -> Iterator[Finding]:
    """Find links that the copy does not have, and that call or write elsewhere than their words say."""
    expected, found = stream.expected, stream.found
    wrong = [
        (number, span)
        for number, block in enumerate(found.blocks)
        for span in block.spans
        if span.link and belies(block.text[span.start : span.end], span.link)
    ]
    pairs = tuple(stream.alignment.pairs()) if wrong else ()
    copied = {pair.at + i: pair.low + i for pair in pairs for i in range(pair.high - pair.low)}
    for number, span in wrong:
        block = found.blocks[number]
        letters = range(found.start[number], found.start[number + 1])
        ours = [copied[i] for i in letters if span.start <= found.offset[i] < span.end and i in copied]
        owners = [expected.blocks[expected.block_of[i]] for i in ours]
        linked = (_said(one, expected.offset[i], lambda s: s.link) for i, one in zip(ours, owners, strict=True))
        if ours and not any(linked):  # else it is told as another link than the copy's
            words, none = block.text[span.start : span.end], message("none")
            fact = message(
                "{words}: {first} in the copy, {first2} here", words=quoted(words), first=none, first2=span.link
            )
            place, name = block.place, stream.name
            yield finding("TAG-006", owners[0], stream=name, place=place, found=span.link, fact=fact, shown=(words,))


def _lang(block: Block, offset: int) -> str:
    return _said(block, offset, lambda span: span.lang) or block.lang


def _said(block: Block, offset: int, value: Callable[[Span], str]) -> str:
    """Return what the innermost span says of a letter."""
    if not block.spans:  # nearly always, and asked of every letter
        return ""
    said = [span for span in block.spans if span.start <= offset < span.end and value(span)]
    return value(min(said, key=lambda span: span.end - span.start)) if said else ""


def _same_expansion(ours: str, theirs: str) -> bool:
    """Compare two expansions; where the copy has none, a tool may add one."""
    return not ours or fold(ours) == fold(theirs)


def _same_link(ours: str, theirs: str) -> bool:
    """Compare two links: within the leaflet any inner link will do, since ids are the edition's own."""
    if not ours:
        return True
    if ours.startswith("#"):
        return "#" in theirs and "://" not in theirs
    return same_address(ours, theirs)
