"""The example leaflet itself: plain language, and every one of the forty facts in its order."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from clearfold.model.source import Source, read_source

LEAFLET = Path(__file__).parents[2] / "content" / "car-t-cell" / "nl-BE.md"

# The facts of the content brief, each with the words of the leaflet that carry it. The words stand as they are read
# (marks taken away), and each is looked for after the one before it: the table proves presence and order at once.
FACTS = (
    ("F1", "Bij een auto-immuunziekte vergist je eigen afweersysteem zich."),
    ("F1", "weefsel van je eigen lichaam aan voor iets vreemds."),
    ("F1", "T-cellen en B-cellen spelen in je afweersysteem een grote rol."),
    ("F2", "Je afweersysteem valt dat weefsel aan."),
    ("F2", "ontstekingen en schade in bepaalde organen"),
    ("F3", "Diabetes type 1 | de alvleesklier"),
    ("F3", "Reumatoïde artritis | de gewrichten"),
    ("F3", "(SLE of lupus) | verschillende organen: de huid, de nieren, de longen en de gewrichten"),
    ("F3", "Multiple sclerose (MS) | de hersenen, de oogzenuwen en het ruggenmerg"),
    ("F4", "Er bestaan veel behandelingen"),
    ("F4", "Toch krijgt niet iedereen zijn ziekte daarmee onder controle."),
    ("F5", "T-cellen spelen mee in het begin en het verdere verloop"),
    ("F5", "Ook B-cellen die zich tegen je eigen weefsel richten"),
    ("F5", "Ze heten autoreactieve B-cellen."),
    ("F6", "kunnen B-cellen afbreken. Voorbeelden zijn rituximab, ocrelizumab en ofatumumab."),
    ("F7", "die in het weefsel zelf zitten, worden vaak maar beperkt afgebroken"),
    ("F7", "in de hersenen en het ruggenmerg bij MS"),
    ("F8", "moet je die behandelingen lang volgen"),
    ("F8", "Als je ermee stopt, kan de ziekte terugkomen."),
    ("F9", "een vernieuwende vorm van immuuntherapie"),
    ("F9", "al eerder bij bloedkankers: lymfeklierkanker en kanker van de witte bloedcellen"),
    ("F10", "CAR komt van het Engelse chimeric antigen receptor"),
    ("F10", "In het Nederlands is dat chimere antigen receptor."),
    ("F11", "specifieke antennes aan hun buitenkant"),
    ("F11", "Een CAR is een herkenner: hij is genetisch gemaakt om zulke antennes te herkennen."),
    ("F12", "CAR T-cellen zijn je eigen afweercellen, namelijk T-cellen."),
    ("F13", "Een soort dialyse filtert witte bloedcellen uit je bloed."),
    ("F13", "bloed geven bij het Rode Kruis"),
    ("F13", "Een laboratorium bewerkt de T-cellen."),
    ("F14", "Ze krijgen er een CAR aan hun buitenkant."),
    ("F14", "heel gericht naar cellen met één specifieke antenne"),
    ("F15", "De CAR hecht zich aan de antenne."),
    ("F15", "heel gericht de cellen afgebroken die de antenne dragen"),
    ("F16", "Vóór stap 3 krijg je chemotherapie."),
    ("F16", "genoeg plaats voor de CAR T-cellen. Zo kunnen ze zich vermenigvuldigen in je lichaam."),
    ("F17", "zet je eigen afweersysteem in tegen een ziekte"),
    ("F18", "de bedoeling om het afweersysteem te resetten"),
    ("F19", "heeft dat doel ook: autologe hematopoëtische stamceltransplantatie (AHSCT)"),
    ("F20", "CAR T-cellen kunnen jaren in leven blijven."),
    ("F20", "aangetoond bij mensen met vormen van bloedkanker"),
    ("F21", "lijkt één enkele behandeling heel lang te kunnen werken"),
    ("F22", "Als autoreactieve B-cellen worden afgebroken, kan je afweersysteem daar sterk op reageren."),
    ("F22", "allerlei signaalstoffen vrij"),
    ("F23", "kan leiden tot Cytokine Release Syndrome (CRS)"),
    ("F24", "mild: koorts, hoofdpijn, spierpijn en gewrichtspijn"),
    ("F25", "ernstig: lage bloeddruk en shock"),
    ("F25", "Sommige mensen met bloedkanker zijn aan CRS gestorven."),
    ("F26", "immune effector cell-associated neurotoxicity syndrome (ICANS)"),
    ("F26", "CAR T-cellen problemen in de hersenen kunnen geven"),
    ("F27", "een gestoorde fijne motoriek"),
    ("F27", "spraakstoornissen"),
    ("F27", "hoofdpijn"),
    ("F27", "verwardheid"),
    ("F27", "veranderd gedrag"),
    ("F27", "epileptische aanvallen"),
    ("F28", "Vaak gaan ze weer voorbij. Maar ze kunnen ook heel ernstig zijn."),
    ("F28", "op intensieve zorgen terechtkomen of overlijden"),
    ("F29", "met middelen tegen koorts, met cortisone en met tocilizumab"),
    ("F30", "Bij bloedkankers komen de bijwerkingen vaak voor."),
    ("F31", "heel veel witte bloedcellen tegelijk afgebroken. Vermoedelijk is dat een oorzaak."),
    ("F31", "Hoe de bijwerkingen precies ontstaan, is nog niet bekend."),
    ("F32", "Vijf jonge mensen met lupus deden mee aan een belangrijke studie."),
    ("F32", "dat artsen CAR T-cellen vrij veilig kunnen geven"),
    (
        "F33",
        "Deze vijf mensen bleven ernstig ziek, ondanks de behandelingen die er waren. Daarop kregen ze CAR T-cellen.",
    ),
    ("F34", "Ze verdroegen de behandeling goed, in vergelijking met mensen met een bloedziekte."),
    ("F34", "Niemand kreeg een ernstige vorm van CRS of ICANS."),
    ("F35", "Na ongeveer 100 dagen begonnen hun B-cellen zich te herstellen. Toch kwam de ziekte niet terug."),
    ("F36", "Sommigen bleven twee jaar zonder herval."),
    ("F36", "geen andere behandeling om de afweer te onderdrukken"),
    ("F37", "Hoelang blijven mensen na de behandeling vrij van ziekte?"),
    ("F37", "moeten onderzoekers hen langer opvolgen"),
    ("F38", "misschien een nieuwe aanpak voor auto-immuunziekten. Die aanpak lijkt veelbelovend, ook voor MS."),
    ("F39", "Het onderzoek staat nog helemaal aan het begin."),
    ("F40", "veel meer onderzoek nodig naar de effecten en de veiligheid bij MS"),
)

# The words that write an abbreviation out where it first stands in the running text.
EXPANSIONS = {
    "AHSCT": "autologe hematopoëtische stamceltransplantatie",
    "CAR": "chimeric antigen receptor",
    "CRS": "Cytokine Release Syndrome",
    "ICANS": "immune effector cell-associated neurotoxicity syndrome",
    "MS": "Multiple sclerose",
    "SLE": "Systemische lupus erythematosus",
}
NEAR = 60  # characters between an abbreviation's first place and its expansion


@pytest.fixture(scope="module")
def leaflet() -> Source:
    """Return the example leaflet's copy."""
    return read_source(LEAFLET)


