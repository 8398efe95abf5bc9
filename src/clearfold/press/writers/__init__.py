"""The writers, each imported only when it writes: WeasyPrint alone takes half a second."""

import warnings

from clearfold.press.edition import Edition, Output
from clearfold.press.leaflet import Leaflet


def printed(leaflet: Leaflet, edition: Edition, _: tuple[Output, ...]) -> Output:
    """Write an edition as a tagged PDF."""
    with warnings.catch_warnings():
        # On a machine without fonts WeasyPrint expects ugly pages; ours come with the style sheets.
        warnings.filterwarnings("ignore", ".*Expect ugly output", UserWarning)
        from clearfold.press.writers.paged import write_pdf

    return write_pdf(leaflet, edition)


def book(leaflet: Leaflet, edition: Edition, needed: tuple[Output, ...]) -> Output:
    """Write an edition as an EPUB, which takes its list of pages from the printed edition that it needs."""
    from clearfold.press.writers.epub import write_epub

    return write_epub(leaflet, edition, needed)
