"""EPUB: style shows text where it is read, and nowhere else."""

from collections.abc import Iterator

from clearfold.model.diagnostic import Diagnostic
from clearfold.model.messages import message
from clearfold.proof.compare.letters import tidy
from clearfold.proof.evidence import Evidence
from clearfold.proof.findings.finding import finding
from clearfold.proof.html.restyled import displaced, moved
from clearfold.proof.readers.epub.file import EpubFile
from clearfold.proof.readers.epub.spine import styles_of


def moved_by_style(evidence: Evidence) -> Iterator[Diagnostic]:
    """Find what style shows elsewhere than it is read; each rule once in a document (EPB-062)."""
    if epub := evidence.epub:
        for path in epub.spine:
            if path in epub.documents:
                yield from _moved(epub, path)


def _moved(epub: EpubFile, path: str) -> Iterator[Diagnostic]:
    told: set[str] = set()
    styles = styles_of(epub, path)
    for element, what in (*moved(styles), *displaced(epub.documents[path], styles)):
        if what not in told:
            told.add(what)
            text = tidy("".join(element.itertext()))
            yield finding(
                "EPB-062", None, place=path, found=text, fact=message("“{text}” has {what}", text=text[:60], what=what)
            )
