"""A file imported within this process: the copy, the ledger and the proof."""

from dataclasses import dataclass
from pathlib import Path

from clearfold.importers.child import read_twice
from clearfold.importers.document import Document
from clearfold.importers.finish import finish
from clearfold.importers.ledger import Entry
from clearfold.importers.proving.prove import Proof, prove
from clearfold.importers.reading import Options, Original
from clearfold.importers.writing import write
from clearfold.model.source import parse_source
from clearfold.model.transcript import Transcript
from clearfold.proof.prove import expect


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file."""

    copy: str
    document: Document
    ledger: tuple[Entry, ...]
    proof: Proof
    read: Transcript
    original: Original

    @property
    def body(self) -> str:
        """Return the copy without its front matter."""
        return self.copy.split("\n---\n", 1)[1].strip()

    def codes(self) -> list[str]:
        """Return the codes of the ledger."""
        return [entry.code for entry in self.ledger]

    def has(self, mark: str) -> bool:
        """Tell whether a word stands in the copy, or in an entry of the ledger."""
        told = (f"{entry.before} {entry.after} {entry.name}" for entry in self.ledger)
        return any(mark in block.text for block in self.read.blocks) or any(mark in words for words in told)


def take(data: bytes, name: str, lang: str = "en") -> Taken:
    """Import a file; what a build would say of the copy is not asked."""
    read = read_twice(data, name, Options(lang))
    imported = finish(read.imported, name, Options(lang))
    copy = write(imported.document).text
    expected = expect(parse_source(Path("nowhere/en.md"), copy.encode()))
    proof = prove(read.original, imported.ledger, expected)
    return Taken(copy, imported.document, imported.ledger, proof, expected, read.original)
