"""What is wrong and what is right, for each rule of braille."""

BRAILLE = {
    "BRL-001": ("a line of 40 cells, and 33 are promised", "lines of at most 33 cells, pages of at most 28 lines"),
    "BRL-002": ("⡇, a cell of eight dots", "cells of the leaflet's language"),
    "BRL-003": ("#f at the top of the fifth page", "#e at its right"),
    "BRL-004": ("“para cetamol”", "“paracetamol”"),
    "BRL-005": ("a volume of 120 pages", "two volumes of at most 84, “Volume 1 of 2” and “Volume 2 of 2”"),
    "BRL-006": ("brailleSystem “UEB grade2” in a Dutch book", "“Dutch grade1”"),
    "BRL-007": ("“Contact … 12”, and its heading is on page 14", "“Contact … 14”"),
    "BRL-008": ("a script among the files of an eBraille", "its package, contents and text"),
    "BRL-009": ("two empty lines, or none between paragraphs", "one between paragraphs"),
}
