"""What reads the parts of a page: lists, tables and figures ask it for what stands in them."""

from collections.abc import Callable
from typing import Protocol

from clearfold.importers.document import Blocks, Place
from clearfold.importers.html.tree import Node
from clearfold.importers.images import Pictures
from clearfold.importers.ledger import Entry

Resolve = Callable[[str], "bytes | str"]
"""From the address of a picture to its bytes, or to why it is not there."""


class Reader(Protocol):
    """Reads elements, and lists what is left out."""

    ledger: list[Entry]
    pictures: Pictures

    @property
    def resolve(self) -> Resolve:
        """Return what finds pictures."""
        ...

    def read(self, node: Node) -> Blocks:
        """Return the blocks of an element."""
        ...

    def leave(self, node: Node) -> bool:
        """Leave out what stands beside the text."""
        ...

    def is_note(self, node: Node) -> bool:
        """Tell whether an element is a note, which stands where it is referred to."""
        ...

    def place(self) -> Place:
        """Go on to the next paragraph, and return its place."""
        ...

    def ahead(self) -> Place:
        """Return the place of the next paragraph."""
        ...

    def tell(self, code: str, before: str = "", after: str = "", name: str = "") -> None:
        """Enter something into the ledger, where the reading is."""
        ...
