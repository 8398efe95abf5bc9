"""The looks that publisher.yaml asks for: colours that can be read, and a typeface that can be printed."""

import re
from collections.abc import Iterator
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic, Location
from clearfold.model.limits import PICTURE_BYTES
from clearfold.model.messages import message
from clearfold.press.design.colours import LEAST, PAPER, contrast, darkened
from clearfold.press.design.typefaces import DEFAULT, SHIPPED, TEXT_FACES, Font, read_font, shipped
from clearfold.press.front_matter.fields import PublisherFields, TypefaceFields
from clearfold.press.front_matter.paths import is_file, of_project, strayed
from clearfold.press.front_matter.yaml_text import Yaml
from clearfold.press.labels import Labels
from clearfold.press.leaflet import Typeface

KINDS = (".ttf", ".otf", ".woff2")
# The letters with signs of each language that has labels, beside a to z.
_LETTERS = {
    "de": "äöüß",
    "es": "áéíñóúü",
    "fr": "àâçéèêëîïôœùûü",
    "it": "àèéìíîòóù",
    "nl": "áéëïóöü",
    "pl": "ąćęłńóśźż",
    "pt": "àáâãçéêíóôõú",
    "ro": "ăâîșț",
    "tr": "âçğıîöşüûİ",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’",
}
# Table OS/2, fsType: a licence that forbids embedding, or cutting down to the characters used, or outlines.
_RESTRICTED, _LICENCES, _WHOLE_ONLY, _BITMAPS_ONLY = 0x0002, 0x000F, 0x0100, 0x0200


def pale(fields: PublisherFields, document: Yaml) -> Iterator[Diagnostic]:
    """Find a primary colour that is too pale for text (SRC-072), and propose the nearest that is not.

    The accent carries no text on paper; on the cover, the page falls back to white where the two stand too close.
    """
    primary = fields.colours.primary
    if primary and contrast(primary, PAPER) < LEAST:
        place = document.place(("colours", "primary"))
        yield mistake("SRC-072", place, colour=primary, ratio=_ratio(primary), darker=darkened(primary))


def _ratio(colour: str) -> str:
    # Cut, not rounded: 6.96 is not 7.
    return f"{int(contrast(colour, PAPER) * 10) / 10}:1"


def typeface(
    fields: TypefaceFields | None, document: Yaml, words: Labels
) -> tuple[Typeface | None, tuple[Diagnostic, ...]]:
    """Return the typeface that publisher.yaml names, None for the usual one, and what is wrong with it (SRC-074)."""
    if fields is None or (fields.family == DEFAULT and not (fields.regular or fields.bold)):
        return None, ()
    place = document.place(("typeface",))
    if not (fields.regular or fields.bold):
        if fields.family in TEXT_FACES:
            return shipped(fields.family), ()
        known = message("{first} and {last}", first=", ".join([*TEXT_FACES][:-1]), last=[*TEXT_FACES][-1])
        return None, (mistake("SRC-074", place, "unknown", family=fields.family, known=known),)
    reading = _Files(document.path.parent, words)
    found = [*_name_faults(fields, document), *reading.weight(fields.regular, "regular", document)]
    found += reading.weight(fields.bold, "bold", document)
    if found:
        return None, tuple(found)
    regular, bold = reading.fonts
    files = ((400, regular[0]), (700, bold[0]))
    return Typeface(fields.family, files, regular[1].x_height, regular[1].width), ()


def _name_faults(fields: TypefaceFields, document: Yaml) -> Iterator[Diagnostic]:
    place = document.place(("typeface", "family"))
    if fields.family in SHIPPED:
        yield mistake("SRC-074", place, "taken", family=fields.family)
    elif not re.fullmatch(r"\w[\w .&+'-]*", fields.family):
        yield mistake("SRC-074", place, "name", family=fields.family)


class _Files:
    """One reading of a typeface's files; those that can be used gather in ``fonts``."""

    def __init__(self, folder: Path, words: Labels) -> None:
        self.folder, self.lang = folder, words.lang.split("-")[0].lower()
        self.letters = frozenset(range(ord("a"), ord("z") + 1)) | frozenset(range(ord("A"), ord("Z") + 1))
        own = {c for text in words.words.values() for c in text if c.isalpha()} | set(_LETTERS.get(self.lang, ""))
        self.letters |= {ord(form) for c in own for form in (c, c.upper()) if len(form) == 1}
        self.fonts: list[tuple[Path, Font]] = []

    def weight(self, name: str, key: str, document: Yaml) -> Iterator[Diagnostic]:
        """Read the file of one weight; yield what is wrong with it."""
        place = document.place(("typeface", key))
        if not name:
            yield mistake("SRC-074", place, "weight", key=key)
            return
        path = of_project(self.folder, name)
        if path is None:
            yield strayed(message("font file"), name, place)
            return
        if not is_file(path):
            yield mistake("SRC-074", place, "missing", name=name)
            return
        try:
            known = path.suffix.lower() in KINDS and path.stat().st_size <= PICTURE_BYTES
            font = read_font(path) if known else None
        except (ValueError, OSError):
            font = None
        if font is None:
            yield mistake("SRC-074", place, "broken", name=name)
            return
        self.fonts.append((path, font))
        yield from self._faults(name, font, place)

    def _faults(self, name: str, font: Font, place: Location) -> Iterator[Diagnostic]:
        lacks = "".join(sorted((chr(code) for code in self.letters - font.characters), key=str.swapcase))
        licence = font.embedding & _LICENCES
        if lacks:
            shown = lacks if len(lacks) <= 12 else f"{lacks[:12]}…"
            yield mistake("SRC-074", place, "letters", name=name, lang=self.lang, letters=shown)
        elif font.variable:
            yield mistake("SRC-074", place, "variable", name=name)
        elif licence == _RESTRICTED or font.embedding & (_WHOLE_ONLY | _BITMAPS_ONLY):
            yield mistake("SRC-074", place, "licence", name=name)
