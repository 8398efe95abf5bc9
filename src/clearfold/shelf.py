"""Where finished editions stand: a set replaces the last one whole, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.manifest import NAME, MadeFile, Manifest, digest, read_manifest

if TYPE_CHECKING:
    from clearfold.press.edition import Output
    from clearfold.press.leaflet import Leaflet


PROOF = "proof.html"
Page = Callable[[Manifest], str]
"""Writes the page that shows the proof of a set."""


def put(
    leaflet: "Leaflet", made: Sequence["Output"], folder: Path, *, good: bool, page: Page | None = None
) -> tuple[Path, Manifest]:
    """Put a set of editions in its folder, whole, and return where it stands and its manifest; raises OSError.

    A set that is not good is put beside the folder, under ``<folder>-rejected``, and the last good one stays. ``page``
    writes its proof.html; without it the set has none, since the last one's would be about other files.
    """
    rejected = folder.with_name(f"{folder.name}-rejected")
    place = folder if good else rejected
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        manifest = _fill(beside, leaflet, made, place)
        if page:
            (beside / PROOF).write_bytes(page(manifest).encode("utf-8"))
        beside.chmod(0o755)  # mkdtemp's is for its owner alone
        _swap(beside, place)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    if good:
        shutil.rmtree(rejected, ignore_errors=True)
    return place, manifest


def _fill(beside: Path, leaflet: "Leaflet", made: Sequence["Output"], place: Path) -> Manifest:
    new = (_write(beside, leaflet, item) for item in made)
    files = sorted((*_kept(place, beside, {item.name for item in made}), *new), key=lambda file: file.path)
    data, source = leaflet.metadata, leaflet.source
    manifest = Manifest(
        leaflet=data.id,
        lang=data.lang,
        title=data.title,
        version=data.version,
        source=Path(os.path.relpath(source.path.resolve(), place.resolve())).as_posix(),
        source_sha256=source.sha256,
        files=tuple(files),
    )
    (beside / NAME).write_text(manifest.to_json(), "utf-8")
    return manifest


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
            shutil.copyfile(folder / file.path, beside / file.path)
            if file.ticket and (folder / file.ticket).is_file():
                shutil.copyfile(folder / file.ticket, beside / file.ticket)
            yield file


def _write(folder: Path, leaflet: "Leaflet", output: "Output") -> MadeFile:
    (folder / output.name).write_bytes(output.data)
    ticket = f"{Path(output.name).stem}-ticket.txt" if output.ticket else ""
    if ticket:
        (folder / ticket).write_text(output.ticket, "utf-8")
    return MadeFile(
        edition=output.edition,
        path=output.name,
        media_type=output.media_type,
        bytes=len(output.data),
        sha256=digest(output.data),
        pages=output.pages,
        conformance=output.conformance,
        source_sha256=leaflet.source.sha256,
        ticket=ticket,
    )


def _swap(new: Path, folder: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    old = new.with_name(f"{new.name}-old")
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old)
