"""Words by which a sentence says no in Dutch, French, German and English, and those that say nearly the same.

They are patterns of whole words. Tried on both leaflets that the project has in four languages.
"""

from collections.abc import Mapping
from types import MappingProxyType

NEGATIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "nl": (r"niet|geen|geeneen|nooit|niemand|niets|nergens|zonder|noch|evenmin",),
        "fr": (
            r"pas|jamais|aucune?s?|sans(?! crainte| doute| souci)|ni|rien|nulle?s?",
            r"(?:ne |n['’])(?:[^.!?]{1,40}? )?(?:plus|personne|guère)|personne (?:ne\b|n['’]\w+)",
        ),
        "de": (r"nicht|kein\w{0,2}|nie|niemals|niemand\w{0,2}|nichts|nirgend\w+|ohne|weder",),
        "en": (r"not|\w+n['’]t|no(?!\. ?\d)|never|nobody|none|nothing|nowhere|without|neither|nor|cannot",),
    }
)
LIKE_ONE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "nl": (
            r"on(?!der|s\b|ze\b|t)\w{4,}|non-?\w+|\w+(?:loos|loze)|vrije?|leeg|lege|kwijt|nul|ademnood|benauwd|gerust|fout|verkeerd\w*",
            r"alleen|enkel|slechts|nog maar|behalve|tenzij|weinig\w*|nauwelijks|zelden|minder|anders|te \w+ voor",
            r"weg\w*|ver(?:mijd|bied|bod|loren|lies|geet)\w*|voork\w+|stop\w*|ontbre\w+|ontbrak\w*|weiger\w*",
        ),
        "fr": (
            r"(?:in|im|il|ir)\w*(?:ble|bles|ect|ecte|ets?|ètes?|nu|nue|nus)|non|vides?|zéro|perte|étouff\w+|faux|fausse\w*|mauvaise?s?",
            r"(?:ne |n['’])[^.!?]{1,40} (?:que|qu['’]\w+)|avant qu\w*|seul\w*|uniquement|sauf|excepté|hors|ailleurs",
            r"peu|rarement|moins|trop \w+ pour|évit\w+|emp[êe]ch\w+|interdi\w+|refus\w+|manqu\w+|absen\w+",
            r"arr[êe]t\w+|cess\w+|oubli\w+|laiss\w+|ôt\w+|enlev\w+|supprim\w+|perd\w*|renonce\w*",
        ),
        "de": (
            r"un(?!d\b|s\b|ser|ter)\w{3,}|\w+(?:los|frei)(?:e[nrsm]?)?|frei|leer\w*|null|\w*not|nein|falsch\w*",
            r"nur|außer\w*|sonst|kaum|selten|wenig\w*|erst|bloß|zu \w+, um",
            r"ver(?:mei|bie|bot|hinder|zicht|lier|lor|lust)\w*|fehl\w*|weg\w*|stopp\w*|auf(?:hör|zuhör)\w*|lehn\w*",
        ),
        "en": (
            r"un(?!der|til|less|ique|it)\w{3,}|(?:in|im|il|ir)\w+(?:ble|ect|ete)|dis(?!ease)\w{4,}|non-?\w+",
            r"\w+(?:less|free)|free|empty|zero|absent|wrong\w*|only|except\w*|unless|few\w*|little|rarely|hardly|less|elsewhere|else",
            r"instead|rather|too \w+ (?:to|for)|avoid\w*|prevent\w*|stop\w*|forbid\w*|refus\w+|miss\w*|lack\w*",
            r"fail\w*|leave|left|away|los[et]\w*",
        ),
    }
)
"""Prefixes, and words such as “only” or “avoid”, that may answer a negation of another language, and ask for none."""
