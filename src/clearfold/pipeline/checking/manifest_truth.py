"""Whether a manifest says the truth of the files beside it: sums and sizes, pages and claims, and of the leaflet."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model import media_types
from clearfold.model.diagnostic import Diagnostic, Location, Severity
from clearfold.model.digest import digest
from clearfold.model.messages import joined, message
from clearfold.store.manifest import NAME, MadeFile, Manifest

if TYPE_CHECKING:
    from clearfold.model.transcript import Transcript
    from clearfold.press.edition import Edition
    from clearfold.proof.report import EditionReport

STANDARDS = ("PDF/UA", "PDF/A", "WTPDF")
"""How the names of standards begin that a PDF itself claims to keep."""
_PAGES = {media_types.BRF: b"\f", media_types.PEF: b"<page>"}
"""What stands once for each page in a file of braille."""
_AGAIN = message("build again; files that were changed by hand are not published")


def missing(folder: Path, made: MadeFile) -> Diagnostic:
    """Return that a file which a manifest names does not stand beside it."""
    return _error(
        "CON-021",
        folder,
        message("{path} is not there, and the manifest names it", path=made.path),
        message("build again"),
    )


def untruths(
    folder: Path, made: MadeFile, edition: "Edition | None", data: bytes, report: "EditionReport"
) -> Iterator[Diagnostic]:
    """Yield what a manifest says of a file and is not so; of a file that is another, that alone.

    ``report`` is the proof of the file, which has counted its pages.
    """
    if digest(data) != made.sha256:
        yield _told(folder, message("{path} was changed after it was made: its SHA-256 is another", path=made.path))
        return
    if len(data) != made.bytes:
        yield _told(
            folder, message("{path} has {data} bytes, not {bytes}", path=made.path, data=len(data), bytes=made.bytes)
        )
    if edition is None:
        yield _told(
            folder,
            message("there is no edition “{edition}”, as {path} is said to be", edition=made.edition, path=made.path),
        )
    elif made.media_type != edition.media_type:
        yield _told(
            folder,
            message(
                "{path} is {media_type}, not {media_type2}",
                path=made.path,
                media_type=edition.media_type,
                media_type2=made.media_type,
            ),
        )
    if made.media_type == media_types.PDF and data.startswith(b"%PDF"):
        on_side = edition.paper.fold.on_side if edition and edition.paper else 1
        if (pages := report.pages * on_side) != made.pages:
            yield _told(
                folder,
                message("{path} has {pages} pages, not {pages2}", path=made.path, pages=pages, pages2=made.pages),
            )
        said = tuple(name for name in made.conformance if name.startswith(STANDARDS))
        if set(said) != set(report.claims):
            yield _told(
                folder,
                message(
                    "{path} claims {claims}, not {said}",
                    path=made.path,
                    claims=", ".join(report.claims) or message("nothing"),
                    said=joined(", ", said),
                ),
            )
    elif made.media_type in _PAGES:
        if (pages := data.count(_PAGES[made.media_type])) != made.pages:
            yield _told(
                folder,
                message("{path} has {pages} pages, not {pages2}", path=made.path, pages=pages, pages2=made.pages),
            )
    elif made.pages:
        yield _told(folder, message("{path} has no pages, not {pages}", path=made.path, pages=made.pages))
    if made.ticket and not (folder / made.ticket).is_file():
        yield _told(
            folder, message("{ticket} is not there, the print ticket of {path}", ticket=made.ticket, path=made.path)
        )


def untrue_of_leaflet(folder: Path, manifest: Manifest, expected: "Transcript") -> Iterator[Diagnostic]:
    """Yield what a manifest says of the leaflet, and its copy does not; asked while the copy is the same."""
    facts = dict(expected.facts)
    for key, said, ours in (
        ("leaflet", manifest.leaflet, facts.get("id", "")),
        ("lang", manifest.lang, expected.lang),
        ("title", manifest.title, expected.title),
        ("version", manifest.version, facts.get("version", "")),
    ):
        if said != ours:
            yield _told(folder, message("{key} is “{said}”, and “{ours}” in the copy", key=key, said=said, ours=ours))


def _told(folder: Path, fact: str) -> Diagnostic:
    return _error("CON-022", folder, message("the manifest does not say what is so: {fact}", fact=fact), _AGAIN)


def _error(code: str, folder: Path, fact: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, Location(folder / NAME), fact, hint)
