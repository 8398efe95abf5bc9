"""Write a leaflet as a PDF: the template's page, the edition's style sheets, the tagged PDF writer."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from clearfold.diagnostic import Diagnostic, LeafletError, mistake
from clearfold.limits import PAGES
from clearfold.press.edition import Edition, Fit, Output, imprint_of, line_of, page
from clearfold.press.leaflet import Leaflet, PdfProfile, Picture, Publisher
from clearfold.press.styles import styles_folder
from clearfold.press.wide_tables import stack_wide_tables
from clearfold.press.writers.dates import moment
from clearfold.press.writers.fitting import measure, refit
from clearfold.press.writers.long_words import SOFT_HYPHEN, part_long_words
from clearfold.press.writers.online import CODE, online_code
from clearfold.press.writers.own_sheet import blame
from clearfold.press.writers.pdf import LaidOut, PdfMetadata, Rendered, RenderError, complaints, lay_out, paint

CLAIMS = {
    PdfProfile.ARCHIVE: ("PDF/UA-1", "PDF/A-2a"),
    PdfProfile.NEXT: ("PDF/UA-2", "PDF/A-4f", "WTPDF 1.0 accessibility", "WTPDF 1.0 reuse"),
}
_COMPOUND = re.compile(r"\w+(?:-\w+)+")
# Behind a number: shares, degrees, masses, volumes, lengths, times, amounts, energy, pressure; IE and IU are doses.
_UNITS = r"%|‰|°C?|[nµμmk]?g|[µμmcd]?l|[nµμmck]?m[²³]?|ms|s|min|h|[µμm]?mol|k?cal|k?J|mmHg|k?Pa|mSv|m?Gy|IE|IU|€"
# "CAR T-cel": an abbreviation and the short compound behind it; "5 mg": a number and its unit; "mei 2026": a month.
_PAIR = re.compile(
    rf"(?<=[A-Z]{{2}}) (?=[A-Z][-\u2011])|(?<=\d) (?=(?:{_UNITS})(?![\w²³]))|(?<=[a-zûéä]{{3}}) (?=20\d\d(?!\w))"
)
_LINE = 24  # letters of the largest heading that fit on an A4 line
# Where a reference to a note follows a word: it is not left alone at the beginning of a line.
_REFERENCE = re.compile(r'(?<=[^\s>])(?=<a class="noteref")')
FRONT = "front.html.j2"  # the cover and the contents alone
ROUNDS = 6  # layouts at most; each fits better than the one before


def write_pdf(leaflet: Leaflet, edition: Edition) -> Output:
    """Return a leaflet as a tagged PDF; the same leaflet gives the same bytes."""
    profile, source = leaflet.publisher.pdf_profile, leaflet.source
    # PDF/A-4f is for files that carry others, and PDF/A-2 forbids all but PDF/A files.
    attachment = (source.path.name, source.data) if profile is PdfProfile.NEXT else None
    stacked = stack_wide_tables(leaflet, line_of(leaflet, edition))
    rendered = print_page(stacked, edition, edition.style_sheets, edition.template, profile, attachment)
    return Output(
        edition.name,
        edition.file_name(leaflet),
        edition.media_type,
        rendered.data,
        rendered.pages,
        CLAIMS[profile],
        rendered.starts,
        imprint_of(leaflet, edition),
    )


def print_page(
    leaflet: Leaflet,
    edition: Edition,
    style_sheets: Sequence[str],
    template: str,
    profile: PdfProfile = PdfProfile.ARCHIVE,
    attachment: tuple[str, bytes] | None = None,
) -> Rendered:
    """Print what a template makes of a leaflet; raise LeafletError where a picture or a style sheet cannot be used."""
    folder = leaflet.source.path.resolve().parent
    sheets = [styles_folder() / name for name in style_sheets]
    roots = [folder, styles_folder(), *_folders(leaflet.publisher)]
    code, line = online_code(leaflet, edition), line_of(leaflet, edition)
    values = {
        "logo": _address(leaflet.publisher.logo),
        "cover": _address(leaflet.metadata.cover),
        "code": CODE if code else "",
    }

    def laid_out(template: str, fit: Fit) -> tuple[LaidOut, bool]:
        html = page(leaflet, edition, template, fit=fit, **values)
        html = keep_whole(part_long_words(html, leaflet.metadata.lang, line, fit.cut))
        return lay_out(html, sheets, roots, folder, code, ours=ours), SOFT_HYPHEN in html

    # Two associations may give two fonts one name.
    ours = not (leaflet.publisher.typeface or leaflet.publisher.style)
    fit = Fit(questions=int(edition.questions))
    try:
        if template == edition.template and (leaflet.metadata.cover or edition.contents):
            fit = replace(_front_fitted(partial(laid_out, FRONT), edition), questions=fit.questions)
        laid = _fitted(partial(laid_out, template), edition, fit)
        if (pages := len(laid.document.pages)) > PAGES:
            raise LeafletError([_too_many(leaflet, edition, pages)])
        return paint(laid, facts(leaflet), profile, attachment)
    except RenderError as error:
        own = leaflet.publisher.style
        alone = complaints(own, roots) if own else ()
        raise LeafletError(blame(error.messages, alone, own, edition.name, leaflet.source.at(0, 0))) from error


def facts(leaflet: Leaflet) -> PdfMetadata:
    """Return what every PDF of a leaflet says of itself."""
    data, made = leaflet.metadata, moment(leaflet)
    return PdfMetadata(
        title=data.title,
        lang=data.lang,
        authors=data.authors,
        subject=data.audience,
        keywords=tuple(entry.term for entry in data.abbreviations),
        publisher=data.publisher,
        identifier=f"{data.id}/{data.lang}",
        created=made,
        modified=made,
    )


def _too_many(leaflet: Leaflet, edition: Edition, pages: int) -> Diagnostic:
    fact = f"{edition.name}: it takes {pages:,} pages, and at most {PAGES:,} are made"
    return mistake("SRC-088", leaflet.source.at(0, 0), fact, "make several leaflets of it")


def _folders(publisher: Publisher) -> Iterator[Path]:
    """Yield the folders of what publisher.yaml names, which may stand beside the leaflet's own."""
    if publisher.style:
        yield publisher.style.parent
    if publisher.logo:
        yield publisher.logo.path.parent
    for _, path in publisher.typeface.files if publisher.typeface else ():
        yield path.parent


