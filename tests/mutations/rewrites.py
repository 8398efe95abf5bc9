"""The harmless rewritings of a finished file, PDF, EPUB and web page in one table: none of them may be told."""

from collections.abc import Callable, Iterator
from types import MappingProxyType

from clearfold.model.media_types import BRF, EBRAILLE, EPUB, HTML, PDF, PEF
from tests.mutations import rewrites_braille, rewrites_epub, rewrites_pdf, rewrites_web

REWRITES = MappingProxyType(
    {
        PDF: rewrites_pdf.REWRITES,
        EPUB: rewrites_epub.REWRITES,
        HTML: rewrites_web.REWRITES,
        BRF: rewrites_braille.BRF_REWRITES,
        PEF: rewrites_braille.PEF_REWRITES,
        EBRAILLE: rewrites_braille.EBRAILLE_REWRITES,
    }
)
KINDS: tuple[tuple[str, str, Callable[[bytes], bytes]], ...] = tuple(
    (media_type, name, rewrite) for media_type, table in REWRITES.items() for name, rewrite in table.items()
)


def rewrites_of(data: bytes, media_type: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name of each rewriting that suits a file, and the file as it leaves it."""
    for name, rewrite in REWRITES[media_type].items():
        yield name, rewrite(data)
