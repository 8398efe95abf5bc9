"""Whole leaflets made at random by seed, in four languages, of all that a copy can hold: for the fault bench.

Each has numbers, doses, units, dates, names and negations in its paragraphs, cells, items, notes, headings, key
messages and text alternatives, so that a fault in any of them has places to be put.
"""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

LANGUAGES = ("nl-BE", "fr", "de", "en")
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="#dfe8f2"/>'
    '<circle cx="{x}" cy="20" r="12" fill="#12305c"/></svg>'
)
WORDS = {
    "nl": "de tuin een bodem met klei en zand na de regen groeit wortel onder bladeren ’s morgens naast oude compost "
    "langs het pad een efficiënte fiets zoekt rust in officiële schaduw bij zachte wind drinkt aarde",
    "fr": "le jardin où pousse la racine sous les feuilles près du vieux compost après la pluie cherche l’ombre douce "
    "une efficacité rare façonne des cœurs légers le long du chemin",
    "de": "der garten mit lehm und sand wächst nach dem regen unter blättern sucht ruhe im schatten neben altem "
    "kompost trinkt die erde süße luft am weg für größere wurzeln",
    "en": "the garden with clay and sand grows under leaves after rain a root seeks shade beside old compost along "
    "the path an efficient office bicycle rests while soft wind drinks from affluent naïve soil",
}
SAYINGS = {
    "nl": (
        "Neem {n} tabletten van {h} mg, hoogstens twee per dag",
        "Je mag geen pompelmoes eten voor {d} januari",
        "Bel dokter Peeters als de koorts niet zakt onder {t},5 °C",
        "Op 1 mei zag Ann Janssens dat het nooit meer dan {t},{n} % was",
        "Bewaar het bij −{t} °C, en {n}-{t} weken lang niet in de zon",
        "Dag {n} {h} mg, later een dosis ≤ {h} mg, dat kan ook",
        "Drink voor 2 januari geen {h} ml water",
        "Janssens nam nooit metformine met meer dan {h} mg prednison, maar wel rituximab",
    ),
    "fr": (
        "Prenez {n} comprimés de {h} mg, au plus deux par jour",
        "On ne peut pas en manger avant le {d} janvier",
        "Le docteur Peeters attend jamais plus de {t},5 °C",
        "Le 1 mai, Ann Janssens a vu {t},{n} % de cas, pas plus",
        "Gardez la boîte à −{t} °C, et {n}-{t} jours sans soleil",
        "Jour {n} {h} mg, puis une dose ≤ {h} mg, cela ne peut nuire",
        "Buvez avant le 2 janvier, pas plus de {h} ml",
        "Janssens ne prend jamais metformine avec plus de {h} mg de prednisone, mais bien rituximab",
    ),
    "de": (
        "Nehmen Sie {n} Tabletten zu {h} mg, höchstens zwei am Tag",
        "Man darf keine Pampelmuse essen vor dem {d} Januar",
        "Doktor Peeters wartet nicht, bis es {t},5 °C sind",
        "Am 1 Mai sah Ann Janssens nie mehr als {t},{n} %",
        "Bei −{t} °C hält es {n}-{t} Wochen, und nicht in der Sonne",
        "Tag {n} {h} mg, dann eine Dosis ≤ {h} mg, das kann auch sein",
        "Trinken Sie vor dem 2 Januar keine {h} ml",
        "Janssens nahm nie Metformin mit mehr als {h} mg Prednison, aber wohl Rituximab",
    ),
    "en": (
        "Take {n} tablets of {h} mg, no more than two a day",
        "You may not eat grapefruit before {d} January",
        "Call doctor Peeters if it is not below {t}.5 °C",
        "On 1 May it was Ann Janssens who never saw {t}.{n} %",
        "Keep it at −{t} °C, for {n}-{t} weeks and not in the sun",
        "On day {n} {h} mg, then a dose ≤ {h} mg, that can be too",
        "Before 2 January never drink {h} ml of water",
        "Janssens never took metformin with more than {h} mg of prednisone, but did take rituximab",
    ),
}


