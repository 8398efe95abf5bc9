"""What the proof can say of braille beside its text: code, fact and hint of each rule that rules.py takes up."""

BRAILLE = (
    ("BRL-001", "a line or a page is larger than the sheet", "build again, and change nothing in the file"),
    ("BRL-002", "cells say nothing in the leaflet's language", "build again, and change nothing in the file"),
    ("BRL-003", "a page has not its number", "build again, and change nothing in the file"),
    ("BRL-004", "a word is parted, or two are joined", "part words by one blank, and nowhere else"),
    (
        "BRL-005",
        "a volume is too thick, or is not what its title page says",
        "part the text before a chapter, each part with a title page",
    ),
    ("BRL-006", "the file says of itself what is not so", "build again, and change nothing in the file"),
    ("BRL-007", "an entry of the contents leads elsewhere", "give the page, or the place, of its heading"),
    ("BRL-008", "the book holds other files than such a book has", "build again, and change nothing in the file"),
    (
        "BRL-009",
        "two paragraphs are one, or an empty line parts nothing",
        "part paragraphs by one empty line",
    ),
)