@pytest.fixture(scope="module")
def front(leaflet: Source) -> dict[str, object]:
    """Return the front matter, every value as written."""
    loaded = yaml.load(leaflet.front_matter, Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture(scope="module")
def blocks(leaflet: Source) -> tuple[str, ...]:
    """Return the body's lines of text as they are read, headings left with their marks."""
    return tuple(_blocks(leaflet.body))


def _blocks(body: str) -> Iterator[str]:
    for raw in re.sub(r"<!--.*?-->", "", body, flags=re.DOTALL).splitlines():
        line = raw.strip()
        if not line or line.startswith("!!!") or re.fullmatch(r"[|\s:-]+", line):
            continue
        line = re.sub(r"!\[([^]]*)\]\(\S+ \"([^\"]*)\"\)", r"\1 \2.", line)
        line = re.sub(r"^\[\^\w+\]:\s*|\[\^\w+\]|\{[^}]*\}|\*\*|[\[\]]", "", line)
        yield re.sub(r"^(- |\d+\. |Table: )", "", line).strip("| ")


def _sentences(blocks: tuple[str, ...]) -> list[str]:
    text = [part for block in blocks for part in block.lstrip("# ").split(" | ")]
    return [s for part in text for s in re.split(r"(?<=[.?!])\s+(?=[A-ZÉ])", part)]


def _words(text: str) -> int:
    return len(text.split())


def test_every_fact_is_there_and_in_order(blocks: tuple[str, ...]) -> None:
    """The words that carry the facts F1 to F40 follow one another in the body."""
    text, place, missing = "\n".join(blocks), 0, []
    text = re.sub(r"\s+", " ", text)
    for fact, words in FACTS:
        found = text.find(words, place)
        if found < 0:
            missing.append((fact, words))
        else:
            place = found + len(words)
    assert [] == missing


def test_the_table_of_facts_names_all_forty() -> None:
    """Each of the forty facts has words of its own in the table above, in the brief's order."""
    assert [f"F{n}" for n in range(1, 41)] == list(dict.fromkeys(fact for fact, _ in FACTS))


def test_sentences_are_fifteen_words_on_average_at_most(blocks: tuple[str, ...]) -> None:
    """Plain language: an average sentence has no more than fifteen words."""
    lengths = [_words(s) for s in _sentences(blocks)]
    assert sum(lengths) / len(lengths) <= 15


def test_no_sentence_has_more_than_twenty_five_words(
    blocks: tuple[str, ...], leaflet: Source, front: dict[str, object]
) -> None:
    """Plain language: no sentence of body or glossary has more than twenty-five words."""
    glossary = front["glossary"]
    assert isinstance(glossary, dict)
    sentences = _sentences((*blocks, *glossary.values()))
    assert [] == [s for s in sentences if _words(s) > 25], leaflet.path


def test_a_paragraph_has_at_most_three_sentences(leaflet: Source) -> None:
    """One idea to a paragraph: none needs a fourth sentence."""
    paragraphs = [p for p in leaflet.body.split("\n\n") if p[:1].isalpha()]
    assert [] == [p for p in paragraphs if len(_sentences((p.replace("\n", " "),))) > 3]


def test_abbreviations_are_written_out_where_they_first_stand(blocks: tuple[str, ...]) -> None:
    """In the running text each abbreviation's first place has the full words beside it."""
    running = " ".join(block for block in blocks if not block.startswith("#"))
    late = []
    for short, words in EXPANSIONS.items():
        first = re.search(rf"\b{short}\b", running)
        assert first is not None, short
        if words not in running[max(0, first.start() - len(words) - NEAR) : first.end() + len(words) + NEAR]:
            late.append(short)
    assert [] == late


def test_abbreviations_are_listed(front: dict[str, object], leaflet: Source) -> None:
    """The front matter lists exactly the abbreviations that the leaflet uses."""
    listed = front["abbreviations"]
    assert isinstance(listed, dict)
    used = set(re.findall(r"\b[A-Z]{2,}\b", leaflet.body))
    assert sorted(EXPANSIONS) == sorted(used) == list(listed)


@pytest.mark.parametrize("key", ["abbreviations", "glossary"])
def test_lists_of_words_are_in_the_order_of_the_alphabet(front: dict[str, object], key: str) -> None:
    """A reader finds a word by its first letters, whatever its capitals and hyphens."""
    words = front[key]
    assert isinstance(words, dict)
    assert sorted(words, key=lambda w: w.casefold().replace("-", "").replace("ë", "e")) == list(words)


def test_key_messages_are_few_and_short(front: dict[str, object]) -> None:
    """Three to five messages of at most twelve words, without an abbreviation."""
    messages = front["key_messages"]
    assert isinstance(messages, list)
    assert 3 <= len(messages) <= 5
    assert [] == [m for m in messages if _words(m) > 12 or re.search(r"\b[A-Z]{2,}\b", m)]


def test_the_six_headings_are_questions(blocks: tuple[str, ...]) -> None:
    """The body has six parts, and each opens with the question that it answers."""
    headings = [b.removeprefix("## ") for b in blocks if b.startswith("## ")]
    assert 6 == len(headings)
    assert [] == [h for h in headings if not h.endswith("?")]


def test_the_reader_is_addressed_as_je(leaflet: Source) -> None:
    """The leaflet says "je", never "u"."""
    text = leaflet.front_matter + leaflet.body
    assert [] == re.findall(r"\b(?:[Uu]|[Uu]w|jullie)\b", text)


def test_the_leaflet_says_what_it_is(front: dict[str, object], blocks: tuple[str, ...]) -> None:
    """It is a draft and an example that no doctor has reviewed, in the body and in the colophon."""
    assert "draft" == front["status"]
    assert "Deze brochure is een voorbeeld. Geen arts heeft ze nagelezen." in blocks
    assert "Dit is een voorbeeldbrochure van Clearfold. Geen arts heeft ze nagelezen." in str(front["licence"])


def test_nobody_is_invented(front: dict[str, object]) -> None:
    """What is unknown stays out: no reviewer, funder, interest or contact is named."""
    assert set() == {"reviewers", "funding", "conflicts", "contact"} & set(front)
