"""How chances, comparisons and doses are written in each language.

Patterns are of regular expressions, without regard to capitals unless said; NUMBER in one stands for a number in
figures or words, PEOPLE for a word for people.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_NL = "een één twee drie vier vijf zes zeven acht negen tien elf twaalf".split()
_FR = "un deux trois quatre cinq six sept huit neuf dix onze douze".split()
_DE = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
_EN = "one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True, slots=True)
class Figures:
    """The words of one language that have to do with figures.

    ``chance`` are patterns with the groups x and n, ``bounded`` what stands before a chance that is a limit or a
    class, ``after`` what stands behind a figure that is no chance's. ``compared`` are comparisons, ``risk`` what they
    must be of; ``absolute`` two amounts between which something changes. ``money`` makes a percentage one of costs.
    ``counted`` is how a chance is written, ``share`` one of people. ``doses`` are the words for what is counted in a
    dose, each as a pattern, ``times`` how “3x” is written, ``misread`` units with what to write for them,
    ``comma`` tells whether decimals have one.
    """

    numbers: Mapping[str, int]
    people: str
    chance: tuple[str, ...]
    bounded: str
    after: str
    compared: str
    risk: str
    absolute: str
    money: str
    scale: str
    counted: str
    share: str
    doses: tuple[str, ...]
    times: str
    misread: Mapping[str, str]
    example: str
    comma: bool = True


FIGURES: Mapping[str, Figures] = {
    "nl": Figures(
        numbers={
            **{word: max(1, at) for at, word in enumerate(_NL)},
            **{
                "vijftien": 15,
                "twintig": 20,
                "dertig": 30,
                "veertig": 40,
                "vijftig": 50,
                "honderd": 100,
                "duizend": 1000,
            },
        },
        people=r"mensen|personen|pati[eë]nten|vrouwen|mannen|kinderen|volwassenen|deelnemers|ouderen|baby’s|gebruikers",
        chance=(
            r"(?P<x>NUMBER) (?:(?:PEOPLE|mens|persoon|patiënt|vrouw|man|kind) )?op (?:de |elke |iedere )?(?P<n>NUMBER)",
            r"(?P<x>NUMBER) van (?:de |elke )(?P<n>NUMBER)(?= (?:PEOPLE))",
        ),
        bounded=r"\b(?:dan|tot|hoogstens|hooguit|maximaal|minstens|minimaal) (?:bij )?$",
        after=r" ?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
        r"|uur|u\b|dagen|weken|maanden|jaar|minuten|mg|ml|g\b|km|cm)",
        compared=r"\b(?:NUMBER|half) ?(?:keer|maal) (?:zo|meer|minder|vaker|hoger|lager|groter|kleiner)\b|\bdubbel zo\b"
        r"|\b(?:ver)?(?:dubbel|drievoudig)(?:t|d|en)\b|\bhalveer(?:t|de|den)?\b|\bgehalveerd\b"
        r"|\d+ ?(?:%|procent) (?:meer|minder|hoger|lager|groter|kleiner|vaker)\b"
        r"|\b(?:verlaagt|vermindert|verhoogt|daalt|stijgt|verkleint|vergroot) [^.;:]{0,40}?met \d+ ?(?:%|procent)",
        risk=r"\b(?:kans|risico|vaak|vaker|zelden|waarschijnlijk)\w*",
        absolute=r"\bvan \d+[^.]{0,30}\b(?:naar|tot) \d+",
        money=r"betaal|vergoed|terugbetaa|kost|prijs|euro|€|korting|remgeld",
        scale=r"\b(?:score|schaal|cijfer|punten)\b",
        counted="{x} op de {n}",
        share="{x} op de {n} {people}",
        doses=("tablett?en?", "capsules?", "pillen|pil", "druppels?", "pufjes?|puffs?", "keer per dag", "zakjes?"),
        times="{n} keer",
        misread={"µg": "microgram", "μg": "microgram", "mcg": "microgram"},
        example="2 op de 1000 mensen in plaats van 1 op de 1000",
    ),
    "fr": Figures(
        numbers={
            **{word: at for at, word in enumerate(_FR, start=1)},
            **{
                "une": 1,
                "quinze": 15,
                "vingt": 20,
                "trente": 30,
                "quarante": 40,
                "cinquante": 50,
                "cent": 100,
                "mille": 1000,
            },
        },
        people=r"personnes|patients?|patientes|femmes|hommes|enfants|adultes|participants|malades|gens|bébés",
        chance=(r"(?P<x>NUMBER) (?:(?:PEOPLE|personne|femme|homme|enfant|adulte) )?sur (?:les )?(?P<n>NUMBER)",),
        bounded=r"(?:\bplus d[e’']|\bmoins d[e’']|\bjusqu[’']à|\bau plus|\bau moins|\bà|\bmaximum) ?(?:chez )?$",
        after=r" ?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
        r"|heures?|h\b|jours?|semaines|mois|ans|minutes|mg|ml|g\b|km|cm)",
        compared=r"\bNUMBER fois (?:plus|moins|supérieur|inférieur)\w*"
        r"|\b(?:double|triple)(?:nt|r)?\b|\b(?:doubl|tripl)ée?s?\b"
        r"|\bmoitié (?:moins|plus)\b|\bde moitié\b|\bmultiplié\w* par (?:deux|trois|quatre|cinq|dix|\d)"
        r"|\bdivisée?s? par (?:deux|trois|\d)"
        r"|\d+ ?(?:%|pour cent) (?:de )?(?:plus|moins)\b"
        r"|\b(?:réduit|diminue|augmente|baisse|abaisse) [^.;]{0,40}?de \d+ ?(?:%|pour cent)",
        risk=r"\b(?:risque|probabilité|chance|fréquent|fréquence|souvent|probable)\w*",
        absolute=r"\bde \d+[^.]{0,30}\bà \d+",
        money=r"rembours|coût|coûte|prix|euro|€|pay|frais|ticket",
        scale=r"\b(?:échelle|note|score|points?)\b",
        counted="{x} sur {n}",
        share="{x} {people} sur {n}",
        doses=("comprimés?", "gélules?", "pilules?", "gouttes?", "bouffées?", "fois par jour", "sachets?"),
        times="{n} fois",
        misread={
            "µg": "microgrammes",
            "μg": "microgrammes",
            "mcg": "microgrammes",
        },
        example="2 personnes sur 1000 au lieu de 1 sur 1000",
    ),
    "de": Figures(
        numbers={
            **{word: at for at, word in enumerate(_DE, start=1)},
            **{
                "eine": 1,
                "einer": 1,
                "einem": 1,
                "eins": 1,
                "fünfzehn": 15,
                "zwanzig": 20,
                "dreißig": 30,
                "vierzig": 40,
                "fünfzig": 50,
                "hundert": 100,
                "tausend": 1000,
            },
        },
        people=r"Menschen|Personen|Patienten|Patientinnen|Frauen|Männern?|Kindern?|Erwachsenen?|Teilnehmern?"
        r"|Betroffenen?",
        chance=(
            r"(?P<x>NUMBER) (?:(?:PEOPLE|Mensch|Person|Patient|Frau|Mann|Kind) )?von (?P<n>NUMBER)",
            r"(?P<x>NUMBER) (?:PEOPLE) (?:je|pro) (?P<n>NUMBER)",
        ),
        bounded=r"\b(?:als|bis|bis zu|höchstens|mindestens|maximal|Seite|Schritt|Teil|Nr\.|Nummer|Bild) (?:bei )?$",
        after=r"\.? ?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
        r"|Uhr|Stunden|Tagen?|Wochen|Monaten?|Jahren?|Minuten|mg|ml|g\b|km|cm|Tabletten|Punkten)",
        compared=r"\b(?:doppelt|halb) so\b"
        r"|\b(?:zwei|drei|vier|fünf|zehn|\d+)[- ]?(?:mal|fach) (?:so|höher|häufiger|mehr)\b"
        r"|\bver(?:doppel|dreifach)\w+|\bhalbier(?:t|en|te|ten)\b|\bum die Hälfte\b"
        r"|\d+ ?(?:%|Prozent) (?:mehr|weniger|höher|niedriger|geringer|häufiger|seltener)\w*"
        r"|\bum \d+ ?(?:%|Prozent)",
        risk=r"\b(?:Risik|Wahrscheinlichkeit|Chance|häufig|oft|selten|wahrscheinlich|Gefahr)\w*",
        absolute=r"\bvon \d+[^.]{0,30}\bauf \d+",
        money=r"zahl|erstatt|Kosten|Preis|Euro|€|Kasse|Zuschuss|Rabatt",
        scale=r"\b(?:Skala|Note|Wert|Punkten?)\b",
        counted="{x} von {n}",
        share="{x} von {n} {people}",
        doses=("Tabletten?", "Kapseln?", "Pillen?", "Tropfen", "Hüben?|Hub", "Mal am Tag|mal täglich", "Beutel"),
        times="{n}-mal",
        misread={
            "µg": "Mikrogramm",
            "μg": "Mikrogramm",
            "mcg": "Mikrogramm",
        },
        example="2 von 1000 Menschen statt 1 von 1000",
    ),
    "en": Figures(
        numbers={
            **{word: at for at, word in enumerate(_EN, start=1)},
            **{"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "thousand": 1000},
        },
        people=r"people|persons|patients|women|men|children|adults|participants|babies|users",
        chance=(
            r"(?P<x>NUMBER) (?:(?:PEOPLE|person|patient|woman|man|child) )?(?:in|out of) (?:every )?(?P<n>NUMBER)",
            r"(?P<x>NUMBER) of (?:every )?(?P<n>NUMBER)(?= (?:PEOPLE))",
        ),
        bounded=r"\b(?:than|to|most|least|page|step|part|chapter|grade|stage|type) $",
        after=r" ?(?:January|February|March|April|May|June|July|August|September|October|November|December"
        r"|hours?|days?|weeks?|months?|years?|minutes?|mg|ml|g\b|km|cm|tablets?|doses?|steps?|places?|ways?)",
        compared=r"\b(?:twice|half|(?:NUMBER) times) (?:as|more|less|higher|lower|the)\b"
        r"|\b(?:double|triple|halve)[sd]\b|\b(?:doubling|halving)\b"
        r"|\d+ ?(?:%|per ?cent) (?:more|less|fewer|higher|lower|greater)\b"
        r"|\b(?:reduc|lower|rais|increas|cut|fall|ris|drop)\w* [^.;:]{0,40}?by \d+ ?(?:%|per ?cent)",
        risk=r"\b(?:risk|chance|likel|often|common|odds)\w*",
        absolute=r"\bfrom \d+[^.]{0,30}\bto \d+",
        money=r"\bpa(?:y|id)|refund|cost|price|£|€|\$|discount|fee",
        scale=r"\b(?:score|scale|points?)\b",
        counted="{x} in {n}",
        share="{x} in {n} {people}",
        doses=("tablets?", "capsules?", "pills?", "drops?", "puffs?", "times a day", "sachets?"),
        times="{n} times",
        misread={"µg": "micrograms", "μg": "micrograms", "mcg": "micrograms"},
        example="2 in 1000 people instead of 1 in 1000",
        comma=False,
    ),
}
