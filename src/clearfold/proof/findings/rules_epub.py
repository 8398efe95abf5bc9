"""What the proof can say of an EPUB beside its text: code, fact and hint of each rule that rules.py takes up.

EPB-01x and EPB-02x are about finding the way, EPB-03x and EPB-04x about claims, EPB-05x and EPB-06x about style; from
EPB-065 on they are about the make of books of our own.
"""

FINDING_THE_WAY = (
    ("EPB-010", "an entry of the page list leads nowhere", "link it to the mark of its page"),
    ("EPB-011", "the page list does not follow the text", "list each page once, in the order of the text"),
    ("EPB-012", "an entry of the page list differs from the mark of its page", "write the page's number in both"),
    ("EPB-013", "the mark of a page is not in the page list", "list it"),
    ("EPB-014", "the NCX names another book than the package", "write the package's identifier in dtb:uid"),
    ("EPB-015", "the pages of the NCX differ from the page list", "write the page list's number and link"),
    ("EPB-016", "the contents of the NCX differ from those of the navigation", "write the entry's words and link"),
    ("EPB-017", "a section is missing from the contents", "list its heading"),
    ("EPB-018", "the contents are not in the copy's order", "put the entry where its heading stands"),
    ("EPB-019", "a landmark leads nowhere", "link it to what it names"),
    ("EPB-020", "the landmark of the text leads to no text", "link it to the first document of the text"),
    ("EPB-021", "lang and xml:lang of an element differ", "write the same language in both"),
    ("EPB-022", "a document has no title", "write one in its head"),
    ("EPB-023", "the book opens with a page without text", "put text on it, or leave it out of the spine"),
    ("EPB-025", "a reference leads to no note", "link it to its note"),
    ("EPB-026", "the way back from a note leads to the reference of another", "link it to the note's own reference"),
)
CLAIMS = (
    ("EPB-030", "the package declares another language than the copy", "write the copy's language"),
    ("EPB-031", "text alternatives are claimed, and no picture has one", "leave the claim out"),
    ("EPB-032", "pictures are claimed, and there are none", "leave the claim out"),
    ("EPB-033", "pictures that tell something are kept silent", "say that the book is visual too"),
    ("EPB-034", "navigation by page is claimed, and there is no page list", "leave the claim out, or add the list"),
    ("EPB-035", "marks of pages are claimed, and there are none", "leave the claim out, or mark the pages"),
    ("EPB-036", "the book has page numbers, and does not say of which edition", "name it in pageBreakSource"),
    ("EPB-037", "a printed edition is named, and none of its pages are marked", "leave pageBreakSource out"),
    ("EPB-038", "a judgement is claimed that the copy does not name", "write `evaluation`, or leave the claim out"),
    ("EPB-039", "the cover is no picture of a kind that all shelves show", "make it a JPEG or a PNG"),
    ("EPB-040", "what is said of hazards contradicts itself", "say one or the other"),
    ("EPB-041", "sound is claimed, and there is none", "leave the claim out"),
)
STYLE = (
    ("EPB-050", "the book runs a script", "leave it out"),
    ("EPB-051", "the book fetches something from elsewhere", "put it in the book"),
    ("EPB-052", "a size does not follow the reader's type size", "write it in em or per cent"),
    ("EPB-053", "a font is forced on the reader", "leave the font out"),
    ("EPB-054", "one of text and background has a colour, and not the other", "give both, or neither"),
    ("EPB-055", "the style asks what older readers do not know", "do without the at-rule"),
    ("EPB-056", "a value is worked out in a way that older readers do not know", "write the value itself"),
    ("EPB-057", "a fixed height cuts off text that is enlarged", "leave the height out"),
    ("EPB-058", "what does not fit is cut off", "leave overflow out"),
    ("EPB-059", "text is justified", "align it to the left"),
    ("EPB-060", "text is taken out of the flow, and may lie over other text", "leave position out"),
    ("EPB-061", "two files have one name, and each reader opens another", "leave one of them out"),
    ("EPB-062", "style shows text elsewhere than it is read", "put the text where it belongs, and leave the rule out"),
    ("EPB-064", "a picture is not the copy's", "build again; if it stays, do not publish this file"),
    ("EPB-063", "the file holds more than one book, and each reader opens another", "leave one package"),
)
_TAMPERED = "do not publish this file: something was put into it, or taken out of it, after it was made; build it again"
_OTHER_VERSION = "do not publish this file: it was changed, or made by another version of Clearfold; build it again"
MAKE = (
    ("EPB-065", "the zip holds what no book of ours has", _TAMPERED),
    ("EPB-066", "the package or the navigation holds what no book of ours has, or lacks what each has", _TAMPERED),
    ("EPB-067", "the package says of the book what the front matter does not", _TAMPERED),
    ("EPB-068", "the package claims what is not true of the book, or keeps silent what is", _TAMPERED),
    ("EPB-069", "a document holds what neither the copy nor the edition has, or lacks what it must have", _TAMPERED),
    ("EPB-070", "words are marked otherwise than in the copy", _TAMPERED),
    ("EPB-071", "a link leads elsewhere than in the copy, or is none there", _TAMPERED),
    ("EPB-072", "the style sheet is not the edition's", _OTHER_VERSION),
    ("EPB-073", "the pictures are not the copy's", _TAMPERED),
    ("EPB-074", "an attribute says of words what the copy does not", _TAMPERED),
    ("EPB-075", "contents, landmarks or pages are not those of the book", _TAMPERED),
    ("EPB-076", "the cover is not that of the printed edition", _TAMPERED),
    ("EPB-077", "the label before a cell is not that of its column", _TAMPERED),
    ("EPB-078", "the head of a table is drawn above cards that say it", _TAMPERED),
)