@dataclass(slots=True)
class Copy:
    """A copy in the making: the lines of its body, and what was said in it."""

    random: Random
    lang: str
    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    said: int = 0

    @property
    def primary(self) -> str:
        return self.lang[:2]

    def saying(self) -> str:
        """Return the next sentence with something in it that can hurt, without its full stop."""
        sayings = SAYINGS[self.primary]
        self.said += 1
        n, t = self.random.randint(2, 5), self.random.randint(6, 9)
        h, d = self.random.choice((100, 120, 200, 350, 400, 500)), self.random.choice((1, 2))
        return sayings[(self.said - 1) % len(sayings)].format(n=n, t=t, h=h, d=d)

    def words(self, most: int) -> str:
        """Return some words, of which none stands twice: nobody can say which of two the same is lost."""
        return " ".join(
            self.random.sample(list(dict.fromkeys(WORDS[self.primary].split())), self.random.randint(3, most))
        )

    def sentence(self, most: int = 16) -> str:
        """Return a sentence with some bold words, words in another language, or a link in it."""
        text = self.words(most)
        text = text[0].upper() + text[1:] if text[0].isalpha() else text
        put = self.random.random()
        if put < 0.15:
            return f"{text} **{self.words(4)}** {self.words(5)}."
        if put < 0.25:
            return f"{text} [{self.random.choice(('pelargonium', 'hortus conclusus'))}]{{lang=la}}."
        if put < 0.35:
            return f"{text} [{self.words(4)}](https://example.org/{self.said})."
        return f"{text}."

    def add(self, *lines: str) -> None:
        self.lines += [*lines, ""]

    def paragraph(self) -> None:
        sentences = [self.sentence() for _ in range(self.random.randint(1, 4))]
        sentences.insert(self.random.randint(0, len(sentences)), f"{self.saying()}.")
        self.add(" ".join(sentences))

    def noted(self) -> None:
        number = len(self.notes) + 1
        self.notes.append(f"[^{number}]: {self.saying()}. {self.sentence(10)}")
        self.add(f"{self.sentence()} {self.words(9)}.[^{number}]")

    def items(self) -> None:
        mark = self.random.choice(("-", "1."))
        for n in range(self.random.randint(2, 5)):
            label = mark if mark == "-" else f"{n + 1}."
            self.lines.append(f"{label} {self.saying() if self.random.random() < 0.5 else self.words(12)}")
            if self.random.random() < 0.25:
                self.lines += [f"    - {self.words(8)}" for _ in range(self.random.randint(1, 3))]
        self.add()

    def table(self) -> None:
        bold = "**" if self.random.random() < 0.5 else ""
        self.add(f"Table: {self.words(6)} {self.said}")
        rows = [(f"{bold}{self.words(3)}{bold}", self.saying()) for _ in range(self.random.randint(2, 5))]
        self.add(f"| {self.words(3)} | {self.words(3)} |", "| --- | --- |", *(f"| {a} | {b} |" for a, b in rows))

    def figure(self) -> None:
        self.add(f'![{self.saying()}](images/{self.random.randint(1, 2)}.svg "{self.words(8)}")')

    def terms(self) -> None:
        for _ in range(self.random.randint(1, 3)):
            self.add(f"{self.words(3)} {self.said}", f":   {self.sentence()}")

    def quotation(self) -> None:
        self.add(f"> {self.sentence()} {self.saying()}.")

    def box(self) -> None:
        kind = self.random.choice(("note", "tip", "important", "warning"))
        self.add(f'!!! {kind} "{self.words(4)}"', f"    {self.saying()}. {self.sentence(8)}")

    def section(self) -> None:
        self.add(f"## {self.saying()}")
        blocks = [self.paragraph, self.noted, self.items, self.table, self.figure, self.terms, self.quotation, self.box]
        for block in self.random.sample(blocks, self.random.randint(3, 6)):
            block()
        if self.random.random() < 0.6:
            self.add(f"### {self.saying()}")
            self.paragraph()


def text_of(seed: int) -> str:
    """Return the copy of that seed, front matter and body."""
    random = Random(f"leaflet {seed}")
    made = Copy(random, LANGUAGES[seed % len(LANGUAGES)])
    made.said = seed // len(LANGUAGES)
    front = [
        "---",
        f"title: {made.words(5)} {seed}",
        f"subtitle: {made.words(8)}",
        f"lang: {made.lang}",
        f"id: random-{seed}",
        "published: 2026-03-20",
        "authors:",
        "  - Ann Janssens",
        "cover:",
        "  image: images/1.svg",
        f"  alt: {made.saying()}",
        "key_messages:",
        *(f"  - {made.saying()}." for _ in range(random.randint(3, 7))),
    ]
    if random.random() < 0.5:
        front += ["glossary:", f"  hortus: {made.sentence(9)}"]
    if random.random() < 0.5:
        front += ["sources:", f"  - {made.words(9)}", f"  - {made.words(9)}"]
    if random.random() < 0.7:
        front += ["contact:", "  phone: 012 34 56 78", "  email: ann@example.org"]
    made.add(made.sentence())
    for _ in range(random.randint(2, 4)):
        made.section()
    for note in made.notes:
        made.add(note)
    return "\n".join([*front, "---", "", *made.lines])


def leaflet(folder: Path, seed: int) -> Path:
    """Write the copy of that seed, with its pictures, into a folder of its own, and return its path."""
    images = folder / f"random-{seed}" / "images"
    images.mkdir(parents=True)
    for n in (1, 2):
        (images / f"{n}.svg").write_text(PICTURE.format(x=15 * n), encoding="utf-8")
    path = images.parent / f"{LANGUAGES[seed % len(LANGUAGES)]}.md"
    path.write_text(text_of(seed), encoding="utf-8")
    return path
