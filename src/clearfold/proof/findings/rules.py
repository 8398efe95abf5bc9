"""What the proof can say: each code with its severity and its wording, in one place.

docs/checks.md explains them. A code is never given a second meaning. SRC-090 up to SRC-092 are about the copy itself.
"""

from dataclasses import dataclass
from enum import IntEnum

from clearfold.model.diagnostic import Severity
from clearfold.model.messages import message
from clearfold.proof.findings.rules_braille import BRAILLE
from clearfold.proof.findings.rules_epub import CLAIMS, FINDING_THE_WAY, MAKE, STYLE
from clearfold.proof.findings.rules_page import PAGE
from clearfold.proof.findings.rules_pdf import PDF
from clearfold.proof.findings.rules_print import PRINT, PRINT_WARNINGS
from clearfold.proof.findings.rules_site import SITE
from clearfold.proof.findings.rules_web import WEB

ERROR, WARNING = Severity.ERROR, Severity.WARNING


class Rank(IntEnum):
    """How early a finding is told: what can hurt somebody comes first."""

    HARM = 0
    LOSS = 1
    CHANGE = 2
    ORDER = 3
    STRUCTURE = 4
    REST = 5


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong: its code, severity, rank, the fact in a few words, and what to do about it."""

    code: str
    severity: Severity
    rank: Rank
    fact: str
    hint: str = ""


_OURS = "build again; if it stays, the file is at fault and not the copy: do not publish it, and report this line"
ELSEWHERE = message(
    "mend it in the program or the document that the file was made from, make it again, and check it again"
)
"""What to do about a file that others made, where the rule's hint is to build again."""
_RULES = (
    Rule(
        "SRC-090",
        ERROR,
        Rank.LOSS,
        "this text would be printed nowhere",
        "write it where docs/writing.md has a place for it",
    ),
    Rule("SRC-091", ERROR, Rank.LOSS, "this can be read in two ways", "write it as docs/writing.md shows"),
    Rule("SRC-092", ERROR, Rank.LOSS, "the front matter is not clear", "write `key: value`"),
    Rule("TXT-001", ERROR, Rank.LOSS, "text is missing", _OURS),
    Rule(
        "TXT-002",
        ERROR,
        Rank.HARM,
        "a number, unit, date, name or negation is not the copy's",
        "do not publish this file",
    ),
    Rule("TXT-003", ERROR, Rank.CHANGE, "words are not the copy's", _OURS),
    Rule("TXT-004", ERROR, Rank.CHANGE, "text stands there twice", _OURS),
    Rule("TXT-005", ERROR, Rank.CHANGE, "text is added that is neither the copy's nor the template's", _OURS),
    Rule("TXT-006", ERROR, Rank.LOSS, "text is drawn, and kept from screen readers", "tag it; an artifact is not read"),
    Rule(
        "TXT-007",
        ERROR,
        Rank.STRUCTURE,
        "words are joined: there is no space between them",
        "keep the space in the text",
    ),
    Rule("TXT-008", ERROR, Rank.STRUCTURE, "a word is split", "leave no space and no hyphen in the word"),
    Rule("TXT-009", ERROR, Rank.STRUCTURE, "text is drawn, and is in no tag", "tag it, or mark it as an artifact"),
    Rule("TXT-010", ERROR, Rank.LOSS, "text is in the file, and nobody sees it", "show it, or take it out"),
    Rule("TXT-011", ERROR, Rank.HARM, "glyphs show other letters than the file says", "make the file again"),
    Rule(
        "TXT-012",
        ERROR,
        Rank.HARM,
        "words are drawn as outlines: the page holds shapes, and no text",
        "export the file again with its text and its fonts embedded, and do not turn text into outlines or paths",
    ),
    Rule("TXT-013", ERROR, Rank.LOSS, "what the template adds for finding the way is missing", _OURS),
    Rule(
        "TXT-014",
        ERROR,
        Rank.HARM,
        "something lies over the page that was not read, and can hide or change words",
        "take comments, stamps, form fields and lines through words out of the file, or print them into its pages",
    ),
    Rule("TXT-016", ERROR, Rank.HARM, "a sentence with a number is added that the copy does not have", _OURS),
    Rule(
        "TXT-017",
        ERROR,
        Rank.HARM,
        "part of the file was not read, and can hold, hide or change words",
        "take it out of the file, or look at it yourself: the proof does not speak of it",
    ),
    Rule("TXT-015", ERROR, Rank.HARM, "other words are said than are drawn", "take ActualText out, or correct it"),
    Rule("TXT-090", ERROR, Rank.HARM, "the file cannot be read", "make it again"),
    Rule("ORD-001", ERROR, Rank.ORDER, "text does not stand where the copy has it", "put it back in the copy's order"),
    Rule("ORD-002", ERROR, Rank.ORDER, "part of a block stands elsewhere", "keep the block together"),
    Rule("ORD-003", ERROR, Rank.ORDER, "the eye meets text where the copy does not have it", "put it where it belongs"),
    Rule(
        "ALT-001", ERROR, Rank.LOSS, "the text alternative of a picture is missing", "give the picture its alternative"
    ),
    Rule("ALT-002", ERROR, Rank.CHANGE, "the text alternative is not the copy's", "give the picture its alternative"),
    Rule(
        "ALT-003",
        ERROR,
        Rank.CHANGE,
        "a picture is read out that the copy does not describe",
        "mark decoration as such",
    ),
    Rule("TAG-001", ERROR, Rank.STRUCTURE, "heading or level of heading differs", "tag it as the copy has it"),
    Rule("TAG-002", ERROR, Rank.STRUCTURE, "place or number in a list differs", "tag it as the copy has it"),
    Rule("TAG-003", ERROR, Rank.STRUCTURE, "place or header in a table differs", "tag it as the copy has it"),
    Rule("TAG-004", ERROR, Rank.STRUCTURE, "language of a part differs", "give the part its language"),
    Rule(
        "TAG-005", ERROR, Rank.STRUCTURE, "expansion of an abbreviation differs", "give the abbreviation its expansion"
    ),
    Rule("TAG-006", ERROR, Rank.STRUCTURE, "link differs", "give the words their link"),
    Rule(
        "TAG-007",
        ERROR,
        Rank.STRUCTURE,
        "one block of the copy is several elements",
        "make it one element over all pages",
    ),
    Rule("TAG-008", ERROR, Rank.STRUCTURE, "kind of block differs", "tag it as what it is"),
    Rule("TAG-009", ERROR, Rank.STRUCTURE, "several blocks of the copy are one element", "give each its own element"),
    Rule("TAG-010", ERROR, Rank.HARM, "the file has no tags: a screen reader has to guess", "make it again, with tags"),
    Rule("TAG-011", ERROR, Rank.STRUCTURE, "a bookmark leads to no heading of its words", "write the heading's words"),
    Rule("CON-001", ERROR, Rank.REST, "title in the metadata differs from the copy's"),
    Rule("CON-002", ERROR, Rank.REST, "language in the metadata differs from the copy's"),
    Rule("CON-003", ERROR, Rank.REST, "authors in the metadata differ from the copy's"),
    Rule("CON-004", ERROR, Rank.REST, "date in the metadata differs from the copy's"),
    Rule(
        "CON-006", ERROR, Rank.REST, "the window would show the file's name instead of the title", "set DisplayDocTitle"
    ),
    Rule(
        "CON-023",
        ERROR,
        Rank.REST,
        "a picture's file holds more than the picture",
        "do not publish this file: it may tell where somebody lives, or who took the picture; build it again",
    ),
    Rule("CON-007", ERROR, Rank.REST, "the file is not marked as tagged", "set Marked in MarkInfo"),
    Rule(
        "EPB-001",
        ERROR,
        Rank.LOSS,
        "a document of the reading order is not in the file",
        "put it in, or take it out of the spine",
    ),
    Rule(
        "EPB-002",
        ERROR,
        Rank.LOSS,
        "text stands in a document that the reading order leaves out",
        "put it in the spine",
    ),
    Rule(
        "EPB-003",
        ERROR,
        Rank.STRUCTURE,
        "an entry of the contents differs from its heading",
        "write the heading's words",
    ),
    Rule("EPB-004", ERROR, Rank.STRUCTURE, "an entry of the contents leads to no heading", "link it to its heading"),
    Rule(
        "EPB-005",
        ERROR,
        Rank.STRUCTURE,
        "a note has no way back to where it is referred to",
        "link the note to its reference",
    ),
    Rule(
        "EPB-006",
        ERROR,
        Rank.REST,
        "the file does not begin with its media type",
        "store mimetype first, not compressed",
    ),
    Rule(
        "EPB-007", ERROR, Rank.REST, "a document declares another language than the copy", "write the copy's language"
    ),
    *(Rule(code, ERROR, Rank.STRUCTURE, fact, hint) for code, fact, hint in FINDING_THE_WAY),
    *(Rule(code, ERROR, Rank.REST, fact, hint) for code, fact, hint in (*CLAIMS, *STYLE, *PRINT)),
    # Words that were changed are told before the make of a file in which they show too.
    *(Rule(code, ERROR, Rank.STRUCTURE, fact, hint) for code, fact, hint in (*PDF, *MAKE)),
    *(Rule(code, ERROR, Rank.CHANGE, fact, hint) for code, fact, hint in (*WEB, *SITE, *BRAILLE)),
    *(Rule(code, severity, Rank.REST, fact, hint) for code, severity, fact, hint in PAGE),
    *(Rule(code, WARNING, Rank.REST, fact, hint) for code, fact, hint in PRINT_WARNINGS),
)
RULES = {rule.code: rule for rule in _RULES}
