"""Part what a broken file does to a library from what is our own fault: only the reading of foreign bytes is guarded.

A reader goes from bytes to values; whatever goes wrong on that way is the file's. What is done with the values
afterwards stands outside, so that a fault of ours is never told as a file that cannot be read.
"""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from struct import error as StructError  # noqa: N812 -- an exception, written as one

from pypdf.errors import DependencyError, DeprecationError, PyPdfError

from clearfold.model.messages import message
from clearfold.proof.readers import UnreadableError

PROBLEMS = (
    PyPdfError,
    DependencyError,
    DeprecationError,  # of a filter by its short name, which only pictures in a content stream may have
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    AssertionError,
    ArithmeticError,
    EOFError,
    OSError,
    RuntimeError,
    StructError,
    zlib.error,
)
"""What pypdf, fontTools and pdfium raise, or make the reader of their values raise, on files that are broken."""


@contextmanager
def foreign() -> Iterator[None]:
    """Raise UnreadableError for what goes wrong while a file's bytes are read; also the decorator of a reader.

    A reader that yields has left the guard before anybody takes its first value: let it return what it read.
    """
    try:
        yield
    except PROBLEMS as error:
        told = f"{type(error).__name__}: {error}"
        raise UnreadableError(message("it is damaged, or not made as such files are ({told})", told=told)) from error
