"""For each code of the proof, what a file with it has, and what it should have: for those who ask what it means."""

from clearfold.proof.findings.examples.braille import BRAILLE
from clearfold.proof.findings.examples.epub import EPUB
from clearfold.proof.findings.examples.page import PAGE
from clearfold.proof.findings.examples.print import PRINT
from clearfold.proof.findings.examples.site import SITE
from clearfold.proof.findings.examples.text import TEXT
from clearfold.proof.findings.examples.web import WEB

EXAMPLES = {**TEXT, **PAGE, **EPUB, **PRINT, **WEB, **SITE, **BRAILLE}
"""Code → what is wrong in a file, and what is right."""
WHY = {
    "SRC": "Text that nobody reads, or that can be read in two ways, is not printed as it was meant.",
    "TXT": "A wrong or missing word in a medical leaflet can hurt somebody.",
    "ORD": "A step that is read before the one it follows is another instruction.",
    "ALT": "Somebody who cannot see the picture has nothing but these words.",
    "TAG": "A screen reader goes by tags: what is tagged as something else is announced as something else.",
    "CON": "Title, language, authors and date are what a reader, a shelf and a screen reader go by.",
    "TYP": "Readers with low vision were promised pages that they can read.",
    "EPB": "Readers find their way in a book by what it says of itself; where that is not true, they are lost.",
    "PRT": "What a printer cannot fold, cut or print as it is meant comes out wrong a thousand times.",
    "SIT": "Who takes a leaflet from the site gets what its words promise, or something else.",
    "WEB": "A page that asks others for something tells them who reads it; one that was changed may say other words.",
    "BRL": "A finger reads each cell: one that is wrong, or out of its place, is another letter.",
    "PDF": "What nobody declared can hide, change or add words.",
}
"""What is at stake, by the first letters of a code."""
