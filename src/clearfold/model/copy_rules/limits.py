"""Rules of safety: what is too large, too deep or too much, and what does harm where it is opened."""

from clearfold.model.copy_rules.rule import CopyRule, Where, one, several
from clearfold.model.diagnostic import Severity

_AGAIN = "save it again from a program for drawings"
_REDRAW = "draw it with fewer shapes, or save it as PNG"
_PARTED = "make several leaflets of it"

LIMITS = (
    CopyRule(
        "SRC-079",
        "one leaflet of many was not built: its process was killed twice, or its set could not be written",
        "The others are made; this one is as it was before.",
        Where.PROJECT,
        "a folder for editions in which nobody may write",
        "the same folder, in which you may write",
        one("the leaflet was not built: {why}", "build it by itself to see more: clearfold build -v {path}"),
    ),
    CopyRule(
        "SRC-080",
        "the file is too large",
        "It is no leaflet any more: nobody reads so much, and no page maker ends with it.",
        Where.PROJECT,
        "a copy of 2 MB, with the data of a picture in its text",
        "a copy that names the picture: ![A pump](images/pump.png)",
        one(
            "the file is larger than {most} kB",
            "make several leaflets of it, or take out what was put into the text by mistake, such as a picture's data",
        ),
    ),
    CopyRule(
        "SRC-081",
        "a character that is not text: a control character, an invisible tag, the sign of a lost character",
        "It is printed as nothing or as a box, and a letter may have been lost where it stands.",
        Where.BODY,
        "Take one\ufffdtablet.",
        "Take one tablet.",
        one("{sign} is not text", "take it out; it may have come along from another program"),
    ),
    CopyRule(
        "SRC-082",
        "a character that turns the order of the text and cannot be seen",
        "The page would show “10” where the file says “01”.",
        Where.BODY,
        "Take \u202e10\u202c tablets.",
        "Take 10 tablets.",
        one(
            "{sign} turns the order of the text without being seen",
            "take it out; for words in another direction write dir=rtl or dir=ltr on an element",
        ),
    ),
    CopyRule(
        "SRC-083",
        "lists, boxes, elements, tables or YAML are nested too deep",
        "Nobody can follow lists in lists that far, least of all by ear.",
        Where.BODY,
        "> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > Rest.",
        "> Rest.",
        several(
            elements=(
                "elements are nested more than {most} deep",
                "part the text differently: nobody can follow lists, boxes or quotations that far",
            ),
            tables=("tables are nested more than {most} deep", "write tables one after the other"),
            yaml=(
                "the YAML goes more than {most} levels deep",
                "write it with fewer brackets and levels: keys of a leaflet hold texts, lists or keys with texts",
            ),
        ),
    ),
    CopyRule(
        "SRC-084",
        "too many rows, columns, notes, headings or pictures, too long a word, or a number out of range",
        "No page holds so much, and nobody reads it.",
        Where.BODY,
        '<ol start="-4"><li>Rest.</li></ol>',
        "1. Rest.",
        several(
            many=(
                "the leaflet has {count:,} {what}, and at most {most:,} can be laid out",
                "make several leaflets of it: nobody reads so many",
            ),
            word=(
                "a word of {count:,} letters (“{start}…”), and at most {most:,} can be laid out",
                "part it; a long address is better a link on a few words",
            ),
            columns=(
                "a table has {count:,} columns, and at most {most} can be laid out",
                "turn its rows into columns, or part it",
            ),
            number=(
                "“{value}” is no {name} that can be laid out",
                "write a number from {low} to {high}, or leave “{name}” out",
            ),
            type=("there are no lists of the type “{value}”", "choose one of: {choices}"),
        ),
        "part the text, the table or the word; write numbers that a reader can count",
    ),
    CopyRule(
        "SRC-085",
        "a picture that is broken, too large, or not what its name says",
        "Half a picture, or none, would stand in the leaflet.",
        Where.PROJECT,
        "images/pump.png, of which half was downloaded",
        "images/pump.png, saved again as PNG",
        several(
            unread=("“{name}” cannot be read: {reason}", "check who may read it"),
            large=("“{name}” is larger than {most} MB", "save it smaller: 300 dots an inch are enough for print"),
            raster=("“{name}” {reason}", "save it again from a program for pictures, as PNG or JPEG"),
            held=("a picture in “{name}” {reason}", "put it in again, as PNG or JPEG"),
            sign=(
                "the name of the picture “{name}” holds {sign}",
                "name the file with letters, digits and hyphens: in an address the sign means something else",
            ),
            misnamed=("“{name}” is a picture of another kind than its name says: {kind}", "name it {right}, here too"),
            kind=("“{name}” is a picture of another kind than its name says: {kind}", "save it as PNG or JPEG"),
            drawing=("“{name}” cannot be read: {reason}", _AGAIN),
            other=("“{name}” is no SVG", _AGAIN),
            shapes=("“{name}” draws more than {most:,} elements", _REDRAW),
            endless=("“{name}” draws itself within itself", _REDRAW),
        ),
        "save it again from a program for pictures, as SVG, PNG or JPEG",
    ),
    CopyRule(
        "SRC-086",
        "an SVG that runs or fetches something",
        "A leaflet must do nothing on a reader's device but be read.",
        Where.PROJECT,
        "a drawing with a <script>",
        "the same drawing, saved as plain SVG",
        {
            **one(
                "“{name}” holds {what}, which is not accepted",
                "save it as plain SVG: shapes and words alone, pictures within it embedded",
            ),
            **several(
                laid=(
                    "“{name}” holds words that only a browser lays out (<foreignObject>)",
                    "switch off word wrap and formatted text in draw.io and export it again; elsewhere, save it as PNG",
                ),
            ),
        },
    ),
    CopyRule(
        "SRC-087",
        "a copy, style sheet or font file that stands, or leads, outside its folder",
        "What a copy holds is printed for everybody: a link could lead to what is not meant for them.",
        Where.PUBLISHER,
        "style: ../../../elsewhere/house.css",
        "name: Gout Association",
        several(
            link=("{what} is a link that leads to another folder", "put the file itself into this folder"),
            stray=(
                "the {what} “{name}” is outside the project",
                "copy the file into the folder of publisher.yaml, or into styles/ beside it, and name it there",
            ),
        ),
        "copy the file into the project, and name it there",
    ),
    CopyRule(
        "SRC-088",
        "an edition has too many pages",
        "No printer and no reader takes a leaflet of thousands of pages.",
        Where.PROJECT,
        "a copy that takes 2,400 pages in giant print",
        "three leaflets, each on one thing",
        one("{edition}: it takes {pages:,} pages, and at most {most:,} are made", _PARTED),
    ),
    CopyRule(
        "SRC-151",
        "warning: a thumb index is asked for, and the leaflet has more sections than there are letters for tabs",
        "A reader who was promised tabs would look for them at the edge of the page, and find none.",
        Where.PROJECT,
        "thumb_index: true, in a leaflet of 30 sections",
        "thumb_index: true, in a leaflet of up to 26 sections: smaller ones are parts (###) of larger ones",
        one(
            "the leaflet has {sections} sections, and tabs can be made for {most}: its pages have none",
            "make parts (###) of some sections, or write thumb_index: false",
        ),
        severity=Severity.WARNING,
    ),
    CopyRule(
        "SRC-123",
        "what the cover says does not stand on one page of an edition",
        "What is too much would stand on a second page, or behind the foot of the cover, where nobody sees it.",
        Where.PROJECT,
        "a title of 40 words, a subtitle of 40 more, and a picture, in giant print",
        "a title of 10 words, and a subtitle of 15",
        one(
            "{edition}: what the cover says does not stand on one page",
            "shorten the title, the subtitle or the audience",
        ),
    ),
    CopyRule(
        "SRC-089",
        "the leaflet takes too long",
        "Something in it grows without end, or it is far larger than leaflets are.",
        Where.PROJECT,
        "a copy with a table of ten thousand cells",
        "the same table, parted",
        one(
            "the leaflet takes longer than {seconds:.0f} seconds",
            "part it, or look for what is out of measure in it; --time-limit SECONDS gives it more time",
        ),
    ),
)
