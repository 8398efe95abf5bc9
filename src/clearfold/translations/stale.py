"""What has changed in the source since its translation was last seen: block by block, with the words that differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.transcript import Block
from clearfold.translations.copies import Copy
from clearfold.translations.seen import Entry, Seen, mark, noted

_ALIKE = 0.45  # of their letters two blocks share that are one block, changed
_MORE = 0.08  # by which a second block must add to that where one was parted in two
_AROUND = 2  # words beside those that differ
_MOST = 14  # words that are shown


@dataclass(frozen=True, slots=True)
class Stale:
    """What is stale, and the blocks that are told of: what answers them is compared when it was brought up to date."""

    found: tuple[Diagnostic, ...]
    places: frozenset[Location]


@dataclass(slots=True)
class _Changes:
    """The changes between what was seen and what is there."""

    source: Copy
    here: Copy
    seen: Sequence[Entry]
    now: Sequence[Block]
    found: list[Diagnostic] = field(default_factory=list)
    places: set[Location] = field(default_factory=set)

    def at(self, number: int) -> Location:
        """Return where in the translation stands what answered a block that was seen, or the block before it."""
        own = {mark(block): block for block in reversed(self.here.blocks)}
        for entry in reversed(self.seen[: number + 1]):
            block = own.get(entry.here)
            if block and block.location:
                return block.location
        return Location(self.here.path, 1, 1)

    def there(self, block: Block) -> str:
        """Return the place of a block of the source, which is told of."""
        if block.location:
            self.places.add(block.location)
        return f"{self.source.path.name}:{block.location.line if block.location else 1}"

    def hold(self, number: int) -> None:
        """Note that what answered a block is told of."""
        own = {mark(block): block for block in reversed(self.here.blocks)}
        block = own.get(self.seen[number].here)
        if block and block.location:
            self.places.add(block.location)


def stale(source: Copy, here: Copy, seen: Seen) -> Stale:
    """Return what of the source is not as it was seen."""
    now = tuple(noted(source))
    changes = _Changes(source, here, seen.entries, now)
    steps = SequenceMatcher(None, [e.source for e in seen.entries], [mark(b) for b in now], autojunk=False)
    steps_taken = [code for code in steps.get_opcodes() if code[0] != "equal"]
    gone = [n for _, low, high, _, _ in steps_taken for n in range(low, high)]
    new = [n for _, _, _, low, high in steps_taken for n in range(low, high)]
    moved = dict(_moved(changes, gone, new))
    for _, low, high, first, last in steps_taken:
        _region(
            changes,
            [n for n in range(low, high) if n not in moved],
            [n for n in range(first, last) if n not in moved.values()],
        )
    for old, number in moved.items():
        block = now[number]
        told = {"source": changes.there(block), "after": _short(block.text), "name": here.path.stem}
        changes.found.append(mistake("TRL-004", changes.at(old), **told))
        changes.hold(old)
    return Stale(tuple(changes.found), frozenset(changes.places))


def _moved(changes: _Changes, gone: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int]]:
    left = {number: mark(changes.now[number]) for number in new}
    for old in gone:
        other = next((number for number, sign in left.items() if sign == changes.seen[old].source), None)
        if other is not None:
            del left[other]
            yield old, other


def _region(changes: _Changes, gone: list[int], new: list[int]) -> None:
    """Tell what became of some blocks: parted or joined, changed, taken out, put in."""
    before = " ".join(changes.seen[n].text for n in gone).split()
    after = " ".join(changes.now[n].text for n in new).split()
    name = changes.here.path.stem
    if before and before == after:
        at, where = changes.at(gone[0]), changes.there(changes.now[new[0]])
        if len(gone) == len(new) == 1:
            short = _short(changes.seen[gone[0]].text)
            changes.found.append(mistake("TRL-001", at, "marks", source=where, after=short, name=name))
        else:
            counts = {"before": len(gone), "after": len(new)}
            changes.found.append(mistake("TRL-001", at, "split", source=where, name=name, **counts))
        for number in new:
            changes.there(changes.now[number])
        for number in gone:
            changes.hold(number)
        return
    first = 0
    for old in gone:
        text = changes.seen[old].text
        low, high = _became(changes, text, new, first)
        if low == high:
            told = {"source": changes.source.path.name, "before": _short(text), "name": name}
            changes.found.append(mistake("TRL-003", changes.at(old), **told))
        else:
            _added(changes, new[first:low], old - 1)
            first = high
            blocks = [changes.now[n] for n in new[low:high]]
            places = [changes.there(block) for block in blocks]
            once, now = words_that_differ(text, " ".join(block.text for block in blocks))
            told = {"source": places[0], "before": once, "after": now, "name": name}
            changes.found.append(mistake("TRL-001", changes.at(old), "changed", **told))
        changes.hold(old)
    _added(changes, new[first:], gone[-1] if gone else _before(changes, new))


def _became(changes: _Changes, text: str, new: Sequence[int], first: int) -> tuple[int, int]:
    """Return which of the new blocks, from the first on, a text became: a slice, empty where it became none."""
    texts = [changes.now[n].text for n in new]
    pick = max(range(first, len(new)), key=lambda n: _likeness(text, texts[n]), default=-1)
    if pick < 0 or _likeness(text, texts[pick]) < _ALIKE:
        return first, first
    low, high, words = pick, pick + 1, texts[pick]
    while low > first and _likeness(text, f"{texts[low - 1]} {words}") > _likeness(text, words) + _MORE:
        low, words = low - 1, f"{texts[low - 1]} {words}"
    while high < len(new) and _likeness(text, f"{words} {texts[high]}") > _likeness(text, words) + _MORE:
        high, words = high + 1, f"{words} {texts[high]}"
    return low, high


def _added(changes: _Changes, new: Sequence[int], old: int) -> None:
    for number in new:
        block = changes.now[number]
        told = {"source": changes.there(block), "after": _short(block.text), "name": changes.here.path.stem}
        changes.found.append(mistake("TRL-002", changes.at(old), **told))


def _before(changes: _Changes, new: Sequence[int]) -> int:
    """Return the last block that was seen before some that are new."""
    known = {entry.source: n for n, entry in enumerate(changes.seen)}
    marks = (known.get(mark(block)) for block in reversed(changes.now[: new[0] if new else 0]))
    return next((n for n in marks if n is not None), -1)


def _likeness(one: str, two: str) -> float:
    match = SequenceMatcher(None, one, two, autojunk=False)
    return match.ratio() if match.real_quick_ratio() > _ALIKE / 2 else 0.0


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:_MOST]) + (" …" if len(words) > _MOST else "")


def words_that_differ(before: str, after: str) -> tuple[str, str]:
    """Return what differs between two texts, with the words around it: “na 100 dagen”, “na 200 dagen”."""
    one, two = before.split(), after.split()
    shortest = min(len(one), len(two))
    start = next((n for n in range(shortest) if one[n] != two[n]), shortest)
    end = next((n for n in range(shortest - start) if one[-1 - n] != two[-1 - n]), shortest - start)
    first = max(0, start - _AROUND)
    cut = [(words[first : min(len(words), max(len(words) - end, start) + _AROUND)], len(words)) for words in (one, two)]
    return tuple(  # type: ignore[return-value]  # two texts come of two
        ("… " if first else "") + _short(" ".join(words)) + ("" if first + len(words) >= size else " …")
        for words, size in cut
    )
