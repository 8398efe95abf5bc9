"""Words of each language that make a text hard: officialese, names of doctors' things, and how hard turns are found."""

from collections.abc import Mapping
from dataclasses import dataclass

# Everybody knows them, or they are no words.
_EVERYWHERE = frozenset(
    "EU UE VS VK USA US UK UN TV SMS PDF QR GSM PC DVD CD USB DNA ADN HIV VIH AIDS SIDA OK SOS ID GPS COVID IE UI IU "
    "CE ISO EPUB CO2 H2O O2 N2O WC ISBN DOI IBAN BIC AM PM".split()
)


@dataclass(frozen=True, slots=True)
class Plain:
    """The words of one language by which plain writing is judged; patterns are of regular expressions.

    ``known`` are abbreviations that need no meaning, ``means`` what stands between one and its meaning. ``address`` are
    the two ways to speak to a reader, and their names. ``negated`` finds two negations that cancel each other,
    ``passive`` instructions that do not say who acts, ``shouted`` common words that are written in capitals. ``words``
    is the length of a sentence from which it is long. ``everyday`` has for a hard word the plain ones.
    """

    known: frozenset[str]
    means: str
    address: tuple[tuple[str, str], tuple[str, str]]
    negated: str
    passive: str
    shouted: str
    words: int
    everyday: Mapping[str, str]


