"""All that the checks may look at: what the copy promises, and what was found in each stream of one finished file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.paper import Paper
from clearfold.model.transcript import Block, Furniture, Transcript
from clearfold.proof.compare.stream import Stream
from clearfold.proof.page.page_model import PageLook, PlacedBlock, View


@dataclass(frozen=True, slots=True)
class Facts:
    """What a finished file says of itself; "" and empty where it says nothing.

    ``authors`` stand each by themselves; ``byline`` has them in one text, parted by commas or semicolons.
    """

    title: str = ""
    lang: str = ""
    authors: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    byline: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One finished file before the checks.

    ``noticed`` are findings that the reader itself made (a document missing from the file); ``facts`` its metadata;
    ``untagged`` the text of a tagged PDF that is in no tag; ``paper`` what its pages promise, None where unknown. Of a
    file with pages, ``looks`` has what the eye meets, ``placed`` where the copy's blocks stand on them, and ``view``
    shows them as they are rendered; ``furniture`` is what the templates add; ``foreign`` is true of a file that is no
    edition of ours.
    """

    expected: Transcript
    streams: tuple[Stream, ...]
    facts: Facts = Facts()
    noticed: tuple[Diagnostic, ...] = ()
    untagged: tuple[Block, ...] = ()
    paper: Paper | None = None
    looks: tuple[PageLook, ...] = ()
    placed: tuple[PlacedBlock, ...] = ()
    view: View | None = None
    furniture: tuple[Furniture, ...] = ()
    foreign: bool = False

    @property
    def content(self) -> Stream:
        """Return the stream of a PDF whose blocks point to lines: the order in which text is drawn."""
        return self.streams[-1]


Check = Callable[[Evidence], Iterator[Diagnostic]]
