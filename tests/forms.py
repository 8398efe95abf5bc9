"""A page for editors with a picture of each form of a copy: docs/forms.md, and the same in the other languages.

    python -m tests.forms            tells which forms look otherwise than in their pictures
    python -m tests.forms --accept   takes the forms as they are now: look at the pictures then

A copy in docs/specimen has a section for each form, and keys of the front matter that print something. What the page
shows as written are its own lines; a note to oneself above them says what the picture shows, for who does not see it.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageOps

from clearfold.model.messages import ENGLISH, LANGUAGES
from clearfold.model.source import Source, read_source
from clearfold.press.edition import Edition
from clearfold.press.editions.large_print import LARGE_PRINT, LARGE_PRINT_A5
from clearfold.press.leaflet import Leaflet
from clearfold.press.markdown import read_leaflet
from clearfold.press.pdf.sketch import print_part
from clearfold.press.template.parts import BACK
from tests.specimen import PICTURES, ROOT, differs

DRAWN = PICTURES / "forms"
SPECIMEN = ROOT / "docs/specimen"
PANELS = {"key_messages": "panel-summary", "contact": BACK}
"""The parts of a printed page that are called otherwise than the keys of the front matter from which they come."""
ON_A4 = ("beside",)
SCALE = 1.1  # pixels to a point
COLOURS = 32
EDGE = 10  # pixels of paper around a form
POINTS = 72 / 25.4  # in a millimetre
ABOVE = 3  # points of the margin into which an accent of the running head may rise

_SECTION = re.compile(r"^(## .*\{#([\w-]+)\})\n\n<!-- (.*) -->\n\n", re.MULTILINE)
_KEY = re.compile(r"^# (.*?): (.*)\n((\w+):.*\n(?:(?: .*|searched:.*)\n)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Form:
    """A form by the id of its part, with its heading, what is written for it, and what the picture of it shows.

    ``syntax`` is the language of what is written.
    """

    part: str
    heading: str
    written: str
    shows: str
    syntax: str = "markdown"

    @property
    def shows_heading(self) -> bool:
        """Whether its picture has the heading of its part: where this is the form, and where the program writes it."""
        return self.part == "headings" or self.syntax == "yaml"

    def picture(self, language: str) -> str:
        """Return the name of its picture."""
        return f"{language}-{self.part.removeprefix('panel-')}.png"


def forms(language: str) -> Iterator[Form]:
    """Yield the forms of a language in the order of its copy: those of the body, then those of the front matter."""
    source = _source(language)
    _, *sections = _SECTION.split(source.body)
    for heading, part, shows, body in zip(*(sections[n::4] for n in range(4)), strict=True):
        name = heading.removeprefix("## ").partition(" {#")[0]
        yield Form(part, name, f"{heading}\n\n{body.strip()}" if part == "headings" else body.strip(), shows)
    for heading, shows, written, key in _KEY.findall(f"{source.front_matter}\n"):
        yield Form(PANELS.get(key, f"panel-{key}"), heading, written.strip(), shows, "yaml")


def picture_of(language: str, form: Form) -> Image.Image:
    """Return what is printed for a form, as it is now: the paper below its heading, without foot and white."""
    edition = LARGE_PRINT if form.part in ON_A4 else LARGE_PRINT_A5
    document = pypdfium2.PdfDocument(BytesIO(print_part(_leaflet(language), edition, form.part).data))
    if form.part == BACK:  # behind the ruled pages, and full of colour to its edges
        return _drawn(document[len(document) - 1])
    title = "" if form.shows_heading else form.heading
    shown = [_shown(page, edition, "" if number else title) for number, page in enumerate(document)]
    whole = Image.new("RGB", (max(one.width for one in shown), sum(one.height for one in shown)), "white")
    for number, one in enumerate(shown):
        whole.paste(one, (0, sum(before.height for before in shown[:number])))
    return whole


def differing(language: str) -> list[str]:
    """Return the parts whose form looks otherwise than in its picture, or has none."""
    return [form.part for form in forms(language) if _is_other(DRAWN / form.picture(language), language, form)]


def path_of(language: str) -> Path:
    """Return where the page of a language stands; English has no letters of its own there."""
    return ROOT / f"docs/forms{'' if language == ENGLISH else f'.{language}'}.md"


def page(language: str) -> str:
    """Return the page for editors, in Markdown."""
    front = _leaflet(language).metadata
    lines = [f"# {front.title}", front.subtitle]
    for form in forms(language):
        shown = f"![{form.shows}](pictures/forms/{form.picture(language)})"
        lines += [f"## {form.heading}", f"````{form.syntax}\n{form.written}\n````", shown]
    return "\n\n".join(lines) + "\n"


@cache
def _source(language: str) -> Source:
    return read_source(SPECIMEN / f"forms-{language}.md")


@cache
def _leaflet(language: str) -> Leaflet:
    return read_leaflet(_source(language))


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    drawn: Image.Image = page.render(scale=SCALE).to_pil()
    return drawn.convert("RGB")


def _shown(page: pypdfium2.PdfPage, edition: Edition, title: str) -> Image.Image:
    """Return a page from below the words of a title to the foot, without the white around."""
    assert edition.paper is not None
    drawn = _drawn(page)
    margin, text = edition.paper.margin * POINTS, page.get_textpage()
    letters = [text.get_charbox(n) for n in range(len(title)) if title[n].strip()]
    top = page.get_height() - min((bottom for _, bottom, _, _ in letters), default=page.get_height() - margin)
    body = drawn.crop((0, round(SCALE * (top + 1)), drawn.width, round(drawn.height - SCALE * (margin + ABOVE))))
    inked = body.crop(ImageChops.difference(body, Image.new("RGB", body.size, "white")).getbbox())
    return ImageOps.expand(inked, EDGE, "white")


def _is_other(path: Path, language: str, form: Form) -> bool:
    if not path.is_file():
        return True
    known, made = Image.open(path).convert("RGB"), picture_of(language, form)
    return known.size != made.size or differs(known, made)


def _accept() -> None:
    DRAWN.mkdir(exist_ok=True)
    for old in DRAWN.glob("*.png"):
        old.unlink()
    for language in LANGUAGES:
        for form in forms(language):
            small = picture_of(language, form).quantize(COLOURS, dither=Image.Dither.NONE)
            small.save(DRAWN / form.picture(language), optimize=True)


def _tell() -> int:
    found = {language: differing(language) for language in LANGUAGES}
    for language, parts in found.items():
        if parts:
            print(f"{language}: {', '.join(parts)} look otherwise")
    return int(any(found.values()))


if __name__ == "__main__":
    if "--accept" in sys.argv[1:]:
        _accept()
    else:
        sys.exit(_tell())
