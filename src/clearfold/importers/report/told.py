"""What is told of one import, in whatever form."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from clearfold.importers.document import (
    Document,
    Figure,
    Heading,
    Link,
    ListBlock,
    Paragraph,
    Picture,
    Table,
)
from clearfold.importers.ledger import Entry
from clearfold.importers.proving.prove import Proof
from clearfold.importers.reading import Preview
from clearfold.importers.rules import RULES, Section
from clearfold.importers.walk import content_of, inlines_of, walked
from clearfold.model.messages import counted, message

NAMES: Mapping[str, Callable[[int], str]] = {
    "heading": lambda count: counted(count, "{count:,} heading", "{count:,} headings"),
    "paragraph": lambda count: counted(count, "{count:,} paragraph", "{count:,} paragraphs"),
    "list": lambda count: counted(count, "{count:,} list", "{count:,} lists"),
    "table": lambda count: counted(count, "{count:,} table", "{count:,} tables"),
    "picture": lambda count: counted(count, "{count:,} picture", "{count:,} pictures"),
    "link": lambda count: counted(count, "{count:,} link", "{count:,} links"),
    "note": lambda count: counted(count, "{count:,} note", "{count:,} notes"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One import: the original and its kind, the copy, the document, the ledger, the proof, pictures of pages."""

    original: str
    kind: str
    copy: str
    document: Document
    entries: tuple[Entry, ...]
    proof: Proof
    previews: tuple[Preview, ...] = ()

    @property
    def state(self) -> str:
        """Return "rejected", "to decide" or "proven"."""
        if not self.proof.good:
            return message("rejected")
        return (
            message("to decide")
            if any(entry.section is Section.DECIDE for entry in self.entries)
            else message("proven")
        )

    def sections(self) -> Iterator[tuple[Section, list[Entry]]]:
        """Yield the sections that have entries, those of a section in the order of their codes and places."""
        for section in Section:
            found = [entry for entry in self.entries if entry.section is section]
            if found:
                yield section, sorted(found, key=lambda e: (list(RULES).index(e.code), e.line))

    def grouped(self, entries: list[Entry]) -> Iterator[tuple[str, str, list[Entry]]]:
        """Yield entries that say the same: the fact, the advice, and each of them."""
        for (fact, advice), some in groupby(entries, key=lambda e: (e.fact, e.advice)):
            yield fact, advice, list(some)

    @property
    def accounted(self) -> str:
        """Say how many words are accounted for."""
        return message(
            "{accounted:,} of {words:,} words accounted for", accounted=self.proof.accounted, words=self.proof.words
        )


def taken(document: Document) -> list[str]:
    """Say how many headings, paragraphs, lists … a document has."""
    found: Counter[str] = Counter({"note": len(document.notes)})
    for block in walked(document.blocks):
        match block:
            case Heading():
                found["heading"] += 1
            case Paragraph():
                found["paragraph"] += 1
            case ListBlock():
                found["list"] += 1
            case Table():
                found["table"] += 1
            case Figure():
                pass
            case _:
                pass
        for one in inlines_of(content_of(block)):
            found["picture"] += isinstance(one, Picture)
            found["link"] += isinstance(one, Link)
    return [words(found[name]) for name, words in NAMES.items() if found[name]]
