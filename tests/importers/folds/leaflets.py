"""Leaflets from a seed: what stands in them, in reading order, and as HTML for a printer of panels."""

import base64
import io
import random
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from PIL import Image, ImageDraw

LANGUAGES = ("nl", "fr", "de", "en")
HERE = Path(__file__).parent
TITLES = {
    "nl": ("Gezond door het jaar", "Vragen? Bel ons.", "Figuur", "Tekening bij"),
    "fr": ("Votre santé au fil des saisons", "Des questions ? Appelez-nous.", "Figure", "Dessin pour"),
    "de": ("Gesund durch das Jahr", "Fragen? Rufen Sie uns an.", "Abbildung", "Zeichnung zu"),
    "en": ("Staying well all year round", "Questions? Ring us.", "Figure", "Drawing for"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A block of a leaflet: h, p, li, cell, caption, title; and its words."""

    kind: str
    text: str


@dataclass(slots=True)
class Leaflet:
    """A leaflet: its language, its blocks in reading order, its body as HTML without a cover."""

    lang: str
    told: list[Told] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    pictures: int = 0

    def add(self, kind: str, text: str, html: str = "") -> None:
        """Add a block."""
        self.told.append(Told(kind, text))
        if html:
            self.html.append(html)

    @property
    def words(self) -> list[str]:
        """Return all words in reading order."""
        return [word for one in self.told for word in one.text.split()]

    def of(self, *kinds: str) -> list[str]:
        """Return the texts of some kinds of blocks."""
        return [one.text for one in self.told if one.kind in kinds]


def sections(lang: str) -> list[list[str]]:
    """Return the sections of a language, each the lines of its source."""
    found: list[list[str]] = []
    for line in (HERE / f"{lang}.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            found.append([])
        found[-1].append(line)
    return found


def leaflet(lang: str, seed: int, count: int) -> Leaflet:
    """Return a leaflet of so many sections, chosen and laid out by a seed."""
    chance = random.Random(f"{lang}{seed}")
    made = Leaflet(lang)
    title, contact, *_ = TITLES[lang]
    name = f"{title} {2000 + seed}"
    made.add("title", name, f'<h1 class="title">{name}</h1>')
    for number, lines in enumerate(chance.sample(sections(lang), count)):
        _section(made, lines, chance, number)
    made.add("h", contact, f"<h2>{contact}</h2>")
    made.add(
        "p", f"012 34 56 7{seed % 10} · www.example.org/gids", f"<p>012 34 56 7{seed % 10} · www.example.org/gids</p>"
    )
    return made


def _section(made: Leaflet, lines: list[str], chance: random.Random, number: int) -> None:
    heading = lines[0][2:]
    made.add("h", heading, f"<h2>{escape(heading)}</h2>")
    body = lines[1:]
    while body:
        sign = body[0][:2]
        if sign == "- " or body[0][:1].isdigit():
            items = [line.partition(" ")[2] for line in body]
            tag = "ul" if sign == "- " else "ol"
            made.html.append(f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>")
            for item in items:
                made.add("li", item)
            return
        if sign == "| ":
            _table(made, [line[2:].split(" | ") for line in body], chance)
            return
        made.add("p", body[0], f"<p>{escape(body[0])}</p>")
        body = body[1:]
        if number % 3 == 1 and len(body) == 1 and chance.random() < 0.7:
            _picture(made, heading, chance)


def _table(made: Leaflet, rows: list[list[str]], chance: random.Random) -> None:
    look = chance.choice(("lines", "rules", "fills", "white"))
    head, *others = rows
    html = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    html += "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in others)
    made.html.append(f'<table class="{look}"><tr>{html}</table>')
    for row in rows:
        for cell in row:
            made.add("cell", cell)


def _picture(made: Leaflet, heading: str, chance: random.Random) -> None:
    made.pictures += 1
    words = TITLES[made.lang]
    caption = f"{words[2]} {made.pictures}. {words[3]} “{heading}”"
    made.html.append(f'<figure><img src="{photograph(chance)}"><figcaption>{escape(caption)}</figcaption></figure>')
    made.add("caption", caption)


def photograph(chance: random.Random) -> str:
    """Return a picture as an address that holds it."""
    image = Image.new("RGB", (240, 120), (chance.randrange(256), 200, chance.randrange(256)))
    draw = ImageDraw.Draw(image)
    for _ in range(8):
        x, y = chance.randrange(240), chance.randrange(120)
        draw.ellipse((x, y, x + 40, y + 30), fill=(chance.randrange(256), chance.randrange(256), 90))
    data = io.BytesIO()
    image.save(data, format=chance.choice(("PNG", "JPEG")))
    return f"data:image/*;base64,{base64.b64encode(data.getvalue()).decode()}"
