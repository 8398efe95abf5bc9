"""The translations below some folders: their state, and that somebody has seen them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model.diagnostic import Diagnostic, LeafletError
from clearfold.model.errors import UsageError, refusal_of
from clearfold.model.messages import joined, message
from clearfold.translations.checking import accept, compare
from clearfold.translations.copies import source_of, translations_in
from clearfold.translations.seen import note_of

if TYPE_CHECKING:
    from clearfold.translations.parity.finished import Finished

_CHANGED = frozenset({"TRL-001", "TRL-003", "TRL-004"})
_MISSING = frozenset({"TRL-002", "TRL-011", "TRL-021", "TRL-022"})
_NUMBERS = frozenset({"TRL-023", "TRL-024", "TRL-025", "TRL-026", "TRL-027"})


@dataclass(frozen=True, slots=True)
class State:
    """A translation, how many blocks its source has, and how many findings there are of each sort.

    ``accepted`` are the differences that somebody has found right.
    """

    path: Path
    source: str
    lang: str
    blocks: int
    changed: int
    missing: int
    numbers: int
    other: int
    accepted: int
    found: tuple[Diagnostic, ...]

    @property
    def fresh(self) -> int:
        """The blocks of the source of which nothing is told."""
        return max(0, self.blocks - len({(one.code, one.fact) for one in self.found if one.code < "TRL-026"}))


def states(places: Sequence[Path]) -> tuple[State, ...]:
    """Return the state of every translation; raises UsageError, and LeafletError where a copy cannot be read."""
    return tuple(_state(path, source) for path, source in _below(places))


def _state(path: Path, source: Path) -> State:
    compared = compare(source, path)
    codes = [one.code for one in compared.found]
    changed, missing, numbers = (sum(code in sort for code in codes) for sort in (_CHANGED, _MISSING, _NUMBERS))
    return State(
        path,
        source.name,
        compared.here.transcript.lang,
        len(compared.source.blocks),
        changed,
        missing,
        numbers,
        len(codes) - changed - missing - numbers,
        compared.accepted,
        compared.found,
    )


def named(name: str, places: Sequence[Path]) -> tuple[Path, ...]:
    """Return the translations that a name stands for: the path of one, or a language below some folders."""
    path = Path(name)
    if path.suffix == ".md":
        if not path.is_file():
            raise UsageError(message("there is no file {path}", path=path))
        return (path,)
    known = [path for path, _ in _below(places)]
    found = tuple(path for path in known if name.lower() in (path.stem.lower(), path.stem.split("-")[0].lower()))
    if not found:
        have = ", ".join(dict.fromkeys(path.stem for path in known)) or "none"
        raise UsageError(
            message(
                "there is no translation “{name}” in {places}; there are: {have}",
                name=name,
                places=places[0],
                have=have,
            )
        )
    return found


def accepted(paths: Sequence[Path], lines: frozenset[int]) -> Iterator[tuple[Path, tuple[Diagnostic, ...]]]:
    """Note that translations were seen, and yield each note with the differences that are right from now on."""
    if lines and len(paths) > 1:
        raise UsageError(message("--line is for one translation; name one of {map}", map=joined(", ", map(str, paths))))
    for path in paths:
        source = _source(path)
        try:
            right = accept(source, path, lines)
        except OSError as error:
            raise UsageError(
                message("{note_of} cannot be written: {reason}", note_of=note_of(path), reason=refusal_of(error))
            ) from error
        if lines and not right:
            raise UsageError(
                message("nothing is told at line {map} of {path}", map=joined(", ", map(str, sorted(lines))), path=path)
            )
        yield note_of(path), right


def compared_files(source: Path, others: Sequence[Path]) -> Iterator[tuple[Path, tuple[Diagnostic, ...]]]:
    """Yield each finished file with what it or the first one alone says; raises UsageError."""
    from clearfold.translations.parity.finished import compare_finished

    first = _finished(source)
    for path in others:
        yield path, compare_finished(first, _finished(path))


def _finished(path: Path) -> "Finished":
    from clearfold.model.limits import FINISHED_BYTES
    from clearfold.proof.readers import UnreadableError
    from clearfold.translations.parity.finished import read_finished

    try:
        with path.open("rb") as file:
            data = file.read(FINISHED_BYTES + 1)
        if len(data) > FINISHED_BYTES:
            raise UnreadableError(message("it is too large"))
        found = read_finished(path, data)
    except OSError as error:
        raise UsageError(message("{path} cannot be read: {reason}", path=path, reason=refusal_of(error))) from error
    except UnreadableError as error:
        raise UsageError(message("{path} cannot be read: {error}", path=path, error=error)) from error
    if not found.lang:
        raise UsageError(message("{path} does not say its language", path=path))
    return found


def given_out(name: str, places: Sequence[Path], output: Path | None) -> tuple[Path, int]:
    """Write a translation as XLIFF, also one that is not there yet; return the file. Raises UsageError."""
    from clearfold.translations.xliff.exchange import given_out as document

    here, source, lang = _exchanged(name, places)
    path = output or here.with_suffix(".xlf")
    data = document(source, here, lang)
    _write(path, data)
    return path, data.count(b"<unit ")


def taken_back(path: Path) -> tuple[Path, int, tuple[Diagnostic, ...]]:
    """Write what a translator sent back, beside the XLIFF file's source; return the copy. Raises UsageError."""
    from clearfold.translations.xliff.exchange import taken_back as taken
    from clearfold.translations.xliff.read import from_xliff

    try:
        document = from_xliff(path.read_bytes(), str(path))
    except OSError as error:
        raise UsageError(message("{path} cannot be read: {reason}", path=path, reason=refusal_of(error))) from error
    source = path.parent / Path(document.original).name
    if not source.is_file():
        raise UsageError(
            message("put {name} beside its source, {original}", name=path.name, original=document.original)
        )
    here = path.parent / f"{_tag(document.lang)}.md"
    back = taken(document, source, here)
    if back.written:
        _write(here, back.text.encode())
    return here, back.written, back.found


