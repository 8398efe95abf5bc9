"""How names of medicines end, and what desks are called that have a telephone number."""

import re
from collections.abc import Mapping

MEDICINE = re.compile(
    r"(?:[mn]ab|[mn]ap|nib|cept|stati?n|pril|sartan|[oa]lol|[oa]zole?|cill?in|m[yi]cin|oxacin|dipin|gliptin"
    r"|gliflozin|[ct]ivir"
    r"|parin|coxib|triptan|setron|asone?|isone?|insolon|olone?|fenac|profen|oxen|tre[xk]a+t|trexate|xaban|gatran|formin"
    r"|thyroxin|[qc]h?u?in|limus|tidin|[cz]epam|oxetin|pram|darone?|gabalin|gabapentin|barbital|codone?|morfin|morphin"
    r"|terol|tropium|lukast|dronate?|folaat|folate|colchicin|chicin|purinol|azin|sulfapyridin|salazin)(?:e|um)?\Z",
    re.IGNORECASE,
)
"""Endings of international names, in Dutch, French, German and English alike, and as they are misspelled."""

DESKS: Mapping[str, str] = {
    "nl": r"secretariaat|infolijn|helplijn|hulplijn|afdeling(?: \w+)?|dienst(?: \w+)?|raadpleging|wachtdienst|apotheek"
    r"|antigifcentrum|patiëntenlijn|ombudsdienst|trombosedienst|polikliniek(?: \w+)?",
    "fr": r"secrétariat|ligne d[’']information|service(?: d[’'e]\s?\w+)?|consultation|pharmacie|centre antipoisons?"
    r"|médiation|permanence|hôpital de jour",
    "de": r"Sekretariat|Infotelefon|Beratungstelefon|Station(?: \w+)?|Ambulanz|Apotheke|Giftnotruf|Sprechstunde|Praxis"
    r"|Tagesklinik|Patiententelefon",
    "en": r"helpline|ward(?: \w+)?|office|clinic|pharmacy|day unit|reception|poisons centre|advice line|nurse line",
}
