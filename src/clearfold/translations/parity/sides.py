"""The two copies that are held against each other, and how their places and texts are told."""

from collections.abc import Iterable
from dataclasses import dataclass

from clearfold.model.diagnostic import Location
from clearfold.model.transcript import Block
from clearfold.translations.copies import Copy
from clearfold.translations.reading.quantities import Quantity
from clearfold.translations.sections import Beside, Told

_EXCERPT = 60  # letters of a block that are shown
_AROUND = 24  # letters on each side of a number


@dataclass(frozen=True, slots=True)
class Sides:
    """The two copies, and how their places are told."""

    source: Copy
    here: Copy

    def there(self, block: Block) -> str:
        """Return the place of a block of the source, such as nl-BE.md:41."""
        return f"{self.source.path.name}:{block.location.line}" if block.location else self.source.path.name

    def at(self, pairs: Iterable[Beside]) -> Location:
        """Return the place of the first block of the translation among some pairs, its first line where none is."""
        found = (one.block.location for pair in pairs for one in pair.here)
        return next((place for place in found if place), Location(self.here.path, 1, 1))


def shown(text: str) -> str:
    """Return the beginning of a text, cut at a word."""
    if len(text) <= _EXCERPT:
        return text
    return f"{text[:_EXCERPT].rsplit(' ', 1)[0].rstrip(' ,;:')} …"


def around(one: Told, number: Quantity) -> str:
    """Return a number with the words around it."""
    text = one.block.text
    start, end = max(0, number.start - _AROUND), min(len(text), number.end + _AROUND)
    before, after = text[start : number.start], text[number.end : end]
    before = before.partition(" ")[2] if start else before
    after = after.rpartition(" ")[0] if end < len(text) else after
    return f"{before}{text[number.start : number.end]}{after}".strip()
