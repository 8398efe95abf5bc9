"""How each language speaks of research that it does not name."""

from collections.abc import Mapping

RESEARCH: Mapping[str, str] = {
    "nl": r"\buit (?:\w+ )?(?:onderzoek(?:en)?|studies?) blijkt\b"
    r"|\b(?:onderzoek(?:en)?|studies?) (?:toont|tonen|laat|laten|wijst|wijzen|bewijst|bewijzen)\b"
    r"|\b(?:onderzoekers|wetenschappers) (?:ontdekten|toonden)\b",
    "fr": r"\b(?:études?|recherches?) (?:\w+ )?(?:montrent?|démontrent?|prouvent?|indiquent?|suggèrent?)\b"
    r"|\b(?:études?|recherches?) (?:ont|a) (?:montré|démontré|prouvé)\b|\bselon (?:des|une|plusieurs) études?\b",
    "de": r"\b(?:Studien?|Untersuchung(?:en)?|Forschung(?:en)?) (?:zeig(?:t|en)|beleg(?:t|en)|beweis(?:t|en)"
    r"|deute(?:t|n))\b"
    r"|\b(?:Studien|Untersuchungen) haben gezeigt\b|\blaut (?:einer )?Studien?\b",
    "en": r"\b(?:studies|study|research|trials?|evidence) (?:has |have )?(?:shows?|shown|proves?|proven|suggests?"
    r"|found|finds?)\b"
    r"|\baccording to (?:a |some |recent )?(?:study|studies|research)\b",
}
