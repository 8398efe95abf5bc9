"""A copy that finished files are held against: what the proof expects of them, and what our editions declare."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model.diagnostic import LeafletError
from clearfold.model.source import Source

if TYPE_CHECKING:
    from clearfold.model.binding import Binding
    from clearfold.model.braille import Sheet
    from clearfold.model.design import Design
    from clearfold.model.transcript import Furniture, Transcript
    from clearfold.press.edition import Edition
    from clearfold.press.leaflet import Leaflet


@dataclass(slots=True)
class HeldCopy:
    """A copy that files are held against, read at most once by each tower, and by the press only where it is asked.

    ``beside`` are the languages in which sets of the leaflet stand beside each other, None where no set is held.
    """

    source: Source
    leaflet: "Leaflet | None" = None
    expected: "Transcript | None" = None
    beside: tuple[str, ...] | None = None

    def furniture(self, edition: "Edition | None") -> "tuple[Furniture, ...]":
        """Return what our templates added to a file; a file that they did not make has none of ours."""
        from clearfold.press.markdown import read_leaflet

        if edition is None:
            return ()
        self.leaflet = self.leaflet or read_leaflet(self.source)
        return edition.furniture(self.leaflet, edition)

    def binding(self, edition: "Edition | None", printed: bytes) -> "Binding | None":
        """Return what a book of ours declares of what is around its text."""
        if edition is None or edition.binding is None or self.leaflet is None:
            return None
        return replace(edition.binding(self.leaflet, edition), printed=printed)

    def design(self, edition: "Edition | None") -> "Design | None":
        """Return what a PDF of ours declares of its make."""
        if edition is None or edition.design is None or self.leaflet is None:
            return None
        return edition.design(self.leaflet, edition)

    def sheet(self, edition: "Edition | None", printed: bytes = b"") -> "Sheet | None":
        """Return what braille of ours promises of its pages."""
        if edition is None or edition.sheet is None or self.leaflet is None:
            return None
        return replace(edition.sheet(self.leaflet), printed=printed)

    def editions(self, path: Path, data: bytes) -> "tuple[Edition, ...]":
        """Return the editions of ours that a file without a manifest may be; () where the copy cannot be read."""
        from clearfold.pipeline.checking.own_editions import own_editions
        from clearfold.press.markdown import read_leaflet

        try:
            self.leaflet = self.leaflet or read_leaflet(self.source)
        except LeafletError:
            return ()
        return own_editions(path, data, self.leaflet)

    def transcript(self) -> "Transcript":
        """Return what the proof expects."""
        from clearfold.proof.prove import expect

        if self.expected is None:
            told = () if self.beside is None else (("languages beside", "\n".join(self.beside)),)
            read = expect(self.source)
            self.expected = replace(read, facts=(*read.facts, *told))
        return self.expected
