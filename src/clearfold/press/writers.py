"""The writers, each imported only when it writes: WeasyPrint alone takes half a second."""

import ctypes.util
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path
from threading import Lock, get_ident
from types import ModuleType

from clearfold.model.binding import Binding
from clearfold.model.copy_rules import mistake
from clearfold.model.design import Design
from clearfold.model.diagnostic import Diagnostic
from clearfold.press.edition import Edition, Output
from clearfold.press.leaflet import Leaflet

_IMPORTING = Lock()


def printed(leaflet: Leaflet, edition: Edition, _: tuple[Output, ...]) -> Output:
    """Write an edition as a tagged PDF."""
    with _as_imported():
        from clearfold.press.pdf.pages import write_pdf

    return write_pdf(leaflet, edition)


def book(leaflet: Leaflet, edition: Edition, needed: tuple[Output, ...]) -> Output:
    """Write an edition as an EPUB, which takes its list of pages from the printed edition that it needs."""
    from clearfold.press.epub.write import write_epub

    return write_epub(leaflet, edition, needed)


def book_cover(leaflet: Leaflet, edition: Edition, _: tuple[Output, ...]) -> Output:
    """Draw the cover of an EPUB, which needs no other edition."""
    with _as_imported():
        from clearfold.press.epub.cover import draw_cover

    return draw_cover(leaflet, edition)


def web_page(leaflet: Leaflet, edition: Edition, _: tuple[Output, ...]) -> Output:
    """Write an edition as a web page."""
    from clearfold.press.web.write import write_page

    return write_page(leaflet, edition)


def braille_pages(leaflet: Leaflet, edition: Edition, needed: tuple[Output, ...]) -> Output:
    """Write an edition as BRF, with the pages of the printed edition where it needs that."""
    from clearfold.press.braille.write import write_brf

    return write_brf(leaflet, edition, next(iter(needed), None))


def braille_pef(leaflet: Leaflet, edition: Edition, needed: tuple[Output, ...]) -> Output:
    """Write an edition as PEF."""
    from clearfold.press.braille.write import write_pef

    return write_pef(leaflet, edition, next(iter(needed), None))


def braille_book(leaflet: Leaflet, edition: Edition, needed: tuple[Output, ...]) -> Output:
    """Write an edition as eBraille."""
    from clearfold.press.braille.write import write_ebraille

    return write_ebraille(leaflet, edition, next(iter(needed), None))


def no_braille(leaflet: Leaflet) -> Diagnostic | None:
    """Tell why there can be no braille of a leaflet on this machine, None where there can."""
    from clearfold.model.braille import CONTRACTED, LANGUAGES, Grade
    from clearfold.press.braille.liblouis import HOW, library

    place, lang = leaflet.source.at(0, 0), leaflet.metadata.lang
    if lang.split("-")[0].lower() not in LANGUAGES:
        return mistake("SRC-191", place, "language", lang=lang, known=", ".join(LANGUAGES))
    if leaflet.metadata.braille_grade is Grade.CONTRACTED and lang.split("-")[0].lower() not in CONTRACTED:
        return mistake("SRC-191", place, "grade", lang=lang, known=", ".join(CONTRACTED))
    return None if library() else mistake("SRC-191", place, "library", how=HOW)


def no_print(leaflet: Leaflet) -> Diagnostic | None:
    """Tell why there can be no printed pages of a leaflet, None where there can."""
    from clearfold.press.labels import direction_of

    lang = leaflet.metadata.lang
    return mistake("SRC-195", leaflet.source.at(0, 0), lang=lang) if direction_of(lang) == "rtl" else None


def book_binding(leaflet: Leaflet, edition: Edition, printed: Edition) -> Binding:
    """Declare what an EPUB has around its text; ``printed`` is the edition whose pages it tells."""
    from clearfold.press.epub.binding import binding_of

    return binding_of(leaflet, edition, printed)


