"""Which differences the ledger explains: each entry explains one, where its words stand there and nowhere else."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from clearfold.importers.ledger import Entry
from clearfold.importers.proving.differences import Change, Laid
from clearfold.importers.proving.streams import Stream
from clearfold.importers.reading import UNSURE
from clearfold.importers.rules import Act

_CHANGING = (Act.JOINED, Act.DROPPED, Act.ADDED, Act.MAPPED)


@dataclass(frozen=True, slots=True)
class Claim:
    """What an entry says: these words of the original are those of the copy; ``sure`` where that must be found."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    entry: Entry
    sure: bool


class Claims:
    """The claims of a ledger, each of which explains one difference."""

    def __init__(self, ledger: Iterable[Entry]) -> None:
        self.ledger = tuple(ledger)
        self._claims = [claim for entry in self.ledger for claim in _claims(entry)]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_letter: dict[str, list[int]] = defaultdict(list)
        self._used: set[int] = set()
        for number, claim in enumerate(self._claims):
            self._by_word[(claim.before or claim.after)[0]].append(number)
            if claim.before:
                self._by_letter[claim.before[0][0]].append(number)

    def explain(self, laid: Laid, change: Change) -> bool:
        """Tell whether the ledger explains a change, and use up what explains it."""
        for one in _slid(laid, change):
            if (used := self._cover(laid, one)) is not None:
                self._used.update(used)
                return True
        return False

    def explain_letters(self, laid: Laid, change: Change) -> bool:
        """Tell whether a change is one of spaces alone, with what the ledger explains, and use up what does.

        A space that the original has for sure is one in the copy as well; others may come and go.
        """
        tokens = [part for word in laid.original[change.low : change.high] for part in _parts(word)]
        copied = laid.copy[change.low2 : change.high2]
        target, gaps = "".join(copied), set(accumulate(map(len, copied), initial=0))
        texts = tuple(text for text, _ in tokens)
        waiting: list[tuple[int, int, tuple[int, ...]]] = [(0, 0, ())]
        seen: set[tuple[int, int]] = set()
        while waiting:
            at, place, used = waiting.pop()
            if (at, place) == (len(tokens), len(target)):
                self._used.update(used)
                return True
            if (at, place) in seen or at == len(tokens) or (tokens[at][1] and place not in gaps):
                continue
            seen.add((at, place))
            for number in self._by_letter.get(texts[at][0], ()):
                claim = self._claims[number]
                end, after = _end(texts, at, "".join(claim.before)), "".join(claim.after)
                free = number not in self._used and number not in used
                if free and end and target.startswith(after, place):
                    waiting.append((end, place + len(after), (*used, number)))
            if target.startswith(texts[at], place):
                waiting.append((at + 1, place + len(texts[at]), used))
        return False

    def _cover(self, laid: Laid, change: Change) -> tuple[int, ...] | None:
        """Return the claims that make up a change, one after the other; None where there are none."""
        ours = laid.original[change.low : change.high]
        theirs = laid.copy[change.low2 : change.high2]
        waiting: list[tuple[int, int, tuple[int, ...]]] = [(0, 0, ())]
        seen: set[tuple[int, int]] = set()
        while waiting:
            at, at2, used = waiting.pop()
            if (at, at2) == (len(ours), len(theirs)):
                return used
            if (at, at2) in seen:
                continue
            seen.add((at, at2))
            if at < len(ours) and at2 < len(theirs) and ours[at] == theirs[at2]:
                waiting.append((at + 1, at2 + 1, used))
            heads = {*ours[at : at + 1], *theirs[at2 : at2 + 1]}
            numbers = [n for head in heads for n in self._by_word.get(head, ())]
            for number in sorted(numbers, reverse=True):
                claim = self._claims[number]
                end, end2 = at + len(claim.before), at2 + len(claim.after)
                if number in self._used or number in used:
                    continue
                if ours[at:end] == claim.before and theirs[at2:end2] == claim.after:
                    waiting.append((end, end2, (*used, number)))
        return None

    def use(self, entry: Entry) -> bool:
        """Use up what an entry says; tell whether it was there to be used."""
        numbers = (n for n, claim in enumerate(self._claims) if claim.entry is entry and n not in self._used)
        number = next(numbers, None)
        if number is not None:
            self._used.add(number)
        return number is not None

    def unused(self) -> Iterator[Entry]:
        """Yield the entries that tell of a change which is not there."""
        for number, claim in enumerate(self._claims):
            if claim.sure and number not in self._used:
                yield claim.entry


def without_told(original: Stream, copy: Stream, claims: Claims) -> tuple[Stream, Stream]:
    """Return two streams without the blocks of which an entry says that they stand elsewhere, or were added."""
    ours, theirs = list(original), list(copy)
    for entry in claims.ledger:
        words, after = tuple(entry.before.split()), tuple(entry.after.split())
        there = next((n for n, part in enumerate(ours) if part.words == words), -1)
        here = next((n for n, part in enumerate(theirs) if part.words == after), -1)
        if entry.act is Act.MOVED and words and words == after and there >= 0 and here >= 0:
            del ours[there], theirs[here]
        elif entry.act is Act.ADDED and here >= 0 and claims.use(entry):
            del theirs[here]
    return tuple(ours), tuple(theirs)


def _end(texts: Sequence[str], at: int, letters: str) -> int:
    """Return the number of the part behind those that make up some letters, 0 where they do not."""
    there = 0
    while at < len(texts) and there < len(letters) and letters.startswith(texts[at], there):
        there += len(texts[at])
        at += 1
    return at if there == len(letters) else 0


def _parts(word: str) -> list[tuple[str, bool]]:
    """Return the parts of a word between which there may be spaces, each with whether one stands before it for sure."""
    return [(part, number == 0) for number, part in enumerate(word.split(UNSURE)) if part]


def _claims(entry: Entry) -> Iterator[Claim]:
    before, after = tuple(entry.before.split()), tuple(entry.after.split())
    if entry.act in _CHANGING and before != after:
        yield Claim(before, after, entry, True)
    elif entry.act is Act.MOVED:
        if before:
            yield Claim(before, (), entry, False)
        if after:
            yield Claim((), after, entry, False)


def _slid(laid: Laid, change: Change) -> Iterator[Change]:
    """Yield a change, and the same one moved along where equal words leave open which of them were meant."""
    yield change
    if change.low2 == change.high2:
        for low in _slides(laid.original, change.low, change.high):
            moved = low - change.low
            yield Change(low, low + change.high - change.low, change.low2 + moved, change.low2 + moved)
    elif change.low == change.high:
        for low in _slides(laid.copy, change.low2, change.high2):
            moved = low - change.low2
            yield Change(change.low + moved, change.low + moved, low, low + change.high2 - change.low2)


def _slides(words: Sequence[str], low: int, high: int) -> Iterator[int]:
    at = low
    while at > 0 and words[at - 1] == words[at - 1 + high - low]:
        at -= 1
        yield at
    at = low
    while at + high - low < len(words) and words[at] == words[at + high - low]:
        at += 1
        yield at


def unlisted(left: Iterable[str], ledger: Iterable[Entry]) -> Counter[str]:
    """Return the words of what was left out that no entry lists, each with how often."""
    listed = Counter(word for entry in ledger if entry.act is Act.LEFT for word in entry.before.split())
    return Counter(word for text in left for word in text.split()) - listed
