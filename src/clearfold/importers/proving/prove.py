"""Hold a copy against the original that it was imported from: words, order, numbers, headings, items, cells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clearfold.importers.document import NOWHERE, Place
from clearfold.importers.ledger import Entry
from clearfold.importers.proving.differences import Change, Laid, lay
from clearfold.importers.proving.explaining import Claims, unlisted, without_told
from clearfold.importers.proving.signs import Signs
from clearfold.importers.proving.streams import Stream, of_copy, of_passages
from clearfold.importers.proving.structure import unlike
from clearfold.importers.reading import UNSURE, Original
from clearfold.model.messages import message
from clearfold.model.transcript import Transcript

_TOGETHER, _CLOSE = 6, 60  # changes, and words, that are looked at as one where letters alone are sure
_OTHER, _LOST, _MANY = message("other words in the copy"), message("words are lost"), message("words are too many")


@dataclass(frozen=True, slots=True)
class Difference:
    """What no entry of the ledger explains: the words there, the words in the copy, and what is wrong."""

    fact: str
    place: Place = NOWHERE
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """How many words the original has, how many of them are accounted for, and every difference that is not."""

    words: int
    accounted: int
    differences: tuple[Difference, ...]

    @property
    def good(self) -> bool:
        """Tell whether nothing is unexplained."""
        return not self.differences


def prove(original: Original, ledger: Sequence[Entry], copy: Transcript) -> Proof:
    """Hold the copy, as it was read again, against the original.

    Words that come again can be laid beside each other in several ways; one that the ledger explains is enough.
    """
    first = _prove(original, ledger, copy, fewest=False)
    return (
        first
        if first.good or not _laid_anew(first)
        else min(first, _prove(original, ledger, copy, fewest=True), key=lambda proof: len(proof.differences))
    )


def _laid_anew(proof: Proof) -> bool:
    """Tell whether words are said to be lost in one place and too many in another."""
    facts = {one.fact for one in proof.differences}
    return {_LOST, _MANY} <= facts or {_OTHER} <= facts


def _prove(original: Original, ledger: Sequence[Entry], copy: Transcript, *, fewest: bool) -> Proof:
    claims, signs = Claims(ledger), Signs(ledger)
    total = bad = 0
    found: list[Difference] = []
    for theirs, ours in zip(of_passages(map(signs.read, original.passages)), of_copy(copy.blocks), strict=True):
        total += sum(1 + word.count(UNSURE) for part in theirs for word in part.words)
        theirs, ours = without_told(theirs, ours, claims)
        laid = lay(theirs, ours, fewest=fewest)
        changes = [change for change in laid.changes if not claims.explain(laid, change)]
        for change in _of_letters(laid, changes, claims) if original.letters else changes:
            bad += change.high - change.low
            found.append(_difference(laid, change, theirs))
        for one in () if original.letters else unlike(theirs, ours, laid, ledger):
            fact = message("{expected} there, {found} in the copy", expected=one.expected, found=one.found)
            found.append(Difference(fact, one.part.place, " ".join(one.part.words)))
    missing = unlisted((passage.text for passage in original.left), ledger)
    total += sum(len(passage.text.split()) for passage in original.left)
    bad += missing.total()
    found += [Difference(message("left out, and not listed"), before=word) for word in missing]
    found += _wrong((*claims.unused(), *signs.unused()))
    found += [
        Difference(message("text of <{name}> was passed over", name=name), before=text)
        for name, text in original.passed
    ]
    passed = sum(len(text.split()) for _, text in original.passed)
    return Proof(total + passed, total - bad, tuple(found))


def _of_letters(laid: Laid, changes: Sequence[Change], claims: Claims) -> Iterator[Change]:
    """Yield the changes that are more than spaces, alone and together with those that follow close behind."""
    at = 0
    while at < len(changes):
        first = changes[at]
        for last in range(at, min(at + _TOGETHER, len(changes))):
            one = Change(first.low, changes[last].high, first.low2, changes[last].high2)
            if one.high - one.low <= _CLOSE and claims.explain_letters(laid, one):
                at = last
                break
        else:
            yield first
        at += 1


def _difference(laid: Laid, change: Change, stream: Stream) -> Difference:
    before = " ".join(laid.original[change.low : change.high])
    after = " ".join(laid.copy[change.low2 : change.high2])
    fact = _OTHER if before and after else _LOST if before else _MANY
    return Difference(fact, _place(stream, change.low), before, after)


def _place(stream: Stream, word: int) -> Place:
    place = NOWHERE
    for part in stream:
        place = part.place
        word -= len(part.words)
        if word < 0:
            break
    return place


def _wrong(entries: Iterable[Entry]) -> Iterator[Difference]:
    for entry in entries:
        yield Difference(
            message("the list of changes tells of one that is not there"), entry.place, entry.before, entry.after
        )