def drawn_with(leaflet: Leaflet, edition: Edition) -> Design:
    """Declare what a PDF is drawn with, and what it claims; who prints one for paper alone is promised nothing more."""
    from clearfold.press.design.fonts import font_files
    from clearfold.press.design.palette import palette, restyles_words
    from clearfold.press.template.cover_look import ground_of

    paper = edition.paper
    tagged = paper is None or paper.tagged
    profile = "exchange" if paper is not None and paper.bleed else str(leaflet.publisher.pdf_profile) if tagged else ""
    code = "" if paper is not None and paper.screen else leaflet.metadata.online
    colours = palette(edition.style_sheets, leaflet.publisher, ground_of(leaflet))
    return Design(font_files(leaflet.publisher), profile, colours, code, styled=restyles_words(leaflet.publisher))


def booklet(leaflet: Leaflet, edition: Edition, needed: tuple[Output, ...]) -> Output:
    """Write an edition as sheets for a stapled booklet, of the pages of the edition that it needs."""
    with _as_imported():
        from clearfold.press.print.folded import write_booklet

    return write_booklet(leaflet, edition, needed)


def flyer(leaflet: Leaflet, edition: Edition, _: tuple[Output, ...]) -> Output:
    """Write an edition as one folded sheet of six panels."""
    with _as_imported():
        from clearfold.press.print.folded import write_flyer

    return write_flyer(leaflet, edition)


def press_ready(leaflet: Leaflet, edition: Edition, _: tuple[Output, ...]) -> Output:
    """Write an edition as a PDF for the print shop."""
    with _as_imported():
        from clearfold.press.print.print_shop import write_print_shop

    return write_print_shop(leaflet, edition)


class _Later(ModuleType):
    """A module that is imported by whoever calls one of its functions."""

    def __getattr__(self, name: str) -> Callable[..., object]:
        """Return a function that calls the module's own of that name, once this one is no more in its place."""
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*arguments: object, **named: object) -> object:
            with _IMPORTING:
                module = import_module(self.__name__)
            return getattr(module, name)(*arguments, **named)

        return call


@contextmanager
def _as_imported() -> Iterator[None]:
    """Have WeasyPrint imported without warning of missing fonts, and without what it does not use here.

    Our fonts come with the style sheets. On Linux a library is found by its own name, the fourth that WeasyPrint 70
    tries; for each of the others Python would run ldconfig, gcc and ld. Fonts are cut down by HarfBuzz: fontTools'
    own way is for machines that have none, and variable fonts ask for the instancer. Each of the two is a tenth of the
    import's time. One thread at a time imports; what it finds otherwise than others is otherwise for it alone.
    """
    with _IMPORTING:
        if "weasyprint" in sys.modules:
            yield
            return
        with warnings.catch_warnings(), redirect_stdout(StringIO()):  # it prints how to install itself; so do we
            warnings.filterwarnings("ignore", ".*Expect ugly output", UserWarning)
            with _libraries_by_name(), _fonts_cut_by_others():
                yield


@contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Let this thread find no library of the system by searching for it."""
    find, here = ctypes.util.find_library, get_ident()
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None if get_ident() == here else find(name)
    try:
        yield
    finally:
        ctypes.util.find_library = find


@contextmanager
def _fonts_cut_by_others() -> Iterator[None]:
    """Let what is imported meanwhile import fontTools' own ways with fonts only when it calls them."""
    later = [name for name in ("fontTools.subset", "fontTools.varLib.instancer") if name not in sys.modules]
    sys.modules |= {name: _Later(name) for name in later}
    try:
        yield
    finally:
        for name in later:
            del sys.modules[name]


def warm() -> None:
    """Import what writes pages, before there is a page to write; raises OSError where Pango is missing."""
    with _as_imported():
        for name in ("pdf.pages", "epub.write", "web.write"):
            import_module(f"clearfold.press.{name}")


def finds_pango() -> bool:
    """Say whether WeasyPrint finds the libraries of the system that it draws with."""
    return bool(pango_version())


def pango_version() -> str:
    """Return the version of the Pango that WeasyPrint draws with, "" where it does not find all that it needs."""
    try:
        with _as_imported():
            # First the whole: of what failed to be imported before, Python finds no part.
            import_module("weasyprint")
            text = import_module("weasyprint.text.ffi")
    except OSError:
        return ""
    number = int(text.pango.pango_version())  # 15012 is 1.50.12
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


@contextmanager
def reading() -> Iterator[set[Path]]:
    """Give the set of files that the writers read meanwhile."""
    with _as_imported():
        from clearfold.press.pdf.fetcher import noted
    with noted() as read:
        yield read
