"""Advice on finding one's way: headings, key messages, links, text alternatives, long stretches."""

from clearfold.advice.rules.guidelines import CDC, PLAIN, READABILITY, WCAG
from clearfold.advice.rules.rule import AdviceRule, Example, Section, Sureness, examples
from clearfold.model.copy_rules.rule import Where

_ITEMS = 12
_SENTENCE = {
    "nl": "Drink elke dag een kop thee bij het ontbijt, en zet de kop daarna weer weg.",
    "fr": "Buvez une tasse de thé chaque matin, puis rangez la tasse dans le placard.",
    "de": "Trinken Sie jeden Morgen eine Tasse Tee, und räumen Sie die Tasse dann weg.",
    "en": "Drink a cup of tea each morning, and then put the cup away again, please.",
}
_TEA = {"nl": "thee", "fr": "le thé", "de": "der Tee", "en": "tea"}


def _stretch(lang: str) -> Example:
    """Return a section that goes on for long, and the same in two."""
    half = "\n\n".join([_SENTENCE[lang]] * 15)
    return Example(
        f"## A {_TEA[lang]}\n\n{half}\n\n{half}", f"## A {_TEA[lang]}\n\n{half}\n\n### B {_TEA[lang]}\n\n{half}"
    )


def _shown(start: str, more: str) -> Example:
    """Return a picture with a long text alternative, and the same with a short one."""
    return Example(f"![{start} {', '.join([more] * 5)}](images/a.svg)", f"![{start}](images/a.svg)")


def _list(lang: str) -> Example:
    """Return a long list, and the same in two."""
    items = [f"- {_TEA[lang]} {number}" for number in range(1, _ITEMS + 1)]
    half = _ITEMS // 2
    return Example("\n".join(items), "\n".join(items[:half]) + "\n\nB:\n\n" + "\n".join(items[half:]))


def _whole(lang: str) -> Example:
    """Return a leaflet without key messages, and the same with one."""
    half = "\n\n".join([_SENTENCE[lang]] * 15)
    text = f"## A {_TEA[lang]}\n\n{half}\n\n## B {_TEA[lang]}\n\n{half}\n"
    head = f"---\ntitle: T\nlang: {lang}\n"
    return Example(f"{head}---\n\n{text}", f"{head}key_messages: {_SENTENCE[lang].split(',')[0]}.\n---\n\n{text}")


def _carried(lang: str, text: str, other: str) -> Example:
    """Return a leaflet whose key message is not in its text, and one whose is."""
    head = f"---\ntitle: T\nlang: {lang}\nkey_messages: "
    return Example(f"{head}{other}\n---\n\n{text}", f"{head}{text}\n---\n\n{text}")


_LANGUAGES = ("nl", "fr", "de", "en")