def _front_fitted(laid_out: Callable[[Fit], tuple[LaidOut, bool]], edition: Edition) -> Fit:
    """Return what fits the cover and the contents, from pages of these alone; the whole is still measured after."""
    fit, alone = Fit(), replace(edition, questions=False)
    for _ in range(ROUNDS):
        laid, parted = laid_out(fit)
        better = refit(fit, measure(laid.document, parted=parted), alone)
        if better == replace(fit, picture=better.picture):
            return better
        fit = better
    return fit


def _fitted(laid_out: Callable[[Fit], tuple[LaidOut, bool]], edition: Edition, fit: Fit) -> LaidOut:
    """Lay pages out, which tells whether words may be parted on them, until nothing would fit better."""
    for _ in range(ROUNDS):
        laid, parted = laid_out(fit)
        if len(laid.document.pages) > PAGES:
            break
        better = refit(fit, measure(laid.document, parted=parted), edition)
        if better == fit:
            break
        fit = better
    return laid


def keep_whole(html: str) -> str:
    """Return HTML in which lines end neither within a compound, unless too long for one, nor before a unit or a note.

    The no-break hyphen looks like a hyphen, and the PDF's text layer says that it is one. A span with
    ``white-space: nowrap`` would break the text before it wrongly (WeasyPrint 70).
    """
    html = _REFERENCE.sub("\u2060", html)
    parts = re.split(r"(<style>.*?</style>|<title>.*?</title>|<[^>]*>)", html, flags=re.DOTALL)
    parts[::2] = (_PAIR.sub("\xa0", _COMPOUND.sub(_no_break, text)) for text in parts[::2])
    return "".join(parts)


def _no_break(match: re.Match[str]) -> str:
    return match[0].replace("-", "\u2011") if len(match[0]) <= _LINE else match[0]


def _address(picture: Picture | None) -> str:
    return picture.path.as_uri() if picture else ""
