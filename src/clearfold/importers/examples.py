"""What each code of the ledger is about, for ``clearfold explain``: why it is told, and an example."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """Why a code is told; how something stands in a file; how it stands in the copy, or that it does not."""

    why: str
    file: str
    copy: str


_BREAK = "Lines end elsewhere in a copy, and a hyphen in the middle of one makes two words of one."
_SIGN = "Fonts of signs show other things than the letters that stand in the file."
_HEAD = "Who cannot see a table is told the head of its column with each cell."
_HEADING = "Readers find their way by headings, and a screen reader jumps from one to the next."
_PICTURE = "Who cannot see a picture has only what is written about it."
_BESIDE = "It is not part of the text that is read, or Clearfold makes it itself."
_ORDER = "Panels lie on a sheet as it is folded, not as they are read; a sentence in a wrong place can mislead."
_NOT_LOST = "Nothing that stands in the file is lost without a word."
_LANG = "A screen reader speaks words as the language says."
_MACHINE = "A machine takes letters for others, and nobody has read again what it read."
_GONE = "(nothing)"


def _told(why: str, file: str, copy: str = _GONE) -> Example:
    return Example(why, file, copy)


EXAMPLES: Mapping[str, Example] = {
    "IMP-001": _told(_BREAK, "Your immune sys-\ntem rests.", "Your immune system rests."),
    "IMP-002": _told(_BREAK, "These are T-\ncells.", "These are T-cells."),
    "IMP-004": _told("Covers, catalogues and readers take the title from there.", "Gout (style: Title)", "title: Gout"),
    "IMP-005": _told(
        "A list that is one is announced with the number of its items.", "• rest\n• drink", "- rest\n- drink"
    ),
    "IMP-006": _told(_HEADING, "Heading 1, then Heading 3", "##, then ###"),
    "IMP-007": _told(_SIGN, "F0FC in Wingdings", "✓"),
    "IMP-008": _told(
        "Nobody sees them, and they break searches and speech.", "im\u00admune, with a soft hyphen", "immune"
    ),
    "IMP-009": _told(
        "Somebody may not have agreed to it yet.", "Rest for two days (added by Ann)", "Rest for two days"
    ),
    "IMP-010": _told(_NOT_LOST, "Is this still so? (comment by Ann)", "<!-- Ann: Is this still so? -->"),
    "IMP-011": _told(
        "A text box hangs at a paragraph and may stand anywhere on the page.",
        "a text box beside the text",
        "its text, after the paragraph",
    ),
    "IMP-012": _told(
        "A table of one cell is no table to its reader.", "a table of one cell: Ring us", "!!! note\n    Ring us"
    ),
    "IMP-013": _told(
        "Tables of Markdown know no merged cells, and nothing but text in a cell.",
        "a cell over two columns",
        '<td colspan="2">',
    ),
    "IMP-014": _told("A field can show something else the next time.", "a field that shows 3 May 2026", "3 May 2026"),
    "IMP-015": _told(_LANG, "Nature Medicine, marked as English", "[Nature Medicine]{lang=en}"),
    "IMP-020": _told(
        "A heading within a list, a table or a box begins no part of the leaflet.",
        "a heading in a cell",
        "**the words of the heading**",
    ),
    "IMP-021": _told(
        "A note is found from a paragraph, and from no title and no table in HTML.",
        "a note in a merged cell",
        "the table, and [^1] below it",
    ),
    "IMP-022": _told("What has no form of its own in a copy is written otherwise.", "a Roman I, II, III", "1, 2, 3"),
    "IMP-023": _told("Not every kind of picture can be shown everywhere.", "image1.bmp", "picture-1.png"),
    "IMP-024": _told(
        "A caption that stands elsewhere is read with something else.",
        "Figure 1. The heart, below the next paragraph",
        "the caption, below its picture",
    ),
    "IMP-025": _told("A letter apart is spoken as a letter.", "G, large, and out is an illness", "Gout is an illness"),
    "IMP-026": _told(
        "Clearfold counts nothing before headings, so that they can be moved.",
        "2.1 Treatment, counted by the program",
        "## Treatment",
    ),
    "IMP-027": _told(
        "No cell of it belongs to a row or a column.", "a page laid out by a table", "its text, a cell after the other"
    ),
    "IMP-030": _told(_HEADING, "a line in bold above a paragraph", "## the line"),
    "IMP-031": _told("It may have been meant otherwise.", "- one\n- two, typed by hand", "- one\n- two"),
    "IMP-032": _told(_HEAD, "a table whose first row is bold", "| Food | Portion |\n| --- | --- |"),
    "IMP-033": _told(_LANG, "a file that does not say its language", "lang: nl"),
    "IMP-034": _told(
        "Covers, catalogues and readers take the title from there.",
        "one heading above all others",
        "title: the words of that heading",
    ),
    "IMP-035": _told(_BREAK, "over-\nnight", "overnight"),
    "IMP-036": _told(_BREAK, "follow-\nup", "follow-up"),
    "IMP-037": _told(
        "A caption is read with its picture.", "a short line right below a picture", "the line as its caption"
    ),
    "IMP-038": _told(_ORDER, "two sides of three panels", "the cover first, the back last"),
    "IMP-039": _told("The file does not say so.", "lines one below the other, without a mark", "items of a list"),
    "IMP-040": _told(_PICTURE, "A picture containing text. Generated by a machine", "![A picture containing text](…)"),
    "IMP-045": _told(
        "What a file says of itself goes before what its pages look like.",
        "a tagged PDF",
        "headings, lists and tables by their tags",
    ),
    "IMP-050": _told(
        "No edition can be made without one.", "a page that begins with a paragraph", "title: the name of the file"
    ),
    "IMP-051": _told(_LANG, "ten words, of which no language is sure", "lang: the one that is set"),
    "IMP-052": _told(_PICTURE, "a picture without a description", "![](images/picture-1.png)"),
    "IMP-053": _told(_NOT_LOST, "a drawing as EMF; a picture that is only linked"),
    "IMP-054": _told(_HEAD, "a table in which all rows look alike", "the first row as its head"),
    "IMP-055": _told("A formula in one line may say something else.", "a fraction, a over b", "a/b"),
    "IMP-056": _told(_SIGN, "E012 in a font of the association", "[?]"),
    "IMP-057": _told(
        _ORDER, "a sheet on which two orders of its panels read equally well", "the likelier order, until you have said"
    ),
    "IMP-058": _told(
        "What the build refuses is told before it is built.", "a title of 160 letters", "the same, for you to shorten"
    ),
    "IMP-059": _told(
        "Tabs set words apart only for the eye.", "Food → Portion → Salt, three lines with tabs", "three lines of text"
    ),
    "IMP-060": _told(
        "The file to which it leads stands on one machine alone.", "a link to C:\\plan.docx", "the words of the link"
    ),
    "IMP-061": _told(_ORDER, "a text whose title stands in its middle", "the title first, what stood before it last"),
    "IMP-062": _told(_MACHINE, "a page that is a photograph of a page", "the words that a machine has read"),
    "IMP-065": _told("Nobody but you knows where such words belong.", "a line that runs up the side of a page"),
    "IMP-070": _told(_BESIDE, "the line at the head of each page of a Word file"),
    "IMP-071": _told(_BESIDE, "the line at the foot of each page of a Word file"),
    "IMP-072": _told("Whoever hid it did not want it to be read, or forgot it.", "text with the mark Hidden"),
    "IMP-073": _told("Somebody wanted it out, and it would mislead who reads it.", "Take two (struck by Ann)"),
    "IMP-074": _told(_BESIDE, "Contents … 3, put there by the program"),
    "IMP-075": _told(_BESIDE, "a field that shows the number of the page"),
    "IMP-076": _told(_NOT_LOST, "a chart, a drawing of boxes and arrows, a film"),
    "IMP-077": _told("A macro is a program of somebody else.", "a Word file with macros"),
    "IMP-078": _told(_BESIDE, "the navigation of a web site, its bar about cookies"),
    "IMP-079": _told(_NOT_LOST, "what is shown when a mouse stands on a picture"),
    "IMP-080": _told("A leaflet on paper cannot be sent off.", "a field for a name, and a button"),
    "IMP-081": _told(_NOT_LOST, "the author among the properties of a Word file"),
    "IMP-083": _told(_NOT_LOST, "an element that only one program knows"),
    "IMP-084": _told("Who hears it does not hear that it is struck.", "Take ~~two~~ three", "Take three"),
    "IMP-085": _told(_BESIDE, "the name of the association on every panel"),
    "IMP-086": _told(_BESIDE, "4, at the foot of a panel"),
    "IMP-087": _told(_BESIDE, "a list of contents in the tags of a PDF"),
    "IMP-088": _told(_BESIDE, "a running line that a PDF marks as an artifact"),
}
