"""Finished files of one leaflet in two languages: the numbers, dates and names that one of them alone has.

They are read as the proof reads them, so that it is the files that are compared, whoever made them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.media_types import EPUB, PDF
from clearfold.model.messages import message
from clearfold.model.transcript import Block, Kind, Transcript
from clearfold.proof.readers.media_type import media_type_of
from clearfold.translations.parity.sides import around
from clearfold.translations.reading.medicines import names
from clearfold.translations.reading.quantities import counts_words, differing
from clearfold.translations.sections import Told

_NUMBER_ALONE = re.compile(r"\d{1,4}[.)]?")  # a folio, or the number of an item
_FURNITURE = frozenset({Kind.CONTENTS, Kind.ARTIFACT, Kind.LABEL})


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished file: its language, and what it says, section by section."""

    path: Path
    lang: str
    sections: tuple[tuple[Told, ...], ...]
    spoken: bool = True
    """Whether it has text alternatives; a PDF without tags has none."""

    @property
    def whole(self) -> tuple[Told, ...]:
        """All of its blocks."""
        return tuple(one for section in self.sections for one in section)


def read_finished(path: Path, data: bytes, lang: str = "") -> Finished:
    """Read a finished file; ``lang`` is for one that does not say its language. Raises UnreadableError."""
    found = transcript_of(data)
    own = (lang or found.lang).split("-")[0].lower()
    spoken = any(block.kind is Kind.ALTERNATIVE for block in found.blocks)
    return Finished(path, own, tuple(_sections(found.blocks, own)), spoken)


def transcript_of(data: bytes) -> Transcript:
    """Return the text in the order in which a screen reader says it, of a file without tags in that of its pages."""
    match media_type_of(data):
        case media if media == PDF:
            from clearfold.proof.readers.pdf.content import read_content
            from clearfold.proof.readers.pdf.file import open_pdf
            from clearfold.proof.readers.pdf.structure import read_structure

            pdf = open_pdf(data, inks=False)
            return read_content(pdf) if pdf.tree is None else read_structure(pdf)
        case media if media == EPUB:
            from clearfold.proof.readers.epub.file import open_epub
            from clearfold.proof.readers.epub.spine import read_spine

            return read_spine(open_epub(data))
        case _:
            from clearfold.proof.readers.web.file import open_page
            from clearfold.proof.readers.web.text import read_page

            return read_page(open_page(data))


def _sections(blocks: Sequence[Block], lang: str) -> Iterator[tuple[Told, ...]]:
    """Yield what says something in figures or names, parted at headings of level 2."""
    held: list[Told] = []
    for block in blocks:
        if block.kind is Kind.HEADING and block.level == 2:
            if held:
                yield tuple(held)
            held = []
        if block.kind in _FURNITURE or _NUMBER_ALONE.fullmatch(block.text):
            continue
        told = Told(_bare(block), lang)
        if told.quantities or told.medicines or any(_named(told)):
            held.append(told)
    if held:
        yield tuple(held)


def compare_finished(source: Finished, here: Finished) -> tuple[Diagnostic, ...]:
    """Return what one of two files alone says, with the places in both."""
    if source.spoken != here.spoken:
        source, here = _unspoken(source), _unspoken(here)
    pairs = [(source.whole, here.whole)]
    if len(source.sections) == len(here.sections):
        pairs = list(zip(source.sections, here.sections, strict=True))
    found: list[Diagnostic] = []
    for ours, theirs in pairs:
        found += _numbers(source, here, ours, theirs)
        found += _others(source, here, ours, theirs)
    return tuple(found)


def _unspoken(file: Finished) -> Finished:
    sections = (tuple(one for one in part if one.block.kind is not Kind.ALTERNATIVE) for part in file.sections)
    return replace(file, sections=tuple(filter(None, sections)))


def _bare(block: Block) -> Block:
    """Return a block without the marks at which its words may be parted, and without the numbers of notes."""
    bare = re.sub(r"\[\d{1,3}\]", " ", re.sub("[\u00ad\u2060\u200b]", "", block.text))
    return block if bare == block.text else replace(block, text=bare, spans=())


def _place(block: Block) -> str:
    return block.place or message("the page")


def _numbers(source: Finished, here: Finished, ours: Sequence[Told], theirs: Sequence[Told]) -> Iterator[Diagnostic]:
    words = counts_words(source.lang, here.lang)
    left = [(one, n) for one in ours for n in (one.quantities if words else one.figures)]
    right = [(one, n) for one in theirs for n in (one.quantities if words else one.figures)]
    lone = {id(n) for side in differing([n for _, n in left], [n for _, n in right]) for n in side}
    left, right = ([pair for pair in side if id(pair[1]) in lone] for side in (left, right))
    at, name = Location(here.path), source.path.name
    for one, number in left:
        told = {"there": around(one, number), "source": name, "where": _place(one.block)}
        fit = next((pair for pair in right if pair[1].unit == number.unit), None) or next(iter(right), None)
        if fit is None:
            yield mistake("TRL-031", at, "missing", **told)
        else:
            right.remove(fit)
            yield mistake("TRL-031", at, "both", here=around(*fit), at=_place(fit[0].block), **told)
    for one, number in right:
        yield mistake("TRL-031", at, "extra", here=around(one, number), at=_place(one.block), source=name)


def _others(source: Finished, here: Finished, ours: Sequence[Told], theirs: Sequence[Told]) -> Iterator[Diagnostic]:
    """Tell of dates, telephone numbers, e-mail addresses, codes and medicines that one side alone has."""
    at, name = Location(here.path), source.path.name
    for mine, others, missing in ((ours, theirs, True), (theirs, ours, False)):
        text = "\n".join(one.block.text for one in others)
        left = Counter(value for one in others for value in _named(one))
        for one in mine:
            lone = [written for folded, written in one.medicines.items() if not names(text, folded)]
            for value in _named(one):
                left[value] -= 1
                lone += [value] if left[value] < 0 else []
            for value in lone:
                if missing:
                    told = {"there": value, "source": name, "where": _place(one.block)}
                    yield mistake("TRL-031", at, "missing", **told)
                else:
                    yield mistake("TRL-031", at, "extra", here=value, at=_place(one.block), source=name)


def _named(one: Told) -> tuple[str, ...]:
    found = one.references
    return (*found.dates, *found.phones, *found.mails, *dict.fromkeys(found.codes))
