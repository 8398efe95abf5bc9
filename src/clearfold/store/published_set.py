"""Where finished editions stand: a set replaces the last one whole, or not at all."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from clearfold.model.digest import digest
from clearfold.store import atomic_folder
from clearfold.store.manifest import NAME, MadeFile, Manifest, read_manifest

PROOF = "proof.html"
Page = Callable[[Manifest], str]
"""Writes the page that shows the proof of a set."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is to be published: its name and bytes, what the manifest says of it, "" for no ticket."""

    edition: str
    name: str
    media_type: str
    data: bytes
    pages: int
    conformance: tuple[str, ...]
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the manifest says of the leaflet that a set is of; ``source`` is where its copy stands."""

    leaflet: str
    lang: str
    title: str
    version: str
    source: Path
    source_sha256: str


def put(
    facts: Facts, made: Sequence[NewFile], folder: Path, *, good: bool, page: Page | None = None
) -> tuple[Path, Manifest]:
    """Put a set of editions in its folder, whole, and return where it stands and its manifest; raises OSError.

    A set that is not good is put beside the folder, under ``<folder>-rejected``, and the last good one stays. ``page``
    writes its proof.html; without it the set has none, since the last one's would be about other files. Killed at any
    moment, the folder holds the last set or the new one; builds of one leaflet wait for each other here. A set that
    stands there already, to the last byte, is not touched.
    """
    rejected = folder.with_name(f"{folder.name}-rejected")
    place = folder if good else rejected
    place.parent.mkdir(parents=True, exist_ok=True)
    with atomic_folder.locked(place.parent):
        atomic_folder.settle(place.parent)
        if good and not rejected.exists() and (same := _standing(facts, made, place, page)):
            return place, same
        new = atomic_folder.beside(place, "new")
        try:
            new.mkdir()
            manifest = _fill(new, facts, made, place)
            if page:
                atomic_folder.write(new / PROOF, page(manifest).encode())
            atomic_folder.replace(place)
        except BaseException:
            atomic_folder.discard(new)
            raise
        if good and rejected.exists():
            atomic_folder.discard(rejected)
    return place, manifest


def read(folder: Path) -> tuple[Manifest, dict[str, bytes]]:
    """Return the manifest of a set and the bytes of its files, all of one build; raises as read_manifest does.

    A file that is not there, or cannot be read, is left out.
    """
    with atomic_folder.locked(folder.parent):
        manifest = read_manifest(folder / NAME)
        found: dict[str, bytes] = {}
        for file in manifest.files:
            with suppress(OSError):
                found[file.path] = (folder / file.path).read_bytes()
    return manifest, found


def sets(root: Path) -> tuple[Path, ...]:
    """Return the folders below a folder that hold a set, once what killed builds left there is put right."""
    for parent in sorted({path.parent for path in root.rglob(".*-old") if atomic_folder.is_beside(path)}):
        with atomic_folder.locked(parent), suppress(OSError):
            atomic_folder.settle(parent)
    found = (path.parent for path in root.rglob(NAME))
    return tuple(sorted(folder for folder in found if not atomic_folder.is_beside(folder)))


def _fill(beside: Path, facts: Facts, made: Sequence[NewFile], place: Path) -> Manifest:
    new = (_write(beside, facts, item) for item in made)
    manifest = _manifest(facts, (*_kept(place, beside, {item.name for item in made}), *new), place)
    atomic_folder.write(beside / NAME, manifest.to_json().encode())
    return manifest


def _standing(facts: Facts, made: Sequence[NewFile], place: Path, page: Page | None) -> Manifest | None:
    """Return the manifest of the set that stands in a folder where it is the very one that is to be put there."""
    try:
        last = read_manifest(place / NAME)
        names = {item.name for item in made}
        kept = (file for file in last.files if file.path not in names and (place / file.path).is_file())
        manifest = _manifest(facts, (*kept, *(_made_file(facts, item) for item in made)), place)
        wanted = {item.name: item.data for item in made}
        wanted |= {_ticket(item): item.ticket.encode() for item in made if item.ticket}
        if page:
            wanted[PROOF] = page(manifest).encode()
        elif (place / PROOF).exists():
            return None
        same = manifest == last and all((place / name).read_bytes() == data for name, data in wanted.items())
    except (OSError, ValueError):
        return None
    return manifest if same else None


def _manifest(facts: Facts, files: Iterable[MadeFile], place: Path) -> Manifest:
    return Manifest(
        leaflet=facts.leaflet,
        lang=facts.lang,
        title=facts.title,
        version=facts.version,
        source=_way(place.resolve(), facts.source.resolve()),
        source_sha256=facts.source_sha256,
        files=tuple(sorted(files, key=lambda file: file.path)),
    )


def _way(place: Path, copy: Path) -> str:
    """Return how to come from a set to its copy; from one drive of Windows to another there is only the whole path."""
    try:
        return Path(os.path.relpath(copy, place)).as_posix()
    except ValueError:
        return copy.as_posix()


def _kept(folder: Path, beside: Path, new: set[str]) -> Iterator[MadeFile]:
    """Take over the editions that this build did not make, with what the last manifest says of them."""
    if not (folder / NAME).is_file():
        return
    try:
        last = read_manifest(folder / NAME)
    except ValueError:
        return
    for file in last.files:
        if file.path not in new and (folder / file.path).is_file():
            atomic_folder.write(beside / file.path, (folder / file.path).read_bytes())
            if file.ticket and (folder / file.ticket).is_file():
                atomic_folder.write(beside / file.ticket, (folder / file.ticket).read_bytes())
            yield file


def _write(folder: Path, facts: Facts, output: NewFile) -> MadeFile:
    atomic_folder.write(folder / output.name, output.data)
    if output.ticket:
        atomic_folder.write(folder / _ticket(output), output.ticket.encode())
    return _made_file(facts, output)


def _ticket(output: NewFile) -> str:
    return f"{Path(output.name).stem}-ticket.txt" if output.ticket else ""


def _made_file(facts: Facts, output: NewFile) -> MadeFile:
    return MadeFile(
        edition=output.edition,
        path=output.name,
        media_type=output.media_type,
        bytes=len(output.data),
        sha256=digest(output.data),
        pages=output.pages,
        conformance=output.conformance,
        source_sha256=facts.source_sha256,
        ticket=_ticket(output),
    )
