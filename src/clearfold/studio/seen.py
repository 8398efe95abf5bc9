"""The set of editions that is shown of a copy: the newer one of what is published and of what was made as it rested."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clearfold.model.media_types import PDF
from clearfold.studio import book_pages
from clearfold.studio.copy.saving import stored
from clearfold.studio.publishing import files_of
from clearfold.studio.shelf import Made, made_in, shelved

if TYPE_CHECKING:
    from starlette.requests import Request


@dataclass(frozen=True, slots=True)
class Seen:
    """The set that is shown, None where nothing was ever made."""

    made: Made | None
    current: bool
    """It is of the copy as that is saved, and of the pictures and publisher.yaml as they are now."""

    def told(self) -> dict[str, object]:
        """Return it as the pages take it: printed editions, how many documents the book has, and when, in ms."""
        if self.made is None:
            return {"files": [], "book": 0, "at": 0, "current": False}
        folder = self.made.folder
        files = [
            {"path": file.path, "edition": file.edition, "pages": file.pages, "sha256": file.sha256}
            for file in files_of(folder)
            if file.media_type == PDF and file.pages
        ]
        book = book_pages.count(folder / self.made.book) if self.made.book else 0
        return {"files": files, "book": book, "at": round(self.made.at * 1000), "current": self.current}


def seen(request: "Request", path: Path) -> Seen:
    """Return the set that is shown of a copy that a request is about."""
    project, name = request.app.state.project, request.path_params["copy"]
    workshop = request.app.state.workshop
    try:
        sha256 = stored(path).sha256
    except OSError:
        sha256 = ""  # moved or taken away meanwhile: what was made of it is still shown, and is of no copy
    rested, published = workshop.resting.made(path), shelved(project, name, path).made
    if rested is not None and (published is None or published.at < rested.at):
        made = made_in(rested.folder, sha256)
        if made is not None:
            return Seen(made, made.of_this_copy and rested.state == workshop.state(path, sha256))
    current = published is not None and published.of_this_copy and workshop.changed_at(path) < published.at
    return Seen(published, current)
