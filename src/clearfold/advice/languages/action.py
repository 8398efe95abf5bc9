"""How each language tells a reader to do something, and to ask for help."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """Patterns of one language.

    ``ask`` tells to ask somebody for help, ``when`` says on what occasion; ``us`` tells to call the association or the
    ward, ``emergency`` to call those who come with an ambulance. ``vague`` is an occasion that says nothing,
    ``amount`` an amount that does, and ``measured`` what says it after all.
    """

    ask: str
    when: str
    us: str
    emergency: str
    vague: str
    amount: str
    measured: str


ACTION: Mapping[str, Action] = {
    "nl": Action(
        ask=r"\b(?:bel|belt|bellen|telefoneer|contacteer|verwittig|waarschuw|raadpleeg|contact op(?:nemen)?|contact met"
        r"|(?:naar|bij) (?:de |je |uw |een )?(?:\w+ )?(?:huisarts|arts|dokter|spoed|apotheker)"
        r"|(?:zeg|vertel|meld) het|vraag (?:raad|hulp)|overleg)\b",
        when=r"\b(?:als|wanneer|indien|zodra|bij|krijg je|krijgt u|heb je|hebt u|heeft u)\b",
        us=r"\b[Bb]el(?:t)? (?:u )?(?:dan |meteen |gerust |altijd )*(?:naar )?(?:ons|het secretariaat|de dienst"
        r"|de afdeling"
        r"|de verpleegkundige|het ziekenhuis|de infolijn|de raadpleging)\b",
        emergency=r"\b(?:bel|belt|bellen|verwittig|waarschuw)\b[^.;]{0,40}\b(?:hulpdiensten|noodnummer|ziekenwagen"
        r"|ambulance"
        r"|nooddienst)\b",
        vague=r"\b(?:bij problemen|indien nodig|zo nodig|als het nodig is|bij klachten|bij ongemak)\b",
        amount=r"\b(?:drink|neem|eet|smeer|beweeg|meet)\b[^.;:!?]{0,40}\b(?:voldoende|genoeg|regelmatig|geregeld"
        r"|veel)\b",
        measured=r"\b(?:liter|glazen|koppen|keer|maal|minuten|minstens|minimaal|om de|elke|ml)\b|\d",
    ),
    "fr": Action(
        ask=r"\b(?:appelez|appeler|téléphonez|contactez|contacter|consultez|consulter|prévenez|avertissez|parlez-en"
        r"|parlez"
        r"|demandez (?:conseil|de l’aide)|rendez-vous (?:aux|chez)|allez (?:aux|chez)|appelle|contacte|consulte"
        r"|signalez)\b",
        when=r"\b(?:si|s’il|s’ils|quand|lorsque|dès que|en cas d|vous avez)",
        us=r"\b(?:appelez|téléphonez)(?:[- ]nous| (?:vite |alors )?(?:le secrétariat|le service|l’infirmi\w+"
        r"|l’hôpital|au service"
        r"|au secrétariat|à l’hôpital|à l’infirmi\w+|la ligne d’information))\b",
        emergency=r"\b(?:appelez|appeler|prévenez)\b[^.;]{0,40}\b(?:secours|ambulance|numéro d’urgence"
        r"|services d’urgence)\b",
        vague=r"\b(?:en cas de (?:problèmes?|besoin|gêne)|si nécessaire|si besoin|au besoin)\b",
        amount=r"\b(?:buvez|prenez|mangez|appliquez|bougez|mesurez)\b[^.;:!?]{0,40}\b(?:suffisamment|assez"
        r"|régulièrement|beaucoup)\b",
        measured=r"\b(?:litres?|verres|tasses|fois|minutes|au moins|toutes les|tous les|chaque|ml)\b|\d",
    ),
    "de": Action(
        ask=r"\b(?:rufen Sie|anrufen|ruf|wenden Sie sich|kontaktieren|melden Sie sich|Notruf|sprechen Sie mit"
        r"|fragen Sie"
        r"|suchen Sie|gehen Sie (?:zu|in|sofort)|sagen Sie|informieren Sie)\b",
        when=r"\b(?:wenn|falls|bei|sobald|haben Sie|bekommen Sie)\b",
        us=r"\brufen Sie (?:dann |sofort |gern |bitte )*(?:uns|das Sekretariat|die Station|die Praxis|die Pflege\w*"
        r"|das Krankenhaus|die Ambulanz|das Infotelefon)\b",
        emergency=r"\b(?:rufen|alarmieren|verständigen)\b[^.;]{0,40}\b(?:Notruf|Rettungsdienst|Notarzt"
        r"|Rettungswagen)\b",
        vague=r"\b(?:bei (?:Problemen|Beschwerden|Bedarf)|falls nötig|wenn nötig|falls erforderlich)\b",
        amount=r"\b(?:trinken|nehmen|essen|cremen|bewegen|messen) Sie\b[^.;:!?]{0,40}\b(?:ausreichend|genügend|genug"
        r"|regelmäßig|(?<!mit )viel)\b",
        measured=r"\b(?:Liter|Gläser|Tassen|[Mm]al|Minuten|mindestens|alle|jeden|jede|ml)\b|\d",
    ),
    "en": Action(
        ask=r"\b(?:call|ring|phone|contact|see (?:a|your|the) (?:doctor|GP|nurse)|tell (?:a|your|the|us)|talk to"
        r"|ask (?:a|your|the|us)"
        r"|speak to|go to (?:A&E|the (?:emergency|hospital)|hospital)|get help)\b",
        when=r"\b(?:if|when|as soon as|in case of)\b",
        us=r"\b(?:call|ring|phone) (?:us|the (?:ward|nurse|clinic|hospital|office|helpline|unit)|our (?:office"
        r"|helpline|nurses?))\b",
        emergency=r"\b(?:call|ring|phone|alert)\b[^.;]{0,40}\b(?:ambulance|emergency (?:services|number))\b",
        vague=r"\b(?:if (?:necessary|needed|required)|in case of (?:problems|need)|if you have (?:any )?(?:problems"
        r"|trouble))\b",
        amount=r"\b(?:drink|take|eat|apply|move|measure)\b[^.;:!?]{0,40}\b(?:enough|plenty|regularly|a lot"
        r"|sufficient)\b",
        measured=r"\b(?:lit(?:re|er)s?|glasses|cups|times|minutes|at least|every|each|ml)\b|\d",
    ),
}
