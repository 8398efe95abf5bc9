"""A leaflet with doses, dates and telephone numbers in four languages, and what can go wrong between them."""

import shutil
from pathlib import Path

LEAFLET = Path(__file__).parent / "leaflet"
LANGUAGES = ("fr", "de", "en")

# A kind of fault: the code that tells of it, and for each language the words and what a slip makes of them.
FAULTS: tuple[tuple[str, str, dict[str, tuple[str, str]]], ...] = (
    ("dose ten times", "TRL-023", {
        "fr": ("par 7,5 mg", "par 75 mg"), "de": ("mit 7,5 mg", "mit 75 mg"), "en": ("with 7.5 mg", "with 75 mg")}),
    ("milligram to microgram", "TRL-023", {
        "fr": ("comprimé de 5 mg", "comprimé de 5 µg"), "de": ("Tablette zu 5 mg", "Tablette zu 5 µg"),
        "en": ("1 tablet of 5 mg", "1 tablet of 5 mcg")}),
    ("temperature", "TRL-023", {
        "fr": ("38,5 °C", "39,5 °C"), "de": ("38,5 Grad", "39,5 Grad"), "en": ("38.5 °C", "39.5 °C")}),
    ("times a day", "TRL-023", {
        "fr": ("trois fois par jour", "quatre fois par jour"), "de": ("dreimal täglich", "viermal täglich"),
        "en": ("three times a day", "four times a day")}),
    ("days", "TRL-023", {
        "fr": ("plus de dix jours", "plus de 100 jours"), "de": ("als 10 Tage", "als 100 Tage"),
        "en": ("than ten days", "than 100 days")}),
    ("weeks to months", "TRL-023", {
        "fr": ("Après quatre semaines", "Après quatre mois"), "de": ("Nach 4 Wochen", "Nach 4 Monaten"),
        "en": ("After four weeks", "After four months")}),
    ("denominator", "TRL-023", {
        "fr": ("personne sur dix", "personne sur cent"), "de": ("1 von 10 ", "1 von 100 "),
        "en": ("one in ten", "one in a hundred")}),
    ("five to six", "TRL-023", {
        "fr": ("Chez cinq d", "Chez six d"), "de": ("Bei fünf", "Bei sechs"), "en": ("In five", "In six")}),
    ("a nought lost", "TRL-023", {
        "fr": ("1 250 personnes", "125 personnes"), "de": ("1250 Menschen", "125 Menschen"),
        "en": ("1,250 people", "125 people")}),
    ("a point for a thousand", "TRL-023", {
        "fr": ("de 3 g de", "de 0,3 g de"), "de": ("als 3000 mg", "als 300 mg"), "en": ("3,000 mg", "3.0 mg")}),
    ("end of the clinic", "TRL-023", {
        "fr": ("à 16 h.", "à 18 h."), "de": ("bis 16 Uhr", "bis 18 Uhr"), "en": ("to 4 pm", "to 6 pm")}),
    ("a unit lost", "TRL-023", {
        "fr": ("est de 25 mg", "est de 25"), "de": ("ist 25 mg", "ist 25"), "en": ("is 25 mg", "is 25")}),
    ("another medicine", "TRL-025", {
        "fr": ("Le rituximab", "L’infliximab"), "de": ("Rituximab", "Infliximab"), "en": ("Rituximab", "Infliximab")}),
    ("a medicine lost", "TRL-025", {
        "fr": ("L’ibuprofène est", "Il est"), "de": ("Ibuprofen ist", "Das ist"), "en": ("Ibuprofen is", "It is")}),
    ("another code", "TRL-025", {
        "fr": ("CD19", "CD20"), "de": ("CD19", "CD20"), "en": ("CD19", "CD20")}),
    ("a digit of the telephone", "TRL-027", {
        "fr": ("070 24 52 45", "070 24 52 54"), "de": ("070/245 245", "070/245 254"),
        "en": ("070 245 245", "070 245 254")}),
    ("the association's telephone", "TRL-027", {
        "fr": ("555 01 23", "555 01 32"), "de": ("555 01 23", "555 01 32"), "en": ("555 01 23", "555 01 32")}),
    ("an e-mail address", "TRL-027", {
        "fr": ("info@", "infos@"), "de": ("info@", "infos@"), "en": ("info@", "infos@")}),
    ("a link", "TRL-027", {
        "fr": ("02017-5", "02071-5"), "de": ("02017-5", "02071-5"), "en": ("02017-5", "02071-5")}),
    ("a date", "TRL-026", {
        "fr": ("1er septembre", "1er octobre"), "de": ("1. September", "1. Oktober"),
        "en": ("September 1", "October 1")}),
    ("the next review", "TRL-026", {
        "fr": ("review_by: 2028", "review_by: 2029"), "de": ("review_by: 2028", "review_by: 2029"),
        "en": ("review_by: 2028", "review_by: 2029")}),
    ("an abbreviation lost", "TRL-028", {
        "fr": ("  MTX: méthotrexate\n", ""), "de": ("  MTX: Methotrexat\n", ""), "en": ("  MTX: methotrexate\n", "")}),
    ("an item lost", "TRL-021", {
        "fr": ("- **sang** : chez moins de 1 pour cent, les globules blancs diminuent\n", ""),
        "de": ("- **Blut**: bei weniger als 1 Prozent sinken die weißen Blutkörperchen\n", ""),
        "en": ("- **blood**: in less than 1% the white blood cells go down\n", "")}),
    ("a row lost", "TRL-021", {
        "fr": ("| lundi | méthotrexate | trois comprimés de 2,5 mg |\n", ""),
        "de": ("| Montag | Methotrexat | 3 Tabletten zu 2,5 mg |\n", ""),
        "en": ("| Monday | methotrexate | 3 tablets of 2.5 mg |\n", "")}),
    ("a note lost", "TRL-021", {
        "fr": ("[^un]\n", "\n"), "de": ("[^eins]\n", "\n"), "en": ("[^one]\n", "\n")}),
    ("a box of another type", "TRL-021", {
        "fr": ("!!! warning", "!!! tip"), "de": ("!!! warning", "!!! tip"), "en": ("!!! warning", "!!! tip")}),
    ("level of a heading", "TRL-020", {
        "fr": ("### Pouvez", "## Pouvez"), "de": ("### Dürfen", "## Dürfen"), "en": ("### Can", "## Can")}),
    ("a paragraph lost", "TRL-022", {
        "fr": ("Demandez conseil à votre médecin si vous doutez. C’est lui qui vous connaît le mieux.\n\n", ""),
        "de": ("Fragen Sie Ihren Arzt um Rat, wenn Sie zweifeln. Er kennt Sie am besten.\n\n", ""),
        "en": ("Ask your doctor for advice when you are in doubt. They know you best.\n\n", "")}),
    ("a paragraph with a dose lost", "TRL-021", {
        "fr": ("Arrêtez au moins six mois avant. Cela vaut pour les femmes et pour les hommes. L’ibuprofène est permis "
               "pendant ce temps jusqu’à 1 200 mg par jour.[^un]\n", ""),
        "de": ("Hören Sie mindestens ein halbes Jahr, also 6 Monate, vorher auf. Das gilt für Frauen und Männer. "
               "Ibuprofen ist in dieser Zeit bis 1,2 g pro Tag erlaubt.[^eins]\n", ""),
        "en": ("Stop at least six months before. That holds for women and men. Ibuprofen is allowed in that time, up "
               "to 1.2 g a day.[^one]\n", "")}),
    ("not translated", "TRL-011", {
        lang: (words, "Het onderzoek vind je bij [Nature]") for lang, words in (
            ("fr", "Vous trouvez la recherche chez [Nature]"), ("de", "Die Studie finden Sie bei [Nature]"),
            ("en", "You find the study at [Nature]"))}),
    ("two doses exchanged", "TRL-024", {
        "fr": ("à 10 à 15 mg", "à 15 à 10 mg"), "de": ("10–15 mg", "15–10 mg"), "en": ("10 to 15 mg", "15 to 10 mg")}),
)  # fmt: skip


def leaflet(folder: Path) -> Path:
    """Copy the leaflet into a folder, and return where it stands."""
    return Path(shutil.copytree(LEAFLET, folder / "methotrexaat"))


def change(path: Path, before: str, after: str) -> None:
    """Change words of a copy, which stand there once."""
    text = path.read_text("utf-8")
    assert 1 == text.count(before), f"{before!r} in {path.name}"
    path.write_text(text.replace(before, after), "utf-8")
