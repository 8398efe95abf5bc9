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

    @property
    def current(self) -> bool:
        """Tell whether it is of the copy as that is saved."""
        return self.made is not None and self.made.of_this_copy

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
    rested = request.app.state.workshop.resting.made(path)
    sets = [shelved(project, name, path).made]
    if rested is not None:
        sets.append(made_in(rested.folder, stored(path).sha256))
    return Seen(max((one for one in sets if one), key=lambda one: one.at, default=None))
