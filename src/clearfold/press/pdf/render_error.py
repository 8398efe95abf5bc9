"""The one way in which the PDF writer says that a page cannot be made as it stands: by what WeasyPrint warns of."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class RenderError(Exception):
    """Carries every complaint about a page, in the order in which they came up."""

    def __init__(self, messages: tuple[str, ...]) -> None:
        self.messages = messages
        super().__init__("\n".join(messages))


@contextmanager
def no_warnings() -> Iterator[None]:
    """Raise RenderError at the end if WeasyPrint warned of anything meanwhile."""
    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    level = logger.level
    logger.addHandler(complaints)
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.removeHandler(complaints)
        logger.setLevel(level)
    if complaints.messages:
        raise RenderError(tuple(complaints.messages))


@contextmanager
def unheard() -> Iterator[None]:
    """Let nobody hear what WeasyPrint warns of meanwhile: a page that is only looked at."""
    logger = logging.getLogger("weasyprint")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


class _Complaints(logging.Handler):
    """Keep what is logged from WARNING up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record's text."""
        self.messages.append(record.getMessage())