PLAIN: Mapping[str, Plain] = {
    "nl": Plain(
        known=_EVERYWHERE | frozenset("UZ AZ EHBO BTW VZW NV BV OCMW BSN GGD CLB".split()),
        means=r"(?:staat voor|betekent|is de afkorting|is kort voor|is een|is de)",
        address=(
            ("je", r"\b[Jj](?:e|ij|ou|ouw)\b"),
            ("u", r"(?<!\d)(?<!\d )\b[Uu](?:w|zelf)?\b(?!-)"),
        ),
        negated=r"\b(?:niet|geen|nooit|niemand|niets)\b(?:(?! maar )[^.,;:!?]){0,60}"
        r"\b(?:zonder|tenzij|onmogelijk|ongewoon|ongebruikelijk|onwaarschijnlijk|onbelangrijk|onverstandig)\b",
        passive=r"\b(?:moet|moeten|dient|dienen|mag|mogen)\b[^.;:!?]{0,60}?"
        r"(?:\bworden (?!gezond)\w*(?:ge|ver|be|ont|her)\w+(?:d|t|en)\b"
        r"|(?!gezond|bekend)\b\w*(?:ge|ver|be|ont|her)\w+(?:d|t|en) (?:te )?worden\b)",
        shouted=r"NIET|NOOIT|GEEN|ALTIJD|ALLEEN|NIETS|METEEN|OPGELET|BELANGRIJK|MOET|VERBODEN|GEVAAR",
        words=20,
        everyday={
            "hypertensie": "hoge bloeddruk",
            "hypotensie": "lage bloeddruk",
            "hypoglycemie": "te weinig suiker in het bloed",
            "hyperglycemie": "te veel suiker in het bloed",
            "dyspnoe|dyspneu": "kortademigheid",
            "nausea": "misselijkheid",
            "obstipatie": "verstopping",
            "oedeem": "zwelling door vocht",
            "fractuur|fracturen": "breuk",
            "orale?|peroraal|per os": "via de mond",
            "posologie": "hoeveel en wanneer",
            "contra-indicaties?": "reden om het niet te gebruiken",
            "anamnese": "vragen over je gezondheid",
            "pruritus": "jeuk",
            "subcutane?|subcutaan": "onder de huid",
            "intraveneu[sz]e?": "in een ader",
            "mictie": "plassen",
            "defecatie": "stoelgang",
            "benigne": "goedaardig",
            "maligne": "kwaadaardig",
            "teneinde": "om",
            "middels": "met",
            "alvorens": "voor",
            "derhalve": "daarom",
            "tevens": "ook",
            "reeds": "al",
        },
    ),
    "fr": Plain(
        known=_EVERYWHERE | frozenset("ONU CHU SAMU TVA ASBL CPAS SVP SNCB".split()),
        means=r"(?:signifie|veut dire|est l’abréviation|sont les initiales|est une?|est le|est la)",
        address=(
            ("tu", r"\b[Tt](?:u|oi|es|a)\b|(?<![-\w])t[’'](?=\w)"),
            ("vous", r"(?<!endez-)\b[Vv](?:ous|otre|os)\b"),
        ),
        negated=r"\b(?:n[e’'])[^.,;:!?]{1,40}?\b(?:pas|jamais|rien|personne|aucune?)\b(?:(?! mais )[^.,;:!?]){0,60}?"
        r"\b(?:sans|à moins|impossible|inhabituel|improbable|inutile|rare)\b|\bjamais [^.,;:!?]{0,40}\bsans\b",
        passive=r"\bdoi(?:t|vent)\b(?: \w+){0,2} être \w+(?:ée?s?|ise?s?|ue?s?|erte?s?)\b",
        shouted=r"JAMAIS|TOUJOURS|PAS|NE PAS|ATTENTION|IMPORTANT|DANGER|INTERDIT|SEULEMENT|AUCUN|OBLIGATOIRE|URGENT",
        words=20,
        everyday={
            "céphalées?": "maux de tête",
            "dyspnée": "difficulté à respirer",
            "prurit": "démangeaisons",
            "posologie": "dose à prendre",
            "per os|voie orale": "par la bouche",
            "œdèmes?": "gonflement",
            "asthénie": "grande fatigue",
            "ecchymoses?": "bleu",
            "hypoglycémie": "trop peu de sucre dans le sang",
            "hyperglycémie": "trop de sucre dans le sang",
            "sous-cutanée?s?": "sous la peau",
            "intraveineu(?:x|se)s?": "dans une veine",
            "contre-indications?": "raison de ne pas le prendre",
            "pyrexie": "fièvre",
            "épistaxis": "saignement de nez",
            "dysphagie": "difficulté à avaler",
            "miction": "le fait d’uriner",
            "afin de|afin d[’']": "pour",
            "préalablement": "d’abord",
            "ultérieurement": "plus tard",
            "nonobstant": "malgré",
            "il convient de|il y a lieu de": "il faut",
        },
    ),
    "de": Plain(
        known=_EVERYWHERE | frozenset("TÜV KFZ LKW PKW PLZ AG KG GKV AOK".split()),
        means=r"(?:steht für|bedeutet|heißt|ist die Abkürzung|ist kurz für|ist eine?|ist der|ist die|ist das)",
        address=(
            ("du", r"\b[Dd](?:u|ich|ir|eine?[nmrs]?)\b"),
            ("Sie", r"(?<=[a-zäöüß,;–] )(?:Sie|Ihnen|Ihre?[nmrs]?)\b"),
        ),
        negated=r"\b(?:nicht|kein\w*|nie|niemals|niemand|nichts)\b(?:(?! sondern )[^.,;:!?]){0,60}"
        r"\b(?:ohne|es sei denn|unmöglich|ungewöhnlich|unwahrscheinlich|unüblich|unwichtig)\b",
        passive=r"\b(?:muss|müssen|soll|sollen|sollte|sollten|darf|dürfen)\b[^.;:!?]{0,80}?"
        r"(?!erwachsen)\b\w*(?:ge|ver|be|ent|zer)\w+(?:t|en) werden\b"
        r"|\b(?:ist|sind)\b[^.;:!?]{0,60}\b(?:einzunehmen|aufzubewahren|anzuwenden|aufzutragen|zu beachten"
        r"|zu vermeiden)\b",
        shouted=r"NICHT|NIE|NIEMALS|IMMER|KEINE?|ACHTUNG|WICHTIG|GEFAHR|NUR|SOFORT|VERBOTEN|MUSS",
        words=15,
        everyday={
            "Hypertonie": "Bluthochdruck",
            "Hypotonie": "niedriger Blutdruck",
            "Dyspnoe": "Atemnot",
            "Pruritus": "Juckreiz",
            "Obstipation": "Verstopfung",
            "Diarrhöe?": "Durchfall",
            "Ödeme?": "Schwellung durch Wasser",
            "Fraktur(?:en)?": "Bruch",
            "Applikation": "Anwendung",
            "orale?[rnms]?|per os": "durch den Mund",
            "subkutane?[rnms]?": "unter die Haut",
            "intravenöse?[rnms]?": "in eine Vene",
            "Kontraindikation(?:en)?": "Grund, es nicht zu nehmen",
            "Posologie": "Dosierung",
            "Nausea": "Übelkeit",
            "Emesis": "Erbrechen",
            "Hypoglykämie": "zu wenig Zucker im Blut",
            "Hyperglykämie": "zu viel Zucker im Blut",
            "Anamnese": "Fragen zu Ihrer Gesundheit",
            "adipöse?[rnms]?": "stark übergewichtig",
            "bezüglich": "zu",
            "zwecks": "für",
            "mittels": "mit",
            "gegebenenfalls": "wenn nötig",
            "respektive": "oder",
        },
    ),
    "en": Plain(
        known=_EVERYWHERE | frozenset("GP NHS BST GMT PO BBC".split()),
        means=r"(?:stands for|means|is short for|is an?|is the)",
        address=(
            ("you", r"\b[Yy](?:ou|our|ourself)\b"),
            ("the patient", r"\b[Tt]he patients? (?:should|must|may|can|will|needs?|has to|have to)\b"),
        ),
        negated=r"\b(?:not|never|no one|nobody|nothing|no|\w+n[’']t)\b(?:(?! but )[^.,;:!?]){0,60}"
        r"\b(?:without|unless|impossible|unusual|uncommon|unlikely|unimportant|unwise)\b",
        passive=r"\b(?:must|should|needs? to|has to|have to|may not)\b(?: not| always| only| never"
        r"| also)? be (?:\w+ly )?"
        r"(?!tired|worried|concerned|pleased|prepared|interested|married|allowed|open)\w+(?:ed|en|wn|pt|ght|ut|un)\b",
        shouted=r"NOT|NEVER|ALWAYS|MUST|DO NOT|ONLY|WARNING|IMPORTANT|DANGER|STOP|IMMEDIATELY|NO",
        words=20,
        everyday={
            "hypertension": "high blood pressure",
            "hypotension": "low blood pressure",
            "dyspnoea|dyspnea": "shortness of breath",
            "pruritus": "itching",
            "o?edema": "swelling",
            "fractures?": "broken bone",
            "orally": "by mouth",
            "subcutaneous(?:ly)?": "under the skin",
            "intravenous(?:ly)?": "into a vein",
            "contraindications?": "reason not to take it",
            "hypoglyca?emia": "low blood sugar",
            "hyperglyca?emia": "high blood sugar",
            "cardiac": "heart",
            "renal": "kidney",
            "hepatic": "liver",
            "adverse (?:effects|reactions|events)": "side effects",
            "febrile": "with a fever",
            "topical(?:ly)?": "on the skin",
            "administer(?:ed|ing|s)?": "give",
            "discontinue(?:d|s)?": "stop",
            "commence(?:d|s)?": "start",
            "utili[sz]e[ds]?": "use",
            "prior to": "before",
            "in order to": "to",
            "subsequently": "later",
        },
    ),
}
