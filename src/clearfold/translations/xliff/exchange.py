"""A translation given out as XLIFF, and taken back: only what came back otherwise is written."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clearfold.model.copy_rules import mistake
from clearfold.model.diagnostic import Diagnostic
from clearfold.model.source import Source, read_source
from clearfold.model.transcript import Kind
from clearfold.proof.expect.front_matter import Fields, Value, read_front
from clearfold.translations.xliff.front import as_value
from clearfold.translations.xliff.inlines import marks, pieces
from clearfold.translations.xliff.read import Document
from clearfold.translations.xliff.units import Unit, begun, segments, units
from clearfold.translations.xliff.write import to_xliff, was

_BLOCK_MARK = re.compile(r"(?:[-*+#>|:]|\d+[.)])(?=\s|$)|[#>|]")


@dataclass(frozen=True, slots=True)
class Taken:
    """A translation that came back: its text, how many units were written, and what could not be."""

    text: str
    written: int
    found: tuple[Diagnostic, ...]


def given_out(source: Path, here: Path, lang: str) -> bytes:
    """Return a translation as XLIFF; where there is none yet, its source, to be translated."""
    original = read_source(source)
    front = read_front(original)
    terms = {word: value.text for key in ("abbreviations", "glossary") for word, value in _words(front.maps.get(key))}
    state = "translated"
    if here.is_file():
        translation = read_front(read_source(here))
        final = translation.text("status").strip() == "final"
        state = "final" if final else "reviewed" if translation.lists.get("checked_by") else state
    told = (front.text("lang").strip(), lang)
    return to_xliff(_units(original, here, lang)[1], told, source.name, state, terms)


def _words(fields: Fields | None) -> Iterator[tuple[str, Value]]:
    if fields:
        yield from fields.texts.items()


def _units(source: Source, here: Path, lang: str) -> tuple[str, tuple[Unit, ...]]:
    """Return the text of the translation as it stands, and its units."""
    new = not here.is_file()
    text = begun(source, lang) if new else _text(read_source(here))
    return text, units(segments(source.path, _text(source)), segments(here, text), new=new)


def _text(source: Source) -> str:
    return source.data.decode("utf-8")


def taken_back(document: Document, source: Path, here: Path) -> Taken:
    """Return a translation with what came back; a unit whose source is another now, or without a mark, is told."""
    original = read_source(source)
    text, known = _units(original, here, document.lang)
    by_id = {unit.id: unit for unit in known}
    changes: list[tuple[int, int, str]] = []
    found: list[Diagnostic] = []
    for back in document.units:
        if not back.text or was(back.text) == back.was:
            continue
        unit = by_id.get(back.id)
        place = original.at(1)
        if unit is None:
            found.append(mistake("TRL-040", place, "gone", text=back.text[:60], source=source.name))
        elif lost := _lost(unit, back.text):
            found.append(mistake("TRL-040", place, "mark", text=back.text[:60], mark=lost))
        elif back.text != unit.here.text:
            changes.append((unit.here.start, unit.here.end, _written(unit, back.text)))
    for start, end, words in sorted(changes, reverse=True):
        text = f"{text[:start]}{words}{text[end:]}"
    return Taken(text, len(changes), tuple(found))


def _lost(unit: Unit, text: str) -> str:
    """Return a mark that the source has and a translation has not, "" where all are there; addresses may differ."""
    now = Counter(map(_sort, marks(pieces(text))))
    before = [Counter(map(_sort, marks(pieces(one.text)))) for one in (unit.source, unit.here)]
    if now in before:
        return ""
    missing = before[0] - now or now - before[0]
    return ", ".join(missing)


def _sort(mark: str) -> str:
    """Return what sort of mark one is, whatever its address."""
    if mark.startswith("[…]("):
        return "a link"
    if mark.startswith("[…]{"):
        return mark
    return "a picture" if mark.startswith("![") else mark


def _written(unit: Unit, text: str) -> str:
    """Return a translation as its place in the file wants it."""
    if unit.here.quoted:
        return as_value(text)
    if unit.here.kind is Kind.TABLE_CELL:
        return re.sub(r"(?<!\\)\|", r"\\|", text)
    if unit.here.kind is Kind.BOX_TITLE:
        return text.replace('"', "”")
    if unit.here.kind is Kind.PARAGRAPH and _BLOCK_MARK.match(text):
        return f"\\{text}" if not text[0].isdigit() else re.sub(r"^(\d+)([.)])", r"\1\\\2", text)
    return text