def _exchanged(name: str, places: Sequence[Path]) -> tuple[Path, Path, str]:
    """Return a translation, its source and its language; one that is not there yet stands beside the one source."""
    if name.endswith(".md") or any(name.lower() in path.stem.lower().split("-") for path, _ in _below(places)):
        found = named(name, places)
        if len(found) > 1:
            raise UsageError(message("there are several: name one of {map}", map=joined(", ", map(str, found))))
        return found[0], _source(found[0]), found[0].stem
    sources = [place for place in places if place.is_file()]
    if len(sources) != 1:
        raise UsageError(
            message(
                "there is no translation “{name}” yet; name its source too, such as content/gout/nl-BE.md", name=name
            )
        )
    return sources[0].with_name(f"{_tag(name)}.md"), sources[0], name


def _tag(lang: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", lang):
        raise UsageError(message("“{lang}” is not a language tag such as fr or nl-BE", lang=lang))
    return lang


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(message("{path} cannot be written: {reason}", path=path, reason=refusal_of(error))) from error


def _source(path: Path) -> Path:
    from clearfold.model.source import read_source

    source = source_of(read_source(path))
    if source is None:
        raise UsageError(message("{path} does not say “translation_of:”", path=path))
    return source


def _below(places: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Yield every translation in some files and folders, with its source; raises UsageError and LeafletError."""
    for place in places:
        if place.is_dir():
            yield from translations_in(place)
        elif not place.is_file():
            raise UsageError(message("there is no file or folder {place}", place=place))
        elif (source := _of(place)) is not None:
            yield place, source
        else:  # the source itself: all that translate it
            yield from ((path, of) for path, of in translations_in(place.parent) if of.samefile(place))


def _of(path: Path) -> Path | None:
    from clearfold.model.source import read_source

    return source_of(read_source(path))


__all__ = ["LeafletError", "State", "accepted", "named", "states"]