WAYS = (
    AdviceRule(
        "ADV-070",
        Section.WAYS,
        "a heading that says nothing",
        "Who looks for one thing reads headings alone, and cannot tell what is below “General”.",
        PLAIN,
        "the heading “{said}” does not say what stands below it",
        "write what a reader finds below it, such as the question that it answers",
        examples(
            nl=("## Algemeen\n\nThee helpt.", "## Waarom helpt thee?\n\nThee helpt."),
            fr=("## Généralités\n\nLe thé aide.", "## Pourquoi le thé aide-t-il ?\n\nLe thé aide."),
            de=("## Allgemeines\n\nTee hilft.", "## Warum hilft Tee?\n\nTee hilft."),
            en=("## General\n\nTea helps.", "## Why does tea help?\n\nTea helps."),
        ),
    ),
    AdviceRule(
        "ADV-071",
        Section.WAYS,
        "two headings with the same words in one place",
        "Who hears a list of the headings hears the same thing twice, and must try both.",
        WCAG,
        "the heading “{said}” stands twice in the same part",
        "say in each what is special about it",
        examples(
            nl=("## Zetten\n\nEen.\n\n## Zetten\n\nTwee.", "## Thee zetten\n\nEen.\n\n## Koffie zetten\n\nTwee."),
            fr=("## Dose\n\nUn.\n\n## Dose\n\nDeux.", "## Dose du matin\n\nUn.\n\n## Dose du soir\n\nDeux."),
            de=("## Dosis\n\nEins.\n\n## Dosis\n\nZwei.", "## Dosis früh\n\nEins.\n\n## Dosis spät\n\nZwei."),
            en=("## Dose\n\nOne.\n\n## Dose\n\nTwo.", "## Dose by day\n\nOne.\n\n## Dose by night\n\nTwo."),
        ),
    ),
    AdviceRule(
        "ADV-072",
        Section.WAYS,
        "a key message that the text does not carry",
        "Who reads the key message and looks for more finds nothing; who checks it cannot.",
        CDC,
        "the text does not take up “{said}”: {missing}",
        "say it in the text as well, with the same words, or take it out of key_messages",
        {
            "nl": _carried("nl", "Thee smaakt goed.", "Koffie maakt sommige mensen onrustig."),
            "fr": _carried("fr", "Le thé est agréable.", "Le café agite et empêche de dormir."),
            "de": _carried("de", "Tee schmeckt gut.", "Kaffee macht manche Menschen unruhig."),
            "en": _carried("en", "Tea tastes good.", "Coffee makes several people restless."),
        },
        where=Where.FILE,
        sureness=Sureness.OFTEN,
    ),
    AdviceRule(
        "ADV-073",
        Section.WAYS,
        "a long leaflet without key messages",
        "What matters most must stand where everybody begins: many read no further.",
        CDC,
        "the leaflet has {said} words, and no key messages",
        "write key_messages: and below it three to five lines, “  - What matters most”",
        {lang: _whole(lang) for lang in _LANGUAGES},
        where=Where.FILE,
    ),
    AdviceRule(
        "ADV-074",
        Section.WAYS,
        "a link that does not say where it goes",
        "Who hears a list of the links hears “here, here, here”; on paper nothing can be clicked.",
        WCAG,
        "the link “{said}” does not say where it goes",
        "make the words that say where it goes the link, such as [the page on gout]({link})",
        examples(
            nl=("Meer weten? [Klik hier](https://example.org).", "Lees [de pagina over thee](https://example.org)."),
            fr=("[En savoir plus](https://example.org)", "Lisez [la page sur le thé](https://example.org)."),
            de=("Mehr lesen Sie [hier](https://example.org).", "Lesen Sie [die Seite über Tee](https://example.org)."),
            en=("[Click here](https://example.org) for more.", "Read [the page on tea](https://example.org)."),
        ),
    ),
    AdviceRule(
        "ADV-075",
        Section.WAYS,
        "links of the same words that go to different places",
        "Who hears both takes them for one link.",
        WCAG,
        "two links are called “{said}”, and go to {first} and {second}",
        "say in each where it goes",
        examples(
            nl=(
                "[De folder](https://example.org/a) en [de folder](https://example.org/b).",
                "[De folder over thee](https://example.org/a) en [die over koffie](https://example.org/b).",
            ),
            fr=(
                "[La brochure](https://example.org/a) et [la brochure](https://example.org/b).",
                "[La brochure sur le thé](https://example.org/a) et [sur le café](https://example.org/b).",
            ),
            de=(
                "[Das Heft](https://example.org/a) und [das Heft](https://example.org/b).",
                "[Das Heft über Tee](https://example.org/a) und [das über Kaffee](https://example.org/b).",
            ),
            en=(
                "[The leaflet](https://example.org/a) and [the leaflet](https://example.org/b).",
                "[The leaflet on tea](https://example.org/a) and [that on coffee](https://example.org/b).",
            ),
        ),
    ),
    AdviceRule(
        "ADV-076",
        Section.WAYS,
        "a text alternative that begins with “picture of”",
        "A screen reader has said “image” already.",
        WCAG,
        "the alternative begins with “{said}”, which a screen reader says by itself",
        "begin with what the picture shows: “{proposal}”",
        examples(
            nl=("![Afbeelding van een kop thee](images/a.svg)", "![Een kop thee](images/a.svg)"),
            fr=("![Image d’une tasse de thé](images/a.svg)", "![Une tasse de thé](images/a.svg)"),
            de=("![Bild von einer Tasse Tee](images/a.svg)", "![Eine Tasse Tee](images/a.svg)"),
            en=("![Picture of a cup of tea](images/a.svg)", "![A cup of tea](images/a.svg)"),
        ),
    ),
    AdviceRule(
        "ADV-077",
        Section.WAYS,
        "a text alternative that is the caption again",
        "Who listens hears the same words twice, and not what the picture shows.",
        WCAG,
        "the alternative “{said}” is the caption again",
        "say in the alternative what the picture shows; the caption says what it is for",
        examples(
            nl=('![Thee zetten](images/a.svg "Thee zetten")', '![Water loopt in een kop](images/a.svg "Thee zetten")'),
            fr=('![Faire du thé](images/a.svg "Faire du thé")', '![De l’eau coule](images/a.svg "Faire du thé")'),
            de=('![Tee kochen](images/a.svg "Tee kochen")', '![Wasser läuft in eine Tasse](images/a.svg "Tee kochen")'),
            en=('![Making tea](images/a.svg "Making tea")', '![Water runs into a cup](images/a.svg "Making tea")'),
        ),
    ),
    AdviceRule(
        "ADV-078",
        Section.WAYS,
        "a text alternative that is the name of a file",
        "Who listens hears letters and figures, and not what the picture shows.",
        WCAG,
        "the alternative “{said}” is the name of a file",
        "say what the picture shows",
        examples(
            nl=("![IMG_0231.jpg](images/a.svg)", "![Een kop thee](images/a.svg)"),
            fr=("![IMG_0231.jpg](images/a.svg)", "![Une tasse de thé](images/a.svg)"),
            de=("![IMG_0231.jpg](images/a.svg)", "![Eine Tasse Tee](images/a.svg)"),
            en=("![IMG_0231.jpg](images/a.svg)", "![A cup of tea](images/a.svg)"),
        ),
    ),
    AdviceRule(
        "ADV-079",
        Section.WAYS,
        "a long text alternative",
        "It is heard in one piece: nobody can stop in it, go back, or look something up.",
        WCAG,
        "the alternative that begins with “{start}” has {letters} characters",
        "say in a sentence or two what the picture shows, and the rest in the text beside it",
        {
            "nl": _shown("Een kop thee op een houten tafel", "met een lepel, een theepot en een schoteltje erbij"),
            "fr": _shown("Une tasse de thé sur une table en bois", "avec une cuillère, une théière et une soucoupe"),
            "de": _shown("Eine Tasse Tee auf einem Tisch aus Holz", "mit einem Löffel, einer Kanne und einem Teller"),
            "en": _shown("A cup of tea on a wooden table", "with a spoon, a teapot and a saucer beside it, and"),
        },
        sureness=Sureness.OFTEN,
    ),
    AdviceRule(
        "ADV-080",
        Section.WAYS,
        "a long stretch without a heading",
        "Who puts the leaflet down does not find the place again.",
        READABILITY,
        "{words} words stand below “{said}” without another heading",
        "part them with ### headings, each a question or a step",
        {lang: _stretch(lang) for lang in _LANGUAGES},
        sureness=Sureness.OFTEN,
    ),
    AdviceRule(
        "ADV-081",
        Section.WAYS,
        "a long list",
        "Of ten items nobody keeps more than a few; of two lists of five, many keep most.",
        READABILITY,
        "the list that begins with “{said}” has {items} items",
        "part it into shorter lists, each with a line that says what they have in common",
        {lang: _list(lang) for lang in _LANGUAGES},
        sureness=Sureness.OFTEN,
    ),
)
