"""A finished EPUB of a copy that has a picture on disk: what is put in a picture's place can be held against it."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from clearfold.model.source import Source, read_source
from clearfold.model.transcript import Furniture
from clearfold.pipeline.building.build import build
from clearfold.press.editions.epub import BOOK
from clearfold.press.markdown import read_leaflet

COPY = Path(__file__).parents[1] / "cases/printed/whole-english/en-GB.md"


def copy() -> Source:
    return read_source(COPY)


@cache
def epub() -> bytes:
    """Build the book, and nothing else."""
    with TemporaryDirectory() as folder:
        (built,) = build([COPY], Path(folder), ["epub"], check=False)
        assert built.folder is not None
        return next(built.folder.glob("*.epub")).read_bytes()


def furniture() -> tuple[Furniture, ...]:
    return BOOK.furniture(read_leaflet(copy()), BOOK)
