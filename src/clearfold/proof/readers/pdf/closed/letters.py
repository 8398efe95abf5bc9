"""Hold the letters of a PDF against the font files of which they may be: outlines, advances, and what they read as.

A subset keeps the numbers of its glyphs, so that each can be held against the glyph of the same number. What a glyph
may read as is what its font makes of characters: by its map of characters, and by its substitutions (GSUB).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from clearfold.model.messages import joined, message
from clearfold.proof.readers.guard import foreign
from clearfold.proof.readers.pdf.closed.inventory import Strange
from clearfold.proof.readers.pdf.file import PdfFile
from clearfold.proof.readers.pdf.fonts.faces import BROKEN
from clearfold.proof.readers.pdf.objects import dictionary, items

CLOSE = 1.0  # thousandths of an em by which a width may be rounded
KIN = ("-\u2010\u2011\u00ad", " \u00a0\u2002\u2003\u2007\u2009\u202f")
"""Characters that fonts draw with one glyph: hyphens, and spaces."""
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
DEEPEST = 6  # substitutions of what was substituted
TOLD = 6  # letters that are named


@dataclass(slots=True)
class FontSource:
    """A font file: its glyphs are opened as they are asked for."""

    font: TTFont
    unit: float
    characters: dict[int, int]
    changes: tuple[tuple[frozenset[int], frozenset[int]], ...] = field(default=())

    def advance(self, glyph: int) -> float:
        """Return how far a glyph moves on, in thousandths of an em; -1 where the font has none of that number."""
        names = self.font.getGlyphOrder()
        return self.font["hmtx"][names[glyph]][0] * self.unit if glyph < len(names) else -1.0

    def outline(self, glyph: int) -> object:
        """Return what a glyph draws, None where the font has none of that number."""
        return _outline(self.font, glyph)

    def reads_as(self, glyph: int, text: str) -> bool:
        """Say whether the font may draw a text with a glyph."""
        return any(glyph in self._reached(form) for form in {text, normalize("NFC", text), normalize("NFD", text)})

    def _reached(self, text: str) -> frozenset[int]:
        kin = {other for char in text for group in KIN if char in group for other in group}
        reached = frozenset(self.characters[ord(char)] for char in {*text, *kin} if ord(char) in self.characters)
        for _ in range(DEEPEST):
            more = frozenset(out for into, outs in self.changes if into <= reached for out in outs)
            if more <= reached:
                break
            reached |= more
        return reached


@foreign()
def read_letters(pdf: PdfFile, files: Sequence[Path]) -> tuple[Strange, ...]:
    """Return what is strange about the letters of a PDF, one line a font: its name, and the letters."""
    sources = [source for path in files if (source := _source(path)) is not None]
    found: list[Strange] = []
    for number in pdf.fonts:
        font = dictionary(IndirectObject(number, 0, pdf.reader))
        if font is not None:
            found.extend(Strange("fonts", what) for what in _font(pdf, number, font, sources))
    return tuple(found)


def _font(pdf: PdfFile, number: int, font: DictionaryObject, sources: Sequence[FontSource]) -> Iterator[str]:
    name = str(font.get("/BaseFont", ""))[1:].rpartition("+")[2]
    read = pdf.fonts[number]
    program = _program(font)
    codes = [code for code, text in read.text.items() if text.strip(UNSEEN)]
    if program is None or not codes:
        return  # told as an object that is not what it should be, or with nothing to read
    some = {code: program(code) for code in codes[:: max(1, len(codes) // 12)]}
    source = max(sources, key=lambda one: _agreeing(one, some), default=None)
    if source is None:
        return
    wrong: tuple[tuple[str, Callable[[int], bool]], ...] = (
        (message("draws other letters for"), lambda code: source.outline(code) != program(code)),
        (message("sets at other widths"), lambda code: abs(read.widths.of(code) * 1000 - source.advance(code)) > CLOSE),
        (message("never draws"), lambda code: not source.reads_as(code, read.text[code])),
    )
    for verb, differs in wrong:
        told = [read.text[code] for code in codes if differs(code)]
        if told:
            more = message(" and {told} more", told=len(told) - TOLD) if len(told) > TOLD else ""
            yield message(
                "{name}: the edition's font {verb} “{told}”{more}",
                name=name,
                verb=verb,
                told=joined("”, “", told[:TOLD]),
                more=more,
            )


def _agreeing(source: FontSource, some: Mapping[int, object]) -> int:
    """Count the glyphs that a font file shares with the program in a PDF, among some that are drawn already."""
    return sum(drawn is not None and drawn == source.outline(code) for code, drawn in some.items())


def _program(font: DictionaryObject) -> Callable[[int], object] | None:
    """Return what gives the outline of each code in an embedded program; None where there is none."""
    inner = next((dictionary(one) for one in items(font.get("/DescendantFonts"))), None)
    descriptor = dictionary(inner.get("/FontDescriptor")) if inner is not None else None
    for key in ("/FontFile2", "/FontFile3"):
        stream = dictionary(descriptor.get(key)) if descriptor is not None else None
        if isinstance(stream, StreamObject):
            try:
                opened = _font_of(stream.get_data())
            except BROKEN:
                return lambda _: None
            return lambda code: _outline(opened, code)
    return None


def _outline(font: TTFont, glyph: int) -> object:
    names = font.getGlyphOrder()
    if glyph >= len(names):
        return None
    try:
        if "glyf" in font:
            shape = font["glyf"][names[glyph]]
            points, ends, flags = shape.getCoordinates(font["glyf"])
            # An outline is drawn so far from where its letter begins, and so large (ISO/IEC 14496-22, 5.2).
            scale = font["hmtx"][names[glyph]][1], font["head"].unitsPerEm
            return points, list(ends), [flag & 1 for flag in flags], scale
        pen = RecordingPen()
        font.getGlyphSet()[names[glyph]].draw(pen)
    except BROKEN:
        return None
    return list(pen.value)


def _source(path: Path) -> FontSource | None:
    try:
        return _opened(path, path.stat().st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=32)
def _opened(path: Path, _: int) -> FontSource | None:
    try:
        font = _font_of(path.read_bytes())
        characters = {char: int(font.getGlyphID(name)) for char, name in (font.getBestCmap() or {}).items()}
        return FontSource(font, 1000 / font["head"].unitsPerEm, characters, tuple(_changes(font)))
    except BROKEN:
        return None


def _font_of(data: bytes) -> TTFont:
    """Open a font; the glyphs of TrueType are named by their numbers, since their names take long to read."""
    font = TTFont(BytesIO(data), lazy=True)
    if "glyf" in font:
        font.setGlyphOrder([str(number) for number in range(font["maxp"].numGlyphs)])
    return font


def _changes(font: TTFont) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """Yield the substitutions of a font: glyphs that must be there, and glyphs that may stand in their place."""
    table = font["GSUB"].table if "GSUB" in font else None
    lookups = table.LookupList.Lookup if table is not None and table.LookupList else ()

    def numbers(names: Iterable[str]) -> frozenset[int]:
        return frozenset(int(font.getGlyphID(name)) for name in names)

    for sub in (sub for lookup in lookups for sub in lookup.SubTable):
        inner = getattr(sub, "ExtSubTable", sub)
        for one, other in getattr(inner, "mapping", {}).items():  # one by one, or one by several
            yield numbers((one,)), numbers((other,) if isinstance(other, str) else other)
        for one, others in getattr(inner, "alternates", {}).items():
            yield numbers((one,)), numbers(others)
        for first, ligatures in getattr(inner, "ligatures", {}).items():
            for ligature in ligatures:
                yield numbers((first, *ligature.Component)), numbers((ligature.LigGlyph,))
