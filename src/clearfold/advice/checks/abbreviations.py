"""Abbreviations and words of the glossary: explained, explained in time, and used."""

import re
from collections.abc import Iterator

from clearfold.advice.advice import Advice, advice, on
from clearfold.advice.checks.folding import folded, stem
from clearfold.advice.checks.shouting import shouted
from clearfold.advice.languages.plain import PLAIN
from clearfold.advice.reading import Passage, Reading
from clearfold.advice.sentences import words
from clearfold.model.transcript import Kind

_ABBREVIATION = re.compile(r"(?<![\w&./@-])[A-ZÀ-Þ][A-ZÀ-Þ0-9]*[A-ZÀ-Þ][A-ZÀ-Þ0-9]*(?![\w&@]|[./]\w)")
_ROMAN = re.compile(r"[IVXL]+")
_BESIDE = (Kind.HEADING, Kind.BOX_TITLE, Kind.CAPTION)  # a title may name what its text explains


def unexplained(reading: Reading) -> Iterator[Advice]:
    """Find abbreviations that are never explained (ADV-050), or only after their first use (ADV-051)."""
    plain = PLAIN.get(reading.lang)
    if plain is None:
        return
    given = _given(reading)
    text = "\n".join(p.block.text for p in reading.prose)
    for name, found in _uses(reading).items():
        if name in plain.known or name in given:
            continue
        explained = _explained(name, plain.means)
        passage, span = next((use for use in found if use[0].block.kind not in _BESIDE), found[0])
        if not explained.search(text) and not _in_table(reading, name):
            yield on(reading, passage, "ADV-050", span)
        elif passage.block.kind not in _BESIDE and not explained.search(passage.block.text):
            later = any(explained.search(use.block.text) for use, _ in found[found.index((passage, span)) + 1 :])
            if later and passage.part == "body":
                yield on(reading, passage, "ADV-051", span)


def _uses(reading: Reading) -> dict[str, list[tuple[Passage, tuple[int, int]]]]:
    """Return the abbreviations of the text with their places; words that are shouted are none."""
    uses: dict[str, list[tuple[Passage, tuple[int, int]]]] = {}
    for passage in reading.prose:
        if passage.part not in ("body", "key_messages"):
            continue
        loud = shouted(passage.text, reading.lang, _given(reading))
        for match in _ABBREVIATION.finditer(passage.text):
            inside = any(start <= match.start() < end for start, end in loud)
            linked = any(span.link and span.start <= match.start() < span.end for span in passage.block.spans)
            if not inside and not _ROMAN.fullmatch(match[0]) and not (linked and passage.part == "sources"):
                uses.setdefault(match[0], []).append((passage, match.span()))
    return uses


def _given(reading: Reading) -> frozenset[str]:
    """Return what the copy explains in lists of its own, or names as who it is."""
    terms = {p.block.text for p in reading.passages if p.block.kind is Kind.TERM}
    known = {word for term in terms for word in re.findall(r"\w+", term)}
    spans = {p.block.text[s.start : s.end] for p in reading.passages for s in p.block.spans if s.expansion}
    named = " ".join(p.block.text for p in reading.passages if p.block.kind in (Kind.PUBLISHER, Kind.DETAIL))
    return frozenset(known | spans | set(_ABBREVIATION.findall(named)))


def _explained(name: str, means: str) -> re.Pattern[str]:
    """Return how a text explains an abbreviation: words and (it), it and (words), or a sentence that says so."""
    own = re.escape(name)
    return re.compile(
        rf"[^\W\d_]{{3,}}[^().]* \((?:[^()]{{0,25}}[ ,])?{own}(?:[ ,)]|\b[^()]*\))"
        rf"|(?<!\w){own} ?\((?!\d)[^()]*[^\W\d_]{{3,}}"
        rf"|(?<!\w){own} {means}(?!\w)|(?<!\w){own} ?[:=] ?[^\W\d_]{{3,}}"
        rf"|[^\W\d_]{{3,}}, (?:of|ou|oder|or|kortweg|kurz|en abrégé|afgekort) {own}(?!\w)"
    )


def _in_table(reading: Reading, name: str) -> bool:
    """Tell whether a cell has the abbreviation alone: those beside it say what it is."""
    return any(p.block.kind is Kind.TABLE_CELL and p.block.text == name for p in reading.passages)


def unused(reading: Reading) -> Iterator[Advice]:
    """Find words of the glossary, and abbreviations, that the text does not use (ADV-052)."""
    said = [p for p in reading.passages if p.part in ("body", "key_messages", "")]
    text = folded(" ".join(p.block.text for p in said))
    inner = [p for p in reading.passages if p.part in ("glossary", "abbreviations")]
    for passage in inner:
        if passage.block.kind is not Kind.TERM:
            continue
        others = folded(" ".join(p.block.text for p in inner if p.block.kind is not Kind.TERM))
        stems = [stem(word) for word in words(passage.block.text)] or [folded(passage.block.text)]
        if not all(one in text or one in others for one in stems):
            yield advice("ADV-052", passage.block.location or reading.source.at(1), passage.block.text)
