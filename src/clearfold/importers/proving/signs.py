"""Characters that are others in the copy, or none, each by an entry of the ledger of its own."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from clearfold.importers.ledger import Entry
from clearfold.importers.reading import Passage
from clearfold.importers.rules import Act


class Signs:
    """The signs that a ledger tells of, used up one after the other as the original is read."""

    def __init__(self, ledger: Iterable[Entry]) -> None:
        self._waiting: dict[str, deque[Entry]] = defaultdict(deque)
        for entry in ledger:
            if entry.act is Act.SIGN:
                self._waiting[entry.before].append(entry)

    def read(self, passage: Passage) -> Passage:
        """Return a passage with its signs as the copy has them; one without an entry stays."""
        if not any(sign in passage.text for sign in self._waiting):
            return passage
        return replace(passage, text="".join(map(self._sign, passage.text)))

    def _sign(self, sign: str) -> str:
        waiting = self._waiting.get(sign)
        return waiting.popleft().after if waiting else sign

    def unused(self) -> Iterator[Entry]:
        """Yield entries that tell of a sign which is not there."""
        for waiting in self._waiting.values():
            yield from waiting
