"""Rules of the look: what pages can hold, and what publisher.yaml says of colours and letters."""

from clearfold.model.copy_rules.rule import CopyRule, Where, one, several
from clearfold.model.diagnostic import Severity

DESIGN = (
    CopyRule(
        "SRC-070",
        "the page cannot be laid out: a picture at fault, or a line of your style sheet",
        "What the page maker passes over would be missing from the page, and nobody would know.",
        Where.PROJECT,
        "p { colour: #000 } in the style sheet of publisher.yaml",
        "p { color: #000 } in the style sheet of publisher.yaml",
        several(
            page=("{edition}: {message}", "look at the picture, style sheet or address that it names"),
            sheet=("{edition}: {message}", "mend that line of your style sheet, or take it out"),
            inks=("{edition}: {message}", "change the picture or the style sheet, or leave this edition out"),
        ),
    ),
    CopyRule(
        "SRC-071",
        "a flyer takes more than its six panels",
        "A flyer is one sheet: what does not fit on it would be cut off.",
        Where.PROJECT,
        "a flyer of which the text takes seven panels",
        "the same text as a booklet: -e clear-print-booklet",
        one(
            "{edition}: it takes {panels} panels, and a flyer has {most}",
            "shorten the text, or make the booklet instead: -e clear-print-booklet",
        ),
    ),
    CopyRule(
        "SRC-190",
        "a sign that the braille of this language does not have",
        "A sign that is left out, or is written as its number, says something else to the reader's finger.",
        Where.PROJECT,
        "Neem → arts mee. (in a Dutch leaflet, with -e braille)",
        "Neem naar de arts mee.",
        several(
            words=(
                "{edition}: there is no braille for “{sign}” in “{near}”",
                "write it in words, such as “{words}”, or leave this edition out",
            ),
            other=(
                "{edition}: there is no braille for “{sign}” in “{near}”",
                "write it in words, or leave this edition out",
            ),
        ),
    ),
    CopyRule(
        "SRC-191",
        "warning: braille is left out: this machine cannot translate, or not this language",
        "The other editions are made; whoever waits for the braille must know that it is not there.",
        Where.PROJECT,
        "-e braille where liblouis is not installed",
        "-e braille after apt-get install liblouis20",
        several(
            library=("braille is left out: there is no liblouis on this machine", "{how}"),
            language=(
                "braille is left out: its language is “{lang}”, and braille is made in {known}",
                "leave out the editions of braille, or ask a braille producer",
            ),
            grade=(
                "braille is left out: there is no contracted braille of “{lang}” here, only of {known}",
                "write “braille_grade: uncontracted”, or take that line out",
            ),
        ),
        cure="install liblouis, as the message says, or leave out the editions of braille",
        severity=Severity.WARNING,
    ),
    CopyRule(
        "SRC-195",
        "warning: printed editions and PDFs are left out: the leaflet is written from right to left",
        "The web page and the e-book are made; whoever waits for paper must know that it is not there.",
        Where.PROJECT,
        "-e large-print with lang: ar",
        "-e epub -e web with lang: ar",
        one(
            "printed editions and PDFs are left out: “{lang}” is written from right to left; the e-book and the web "
            "page can be made",
            "print the web page from a browser, or give the copy to who sets this language",
        ),
        severity=Severity.WARNING,
    ),
    CopyRule(
        "SRC-072",
        "the primary colour in `publisher.yaml` is too pale for text",
        "Readers with low vision need a contrast of 7:1 between letters and what is behind them.",
        Where.PUBLISHER,
        'colours:\n  primary: "#7fb0d8"',
        'colours:\n  primary: "#0b3d5c"',
        one(
            "text in “{colour}” on white, or in white on it, has a contrast of {ratio}, and needs 7:1",
            'write primary: "{darker}", the nearest colour that is dark enough',
        ),
    ),
    CopyRule(
        "SRC-073",
        "a character that no font has: it would be printed as an empty box",
        "A box in place of a sign says nothing, and a dose may hang on that sign.",
        Where.BODY,
        "Well done 🎉",
        "Well done!",
        several(
            script=(
                "no font has the {script} letters of “{words}”{elsewhere}",
                "write it in letters of this leaflet's language, or show it as a picture with an alternative text",
            ),
            points=(
                "the points over and under the letters of “{words}” cannot be printed",
                "write the word without them, which is how most texts are written",
            ),
            plain=("no font has the character “{character}” ({name}){elsewhere}", "write “{plain}”"),
            other=(
                "no font has the character “{character}” ({name}){elsewhere}",
                "write it in words, use a picture, or leave it out",
            ),
        ),
        "write it in words or in plain letters, use a picture, or leave it out",
    ),
    CopyRule(
        "SRC-074",
        "the typeface in `publisher.yaml` cannot be used: unknown, a file missing or no font, no bold, letters of the "
        "language missing, a licence that forbids embedding",
        "Letters that the typeface lacks would be drawn in another one, or as empty boxes.",
        Where.PUBLISHER,
        "typeface:\n  family: House Sans",
        "typeface:\n  family: Atkinson Hyperlegible Next",
        several(
            unknown=(
                "Clearfold has no typeface “{family}”; it has {known}",
                "choose one of them, or give the files of your own: family, regular and bold",
            ),
            taken=(
                "“{family}” is the name of a typeface of Clearfold's own",
                "give yours another name: any will do",
            ),
            name=("“{family}” cannot be the name of a typeface", "use letters, digits and spaces"),
            weight=(
                "the typeface has no {key}; headings and stressed words are bold, all else is regular",
                "add a line “{key}: …” with the file of that weight",
            ),
            missing=(
                "there is no font file “{name}”",
                "check its name, capitals included; it is relative to publisher.yaml",
            ),
            broken=(
                "“{name}” is not a font that can be read",
                "give a file that ends in .ttf, .otf or .woff2, as the typeface's maker sends it",
            ),
            letters=(
                "“{name}” lacks letters of “{lang}”: {letters}",
                "choose a typeface that has every letter of the leaflet's language",
            ),
            variable=(
                "“{name}” is a variable font, which cannot be printed safely",
                "give one file for each weight (“static fonts”, often in a folder of that name)",
            ),
            licence=(
                "the maker of “{name}” forbids that it is embedded in a PDF",
                "ask its maker for a licence that allows it, or choose another typeface",
            ),
        ),
    ),
)
