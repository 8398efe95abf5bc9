"""Rules of pictures and what is said of them."""

from clearfold.model.copy_rules.rule import CopyRule, Where, one, several
from clearfold.model.diagnostic import Severity

PICTURES = (
    CopyRule(
        "SRC-003",
        "no alternative text",
        "Somebody who cannot see the picture hears nothing in its place.",
        Where.BODY,
        "![](images/pump.png)",
        "![A pump on a stand, with its bag](images/pump.png)",
        one(
            "image has no alternative text",
            "write ![what the picture shows]({name}), or ![]({name}){{role=presentation}} if it only decorates",
        ),
    ),
    CopyRule(
        "SRC-030",
        "the picture is not there",
        "The place of the picture would be empty, and its alternative text about nothing.",
        Where.BODY,
        "![A pump on a stand](images/Pump.png)",
        "![A pump on a stand](images/pump.png)",
        several(
            none=("there is no picture “{name}”", "check its name, capitals included"),
            unnamed=("the picture has no name", "write where its file stands: ![…](images/…)"),
            near=("there is no picture “{name}”", "the folder has “{other}”: write that name"),
        ),
    ),
    CopyRule(
        "SRC-031",
        "the picture is on another computer",
        "Nothing is read from the network: what stands there can change, or be gone, when the leaflet is made again.",
        Where.BODY,
        "![A pump on a stand](https://example.org/pump.png)",
        "![A pump on a stand](images/pump.png)",
        several(
            other=(
                "the picture “{name}” is on another computer",
                "download the picture into the folder images/ and name it here: nothing is read from the network",
            ),
            data=(
                "the picture is no file: it is written into the text, as some programs export it",
                "save it as a file in the folder images/ and write its name in place of “data:…”: "
                "![what it shows](images/…)",
            ),
        ),
    ),
    CopyRule(
        "SRC-032",
        "the picture is outside the leaflet's folder",
        "A leaflet's folder goes to others as a whole; what stands outside it would be missing there.",
        Where.BODY,
        "![A pump on a stand](../../pump.png)",
        "![A pump on a stand](images/pump.png)",
        one("the picture “{name}” is outside the leaflet's folder", "copy it into the folder images/ beside this file"),
    ),
    CopyRule(
        "SRC-034",
        "a kind of picture that e-readers do not show",
        "Many e-readers would show an empty place.",
        Where.BODY,
        "![A pump on a stand](images/pump.bmp)",
        "![A pump on a stand](images/pump.png)",
        one("“{suffix}” is not a kind of picture that e-readers show", "save it as SVG, PNG or JPEG"),
    ),
    CopyRule(
        "SRC-035",
        "the alternative text is the name of the file",
        "“pump.png” says nothing to somebody who cannot see the picture.",
        Where.BODY,
        "![pump.png](images/pump.png)",
        "![A pump on a stand, with its bag](images/pump.png)",
        one(
            "the alternative text is the name of the file",
            "say what the picture shows to somebody who cannot see it",
        ),
    ),
    CopyRule(
        "SRC-036",
        "the alternative text only repeats the caption",
        "Somebody who listens hears the same words twice, and not what the picture shows.",
        Where.BODY,
        '![The pump](images/pump.png "The pump")',
        '![A pump on a stand, with its bag](images/pump.png "The pump")',
        one(
            "the alternative text only repeats the caption",
            "say what the picture shows to somebody who cannot see it",
        ),
    ),
    CopyRule(
        "SRC-037",
        "a caption on a picture within a sentence",
        "A caption stands below its picture, and a sentence goes on.",
        Where.BODY,
        'Press ![A round button](images/pump.png "The button") to start.',
        "Press ![A round button](images/pump.png) to start.",
        several(
            caption=("a picture within a sentence cannot have a caption", "put it in a paragraph of its own"),
            credit=("a picture within a sentence cannot have a credit", "put it in a paragraph of its own"),
            crop=("a picture within a sentence cannot be cropped", "put it in a paragraph of its own"),
        ),
    ),
    CopyRule(
        "SRC-152",
        "a picture is to be cropped in a way that is not known, or is a drawing",
        "Readers would see another part of the picture than the writer means.",
        Where.BODY,
        '![The sea at sunset](images/sea.jpg){crop="wide"}',
        '![The sea at sunset](images/sea.jpg){crop="16:9"}',
        several(
            unknown=(
                "“{said}” says no way to crop a picture",
                "write a shape, crop=square, 4:3, 3:2, 16:9, 3:4 or 2:3, and behind it, if need be, what is kept: "
                'top, bottom, left, right or centre, as in {{crop="16:9 top"}}',
            ),
            drawing=(
                "“{name}” is a drawing, and only photographs are cropped",
                "draw less of it, or crop it in the program that drew it",
            ),
        ),
    ),
    CopyRule(
        "SRC-150",
        "warning: a photograph has too few dots for the size at which it is printed; once for a file",
        "In large print a photograph is large: of few dots it is blurred, and readers who see badly make out nothing.",
        Where.PROJECT,
        "a photograph of 640 × 480 dots, as telephones send it in messages",
        "the same photograph as the camera made it, of 4,000 × 3,000 dots",
        one(
            "the picture “{name}” has {size} dots, and is printed {printed} mm large: {density} dots an inch, where "
            "print wants {least}",
            "take the file as the camera made it, with at least {wanted} dots; this one is sharp up to {sharp} mm",
        ),
        severity=Severity.WARNING,
    ),
    CopyRule(
        "SRC-130",
        "a logo that nobody can see: nothing is drawn in it, or only what is as pale as paper",
        "A reader who does not see the logo does not know whose leaflet it is.",
        Where.PROJECT,
        "a logo in white on a white ground",
        "the same logo in colour, or in white on a ground that lets through what is behind it",
        several(
            own=(
                "nobody can see this logo, neither on paper nor on your primary colour",
                "use the file with the logo in colour or in black, such as your printer has it",
            ),
            sponsor=(
                "this logo is too light for paper, and nobody can see it there",
                "ask the sponsor for the file with the logo in colour or in black",
            ),
        ),
    ),
    CopyRule(
        "SRC-131",
        "what the back cover says does not stand on one page",
        "A second back cover is no back: whoever turns the leaflet over would not find whom to call.",
        Where.PROJECT,
        "contact with a text of twelve lines, seven formats and five sponsors",
        "contact with a text of two lines; the rest in the leaflet",
        one(
            "{edition}: this contact takes {over} lines more than the back cover has",
            "shorten what takes most of its lines: {longest}",
        ),
    ),
    CopyRule(
        "SRC-120",
        "warning: a drawing has words that its text alternative does not say; once for a file",
        "A screen reader says the text alternative alone, and not what is written in the drawing.",
        Where.BODY,
        "![A pump on a stand](images/pump.svg)",
        "![A pump on a stand, with its bag](images/pump.svg)",
        one(
            "the drawing “{name}” has words that a screen reader does not say: {words}",
            "if they matter, write them in the text alternative, or in the text beside the picture",
        ),
        severity=Severity.WARNING,
    ),
    CopyRule(
        "SRC-121",
        "a drawing with words that is said only to decorate",
        "Somebody who cannot see the drawing would not know that anything is written there.",
        Where.BODY,
        "![](images/pump.svg){role=presentation}",
        "![A pump on a stand, with its bag](images/pump.svg)",
        one(
            "the drawing “{name}” has words, and nothing is said of it: {words}",
            "say what it shows, with its words: ![…](…)",
        ),
    ),
)
