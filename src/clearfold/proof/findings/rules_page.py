"""What the proof can say of printed pages: code, severity, fact and hint of each rule that rules.py takes up.

The numbers stand in page/large_print_rules.py, and are told with each finding.
"""

from clearfold.model.diagnostic import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

PAGE: tuple[tuple[str, Severity, str, str], ...] = (
    ("TYP-001", ERROR, "letters are smaller than the edition promises", "set them as large as the body"),
    ("TYP-002", ERROR, "lines stand too close together", "give them more leading"),
    ("TYP-003", ERROR, "lines are too long", "make the text narrower, or its letters larger"),
    ("TYP-004", ERROR, "text is not ragged right", "align it to the left, and leave its right edge ragged"),
    ("TYP-005", ERROR, "a word is split over two lines", "keep the word whole, also a short one with a hyphen"),
    ("TYP-006", ERROR, "text stands in columns side by side", "set it in one column"),
    ("TYP-007", ERROR, "letters stand out too little from what is behind them", "give them a darker or lighter colour"),
    ("TYP-008", ERROR, "letters are slanted", "make them bold instead"),
    ("TYP-009", ERROR, "text is underlined", "make it bold instead; only links on a screen are underlined"),
    (
        "TYP-010",
        ERROR,
        "text is in capitals",
        "write it in small letters; if it is an abbreviation, list it among the copy's abbreviations",
    ),
    ("TYP-011", ERROR, "text is too near to the edge of the page", "keep the margin free"),
    ("TYP-012", ERROR, "a page number is not as it should be", "set it bold in the outer lower corner of every page"),
    (
        "TYP-013",
        ERROR,
        "too few lines of a block stand on one side of a page's end",
        "keep three lines together, or the whole block",
    ),
    ("TYP-014", ERROR, "a heading is the last on its page", "keep it with what follows"),
    ("TYP-015", ERROR, "text stands on a picture", "put it beside or below the picture"),
    ("TYP-016", ERROR, "a character has no glyph", "use a font that has it"),
    (
        "TYP-017",
        ERROR,
        "the number of pages does not make whole sheets",
        "add or take away pages until the number can be folded",
    ),
    (
        "TYP-018",
        WARNING,
        "there are more pages than a stapled booklet holds well",
        "shorten the text, part it in two, or have it bound",
    ),
    ("TYP-019", ERROR, "letters are lighter than regular", "use a regular or bolder weight"),
    ("TYP-020", ERROR, "the contents name another page than the heading's", "number the contents anew"),
    ("TYP-021", ERROR, "a page has another size than the edition promises", "make the page as large as it says"),
    (
        "TYP-022",
        ERROR,
        "the size of a heading does not tell its level",
        "make each level at least 5 % larger than the next, and none smaller than the text",
    ),
    ("TYP-023", ERROR, "letters or words stand too close together", "leave them as wide as their font sets them"),
    (
        "TYP-024",
        WARNING,
        "a page ends early, although what follows had room on it",
        "let the text go on to the foot of the page",
    ),
    (
        "TYP-050",
        ERROR,
        "the running head of a page is not that of its section",
        "repeat the heading of the section with which the page begins, or its short form",
    ),
    (
        "TYP-051",
        ERROR,
        "the tab of a thumb index is not that of the page's section, or stands at the inner edge",
        "give each page the tab of the section with which it begins",
    ),
)
