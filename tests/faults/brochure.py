"""The sample's leaflet made longer, as a brochure needs it: the copy, and the tags of the text that is set in type."""

from pathlib import Path

from clearfold.model.source import Source, parse_source
from clearfold.model.transcript import Kind
from tests.faults import sample
from tests.faults.tagged import Node

LONG = (
    "Griep begint vaak plots. Je krijgt koorts, je spieren doen pijn en je bent zo moe dat je niets meer wilt doen. "
    "Na drie of vier dagen zakt de koorts, maar hoesten kan nog twee weken duren. Dat is lastig en toch gewoon.",
    "Een verkoudheid lijkt op griep, maar is minder erg. Een A-griep duurt langer. Je neus loopt en je keel doet "
    "zeer, en je kunt bijna altijd blijven werken. Bij griep lukt dat niet. Twijfel je, meet dan je koorts en vraag "
    "raad aan de apotheker.",
    "Er bestaat een A-griep en een B-griep. De A-griep komt het meest voor en kan van dieren op mensen overgaan, en "
    "de B-griep komt alleen bij mensen voor. Een mens kan in een winter beide krijgen, want wie de A-griep heeft "
    "gehad, is tegen de B-griep niet beschermd. Een vaccin helpt tegen de twee.",
    "Het A-virus en het B-virus zitten in de druppels die je hoest of niest. Wie dicht bij je staat, ademt ze in. Ze "
    "blijven ook op je handen en op een deurklink zitten. Daarom helpt het om je handen vaak te wassen en om in je "
    "elleboog te hoesten.",
    "Een 65-plusser wordt van griep sneller erg ziek, en een hart-patiënt of long-patiënt ook. Zwangere vrouwen en "
    "heel jonge kinderen lopen meer gevaar. Voor hen is een vaccin in de herfst een goed idee.",
    "Blijf thuis zolang je koorts hebt. Gebruik papieren zakdoeken en gooi ze meteen weg. Zet een keer per dag een "
    "raam open, zodat er verse lucht in de kamer komt, en drink niet uit hetzelfde glas als een ander.",
    "Krijg je toch bezoek, vraag dan of iedereen een mondmasker draagt. Houd het kort. Een praatje aan de telefoon of "
    "een e-mail doet ook deugd, en dan kan niemand van jou de griep krijgen.",
)
ITEMS = (
    "was je handen met water en zeep als je van buiten komt, en ook voor je gaat eten",
    "hoest en nies in je elleboog of in een papieren zakdoek",
    "maak de klinken van de deuren elke dag schoon",
)
AGES = (("jonger dan 5 jaar", "120"), ("5 tot 64 jaar", "85"), ("65 jaar en ouder", "1040"))
SYMPTOMS = (
    ("koorts", "vaak meer dan 38 graden, drie tot vijf dagen lang"),
    ("hoest", "eerst droog, later met slijm"),
)
WORDS = (
    ("antibioticum", "Een middel tegen bacteriën, dat tegen een virus niet helpt."),
    ("vaccin", "Een prik die je lichaam leert hoe het een ziekte kan afweren."),
)
QUESTION = "Hoe maak je anderen in je huis niet ziek?"
SPREAD = f"""\
### Hoe ziek word je?

{LONG[0]}

{LONG[1]}

{LONG[2]}

Table: Wat merk je van griep

| Klacht | Wat je merkt |
| --- | --- |
| **{SYMPTOMS[0][0]}** | {SYMPTOMS[0][1]} |
| **{SYMPTOMS[1][0]}** | {SYMPTOMS[1][1]} |

## {QUESTION}

{LONG[3]}

{LONG[4]}

- {ITEMS[0]}
- {ITEMS[1]}
- {ITEMS[2]}

{LONG[5]}

Table: Hoeveel mensen krijgen griep

| Leeftijd | Op 10 000 |
| --- | ---: |
| **{AGES[0][0]}** | {AGES[0][1]} |
| **{AGES[1][0]}** | {AGES[1][1]} |
| **{AGES[2][0]}** | {AGES[2][1]} |

{LONG[6]}

## Wat kun je doen?
"""
GLOSSARY = "".join(f"  {word}: {meaning}\n" for word, meaning in WORDS)
COPY = sample.COPY.replace("## Wat kun je doen?\n", SPREAD).replace("sources:\n", f"glossary:\n{GLOSSARY}sources:\n")
CONTENTS = ("Wat is griep?", QUESTION, "Wat kun je doen?")
FURNITURE = (
    sample.label("contents heading", "Inhoud", "key_messages", Kind.HEADING),
    *sample.FURNITURE,
    sample.label("panel heading", "Moeilijke woorden", "glossary", Kind.HEADING),
    *map(sample.contents_entry, CONTENTS),
)


def copy() -> Source:
    """Return the longer copy."""
    return parse_source(Path("griep/nl-BE.md"), COPY.encode())


def _table(caption: str, head: tuple[str, str], rows: tuple[tuple[str, str], ...]) -> Node:
    return Node(
        "Table",
        kids=(
            Node("Caption", caption),
            Node("THead", kids=(sample.row("TH", *head),)),
            Node("TBody", kids=tuple(sample.row("TD", *row) for row in rows)),
        ),
    )


def _entry(title: str, folio: int) -> Node:
    link = Node("Link", title, link=f"#{CONTENTS.index(title)}")
    return Node("TOCI", kids=(Node("Reference", kids=(link, Node("Span", f" {folio}"))),))


def nodes(folios: tuple[int, ...]) -> tuple[Node, ...]:
    """Return the tags of the brochure; ``folios`` are the pages of CONTENTS."""
    kept = list(sample.NODES)
    at = next(i for i, node in enumerate(kept) if node.kind == "TOC")
    toc = Node("TOC", kids=tuple(_entry(title, folio) for title, folio in zip(CONTENTS, folios, strict=True)))
    kept[at : at + 1] = [Node("H2", "Inhoud"), toc]
    at = kept.index(Node("H2", "Wat kun je doen?"))
    kept[at:at] = [
        Node("H3", "Hoe ziek word je?"),
        *(Node("P", text) for text in LONG[:3]),
        _table("Wat merk je van griep", ("Klacht", "Wat je merkt"), SYMPTOMS),
        Node("H2", QUESTION),
        *(Node("P", text) for text in LONG[3:5]),
        sample.bullets(*(sample.item(text, "•") for text in ITEMS), numbering="Disc"),
        Node("P", LONG[5]),
        _table("Hoeveel mensen krijgen griep", ("Leeftijd", "Op 10 000"), AGES),
        Node("P", LONG[6]),
    ]
    at = kept.index(Node("H2", "Bronnen"))
    terms = (Node("LI", kids=(Node("Lbl", word), Node("LBody", kids=(Node("P", text),)))) for word, text in WORDS)
    kept[at:at] = [Node("H2", "Moeilijke woorden"), Node("L", kids=tuple(terms))]
    return tuple(kept)
