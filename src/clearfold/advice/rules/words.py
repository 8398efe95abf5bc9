"""Advice on words: abbreviations, the way to speak to a reader, sentences, hard turns."""

from clearfold.advice.rules.guidelines import CDC, PLAIN, READABILITY, WCAG
from clearfold.advice.rules.rule import AdviceRule, Example, Section, Sureness, examples
from clearfold.model.copy_rules.rule import Where


def _glossary(lang: str, word: str, other: str) -> Example:
    """Return a leaflet whose glossary explains a word that it does not use, and one that it does."""
    head = f"---\ntitle: T\nlang: {lang}\nglossary:\n  "
    return Example(f"{head}{other}: X.\n---\n\n{word}.", f"{head}{word}: X.\n---\n\n{word}.")


WORDS = (
    AdviceRule(
        "ADV-050",
        Section.WORDS,
        "an abbreviation that is not explained",
        "Who does not know it does not know what the sentence is about.",
        WCAG,
        "“{said}” is not explained",
        "write “{said}: …” under abbreviations, or what it stands for where it first stands, with ({said}) behind it",
        examples(
            nl=("Je krijgt een MRI.", "Je krijgt een scan met magneten (MRI)."),
            fr=("Vous passez une IRM.", "Vous passez un examen par aimants (IRM)."),
            de=("Sie bekommen ein MRT.", "Sie bekommen eine Untersuchung mit Magneten (MRT)."),
            en=("You have an MRI.", "You have a scan with magnets (MRI)."),
        ),
    ),
    AdviceRule(
        "ADV-051",
        Section.WORDS,
        "an abbreviation that is explained only after its first use",
        "Who reads from the beginning meets a riddle, and later its answer.",
        WCAG,
        "“{said}” stands here before it is explained",
        "explain it here, or write it under abbreviations: its meaning goes with it then",
        examples(
            nl=(
                "Je krijgt een MRI.\n\nEen scan met magneten (MRI) is veilig.",
                "Je krijgt een scan met magneten (MRI).\n\nEen MRI is veilig.",
            ),
            fr=(
                "Vous passez une IRM.\n\nUn examen par aimants (IRM) est sûr.",
                "Vous passez un examen par aimants (IRM).\n\nUne IRM est sûre.",
            ),
            de=(
                "Sie bekommen ein MRT.\n\nEine Untersuchung mit Magneten (MRT) ist sicher.",
                "Sie bekommen eine Untersuchung mit Magneten (MRT).\n\nEin MRT ist sicher.",
            ),
            en=(
                "You have an MRI.\n\nA scan with magnets (MRI) is safe.",
                "You have a scan with magnets (MRI).\n\nAn MRI is safe.",
            ),
        ),
    ),
    AdviceRule(
        "ADV-052",
        Section.WORDS,
        "a word of the glossary that the text does not use",
        "Who looks for its place in the text does not find it; who changed the text forgot it.",
        PLAIN,
        "the text does not use “{said}”, which the glossary or the abbreviations explain",
        "take it out, or use it in the text",
        {
            "nl": _glossary("nl", "Afweersysteem", "Bloeddruk"),
            "fr": _glossary("fr", "Défenses", "Tension"),
            "de": _glossary("de", "Abwehr", "Blutdruck"),
            "en": _glossary("en", "Antibody", "Pressure"),
        },
        where=Where.FILE,
        sureness=Sureness.OFTEN,
    ),
    AdviceRule(
        "ADV-053",
        Section.WORDS,
        "the reader is spoken to in two ways",
        "Two ways sound like two writers, and like two readers.",
        PLAIN,
        "the reader is “{said}” here, and “{usual}” in {many} other places",
        "write “{usual}” throughout",
        examples(
            nl=(
                "Je neemt je medicijn. Bel ons als je vragen hebt. Neem uw kaart mee.",
                "Je neemt je medicijn. Bel ons als je vragen hebt. Neem je kaart mee.",
            ),
            fr=(
                "Vous prenez votre médicament, puis vous mangez. Prends ta carte.",
                "Vous prenez votre médicament, puis vous mangez. Prenez votre carte.",
            ),
            de=(
                "Nehmen Sie Ihr Medikament, bevor Sie essen. Nimm deine Karte mit.",
                "Nehmen Sie Ihr Medikament, bevor Sie essen. Bringen Sie Ihre Karte mit.",
            ),
            en=(
                "Take your medicine before you eat. The patient should bring a card.",
                "Take your medicine before you eat. Bring your card.",
            ),
        ),
    ),
    AdviceRule(
        "ADV-055",
        Section.WORDS,
        "a long sentence",
        "Who reads slowly has lost its beginning when its end comes.",
        READABILITY,
        "the sentence that begins with “{start}” has {words} words",
        "make two or three of it, each with one thing to know",
        examples(
            nl=(
                "Neem het medicijn elke ochtend bij het ontbijt met een glas water in, en wacht daarna een half uur "
                "voor je koffie of thee drinkt.",
                "Neem het medicijn elke ochtend bij het ontbijt in. Wacht een half uur voor je koffie of thee drinkt.",
            ),
            fr=(
                "Prenez le médicament chaque matin au petit déjeuner avec un verre d’eau, et attendez ensuite une "
                "demi-heure avant de boire du café.",
                "Prenez le médicament chaque matin avec de l’eau. Attendez une demi-heure avant de boire du café.",
            ),
            de=(
                "Nehmen Sie das Medikament jeden Morgen zum Frühstück mit einem Glas Wasser ein, und warten Sie "
                "danach eine halbe Stunde.",
                "Nehmen Sie das Medikament jeden Morgen ein. Warten Sie danach eine halbe Stunde.",
            ),
            en=(
                "Take the medicine each morning with your breakfast and a glass of water, and then wait for half an "
                "hour before you drink any coffee.",
                "Take the medicine each morning with a glass of water. Wait half an hour before you drink coffee.",
            ),
        ),
        sureness=Sureness.OFTEN,
    ),
    AdviceRule(
        "ADV-056",
        Section.WORDS,
        "a long paragraph",
        "A grey block is passed over, and with it what matters in it.",
        READABILITY,
        "the paragraph that begins with “{start}” has {sentences} sentences and {words} words",
        "give each idea a paragraph, or make a list of steps",
        examples(
            nl=(
                "Zet water op. Neem een kop. Leg thee erin. Giet water erop. Wacht. Drink.",
                "Zet water op. Neem een kop. Leg thee erin.\n\nGiet water erop. Wacht. Drink.",
            ),
            fr=(
                "Faites chauffer l’eau. Prenez une tasse. Mettez le thé. Versez l’eau. Attendez. Buvez.",
                "Faites chauffer l’eau. Prenez une tasse. Mettez le thé.\n\nVersez l’eau. Attendez. Buvez.",
            ),
            de=(
                "Kochen Sie Wasser. Nehmen Sie eine Tasse. Geben Sie Tee hinein. Gießen Sie. Warten Sie. Trinken Sie.",
                "Kochen Sie Wasser. Nehmen Sie eine Tasse.\n\nGeben Sie Tee hinein. Gießen Sie. Warten Sie.",
            ),
            en=(
                "Boil water. Take a cup. Put tea in. Pour. Wait. Drink.",
                "Boil water. Take a cup. Put tea in.\n\nPour. Wait. Drink.",
            ),
        ),
        sureness=Sureness.OFTEN,
    ),
    AdviceRule(
        "ADV-057",
        Section.WORDS,
        "two negations that cancel each other",
        "Each “not” must be turned round in the head; who is tired, or listens, loses one.",
        PLAIN,
        "“{said}” says no twice",
        "say what to do: “first …, then …”, “only if …”, “often”",
        examples(
            nl=("Stop niet zonder eerst je arts te bellen.", "Bel eerst je arts voor je stopt."),
            fr=("N’arrêtez pas sans en parler au médecin.", "Parlez au médecin avant d’arrêter."),
            de=("Hören Sie nicht auf ohne Ihren Arzt.", "Sprechen Sie zuerst mit Ihrem Arzt."),
            en=("Do not stop without asking your doctor.", "Ask your doctor before you stop."),
        ),
        sureness=Sureness.OFTEN,
    ),
    AdviceRule(
        "ADV-058",
        Section.WORDS,
        "words in capitals",
        "Words in capitals have no shape, and are read letter by letter; some screen readers spell them.",
        READABILITY,
        "“{said}” is in capitals",
        "write “**{proposal}**”",
        examples(
            nl=("Neem dit NIET samen in.", "Neem dit **niet** samen in."),
            fr=("Ne prenez JAMAIS les deux.", "Ne prenez **jamais** les deux."),
            de=("Nehmen Sie es NICHT zusammen.", "Nehmen Sie es **nicht** zusammen."),
            en=("Do this NEVER at night.", "Do this **never** at night."),
        ),
    ),
    AdviceRule(
        "ADV-059",
        Section.WORDS,
        "an instruction that does not say who acts (maybe)",
        "“Must be taken” by whom? Who reads does not hear that it is meant for them.",
        READABILITY,
        "“{said}” may leave open who does it",
        "say it to the one who does it: “Take …”, or “The nurse gives …”",
        examples(
            nl=("De tablet moet heel worden ingenomen.", "Slik de tablet heel in."),
            fr=("Le comprimé doit être avalé entier.", "Avalez le comprimé entier."),
            de=("Die Tablette muss ganz geschluckt werden.", "Schlucken Sie die Tablette ganz."),
            en=("The tablet must be swallowed whole.", "Swallow the tablet whole."),
        ),
        sureness=Sureness.OFTEN,
    ),
    AdviceRule(
        "ADV-060",
        Section.WORDS,
        "a hard word for which there is a plain one",
        "The plain word says the same, and more people know it.",
        CDC,
        "“{said}” is a hard word",
        "write “{proposal}”, or explain it in the glossary",
        examples(
            nl=("Je hebt hypertensie.", "Je hebt een hoge bloeddruk (hypertensie)."),
            fr=("Vous avez des céphalées.", "Vous avez des maux de tête (céphalées)."),
            de=("Sie haben Hypertonie.", "Sie haben Bluthochdruck (Hypertonie)."),
            en=("You have hypertension.", "You have high blood pressure (hypertension)."),
        ),
        sureness=Sureness.OFTEN,
    ),
)
