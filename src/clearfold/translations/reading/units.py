"""Units of measure in the languages of leaflets, folded: an amount in the smallest unit of its dimension.

1000 mg is 1 g, 14 days are two weeks and two years 24 months, in whichever language; 24 hours are a day.
"""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

MINUTES, MONTHS, TIMES, YEARS = "min", "month", "times", 12
DAY = 24 * 60

# Dimension, how many of its smallest unit, and the words and signs of one unit, parted by bars.
_TABLE: tuple[tuple[str, str | int, str], ...] = (
    ("µg", 1_000_000, "g|gram|grams|gramme|grammes|gramm"),
    ("µg", 1_000_000_000, "kg|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|kilogramm"),
    ("µg", 1_000, "mg|milligram|milligrams|milligramme|milligrammes|milligramm"),
    ("µg", 1, "µg|μg|mcg|ug|microgram|micrograms|microgramme|microgrammes|mikrogramm"),
    ("µg", "1/1000", "ng|nanogram|nanograms|nanogramme|nanogrammes|nanogramm"),
    ("µl", 1, "µl|μl|microliter|microlitre|mikroliter"),
    ("µl", 1_000, "ml|milliliter|milliliters|millilitre|millilitres|cc"),
    ("µl", 10_000, "cl|centiliter|centilitre|centilitres|zentiliter"),
    ("µl", 100_000, "dl|deciliter|décilitre|décilitres|deziliter"),
    ("µl", 1_000_000, "l|liter|liters|litre|litres|litern"),
    ("mm", 1, "mm|millimeter|millimètre|millimètres|millimetre|millimetres"),
    ("mm", 10, "cm|centimeter|centimètre|centimètres|centimetre|centimetres|zentimeter"),
    ("mm", 1_000, "m|meter|meters|mètre|mètres|metre|metres"),
    ("mm", 1_000_000, "km|kilometer|kilometers|kilomètre|kilomètres|kilometre|kilometres"),
    (MINUTES, "1/60", "s|sec|sec.|seconde|seconden|secondes|second|seconds|sekunde|sekunden"),
    (MINUTES, 1, "min|min.|minuut|minuten|minute|minutes|minutig|minütig|minütige|minütigen"),
    (MINUTES, 60, "h|u|u.|uur|uren|heure|heures|hour|hours|hrs|stunde|stunden|uhr|stündig|stündige|stündigen"),
    (MINUTES, DAY, "dag|dagen|dgn|daagse|jour|jours|day|days|tag|tage|tagen|tägig|tägige|tägigen|giorni|días"),
    (MINUTES, 7 * DAY, "week|weken|weeks|semaine|semaines|woche|wochen|wöchig|wöchige|wöchigen|wekelijks"),
    (MINUTES, 14 * DAY, "fortnight|fortnights"),
    (MONTHS, 1, "maand|maanden|mois|month|months|monat|monate|monaten|monatig|monatige|monatigen"),
    (
        MONTHS,
        YEARS,
        "jaar|jaren|jarig|jarige|jarigen|an|ans|année|années|year|years|jahr|jahre|jahren|jahres|jährig|jährige|"
        "jährigen|jähriger|jähriges|jährigem",
    ),
    ("%", 1, "%|procent|percent|per cent|pour cent|prozent"),
    ("‰", 1, "‰|promille"),
    ("°C", 1, "°c|℃|° c|graden celsius|graden|graad|degrés celsius|degrés|degré|degrees celsius|degrees|degree|grad|°"),
    ("°F", 1, "°f|fahrenheit"),
    ("IU", 1, "ie|iu|ui|i.e.|eenheden|eenheid|unités|unité|units|unit|einheiten|einheit"),
    ("mmHg", 1, "mmhg|mm hg"),
    ("mmol", 1, "mmol|millimol|millimole|millimoles"),
    ("µmol", 1, "µmol|μmol"),
    ("kcal", 1, "kcal|calorieën|calories|kalorien|kilocalories|kilokalorien"),
    ("kJ", 1, "kj"),
    ("mSv", 1, "msv"),
    ("€", 1, "€|euro|euros|eur"),
    (TIMES, 1, "x|×|keer|maal|maals|fois|mal|malig|times|time"),
    ("tablet", 1, "tablet|tabletten|tablets|pil|pillen|pill|pills|pille|pilule|pilules|comprimé|comprimés|cachet|"
     "cachets|tablette"),
    ("capsule", 1, "capsule|capsules|gélule|gélules|kapsel|kapseln"),
    ("drop", 1, "druppel|druppels|goutte|gouttes|tropfen|drop|drops"),
    ("injection", 1, "spuit|spuiten|injectie|injecties|injection|injections|piqûre|piqûres|spritze|spritzen|injektion|"
     "injektionen"),
)  # fmt: skip
WEAK = frozenset({TIMES, "tablet", "capsule", "drop", "injection", "IU"})
"""Of these the word may be left out in one language: “take 2”."""
UNITS: Mapping[str, tuple[str, Fraction]] = MappingProxyType(
    {word: (dimension, Fraction(factor)) for dimension, factor, words in _TABLE for word in words.split("|")}
)
# Behind an amount of medicine: mg/kg, mmol per liter.
PER: Mapping[str, str] = MappingProxyType(
    {"kg": "kg", "kilo": "kg", "kilogram": "kg", "m²": "m²", "m2": "m²", "l": "l", "liter": "l", "litre": "l"}
    | {"dl": "dl", "ml": "ml", "min": "min", "mm³": "mm³"}
)
# Words that are something else in other languages: German “an”, French “mal”.
OF_ONE_LANGUAGE: Mapping[str, str] = MappingProxyType({"an": "fr", "u": "nl", "u.": "nl", "mal": "de"})
